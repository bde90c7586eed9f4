"""Words that steer the reading of place names: kinds of places, sites, home words, abbreviations, names of areas."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from fogline.tables import files, gazetteer_build
from fogline.tables.gazetteer import demonyms
from fogline.tables.toponym_keys import key

SIDES = ("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center")


class Area(NamedTuple):
    """A country, or a province of it (GeoNames' admin-1 code)."""

    country: str
    admin1: str | None = None


@cache
def abbreviations() -> dict[str, Area]:
    """Provinces by the short form written after a town's name.

    >>> abbreviations()["Tex."], abbreviations()["ON"]
    (Area(country='US', admin1='TX'), Area(country='CA', admin1='08'))
    """
    return {form: found[0] for form, found in all_abbreviations().items()}


@cache
def all_abbreviations() -> dict[str, tuple[Area, ...]]:
    """The same with every province that a form may stand for, the most usual one first.

    >>> [area.country for area in all_abbreviations()["WA"]]
    ['US', 'AU']
    """
    held: dict[str, list[Area]] = {}
    for r in files.rows("places/abbreviations.tsv", ("form", "country", "admin1")):
        held.setdefault(r["form"], []).append(Area(r["country"], r["admin1"]))
    return {form: tuple(found) for form, found in held.items()}


@cache
def areas() -> dict[str, tuple[Area, ...]]:
    """Countries and provinces by `key` of their own and chief other names.

    >>> areas()["ohio"], areas()["donetsk"]
    ((Area(country='US', admin1='OH'),), (Area(country='UA', admin1='05'),))
    """
    found: dict[str, list[Area]] = {}
    for row in files.rows("places/countries.tsv", gazetteer_build.COUNTRIES):
        for name in (row["name"], *row["names"].split("|")):
            found.setdefault(key(name), []).append(Area(row["iso2"]))
    names = {key(r["name"]): Area(r["iso2"]) for r in files.rows("places/countries.tsv", gazetteer_build.COUNTRIES)}
    for row in files.rows("places/renamings.tsv", gazetteer_build.RENAMINGS):
        if key(row["name"]) in names:
            found.setdefault(key(row["form"]), []).append(names[key(row["name"])])
    for row in files.rows("places/admin1.tsv", gazetteer_build.ADMIN1):
        forms = [key(name) for name in (row["name"], *row["names"].split("|"))]
        for form in dict.fromkeys((*forms, *(gazetteer_build.GENERIC.sub("", f) for f in forms))):
            found.setdefault(form, []).append(Area(row["country"], row["code"]))
    for form in ("", *SIDES):
        found.pop(form, None)
    return {name: tuple(dict.fromkeys(places)) for name, places in found.items()}


@cache
def people() -> dict[str, Area]:
    """Countries, and a few provinces, by `key` of their adjectives and people."""
    return {name: Area(code[:2], code[3:] or None) for name, code in demonyms().items()}


class Hint(NamedTuple):
    """What a word says about where a report is at home: the country, how strongly, and whether of a town's own news."""

    country: str
    weight: float
    local: bool


@cache
def home_words() -> tuple[re.Pattern[str], dict[str, Hint]]:
    """A pattern over the words that tell where a report is at home, and the hint of each.

    >>> home_words()[1]["sheriff"]
    Hint(country='US', weight=2.0, local=True)
    """
    rows = files.rows("places/home_words.tsv", ("form", "country", "weight", "scope"))
    forms = sorted((re.escape(r["form"]) for r in rows), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
    return pattern, {r["form"]: Hint(r["country"], float(r["weight"]), r["scope"] == "local") for r in rows}


@cache
def features(side: str) -> dict[str, str]:
    """The kind of place that a word after (``after``) or before (``before``, "the village of") a name says it is.

    >>> features("after")["oblast"], features("before")["village"]
    ('ADM1', 'PPL')
    """
    rows = files.rows("places/feature_words.tsv", ("word", "feature", "side"))
    return {r["word"]: r["feature"] for r in rows if r["side"] in (side, "both")}


@cache
def site_ending() -> re.Pattern[str]:
    """A pattern for the noun that ends the name of a site ("Aleppo University")."""
    words = sorted((r["word"] for r in files.rows("places/facility_words.tsv", ("word",))), key=len, reverse=True)
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, words))})$", re.IGNORECASE)


@cache
def words(name: str, column: str) -> frozenset[str]:
    """The words of a one-column table of the folder.

    >>> "military" in words("actor_nouns", "word")
    True
    """
    return frozenset(r[column] for r in files.rows(f"places/{name}.tsv", (column,)))


@cache
def role_words(kind: str) -> str:
    """A pattern for the words of one kind that say what a place is to what is told (role_words.tsv).

    >>> bool(re.fullmatch(role_words("hit"), "shelling"))
    True
    """
    rows = files.rows("places/role_words.tsv", ("form", "kind"))
    forms = sorted((r["form"] for r in rows if r["kind"] == kind), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(re.escape, forms))})"


@cache
def calendar() -> frozenset[str]:
    """Names of months and days, which are towns' names too ("in March")."""
    import calendar as months

    return frozenset(key(n) for n in (*months.month_name, *months.day_name) if n)


@cache
def regions() -> frozenset[str]:
    """The names of seas, rivers and world regions by `key`: few, and seldom anything else.

    >>> "bosphorus" in regions()
    True
    """
    rows = files.rows("places/regions.tsv", gazetteer_build.REGIONS)
    return frozenset(key(name) for r in rows for name in (r["name"], *r["names"].split("|")) if name)
