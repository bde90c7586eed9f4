"""A noun that points back to a deed: whether it is definite, what it may stand for, and how many it tells of."""

from __future__ import annotations

from functools import cache

from fogline.models.parse import Parse
from fogline.tables import files, ontology
from fogline.tables import lexicon_acts as lexicon

DEFINITE = ("the", "this", "that", "these", "those")
POINTING = (*DEFINITE, "such")
STEM = 4  # letters that "kill" and "killing", "expel" and "expelled" have in common


@cache
def retellings() -> dict[str, frozenset[str]]:
    """What a noun may point back to, by noun.

    >>> "shell" in retellings()["shelling"], "shell" in retellings()["killing"]
    (True, False)
    """
    rows = files.rows("languages/en/retellings.tsv", ("nouns", "of"))
    told = ((row["nouns"].split(", "), row["of"].split(", ")) for row in rows)
    return {noun: frozenset((*nouns, *of)) for nouns, of in told for noun in nouns}


def definite(parse: Parse, i: int) -> bool:
    """True for "the strike", "this attack", "such an attack", "Friday's attack"."""
    pointing = any(parse.lower(k) in POINTING for k in parse.children(i, "det", "predet", "amod"))
    return pointing or parse.child(i, "poss") is not None


def is_another(parse: Parse, i: int) -> bool:
    """As in "another attack", "a second strike", "attacked again"."""
    return any(parse.lower(k) in lexicon.words("another") for k in parse.kids[i])


def is_custom(parse: Parse, i: int) -> bool:
    """As in "regularly meets": no one deed."""
    return any(parse.lower(k) in ("regularly", "often", "usually", "routinely", "sometimes") for k in parse.kids[i])


def names(parse: Parse, i: int, k: int) -> bool:
    """True if the noun can stand for what was told first: "the killing" for "killed", "the attack" for any attack."""
    first, noun = parse.lemmas[i], parse.lemmas[k]
    listed = retellings().get(noun, frozenset())
    whatever = "*" in listed and first not in lexicon.words("warfare")
    return first[:STEM] == noun[:STEM] or first in listed or whatever


def sums_up(parse: Parse, i: int, k: int) -> bool:
    """As in "the airstrikes have destroyed 900 vehicles": all there have been, not those of the day."""
    sums = [parse.tags[n] == "NNS" and _has_done(parse, parse.heads[n]) for n in (i, k)]
    return sums[1] and not sums[0] and parse.lemmas[parse.heads[k]] in ontology.words("harm")


def _has_done(parse: Parse, verb: int) -> bool:
    return any(parse.lower(a) in ("have", "has") for a in parse.children(verb, "aux"))


def as_many(parse: Parse, i: int, k: int) -> bool:
    """False for "strikes ... the strike", "five raids ... the four raids"; "the attacks" needs a noun to go back to."""
    counts = [[parse.lower(n) for n in parse.children(at, "nummod")] for at in (i, k)]
    if counts[1] and counts[0] != counts[1]:
        return False
    if parse.pos[i] == "NOUN":
        return parse.tags[i] == parse.tags[k]
    return parse.tags[k] != "NNS" or parse.lemmas[i][:STEM] == parse.lemmas[k][:STEM]
