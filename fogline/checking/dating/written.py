"""Dates as the words give them: day, month, year and weekday of each, with or without a year.

The ledger's times are resolved against the day of publication; a check that questions just that day must ask the words.
A date without a year stands for that day in every year that a report can be of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from fogline.checking.story import Days, Story
from fogline.records import Span
from fogline.tables.facts import bounds
from fogline.tables.lexicon_times import alternatives, words

YEARS = range(1990, 2041)  # the years that a date without one is tried in
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Written:
    """A date in the words: what is not said is None."""

    span: Span
    weekday: str | None
    day: int | None
    month: int | None
    year: int | None

    def days(self, year: int | None = None) -> Days | None:
        """First and last day, in its own year or the one given; None for what is no date."""
        of = self.year or year
        if of is None:
            return None
        parts = [f"{of:04d}"] + [f"{p:02d}" for p in (self.month, self.day) if p]
        return bounds("-".join(parts))

    def each(self) -> tuple[Days, ...]:
        """The periods it can mean: one where the year is written, else that day in every year."""
        years = (self.year,) if self.year else YEARS
        return tuple(d for y in years if (d := self.days(y)))


@cache
def _dates() -> re.Pattern[str]:
    month = alternatives("month", "month_short")
    weekday = rf"(?:(?P<{{0}}>{alternatives('weekday', 'weekday_short')})[.,]?\s+)?"
    year = r"(?P<{0}>(?:19|20)\d\d)(?![\d:])"
    day = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
    forms = (
        weekday.format("w1") + r"(?:the\s+)?" + day.format("d1") + r"\s+(?:of\s+)?" + rf"(?P<m1>{month})\b\.?"
        + rf"(?:,?\s+{year.format('y1')})?",
        weekday.format("w2") + rf"(?P<m2>{month})\.?\s+" + day.format("d2") + r"(?!\d|:|,\d)"
        + rf"(?:,?\s+{year.format('y2')})?",
        rf"(?P<m3>{month})\.?,?\s+(?:of\s+)?{year.format('y3')}",
        year.format("y4"),
    )  # fmt: skip
    return re.compile(rf"(?<![\w.,-])(?:{'|'.join(forms)})\b(?!-)", re.I)


@lru_cache(maxsize=2)
def _written(text: str) -> tuple[Written, ...]:
    return tuple(_one(m) for m in _dates().finditer(text))


def _one(m: re.Match[str]) -> Written:
    def part(letter: str) -> str | None:
        return next((v for k, v in m.groupdict().items() if k[0] == letter and v), None)

    day, month, year, weekday = part("d"), part("m"), part("y"), part("w")
    months = {**words("month"), **words("month_short")}
    number = int(months[month.lower()]) if month else None
    named = {**words("weekday"), **words("weekday_short")}.get(weekday.lower()) if weekday else None
    return Written(
        Span(*m.span()), WEEKDAYS[int(named) - 1] if named else None, int(day) if day else None, number,
        int(year) if year else None,
    )  # fmt: skip


def written(story: Story) -> tuple[Written, ...]:
    """Every date in the words, bare years too, in the order of the text."""
    return _written(story.text)


def written_in(story: Story, span: tuple[int, int]) -> Iterator[Written]:
    """The dates that begin inside a span."""
    found = written(story)
    for one in found[bisect_left(found, span[0], key=lambda w: w.span.start) :]:
        if one.span.start >= span[1]:
            return
        yield one


def weekday_of(day: str) -> str:
    """The name of the weekday of an ISO day.

    >>> weekday_of("2025-11-20")
    'Thursday'
    """
    return WEEKDAYS[date.fromisoformat(day).weekday()]


def moved(period: Days, first: float, last: float) -> Days:
    """The period with its ends so many days later; the calendar's ends hold.

    >>> moved(("2019-06-09", "2019-06-09"), 1, 2)
    ('2019-06-10', '2019-06-11')
    """
    return _later(period[0], first), _later(period[1], last)


def _later(day: str, step: float) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=round(step))).isoformat()
    except (OverflowError, ValueError):
        return date.max.isoformat() if step > 0 else date.min.isoformat()


def periods(one: Written, rule: Callable[[Days], Days]) -> tuple[Days, ...]:
    """What a rule makes of each period that a date can mean."""
    return tuple(rule(d) for d in one.each())


def quoted(story: Story, at: int) -> bool:
    """True if a character stands inside quotation marks of its own paragraph."""
    before = story.text[story.text.rfind("\n", 0, at) + 1 : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
