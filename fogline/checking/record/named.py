"""Where a report names something on record, and which date it ties to it as beginning, end or time.

A name is a form of the tables; the words between it and the date decide what the date says: "which broke out in",
"ended in", "of". Only dates with a year in their words speak. Names behind "first", "Soviet" and the like are others'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.checking.story import Days, Story, days, per_story
from fogline.records import Fact, Span, Timex
from fogline.tables.facts import bounds, by_kind
from fogline.tables.lexicon_record import RecordName

OTHER = re.compile(
    r"\b(?:first|second|third|fourth|last|previous|earlier|older|old|another|other|next|soviet|british|world|cold|past"
    r"|planned|possible|potential|future|feared|looming|the\s+latest|latest|new|renewed|separate|would-be)\s+$",
    re.I,
)
MODIFIER = re.compile(
    r"\b(?:in|on|of|over|about|for|to|from|against|during|with|amid|behind|into|by)\s+(?:the\s+|[\w.-]+['’]s\s+)?$"
    r"|^(?:The|A|An)\s+(?:[\w’'-]+\s+){1,3}(?:after|before|since)\s+(?:the\s+)?$",
    re.I,
)
DEFINITE = re.compile(r"(?:\b(?:the|that|this|its|his|her|their|our|a)|['’]s?)\s+$", re.I)
ADJECTIVES = re.compile(r"^[\s-]+(?:(?!(?:the|a|and|of|in|on|when)\b)[\w’'.-]+\s+){0,2}$", re.I)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SLACK = 31  # days: a beginning or end is told in the month beside it too
FAR = 3653  # days: a date ten years off is another war's, or another treaty's


@dataclass(frozen=True, slots=True)
class Named:
    """A place where the report names something on record: what it can mean."""

    span: Span
    keys: frozenset[str]
    also: tuple[tuple[int, int], ...]
    told: str


def named_in(text: str, span: Span, forms: tuple[RecordName, ...]) -> tuple[Named, ...]:
    """The names within a passage, the longest where they overlap, in order."""
    low = text[span.start : span.end].lower()
    found = [
        Named(Span(*m.span()), form.keys, form.also, form.told)
        for form in forms
        if all(word in low for word in form.holds) and form.needs in text
        for m in form.pattern.finditer(text, *span)
    ]
    found.sort(key=lambda n: (n.span.start - n.span.end, n.span.start))
    kept: list[Named] = []
    for one in found:
        if not any(one.span.start < k.span.end and k.span.start < one.span.end for k in kept):
            kept.append(one)
    return tuple(sorted((k for k in kept if not _of_another(text, k.span)), key=lambda n: n.span))


def _of_another(text: str, span: Span) -> bool:
    """Behind "first" or "another", or before "'s" that makes it a place's: "the war in Sudan's west"."""
    apart = re.match(
        r"['’]s\b|\s+(?:movement|crimes?|veterans?|museum|memorial|of\s+words)\b", text[span.end : span.end + 12]
    )
    return bool(OTHER.search(text[max(0, span.start - 20) : span.start]) or apart)


def modifies(lead: str, between: str) -> bool:
    """True if a name stands within another phrase whose verb it is: "the talks on the war in X began".

    >>> modifies("Talks on the ", " began in"), modifies("since the ", " began in"), modifies("in the ", ", begun")
    (True, False, False)
    """
    return bool(MODIFIER.search(lead)) and not re.match(r"\s*,|\s+(?:which|that)\b", between)


def dated_in(story: Story, span: Span) -> Iterator[tuple[Timex, Days]]:
    """The dates of a passage whose words hold a year, with the days they can mean; "since 2014" means its start."""
    for time in story.times(span):
        began = (time.begin[0], time.begin[1])
        period = days(time) or ((began[0], began[1]) if began[0] and began[1] and not time.finish[1] else None)
        if period and YEAR.search(story.words((time.start, time.end))):
            yield time, period


@per_story
def dated_sentences(story: Story) -> tuple[tuple[Span, tuple[tuple[Timex, Days], ...]], ...]:
    """Each sentence that holds a date with a year, and its dates."""
    spans = (Span(s.start, s.end) for s in story.ledger.sentences)
    return tuple((span, dates) for span in spans if (dates := tuple(dated_in(story, span))))


def rows_of(named: Named, facts: Sequence[Fact], kind: str) -> tuple[Fact, ...]:
    """The rows that a name can mean."""
    return tuple(f for f in by_kind(facts).get(kind, ()) if f.subject in named.keys or f.id in named.keys)


def fits_any(period: Days, ranges: Sequence[Days], also: Sequence[tuple[int, int]], slack: int = SLACK) -> bool:
    """True if a told period meets one of the ranges, give or take the slack, or the years of another of that name."""
    others = [(f"{a:04}-01-01", f"{b:04}-12-31") for a, b in also]
    return any(gap(period, r) <= slack for r in ranges) or any(gap(period, o) == 0 for o in others)


def far_off(period: Days, ranges: Sequence[Days]) -> bool:
    """True if a told period lies so far from every range that something else must be meant."""
    return all(gap(period, r) > FAR for r in ranges)


def gap(a: Days, b: Days) -> int:
    """Days between two periods, 0 where they meet.

    >>> gap(("2024-05-01", "2024-05-03"), ("2024-05-10", "9999-12-31"))
    7
    """
    if a[0] <= b[1] and b[0] <= a[1]:
        return 0
    first, last = (a[1], b[0]) if a[1] < b[0] else (b[1], a[0])
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def sure(rows: Sequence[Fact]) -> str:
    """High, unless one of the rows is unsure."""
    return "medium" if any(f.certainty == "low" or f.status == "contested" for f in rows) else "high"


def on_record(value: str | None) -> tuple[Days, ...]:
    """The days of a row's date, none where it has none."""
    period = bounds(value)
    return (period,) if period else ()
