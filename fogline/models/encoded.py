"""What the encoder said of a report, in characters of its text: the readers ask this, never the encoder."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from fogline.models.heads import LABELS, columns
from fogline.records import Span, Spans, overlap

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


class EventGuess(NamedTuple):
    """A word as an event: the chance of every type ("none" is one) and mode, and of each context by itself."""

    types: dict[str, float]
    modes: dict[str, float]
    contexts: dict[str, float]


class Answers(NamedTuple):
    """One window: where its wordpieces stand, and the scores of every head for each (numpy arrays).

    ``acts`` and ``types`` are the chances that a wordpiece is an act, and of every type; ``sides`` has, for each that
    may be an act, the chances of every other to be its actor and recipient; ``meant``, for each pronoun, those of every
    wordpiece before it to tell whom it means, the first of the window for nobody in it.
    """

    spans: Spans
    scores: Any
    acts: Any
    types: Any
    sides: dict[int, Any]
    meant: dict[int, Any]


def answers(spans: Spans, scores: Any) -> Answers:
    """The answers of one window, the chances of acts and types worked out once for all its wordpieces."""
    acts, types = logistic(scores[:, COLUMNS["act"]])[:, 0], softmax(scores[:, COLUMNS["type"]])
    return Answers(spans, scores, acts, types, {}, {})


@dataclass(frozen=True, slots=True)
class Encoded:
    """The encoder's answers for one report, window by window, the voices it found, and the pairs it was asked for."""

    windows: tuple[Answers, ...]
    cues: tuple[CueGuess, ...]
    relations: tuple[dict[str, float], ...] = ()
    _events: dict[int, EventGuess | None] = field(default_factory=dict, repr=False, compare=False)  # answered once

    def act(self, start: int) -> ActGuess | None:
        """What the heads say of the word that begins at ``start`` (code points); None between words."""
        found = self._at(start)
        if found is None:
            return None
        window, n = self.windows[found[0]], found[1]
        row = window.scores[n]
        reader = max(-3.0, min(3.0, float(row[COLUMNS["reader"]][0])))
        chances = softmax(row[COLUMNS["factuality"]]).tolist()
        factuality = tuple(map(Guess, LABELS["factuality"], chances))
        return ActGuess(float(window.acts[n]), best(row[COLUMNS["status"]], LABELS["status"]), factuality, reader)

    def event(self, start: int) -> EventGuess | None:
        """What the heads code the word that begins at ``start`` as; None between words."""
        if start not in self._events:
            self._events[start] = self._event(start)
        return self._events[start]

    def _event(self, start: int) -> EventGuess | None:
        found = self._at(start)
        if found is None:
            return None
        window, n = self.windows[found[0]], found[1]
        act = float(window.acts[n])
        kinds = {name: act * chance for name, chance in named("type", window.types[n]).items()}
        kinds["none"] += 1 - act  # no act is no event
        row = window.scores[n]
        modes, contexts = softmax(row[COLUMNS["mode"]]), logistic(row[COLUMNS["context"]])
        return EventGuess(kinds, named("mode", modes), named("context", contexts))

    def told(self, start: int) -> float:
        """The chance that the word that begins at ``start`` tells an event, of whatever type; 0 between words."""
        found = self._at(start)
        if found is None:
            return 0.0
        window, n = self.windows[found[0]], found[1]
        act = float(window.acts[n])
        return 1 - (act * float(window.types[n, 0]) + (1 - act))

    def side(self, act: int, word: int) -> tuple[float, float] | None:
        """The chances that the word at ``word`` is actor and recipient of the act at ``act`` (where both begin).

        None where they stand in two windows, or the act's word was taken for no act at all.
        """
        here, there = self._at(act), self._at(word)
        if here is None or there is None or here[0] != there[0]:
            return None
        chances = self.windows[here[0]].sides.get(here[1])
        return None if chances is None else (float(chances[there[1], 0]), float(chances[there[1], 1]))

    def meant(self, pronoun: int, words: Span | None) -> float | None:
        """The chance that the pronoun at ``pronoun`` means whom these words before it tell, without any: nobody before.

        None where it is no pronoun, or the words stand in another window.
        """
        found = self._at(pronoun)
        if found is None or found[1] not in self.windows[found[0]].meant:
            return None
        window = self.windows[found[0]]
        if words is None:
            return float(window.meant[found[1]][0])
        inside = [n for n, at in enumerate(window.spans[: found[1]]) if overlap(at, words)]
        return float(window.meant[found[1]][inside].sum()) if inside else None

    def cue(self, start: int, end: int) -> CueGuess | None:
        """The voice whose cue overlaps the characters ``start`` to ``end``."""
        at = bisect_right(self.cues, end, key=lambda guess: guess.cue.start) - 1
        return self.cues[at] if at >= 0 and self.cues[at].cue.end > start else None

    def _at(self, start: int) -> tuple[int, int] | None:
        """The window and wordpiece that hold a character."""
        at = bisect_right(self.windows, start, key=lambda window: window.spans[0].start) - 1
        if at < 0:
            return None
        spans = self.windows[at].spans
        n = bisect_right(spans, start, 1, len(spans) - 1, key=lambda span: span.start) - 1
        return (at, n) if n and spans[n].start <= start < spans[n].end else None


def named(head: str, chances: Any) -> dict[str, float]:
    """The chances of a head's labels by their names.

    >>> named("act", __import__("numpy").array([0.5]))
    {'act': 0.5}
    """
    return dict(zip(LABELS[head], chances.tolist(), strict=True))


def logistic(scores: Any) -> Any:
    """The chance of each score by itself."""
    import numpy

    return 1 / (1 + numpy.exp(-scores))


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
