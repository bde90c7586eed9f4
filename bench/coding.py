"""Type of the relation between two given spans (PLV), as macro F1 over roots, quads and cooperation or conflict.

The first run, before any error on this part had been read, gave root 69.0, quad 82.1 and binary 90.1. The lexicon was
widened after reading errors here, so later figures are not blind.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bench.figures import Figure, Missing, data, interval
from fogline.coding.pairs import code_pairs

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUADS = {
    "AGREE": "1", "CONSULT": "1", "SUPPORT": "1", "COOPERATE": "2", "AID": "2", "YIELD": "2",
    "REQUEST": "3", "ACCUSE": "3", "REJECT": "3", "THREATEN": "3",
    "PROTEST": "4", "SANCTION": "4", "MOBILIZE": "4", "COERCE": "4", "ASSAULT": "4",
}  # fmt: skip
DRAWS = 300
PEERS = {
    "root": "UniversalPetrarch 46.3, GPT-4 61.5, ZSP 82.4",
    "quad": "ZSP 89.6",
    "binary": "ZSP 96.4",
}


@dataclass(frozen=True, slots=True)
class Coded:
    """One row: the gold root and quad, and our root ("" where we found nothing)."""

    id: str
    sentence: str
    root: str
    quad: str
    ours: str
    why: str = ""


def spans(marked: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None]:
    """The sentence without its marks, and the first actor and recipient span in it."""
    found: dict[str, tuple[int, int]] = {}
    text = ""
    rest = marked
    opened: dict[str, int] = {}
    while rest:
        tag = next((t for t in ("<s>", "</s>", "<t>", "</t>") if rest.startswith(t)), None)
        if tag is None:
            text, rest = text + rest[0], rest[1:]
            continue
        rest = rest[len(tag) :]
        name = tag.strip("</>")
        if "/" not in tag:
            opened[name] = len(text)
        elif name in opened:
            found.setdefault(name, (opened[name], len(text)))
    return text, found.get("s"), found.get("t")


def coded() -> list[Coded]:
    """Every row of the training part, coded."""
    path = data("plv") / "train.tsv"
    rows = list(csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    given = [dict(zip(("text", "actor", "recipient"), spans(r["marked_sentence"]), strict=True)) for r in rows]
    out = []
    for row, event in zip(rows, code_pairs(given), strict=True):
        kind = MERGED.get(event.type, event.type) if event else ""
        out.append(
            Coded(row["id"], row["marked_sentence"], row["event_type"], row["quad"], kind, event.why if event else "")
        )
    return out


def macro(rows: Sequence[Coded], gold: Callable[[Coded], str], ours: Callable[[Coded], str]) -> float:
    """Macro F1 in percent over the labels that stand in the gold."""
    labels = sorted({gold(r) for r in rows})
    return 100 * sum(_f1([(gold(r), ours(r)) for r in rows], label) for label in labels) / len(labels)


def _f1(pairs: Sequence[tuple[str, str]], label: str) -> float:
    hit = sum(a == b == label for a, b in pairs)
    wanted, given = sum(a == label for a, _ in pairs), sum(b == label for _, b in pairs)
    return 2 * hit / (wanted + given) if wanted + given else 0.0


def root(rows: Sequence[Coded]) -> float:
    return macro(rows, lambda r: r.root, lambda r: r.ours)


def quad(rows: Sequence[Coded]) -> float:
    return macro(rows, lambda r: r.quad, lambda r: QUADS.get(r.ours, ""))


def binary(rows: Sequence[Coded]) -> float:
    return macro(rows, lambda r: _side(r.quad), lambda r: _side(QUADS.get(r.ours, "")))


def _side(quad_: str) -> str:
    return {"1": "cooperation", "2": "cooperation", "3": "conflict", "4": "conflict"}.get(quad_, "")


def figures() -> Iterator[Figure]:
    """Root, quad and binary macro F1 on the whole training part (the lexicon is hand-written, nothing is fitted)."""
    rows = coded()
    for name, statistic in (("root", root), ("quad", quad), ("binary", binary)):
        low, high = interval(rows, statistic, DRAWS)
        yield Figure(f"coding.plv.{name}", f"PLV {name} macro F1", statistic(rows), low, high, len(rows), PEERS[name])


if __name__ == "__main__":
    try:
        for figure in figures():
            print(
                f"{figure.measure:22} {figure.value:.1f} [{figure.low:.1f}, {figure.high:.1f}] n={figure.n} "
                f"{figure.peers}"
            )
    except Missing as missing:
        print(missing)
