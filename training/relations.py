"""The relation of two spans tuned on the public PLV set's own training part, in folds: a row beside what ships.

python -m training.relations [WEIGHTS.pt]    the network to start from; without it one is trained on our corpus first

Each fold is read by a network that learnt from the other four; what it says is mixed with the lexicon's share as when
Fogline reads (`fogline.coding.pairs`), with the vote that the other four folds choose. PLV's 15 roots merge CONCEDE
and RETREAT.
"""

from __future__ import annotations

import copy
import csv
import os
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from bench.coding import MERGED, Coded, binary, quad, root, spans
from bench.figures import data, interval
from fogline.coding.meaning import Coder
from fogline.coding.pairs import candidates, rank
from fogline.models import english
from fogline.models.heads import RELATION
from fogline.models.windows import cut
from fogline.reading.factuality import head_of
from fogline.reading.sentences import sentences
from fogline.records import Span
from fogline.tuning import base
from fogline.tuning.network import Network
from fogline.tuning.passages import held_out
from fogline.tuning.recipe import padded, train
from training.parts import corpus

FOLDS, EPOCHS, BATCH, RATE, HEAD_RATE = 5, 6, 24, 6e-5, 5e-4
VOTES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
ROOTS = tuple(sorted({MERGED.get(kind, kind) for kind in RELATION[1:]}))
TO_ROOT = torch.tensor([[float(MERGED.get(kind, kind) == name) for name in ROOTS] for kind in RELATION])


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence in wordpieces, those of its two spans, the root, and the lexicon's shares."""

    gold: Coded
    ids: tuple[int, ...]
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    shares: dict[str, float]


def rows() -> list[Row]:
    """The training part, read by the rules and cut into wordpieces."""
    os.environ["FOGLINE_ENCODER"] = "off"
    reader = base.tokenizer()
    with (data("plv") / "train.tsv").open(encoding="utf-8") as file:
        return [_row(told, reader) for told in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _row(told: dict[str, str], reader: Any) -> Row:
    text, *sides = spans(told["marked_sentence"])
    given = [Span(*side) if side else None for side in sides]
    parse = english.parse(text, sentences(text))
    heads = [head_of(parse, span) if span else None for span in given]
    shares: dict[str, float] = {}
    for kind, share in rank(candidates(Coder(parse), heads[0], heads[1])):
        shares[MERGED.get(kind, kind)] = shares.get(MERGED.get(kind, kind), 0.0) + share
    piece = next(cut(text, [Span(0, len(text))], reader))
    tokens = [
        tuple(n for n, at in enumerate(piece.spans) if span and at.start < span.end and span.start < at.end)
        for span in given
    ]
    gold = Coded(told["id"], told["marked_sentence"], told["event_type"], told["quad"], "")
    return Row(gold, piece.ids, tokens[0], tokens[1], shares)


def tune(network: Network, learnt: Sequence[Row], seed: int) -> Network:
    """The network fitted to a set's rows."""
    random.seed(seed)
    torch.manual_seed(seed)
    heads = [p for name, p in network.named_parameters() if name.startswith("relation.")]
    groups = [{"params": list(network.encoder.parameters()), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * -(-len(learnt) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: max(0.01, min((n + 1) / (0.1 * steps), (steps - n) / (0.9 * steps)))
    )
    network.train()
    for _ in range(EPOCHS):
        order = sorted(random.sample(learnt, len(learnt)), key=lambda row: len(row.ids) + random.random() * 16)
        batches = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
        for batch in random.sample(batches, len(batches)):
            truth = torch.tensor([ROOTS.index(row.gold.root) for row in batch])
            value = -torch.log(chances(network, batch)[range(len(batch)), truth] + 1e-6).mean()
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def chances(network: Network, batch: Sequence[Any]) -> Tensor:
    """The chance of every root for each row."""
    ids, mask = padded(batch)
    with torch.autocast("cpu", torch.bfloat16):
        hidden, _ = network(ids, mask)
    sides = [[(n, getattr(row, side)) for n, row in enumerate(batch)] for side in ("actor", "recipient")]
    said = network.relations(hidden.float(), mask.float(), *sides)
    return torch.softmax(said, dim=1) @ TO_ROOT


def coded(told: Sequence[Row], heard: Tensor, vote: float) -> list[Coded]:
    """The rows with the root that lexicon and network come to."""
    out = []
    for row, row_chances in zip(told, heard.tolist(), strict=True):
        pairs = zip(ROOTS, row_chances, strict=True)
        mixed = {kind: vote * chance + (1 - vote) * row.shares.get(kind, 0.0) for kind, chance in pairs}
        out.append(replace(row.gold, ours=max(mixed, key=lambda kind: mixed[kind])))
    return out


def folds(network: Network, told: Sequence[Row]) -> Tensor:
    """The chances of every row, from a network that has not learnt it."""
    heard = torch.zeros(len(told), len(ROOTS))
    order = random.Random(0).sample(range(len(told)), len(told))
    for k in range(FOLDS):
        apart = order[k::FOLDS]
        learnt = [told[n] for n in order if n not in set(apart)]
        tuned = tune(copy.deepcopy(network), learnt, seed=k)
        with torch.no_grad():
            for n in range(0, len(apart), BATCH):
                some = apart[n : n + BATCH]
                heard[some] = chances(tuned, [told[i] for i in some])
        print(f"fold {k + 1}: root {root(coded([told[i] for i in apart], heard[apart], 0.8)):.1f}", flush=True)
    return heard


def main() -> None:
    """Print the three macro F1 over all folds: as it ships, and tuned."""
    told = rows()
    if len(sys.argv) > 1:
        body = base.encoder()
        network = Network(body, body.config.hidden_size)
        network.load_state_dict(torch.load(sys.argv[1]))
    else:
        network = train(held_out(corpus())[0], seed=1)
    network.eval()
    with torch.no_grad():
        plain = torch.cat([chances(network, told[n : n + BATCH]) for n in range(0, len(told), BATCH)])
    for name, heard in (("not tuned", plain), ("tuned", folds(network, told) if "--plain" not in sys.argv else plain)):
        for vote in VOTES:
            ours = coded(told, heard, vote)
            print(f"{name}, vote {vote}: root {root(ours):.1f} quad {quad(ours):.1f} binary {binary(ours):.1f}")
        ours = coded(told, heard, 0.7)
        for title, statistic in (("root", root), ("quad", quad), ("binary", binary)):
            low, high = interval(ours, statistic, 300)
            print(f"{name}, vote 0.7: {title} {statistic(ours):.1f} [{low:.1f}, {high:.1f}]")


if __name__ == "__main__":
    main()
