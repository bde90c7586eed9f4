"""Kinds of entity once read wrong: sites as persons, labels as bodies, halves of names, tongues as countries."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.models.english import parse
from fogline.reading.mentions import find_entities
from fogline.reading.sentences import sentences
from fogline.records import Entity, Reading, Report


@cache
def entities(text: str) -> tuple[Entity, ...]:
    ready = sentences(text)
    return find_entities(Report("r1", text), parse(text, ready), Reading(sentences=ready))[0]


def told(text: str) -> list[str]:
    return [f"{e.name}|{e.type} {e.country or '-'} {e.sector or '-'}" for e in entities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al Anbar was shelled. Raqqah was shelled.", ["Al Anbar|place - -", "Raqqah|place - -"]),
        ("Zzyrkah was swept house by house.", ["Zzyrkah|place - -"]),
        ("Troops reached rebel-held Zzyrkah at dawn.", ["Zzyrkah|place - -"]),
        ("Shops shut in Tabqa, Zzyrkah and Sadad.", ["Zzyrkah|place - -"]),
        ("Water ran from Lake Zorrel. The Zorrel depression filled.", ["Zorrel|place - -"]),
        ("The Sorel Mosque by the Ishtar Gate was shut.", ["Sorel Mosque|facility - -", "Ishtar Gate|facility - -"]),
        ("The militia Zzyrkah signed. The Zzyrkah paper was short.", ["Zzyrkah|group - UAF"]),
        ("Sorelan al-Nur is a militant group from Tyre.", ["Sorelan al-Nur|group - REB"]),
        ("The order was Operation: Iron Gate.", ["Operation Iron Gate|event - -"]),
        ("He swam the Tigris near Salah ad Din Province.", ["Salah ad Din Province|place - -"]),
        ("Col. John “J.D.” Amis led the talks.", ["John “J.D.” Amis|person - MIL"]),
        ("Police held Mira Sorel Atrous al-Harbi for a day.", ["Mira Sorel Atrous al-Harbi|person - -"]),
        ("On Monday Coalition aircraft bombed a depot.", ["Coalition|force - -"]),
        ("Meanwhile Kenyan troops left.", ["Kenyan troops|force KEN MIL"]),
        (
            "The Ministry of Culture, State Board of Heritage and others met.",
            ["Ministry of Culture|government - GOV", "State Board of Heritage|organisation - -"],
        ),
        ("The Green Party’s Ivo Brand spoke.", ["Green Party|group - PTY", "Ivo Brand|person - -"]),
        ("ISIL terrorists fled. ISIL fighters left.", ["ISIL terrorists|group - IMG", "ISIL fighters|group - IMG"]),
        ("Hamas gunmen left the port.", ["Hamas gunmen|group PSE REB"]),
        ("Wing leadership praised the pilots.", ["Wing leadership|group - -"]),
        ("Kenya’s leadership objected.", ["Kenya’s leadership|government KEN GOV"]),
        ("The Asad regime shelled Hama.", ["Asad regime|government SYR GOV"]),
        ("All warring parties met.", ["warring parties|group - -"]),
        ("The attorney general of Chad resigned.", ["attorney general of Chad|person TCD JUD"]),
        ("The UN Commission for Sorel met.", ["UN Commission for Sorel|organisation - IGO"]),
    ],
)  # fmt: skip
def test_told(text: str, expected: list[str]) -> None:
    assert set(expected) <= set(told(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The destroyer left the port (DDG 93) at night.", "DDG"),
        ("The hospital has a burns unit and a blood bank.", "unit"),
        ("Pentagon Press Secretary Ann Lowe spoke.", "Press"),
        ("The English-language weekly closed.", "United Kingdom"),
        ("A Kurdish translation was printed.", "Kurd"),
        ("The hill (Turkish: Kara Dag) is steep.", "Turkey"),
        ("The book was written in French.", "France"),
        ("The plant makes 84 MW for two CT scanners.", "MW"),
        ("They speak the Kurmanji dialect.", "Kurmanji"),
        ("Frequency: 12130 MHz Polarization: vertical.", "Polarization"),
        ("Trade in South and Central Asia grew.", "South"),
        ("Deep sectarian divisions remain.", "division"),
        ("Joint Harbour Commanders met.", "Joint Harbour Commanders|organisation"),
    ],
)  # fmt: skip
def test_names_nobody(text: str, absent: str) -> None:
    assert not [line for line in told(text) if absent in line]


def test_a_creed_may_be_a_first_name() -> None:
    assert any(e.name == "Islam" and e.type == "person" for e in entities("One young girl, Islam, tells of the siege."))


def test_a_system_and_its_kind_are_one_weapon() -> None:
    names = [e.name for e in entities("An S-300 missile system fired. Men fired rocket-propelled grenades.")]
    assert "S-300" in names and "RPG" in names and "missile" not in names and "grenade" not in names


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A coalition airstrike killed nine people.", "coalition|force - -"),
        ("Alliance jets hit the bridge.", "Alliance|organisation - -"),
        ("Government warplanes bombed Idlib.", "Government|government - GOV"),
        ("Sixteen coalition strikes hit the depot.", "coalition|force - -"),
        ("Rebel shelling killed a nurse.", "Rebel|group - REB"),
    ],
)
def test_whose_aircraft_and_shells(text: str, actor: str) -> None:
    assert actor in told(text)
