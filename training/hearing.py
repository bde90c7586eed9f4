"""How far the lexicon and the encoder are to be believed when acts are coded: a logistic regression, and its weights.

python -m training.hearing FOLDER     tune a network into FOLDER, if none is there, and write calibration/hearing.tsv

A network is surer of the passages that it learnt than of any others, and a little surer of their writers'. So one is
tuned without some groups of files, each by writers of its own, and what it and the lexicon say of every word of those
is held against the marks. The weights are fitted on all of them; what the type's F1 would be by the words, with the
weights fitted on other passages, is printed for several chances to code from.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import torch

from bench.events import read
from fogline.coding import heard
from fogline.coding.algebra import Meaning
from fogline.models.parse import Parse
from fogline.records import Span, touch
from fogline.tables.files import DATA
from fogline.tuning import recipe
from fogline.tuning.passages import Passage, held_out, passages
from training.parts import CORPUS, corpus

LEFT = tuple(f"registers-{n}" for n in range(17, 41))
"""How the names of the files begin that the network is not shown: twenty-four writers of all registers."""

TABLE = DATA / "calibration/hearing.tsv"
RARE = 20  # columns that fewer candidates have say nothing
DRAWN = 1.0  # the weights are drawn to nothing by half this times their squares
FOLDS = 6
CHANCES = (0.3, 0.35, 0.4, 0.45, 0.5)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A type for a word: the passage, where the word begins, what is said of the type, and the deed if it is right."""

    passage: str
    start: int
    columns: dict[str, float]
    deed: str | None


def candidates(passage: Passage) -> tuple[list[Candidate], int]:
    """Every type weighed for every act of a passage, and how many deeds are marked in it."""
    said: dict[tuple[int, int], dict[str, dict[str, float]]] = {}
    asked = heard.evidence

    def kept(
        parse: Parse, i: int, named: Meaning | None, telling: bool, over: int | None = None
    ) -> dict[str, dict[str, float]]:
        told = said[parse.starts[i], parse.ends[i]] = asked(parse, i, named, telling, over)
        return told

    with patch.object(heard, "evidence", kept):
        _, marks = read(passage)
    deeds = [deed for deed in marks.deeds if deed.type]
    found = []
    for (start, end), kinds in said.items():
        here = {deed.type: deed.tag for deed in deeds if touch((Span(start, end),), deed.triggers)}
        found += [Candidate(passage.id, start, columns, here.get(kind)) for kind, columns in kinds.items()]
    return found, len(deeds)


def fitted(found: Sequence[Candidate]) -> dict[str, float]:
    """The weight of each column, in logits."""
    counts: dict[str, int] = {}
    for one in found:
        for name in one.columns:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, n in counts.items() if n >= RARE)
    table = torch.tensor([[one.columns.get(name, 0.0) for name in names] for one in found], dtype=torch.float64)
    right = torch.tensor([float(one.deed is not None) for one in found], dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(table @ weights, right, reduction="sum")
        loss = loss + DRAWN / 2 * weights.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return dict(zip(names, weights.detach().tolist(), strict=True))


def f1(found: Sequence[Candidate], chances: Sequence[float], marked: int, least: float) -> float:
    """Of types coded from the chance ``least``, the likeliest of each word, against the deeds marked; 0 to 100."""
    best: dict[tuple[str, int], tuple[float, Candidate]] = {}
    for one, chance in zip(found, chances, strict=True):
        word = one.passage, one.start
        if chance >= least and (word not in best or chance > best[word][0]):
            best[word] = chance, one
    told = {(one.passage, one.deed or one.start) for _, one in best.values()}
    right = {(one.passage, one.deed) for _, one in best.values() if one.deed}
    return 200 * len(right) / (len(told) + marked)


def across(found: Sequence[Candidate]) -> list[float]:
    """The chance of each candidate by the weights that the other folds of passages give."""
    fold = {name: n % FOLDS for n, name in enumerate(sorted({one.passage for one in found}))}
    weights = [fitted([one for one in found if fold[one.passage] != k]) for k in range(FOLDS)]
    logits = [sum(weights[fold[o.passage]].get(name, 0.0) * x for name, x in o.columns.items()) for o in found]
    return torch.sigmoid(torch.tensor(logits)).tolist()  # type: ignore[no-any-return]


def main(folder: Path) -> None:
    """Tune, fit, tell, write."""
    files = sorted((CORPUS / "train").glob("*.txt"))
    if not (folder / "encoder.onnx").is_file():
        recipe.tune([path for path in files if not path.stem.startswith(LEFT)], folder, seed=1)
    os.environ["FOGLINE_ENCODER"] = str(folder)
    left = [passage for path in files if path.stem.startswith(LEFT) for passage in passages(path)]
    unseen = {passage.id: passage for passage in (*held_out(corpus())[1], *left)}
    read_in = [candidates(passage) for passage in unseen.values()]
    found, marked = [one for some, _ in read_in for one in some], sum(n for _, n in read_in)
    chances = across(found)
    for least in CHANCES:
        print(f"coded from {least}: F1 of types by the word {f1(found, chances, marked, least):.1f}")
    rows = [f"{name}\t{weight:.3f}" for name, weight in fitted(found).items()]
    head = "# fitted by python -m training.hearing on passages whose writers the network had not seen"
    TABLE.write_text("\n".join((head, "said\tweight", *rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
