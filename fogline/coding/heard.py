"""Where the encoder is heard beside the lexicon when acts are coded: one vote of each, and the words that decide.

The lexicon names the words it decides by and knows what grammar makes impossible; the heads know words that no list
has, and what a word means in this sentence. Each type's weight is the head's chance plus a fixed vote for the one that
the lexicon names ("no event" is one of them); the heaviest is coded. The votes were chosen on the tenth of our own
corpus that was held out of the training (`python -m bench events`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fogline.coding.algebra import Meaning
from fogline.models.encoded import EventGuess
from fogline.models.parse import Parse
from fogline.reading.factuality import head_of
from fogline.records import Participant, Span
from fogline.tables import ontology

NONE = "none"
VOTE = {True: 0.25, False: 0.0}
"""What the lexicon's word counts: where it names a type, and where it names none."""

KEPT, JOINED, FOUND = 0.03, 0.92, 0.5
"""The chances from which a participant of the parse stays, another joins it, one stands where the parse has none."""

ALONE = 0.5
"""The weight from which a type that the lexicon does not name is coded: a deed too many costs more than one too few."""

WORTH = 0.3
"""The chance of a type from which an event is told, though nobody is named in it."""

MODIFIERS = ("compound", "amod", "nummod", "det")
MODE = 0.5
"""The chance from which the mode head is heard where the lexicon names no mode."""

CONTEXT = 0.5
"""The chance from which a context is added."""


def weights(parse: Parse, i: int, ruled: str | None) -> dict[str, float]:
    """The weight of every type, "none" among them, for the word at token ``i``; empty without an encoder."""
    guess = _guess(parse, i)
    if guess is None:
        return {}
    vote = VOTE[ruled is not None]
    shares = {kind: chance * (1 - vote) for kind, chance in guess.types.items()}
    shares[ruled or NONE] += vote
    return shares


def meaning(parse: Parse, i: int, ruled: Meaning | None, found: Mapping[str, float]) -> Meaning | None:
    """What the word at token ``i`` is coded as, by the weights of all types."""
    if not found:
        return ruled
    best = max(found, key=lambda kind: (found[kind], kind))
    if best == NONE or (found[best] < ALONE and ruled is None):
        return None
    guess = _guess(parse, i)
    if ruled is not None and (ruled.type == best or found[best] < ALONE):
        kind = ruled.type or best
        return replace(ruled, mode=ruled.mode or mode(guess, kind), contexts=contexts(guess, ruled.contexts))
    against = f" over {ruled.type}" if ruled is not None else ""
    return Meaning(best, mode(guess, best), contexts(guess, ()), "", (i,), f"head {best}{against}")


def worth(parse: Parse, i: int, kind: str) -> bool:
    """True if the head is sure of the event, whoever is named."""
    guess = _guess(parse, i)
    return guess is not None and guess.types[kind] >= WORTH


def mode(guess: EventGuess | None, kind: str) -> str | None:
    """The likeliest mode that the type has, if it is likely enough."""
    known = ontology.modes_of(kind)
    if guess is None or not known:
        return None
    best = max(known, key=lambda name: guess.modes.get(name, 0.0))
    return best if guess.modes.get(best, 0.0) >= MODE else None


def contexts(guess: EventGuess | None, ruled: tuple[str, ...]) -> tuple[str, ...]:
    """The contexts of the lexicon's row and those that the head adds."""
    heard = [name for name, chance in guess.contexts.items() if chance >= CONTEXT] if guess else []
    return tuple(dict.fromkeys((*ruled, *heard)))


Found = Callable[[Sequence[int]], tuple[Participant, ...]]


def side(parse: Parse, at: int, role: int, ruled: Sequence[Participant], found: Found) -> tuple[Participant, ...]:
    """The actors (``role`` 0) or recipients (1) of the act at token ``at``: the parse proposes, the head decides.

    ``found`` makes participants of head tokens. Whom another sentence names stays as the parse has it.
    """
    kept = [one for one in ruled if (c := chance_of(parse, at, role, one)) is None or c >= KEPT]
    chances = {k: chance(parse, at, role, k) or 0.0 for k in parse.sentence(at) if k != at and _heads(parse, k)}
    best = max(chances, key=lambda k: chances[k], default=at)
    enough = {best: JOINED if kept else FOUND}
    heads = [k for k, sure in chances.items() if sure >= enough.get(k, JOINED)]
    more = [one for one in found(heads) if not any(_met(one, other) for other in kept)]
    return tuple(sorted((*kept, *more), key=lambda one: one.start))


def chance(parse: Parse, at: int, role: int, k: int | None) -> float | None:
    """The chance that the word at token ``k`` is the actor (``role`` 0) or recipient (1) of the act at ``at``."""
    if parse.encoded is None or k is None:
        return None
    chances = parse.encoded.side(parse.starts[at], parse.starts[k])
    return None if chances is None else chances[role]


def chance_of(parse: Parse, at: int, role: int, one: Participant) -> float | None:
    """The same of a participant, by the head of its words."""
    return chance(parse, at, role, head_of(parse, Span(one.start, one.end)))


def _heads(parse: Parse, k: int) -> bool:
    return parse.pos[k] in ("NOUN", "PROPN", "PRON") and parse.deps[k] not in MODIFIERS


def _met(one: Participant, other: Participant) -> bool:
    same = one.entity is not None and one.entity == other.entity
    return same or (one.start < other.end and other.start < one.end)


def _guess(parse: Parse, i: int) -> EventGuess | None:
    return parse.encoded.event(parse.starts[i]) if parse.encoded is not None else None
