"""What stands still is no event: states, dangers, duties, definitions, set phrases; and the acts beside them are."""

from __future__ import annotations

from functools import cache

import pytest

import fogline
from fogline import Ledger


@cache
def read(text: str) -> Ledger:
    """A sentence as the whole line reads it, with the encoder where one is at hand."""
    return fogline.read(text, facts=())


def types(text: str) -> list[str]:
    return [event.type for event in read(text).events]


NO_ACT = [
    ("Ghana remains committed to working with its partners.", "AGREE"),
    ("The militia is a threat to all Chadians.", "THREATEN"),
    ("Ministers spoke of the threat posed by the militia to the port.", "THREATEN"),
    ("The militia has had control of Gao for two years.", "COERCE"),
    ("Defeating the militia will take time.", "ASSAULT"),
    ("We are committed to destroying the militia.", "AGREE"),
    ("Ghana is committed to continuing to provide Mali with military support.", "COOPERATE"),
    ("Their training includes reacting to gas attacks by the militia.", "ASSAULT"),
    ("Chad wants an economy that feeds its people and supports Chadian farmers.", "SUPPORT"),
    ("The ministry has authorised a reward for news of the militia.", "AGREE"),
    ("Guns fired in training are not classified as an attack.", "ASSAULT"),
    ("The fund meets the needs of the Malian people.", "CONSULT"),
    ("Chad pursues reforms, which promise a better future for all Chadians.", "AGREE"),
    ("Chad recognises the difficult work that lies before the Sudanese government.", "SUPPORT"),
    ("Thanks, everybody.", "SUPPORT"),
    ("The rain helped the Malian farmers.", "AID"),
    ("Three nurses were forced to march to the river.", "PROTEST"),
    ("The Lagos command is charged with securing the capital.", "COERCE"),
    ("The militia grew rich by trafficking in stolen statues from Mali.", "ASSAULT"),
    ("Nurse Adeyemi was assigned to the Second Battalion of the Ghanaian army.", "MOBILIZE"),
    ("The ministry announced the death of a Ghanaian soldier in a road accident.", "ASSAULT"),
]
ACTS = [
    ("Ghana committed 500 soldiers to the mission in Mali.", "AGREE"),
    ("The militia issued a threat to shell the port of Gao.", "THREATEN"),
    ("The militia threatened to burn Gao.", "THREATEN"),
    ("Chad recognised the government of Sudan.", "SUPPORT"),
    ("Students marched on parliament in Accra.", "PROTEST"),
    ("Ghana helped the Malian army.", "AID"),
    ("The ministers of Chad and Sudan met in Accra.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "kind"), NO_ACT)
def test_what_stands_is_no_event(text: str, kind: str) -> None:
    assert kind not in types(text)


@pytest.mark.parametrize(("text", "kind"), ACTS)
def test_what_is_done_beside_it_is_one(text: str, kind: str) -> None:
    assert types(text).count(kind) == 1


def test_strikes_flown_are_force_and_no_move_of_troops() -> None:
    for text in (
        "Chadian jets flew 12 strike missions against the rebels.",
        "Chadian jets flew sorties against the rebels.",
    ):
        assert types(text) == ["ASSAULT"], text


def test_a_verb_and_the_noun_it_carries_are_one_event() -> None:
    for text in (
        "Kenyan and Somali ministers held a first round of talks in Nairobi.",
        "The Kenyan minister met the Somali envoy, their first meeting since March.",
        "On Monday, Chadian forces conducted 34 strikes against the rebels.",
    ):
        assert len(types(text)) == 1, text


def test_munitions_dropped_are_no_aid() -> None:
    assert types("Chadian jets delivered 24 munitions against rebel targets.") == ["ASSAULT"]
    assert "ASSAULT" not in types("Poland delivered munitions to Ukraine.")


def test_ground_regained_is_taken() -> None:
    assert types("The Malian army regained the town of Gao.") == ["COERCE"]
