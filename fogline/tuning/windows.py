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
from fogline.records import Sentence, Span, Spans
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
    """An act at its first wordpiece, and the wordpieces of its sides: of those in its sentence, else of all."""

    token: int
    deed: Deed
    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    open: tuple[int, ...] = ()  # further mentions of a side: neither right nor wrong


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
        ready = sentences(passage.text)
        for ids, spans in cut(passage.text, ready, tokenizer):
            yield _labelled(ids, spans, told, ready)


def alone(passages: Sequence[Passage], tokenizer: Tokenizer) -> Iterator[list[Window]]:
    """The sentences of each passage, every one a window of its own."""
    for passage in passages:
        told = layers(passage)
        ready = sentences(passage.text)
        cuts = (cut(passage.text, [sentence], tokenizer) for sentence in ready)
        yield [_labelled(ids, spans, told, ready) for pieces in cuts for ids, spans in pieces]


def _labelled(ids: tuple[int, ...], spans: Spans, told: Layers, ready: Sequence[Sentence]) -> Window:
    cues = [_cue(spans, voice) for voice in told.voices]
    where = _Words(spans, told, ready)
    acts = [where.act(found[0], deed, at) for deed in told.deeds for at in deed.triggers if (found := where.of((at,)))]
    named = [
        (found[0], found[-1], e.type) for e in told.entities for at in e.mentions if (found := wordpieces(spans, (at,)))
    ]
    return Window(ids, spans, tuple(c for c in cues if c.cue), tuple(acts), tuple(sorted(named)))


class _Words:
    """The wordpieces of a window that stand for an entity."""

    def __init__(self, spans: Spans, told: Layers, ready: Sequence[Sentence]) -> None:
        self.spans, self.ready = spans, ready
        self.mentions = {named.tag: named.mentions for named in told.entities}

    def of(self, pieces: Sequence[Span]) -> tuple[int, ...]:
        return wordpieces(self.spans, pieces)

    def act(self, token: int, deed: Deed, trigger: Span) -> ActLabel:
        """The label of a telling; a side that its sentence does not name may stand before or behind."""
        near = next((s for s in self.ready if s.start <= trigger.start < s.end), None)
        actor, recipient = (self._side(tags, near) for tags in (deed.actors, deed.recipients))
        mentions = [m for tag in (*deed.actors, *deed.recipients) for m in self.mentions[tag]]
        return ActLabel(token, deed, actor, recipient, tuple(sorted({*self.of(mentions)} - {*actor, *recipient})))

    def _side(self, tags: Sequence[str], near: Sentence | None) -> tuple[int, ...]:
        chosen: set[int] = set()
        for tag in tags:
            close = [m for m in self.mentions[tag] if near and near.start <= m.start < near.end]
            chosen |= {n for m in close or self.mentions[tag] for n in self._own(tag, m)}
        return tuple(sorted(chosen))

    def _own(self, tag: str, mention: Span) -> set[int]:
        """Of "[the army of [Chad]]" what is not another's."""
        inner = [
            m
            for other, spans in self.mentions.items()
            for m in spans
            if other != tag and mention.start <= m.start and m.end <= mention.end and m != mention
        ]
        return set(self.of((mention,))) - set(self.of(inner))


def _cue(spans: Spans, voice: Voice) -> CueLabel:
    return CueLabel(
        wordpieces(spans, voice.cue), wordpieces(spans, voice.source), wordpieces(spans, voice.content), voice
    )


def wordpieces(spans: Spans, pieces: Sequence[Span]) -> tuple[int, ...]:
    """The wordpieces that lie in any of the pieces; special ones have empty spans and lie in none."""
    found = []
    starts = [span.start for span in spans]
    for piece in pieces:
        at = bisect_left(starts, piece.start, 1, len(starts) - 1)
        while at < len(spans) - 1 and spans[at].start < piece.end:
            found.append(at)
            at += 1
    return tuple(found)
