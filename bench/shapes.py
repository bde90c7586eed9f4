"""Is it told as done? Our own hard shapes, written without sight of the program, and what we print for each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, interval
from fogline import factuality

HERE = Path(__file__).resolve().parent
ROWS, PAGE = HERE / "judgements" / "shapes.tsv", HERE.parent / "docs" / "shapes.md"
MARK = re.compile(r"\[(?P<act>[^|\]]+)\|(?P<statuses>[^\]]+)\]")
PEERS = "PETRARCH2, UniversalPetrarch: denied, vowed, will, could all wrong"
HEAD = """# Done, denied, threatened, planned: what Fogline makes of hard shapes

Written by `make bench`; do not edit. {total} sentences of ours about fictional incidents, written by people who had not
seen the program; the act is in bold, beside it the statuses that a careful reader accepts, and ours. Before any of them
was looked at, the first set gave 82.7 % (rules alone 80.7), the second 86.4 % (85.7); since then the kinds behind the
wrong ones have been mended where we could. Today: {right} of {total}.

| sentence | a reader understands | accepted | Fogline | |
|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """One sentence, what a reader makes of its act, and what we do."""

    sentence: str
    understood: str
    accepted: tuple[str, ...]
    ours: str

    @property
    def right(self) -> bool:
        return self.ours in self.accepted


def shapes() -> Iterator[Shape]:
    """Every row, read anew."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(
            (line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        for row in rows:
            mark = MARK.search(row["sentence"])
            assert mark is not None, row
            begin, act = mark.start(), mark["act"]
            text = row["sentence"][:begin] + act + row["sentence"][mark.end() :]
            ours = factuality(text, trigger=(begin, begin + len(act))).status
            told = f"{text[:begin]}**{act}**{text[begin + len(act) :]}"
            yield Shape(told, row["understood"], tuple(mark["statuses"].split("/")), ours)


def share(rows: Sequence[Shape]) -> float:
    return 100 * sum(row.right for row in rows) / len(rows)


def page(rows: Sequence[Shape]) -> str:
    """The table that docs/shapes.md shows."""
    lines = "".join(map(_line, rows))
    return HEAD.format(total=len(rows), right=sum(row.right for row in rows)) + lines


def _line(row: Shape) -> str:
    cells = (row.sentence, row.understood, " or ".join(row.accepted), row.ours, "" if row.right else "✗")
    return f"| {' | '.join(cells)} |\n"


def figures() -> Iterator[Figure]:
    rows = list(shapes())
    PAGE.write_text(page(rows), encoding="utf-8")
    low, high = interval(rows, share)
    yield Figure("status_shapes", "own hard shapes, status (read for errors)", share(rows), low, high, len(rows), PEERS)
