"""Where the encoder is heard beside the lexicon when acts are coded: one vote of each, and the words that decide.

The lexicon names the words it decides by and knows what grammar makes impossible; the heads know words that no list
has, and what a word means in this sentence. Each type's weight is the head's chance plus a fixed vote for the one that
the lexicon names ("no event" is one of them); the heaviest is coded. The lexicon's vote was chosen on passages of
writers whom the network that read them had never seen (docs/acts.md), other thresholds on the held-out tenth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from fogline.coding.algebra import Meaning
from fogline.models.encoded import EventGuess
from fogline.models.parse import Parse
from fogline.tables import ontology

NONE = "none"
VOTE = {True: 0.4, False: 0.0}
"""What the lexicon's word counts: where it names a type, and where it names none."""

WITNESSED = 0.5
"""What it counts for a noun of force that somebody reports or saw: "both armies reported artillery exchanges"."""

ALONE, BACKED = 0.65, 0.4
"""The weight from which a type is coded that the lexicon does not have for the word, and one that it has, but of a word
too common to tell an act alone: a deed too many costs more than one too few."""

WORTH = 0.3
"""The chance of a type from which an event is told, though nobody is named in it."""

MODE = 0.35
"""The chance from which the mode head is heard where the lexicon names no mode."""

CONTEXT = 0.5
CONTEXTS = {"military": 0.65, "diplomatic": 0.6, "territory": 0.6, "legal": 0.55, "rights_freedoms": 0.55,
            "political_institutions": 0.45, "intelligence": 0.4, "executive": 0.4}  # fmt: skip
"""The chance from which a context is added; by context where half of our own held-out passages chose another one."""

SECONDED = 0.4
"""The chance from which the context that the lexicon's row names is kept."""

UNSCHOOLED = ("peacekeeping", "cyber", "cbrn", "asylum", "election", "terrorism", "crime", "corruption")
"""Contexts too rare in the passages for the head to have learnt them: there the lexicon is believed."""

FORCE = ("ASSAULT", "COERCE")
FROM_THE_AIR = ("aerial", "heavy-weapons", "crowd-control")
BESIDE = 10  # words to either side of an act that may tell what it is about


def weights(parse: Parse, i: int, ruled: str | None, over: int | None = None) -> dict[str, float]:
    """The weight of every type, "none" among them, for the word at token ``i``; empty without an encoder.

    ``over``: the verb that tells the act together with a noun ("conducted strikes"): whether there is one, the surer of
    the two tells; of what type, the noun.
    """
    guess = _guess(parse, i)
    if guess is None:
        return {}
    vote = WITNESSED if ruled == "ASSAULT" and _witnessed(parse, i) else VOTE[ruled is not None]
    shares = {kind: chance * (1 - vote) for kind, chance in _joint(guess, _guess(parse, over), ruled).items()}
    shares[ruled or NONE] += vote
    return shares


def meaning(parse: Parse, i: int, named: Meaning | None, found: Mapping[str, float], telling: bool) -> Meaning | None:
    """What the word at token ``i`` is coded as, by the weights of all types.

    ``named``: what the lexicon has for the word; ``telling``: it is sure that this tells an act here.
    """
    ruled = named if telling else None
    if not found and ruled is not None:
        return replace(ruled, contexts=contexts(parse, i, ruled.contexts, ruled.mode))
    if not found:
        return None
    best = max(found, key=lambda kind: (found[kind], kind))
    enough = BACKED if named is not None and named.type == best else ALONE
    if best == NONE or (found[best] < enough and ruled is None):
        return None
    guess = _guess(parse, i)
    if ruled is not None and ruled.type == best:
        told = ruled.mode or mode(guess, best)
        return replace(ruled, mode=told, contexts=contexts(parse, i, ruled.contexts, told))
    against = f" over {ruled.type}" if ruled is not None else ""
    likely = mode(guess, best)
    return Meaning(best, likely, contexts(parse, i, (), likely), "", (i,), f"head {best}{against}")


def worth(parse: Parse, i: int, kind: str, carrier: int | None = None) -> bool:
    """True if the head is sure of the event by either word, whoever is named."""
    guesses = (_guess(parse, k) for k in (i, carrier))
    return any(guess.types[kind] >= WORTH for guess in guesses if guess is not None)


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


def contexts(parse: Parse, i: int, ruled: tuple[str, ...], mode: str | None) -> tuple[str, ...]:
    """What the act is about: as the head is sure, as the lexicon's row and the head say, and as words beside it tell.

    Terrorism is no matter of air strikes and shelling, whoever the enemy is called.
    """
    guess = _guess(parse, i)
    heard = guess.contexts if guess is not None else {}
    kept = [c for c in ruled if not heard or c in UNSCHOOLED or heard.get(c, 0.0) >= SECONDED]
    sure = [c for c, chance in heard.items() if chance >= CONTEXTS.get(c, CONTEXT)]
    found = dict.fromkeys((*kept, *sure, *_beside(parse, i)))
    return tuple(c for c in found if c != "terrorism" or mode not in FROM_THE_AIR)


def _beside(parse: Parse, i: int) -> Iterator[str]:
    """The contexts of words in the act's sentence, at most so many words away: "the ballot", "a nerve agent"."""
    sentence = parse.sentence(i)
    near = range(max(sentence.start, i - BESIDE), min(sentence.stop, i + BESIDE + 1))
    lemmas = [parse.lemmas[k].lower() for k in near]
    phrases = {*lemmas, *(f"{a} {b}" for a, b in pairwise(lemmas))}
    yield from (context for context, words in ontology.context_words().items() if phrases & words)


def _witnessed(parse: Parse, i: int) -> bool:
    told = parse.pos[i] == "NOUN" and parse.deps[i] in ("dobj", "nsubjpass")
    return told and parse.lemmas[parse.heads[i]] in ontology.words("witness")


def _joint(noun: EventGuess, verb: EventGuess | None, ruled: str | None) -> dict[str, float]:
    """The chances of a noun's types, with the verb's that there is none where that is less and both are of a kind."""
    if verb is None or verb.types[NONE] >= noun.types[NONE]:
        return noun.types
    likely = max((kind for kind in verb.types if kind != NONE), key=lambda kind: verb.types[kind])
    if likely != ruled and not {likely, ruled} <= set(FORCE):
        return noun.types
    more = (1 - verb.types[NONE]) / (1 - noun.types[NONE])
    return {kind: verb.types[NONE] if kind == NONE else chance * more for kind, chance in noun.types.items()}


def _guess(parse: Parse, i: int | None) -> EventGuess | None:
    """What the head says of a word."""
    return None if parse.encoded is None or i is None else parse.encoded.event(parse.starts[i])
