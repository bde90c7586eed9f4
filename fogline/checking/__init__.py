"""Where the reports do not fit: one module a check, listed in CHECKS; pairs of reports in ``across``."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.records import Fact, Finding, Ledger

__all__ = ["check"]


def check(ledger: Ledger, facts: Sequence[Fact] | None = None) -> tuple[Finding, ...]:
    """What does not fit inside one report or against the record; ``facts=None`` means the shipped record."""
    return ()
