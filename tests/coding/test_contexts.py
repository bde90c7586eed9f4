"""What an act is about: not what merely stands beside it; a line is a report, ">" the contexts."""

from __future__ import annotations

import pytest

import fogline

ABOUT = """
The coalition carried out an air strike on a terrorist camp near Mosul on Monday. > terrorism territory economic
Kenya and Uganda agreed to work together against the militants. > economic
The army shelled a rebel position near Idlib on Monday. > territory terrorism
"""

TOLD = """
Soldiers seized the ballots in Lodwar on Monday. > election
Jordan deported forty refugees to Syria on Monday. > asylum
A suicide bomber killed nine people in Kano on Monday. > terrorism
Chad accused the army of using a nerve agent in Idlib. > cbrn
"""


def about(text: str) -> set[str]:
    return {context for event in fogline.read(text, published="2025-11-20").events for context in event.contexts}


@pytest.mark.parametrize("line", ABOUT.strip().split("\n"))
def test_an_act_is_not_about_what_stands_beside_it(line: str) -> None:
    text, false = line.split(" > ")
    assert not about(text) & set(false.split())


@pytest.mark.parametrize("line", TOLD.strip().split("\n"))
def test_a_word_beside_the_act_tells_what_it_is_about(line: str) -> None:
    text, told = line.split(" > ")
    assert told in about(text)
