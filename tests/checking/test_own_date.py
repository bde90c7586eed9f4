"""What statements presuppose about a report's own date, where no date is given."""

from __future__ import annotations

import pytest

from fogline.checking.dating.own_date import check_own_date, presupposed
from fogline.checking.dating.presupposed import meet
from fogline.checking.story import Days, Story
from fogline.line import ledgers
from fogline.records import Ledger, Report
from fogline.tables.facts import shipped

OPEN = ("0001-01-01", "9999-12-31")


def ledger(text: str, published: str | None = None) -> Ledger:
    return next(ledgers([Report("r", text, outlet="Harbour Wire", published=published)]))


def left(text: str) -> tuple[Days, ...]:
    return meet(p.periods for p in presupposed(Story(ledger(text)), shipped()))


BOUNDS = [
    ("The bridge fell in January 2025. The mayor resigned on 3 March 2025.", ("2025-03-03", OPEN[1])),
    ("The port closed in May 2025. The envoys will meet on 6 December 2025 in Geneva.", ("2025-05-01", "2025-12-06")),
    ("The siege, which began in March 2022, is now in its fourth year.", ("2024-12-16", "2026-06-14")),
    ("The ministry wanted the bridge to be rebuilt by 2030. Elections due in 2031 were discussed.", OPEN),
    ("“The envoys will meet on 6 December 2025,” the minister said in 2024.", OPEN),
    ("Shells fell on Sunday, and the mayor resigned.", OPEN),
]


@pytest.mark.parametrize(("text", "period"), BOUNDS)
def test_statements_leave_a_period(text: str, period: Days) -> None:
    assert left(text) == (period,)


UNSOLVABLE = {
    "done after it will be": (
        "The mayor was killed on 9 August 2025. The council will elect a mayor on 1 July 2025. It met in 2020.",
        ["The mayor was killed on 9 August 2025.", "The council will elect a mayor on 1 July 2025."],
    ),
    "done after the year of the war": (
        "The siege of Tilla, which began in March 2019, is now in its second year. A treaty was signed in May 2024.",
        [
            "The siege of Tilla, which began in March 2019, is now in its second year.",
            "A treaty was signed in May 2024.",
        ],
    ),
}


@pytest.mark.parametrize("name", UNSOLVABLE)
def test_the_smallest_set_that_excludes_every_day_is_shown(name: str) -> None:
    text, sides = UNSOLVABLE[name]
    made = ledger(text)
    (found,) = check_own_date(made, shipped())
    assert [made.text[e.start : e.end] for e in found.evidence] == sides
    assert found.category == "unsolvable_date"


def test_a_report_with_a_date_is_left_to_other_checks() -> None:
    text = UNSOLVABLE["done after it will be"][0]
    assert list(check_own_date(ledger(text, "2025-11-20"), shipped())) == []
