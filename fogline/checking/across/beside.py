"""What two reports of one event have in common, and what only one of them tells: values, not sentences.

What differs is the business of the findings; here stand numbers of people, places, days, weapons and those accused that
both reports have, and those that only one has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fogline.checking.across.aligning import Pair
from fogline.checking.across.casualties import Count, counts, excludes
from fogline.checking.across.perpetrators import Accused, accused, may_be_one
from fogline.checking.across.places import Located, located
from fogline.checking.across.telling import Telling, near_days, stem
from fogline.checking.across.weapons import Armed, armed
from fogline.checking.across.weapons import may_be_one as one_weapon
from fogline.checking.story import Days, amount
from fogline.records import Finding

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """A value of one kind as each report tells it; None where it does not."""

    kind: str
    a: str | None
    b: str | None


def beside(pair: Pair, findings: Sequence[Finding]) -> tuple[Row, ...]:
    """The values of two reports, those in common first; without those that a finding sets against each other."""
    told = {(e.report_id, e.start, f.kind) for f in findings for e in f.evidence}
    rows = [row for kind in (_numbers, _places, _days, _weapons, _accused) for row in kind(pair, told)]
    return tuple(sorted(dict.fromkeys(rows), key=lambda row: (row.a is None) + 2 * (row.b is None)))


Told = set[tuple[str, int, str]]
Value = tuple[str, int]  # words, and where the sentence begins


def _rows(
    kind: str, sides: tuple[Sequence[T], Sequence[T]], meets: Callable[[T, T], bool], words: Callable[[T], str]
) -> Iterator[Row]:
    here, there = sides
    for x in here:
        y = next((y for y in there if meets(x, y)), None)
        yield Row(kind, words(x), words(y) if y is not None else None)
    yield from (Row(kind, None, words(y)) for y in there if not any(meets(x, y) for x in here))


def _numbers(pair: Pair, told: Told) -> Iterator[Row]:
    here, there = (
        [c for c in counts(t) if (t.id, c.passage.span.start, "number") not in told] for t in (pair.a, pair.b)
    )
    return _rows("number", (here, there), _one_count, lambda c: f"{amount(c.quantity)} {c.role}")


def _one_count(x: Count, y: Count) -> bool:
    return x.role == y.role and not excludes(x.quantity, y.quantity)


def _places(pair: Pair, told: Told) -> Iterator[Row]:
    here, there = (
        [p for p in located(t) if (t.id, p.passage.span.start, "place") not in told] for t in (pair.a, pair.b)
    )
    return _rows("place", (here, there), _one_place, lambda p: p.place.name)


def _one_place(x: Located, y: Located) -> bool:
    known = x.place.geonameid and x.place.geonameid == y.place.geonameid
    return bool(known) or stem(x.place.name) == stem(y.place.name)


def _days(pair: Pair, told: Told) -> Iterator[Row]:
    return _rows("day", (_dated(pair.a), _dated(pair.b)), near_days, lambda d: d[0])


def _dated(telling: Telling) -> Sequence[Days]:
    return sorted(set(telling.days))


def _weapons(pair: Pair, told: Told) -> Iterator[Row]:
    here, there = (
        [w for w in armed(t) if (t.id, w.passage.span.start, "weapon") not in told] for t in (pair.a, pair.b)
    )
    return _rows("weapon", (here, there), _one_weapon, lambda w: w.words.lower())


def _one_weapon(x: Armed, y: Armed) -> bool:
    return one_weapon(x.family, y.family)


def _accused(pair: Pair, told: Told) -> Iterator[Row]:
    here, there = (
        [p for p in accused(t) if (t.id, p.passage.span.start, "perpetrator") not in told] for t in (pair.a, pair.b)
    )
    return _rows("accused", (here, there), _one_accused, lambda p: p.words)


def _one_accused(x: Accused, y: Accused) -> bool:
    return may_be_one(x, y)
