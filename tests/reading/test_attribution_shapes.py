"""Voices by their shape: announced statements, chains, asides, transcripts, denials; and what a content holds."""

from __future__ import annotations

import re

import pytest

from fogline.models.english import parse
from fogline.reading.attribution import find_attributions
from fogline.reading.sentences import sentences
from fogline.records import Attribution, Reading, Report


def read(text: str) -> tuple[Attribution, ...]:
    ready = sentences(text)
    return find_attributions(Report(id="r1", text=text), parse(text, ready), Reading(sentences=ready))


def words(text: str, a: Attribution, role: str) -> str:
    parts = (text[start:end] for start, end in getattr(a, role))
    return " ".join(re.findall(r"\w+", " ".join(parts)))


def told(text: str) -> list[tuple[str, str]]:
    return [(words(text, a, "source"), words(text, a, "content")) for a in read(text)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The governor released the following statement on Friday:\n\n“We mourn the crew. We will find the gunmen.”",
            "The governor",
            "We mourn the crew We will find the gunmen",
        ),
        (
            "The transport ministry issued the following statement on the closure. “The port is closed until Monday.”",
            "The transport ministry",
            "The port is closed until Monday",
        ),
        (
            "In a statement, the ferry operator said the following: “The ship was hit at dawn. Nobody was hurt.”",
            "the ferry operator",
            "The ship was hit at dawn Nobody was hurt",
        ),
        (
            "The following statement was released by the interior ministry on Sunday:\n\n“Three men were held.”",
            "the interior ministry",
            "Three men were held",
        ),
        (
            "In a statement released on Monday, the coast guard gave this account. “Two boats came near. We fired.”",
            "the coast guard",
            "Two boats came near We fired",
        ),
        (
            "The embassy issued the following statement:\n\nIt is shut. We ask all to stay in.\n\nENDS\n\nIt rained.",
            "The embassy",
            "It is shut We ask all to stay in",
        ),
        ("Reeve said: The port is open. We will rebuild it.", "Reeve", "The port is open We will rebuild it"),
        ("The spokesman said: the port is open. The rebels had left it.", "The spokesman", "the port is open"),
    ],
)
def test_announced_statements(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, content)]


def test_each_paragraph_of_a_statement_opens_with_a_mark() -> None:
    text = (
        "The foreign minister put out this statement on Tuesday.\n\n“The raid was a crime.\n\n"
        "“The war must end.”\n\nThe port lies on a lake."
    )
    assert told(text) == [("The foreign minister", "The raid was a crime The war must end")]


@pytest.mark.parametrize(
    "text",
    [
        "Question: Did you open the canal?\n\nAnswer: We did. It is open.",
        "QUESTION: Did you open the canal?\n\nANSWER: We did. It is open.",
        "Q: Did you open the canal?\n\nA: We did. It is open.",
        "Q. Did you open the canal?\n\nA. We did. It is open.",
        "Reporter: Did you open the canal?\n\nMR. LOWE: We did. It is open.",
        "GEN. OKORO: Did you open the canal?\n\nMINISTER LUND: We did. It is open.",
    ],
)
def test_every_turn_of_a_transcript_has_its_voice(text: str) -> None:
    asks, answers = told(text)
    assert asks[1] == "Did you open the canal" and answers[1] == "We did It is open"


def test_rubrics_in_capitals_are_no_voices() -> None:
    assert read("READ MORE: The canal is open\n\nWATCH: Ships leave the port\n\nThe ships left at noon.") == ()


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("State radio quoted the army as telling villagers that two shells had landed.", "State radio", "the army"),
        ("The rebels have left the town, state media quoted the governor as saying.", "state media", "the governor"),
        ("“The port is ours,” the agency quoted the commander as saying.", "the agency", "the commander"),
        ("The army said two shells hit the camp, the Sana agency reports.", "the Sana agency", "The army"),
        ("The army said two shells hit the camp, according to the Goma radio.", "the Goma radio", "The army"),
        ("The mayor was quoted by the local press as saying that it was unsafe.", "the local press", "The mayor"),
    ],
)
def test_a_chain_of_two_voices(text: str, outer: str, inner: str) -> None:
    found = {words(text, a, "source"): a for a in read(text)}
    assert found.keys() == {outer, inner}
    assert found[inner].parent == found[outer].id and found[outer].parent is None
    said = words(text, found[inner], "content")
    assert "saying" not in said and outer not in said and said in text.replace("“", "").replace(",", "")


def test_who_is_cited_says_it_too() -> None:
    text = "The rebels have left the town, state media reported, citing the governor."
    assert told(text) == [
        ("state media", "The rebels have left the town"),
        ("the governor", "The rebels have left the town"),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "As Minister Lund said on Monday, the fleet will leave the port.",
            "Minister Lund",
            "the fleet will leave the port",
        ),
        ("As the report notes, grain exports have halved.", "the report", "grain exports have halved"),
        (
            "The fleet, as Minister Lund announced on Monday, will leave.",
            "Minister Lund",
            "The fleet will leave",
        ),
        ("The army shelled the camp, which the general denied.", "the general", "The army shelled the camp"),
        ("The navy bribed his aide, which Haddad has denied.", "Haddad", "The navy bribed his aide"),
        (
            "The talks will go on, his top aide, Tad Devine, told the Basra Post.",
            "his top aide Tad Devine",
            "The talks will go on",
        ),
        (
            "Rep. Ann Reeve, who wrote the bill, said in a statement that the talks were important.",
            "Rep Ann Reeve",
            "that the talks were important",
        ),
        ("The envoy was clear that the truce must hold.", "The envoy", "that the truce must hold"),
        ("The general was adamant that his men had not fired.", "The general", "that his men had not fired"),
        ("The minister made clear the fleet would leave.", "The minister", "the fleet would leave"),
        ("As we made clear in April, the port must stay open.", "we", "the port must stay open"),
        ("The union has been critical of the plan.", "The union", "the plan"),
        ("The alliance sees the drills as a threat.", "The alliance", "the drills as a threat"),
        ("The report makes clear that the raid was planned.", "The report", "that the raid was planned"),
        ("The envoy called for all sides to halt the shelling.", "The envoy", "all sides to halt the shelling"),
        ("The bloc called on Monday for the rebels to leave.", "The bloc", "the rebels to leave"),
        ("The envoy spoke about the danger of mines.", "The envoy", "the danger of mines"),
        ("Asked whether the port was safe, the envoy shrugged.", "", "whether the port was safe"),
        ("He was captured by the 3rd Brigade and accused of spying.", "", "He of spying"),
        ("The mayor was met by a crowd and said that the port was open.", "The mayor", "that the port was open"),
        ("The man was held and accused by the police of smuggling arms.", "the police", "The man of smuggling arms"),
    ],
)
def test_asides_and_joined_verbs(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The envoy condemned both the raid in Goma and the bombing in Bukavu.",
            "both the raid in Goma and the bombing in Bukavu",
        ),
        (
            "The council praised the pact on the canal, which opened in Basra, on 3 May.",
            "the pact on the canal which opened in Basra on 3 May",
        ),
        (
            "The envoy denounced the attack on the school, in which six died, and the burning of the market.",
            "the attack on the school in which six died and the burning of the market",
        ),
        (
            "The minister said the army had left the town, the rebels had entered it and the bridge was closed.",
            "the army had left the town the rebels had entered it and the bridge was closed",
        ),
        (
            "The envoy said that the port was unsafe, and he had seen it.",
            "that the port was unsafe and he had seen it",
        ),
        ("The governor announced new patrols and left for Basra.", "new patrols"),
        ("The ministry said the bridge had been destroyed.[12][13]", "the bridge had been destroyed"),
        ("The army claimed that the rebels had left.[citation needed] It rained.", "that the rebels had left"),
    ],
)
def test_a_content_ends_where_the_voice_ends(text: str, content: str) -> None:
    assert [said for _, said in told(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The general refused to leave the base.",
        "Villagers refused to hand over their grain.",
        "The assembly rejected the candidate of the ruling party.",
        "The rebels rejected the offer of a truce.",
        "Radio Basra refuted repression.",
        "The general said nothing.",
        "It is clear that the truce has failed.",
        "The mayor is not sure that the bridge will hold.",
        "The alliance saw the drills on Monday.",
        "The ministers met to discuss the truce.",
        "The captain referred the case to a court.",
        "The mayor won the vote by welcoming refugees.",
        "The mayor was questioned by the police.",
        "A raid that the League has carried out affirms the need for talks.",
        "The strike which the navy launched on Monday confirms that the truce is over.",
    ],
)
def test_deeds_deny_and_tell_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army rejected claims that its men had burned the village.",
        "The ministry refuted accusations that it had sold arms.",
        "The junta dismissed allegations of torture as lies.",
    ],
)
def test_claims_can_be_rejected(text: str) -> None:
    outer = read(text)[0]
    assert words(text, outer, "source").startswith("The ") and outer.parent is None


def test_an_agency_behind_a_quotation_at_second_hand_tells_all_of_it() -> None:
    text = "State radio quoted the army as saying two rockets hit the depot at Tartus, Orient news agency reports."
    told = {words(text, a, "source"): words(text, a, "content") for a in read(text)}
    assert told["the army"] == "two rockets hit the depot at Tartus"
    assert told["State radio"].endswith("the depot at Tartus")
    assert told["Orient news agency"].startswith("State radio quoted")


def test_hearsay_leaves_out_the_word_that_ties_its_clause() -> None:
    assert told("The mayor left after the bridge was reportedly destroyed.") == [("", "the bridge was destroyed")]


def test_a_report_may_end_with_a_quotation() -> None:
    text = '"I came back on Sunday from three weeks in Eilat," he said, "and I found this."'
    (voice,) = read(text)
    assert words(text, voice, "source") == "he"
