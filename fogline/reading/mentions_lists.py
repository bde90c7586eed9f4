"""Several actors of one noun: "Ukrainian and Russian forces" are two, "U.S., German and Canadian companies" three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.mentions_index import Names
from fogline.reading.mentions_spots import Spot
from fogline.tables import actors

LINK, COMMA = re.compile(r"(?:,?\s+(?:and|or)\s+)$"), re.compile(r",\s+$")


def both_sides(parse: Parse, made: Spot, names: Names) -> Iterator[Spot]:
    """Each actor of "Ukrainian and Russian forces", "U.S., German and Canadian companies": one word, one country's."""
    start, links = made.start, LINK
    while made.country and (match := links.search(parse.text[max(0, start - 8) : start])):
        before = names.ending(max(0, start - 8) + match.start())
        if before is None or before.country == made.country or not _adjectival(parse.text, before):
            return
        adjective = actors.adjective(before.country or "") or parse.text[before.start : before.end]
        name = f"{adjective} {made.name.split(' ', 1)[-1]}"
        spot = replace(made, start=before.start, end=before.end, name=name, country=before.country)
        yield replace(spot, key=f"nominal {name.lower()}")
        start, links = before.start, COMMA


def _adjectival(text: str, spot: Spot) -> bool:
    """A country's adjective, or its name in capitals ("U.S.")."""
    words = text[spot.start : spot.end]
    return spot.by == actors.DEMONYM or (spot.by == actors.COUNTRY and words.isupper() and len(words) < 5)
