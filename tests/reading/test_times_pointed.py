"""Days and periods named by way of another, told on Thursday 20 November 2025, and the ends that words give them."""

from __future__ import annotations

import pytest

from fogline import normalise_times
from tests.reading.test_times import found, unmark

LINES = """
The hearing goes on [Tuesday week|2025-12-02]; the vote is [a week on Friday|2025-11-28].
He died [the Monday before last|2025-11-10], and [the month before last|2025-09] his brother did.
The court sits [the week after next|2025-W49]; the ban ends [a month from today|2025-12-20].
Shots were fired on [the night of 11-12 October|2025-10-11TNI] and [overnight from Monday to Tuesday|2025-11-17TNI].
Arrests rose in [the week of 6 October|2025-W41]; the envoy comes on [the weekend of 13 December|2025-W50-WE].
They voted on [the second Sunday of October|2025-10-12] and on [the last Friday in May 2024|2024-05-31].
SITREP: [171145Z NOV 25|2025-11-17T11:45Z] two rounds, none hurt; see annex of [09SEP2025|2025-09-09].
Given [this third day of April 2019|2019-04-03] at Lorn.
He was born in [March '88|1988-03] and jailed back in ['93|1993].
Two candidates were shot on [the eve of the 2 November|2025-11-01] vote.
Wreaths were laid on [the tenth anniversary|2025-11-13] of the [13 November 2015|2015-11-13] attacks.
The raid was on [5 May 2023|2023-05-05]. [A year to the day later|2024-05-05] they met again.
The mill burned on [4 March|2025-03-04]. [Six days after|2025-03-10] the fire a guard was held.
They wed in [July last year|2024-07]; he was a miner in [the nineteen-eighties|198].
""".strip().split("\n")


@pytest.mark.parametrize("line", LINES)
def test_days_by_way_of_others(line: str) -> None:
    text, wanted = unmark(line)
    heard = found(text, normalise_times(text, "2025-11-20"))
    values = [(words.removesuffix(" after"), value) for words, value in wanted]
    assert heard == values


@pytest.mark.parametrize(
    ("text", "begin", "finish"),
    [
        ("The port will stay shut until at least Monday.", (None, None), ("2025-11-24", None)),
        ("In the week ending 9 November, 40 were held.", ("2025-11-03", "2025-11-03"), ("2025-11-09", "2025-11-09")),
        ("The week beginning 12 November was calm.", ("2025-11-12", "2025-11-12"), ("2025-11-18", "2025-11-18")),
        ("Output has halved from 2023.", ("2023-01-01", "2023-01-01"), ("2023-12-31", "2023-12-31")),
    ],
)
def test_edges(text: str, begin: tuple[str | None, str | None], finish: tuple[str | None, str | None]) -> None:
    (time, *_) = [t for t in normalise_times(text, "2025-11-20") if t.type == "DATE"]
    assert (time.begin, time.finish) == (begin, finish)


@pytest.mark.parametrize("words", ["a Monday week by week", "1200 hours from two", "the night from Monday to Friday"])
def test_what_only_looks_like_one(words: str) -> None:
    values = [t.value for t in normalise_times(f"It went on {words}.", "2025-11-20")]
    assert "2025-12-01" not in values and "2025-11-17TNI" not in values


def test_without_a_report_date_they_stay_relative() -> None:
    values = [t.value for t in normalise_times("He left the Monday before last, a week on Friday he returns.")]
    assert values == ["XXXX-WXX-1", "XXXX-WXX-5"]
