"""Things counted and measured: 9,000 tonnes of grain in one report, 19,000 in the other (C401 to C403).

Only between sentences that speak of one thing, of one unit and one noun, and only numbers that the other report has
in no unit. Distances are left to C404, lengths of time to C405.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.checking.across.aligning import Pair
from fogline.checking.across.casualties import excludes, number_finding
from fogline.checking.across.telling import Telling, stem
from fogline.records import Finding, Quantity
from fogline.tables.lexicon_checks import ratios

LENGTHS = frozenset(("km", "mile", "metre", "foot", "nautical mile", "kilometre"))
SPANS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))
SURE = 0.2  # affinity of two sentences whose numbers are compared


def compare_measures(pair: Pair) -> Iterator[Finding]:
    """C401 to C403 for what is no people: the same thing measured or counted differently."""
    taken: set[int] = set()
    here, there = ([q for q in t.ledger.quantities if _counted(q)] for t in (pair.a, pair.b))
    mine = [q for q in here if not any(meets(q, o) for o in pair.b.ledger.quantities)]
    other = [q for q in there if not any(meets(q, o) for o in pair.a.ledger.quantities)]
    for x in mine:
        for y in other:
            if not {x.start, -y.start} & taken and _one_thing(pair, x, y):
                taken |= {x.start, -y.start}
                yield number_finding(pair, x, y, _noun(x))


def _counted(q: Quantity) -> bool:
    plain = q.unit not in ("person", "age", "time") and q.unit not in LENGTHS | SPANS and q.what != "age"
    return plain and q.low is not None and q.bound != "vague" and (q.low or 0) >= 2


def meets(a: Quantity, b: Quantity) -> bool:
    """True if two numbers can be one, whatever they count, also in another unit."""
    ratio = ratios().get((b.unit, a.unit), 1.0) if a.unit != b.unit else 1.0
    if a.low is None or b.low is None:
        return a.low == b.low
    return not excludes(a, b) or (ratio != 1.0 and abs(a.low - b.low / ratio) <= 0.12 * a.low)


def _one_thing(pair: Pair, x: Quantity, y: Quantity) -> bool:
    here, there = pair.a.at(x.start), pair.b.at(y.start)
    if here is None or there is None or x.unit != y.unit or here.aside != there.aside:
        return False
    nouns = {stem(q.what) for q in (x, y) if q.what}
    near = pair.affinity(here, there) >= SURE or pair.best(here, there)
    return len(nouns) <= 1 and near and excludes(x, y) and _of_one(pair.a, x) == _of_one(pair.b, y)


def _of_one(telling: Telling, q: Quantity) -> str | None:
    """What is measured after "of": "tonnes of grain"."""
    after = telling.ledger.text[q.end : q.end + 40].split()
    return stem(after[1].strip(".,;:")) if after[:1] == ["of"] and len(after) > 1 else None


def _noun(q: Quantity) -> str:
    return q.what or q.unit
