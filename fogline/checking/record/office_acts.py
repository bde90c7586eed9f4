"""Who is told to have held or used an office when, by the grammar of the sentence: what no set wording tells.

Read from predicates: "when X was prime minister" beside a date, "President X issued a decree" in a clause with a date,
"under X", and since when somebody rules ("has governed since", "came to power in", "prime minister since"). A date
belongs to a predicate if it stands in its own clause, or right before a clause of time that says who held the office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fogline.checking.record.tenure import NOT_HELD, OTHER_BODY, Tenure
from fogline.checking.story import Days, Story
from fogline.records import Argument, Predicate, Span, Timex
from fogline.tables.lexicon_checks import check_words
from fogline.tables.lexicon_record import office_titles

CLAUSE = re.compile(r"[;:“”\"]|\b(?:who|which|that|when|while|after|before|since|where|because|although|but)\b")
OPENING = re.compile(r"\W*(?:back\s+)?(?:(?:in|on|by)\s+)?(?:the\s+)?", re.I)
LED = re.compile(
    r"\b(?:after|of|for|from|to|with|against|on|at|in|than|like|as|about|near|behind)\s+(?:the\s+|then[- ])?"
    r"(?:(?:[A-Z][\w.’'-]*|prime|president|minister|king|chancellor|premier)\s+){0,4}$"
)
RULES = frozenset(("govern", "rule"))
POWER = re.compile(r"\b(?:power|office|the\s+(?:presidency|premiership|chancellorship|throne))\b", re.I)
RISE = frozenset(("come", "rise", "take", "assume", "sweep", "seize", "enter", "win", "return", "ascend", "reach"))
BECOME = frozenset(("become", "elect", "appoint", "swear in", "inaugurate", "install"))
JOINED = re.compile(
    r"[\s,]*(?:(?:at\s+)?a\s+(?:time|year|month)\s+|the\s+(?:year|month|day)\s+)?(?:when|while|in\s+which|with)?\s*(?:\w+\s+)?$"
)
APPOSED = re.compile(
    r"\s*,\s+(?:who\s+(?:has\s+been|was|is)\s+)?(?P<before>(?:[\w.’'-]+\s+){0,3}?)(?P<title>%s)\b"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})?\s+(?:since|from)\s+§", re.I
)  # fmt: skip


def told_offices(story: Story, span: Span, person: Span, when: tuple[Timex, Days]) -> Iterator[Tenure]:
    """What predicates say of this person's office at the one date of a sentence."""
    time, period = when
    if found := _since(story, span, person, time):
        yield Tenure(*found, "start", person, time, period)
    if then := _then(story, span, person, time):
        yield Tenure(*then, "named", person, time, period)
    for p in story.ledger.predicates:
        if not span.start <= p.trigger.start < span.end or p.mood != "told" or p.tense == "future":
            continue
        mine = [a for a in p.arguments if person.start <= a.head.start < person.end]
        if mine and (found_kind := _read(story, p, mine, person, time)):
            title, before, kind = found_kind
            yield Tenure(title, before, kind, person, time, period)


def _read(story: Story, p: Predicate, mine: list[Argument], person: Span, time: Timex) -> tuple[str, str, str] | None:
    """Title, the words before it, and kind, of one predicate; nothing if it tells of no office then."""
    inside = any(s.start <= time.start < s.end for s in p.clause) or (p.clause_type == "main" and _opens(story, time))
    roles = {a.role for a in mine}
    if p.kind == "copula" and "agent" in roles:
        held = _called(story, p, person)
        return (
            (*held, "named")
            if held and p.tense in ("past", "pluperfect") and (inside or _beside(story, p, time))
            else None
        )
    if not inside:
        return None
    title = _title_before(story, person)
    if "under" in roles and p.kind == "verb" and title is not None:
        return (*title, "named")
    if "agent" not in roles and not (p.lemma in BECOME and "patient" in roles):
        return None
    if _begins(story, p, time):
        called = _called(story, p, person)
        return (*(called or ("", "")), "start") if called or p.lemma not in BECOME else None
    return (*title, "act") if title and title[0] and _does(story, p, person) and _of_office(story, p) else None


def _opens(story: Story, time: Timex) -> bool:
    """The date opens its sentence: it dates what the sentence tells, whatever clause stands between."""
    return bool(OPENING.fullmatch(story.text[story.sentence(time.start).start : time.start]))


def _since(story: Story, span: Span, person: Span, time: Timex) -> tuple[str, str] | None:
    """As in "X, prime minister of Britain since May 2021"."""
    words = story.text[person.end : time.start] + "§"
    match = _apposed().match(words)
    if not match or NOT_HELD.search(match["before"]):
        return None
    return match["title"].lower(), match["before"].strip()


def _then(story: Story, span: Span, person: Span, time: Timex) -> tuple[str, str] | None:
    """As in "brokered in 2014 by Kenya's then president, X": of the date of that clause."""
    before = story.text[max(span.start, person.start - 70) : person.start].replace("\n", " ")
    match = _then_title().search(before)
    between = story.text[min(time.end, person.end) : max(time.start, person.start - len(match[0]) if match else 0)]
    return (match["title"].lower(), match["before"].strip()) if match and not CLAUSE.search(between) else None


@cache
def _then_title() -> re.Pattern[str]:
    return re.compile(rf"(?P<before>(?:[\w.’'-]+\s+){{0,3}}?)\bthen[- ](?P<title>{office_titles()[0]}),?\s+$", re.I)


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(APPOSED.pattern % office_titles()[0], re.I)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?P<before>(?:[\w.’'-]+\s+){{0,4}}?)\b(?P<title>{office_titles()[0]})\b", re.I)


def _called(story: Story, p: Predicate, person: Span) -> tuple[str, str] | None:
    """The office that the person is said to be: "prime minister of India"."""
    for a in p.arguments:
        if a.role not in ("is", "as", "patient") or (a.span.start < person.end and person.start < a.span.end):
            continue
        words = story.words(a.span)
        match = _titles().search(words)
        whole = match and match.end("title") >= a.head.end - a.span.start >= match.start("title")
        behind = story.text[a.span.start : story.sentence(a.span.start).end]
        if (
            match
            and whole
            and not NOT_HELD.search(words[: match.start("title")])
            and not OTHER_BODY.match(behind, match.end("title"))
        ):
            return match["title"].lower(), words[: match.start("title")].strip()
    return None


def _title_before(story: Story, person: Span) -> tuple[str, str] | None:
    """The title that stands before a name, empty where none does; nothing of a former or future one."""
    before = story.text[max(0, person.start - 60) : person.start].replace("\n", " ")
    match = re.search(rf"(?P<before>(?:[\w.’'-]+\s+){{0,3}}?)\b(?P<title>{office_titles()[0]})\s+$", before, re.I)
    if match is None:
        return "", ""
    return (
        None if NOT_HELD.search(before[: match.start("title")]) else (match["title"].lower(), match["before"].strip())
    )


def _does(story: Story, p: Predicate, person: Span) -> bool:
    """The person stands there as the doer, by the title told: not behind "after", nor "as chancellor"."""
    before = story.text[max(0, person.start - 60) : person.start]
    between = story.text[person.end : p.trigger.start]
    return not LED.search(before) and not re.search(r"\b(?:as|then|when|while|who|time)\b", between)


def _beside(story: Story, p: Predicate, time: Timex) -> bool:
    """The date stands right before a clause of time."""
    start = min(s.start for s in p.clause)
    between = story.text[time.end : start]
    own = story.text[start : start + 6].lower()
    return (
        time.end <= start and bool(JOINED.fullmatch(between)) and ("when" in between + own or "while" in between + own)
    )


def _begins(story: Story, p: Predicate, time: Timex) -> bool:
    """As in "has governed since", "came to power in", "became president in"."""
    if p.lemma in RULES:
        return bool(re.search(r"\bsince\s+$", story.text[max(0, time.start - 8) : time.start]))
    words = " ".join(story.words(a.span) for a in p.arguments if a.role in ("patient", "to", "is"))
    return p.lemma in BECOME or (p.lemma.split()[0] in RISE and bool(POWER.search(words)))


def _of_office(story: Story, p: Predicate) -> bool:
    """An act that only the office can do, in its own clause."""
    words = " ".join(story.words(s) for s in p.clause)
    if check_words("private").search(words) or p.tense not in ("past", "pluperfect", ""):
        return False
    things = " ".join(story.words(a.span) for a in p.arguments if a.role == "patient")
    return bool(check_words("state_object").search(things)) or bool(
        check_words("governs").fullmatch(story.words(p.trigger))
    )
