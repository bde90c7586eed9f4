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
