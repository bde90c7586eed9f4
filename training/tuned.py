"""Factuality tuned on a public set's own training part: a row beside the shipped weights, never the shipped weights.

python -m training.tuned UDS_IH2 CB MV2
"""

from __future__ import annotations

import copy
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import mse_loss

from fogline.models.heads import LABELS, columns
from fogline.models.windows import cut
from fogline.reading.sentences import sentences
from fogline.tuning.base import tokenizer
from fogline.tuning.network import Network
from fogline.tuning.passages import held_out
from fogline.tuning.recipe import padded, train
from training.parts import corpus

SETS = Path(__file__).resolve().parents[2] / "shared/data/factuality"
EPOCHS, BATCH, RATE = 4, 32, 6e-5
READER = columns(LABELS)["reader"]


@dataclass(frozen=True, slots=True)
class Scored:
    """One text in wordpieces, and the human score of some of them."""

    ids: tuple[int, ...]
    scores: tuple[tuple[int, float], ...]


def scored(path: Path, reader: Any) -> Iterator[Scored]:
    """The texts of a set in windows, those that hold a target; it is scored at its first wordpiece."""
    for row in map(json.loads, path.open(encoding="utf-8")):
        text, words = row["text"], row["text"].split(" ")
        starts = [len(" ".join(words[:n])) + (n > 0) for n in range(len(words))]
        labels = {starts[target["span1"][0]]: float(target["label"]) for target in row["targets"]}
        for piece in cut(text, sentences(text), reader):
            inner = list(enumerate(piece.spans))[1:-1]
            told = tuple((n, labels[span.start]) for n, span in inner if span.start in labels)
            if told:
                yield Scored(piece.ids, told)


def tune(network: Network, rows: Sequence[Scored], seed: int = 0, epochs: int = EPOCHS) -> Network:
    """The network with its reader's score fitted to a set's own training part."""
    random.seed(seed)
    torch.manual_seed(seed)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * -(-len(rows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min((n + 1) / (0.1 * steps), (steps - n) / (0.9 * steps))
    )
    network.train()
    for _ in range(epochs):
        order = sorted(random.sample(rows, len(rows)), key=lambda row: len(row.ids) + random.random() * 8)
        groups = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
        for group in random.sample(groups, len(groups)):
            given, truth = _answers(network, group)
            value = mse_loss(given, truth)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return network.eval()


def _answers(network: Network, group: Sequence[Any]) -> tuple[torch.Tensor, torch.Tensor]:
    where = [(row, n) for row, text in enumerate(group) for n, _ in text.scores]
    truth = torch.tensor([score for text in group for _, score in text.scores])
    with torch.autocast("cpu", torch.bfloat16):
        _, tokens = network(*padded(group))
    rows, places = (torch.tensor(column, dtype=torch.long) for column in zip(*where, strict=True))
    return tokens.float()[rows, places, READER.start], truth


def main() -> None:
    """Tune on the corpus, then on each set's train part; print Pearson r and MAE on its dev part."""
    reader = tokenizer()
    kept, _ = held_out(corpus())
    ours = train(kept, seed=0)
    for name in sys.argv[1:]:
        network = tune(copy.deepcopy(ours), list(scored(SETS / name / "train.jsonl", reader)))
        apart = list(scored(SETS / name / "dev.jsonl", reader))
        with torch.no_grad():
            pairs = [_answers(network, apart[n : n + BATCH]) for n in range(0, len(apart), BATCH)]
        given, truth = (torch.cat(column) for column in zip(*pairs, strict=True))
        r = float(torch.corrcoef(torch.stack([given, truth]))[0, 1])
        print(f"{name}: r {r:.3f}, MAE {float((given - truth).abs().mean()):.3f}, n={len(truth)}", flush=True)


if __name__ == "__main__":
    main()
