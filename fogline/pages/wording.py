"""A ledger in words: who speaks, what is said to have happened, when and where, for page and terminal alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import PurePath

from fogline.records import (
    Attribution,
    Claim,
    Event,
    Finding,
    Lookup,
    Participant,
    Quantity,
    Span,
    Timex,
)

# Shape before colour: every status has a sign of its own, so that a threat never looks like a deed in print either.
STATUS_SIGNS = {
    "done": "●", "not_done": "○", "denied": "✕", "threatened": "!", "promised": "→", "ordered": "→",
    "authorised": "→", "asked": "?", "planned": "→", "attempted": "◐", "possible": "?", "conditional": "?",
    "forecast": "→", "unknown": "·",
}  # fmt: skip
STATUS_LEGEND = (
    ("●", "done"), ("○", "not done"), ("✕", "denied"), ("!", "threatened"),
    ("→", "promised, ordered, authorised, planned or forecast"), ("◐", "attempted"),
    ("?", "asked, possible or conditional"), ("·", "unknown"),
)  # fmt: skip
# Control characters and the marks that turn the direction of writing: shown raw, a report could move the cursor, colour
# the screen, or make a line read backwards.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Text that a terminal shows as it is and never obeys, on one line.

    >>> plain("The \x1b[31mred\x1b[0m line")
    'The �[31mred�[0m line'
    """
    return " ".join(UNSAFE.sub("�", text).split())


RELATIVE = re.compile(r",? (?:who|which|that)$")  # "the analyst, who": the pronoun speaks for the analyst


class Wording(Lookup):
    """One ledger and its entries in words."""

    @property
    def title(self) -> str:
        """The report's title, else the name of its file (with the line in it), else its id."""
        origin = self.ledger.report.origin
        line = f", line {origin.line}" if origin.line else ""
        file = "standard input" if origin.path == "-" else PurePath(origin.path or "").name
        return self.ledger.report.title or (f"{file}{line}" if file else f"report {self.ledger.report.id}")

    @property
    def outlet(self) -> str:
        """The name of the outlet's own voice."""
        return self.ledger.report.outlet or "the report itself"

    def quote(self, spans: Iterable[tuple[int, int]], longest: int = 0) -> str:
        """The exact words of one or more spans on one line, cut after ``longest`` characters if given."""
        words = " … ".join(" ".join(self.ledger.words(s).split()) for s in spans)
        return words if not longest or len(words) <= longest else words[: longest - 1].rstrip() + "…"

    def source(self, attribution: Attribution) -> str:
        """The voice's own words in the text, its resolved name behind them where that tells more."""
        said = RELATIVE.sub("", self.quote(attribution.source, 60)) or "(no source named)"
        entity = self.entities.get(attribution.source_entity or "")
        return f"{said} [{entity.name}]" if entity and entity.name.lower() not in said.lower() else said

    def voices(self, claim_id: str | None) -> list[str]:
        """Who is behind a claim, innermost voice first; the outlet where nobody else is."""
        attribution = self.attribution_of(claim_id)
        chain: dict[str, str] = {}
        while attribution and attribution.id not in chain:
            chain[attribution.id] = self.source(attribution)
            attribution = self.attributions.get(attribution.parent or "")
        return list(chain.values()) or [self.outlet]

    def according_to(self, claim_id: str | None) -> str:
        """The voices behind a claim as one phrase."""
        return ", as told by ".join(self.voices(claim_id))

    def claim_of(self, attribution: Attribution) -> Claim | None:
        """The claim that an attribution makes."""
        return self._by_attribution.get(attribution.id)

    @cached_property
    def _by_attribution(self) -> dict[str, Claim]:
        return {c.attribution: c for c in self.ledger.claims if c.attribution}

    def who(self, participants: Iterable[Participant]) -> str:
        """Actors or recipients by name and PLOVER code; a dash where nobody is stated."""
        return "; ".join(self._participant(p) for p in participants) or "—"

    def _participant(self, participant: Participant) -> str:
        entity = self.entities.get(participant.entity or "")
        code = " ".join(filter(None, (entity.country, entity.sector))) if entity else ""
        name = self.quote([Span(participant.start, participant.end)], 50)
        return f"{name} ({code})" if code else name

    def when(self, event: Event) -> str:
        """The act's own time as an interval; a dash where the text gives none."""
        if event.time is None:
            return "—"
        return event_bounds(event.time.begin, event.time.finish) or event.time.value or "—"

    def where(self, event: Event) -> str:
        """The act's own place and how precise it is; a dash where the text gives none."""
        place = self.places.get(event.place or "")
        return f"{place.name} ({place.precision})" if place else "—"

    def casualties(self, event: Event) -> str:
        """Killed, injured and the like, in the words of the report."""
        found = (self.quantities[q] for q in event.casualties if q in self.quantities)
        return "; ".join(f"{self.quote([Span(q.start, q.end)])} {q.role or ''}".strip() for q in found)

    def sides(self, finding: Finding) -> list[tuple[str, str]]:
        """Both sides of a finding: letter and exact words, as far as they stand in this report."""
        own = (e for e in finding.evidence if e.report_id == self.ledger.report.id)
        return [(e.side, self.quote([Span(e.start, e.end)])) for e in own]


def event_bounds(begin: tuple[str | None, str | None], finish: tuple[str | None, str | None]) -> str:
    """An interval in as few words as it takes.

    >>> event_bounds(("2025-11-19", "2025-11-19"), ("2025-11-20", "2025-11-20"))
    '2025-11-19 to 2025-11-20'
    >>> event_bounds(("2025-11-16", "2025-11-16"), ("2025-11-16", "2025-11-16"))
    '2025-11-16'
    >>> event_bounds((None, None), (None, "2025-12-06"))
    'by 2025-12-06'
    """
    first, last = begin[0] or begin[1], finish[1] or finish[0]
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"by {last}" if last else ""


def timex_meaning(time: Timex) -> str:
    """What a time expression was read as: value, modifier and interval."""
    value = " ".join(filter(None, (time.value, time.mod)))
    return ", ".join(filter(None, (value, event_bounds(time.begin, time.finish)))) or "not resolved"


def amount(quantity: Quantity) -> str:
    """A quantity's range with its bound.

    >>> from fogline.records import Quantity
    >>> amount(Quantity("q", 0, 11, 12, None, "at_least", "person", role="killed"))
    'at least 12 person, killed'
    """
    low, high = _number(quantity.low), _number(quantity.high)
    if low and high:
        number = low if low == high else f"{low}–{high}"
    else:
        number = f"at least {low}" if low else f"up to {high}"
    unit = f"{number} {quantity.unit}"
    return f"{unit}, {quantity.role}" if quantity.role else unit


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,}"
