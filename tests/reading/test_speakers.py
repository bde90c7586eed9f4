"""Which class of voice it is, whose, and how much of the sentence names it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import fogline
from fogline.models.english import parse
from fogline.reading.attribution import find_attributions
from fogline.reading.mentions import find_entities
from fogline.reading.releases import with_issuer
from fogline.reading.sentences import sentences
from fogline.records import Attribution, Entity, Reading, Report


def voices(text: str, outlet: str | None = None) -> list[tuple[Attribution, Entity | None, str]]:
    """The attributions with their entities and the words of their sources."""
    ready = sentences(text)
    report, tree = Report("r1", text, outlet=outlet), parse(text, ready)
    entities, mentions = find_entities(report, tree, Reading(sentences=ready))
    so_far = Reading(sentences=ready, entities=entities, mentions=mentions)
    found = with_issuer(report, replace(so_far, attributions=find_attributions(report, tree, so_far)))
    by_id = {e.id: e for e in entities}
    return [(a, by_id.get(a.source_entity or ""), " … ".join(text[s:e] for s, e in a.source)) for a in found]


CLASSES = """
named_organisation | The wing leadership said the jets had left.
office_holder | The Secretary of Transport has announced a new port.
office_holder | The Minister of Defence said the bridge was open.
office_holder | The planning minister said the road would be repaired.
office_holder | A Kenyan government spokesman said the road would be repaired.
named_organisation | The members of the African Union Council urge both sides to stop.
named_organisation | The Members of the African Union Council urge both sides to stop.
named_organisation | Council members said the vote was delayed.
unnamed_person | Some members of the council said the vote was delayed.
unnamed_person | Two members of the committee said the vote was delayed.
unnamed_person | Family members said the boat had sunk.
unnamed_person | The vast majority believe the truce will hold.
unnamed_person | Some Kenyans insist that the truce will hold.
named_person | The mill's owner, Sami Dib, says the flour ran out.
named_person | "The flour ran out," says the mill's owner, Sami Dib.
named_person | A spokesman for the port authority in Basra, Omar Haddad, told reporters the crane was safe.
named_person | "We saw two boats," said a local doctor from Basra, Karim Nasser.
named_person | Port operations director Capt. Jeff Davids said the port was open.
unnamed_official | Aides to President Ivo Brand said the port was open.
document | The handbook says the mine is safe.
document | Chapter two says that two ships sank.
document | A letter from the director, Ann Reeve, said the pier was safe.
named_person | Reeve, the port's director, said the pier was safe.
document | His permit says he is a baker.
document | According to the treaty, the port is open.
named_organisation | State TV said the bridge was open.
analysts | An analyst who had seen the note said it was false.
"""


@pytest.mark.parametrize("line", CLASSES.strip().splitlines())
def test_class(line: str) -> None:
    kind, text = line.split(" | ")
    (found, *_), *_ = voices(text)
    assert found.source_class == kind


@pytest.mark.parametrize(
    "text",
    [
        "The director, Ann Reeve, said the port was open. The director added that it was safe. She said so twice.",
        "Foreign Secretary Ann Reeve said the deal was done. The Foreign Secretary added that work would begin.",
        "Foreign Secretary welcomes the canal deal\n\nThe Foreign Secretary Ann Reeve said the deal was done.",
        "Port operations director Capt. Jeff Davids said the port was open. Davids added that it was safe.",
        "A spokesman for the High Commissioner for Human Rights, Omar Haddad, told reporters the crane was safe. "
        "He noted that it was old.",
    ],
)
def test_one_person_has_one_class_and_one_entity(text: str) -> None:
    found = voices(text)
    assert {a.source_class for a, _, _ in found} == {"named_person"}
    assert len({a.source_entity for a, _, _ in found}) == 1 and len(found) >= 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The manual says the mine is safe. It warns that the fuse is short. It adds that rain harms it.", "document"),
        ("The report by the commission makes grim reading: it says dozens of villagers were expelled.", "document"),
        ("The group left the valley in May. They said they would return.", "named_organisation"),
        ("Residents fled the valley in May. They said they would return.", "residents"),
    ],
)
def test_it_and_they_go_on_from_their_subject(text: str, kind: str) -> None:
    assert {a.source_class for a, _, _ in voices(text)} == {kind}


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Syrian state television said the bridge was open.", "SYR", "MED"),
        ("The White House press secretary said the talks would go on.", "USA", "GOV"),
        ("A press officer said the talks would go on.", None, None),
        ("The rebel commander said his men had left the town.", None, "REB"),
        ("Kenyan planning minister, Rana Odeh says the port is open.", "KEN", "GOV"),
        ("The French ambassador to Libya said the port was open.", "FRA", "GOV"),
        ("The ambassador to Libya said the port was open.", None, "GOV"),
        ("The foreign minister of Norway said the port was open.", "NOR", "GOV"),
        ("Officials from Saudi Arabia said the port was open.", "SAU", "GOV"),
        ("Defense Secretary Ann Reeve and her Kenyan counterpart said the pier was safe.", None, "MIL"),
        ("The chief of staff of the navy, Admiral Ann Reeve, said the pier was safe.", None, "MIL"),
        ("According to a news release, the port was open.", None, None),
        ("A pro-Kremlin blogger claimed the port was open.", None, "MED"),
        ("Moscow-installed officials said the port was open.", None, "GOV"),
        ("A source in the ministry said the port was open.", None, "GOV"),
        ("A member of the Kenyan parliament said the camp was full.", "KEN", "LEG"),
        ("The Kenyan prime minister's office said the talks had failed.", "KEN", "GOV"),
        ("The Sudanese army and the Rapid Support Forces said the port was open.", "SDN", None),
    ],
)
def test_country_and_sector(text: str, country: str | None, sector: str | None) -> None:
    (found, _, _), *_ = voices(text)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Minister for the Gulf, Ann Reeve said the port was open.", "Minister for the Gulf, Ann Reeve"),
        ("On Monday, Ann Reeve said the port was open.", "Ann Reeve"),
        ('Capt. Mary "Kit" Lowe, a spokeswoman for the navy, said the base was safe.',
         'Capt. Mary "Kit" Lowe, a spokeswoman for the navy'),
        ("Col. John “J.D.” Amis said the base was safe.", "Col. John “J.D.” Amis"),
        ("According to Omar Haddad, an adviser to the governor, two men were held.",
         "Omar Haddad, an adviser to the governor"),
        ("According to Omar Haddad, the port was open, and two men were held.", "Omar Haddad"),
        ("According to the mayor, two men, both of them bakers, were held.", "the mayor"),
        ("Resolution 9, which condemned the raid on the port, was adopted.", "Resolution 9"),
        ("One trader I spoke to predicted that prices would double.", "One trader"),
        ("The teachers we talked to said the school was shut.", "The teachers"),
        ("We are alarmed by news of raids and call on all sides to stop.", "We"),
        ("An analyst who had seen the note said it was false.", "An analyst"),
    ],
)  # fmt: skip
def test_source_span(text: str, source: str) -> None:
    assert [words for _, _, words in voices(text)] == [source]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("He was captured by the 3rd Brigade and accused of spying.", "3rd Brigade"),
        ("The inquiry asked whether this was an illegal raid that killed six and report their findings.", "raid"),
        ("The attack displays the cruelty that the militia has shown and affirms the need for talks.", "militia"),
    ],
)
def test_who_does_not_speak(text: str, nobody: str) -> None:
    assert not [words for _, _, words in voices(text) if nobody in words]


@pytest.mark.parametrize(
    ("text", "outlet", "who"),
    [
        ("We condemn the raid on the port.", "Kenyan Ministry of Defence", ("named_organisation", "KEN", "MIL")),
        ("I thank the crews of the port.", "US State Department", ("office_holder", "USA", "GOV")),
        ("We condemn the raid on the port.", "CENTCOM", ("named_organisation", "USA", "MIL")),
        ("We condemn the raid on the port.", "Delegation of the European Union to Kenya",
         ("named_organisation", None, "IGO")),
        ("Statement by the Ministry of Transport on the raid\n\nWe condemn the raid on the port.", None,
         ("named_organisation", None, "GOV")),
        ("We believe that the port is open.", "Nairobi Times", ("own_reporter", None, None)),
        ("We believe that the port is open.", "Defence News Agency", ("own_reporter", None, None)),
        ("Our correspondent says the port is open.", "Nairobi Times", ("own_reporter", None, "MED")),
        ("A Harbour Times reporter says the port is open.", "Harbour Times", ("own_reporter", None, "MED")),
        ("A rival correspondent says the port is open.", "Harbour Times", ("unnamed_person", None, "MED")),
        ("We believe that the port is open.", None, ("own_reporter", None, None)),
    ],
)  # fmt: skip
def test_whose_first_person_it_is(text: str, outlet: str | None, who: tuple[str, str | None, str | None]) -> None:
    ((found, _, _),) = voices(text, outlet)
    assert (found.source_class, found.country, found.sector) == who


def test_the_office_of_the_headline_is_the_person_who_speaks_below() -> None:
    text = "Foreign Secretary welcomes the canal deal\n\nAnn Reeve said: The deal is done. We will help."
    found = voices(text, "Foreign Office")
    assert {(a.source_class, e.name if e else None, a.sector) for a, e, _ in found} == {
        ("named_person", "Ann Reeve", "GOV")
    }


def test_he_whom_nobody_names_is_no_named_person() -> None:
    text = "“They struck a warehouse,” the governor said. “It was empty.” There was smoke. He added that it rained."
    classes = {words: a.source_class for a, _, words in voices(text)}
    assert classes["He"] != "named_person"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The governor of Kassala region said the road was open.", "SDN"),
        ("Shells fell on Kassala and Gedaref. The army said the road was open.", "SDN"),
        ("Shells fell on Kassala and Nairobi. The army said the road was open.", None),
        ("Shells fell on Kassala. Western officials said the road was open.", None),
        ("Shells fell on Kassala. A trader said the road was open.", None),
    ],
)
def test_country_of_a_state_body_by_its_place(text: str, country: str | None) -> None:
    assert [a.country for a in fogline.read(text).attributions] == [country]


def test_one_speaker_has_one_country() -> None:
    text = "The governor of Kassala region said the road was open. Nairobi was calm. The governor said he would return."
    assert [a.country for a in fogline.read(text).attributions] == ["SDN", "SDN"]
