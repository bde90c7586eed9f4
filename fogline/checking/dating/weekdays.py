"""A weekday and its date (C124): "Friday, 12 May 2025", "March 10, a Thursday", "Sunday's vote on 3 December".

Without a year the date is compared only within two months of publication, in the year that brings it nearest. Silent
where the sentence speaks of another year, and on a date that is no day of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from fogline.checking.dating.calendar import published
from fogline.checking.dating.told import other_year_near
from fogline.checking.dating.written import WEEKDAYS, Written, weekday_of, written
from fogline.checking.story import Days, Story, Verdict, story_of
from fogline.records import Fact, Finding, Ledger

NEAR = 75  # days from publication within which a date without a year has that year
NAMES = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
BEFORE = re.compile(rf"\b{NAMES}(?:['’]s\s+(?:[a-z]+\s+){{1,2}}(?:on|of)\s+(?:the\s+)?|\s*\(\s*)$")
AFTER = re.compile(rf"(?:,\s+(?:which\s+was\s+)?(?:a|on\s+a)\s+|\s+was\s+a\s+|,?\s*\(\s*(?:a\s+)?){NAMES}\b(?!['’]s)")


def check_weekdays(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C124: "Friday, 12 May 2025": that day was another weekday."""
    story, now = story_of(ledger), published(ledger.report.published)
    for one in written(story):
        told = _told(story, one) if one.day and one.month else None
        day = _day(story, one, now) if told else None
        if told and day and weekday_of(day) != told:
            yield _wrong(story, one, told, day)


def _told(story: Story, one: Written) -> str | None:
    """The weekday that the words give to a date: in it, before it or straight after it."""
    if one.weekday:
        return one.weekday
    before = BEFORE.search(story.text[max(0, one.span.start - 50) : one.span.start])
    match = before or AFTER.match(story.text[one.span.end : one.span.end + 40])
    return match["weekday"] if match else None


def _day(story: Story, one: Written, now: Days | None) -> str | None:
    """The one day meant, or None where the year is not sure."""
    if one.year:
        return day[0] if (day := one.days()) else None
    if now is None or now[0][:7] != now[1][:7]:
        return None
    year = int(now[0][:4])
    near = [d[0] for y in (year - 1, year, year + 1) if (d := one.days(y)) and _gap(d[0], now[0]) <= NEAR]
    return near[0] if near and not other_year_near(story, one, int(near[0][:4]), 0) else None


def _gap(a: str, b: str) -> int:
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days)


def _wrong(story: Story, one: Written, told: str, day: str) -> Finding:
    named = date.fromisoformat(day).strftime("%-d %B %Y")
    verdict = Verdict(
        "C124", "contradiction", "date", "high" if one.year else "medium",
        f"{named} was a {weekday_of(day)}, not a {told}.",
        "the calendar" if one.year else "the calendar of the year of publication",
        "nothing but a correction of one of the two" if one.year else "a date of another year",
    )  # fmt: skip
    return story.finding(verdict, (one.span,))
