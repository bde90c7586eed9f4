"""The encoder with all its heads: one pass over a window, and every question answered from its vectors."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from fogline.models.heads import DISTANCES, FARTHEST, LABELS, PAIR, RELATION, SIDES, VOICE, bucket

HIDDEN = 192
Parts = Sequence[tuple[int, Sequence[int]]]  # which window of the batch, and wordpieces of it


class Pointer(nn.Module):
    """From a cue or an act to the wordpieces of its window that belong to it."""

    def __init__(self, size: int, heads: int) -> None:
        super().__init__()
        self.start = nn.Linear(size, HIDDEN)
        self.token = nn.Linear(size, HIDDEN, bias=False)
        self.distance = nn.Embedding(DISTANCES, HIDDEN)
        self.out = nn.Linear(HIDDEN, heads)
        self.asks = nn.Linear(size, heads * HIDDEN)
        self.answers = nn.Linear(size, heads * HIDDEN)
        self.drop = nn.Dropout(0.1)
        self.register_buffer("buckets", torch.tensor([bucket(n) for n in range(-FARTHEST, FARTHEST + 1)]))

    def forward(self, hidden: Tensor, starts: Parts) -> Tensor:
        """For each start, the scores of every wordpiece of its window."""
        rows = torch.tensor([row for row, _ in starts])
        firsts = torch.tensor([tokens[0] for _, tokens in starts])
        places = torch.arange(hidden.shape[1]) - firsts[:, None]
        near = self.buckets[places.clamp(-FARTHEST, FARTHEST) + FARTHEST]
        kinds, answers = self.words(self.drop(hidden))
        return self.met(means(hidden, starts), kinds[rows], answers[rows], near)

    def words(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """What every wordpiece brings to the meeting, once a window."""
        return self.token(hidden), self.answers(hidden)

    def met(self, starts: Tensor, kinds: Tensor, answers: Tensor, near: Tensor) -> Tensor:
        """Scores of starts (n, size) and the wordpieces of their windows (n or 1, length), ``near``: their distance.

        Who acts is a matter of distance and kind, and of what the two vectors know of each other (Dozat and Manning
        2017, "Deep Biaffine Attention for Neural Dependency Parsing").
        """
        scores = self.out(torch.relu(self.start(starts)[:, None] + kinds + self.distance(near)))
        asked = self.asks(starts).unflatten(-1, (-1, HIDDEN)).transpose(0, 1)  # heads, n, HIDDEN
        answered = answers.unflatten(-1, (-1, HIDDEN)).permute(2, 0, 3, 1)  # heads, n or 1, HIDDEN, length
        met: Tensor = scores + (asked[:, :, None] @ answered).squeeze(2).permute(1, 2, 0) / HIDDEN**0.5
        return met


class Relation(nn.Module):
    """What one span does to another: both vectors, and what they look at in the window between and around them."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.query = nn.Linear(2 * size, HIDDEN)
        self.key = nn.Linear(size, HIDDEN)
        self.inner = nn.Linear(3 * size, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(RELATION))
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor, sides: Tensor) -> Tensor:
        """Scores of every type; ``hidden`` is one window a pair, ``sides`` the two mean vectors side by side."""
        looked = (self.key(hidden) @ self.query(sides)[:, :, None]).squeeze(2) / HIDDEN**0.5
        weights = torch.softmax(looked.masked_fill(mask == 0, -1e4), dim=1)
        seen = (weights[:, None] @ hidden).squeeze(1)
        scores: Tensor = self.out(torch.relu(self.inner(self.drop(torch.cat([sides, seen], dim=1)))))
        return scores


class Network(nn.Module):
    """An encoder (any BERT that `transformers` loads) and our heads."""

    def __init__(self, encoder: nn.Module, size: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tokens = nn.Linear(size, sum(len(labels) for labels in LABELS.values()))
        self.pairs = Pointer(size, len(PAIR))
        self.sides = Pointer(size, len(SIDES))
        self.relation = Relation(size)
        self.voice_in = nn.Linear(3 * size, HIDDEN)
        self.voice_out = nn.Linear(HIDDEN, sum(len(labels) for labels in VOICE.values()))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors and scores of every wordpiece of a batch of windows: what is exported."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden, self.tokens(self.drop(hidden))

    def voices(self, hidden: Tensor, cues: Parts, sources: Parts, contents: Parts) -> Tensor:
        """The scores of each voice's speech act, class and worth."""
        parts = torch.cat([means(hidden, part) for part in (cues, sources, contents)], dim=1)
        scores: Tensor = self.voice_out(torch.relu(self.voice_in(self.drop(parts))))
        return scores

    def relations(self, hidden: Tensor, mask: Tensor, actors: Parts, recipients: Parts) -> Tensor:
        """The scores of each pair's relation; a side nobody names has no wordpieces."""
        rows = torch.tensor([row for row, _ in actors])
        sides = torch.cat([means(hidden, actors), means(hidden, recipients)], dim=1)
        scores: Tensor = self.relation(hidden[rows], mask[rows], sides)
        return scores


def means(hidden: Tensor, parts: Parts) -> Tensor:
    """The mean vector of each part's wordpieces; zeros for a part without any."""
    which = torch.tensor([n for n, (_, tokens) in enumerate(parts) for _ in tokens], dtype=torch.long)
    rows = torch.tensor([row for row, tokens in parts for _ in tokens], dtype=torch.long)
    flat = torch.tensor([token for _, tokens in parts for token in tokens], dtype=torch.long)
    sizes = torch.tensor([max(len(tokens), 1) for _, tokens in parts])
    total = torch.zeros(len(parts), hidden.shape[2]).index_add(0, which, hidden[rows, flat])
    return total / sizes[:, None]
