"""Times counted from the last time told or from an event: two days later, the next day, a week after the raid."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from fogline.reading.timex.calendar import UNKNOWN, Interval, covered, shift, value_at
from fogline.reading.timex.lengths import (
    SHIFT,
    blank_value,
    count_of,
    duration_value,
    modifier_of,
    unit_code,
    vague_ends,
    vague_value,
)
from fogline.reading.timex.passage import yearless, yearless_day
from fogline.reading.timex.relative import at_distance
from fogline.reading.timex.sense import Rule, Scene, Sense, dated, day_of, unresolved
from fogline.reading.timex.tense import AHEAD, direction


def from_previous(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "two days later", "a week earlier": from the last day told; with an event named after it, symbolic."""
    unit = unit_code(m["u"])
    before = re.search(r"earlier|before|previously|prior", m["way"], re.I)
    if m["v"]:
        return _vaguely(scene, unit, -1 if before else 1, m["v"])
    if unit == "D" and (day := yearless_day(scene)):
        return _yearless(day, round(-count_of(m) if before else count_of(m)))
    start = _previous_start(scene, unit)
    if start is None:
        return unresolved(blank_value(unit), "counted from a time that is not told", anchor="previous")
    count = -count_of(m) if before else count_of(m)
    if m["exact"] and (when := shift(start, count, unit)):
        return dated(str(when), "to the day, counted from the last time told", anchor="previous")
    sense = at_distance(start, count, unit)
    if sense and scene.previous_is_coarse():
        sense = replace(sense, interval=covered(sense.value or ""))
    return sense and replace(sense, anchor="previous", why="counted from the last time told")


def units_earlier(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "days earlier", "months later": how far from the last time told is not said."""
    return _vaguely(scene, unit_code(m["u"]), -1 if m[0].lower().endswith("earlier") else 1, None)


def _vaguely(scene: Scene, unit: str, sign: int, words: str | None) -> Sense:
    """A length of which the last time told is one end, and with its day known the days that the other may be."""
    start, why = _previous_start(scene, unit), "a vague distance from the last time told"
    sense = Sense("DURATION", vague_value(unit, words), why, UNKNOWN, None, "previous", framed=True)
    if start is None:
        return sense
    low, high = sorted(vague_ends(start, sign, unit, words))
    return replace(sense, interval=Interval(low, high, low, high))


def _yearless(day: date, days: int) -> Sense:
    return unresolved(yearless(day, days) or "XXXX-XX-XX", "counted from the last day told", anchor="previous")


def next_unit(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the next day", "the previous month", "that year", "the same day", "the year before"."""
    unit, words = unit_code(m["u"]), m[0].lower()
    if words.startswith("the next") and unit != "D" and direction(scene, m.start(), m.end()) == AHEAD:
        return None
    step = (
        1
        if re.search(r"next|following|after", words)
        else -1
        if re.search(r"previous|preceding|before|prior", words)
        else 0
    )
    if unit == "D" and (day := yearless_day(scene)):
        return _yearless(day, step)
    start = _previous_start(scene, unit)
    if start is None:
        return unresolved(blank_value(unit), "counted from a time that is not told", anchor="previous")
    when = shift(start, step, "D" if unit == "N" else unit)
    if when is None:
        return None
    value = f"{when}TNI" if unit == "N" else value_at(when, unit)
    return dated(value, "counted from the last time told", anchor="previous")


def _previous_start(scene: Scene, unit: str) -> date | None:
    """The first day of the last time told that is fine enough to count such units from."""
    fine = {"D": 10, "N": 10, "W": 8, "E": 8, "M": 7, "Q": 6, "Y": 4, "DE": 3, "CE": 2}.get(unit, 10)
    for found in scene.held[:-5:-1]:
        sense = found.sense
        begin = sense.value and covered(sense.value).begin
        if sense.type in ("DATE", "TIME") and sense.value and begin and len(sense.value) >= fine:
            return begin
    return None


def after_event(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "three days after the strike": symbolic until the event is dated, as the sentence before may have done."""
    unit = unit_code(m["u"])
    start, sign = _told_of(m, scene), 1 if m["side"].lower() in ("after", "following", "into", "on from") else -1
    if start and m["n"] and not m["mod"] and unit in ("D", "W", "M", "Y") and m["side"].lower() != "since":
        when = shift(start, sign * count_of(m), unit)
        return dated(str(when), "counted from the event told before", anchor="previous") if when else None
    value = duration_value(count_of(m), unit) if not m["v"] else vague_value(unit, m["v"])
    return Sense("DURATION", value, "counted from an event", UNKNOWN, modifier_of(m), "event", framed=True)


def _told_of(m: re.Match[str], scene: Scene) -> date | None:
    """The day of an act taken up again: "The depot was hit on 4 March. Three days after the strike ..."."""
    last = scene.held[-1] if scene.held else None
    between = scene.text[last.end : m.start()] if last else ""
    beside = re.search(r"[.!?][\"”]?\s[^.!?\n]{0,40}$", between) and between.count("\n") < 2 and len(between) < 160
    taken_up = ACT_TAKEN_UP.match(scene.text, m.end())
    return day_of(last.sense.value or "") if last and beside and taken_up and last.sense.type == "DATE" else None


def beside_event(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "hours after the ceasefire", "the day before the rally": symbolic until the event is dated."""
    unit = unit_code(m["u"])
    value = duration_value(1, unit) if m["one"] else vague_value(unit, None)
    return Sense("DURATION", value, "counted from an event", UNKNOWN, None, "event", framed=True)


ACT_TAKEN_UP = re.compile(
    r" (?:the|that) (?:\w+ )?(?:strikes?|attacks?|raids?|bombings?|blasts?|explosions?|shootings?|ambush|massacre|"
    r"killings?|assault|crash|vote|election|ceasefire|truce|deal|agreement|signing|arrests?|coup|(?:earth)?quake|flood|"
    r"invasion|incident|shelling|clash(?:es)?|talks|meeting|fire|landing|sinking|fall|capture)\b",
    re.I,
)
EVENT_AFTER = r" (?:after|before|following|since)(?= (?:the|an?|his|her|its|their|\w+['’]s) (?!<month>|<weekday>|\d))"
RULES: tuple[Rule, ...] = (
    (
        "after_event",
        rf"(?P<x>{SHIFT}) (?P<side>after|before|following|since|prior to|into|on from|ahead of)(?= (?!that\b"
        r"|then\b|this\b|<month>|<weekday>|yesterday|today|noon|midnight|\d))",
        after_event,
    ),
    ("units_event", rf"(?P<x>(?P<one>)(?P<u><units>)){EVENT_AFTER}", beside_event),
    ("unit_event", rf"(?P<x>(?P<one>the|an?) (?P<u>day|week|month|year)){EVENT_AFTER}", beside_event),
    (
        "later",
        rf"{SHIFT} (?P<way>earlier|later|previously|afterwards?|(?:before|after|prior)(?= ?[.,;:)]|\n"
        r"|$| (?:that|then|and|when)\b))(?! than\b)",
        from_previous,
    ),
    ("units_earlier", r"(?P<u><units>) (?:earlier|later)(?! than\b)", units_earlier),
    (
        "next_unit",
        r"(?!the next (?:decade|century))(?:later |earlier )?(?:the very next|the next|the following"
        r"|the previous|the preceding|the same|that same|that) (?P<u>day|night|week|weekend|month|quarter"
        r"|year|decade|century)(?!s)",
        next_unit,
    ),
    (
        "year_before",
        r"(?:the|a|one) (?P<u>day|night|week|month|year) (?:before|earlier|after|later)(?=[.,;?!]|$)",
        next_unit,
    ),
)
