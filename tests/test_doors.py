"""The public doors: what they answer, and what they say of arguments that make no sense."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import fogline

TEXT = "Oslo sent blankets to Kharkiv on Sunday."
OUTSIDE: tuple[Any, ...] = ((0, 400), (5, 3), (-1, 2), (4, 4), "ab", (1.0, 2.0))


@pytest.mark.parametrize("span", OUTSIDE)
def test_a_span_outside_the_text_is_told(span: Any) -> None:
    with pytest.raises(fogline.InputError, match="F114"):
        fogline.code_pair(TEXT, actor=span, recipient=None)
    with pytest.raises(fogline.InputError, match="F114"):
        fogline.factuality(TEXT, trigger=span)
    with pytest.raises(fogline.InputError, match="F114"):
        fogline.resolve_places(TEXT, [span])


@pytest.mark.parametrize("published", ["2025-02-30", "yesterday", "2025-13", 2025])
def test_a_date_that_is_none_is_told(published: Any) -> None:
    for door in (fogline.read, fogline.normalise_times):
        with pytest.raises(fogline.InputError, match="F108"):
            door(TEXT, published=published)


def test_dates_go_in_as_strings_and_as_dates() -> None:
    given = ("2025-11-20", date(2025, 11, 20), "2025-11-20T21:00:00+02:00")
    assert {fogline.read(TEXT, published=p).report.published for p in given} == {"2025-11-20"}


def test_unknown_date_leaves_the_day_unknown() -> None:
    (time,) = fogline.normalise_times(TEXT)
    assert (time.begin, time.finish) == ((None, None), (None, None))
    assert fogline.read(TEXT).report.published is None


def test_given_spans_are_places_by_decree_in_their_order() -> None:
    spans = [(22, 29), (0, 4), (5, 18)]
    places = fogline.resolve_places(TEXT, spans)
    assert [(p.start, p.end) for p in places] == spans
    assert [p.country for p in places[:2]] == ["UA", "NO"]
    assert places[2].lat is None


def test_spans_may_be_plain_tuples_and_the_ledger_answers_with_words() -> None:
    event = fogline.code_pair(TEXT, actor=(0, 4), recipient=(22, 29))
    assert event is not None
    assert (event.type, event.status) == ("AID", "done")
    assert [(p.start, p.end) for p in (*event.actors, *event.recipients)] == [(0, 4), (22, 29)]


def test_facts_none_is_the_shipped_record_and_empty_is_none() -> None:
    text = "The war in Ukraine enters its ninth year, the ministry said."
    with_record = fogline.read(text, published="2025-11-20")
    without = fogline.read(text, published="2025-11-20", facts=())
    assert "record_conflict" in {f.category for f in with_record.findings}
    assert not [f for f in without.findings if f.facts]


def test_comparing_reports_gives_findings_across_them_only() -> None:
    first = fogline.read("A blast in Kupiansk on 3 November killed 12 people, police said.", published="2025-11-04")
    second = fogline.read("A blast in Kupiansk on 3 November killed 15 people, police said.", published="2025-11-05")
    findings = fogline.compare([first, second])
    assert findings
    for finding in findings:
        assert {e.report_id for e in finding.evidence} == {first.report.id, second.report.id}
    assert not fogline.compare([first, first])
