"""Days and periods: what a TIMEX3 value covers, and how to step through the calendar. Gregorian, no time zones."""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from fogline.tables import lexicon_times as lexicon


class Interval(NamedTuple):
    """Earliest and latest begin, earliest and latest finish; None is unknown or open."""

    begin: date | None = None
    begin_latest: date | None = None
    finish: date | None = None
    finish_latest: date | None = None


UNKNOWN = Interval()
# astronomical and meteorological seasons (north): both ways of counting bound the season
SEASONS = {
    "SP": ((3, 1), (3, 21), (5, 31), (6, 20)),
    "SU": ((6, 1), (6, 21), (8, 31), (9, 22)),
    "FA": ((9, 1), (9, 23), (11, 30), (12, 20)),
    "WI": ((12, 1), (12, 21), (2, 28), (3, 20)),
}
MONTHS_OF = {"Q": 3, "H": 6}


def exactly(first: date, last: date) -> Interval:
    """A period whose first and last day are known."""
    return Interval(first, first, last, last)


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (30 February).

    >>> day(2025, 2, 30) is None, day(2024, 2, 29)
    (True, datetime.date(2024, 2, 29))
    """
    try:
        return date(year, month, number)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shift(start: date, count: float, unit: str) -> date | None:
    """The day so many units away (negative is back); None beyond the calendar.

    Units are TIMEX3's: S, MN, H, D, W, M, Y, DE (ten years), CE; H and smaller count as days begun.

    >>> shift(date(2025, 3, 31), -1, "M")
    datetime.date(2025, 2, 28)
    """
    months = {"M": 1, "Q": 3, "B": 6, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    days = {"S": 1 / 86400, "MN": 1 / 1440, "H": 1 / 24, "D": 1, "N": 1, "W": 7, "E": 7, "F": 14}.get(unit, 0)
    try:
        if months is None:
            whole = math.ceil(round(abs(count) * days, 6))
            return start + timedelta(days=whole if count > 0 else -whole)
        months_on = start.year * 12 + start.month - 1 + round(count * months)
        year, month = divmod(months_on, 12)
        return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def value_at(when: date, unit: str) -> str:
    """The TIMEX3 value of the period of that unit in which a day lies.

    >>> [value_at(date(2025, 11, 20), unit) for unit in ("D", "W", "M", "Q", "Y", "DE")]
    ['2025-11-20', '2025-W47', '2025-11', '2025-Q4', '2025', '202']
    """
    year, week, _ = when.isocalendar()
    weekly = f"{year:04d}-W{week:02d}"
    return {
        "W": weekly,
        "F": weekly,
        "E": f"{weekly}-WE",
        "M": f"{when:%Y-%m}",
        "Q": f"{when.year:04d}-Q{(when.month + 2) // 3}",
        "B": f"{when.year:04d}-H{(when.month + 5) // 6}",
        "Y": f"{when.year:04d}",
        "DE": f"{when.year:04d}"[:3],
        "CE": f"{when.year:04d}"[:2],
    }.get(unit, when.isoformat())


def covered(value: str) -> Interval:
    """The days that a TIMEX3 date or time value covers; `UNKNOWN` where the value names no period.

    >>> [str(d) for d in covered("2024-WI")]
    ['2024-12-01', '2024-12-21', '2025-02-28', '2025-03-20']
    >>> covered("XXXX-WXX-5")
    Interval(begin=None, begin_latest=None, finish=None, finish_latest=None)
    """
    for pattern, read in _FORMS:
        match = re.fullmatch(pattern, value)
        if match:
            try:
                return read(match)
            except (ValueError, OverflowError):
                return UNKNOWN
    return UNKNOWN


def _year(m: re.Match[str]) -> Interval:
    return exactly(date(int(m[1]), 1, 1), date(int(m[1]), 12, 31))


def _month(m: re.Match[str]) -> Interval:
    return exactly(date(int(m[1]), int(m[2]), 1), last_of_month(int(m[1]), int(m[2])))


def _day(m: re.Match[str]) -> Interval:
    first = date.fromisoformat(m[1])
    if m[2] == "T24:00":  # midnight may be meant as either edge of the night
        return Interval(first, first + timedelta(days=1), first, first + timedelta(days=1))
    return exactly(first, first + timedelta(days=1) if m[2] == "TNI" else first)


def _week(m: re.Match[str]) -> Interval:
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    return exactly(monday + timedelta(days=5 if m[3] else 0), monday + timedelta(days=6))


def _season(m: re.Match[str]) -> Interval:
    year, turns = int(m[1]), SEASONS[m[2]]
    later = int(m[2] == "WI")
    ends = [date(year, *turns[0]), date(year, *turns[1]), date(year + later, *turns[2]), date(year + later, *turns[3])]
    if later:
        ends[2] = last_of_month(year + 1, 2)
    return Interval(*ends)


def _months(m: re.Match[str]) -> Interval:
    size = MONTHS_OF[m[2]]
    last = int(m[3]) * size
    return exactly(date(int(m[1]), last - size + 1, 1), last_of_month(int(m[1]), last))


def _decade(m: re.Match[str]) -> Interval:
    return exactly(date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31))


def _century(m: re.Match[str]) -> Interval:
    first = int(m[1]) * 100
    return Interval(date(first, 1, 1), date(first + 1, 1, 1), date(first + 99, 12, 31), date(first + 100, 12, 31))


def _fiscal(m: re.Match[str]) -> Interval:
    """A fiscal year's edges differ by country: it begins between April before and January of its year."""
    year = int(m[1])
    return Interval(date(year - 1, 4, 1), date(year, 4, 1), date(year, 3, 31), date(year + 1, 3, 31))


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Interval]], ...] = (
    (r"(\d{4}-\d\d-\d\d)(T\w.*)?", _day),
    (r"(\d{4})-(\d\d)", _month),
    (r"(\d{4})", _year),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-(SP|SU|FA|WI)", _season),
    (r"(\d{4})-(Q|H)(\d)", _months),
    (r"(\d{3})", _decade),
    (r"(\d{2})", _century),
    (r"FY(\d{4})", _fiscal),
)


def narrowed(value: str, mod: str, tight: bool = False) -> Interval:
    """The early, middle or late part of a period; vague by nature, so its inner edges are given as ranges.

    ``tight`` is for "the end of" and "the beginning of", which reach less far than "late" and "early".

    >>> [str(d) for d in narrowed("2025-06", "MID")]
    ['2025-06-10', '2025-06-12', '2025-06-18', '2025-06-20']
    """
    whole = covered(value)
    first, last = whole.begin, whole.finish_latest
    if first is None or last is None or first == last:
        return whole
    if re.fullmatch(r"\d{4}", value):
        return _part_of_year(first.year, mod, tight)
    early, mid, late, end = _month_marks(first) if re.fullmatch(r"\d{4}-\d\d", value) else _marks(first, last)
    if mod == "START":
        return Interval(first, whole.begin_latest, first if tight else early[0], early[0] if tight else early[1])
    if mod == "END":
        return Interval(last - timedelta(days=6) if tight else end[0], last if tight else end[1], whole.finish, last)
    return Interval(*mid, *late)


def _part_of_year(year: int, mod: str, tight: bool) -> Interval:
    if tight and mod != "MID":
        first, last = date(year, 1, 1), date(year, 12, 31)
        start = Interval(first, first, first, date(year, 1, 31))
        return start if mod == "START" else Interval(date(year, 12, 1), last, last, last)
    marks = {
        "START": ((1, 1), (1, 1), (3, 31), (4, 30)),
        "MID": ((5, 1), (6, 1), (7, 31), (8, 31)),
        "END": ((9, 1), (11, 1), (12, 31), (12, 31)),
    }[mod]
    return Interval(*(date(year, *mark) for mark in marks))


def _month_marks(first: date) -> tuple[tuple[date, date], ...]:
    """Where the early part ends, the middle begins and ends, the late part begins."""
    return tuple((first.replace(day=a), first.replace(day=b)) for a, b in ((7, 10), (10, 12), (18, 20), (20, 24)))


def _marks(first: date, last: date) -> tuple[tuple[date, date], ...]:
    length = (last - first).days
    parts = ((0.3, 0.4), (0.3, 0.4), (0.6, 0.7), (0.6, 0.7))
    return tuple((first + timedelta(round(length * a)), first + timedelta(round(length * b))) for a, b in parts)


def stretch(unit: str) -> tuple[tuple[int, str], tuple[int, str]]:
    """How long a bare plural lasts at least and at most: "weeks" is two weeks to two months.

    >>> stretch("M")
    ((2, 'M'), (12, 'M'))
    """
    least, most = (re.match(r"(\d+)(\w+)", part) for part in lexicon.words("stretch")[unit.lower()].split("-"))
    assert least and most
    return (int(least[1]), least[2]), (int(most[1]), most[2])


@cache
def easter(year: int, orthodox: bool = False) -> date:
    """Easter Sunday, Gregorian dates (Meeus; the Julian rule plus 13 days for 1900-2099).

    >>> easter(2025), easter(2024, orthodox=True)
    (datetime.date(2025, 4, 20), datetime.date(2024, 5, 5))
    """
    if orthodox:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, number = divmod(d + e + 114, 31)
        return date(year, month, number + 1) + timedelta(days=13)
    a, (b, c) = year % 19, divmod(year, 100)
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, number = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, number + 1)


def holiday(name: str, year: int) -> date:
    """The day of a named holiday in one year, by its rule in time_holidays.tsv.

    >>> holiday("thanksgiving", 2025)
    datetime.date(2025, 11, 27)
    """
    rule = lexicon.holidays()[name]
    moving = re.match(r"(easter|orthodox)([+-]\d+)", rule)
    if moving:
        return easter(year, moving[1] == "orthodox") + timedelta(days=int(moving[2]))
    month, *rest = map(int, rule.split("-"))
    if len(rest) == 1:
        return date(year, month, rest[0])
    nth, weekday = rest
    return nth_weekday(year, month, weekday, nth)


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The n-th such weekday of a month, 1 Monday to 7 Sunday; the fifth may lie in the next month.

    >>> nth_weekday(2025, 11, 4, 4)
    datetime.date(2025, 11, 27)
    """
    return weekday_after(date(year, month, 1) - timedelta(days=1), number) + timedelta(weeks=nth - 1)


def weekday_after(when: date, number: int) -> date:
    """The first such weekday after a day, 1 Monday to 7 Sunday.

    >>> weekday_after(date(2025, 11, 20), 4), weekday_before(date(2025, 11, 20), 1)
    (datetime.date(2025, 11, 27), datetime.date(2025, 11, 17))
    """
    return when + timedelta(days=(number - when.isoweekday()) % 7 or 7)


def weekday_before(when: date, number: int) -> date:
    """The last such weekday before a day."""
    return when - timedelta(days=(when.isoweekday() - number) % 7 or 7)
