"""Contents to their end: what "and" adds to them, what belongs to their object, and where the voice judges itself."""

from __future__ import annotations

import pytest

from fogline.models.english import parse
from fogline.reading.attribution import find_attributions
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report


def said(text: str) -> list[str]:
    """What each voice says."""
    parts = sentences(text)
    found = find_attributions(Report("r1", text), parse(text, parts), Reading(sentences=tuple(parts)))
    return [" ".join(text[a:b] for a, b in v.content) for v in found]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The ministry described crass conduct by guards behind the walls of the jail.", "the jail"),
        (
            "Norway condemns both the raid at a market in Basra, and the car bomb attacks in Mosul on Monday.",
            "on Monday",
        ),
        ("The governor promised to meet and in some cases exceed the targets.", "the targets"),
        ("The mayor has mentioned freeing prisoners and forcing the port to pay.", "to pay"),
        ("The head of the navy spoke of the war, and how the fleet was rebuilt.", "rebuilt"),
        ("Aid groups report that rebels have reached the UNESCO Old Fort at Derna.", "Derna"),
        ("U.S. officials reported that the raid killed 13, and considered it successful.", "killed 13"),
        ("Norway wants to send ships to Lamu.", "Lamu"),
    ],
)
def test_a_content_goes_to_its_end(text: str, end: str) -> None:
    (content,) = said(text)
    assert content.endswith(end)


@pytest.mark.parametrize("text", ["The governor wanted to send ships.", "Sailors who want to rest stay in Lamu."])
def test_a_past_or_describing_wish_is_no_voice(text: str) -> None:
    assert said(text) == []


def test_the_infinitive_speaks_behind_want() -> None:
    assert said("I want to thank the crew of the ferry.") == ["the crew of the ferry"]
