"""The whole line over the samples: golden ledgers, the same bytes twice, spans that carry words."""

from __future__ import annotations

from pathlib import Path

import pytest

import fogline
from fogline.line import ledgers
from tests.line import golden

SAMPLES = sorted(golden.SAMPLES.glob("*.md"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_ledger_is_the_golden_one(path: Path) -> None:
    expected = (golden.GOLDEN / f"{path.stem}.json").read_text(encoding="utf-8")
    assert golden.dump(golden.read_sample(path)) == expected, "run `make golden` and read the diff"


def test_the_same_input_gives_the_same_bytes() -> None:
    text = golden.SAMPLES.joinpath("harbour.md").read_text(encoding="utf-8")
    first, second = (fogline.read(text, published="2025-11-20").to_json() for _ in range(2))
    assert first == second


def test_a_report_reads_the_same_alone_and_in_a_batch() -> None:
    reports = [golden.report_of(path) for path in SAMPLES]
    alone = [next(ledgers([report])).to_json() for report in reports]
    assert [ledger.to_json() for ledger in ledgers(reports)] == alone


def test_a_report_in_another_language_says_so_and_keeps_sentences_times_and_numbers() -> None:
    text = (
        "Le ministère a déclaré mardi que douze personnes avaient été tuées dans le port. Les secours sont arrivés "
        "dans la nuit et les habitants ont quitté la ville avec leurs enfants, selon le maire."
    )
    (ledger,) = fogline.read_many([text])
    assert ledger.report.language == "fr"
    assert [f.code for f in ledger.failures] == ["F170"]
    assert len(ledger.sentences) == 2
    assert not ledger.attributions
