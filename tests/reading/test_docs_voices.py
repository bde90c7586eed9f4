"""The table of docs/voices.md says what the tool says."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline import read
from fogline.records import Spans

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in Path("docs/voices.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and line.endswith(" |")
]
TOLD = [row for row in ROWS if len(row) == 6 and row[4] in ("direct", "indirect", "mixed")]


def test_the_table_is_found() -> None:
    assert len(TOLD) == 7


@pytest.mark.parametrize("row", TOLD, ids=lambda row: f"{row[0]} {row[1]}")
def test_voice(row: list[str]) -> None:
    sentence, source, cue, source_class, style, speech_act = row
    text = TOLD[TOLD.index(row) - 1][0] if sentence.startswith("(") else sentence
    ledger = read(text, facts=())
    told = {a.id: a for a in ledger.attributions}

    def words(spans: Spans) -> str:
        return " ".join(text[start:end] for start, end in spans) or "(none)"

    found = {
        (words(told[c.attribution].source), words(told[c.attribution].cue)): (
            told[c.attribution].source_class, told[c.attribution].style, c.speech_act, told[c.attribution].parent,
        )
        for c in ledger.claims
        if c.attribution
    }  # fmt: skip
    *values, parent = found[source, cue]
    assert values == [source_class, style, speech_act]
    assert bool(parent) == sentence.startswith("(")
