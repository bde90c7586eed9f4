"""The encoder with all its heads: one pass over a window, and every question answered from its vectors."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from fogline.models.heads import DISTANCES, FARTHEST, LABELS, PAIR, VOICE, bucket

HIDDEN = 192
Parts = Sequence[tuple[int, Sequence[int]]]  # which window of the batch, and wordpieces of it


class Network(nn.Module):
    """An encoder (any BERT that `transformers` loads) and our heads."""

    def __init__(self, encoder: nn.Module, size: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tokens = nn.Linear(size, sum(len(labels) for labels in LABELS.values()))
        self.pair_cue = nn.Linear(size, HIDDEN)
        self.pair_token = nn.Linear(size, HIDDEN, bias=False)
        self.pair_distance = nn.Embedding(DISTANCES, HIDDEN)
        self.pair_out = nn.Linear(HIDDEN, len(PAIR))
        self.voice_in = nn.Linear(3 * size, HIDDEN)
        self.voice_out = nn.Linear(HIDDEN, sum(len(labels) for labels in VOICE.values()))
        self.register_buffer("buckets", torch.tensor([bucket(n) for n in range(-FARTHEST, FARTHEST + 1)]))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors and scores of every wordpiece of a batch of windows: what is exported."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return hidden, self.tokens(self.drop(hidden))

    def pairs(self, hidden: Tensor, cues: Parts) -> Tensor:
        """For each cue, the scores of every wordpiece of its window for its source and content."""
        rows = torch.tensor([row for row, _ in cues])
        firsts = torch.tensor([cue[0] for _, cue in cues])
        places = torch.arange(hidden.shape[1]) - firsts[:, None]
        near = self.pair_distance(self.buckets[places.clamp(-FARTHEST, FARTHEST) + FARTHEST])
        tokens = self.pair_token(self.drop(hidden))[rows]
        scores: Tensor = self.pair_out(torch.relu(self.pair_cue(means(hidden, cues))[:, None] + tokens + near))
        return scores

    def voices(self, hidden: Tensor, cues: Parts, sources: Parts, contents: Parts) -> Tensor:
        """The scores of each voice's speech act, class and worth."""
        parts = torch.cat([means(hidden, part) for part in (cues, sources, contents)], dim=1)
        scores: Tensor = self.voice_out(torch.relu(self.voice_in(self.drop(parts))))
        return scores


def means(hidden: Tensor, parts: Parts) -> Tensor:
    """The mean vector of each part's wordpieces; zeros for a part without any."""
    which = torch.tensor([n for n, (_, tokens) in enumerate(parts) for _ in tokens], dtype=torch.long)
    rows = torch.tensor([row for row, tokens in parts for _ in tokens], dtype=torch.long)
    flat = torch.tensor([token for _, tokens in parts for token in tokens], dtype=torch.long)
    sizes = torch.tensor([max(len(tokens), 1) for _, tokens in parts])
    total = torch.zeros(len(parts), hidden.shape[2]).index_add(0, which, hidden[rows, flat])
    return total / sizes[:, None]
