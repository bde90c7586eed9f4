"""The days that words name, as far as they can be compared: dates, weekdays alone, days of a month alone.

A report without a day of publication leaves "Tuesday" and "May 3" without a year: two weekdays, or two such days, can
still exclude each other. A night reaches into the next day, the early hours into the day before. Longer periods are no
days, and a clock time is one only with a day in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from fogline.checking.story import Story
from fogline.records import Timex

FULL = re.compile(r"(\d{4}-\d\d-\d\d)")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
OF_A_MONTH = re.compile(r"XXXX-(\d\d)-(\d\d)")
NIGHT = re.compile(r"\b(?:night|overnight|midnight|nightfall)\b", re.I)
LATE = re.compile(r"\b(?:late|evening|afternoon|noon|midday|dusk)\b", re.I)
EARLY = re.compile(r"\b(?:early|dawn|pre-dawn|midnight|small hours|overnight)\b", re.I)
OWN = re.compile(
    r"\b(?:1[89]|20)\d\d\b(?!\s*(?:GMT|UTC|hours|local|Z\b))|day\b|\bto(?:day|night)|\byesterday|\blast\s+night|\bovernight|\b(?:this|that)\s+(?:morning|afternoon|evening|night)"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I
)  # fmt: skip
LONGEST = 10  # days between two tellings of one happening that a slip may put there


class Day(NamedTuple):
    """A day on one of three scales (date, week, year), with the days around it that its words may mean too."""

    scale: str
    first: int
    last: int
    words: str


def told_days(story: Story, times: Sequence[Timex]) -> tuple[Day, ...]:
    """The days that some time expressions name; those that name no single day are left out."""
    return tuple(day for time in times if (day := _day(story, time)))


def _day(story: Story, time: Timex) -> Day | None:
    scale, number = _number(time)
    if not number or time.type not in ("DATE", "TIME") or (time.begin[0] and time.begin[0] != time.begin[1]):
        return None
    words = story.words((time.start, time.end))
    if not OWN.search(words):
        return None
    around = story.text[max(0, time.start - 20) : time.start].rpartition(",")[2] + words
    after = story.text[time.end : time.end + 10].partition(",")[0]
    night, early = NIGHT.search(around + after), EARLY.search(around + after)
    return Day(scale, number - bool(early), number + bool(night), " ".join(words.split()))


def _number(time: Timex) -> tuple[str, int]:
    value = time.value or ""
    if full := FULL.match(value):
        return "date", date.fromisoformat(full[1]).toordinal()
    if week := WEEKDAY.match(value):
        return "week", int(week[1])
    if of_a_month := OF_A_MONTH.match(value):
        return "year", date(2000, int(of_a_month[1]), int(of_a_month[2])).toordinal()
    return "", 0


def days_apart(a: Sequence[Day], b: Sequence[Day]) -> bool:
    """True if both name days and no two of them can be one.

    >>> days_apart([Day("week", 7, 7, "Sunday")], [Day("week", 0, 1, "early Monday")])
    False
    """
    return bool(a and b) and not any(_may_meet(x, y) for x in a for y in b)


def _may_meet(a: Day, b: Day) -> bool:
    if a.scale != b.scale:
        return True
    wrap = (-7, 0, 7) if a.scale == "week" else (0,)
    (first, last), (x, y) = _without_small_hours(a, b), _without_small_hours(b, a)
    return any(first <= y + turn and x + turn <= last for turn in wrap)


def _without_small_hours(a: Day, b: Day) -> tuple[int, int]:
    """A night does not reach into the next day where the other telling is of a night too, or of late in its day."""
    night = a.last > a.first and NIGHT.search(a.words)
    return a.first, a.last - bool(night and (NIGHT.search(b.words) or LATE.search(b.words)))


def near_in_time(a: Sequence[Day], b: Sequence[Day]) -> bool:
    """True if two tellings' days lie close enough for one happening."""
    return all(x.scale == y.scale and abs(x.first - y.first) <= LONGEST for x in a for y in b)
