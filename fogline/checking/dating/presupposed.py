"""What a report's statements presuppose of its own date: the periods in which each could have been written.

What is told as done on an explicit date lies before the report, what "will" happen on one does not; an office held
"now" dates it to a term on record. Only dates that stand in the words speak: one counted from the date of
publication would argue in a circle. Silent on plans, targets and deadlines, and on what is quoted or told
of another day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.dating.dates import told_as_done
from fogline.checking.dating.told import told_past
from fogline.checking.dating.written import moved, periods, quoted, written_in
from fogline.checking.offices.holders import administrations, on_record
from fogline.checking.offices.offices import CURRENTLY
from fogline.checking.story import Days, Story, days
from fogline.records import Fact, Span
from fogline.tables.facts import bounds

FIRST, LAST = "0001-01-01", "9999-12-31"
SIX_WEEKS = 42
WILL = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:due|scheduled|set) to)\s+(?!have\b)"
    r"(?:[\w’'-]+\s+){1,8}?(?:on|in)\s+(?:late\s+|early\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Presupposed:
    """The periods in which a statement allows the report to be written, and why."""

    span: Span
    periods: tuple[Days, ...]
    why: str
    facts: tuple[Fact, ...] = ()


def written_after(story: Story) -> Iterator[Presupposed]:
    """What is told as done on a day lies before the report."""
    for _, time in told_as_done(story):
        period = days(time)
        if period:
            words = story.words((time.start, time.end))
            yield Presupposed(Span(time.start, time.end), ((period[0], LAST),), f"written after {words}")


def not_just_before(story: Story) -> Iterator[Presupposed]:
    """What is told as past on a day was written after it; without a year, not in the six weeks before that day."""
    for trigger, one in told_past(story):
        alone = not any(w.year for w in written_in(story, story.sentence(one.span.start)))
        if one.each() and (one.year or alone) and not quoted(story, one.span.start):
            allowed = ((one.each()[0][0], LAST),) if one.year else periods(one, _since)
            span = Span(min(trigger.start, one.span.start), max(trigger.end, one.span.end))
            yield Presupposed(span, allowed, f"told after {story.words(one.span)}")


def _since(day: Days) -> Days:
    """From a day until six weeks before it comes round again."""
    return moved(day, 0, 365 - SIX_WEEKS)


def written_before(story: Story) -> Iterator[Presupposed]:
    """What "will" happen on a day was told no later than that day; a sentence with two dates is left alone."""
    for time in story.ledger.times:
        sentence = story.sentence(time.start)
        before = story.words((sentence.start, time.start))
        quoted = before.count("“") > before.count("”") or before.count('"') % 2
        period, alone = days(time), len(story.days(sentence)) == 1
        if period and alone and time.anchor == "none" and not quoted and WILL.search(before):
            words = story.words((time.start, time.end))
            yield Presupposed(Span(time.start, time.end), ((FIRST, period[1]),), f"written no later than {words}")


def written_under(story: Story, facts: Sequence[Fact]) -> Iterator[Presupposed]:
    """An administration that "is currently" in office dates the report to one of its terms on record."""
    people = on_record(story, facts)
    for h in administrations(story, people):
        if h.state == "held" and h.present and CURRENTLY.search(story.words(story.sentence(h.span.start))):
            rows = tuple(f for f in people[h.name] if f.subject == f"{h.country}:{h.title}")
            terms = tuple((b[0], (bounds(f.until) or (LAST, LAST))[1]) for f in rows if (b := bounds(f.since)))
            if terms:
                yield Presupposed(h.span, terms, f"written while {rows[0].value} held office", rows)


def meet(sets: Iterable[tuple[Days, ...]]) -> tuple[Days, ...]:
    """The days that every set of periods allows.

    >>> meet([(("2021-01-20", "2025-01-20"),), (("2025-01-01", "9999-12-31"),)])
    (('2025-01-01', '2025-01-20'),)
    """
    left: tuple[Days, ...] = ((FIRST, LAST),)
    for allowed in sets:
        pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in left for b in allowed)
        left = tuple(p for p in pairs if p[0] <= p[1])
    return left
