"""Event factuality on public sets: Pearson r and mean absolute error, the constant +3 beside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, Missing, data, interval
from fogline.models import english
from fogline.reading.factuality import head_of, judge
from fogline.reading.sentences import sentences

SETS = ("UDS_IH2", "CB", "MV2", "MEANTIME")
PEERS = {"UDS_IH2": "ridge in-domain .695", "CB": "ridge in-domain .674", "MV2": "ridge in-domain .705"}
DRAWS = 300


@dataclass(frozen=True, slots=True)
class Judged:
    """One target: the gold label, ours, and where to find it again."""

    gold: float
    ours: float
    status: str
    text: str
    target: str


def judged(path: Path) -> list[Judged]:
    """Every target of a file, scored by the rules; the text is the tokens joined by spaces."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    texts = [row["text"] for row in rows]
    parses = english.parse_many((text, sentences(text)) for text in texts)
    out: list[Judged] = []
    for row, text, parse in zip(rows, texts, parses, strict=True):
        tokens = text.split(" ")
        for target in row["targets"]:
            first, last = target["span1"]
            start = len(" ".join(tokens[:first])) + (first > 0)
            span = (start, start + len(" ".join(tokens[first:last])))
            at = head_of(parse, span)
            state = judge(parse, at) if at is not None else None
            score = state.score if state else 0.0
            out.append(Judged(target["label"], score, state.status if state else "", text, target["span_text"]))
    return out


def pearson(rows: Sequence[Judged]) -> float:
    """Correlation of our scores with the labels; 0 where one of them never varies."""
    n = len(rows)
    mean_a, mean_b = sum(r.gold for r in rows) / n, sum(r.ours for r in rows) / n
    cov = sum((r.gold - mean_a) * (r.ours - mean_b) for r in rows)
    var_a, var_b = sum((r.gold - mean_a) ** 2 for r in rows), sum((r.ours - mean_b) ** 2 for r in rows)
    return float(cov / (var_a * var_b) ** 0.5) if var_a and var_b else 0.0


def mae(rows: Sequence[Judged]) -> float:
    """Mean absolute error in points of the -3..+3 scale."""
    return sum(abs(r.gold - r.ours) for r in rows) / len(rows)


def figures() -> Iterator[Figure]:
    """Pearson r and MAE on the dev part of each set."""
    for name in SETS:
        rows = judged(data("factuality") / name / "dev.jsonl")
        low, high = interval(rows, pearson, DRAWS)
        constant = sum(abs(r.gold - 3) for r in rows) / len(rows)
        yield Figure(
            f"factuality.{name}.r", f"{name} Pearson r", pearson(rows), low, high, len(rows), PEERS.get(name, "")
        )
        low, high = interval(rows, mae, DRAWS)
        peer = f"constant +3: {constant:.3f}"
        yield Figure(f"factuality.{name}.mae", f"{name} MAE", mae(rows), low, high, len(rows), peer)


if __name__ == "__main__":
    try:
        for figure in figures():
            print(
                f"{figure.measure:20} {figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}] n={figure.n} "
                f"{figure.peers}"
            )
    except Missing as missing:
        print(missing)
