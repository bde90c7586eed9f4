"""Pairs of reports: one event told twice, and where the tellings differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fogline.checking.across.aligning import Pair, couples
from fogline.checking.across.casualties import compare_casualties
from fogline.checking.across.measures import compare_measures
from fogline.checking.across.outcomes import compare_outcomes
from fogline.checking.across.perpetrators import compare_perpetrators
from fogline.checking.across.places import compare_places
from fogline.checking.across.times import compare_times
from fogline.checking.across.weapons import compare_weapons
from fogline.records import CERTAINTIES, Fact, Finding, Ledger

__all__ = ["COMPARISONS", "Comparison", "compare"]

Comparison = Callable[[Pair], Iterator[Finding]]

COMPARISONS: tuple[Comparison, ...] = (
    compare_casualties, compare_measures, compare_places, compare_times, compare_perpetrators, compare_weapons,
    compare_outcomes,
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
    found: dict[str, Finding] = {}
    for pair in couples(ledgers):
        for one in comparisons:
            found.update((f.id, f) for f in one(pair))
    return tuple(sorted(found.values(), key=_rank))


def _rank(finding: Finding) -> tuple[int, str, int, str]:
    first = finding.evidence[0]
    return CERTAINTIES.index(finding.certainty), first.report_id, first.start, finding.code + finding.id
