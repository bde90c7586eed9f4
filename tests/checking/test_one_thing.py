"""One definite thing told in two states, one act done and not done, an effect before its cause; look-alikes stay clean."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

from collections.abc import Mapping

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "state": [
        "The railway bridge at Kupiansk is intact, the regional command said on Tuesday. Nobody was hurt. Trains from Kharkiv are turning back because the railway bridge was destroyed in the raid, the command said.",
        "The airport at Port Sudan stayed open throughout the drone attack on Thursday, the authority said. The authority said that the airport was closed all Thursday and that four flights had been sent to Jeddah.",
        "The ferry Neringa sank off Nida in August after hitting a mine. On Tuesday the ferry Neringa carried 60 villagers across the lagoon, the harbour master said.",
        "The tunnel under the ridge was blocked all morning to every lorry, the town hall said. The town hall says that the tunnel there was open without interruption from six until noon.",
        "Not a single flat in Bakhmut was being supplied on Friday, the gas service said. With gas flowing to every flat in Bakhmut on Friday, the service said, the cooks made soup.",
        "The pier at Aden is undamaged, the port said. Two sheds burned. The pier was destroyed by the second wave of drones, the port's statement said.",
    ],
    "phase": [
        "The evacuation of the hospital in El Fasher was completed on Monday morning, the aid group said. The aid group said that the evacuation of the hospital was still going on and that 30 patients were waiting.",
        "Firefighters put out the fire at the oil depot in Latakia by dawn on Tuesday, the fire service said. The fire at the depot was still burning on Tuesday evening, the service said.",
        "The exchange of the dead at the Senik crossing ended at noon, the commission said. Priests said prayers. Relatives are angry that the exchange has not taken place.",
        "Repair of the water main between the mill and the square was finished on Tuesday evening. The crews had not finished the repair of the water main by Wednesday morning.",
        "The clearing of the harbour road at Mocha was completed on Thursday, says the ministry. The ministry says the clearing of the harbour road, begun on Wednesday, has not been finished.",
    ],
    "polarity": [
        "The sirens sounded eleven minutes before the missile struck. Two bakers were hurt. The administration said that no sirens had sounded before the strike.",
        "The village clinic was not hit, the committee said, and all its patients were safe. It was also collecting roofing sheets for the village clinic, which it said had been hit by one of the shells.",
        "The governor did not visit the front-line town of Lyman this week, his office said. On Wednesday the governor visited Lyman and gave medals to four rescuers.",
        "The mission says its patrol near Agdam was not stopped at the weekend. The mission confirms that its patrol near Agdam was stopped at the weekend, and has lodged a protest.",
    ],
    "order": [
        "Residents of Tyre were told to go to shelters at 7:10 p.m. because of the rocket fire, the mayor said. Shops shut at once. The rocket fire began at 7:45 p.m. and lasted for ten minutes.",
        "The road to Abyan was closed at 14:00 after a bomb went off under a bus. Drivers were sent back. The bomb went off at 15:30, police said, and the bus burned out.",
        "Pupils were sent home at 9:20 because of the sound of the shots, the school said. The shooting began at 9:55, the school said.",
    ],
    "first": [
        "Jets bombed Kani at dawn, in the first air raid on the town of Kani since the coup of February 2021. In August 2022 jets bombed the town of Kani twice within a week.",
    ],
}

CLEAN = {
    "a new bridge": "The bridge at Kupiansk was destroyed in the raid on Tuesday. A pontoon was laid beside it on Wednesday. The new bridge at Kupiansk is intact, the command said.",
    "open again": "The airport at Port Sudan was closed for four hours on Thursday during the attack. Flights went to Jeddah. The airport was open again by the evening, the authority said.",
    "two gates": "The west gate of the hospital was hit and is closed, the ministry said. The east gate of the hospital is open day and night.",
    "a second gunman": "Police in Goma arrested a man over the shooting at the fish market. A second gunman is still at large, police said.",
    "claimed later": "No group had claimed responsibility for the bombing by Friday evening. On Saturday the Baloch Front claimed responsibility for the bombing in Quetta.",
    "two evacuations": "The evacuation of the hospital was completed on Monday morning. The evacuation of the market quarter is still going on, the aid group said.",
    "a plan": "The evacuation of the hospital is to be completed by Monday. On Thursday it was still going on, the aid group said.",
    "progress": "The evacuation of the hospital was still going on at noon on Monday, the aid group said. The evacuation of the hospital was completed on Tuesday.",
    "two fires": "The fire on the third floor was put out within an hour. Firefighters were still at work on the fire in the cellar on Tuesday evening, the service said.",
    "a second bomb": "The road to Abyan was closed at 14:00 after a bomb went off under a bus. A second bomb went off at 15:30, police said.",
    "half": "Half of the houses have electricity, the mayor said. The rest of the village has been without electricity since Monday.",
    "a span": "Most of the bridge was destroyed in the raid. One span of the bridge is intact, the command said.",
    "another day": "The governor did not visit Lyman in October because of the shelling. On Wednesday the governor visited Lyman and gave medals to four rescuers.",
    "two sources": "The bridge at Kupiansk was destroyed, the army said. The bridge at Kupiansk is intact, the rebels said.",
    "since reopened": "The inspectors said that the plant was closed for two days in May. The plant is open, they said.",
    "intact before": "The bridge over the Oskil was intact on Monday. The bridge over the Oskil was destroyed on Tuesday.",
    "another object": "The report did not give evidence of the theft. The report also gave details of the guards.",
    "two hours": "The tunnel was closed at 8:15 on Monday. The tunnel was open at 11:40 on Monday, the town hall said.",
}  # fmt: skip

CODES = {
    "state": ("C156", "C158"), "phase": ("C104", "C156"), "polarity": ("C104", "C156", "C158"), "order": ("C134",), "first": ("C133",),
}  # fmt: skip
PASSAGES = {f"{kind} {i}": text for kind, texts in FAULTS.items() for i, text in enumerate(texts)} | CLEAN


@pytest.fixture(scope="module")
def made() -> Mapping[str, Ledger]:
    reports = [Report(name, text, outlet="Harbour Wire", published="2025-11-20") for name, text in PASSAGES.items()]
    return {ledger.report.id: ledger for ledger in ledgers(reports)}


@pytest.mark.parametrize("name", [name for name in PASSAGES if name not in CLEAN])
def test_one_thing_told_two_ways_is_found(made: Mapping[str, Ledger], name: str) -> None:
    found = [f for f in made[name].findings if f.category == "contradiction"]
    codes = CODES[name.split(maxsplit=1)[0]]
    assert [f.code in codes for f in found] == [True]
    assert "B" in [e.side for e in found[0].evidence] and found[0].explanation.endswith(".")


@pytest.mark.parametrize("name", CLEAN)
def test_a_look_alike_is_left_alone(made: Mapping[str, Ledger], name: str) -> None:
    assert [f.explanation for f in made[name].findings if f.category == "contradiction"] == []
