"""Where the reports do not fit: one module a check, listed in CHECKS, in folders by what they weigh.

``counts`` numbers, ``dating`` days and hours, ``offices`` who holds what when, ``telling`` one thing told twice,
``record`` statements against the dated facts, ``across`` pairs of reports; what they share stands beside them
(``story``: the look-ups, ``voices``: whose words are whose). Codes: C1xx inside a report, C2xx against the record,
C3xx voices that differ (content, not a fault), C4xx across reports. Every check prefers silence to a false accusation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

from fogline.checking.acts.check import check_acts
from fogline.checking.acts.firsts import check_firsts
from fogline.checking.counts.ages import check_ages
from fogline.checking.counts.balances import check_balances
from fogline.checking.counts.changes import check_differences, check_percentages
from fogline.checking.counts.conversions import check_conversions
from fogline.checking.counts.crews import check_crews
from fogline.checking.counts.nobody_hurt import check_nobody_hurt
from fogline.checking.counts.numbers import check_numbers
from fogline.checking.counts.partitions import check_partitions
from fogline.checking.counts.parts import check_parts, check_shares
from fogline.checking.counts.proportions import check_proportions
from fogline.checking.counts.recounts import check_recounts
from fogline.checking.counts.remainders import check_remainders
from fogline.checking.counts.speeds import check_speeds
from fogline.checking.counts.sums import check_sums
from fogline.checking.counts.taken_up import check_taken_up
from fogline.checking.counts.wholes import check_wholes
from fogline.checking.dating.ahead import check_after_publication
from fogline.checking.dating.anniversaries import check_anniversaries
from fogline.checking.dating.clocks import check_clocks
from fogline.checking.dating.dates import check_once
from fogline.checking.dating.durations import check_durations
from fogline.checking.dating.lengths import check_lengths
from fogline.checking.dating.own_date import check_own_date
from fogline.checking.dating.running import check_running
from fogline.checking.dating.sequence import check_sequence
from fogline.checking.dating.states import check_states
from fogline.checking.dating.weekdays import check_weekdays
from fogline.checking.offices.offices import check_holders, check_two_holders
from fogline.checking.offices.powers import check_powers
from fogline.checking.record.agreements import check_agreements
from fogline.checking.record.conflicts import check_conflicts
from fogline.checking.record.elections import check_elections
from fogline.checking.record.memberships import check_memberships
from fogline.checking.record.milestones import check_milestones
from fogline.checking.record.past_terms import check_terms
from fogline.checking.record.reach import check_ranges
from fogline.checking.record.war_years import check_war_years
from fogline.checking.record.weapons import check_authority
from fogline.checking.telling.authorship import check_authorship
from fogline.checking.telling.one_happening import check_one_happening
from fogline.checking.telling.retold import check_retold
from fogline.checking.tensions import check_tensions
from fogline.records import CERTAINTIES, Fact, Finding, Ledger
from fogline.tables.facts_added import record as in_use

__all__ = ["CHECKS", "Check", "check"]

Check = Callable[[Ledger, Sequence[Fact]], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_own_date, check_numbers, check_parts, check_nobody_hurt, check_recounts, check_war_years, check_two_holders,
    check_holders, check_elections, check_once, check_weekdays, check_durations, check_lengths,
    check_after_publication, check_shares, check_differences, check_percentages, check_remainders, check_conversions,
    check_powers, check_firsts, check_sequence, check_states, check_ranges, check_milestones, check_authority,
    check_tensions, check_sums, check_proportions, check_balances, check_conflicts, check_agreements,
    check_memberships, check_retold, check_one_happening, check_authorship, check_ages, check_running,
    check_anniversaries, check_clocks, check_crews, check_speeds, check_terms, check_taken_up, check_acts, check_wholes,
    check_partitions,
)  # fmt: skip


def check(
    ledger: Ledger,
    facts: Sequence[Fact] | None = None,
    *,
    checks: Sequence[Check] = CHECKS,
    guard: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> tuple[Finding, ...]:
    """What does not fit inside one report or against the record, the surest first.

    ``facts=None`` means the shipped record with what the user has added to it, ``()`` none. One fault makes one
    finding: of findings with the same passages the surest is kept. The ledger is not changed. Each check runs inside
    a ``guard``: what one that swallows errors swallows costs the findings of one check only.
    """
    record = in_use() if facts is None else tuple(facts)
    found: list[Finding] = []
    for one in checks:
        with guard():
            found.extend(one(ledger, record))
    return tuple(sorted(one_fault_one_finding(found), key=_rank))


def one_fault_one_finding(found: Sequence[Finding]) -> Iterator[Finding]:
    """Of findings of two checks with the same passages, or within another's of one kind, the surest only."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (CERTAINTIES.index(f.certainty), -len(f.evidence), *_rank(f))):
        if not any(_same_fault(finding, other) for other in kept):
            kept.append(finding)
            yield finding


def _same_fault(a: Finding, b: Finding) -> bool:
    here, there = ({(e.start, e.end) for e in f.evidence} for f in (a, b))
    if a.code == b.code and a.rests_on == b.rests_on:  # two findings of one check
        return here == there and a.explanation == b.explanation
    return here == there or (a.kind == b.kind and a.category == b.category and here <= there)


def _rank(finding: Finding) -> tuple[int, int, int, str]:
    first = finding.evidence[0]
    return CERTAINTIES.index(finding.certainty), first.start, first.end, finding.code + finding.id
