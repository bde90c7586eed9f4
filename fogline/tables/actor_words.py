"""Words that tell what a name or noun phrase stands for: last words of names, modifiers, cues around a capital."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from fogline.tables import files

MARKED_SECTORS = frozenset({"MIL", "COP", "SPY", "JUD"})  # that make a ministry or agency more than GOV


class NameHead(NamedTuple):
    """What a name that ends (or begins, before "of") with this word is."""

    type: str
    sector: str | None


@cache
def name_heads() -> dict[str, NameHead]:
    """Types of names by their head word.

    >>> name_heads()["Brigade"]
    NameHead(type='force', sector='MIL')
    """
    table = files.rows("actors/name_heads.tsv", ("word", "type", "sector"))
    return {row["word"]: NameHead(row["type"], row["sector"] or None) for row in table}


@cache
def sector_modifiers() -> dict[str, str]:
    """PLOVER sectors by the modifier of a noun for people ("military officials": MIL).

    >>> sector_modifiers()["separatist"]
    'REB'
    """
    return {row["word"]: row["sector"] for row in files.rows("actors/sector_modifiers.tsv", ("word", "sector"))}


@cache
def metonym_cues(cue: str) -> frozenset[str]:
    """The lemmas of one kind of cue around a capital: does it stand for the government or the place?

    >>> "sanction" in metonym_cues("noun_on"), "outskirts" in metonym_cues("possessed_place")
    (True, True)
    """
    table = files.rows("actors/metonym_cues.tsv", ("word", "cue"))
    return frozenset(row["word"] for row in table if row["cue"] == cue)


@cache
def given_names() -> dict[str, str]:
    """The usual sex ("m", "f", "" where either) of common given names: evidence that a name is a person's, no more.

    >>> given_names()["Olena"], "Odesa" in given_names()
    ('f', False)
    """
    return {row["name"]: row["sex"] for row in files.rows("actors/given_names.tsv", ("name", "sex"))}


@cache
def no_names() -> dict[str, str]:
    """Capitalised words that name nobody: alone, or ("technical") in whatever company.

    >>> no_names()["DDG"], no_names()["Transponder"]
    ('alone', 'technical')
    """
    return {row["word"]: row["kind"] for row in files.rows("actors/no_names.tsv", ("word", "kind"))}


@cache
def head_readings(head: str) -> dict[str, str]:
    """What a noun for a body is behind some words: "nobody", or "open" for a body without the noun's own sector.

    >>> head_readings("unit")["burns"], head_readings("party")["warring"]
    ('nobody', 'open')
    """
    table = files.rows("actors/head_readings.tsv", ("head", "modifier", "reading"))
    return {row["modifier"]: row["reading"] for row in table if row["head"] == head}


@cache
def rulers() -> dict[str, str]:
    """The country whose government reports call by a ruler's name ("the Assad regime"): the government's, not his.

    >>> rulers()["Asad"]
    'SYR'
    """
    return {row["name"]: row["iso3"] for row in files.rows("actors/rulers.tsv", ("name", "iso3"))}


@cache
def titles() -> dict[str, tuple[str, ...]]:
    """The countries that a title of office tells, the one that it tells by itself with "!".

    >>> titles()["taoiseach"]
    ('IRL!',)
    """
    rows = files.rows("actors/titles.tsv", ("title", "countries"))
    return {row["title"]: tuple(row["countries"].split(", ")) for row in rows}
