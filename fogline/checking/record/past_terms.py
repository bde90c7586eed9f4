"""C202 in the dated past: an office held or used in a period when, by the record, somebody else had it.

A finding needs all of this: the sentence names one person of the record and one period with its year; the office is
told in that clause (``tenure``); the whole period lies more than a month outside every term of that person in that
office (acting terms count, and so do the terms of all people that the name can mean); and the record has another holder
then, or saw the person leave. Silent on courtesy titles, on former, future and elect, on acts of a person who held
another office at the time, and on acts told less than a year before the first term (ministers become presidents).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from unicodedata import normalize

from fogline.checking.dating.calendar import published
from fogline.checking.offices.holders import surname
from fogline.checking.record.office_acts import told_offices
from fogline.checking.record.tenure import Tenure, dated, tenures
from fogline.checking.story import Days, Story, Verdict, clean, disjoint, gap, story_of
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.actors import country_code, demonym_country
from fogline.tables.facts import bounds, per_record
from fogline.tables.lexicon_record import office_titles

GRACE = 31  # days around a hand-over
LATE = 240  # days after its beginning that a term may be told to have begun
EARLY = 365  # days before a first term in which an act may be that of another, unrecorded office
DE_FACTO = 500  # days before a first term since which somebody may be told to rule
REACH = 15  # years from a term beyond which a surname alone may mean another person
FAMILY_FIRST = ("CHN", "KOR", "PRK", "TWN")  # states whose names begin with the family's
FOREIGN = re.compile(r"[^\x00-\x7f]")
SUFFIX = re.compile(r"Jr\.?|[IVX]+")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
BEFORE_NAME = re.compile(r"(?P<words>(?:[\w.’'-]+\s+){0,3})$")
NO_NAME = re.compile(  # words with a capital before a name that are no part of it
    r"(?:(?:vice-?)?president|minister|premier|chancellor|general|secretary|king|prime|mrs?\.?|ms\.?|sir|lord|dr\.?|prince"
    r"|under|with|when|while|as|in|it|was|of|by|the|and|that|then)", re.I
)  # fmt: skip


def check_terms(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C202: an office told as held or used in a dated period by somebody who, by the record, did not hold it then."""
    dated = _folded(" ".join(w for s in ledger.sentences if YEAR.search(w := ledger.text[s.start : s.end])))
    words = {*re.findall(r"\w+", dated), *re.findall(r"\w+(?:-\w+)+", dated)}
    people = [(name, rows) for name, rows in _people(facts).items() if name in words]
    story, seats = story_of(ledger), _seats(facts)
    seen: set[tuple[str, str]] = set()
    for name, rows in people:
        for person, known in _named(story, name, rows):
            for told in _told(story, story.sentence(person.start), person):
                finding = _judged(story, told, known, seats)
                if finding and (known[0].value, told.period[0]) not in seen:
                    seen.add((known[0].value, told.period[0]))
                    yield finding


def _told(story: Story, sentence: Span, person: Span) -> Iterator[Tenure]:
    """What the sentence says of the person's office, by its wording or by its grammar."""
    yield from tenures(story, sentence, person)
    when = dated(story, sentence)
    if when and not (person.start < when[0].end and when[0].start < person.end):
        yield from told_offices(story, sentence, person, when)


@per_record
def _seats(facts: tuple[Fact, ...]) -> dict[str, tuple[Fact, ...]]:
    """Office rows by seat."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "office":
            found[fact.subject].append(fact)
    return {seat: tuple(rows) for seat, rows in found.items()}


@per_record
def _people(facts: tuple[Fact, ...]) -> dict[str, tuple[Fact, ...]]:
    """Office rows by family name without accents; of several people, if they share it."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "office" and bounds(fact.since):
            found[_folded(_family(fact))].append(fact)
    return {name: tuple(rows) for name, rows in sorted(found.items()) if len(name) > 1 and name[0].isupper()}


def _family(fact: Fact) -> str:
    first, *rest = [w for w in fact.value.split() if not SUFFIX.fullmatch(w)]
    family_first = fact.subject[:3] in FAMILY_FIRST or first == "Ban"
    return first if family_first or not rest else surname(" ".join(rest)).removeprefix("el-")


@lru_cache(maxsize=8)
def _folded(words: str) -> str:
    """Words without accents, sign for sign.

    >>> _folded("Guterres, António; Erdoğan")
    'Guterres, Antonio; Erdogan'
    """
    return FOREIGN.sub(lambda sign: normalize("NFD", sign[0])[0], words).replace("ı", "i").replace("’", "'")


def _named(story: Story, name: str, rows: Sequence[Fact]) -> Iterator[tuple[Span, tuple[Fact, ...]]]:
    """Where somebody on record is named in a sentence with a year, and the rows of all whom the words can mean."""
    text = _folded(story.text)
    whole = {_folded(r.value) for r in rows if _folded(r.value) in text}
    full = [re.escape(name) for name in sorted(whole)]
    for match in re.finditer(
        rf"(?:(?<![\w-])|(?<=\b[ae]l-))(?:{'|'.join([*full, re.escape(name)])})(?![\w-]|\s+[A-Z])", text
    ):
        span = story.sentence(match.start())
        if not YEAR.search(text, span.start, span.end):
            continue
        before = BEFORE_NAME.search(text, span.start, match.start())
        given = _given(before["words"].split() if before else [])
        called = match[0].split()[:-1] if match[0] != name else []
        meant = [r for r in rows if _can_mean([*given, *called], r)]
        if meant:
            meant.sort(key=lambda r: _folded(r.value) not in whole)
            start = text.rindex(given[0], span.start, match.start()) if given else match.start()
            yield Span(start, match.end()), tuple(meant)


def _given(words: Sequence[str]) -> list[str]:
    """The capitalised words that belong to a name, without its titles.

    >>> _given(["Under", "President", "Barack"]), _given(["British", "Prime", "Minister"])
    (['Barack'], [])
    """
    found: list[str] = []
    for word in reversed(words):
        particle = word.lower() in ("al", "el", "von", "der", "van", "de", "bin")
        if NO_NAME.fullmatch(word) or not (word[:1].isupper() or (particle and found)):
            break
        if word.endswith(("'s", ",")):
            break
        found.insert(0, word)
    return found


def _can_mean(given: Sequence[str], fact: Fact) -> bool:
    names = _folded(fact.value).split()
    return all(w in names or w.rstrip(".") in {n[0] for n in names} for w in given)


def _judged(story: Story, told: Tenure, known: Sequence[Fact], seats: dict[str, tuple[Fact, ...]]) -> Finding | None:
    """The finding, if every reading of the name and title has another holder in that period."""
    offices = office_titles()[1].get(told.title, ()) if told.title else {r.subject.split(":")[1] for r in known}
    rows = [r for r in known if r.subject.split(":")[1] in offices]
    if not rows or rows[0].value != known[0].value or _elsewhere(told, rows) or _too_near(story, told, rows):
        return None
    early = _before(told.period, rows) < float("inf")
    terms = [_term(r) for r in (known if told.kind == "act" and early else rows)]
    if (not disjoint([told.period], terms) and not _began_otherwise(told, rows)) or (
        told.kind == "act" and _before(told.period, rows) < EARLY
    ):
        return None
    if told.kind == "start" and not told.title and _before(told.period, rows) < DE_FACTO:
        return None
    others = _holders(told.period, [o for seat in sorted({r.subject for r in rows}) for o in seats[seat]], known)
    left = told.kind == "start" or all(r.until and r.as_of[:4] > told.period[1][:4] > r.until[:4] for r in rows)
    return _not_holding(story, told, rows, others) if others or left else None


def _began_otherwise(told: Tenure, rows: Sequence[Fact]) -> bool:
    """A first day in office told well inside the one term on record, of a person whom the seat saw begin."""
    began = [b for r in rows if (b := bounds(r.since))]
    inside = told.kind == "start" and len(rows) == len(began) == 1 and told.period[0] > began[0][1]
    return inside and rows[0].certainty != "low" and gap(told.period, began[0]) > LATE


def _holders(period: Days, seat: Sequence[Fact], known: Sequence[Fact]) -> list[Fact]:
    """Who else held the seat in a period."""
    named = {k.value for k in known}
    return [o for o in seat if o.value not in named and not disjoint([period], [_core(o)])]


def _elsewhere(told: Tenure, rows: Sequence[Fact]) -> bool:
    """The title is told of another state."""
    words = re.sub(r"['’]s?\b", "", told.modifier).split()
    states = {code for w in words if w[:1].isupper() and (code := demonym_country(w) or country_code(w))}
    return bool(states and not states & {r.subject.split(":")[0] for r in rows})


def _too_near(story: Story, told: Tenure, rows: Sequence[Fact]) -> bool:
    """The period is not well before publication, or so far from a term that a surname may be another's."""
    now = published(story.ledger.report.published)
    if now and told.period[1] >= _later(now[0], -45):
        return True
    alone = len(story.words(told.person).split()) == 1
    years = [abs(int(told.period[0][:4]) - int(end[:4])) for r in rows for end in (r.since, r.until) if end]
    return alone and min(years) > REACH


def _term(fact: Fact, grace: int = GRACE) -> Days:
    """First and last day of a term, with a month's grace; an open end is open."""
    start, end = bounds(fact.since), bounds(fact.until)
    first = _later(start[0], -grace) if start else "0001-01-01"
    return first, _later(end[1], grace) if end else "9999-12-31"


def _core(fact: Fact) -> Days:
    """The days that a term surely has: of one told by years those between them."""
    start, end = bounds(fact.since), bounds(fact.until)
    return (start[1] if start else "9999-12-31"), (end[0] if end else (bounds(fact.as_of) or ("9999-12-31",))[0])


def _later(day: str, step: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=step)).isoformat()


def _before(period: Days, rows: Sequence[Fact]) -> float:
    """Days from the period to the first term, endless if it lies after its beginning."""
    first = min(b[0] for r in rows if (b := bounds(r.since)))
    gap = (date.fromisoformat(first) - date.fromisoformat(period[1])).days
    return gap if gap > 0 else float("inf")


def _not_holding(story: Story, told: Tenure, rows: Sequence[Fact], others: Sequence[Fact]) -> Finding:
    used = [*rows[:2], *others[:2]]
    sure = told.kind == "named" and all(f.certainty == "high" for f in used)
    when = clean(story.words((told.time.start, told.time.end)))
    held = "; ".join(f"{r.since} to {r.until or 'open as of ' + r.as_of}" for r in rows)
    then = f"; {others[0].value} held it in that period" if others else ""
    act = {"named": "is told to have been", "act": "is told to have acted as", "start": "is told to have become"}
    verdict = Verdict(
        "C202", "record_conflict", "office", "high" if sure else "medium",
        f"{rows[0].value} {act[told.kind]} {told.title or rows[0].subject.split(':')[1]} in a period told as "
        f"{when}; by the record the office was {rows[0].value}’s from {held}{then}.",
        f"the record ({used[0].definition}): {'; '.join(f.source for f in used[:2])}",
        "another person of that name, another office, or an act dated elsewhere",
    )  # fmt: skip
    return story.finding(verdict, (told.person,), tuple(used))
