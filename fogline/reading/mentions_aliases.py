"""Two names of one thing where the report says so: "X, also known as Y", "X (Arabic: Y)", "Operation X (Y)", "X (Y)".

What only looks alike is not tied: the words between the two names must say it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.reading.mentions_clusters import short_form
from fogline.reading.mentions_labels import is_language
from fogline.reading.mentions_spots import GUESSED, Spot

ALIAS = "alias"  # what found a spot that is another name of the one before it
NOTE = r"(?:\s*\([^()]{0,200}\)|\[\d+\])*"
KNOWN_AS = re.compile(
    rf"{NOTE},?\s+(?:(?:who\s+)?(?:is|was|are|were)\s+)?(?:(?:also|better|formerly|otherwise|commonly|sometimes|often)\s+)*"
    r"(?:known\s+(?:locally\s+)?as|a\.?k\.?a\.?|nicknamed|officially|born|née)\s+(?:the\s+)?[“\"‘'(]*"
)
CALLED = re.compile(rf"{NOTE}(?:,|\s+(?:is|was))\s+(?:also\s+)?called\s+(?:the\s+)?[“\"‘']*")
BRACKET = re.compile(r"\s*\(([^()]{1,240})\)")
TONGUE = re.compile(r"\b([A-Z][a-z]+)\s?:|\bin ([A-Z][a-z]+)\b|\b(?:transliterated|romani[sz]ed)\b")
QUOTED = re.compile(r"[“\"‘'”]*(.*?)[“\"‘'”]*")
NEAR = 3  # names back
FAR = 260  # characters


def with_aliases(spots: Sequence[Spot], text: str) -> tuple[Spot, ...]:
    """The spots, where a second name has the key and type of the first."""
    owners: dict[int, Spot] = {}
    for n, spot in enumerate(spots):
        for alias in (*_in_bracket(spots, n, text), *_known_as(spots, n, text)):
            owners.setdefault(alias.start, owners.get(spot.start, spot))
    keys = {spot.key: owners[spot.start] for spot in spots if spot.start in owners}
    for key, owner in _shortened(spots):
        keys.setdefault(key, owner)
    return tuple(_renamed(spot, keys) for spot in spots)


def _shortened(spots: Sequence[Spot]) -> Iterator[tuple[str, Spot]]:
    """The keys of names that are the telling word of a longer one: "Zorbel" of "Zorbel News" or "the USS Zorbel"."""
    longer: dict[str, Spot] = {}
    for spot in spots:
        if short := short_form(spot):
            longer.setdefault(short.lower(), spot)
    for spot in spots:
        if spot.by in GUESSED and spot.key == spot.name.lower() and spot.key in longer:
            yield spot.key, longer[spot.key]


def _renamed(spot: Spot, owners: Mapping[str, Spot]) -> Spot:
    owner = owners.get(spot.key)
    if owner is None or owner.key == spot.key or spot.by not in GUESSED:
        return spot
    return replace(spot, key=owner.key, type=owner.type, country=owner.country, sector=owner.sector, by=ALIAS)


def _in_bracket(spots: Sequence[Spot], n: int, text: str) -> Iterator[Spot]:
    """The names in another language or, of an operation, in translation, in the bracket behind a name."""
    found = BRACKET.match(text, spots[n].end)
    if found is None or spots[n].by == "demonym":
        return
    tongue = any(m[0][-1] == "d" or is_language(m[1] or m[2]) for m in TONGUE.finditer(found[1]))
    for spot in _guessed_in(spots, found.start(1), found.end(1)):
        words = QUOTED.fullmatch(found[1])
        alone = words is not None and spot.name == words[1] and spots[n].type == "event"
        if tongue or alone:
            yield spot


def _guessed_in(spots: Sequence[Spot], start: int, end: int) -> Iterator[Spot]:
    at = bisect_left(spots, start, key=lambda s: s.start)
    while at < len(spots) and spots[at].end <= end:
        if spots[at].by in GUESSED:
            yield spots[at]
        at += 1


def _known_as(spots: Sequence[Spot], n: int, text: str) -> Iterator[Spot]:
    """X, also known as Y; X, born Y."""
    spot = spots[n]
    for other in spots[n + 1 : n + 1 + NEAR]:
        between = text[spot.end : other.start] if spot.end <= other.start < spot.end + FAR else ""
        pattern = KNOWN_AS.fullmatch(between) or CALLED.fullmatch(between)
        kin = other.type == spot.type or "other" in (other.type, spot.type) or other.type in ("person", "organisation")
        if pattern and other.by in GUESSED and kin and ("born" not in between or other.type == "person"):
            yield other
