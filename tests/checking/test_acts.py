# ruff: noqa: E501
"""One act, one thing or one group told twice: found where the tellings clash, silent where they need not.

All passages are constructed; places are real, incidents and persons invented.
"""

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "C103 raid": "The raid on Gwoza began before dawn on Tuesday 4 June, the garrison said. Families fled. The 7 June raid on Gwoza found the post half empty.",
    "C103 rally": "On 9 October a bomb hidden in a cart went off at a rally in Jalalabad. Shops closed. Traders stayed away after the rally in Jalalabad was bombed on 12 October.",
    "C103 shooting": "Border troops opened fire on a survey crew near Sotk on the evening of 11 June, the ministry said. The ministry said it had photographs of the shooting of 13 June.",
    "C103 briefing": "Members were given a closed-door briefing on Tuesday. Some left early. Nobody took notes at Wednesday's closed-door briefing.",
    "C106 dragged": "Gunmen dragged the returning officer from his car in Gao two days before the vote. The party rang his family. A video showed the moment when the officer was pulled out of his car in Kidal.",
    "C106 officers": "On Tuesday a bomber killed eleven policemen at a checkpoint on the edge of Ghazni. Guards wore black ribbons for the officers killed at the checkpoint in Pul-e Alam.",
    "C106 depot": "A missile attack on a railway repair depot in Voznesensk killed six people. Rail traffic through Pervomaisk, where the depot stands, was halted until noon.",
    "C107 hall": "Two ballistic missiles hit the main hall shortly before four. Fire spread. The two cruise missiles that struck the hall came in within a minute.",
    "C107 market": "Two drones struck the livestock market in Umm Rawaba on Wednesday. Cattle ran loose. The howitzer shells that hit the market left three craters.",
    "C108 bodies": "A patrol of Russian border guards recovered the two bodies from the hillside. The Red Cross, whose team recovered the two bodies from the hillside, asked for maps.",
    "C108 seized": "The engineers had been seized by fighters of the National Liberation Army at a roadblock. Talks took weeks. The Tenth Front, which had taken the engineers at the roadblock, left a leaflet.",
    "C108 checkpoint": "Rebels of the FDLR attacked an army checkpoint at Sake on Monday. The road was shut. The army sent men after the M23's attack on the checkpoint at Sake.",
    "C109 shells": "On Monday an Israeli tank shell hit a bakery in eastern Rafah. A man died. His cousin said the clinic that was struck had reopened a week ago.",
    "C109 ministry": "Six launchers came by sea. The six launchers were handed to the air force, the ministry said. The navy, to which all six launchers were handed, has trained crews.",
    "C110 bill": "The bill, which was drawn up by the ministry of finance, was approved at night. The three deputies of minority parties who wrote the bill were cheered.",
    "C110 text": "The text, drafted by Han Seung-woo, a member from Incheon, passed easily. Oh Mi-rae of the main opposition party, who wrote the text, was absent.",
    "C102 dead": "A missile killed six people in Voznesensk on Thursday, the administration said. All nine of the dead were railway employees, the administration said.",
    "C102 lorries": "Under the arrangement 140 lorries with flour may leave El Obeid from Monday. All 210 lorries covered by the arrangement are loaded.",
    "C102 trucks": "The Red Crescent counted 412 lorries at the crossing on Tuesday. The 314 trucks that the Red Crescent recorded for Tuesday carried flour.",
    "C102 shots": "The patrol craft fired 12 warning shots into the water. Nobody was hurt. The 20 warning shots had been fired by the rules.",
    "C111 convoy": "A convoy of 38 lorries left Port Sudan on Sunday. Fourteen were loaded with sorghum, twelve carried medicine and the other eight took pumps.",
    "C111 wagons": "Pictures show that 19 wagons were destroyed. Eight were fuel tankers, five were flat wagons, and three were covered wagons.",
    "C111 rifles": "A search of the launches yielded 24 firearms. They consist of 12 assault rifles, six carbines and nine pistols.",
    "C112 inhabitants": "About 120 of the 400 inhabitants of Eteringbang have left since then. The school is shut now that 60 per cent of the inhabitants have gone.",
    "C113 budget": "Spending on air defence rises from 2.0 billion kroner to 2.5 billion. The 40 percent increase in spending on air defence was welcomed.",
    "C156 reopened": "The road between Mendhar and Balakote was reopened to traffic on Thursday morning. The road between Mendhar and Balakote has been closed without a break since Sunday.",
    "C156 throughout": "The road from Metuge to Quissanga has been closed to all traffic since the raid. Lorries use the road from Metuge, which has stayed open throughout.",
    "C156 is open": "The road through Lachin to Armenia is open, the authorities say. With the Lachin road closed since Sunday, people take the longer route.",
    "C156 custody": "Azerbaijan on Thursday handed five captured soldiers back to Armenia. Families cheered. The five soldiers are still in custody in Baku.",
}  # fmt: skip

CLEAN = {
    "two raids": "The raid on Gwoza began before dawn on Tuesday 4 June. A second raid on Gwoza followed on 7 June. The 7 June raid found the post half empty.",
    "another rally": "On 9 October a bomb went off at a rally in Jalalabad. Another rally in Jalalabad was bombed on 12 October.",
    "talks and meeting": "Health ministers met in Lome on Wednesday. The Lome meeting followed talks in Accra on Monday.",
    "evening and morning": "A drone strike hit a mill in Mankusa on Sunday morning. Sunday evening's drone strike on the school hurt nobody.",
    "hit again": "On 9 February shots were fired at a tractor near Nerkin. The tractor was hit again in the shooting at Nerkin on 12 February.",
    "two towns": "A missile hit the railway station in Sloviansk on Monday. It came hours after a missile hit a market in Kramatorsk.",
    "accuse each other": "The army said the M23 had attacked the hospital at Sake. The M23 said the army's attack on the hospital at Sake had killed two.",
    "army and brigade": "Ukrainian troops recovered the two bodies from the river. The 92nd Brigade, whose men recovered the two bodies, sent them home.",
    "two members": "Finland entered NATO in 2023. Sweden, which became a member of NATO in 2024, sent troops.",
    "two chairs": "The chair of the defence committee wrote a letter. The chair of the finance committee wrote another letter.",
    "two announcements": "The defence secretary declared on Monday that the fighting was over. Readers recalled the president's announcement of 17 October.",
    "fired": "Police fired at a car on the bridge on Tuesday. The minister who was fired on Thursday had defended the police.",
    "two depots": "A missile hit a depot in Voznesensk. Another depot burned in Pervomaisk, where the second depot stands.",
    "shooting and shelling": "The shooting began at 8:50 and was over in minutes. The shelling that killed two marines in 2010 was on her mind.",
    "subset killed": "A landslide killed 26 people near Mbale. Twelve of the people killed were children. The 14 adults killed were buried on Monday.",
    "other soldiers": "In the war's first week 30 soldiers were killed. The 12 soldiers killed in Monday's ambush were buried on Friday.",
    "other girls": "In 2014 the group kidnapped 270 girls from a school in Borno. The 110 girls kidnapped in Yobe this week are from one school.",
    "some escaped": "Gunmen kidnapped seven oil workers near Yenagoa. Two escaped on Monday. The five kidnapped workers still held are engineers.",
    "tents promised": "The agency delivered 500 tents to Derna. The 700 tents promised by the agency have not arrived.",
    "released": "Soldiers detained 26 fishermen off Jaffna. Four were released. The 22 detained fishermen appeared in court.",
    "parts add up": "A convoy of 34 lorries left Port Sudan. Fourteen were loaded with sorghum, twelve carried medicine and the other eight took pumps.",
    "parts leave a rest": "Pictures show that 19 wagons were destroyed. Eight were fuel tankers, five were flat wagons and others were empty.",
    "some parts": "The convoy has 40 lorries. Eight were loaded in Gedaref, and five were late.",
    "share fits": "About 120 of the 400 inhabitants have left. The school is shut now that 30 per cent of the inhabitants have gone.",
    "closed, then opened": "The road from Metuge was closed on Sunday. The road from Metuge was reopened on Thursday.",
    "two roads": "The road from Metuge is closed. The road from Pemba is open.",
    "many schools": "The ministry closed 14 schools along the border. The 190 schools in the province remain open.",
    "other captives": "The group freed five soldiers on Thursday. Three fishermen are still in custody.",
    "was closed until": "The crossing at Tompa was closed until Monday. The crossing is open.",
}  # fmt: skip


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    """Every passage, read in one batch."""
    texts = {**FAULTS, **CLEAN}
    made = ledgers(
        [Report(name, text, outlet="Harbour Wire", published="2024-11-22") for name, text in texts.items()], ()
    )
    return dict(zip(texts, made, strict=True))


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_told_in_two_ways_is_found(read: dict[str, Ledger], name: str) -> None:
    found = [f for f in read[name].findings if f.category == "contradiction" and f.certainty != "low"]
    assert [f.code for f in found] == [name[:4]]
    assert len(found[0].evidence) == 2


@pytest.mark.parametrize("name", CLEAN)
def test_two_acts_things_or_groups_stay_clean(read: dict[str, Ledger], name: str) -> None:
    assert [f.explanation for f in read[name].findings if f.category == "contradiction" and f.certainty != "low"] == []
