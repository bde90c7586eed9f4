"""Numbers told twice in plain news: groups taken up, shares beside their numbers, levels and their change."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

PLANTED = {
    "killed all": "A shell hit the bus station in Goma on Tuesday, killing 14 people and wounding 30, the provincial health office said. Firefighters put out the blaze within an hour. All 12 people killed were traders on their way to market, the health office said.",
    "killed headline": "Landslide kills 26 in Mbale\n\nA landslide buried part of a village near Mbale on Sunday night, officials said. Rescuers with shovels dug through the mud until dawn. The district commissioner, Ruth Nabirye, said 23 people died in the landslide.",
    "wounded injured": "Two rockets struck a market in Sirte on Monday, killing four people and injuring 19, the municipal council said. Ambulances took the injured to the town's only hospital. The 24 injured were all being treated there on Monday evening, the council said.",
    "aboard": "A ferry with 62 people on board capsized off Zanzibar on Friday, the port authority said. Fishing boats were first to reach the wreck. All 58 people aboard were brought ashore alive, the authority said.",
    "crew": "The cargo ship Lady Dana, with a crew of 11, ran aground near Varna on Saturday. Waves broke over the deck all night. A helicopter lifted all 13 crew members to safety on Sunday morning, the coast guard said.",
    "trucks": "Gunmen attacked an aid convoy near Kadugli on Wednesday and burned six trucks, the United Nations said. Nobody was hurt. The eight burned trucks were carrying sorghum and cooking oil, the United Nations said.",
    "families": "The Red Crescent registered 340 families from the flooded quarter of Nyala on Monday. They were given blankets and tarpaulins. The 430 families registered on Monday will move to a camp next week, the Red Crescent said.",
    "detained": "Police in Lviv detained nine men after a fight outside a recruitment office on Friday, the regional police said. A window was broken. The seven detained men, aged 19 to 34, were taken to a police station, it said.",
    "drones": "Air defences shot down 17 drones over the Odesa region overnight, the southern command said. Debris fell on a warehouse. The 21 drones shot down overnight had come from the sea, the command said.",
    "houses": "The flood destroyed 75 houses in Kassala, the governor said. Water stood a metre deep in the market. The governor said the 57 destroyed houses would be rebuilt with state money.",
    "prisoners": "Armenia and Azerbaijan exchanged 33 prisoners on Tuesday at a border crossing, both foreign ministries said. It was the second exchange this year. The 35 prisoners were examined by doctors on the spot, the ministries said.",
    "hostages": "Gunmen freed 18 hostages near Maiduguri on Sunday after a week of talks, the state governor's office said. The hostages, most of them teachers, had been taken from a school. All 16 freed hostages were flown to the state capital, the governor's office said.",
    "observers": "The mission sent 44 observers to Osh for Sunday's vote, its head, Maria Lindholm, said. Lindholm said the 48 observers visited more than 300 polling stations.",
    "sum": "The blast in Mersin injured 17 people, the governor said. Nine of the injured were dockers and six were drivers, and there were no other injured, he said.",
    "sum2": "Fifteen people died when a bus overturned near Multan on Saturday: eight women, four men and two children.",
    "sum3": "The convoy brought 120 tonnes of aid to Dikwa: 70 tonnes of flour, 30 tonnes of rice and 10 tonnes of oil, the agency said.",
    "percent": "Of the 400 soldiers in the battalion, 100 have been vaccinated, the defence ministry said. The ministry said the 40 percent who had been vaccinated would leave first.",
    "difference": "The garrison was cut from 900 soldiers to 650 in March, the ministry said. The ministry said the reduction of 350 soldiers would save money.",
    "difference2": "The camp held 5,200 people in January and 6,900 now, the agency said. The rise of 1,200 people was due to fighting in the south, it said.",
    "other passengers": "A bus with 41 passengers plunged into a river near Pokhara on Thursday, police said. Divers searched the water until nightfall. All 45 passengers were accounted for, police said.",
    "other workers": "Gunmen kidnapped seven oil workers near Yenagoa on Sunday, the state police said. The road was closed for hours. The nine kidnapped workers include two engineers, the police said.",
    "other rescued": "The navy rescued 112 migrants off Crete on Tuesday. The boat had sailed from Libya. The 121 migrants rescued on Tuesday were taken to a port on the south coast, the navy said.",
    "other shells": "Artillery fired 60 shells at the town of Nikopol during the night, its mayor said. Windows were broken. The 80 shells fired at Nikopol damaged a school, the mayor said.",
    "other injured": "A train derailed near Skopje on Friday, injuring 27 people, the rail company said. A crane was sent. The company said all 33 people injured in the derailment had left hospital.",
    "other schools": "The education ministry closed 14 schools along the border on Monday. Buses were sent for the pupils. The 19 closed schools will teach online, the ministry said.",
    "other tents": "The agency delivered 500 tents to Derna on Wednesday. Roads are still cut. The 700 tents delivered on Wednesday are for families whose homes were flooded, the agency said.",
    "other detain": "Soldiers detained 26 fishermen off Jaffna, the fisheries department said. Their boats were towed to port. The department said the 22 detained fishermen would appear before a court.",
    "other vehicles": "The convoy of nine vehicles left Tawila at dawn, the aid group said. It was stopped twice. All 12 vehicles reached the camp, the aid group said.",
    "other crew2": "The freighter Astra sank off Crete with 14 sailors aboard, the coast guard said. Storms kept helicopters away. The 17 sailors aboard the Astra were Filipinos, the coast guard said.",
    "other number": "The mayor said the number of families living in the school stood at 85. The roof leaks. The 58 families living in the school will be moved, the mayor said.",
    "other pct": "Of the 90 buses in the depot, 45 were destroyed, or 70 percent, the company said.",
    "other pct2": "The hospital lost 30 of its 120 nurses, or about 40 percent, its director said.",
    "other diff": "The price of bread rose by 30 pounds in a week, traders said. It stood at 100 pounds on Monday and at 150 pounds on Sunday.",
    "other sum": "A boat sank off Lamu on Monday, killing nine people. The victims were four women, three men and three children, the county said.",
}

CLEAN = {
    "killed two places": "A shell hit the bus station in Goma on Tuesday, killing 14 people, the provincial health office said. A second shell landed in Sake, where 12 people were killed, the office said.",
    "killed subset": "A landslide killed 26 people near Mbale on Sunday, the district commissioner said. Twelve of the people killed were children. The 14 adults killed were buried on Monday, the commissioner said.",
    "killed update": "A rocket killed seven people in Sirte on Monday, the council said. The council later said nine people had been killed, after two of the injured died in hospital.",
    "aboard part": "A ferry with 62 people on board capsized off Zanzibar on Friday, the port authority said. All 58 passengers were rescued, and the four crew swam ashore, the authority said.",
    "aboard other": "A ferry with 62 people on board capsized off Zanzibar on Friday, the port authority said. A fishing boat with nine people on board was first to reach it.",
    "crew two ships": "The tanker Mira, with a crew of 22, collided with the trawler Sula, with a crew of seven, off Esbjerg. All seven crew members of the trawler were taken aboard the tanker, the coast guard said.",
    "trucks rest": "Gunmen attacked a convoy of 14 trucks near Kadugli on Wednesday and burned six trucks, the United Nations said. The eight trucks that escaped reached the town by night.",
    "shots other": "A frigate fired three warning shots at a trawler on Thursday, the coast guard said. On 2 May the same frigate had fired five warning shots at another boat, the coast guard said.",
    "families days": "The Red Crescent registered 340 families on Monday. By Wednesday it had registered 430 families, the Red Crescent said.",
    "detained more": "Police in Lviv detained nine men on Friday. Seven of the men were released the same evening. The two men still held face charges, police said.",
    "two voices": "Air defences shot down 17 drones over the Odesa region overnight, the southern command said. Russia's defence ministry said 21 drones had been sent.",
    "houses both": "The flood destroyed 75 houses and damaged 57 houses in Kassala, the governor said. The 57 damaged houses would be repaired, the governor said.",
    "prisoners sides": "Armenia and Azerbaijan exchanged 33 prisoners on Tuesday. Azerbaijan handed over 18 prisoners and Armenia 15 prisoners. The 18 prisoners were flown to Yerevan.",
    "freed left": "Gunmen freed 18 hostages near Maiduguri on Sunday. Of 40 hostages taken, 22 hostages remain captive. The 22 hostages are thought to be in the forest.",
    "sum open": "The blast in Mersin injured 17 people, the governor said. Nine of the injured were dockers and six were drivers, he said.",
    "percent other": "Of the 400 soldiers in the battalion, 100 have been vaccinated, the ministry said. Across the army 40 percent have been vaccinated, the ministry said.",
    "percent rest": "3,000 of 12,000 registered voters cast ballots, the commission said. The 75 percent who stayed at home mostly cited bad roads.",
    "difference round": "The garrison was cut from 900 soldiers to 652 in March, the ministry said. The reduction of about 250 soldiers would save money, it said.",
    "difference other period": "The camp held 5,200 people in January and 6,900 now, the agency said. The rise of 400 people in the past week was due to fighting, it said.",
    "plan": "The convoy was to carry 30 trucks of food, the agency said. On Monday 24 trucks left Adré, the agency said. Drivers for the others had not come.",
    "historic": "An attack on the church killed 12 people on Sunday, police said. In 2019 an attack on the church killed 31 people.",
    "quake past": "The earthquake killed 40 people, the governor said. The last earthquake in the province killed 380 people, the governor said.",
    "shift": "The ministry said 14 soldiers were killed in the clashes on Monday and three soldiers were killed on Tuesday.",
    "stage": "Eleven people were missing after the boat sank on Monday. By Tuesday four people were still missing, the coast guard said.",
    "other passengers": "A bus with 41 passengers plunged into a river near Pokhara on Thursday. A second bus, with 45 passengers, stopped to help. All 45 passengers of the second bus were unhurt, police said.",
    "other workers": "Gunmen kidnapped seven oil workers near Yenagoa on Sunday. Two escaped on Monday. The five kidnapped workers still held are engineers, the police said.",
    "other rescued": "The navy rescued 112 migrants off Crete on Tuesday. On Wednesday it rescued more people off Gavdos. The 121 migrants rescued on Wednesday had sailed from Egypt, the navy said.",
    "other shells": "Artillery fired 60 shells at Nikopol during the night, its mayor said. The 80 shells fired at Marhanets the night before damaged a school, the mayor said.",
    "other injured": "A train derailed near Skopje on Friday, injuring 27 people. The 14 people injured in the front carriage were taken to a hospital, the company said.",
    "other schools": "The ministry closed 14 schools along the border on Monday. The 190 schools in the province remain open, the ministry said.",
    "other tents": "The agency delivered 500 tents to Derna on Wednesday. The 700 tents promised by the agency have not arrived, the mayor said.",
    "other detain": "Soldiers detained 26 fishermen off Jaffna, the department said. Four were released on bail. The 22 detained fishermen would appear before a court, the department said.",
    "other vehicles": "A convoy of nine vehicles left Tawila at dawn, the aid group said. Three cars of the ministry joined it on the road. All 12 vehicles reached the camp, the aid group said.",
    "other crew2": "The freighter Astra sank off Crete with 14 sailors aboard, the coast guard said. The 17 sailors aboard the tanker Bora, which came to help, pulled them from the sea, the coast guard said.",
    "other voice": "The mayor said 14 people were killed in the raid. A spokesman for the army said the nine people killed in the raid were fighters.",
    "other pct": "Of the 90 buses in the depot, 45 were destroyed, or 50 percent, the company said.",
    "other pct2": "The hospital lost 30 of its 120 nurses, or about 25 percent. 40 percent of its doctors have left.",
    "other diff": "The price of bread rose by 50 pounds in a week, traders said. It stood at 100 pounds on Monday and at 150 pounds on Sunday.",
    "other sum": "A boat sank off Lamu on Monday, killing nine people. The victims were four women, three men and two children, the county said.",
    "other soldiers": "The army said 30 soldiers were killed in the war's first week. The 12 soldiers killed in Monday's ambush were buried in Bamako, the army said.",
    "other hostage year": "In 2014 the group kidnapped 270 girls from a school in Borno. The 110 girls kidnapped in Yobe this week are aged 11 to 19, the governor said.",
    "other head": "Blast kills 26 in Kabul\n\nA blast tore through a hall in Kabul on Sunday, officials said. The health ministry said 22 guests and four guards were killed.",
    "other members": "The mission has 44 observers in Osh. The 12 observers who visited the prison on Sunday saw no violations, the mission said.",
}


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    """Every passage read once, in one batch."""
    texts = [*PLANTED.values(), *CLEAN.values()]
    reports = [Report(f"r{n}", text, published="2025-11-20") for n, text in enumerate(texts)]
    return dict(zip(texts, ledgers(reports), strict=True))


@pytest.mark.parametrize("name", PLANTED)
def test_a_number_told_twice_is_found(name: str, read: dict[str, Ledger]) -> None:
    found = [f for f in read[PLANTED[name]].findings if f.category == "contradiction"]
    assert found and {f.code for f in found} <= {"C101", "C102", "C111", "C112", "C113", "C157"}
    assert all(f.certainty in ("high", "medium") and f.explanation.endswith(".") for f in found)


@pytest.mark.parametrize("name", CLEAN)
def test_a_look_alike_stays_clean(name: str, read: dict[str, Ledger]) -> None:
    assert [f.explanation for f in read[CLEAN[name]].findings if f.category == "contradiction"] == []
