"""Country and sector where the words beside a name give them, and nothing where they do not."""

from __future__ import annotations

import pytest

from fogline.models.english import parse
from fogline.reading.mentions import find_entities
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("U.S. Army General Mark Hale, commander of the task force, spoke.", "Mark Hale", ("USA", "MIL")),
        ("The Norwegian citizen Ivo Lund was freed.", "Ivo Lund", ("NOR", None)),
        ("Ivo Lund, the Acting General Director of the port, left.", "Ivo Lund", (None, None)),
        ("A rebel group called the Army of the Hills burned a mill.", "Army of the Hills", (None, "REB")),
        ("The Army of the Hills burned a mill.", "Army of the Hills", (None, None)),
        ("The Kenyan Army burned a mill.", "Kenyan Army", ("KEN", "MIL")),
    ],
)
def test_codes(text: str, name: str, codes: tuple[str | None, str | None]) -> None:
    ready = sentences(text)
    entities, _ = find_entities(Report("r1", text), parse(text, ready), Reading(sentences=ready))
    assert [(e.country, e.sector) for e in entities if e.name == name] == [codes]
