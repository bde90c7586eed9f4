"""Quantities on public sets: numbers, percentages, money, measures and ages of Recognizers-Text; re3d's Quantity spans.

A self-check with an honest simple count: a case counts as right if one of our quantities overlaps the expected words
and has the expected value. Recognizers-Text is chat-like and counts bare numbers ("one two three"), which we leave out
on purpose where nothing says what they count; re3d marks ordinals and articles too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench.figures import Figure, data, interval
from fogline.models import english
from fogline.reading.quantities import find_quantities
from fogline.reading.quantities_numbers import numbers
from fogline.reading.sentences import sentences
from fogline.records import Quantity, Reading, Report

FILES = {
    "percent": "Number_PercentModel.json",
    "money": "NumberWithUnit_CurrencyModel.json",
    "measures": "NumberWithUnit_DimensionModel.json",
    "ages": "NumberWithUnit_AgeModel.json",
}
DRAWS = 300


@dataclass(frozen=True, slots=True)
class Case:
    """One expected span: whether we found words there, and whether with the right value."""

    found: bool
    right: bool
    text: str
    expected: str


def figures() -> Iterator[Figure]:
    """Recall of value for the numbers, and of quantities with their unit; recall of re3d's Quantity entities."""
    yield _figure("quantities.numbers", "Recognizers Number, value recall (numbers alone)", number_cases())
    for key, name in FILES.items():
        yield _figure(f"quantities.{key}", f"Recognizers {key}, value recall", quantity_cases(name))
    yield _figure("quantities.re3d", "re3d Quantity and Money entities that hold a number, recall", re3d_cases())


def _figure(key: str, measure: str, cases: Sequence[Case]) -> Figure:
    low, high = interval(cases, recall, DRAWS)
    return Figure(key, measure, recall(cases), low, high, len(cases))


def recall(cases: Sequence[Case]) -> float:
    """Share of the expected spans that we give the right value."""
    return sum(c.right for c in cases) / max(len(cases), 1)


def number_cases() -> list[Case]:
    """Every expected number with a numeric value, against our numbers before anything is told apart."""
    out = []
    for text, span, value in _expected("Number_NumberModel.json"):
        near = [n for n in numbers(text) if n.core[0] < span[1] and span[0] < n.core[1]]
        out.append(Case(bool(near), any(_equal(n.low, value) for n in near), text, str(value)))
    return out


def quantity_cases(name: str) -> list[Case]:
    """Every expected quantity of a file, against our stage on the parsed sentence."""
    out = []
    for text, span, value in _expected(name):
        near = [q for q in quantities(text) if q.start < span[1] and span[0] < q.end]
        out.append(Case(bool(near), any(_equal(q.low, value) or _equal(q.high, value) for q in near), text, str(value)))
    return out


def _equal(ours: float | None, theirs: float) -> bool:
    return ours is not None and abs(ours - theirs) <= 1e-6 * max(1.0, abs(theirs))


def _expected(name: str) -> Iterator[tuple[str, tuple[int, int], float]]:
    cases = json.loads((data("recognizers_specs") / name).read_text(encoding="utf-8-sig"))
    for case in cases:
        for result in case["Results"]:
            value = _value(result)
            if value is not None and "Start" in result:
                yield case["Input"], (result["Start"], result["End"] + 1), value


def _value(result: dict[str, Any]) -> float | None:
    words = str((result.get("Resolution") or {}).get("value") or "").rstrip("%")
    return float(words) if re.fullmatch(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?", words) else None


def quantities(text: str) -> tuple[Quantity, ...]:
    """Our quantities of a text, without times and entities."""
    ready = sentences(text)
    return find_quantities(Report("bench", text), english.parse(text, ready), Reading(sentences=ready))


def re3d_cases() -> list[Case]:
    """re3d's Quantity and Money entities with a number in them; ordinals and articles are none."""
    out: list[Case] = []
    for folder in sorted(p for p in data("re3d_dstl").iterdir() if (p / "documents.json").is_file()):
        texts = {r["_id"]: r["text"] for r in _rows((folder / "documents.json").read_text("utf-8"))}
        for row in _rows((folder / "entities.json").read_text("utf-8")):
            if row["type"] in ("Quantity", "Money") and _counts(row["value"]):
                found = any(q.start < row["end"] and row["begin"] < q.end for q in _cached(row["documentId"], texts))
                out.append(Case(found, found, row["documentId"], row["value"]))
    return out


_READ: dict[str, tuple[Quantity, ...]] = {}


def _cached(document: str, texts: dict[str, str]) -> tuple[Quantity, ...]:
    if document not in _READ:
        _READ[document] = quantities(texts[document])
    return _READ[document]


def _rows(text: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in text.splitlines() if line.strip())


def _counts(words: str) -> bool:
    return bool(numbers(words)) and not re.fullmatch(r"\d+(?:st|nd|rd|th)|an?", words.strip())


if __name__ == "__main__":
    for figure in figures():
        print(
            f"{figure.key:24} {figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}] n={figure.n}  {figure.measure}"
        )
