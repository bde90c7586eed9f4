"""Time expressions as marked sentences: "[words|value]", for a report published on Thursday 2025-11-20."""

# ruff: noqa: E501  (one line is one test)

from __future__ import annotations

import re
from datetime import date

import pytest

from fogline.models.parse import Parse
from fogline.reading.sentences import sentences
from fogline.reading.times import find_times, normalise_times
from fogline.records import Reading, Report, Timex

PUBLISHED = "2025-11-20"
MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def unmark(line: str) -> tuple[str, list[tuple[str, str | None]]]:
    return MARK.sub(r"\1", line), [(m[1], m[2] or None) for m in MARK.finditer(line)]


def found(text: str, times: tuple[Timex, ...]) -> list[tuple[str, str | None]]:
    return [(text[t.start : t.end], t.value) for t in times]


def read(text: str, published: str | None = PUBLISHED) -> tuple[Timex, ...]:
    return normalise_times(text, published)


VERBS = """
The truce expires on [Friday|2025-11-21].
The truce expired on [Friday|2025-11-14].
The talks, scheduled for [Friday|2025-11-21], will go on.
The minister said on [Friday|2025-11-14] that troops would leave.
The ministry said on [Wednesday|2025-11-19] it will send 12 trucks on [Monday|2025-11-24].
The delegations agreed to meet on [Saturday|2025-11-22] in Geneva.
The delegations failed to meet on [Saturday|2025-11-15].
The governor arrived on [Thursday|2025-11-20].
The court gave them until [Friday|2025-11-21] to leave.
The truce lasted until [Sunday|2025-11-16].
The harbour's deadline is [Friday|2025-11-21].
Elections are due in [January|2026-01].
The rebels lost the town in [January|2025-01].
Two men were arrested on [the 24th|2025-10-24].
The court will rule on [the 24th|2025-11-24].
Envoys to meet on [Sunday|2025-11-23]
The strike that the union has called begins on [Saturday|2025-11-22], officials confirmed.
Troops were deployed ahead of [Saturday|2025-11-22]'s vote, which one party boycotts.
The ambush on [the 14th|2025-11-14] cost the brigade six men, according to its summary.
The curfew, extended in [October|2025-10], remains; the truce will be extended in [December|2025-12].
Two die as shells hit Kharkiv on [Sunday|2025-11-16]
""".strip().split("\n")

WORDS = """
[Last Friday|2025-11-14] the army left; [next Monday|2025-11-24] it will return.
[Last week|2025-W46] the army left, and [next month|2025-12] it will return.
The depot was hit [two weeks ago|2025-W45] and [three days ago|2025-11-17].
The envoys will meet in [two days|2025-11-22].
On [12 November|2025-11-12] the dam broke. [The next day|2025-11-13] the mill stood in water.
On [12 November|2025-11-12] the dam broke. [Two days later|2025-11-14] the road was cut.
In [2019|2019] the road was cut. [That same year|2019] the port closed.
The strike came at [3 a.m. local time on Monday|2025-11-17T03:00].
The strike came on [Monday at 03:40 GMT|2025-11-17T03:40Z].
The strike came in [the early hours of Tuesday|2025-11-18TMO].
A bomb went off in Gao on [Monday|2025-11-17]. Cameras show the driver leaving at [02:10 local time|2025-11-17T02:10].
On [Monday|2025-11-17], just after [midnight|2025-11-17T00:00], men cut the cables.
The men have until [midnight|2025-11-20T24:00] to leave.
Artillery came in [the last quarter of 2021|2021-Q4].
[A year ago today|2024-11-20] the last soldier left.
[Hours|PTXH] after the ceasefire was announced, mortars fell.
Soldiers sealed off the stadium [the day|P1D] before the rally.
Drones flew over on [Tuesday night|2025-11-18TNI].
Drones flew over on [the night of 5 November|2025-11-05TNI].
The wharf was built in [the 19th century|18] and widened in [the mid-1980s|198].
Exports fell in [the second quarter of 2024|2024-Q2] and in [the first half of 2025|2025-H1].
Over [the past two weeks|P2W], 12 people died.
The command asked for [six months|P6M] and a [two-week|P2W] pause.
Shells fall there [every Monday|XXXX-WXX-1], 40 shells [a day|P1D].
[The 24th of February 2022|2022-02-24] was a [Thursday|XXXX-WXX-4], and on [30 February 2025|] nothing happened.
On [20/11/2025|2025-11-20] the port opened.
""".strip().split("\n")

NOTHING = """
A 25-year-old man was held at the port.
The 155th Brigade fired 2,000 shells and lost 300 men.
Resolution 1973 was quoted in the hall.
They may march again, the mayor said.
Flight 1990 landed without a wheel.
Some 2000 fighters left the plant.
""".strip().split("\n")


@pytest.mark.parametrize("line", VERBS + WORDS)
def test_values(line: str) -> None:
    text, expected = unmark(line)
    assert found(text, read(text)) == expected


@pytest.mark.parametrize("line", NOTHING)
def test_numbers_and_names_are_no_times(line: str) -> None:
    assert found(line, read(line)) == []


BOUNDS = [
    ("from 5 to 8 November", "2025-11-05", "2025-11-05", "2025-11-08", "2025-11-08"),
    ("between 2014 and 2016", "2014-01-01", "2014-12-31", "2016-01-01", "2016-12-31"),
    ("in the past 24 hours", "2025-11-19", "2025-11-19", "2025-11-20", "2025-11-20"),
    ("over the next six months", "2025-11-20", "2025-11-20", "2026-05-20", "2026-05-20"),
    ("in recent weeks", "2025-09-20", "2025-11-06", "2025-11-19", "2025-11-20"),
    ("two weeks ago", "2025-11-03", "2025-11-06", "2025-11-06", "2025-11-09"),
    ("before 2014", None, None, None, "2013-12-31"),
    ("after 2030", "2031-01-01", None, None, None),
    ("by the end of the year", None, None, None, "2025-12-31"),
    ("until the end of 2026", None, None, "2026-12-31", "2026-12-31"),
    ("on day 1,000 of the war", "2023-02-24", "2023-02-25", None, None),
    ("the third consecutive night", "2025-11-17", "2025-11-18", None, None),
    ("the tenth anniversary", "2015-10-20", "2015-12-21", None, None),
    ("last weekend", "2025-11-15", "2025-11-15", "2025-11-16", "2025-11-16"),
    ("in the 1990s", "1990-01-01", "1990-01-01", "1999-12-31", "1999-12-31"),
]


@pytest.mark.parametrize(("words", "b0", "b1", "f0", "f1"), BOUNDS)
def test_bounds(words: str, b0: str | None, b1: str | None, f0: str | None, f1: str | None) -> None:
    time = read(words)[0]
    assert (*time.begin, *time.finish) == (b0, b1, f0, f1)


def test_no_report_date_leaves_values_relative() -> None:
    text = "Shells fell on Sunday and yesterday. Last week the road was cut. On 5 May 2024 it had opened."
    times = read(text, None)
    assert [t.value for t in times] == ["XXXX-WXX-7", "XXXX-XX-XX", "XXXX-WXX", "2024-05-05"]
    assert [t.begin for t in times[:3]] == [(None, None)] * 3


def test_coarse_report_date_resolves_what_it_can() -> None:
    text = "Last month the road was cut. Last year the port closed. Shells fell on Sunday."
    assert [t.value for t in read(text, "2025-11")] == ["2025-10", "2024", "XXXX-WXX-7"]
    (time,) = read("The war enters its third year.", "2025-11")
    assert time.begin == ("2022-11-01", "2023-11-30")


def test_dateline_gives_the_day() -> None:
    times = read("KYIV, Nov. 5, 2025 — Shells fell on Tuesday.", None)
    assert [(t.value, t.anchor) for t in times] == [("2025-11-05", "dateline"), ("2025-11-04", "dateline")]


def test_quotations_are_anchored_to_speech() -> None:
    inside, outside = read("“We will strike tomorrow,” the commander said on Monday.")
    assert (inside.anchor, inside.value) == ("spoken", "2025-11-18")
    assert outside.anchor == "published"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            'Speaking in parliament on Monday, the minister said: "Our troops entered the city this morning."',
            "2025-11-17TMO",
        ),
        ('"Tomorrow we bury our sons," said Ilka Torvan, when we met her in Lesk on Monday.', "2025-11-18"),
        ('"We will vote next month," the president had said on 30 October.', "2025-11"),
        ('On Friday the spokesman warned: "If they do not withdraw by tomorrow, the talks are dead."', "2025-11-15"),
        ('"We will strike tomorrow," the commander said after Monday\'s raid.', "2025-11-21"),
    ],
)
def test_a_quotation_counts_from_the_day_told_beside_it(text: str, value: str) -> None:
    assert value in {t.value for t in read(text) if t.anchor == "spoken"}


def test_quotations_of_unknown_day_count_from_the_report() -> None:
    (time,) = read("“We will strike tomorrow,” the commander said.")
    assert (time.anchor, time.value) == ("spoken", "2025-11-21")


def test_weekday_that_does_not_fit_is_named() -> None:
    (time,) = read("Friday, 22 November 2025, was cold.")
    assert time.value == "2025-11-22"
    assert "Saturday" in time.why


@pytest.mark.parametrize("line", VERBS[:3] + WORDS[:8])
def test_without_a_parse(line: str) -> None:
    text, expected = unmark(line)
    ready = tuple(sentences(text))
    blank = Parse(text, (), (), (), (), (), (), (), (), (), (), (), (), (), False)
    report = Report("r", text, published=PUBLISHED)
    assert found(text, find_times(report, blank, Reading(sentences=ready))) == expected


def test_dates_are_accepted_as_dates_and_reading_is_repeatable() -> None:
    text = "Shells fell on Sunday."
    assert normalise_times(text, date(2025, 11, 20)) == read(text) == read(text)


PARTS = [
    ("Rallies were held on [Nov. 5, 6 and 7] in Goma.", "P3D", "2025-11-05", "2025-11-07"),
    ("Polls open on [5, 6 and 7 December].", "P3D", "2025-12-05", "2025-12-07"),
    ("He has been held for [two years and four months].", "P2Y4M", "2023-07-20", None),
    ("The trial lasted [four hours and 20 minutes].", "PT4H20M", None, None),
    ("He left [two years and four months ago].", "2023-07", "2023-07-01", "2023-07-31"),
    ("The call is scheduled to last [45 minutes].", "PT45M", None, None),
    ("They heard blasts shortly after [2 a.m.]", "2025-11-20T02:00", "2025-11-20", "2025-11-20"),
    ("The port has been shut since [noon].", "2025-11-20T12:00", "2025-11-20", None),
    ("They must leave by [6 p.m. on Friday].", "2025-11-21T18:00", None, "2025-11-21"),
]


@pytest.mark.parametrize(("marked", "value", "begin", "finish"), PARTS)
def test_times_in_parts_and_around_the_hour(marked: str, value: str, begin: str | None, finish: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    (time,) = normalise_times(text, "2025-11-20")
    assert text[time.start : time.end] == marked[marked.index("[") + 1 : marked.index("]")]
    assert (time.value, time.begin[0], time.finish[1]) == (value, begin, finish)


def test_a_night_from_hour_to_hour_ends_on_the_next_day() -> None:
    first, last = normalise_times("The curfew runs from 8pm until 6am.", "2025-11-20")
    assert (first.value, last.value) == ("2025-11-20T20:00", "2025-11-21T06:00")
    assert first.begin == last.begin == ("2025-11-20", "2025-11-20")
    assert first.finish == last.finish == ("2025-11-21", "2025-11-21")


@pytest.mark.parametrize(
    "words", ["In the future, tolls will rise.", "In the past, ferries sank.", "Now the port is shut."]
)
def test_a_day_beside_past_present_or_future_is_no_range(words: str) -> None:
    first, second = normalise_times(f"The bridge fell on 5 December. {words}", "2025-11-20")
    assert (first.value, second.value[-4:] if second.value else None) == ("2024-12-05", "_REF")


def test_odd_input_does_no_harm() -> None:
    for text in (
        "",
        " \n",
        "99/99/9999 0000 GMT 25:61 the 99th 9999999 years ago",
        "9999 " * 500,
        "a million years ago",
    ):
        assert all(t.end <= len(text) for t in read(text))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2025-13", "2025-02-30", "2024-02-29"])
def test_odd_report_dates_do_no_harm(published: str) -> None:
    text = "On Friday the dam broke. The next day, two weeks ago and tomorrow. From 1 to 10 December. Last winter."
    assert all(t.end <= len(text) for t in read(text, published))


TOLD_ONCE = """
In early [November 2005|] marines crossed the river. On [5 November|2005-11-05] they took the mill, [four days later|2005-11-09] the port.
The siege began on [3 February 2012|2012-02-03]. On [February 13|2012-02-13] a convoy was let in. [The next day|2012-02-14] it left.
In [December 2011|2011-12] talks began. On [4 January|2012-01-04] they failed.
In [2005|2005], marines took the dam. On [5 November|2005-11-05] they left.
The camp, built in [May 1998|1998-05], was hit in [June|XXXX-06].
The clerk, who was born on [3 May 1961|1961-05-03], was held in Basra. On [12 June|XXXX-06-12] he was freed.
After the [September 11|2001-09-11] attacks he left Oslo. In [October|XXXX-10] he came to Kabul.
The war began on [24 February 2022|2022-02-24]. On [18 November|XXXX-11-18], two depots burned.
She was elected in [June 2009|2009-06]. [Two years later|2011], in [September|2011-09], she resigned.
In [the spring of 2012|2012-SP] fighting spread. In [July|2012-07] a truce was signed.
From [late March|2011-03] to [early April 2011|2011-04] rebels held Brega.
The envoy was in Ankara on [4 April|2016-04-04] and in Tunis from [5-6 April 2016|P2D].
On [Dec. 6|XXXX-12-06] gunmen took the mill. [The following day|XXXX-12-07] soldiers took it back.
The raids took place between [11-13 Dec.|XXXX-12-11/XXXX-12-13] near Mosul, he said at his [Dec.14th|XXXX-12-14] briefing.
[Days earlier|PXD], shots had been fired; [several weeks later|PXW] the town fell.
The march took [six or seven hours|PT6H/PT7H], the way back [10-12 days|P10D/P12D].
Shots were heard on [the eve of New Year's Day|XXXX-12-31] and on [Martyrs' Day|XXXX-XX-XX].
The ministers condemned the [13 November|XXXX-11-13] attacks and the [13th of November|XXXX-11-13] raid.
[Today|PRESENT_REF] the area is bilingual. The fort is [today|PRESENT_REF] a museum. [Today|PRESENT_REF] the isle has two ports.
The envoy is in Paris [today|XXXX-XX-XX]. [Today|XXXX-XX-XX] is a sad day. The port was shelled [today|XXXX-XX-XX].
Pilots are paid an hourly rate, a weekly newspaper said; shells fall [daily|P1D].
Since the fall of Ramadi, two bridges have been rebuilt.
""".strip().split("\n")  # fmt: skip


@pytest.mark.parametrize("line", TOLD_ONCE)
def test_what_the_passage_tells_without_a_report_date(line: str) -> None:
    text, expected = unmark(line)
    got = found(text, read(text, None))
    assert len(got) == len(expected)
    assert all(w in words and (v in (None, value)) for (w, v), (words, value) in zip(expected, got, strict=True))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In March 2014 troops landed. On 16 March a vote was held.", "2014-03-16"),
        ("The war began on 24 February 2022. On 18 November, two depots burned.", "2025-11-18"),
        ("A clerk was born on 3 May 1961. He was held on 12 June.", "2025-06-12"),
    ],
)
def test_a_dated_report_keeps_its_own_days(text: str, value: str) -> None:
    assert read(text)[-1].value == value


def test_a_vague_distance_has_the_days_it_may_mean() -> None:
    time = read("On 4 January 2012 talks failed. Several weeks later a truce held.", None)[-1]
    assert (time.anchor, time.begin, time.finish) == (
        "previous",
        ("2012-01-25", "2012-03-07"),
        ("2012-01-25", "2012-03-07"),
    )
