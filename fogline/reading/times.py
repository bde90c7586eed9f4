"""Time expressions and the intervals they name, in the conventions of docs/ledger.md ("Times").

TIMEX3 (TimeML 1.2.1) gives type, value and mod; begin and finish say, as earliest and latest day, which stretch the
words name. Nothing is filled in: without a report date, what needs one stays relative.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fogline.models import english
from fogline.models.parse import Parse
from fogline.reading.sentences import sentences
from fogline.reading.timex.calendar import Interval
from fogline.reading.timex.frame import settle
from fogline.reading.timex.grammar import scan
from fogline.reading.timex.scenery import plain, quotations, reference
from fogline.reading.timex.sense import Found, Scene
from fogline.records import Bounds, Reading, Report, Timex, identify


def find_times(report: Report, parse: Parse, so_far: Reading) -> tuple[Timex, ...]:
    """Time expressions in text order; spans leave out prepositions ("since [March]"), bounds take them in.

    Offsets are code points of ``report.text``. ``anchor`` names what a relative time counts from; ``why`` the rule.
    Works without a parse: the direction of a bare weekday is then told from the words around it.
    """
    flat = plain(report.text, so_far.sentences or sentences(report.text))
    now, dateline_at = reference(report.published, flat)
    scene = Scene(flat, parse, now)
    settled = settle(list(scan(scene)), scene, quotations(report.text))
    return tuple(_record(report, f, dateline_at) for f in settled)


def normalise_times(text: str, published: str | date | None = None) -> tuple[Timex, ...]:
    """The times of a text published on a day, a month (``2025-11``), a year, or at an unknown date.

    >>> [(t.value, t.begin) for t in normalise_times("Two depots burned on Sunday.", "2025-11-20")]
    [('2025-11-16', ('2025-11-16', '2025-11-16'))]
    >>> [t.value for t in normalise_times("Two depots burned on Sunday.")]
    ['XXXX-WXX-7']
    """
    day = published.isoformat() if isinstance(published, date) else published
    report = Report(identify("report", text), text, published=day)
    found = tuple(sentences(text))
    return find_times(report, english.parse(text, found), Reading(sentences=found))


def _record(report: Report, found: Found, dateline_at: int | None) -> Timex:
    sense = found.sense
    begin, finish = _bounds(sense.interval)
    record = Timex(
        identify("time", report.id, found.start, found.end),
        found.start,
        found.end,
        sense.type,
        sense.value,
        sense.mod,
        begin,
        finish,
        sense.anchor,
        sense.why,
    )
    if dateline_at is not None and found.start <= dateline_at < found.end:
        return replace(record, anchor="dateline", why=f"{record.why}; the dateline")
    return record


def _bounds(interval: Interval) -> tuple[Bounds, Bounds]:
    days = tuple(day.isoformat() if day else None for day in interval)
    return (days[0], days[1]), (days[2], days[3])
