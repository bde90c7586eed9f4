"""What the checks ask of a ledger: whose words, which sentence, which days and places stand there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from threading import local
from typing import TypeVar, cast

from fogline.checking.voices import OUTLET, Voices
from fogline.records import (
    Claim,
    Entity,
    Evidence,
    Fact,
    FactUse,
    Finding,
    Ledger,
    Mention,
    Place,
    Quantity,
    Span,
    Timex,
    identify,
)

Days = tuple[str, str]  # first and last day, inclusive
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a finding says, apart from where: its words are whole sentences that a reader can check."""

    code: str
    category: str
    kind: str
    certainty: str
    explanation: str
    rests_on: str
    dissolved_by: str


class Story:
    """A ledger with the look-ups that checks share; it holds no opinion."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.text = ledger, ledger.text
        self.made: dict[Callable[[Story], object], object] = {}
        self._starts = [s.start for s in ledger.sentences]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the report as they are written, each once."""
        return frozenset(re.findall(r"\w+", self.text))

    @cached_property
    def voices(self) -> Voices:
        """Whose words are whose."""
        return Voices(self.ledger)

    def number(self, at: int) -> int:
        """The index of the sentence that holds a character, -1 before the first."""
        return bisect_right(self._starts, at) - 1

    def sentence(self, at: int) -> Span:
        """The sentence that holds a character, or its line where there is none."""
        k = self.number(at)
        if k >= 0 and self.ledger.sentences[k].end > at:
            return Span(self.ledger.sentences[k].start, self.ledger.sentences[k].end)
        start = self.text.rfind("\n", 0, at) + 1
        stop = self.text.find("\n", at)
        return Span(start, len(self.text) if stop < 0 else stop)

    def words(self, span: tuple[int, int]) -> str:
        """The words of a span."""
        return self.text[span[0] : span[1]]

    def voice(self, claim: str | None) -> str:
        """Who says it: an entity id, the source's own words in lower case, or the outlet."""
        return self.voices.of_claim(claim)

    def teller(self, quantity: Quantity) -> str:
        """Who gives a number, also where only the words around it say so."""
        return self.voices.of(quantity, self.sentence(quantity.start))

    def voice_at(self, at: int) -> tuple[str, bool]:
        """Whose words stand at a character, and if they are passed on in indirect speech."""
        starts, said = self._said
        inside = [(size, k, claim) for end, size, k, claim in said[: bisect_right(starts, at)] if at < end]
        if not inside:
            return OUTLET, False
        claim = min(inside, key=lambda found: found[:2])[2]
        return self.voice(claim.id), claim.attribution in self._indirect

    @cached_property
    def _said(self) -> tuple[list[int], list[tuple[int, int, int, Claim]]]:
        """The spans of claims with a voice by their start: the end, the length of the whole claim, its rank."""
        told = [c for c in self.ledger.claims if c.attribution]
        whole = [sum(s.end - s.start for s in c.content) for c in told]
        pieces = sorted((s.start, s.end, whole[k], k) for k, c in enumerate(told) for s in c.content)
        return [p[0] for p in pieces], [(end, size, k, told[k]) for _, end, size, k in pieces]

    @cached_property
    def _indirect(self) -> set[str]:
        return {a.id for a in self.ledger.attributions if a.style == "indirect"}

    def times(self, span: tuple[int, int]) -> Sequence[Timex]:
        """The time expressions inside a span."""
        starts = self._time_starts
        return self.ledger.times[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [t.start for t in self.ledger.times]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [p.start for p in self.ledger.places]

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities of the ledger by their ids."""
        return {e.id: e for e in self.ledger.entities}

    @cached_property
    def _by_start(self) -> tuple[list[int], list[Mention]]:
        inside = sorted(self.ledger.mentions, key=lambda m: (m.start, m.end))
        return [m.start for m in inside], inside

    def mentions(self, span: tuple[int, int]) -> Sequence[Mention]:
        """The mentions that begin inside a span, in order."""
        starts, inside = self._by_start
        return inside[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    def places(self, span: tuple[int, int]) -> Sequence[Place]:
        """The places named inside a span."""
        starts = self._place_starts
        return self.ledger.places[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [q.start for q in self.ledger.quantities]

    def quantities(self, span: tuple[int, int]) -> Sequence[Quantity]:
        """The quantities that begin inside a span, in order."""
        starts = self._quantity_starts
        return self.ledger.quantities[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    def days(self, span: tuple[int, int]) -> tuple[Days, ...]:
        """The dated periods inside a span, as first and last day."""
        return tuple(d for t in self.times(span) if t.type in ("DATE", "TIME") and (d := days(t)))

    def apart(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        """True if two passages name days, or places, that exclude each other."""
        return disjoint(self.days(a), self.days(b)) or self._elsewhere(a, b)

    def _elsewhere(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        narrow = ("exact", "near", "town", "district", "admin1", "unknown")
        here = {
            p.geonameid or p.name.lower() for p in self.places(a) if p.precision in narrow and p.role != "affiliation"
        }
        there = {
            p.geonameid or p.name.lower() for p in self.places(b) if p.precision in narrow and p.role != "affiliation"
        }
        return bool(here and there and not here & there)

    def shares_place_or_day(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        """True if two passages name one place or one day."""
        here = {p.name.lower() for p in self.places(a)} & {p.name.lower() for p in self.places(b)}
        return bool(here or set(self.days(a)) & set(self.days(b)))

    def finding(self, verdict: Verdict, sides: Sequence[tuple[int, int]], facts: Sequence[Fact] = ()) -> Finding:
        """The verdict with its passages: each side's whole sentence, sides A, B, ... in the order given."""
        spans = list(dict.fromkeys(self.sentence(start) for start, _ in sides))[:4]
        report = self.ledger.report.id
        evidence = tuple(Evidence(report, *span, "ABCD"[i]) for i, span in enumerate(spans))
        v = verdict
        used = tuple(FactUse(f.id, stated(f), f.definition, f.source, f.as_of) for f in facts)
        return Finding(
            identify("finding", v.code, report, *(n for s in sides for n in s), *(f.id for f in facts)),
            v.code, v.category, v.kind, v.certainty, evidence, v.explanation, v.rests_on, v.dissolved_by, used,
        )  # fmt: skip


class _Last(local):
    """The story asked for last, in each thread its own."""

    story: Story | None = None


_last = _Last()


def story_of(ledger: Ledger) -> Story:
    """The story of a ledger; that of the last one is kept, so that all checks in a row share what one has looked up."""
    if _last.story is None or _last.story.ledger is not ledger:
        _last.story = Story(ledger)
    return _last.story


def per_story(make: Callable[[Story], Made]) -> Callable[[Story], Made]:
    """A look-up that several checks share: made once, and kept with the story."""

    @wraps(make)
    def kept(story: Story) -> Made:
        if make not in story.made:
            story.made[make] = make(story)
        return cast(Made, story.made[make])

    return kept


def days(time: Timex) -> Days | None:
    """First and last day that a time expression names, if both are known."""
    first, last = time.begin[0], time.finish[1]
    return (first, last) if first and last and first <= last else None


def disjoint(a: Sequence[Days], b: Sequence[Days]) -> bool:
    """True if both name days and no two of them meet.

    >>> disjoint([("2024-05-01", "2024-05-03")], [("2024-05-04", "2024-05-04")])
    True
    """
    return bool(a and b) and not any(x[0] <= y[1] and y[0] <= x[1] for x in a for y in b)


def gap(a: Days, b: Days) -> int:
    """Days between two periods, 0 where they meet."""
    if a[0] <= b[1] and b[0] <= a[1]:
        return 0
    first, last = (a[1], b[0]) if a[1] < b[0] else (b[1], a[0])
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def stated(fact: Fact) -> str:
    """The fact as a reader wants to see it: value and dates."""
    until = f" to {fact.until}" if fact.until else ""
    return f"{fact.value}, {fact.since}{until}" if fact.since else fact.value


def amount(quantity: Quantity) -> str:
    """The number as told, for an explanation.

    >>> amount(Quantity("q", 0, 2, 12.0, None, "at_least", "person"))
    'at least 12'
    """
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low == high:
        return ("about " if quantity.bound == "about" else "") + plain(low)
    if high is None:
        return f"at least {plain(low or 0)}"
    return f"up to {plain(high)}" if not low else f"{plain(low)} to {plain(high)}"


def plain(number: float) -> str:
    """A number without a needless fraction, thousands apart."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,}"


def measure(number: float, unit: str) -> str:
    """A figure with its unit, in the plural where the unit has one.

    >>> measure(186.4, "mile"), measure(12, "km"), measure(3, "foot")
    ('186.4 miles', '12 km', '3 feet')
    """
    if unit in ("km", "kg", "mm", "cm", "percent", "km/h", "mph") or unit.startswith("square km"):
        return f"{plain(number)} {unit}"
    return f"{plain(number)} {'feet' if unit == 'foot' else unit + 's'}"


def clean(words: str) -> str:
    """Words on one line."""
    return re.sub(r"\s+", " ", words).strip()


def capital(words: str) -> str:
    """Words that begin a sentence."""
    return words[:1].upper() + words[1:]
