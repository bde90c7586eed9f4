"""Days and counting: how long something lasted, how long ago it began, and which weekday a date is."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fogline.checking.story import Days
from fogline.tables.facts import bounds

ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
COMPOUND = re.compile(rf"(?P<ten>{'|'.join(TENS)})(?:ieth|y-(?P<one>[a-z]+))")
LENGTHS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
SLACK = {"day": 1, "week": 4, "month": 12, "year": 75}  # days either side that "enters its second year" is told in


def ordinal(word: str) -> int | None:
    """The number of an ordinal word or figure.

    >>> ordinal("eighth"), ordinal("21st"), ordinal("last"), ordinal("thirty-second"), ordinal("fiftieth")
    (8, 21, None, 32, 50)
    """
    low = word.lower()
    if low in ORDINALS:
        return ORDINALS.index(low) + 1
    if tens := COMPOUND.fullmatch(low):
        ones = (ORDINALS.index(tens["one"]) + 1 if tens["one"] in ORDINALS[:9] else None) if tens["one"] else 0
        return None if ones is None else 10 * TENS.index(tens["ten"]) + 20 + ones
    figure = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", low)
    return int(figure[1]) if figure else None


def fits(n: int, unit: str, began: Days, now: Days) -> bool:
    """True if something that began then can be in, or about to enter, its ``n``-th year (month ...) now.

    Calendar years are counted too: a war of 2022 may be in its third year all through 2024.

    >>> fits(3, "year", ("2022-02-24", "2022-02-24"), ("2024-11-19", "2024-11-19"))
    True
    >>> fits(8, "year", ("2022-02-24", "2022-02-24"), ("2024-11-19", "2024-11-19"))
    False
    """
    first, last = shifted(began, n - 1, unit)[0], shifted(began, n, unit)[1]
    slack = timedelta(days=SLACK[unit])
    inside = _day(now[1]) + slack >= first and _day(now[0]) - slack <= last
    years = {a - b + 1 for a in _years(now) for b in _years(began)}
    return inside or (unit == "year" and n in years)


def shifted(period: Days, n: int, unit: str) -> tuple[date, date]:
    """The period so many units later; years beyond the calendar stay at its end."""
    step = LENGTHS[unit] * n
    return tuple(_later(_day(end), step) for end in period)  # type: ignore[return-value]


def nth_period(began: Days, n: int, unit: str) -> Days:
    """The days on which something that began then can be told to be in its ``n``-th year, month, week or day."""
    slack = timedelta(days=SLACK[unit])
    first, last = shifted(began, n - 1, unit)[0] - slack, shifted(began, n, unit)[1] + slack
    whole = unit == "year"  # by the calendar, a war of December is in its second year in January
    low = min(first, date(int(began[0][:4]) + n - 1, 1, 1)) if whole else first
    high = max(last, date(int(began[1][:4]) + n - 1, 12, 31)) if whole else last
    return low.isoformat(), high.isoformat()


def counted(period: Days, now: Days, unit: str) -> str:
    """Which year (month ...) it is, as words: "third" or "third to fourth"."""
    low = int((_day(now[0]) - _day(period[1])).days // LENGTHS[unit]) + 1
    high = int((_day(now[1]) - _day(period[0])).days // LENGTHS[unit]) + 1
    return nth(low) if low == high else f"{nth(low)} to {nth(high)}"


def nth(n: int) -> str:
    """The ordinal of a number, as a word where it has a short one.

    >>> nth(3), nth(23), nth(111)
    ('third', '23rd', '111th')
    """
    suffix = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return ORDINALS[n - 1] if 1 <= n <= len(ORDINALS) else f"{n}{suffix}"


def _later(day: date, step: float) -> date:
    try:
        return day + timedelta(days=round(step))
    except OverflowError:
        return date.max


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _years(period: Days) -> range:
    return range(int(period[0][:4]), int(period[1][:4]) + 1)


def published(prefix: str | None) -> Days | None:
    """The days that a publication date can mean."""
    return bounds(prefix)
