"""Which two tellings are of one act: what ties them, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

from fogline.checking.acts.parts import Part, same
from fogline.checking.acts.slots import NARROW, at_odds
from fogline.checking.acts.told import Told, planned, told
from fogline.checking.dating.told_days import days_apart
from fogline.checking.story import Days, Story, gap
from fogline.checking.voices import OUTLET

WEIGHTS = {"whom": 1.0, "who": 0.5, "with": 0.5, "where": 0.5, "from": 0.5, "to": 0.5, "for": 0.5, "about": 0.5,
    "between": 0.5, "kind": 0.5, "day": 1.0, "only": 0.5, "lemma": 0.5, "definite": 1.0, "relative": 1.5,
    "participle": 1.0, "adverbial": 1.0, "named": 1.0}  # fmt: skip


def _in(t: Told, name: str) -> tuple[Part, ...]:
    """The parts in a slot; what an attack hits may stand as a place, and what arrives as a means."""
    if name == "who" and "arrive" in t.senses:
        return (*t.slot("who"), *t.slot("with"))
    return (*t.slot("whom"), *t.slot("where")) if name == "whom" and "assault" in t.senses else t.slot(name)


class Pair(NamedTuple):
    """Two tellings of one sense, what ties them and in what they differ."""

    a: Told
    b: Told
    links: dict[str, float]
    odds: tuple[tuple[str, str, str], ...]

    @property
    def score(self) -> float:
        """How surely the two are of one act."""
        return sum(self.links.values())


def pairs(story: Story) -> Iterator[Pair]:
    """The tellings of one sense in one voice that exclude each other somewhere."""
    every = [t for t in told(story) if t.predicate.mood != "open" or planned(story, t)]
    for i, a in enumerate(every):
        for b in every[i + 1 :]:
            if a.number != b.number and a.senses & b.senses and one_voice(story, a, b) and not _long_past(story, a, b):
                odds = tuple(at_odds(a, b))
                if odds:
                    yield Pair(a, b, links(story, a, b, {o[0] for o in odds}), odds)


def _long_past(story: Story, a: Told, b: Told) -> bool:
    """A month or a year before the act or the report stands beside one of them ("Last year's raid on Djibo")."""
    named = [(t.days, [d for d in _around(story, t) if gap((d[0], d[0]), (d[1], d[1])) > 2]) for t in (a, b)]
    published = story.ledger.report.published
    for own, other in (named, named[::-1]):
        days = [date.fromordinal(d.first).isoformat() for d in other[0] if d.scale == "date"]
        first = min(days, default=(published or "")[:10])
        if not own[0] and own[1] and first and all(end < first for _, end in own[1]):
            return not other[1] or bool(other[0])
    return False


def _around(story: Story, t: Told) -> tuple[Days, ...]:
    """The days named in its clause, of a noun in its sentence."""
    spans = (story.sentence(t.at.start),) if t.predicate.kind == "noun" else t.predicate.clause
    return tuple(d for span in spans for d in story.days(span))


def one_voice(story: Story, a: Told, b: Told) -> bool:
    """One voice, or the outlet takes for granted what it passes on from another."""
    if a.voice == b.voice or _one_office(story, a.voice, b.voice):
        return True
    taken, other = (a, b) if a.voice == OUTLET else (b, a)
    return taken.voice == OUTLET and (
        taken.how in ("definite", "relative", "participle", "adverbial") or other.passed_on
    )


def _one_office(story: Story, a: str, b: str) -> bool:
    """As "the commander of the Cauca police" and "the police commander"."""
    names = [set(re.findall(r"[a-z]{4,}", story.voices.name(v).lower())) for v in (a, b)]
    return OUTLET not in (a, b) and len(names[0] & names[1]) > 1 and (names[0] <= names[1] or names[1] <= names[0])


def _unheard(story: Story, t: Told, part: Part) -> bool:
    """The text before has no such thing."""
    before = story.text[: story.sentence(t.at.start).start]
    return not re.search(rf"\b{re.escape(part.head)}", before, re.I)


def links(story: Story, a: Told, b: Told, odd: set[str]) -> dict[str, float]:
    """What two tellings of one report share, and how the later one takes up the earlier, with its weight."""
    found = shares(a, b, odd)
    third = [t for t in told(story) if t.senses & a.senses & b.senses and t.number not in (a.number, b.number)]
    against = [t for t in third if any(o[0] in odd for o in at_odds(a, t))]
    found["only" if not third else "split" if against else "one"] = WEIGHTS["only"] if not third else 0.0
    if b.how == "relative" and all(_unheard(story, b, p) for p in b.slot("whom")):
        found["unheard"] = 0.0
    if b.how in WEIGHTS:
        found[b.how] = WEIGHTS[b.how]
    return found


def shares(a: Told, b: Told, odd: set[str]) -> dict[str, float]:
    """What two tellings share, by slot, with its weight; what they are at odds in does not count."""
    found: dict[str, float] = {}
    for name, weight in WEIGHTS.items():
        pairs_of = product((*_in(a, name), *a.before.get(name, ())), _in(b, name))
        best = max((same(x, y) for x, y in pairs_of), default=0)
        if best > 0 and name not in odd:
            found[name] = best * weight
    if {p.geonameid or p.name for p in a.places if p.precision in NARROW} & {p.geonameid or p.name for p in b.places}:
        found["place"] = 1.0
    if a.days and b.days and not days_apart(a.days, b.days):
        found["day"] = WEIGHTS["day"]
    if a.predicate.lemma == b.predicate.lemma:
        found["lemma"] = WEIGHTS["lemma"]
    return found
