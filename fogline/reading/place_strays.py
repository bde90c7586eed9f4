"""Namesakes abroad: a small town in a country that the report never speaks of is no answer, however alone it stands.

A gazetteer of towns lacks most villages, so the only place of a village's name is often a town on another continent.
Unknown is then the better answer; the candidates stay, with their scores.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from fogline.reading.resolve import Meaning
from fogline.reading.toponyms import Toponym
from fogline.tables.gazetteer import TOWNS, Entry

SMALL = 100_000  # people
FAR = 1000.0  # km from everything else that the report names
COMPANIONS = 2  # other places that the report must be known to speak of
TOLD = 0.2  # weight of a country's adjectives, home words and provinces that counts as speaking of it
EARTH = 6371.0  # km
SIMILAR = 3  # the kind of an entry that only sounds like the name

Meanings = tuple[Meaning, ...]
Best = dict[tuple[str, str, str], Entry]


def at_home(names: Sequence[Toponym], meanings: Sequence[Meanings], told: dict[str, float]) -> list[Meanings]:
    """The meanings, where a stray has made way for a namesake in a country that the report speaks of.

    ``told`` is what words other than places say of countries.
    """
    best = _best(names, meanings)
    return [_namesake(*one, best, told) for one in zip(names, meanings, strict=True)]


def strays(names: Sequence[Toponym], meanings: Sequence[Meanings], told: dict[str, float]) -> list[bool]:
    """For each name, whether its likeliest meaning is a stray."""
    best = _best(names, meanings)
    return [_is_stray(*one, best, told) for one in zip(names, meanings, strict=True)]


def _best(names: Sequence[Toponym], meanings: Sequence[Meanings]) -> Best:
    return {name.sense: held[0].entry for name, held in zip(names, meanings, strict=True) if held}


def _namesake(name: Toponym, held: Meanings, best: Best, told: dict[str, float]) -> Meanings:
    if not _is_stray(name, held, best, told):
        return held
    spoken_of = _spoken_of(name, held[0].entry, best, told)
    home = next((m for m in held if m.entry.country in spoken_of and m.entry.kind < SIMILAR), None)
    if home is None:
        return held
    told_of = Meaning(
        home.entry, home.score, (*home.why, f"the report speaks of {home.entry.country}, and not of others")
    )
    return (told_of, *(m for m in held if m is not home))


def _is_stray(name: Toponym, held: Meanings, best: Best, told: dict[str, float]) -> bool:
    if not held or name.within:
        return False
    entry = held[0].entry
    if entry.feature not in (*TOWNS, "ADM2") or entry.population >= SMALL:
        return False
    others = _others(name, entry, best)
    if len(others) < COMPANIONS or entry.country in _spoken_of(name, entry, best, told):
        return False
    return all(kilometres(entry, other) - (other.radius or 0.0) > FAR for other in others.values())


def _others(name: Toponym, entry: Entry, best: Best) -> dict[str, Entry]:
    return {e.ref: e for sense, e in best.items() if sense != name.sense and e.ref != entry.ref}


def _spoken_of(name: Toponym, entry: Entry, best: Best, told: dict[str, float]) -> set[str | None]:
    named = {e.country for e in _others(name, entry, best).values()}
    return (named | {c for c, weight in told.items() if weight > TOLD}) - {None}


def kilometres(one: Entry, other: Entry) -> float:
    """The great-circle distance of two entries' points.

    >>> from fogline.tables.gazetteer import country
    >>> round(kilometres(country("UA"), country("TR")), -2)
    1100.0
    """
    a, b, width = math.radians(one.lat), math.radians(other.lat), math.radians(one.lon - other.lon)
    hav = math.sin((a - b) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(width / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, hav)))
