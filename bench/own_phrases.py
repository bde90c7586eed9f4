"""Our own phrases for times, counts and places (bench/phrases): what share is read as its writers meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

import fogline
from bench.figures import Figure, lines, shared
from fogline.records import Ledger, Quantity, Timex

FOLDER = Path(__file__).resolve().parent / "phrases"
NEAR = 161.0  # kilometres, as in the toponym literature
FIELDS = ("low", "high", "bound", "unit", "role", "civilian")
Case = dict[str, Any]


def figures() -> Iterator[Figure]:
    """The share of times with the right bounds and value, of texts with all counts right, of names near their place."""
    yield _figure("times", "times, value and both bounds right", [_time(case) for case in _cases("times")])
    counts = [(case["trap"], _counts(case)) for case in _cases("counts")]
    yield _figure("counts", "counts, texts with every quantity right", [right for _, right in counts])
    yield _figure("traps", "counts, traps avoided", [right for trap, right in counts if trap])
    places = [told for case in _cases("places") for told in _places(case)]
    yield _figure("places", "places, names given, within 161 km", [near for near, _ in places])
    roles = [right for _, right in places if right is not None]
    yield _figure("roles", "places, role", roles)


def _figure(key: str, measure: str, right: Sequence[bool]) -> Figure:
    return shared(f"phrases.{key}", f"own phrases, {measure}", right)


def _cases(name: str) -> list[Case]:
    return lines(FOLDER / f"{name}.jsonl")


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _time(case: Case) -> bool:
    start, end = _span(case["text"], case["words"])
    found = [t for t in fogline.normalise_times(case["text"], case["published"]) if t.start < end and start < t.end]
    best = max(found, key=lambda t: min(end, t.end) - max(start, t.start), default=None)
    return best is not None and _bounds(best) == (case["begin"], case["finish"]) and _valued(best, case)


def _bounds(time: Timex) -> tuple[list[str | None], list[str | None]]:
    return list(time.begin), list(time.finish)


def _valued(time: Timex, case: Case) -> bool:
    return "value" not in case or time.value == case["value"]


def _counts(case: Case) -> bool:
    """True if every quantity expected is there with all that is told of it, and none where none may be."""
    ledger = fogline.read(case["text"], facts=())
    met = [_met(ledger, expected) for expected in case["expect"]]
    own = {one.id for one in met if one is not None}
    return None not in met and not any(_told(ledger, case, words, own) for words in case["never"])


def _met(ledger: Ledger, expected: Case) -> Quantity | None:
    start, end = _span(ledger.text, expected["words"])
    near = (q for q in ledger.quantities if q.start < end and start < q.end)
    fits = (q for q in near if all(getattr(q, f) == expected[f] for f in FIELDS if f in expected))
    return next((q for q in fits if _part(ledger, q, expected.get("part_of"))), None)


def _part(ledger: Ledger, one: Quantity, total: str | None) -> bool:
    if total is None:
        return True
    start, end = _span(ledger.text, total)
    return any(q.id == one.part_of and q.start < end and start < q.end for q in ledger.quantities)


def _told(ledger: Ledger, case: Case, words: str, own: set[str]) -> bool:
    """True if words that are no quantity are one; words of an expected quantity must only not be people."""
    start, end = _span(ledger.text, words)
    expected = [_span(ledger.text, e["words"]) for e in case["expect"]]
    inside = any(a < end and start < b for a, b in expected)
    near = [q for q in ledger.quantities if q.start < end and start < q.end and q.id not in own]
    return any(q.unit == "person" or not inside for q in near)


def _places(case: Case) -> Iterator[tuple[bool, bool | None]]:
    """For each name, whether its point is near the right one, and whether its role is right where one was given."""
    names = case["names"]
    found = fogline.resolve_places(case["text"], [(name["start"], name["end"]) for name in names])
    for name, place in zip(names, found, strict=True):
        known = place.lat is not None and place.lon is not None
        near = known and _kilometres((name["lat"], name["lon"]), (place.lat or 0.0, place.lon or 0.0)) <= NEAR
        yield near, place.role == name["role"] if "role" in name else None


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    a, b = radians(one[0]), radians(other[0])
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))


if __name__ == "__main__":
    for figure in figures():
        print(f"{figure.measure:55} {figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}] n={figure.n}")
