"""One line is one test: the actor in <>, the recipient in {}, the type (or two that will do) after the bar."""

from __future__ import annotations

import re
from typing import Any

import pytest

from fogline.coding import code_pair, code_pairs

CASES = """
<Kenya> will host {the Somali premier} next week. | AGREE
<The envoy> held talks with {the junta's foreign minister} in Niamey. | CONSULT
<Norway> imposed sanctions on {the shipping firm}. | COERCE
<Norway> lifted the sanctions on {the shipping firm}. | RETREAT
<Rabat> has refused to reopen the border with {Algeria}. | REJECT
<The union> called for sanctions against {the mining company}. | THREATEN
<The ministry> urged {the rebels} to free the nurses. | REQUEST
<The governor> threatened to cut power to {the camp}. | THREATEN
<Denmark> suspended aid to {Mali}. | SANCTION
<Denmark> sent field hospitals and medicine to {Turkey}. | AID
<Militants> shelled {a bus station in Kherson}. | ASSAULT
{A bus station in Kherson} was shelled by <militants>. | ASSAULT
<Police> detained {two editors} at dawn. | COERCE
<The army> released {forty detainees}. | RETREAT
<Thousands of students> marched against {the new tuition law}. | PROTEST
<Chile> accused {Bolivia} of smuggling copper. | ACCUSE
<The senate> opened an inquiry into {the defence minister}. | ACCUSE
<Peru> praised {Ecuador's} handling of the floods. | SUPPORT
<The fleet> deployed two destroyers near {the island}. | MOBILIZE
<The two navies> signed a pact with {Japan}. | SUPPORT
<Lima> expelled {the ambassador of Iran}. | SANCTION
<Oman> is willing to free {the captured pilots}. | AGREE
<Tunisia> extradited the suspect to {Italy}. | COOPERATE
"""


def split(line: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None, str]:
    marked, wanted = (part.strip() for part in line.split("|"))
    text = re.sub(r"[<>{}]", "", marked)
    sides: list[tuple[int, int] | None] = []
    for opening, closing in ("<>", "{}"):
        inside = re.search(rf"\{opening}(.*?)\{closing}", marked)
        assert inside
        words = re.sub(r"[<>{}]", "", inside[1])
        start = text.index(words)
        sides.append((start, start + len(words)))
    return text, sides[0], sides[1], wanted


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_type_between_two_spans(line: str) -> None:
    text, actor, recipient, wanted = split(line)
    event = code_pair(text, actor=actor, recipient=recipient)
    assert event is not None
    assert event.type in wanted.split("/"), event.why
    assert (event.actors[0].start, event.recipients[0].end) == (
        actor[0] if actor else 0,
        recipient[1] if recipient else 0,
    )


def test_names_of_countries_never_change_the_type() -> None:
    text = "Chad has refused to hold talks with Libya."
    swapped = "Libya has refused to hold talks with Chad."
    first = code_pair(text, actor=(0, 4), recipient=(36, 41))
    second = code_pair(swapped, actor=(0, 5), recipient=(37, 41))
    assert first and second and first.type == second.type == "REJECT"


def test_a_batch_answers_row_by_row() -> None:
    rows: list[dict[str, Any]] = [
        {"text": "Laos thanked Vietnam.", "actor": (0, 4), "recipient": (13, 20)},
        {"text": "It rained.", "actor": (0, 2), "recipient": None},
    ]
    found = list(code_pairs(rows))
    assert [event.type if event else None for event in found] == ["SUPPORT", None]


def test_status_is_that_of_the_act_that_gave_the_type() -> None:
    refused = code_pair("Norway has refused to extradite the banker to Latvia.", actor=(0, 6), recipient=(46, 52))
    asked = code_pair("Oslo asked Norway to attack Latvia.", actor=(0, 4), recipient=(11, 17))
    assert refused and asked and refused.status == "done" and refused.intensity > 0
    assert (asked.type, asked.status) == ("REQUEST", "done")
