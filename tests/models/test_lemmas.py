"""Lemmas of short verbs keep the "e" that the model's rules drop."""

from __future__ import annotations

import pytest

from fogline.models.english import parse
from fogline.reading.sentences import sentences

CASES = {
    "Oslo hopes that the truce will hold.": ("hopes", "hope"),
    "The rebels are hoping for talks.": ("hoping", "hope"),
    "The militia staged an attack on the port.": ("staged", "stage"),
    "The court fined the bank.": ("fined", "fine"),
    "The crew passes the port at noon.": ("passes", "pass"),
    "The governor visited the camp.": ("visited", "visit"),
    "Police stopped the truck.": ("stopped", "stop"),
}


@pytest.mark.parametrize("text", CASES)
def test_lemma_of_the_verb(text: str) -> None:
    word, lemma = CASES[text]
    found = parse(text, sentences(text))
    assert [found.lemmas[k] for k in range(len(found)) if found.lower(k) == word] == [lemma]
