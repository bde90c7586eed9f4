"""Flat highlights: whatever overlaps, the segments are the text and every mark is covered by its segments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.pages.html import page
from fogline.pages.segments import marks, segments
from fogline.records import Ledger, MadeWith, Quantity, Report, Timex
from tests.factories import make_act, make_attribution, make_finding, make_ledger

TEXT = "The ministry said <b>12</b> people died on Friday.\nNobody else spoke."
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(lambda s: (min(s), max(s[0] + 1, s[1])))


def overlapping(spans: list[tuple[int, int]]) -> Ledger:
    times = tuple(Timex(f"t{n}", a, b, "DATE", None) for n, (a, b) in enumerate(spans[::2]))
    counts = tuple(Quantity(f"q{n}", a, b, 1, 2, "range", "person") for n, (a, b) in enumerate(spans[1::2]))
    made = MadeWith("0", "PLOVER", {}, {})
    return Ledger(report=Report("r", TEXT), times=times, quantities=counts, made_with=made)


@given(st.lists(SPANS, max_size=8))
def test_segments_join_to_the_text_and_cover_every_mark(spans: list[tuple[int, int]]) -> None:
    ledger = overlapping(spans)
    found = segments(ledger)
    assert "".join(TEXT[s.start : s.end] for s in found) == TEXT
    for mark in marks(ledger):
        covered = "".join(TEXT[s.start : s.end] for s in found if mark in s.marks)
        assert covered == TEXT[mark.start : mark.end]
        assert sum(mark in s.first for s in found) == 1


def test_the_page_escapes_the_report_and_needs_no_network_and_no_script() -> None:
    html = page(overlapping([(0, 12), (4, 30), (10, 20)]))
    assert "&lt;b&gt;" in html
    assert "<b>12" not in html
    assert "<script" not in html
    assert "http://" not in html
    assert "https://" not in html
    assert html.count('id="w-t0"') == 1


def test_the_page_leads_with_findings_and_names_voices_and_status() -> None:
    ledger = make_ledger(attributions=(make_attribution(),), acts=(make_act(),), findings=(make_finding(),))
    html = page(ledger)
    assert html.index("What does not fit") < html.index("Who says what") < html.index("What is said to have happened")
    assert ledger.findings[0].explanation in html
    assert f'id="e-{ledger.findings[0].id}"' in html
