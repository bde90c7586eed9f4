"""Countries, seats, groups and sectors by their words."""

from __future__ import annotations

import pytest

from fogline.tables import actors, files
from fogline.tables.weapons import known_weapons, weapon


@pytest.mark.parametrize(
    ("words", "iso3"),
    [
        ("Russia", "RUS"), ("U.S.", "USA"), ("the United States", "USA"), ("Britain", "GBR"), ("DR Congo", "COD"),
        ("Côte d’Ivoire", "CIV"), ("Myanmar", "MMR"), ("Burma", "MMR"), ("South Korea", "KOR"), ("Kosovo", "XKX"),
        ("Kyiv", None), ("Russian", None), ("us", None),
    ],
)  # fmt: skip
def test_country(words: str, iso3: str | None) -> None:
    assert actors.country_code(words) == iso3


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Ukrainian", "UKR"), ("Ukrainians", "UKR"), ("Danes", "DNK"), ("Frenchmen", "FRA"), ("Niger", None),
        ("Nigerien", "NER"), ("Nigerian", "NGA"), ("South Sudanese", "SSD"), ("polish", None),
    ],
)  # fmt: skip
def test_demonym(word: str, iso3: str | None) -> None:
    assert actors.demonym_country(word) == iso3


@pytest.mark.parametrize(
    ("words", "stands_for", "country", "sector"),
    [
        ("Moscow", "Russian government", "RUS", "GOV"),
        ("the Pentagon", "United States Department of Defense", "USA", "MIL"),
        ("Kiev", "Ukrainian government", "UKR", "GOV"),
        ("Tel Aviv", "Israeli government", "ISR", "GOV"),
        ("Brussels", "European Union", None, "IGO"),
    ],
)
def test_seat(words: str, stands_for: str, country: str | None, sector: str) -> None:
    seat = actors.seat_of(words)
    assert seat is not None
    assert (seat.name, seat.country, seat.sector) == (stands_for, country, sector)


@pytest.mark.parametrize(
    ("words", "name", "country", "sector"),
    [
        ("Hezbollah", "Hezbollah", "LBN", "REB"), ("Daesh", "Islamic State", None, "IMG"), ("M23", "M23", "COD", "REB"),
        ("IDF", "Israel Defense Forces", "ISR", "MIL"), ("the U.N.", "United Nations", None, "IGO"),
        ("Kurdistan Workers’ Party", "Kurdistan Workers' Party", "TUR", "REB"), ("FBI", None, "USA", "COP"),
        ("Mossad", "Mossad", "ISR", "SPY"), ("Reuters", "Reuters", "GBR", "MED"),
    ],
)  # fmt: skip
def test_group(words: str, name: str | None, country: str | None, sector: str) -> None:
    found = actors.group(words)
    assert found is not None
    assert (found.country, found.sector) == (country, sector)
    assert name is None or found.name == name


def test_every_country_of_the_tables_is_known() -> None:
    known = {row["iso3"] for row in files.rows("actors/countries.tsv", ("iso3", "iso2", "name", "capital", "demonym"))}
    for table, columns in (
        ("actors/country_names.tsv", ("name", "iso3")),
        ("actors/demonyms.tsv", ("word", "iso3", "kind")),
        ("actors/seats.tsv", ("words", "iso3", "stands_for", "sector", "kind", "note")),
    ):
        assert {row["iso3"] for row in files.rows(table, columns)} <= known, table
    groups = files.rows("actors/groups.tsv", ("name", "aliases", "type", "country", "sector", "code"))
    assert {row["country"] for row in groups} - {""} <= known


def test_sectors_are_plovers() -> None:
    known = {
        "GOV", "MIL", "REB", "OPP", "PTY", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "LAB", "LEG", "JUD", "MED", "REF",
        "SET", "SPY", "UAF", "COP", "IGO", "NGO", "NGM", "MNC", "IMG",
    }  # fmt: skip
    used = {noun.sector for noun in actors.sector_nouns().values()} | {o.sector for o in actors.offices().values()}
    groups = files.rows("actors/groups.tsv", ("name", "aliases", "type", "country", "sector", "code"))
    assert (used | {row["sector"] or None for row in groups}) - {None} <= known


def test_tables_are_large_enough_for_many_wars() -> None:
    groups = files.rows("actors/groups.tsv", ("name", "aliases", "type", "country", "sector", "code"))
    assert len(groups) >= 250
    assert len({row["country"] for row in groups}) >= 50
    assert known_weapons().size >= 400


@pytest.mark.parametrize(
    ("words", "weapon_class"),
    [("HIMARS", "artillery"), ("F-16s", "aircraft"), ("Storm Shadow", "missile"), ("tear gas", "riot_control"),
     ("IEDs", "explosive"), ("Leopard 2", "tank"), ("cluster bombs", "munition"), ("S-300", "air_defence")],
)  # fmt: skip
def test_weapon(words: str, weapon_class: str) -> None:
    found = weapon(words)
    assert found is not None and found.weapon_class == weapon_class
