"""What statements presuppose about a report's own date."""

from __future__ import annotations

from fogline.models import english
from fogline.reading.own_date import OwnDate, own_date
from fogline.reading.sentences import sentences
from fogline.reading.times import find_times
from fogline.records import Reading, Report


def bounds(text: str, published: str | None = None) -> OwnDate:
    ready = tuple(sentences(text))
    report, parse = Report("r", text, published=published), english.parse(text, ready)
    return own_date(report, parse, find_times(report, parse, Reading(sentences=ready)))


def test_past_acts_come_before_the_report() -> None:
    own = bounds("The bridge fell in January 2025. The mayor resigned on 3 March 2025.")
    assert (own.earliest, own.latest) == ("2025-03-03", None)


def test_announced_acts_come_after_it() -> None:
    text = "The port closed in May 2025. The envoys will meet on 6 December 2025 in Geneva."
    own = bounds(text)
    assert (own.earliest, own.latest) == ("2025-05-01", "2025-12-06")
    assert [text[a:b] for a, b in own.because] == ["May 2025", "6 December 2025"]


def test_contradiction_keeps_the_smallest_set() -> None:
    text = "The mayor was killed on 9 August 2025. The council will elect a mayor on 1 July 2025. It met in 2020."
    own = bounds(text)
    assert (own.earliest, own.latest, own.published) == (None, None, False)
    assert [text[a:b] for a, b in own.conflict] == ["9 August 2025", "1 July 2025"]


def test_publication_date_is_one_more_statement() -> None:
    assert bounds("The mayor smiled.", "2025-11").earliest == "2025-11-01"
    own = bounds("The bridge fell in January 2026.", "2025-11-20")
    assert own.published
    assert len(own.conflict) == 1


def test_plans_and_targets_presuppose_nothing() -> None:
    own = bounds("The ministry wanted the bridge to be rebuilt by 2030. Elections due in 2031 were discussed.")
    assert own == OwnDate(None, None)


def test_dates_counted_from_publication_do_not_argue_in_a_circle() -> None:
    own = bounds("Shells fell on Sunday.", "2025-11-20")
    assert (own.earliest, own.latest) == ("2025-11-20", "2025-11-20")


def test_year_of_a_war_whose_beginning_is_told() -> None:
    own = bounds("The war, which began in February 2022, is now in its fourth year.")
    assert (own.earliest, own.latest) == ("2025-02-01", "2026-02-28")
