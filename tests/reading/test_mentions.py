"""Names, seats, unnamed actors: marked sentences ``[words|type country sector]``, ``-`` where a code is unknown."""

from __future__ import annotations

import re
from functools import cache

import pytest

from fogline.models.english import parse
from fogline.reading.mentions import find_entities
from fogline.reading.sentences import sentences
from fogline.reading.who import entity_at, mentions_in
from fogline.records import Entity, Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|(\w+) (\S+) (\S+)\]")


@cache
def read(text: str) -> Reading:
    ready = sentences(text)
    entities, mentions = find_entities(Report("r1", text), parse(text, ready), Reading(sentences=ready))
    return Reading(sentences=ready, entities=entities, mentions=mentions)


def at(text: str, words: str, nth: int = 0) -> Entity:
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    found = entity_at(read(text), start, start + len(words), text)
    assert found is not None, words
    return found


def code(value: str) -> str | None:
    return None if value == "-" else value


@pytest.mark.parametrize(
    "line",
    [
        "[Moscow|government RUS GOV] has vowed to answer the strike.",
        "Three people were hurt in [Moscow|place RUS -] on Sunday.",
        "The drones came down near [Kyiv|place UKR -], [residents|group - CVL] said.",
        "Sanctions on [Tehran|government IRN GOV] will stay, [European officials|group - GOV] said.",
        "[Pyongyang|government PRK GOV]'s response was swift, but [Pyongyang|place PRK -]'s outskirts stayed dark.",
        "Missiles hit [Baghdad|place IRQ -] overnight.",
        "[Baghdad|government IRQ GOV] was accused of breaking the accord.",
        "The [Pentagon|government USA MIL] declined to comment.",
        "The [Kremlin|government RUS GOV] said the claim was false.",
        "KHARTOUM (Harbour Wire) - Guns fell silent in [Khartoum|place SDN -].",
        "[Ukrainian officials|group UKR GOV] denied the report.",
        "[Russian forces|force RUS MIL] withdrew from the town.",
        "The [Israeli military|force ISR MIL] opened an inquiry.",
        "[Opposition lawmakers|group - OPP] left the chamber.",
        "[Iranian state media|group IRN MED] showed the wreck.",
        "[Two Kenyan soldiers|force KEN MIL] died in the ambush.",
        "The [Turkish defence ministry|government TUR MIL] confirmed the sale.",
        "[Hamas officials|group PSE REB] travelled to Cairo.",
        "[UN inspectors|group - IGO] entered the plant.",
        "[Aid workers|group - NGO] reached the camp.",
        "[Rebel commanders|group - REB] rejected the truce.",
        "[Iran-backed militias|group - UAF] fired the rockets.",
        "[Pro-Russian separatists|group - REB] held the airport.",
        "[Police in Haiti|force HTI COP] fired tear gas.",
        "[Daesh|group - IMG] fighters fled to the desert.",
        "[NATO|organisation - IGO] ministers met in Vilnius.",
        "[ATACMS|weapon - -] struck a depot near Kursk.",
        "Crews unloaded [Patriot|weapon - -] batteries in Rzeszow.",
        "[Houthis|group YEM REB] fired at the tanker.",
        "[U.S. companies|organisation USA BUS] and [German companies|organisation DEU BUS] bid.",
        "ISLAMABAD, 4 May 2025: Talks in [ISLAMABAD|place PAK -] were put off.",
        "The envoy lives in [Zzyrkovo|place - -], a village near Poltava.",
        "Shells fell on [Zzyrkovo|place - -], about 12 km north of Poltava.",
        "Residents of [Dobropillia|place - -] left by train.",
        "The army moved a battalion to [Zzyrkovo|place - -] at night.",
        "For 14-year-old [Amra|person - -] the cellar is a school.",
        "Boats crossed [Lake Sorel|place - -] at night.",
        "[DAESH|group - IMG] fighters fled.",
        "[Operation Grey Heron|event - -] began at dawn.",
        "The blast damaged the [al-Sorel|facility - -] mosque.",
        "Analysts said [the enemy|group - -] had left.",
        "[Analysts|group - -] doubted it, and [critics|group - -] laughed.",
    ],
)
def test_marked(line: str) -> None:
    text = MARK.sub(r"\1", line)
    seen: dict[str, int] = {}
    for words, kind, country, sector in MARK.findall(line):
        found = at(text, words, seen.get(words, text.count(words) - len(re.findall(rf"\[{re.escape(words)}\|", line))))
        seen[words] = seen.get(words, 0) + 1
        assert (found.type, found.country, found.sector) == (kind, code(country), code(sector)), words


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("President Mira Sorel spoke first. Sorel then left.", "Mira Sorel", "Sorel then"),
        ("Sorel arrived late. President Mira Sorel then spoke.", "Sorel arrived", "Mira Sorel"),
        ("The Coastal Defence League (CDL) met. The CDL voted.", "Coastal Defence League", "CDL voted"),
        ("Ukraine said no. Ukrainian envoys said yes. Ukraine left.", "Ukraine said", "Ukraine left"),
        ("The Ukrainian defense ministry denied it. The ministry gave no figures.", "Ukrainian defense ministry",
         "ministry gave"),
        ("Ukraine's defence ministry spoke. The Ukrainian Ministry of Defense repeated it.",
         "Ukraine's defence ministry", "Ukrainian Ministry of Defense"),
        ("ISIS took the town. Islamic State lost it again.", "ISIS", "Islamic State"),
        ("The Sorel administration fell. Mira Sorel wept. Sorel's administration is over.", "Sorel administration",
         "Sorel's administration"),
        ("The court named Abu Harun al-Masri. Abu Harun fled in May.", "Abu Harun al-Masri", "Abu Harun fled"),
        ("Governor Ivo Brand resigned. The governor gave no reason.", "Ivo Brand", "governor gave"),
        ("The M23 movement signed. M23 then advanced.", "M23 movement", "M23 then"),
        ("Pretoria objected. The South African government sent a note.", "Pretoria", "South African government"),
        ("Moscow denied it. The Kremlin called it a lie.", "Moscow", "Kremlin"),
        ("Germany's chancellor, Anna Kraft, flew to Oslo. Kraft signed.", "chancellor", "Kraft signed"),
    ],
)  # fmt: skip
def test_same_entity(text: str, one: str, other: str) -> None:
    assert at(text, one).id == at(text, other).id


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ivo Brand met Lena Brandt. Brandt smiled.", "Ivo Brand", "Brandt smiled"),
        ("The Iraqi army fled. The Syrian army stayed.", "Iraqi army", "Syrian army"),
        ("Moscow denied that its jets were seen over Moscow.", "Moscow denied", "over Moscow"),
        ("Minister Lena Kraft spoke. The Minister of Foreign Affairs of Kenya left.", "Lena Kraft",
         "Minister of Foreign"),
        ("The Sudanese Armed Forces met the Rapid Support Forces. The army gave no figures.", "Rapid Support Forces",
         "army gave"),
        ("The European Union met NATO. The alliance agreed.", "European Union", "alliance agreed"),
        ("Two soldiers died on Monday. Two soldiers died on Friday.", "Two soldiers died on Monday",
         "Two soldiers died on Friday"),
    ],
)  # fmt: skip
def test_different_entities(text: str, one: str, other: str) -> None:
    assert at(text, one).id != at(text, other).id


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Mira Sorel denied the report. She called it a lie.", "She", "Mira Sorel"),
        ("Ivo Brand praised his troops.", "his", "Ivo Brand"),
        ("Poland closed its border.", "its", "Poland"),
        ("Rebels entered the town. They burned the bridge.", "They", "Rebels"),
        ("Ivo Brand met Lena Kraft. He left early.", "He", "Ivo Brand"),
        ("Ivo Brand and Otto Kraft met. He left early.", "He", None),
        ("The plan failed. It was too late.", "It", None),
        ("It rained in Oslo. Poland said it would help.", "It", None),
        ("Mr Brand met Ms Kraft. She left early.", "She", "Kraft"),
    ],
)
def test_pronouns_resolve_or_stay_silent(text: str, pronoun: str, name: str | None) -> None:
    reading = read(text)
    start = text.index(f"{pronoun} ")
    entity = entity_at(reading, start, start + len(pronoun))
    found = entity if any(m.kind == "pronoun" and m.start == start for m in reading.mentions) else None
    if name is None:
        assert found is None
    else:
        assert found is not None and (name in found.name or found.name == name.lower())


def test_a_surname_is_a_person_everywhere() -> None:
    text = "Wagner fighters left. Later General Otto Wagner spoke in Vienna, and Wagner was cheered."
    assert at(text, "Otto Wagner").type == "person"
    assert at(text, "Wagner was").type == "person"


@pytest.mark.parametrize("name", ["Christian Vogel", "Karen Holt", "Chad Brewer", "Jordan Ellis", "Sofia Marin"])
def test_a_first_name_is_no_country_and_no_people(name: str) -> None:
    text = f"The mayor, {name}, said the bridge would open."
    assert [(e.name, e.type) for e in read(text).entities] == [(name, "person")]


def test_no_label_on_a_named_person() -> None:
    text = "Rebel leader Tomas Vey said the militia had stopped. Hamas leader Karim Sabr agreed."
    people = [e for e in read(text).entities if e.name in ("Tomas Vey", "Karim Sabr")]
    assert len(people) == 2
    assert all(person.sector is None for person in people)


def test_both_sides_are_two_actors() -> None:
    text = "Both Ukrainian and Russian forces reported heavy shelling."
    names = {(e.name, e.country, e.sector) for e in read(text).entities}
    assert {("Ukrainian forces", "UKR", "MIL"), ("Russian forces", "RUS", "MIL")} <= names


def test_a_list_of_adjectives_is_as_many_actors() -> None:
    text = "A court fined U.S., German and Canadian companies."
    found = {(e.name, e.country) for e in read(text).entities if e.type == "organisation"}
    assert found == {("American companies", "USA"), ("German companies", "DEU"), ("Canadian companies", "CAN")}


@pytest.mark.parametrize(
    "text",
    [
        "Domestically, the plan was popular.",
        "The talks open in March and close on Sunday.",
        "Shops stay shut on New Year and on Harvest Day.",
        "They landed on the other bank at 14:20.",
    ],
)
def test_days_adverbs_and_banks_are_nobody(text: str) -> None:
    assert not read(text).entities


def test_a_clock_time_is_no_part_of_a_name() -> None:
    text = "14:48 Kenya's foreign ministry urges calm.\n13:15 Kenyan officials agree."
    assert {"Kenya's foreign ministry", "Kenyan officials"} <= {e.name for e in read(text).entities}


def test_a_deputy_director_is_no_lawmaker() -> None:
    text = "Lena Kraft, Human Rights Watch's deputy Sahel director, called for calm."
    (kraft,) = (e for e in read(text).entities if e.name == "Lena Kraft")
    assert kraft.sector == "NGO" and [o.office for o in kraft.offices] == ["Director of the Human Rights Watch"]


def test_the_phrase_and_not_the_nested_adjective_answers() -> None:
    text = "Sources within the Ukrainian defense ministry said so."
    assert at(text, "Sources within the Ukrainian defense ministry").name.startswith("Sources")
    inside = mentions_in(read(text), text.index("the Ukr"), text.index(" said"))
    assert [text[m.start : m.end] for m in inside] == ["Ukrainian defense ministry", "Ukrainian"]


def test_nothing_is_found_in_nothing() -> None:
    assert read("") == Reading()
    assert entity_at(read("It rained all day."), 0, 2) is None
