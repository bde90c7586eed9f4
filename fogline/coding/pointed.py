"""Whom the encoder's side heads point at: the parse proposes actors and recipients, the heads doubt them or add others.

What grammar makes impossible is no side however likely: in "after the strike, Kenya said" Kenya only speaks. Sides come
from the act's own sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fogline.coding.phrases import coordinated
from fogline.coding.telling import Told
from fogline.models.parse import Parse
from fogline.reading.factuality import head_of
from fogline.records import Participant, Span
from fogline.tables import ontology

KEPT, JOINED, FOUND, BESIDE = 0.03, 0.92, 0.5, 0.3
"""The chances from which a participant of the parse stays, another joins it, one stands where the parse has none, and
one that is joined to that by "and" stands beside it."""

MODIFIERS = ("compound", "amod", "nummod", "det", "npadvmod")
Found = Callable[[Sequence[int]], tuple[Participant, ...]]


@dataclass(frozen=True, slots=True)
class Pointer:
    """One act of a parse, asked for its actors (``role`` 0) or recipients (1)."""

    parse: Parse
    one: Told
    role: int

    def chance(self, k: int | None) -> float | None:
        """The chance that the word at token ``k`` is the side, of any of the act's words; None if nothing is known."""
        parse = self.parse
        if parse.encoded is None or k is None:
            return None
        words = (self.one.at, *self.one.parts, *self.one.verbs)
        told = (parse.encoded.side(parse.starts[at], parse.starts[k]) for at in words)
        return max((chances[self.role] for chances in told if chances is not None), default=None)

    def chance_of(self, who: Participant) -> float | None:
        """The same of a participant, by the head of its words."""
        return self.chance(head_of(self.parse, Span(who.start, who.end)))

    def side(self, ruled: Sequence[Participant], found: Found, taken: Sequence[Participant]) -> tuple[Participant, ...]:
        """The side: of those the parse names whom the head does not rule out, and whom it is sure of.

        ``found`` makes participants of head tokens; ``taken`` are those of the other side.
        """
        kept = [who for who in ruled if (c := self.chance_of(who)) is None or c >= KEPT]
        for who in found(list(self._heads(bool(kept)))):
            if not any(met(who, one) for one in (*kept, *taken)):
                kept.append(who)
        return tuple(sorted(kept, key=lambda who: who.start))

    def _heads(self, some: bool) -> Iterator[int]:
        """Head tokens of those whom the parse has not; ``some``: it has others."""
        chances = {k: self.chance(k) or 0.0 for k in self.parse.sentence(self.one.at) if self._possible(k)}
        best = max(chances, key=lambda k: chances[k], default=None)
        if best is not None and not some and chances[best] >= FOUND:
            yield from (k for k in coordinated(self.parse, best) if k == best or chances.get(k, 0.0) >= BESIDE)
        yield from (k for k, sure in chances.items() if sure >= JOINED)

    def _possible(self, k: int) -> bool:
        """False for what is no noun's head, and for those who only speak in another clause."""
        parse = self.parse
        if parse.pos[k] not in ("NOUN", "PROPN", "PRON") or parse.deps[k] in MODIFIERS or k == self.one.at:
            return False
        if self.role == 1 and parse.tags[k] == "PRP$":
            return False
        own = (self.one.at, *self.one.parts)
        above = next((t for t in parse.ancestors(k) if t in own or t in self.one.acts), None)
        return above is None or above in own or not self._speaks(k, above)

    def _speaks(self, k: int, verb: int) -> bool:
        """As in "after the strike, Kenya said": who only speaks beside the act; within what is said they may act."""
        parse = self.parse
        said = any(entry.op == "say" for entry in ontology.verb_senses().get(parse.lemmas[verb], ()))
        inside = self.role == 0 and verb in parse.ancestors(self.one.at)
        return said and parse.deps[k] == "nsubj" and parse.heads[k] == verb and not inside


def met(one: Participant, other: Participant) -> bool:
    """True if two participants are one entity, or their words overlap."""
    same = one.entity is not None and one.entity == other.entity
    return same or (one.start < other.end and other.start < one.end)
