"""What it was done with: cruise missiles in one report, drones in the other (C407).

Weapons are taken by family; a wide word ("missile", "bomb") holds the narrow ones, "rocket" may mean a missile, and an
air strike may be made with anything that flies. Only a family that the other report does not have anywhere is compared
with one that the first lacks, and only between sentences of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.checking.across.aligning import CLOSE, Pair
from fogline.checking.across.lineage import differing, one_voice, told_by
from fogline.checking.across.telling import Passage, Telling
from fogline.records import Finding
from fogline.tables.lexicon_checks import weapon_families

FLYING = frozenset(("missile", "drone", "air", "rocket"))
LESSER = frozenset(("gun", "blade", "grenade", "riot", "arson", "incendiary", "air"))
NOT = re.compile(r"\b(?:not|no|nor|without|never|rather than|denied|denies|ruled out|instead of)\b[^,;.]{0,30}$", re.I)
SHOT_DOWN = re.compile(r"\b(?:shot down|downed|intercept\w*|brought down|destroyed)\b", re.I)


@dataclass(frozen=True, slots=True)
class Armed:
    """A weapon's family where a report tells of it."""

    family: str
    words: str
    at: int
    passage: Passage


def compare_weapons(pair: Pair) -> Iterator[Finding]:
    """C407: two families of weapons for one attack."""
    here, there = armed(pair.a), armed(pair.b)
    mine, other = _unmatched(here, there), _unmatched(there, here)
    alone = _narrowest(here) | _narrowest(there) == {x.family for x in mine + other}
    near = [(pair.affinity(x.passage, y.passage), x, y) for x in mine for y in other if _of_one(pair, x, y, alone)]
    if near:
        _, x, y = max(near, key=lambda n: (n[0], -n[1].at, -n[2].at))
        x, y = (next(o for o in mine if o.family == x.family), next(o for o in other if o.family == y.family))
        yield differing(pair, ("C407", "weapon"), (x.words, y.words), (x.at, y.at))


def armed(telling: Telling) -> list[Armed]:
    """The weapons that a report tells of, the narrowest word at each place, without what is denied."""
    pattern, families = weapon_families()
    found = []
    for match in pattern.finditer(telling.ledger.text):
        passage = telling.at(match.start())
        low = match[0].lower()
        family = families.get(low) or families.get(low.removesuffix("s"))
        if passage and family and not NOT.search(telling.ledger.text[passage.span.start : match.start()]):
            found.append(Armed(family, match[0], match.start(), passage))
    return found


def _unmatched(these: list[Armed], others: list[Armed]) -> list[Armed]:
    """The weapons that the other report does not have: of one kind with its own first, then in a wider sense."""
    known, told = _narrowest(others), _narrowest(these)
    alike = {f: [o for o in known if _within(f, o)] for f in told}
    spoken_for = {o for found in alike.values() for o in found}
    left = {f for f, found in alike.items() if not found}
    left = {f for f in left if not any(may_be_one(f, o) for o in known - spoken_for)}
    return [x for x in these if x.family in left]


def _narrowest(told: list[Armed]) -> set[str]:
    """The families told, without the wide words for a narrower one."""
    families = {x.family for x in told}
    return {f for f in families if not any(o.startswith(f + "/") for o in families)}


def _within(a: str, b: str) -> bool:
    return all(x == y for x, y in zip(a.split("/"), b.split("/"), strict=False))


def may_be_one(a: str, b: str) -> bool:
    """True if two families can mean one weapon.

    >>> may_be_one("missile", "missile/cruise"), may_be_one("missile/cruise", "drone")
    (True, False)
    """
    first, second = a.split("/"), b.split("/")
    if _within(a, b):
        return True
    wide = {first[0], second[0]}
    if wide in ({"missile", "rocket"}, {"shell", "rocket"}, {"mine", "device"}):
        return len(first) == 1 or len(second) == 1 or {a, b} == {"mine", "device/ground"}
    return "air" in (a, b) and wide <= FLYING


def _of_one(pair: Pair, x: Armed, y: Armed, alone: bool) -> bool:
    """Sentences of one thing, or early ones, or no weapon is shared at all; neither of another time."""
    if x.passage.aside or y.passage.aside:
        return False
    early = max(x.passage.number, y.passage.number) <= 1
    return early or pair.close(x.passage, y.passage) or (alone and _tied(pair, x, y))


def _tied(pair: Pair, x: Armed, y: Armed) -> bool:
    """What can hardly be used beside another; else one voice gives both, or the sentences share a little."""
    if not {x.family.split("/")[0], y.family.split("/")[0]} & LESSER:
        return True
    tellers = told_by(pair.a, x.at), told_by(pair.b, y.at)
    return pair.affinity(x.passage, y.passage) >= CLOSE / 3 or (not tellers[0].own and one_voice(*tellers))
