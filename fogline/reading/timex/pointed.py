"""Days and periods that are named by way of another: Monday week, the week of 3 June, the night of 5-6 May.

Also the forms in which soldiers and courts write a day: 041530Z MAR 24, 12JUL2016, this fifth day of June 2018.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from fogline.reading.timex.calendar import (
    Interval,
    day,
    exactly,
    nth_weekday,
    shift,
    value_at,
    weekday_after,
    weekday_before,
)
from fogline.reading.timex.dates import full_year, month_number, of_year, weekday_number
from fogline.reading.timex.lengths import blank_value, unit_code
from fogline.reading.timex.numerals import number as numeral
from fogline.reading.timex.numerals import ordinal
from fogline.reading.timex.sense import Rule, Scene, Sense, dated, unresolved
from fogline.reading.timex.tense import AHEAD, BEHIND, direction

LAST = 5  # no month has more of a weekday
YEAR_LEADS = re.compile(
    r"\b(?:in|of|since|by|until|till|from|before|after|during|back in|summer|winter|spring|autumn|fall)(?: the)? $",
    re.I,
)


def weeks_on(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "Monday week", "a week on Thursday", "two weeks next Friday": so many weeks after the coming one."""
    number, now = weekday_number(m["w"]), scene.now.day
    if now is None:
        return unresolved(f"XXXX-WXX-{number}", "weekday; report's day unknown")
    when = weekday_after(now, number) + timedelta(weeks=numeral(m["n"] or "a"))
    return dated(str(when), "weeks from the coming weekday", anchor="published")


def before_last(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the Saturday before last", "the year before last", "the week after next"."""
    now, sign = scene.now.day, -1 if m["way"].lower() == "before last" else 1
    if m["w"]:
        number = weekday_number(m["w"])
        if now is None:
            return unresolved(f"XXXX-WXX-{number}", "weekday; report's day unknown")
        beside = weekday_before(now, number) if sign < 0 else weekday_after(now, number)
        when = beside + timedelta(weeks=sign)
        return dated(str(when), f"weekday {m['way'].lower()}", anchor="published")
    unit = unit_code(m["u"])
    if now is None:
        return unresolved(blank_value(unit), "period near the report's day, which is unknown")
    start = shift(now, 2 * sign, {"E": "W", "N": "D"}.get(unit, unit))
    if start is None:
        return None
    return dated(f"{start}TNI" if unit == "N" else value_at(start, unit), m["way"].lower(), anchor="published")


def from_point(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "a week from today", "three days from tomorrow": to the day."""
    now, unit = scene.now.day, unit_code(m["u"])
    if now is None:
        return unresolved(blank_value("D"), "counted from the report's day, which is unknown")
    count, start = numeral(m["n"]), now + timedelta(days=m["p"].lower() == "tomorrow")
    when = shift(start, count, unit) if count else None
    return dated(str(when), "to the day, counted from the report's day", anchor="published") if when else None


def night_of_two(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the night of 5-6 May", "the night from Sunday to Monday": it carries the first day's date."""
    if m["w"]:
        first, second, now = weekday_number(m["w"]), weekday_number(m["w2"]), scene.now.day
        if second != first % 7 + 1:
            return None
        if now is None:
            return unresolved(f"XXXX-WXX-{first}TNI", "night; report's day unknown", kind="TIME")
        ahead = direction(scene, m.start(), m.end()) == AHEAD
        back = timedelta(days=(now.isoweekday() - second) % 7)
        eve = now + timedelta(days=(first - now.isoweekday()) % 7) if ahead else now - back - timedelta(days=1)
        return dated(f"{eve}TNI", "night between two weekdays", anchor="published")
    number, last = (int(re.match(r"\d+", m[a] or m[b])[0]) for a, b in (("d", "d2"), ("e", "e2")))  # type: ignore[index]
    when, why, anchor = _day(m, number, m["m"] or m["m2"], scene)
    if when is None or (when + timedelta(days=1)).day != last:
        return None
    return dated(f"{when}TNI", f"night between two days; {why}", anchor=anchor)


def _day(m: re.Match[str], number: int, month: str, scene: Scene) -> tuple[date | None, str, str]:
    """A day of a month with its year given or told by the passage or the report; why; and the anchor."""
    if m["y"]:
        return day(full_year(m["y"]), month_number(month), number), "date in full", "none"
    return of_year(number, month_number(month), scene, m)


def week_of(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the week of 3 June", "the week ending 16 July", "the weekend of 3 June"."""
    when, why, anchor = _day(m, ordinal(m["d"] or m["d2"]), m["m"] or m["m2"], scene)
    if when is None:
        return None
    how, whole = m["how"].lower(), m["u"].lower() == "week"
    if how in ("of", "including") or not whole:
        return dated(value_at(when, "W" if whole else "E"), f"the week of a day; {why}", anchor=anchor)
    six = timedelta(days=6)
    first, last = (when - six, when) if how in ("ending", "to") else (when, when + six)
    sense = dated(value_at(first + timedelta(days=3), "W"), f"a week by its edge; {why}", anchor=anchor)
    return replace(sense, interval=exactly(first, last))


def weekday_of_month(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the first Sunday of October", "the last Friday in May 2024": the year that fits tense and report."""
    number, last = weekday_number(m["w"]), m["o"].lower() in ("last", "final")
    nth = LAST if last else ordinal(m["o"])
    if m["each"]:
        return Sense("SET", f"XXXX-WXX-{number}", "each month on that weekday")
    month, now = month_number(m["m"]), scene.now.day
    years = [full_year(m["y"])] if m["y"] else [now.year + step for step in (-1, 0, 1)] if now else []
    days = [when for year in years if (when := _nth(year, month, number, nth))]
    if not days:
        return unresolved(f"XXXX-{month:02d}", "weekday of a month; year unknown")
    if now is None or m["y"]:
        return dated(str(days[0]), "weekday of a month")
    looks = direction(scene, m.start(), m.end())
    fitting = [d for d in days if (looks != BEHIND or d <= now) and (looks != AHEAD or d >= now)] or days
    best = min(fitting, key=lambda d: abs((d - now).days))
    return dated(str(best), "weekday of a month; year by tense and report", anchor="published")


def _nth(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The n-th such weekday of a month; the fifth means the last."""
    when = nth_weekday(year, month, weekday, nth)
    if nth == LAST and when.month != month:
        when -= timedelta(weeks=1)
    return when if when.month == month else None


def date_time_group(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "041530Z MAR 24": day, hour and minute, zone, month, year (NATO's date-time group)."""
    when = day(full_year(m["y"]), month_number(m["m"]), int(m["d"]))
    zone = "Z" if m["zone"].upper() == "Z" else ""
    return dated(f"{when}T{m['h']}:{m['min']}{zone}", "date-time group") if when else None


def glued(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "12JUL2016"."""
    when = day(full_year(m["y"]), month_number(m["m"]), int(m["d"]))
    return dated(str(when), "date in full") if when else None


def legal_day(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "this fifth day of June 2018"."""
    when, why, anchor = _day(m, ordinal(m["d"]), m["m"], scene)
    return dated(str(when), why, anchor=anchor) if when else None


def short_year(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "December '91", "back in '91"."""
    year = full_year(m["y"])
    if m["m"]:
        return dated(f"{year:04d}-{month_number(m['m']):02d}", "month and year")
    stands = YEAR_LEADS.search(scene.text[max(0, m.start() - 12) : m.start()])
    return dated(f"{year:04d}", "year in two digits") if stands else None


def eve_of_day(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the eve of the 18 June referendum": the day before."""
    when, why, anchor = _day(m, ordinal(m["d"] or m["d2"]), m["m"] or m["m2"], scene)
    return dated(str(when - timedelta(days=1)), f"the day before; {why}", anchor=anchor) if when else None


def dated_anniversary(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the 10th anniversary of the 12 May 2004 bombing": so many years after the day told."""
    first = day(int(m["y"]), month_number(m["m"] or m["m2"]), ordinal(m["d"] or m["d2"]))
    when = shift(first, ordinal(m["o"]), "Y") if first else None
    return Sense("DATE", str(when), "anniversary of the day told", Interval(when, when, when, when)) if when else None


DAY_MONTH = r"(?:(?P<d><dd>)(?: of)? (?P<m><month>)|(?P<m2><month>) (?P<d2><dd>))(?:(?: ?,)? (?P<y><year>))?"
WITH_YEAR = r"(?:(?P<d><dd>) (?P<m><month>)|(?P<m2><month>) (?P<d2><dd>)) ?,? ?(?P<y><year>)"
TWO_DAYS = (
    r"(?:(?P<d><dd>) ?(?:-|–|to|and|/) ?(?P<e><dd>) (?P<m><month>)|(?P<m2><month>) (?P<d2><dd>) ?(?:-|–|to|and|/) ?"
    r"(?P<e2><dd>))(?:(?: ?,)? (?P<y><year>))?"
)
NIGHT = r"(?:the night|overnight|night)(?: (?:of|from|between|on))?"
PERIODS = r"(?P<u>night|week|weekend|month|quarter|year|decade)"
RULES: tuple[Rule, ...] = (
    ("weekday_week", r"(?P<n>)(?P<w><weekday>) week(?! (?:by|after)\b|-)(?=[ .,;:)]|$)", weeks_on),
    ("weeks_on", r"(?P<n>a|one|two|three) weeks? (?:on|from|next|this) (?P<w><weekday>)", weeks_on),
    ("before_last", rf"the (?:(?P<w><weekday>)|{PERIODS}) (?P<way>before last|after next)", before_last),
    (
        "from_point",
        r"(?P<n>a|one|two|three|four|\d{1,2}) (?P<u>day|week|month|year)s? from (?P<p>today|tomorrow)",
        from_point,
    ),
    (
        "night_of_two",
        rf"{NIGHT} (?:(?P<w><weekday>)(?: ?(?:-|–|/) ?| to | and | into )(?P<w2><weekday>)|{TWO_DAYS})",
        night_of_two,
    ),
    (
        "week_of",
        rf"(?:the )?(?P<u>week|weekend) (?P<how>of|including|beginning|starting|commencing|from|ending|to)(?: on)?"
        rf" (?:the )?(?:<anyweekday>,? )?{DAY_MONTH}",
        week_of,
    ),
    (
        "nth_weekday",
        r"(?:the )?(?P<o>first|second|third|fourth|last|final) (?P<w><weekday>) (?:of|in)"
        r" (?:(?P<each>every month|each month)|(?P<m><month>)(?:(?: ?,)? (?P<y><year>))?)",
        weekday_of_month,
    ),
    (
        "date_time_group",
        r"(?P<d>[0-3]\d)(?P<h>[0-2]\d)(?P<min>[0-5]\d)(?P<zone>[a-z]) ?(?P<m><mon>) ?(?P<y>(?:20)?\d\d)",
        date_time_group,
    ),
    ("glued", r"(?P<d>[0-3]?\d)(?P<m><mon>)(?P<y>(?:19|20)?\d\d)", glued),
    (
        "legal_day",
        r"(?:this |the )?(?P<d><ord>) day of (?P<m><month>)(?:(?: ?,)?(?: in the year)? (?P<y><year>))?",
        legal_day,
    ),
    ("short_year", r"(?:(?P<m><month>),? )?'(?P<y>\d\d)(?![\w'-])", short_year),
    ("eve_of_day", rf"the eve of (?:the )?{DAY_MONTH}", eve_of_day),
    (
        "dated_anniversary",
        rf"(?P<x>(?:(?:the|its|their) )?(?P<o><ord>)(?: |-year )anniversary) of (?:the )?{WITH_YEAR}",
        dated_anniversary,
    ),
)
