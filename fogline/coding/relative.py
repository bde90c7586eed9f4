"""Times told from another act: "two days after the strike" is dated where the strike is.

A `Timex` is never rewritten; the date lands in ``Event.time`` with the reason. Only whole days, weeks, months and years
from an event of the same report with a known day are counted; anything vaguer stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from fogline.coding import settings
from fogline.models.parse import Parse
from fogline.records import Event, EventTime, Reading, Timex

SPAN = re.compile(r"P(\d+)([DW])")
DAYS = {"D": 1, "W": 7}
AFTER, BEFORE = ("after", "following", "later"), ("before",)


def dated(parse: Parse, reading: Reading, made: Mapping[int, Event]) -> dict[int, Event]:
    """The events, those without a time of their own dated from the act their time is told from."""
    out = dict(made)
    for at in made:
        if out[at].time is None:
            found = _time(parse, reading, at, out)
            out[at] = replace(out[at], time=found) if found else out[at]
    return out


def _time(parse: Parse, reading: Reading, at: int, made: Mapping[int, Event]) -> EventTime | None:
    for timex in settings.in_sentence(reading.times, parse, at):
        span = SPAN.fullmatch(timex.value or "") if timex.anchor == "event" else None
        if span and settings.own(parse, timex, settings.clause(parse, at)):
            return _counted(parse, timex, int(span[1]) * DAYS[span[2]], made)
    return None


def _counted(parse: Parse, timex: Timex, days: int, made: Mapping[int, Event]) -> EventTime | None:
    """The day so many days from the event named after the expression."""
    last = parse.tokens(timex.start, timex.end)[-1]
    if last + 1 >= len(parse) or parse.lower(last + 1) not in (*AFTER, *BEFORE):
        return None
    sentence = parse.sentence(last)
    told = {parse.lemmas[k] for k in made}
    named = next((k for k in range(last + 2, min(last + 7, sentence.stop)) if parse.lemmas[k] in told), None)
    day = _day(parse, named, made) if named is not None else None
    if day is None:
        return None
    sign = -1 if parse.lower(last + 1) in BEFORE else 1
    value = (day + timedelta(days=sign * days)).isoformat()
    return EventTime(
        timex.id, value, (value, value), (value, value), f"{days} days from the event of {day.isoformat()}"
    )


def _day(parse: Parse, named: int, made: Mapping[int, Event]) -> date | None:
    """The one day that earlier events of this very word have."""
    days = {
        e.time.value
        for k, e in made.items()
        if k < named and parse.lemmas[k] == parse.lemmas[named] and e.time and e.time.value
    }
    whole = [d for d in days if re.fullmatch(r"\d{4}-\d\d-\d\d", d)]
    return date.fromisoformat(whole[0]) if len(days) == len(whole) == 1 else None
