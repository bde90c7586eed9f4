"""From passages to weights: on a CPU, with the same seed, always the same."""

from __future__ import annotations

import hashlib
import random
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from fogline.models.windows import LONGEST
from fogline.tuning import antecedents, base
from fogline.tuning.export import export
from fogline.tuning.losses import loss
from fogline.tuning.network import Network
from fogline.tuning.passages import Passage, held_out, passages
from fogline.tuning.scores import scores
from fogline.tuning.windows import Window, alone, windows

EPOCHS = 8
BATCH = 16  # windows of full length; of shorter ones as many as have as many wordpieces
RATE, HEAD_RATE = 1e-4, 1e-3
WARM = 0.1  # share of all steps


def tune(files: Sequence[Path], out: Path, seed: int = 0, epochs: int = EPOCHS) -> dict[str, float]:
    """Write weights tuned on the files' passages into a folder, with where they come from; nine in ten are learnt.

    Returns:
        How well the heads answer on the tenth that was held out (`fogline.tuning.scores`).
    """
    read_in = [passage for file in files for passage in passages(file)]
    kept, apart = held_out(read_in)
    watch = list(windows(apart, base.tokenizer()))
    network = train(kept, seed, watch, epochs)
    figures = scores(network, watch)
    save(network, out)
    figures["antecedent"] = antecedents.score(antecedents.learn(kept, out, seed), apart, out)
    made = {"seed": seed, "epochs": epochs, "passages": len(read_in), "learnt": len(kept), "digest": digest(files)}
    (out / "PROVENANCE.toml").write_text(provenance(made, figures), encoding="utf-8")
    return figures


def save(network: Network, out: Path) -> None:
    """The graphs and the tokenizer that a reader opens, but for the one that is learnt on them."""
    export(network, network.encoder.config.hidden_size, out)
    shutil.copyfile(base.folder() / "tokenizer.json", out / "tokenizer.json")


def digest(files: Iterable[Path]) -> str:
    """The sha-256 of all files' bytes, in the order of their names."""
    held = hashlib.sha256()
    for file in sorted(files, key=lambda path: path.name):
        held.update(file.read_bytes())
    return held.hexdigest()


def provenance(made: dict[str, Any], figures: dict[str, float]) -> str:
    """The card of the weights: base and licence, data and its digest, seed, versions, held-out figures."""
    facts = {
        "title": "Fogline's encoder and heads",
        "version": "1",
        "base": base.NAME,
        "licence": base.LICENCE,
        "data": "passages marked as training/GUIDE.md says",
        "made_by": "fogline train",
        "torch": version("torch"),
        **made,
    }
    lines = [f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}" for name, value in facts.items()]
    held = [f"{name} = {value:.3f}" for name, value in figures.items()]
    return "\n".join((*lines, "", "[held_out]", *held, ""))


def train(kept: Sequence[Passage], seed: int, watch: Sequence[Window] = (), epochs: int = EPOCHS) -> Network:
    """A network tuned on the passages; it sees each of them now whole, now sentence by sentence."""
    random.seed(seed)
    torch.manual_seed(seed)
    reader = base.tokenizer()
    whole = [list(windows([passage], reader)) for passage in kept]
    single = list(alone(kept, reader))
    body = base.encoder()
    network = Network(body, body.config.hidden_size)
    steps = epochs * -(-sum(map(len, whole)) // BATCH)
    optimiser, schedule = _optimiser(network, steps)
    for epoch in range(epochs):
        begun, total, seen = time.monotonic(), 0.0, 0
        for batch in batches(_mixed(whole, single)):
            network.train()
            with torch.autocast("cpu", torch.bfloat16):
                hidden, tokens = network(*padded(batch))
            value = loss(network, hidden.float(), tokens.float(), batch)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, seen = total + float(value.detach()) * len(batch), seen + len(batch)
        told = " ".join(f"{name} {value:.3f}" for name, value in scores(network, watch).items()) if watch else ""
        print(f"epoch {epoch + 1}: loss {total / seen:.3f}, {time.monotonic() - begun:.0f} s {told}", flush=True)
    return network.eval()


def _optimiser(network: Network, steps: int) -> tuple[Any, Any]:
    """AdamW with a warm start and a straight way down; new heads learn faster than the body."""
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": list(network.encoder.parameters()), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)

    def rate(step: int) -> float:
        return max(0.01, min((step + 1) / (WARM * steps), (steps - step) / ((1 - WARM) * steps)))

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, rate)


def _mixed(whole: Sequence[list[Window]], single: Sequence[list[Window]]) -> list[Window]:
    """Every passage once: as windows, or as single sentences packed into as few batches."""
    chosen = [random.choice(pair) for pair in zip(whole, single, strict=True)]
    return [window for passage in chosen for window in passage]


def batches(read_in: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, about as many wordpieces in each batch, in random order."""
    order = sorted(read_in, key=lambda window: len(window.ids) + random.random() * 24)
    groups: list[list[Window]] = [[]]
    for window in order:
        longest = max([len(window.ids), *(len(w.ids) for w in groups[-1])])
        if groups[-1] and longest * (len(groups[-1]) + 1) > BATCH * LONGEST:
            groups.append([])
        groups[-1].append(window)
    random.shuffle(groups)
    yield from groups


def padded(batch: Sequence[Window]) -> tuple[Tensor, Tensor]:
    """Ids and mask of a batch."""
    longest = max(len(w.ids) for w in batch)
    ids = torch.tensor([[*w.ids, *[0] * (longest - len(w.ids))] for w in batch])
    mask = torch.tensor([[1] * len(w.ids) + [0] * (longest - len(w.ids)) for w in batch])
    return ids, mask
