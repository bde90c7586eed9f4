"""Times counted from the report's day or from the last time told: yesterday, last week, two weeks ago, the next day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from fogline.reading.timex import calendar, numerals
from fogline.reading.timex.calendar import UNKNOWN, Interval, covered, shift, value_at
from fogline.reading.timex.sense import Now, Rule, Scene, Sense, dated, day_of, unresolved
from fogline.reading.timex.weekdays import part_value
from fogline.tables import lexicon_times as lexicon

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
STEPS = {"this": 0, "last": -1, "next": 1, "current": 0, "the current": 0, "coming": 1, "the coming": 1, "past": -1,
         "this past": -1, "this coming": 1, "upcoming": 1, "the upcoming": 1}  # fmt: skip
CLOCK_UNITS = ("S", "MN", "H")


def unit_code(words: str) -> str:
    """The code of a unit of time, singular or plural.

    >>> unit_code("weeks"), unit_code("century")
    ('W', 'CE')
    """
    units = lexicon.words("unit")
    word = words.lower()
    return units[word] if word in units else units[word.removesuffix("s")]


def near_day(m: re.Match[str], scene: Scene) -> Sense | None:
    """Today, yesterday, tomorrow, with a part of the day."""
    part = part_value(m["part"])
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
    if now is None:
        return unresolved(_blank(unit), "period near the report's day, which is unknown")
    start = shift(now, STEPS[det], "W" if unit == "E" else unit)
    if start is None:
        return None
    if unit == "E" and det in ("last", "past", "this past") and now.isoweekday() > 6:
        start = now - timedelta(days=7)
    value = value_at(start, unit)
    mod = {"early": "START", "late": "END", "mid": "MID"}.get((m["edge"] or "").lower().rstrip(" -"))
    sense = dated(value, f"{det} {m['u'].lower()}, counted from the report's day", anchor="published", mod=mod)
    return replace(sense, interval=_rest(sense.interval, (m["rest"] or "").lower(), scene.now.day))


def _rest(interval: Interval, word: str, now: date | None) -> Interval:
    """As in "later this year" is what is left of it, "earlier this year" what has gone."""
    if now is None or not word or interval.begin is None or not interval.begin <= now <= (interval.finish or now):
        return interval
    if word.startswith("earlier"):
        return Interval(interval.begin, interval.begin, interval.begin, now)
    return Interval(now, interval.finish, interval.finish, interval.finish)


def known_to(unit: str, now: Now) -> date | None:
    """A day to count from if the report's date is known as finely as the unit needs."""
    if now.day:
        return now.day
    if now.year and now.month and unit in ("M", "Q", "B", "Y", "DE", "CE"):
        return date(now.year, now.month, 1)
    return date(now.year, 1, 1) if now.year and unit in ("Y", "DE", "CE") else None


def _blank(unit: str) -> str:
    return {"W": "XXXX-WXX", "F": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "B": "XXXX-HX",
            "Y": "XXXX", "DE": "XXX", "CE": "XX"}.get(unit, "XXXX-XX-XX")  # fmt: skip


def ago(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "two weeks ago", "three months from now": the period that holds the counted day, as coarse as the unit."""
    back = -1 if re.search(r"ago|back$", m["way"], re.I) else 1
    return from_report(m, scene, back)


def from_report(m: re.Match[str], scene: Scene, sign: int) -> Sense | None:
    """The day so many units from the report's, at the unit's precision."""
    unit = unit_code(m["u"])
    anchor = "published"
    now = known_to(unit, scene.now)
    if m["v"]:
        return vaguely(m["v"], scene, sign, unit)
    if now is None:
        return unresolved(_blank(unit), "counted from the report's day, which is unknown")
    sense = at_distance(now, sign * count_of(m), unit)
    if sense is None or scene.now.day is None:
        return sense and replace(sense, interval=covered(sense.value or ""))
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


def vague_ends(now: date, sign: int, unit: str, words: str | None) -> tuple[date, date]:
    """The nearest and the farthest day that "several months" or "months" from a day may mean."""
    if words and words.lower() in lexicon.words("vague"):
        least, most = numerals.vague(words)
        ends = shift(now, sign * least, unit), shift(now, sign * most, unit)
    elif unit in CLOCK_UNITS:
        return now, now + timedelta(days=sign)
    else:
        (a, au), (b, bu) = calendar.stretch(unit)
        ends = shift(now, sign * a, au), shift(now, sign * b, bu)
    return ends[0] or now, ends[1] or (date.min if sign < 0 else date.max)


def count_of(m: re.Match[str]) -> float:
    """The number before a unit; "half a" is a half, "a ... and a half" one and a half."""
    parts = m.groupdict()
    if parts.get("half"):
        return 0.5
    return numerals.number(m["n"]) + (0.5 if parts.get("plus") else 0)


def modifier_of(m: re.Match[str], ago: bool = False) -> str | None:
    """The mod of "more than", "about", "nearly"; counted back, TIMEX3 calls "more than two weeks ago" BEFORE."""
    words = re.sub(r"^(?:just|only) | the$", "", (m.groupdict().get("mod") or "").lower().strip())
    mod = lexicon.words("modifier").get(words)
    back = {
        "MORE_THAN": "BEFORE",
        "EQUAL_OR_MORE": "ON_OR_BEFORE",
        "LESS_THAN": "AFTER",
        "EQUAL_OR_LESS": "ON_OR_AFTER",
    }
    return back.get(mod or "", mod) if ago else mod


def from_previous(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "two days later", "a week earlier": from the last day told; with an event named after it, symbolic."""
    unit = unit_code(m["u"])
    before = re.search(r"earlier|before|previously|prior", m["way"], re.I)
    previous = scene.previous()
    if m["v"] or previous is None or previous.value is None:
        return unresolved(_blank(unit), "counted from a time that is not told", anchor="previous")
    start = day_of(previous.value)
    sense = at_distance(start, -count_of(m) if before else count_of(m), unit) if start else None
    return sense and replace(sense, anchor="previous", why="counted from the last time told")


def next_unit(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the next day", "the previous month", "the following year", "that year", "the same day", "the year before"."""
    unit, words = unit_code(m["u"]), m[0].lower()
    step = (
        1
        if re.search(r"next|following|after", words)
        else -1
        if re.search(r"previous|preceding|before|prior", words)
        else 0
    )
    start = _previous_start(scene, unit)
    if start is None:
        return unresolved(_blank(unit), "counted from a time that is not told", anchor="previous")
    when = shift(start, step, "D" if unit == "N" else unit)
    if when is None:
        return None
    value = f"{when}TNI" if unit == "N" else value_at(when, unit)
    return dated(value, "counted from the last time told", anchor="previous")


def _previous_start(scene: Scene, unit: str) -> date | None:
    """The first day of the last time told that is fine enough to count such units from."""
    fine = {"D": 10, "N": 10, "W": 8, "E": 8, "M": 7, "Q": 6, "Y": 4, "DE": 3, "CE": 2}.get(unit, 10)
    for found in reversed(scene.held):
        sense = found.sense
        begin = sense.value and covered(sense.value).begin
        if sense.type in ("DATE", "TIME") and sense.value and begin and len(sense.value) >= fine:
            return begin
    return None


def after_event(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "three days after the strike": symbolic until the event is dated."""
    unit = unit_code(m["u"])
    value = duration_value(count_of(m), unit) if not m["v"] else vague_value(unit)
    return Sense("DURATION", value, "counted from an event", UNKNOWN, modifier_of(m), "event", framed=True)


def duration_value(count: float, unit: str) -> str:
    """The TIMEX3 value of a length of time.

    >>> duration_value(48, "H"), duration_value(2, "F"), duration_value(0.5, "Y"), duration_value(2.5, "Y")
    ('PT48H', 'P4W', 'P6M', 'P2.5Y')
    """
    if count % 1 and unit in ("Y", "H") and count < 1:
        count, unit = (count * 12, "M") if unit == "Y" else (count * 60, "MN")
    factor, code = {"F": (2, "W"), "Q": (3, "M"), "B": (6, "M"), "N": (1, "D"), "MN": (1, "M"), "E": (1, "W")}.get(
        unit, (1, unit)
    )
    time = "T" if unit in CLOCK_UNITS else ""
    return f"P{time}{numerals.plain(count * factor)}{code}"


def vague_value(unit: str) -> str:
    """The TIMEX3 value of a length that is not counted.

    >>> vague_value("M"), vague_value("H")
    ('PXM', 'PTXH')
    """
    code = {"F": "W", "Q": "M", "B": "M", "N": "D", "MN": "M", "E": "W"}.get(unit, unit)
    return f"P{'T' if unit in CLOCK_UNITS else ''}X{code}"


COUNT = r"(?:(?P<mod><mod>))?(?:(?P<v><vague>) |(?P<half>half an? )|(?P<n><num>|an?)[ -])"
SHIFT = rf"{COUNT}(?P<u><unit>)(?P<plus> and a half)?"
RULES: tuple[Rule, ...] = (
    ("near_day", r"(?:earlier |later |early |late )?(?P<d>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow)(?:['’]s)?(?: (?P<part><part>))?", near_day),
    ("night", r"tonight|last night|overnight", night),
    ("the_night", r"the night(?! (?:of|before|after)\b)", the_night),
    ("ago", rf"{SHIFT} (?P<way>ago|from now|hence|from today|back(?= (?:that|when|,)))", ago),
    ("weeks_ago", r"(?P<u><units>) (?P<way>ago|from now)", weeks_ago),
    ("after_event", rf"(?P<x>{SHIFT}) (?:after|before|following|since|prior to|into|ahead of)(?= (?!that\b|then\b|this\b|<month>|<weekday>|yesterday|today|noon|midnight|\d))", after_event),
    ("later", rf"{SHIFT} (?P<way>earlier|later|previously|afterwards?|(?:before|after|prior)(?= ?[.,;:)]|\n|$| (?:that|then|and|when)\b))(?! than\b)", from_previous),
    ("this_part", r"(?P<det>early this|late this|this|that|that same|the same|the next|the following|the previous) (?P<part><part>)", this_part),
    ("this_unit", r"(?P<rest>earlier |later )?(?P<edge>(?:early|late|mid)[ -])?(?P<det>this past|this coming|this|last|next|the current|current|the coming|coming|the upcoming|upcoming|past) (?P<u>week|fortnight|weekend|month|quarter|semester|year|decade|century)(?!s)", this_unit),
    ("quarter_near", r"(?P<rest>)(?P<edge>)the (?P<det>last|next|current) (?P<u>quarter|semester|weekend)(?!s)", this_unit),
    ("next_unit", r"(?:later |earlier )?(?:the very next|the next|the following|the previous|the preceding|the same|that same|that) (?P<u>day|night|week|weekend|month|quarter|year|decade|century)(?!s)", next_unit),
    ("year_before", r"(?:the|a|one) (?P<u>day|night|week|month|year) (?:before|earlier|after|later)(?=[.,;]|$)", next_unit),
)  # fmt: skip
