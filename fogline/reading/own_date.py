"""What a report's statements presuppose about its own date, intersected; or the statements that cannot all hold.

"The bridge fell in January 2025" was not written before January 2025; "they will meet on 6 December 2025" not after
that day. Only explicit dates speak: a date that was itself counted from the publication date would argue in a circle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.models.parse import Parse
from fogline.reading.timex import tense
from fogline.reading.timex.calendar import covered, shift
from fogline.reading.timex.sense import Scene, now_unknown
from fogline.records import Report, Span, Spans, Timex

EXPLICIT = ("DATE", "TIME")
BEGAN = re.compile(r"\b(?:began|begun|started|broke out|erupted|launched|since)\b[^.;]{0,25}$", re.I)
LOOSE = re.compile(
    r"\b(?:by|until|till|to|through|before|from|between|and|for|towards?|than|ahead of|planned) (?:the )?$", re.I
)


@dataclass(frozen=True, slots=True)
class OwnDate:
    """Bounds (ISO days, inclusive) for the day a report was written.

    ``because`` are the words the bounds rest on. If no day fits, both bounds are None and ``conflict`` holds the
    smallest set of words that cannot all hold; ``published`` is True where the given publication date is one of them.
    """

    earliest: str | None
    latest: str | None
    because: Spans = ()
    conflict: Spans = ()
    published: bool = False


@dataclass(frozen=True, slots=True)
class Presupposed:
    """One statement's bounds; ``span`` is None for the publication date, which stands in no words."""

    earliest: str | None
    latest: str | None
    span: Span | None


def own_date(report: Report, parse: Parse, times: tuple[Timex, ...]) -> OwnDate:
    """Bounds for the report's own date from its publication date and from what it tells as past or as to come."""
    stated = (*_published(report), *_told(report, parse, times))
    floor = max((s for s in stated if s.earliest), key=lambda s: str(s.earliest), default=None)
    ceiling = min((s for s in stated if s.latest), key=lambda s: str(s.latest), default=None)
    pair = [s for s in (floor, ceiling) if s is not None]
    spans = tuple(sorted({s.span for s in pair if s.span}))
    if floor and ceiling and str(floor.earliest) > str(ceiling.latest):
        return OwnDate(None, None, (), spans, any(s.span is None for s in pair))
    return OwnDate(floor.earliest if floor else None, ceiling.latest if ceiling else None, spans)


def _published(report: Report) -> Iterator[Presupposed]:
    interval = covered(report.published or "")
    if interval.begin and interval.finish_latest:
        yield Presupposed(str(interval.begin), str(interval.finish_latest), None)


def _told(report: Report, parse: Parse, times: tuple[Timex, ...]) -> Iterator[Presupposed]:
    if not parse.parsed:
        return
    scene = Scene(report.text, parse, now_unknown())
    for time in times:
        count = re.match(r"ordinal claim: year (\d+)$", time.why)
        began = _beginning(time, parse, times) if count else None
        if count and began:
            yield _counted(int(count[1]), began, time)
        if time.type not in EXPLICIT or time.anchor != "none" or not time.value:
            continue
        said = _presupposes(time, scene)
        if said:
            yield said


def _beginning(claim: Timex, parse: Parse, times: tuple[Timex, ...]) -> Timex | None:
    """The dated beginning told in the same sentence as "its eighth year"."""
    inside = parse.tokens(claim.start, claim.end)
    if not inside:
        return None
    words = parse.sentence(inside[0])
    first, last = parse.span(words[0], words[-1])
    near = (t for t in times if first <= t.start < last and t.anchor == "none" and t.value and t is not claim)
    return next((t for t in near if BEGAN.search(parse.text[first : t.start]) and covered(str(t.value)).begin), None)


def _counted(count: int, began: Timex, claim: Timex) -> Presupposed:
    """A thing that began in a period and is in its n-th year: the report is n-1 to n years after the beginning."""
    interval = covered(str(began.value))
    assert interval.begin and interval.finish_latest
    low, high = shift(interval.begin, count - 1, "Y"), shift(interval.finish_latest, count, "Y")
    return Presupposed(str(low) if low else None, str(high) if high else None, Span(claim.start, claim.end))


def _presupposes(time: Timex, scene: Scene) -> Presupposed | None:
    interval, span = covered(str(time.value)), Span(time.start, time.end)
    if interval.begin is None or LOOSE.search(scene.text[max(0, time.start - 14) : time.start]):
        return None
    form, _ = tense.verb_form(scene, time.start, time.end)
    if form in ("past", "perfect", "pluperfect") and not _ahead_nearby(scene, time):
        return Presupposed(str(interval.begin), None, span)
    if form == "future" and tense.promised(scene, time.start, time.end):
        return Presupposed(None, str(interval.finish_latest), span)
    return None


def _ahead_nearby(scene: Scene, time: Timex) -> bool:
    """Words just before a date that make it one to come, whatever verb stands above ("elections due in 2027")."""
    before = scene.text[max(0, time.start - 60) : time.start]
    return bool(
        re.search(r"\b(?:due|scheduled|planned|expected|will|would|to|set|upcoming|target|deadline)\b[^.;\n]*$", before)
    )
