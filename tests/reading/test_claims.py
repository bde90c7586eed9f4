"""Speech acts by cue and construction, the outlet's own prose, and what can be checked."""

from __future__ import annotations

import pytest

from fogline.models.english import parse
from fogline.reading.attribution import find_attributions
from fogline.reading.claims import find_claims
from fogline.reading.sentences import sentences
from fogline.records import Claim, Reading, Report


def claims(text: str) -> tuple[Claim, ...]:
    ready = sentences(text)
    tree, report = parse(text, ready), Report(id="r1", text=text)
    found = find_attributions(report, tree, Reading(sentences=ready))
    return find_claims(report, tree, Reading(sentences=ready, attributions=found))


ACTS = """
say | The mayor said the bridge was open.
claim | The mayor claimed the bridge was open.
deny | The junta denied that its troops had crossed the river.
deny | The envoy has rejected the claim.
accuse | The mayor accused the army of burning three villages.
admit | The general admitted that the drone was lost.
threaten | The junta threatened to close the strait.
threaten | The junta warned that it would strike the port.
warn | Analysts warned that the truce could collapse.
vow | The junta vowed to retake the bridge.
promise | The governor pledged to rebuild the harbour.
order | The general told his men to leave the bridge.
urge | The bloc urged both sides to halt the shelling.
demand | The bloc called for an inquiry into the raid.
praise | The governor praised the rescue crews.
criticise | The bloc condemned the attack on the convoy.
doubt | Analysts questioned the figures.
confirm | The ministry confirmed that two boats had sunk.
forecast | Economists predicted that prices will fall.
announce | The ministry announced that the bridge was open.
ask | Reporters asked whether the bridge was open.
say | Two boats sank, according to the coastguard.
other | The ministry did not confirm that two boats had sunk.
other | The ministry has neither confirmed nor denied that two boats had sunk.
other | The army refused to confirm that its boats had left.
other | The ministry declined to say who had signed the order.
other | The brigade welcomed gunners from Lille for an exercise.
other | The governor welcomed the visiting envoy at the port.
praise | The governor welcomed the crews' release.
doubt | The bloc expressed doubts about the truce.
other | The bloc expressed its condolences to the crew.
praise | The governor welcomed the deal on the port.
ask | The crews requested immediate help from the army.
accuse | The council alleged that the army had tortured villagers.
claim | The mayor alleged that the bridge was closed.
say | The envoy agreed that the port was old.
deny | The council rejected the claim that the port was closed.
ask | QUESTION: There are reports of a raid. Did you discuss the port?
ask | “Is the port open?” the mayor said.
say | “We lost the port. Who will pay?” the mayor said.
deny | The Ministry rejects as baseless the allegation of a raid on the port.
"""


@pytest.mark.parametrize("line", ACTS.strip().splitlines())
def test_speech_act(line: str) -> None:
    act, text = line.split(" | ")
    assert act in [c.speech_act for c in claims(text) if c.attribution]


def test_each_attribution_has_one_claim_and_the_outlet_the_rest() -> None:
    text = "The ferry left Odesa on Friday. The port said that two boats had sunk, which closed the channel."
    own, said, gloss = claims(text)
    assert own.attribution is None and text[slice(*own.content[0])] == "The ferry left Odesa on Friday"
    assert said.attribution and text[slice(*said.content[0])] == "that two boats had sunk"
    assert gloss.attribution is None and text[slice(*gloss.content[0])] == "which closed the channel"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The group carried out raids, named a journal and claimed victory in Mosul.",
         "The group carried out raids, named a journal"),
        ("The farmer we met in Basra says the river is low.", "The farmer we met in Basra"),
        ("“The port is open,” said the envoy, who had come on Monday.", "the envoy … who had come on Monday"),
        ("“The port is open,” said Ann Reeve, and the town was shelled again.", "the town was shelled again"),
        ("We are alarmed by news of raids and call on all sides to stop.", "We are alarmed by news of raids"),
    ],
)  # fmt: skip
def test_own_prose_keeps_its_subject(text: str, own: str) -> None:
    (found,) = (c for c in claims(text) if c.attribution is None)
    assert " … ".join(text[start:end] for start, end in found.content) == own


def test_source_and_cue_alone_are_no_claim_of_the_outlet() -> None:
    assert all(c.attribution for c in claims("The port authority has said that two boats sank on Friday."))


@pytest.mark.parametrize(
    ("text", "verdict", "word"),
    [
        ("The army lost 12 tanks near Kharkiv in May.", True, "12"),
        ("The army will attack the town.", False, "will"),
        ("The truce could collapse.", False, "could"),
        ("The order was reckless.", False, "reckless"),
        ("I felt the blast in my house.", False, "felt"),
        ("Did the army leave the town?", False, "?"),
    ],
)
def test_checkworthy(text: str, verdict: bool, word: str) -> None:
    (claim,) = claims(text)
    assert claim.checkworthy is verdict
    assert word in [text[a:b] for a, b in claim.because]


def test_a_vow_is_nothing_to_check() -> None:
    claim = next(c for c in claims("The junta vowed to retake the bridge by 6 May.") if c.attribution)
    assert not claim.checkworthy and claim.because
