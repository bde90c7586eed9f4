"""Pairs of reports: one event told twice, and where the tellings differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from fogline.checking.across.acts import compare_acts
from fogline.checking.across.aligning import Pair, couples
from fogline.checking.across.beside import Row, beside
from fogline.checking.across.casualties import compare_casualties
from fogline.checking.across.measures import compare_measures
from fogline.checking.across.outcomes import compare_outcomes
from fogline.checking.across.perpetrators import compare_perpetrators
from fogline.checking.across.places import compare_places
from fogline.checking.across.times import compare_times
from fogline.checking.across.weapons import compare_weapons
from fogline.records import CERTAINTIES, Fact, Finding, Ledger

__all__ = ["COMPARISONS", "Comparison", "Pair", "Row", "beside", "compare", "compare_new", "couples", "differences"]

Comparison = Callable[[Pair], Iterator[Finding]]

COMPARISONS: tuple[Comparison, ...] = (
    compare_casualties, compare_measures, compare_places, compare_times, compare_perpetrators, compare_weapons,
    compare_outcomes, compare_acts,
)  # fmt: skip


def compare(
    ledgers: Sequence[Ledger], facts: Sequence[Fact] | None = None, *, comparisons: Sequence[Comparison] = COMPARISONS
) -> tuple[Finding, ...]:
    """What differs between reports of the same event; nothing of what is wrong inside one of them.

    Reports are aligned by days, names and what they speak of; then numbers, places, times, weapons, outcomes and who
    is said to have done it are laid side by side. What both reports have is left alone. A later count is an
    ``update``, one voice that differs from itself a ``contradiction``, two voices are a ``dispute``. Copies of one
    report (``copy_of``) speak once. ``facts`` is kept for comparisons that need the record; none of these does yet.
    """
    found = {f.id: f for pair in couples(ledgers) for f in differences(pair, comparisons)}
    return tuple(sorted(found.values(), key=_rank))


def compare_new(ledger: Ledger, others: Iterable[Ledger]) -> tuple[Finding, ...]:
    """What differs between one report and each of the others that tell of its event; nothing between the others."""
    pairs = (pair for other in others for pair in couples((ledger, other)))
    found = {f.id: f for pair in pairs for f in differences(pair)}
    return tuple(sorted(found.values(), key=_rank))


def differences(pair: Pair, comparisons: Sequence[Comparison] = COMPARISONS) -> tuple[Finding, ...]:
    """What differs between two reports of one event."""
    return tuple(f for one in comparisons for f in one(pair))


def _rank(finding: Finding) -> tuple[int, str, int, str]:
    first = finding.evidence[0]
    return CERTAINTIES.index(finding.certainty), first.report_id, first.start, finding.code + finding.id
