"""An event with everything it points to, looked up once for all event-shaped formats."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.records import (
    Attribution,
    Claim,
    Entity,
    Event,
    Ledger,
    Lookup,
    Participant,
    Place,
    Quantity,
    Report,
)

PINNED = ("exact", "near", "town")  # precisions whose point may be drawn as a point


@dataclass(frozen=True, slots=True)
class Person:
    """An actor, recipient or voice: the words, the canonical name, and PLOVER's codes where they are known."""

    words: str
    entity: Entity | None
    country: str | None
    sector: str | None

    @property
    def code(self) -> str:
        """Country and sector run together, as CAMEO writes them; empty if neither is known."""
        return f"{self.country or ''}{self.sector or ''}"


@dataclass(frozen=True, slots=True)
class Outline:
    """One event, its people, voice, place, days and dead; ``mentions`` counts how often the report tells it."""

    ledger: Ledger
    event: Event
    actors: tuple[Person, ...]
    recipients: tuple[Person, ...]
    claim: Claim | None
    attribution: Attribution | None
    voice: Person | None
    place: Place | None
    casualties: tuple[Quantity, ...]
    mentions: int

    @property
    def report(self) -> Report:
        """The report that tells the event."""
        return self.ledger.report

    @property
    def done(self) -> bool:
        """True for an act that is told as done; everything else is only said."""
        return self.event.status == "done"

    @property
    def words(self) -> str:
        """The words that tell the act."""
        return " … ".join(self.ledger.words(span) for span in self.event.evidence)

    @property
    def voice_words(self) -> str:
        """Who says so, in the report's words; empty if it is the outlet itself."""
        return self.voice.words if self.voice else ""

    @property
    def days(self) -> tuple[str | None, str | None]:
        """First and last day on which it may have happened; None where unknown, never the publication date."""
        time = self.event.time
        return (time.begin[0], time.finish[1]) if time else (None, None)

    @property
    def pinned(self) -> Place | None:
        """The place, if it is resolved and narrow enough for its point to be drawn."""
        held = self.place
        return held if held and held.precision in PINNED and held.lat is not None and held.lon is not None else None

    def suffered(self, role: str) -> tuple[Quantity, ...]:
        """The casualties of one role that are no part of another one given."""
        held = [one for one in self.casualties if one.role == role]
        totals = {one.id for one in held}
        return tuple(one for one in held if one.part_of not in totals)


def outlines(ledgers: Iterable[Ledger], *, every: bool = False) -> Iterator[Outline]:
    """Every event of every ledger once, in text order: later tellings of an event (`same_as`) are only counted.

    An act that one passage tells as done and another as only said gives one row each; with ``every`` all tellings do.
    """
    for ledger in ledgers:
        look = _Look(ledger)
        told = Counter(_identity(event) for event in ledger.events)
        for event in ledger.events:
            mentions = 1 if every else told.pop(_identity(event), 0)
            if mentions:
                yield look.outline(event, mentions)


def extent(quantities: Iterable[Quantity]) -> tuple[float | None, float | None]:
    """Low and high end of a sum; an open side of one part is an open side of the whole.

    >>> extent(())
    (None, None)
    """
    held = tuple(quantities)
    lows, highs = [one.low for one in held], [one.high for one in held]
    low = sum(n for n in lows if n is not None) if held and None not in lows else None
    return low, sum(n for n in highs if n is not None) if held and None not in highs else None


def _identity(event: Event) -> tuple[str, bool]:
    return event.same_as or event.id, event.status == "done"


class _Look(Lookup):
    """A ledger's entries by id, and its events with all that they point to."""

    def outline(self, event: Event, mentions: int) -> Outline:
        claim = self.claims.get(event.claim or "")
        attribution = self.attribution_of(event.claim)
        return Outline(
            self.ledger,
            event,
            tuple(map(self.person, event.actors)),
            tuple(map(self.person, event.recipients)),
            claim,
            attribution,
            self.voice(attribution) if attribution else None,
            self.places.get(event.place or ""),
            tuple(self.quantities[name] for name in event.casualties if name in self.quantities),
            mentions,
        )

    def person(self, one: Participant) -> Person:
        held = self.entities.get(one.entity or "")
        words = self.ledger.words((one.start, one.end))
        return Person(words, held, held.country if held else None, held.sector if held else None)

    def voice(self, one: Attribution) -> Person:
        words = " … ".join(self.ledger.words(span) for span in one.source)
        return Person(words, self.entities.get(one.source_entity or ""), one.country, one.sector)


def sentence(ledger: Ledger, start: int) -> tuple[int, int, int] | None:
    """Number (from 1) and edges of the sentence that holds a character."""
    i = bisect_right(ledger.sentences, start, key=lambda one: one.start) - 1
    held = ledger.sentences[i] if i >= 0 else None
    return (i + 1, held.start, held.end) if held and held.end > start else None
