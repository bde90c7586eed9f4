"""How well the heads answer on windows that were not trained on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import torch

from fogline.models.heads import LABELS, RELATION, SIDES, VOICE, columns
from fogline.tuning.losses import label
from fogline.tuning.network import Network
from fogline.tuning.windows import Window

COLUMNS, VOICE_COLUMNS = columns(LABELS), columns(VOICE)
ROLES = ("source", "content")


@dataclass
class Tally:
    """Wordpieces that are right, found and marked, over all windows."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: Iterable[int], gold: Iterable[int]) -> None:
        """Count one window."""
        a, b = set(found), set(gold)
        self.right, self.found, self.gold = self.right + len(a & b), self.found + len(a), self.gold + len(b)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / ((self.found + self.gold) or 1)


@dataclass
class Answers:
    """What is counted: spans by head, right labels by head, and pairs of the reader's scores."""

    spans: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    labels: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    readers: list[tuple[float, float]] = field(default_factory=list)


def scores(network: Network, read_in: Sequence[Window]) -> dict[str, float]:
    """F1 of each head's wordpieces, accuracy of its labels where the mark is given, r of the reader's score."""
    network.eval()
    told = Answers()
    with torch.no_grad():
        for window in read_in:
            ids = torch.tensor([window.ids])
            hidden, tokens = network(ids, torch.ones_like(ids))
            _count_words(told, tokens[0], window)
            _count_sides(told, network, hidden, window)
            if window.cues:
                _count_voices(told, network, hidden, window)
    figures = {name: tally.f1 for name, tally in told.spans.items()}
    figures |= {name: sum(right) / len(right) for name, right in told.labels.items()}
    return {**figures, "reader_r": float(torch.corrcoef(torch.tensor(told.readers).T)[0, 1])}


def _count_words(told: Answers, tokens: torch.Tensor, window: Window) -> None:
    for head, gold in (
        ("cue", [t for c in window.cues for t in c.cue]),
        ("entity", [t for first, last, _ in window.entities for t in range(first, last + 1)]),
    ):
        told.spans[head].add(tokens[:, COLUMNS[head]].argmax(1).nonzero().flatten().tolist(), gold)
    acts = (tokens[:, COLUMNS["act"]].squeeze(1) > 0).nonzero().flatten().tolist()
    told.spans["act"].add(acts, [act.token for act in window.acts])
    for act in window.acts:
        row = tokens[act.token]
        for head in ("status", "factuality", "type", "mode"):
            told.labels[head].append(LABELS[head][int(row[COLUMNS[head]].argmax())] == label(act, head))
        told.readers.append((float(row[COLUMNS["reader"]]), float(act.deed.reader)))
        if act.deed.contexts is not None:
            likely = (row[COLUMNS["context"]] > 0).nonzero().flatten().tolist()
            told.spans["context"].add(likely, [LABELS["context"].index(name) for name in act.deed.contexts])


def _count_sides(told: Answers, network: Network, hidden: torch.Tensor, window: Window) -> None:
    acts = [act for act in window.acts if act.deed.type]
    starts = [(0, (act.token,)) for act in acts]
    for act, row in zip(acts, network.sides(hidden, starts) if acts else (), strict=True):
        for k, side in enumerate(SIDES):
            likely = (row[:, k] > 0).nonzero().flatten().tolist()
            told.spans[side].add(set(likely) - set(act.open), getattr(act, side))
    sided = [act for act in acts if act.actor or act.recipient]
    parts = [[(0, getattr(act, side)) for act in sided] for side in SIDES]
    said = network.relations(hidden, torch.ones(hidden.shape[:2]), *parts) if sided else ()
    for act, row in zip(sided, said, strict=True):
        told.labels["relation"].append(RELATION[int(row.argmax())] == act.deed.type)


def _count_voices(told: Answers, network: Network, hidden: torch.Tensor, window: Window) -> None:
    cues, sources, contents = ([(0, getattr(c, role)) for c in window.cues] for role in ("cue", *ROLES))
    said = network.voices(hidden, cues, sources, contents)
    for cue, row, voice in zip(window.cues, network.pairs(hidden, cues), said, strict=True):
        for k, role in enumerate(ROLES):
            told.spans[role].add((row[:, k] > 0).nonzero().flatten().tolist(), getattr(cue, role))
        for head, where in VOICE_COLUMNS.items():
            told.labels[head].append(VOICE[head][int(voice[where].argmax())] == getattr(cue.voice, head))
