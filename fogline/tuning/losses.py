"""How far the network's answers are from the marks: one sum over all heads."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, mse_loss

from fogline.models.heads import LABELS, RELATION, SIDES, VOICE, columns
from fogline.tuning.network import Network
from fogline.tuning.windows import ActLabel, CueLabel, Window

WEIGHTS = {
    "cue": 3.0, "act": 4.0, "status": 1.0, "factuality": 1.0, "reader": 0.3, "type": 1.0, "mode": 0.5, "context": 2.0,
    "entity": 1.0,
}  # fmt: skip
PAIR_WEIGHT, SIDE_WEIGHT, VOICE_WEIGHT, RELATION_WEIGHT = 4.0, 8.0, 0.3, 0.5
FEW = torch.tensor(3.0)  # what a side or a context counts beside none: there are few of them
RARE = torch.tensor([0.4, 1.0, 1.0])  # most wordpieces are outside every cue
NOTHING = -100  # torch's own label for what is not counted
COLUMNS, VOICE_COLUMNS = columns(LABELS), columns(VOICE)


def loss(network: Network, hidden: Tensor, tokens: Tensor, batch: Sequence[Window]) -> Tensor:
    """The weighted mean over a batch, from its vectors and scores."""
    longest = hidden.shape[1]
    cues = torch.tensor([_padded(_cue_labels(window), longest) for window in batch])
    entities = torch.tensor([_padded(_entity_labels(window), longest) for window in batch])
    total = WEIGHTS["cue"] * _labelled(tokens[..., COLUMNS["cue"]], cues, RARE)
    total = total + WEIGHTS["entity"] * _labelled(tokens[..., COLUMNS["entity"]], entities)
    total = total + _act_loss(tokens, batch) + _sides_loss(network, hidden, batch)
    voices = [(row, cue) for row, window in enumerate(batch) for cue in window.cues]
    return total + _voice_loss(network, hidden, voices, batch) if voices else total


def _labelled(scores: Tensor, labels: Tensor, weight: Tensor | None = None) -> Tensor:
    return cross_entropy(scores.flatten(0, 1), labels.flatten(), weight=weight, ignore_index=NOTHING)


def _padded(labels: list[int], longest: int) -> list[int]:
    return labels + [NOTHING] * (longest - len(labels))


def _cue_labels(window: Window) -> list[int]:
    labels = [0] * len(window.ids)
    for cue in window.cues:
        for before, token in zip((-2, *cue.cue), cue.cue, strict=False):
            labels[token] = 2 if token == before + 1 else 1
    return labels


def _entity_labels(window: Window) -> list[int]:
    labels = [0] * len(window.ids)
    for first, last, kind in sorted(window.entities, key=lambda e: e[0] - e[1]):  # the widest is written first
        labels[first : last + 1] = [LABELS["entity"].index(f"inside-{kind}")] * (last + 1 - first)
        labels[first] = LABELS["entity"].index(f"begin-{kind}")
    return labels


def _act_loss(tokens: Tensor, batch: Sequence[Window]) -> Tensor:
    mask = torch.tensor([[i < len(w.ids) for i in range(tokens.shape[1])] for w in batch])
    acts = [(row, act) for row, window in enumerate(batch) for act in window.acts]
    where = (
        torch.tensor([row for row, _ in acts], dtype=torch.long),
        torch.tensor([a.token for _, a in acts], dtype=torch.long),
    )
    truth = torch.zeros(mask.shape)
    truth[where] = 1
    total = WEIGHTS["act"] * binary_cross_entropy_with_logits(tokens[..., COLUMNS["act"]].squeeze(2)[mask], truth[mask])
    if not acts:
        return total
    rows = tokens[where]
    for head in ("status", "factuality", "type", "mode"):
        labels = torch.tensor([LABELS[head].index(label(act, head)) for _, act in acts])
        total = total + WEIGHTS[head] * cross_entropy(rows[:, COLUMNS[head]], labels)
    contexts = [act.deed.contexts for _, act in acts]
    total = total + WEIGHTS["context"] * _context_loss(rows[:, COLUMNS["context"]], contexts)
    readers = torch.tensor([float(act.deed.reader) for _, act in acts])
    return total + WEIGHTS["reader"] * mse_loss(rows[:, COLUMNS["reader"]].squeeze(1), readers)


def _context_loss(rows: Tensor, told: Sequence[tuple[str, ...] | None]) -> Tensor:
    """Over the acts whose contexts are marked."""
    marked = [n for n, contexts in enumerate(told) if contexts is not None]
    truth = torch.tensor([[float(name in (told[n] or ())) for name in LABELS["context"]] for n in marked])
    return binary_cross_entropy_with_logits(rows[marked], truth, pos_weight=FEW) if marked else rows.sum() * 0


def _sides_loss(network: Network, hidden: Tensor, batch: Sequence[Window]) -> Tensor:
    """Who does the typed acts and to whom, and from the two sides alone what is done."""
    acts = [(row, act) for row, window in enumerate(batch) for act in window.acts if act.deed.type]
    if not acts:
        return hidden.sum() * 0
    scores = network.sides(hidden, [(row, (act.token,)) for row, act in acts])
    truth, mask = torch.zeros(scores.shape), torch.zeros(scores.shape[:2], dtype=torch.bool)
    for at, (row, act) in enumerate(acts):
        mask[at, : len(batch[row].ids)] = True
        mask[at, list(act.open)] = False
        for k, side in enumerate((act.actor, act.recipient)):
            truth[at, list(side), k] = 1
    total = SIDE_WEIGHT * binary_cross_entropy_with_logits(scores[mask], truth[mask], pos_weight=FEW)
    sided = [(row, act) for row, act in acts if act.actor or act.recipient]
    if not sided:
        return total
    windows = torch.tensor([[float(i < len(w.ids)) for i in range(hidden.shape[1])] for w in batch])
    actors, recipients = ([(row, getattr(act, side)) for row, act in sided] for side in SIDES)
    said = network.relations(hidden, windows, actors, recipients)
    labels = torch.tensor([RELATION.index(label(act, "type")) for _, act in sided])
    return total + RELATION_WEIGHT * cross_entropy(said, labels)


def label(act: ActLabel, head: str) -> str:
    """The act's gold label for a head."""
    return str(getattr(act.deed, head) or "none")


def _voice_loss(
    network: Network, hidden: Tensor, voices: list[tuple[int, CueLabel]], batch: Sequence[Window]
) -> Tensor:
    parts = {role: [(row, getattr(cue, role)) for row, cue in voices] for role in ("cue", "source", "content")}
    scores = network.pairs(hidden, parts["cue"])
    truth, mask = torch.zeros(scores.shape), torch.zeros(scores.shape[:2], dtype=torch.bool)
    for at, (row, cue) in enumerate(voices):
        mask[at, : len(batch[row].ids)] = True
        truth[at, list(cue.source), 0] = 1
        truth[at, list(cue.content), 1] = 1
    total = PAIR_WEIGHT * binary_cross_entropy_with_logits(scores[mask], truth[mask])
    said = network.voices(hidden, parts["cue"], parts["source"], parts["content"])
    for head, where in VOICE_COLUMNS.items():
        labels = torch.tensor([VOICE[head].index(getattr(cue.voice, head)) for _, cue in voices])
        total = total + VOICE_WEIGHT * cross_entropy(said[:, where], labels)
    return total
