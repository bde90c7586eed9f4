"""One deed told twice is joined, two deeds never: a line is a report, ">" its two tellings by trigger."""

from __future__ import annotations

import pytest

import fogline

JOINED = """
Gunmen killed nine farmers near Gao on Monday. The attack came at dawn. > killed attack
Gunmen killed nine farmers in Gao on Monday. Officials condemned such an attack on civilians. > killed attack
A bomb killed twelve people in Kano on Friday. Red Dawn claimed responsibility for the bombing. > killed claimed
A bomb killed twelve people in Kano on Friday. Red Dawn claimed responsibility for the bombing. > killed bombing
The army shelled the town of Bakhmut on Sunday. The shelling lasted for two hours. > shelled shelling
Rebels attacked a convoy near Goma on Tuesday. The ministry said the raid killed six soldiers. > attacked raid
Rebels raided a barracks in Sokoto. Ghana condemned the raid. > raided raid
Police killed a student in Lome on Monday. The killing of the student led to protests. > killed killing
Soldiers killed the mayor of Goma on Friday. The killing drew protests. > killed killing
The navy seized a tanker off Oman on Monday. The seizure raised oil prices. > seized seizure
A drone struck a depot in Odesa on Monday. The strike on the depot set off a fire. > struck strike
Gunmen attacked a police post in Gao on Monday. The gunmen attacked the post at dawn. > attacked attacked
A bomber attacked a mosque in Kano on Friday. Nigeria condemned Friday's attack on the mosque. > attacked attack
Police arrested two journalists in Minsk on Monday. The arrests were condemned by Norway. > arrested arrests
The army bombed the rebels near Goma. The bombing killed ten rebels. > bombed bombing
The raid on an aid convoy near Gao drew protests. Monitors said the aid convoy was raided. > raid raided
Gunmen attacked an aid convoy near Gao. Monitors say the aid convoy was attacked. > attacked attacked
Two nurses and three guards were killed near Beni. Militants killed two nurses and three guards. > killed killed
At least 15 nurses were killed near Beni. Militants killed 15 nurses in the village. > killed killed
Ghana condemned the attack on a hotel in Gao, for which Red Dawn has claimed responsibility. > attack claimed
The coalition conducted five airstrikes on Monday. These strikes hit two depots. > airstrikes strikes
A rocket strike hit army positions near Gao. The strike destroyed several depots, officials said. > strike strike
Gunmen attacked a village near Gao, killing nine farmers. The killings drew protests. > attacked killings
Artillery shelled Gao on Monday. No group claimed the attack. > shelled attack
Militants killed 70 members of a tribe near Gao. Chad says the militants killed 70 members. > killed killed
An attack hit a hotel in Gao. Chad says the attack on the hotel in Gao on Sunday was cowardly. > attack attack
"""

APART = """
The army shelled Kherson on Monday. The army shelled Odesa on Tuesday.
Gunmen killed nine farmers in Gao on Monday. Gunmen killed four soldiers in Mopti on Monday.
Rebels attacked a convoy near Goma. The rebels attacked a camp near Beni a week later.
The army attacked the port in May. In October, the army attacked the port.
A bomb killed twelve people in Kano on Friday. An attack in Lagos killed two on Saturday.
Israel struck Damascus on Monday. Turkey condemned the attack on its embassy in Cairo.
The rebels raided a barracks in Sokoto. A separate attack killed four in Kano.
The army shelled the town on Sunday. Another attack hit the market.
Police arrested two journalists in Minsk. Police arrested two students in Brest.
A drone struck a depot in Odesa on Monday. The attacks of last year killed thousands.
Militants attacked a base in Gao. The attack on a base in Mopti in 2019 killed 53.
Police killed a student in Lome on Monday. The killing of the mayor led to protests.
The army shelled the town of Bakhmut on Sunday. The abduction drew protests.
The jets carried out five strikes on Monday. The four strikes near Idlib killed two men.
The army fought a war against the rebels. The attack on the dam killed four.
Rebels raided a barracks in Sokoto on Monday. The army attacked the rebels on Monday.
Two soldiers were killed near Gao. Militants killed two soldiers in the valley.
Gunmen attacked a convoy near Gao. A convoy was attacked near Mopti.
Damascus was attacked in May. Damascus was attacked from the air.
The coalition conducted five airstrikes on Monday. The airstrikes have destroyed 900 vehicles since May.
Rebels attacked a hotel in Gao. The police were attacked in Mopti.
The ministers regularly meet in Accra. The meeting of the ministers took place on Friday.
Jets destroyed a depot near Gao on Monday. The destruction of targets in the north weakens the rebels.
Gunmen attacked a village near Gao on Monday. Such attacks have multiplied since March.
Police freed two nurses near Gao. The shelling of the town went on.
Rebels shelled a barracks in Sokoto on Monday. The abduction of the mayor was condemned by Chad.
Gunmen killed 15 nurses near Beni on Monday. Gunmen killed 15 nurses in Kano on Tuesday.
"""


def links(text: str) -> list[tuple[str, str]]:
    """Trigger pairs, first telling and later one, of a report's ``same_as``."""
    ledger = fogline.read(text, published="2025-11-20", outlet="Wire")
    words = {act.id: text[act.trigger.start : act.trigger.end] for act in ledger.acts}
    told = {event.id: words[event.act] for event in ledger.events}
    return [(told[e.same_as], told[e.id]) for e in ledger.events if e.same_as]


@pytest.mark.parametrize("line", JOINED.strip().split("\n"))
def test_a_deed_told_again_is_joined(line: str) -> None:
    text, pair = line.split(" > ")
    first, later = pair.split()
    assert (first, later) in links(text)


@pytest.mark.parametrize("text", APART.strip().split("\n"))
def test_two_deeds_stay_apart(text: str) -> None:
    assert links(text) == []


def test_the_nearest_of_two_is_taken_up() -> None:
    text = "The rebels bombed a bridge near Goma. The army bombed the rebels in reply. The bombing killed ten rebels."
    ledger = fogline.read(text, published="2025-11-20")
    first, second, again = (e for e in ledger.events if e.type == "ASSAULT")
    assert again.same_as == second.id and second.same_as is None and first.same_as is None


def test_a_third_telling_points_to_the_first() -> None:
    text = "Gunmen raided a camp near Gao on Monday. The raid lasted an hour. The attack was condemned by Chad."
    first, *later = (e for e in fogline.read(text, published="2025-11-20").events if e.type == "ASSAULT")
    assert [e.same_as for e in later] == [first.id, first.id]


def test_who_condemns_the_attack_means_the_deed_that_the_report_is_about() -> None:
    text = "Rebels attacked a base in Gao on Monday. Two drivers were shot. Chad condemned the attack."
    first, _, again = (e for e in fogline.read(text, published="2025-11-20").events if e.type == "ASSAULT")
    assert again.same_as == first.id


def test_a_headline_and_its_first_sentence_tell_one_act() -> None:
    text = "Mary Keller condemns shelling of Gao\n\nMinister Mary Keller condemned the shelling of Gao on Monday."
    first, again = (e for e in fogline.read(text, published="2025-11-20").events if e.type == "ACCUSE")
    assert again.same_as == first.id
