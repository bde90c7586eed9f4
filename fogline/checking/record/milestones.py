"""C205: the first delivery, first use or commissioning of a weapon in a told period, against the earliest on record.

A told period conflicts if it lies wholly before the earliest row (by more than a month, or the year that a row is
given to) of that weapon and of the recipient or user that the sentence names; where it names none, of the one that the
report speaks of, and then only within eight years. A first delivery told as later conflicts only with one row of a day
or a month, by more than two months, where no other giver is named. What is asked, bought, agreed, announced, promised,
tested or trained on has not come; missing from the record is never false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from fogline.checking.record.armoury import Named, armoury, named, spoken_of
from fogline.checking.story import Days, Story, Verdict, clean, days, story_of
from fogline.records import Fact, Finding, Ledger, Span, Timex
from fogline.tables.actors import COUNTRY, DEMONYM, PEOPLE, SEAT, country_code, demonym_country, known_actors
from fogline.tables.facts import bounds
from fogline.tables.lexicon_checks import check_words
from fogline.tables.phrases import words

GRACE, LATER, NEAR = 31, 62, 8  # days before a row, days after it, years before it where nobody is named
FIRST = re.compile(
    r"\b(?:first|initial(?:ly)?|debut\w*|maiden|for\s+the\s+first\s+time)\b(?!\s+(?:quarter|half|weeks?|days?|months?|years?"
    r"|phase|lady|minister|term|place|round|wave|aid|name|responders?|army|corps|division|brigade|fleet|battalion))",
    re.I,
)
SINCE = re.compile(
    r"\b(?:has|have|had)\s+(?:had|used|operated|fielded|been\s+(?:using|firing|operating|fielding))\b|\bin\s+service\b",
    re.I,
)
EVENTS = {
    "commissioned": re.compile(r"\b(?:commission(?:ed|ing)|entered\s+service|joined\s+the\s+(?:navy|fleet))\b", re.I),
    "delivered": re.compile(
        r"\b(?:reach(?:ed|es)|arriv(?:ed|al|es|ing)|receiv(?:ed|es|ing)|(?:took|take|taking)\s+(?:delivery|its|the|their)"
        r"|deliver(?:ed|y|ies|ing)|handed|came|got|given|supplied|shipments?|shipped|flown\s+in(?:to)?|went|landed\s+in|sent"
        r"|transferred|entered\s+service|deployments?|deployed|had|fielded|in\s+service|operated)\b", re.I),
    "used": re.compile(
        r"\b(?:us(?:e|ed|ing)|fired|firing|launch(?:ed|es)?|struck|hit|dropped|employed|combat|battle|debut\w*|in\s+action"
        r"|shot\s+down|intercept\w+)\b", re.I),
}  # fmt: skip
CLAUSE = re.compile(
    r"[;:“”\"]|\s[–—]\s|\b(?:who|which|whose|that|while|after|before|until|although|though|as|if|because|where)\b"
    r"|,\s+(?:and|but)\s|\b(?:and|but)\s+(?:the|its|a|in|by|then|[A-Z]|took|[a-z]+ed\b)"
)
SHIP = re.compile(r"(?:['’]s)?\s*(?:[,(]|was|were|is|had|has|enter|join|commission|aircraft|carrier|as\b)")
STATES = (COUNTRY, DEMONYM, PEOPLE, SEAT)
BEHIND = re.compile(r"\b(?:to|into|in|on|at|for|by|with|reach\w*)\s+(?:the\s+)?(?:\w+\s+)?$")
PLAIN_FIRST = re.compile(
    r"\bfirst\s+(?:of\s+(?:its|the|their)\s+)?(?:(?:\d+|two|three|four|five|six|ten|a\s+dozen)\s+)?(?=[A-Z])"
)
UNSCOPED = re.compile(r"^first (?:known )?(?:use in combat|interception|combat use)|^commission|^entry into service")


class Told(NamedTuple):
    """A first that the report dates: which weapon, what happened, when, and the clause that says so."""

    subject: str
    event: str
    time: Timex
    period: Days
    clause: Span
    first: bool


def check_milestones(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C205: a first delivery, first use or commissioning is dated otherwise than the earliest on record."""
    if not armoury(facts)[0].search(ledger.text):
        return
    story, seen = story_of(ledger), set[int]()
    for time in ledger.times:
        told = _told(story, time, facts)
        if not told or story.number(time.start) in seen:
            continue
        rows = _rows(story, told, facts)
        conflict = _conflict(story, told, rows)
        if conflict:
            seen.add(story.number(time.start))
            yield _other_day(story, told, conflict)


def _told(story: Story, time: Timex, facts: Sequence[Fact]) -> Told | None:
    """What is told as a first at this time, if its clause says so of one weapon on record."""
    period = _period(story, time)
    if not period:
        return None
    clause = _clause(story, time)
    phrase = story.words(clause)
    since = time.begin[0] is not None and time.finish[1] is None
    first = FIRST.search(phrase)
    event = next((kind for kind, verb in EVENTS.items() if verb.search(phrase)), "")
    dated = SINCE.search(phrase) if since else first or event == "commissioned"
    if check_words("no_delivery").search(phrase) or not dated:
        return None
    found = _here(story, clause, time, facts)
    if event == "commissioned" and not all(SHIP.match(story.text, one.end) for one in found):
        return None  # "the Shandong plant was commissioned"
    subjects = {one.subject for one in found}
    if "used" in event or (event == "delivered" and re.search(r"\bcombat|battle\b|\bus(?:e|ed)\b|\bfired\b", phrase)):
        event = "used"
    return Told(subjects.pop(), event, time, period, clause, bool(first)) if event and len(subjects) == 1 else None


def _here(story: Story, clause: Span, time: Timex, facts: Sequence[Fact]) -> list[Named]:
    found = named(story, clause, facts)
    if found:
        return found
    return [Named(0, 0, subject, False) for subject in spoken_of(story, time.start, facts)]


def _period(story: Story, time: Timex) -> Days | None:
    """The told period, if its words have a year; of "since 2018" the year itself."""
    if time.type not in ("DATE", "TIME") or not re.search(r"\b(?:19|20)\d\d\b", story.words((time.start, time.end))):
        return None
    first, last = time.begin
    return days(time) or ((first, last) if first and last else None)


def _clause(story: Story, time: Timex) -> Span:
    """From the last sign of another clause before the period to the next after it."""
    sentence = story.sentence(time.start)
    start = max((m.end() for m in CLAUSE.finditer(story.text, sentence.start, time.start)), default=sentence.start)
    stop = CLAUSE.search(story.text, time.end, sentence.end)
    aside = story.text[time.end : time.end + 1] == "," and FIRST.search(story.text, start, time.start)
    return Span(start, time.end if aside else stop.start() if stop else sentence.end)


def _rows(story: Story, told: Told, facts: Sequence[Fact]) -> list[Fact]:
    """The dated rows of that weapon and event whose recipient or user the report means."""
    kinds = {
        "commissioned": ("commissioned", "first_delivered"),
        "delivered": ("first_delivered",),
        "used": ("first_used", "first_delivered"),
    }
    rows = [f for f in facts if f.subject == told.subject and f.relation in kinds[told.event] and bounds(f.since)]
    return [f for f in rows if _meant(story, told, f)]


def _meant(story: Story, told: Told, fact: Fact) -> bool:
    states = {state.code for state in _states(story.words(told.clause))}
    holder = country_code(fact.value.removesuffix(" navy")) or demonym_country(fact.value.split()[0]) or fact.value
    if UNSCOPED.match(fact.definition):
        return not states or holder in states or told.event == "commissioned"
    if states:
        return holder in states and _receives(story, told, holder)
    near = {s.code for s in _states(story.words(Span(_two_before(story, told.clause.start), told.clause.start)))}
    soon = int(told.period[0][:4]) >= int((fact.since or "")[:4]) - NEAR
    return soon and (holder in near or not _states(story.text))


def _two_before(story: Story, at: int) -> int:
    return story.ledger.sentences[max(0, story.number(at) - 2)].start


def _receives(story: Story, told: Told, holder: str) -> bool:
    """The state has or uses the weapon: alone before the verb, or behind "to", "in" or "reached"."""
    clause = story.words(told.clause)
    verb = EVENTS[told.event].search(clause)
    before = [state for state in _states(clause) if verb and state.start < verb.start()]
    if before and {state.code for state in before} == {holder}:
        return True
    return any(state.code == holder and BEHIND.search(clause[: state.start]) for state in _states(clause))


class State(NamedTuple):
    """A state named in a passage, by its name, its people, its adjective or its seat."""

    start: int
    code: str


def _states(passage: str) -> list[State]:
    spoken = known_actors().find(words(passage))
    return [State(m.start, m.value.country) for m in spoken if m.value.kind in STATES and m.value.country]


def _conflict(story: Story, told: Told, rows: Sequence[Fact]) -> Fact | None:
    """The row that the told period misses, or None."""
    dated = [(b, f) for f in rows if (b := bounds(f.since))]
    if not dated:
        return None
    first, fact = min(dated, key=lambda one: one[0])
    grace = 0 if len(fact.since or "") == len("2023") else GRACE
    if told.period[1] < _moved(first[0], -grace):
        return fact
    late = told.first and told.event == "delivered" and len(rows) == 1 and len(fact.since or "") > len("2023")
    return fact if late and told.period[0] > _moved(first[1], LATER) and _just_the_first(story, told) else None


def _just_the_first(story: Story, told: Told) -> bool:
    """As in "the first Abrams reached Ukraine": no other state, kind or batch of it is named."""
    clause = story.words(told.clause)
    return len({state.code for state in _states(clause)}) == 1 and bool(PLAIN_FIRST.search(clause))


def _moved(day: str, step: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=step)).isoformat()


def _other_day(story: Story, told: Told, fact: Fact) -> Finding:
    when = clean(story.words((told.time.start, told.time.end)))
    what = {"delivered": "delivery", "used": "use", "commissioned": "commissioning"}[told.event]
    sure = told.first and fact.certainty == "high"
    verdict = Verdict(
        "C205", "record_conflict", "milestone", "high" if sure else "medium",
        f"{'A first' if told.first else 'A'} {what} of {fact.subject_label} is dated "
        f"{when}; by the record the {fact.definition} was in {fact.since}.",
        f"the record: {fact.source}, as of {fact.as_of}",
        "another country or another weapon meant",
    )  # fmt: skip
    return story.finding(verdict, ((told.time.start, told.time.end),), (fact,))
