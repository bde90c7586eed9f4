"""Whom the heads name as sides, and what grammar keeps them from naming."""

from __future__ import annotations

import pytest

import fogline
from fogline.records import Event, Ledger

# text; type; actors; recipients
SIDES = """
Thirty officers and a colonel met for an hour in Accra. | CONSULT | Thirty officers; colonel | Thirty officers; colonel
The two ministers spoke by telephone on Monday. | CONSULT | two ministers | two ministers
Turkish jets struck militants in Syria and Iraq on Monday. | ASSAULT | Turkish jets | militants
Soldiers surrounded the homes of three union leaders in Accra. | COERCE | Soldiers | three union leaders
His detention by the Turkish army lasted a week. | COERCE | Turkish army | His
The witness said that rebels had burned their bodies. | ASSAULT | rebels |
The army attempted to seize the port from the rebels. | COERCE | army | port; rebels
She held talks with the ministers of Iran, Oman and Qatar. | CONSULT | She | ministers of Iran; Oman; Qatar
Secretary of State Jon Brask met the Iraqi minister. | CONSULT | Jon Brask | Iraqi minister
The missiles were used in a strike on army positions near Bouar. | ASSAULT | | army positions
"""


def words(ledger: Ledger, event: Event) -> tuple[list[str], list[str]]:
    actors, recipients = ([ledger.text[p.start : p.end] for p in side] for side in (event.actors, event.recipients))
    return actors, recipients


@pytest.mark.parametrize("row", SIDES.strip().split("\n"))
def test_sides(row: str) -> None:
    text, kind, *sides = (part.strip() for part in row.split("|"))
    ledger = fogline.read(text)
    wanted = tuple([word for word in side.split("; ") if word] for side in sides)
    assert wanted in [words(ledger, event) for event in ledger.events if event.type == kind]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Rebels attacked Gao on Monday. The army said they had burnt two clinics.", "they", "Rebels"),
        ("Kenya closed the crossing. It also recalled its ambassador from Chad on Friday.", "It", "Kenya"),
        ("The governor met the elders on Sunday. She promised them a new well.", "She", "governor"),
        ("Police stopped a lorry near Beni. It was raining.", "It", None),
        ("Although the troops came under attack from rebels near the bridge, they held the town.", "they", None),
    ],
)
def test_whom_a_pronoun_means(text: str, pronoun: str, name: str | None) -> None:
    ledger = fogline.read(text)
    at = text.rindex(f"{pronoun} ")
    meant = next((m.entity for m in ledger.mentions if (m.start, m.end) == (at, at + len(pronoun))), None)
    assert next((e.name for e in ledger.entities if e.id == meant), None) == name
