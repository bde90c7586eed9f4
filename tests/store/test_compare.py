"""A report is compared with the stored reports of its event, whether it is stored or not."""

from __future__ import annotations

from pathlib import Path

from fogline.line import ledgers
from fogline.records import Report, identify
from fogline.store import open_case

TOLD = (
    ("2025-11-18", "A drone killed nine people at a market in Kutum on Monday, a medic said."),
    ("2025-11-18", "A missile killed nine people at a market in Kutum on Monday, a medic said."),
    ("2025-11-19", "Twelve people were killed on Monday when a drone struck a market in Kutum, a medic said."),
    ("2025-03-04", "A shell killed two people at a market in Kutum on Monday, a medic said."),
)


def test_a_new_report_is_compared_with_those_it_touches(tmp_path: Path) -> None:
    first, second, new, old = ledgers(Report(identify(text), text, published=day) for day, text in TOLD)
    with open_case(tmp_path / "case.fogline") as case:
        case.put([first, second, old])
        found = case.compare(new)
        assert {f.code for f in found} == {"C401", "C407"}
        assert all(new.report.id in {e.report_id for e in f.evidence} for f in found)
        case.put([new])
        assert case.compare(new) == found
        assert not case.compare(old)
