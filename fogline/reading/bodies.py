"""The countries and bodies that a report names, by where they stand, for the offices that name them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """A country or body named inside an office phrase: "Hamas" in "Hamas leader"."""

    start: int
    end: int
    name: str
    type: str
    country: str | None
    sector: str | None
    joining: str = "of"  # the word between the office and the body: "spokesman for the navy"


class Bodies:
    """The countries and bodies that a report names, by where they stand."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self._by_start = sorted(bodies, key=lambda b: (b.start, -b.end))
        self._by_end = sorted(bodies, key=lambda b: (b.end, -b.start))

    def before(self, at: int) -> Body | None:
        """The longest of the bodies that end last before ``at``, at most 60 characters away."""
        n = bisect_right(self._by_end, at, key=lambda b: b.end) - 1
        last = self._by_end[n].end if n >= 0 else -1
        while n > 0 and self._by_end[n - 1].end == last:
            n -= 1
        return self._by_end[n] if last >= at - 60 and n >= 0 else None

    def at(self, start: int) -> Body | None:
        """The longest body that begins exactly at ``start``."""
        n = bisect_left(self._by_start, start, key=lambda b: b.start)
        return self._by_start[n] if n < len(self._by_start) and self._by_start[n].start == start else None
