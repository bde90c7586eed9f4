"""A sentence as the encoder reads it: every country under one name, because which country it is must not matter.

A network learns who attacks whom from the news it was made of, and would code an act by the names of its sides. So it
reads one country, one nationality, one people and one capital for all of them (``data/actors/stand_ins.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fogline.records import Span
from fogline.tables import actors, phrases
from fogline.tables.actors import StandIn

AN = re.compile(r"\b[Aa](n) $")
BEFORE, BEHIND = re.compile(r"\b[A-Z]{2,}\W+$"), re.compile(r"\W+[A-Z]{2,}\b")


class Turned(NamedTuple):
    """Words that were replaced, and where what stands for them is."""

    words: Span
    stand_in: Span


class Neutral(NamedTuple):
    """The sentence with stand-ins, and what they stand for, in order."""

    text: str
    turned: tuple[Turned, ...]

    def spans(self, offsets: list[tuple[int, int]]) -> Iterator[Span]:
        """Where wordpieces of this text (in order) stand in the sentence as it was; one of a stand-in is the name.

        >>> list(neutral("An Iraqi left.").spans([(0, 1), (2, 8), (9, 13)]))
        [Span(start=0, end=2), Span(start=3, end=8), Span(start=9, end=13)]
        """
        ahead = 0
        at = 0
        for start, end in offsets:
            while at < len(self.turned) and self.turned[at].stand_in.end <= start:
                ahead = self.turned[at].words.end - self.turned[at].stand_in.end
                at += 1
            inside = at < len(self.turned) and self.turned[at].stand_in.start < end
            yield self.turned[at].words if inside else Span(start + ahead, end + ahead)


def neutral(sentence: str) -> Neutral:
    """The sentence with one stand-in for each kind of name of a country; "an" before one becomes "a".

    >>> neutral("A Saudi envoy met an Iranian in the capital of Oman, Muscat.").text
    'A Kenyan envoy met a Kenyan in the capital of Kenya, Nairobi.'
    """
    parts: list[str] = []
    turned: list[Turned] = []
    at = size = 0
    for words, (stand_in, _) in names(sentence):
        before = sentence[at : words.start]
        parts += (before, stand_in)
        size += len(before) + len(stand_in)
        turned.append(Turned(words, Span(size - len(stand_in), size)))
        at = words.end
    return Neutral("".join((*parts, sentence[at:])), tuple(turned))


def names(sentence: str) -> Iterator[tuple[Span, StandIn]]:
    """The words to replace, in order, and what replaces them."""
    for start, end, stand_in in actors.stand_ins().find(phrases.words(sentence)):
        if sentence[start:end] == actors.GROUP_OR_VERB and _loud(sentence, start, end):
            continue
        article = AN.search(sentence, max(0, start - 4), start)
        if article:
            yield Span(article.start(), article.end() - 1), StandIn(article[0][0], article[0][0])
        yield Span(start, end), stand_in


def _loud(sentence: str, start: int, end: int) -> bool:
    """True beside another word in capitals, as in a headline."""
    return bool(BEFORE.search(sentence, max(0, start - 24), start) or BEHIND.match(sentence, end))
