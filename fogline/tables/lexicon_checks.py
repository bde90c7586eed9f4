"""Words and ratios that the checks weigh, from ``data/languages/en``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from fogline.tables import files
from fogline.tables.lexicon_numbers import FOLDER, alternatives


@cache
def check_words(kind: str) -> re.Pattern[str]:
    """Any word of a kind, whole and in any case; plurals of incidents too. The table's first line names the kinds."""
    table = files.rows(FOLDER + "check_words.tsv", ("form", "kind"))
    forms = alternatives(row["form"] for row in table if row["kind"] == kind).replace(r"\*", r"\w*")
    return re.compile(rf"\b(?:{forms}){'(?:s|es)?' if kind == 'incident' else ''}\b", re.I)


@cache
def incident_families() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over the words for happenings, nouns and past verbs, and the family of each form."""
    table = files.rows(FOLDER + "incident_families.tsv", ("form", "family"))
    families = {row["form"]: row["family"] for row in table}
    return re.compile(rf"\b(?:{alternatives(families)})s?\b", re.I), families


def incidents(words: str) -> set[str]:
    """The kinds of happenings that words speak of.

    >>> sorted(incidents("A missile struck the port; the blasts started a fire."))
    ['assault', 'fire']
    """
    nouns = {family(m[0]) for m in check_words("incident").finditer(words)}
    return nouns | {family(m[0]) for m in incident_families()[0].finditer(words)}


def family(word: str) -> str:
    """The kind of happening that a noun or past verb means; its own word where the table has none.

    >>> family("Airstrikes"), family("stampede")
    ('assault', 'stampede')
    """
    low, families = word.lower(), incident_families()[1]
    bare = low[:-1] if low.endswith("s") and low not in families else low
    return families.get(low) or families.get(bare) or bare


@cache
def conflict_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over the names of conflicts, and the fact subject of each in lower case."""
    table = files.rows(FOLDER + "conflict_names.tsv", ("form", "subject"))
    names = {row["form"].lower(): row["subject"] for row in table}
    return re.compile(rf"\b(?:{alternatives(names)})\b".replace("'", "['’]"), re.I), names


@cache
def once_only() -> dict[str, str]:
    """Verb forms of acts that happen to the same thing once, with their lemma."""
    return {row["form"]: row["lemma"] for row in files.rows(FOLDER + "once_only.tsv", ("form", "lemma"))}


@cache
def ratios() -> dict[tuple[str, str], float]:
    """How many of the first unit one of the second is, both ways.

    >>> round(ratios()["km", "mile"], 3), round(ratios()["mile", "km"], 3)
    (1.609, 0.621)
    """
    table = files.rows(FOLDER + "unit_ratios.tsv", ("unit", "other", "ratio"))
    one_way = {(row["unit"], row["other"]): float(row["ratio"]) for row in table}
    return {**one_way, **{(b, a): 1 / r for (a, b), r in one_way.items()}}


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
