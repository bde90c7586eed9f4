"""Where the encoder is heard beside the lexicon when acts are coded: one vote of each, and the words that decide.

The lexicon names the words it decides by and knows what grammar makes impossible; the heads know words that no list
has, and what a word means in this sentence. Each type's weight is the head's chance plus a fixed vote for the one that
the lexicon names ("no event" is one of them); the heaviest is coded. The votes were chosen on the tenth of our own
corpus that was held out of the training (`python -m bench events`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fogline.coding.algebra import Meaning
from fogline.models.encoded import EventGuess
from fogline.models.parse import Parse
from fogline.tables import ontology

NONE = "none"
VOTE = {True: 0.25, False: 0.0}
"""What the lexicon's word counts: where it names a type, and where it names none."""

ALONE = 0.6
"""The weight from which a type that the lexicon does not name is coded: a deed too many costs more than one too few."""

WORTH = 0.3
"""The chance of a type from which an event is told, though nobody is named in it."""

MODE = 0.25
"""The chance from which the mode head is heard where the lexicon names no mode."""

CONTEXT = 0.5
"""The chance from which a context is added."""


def weights(parse: Parse, i: int, ruled: str | None, carrier: int | None = None) -> dict[str, float]:
    """The weight of every type, "none" among them, for the word at token ``i``; empty without an encoder.

    ``carrier``: the light verb over a noun ("conducted strikes"), of which the encoder may rather think as the act.
    """
    guess = _guess(parse, i, carrier)
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


def worth(parse: Parse, i: int, kind: str, carrier: int | None = None) -> bool:
    """True if the head is sure of the event, whoever is named."""
    guess = _guess(parse, i, carrier)
    return guess is not None and guess.types[kind] >= WORTH


def takes_for(parse: Parse, i: int, kind: str | None) -> bool:
    """True if ``kind`` is the likeliest type of the word at token ``i``."""
    guess = _guess(parse, i)
    return guess is not None and max(guess.types, key=lambda name: guess.types[name]) == kind


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


def _guess(parse: Parse, i: int, carrier: int | None = None) -> EventGuess | None:
    """What the head says of a word, or of the light verb that carries it if that is the surer act of the two."""
    if parse.encoded is None:
        return None
    guesses = (parse.encoded.event(parse.starts[k]) for k in (i, carrier) if k is not None)
    return min((g for g in guesses if g is not None), key=lambda guess: guess.types[NONE], default=None)
