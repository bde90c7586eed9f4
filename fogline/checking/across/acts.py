"""One act told in two reports, one slot with two values: its doer, means, place or hour (C404 to C407).

The acts of two reports of one event are held against each other as those of one report are (`checking.acts`). Two are
of one act if they share whom it befell, where or with what, or are the only ones of their sense. Silent where either
report also has the other's value.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from fogline.checking.across.aligning import Pair
from fogline.checking.across.clock import hours, same_hour
from fogline.checking.across.lineage import differing
from fogline.checking.acts.pairs import shares
from fogline.checking.acts.slots import at_odds
from fogline.checking.acts.told import Told, told
from fogline.checking.dating.told_days import days_apart
from fogline.checking.story import clean
from fogline.records import Finding

CODES = {
    "where": ("C404", "place"), "hour": ("C405", "time"), "who": ("C406", "perpetrator"), "means": ("C407", "weapon"),
}  # fmt: skip
LEAST = 2.0
OPENING = 3  # sentences that tell what a report is about


def compare_acts(pair: Pair) -> Iterator[Finding]:
    """C404 to C407: two reports tell one act with two values of one slot."""
    seen: set[str] = set()
    found = sorted(_pairs(pair), key=lambda f: -f[0])
    for _, x, y, (slot, first, second) in found:
        if slot not in seen:
            seen.add(slot)
            yield differing(pair, CODES[slot], (clean(first), clean(second)), (x.at.start, y.at.start))


def _pairs(pair: Pair) -> Iterator[tuple[float, Told, Told, tuple[str, str, str]]]:
    here, there = ([t for t in told(one.story) if _plain(t)] for one in (pair.a, pair.b))
    for x, y in product(here, there):
        if _one_sense(x, y):
            odds = [o for o in (*at_odds(x, y), *_hours(x, y)) if o[0] != "hours"]
            slot = odds[0][0] if len(odds) == 1 and odds[0][0] in CODES else ""
            if slot and _has(x, slot) and _has(y, slot) and not _known(slot, x, y, here, there):
                weight = sum(shares(x, y, {slot}).values()) + _main(x, here) + _main(y, there)
                if weight >= LEAST:
                    yield weight, x, y, odds[0]


def _hours(x: Told, y: Told) -> Iterator[tuple[str, str, str]]:
    """Two hours of one day that cannot be one."""
    if x.days and y.days and not days_apart(x.days, y.days):
        here, there = list(hours(x.words)), list(hours(y.words))
        if len(here) == len(there) == 1 and not same_hour(here[0], there[0]):
            yield "hour", here[0].words, there[0].words


def _main(t: Told, every: list[Told]) -> float:
    """Half a point if the report opens with such an act, and half if it tells of only one, as far as its slots say."""
    alike = [o for o in every if o.senses & t.senses]
    opens = any(o.number < OPENING for o in alike)
    one = not any(next(iter(at_odds(t, o)), None) for o in alike)
    return 0.5 * opens + 0.5 * one


def _plain(t: Told) -> bool:
    return not t.marked and t.predicate.mood == "told"


def _one_sense(x: Told, y: Told) -> bool:
    named = any(s[0] != "=" for s in x.senses & y.senses)
    return named or (bool(x.senses & y.senses) and x.predicate.lemma == y.predicate.lemma)


def _known(slot: str, x: Told, y: Told, here: list[Told], there: list[Told]) -> bool:
    """One of the reports tells an act of the sense with the other's value too."""
    mine = (t for t in here if t is not x and t.senses & y.senses and _has(t, slot))
    other = (t for t in there if t is not y and t.senses & x.senses and _has(t, slot))
    return any(slot not in _odd(t, y) for t in mine) or any(slot not in _odd(x, t) for t in other)


def _odd(x: Told, y: Told) -> set[str]:
    return {o[0] for o in (*at_odds(x, y), *_hours(x, y))}


def _has(t: Told, slot: str) -> bool:
    """The telling says something of the slot."""
    if slot == "hour":
        return bool(t.days and list(hours(t.words)))
    if slot == "means":
        return bool(t.slot("with"))
    return bool(t.places) if slot == "where" else bool(t.slot(slot))
