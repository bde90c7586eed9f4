"""Two reports of one invented incident: what differs, and what is only a later count or a copy."""

from __future__ import annotations

from dataclasses import replace

from fogline.checking.across import compare, compare_new
from fogline.line import ledgers
from fogline.records import Ledger, Report, identify

FIRST = "A drone strike on the port of Odesa killed 12 people on 17 November 2025, the governor said."
LATER = "A drone strike on the port of Odesa on 17 November 2025 killed 15 people, the governor said."
OTHERS = "A drone strike on the port of Odesa on 17 November 2025 killed three people, a harbour union said."
ELSEWHERE = "A drone strike on the port of Mykolaiv on 17 November 2025 killed five people, the governor said."
EARLIER = "A drone strike on the port of Odesa on 3 March 2025 killed two people, the governor said."
SAME = "The governor said a drone strike killed at least 12 people at the port of Odesa on 17 November 2025."


def told(text: str, published: str = "2025-11-18", outlet: str = "Harbour Wire") -> Ledger:
    return next(ledgers([Report(identify(text, published, outlet), text, outlet=outlet, published=published)]))


def kinds(*texts: Ledger) -> list[tuple[str, str]]:
    return [(f.code, f.category) for f in compare(texts)]


def test_a_later_count_is_an_update() -> None:
    assert kinds(told(FIRST), told(LATER, "2025-11-19")) == [("C401", "update")]


def test_two_voices_on_one_day_dispute() -> None:
    assert kinds(told(FIRST), told(OTHERS)) == [("C402", "dispute")]


def test_one_voice_on_one_day_contradicts_itself() -> None:
    (found,) = compare([told(FIRST), told(LATER)])
    assert (found.code, found.category) == ("C403", "contradiction")
    assert len({e.report_id for e in found.evidence}) == 2


def test_other_places_days_and_compatible_numbers_are_kept_quiet() -> None:
    assert kinds(told(FIRST), told(ELSEWHERE)) == []
    assert kinds(told(FIRST), told(EARLIER)) == []
    assert kinds(told(FIRST), told(SAME)) == []


def test_copies_speak_once() -> None:
    first = told(FIRST)
    copy = told(FIRST, outlet="Coast Daily")
    copied = replace(copy, report=replace(copy.report, id="copy", copy_of=first.report.id))
    assert len(compare([first, copied, told(LATER, "2025-11-19")])) == 1


def test_order_of_the_reports_does_not_matter() -> None:
    one, two = told(FIRST), told(LATER, "2025-11-19")
    assert compare([one, two]) == compare([two, one])


def test_a_copy_is_compared_with_what_it_copies_and_with_nothing_else() -> None:
    first, third = told(FIRST), told(OTHERS, outlet="Union Paper")
    changed = told(FIRST.replace("12", "21"), outlet="Coast Daily")
    copied = replace(changed, report=replace(changed.report, copy_of=first.report.id))
    assert len(compare([first, copied])) == 1
    assert len(compare([first, copied, third])) == 2  # the copy is no voice against the third


def test_a_report_that_names_the_other_as_its_source_is_no_second_voice() -> None:
    relayed = told(LATER.replace("the governor said", "the Harbour Wire reported"), outlet="Coast Daily")
    (found,) = compare([told(FIRST), relayed])
    assert (found.code, found.category) == ("C403", "contradiction")
    assert "names the other as its source" in found.explanation


def test_two_outlets_that_quote_one_voice_with_two_numbers() -> None:
    (found,) = compare([told(FIRST), told(LATER, outlet="Coast Daily")])
    assert (found.code, found.category) == ("C403", "contradiction")
    assert "12" in found.explanation
    assert "15" in found.explanation
    assert "Coast Daily" in found.explanation


def test_one_new_report_is_compared_with_each_of_the_others_only() -> None:
    old = [told(FIRST), told(OTHERS)]
    assert len(compare_new(told(LATER, "2025-11-19"), old)) == 2
