"""Ledgers as JSON Lines (`fogline-ledger/1`): everything, one report a line; the format to exchange and keep."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.export.writing import Out, opened
from fogline.records import Ledger

SUFFIX = ".jsonl"


def write(ledgers: Iterable[Ledger], out: Out) -> None:
    """Write one line of JSON a ledger, exactly as `Ledger.to_json` gives it."""
    with opened(out) as file:
        file.writelines(ledger.to_json() + b"\n" for ledger in ledgers)
