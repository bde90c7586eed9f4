"""Which reports tell of one event, which sentence of one answers which of the other, and what a finding quotes.

Two reports are of one event if they come within days of each other, share names, and share enough of what they speak
of. Where they agree they are left alone: only what one report has and the other lacks is laid side by side, and only
between sentences that speak of one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from fogline.checking.across.telling import Passage, Telling, near_days
from fogline.checking.dating.calendar import published
from fogline.checking.story import Verdict, disjoint
from fogline.records import Evidence, Finding, Ledger, Span, identify

APART = 14  # days between two reports of one event
# what share of the shorter opening the other must have: without a shared place, with one, with more
SHARES = (0.45, 0.28, 0.25)
CHOSEN = (0.18, 0.16, 0.14)  # the same where a user lays two reports side by side
SLIP = 2  # days apart that two reports chosen so may put one event, if they open with a shared place
UNDATED = 0.12  # more than that where a date of publication is unknown
COUNTED = 0.05  # what a number that both reports have adds to that share, up to three of them
NEAR_COPY, LEAST = 0.6, 10
CLOSE = 0.16  # affinity of two sentences that may speak of one thing


@dataclass(frozen=True)
class Pair:
    """Two reports of one event; ``a`` is the earlier published, if both dates are known."""

    a: Telling
    b: Telling

    @cached_property
    def _affinity(self) -> dict[tuple[int, int], float]:
        return {(x.number, y.number): _like(self, x, y) for x in self.a.passages for y in self.b.passages}

    def affinity(self, x: Passage, y: Passage) -> float:
        """How much of what two sentences speak of is shared, 0..1; rare words and names weigh most."""
        return self._affinity[x.number, y.number]

    def close(self, x: Passage, y: Passage) -> bool:
        """True if two sentences may speak of one thing."""
        return self.affinity(x, y) >= CLOSE or self.best(x, y)

    def best(self, x: Passage, y: Passage) -> bool:
        """True if neither sentence has a nearer one in the other report, and they share something."""
        here = self.affinity(x, y)
        rivals = [v for (i, j), v in self._affinity.items() if (i == x.number) != (j == y.number)]
        return here >= CLOSE / 2 and here >= max(rivals, default=0)

    @cached_property
    def same_day(self) -> bool:
        """True if both reports were published on one day, or a date is unknown."""
        return not self.a.published or not self.b.published or self.a.published == self.b.published

    def finding(self, verdict: Verdict, at: tuple[int, int]) -> Finding:
        """The verdict with the sentence around a position of each report."""
        spans = tuple(zip((self.a, self.b), at, "AB", strict=True))
        evidence = tuple(Evidence(t.id, *_quoted(t, p), side) for t, p, side in spans)
        v = verdict
        where = (n for e in evidence for n in (e.report_id, e.start, e.end))
        return Finding(
            identify("finding", v.code, v.kind, *where),
            v.code, v.category, v.kind, v.certainty, evidence, v.explanation, v.rests_on, v.dissolved_by,
        )  # fmt: skip


def _quoted(telling: Telling, position: int) -> Span:
    return telling.story.sentence(position)


def _like(pair: Pair, x: Passage, y: Passage) -> float:
    both, here, there = x.stems & y.stems, pair.a.weights, pair.b.weights
    whole = (sum(here[s] for s in x.stems) * sum(there[s] for s in y.stems)) ** 0.5
    return sum((here[s] * there[s]) ** 0.5 for s in both) / whole if whole else 0.0


def couples(ledgers: Iterable[Ledger]) -> Iterator[Pair]:
    """The pairs of reports that tell of one event, each as a pair; copies speak once.

    A copy is laid beside what it copies, to show what was changed on the way, and beside nothing else.
    """
    given = sorted(ledgers, key=lambda ledger: ledger.report.published or "9999")
    ids = {ledger.report.id for ledger in given}
    tellings, chosen = [Telling(ledger) for ledger in given], len(given) == 2
    for a, b in combinations(tellings, 2):
        copies = {t.ledger.report.copy_of for t in (a, b)} & ids
        if (not copies or copies <= {a.id, b.id}) and related(a, b, chosen=chosen):
            yield Pair(a, b)


def related(a: Telling, b: Telling, *, chosen: bool = False) -> bool:
    """True if two reports tell of one event: days, places, and what they open with.

    Without a date of publication, or without a town that both open with, the openings must be nearer to each other;
    less so where just these two were ``chosen`` to be compared.
    """
    if not _in_days(a, b) or a.ledger.text == b.ledger.text or not a.names & b.capitals | b.names & a.capitals:
        return False
    share = len(a.lead & b.lead) / max(LEAST, min(len(a.lead), len(b.lead)))
    share += COUNTED * min(len(a.numbers & b.numbers), 3)
    spots = (a.spots | b.spots) & a.opening & b.opening
    told_alike = share >= NEAR_COPY and _in_days(a, b, 1)
    slip = chosen and spots and share >= SHARES[2] and _in_days(a, b, SLIP)
    if a.published != b.published and disjoint(a.lead_days, b.lead_days) and not told_alike and not slip:
        return False  # each tells of a day of its own
    wanted = (CHOSEN if chosen else SHARES)[min(len(spots), 2)]
    return share >= wanted + (0 if a.published and b.published else UNDATED)


def _in_days(a: Telling, b: Telling, apart: int = APART) -> bool:
    first, second = published(a.published), published(b.published)
    return first is None or second is None or near_days(first, second, apart)


def later(pair: Pair) -> bool:
    """True if the second report came on a later day."""
    first, second = pair.a.published, pair.b.published
    return bool(first and second and _day(first) < _day(second))


def _day(prefix: str) -> date:
    period = published(prefix)
    return date.fromisoformat(period[1]) if period else date.max
