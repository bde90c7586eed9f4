"""What holds of the ledger of any text: spans match words, JSON comes back whole, same input, same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline import line
from fogline.ingest import report_from_text
from fogline.reading.sentences import sentences
from fogline.records import Ledger

PIECES = (
    "The ministry said on Friday that two boats sank off Odesa.", "“No losses,” the fleet’s spokesman said.",
    "Moscow has vowed to retaliate", "at least 12 people", "were killed", "between 3 and 5 March 2024", ",", ".",
    "the former U.S.\nPresident", "Lt. Gen. Orlov", "denied", "‘It was Kyiv’s right.’", "(", ")", "”", "-", "12,5 %",
    "1. 2. 3.", "Київ", "🚀", "\r\n", "\n\n", "\t", "\u2028", "according to", "in the coming days", "A" * 300,
    "NATO", "he", "it",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join).filter(str.strip)


@given(text=TEXTS | st.text(max_size=400))
@settings(deadline=None, max_examples=200)
def test_sentences_hold_all_words_once(text: str) -> None:
    found = sentences(text)
    at = 0
    for sentence in found:
        assert not text[at : sentence.start].strip()
        words = text[sentence.start : sentence.end]
        assert words == words.strip() != ""
        at = sentence.end
    assert not text[at:].strip()


@given(text=TEXTS, language=st.sampled_from(["en", "uk", None]))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_a_ledger_is_tied_to_its_words_and_comes_back_whole(text: str, language: str | None) -> None:
    report = report_from_text(text, published="2025-11-20", language=language)
    ledger, again = (next(line.ledgers([report])) for _ in range(2))
    packed = ledger.to_json()
    assert packed == again.to_json()
    assert ledger.text == text
    assert Ledger.from_json(packed) == ledger
    for start, end in _spans(ledger.as_dict()):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


def _spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every start and end in the ledger, and every list of two numbers, which can only be a span."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value["start"], value["end"]
        for name, child in value.items():
            if name != "map":
                yield from _spans(child)
    elif isinstance(value, (list, tuple)):
        if len(value) == 2 and all(type(part) is int for part in value):
            yield value[0], value[1]
        for child in value:
            yield from _spans(child)
