"""What it was done with: cruise missiles in one report, drones in the other (C407).

Weapons are taken by family; a wide word ("missile", "bomb") holds the narrow ones, "rocket" may mean a missile, and an
air strike may be made with anything that flies. Only a family that the other report does not have anywhere is compared
with one that the first lacks, and only between sentences of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.checking.across.aligning import Pair
from fogline.checking.across.lineage import differing
from fogline.checking.across.telling import Passage, Telling
from fogline.records import Finding
from fogline.tables.lexicon_checks import weapon_families

FLYING = frozenset(("missile", "drone", "air", "rocket"))
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
    mine = [x for x in here if not any(may_be_one(x.family, y.family) for y in there)]
    other = [y for y in there if not any(may_be_one(x.family, y.family) for x in here)]
    near = [(pair.affinity(x.passage, y.passage), x, y) for x in mine for y in other if _of_one(pair, x, y)]
    if near:
        _, x, y = max(near, key=lambda n: (n[0], -n[1].at, -n[2].at))
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


def may_be_one(a: str, b: str) -> bool:
    """True if two families can mean one weapon.

    >>> may_be_one("missile", "missile/cruise"), may_be_one("missile/cruise", "drone")
    (True, False)
    """
    first, second = a.split("/"), b.split("/")
    if all(x == y for x, y in zip(first, second, strict=False)):
        return True
    wide = {first[0], second[0]}
    if wide == {"missile", "rocket"} or wide == {"shell", "rocket"} or wide == {"mine", "device"}:
        return len(first) == 1 or len(second) == 1 or {a, b} == {"mine", "device/ground"}
    return "air" in (a, b) and wide <= FLYING


def _of_one(pair: Pair, x: Armed, y: Armed) -> bool:
    """Sentences of one thing, or the first that tell of any weapon; neither of another time."""
    if x.passage.aside or y.passage.aside:
        return False
    return pair.close(x.passage, y.passage) or (x.passage.number <= 1 and y.passage.number <= 1)
