"""Words and ratios that the checks weigh, from ``data/languages/en``."""

from __future__ import annotations

import re
from functools import cache

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
def _senses() -> dict[str, str]:
    return {row["form"]: row["sense"] for row in files.rows(FOLDER + "like_words.tsv", ("form", "sense"))}


def sense(form: str) -> str | None:
    """What reports use a word for, by the one word that stands for all of them; None if it stands for itself.

    >>> sense("seaman"), sense("table")
    ('sailor', None)
    """
    return _senses().get(form)


@cache
def weapon_families() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern over what attacks are made with, singular or plural, and the family of each form in lower case."""
    table = files.rows(FOLDER + "weapon_families.tsv", ("form", "family"))
    families = {row["form"]: row["family"] for row in table}
    return re.compile(rf"\b(?:{alternatives(families)})s?\b", re.I), families


@cache
def accused_words(kind: str) -> tuple[str, ...]:
    """Words in the names of those said to have done something; the table's first line names the kinds."""
    table = files.rows(FOLDER + "accused_words.tsv", ("form", "kind"))
    return tuple(row["form"] for row in table if row["kind"] == kind)


@cache
def outcome_states() -> tuple[re.Pattern[str], dict[str, list[tuple[str, str]]]]:
    """A pattern over the ways in which things end, and the scales and ends of each form in lower case."""
    table = files.rows(FOLDER + "outcome_states.tsv", ("form", "scale", "end"))
    states: dict[str, list[tuple[str, str]]] = {}
    for row in table:
        states.setdefault(row["form"], []).append((row["scale"], row["end"]))
    return re.compile(rf"\b(?:{alternatives(states)})\b", re.I), states


@cache
def ratios() -> dict[tuple[str, str], float]:
    """How many of the first unit one of the second is, both ways.

    >>> round(ratios()["km", "mile"], 3), round(ratios()["mile", "km"], 3)
    (1.609, 0.621)
    """
    table = files.rows(FOLDER + "unit_ratios.tsv", ("unit", "other", "ratio"))
    one_way = {(row["unit"], row["other"]): float(row["ratio"]) for row in table}
    return {**one_way, **{(b, a): 1 / r for (a, b), r in one_way.items()}}
