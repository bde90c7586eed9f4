"""Spots by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from fogline.reading.mentions_spots import Spot
from fogline.tables import actors

NOT_JOINED = ("weapon", "event", "other")


class Names:
    """The spots found so far, by where they begin."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self.starts = [s.start for s in spots]
        self.joinable = {s.start: s for s in reversed(spots) if s.by != actors.DEMONYM}
        self.joinable = {at: s for at, s in self.joinable.items() if s.type not in NOT_JOINED}

    def around(self, at: int) -> Spot | None:
        """The name, not of a weapon, that covers a character."""
        n = bisect_right(self.starts, at)
        return next((s for s in self.spots[max(0, n - 4) : n] if s.end > at and s.type != "weapon"), None)

    def within(self, start: int, end: int) -> list[Spot]:
        """The names, not of weapons, that begin in a stretch."""
        found = self.spots[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [s for s in found if s.type != "weapon"]

    def after(self, at: int) -> Spot | None:
        """The first name at or after a place."""
        n = bisect_left(self.starts, at)
        return self.spots[n] if n < len(self.spots) else None

    def join(self, spot: Spot) -> None:
        """Add a phrase that others may be joined to ("the UN High Commissioner" rather than "the UN")."""
        held = self.joinable.get(spot.start)
        if held is None or (held.end < spot.end and held.kind == "name"):
            self.joinable[spot.start] = spot

    def ending(self, at: int) -> Spot | None:
        """The name that ends exactly at a place."""
        n = bisect_left(self.starts, at)
        return next((s for s in self.spots[max(0, n - 3) : n] if s.end == at), None)
