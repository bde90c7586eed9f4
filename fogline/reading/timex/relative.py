"""Times counted from the report's day: yesterday, last night, this week, last month, two weeks ago."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from fogline.reading.timex.calendar import UNKNOWN, Interval, covered, shift, value_at
from fogline.reading.timex.lengths import (
    CLOCK_UNITS,
    SHIFT,
    blank_value,
    count_of,
    known_to,
    modifier_of,
    unit_code,
    vague_ends,
)
from fogline.reading.timex.sense import Rule, Scene, Sense, dated, day_of, unresolved
from fogline.reading.timex.tense import nowadays
from fogline.reading.timex.weekdays import part_value

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}


STEPS = {"this": 0, "last": -1, "next": 1, "current": 0, "the current": 0, "coming": 1, "the coming": 1, "past": -1,
         "this past": -1, "this coming": 1, "upcoming": 1, "the upcoming": 1}  # fmt: skip


def near_day(m: re.Match[str], scene: Scene) -> Sense | None:
    """Today, yesterday, tomorrow, with a part of the day."""
    part = part_value(m["part"])
    if m["d"][0].isupper() and re.search(r"[A-Z]\w+ $", scene.text[max(0, m.start() - 20) : m.start()]):
        return None  # part of a name: a paper, a programme
    if not part and nowadays(scene, m):
        now = scene.now.day
        interval = Interval(now, now, now, now) if now else UNKNOWN
        return Sense("DATE", "PRESENT_REF", "what is so at present", interval, anchor="published", framed=True)
    if scene.now.day is None:
        return unresolved(
            f"XXXX-XX-XX{part}", "day near the report's, which is unknown", kind="TIME" if part else "DATE"
        )
    when = scene.now.day + timedelta(days=DAYS[" ".join(m["d"].lower().split())])
    return dated(f"{when}{part}", "counted from the report's day", anchor="published")


def night(m: re.Match[str], scene: Scene) -> Sense | None:
    """Tonight, last night, overnight: a night carries the date of the evening it begins on."""
    now = scene.now.day
    if now is None:
        return unresolved("XXXX-XX-XXTNI", "night near the report's day, which is unknown", kind="TIME")
    words = m[0].lower()
    when = now - timedelta(days=0 if "tonight" in words else 1)
    return dated(f"{when}TNI", "night by the report's day", anchor="published")


def the_night(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "during the night", "through the night": the last one."""
    lead = re.search(r"\b(?:during|through|throughout|in) $", scene.text[max(0, m.start() - 12) : m.start()], re.I)
    return night(m, scene) if lead else None


def this_part(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "this morning", "that evening", "the same night"."""
    part = part_value(m["part"])
    if m["det"].lower() in ("this", "early this", "late this"):
        now, anchor = scene.now.day, "published"
    else:
        previous = scene.previous()
        now, anchor = day_of(previous.value) if previous and previous.value else None, "previous"
        step = 1 if m["det"].lower() in ("the next", "the following") else -1 if "previous" in m["det"].lower() else 0
        now = now + timedelta(days=step) if now else None
    if now is None:
        return unresolved(f"XXXX-XX-XX{part}", "part of a day that is not told", kind="TIME", anchor=anchor)
    return dated(f"{now}{part}", "part of the day", anchor=anchor)


def this_unit(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "this week", "last month", "next year", "later this year", "last weekend"."""
    unit, det = unit_code(m["u"]), " ".join(m["det"].lower().split())
    now = known_to(unit, scene.now)
    if det in ("past", "this past") and unit not in ("E",):
        return None
    mod = {"early": "START", "late": "END", "mid": "MID"}.get((m["edge"] or "").lower().rstrip(" -"))
    if now is None:
        return unresolved(blank_value(unit), "period near the report's day, which is unknown", mod=mod)
    start = shift(now, STEPS.get(det, 0), "W" if unit == "E" else unit)
    if start is None:
        return None
    if unit == "E" and det in ("last", "past", "this past") and now.isoweekday() > 6:
        start = now - timedelta(days=7)
    value = value_at(start, unit)
    sense = dated(value, f"{det} {m['u'].lower()}, counted from the report's day".lstrip(), anchor="published", mod=mod)
    return replace(sense, interval=_rest(sense.interval, (m["rest"] or "").lower(), scene.now.day))


def _rest(interval: Interval, word: str, now: date | None) -> Interval:
    """As in "later this year" is what is left of it, "earlier this year" what has gone."""
    if now is None or not word or interval.begin is None or not interval.begin <= now <= (interval.finish or now):
        return interval
    if word.startswith("earlier"):
        return Interval(interval.begin, interval.begin, interval.begin, now)
    return Interval(now, interval.finish, interval.finish, interval.finish)


def ago(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "two weeks ago", "three months from now": the period that holds the counted day, as coarse as the unit."""
    back = -1 if re.search(r"^ago|back$", m["way"], re.I) else 1
    if (m["way"].lower() == "ago today" or m["exact"]) and scene.now.day is not None and not m["v"]:
        when = shift(scene.now.day, -count_of(m), unit_code(m["u"]))
        return dated(str(when), "to the day, counted from the report's day", anchor="published") if when else None
    return from_report(m, scene, back)


def from_report(m: re.Match[str], scene: Scene, sign: int) -> Sense | None:
    """The day so many units from the report's, at the unit's precision."""
    unit = unit_code(m["u"])
    anchor = "published"
    now = known_to(unit, scene.now)
    if m["v"]:
        return vaguely(m["v"], scene, sign, unit)
    if now is None:
        return unresolved(blank_value(unit), "counted from the report's day, which is unknown")
    sense = at_distance(now, sign * count_of(m), unit)
    if sense is None or scene.now.day is None:
        coarse = "counted from the report's month or year"
        return sense and replace(sense, interval=covered(sense.value or ""), anchor=anchor, why=coarse)
    mod = modifier_of(m, ago=sign < 0)
    interval = _beside(sense.interval, mod, scene.now.day)
    return replace(sense, anchor=anchor, mod=mod, interval=interval, why="counted from the report's day")


def _beside(interval: Interval, mod: str | None, now: date) -> Interval:
    """As in "more than two years ago" is some time before the counted day, "less than" some time after it."""
    at = interval.begin_latest
    if mod in ("BEFORE", "ON_OR_BEFORE"):
        return Interval(None, at, None, at)
    return Interval(at, now, at, now) if mod in ("AFTER", "ON_OR_AFTER") and at and at <= now else interval


def at_distance(start: date, count: float, unit: str) -> Sense | None:
    """The period, as coarse as the unit, around the day so far from another."""
    when = shift(start, count, unit)
    if when is None:
        return None
    if unit in CLOCK_UNITS:
        moved = (start - timedelta(days=1), start) if count < 0 else (start, start + timedelta(days=1))
        small = abs(count) * {"S": 1, "MN": 60, "H": 3600}[unit] < 86400
        low, high = moved if small else (when, when)
        return Sense("DATE", str(high if count < 0 else low), "", Interval(low, high, low, high))
    value = value_at(when, {"E": "W", "N": "D"}.get(unit, unit))
    whole = covered(value)
    return Sense("DATE", value, "", Interval(whole.begin, when, when, whole.finish_latest))


def weeks_ago(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "weeks ago": a bare plural."""
    return vaguely(None, scene, -1 if m["way"].lower() == "ago" else 1, unit_code(m["u"]))


def vaguely(words: str | None, scene: Scene, sign: int, unit: str) -> Sense:
    """As in "several years ago", "weeks ago"."""
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    now = scene.now.day
    if now is None:
        return unresolved(value, "a vague distance from the report's day, which is unknown")
    near, far = vague_ends(now, sign, unit, words)
    low, high = sorted((near, far))
    return Sense(
        "DATE", value, "a vague distance from the report's day", Interval(low, high, low, high), None, "published"
    )


RULES: tuple[Rule, ...] = (
    (
        "near_day",
        r"(?:earlier |later |early |late )?(?P<d>the day before yesterday|the day after tomorrow|today"
        r"|yesterday|tomorrow)(?:(?:'s)? (?P<part><part>))?",
        near_day,
    ),
    ("night", r"tonight|last night|overnight", night),
    ("the_night", r"the night(?! (?:of|before|after)\b)", the_night),
    ("ago", rf"{SHIFT} (?P<way>ago(?: today)?|from now|hence|from today|back(?= (?:that|when|,)))", ago),
    ("weeks_ago", r"(?P<u><units>) (?P<way>ago|from now)", weeks_ago),
    (
        "this_part",
        r"(?P<det>early this|late this|this|that|that same|the same|the next|the following|the previous)"
        r" (?P<part><part>)",
        this_part,
    ),
    (
        "this_unit",
        r"(?P<rest>earlier |later )?(?P<edge>(?:early|late|mid)[ -])?(?P<det>this past|this coming"
        r"|this|last|next|the current|current|the coming|coming|the upcoming|upcoming|past) (?P<u>week"
        r"|fortnight|weekend|month|quarter|semester|year|decade|century)(?!s)",
        this_unit,
    ),
    (
        "quarter_near",
        r"(?P<rest>)(?P<edge>)the (?P<det>last|next|current) (?P<u>quarter|semester|weekend)(?!s)(?! of )",
        this_unit,
    ),
    ("next_far", r"the (?P<det>next) (?P<u>quarter)(?P<edge>)(?P<rest>)(?!s)", this_unit),
    (
        "in_the_unit",
        r"(?P<rest>earlier|later) in the (?P<u>day|week|month|year|decade|century)(?P<edge>)(?P<det>)",
        this_unit,
    ),
)
