"""The summary: findings first, voices grouped, nothing wider than the screen, nothing a terminal would obey."""

from __future__ import annotations

import io

import pytest

import fogline
from fogline.pages.html import page
from fogline.pages.terminal import Screen, show
from fogline.records import Ledger, MadeWith, Origin, Report

TEXT = (
    "The governor of Odesa region said that 12 people were killed when drones struck the port of Izmail on Tuesday. "
    "“They struck a warehouse full of wheat,” the governor said. The ministry denied that its forces had shelled it. "
    "The harbour master said 14 people were killed: nine sailors and four dockers."
)


def shown(ledger: Ledger, width: int = 80) -> str:
    out = io.StringIO()
    show(ledger, Screen(file=out, width=width))
    return out.getvalue()


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return fogline.read(TEXT, published="2025-11-20", outlet="Sample Desk")


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_line_is_wider_than_the_screen_or_padded(ledger: Ledger, width: int) -> None:
    lines = shown(ledger, width).splitlines()
    assert max(map(len, lines)) <= min(width, 120)
    assert not [line for line in lines if line != line.rstrip()]


def test_every_word_of_the_findings_is_there_at_any_width(ledger: Ledger) -> None:
    (total,) = [f for f in ledger.findings if f.code == "C111"]
    for width in (60, 140):
        assert " ".join(total.explanation.split()) in " ".join(shown(ledger, width).split())


def test_findings_lead_and_statuses_have_signs(ledger: Ledger) -> None:
    out = shown(ledger)
    assert out.index("What does not fit") < out.index("Who says what") < out.index("What is said to have happened")
    assert "✕ denied" in out
    assert "according to The ministry" in out


def test_a_report_cannot_give_orders_to_the_terminal() -> None:
    text = "The ministry said \x1b[31mon Friday\x1b[0m that [red]rebels[/red] had shelled \u202eOdesa\u202c [/]\x9b2J."
    out = shown(fogline.read(text, published="2025-11-20"))
    assert not set(out) & set("\x1b\x9b\u202e\u202c")
    assert "[red]rebels[/red]" in out


@pytest.mark.parametrize(
    ("report", "title"),
    [
        (Report("r1", "Rain fell.", title="Raid on Izmail", origin=Origin(path="in/wire.txt")), "Raid on Izmail"),
        (Report("r1", "Rain fell.", origin=Origin(path="in/wire.txt")), "wire.txt"),
        (Report("r1", "Rain fell.", origin=Origin(path="in/wire.jsonl", line=3)), "wire.jsonl, line 3"),
        (Report("r1", "Rain fell."), "report r1"),
    ],
)
def test_a_report_is_named_by_title_then_file_then_id(report: Report, title: str) -> None:
    empty = Ledger(report=report, made_with=MadeWith("0", "PLOVER", {}, {}))
    assert shown(empty).startswith(f"{title} · ")
    assert f"<title>{title} · Fogline</title>" in page(empty)


def test_each_side_of_a_finding_is_linked_to_its_words(ledger: Ledger) -> None:
    html = page(ledger)
    for finding in ledger.findings:
        for side in {e.side for e in finding.evidence}:
            assert f'href="#w-{finding.id}-{side}"' in html
            assert html.count(f'id="w-{finding.id}-{side}"') == 1
