"""One military coalition under its many wordings, and bodies under the letters that the report gives them.

"The Global Coalition to Counter X", "the Counter-X Coalition", "the Norwegian-led coalition" and "the coalition" are
one actor where the report has one leader and one enemy for them; a ruling or an opposition coalition is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.reading.mentions_clusters import ACRONYM, initials
from fogline.reading.mentions_spots import GUESSED, Spot

ALLIED = re.compile(
    r"(?:(?:entire|whole|wider|broader|global|international|multinational|military|allied|our|their|joint"
    r"|\d+[- ](?:nation|member|country|state)|(?P<leader>[\w.]+)-led|(?:counter|anti)[- ](?P<enemy>[\w-]+)) )*"
    r"coalition(?: (?:to (?:counter|defeat|fight|combat|degrade)|against) (?:the )?(?P<foe>[\w ]+))?",
    re.IGNORECASE,
)
OTHER = re.compile(r"\s+(?:of|for|between|government|talks)\b")
ANY = re.compile(r"\b(?:an?|another|any|new|no|every|each)\s+$", re.IGNORECASE)


def allied(spots: Sequence[Spot], text: str) -> Iterator[Spot]:
    """The spots, where all wordings of the report's one military coalition have one key."""
    told = {n: m for n, spot in enumerate(spots) if (m := _coalition(spot, text))}
    names = {s.end: s.key for s in spots if s.kind == "name"}
    leaders = {m["leader"].lower().replace(".", "") for m in told.values() if m["leader"]}
    enemies = {names.get(spots[n].end, foe) for n, m in told.items() if (foe := m["foe"])}
    first = next((spots[n] for n in sorted(told, key=lambda n: (spots[n].kind != "name", n))), None)
    one = first is not None and len(leaders) < 2 and len(enemies) < 2
    for n, spot in enumerate(spots):
        if n in told and one and first is not None:
            yield replace(spot, key=first.key, type=first.type, country=first.country, sector=first.sector)
        else:
            yield spot


def _coalition(spot: Spot, text: str) -> re.Match[str] | None:
    """The words of a spot if they are a military coalition's."""
    if spot.type == "weapon" or spot.by == "demonym" or OTHER.match(text, spot.end):
        return None
    return None if ANY.search(text[max(0, spot.start - 8) : spot.start]) else ALLIED.fullmatch(spot.name)


def lettered(spots: Sequence[Spot], text: str) -> Iterator[Spot]:
    """The spots, where "KSF" has the key of "the Kenyan security forces (KSF)"."""
    owners: dict[str, Spot] = {}
    for spot in spots:
        found = ACRONYM.match(text, spot.end) if spot.kind == "nominal" and spot.type != "person" else None
        if found and initials(spot.name, found[1]):
            owners.setdefault(found[1], spot)
    for spot in spots:
        owner = owners.get(spot.name) if spot.by in GUESSED else None
        same = (owner.key, owner.type, owner.country, owner.sector) if owner else None
        yield spot if same is None else replace(spot, key=same[0], type=same[1], country=same[2], sector=same[3])
