"""What the encoder said of a report, in characters of its text: the readers ask this, never the encoder."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, NamedTuple

from fogline.models.heads import LABELS, columns
from fogline.records import Span, Spans

COLUMNS = columns(LABELS)


class Guess(NamedTuple):
    """A label and its chance, 0 to 1."""

    label: str
    chance: float


class CueGuess(NamedTuple):
    """A voice as the heads see it: characters of its words, and how sure each head is."""

    cue: Span
    sure: float
    source: tuple[Spans, float]
    content: tuple[Spans, float]
    speech_act: Guess
    source_class: Guess
    worth: Guess


class ActGuess(NamedTuple):
    """A word as an act: the chance that it is one, its likeliest status, and the reader's score from -3 to 3."""

    chance: float
    status: Guess
    factuality: tuple[Guess, ...]  # every value with its chance
    reader: float
    type: Guess


class Answers(NamedTuple):
    """One window: where its wordpieces stand, and the scores of every head for each (a numpy array)."""

    spans: Spans
    scores: Any


@dataclass(frozen=True, slots=True)
class Encoded:
    """The encoder's answers for one report, window by window, and the voices it found."""

    windows: tuple[Answers, ...]
    cues: tuple[CueGuess, ...]

    def act(self, start: int) -> ActGuess | None:
        """What the heads say of the word that begins at ``start`` (code points); None between words."""
        row = self._row(start)
        if row is None:
            return None
        reader = max(-3.0, min(3.0, float(row[COLUMNS["reader"]][0])))
        chance = float(1 / (1 + math.exp(-row[COLUMNS["act"]][0])))
        status, kind = (best(row[COLUMNS[head]], LABELS[head]) for head in ("status", "type"))
        chances = softmax(row[COLUMNS["factuality"]]).tolist()
        factuality = tuple(map(Guess, LABELS["factuality"], chances))
        return ActGuess(chance, status, factuality, reader, kind)

    def cue(self, start: int, end: int) -> CueGuess | None:
        """The voice whose cue overlaps the characters ``start`` to ``end``."""
        at = bisect_right(self.cues, end, key=lambda guess: guess.cue.start) - 1
        return self.cues[at] if at >= 0 and self.cues[at].cue.end > start else None

    def _row(self, start: int) -> Any:
        at = bisect_right(self.windows, start, key=lambda window: window.spans[0].start) - 1
        if at < 0:
            return None
        spans = self.windows[at].spans
        n = bisect_right(spans, start, 1, len(spans) - 1, key=lambda span: span.start) - 1
        return self.windows[at].scores[n] if n and spans[n].start <= start < spans[n].end else None


def softmax(scores: Any) -> Any:
    """Chances of each row of scores."""
    import numpy

    raised = numpy.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def best(scores: Any, labels: tuple[str, ...]) -> Guess:
    """The likeliest label of one head, and its chance."""
    chances = softmax(scores)
    at = int(chances.argmax())
    return Guess(labels[at], float(chances[at]))
