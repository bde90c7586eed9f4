"""The sentences of a report that speak of one thing share their rare words."""

from __future__ import annotations

from fogline.checking.story import Story
from fogline.checking.telling.alike import Wording
from fogline.line import ledgers
from fogline.records import Report

TEXT = (
    "The union of Riga hailed the new timetable of the night trains. A driver resigned. The union of Riga condemned "
    "the new timetable of the night trains."
)


def test_sentences_of_one_thing_share_their_words() -> None:
    wording = Wording(Story(next(ledgers([Report("r", TEXT, published="2025-11-20")]))))
    assert len(wording.keys[0] & wording.keys[2]) > 3
    assert min(wording.weights.values()) > 0
