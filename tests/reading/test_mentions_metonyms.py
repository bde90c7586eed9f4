"""Capitals and seats: ``*Moscow*`` acts, ``_Moscow_`` is a place."""

from __future__ import annotations

import re

import pytest

from fogline.models.english import parse
from fogline.reading.mentions import find_entities
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

MARK = re.compile(r"([*_])([A-Z][A-Za-z ]+)\1")


@pytest.mark.parametrize(
    "line",
    [
        "*Kyiv* said it would not negotiate.",
        "Officials in _Washington_ doubt *Beijing*'s motives.",
        "*Beijing* has been accused by *Washington* of hacking.",
        "Relations between *Ankara* and *Athens* have worsened.",
        "Explosions rocked _Damascus_ on Friday.",
        "_Damascus_ was rocked by explosions.",
        "Talks with *Tehran* resumed in _Vienna_.",
        "The US imposed new sanctions on *Moscow*.",
        "*Moscow*, which denies involvement, expelled two diplomats.",
        "Weapons deliveries to *Kyiv* have slowed.",
        "He flew to _Kyiv_ on Monday.",
        "Fighting reached the outskirts of _Khartoum_.",
        "Pressure from *Washington* and *Brussels* grew.",
        "A train from _Kyiv_ to _Warsaw_ was delayed.",
        "*London*, *Paris* and *Berlin* condemned the test.",
        "Tens of thousands marched through _London_, _Paris_ and _Berlin_.",
        "_Beirut_ airport was closed.",
        "The mayor of _Kyiv_ said power was out.",
        "Rebels advanced on _Bamako_.",
        "Protesters gathered outside the _Kremlin_.",
        "Reporters asked at the _White House_.",
        "The move angered *Islamabad*.",
        "_Tel Aviv_ was hit by a drone.",
        "*Riyadh* is ready to mediate.",
        "_Moscow_ is 500 km from the border.",
        "_Tokyo_ shares fell.",
        "According to *Moscow*, the ship was empty.",
        "*Moscow*-backed officials fled.",
        "_Kyiv_-based engineers rebuilt it.",
        "*Kyiv* was told to wait.",
        "JERUSALEM, Nov 3 - Police closed a road in _Jerusalem_.",
    ],
)
def test_acts_or_place(line: str) -> None:
    text = MARK.sub(r"\2", line)
    ready = sentences(text)
    _, mentions = find_entities(Report("r1", text), parse(text, ready), Reading(sentences=ready))
    expected = [(m[2], m[1] == "*") for m in MARK.finditer(line)]
    words = [(text[m.start : m.end], m.kind == "metonym") for m in mentions]
    assert [w for w in words if w[0] in dict(expected)] == expected
