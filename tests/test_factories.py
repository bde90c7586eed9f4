"""The factories' own records are sound: every span of theirs holds the words it claims."""

from __future__ import annotations

from fogline.records import Ledger
from tests.factories import full_ledger, make_ledger


def test_full_ledger_survives_json() -> None:
    ledger = full_ledger()
    assert Ledger.from_json(ledger.to_json()) == ledger


def test_full_ledger_points_at_its_words() -> None:
    ledger = full_ledger()
    assert [ledger.words(span) for span in ledger.events[0].evidence] == ["attacked"]
    assert ledger.places[0].name == ledger.words((ledger.places[0].start, ledger.places[0].end))


def test_empty_ledger_is_empty() -> None:
    ledger = make_ledger()
    assert (ledger.events, ledger.findings, ledger.sentences) == ((), (), ())
