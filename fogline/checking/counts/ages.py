"""Ages that cannot be one person's (C116): told twice, or against a year or day of birth.

Each statement leaves a range of days of birth (``age_statements``); two ranges of one person that lie more than ten
months apart do not fit. Silent where the person is not sure, where the age is told of a time that the report leaves
open, for "about 50", and without a date of publication for anything but two ages of these days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from fogline.checking.counts.age_statements import Aged, Ages
from fogline.checking.dating.calendar import published
from fogline.checking.story import Story, Verdict, story_of
from fogline.records import Fact, Finding, Ledger

UNDATED = ("2000-01-01", "2000-01-01")  # any day will do to compare two ages of one day
SLACK = timedelta(days=300)  # a birthday between the telling and the report


def check_ages(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C116: "Okello, 52, ..." and "Okello, a 47-year-old": one person, two ages."""
    now, story = published(ledger.report.published), story_of(ledger)
    ages = Ages(story, now or UNDATED)
    told: dict[str, list[Aged]] = {}
    for one in ages.all():
        if now or one.kind == "age":
            told.setdefault(one.who, []).append(one)
    for who, some in told.items():
        for a, b in combinations(sorted(some, key=lambda s: s.span), 2):
            if _apart(a, b) > SLACK:
                yield _finding(story, a, b, ages.people.name(who))
                break


def _apart(a: Aged, b: Aged) -> timedelta:
    """How long lies between the days of birth that two statements leave; negative where they meet."""
    return max(a.births[0], b.births[0]) - min(a.births[1], b.births[1])


def _finding(story: Story, a: Aged, b: Aged, name: str) -> Finding:
    verdict = Verdict(
        "C116", "contradiction", "age", "medium",
        f"{name}: {_means(a)} in one place, {_means(b)} in another.",
        "both ages are told of one person",
        "two people taken for one, or an age told of another time",
    )  # fmt: skip
    return story.finding(verdict, (a.span, b.span))


def _means(one: Aged) -> str:
    """The statement as told."""
    return f"born {one.words}" if one.kind == "birth" else f"aged {one.words}"
