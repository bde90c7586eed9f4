"""Noun phrases: what is joined to a noun, and where its phrase begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.models.parse import Parse
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

BEFORE_HEAD = ("compound", "amod", "poss", "nmod", "nummod", "det")


def coordinated(parse: Parse, i: int) -> Iterator[int]:
    """A noun and those joined to it by "and"; "Turkish and Russian officials" are two."""
    yield from _peoples(parse, i)[:-1]
    for k in parse.children(i, "nmod", "compound"):  # the parse may hang the first of two names on the second
        if k < i and parse.pos[k] == "PROPN" and parse.child(k, "cc") is not None and parse.child(k, "conj") is None:
            yield from coordinated(parse, k)
    yield i
    for k in parse.children(i, "conj", "appos"):
        if parse.deps[k] == "conj" or _listed(parse, i, k):
            yield from coordinated(parse, k)


def _peoples(parse: Parse, i: int) -> list[int]:
    """As "French", "German" and "Polish" in "French, German and Polish ministers"; nothing where only one is named."""
    before = [k for k in parse.children(i, "amod", "nmod") if k < i and parse.word(k)[:1].isupper()]
    for k in before:
        named = is_adjective(parse, k) or parse.label(k) == "GPE"  # "the U.S. and Royal Navy"
        found = [k]
        while (joined := parse.child(found[-1], "conj")) is not None and joined < i:
            found.append(joined)
        if named and len(found) > 1:
            return [b for b in before if b < k and parse.label(b) == "NORP" and parse.word(b + 1) == ","] + found
    return []


def is_adjective(parse: Parse, i: int) -> bool:
    """As "Indian" in "Indian warships"; the parse takes some words for peoples ("Thai") for nouns."""
    return parse.deps[i] == "amod" or (parse.deps[i] == "nmod" and parse.label(i) == "NORP")


def _listed(parse: Parse, i: int, k: int) -> bool:
    """As in "France, the African Union and the government of Mali", "three trucks, a pump and a drill": a list."""
    later = any(c > k for c in parse.children(i, "conj"))
    if parse.pos[i] == parse.pos[k] == "NOUN" and (later or _goes_on(parse, k)):
        return one_by_one(parse, i) and one_by_one(parse, k)
    names = parse.pos[i] == parse.pos[k] == "PROPN" and parse.child(k, "conj") is not None
    return names and parse.label(i) in ("GPE", "ORG", "NORP")


def _goes_on(parse: Parse, i: int) -> bool:
    return any(parse.deps[k] == "conj" or (parse.deps[k] == "appos" and _goes_on(parse, k)) for k in parse.kids[i])


def one_by_one(parse: Parse, i: int) -> bool:
    """As "two pumps", "a drill": counted, as things in a list are."""
    return any(parse.deps[k] == "nummod" or parse.lower(k) in ("a", "an") for k in parse.kids[i])


def befallen(parse: Parse, i: int) -> bool:
    """As "his" in "his arrest", unlike "the army's arrest of the mayor": whose the act is, he suffers it."""
    noun = parse.heads[i]
    suffers = parse.deps[i] == "poss" and parse.lemmas[noun] in ontology.words("befalls")
    return suffers and not any(parse.lower(k) == "of" for k in parse.children(noun, "prep"))


def counted(parse: Parse, i: int) -> int:
    """The noun a word of measure counts: "a number of deputies", "two of its soldiers"."""
    of = next((k for k in parse.children(i, "prep") if k == i + 1 and parse.lower(k) == "of"), None)
    thing = None if of is None else parse.child(of, "pobj")
    words = lexicon.words("measure") | ontology.words("counting")
    measured = parse.tags[i] == "CD" or parse.lemmas[i] in words
    return i if thing is None or not measured else counted(parse, thing)


def phrase(parse: Parse, i: int) -> tuple[int, int]:
    """Characters of the noun phrase up to its head and a following "of"-name: no relative clause, no conjunct."""
    first = min((parse.lefts[k] for k in parse.children(i, *BEFORE_HEAD) if k < i), default=i)
    first = next((k + 1 for k in range(i - 1, first, -1) if parse.pos[k] == "ADP" and parse.tags[k] == "IN"), first)
    first = next((k for k in _peoples(parse, i)[-1:] if parse.word(k)[:1].isupper()), first)
    while first < i and parse.pos[first] in ("DET", "PUNCT", "SPACE"):
        first += 1
    last = i
    for k in parse.children(i, "prep"):
        name = parse.child(k, "pobj")
        if k == i + 1 and parse.lower(k) == "of" and name is not None:
            either = parse.lower(k + 1) in ("either", "both")
            last = parse.rights[name] if either else name if parse.pos[name] == "PROPN" else last
    return parse.span(first, last)


def reached(parse: Parse, i: int, prepositions: tuple[str, ...], *deps: str) -> Iterator[int]:
    """Nouns that one of these prepositions leads to from token ``i``, and those joined to them."""
    for k in parse.children(i, *(deps or ("prep",))):
        if parse.lower(k) in prepositions:
            yield from (c for p in parse.children(k, "pobj") for c in coordinated(parse, p))
