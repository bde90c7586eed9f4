"""The ledger's own door: what goes out comes back, and what is no ledger is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fogline.errors import InputError
from fogline.records import Ledger
from tests.factories import full_ledger


def test_a_ledger_comes_back_whole() -> None:
    ledger = full_ledger()
    assert Ledger.from_json(ledger.to_json()) == ledger
    assert Ledger.from_dict(ledger.as_dict()) == ledger


def without(*path: str) -> Any:
    raw: Any = full_ledger().as_dict()
    part = raw
    for name in path[:-1]:
        part = part[name]
    del part[path[-1]]
    return raw


NO_LEDGERS: tuple[Any, ...] = (
    None, [], {}, {"schema": "other"}, without("report"), without("text"), without("schema"), without("made_with"),
    without("report", "id"),
)  # fmt: skip


@pytest.mark.parametrize("raw", NO_LEDGERS)
def test_what_is_no_ledger_is_told(raw: Any) -> None:
    with pytest.raises(InputError, match="F150"):
        Ledger.from_json(json.dumps(raw))


def test_a_line_that_is_not_json_is_told() -> None:
    with pytest.raises(InputError, match="not JSON"):
        Ledger.from_json("{")
