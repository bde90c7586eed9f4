"""Invented incidents: one happening with two days, places, means, doers or targets; one paper with two authors."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "C103 a noun with its day": "Gunmen stormed a customs post in Gao on Monday. They burned two cars. Residents fled. Tuesday's attack on the customs post was claimed by nobody.",
    "C103 a vessel": "A barge sank off Batam on Friday. Divers looked for the crew. The barge, which sank on Sunday, carried sand.",
    "C103 an arrest": "Police in Karachi arrested the smuggler on Sunday. He was found in a flat. The arrest on Thursday ended a long hunt.",
    "C103 took place": "Two buses collided outside Bari on Tuesday. The road stayed shut. The collision happened on Sunday in thick fog.",
    "C103 talks": "Talks between the two ministries opened in Muscat on 12 November. The Muscat talks, which opened on 15 November, are to last a week.",
    "C103 without a year": "A gas main exploded in Izmir on Wednesday. Windows broke. Sunday's explosion was heard in the harbour.",
    "C103 a building": "A warehouse collapsed in Tema on Monday. Dogs searched the rubble. The warehouse collapsed on Saturday, the outlet's records show.",
    "C106 a car bomb": "A car bomb exploded outside a court in Kirkuk on Tuesday. Streets were closed. The bar wrote to those hurt by the car bomb in Mosul.",
    "C106 a plant": "A drone hit a smelter in Ryazan overnight. The fire was put out. The attack on the smelter in Samara halted work.",
    "C106 a wreck": "A trawler capsized off Dakar on Sunday. Boats went out. The trawler, which capsized off Nouadhibou, had no radio.",
    "C106 shelled": "Troops shelled a clinic in Mekelle on Thursday. Patients were moved. The shelled clinic in Gondar had 20 beds.",
    "C106 headline": "Bomb kills six in Baghdad arcade\n\nA bomb killed six people in an arcade in Basra on Monday. A clerk was among the dead.",
    "C107 a truck": "A roadside bomb destroyed an army truck near Kidal on Tuesday. The road was closed. The rocket that hit the truck came from a hill.",
    "C107 shot and stabbed": "The union leader was shot dead in Tripoli late on Sunday. Neighbours came. The stabbing of the union leader shocked the town.",
    "C107 a bridge": "An air strike destroyed a bridge near Kherson on Wednesday. Cars turned back. The bridge was destroyed by a car bomb.",
    "C107 a kiosk": "A mortar round hit a kiosk in Taiz on Monday. Children were near. The suicide bomber who hit the kiosk wore a long coat.",
    "C108 pirates": "Houthi fighters seized a cargo ship in the Red Sea on Sunday. The crew is safe. The ship was seized by Somali pirates.",
    "C108 a commander": "The Colombian army killed the commander of a front on Tuesday. The minister was pleased. The commander was killed by the police in a camp.",
    "C110 a letter": "Students handed a letter to the embassy on Monday. The letter was signed by the head of the nurses' union. The letter, signed by three retired generals, has two pages.",
    "C110 a statement": "A statement by the general staff said that the town was quiet. The statement, issued by the interior ministry, gave no losses.",
    "C110 two ministers": "The decree was signed by the finance minister. Shops must close at eight. The decree, signed by the interior minister, has two pages.",
    "C110 a list": "A list of 200 missing people was compiled by the Red Crescent in Aleppo. Families came. The list, drawn up by the Syrian army, has few details.",
    "C110 a leaflet": "A leaflet was found at the gate of the mill. The leaflet was written by the miners' council. The guards kept it. The leaflet, drafted by the port authority, names nobody.",
}

CLEAN = {
    "another attack": "Gunmen stormed a customs post in Gao on Monday. On Tuesday gunmen attacked another customs post in Mopti. Tuesday's attack was worse.",
    "a night and the next day": "A quake struck off Ambon on Monday night. Early Tuesday's quake was felt in Buru. Tuesday's quake broke roads.",
    "said on a day": "A barge sank off Batam on Friday. Police said on Monday that the barge, which sank in a storm, carried sand. Its owner was arrested on Sunday.",
    "a suburb": "A bomb exploded in the Karrada district of Baghdad on Monday. The blast in central Baghdad hurt six. The Karrada bombing was condemned in Tehran.",
    "near towns": "Two trains collided near Bari on Tuesday. The collision between Corato and Andria was heard far off. Officials went to Rome after the collision.",
    "two voices": "A car bomb exploded in Kirkuk on Tuesday, the army said. Rebels said a car bomb exploded in Mosul on Tuesday.",
    "a drone and its missile": "A drone fired a missile at a car in Tyre on Monday. The missile that hit the car burned it. The drone strike hurt two.",
    "many weapons": "Rockets and mortars hit a village near Taiz on Monday. The shelling of the village went on. A mine hurt a boy on the road.",
    "claimed and blamed": "The Islamic State group claimed responsibility for the bombing of a mosque in Herat. Officials blamed the Taliban for the bombing.",
    "army and police": "The army and the police killed the commander on Tuesday. The commander was killed in a camp, the police said.",
    "two letters": "One letter was signed by the nurses' union; another letter was signed by generals. The letter of the generals came on Sunday.",
    "written and signed": "The letter was written by the union's lawyers. The letter was signed by the head of the union. It was issued by the port council.",
    "an earlier arrest": "Police arrested the smuggler in Karachi on Sunday. He had been arrested in 2019. His arrest was announced on Monday.",
    "moved elsewhere": "The engineers were kidnapped near Goma on Monday. They were freed in Bukavu on Friday. The kidnapping was condemned by the bishop of Kinshasa.",
    "a list of strikes": "Near Raqqa, one strike destroyed a fuel truck. Near Mosul, one strike destroyed a fuel truck. Near Rawah, one strike destroyed a tunnel.",
    "damage around": "A bomb exploded in a market in Kano on Monday. The blast damaged a mosque. The attack on the market shut the road.",
    "talks after talks": "Health ministers met in Lome on Wednesday. The Lome meeting followed talks in Accra on Monday. The talks in Accra failed.",
    "what goes on": "The army shelled Taiz on Monday. The shelling of Taiz went on on Tuesday. Tuesday's shelling damaged a school.",
    "two oaths": "General Musa was sworn in on Monday in Khartoum. His deputy was sworn in on Tuesday in Port Sudan. The ceremony in Port Sudan was short.",
    "two wins": "The Sea Party won the vote in Oslo on Monday. The Land Party won the vote in Bergen on Tuesday.",
}


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    """Every passage, read in one batch."""
    reports = [
        Report(name, text, outlet="Harbour Wire", published="2025-11-20") for name, text in {**FAULTS, **CLEAN}.items()
    ]
    return {made.report.id: made for made in ledgers(reports)}


@pytest.mark.parametrize("name", FAULTS)
def test_one_happening_told_two_ways_is_found(read: dict[str, Ledger], name: str) -> None:
    found = [f for f in read[name].findings if f.category == "contradiction"]
    assert [f.code for f in found] == [name.split(maxsplit=1)[0]]
    assert {e.side for e in found[0].evidence} >= {"A", "B"}


@pytest.mark.parametrize("name", CLEAN)
def test_two_happenings_or_one_told_alike_stay_clean(read: dict[str, Ledger], name: str) -> None:
    assert [f.explanation for f in read[name].findings if f.category == "contradiction"] == []
