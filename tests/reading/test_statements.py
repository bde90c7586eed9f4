"""Announced statements and the last turns of transcripts: where they end."""

from __future__ import annotations

import pytest

from fogline.models.english import parse
from fogline.reading.attribution import find_attributions
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

SHELLED = "The rebels shelled the camp on Sunday. The regime must lift the siege of Homs."


def said(text: str, outlet: str | None = None) -> list[str]:
    """What each voice outside another's words says, on one line."""
    parts = sentences(text)
    found = find_attributions(Report("r1", text, outlet=outlet), parse(text, parts), Reading(sentences=tuple(parts)))
    return [" ".join(" ".join(text[a:b] for a, b in v.content).split()) for v in found if v.parent is None]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("The army must hold its fire.", True),
        ("However, the militia has broken its word.", True),
        ("Notes to editors\n\nThe envoy flew to Cairo in May.", False),
        ("Background: the two sides have met four times.", False),
        ("The full report can be found on the website of the inquiry.", False),
        ("Mr Reeve will travel to Cairo on 3 May.", False),
        ("The envoy will travel to Cairo on 3 May.", False),
        ("A colonel said:\n\nThe camp is quiet.", False),
        ("ENDS\n\nThe envoy flew to Cairo in May.", False),
    ],
)
def test_a_release_s_statement_goes_on_to_what_cannot_be_the_speaker_s(below: str, told: bool) -> None:
    first = said(f"Speaking in Oslo, the envoy John Reeve said:\n\n{SHELLED}\n\n{below}", "Kenyan Ministry of Defence")[
        0
    ]
    assert first.startswith("The rebels shelled the camp") and (first != SHELLED.rstrip(".")) == told


def test_a_newspaper_s_own_words_stand_behind_a_statement() -> None:
    text = f"The envoy said:\n\nWe saw it. {SHELLED}\n\nPolice counted four dead."
    assert said(text, "Nairobi Times")[0].endswith("the siege of Homs")


def test_scare_quotes_do_not_stop_a_statement() -> None:
    text = 'Reeve said: The navy has listed six firms. We know the makers of "army" flags.\n\nThe crews were freed.'
    assert said(text, "Kenyan Ministry of Defence") == [
        'The navy has listed six firms. We know the makers of "army" flags. The crews were freed'
    ]


def test_a_passage_left_open_runs_to_its_closing_mark() -> None:
    text = (
        'The Kenyan defence ministry issued the following statement: "The navy sank two boats off Lamu.\n\n'
        'Three sailors were hurt.\n\nThe port will open again on Friday."\n\nTrucks queued at the border.'
    )
    (told,) = said(text)
    assert "Three sailors were hurt" in told and "again on Friday" in told and "Trucks" not in told


def test_the_last_turn_goes_on_to_the_end_mark() -> None:
    text = (
        "QUESTION: Does the ministry know of the fleet?\n\nANSWER: The ships left on Monday.\n\n"
        "The government takes reports of fishing seriously.\n\n###\n\nPublished in Nairobi."
    )
    assert said(text)[-1] == "The ships left on Monday. The government takes reports of fishing seriously"
