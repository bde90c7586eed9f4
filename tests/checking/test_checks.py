"""Passages about invented incidents: clean ones full of look-alikes stay clean, planted faults are found."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline import checking
from fogline.line import ledgers
from fogline.records import Finding, Ledger, Report
from fogline.tables.facts import shipped

CLEAN = {
    "a toll that rises": "A blast at a market in Kassala killed 12 people on Tuesday, police said. The death toll rose to 15 on Wednesday after three of the wounded died, a hospital official said. The blast also wounded 40 people. Earlier reports had put the number of dead at nine.",
    "two incidents": "Shelling killed four people in Kherson on Monday. On Tuesday shelling killed six people in Nikopol, the governor said. A separate strike on a depot wounded two. In all, 10 people were killed this week.",
    "parts of a total": "The strike on the port of Odesa killed 12 people, including four soldiers and three sailors. The strike killed at least 10 people, the governor had said. Six of the dead were women.",
    "at least": "The strike on the port of Hodeidah killed at least 12 people. The attack, which left 14 dead, was the first this month. Some 30 people were hurt in the attack, 12 of them seriously.",
    "ordinals that fit": "The war in Sudan, which began in April 2023, is in its third year. The siege of El Fasher, now in its second year, began in May 2024. The mission is in its first week. The battalion enters its third winter there.",
    "changes of office": "Ukrainian Defence Minister Anton Hrytsak said the port was safe. His predecessor, the former Ukrainian Defence Minister Petro Lysenko, said it was not. President Volodymyr Zelensky said he was ready to talk.",
    "numbers that fit": "A three-day battle from 3 to 5 May ended with a truce. The road is 300 km (186 miles) long, and the depot stored 50 tonnes (110,000 pounds) of fuel. On Friday, 14 November 2025, a court ruled that 12 of the 40 detainees (30 percent) must be freed. The toll rose by three to 41 from 38.",
    "weapons on record": "The army fired ATACMS, which can hit targets up to 300 km (186 miles) away, on Monday. HIMARS rockets have a range of 50 miles. The first delivery of Storm Shadow missiles came in May 2023. The depot lies 400 km away.",
    "other strikes": "A missile struck a bus station in Kupiansk on Monday, killing 14 people. A strike on Izium killed 17 people on Tuesday. The attack on Izium also wounded 30. Congress raised the fund in 2026 terms. Another attack killed three.",
    "days ahead": "The treaty will enter into force on 1 January 2026. Delegates agreed on Monday to meet in Geneva on 12 December. The embargo was extended until March 2026. The company, founded in 1998, was due to move in 2027.",
    "groups told apart": "Three drones were launched on Monday; four drones followed on Tuesday, and all seven drones were shot down. Two trucks burned. The other four trucks reached the camp.",
    "lists that make the total": "The quake in Herat killed 12 people: three men, four women and five children. In Goma 20 vehicles burned: eight tanks and at least 10 trucks. Nine people were hurt in Bari: two sailors, four dockers and others.",
    "what is left": "A convoy of 40 trucks left Juba on Monday. Twelve trucks were turned back at a bridge. The remaining 28 trucks reached Bor. Of the 30 detainees, nine were freed; several were moved to Wau. The other ten are in Bor. The six other boats sank.",
    "changes that fit": "Our count has 61 raids in October, compared with 104 in June, a fall of about 41 percent. Arrests rose to 300 from 200, an increase of 50 percent. Exports fell by 12 percent.",
    "a toll brought up to date": "The ministry now says two soldiers were killed in the shelling of Kelbajar, up from one killed earlier on Monday. The shelling stopped at noon.",
    "nobody hurt elsewhere": "There were no casualties in the strike on Izium. A day earlier a strike on Kupiansk had wounded four workers.",
}

PLANTED = {
    "C101": "A blast at a market in Kassala killed 12 people on Tuesday. Shops were closed and the road was blocked for hours. The blast, which killed 19 people, destroyed a bridge.",
    "C101 a voice": "The minister said that the attack on the convoy killed 20 soldiers. Roads were closed. The minister said that the attack on the convoy had left 31 soldiers dead.",
    "C101 taken up": "A missile struck a bus station in Kupiansk on Monday, killing 14 people and wounding 31, the governor said. It hit at 6:40 a.m. as commuters waited. The governor said the attack had killed 17 people.",
    "C103": "Colonel Adam Yusif was killed on Saturday. His men left the town. Yusif died on Thursday.",
    "C102": "Three sailors were arrested in the port of Bari on Monday. The court was closed. The four sailors were taken to a prison.",
    "C105": "There were no casualties in the strike on the depot in Izium. Firemen came from three towns. The strike on the depot in Izium wounded four workers.",
    "C111": "The raid on the camp killed 12 people, including eight soldiers and six civilians. Aid groups left.",
    "C111 a list": "The ministry said the quake in Herat killed 14 people: nine teachers and four pilgrims.",
    "C111 a list of things": "The army lost 20 vehicles in Goma — eight tanks and ten trucks — on Monday.",
    "C113 percent": "Our count has 61 raids in October, compared with 104 in June, a fall of about 60 percent.",
    "C113 percent up": "Arrests in Lagos rose to 300 from 200, an increase of 20 percent.",
    "C115": "A convoy of 40 trucks left Juba on Monday. Twelve trucks were turned back at a bridge. The remaining 26 trucks reached Bor.",
    "C115 people": "The ferry carried 22 sailors. Eight sailors were rescued off Lamu; the other ten are missing.",
    "C115 without a noun": "Of the 40 detainees, 12 were released in Wau on Monday. The remaining 26 were moved to Bor.",
    "C101 behind and before": "A blast in the market of Kassala on Monday killed 12 people, the governor of Kassala state said. The governor said that nine people had been killed in the blast.",
    "C111 by place": "The quake killed 120 people: 80 in Herat, 25 in Farah and 10 in Badghis.",
    "C112": "A court ruled that 12 of the 40 detainees (45 percent) must be freed.",
    "C113": "The toll rose by five to 41 from 38, the clinic in Goma said.",
    "C114": "The road to the coast is 300 km (300 miles) long.",
    "C121": "The war in Sudan, which began in April 2023, enters its sixth year. Talks go on.",
    "C122": "A three-day battle from 3 to 9 May ended with a truce.",
    "C124": "On Monday, 14 November 2025, the two sides met in Muscat.",
    "C131": "Ukrainian Defence Minister Anton Hrytsak said the port was safe. Ukrainian Defence Minister Petro Lysenko told reporters that two ships had docked.",
    "C141": "The ferry sank in the strait on 3 December 2025.",
    "C121 now": "The siege of Tilla began in March 2023. The siege is now in its seventh year, and nobody may leave.",
    "C201": "The war in Sudan enters its ninth year, and the talks in Jeddah go on.",
    "C202": "U.S. President Joe Biden said on Monday that the talks had gone well.",
    "C203": "The sanctions followed the re-election. Joe Biden won the election in March 2020, and the embassy closed.",
    "C204": "The army fired ATACMS at an airfield. The missiles can hit targets up to 300 miles away.",
    "C205": "The army used HIMARS again on Monday, three years after their first delivery in early 2019.",
    "C301": "The army said 12 rebels were killed in the raid on the village of Tilla. A rebel spokesman said only three fighters had been killed in the raid.",
    "C301 a toll": "The health ministry said that a landslide in Kisoro had killed 31 people. The Red Cross put the death toll at 22.",
    "C301 plurals": "Police said 40 people were arrested at the protest in Tbilisi. Organisers said 90 people had been detained.",
    "C301 straight after": "A blast at a depot in Aden killed six people, the army said. The health ministry said nine people were killed.",
}


def ledger(text: str, published: str | None = "2025-11-20") -> Ledger:
    return next(ledgers([Report("r", text, outlet="Harbour Wire", published=published)]))


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_passage_comes_out_clean(name: str) -> None:
    found = [f for f in ledger(CLEAN[name]).findings if f.category != "dispute"]
    assert [f.explanation for f in found] == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_once(name: str) -> None:
    found = ledger(PLANTED[name]).findings
    assert [f.code for f in found] == [name[:4]]


@pytest.mark.parametrize("name", PLANTED)
def test_every_finding_can_be_checked_by_a_reader(name: str) -> None:
    made = ledger(PLANTED[name])
    for finding in made.findings:
        assert_readable(made, finding)


def assert_readable(made: Ledger, finding: Finding) -> None:
    assert finding.explanation.endswith(".") and "  " not in finding.explanation
    assert finding.rests_on and finding.dissolved_by
    sentences = {(s.start, s.end) for s in made.sentences}
    assert {(e.start, e.end) for e in finding.evidence} <= sentences
    assert [e.side for e in finding.evidence] == list("ABCD")[: len(finding.evidence)]


def test_voices_that_differ_on_one_number_make_one_dispute() -> None:
    text = (
        "The army said that a raid on the port of Hodeidah killed 20 people. The harbour authority said the raid had "
        "killed 12. The Red Crescent, meanwhile, put the death toll at 16."
    )
    (found,) = ledger(text).findings
    assert found.category == "dispute" and [e.side for e in found.evidence] == ["A", "B", "C"]
    assert [word in found.explanation for word in ("20", "12", "16")] == [True] * 3


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Yemen’s coast guard has threatened to close the strait, a claim that its commander denied.", ["C311"]),
        ("The militia threatened to shell the port. A spokesman denied the threat on Monday.", ["C311"]),
        ("The militia threatened to shell the port. A spokesman denied that its boats had been seized.", []),
        ("The mayor denied the report. The militia threatened to shell the port.", []),
    ],
)
def test_a_threat_whose_telling_is_denied_is_a_tension(text: str, codes: list[str]) -> None:
    found = ledger(text).findings
    assert [f.code for f in found] == codes
    assert {(f.category, f.certainty) for f in found} <= {("tension", "low")}


def test_findings_against_the_record_name_their_facts() -> None:
    (found,) = ledger(PLANTED["C201"]).findings
    assert found.category == "record_conflict"
    assert [(f.value, f.definition) for f in found.facts] == [
        ("war in Sudan, 2023-04-15", "fighting between the army and the RSF")
    ]


def test_an_authorisation_is_held_against_the_record_only_as_far_as_it_reaches() -> None:
    text = "Trump’s authorization of ATACMS strikes surprised the allies in Brussels."
    assert [f.code for f in ledger(text, "2024-12-10").findings] == ["C206"]
    assert ledger(text, "2030-01-01").findings == ()


def test_without_facts_nothing_is_held_against_the_record() -> None:
    made = ledger(PLANTED["C201"] + " " + PLANTED["C202"])
    assert checking.check(made, ()) == ()
    assert len(checking.check(made, None)) == len(checking.check(made, shipped())) == 2


def test_a_row_nobody_looked_up_never_yields_a_sure_finding() -> None:
    unsure = [replace(f, certainty="low") for f in shipped()]
    found = [f for name in ("C201", "C202", "C203") for f in checking.check(ledger(PLANTED[name]), unsure)]
    assert len(found) == 3 and "high" not in {f.certainty for f in found}


def test_a_report_that_no_day_fits_is_unsolvable() -> None:
    text = (
        "The Biden administration, which is currently preparing a summit, denied it. "
        "The treaty was signed in March 2025. The war in Sudan enters its second year."
    )
    found = ledger(text, published=None).findings
    assert [(f.code, f.category, len(f.evidence)) for f in found] == [("C151", "unsolvable_date", 2)]


def test_the_surest_finding_stands_first_and_checks_can_be_chosen() -> None:
    made = ledger(PLANTED["C101 a voice"] + " " + PLANTED["C114"])
    assert [f.certainty for f in made.findings] == ["high", "medium"]
    assert checking.check(made, (), checks=()) == ()


def test_checks_never_change_the_ledger_and_repeat_themselves() -> None:
    made = ledger(" ".join(PLANTED.values()))
    again = checking.check(made)
    assert again == made.findings and len({f.id for f in again}) == len(again)
