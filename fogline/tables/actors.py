"""Countries, peoples, seats of government, groups, offices and the nouns for people, with PLOVER's codes.

Countries carry ISO 3166-1 alpha-3 codes and roles the sector codes of the PLOVER manual (2021, "Sectors"). A code is
given to words, never to a person by guess: no table here labels a named person.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from fogline.tables import files, phrases
from fogline.tables.phrases import Phrases

COUNTRY, DEMONYM, PEOPLE, SEAT, GROUP, REGION = "country", "demonym", "people", "seat", "group", "region"

GROUP_OR_VERB = "IS"
"""In capitals the armed group, but in a headline; the encoder, which reads no capitals, would take it for the verb."""


class Actor(NamedTuple):
    """What a table says of a name: ``kind`` is one of country, demonym, people, seat, group, region.

    ``name`` is the canonical one; a seat's is what it stands for ("Russian government"), and ``note`` then holds
    whether it is a capital, palace, ministry, parliament or agency. ``code`` is PLOVER's longer code where it has one.
    """

    kind: str
    name: str
    type: str
    country: str | None
    sector: str | None
    code: str | None = None
    note: str = ""


class Office(NamedTuple):
    """An office or rank: its name, PLOVER sector and kind (head, minister, rank, spokes, ...)."""

    name: str
    sector: str | None
    kind: str


class StandIn(NamedTuple):
    """The name that stands for all of a kind: for the encoder, and for the parser, which has read another oftener."""

    word: str
    parsed: str


class SectorNoun(NamedTuple):
    """A common noun for people or bodies: its PLOVER sector, the entity type, and what it needs to count as one."""

    sector: str | None
    type: str
    note: str


def country_code(words: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of a country's name or one of its variants.

    >>> country_code("Ivory Coast"), country_code("U.S."), country_code("Atlantis")
    ('CIV', 'USA', None)
    """
    found = known_actors().get(words.removeprefix("the ").removeprefix("The "))
    return found.country if found and found.kind == COUNTRY else None


def demonym_country(word: str) -> str | None:
    """The country of an adjective or noun of nationality, singular or plural.

    >>> demonym_country("Ukrainian"), demonym_country("Danes"), demonym_country("urban")
    ('UKR', 'DNK', None)
    """
    found = known_actors().get(word)
    return found.country if found and found.kind in (DEMONYM, PEOPLE) else None


def seat_of(words: str) -> Actor | None:
    """The government, ministry or parliament that a capital or seat stands for.

    >>> seat = seat_of("the Kremlin")
    >>> seat and (seat.name, seat.country, seat.sector)
    ('Russian government', 'RUS', 'GOV')
    """
    return _seats().get(words.removeprefix("the ").removeprefix("The "))


def group(words: str) -> Actor | None:
    """The armed group, force, agency, party or organisation of a name or acronym.

    >>> found = group("Daesh")
    >>> found and (found.name, found.sector)
    ('Islamic State', 'IMG')
    """
    found = known_actors().get(words.removeprefix("the ").removeprefix("The "))
    return found if found and found.kind == GROUP else None


def sector_of_noun(lemma: str) -> str | None:
    """The PLOVER sector of a common noun for people or bodies.

    >>> sector_of_noun("soldier"), sector_of_noun("lawmaker"), sector_of_noun("fighter")
    ('MIL', 'LEG', None)
    """
    found = sector_nouns().get(lemma)
    return found.sector if found else None


def iso2(iso3: str) -> str | None:
    """The alpha-2 code of an alpha-3 code.

    >>> iso2("UKR")
    'UA'
    """
    row = _countries().get(iso3)
    return row["iso2"] if row else None


@cache
def three_letters(iso2: str) -> str | None:
    """The alpha-3 code of an alpha-2 code.

    >>> three_letters("SD")
    'SDN'
    """
    return next((iso3 for iso3, row in _countries().items() if row["iso2"] == iso2), None)


def country_name(iso3: str) -> str | None:
    """The country's name as reports write it.

    >>> country_name("RUS"), country_name("PRK")
    ('Russia', 'North Korea')
    """
    if iso3 in _usual_names():
        return _usual_names()[iso3]
    row = _countries().get(iso3)
    return row["name"] if row else None


def adjective(iso3: str) -> str | None:
    """The usual adjective of a country.

    >>> adjective("GBR"), adjective("FIN")
    ('British', 'Finnish')
    """
    return _adjectives().get(iso3)


@cache
def offices() -> dict[str, Office]:
    """Offices and ranks by their written form in lower case ("lt. gen.", "prime minister")."""
    table = files.rows("actors/offices.tsv", ("form", "office", "sector", "kind"))
    return {row["form"]: Office(row["office"], row["sector"] or None, row["kind"]) for row in table}


@cache
def office_starts() -> frozenset[str]:
    """The first word of every office, for a quick no."""
    return frozenset(phrases.words(form)[0].form for form in offices())


@cache
def office_ends() -> frozenset[str]:
    """The last word of every office, for a quick no; "-elect" may follow."""
    ends = (word.form for form in offices() for word in phrases.words(form)[-2:] if word.form.isalpha())
    return frozenset({*ends, "elect", "designate"})


@cache
def office_phrases() -> Phrases[Office]:
    """The offices as phrases over lower-case words."""
    found: Phrases[Office] = Phrases()
    for form, office in offices().items():
        found.add(form, office)
    return found


@cache
def sector_nouns() -> dict[str, SectorNoun]:
    """Common nouns for people and bodies by their lemma."""
    table = files.rows("actors/sector_nouns.tsv", ("lemma", "sector", "type", "note"))
    return {row["lemma"]: SectorNoun(row["sector"] or None, row["type"], row["note"]) for row in table}


@cache
def known_actors() -> Phrases[Actor]:
    """Every country, demonym, seat and group under every form; the first of two equal forms wins."""
    found: Phrases[Actor] = Phrases()
    for form, actor in (*_country_forms(), *_group_forms(), *_demonym_forms(), *_seat_forms(), *_other_forms()):
        found.add(form, actor)
        if len(form) > 4 and actor.kind in (COUNTRY, SEAT, DEMONYM):
            found.add(form.upper(), actor)
    return found


@cache
def stand_ins() -> Phrases[StandIn]:
    """For every name of a country, its people or its capital the words that stand for all of that kind."""
    table = files.rows("actors/stand_ins.tsv", ("kind", "word", "parsed"))
    word = {row["kind"]: StandIn(row["word"], row["parsed"]) for row in table}
    seats = [(form, seat) for form, seat in _seat_forms() if seat.note == "capital"]
    known = [
        (form, word[DEMONYM if a.type == "person" else a.kind])
        for form, a in (*_country_forms(), *_demonym_forms(), *seats)
    ]
    capitals = [(row["capital"], word[SEAT]) for row in _countries().values() if row["capital"]]
    countries = {form for form, _ in _country_forms()}
    found: Phrases[StandIn] = Phrases()
    found.add(GROUP_OR_VERB, word[GROUP])
    for form, stand_in in (*known, *capitals):
        if stand_in == word[SEAT] and not countries.isdisjoint(form.split(" ")[1:]):
            continue  # of "Port Sudan" the country
        for written in (form.removeprefix("the "), form.upper()) if len(form) > 4 else (form,):
            found.add(written, stand_in)
    return found


@cache
def _countries() -> dict[str, files.Row]:
    columns = ("iso3", "iso2", "name", "capital", "demonym")
    return {row["iso3"]: row for row in files.rows("actors/countries.tsv", columns)}


@cache
def _usual_names() -> dict[str, str]:
    """The first of the hand-kept variants, which is the one that reports use."""
    names: dict[str, str] = {}
    for row in files.rows("actors/country_names.tsv", ("name", "iso3")):
        names.setdefault(row["iso3"], row["name"])
    return names


@cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in files.rows("actors/demonyms.tsv", ("word", "iso3", "kind")):
        if row["kind"] in ("both", "adjective"):
            found.setdefault(row["iso3"], row["word"])
    return found


@cache
def _seats() -> dict[str, Actor]:
    return dict(_seat_forms())


def _country_forms() -> Iterator[tuple[str, Actor]]:
    for row in files.rows("actors/country_names.tsv", ("name", "iso3")):
        yield row["name"], _country(row["iso3"])
    for iso3, row in _countries().items():
        yield row["name"].partition(",")[0].partition(" (")[0], _country(iso3)


def _country(iso3: str) -> Actor:
    return Actor(COUNTRY, country_name(iso3) or iso3, "country", iso3, None)


def _demonym_forms() -> Iterator[tuple[str, Actor]]:
    """Adjectives name the country; nouns in the plural ("Ukrainians") its people."""
    for row in files.rows("actors/demonyms.tsv", ("word", "iso3", "kind")):
        word, iso3, kind = row["word"], row["iso3"], row["kind"]
        name = country_name(iso3) or iso3
        plural = word.removesuffix("man") + "men" if word.endswith("man") and kind == "noun" else word + "s"
        if kind in ("both", "adjective"):
            yield word, Actor(DEMONYM, name, "country", iso3, None)
        if kind == "plural":
            yield word, Actor(PEOPLE, word, "group", iso3, "CVL")
        if kind in ("both", "noun"):
            yield plural, Actor(PEOPLE, plural, "group", iso3, None)
        if kind == "noun":
            yield word, Actor(PEOPLE, word, "person", iso3, None)


def _seat_forms() -> Iterator[tuple[str, Actor]]:
    for row in files.rows("actors/seats.tsv", ("words", "iso3", "stands_for", "sector", "kind", "note")):
        name, sector = row["stands_for"], row["sector"]
        kind = "organisation" if sector == "IGO" else "government"
        country = None if sector == "IGO" else row["iso3"]
        yield row["words"], Actor(SEAT, name, kind, country, sector, note=row["kind"])


def _group_forms() -> Iterator[tuple[str, Actor]]:
    columns = ("name", "aliases", "type", "country", "sector", "code")
    for row in files.rows("actors/groups.tsv", columns):
        codes = (row["country"] or None, row["sector"] or None, row["code"] or None)
        actor = Actor(GROUP, row["name"], row["type"], *codes)
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            yield form, actor


def _other_forms() -> Iterator[tuple[str, Actor]]:
    """Regions and communities."""
    for table, kind, type_ in (("actors/regions.tsv", REGION, "place"), ("actors/peoples.tsv", PEOPLE, "group")):
        for row in files.rows(table, ("name", "aliases", "country")):
            for form in (row["name"], *filter(None, row["aliases"].split(";"))):
                yield form, Actor(kind, row["name"], type_, row["country"] or None, None)
