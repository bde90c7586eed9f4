"""The arguments of a deed: each row of arguments_cases.toml is one deed with its weapons, toll, day and place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import fogline
from fogline.records import Event, Ledger
from fogline.records.lookup import Lookup

CASES = tomllib.loads((Path(__file__).parent / "arguments_cases.toml").read_text(encoding="utf-8"))["case"]


@dataclass(frozen=True)
class Deed:
    """All tellings of one deed."""

    ledger: Ledger
    tellings: tuple[Event, ...]

    def told_by(self, word: str) -> bool:
        return word in [self.ledger.words(span) for e in self.tellings for span in e.evidence]

    def cells(self) -> Iterator[set[str]]:
        """Weapons, toll, day and place, as a row of the cases has them."""
        look = Lookup(self.ledger)
        places = [look.places[e.place] for e in self.tellings if e.place]
        yield {look.entities[w].name for e in self.tellings for w in e.weapons}
        yield {f"{q.low:.0f} {q.role}" for e in self.tellings for q in map(look.quantities.__getitem__, e.casualties)}
        yield set([e.time.value or "" for e in self.tellings if e.time][:1])
        yield {self.ledger.words((p.start, p.end)) for p in places[:1]}


def deeds(text: str) -> list[Deed]:
    ledger = fogline.read(text, published="2025-11-20", outlet="Wire")
    names = dict.fromkeys(e.same_as or e.id for e in ledger.events)
    return [Deed(ledger, tuple(e for e in ledger.events if (e.same_as or e.id) == name)) for name in names]


def params() -> list[Any]:
    known = pytest.mark.xfail(strict=True)
    return [pytest.param(c["text"], c["deeds"], marks=known if "open" in c else (), id=c["text"][:40]) for c in CASES]


@pytest.mark.parametrize(("text", "rows"), params())
def test_a_deed_has_its_own_arguments(text: str, rows: list[str]) -> None:
    found = deeds(text)
    for row in rows:
        word, *wanted = (cell.strip() for cell in row.split("|"))
        told = next(d for d in found if d.told_by(word))
        for cell, want in zip(told.cells(), wanted, strict=True):
            assert want == "?" or cell == set(want.split(", ")) - {"-"}, (word, want)


def test_a_count_belongs_to_one_event() -> None:
    for case in CASES:
        counts = [c for e in fogline.read(case["text"], published="2025-11-20").events for c in e.casualties]
        assert len(counts) == len(set(counts)), case["text"]
