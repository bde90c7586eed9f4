"""Offices that the words around a name give."""

from __future__ import annotations

import pytest

from fogline.models.english import parse
from fogline.reading.mentions import find_entities
from fogline.reading.sentences import sentences
from fogline.records import Entity, Reading, Report


def person(text: str, name: str) -> Entity:
    ready = sentences(text)
    entities, _ = find_entities(Report("r1", text), parse(text, ready), Reading(sentences=ready))
    return next(e for e in entities if e.name == name)


@pytest.mark.parametrize(
    ("text", "office", "status"),
    [
        ("French President Ivo Brand spoke.", "President of France", "held"),
        ("The former U.S.\nPresident Ivo Brand spoke.", "President of the United States", "former"),
        ("Then-defence minister Ivo Brand signed it.", "defence minister", "former"),
        ("Acting President Ivo Brand signed it.", "president", "acting"),
        ("Poland's interim prime minister Ivo Brand signed it.", "Prime Minister of Poland", "acting"),
        ("President-elect Ivo Brand signed it.", "president", "elect"),
        ("Norway's foreign minister, Ivo Brand, signed it.", "Foreign Minister of Norway", "held"),
        ("Ivo Brand, the former governor of Bayelsa, signed it.", "Governor of Bayelsa", "former"),
        ("Ivo Brand, a former Georgian ambassador, signed it.", "Ambassador of Georgia", "former"),
        ("Ex-President Ivo Brand signed it.", "president", "former"),
        ("The army said Lt. Gen. Ivo Brand had signed it.", "lieutenant general", "held"),
        ("Presidential candidate Ivo Brand signed it.", "presidential candidate", "candidate"),
        ("Ivo Brand, deputy commander of Russia's Northern Fleet, died.", "Deputy Commander of the Northern Fleet",
         "held"),
        ("Kenyan police spokesman Ivo Brand said so.", "Police Spokesman of Kenya", "held"),
        ("Minister for Culture, Ivo Brand said so.", "Minister for Culture", "held"),
        ("Minister for the Gulf Ivo Brand said so.", "Minister for the Gulf", "held"),
        ("Special Envoy for Libya Ivo Brand said so.", "Special Envoy for Libya", "held"),
        ("The UK Special Envoy for Libya, Ivo Brand, said so.", "Special Envoy for Libya of the United Kingdom",
         "held"),
        ("Ivo Brand, ambassador to Chad, said so.", "Ambassador to Chad", "held"),
        ("Ivo Brand, a spokesman for the Kenyan army, said so.", "Spokesman for the Kenyan army", "held"),
        ("Ivo Brand, commissioner for Fisheries and Trade, said so.", "Commissioner for Fisheries and Trade", "held"),
        ("They met the planning minister, Ivo Brand.", "planning minister", "held"),
        ("The chief of staff of the navy, Ivo Brand, said so.", "Chief of Staff of navy", "held"),
        ("A spokesman for the High Commissioner for Refugees, Ivo Brand, said so.",
         "Spokesman for the High Commissioner for Refugees", "held"),
        ("NATO Secretary General Ivo Brand said so.", "Secretary General of the North Atlantic Treaty Organization",
         "held"),
    ],
)  # fmt: skip
def test_office(text: str, office: str, status: str) -> None:
    tenures = person(text, "Ivo Brand").offices
    assert (office, status) in [(t.office, t.status) for t in tenures]


@pytest.mark.parametrize(
    ("text", "since", "until", "status"),
    [
        ("Ivo Brand, who was president from 2008 to 2012, left.", "2008", "2012", "former"),
        ("Ivo Brand, president since 2019, left.", "2019", None, "held"),
        ("Ivo Brand was elected president in 2014.", "2014", None, "held"),
        ("Ivo Brand, prime minister until 2016, left.", None, "2016", "former"),
        ("Ivo Brand became defence minister in May 2021.", "2021", None, "held"),
        ("Ivo Brand resigned as prime minister in 2020.", None, "2020", "former"),
    ],
)
def test_period(text: str, since: str | None, until: str | None, status: str) -> None:
    (tenure,) = person(text, "Ivo Brand").offices
    assert (tenure.since, tenure.until, tenure.status) == (since, until, status)


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("French President Ivo Brand spoke.", "FRA", "GOV"),
        ("Turkish Defence Minister Ivo Brand spoke.", "TUR", "MIL"),
        ("Ivo Brand spoke in Ankara.", None, None),
        ("Hungary closed the border, and its foreign minister, Ivo Brand, defended it.", "HUN", "GOV"),
        ("Ivo Brand, a spokesman for the Syrian army, said so.", "SYR", "MIL"),
        ("Special Representative for Libya Ivo Brand said so.", None, "GOV"),
        ("Ivo Brand, ambassador to Chad, said so.", None, "GOV"),
    ],
)
def test_codes_follow_the_office(text: str, country: str | None, sector: str | None) -> None:
    found = person(text, "Ivo Brand")
    assert (found.country, found.sector) == (country, sector)


def test_no_office_from_across_a_clause() -> None:
    assert person("She met the planning minister, Ivo Brand said.", "Ivo Brand").offices == ()
    assert person("The minister who signed the order left, Ivo Brand said.", "Ivo Brand").offices == ()


def test_the_apposition_is_the_person() -> None:
    text = "Ivo Brand, a spokesman for the Syrian army, said so."
    ready = sentences(text)
    entities, mentions = find_entities(Report("r1", text), parse(text, ready), Reading(sentences=ready))
    brand = next(e for e in entities if e.name == "Ivo Brand")
    assert next(text[m.start : m.end] for m in mentions if m.entity == brand.id) == "Ivo Brand"
    assert any(text[m.start : m.end].startswith("spokesman") for m in mentions if m.entity == brand.id)
