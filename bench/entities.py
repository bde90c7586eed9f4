"""Entities against re3d (Dstl, 98 documents on Syria and Iraq): is each annotated name met by a mention of its type?

A gold entity counts as found if a mention of a fitting type shares characters with it; a mention is right if a gold
entity of a fitting type shares characters with it (nominals and pronouns that re3d does not annotate count against
precision only where they are names). Run: python -m bench.entities
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.figures import Figure, data, interval
from fogline.models.english import parse
from fogline.reading.mentions import find_entities
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

BODIES = frozenset({"organisation", "group", "government", "force", "country"})
FITS = {
    "Organisation": BODIES,
    "Person": frozenset({"person"}),
    "Location": frozenset({"place", "country", "facility"}),
    "Weapon": frozenset({"weapon"}),
    "MilitaryPlatform": frozenset({"weapon", "vessel"}),
    "Nationality": frozenset({"country", "group"}),
}
Counts = dict[str, tuple[int, int, int, int]]  # a type's gold found, gold, mentions right, mentions


def figures() -> Iterator[Figure]:
    """Recall of each type and precision of names, with intervals over documents."""
    counts = [_counts(*document) for document in documents(data("re3d_dstl"))]
    for kind in FITS:
        yield _figure(counts, kind, 0, f"entities.re3d.{kind.lower()}.recall", f"re3d {kind}: overlap recall")
    for kind in ("Organisation", "Person", "Location", "Weapon"):
        yield _figure(counts, kind, 2, f"entities.re3d.{kind.lower()}.precision", f"re3d {kind}: precision of names")


def documents(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each text with its annotated entities."""
    for part in sorted(folder.glob("*/documents.json")):
        gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for entity in _lines(part.with_name("entities.json")):
            gold[entity["documentId"]].append(entity)
        for document in _lines(part):
            yield document["text"], gold[document["_id"]]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8-sig").splitlines():
        if line.strip():
            yield json.loads(line)


def found_in(text: str) -> list[tuple[int, int, str, str]]:
    """Start, end, entity type and kind of every mention."""
    ready = sentences(text)
    entities, mentions = find_entities(Report("bench", text), parse(text, ready), Reading(sentences=ready))
    types = {entity.id: entity.type for entity in entities}
    return [(m.start, m.end, types[m.entity], m.kind) for m in mentions]


def _counts(text: str, gold: Sequence[dict[str, Any]]) -> Counts:
    found = found_in(text)
    return {kind: _count(found, gold, kind) for kind in FITS}


def _count(
    found: Sequence[tuple[int, int, str, str]], gold: Sequence[dict[str, Any]], kind: str
) -> tuple[int, int, int, int]:
    wanted = [(g["begin"], g["end"]) for g in gold if g["type"] == kind]
    marked = [(g["begin"], g["end"]) for g in gold if fits_gold(g["type"], kind)]
    offered = [(a, b) for a, b, type_, _ in found if type_ in FITS[kind]]
    names = [(a, b) for a, b, type_, how in found if type_ in FITS[kind] and how in ("name", "metonym")]
    return _met(wanted, offered), len(wanted), _met(names, marked), len(names)


def fits_gold(gold: str, kind: str) -> bool:
    """Countries are annotated as Location, Organisation or Nationality by their use; any of them is right."""
    same = {"Organisation", "Location", "Nationality"}
    return gold == kind or (gold in same and kind in same) or {gold, kind} == {"Weapon", "MilitaryPlatform"}


def _met(spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> int:
    return sum(any(a < d and c < b for c, d in others) for a, b in spans)


def _figure(counts: Sequence[Counts], kind: str, at: int, key: str, measure: str) -> Figure:
    def rate(rows: Sequence[Counts]) -> float:
        met, all_of_them = sum(row[kind][at] for row in rows), sum(row[kind][at + 1] for row in rows)
        return met / all_of_them if all_of_them else 0.0

    low, high = interval(counts, rate)
    total = sum(row[kind][at + 1] for row in counts)
    return Figure(key, measure, round(rate(counts), 3), round(low, 3), round(high, 3), total)


if __name__ == "__main__":
    for figure in figures():
        print(f"{figure.measure:40} {figure.value:.3f} [{figure.low}, {figure.high}] n={figure.n}")
