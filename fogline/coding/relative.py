"""Times told from another act: "two days after the strike" is dated where the strike is.

A `Timex` is never rewritten; the date lands in ``Event.time`` with the reason. Counted are whole days, weeks, months
and years from an event with a known day: one that this report tells before, or one dated by its own words ("a day
before the vote on 9 November"). Anything vaguer stays unknown.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from fogline.coding import settings
from fogline.coding.retold_words import names
from fogline.models.parse import Parse
from fogline.records import Event, EventTime, Reading, Timex
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

SPAN = re.compile(r"P(\d+)([DWMY])")
WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
DAYS = {"D": 1, "W": 7}
MONTHS = {"M": 1, "Y": 12}
BEFORE = ("before", "prior", "ahead")
REACH = 7  # words between the expression and the event it counts from


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
        prep = settings.counts_from(parse, timex)
        named = _named(parse, prep) if span and prep is not None else None
        if span and prep is not None and named not in (None, at) and _of(parse, timex, at):
            day = _day(parse, reading, named or 0, made)
            back = parse.lower(prep) in BEFORE
            return _counted(timex, day, -int(span[1]) if back else int(span[1]), span[2]) if day else None
    return None


def _of(parse: Parse, timex: Timex, at: int) -> bool:
    """True if the time is the act's own, or that of a verb whose day counts for both."""
    shared = settings.sharing(parse, at)
    heads = settings.clause(parse, at) if shared is None else settings.clause(parse, at) | {shared}
    return settings.own(parse, timex, heads)


def _named(parse: Parse, prep: int) -> int | None:
    """The act noun, or the verb, that the expression counts from."""
    near = range(prep + 1, min(prep + REACH, parse.sentence(prep).stop))
    known = lexicon.act_nouns() | ontology.event_nouns()
    return next((k for k in near if parse.pos[k] == "VERB" or parse.lemmas[k] in known), None)


def _counted(timex: Timex, day: date, count: int, unit: str) -> EventTime | None:
    """The day, or where months and years are counted the month, so far from the event's day."""
    why = f"{timex.value} {'before' if count < 0 else 'after'} the event of {day.isoformat()}"
    if unit in DAYS:
        value = (day + timedelta(days=count * DAYS[unit])).isoformat()
        return EventTime(timex.id, value, (value, value), (value, value), why)
    months = day.year * 12 + day.month - 1 + count * MONTHS[unit]
    first, value = date(months // 12, months % 12 + 1, 1), f"{months // 12:04}-{months % 12 + 1:02}"
    last = first.replace(day=monthrange(first.year, first.month)[1]).isoformat()
    return EventTime(timex.id, value, (first.isoformat(),) * 2, (last, last), why)


def _day(parse: Parse, reading: Reading, named: int, made: Mapping[int, Event]) -> date | None:
    """The day that the event's own words name, else the one day of the earlier events that the word can stand for."""
    own = (t.value for t in settings.in_sentence(reading.times, parse, named) if _dates(parse, t, named))
    told = (e.time.value for k, e in made.items() if k < named and e.time and names(parse, k, named))
    days = {d for d in own if d} or {d for d in told if d and not d.startswith("P")}
    whole = [d for d in days if WHOLE.fullmatch(d)]
    return date.fromisoformat(whole[0]) if len(days) == len(whole) == 1 else None


def _dates(parse: Parse, timex: Timex, named: int) -> bool:
    """As in "the vote on 9 November": the time hangs on the event's own word."""
    first = parse.tokens(timex.start, timex.end)[0]
    return (
        timex.type == "DATE"
        and first > named
        and (first in parse.subtree(named) or settings.dates(parse, timex) == named)
    )
