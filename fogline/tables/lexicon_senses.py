"""Which verbs and nouns tell of one kind of act, and what their arguments are in it, from ``act_senses.tsv``."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from fogline.tables import files
from fogline.tables.lexicon_numbers import FOLDER


class Sense(NamedTuple):
    """A kind of act, and where arguments by grammar stand for others in it ("agent" of "die" is whom it befalls)."""

    name: str
    roles: MappingProxyType[str, str]


@cache
def senses(kind: str) -> dict[str, tuple[Sense, ...]]:
    """What the lemmas of a class (v, n), some with an object ("open fire"), tell of.

    >>> [s.name for s in senses("n")["bombing"]], dict(senses("v")["die"][0].roles)
    (['assault'], {'agent': 'whom'})
    """
    found: dict[str, list[Sense]] = {}
    for row in files.rows(FOLDER + "act_senses.tsv", ("sense", "class", "roles", "forms")):
        if row["class"] == kind:
            turned = dict(pair.split(">") for pair in row["roles"].split(",") if pair)
            for form in row["forms"].split(", "):
                found.setdefault(form, []).append(Sense(row["sense"], MappingProxyType(turned)))
    return {form: tuple(each) for form, each in found.items()}


@cache
def act_kinds(kind: str) -> frozenset[str]:
    """The words of a closed list of ``act_kinds.tsv``.

    >>> sorted(act_kinds("theme verb"))
    ['blow up', 'detonate', 'explode', 'go off']
    """
    return next(words for name, words in _kinds() if name == kind)


@cache
def act_groups(prefix: str) -> dict[str, frozenset[str]]:
    """The lists whose kind begins with a prefix, by the rest of the kind.

    >>> sorted(act_groups("apart ")["1"])
    ['ballistic', 'cruise']
    """
    return {name.removeprefix(prefix): words for name, words in _kinds() if name.startswith(prefix)}


@cache
def _kinds() -> tuple[tuple[str, frozenset[str]], ...]:
    rows = files.rows(FOLDER + "act_kinds.tsv", ("kind", "words"))
    return tuple((row["kind"], frozenset(row["words"].split(", "))) for row in rows)


@cache
def like_acts() -> dict[str, frozenset[str]]:
    """Senses whose acts are acts of another sense too: of an assault those that shoot, burn or destroy.

    >>> "shooting" in like_acts()["assault"]
    True
    """
    table = files.rows(FOLDER + "like_acts.tsv", ("sense", "also"))
    return {row["sense"]: frozenset(row["also"].split(", ")) for row in table}


@cache
def like_heads() -> dict[str, frozenset[str]]:
    """Nouns in the singular, or words that narrow a kind, and the words that may take them up.

    >>> "driver" in like_heads()["staff"]
    True
    """
    table = files.rows(FOLDER + "like_heads.tsv", ("head", "also"))
    return {head: frozenset(row["also"].split(", ")) for row in table for head in row["head"].split(", ")}


@cache
def parted() -> dict[str, tuple[tuple[str, str], ...]]:
    """By the first word of a verb of several words: the last word, which may stand apart, and the sense.

    >>> ("free", "release") in parted()["set"]
    True
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for form, each in senses("v").items():
        first, *rest = form.split()
        if rest and first != "be":
            found.setdefault(first, []).extend((rest[-1], s.name) for s in each)
    return {first: tuple(pairs) for first, pairs in found.items()}


@cache
def head_words(kind: str) -> frozenset[str]:
    """The words of a kind of ``first_words.tsv``, in lower case.

    >>> "sea" in head_words("way")
    True
    """
    table = files.rows(FOLDER + "first_words.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in table if row["kind"] == kind)


@cache
def follows() -> dict[str, frozenset[str]]:
    """Senses of acts that cannot be done unless those of another sense were: none arrives who has not left.

    >>> "leave" in follows()["arrive"]
    True
    """
    table = files.rows(FOLDER + "follows.tsv", ("sense", "after"))
    return {row["sense"]: frozenset(row["after"].split(", ")) for row in table}
