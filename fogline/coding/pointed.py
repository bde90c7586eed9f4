"""Whom the encoder's side heads point at: the parse proposes actors and recipients, the heads doubt them or add others.

What grammar makes impossible is no side however likely: in "after the strike, Kenya said" Kenya only speaks. Sides come
from the act's own sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fogline.coding import phrases
from fogline.coding.phrases import coordinated
from fogline.coding.telling import Told
from fogline.models.parse import Parse
from fogline.reading.factuality import head_of
from fogline.records import Participant, Span
from fogline.tables import ontology

KEPT, JOINED, FOUND, BESIDE, AMONG = 0.25, 0.95, 0.65, 0.3, 0.6
"""The chances from which a participant of the parse stays, another joins it, one stands where the parse has none, one
that is joined to that by "and" stands beside it, and several who act are each other's recipients: where writers whom a
network had never seen were read best (docs/acts.md)."""

MODIFIERS = ("compound", "amod", "nmod", "nummod", "det", "npadvmod")
OWNING = ("pobj", "prep", "acl", "poss")
SEVERAL, BOTH = ("NNS", "NNPS"), ("they", "we", "both", "two")
WITHIN = ("in", "near", "inside", "within", "across", "throughout", "around")
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

    def _head(self, who: Participant) -> int | None:
        """The head token of a participant's words."""
        return head_of(self.parse, Span(who.start, who.end))

    def chance_of(self, who: Participant) -> float | None:
        """The same of a participant, by the head of its words or of those it is listed behind."""
        k = self._head(who)
        own = self.chance(k)
        while k is not None and self.parse.deps[k] in ("conj", "appos") and own is not None:
            k = self.parse.heads[k]
            own = max(own, self.chance(k) or 0.0)
        return own

    def side(self, ruled: Sequence[Participant], found: Found, taken: Sequence[Participant]) -> tuple[Participant, ...]:
        """The side: of those the parse names whom the head does not rule out, and whom it is sure of.

        ``found`` makes participants of head tokens; ``taken`` are those of the other side.
        """
        kept = [who for who in ruled if (c := self.chance_of(who)) is None or c >= KEPT]
        for who in found(list(self._heads(bool(kept)))):
            owned = [one for one in (*kept, *taken) if self._belongs(one, who)]
            if not any(met(who, one) for one in (*kept, *taken)) and all(self._thing(one) for one in owned):
                kept = [one for one in kept if one not in owned] + [who]
        named = [one for one in kept if not self._echoes(one)]
        return tuple(sorted(named or kept, key=lambda who: who.start))

    def _echoes(self, one: Participant) -> bool:
        """As "he" in "Keita was late when he met", beside Keita: a pronoun resolved to nobody, and joined to nobody."""
        k = self._head(one)
        alone = k is not None and self.parse.deps[k] != "conj" and self.parse.child(k, "conj") is None
        return one.entity is None and alone and self.parse.tags[k or 0] == "PRP"

    def among(self, actors: Sequence[Participant]) -> bool:
        """As in "the two ministers met", "Oslo and Riga are laying the cable together": what several do together."""
        heads = [k for who in actors if (k := self._head(who)) is not None]
        several = len(heads) > 1 or any(self.parse.tags[k] in SEVERAL or self.parse.lower(k) in BOTH for k in heads)
        return several and all((self.chance(k) or 0.0) >= AMONG for k in heads)

    def _heads(self, some: bool) -> Iterator[int]:
        """Head tokens of those whom the parse has not; ``some``: it has others."""
        chances = {k: self.chance(k) or 0.0 for k in self.parse.sentence(self.one.at) if self._possible(k)}
        best = max(chances, key=lambda k: chances[k], default=None)
        first = [best] if best is not None and not some and chances[best] >= FOUND else []
        for found in (*first, *(k for k, sure in chances.items() if sure >= JOINED)):
            yield from (k for k in coordinated(self.parse, found) if k == found or chances.get(k, 0.0) >= BESIDE)

    def _possible(self, k: int) -> bool:
        """False for what is no noun's head, and for those who only speak in another clause."""
        parse = self.parse
        if parse.pos[k] not in ("NOUN", "PROPN", "PRON") or parse.deps[k] in MODIFIERS or k == self.one.at:
            return False
        bars = (self._in_title, self._where, self._locates, self._beneath, self._beyond, self._takes_up)
        actor_bars = (
            self._suffers, self._does_another, self._weapon, self._repays, self._judges, self._partner,
        )  # fmt: skip
        if any(bar(k) for bar in (*bars, *((self._owns,) if self.role else actor_bars))):
            return False
        own = (self.one.at, *self.one.parts)
        above = next((t for t in parse.ancestors(k) if t in own or t in self.one.acts), None)
        return above is None or above in own or not self._speaks(k, above)

    def _belongs(self, thing: Participant, owner: Participant) -> bool:
        """As in "the homes of three judges", "two mills belonging to the cartel"."""
        parse = self.parse
        over, under = map(self._head, (thing, owner))
        line = tuple(parse.ancestors(under)) if under is not None else ()
        inside = () if under is None or over not in line else (under, *line[: line.index(over)])
        return bool(inside) and all(parse.deps[k] in OWNING for k in inside)

    def _thing(self, one: Participant) -> bool:
        """Something that is hit for its owner's sake, and no name of its own."""
        head = self._head(one)
        return one.entity is None and head is not None and self.parse.lemmas[head] in ontology.words("facility")

    def _suffers(self, k: int) -> bool:
        """As "his" in "his arrest", "victims" in "the victims of the attack"."""
        return phrases.befallen(self.parse, k) or self.parse.lemmas[k] in ontology.words("harmed")

    def _owns(self, k: int) -> bool:
        """As "their" in "shelled their villages", unlike "his" in "his arrest"."""
        return self.parse.tags[k] == "PRP$" and not phrases.befallen(self.parse, k)

    def _in_title(self, k: int) -> bool:
        """As "State" in "Secretary of State Berg"."""
        parse = self.parse
        title = parse.heads[parse.heads[k]]
        return parse.deps[k] == "pobj" and parse.deps[title] in MODIFIERS and parse.deps[parse.heads[k]] == "prep"

    def _where(self, k: int) -> bool:
        """As "Chad" in "militants in Niger and Chad": where the act is."""
        parse = self.parse
        while parse.deps[k] == "conj":
            k = parse.heads[k]
        return parse.deps[k] == "pobj" and parse.lower(parse.heads[k]) in WITHIN

    def _locates(self, k: int) -> bool:
        """As "Germany" in "to Berlin, Germany"."""
        parse = self.parse
        return parse.deps[k] == "appos" and parse.label(k) == parse.label(parse.heads[k]) == "GPE"

    def _beneath(self, k: int) -> bool:
        """As in "seized the port that Mali held", of the seizure; of a noun's act in any clause that hangs on it."""
        parse = self.parse
        own = (self.one.at, *self.one.parts)
        above = tuple(parse.ancestors(k))
        until = next((n for n, t in enumerate(above) if t in own), 0)
        nominal = parse.pos[self.one.at] == "NOUN"
        return any(parse.deps[t] == "relcl" or (nominal and parse.pos[t] in ("VERB", "AUX")) for t in above[:until])

    def _beyond(self, k: int) -> bool:
        """As "Chad" in "countries which have attacked it include Chad": behind the clause, of the verb above it."""
        parse = self.parse
        line = (self.one.at, *parse.ancestors(self.one.at))
        clause = next((t for t in line if parse.deps[t] == "relcl"), None)
        own = clause is not None and parse.heads[clause] in (k, *parse.ancestors(k))
        return clause is not None and parse.deps[parse.heads[clause]] == "nsubj" and not own and k > clause

    def _takes_up(self, k: int) -> bool:
        """As "who" in "arrested those who had marched": the act's own "those" once more."""
        parse = self.parse
        clause = next((t for t in parse.ancestors(k) if parse.deps[t] == "relcl"), None)
        own = (self.one.at, *self.one.parts, *self.one.verbs)
        return parse.tags[k] in ("WP", "WDT") and clause is not None and clause not in own

    def _does_another(self, k: int) -> bool:
        """As in "destroyed trucks held by the rebels": whose the other verb is."""
        parse = self.parse
        by = parse.heads[k]
        return parse.deps[by] == "agent" and parse.heads[by] not in (self.one.at, *self.one.parts)

    def _repays(self, k: int) -> bool:
        """As "the army" in "the army fired in retaliation for the raid", of the raid."""
        parse = self.parse
        prep = parse.heads[self.one.at]
        over = parse.heads[prep]
        repaid = parse.deps[self.one.at] == "pobj" and parse.lemmas[over] in ontology.words("reprisal")
        return repaid and k not in parse.kids[self.one.at] and parse.deps[k] in ("nsubj", "poss")

    def _partner(self, k: int) -> bool:
        """As "Chad" in "she held talks with the envoys of Mali and Chad": somebody else acts, and with them."""
        parse = self.parse
        own = (self.one.at, *self.one.verbs)
        acts = any(parse.child(verb, "nsubj") not in (None, self.one.at) for verb in own)
        line = (k, *parse.ancestors(k))
        beside = next((t for t in line if parse.heads[t] in own), None)
        return acts and beside is not None and parse.deps[beside] == "prep" and parse.lower(beside) == "with"

    def _weapon(self, k: int) -> bool:
        """As in "the missiles were used", "the airstrikes destroyed": what is fired or done does nothing."""
        noun = ontology.nouns().get(self.parse.lemmas[k])
        flies = self.parse.lemmas[k] in ontology.words("flying")
        return noun is not None and (noun.op == "attack" or (noun.op == "weapons" and not flies))

    def _speaks(self, k: int, verb: int) -> bool:
        """As in "after the strike, Kenya said": who only speaks beside the act; within what is said they may act."""
        parse = self.parse
        said = any(entry.op == "say" for entry in ontology.verb_senses().get(parse.lemmas[verb], ()))
        inside = self.role == 0 and verb in parse.ancestors(self.one.at)
        return said and parse.deps[k] == "nsubj" and parse.heads[k] == verb and not inside

    def _judges(self, k: int) -> bool:
        """As in "condemned the raid", "commented on the delivery": whose own it is not, unlike "condemned his raid"."""
        parse = self.parse
        head = parse.heads[self.one.at]
        over = parse.heads[head] if parse.lower(head) in ("on", "about", "over") else head
        subject = any(k in parse.subtree(s) for s in parse.children(over, "nsubj"))
        if parse.deps[self.one.at] not in ("dobj", "pobj") or not subject:
            return False
        entry = ontology.verbs().get(parse.lemmas[over])
        return parse.lemmas[over] == "comment" or (entry is not None and entry.type in ("ACCUSE", "SUPPORT"))


def met(one: Participant, other: Participant) -> bool:
    """True if two participants are one entity, or their words overlap."""
    same = one.entity is not None and one.entity == other.entity
    return same or (one.start < other.end and other.start < one.end)
