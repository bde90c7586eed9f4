"""Whom a pronoun means: a pointer from it to the words before it, learnt on the vectors of an encoder that is ready.

It looks at what the graph of the encoder gives, in whole numbers, and not into the network: the head can be learnt
again without the rest, and the rest stays as it is. The likelihood is that of any mention before, as in Lee et al.
2017, "End-to-end Neural Coreference Resolution"; the first wordpiece of a window stands for nobody in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from fogline.models import encoder
from fogline.models.heads import PRONOUNS
from fogline.models.windows import cut, pronouns
from fogline.reading.sentences import sentences
from fogline.records import Span, Spans
from fogline.tuning.export import export_antecedents
from fogline.tuning.layers import Layers, layers
from fogline.tuning.network import Pointer
from fogline.tuning.passages import Passage
from fogline.tuning.windows import wordpieces

EPOCHS = 4
BATCH = 8  # windows
RATE = 1e-3
UNMARKED = 0.5  # what a pronoun counts that no mark names: often nobody is meant


class Asked(NamedTuple):
    """A pronoun of a window: its wordpiece, those it may point to, and what it counts."""

    at: int
    right: tuple[int, ...]
    weight: float


class Seen(NamedTuple):
    """A window: the vectors of its wordpieces and its pronouns."""

    hidden: Tensor
    asked: tuple[Asked, ...]


def learn(passages: Sequence[Passage], folder: Path, seed: int = 0, epochs: int = EPOCHS) -> Pointer:
    """Learn the head on the encoder in ``folder`` and write ``antecedents.onnx`` beside it."""
    random.seed(seed)
    torch.manual_seed(seed)
    shown = list(seen(passages, folder))
    pointer = Pointer(shown[0].hidden.shape[1], 1)
    optimiser = torch.optim.AdamW(pointer.parameters(), lr=RATE, weight_decay=0.01)
    for epoch in range(epochs):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - epoch / epochs)
        random.shuffle(shown)
        for start in range(0, len(shown), BATCH):
            batch = shown[start : start + BATCH]
            optimiser.zero_grad()
            sum((_loss(pointer, window) for window in batch), torch.zeros(())).div(len(batch)).backward()
            optimiser.step()
    export_antecedents(pointer.eval(), shown[0].hidden.shape[1], folder / "antecedents.onnx")
    return pointer


def score(pointer: Pointer, passages: Sequence[Passage], folder: Path) -> float:
    """The share of pronouns with a marked antecedent whose likeliest word is one of it."""
    told = []
    for window in seen(passages, folder):
        with torch.no_grad():
            best = chances(pointer, window)[:, 1:].argmax(1) + 1
        told += [int(k) in asked.right for k, asked in zip(best, window.asked, strict=True) if asked.right != (0,)]
    return sum(told) / max(len(told), 1)


def seen(passages: Sequence[Passage], folder: Path) -> Iterator[Seen]:
    """The windows that have pronouns, as the encoder in a folder sees them."""
    loaded = encoder.opened(folder, ("encoder",))
    for passage in passages:
        told = layers(passage)
        pieces = list(cut(passage.text, sentences(passage.text), loaded.tokenizer))
        for piece, hidden, _ in encoder.passes(loaded, pieces):
            found = tuple(_asked(told, piece.spans, at, passage.text) for at in pronouns(passage.text, piece.spans))
            if found:
                yield Seen(torch.tensor(hidden, dtype=torch.float32), found)


def _asked(told: Layers, spans: Spans, at: int, text: str) -> Asked:
    """What a pronoun points to: the mentions before it of the entity that it is marked as, else nobody."""
    own = next(
        (e for e in told.entities if any(m.start == spans[at].start for m in e.mentions if _alone(m, text))), None
    )
    before = [m for m in own.mentions if m.end <= spans[at].start] if own else []
    inner = [m for e in told.entities if e is not own for m in e.mentions]
    right: set[int] = set()
    for mention in before:
        inside = [m for m in inner if mention.start <= m.start and m.end <= mention.end]
        right |= {*wordpieces(spans, (mention,))} - {*wordpieces(spans, inside)}
    return Asked(at, tuple(sorted(right)) or (0,), 1.0 if own else UNMARKED)


def _alone(mention: Span, text: str) -> bool:
    return text[mention.start : mention.end].lower() in PRONOUNS


def chances(pointer: Pointer, window: Seen) -> Tensor:
    """For each pronoun the chances of every wordpiece before it; the first of the window is nobody."""
    ats = torch.tensor([asked.at for asked in window.asked])
    scores = pointer(window.hidden[None], [(0, (asked.at,)) for asked in window.asked])[..., 0]
    behind = torch.arange(scores.shape[1])[None] >= ats[:, None]
    return torch.softmax(scores.masked_fill(behind, -1e4), 1)


def _loss(pointer: Pointer, window: Seen) -> Any:
    met = chances(pointer, window)
    told = [a.weight * -torch.log(met[n, list(a.right)].sum() + 1e-9) for n, a in enumerate(window.asked)]
    return sum(told, torch.zeros(())) / len(told)
