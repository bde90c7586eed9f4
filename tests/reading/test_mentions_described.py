"""Descriptions, aliases and offices: two ways of naming one, and what only looks like it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from fogline.models.english import parse
from fogline.reading.mentions import find_entities
from fogline.reading.sentences import sentences
from fogline.reading.who import entity_at
from fogline.records import Entity, Reading, Report


@cache
def read(text: str) -> Reading:
    ready = sentences(text)
    entities, mentions = find_entities(Report("r1", text), parse(text, ready), Reading(sentences=ready))
    return Reading(sentences=ready, entities=entities, mentions=mentions)


def at(text: str, words: str, nth: int = 0) -> Entity | None:
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return entity_at(read(text), start, start + len(words), text)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Our ally Turkey sent aid.", "Our ally", "Turkey"),
        ("The port was built by the British firm Marlow.", "British firm", "Marlow"),
        ("The terrorist group Islamic State fled.", "terrorist group", "Islamic State"),
        ("Omar Sabr is an Iraqi general.", "Omar Sabr", "Iraqi general"),
        ("Omar Sabr was appointed as the harbour commander.", "Omar Sabr", "harbour commander"),
        ("His chief of staff is Major General Hassan.", "chief", "Hassan"),
        ("The Harbour Front, a militia based in Tyre, gave up.", "Harbour Front", "militia"),
        ("The planning minister, Rana Odeh, resigned.", "planning minister", "Rana Odeh"),
        ("Harun Vey, also known as Abu Salim, fled. Abu Salim was seen in Tyre.", "Harun Vey", "Abu Salim was"),
        ("Operation Grey Heron (Zarda) began. Zarda took a week.", "Operation Grey Heron", "Zarda took"),
        ("The Sorel Hills (Arabic: Jabal Sorel) lie in the north.", "Sorel Hills", "Jabal Sorel"),
        ("Naval Command's (NAVCOM) ships left. NAVCOM said so.", "Naval Command", "NAVCOM said"),
        ("The U.S. 5th Fleet sailed. The Fifth Fleet returned.", "U.S. 5th Fleet", "Fifth Fleet"),
        ("Zorbel News hired ten men. Zorbel pays well.", "Zorbel News", "Zorbel pays"),
        ("The frigate FS Marlon sailed. Marlon is fast.", "FS Marlon", "Marlon is"),
        ("Foreign Secretary hails pact. Foreign Secretary Ann Reeve spoke.", "Foreign Secretary", "Ann Reeve"),
        ("Foreign Secretary Ann Reeve spoke. The Foreign Secretary left.", "Ann Reeve", "Foreign Secretary left"),
        ("Hezbollah fired first. The militant group denied it.", "Hezbollah", "militant group"),
        ("ISIL burned Sadad. This barbaric group will fall.", "ISIL", "barbaric group"),
        ("The League of Free Fighters took Sadad. The group said so.", "League of Free Fighters", "group said"),
        ("Human Rights Watch objected. The group called for calm.", "Human Rights Watch", "group called"),
        ("Hezbollah denied it. The group left. They burned a mill.", "Hezbollah", "They"),
        ("A militia called the Zarda Front burned Sadad.", "militia", "Zarda Front"),
        ("ISIL burned Sadad. We will destroy this terrorist organization.", "ISIL", "terrorist organization"),
        ("U.S. companies bid. American companies won.", "U.S. companies", "American companies"),
        ("The Asad regime fell. The regime had no friends.", "Asad regime", "regime had"),
        ("The coalition to defeat Hamas met. The Counter-Hamas Coalition left.", "The coalition", "Coalition left"),
        ("The Kenyan-led coalition flew north. The Coalition hit a mill.", "Kenyan-led coalition", "Coalition hit"),
        ("The 507th Air Refueling Wing (507th ARW) left. The ARW is new.", "Refueling Wing", "ARW is"),
        ("Kenyan Security Forces (KSF) took Lamu. The KSF lost six men.", "Security Forces", "KSF lost"),
        ("Two men fled. Police caught the two men.", "Two men", "two men"),
        ("Camp residents fled. The camp's residents had no water.", "Camp residents", "camp's residents"),
        ("The 3rd Battalion, 5th Regiment left. The 3rd Battalion won.", "3rd Battalion, 5th", "3rd Battalion won"),
        ("Our men and women in uniform serve in Lamu.", "Our men", "women"),
        ("Mine Clearance Mobile Unit Two left.", "Clearance Mobile Unit", "Two"),
    ],
)  # fmt: skip
def test_one(text: str, one: str, other: str) -> None:
    first, second = at(text, one), at(text, other)
    assert first is not None and second is not None
    assert first.id == second.id


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("He told the Sorel group Turkey would send aid.", "Sorel group", "Turkey"),
        ("The minister named Ivo Brand as envoy.", "minister", "Ivo Brand"),
        ("The rebels called Turkey a friend.", "rebels", "Turkey"),
        ("Omar Sabr is not a general.", "Omar Sabr", "general"),
        ("Hamas met Hezbollah. The group left.", "Hezbollah", "group left"),
        ("Hezbollah left. A group of traders stayed. The group sold tea.", "Hezbollah", "group sold"),
        ("Foreign Minister Lena Kraft met the French foreign minister.", "Lena Kraft", "French foreign minister"),
        ("Foreign Minister Lena Kraft spoke. A foreign minister must listen.", "Lena Kraft", "foreign minister must"),
        ("The army met Jonas Bell (Radio Sorel) in Tyre.", "Jonas Bell", "Radio Sorel"),
        ("Kenya's minister met Foreign Minister Ole Dahl. The ministers spoke of Libya.", "Ole Dahl", "ministers"),
        ("The Saudi-led coalition left. The U.S.-led coalition hit Raqqa.", "Saudi-led coalition", "U.S.-led coal"),
        ("The ruling coalition split. The international coalition left.", "ruling coalition", "international coal"),
    ],
)  # fmt: skip
def test_two(text: str, one: str, other: str) -> None:
    first, second = at(text, one), at(text, other)
    assert first is None or second is None or first.id != second.id


def test_a_description_puts_no_label_on_a_person() -> None:
    found = at("Karim Odeh is a militant. He left Tyre.", "Karim Odeh")
    assert found is not None and found.sector is None


def test_a_description_gives_codes_to_an_unknown_body() -> None:
    found = at("The depot was run by the German company Zorbel Werke.", "Zorbel Werke")
    assert found is not None and (found.country, found.sector) == ("DEU", "BUS")


def test_an_ally_keeps_its_own_codes() -> None:
    found = at("The Iranian ally Hezbollah objected.", "Hezbollah")
    assert found is not None and (found.country, found.sector) == ("LBN", "REB")


def test_a_former_office_gives_no_sector() -> None:
    found = at("Omar Sabr is a former soldier from Tyre.", "Omar Sabr")
    assert found is not None and found.sector is None
