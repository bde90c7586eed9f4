"""What stands still is no event: states, dangers, duties, definitions, set phrases; and the acts beside them are."""

from __future__ import annotations

import pytest

from tests.coding.test_events import coded

NO_ACT = [
    ("Ghana remains committed to working with its partners.", "AGREE"),
    ("The Niger river force is committed to supporting the army of Mali.", "SUPPORT"),
    ("The militia is a threat to all Chadians.", "THREATEN"),
    ("Ministers spoke of the threat posed by the militia to the port.", "THREATEN"),
    ("The militia has had control of Gao for two years.", "COERCE"),
    ("Defeating the militia will take time.", "ASSAULT"),
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
    assert [e for e in coded(text).events if e.type == kind] == []


@pytest.mark.parametrize(("text", "kind"), ACTS)
def test_what_is_done_beside_it_is_one(text: str, kind: str) -> None:
    assert [e.type for e in coded(text).events].count(kind) == 1
