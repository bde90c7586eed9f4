"""The tables of docs/acts.md say what the tool says."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline import read

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in Path("docs/acts.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("|---")
]
STATUS = [row for row in ROWS if len(row) == 5 and row[3][:2] in ("CT", "PR", "PS", "Uu")]
TYPES = [row for row in ROWS if len(row) == 6 and row[1].isupper()]
NOT_CODED = [row for row in ROWS if len(row) == 2 and row[1].endswith(".")]


def test_the_tables_are_found() -> None:
    assert (len(STATUS), len(TYPES), len(NOT_CODED)) == (11, 13, 12)


@pytest.mark.parametrize("row", STATUS, ids=lambda row: row[0])
def test_status(row: list[str]) -> None:
    text, word, status, factuality, _ = row
    found = [a for a in read(text, facts=()).acts if text[a.trigger[0] : a.trigger[1]] == word]
    assert [(a.status, a.factuality) for a in found] == [(status, factuality)]


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row[0])
def test_type(row: list[str]) -> None:
    text, kind, mode, sides, cameo, score = row
    event = next(e for e in read(text, facts=()).events if e.type == kind)
    assert (event.mode or "", f"{event.cameo}, {event.goldstein}", str(event.plover_score)) == (mode, cameo, score)
    words = {text[p.start : p.end].lower().removeprefix("the ") for p in (*event.actors, *event.recipients)}
    told = {side.lower() for side in sides.split(" → ")}
    assert told in (words, {"each"})


@pytest.mark.parametrize("row", NOT_CODED, ids=lambda row: row[1])
def test_no_event(row: list[str]) -> None:
    assert not read(row[1], facts=()).events
