"""Where: the place that belongs to an act's own clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.coding.settings import belongs, clause, effect, in_sentence, own, sharing
from fogline.models.parse import Parse
from fogline.records import Place, Reading
from fogline.tables import lexicon_acts as lexicon

SENT_AWAY = ("deport", "expel", "evict", "return", "extradite", "transfer")


def place_of(parse: Parse, acts: Sequence[int], reading: Reading, taken: Sequence[tuple[int, int]]) -> str | None:
    """The place of the act: in the clause of a token that tells it, act before target, finer before wider."""
    named = (p for p in in_sentence(reading.places, parse, acts[0]) if p.role in ("act", "target"))
    apart = any(own(parse, t, {acts[0]}) for t in in_sentence(reading.times, parse, acts[0]))
    shared = None if apart else sharing(parse, acts[0])  # "and attacked the airport three days later"
    free = [p for p in named if not (_wide(p) and _is_side(p, taken)) or _inside(parse, p)]
    for k in (*acts, *(() if shared is None else (shared,))):
        heads = clause(parse, k) | ({parse.heads[k]} if effect(parse, k) else set()) | set(_joined_nouns(parse, k))
        mine = [p for p in free if own(parse, p, heads) and belongs(parse, p, k) and not _sent_to(parse, p)]
        if mine:
            return min(mine, key=lambda p: (p.role != "act", _wide(p), p.start)).id
    return None


def _is_side(place: Place, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a <= place.start and place.end <= b for a, b in taken)


def _inside(parse: Parse, place: Place) -> bool:
    """As in "strikes in Chad", where Chad, though it may be hit, is where it happened."""
    at = parse.tokens(place.start, place.end)[0]
    return at > 0 and parse.lower(at - 1) in ("in", "inside", "across", "throughout")


def _joined_nouns(parse: Parse, i: int) -> Iterator[int]:
    """As in "air strikes and fighting in Gao": what stands behind the last of bare nouns is told of each."""
    alone = parse.pos[i] == "NOUN" and parse.child(i, "prep") is None
    for k in parse.children(i, "conj") if alone else ():
        if parse.child(k, "det", "poss") is None and parse.lemmas[k] in lexicon.act_nouns():
            yield k


def _sent_to(parse: Parse, place: Place) -> bool:
    """As in "deported them to Chad": where they were sent, not where it was done."""
    at = parse.tokens(place.start, place.end)[0]
    prep = next((k for k in parse.ancestors(at) if parse.deps[k] in ("prep", "dative")), None)
    return prep is not None and parse.lower(prep) == "to" and parse.lemmas[parse.heads[prep]] in SENT_AWAY


def _wide(place: Place) -> bool:
    return place.precision in ("country", "region", "unknown")
