"""The mode of an assault in the light of who does it and with what: one row a kind."""

from __future__ import annotations

import pytest

import fogline

# text; the modes of its events in text order, one a deed
MODES = """
The strike, carried out with two Shahed drones, killed 12 people in Kharkiv. | drone
Iran launched ballistic missiles that hit a depot near Basra. | heavy-weapons
The army attacked the village with mortars. | heavy-weapons
Fighter jets struck the camp. | aerial
Jets from the coalition dropped bombs on the depot. | aerial
Rebels attacked the market in Kano with a bomb. | explosives
A suicide car bomb attack on a checkpoint killed four soldiers. | suicide-attack
Soldiers attacked the marchers with tear gas. | crowd-control
A suicide bomber struck a mosque in Kano. | suicide-attack
Gunmen with rifles kidnapped a priest. | abduct
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in MODES.strip().splitlines()]


@pytest.mark.parametrize(("text", "mode"), ROWS)
def test_the_weapon_tells_the_mode(text: str, mode: str) -> None:
    deeds = [e for e in fogline.read(text).events if e.same_as is None and e.type == "ASSAULT"]
    assert [e.mode for e in deeds] == [mode], [(e.mode, e.why) for e in deeds]


def test_a_telling_without_the_weapon_has_the_mode_of_the_one_that_names_it() -> None:
    text = "A strike with drones destroyed a depot in Odesa on Monday. The strike wounded three men."
    events = [e for e in fogline.read(text).events if e.type == "ASSAULT"]
    assert len(events) > 1 and {e.mode for e in events} == {"drone"}
    assert {e.plover_score for e in events} == {-9.5} and events[-1].why.endswith("by a telling that names the weapon.")
