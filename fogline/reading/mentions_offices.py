"""The holder of an office and the office alone: "the Foreign Secretary" where one foreign secretary is named.

Also before the name stands ("Foreign Secretary welcomes pact. ... Foreign Secretary Ann Reeve said"). Offices of one
word ("the minister") are left to the words just before them, for a report may speak of several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.reading.mentions_spots import Spot
from fogline.reading.roles import Role
from fogline.tables import actors

ANY = re.compile(r"\b(?:an?|any|another|no|former|future|next|new|every|each|ex)[\s-]+$", re.IGNORECASE)
OF = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]\w+")
FIELD = re.compile(r"\s+for\s")


def in_office(spots: Sequence[Spot], roles: Mapping[str, Sequence[Role]], text: str) -> Iterator[Spot]:
    """The spots, where an office alone has the key of the only person of the report who is said to hold it."""
    holders: dict[str, set[str]] = defaultdict(set)
    for key, held in roles.items():
        for role in held:
            if role.tenure.status in ("held", "acting"):
                for office in _forms(role.tenure.office.lower()):
                    holders[office].add(key)
    names = {s.key: s for s in reversed(spots) if s.type == "person" and s.kind == "name"}
    for spot in spots:
        yield _held(spot, holders, roles, text, names) if spot.kind == "nominal" and spot.type == "person" else spot


def _forms(office: str) -> Iterator[str]:
    """An office with and without what follows "of": "secretary of state of X", "secretary of state"."""
    parts = office.split(" of ")
    for n in range(1, len(parts) + 1):
        yield " of ".join(parts[:n])
    if " for " in parts[0]:
        yield parts[0].split(" for ")[0]


def _held(
    spot: Spot,
    holders: Mapping[str, set[str]],
    roles: Mapping[str, Sequence[Role]],
    text: str,
    names: Mapping[str, Spot],
) -> Spot:
    office = _office(spot, text)
    keys = holders.get(office, set()) if office else set()
    if len(keys) != 1 or spot.key in names or ANY.search(text[max(0, spot.start - 12) : spot.start]):
        return spot
    (key,) = keys
    countries = {r.country for r in roles[key] if r.country}
    if key not in names or (spot.country and spot.country not in countries):
        return spot
    return replace(spot, key=key, name=names[key].name)


def _office(spot: Spot, text: str) -> str | None:
    """The office that a phrase names, of two words at least, without its country."""
    words = spot.name.split()
    while len(words) > 1 and (actors.demonym_country(words[0]) or actors.country_code(words[0])):
        words = words[1:]
    office = " ".join(words).lower()
    of = OF.match(text, spot.end)
    office += " ".join(of[0].split()).join((" ", "")).lower() if of else ""
    return office if " " in office and not FIELD.match(text, spot.end) else None
