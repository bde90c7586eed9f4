"""Words for happenings, what they are done with and whom they hit, from ``data/languages/en``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from fogline.tables import files
from fogline.tables.lexicon_numbers import FOLDER, alternatives


class Happens(NamedTuple):
    """What a word tells of: the family of happenings, its class (noun, verb, headline), and if once only."""

    family: str
    once: bool


@cache
def happening_words(kind: str) -> dict[str, Happens]:
    """The nouns, past verbs or headline verbs that tell of happenings, and what each tells of.

    >>> happening_words("noun")["capsizing"]
    Happens(family='sinking', once=True)
    """
    table = files.rows(FOLDER + "happening_words.tsv", ("form", "family", "class", "again"))
    return {r["form"]: Happens(r["family"], r["again"] == "once") for r in table if r["class"] == kind}


@cache
def happening_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """By the first word of a form: the forms that begin with it, the longest first, each with its class."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for kind in ("noun", "verb", "headline"):
        for form in happening_words(kind):
            by_word.setdefault(re.match(r"[a-z]+", form)[0], []).append((form, kind))  # type: ignore[index]
    return {word: tuple(sorted(forms, key=lambda f: -len(f[0]))) for word, forms in by_word.items()}


@cache
def kinds_of(table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over the forms of a small table (form, kind), singular or plural, and the kind of each.

    >>> kinds_of("means")[1]["car bomb"]
    'car bomb'
    """
    kinds = {r["form"]: r["kind"] for r in files.rows(FOLDER + table + ".tsv", ("form", "kind"))}
    return re.compile(rf"\b(?:{alternatives(kinds)})\b", re.I), kinds


@cache
def happening_marks(kind: str) -> re.Pattern[str]:
    """Any word of a kind around a telling ("another", "previous"), whole and in any case; the table names the kinds."""
    table = files.rows(FOLDER + "happening_marks.tsv", ("form", "kind"))
    forms = alternatives(row["form"] for row in table if row["kind"] == kind).replace(r"\*", r"\w*")
    return re.compile(rf"\b(?:{forms})\b", re.I)


@cache
def mark_words(kind: str) -> frozenset[str]:
    """The words of a kind of ``happening_marks.tsv``, to be looked up in lower case."""
    table = files.rows(FOLDER + "happening_marks.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in table if row["kind"] == kind)


@cache
def means_together() -> frozenset[frozenset[str]]:
    """Pairs of kinds of means that may be told of one attack in turn."""
    table = files.rows(FOLDER + "means_together.tsv", ("form", "kind"))
    return frozenset(frozenset((row["form"], row["kind"])) for row in table)
