"""Where the encoder is heard beside the lexicon when acts are coded, and the chance that comes of both.

The lexicon names the words it decides by and knows what grammar makes impossible; the heads know words that no list
has, and what a word means in this sentence. How far each is to be believed is learnt: a logistic regression over what
both say of a word, fitted on passages of writers whom the network that read them had never seen (``python -m
training.hearing``, docs/acts.md); its weights are ``calibration/hearing.tsv``. The likeliest type is coded, if it is
likely enough.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from fogline.coding.algebra import Meaning
from fogline.models.encoded import EventGuess
from fogline.models.parse import Parse
from fogline.tables import calibration, ontology

NONE = "none"
CODED = 0.35
"""The chance from which a type is coded."""

WITNESSED = 0.5
"""The least chance of a noun of force that somebody reports or saw; too rare in the passages to be learnt."""

SEEN = 0.01
"""The head's chance from which a type is weighed that the lexicon does not name."""

WORTH = 0.5
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


def chances(parse: Parse, i: int, named: Meaning | None, telling: bool, over: int | None = None) -> dict[str, float]:
    """The chance of every type for the word at token ``i``, those that nobody thinks of left out; none without encoder.

    ``named``: what the lexicon has for the word; ``telling``: it is sure that this tells an act here; ``over``: the
    verb that tells the act together with a noun ("conducted strikes"): whether there is one, the surer of the two
    tells; of what type, the noun.
    """
    said = evidence(parse, i, named, telling, over)
    known = calibration.hearing()
    found = {kind: _logistic(sum(known.get(name, 0.0) * x for name, x in told.items())) for kind, told in said.items()}
    if found and telling and named is not None and named.type == "ASSAULT" and _witnessed(parse, i):
        found["ASSAULT"] = max(found.get("ASSAULT", 0.0), WITNESSED)
    return found


def evidence(
    parse: Parse, i: int, named: Meaning | None, telling: bool, over: int | None = None
) -> dict[str, dict[str, float]]:
    """What speaks for and against each type of the word at token ``i``: the regression's columns, by type."""
    guess = _guess(parse, i)
    if guess is None:
        return {}
    of = named.type if named is not None else None
    found = _joint(guess, _guess(parse, over), of if telling else None)
    nothing = _logit(found[NONE])
    return {
        kind: {"all": 1.0, kind: 1.0, "head": _logit(chance), "head none": nothing, **_says(named, kind, telling)}
        for kind, chance in found.items()
        if kind != NONE and (chance >= SEEN or kind == of)
    }


def _says(named: Meaning | None, kind: str, telling: bool) -> dict[str, float]:
    """What the lexicon says of a type: by what kind of row, or that it has another; nothing of a word it has not."""
    if named is None:
        return {}
    source, _, words = named.rule.partition(" ")
    source = source if source in ("verb", "noun", "frame") else "composed"
    source = "phrase" if source == "noun" and " " in words else source
    return {f"{'tells' if telling else 'names'} {source if named.type == kind else 'another'}": 1.0}


def meaning(parse: Parse, i: int, named: Meaning | None, found: Mapping[str, float], telling: bool) -> Meaning | None:
    """What the word at token ``i`` is coded as, by the chances of all types.

    ``named``: what the lexicon has for the word; ``telling``: it is sure that this tells an act here.
    """
    ruled = named if telling else None
    if not found and ruled is not None:
        return replace(ruled, contexts=contexts(parse, i, ruled.contexts, ruled.mode))
    best = max(found, key=lambda kind: (found[kind], kind), default=None)
    if best is None or found[best] < CODED:
        return None
    guess = _guess(parse, i)
    if ruled is not None and ruled.type == best:
        told = ruled.mode or mode(guess, best)
        return replace(ruled, mode=told, contexts=contexts(parse, i, ruled.contexts, told))
    against = f" over {ruled.type}" if ruled is not None else ""
    likely = mode(guess, best)
    return Meaning(best, likely, contexts(parse, i, (), likely), "", (i,), f"head {best}{against}")


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
    """As in "both armies reported artillery exchanges"."""
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


def _logit(chance: float) -> float:
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))
