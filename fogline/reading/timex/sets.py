"""Repeated times (SET) and times that only point to past, present or future."""

from __future__ import annotations

import re
from datetime import timedelta

from fogline.reading.timex.calendar import UNKNOWN, Interval
from fogline.reading.timex.dates import month_number, weekday_number
from fogline.reading.timex.lengths import duration_value, unit_code
from fogline.reading.timex.numerals import number
from fogline.reading.timex.sense import Rule, Scene, Sense
from fogline.reading.timex.weekdays import part_value
from fogline.tables import lexicon_times as lexicon


def every_unit(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "every day", "each year", "every two weeks", "every other day"."""
    count = 2 if (m["other"] or "").strip() == "other" else number(m["n"]) if m["n"] else 1
    unit = unit_code(m["u"])
    if unit == "N" and count == 1:
        return Sense("SET", "XXXX-XX-XXTNI", "each such night")
    if unit == "E":
        return Sense("SET", "XXXX-WXX-WE", "each weekend")
    return Sense("SET", duration_value(count, unit), "each such period")


def every_part(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "every night", "each morning"."""
    return Sense("SET", f"XXXX-XX-XX{part_value(m['part'])}", "each day at that time")


def every_named(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "every Friday", "every March"."""
    if m["w"]:
        return Sense("SET", f"XXXX-WXX-{weekday_number(m['w'])}{part_value(m['part'])}", "each week on that day")
    return Sense("SET", f"XXXX-{month_number(m['m']):02d}", "each year in that month")


def plural(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "weekends", "weekdays"."""
    return Sense("SET", "XXXX-WXX-WE", "each weekend")


def frequency(m: re.Match[str], scene: Scene) -> Sense | None:
    """Daily, weekly, annual ...; a rate of pay or a newspaper is no time."""
    follows = re.match(r" +([a-z]+?)s?\b", scene.text[m.end() : m.end() + 30])
    if follows and follows[1] in lexicon.words("no_frequency"):
        return None
    return Sense("SET", lexicon.words("frequency")[m["f"].lower()], "each such period")


def reference(m: re.Match[str], scene: Scene) -> Sense | None:
    """Now, recently, soon: past, present or future, no more."""
    value = lexicon.words("reference")[" ".join(m["r"].lower().split())]
    now = scene.now.day
    if now is None or value == "PAST_REF":
        interval = Interval(None, None, None, now) if now else UNKNOWN
    elif value == "PRESENT_REF":
        interval = Interval(now, now, now, now)
    else:
        interval = Interval(now, None, None, None)
    return Sense("DATE", value, "points to past, present or future only", interval, anchor="published", framed=True)


def in_days(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "these days" and the like are references; kept apart from lengths."""
    now = scene.now.day
    interval = Interval(now - timedelta(days=60), now, now, now) if now else UNKNOWN
    return Sense("DATE", "PRESENT_REF", "about the present", interval, anchor="published", framed=True)


RULES: tuple[Rule, ...] = (
    ("every_part", r"(?:every|each) (?:single )?(?P<part>morning|afternoon|evening|night)", every_part),
    ("every_unit", r"(?:every|each) (?:(?P<other>other |single )|(?P<n><num>) )?(?P<u><unit>)", every_unit),
    ("every_named", r"(?:every|each) (?:(?P<w><weekday>)(?: (?P<part><part>))?|(?P<m><month>))", every_named),
    ("in_days", r"these days", in_days),
    ("plural", r"weekends", plural),
    ("frequency", r"(?P<f><freq>)", frequency),
    ("reference", r"(?P<r><refword>)(?!-| (?:as|after|before|of|<vague>|<num>|few|<unit>)\b)", reference),
)
