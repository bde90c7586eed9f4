"""Totals and parts, shares and changes told sentences apart: wrong ones are found, look-alikes stay clean."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

PLANTED = {
    "C111 no others": "Twelve fishermen were freed on Sunday, the coast guard said. Seven are from Kerala and four are from Tamil Nadu; there were no others on the boat.",
    "C111 made up of": "The ferry had 52 passengers when it left Batangas. The group was made up of 20 students, 14 teachers and 13 farmers.",
    "C111 a colon": "The company recalled 900 boilers in May: 400 in Belgium, 300 in Denmark and 250 in Austria.",
    "C111 as many places": "The four clinics in Jijiga saw 410 patients for measles in October. The northern clinic had 150, the market clinic 120, the school clinic 80 and the clinic by the river 50.",
    "C111 in one breath": "Heavy rain killed 17 people in the north of Pakistan, the disaster agency said. Eight died in Swat, six in Dir and five in Kohistan.",
    "C111 in all": "Dutch customs seized 95 crates at Rotterdam and 88 crates at Vlissingen. In all, 193 crates were destroyed.",
    "C111 men, women, children": "The hospital in El Fasher admitted 64 wounded on Tuesday. Thirty-one were women, 18 were children and 25 were men.",
    "C111 one without a number": "The crash in Oruro killed seven people on Friday, police said. Three miners and a driver died in the bus. Two cyclists were killed on the road. Nobody else was killed.",
    "C115 bare parts": "Rescuers pulled 24 people from the wreck of a bus near Manizales. Nine were taken to the regional hospital, and six to a clinic in Chinchina. The other seven were treated at the roadside.",
    "C115 things": "The port authority of Mombasa impounded 31 containers last week. Fourteen held ivory, nine held timber and the remaining six were empty.",
    "C115 money": "The province of Salta set aside 80,000 dollars for the flooded farms. The bank gave 30,000 of it, the growers 20,000, and a mill the remaining 40,000.",
    "C115 complaints": "The commission examined 250 complaints. It upheld 140 and rejected 90; the other 30 were withdrawn.",
    "C112 percent": "The council of Tacloban says that 90 of the 300 registered shops have closed since May. It wants to cut taxes. With nearly 60 percent of the registered shops closed, the market is quiet.",
    "C112 words": "The school had 200 pupils before the storm. Of these, 50 have moved to Cebu. The road is open again. Half of the pupils have moved to Cebu, a teacher's list shows.",
    "C112 one in eight": "Of the 80 buses that the company in Accra owns, 20 are in working order. Only one in eight can be used.",
    "C112 of them": "A survey in Leticia found 400 new households. Some came by boat. Of these households, 150 had come from Iquitos. The town is full. Four in five of the households came from Iquitos.",
    "C113 used up": "The barracks had 2,400 rounds at the start of the week. The garrison fired 900 of them, and 1,200 were left on Friday.",
    "C113 grown by": "The camp housed 6,200 people on Monday, its manager said, against 4,700 at the beginning of the month. The road is bad. The camp had grown by 2,500 people since then, the manager wrote.",
    "C113 a loss": "Before the war the ferry carried 3,000 passengers a day. It now carries 1,800. The loss of 1,500 passengers a day has ruined the company.",
    "C113 dearer": "Bread cost 40 dollars a box in January. By last Sunday the price was 60 dollars. Since January bread has become 20 percent more expensive.",
    "C113 shortfall": "The line used to sell 2,000 tickets a day. Ticket sales on Monday came to 1,500. The shortfall of 800 tickets worries the owner.",
}
CLEAN = {
    "parts that add up": "Twelve fishermen were freed on Sunday, the coast guard said. Seven are from Kerala and five are from Tamil Nadu; there were no others on the boat.",
    "an open list": "Rescuers pulled 24 people from the wreck of a bus near Manizales. Nine were taken to the regional hospital, and six to a clinic. Seven more were treated at the roadside.",
    "some of them": "Twelve fishermen were freed on Sunday. Seven are from Kerala and four are from Tamil Nadu.",
    "including": "The navy rescued 48 migrants off Lampedusa on Friday, including 21 men, 14 women and nine children.",
    "another day": "The four clinics in Jijiga saw 410 patients on Sunday. On Tuesday the northern clinic had 150, the market clinic 120, the school clinic 80 and the clinic by the river 50.",
    "another voice": "The army said it had captured 36 fighters in Kidal. The rebels said that 20 men, 14 women and nine children had been taken.",
    "an update": "The strike killed 14 people, officials said on Monday. The toll rose to 17 on Tuesday: nine men, five women and three children.",
    "two totals": "Dutch customs seized 95 crates at Rotterdam and 88 crates at Vlissingen. In all, 183 crates were destroyed. Over the year, 1,930 crates were destroyed.",
    "overlapping parts": "The hospital in El Fasher admitted 64 wounded on Tuesday. Thirty-one were women, and 18 were under the age of 16. Twenty-five were treated for burns.",
    "other things remain": "The port impounded 31 containers last week. Fourteen held ivory and nine held timber. In August it had impounded 20 containers, of which the remaining six were sold.",
    "more came": "The barracks had 2,400 rounds at the start of the week. Another 600 arrived. The garrison fired 900 rounds, and 2,100 were left on Friday.",
    "a share that fits": "The council of Tacloban says that 140 of the 300 registered shops have closed since May. With nearly half of the registered shops closed, the market is quiet.",
    "the rest of them": "The camp at Gode lost 400 of its 600 tents in the storm. A third of the tents are still standing.",
    "a share of others": "Of the 80 buses that the company in Accra owns, 20 are in working order. One in eight drivers has left the country.",
    "a share of another day": "The agency counted 300 shops in Tacloban on Monday; 90 of the 300 shops were closed. On Friday 60 percent of the shops were closed.",
    "another firm's loss": "Before the war the ferry carried 3,000 passengers a day. It now carries 1,800. A rival company lost 1,500 passengers a day.",
    "a change over another time": "The camp housed 6,200 people on Monday, against 4,700 at the beginning of the month. Last year it had grown by 2,500 people.",
    "a dearer thing": "Bread cost 40 dollars a box in January. By last Sunday the price was 60 dollars. Rice was 20 percent more expensive than in May.",
    "points in a match": "Smith scored 24 points in Denver. Jones had 12, Brown had 10 and Green had nine. The team won 96-80.",
    "a poll": "A poll of 1,000 voters in Lima gave one candidate 46 percent and another 41 percent. A third of women had not decided.",
    "seats": "The party has 51 of the 113 seats, down from 61 four years ago. Its rival has 52, a third party eight, and two are independents.",
}


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    """Every passage read once, in one batch."""
    texts = [*PLANTED.values(), *CLEAN.values()]
    reports = [Report(f"r{n}", text, published="2025-11-20") for n, text in enumerate(texts)]
    return dict(zip(texts, ledgers(reports), strict=True))


@pytest.mark.parametrize("name", PLANTED)
def test_a_wrong_sum_share_or_change_is_found_once(name: str, read: dict[str, Ledger]) -> None:
    made = read[PLANTED[name]]
    (found,) = made.findings
    assert found.code == name[:4] and found.category == "contradiction"
    assert found.certainty in ("high", "medium") and found.explanation.endswith(".")
    assert [e.side for e in found.evidence] == list("ABCD")[: len(found.evidence)]


@pytest.mark.parametrize("name", CLEAN)
def test_a_look_alike_stays_clean(name: str, read: dict[str, Ledger]) -> None:
    assert [f.explanation for f in read[CLEAN[name]].findings] == []
