"""Passages cut into what the encoder reads in one pass, with every mark as a label of wordpieces.

A window is a run of whole sentences of at most `LONGEST` wordpieces, so that a speaker's second sentence is read
beside the first; one pass over it serves all heads. The same cut is made when a report is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from fogline.models.windows import cut
from fogline.reading.sentences import sentences
from fogline.records import Span, Spans
from fogline.tuning.layers import Deed, Layers, Voice, layers
from fogline.tuning.passages import Passage


@dataclass(frozen=True, slots=True)
class CueLabel:
    """A voice with a cue in the window; tokens are wordpieces of the window."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    voice: Voice


@dataclass(frozen=True, slots=True)
class ActLabel:
    """An act at its first wordpiece."""

    token: int
    deed: Deed


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads: wordpiece ids with their spans in the passage, and the labels on them."""

    ids: tuple[int, ...]
    spans: Spans
    cues: tuple[CueLabel, ...]
    acts: tuple[ActLabel, ...]
    entities: tuple[tuple[int, int, str], ...]  # first and last wordpiece, type


def windows(passages: Sequence[Passage], tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of all passages, in order, as a report is cut when it is read."""
    for passage in passages:
        told = layers(passage)
        for ids, spans in cut(passage.text, sentences(passage.text), tokenizer):
            yield _labelled(ids, spans, told)


def alone(passages: Sequence[Passage], tokenizer: Tokenizer) -> Iterator[list[Window]]:
    """The sentences of each passage, every one a window of its own."""
    for passage in passages:
        told = layers(passage)
        cuts = (cut(passage.text, [sentence], tokenizer) for sentence in sentences(passage.text))
        yield [_labelled(ids, spans, told) for pieces in cuts for ids, spans in pieces]


def _labelled(ids: tuple[int, ...], spans: Spans, told: Layers) -> Window:
    cues = [_cue(spans, voice) for voice in told.voices]
    acts = [ActLabel(found[0], deed) for deed in told.deeds for at in deed.triggers if (found := _tokens(spans, (at,)))]
    named = [
        (found[0], found[-1], e.type) for e in told.entities for at in e.mentions if (found := _tokens(spans, (at,)))
    ]
    return Window(ids, spans, tuple(c for c in cues if c.cue), tuple(acts), tuple(sorted(named)))


def _cue(spans: Spans, voice: Voice) -> CueLabel:
    return CueLabel(_tokens(spans, voice.cue), _tokens(spans, voice.source), _tokens(spans, voice.content), voice)


def _tokens(spans: Spans, pieces: Sequence[Span]) -> tuple[int, ...]:
    """The wordpieces that lie in any of the pieces; special ones have empty spans and lie in none."""
    found = []
    starts = [span.start for span in spans]
    for piece in pieces:
        at = bisect_left(starts, piece.start, 1, len(starts) - 1)
        while at < len(spans) - 1 and spans[at].start < piece.end:
            found.append(at)
            at += 1
    return tuple(found)
