"""Pairs of reports: the same act told twice, and where the tellings differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from fogline.checking.across.aligning import Pair, independent, pairs
from fogline.checking.across.casualties import compare_casualties
from fogline.records import CERTAINTIES, Fact, Finding, Ledger

__all__ = ["COMPARISONS", "Comparison", "compare"]

Comparison = Callable[[Pair], Iterator[Finding]]

COMPARISONS: tuple[Comparison, ...] = (compare_casualties,)


def compare(
    ledgers: Sequence[Ledger], facts: Sequence[Fact] | None = None, *, comparisons: Sequence[Comparison] = COMPARISONS
) -> tuple[Finding, ...]:
    """What differs between reports of the same acts; nothing of what is wrong inside one of them.

    Acts are aligned first (type, who, where, when), then their numbers are compared. A later count is an
    ``update``, two counts as of one time a ``contradiction`` (one outlet) or a ``dispute`` (two voices). Copies of one
    report (``copy_of``) speak once. ``facts`` is kept for comparisons that need the record; none of these does yet.
    """
    found: dict[str, Finding] = {}
    for a, b in combinations(independent(ledgers), 2):
        for pair in pairs(a, b):
            for one in comparisons:
                found.update((f.id, f) for f in one(pair))
    return tuple(sorted(found.values(), key=_rank))


def _rank(finding: Finding) -> tuple[int, str, int, str]:
    first = finding.evidence[0]
    return CERTAINTIES.index(finding.certainty), first.report_id, first.start, finding.code + finding.id
