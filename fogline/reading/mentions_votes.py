"""What kind of thing a name stands for, by all its occurrences: each gives evidence, the heaviest kind wins.

The model guesses at each occurrence anew and is often wrong on names it does not know; titles, given names, "the siege
of", "the tanker" and "X's government" are better witnesses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from fogline.reading.mentions_spots import GUESSED, Spot, titled
from fogline.reading.place_patterns import TRAVELLED, known
from fogline.reading.roles import Bodies, Body, roles_of
from fogline.tables.actor_words import given_names
from fogline.tables.place_words import features, site_ending

Vote = tuple[str, int]
ORDER = ("person", "place", "force", "government", "organisation", "group", "facility", "vessel", "event", "other")
SURE, LIKELY, HINT = 5, 3, 2
PLACED = re.compile(
    r"\b(?:(?:vicinity|city|town|village|district|province|region|outskirts|suburbs?|port|island|north|south|east|west"
    r"|governorate|area|settlement|capture|streets|liberation|siege|shelling|bombardment|isolation|encirclement|retaking"
    r"|recapture|battle|road|highway) (?:of|for|to)|near|around|towards?|in"
    r"|eastern|western|northern|southern|central|downtown)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
RULED = re.compile(r"(?:['’]s)?\s+(?:regime|administration|government|cabinet|presidency|loyalists|supporters)\b")
MOVED = re.compile(
    r"\b(?:to|from|at|into|outside|across|through|over|(?:residents|people|inhabitants|villagers|governor|mayor|battle"
    r"|control|fall|siege|parts?|rest|children|civilians) (?:of|in|for)|h(?:old|olds|eld|olding))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    r",\s+(?:also\s+)?(?:(?:an?|the)\s+(?:[\w-]+\s+){0,4}?(?:area|town|village|city|district|suburb|neighbou?rhood|hamlet"
    r"|province|port|settlement|region|island|enclave)(?=\s+(?:in|of|near|outside|on|where|that|which|about|some|north"
    r"|south|east|west|held|under|\d)|[,.;)])"
    r"|(?:(?:about|some|just|around|nearly)\s+)?(?:\d[\d.,]*\s*(?:km|kilomet\w+|miles?)\s*(?:\([^)]*\)\s*)?)?"
    r"(?:north|south|east|west)[\w-]*\s+of\b)"
)
AGED = re.compile(
    r"\b(?:\d+-year-old\s+|(?:girl|boy|man|woman|farmer|teacher|mother|father|shopkeeper|driver|carpenter|nurse|widow"
    r"|teenager|student),\s+)$"
)
BIG = 100_000  # people: a town of that size is better known than a body or group of its name
ENTERED = re.compile(r"\b(?:visit|enter|shell|recaptur|captur|seiz|leav|reach|flee|fled|left)(?:e?s|e?d|ing|e)?\s+$")
SHIPS = re.compile(
    r"\b(?:tanker|ship|frigate|vessel|ferry|trawler|freighter|warship|destroyer|corvette|submarine|carrier|yacht|cruiser"
    r"|cutter|minesweeper|icebreaker|tugboat)\s+(?:the\s+)?[“\"‘']?$"
)


def form(name: str) -> str:
    """A name as compared: small letters, no points, straight apostrophes.

    >>> form("Gen. O’Neil")
    "gen o'neil"
    """
    return name.lower().replace(".", "").replace("’", "'")


def kinds_of_names(spots: Sequence[Spot], text: str) -> dict[str, str]:
    """One type for each guessed name, by its compared form."""
    bodies = Bodies([Body(s.start, s.end, s.name, s.type, s.country, s.sector) for s in spots if s.by not in GUESSED])
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for spot in spots:
        if spot.by in GUESSED:
            for rule in EVIDENCE:
                for kind, weight in rule(spot, text, bodies):
                    votes[form(spot.name)][kind] += weight
    return {name: _heaviest(count) for name, count in votes.items()}


def _heaviest(count: Counter[str]) -> str:
    return max(ORDER, key=lambda kind: count[kind]) if any(count.values()) else "other"


def guessed(spot: Spot, _text: str, _bodies: Bodies) -> Iterator[Vote]:
    """The model's own word."""
    yield spot.type, int(spot.by == "ner" or spot.type != "other")


def title_before(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """General X, Mr X."""
    if spot.type in ("organisation", "other", "place", "person", "group") and titled(text, spot.start):
        yield "person", SURE


def given_name(spot: Spot, _text: str, _bodies: Bodies) -> Iterator[Vote]:
    """A common given name in front."""
    first, _, rest = spot.name.partition(" ")
    if spot.type != "person" and not spot.sector and rest and rest.count(" ") < 3 and first in given_names():
        yield "person", HINT


def office_around(spot: Spot, text: str, bodies: Bodies) -> Iterator[Vote]:
    """X, the governor of ...; X was elected president."""
    if spot.type != "person" and not spot.sector and " " in spot.name:
        yield "person", SURE * bool(roles_of(text, spot.start, spot.end, bodies))


def place_before(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """The siege of X, near X, eastern X; after a title it is somebody."""
    before = text[max(0, spot.start - 30) : spot.start]
    if spot.type in ("person", "other", "group", "organisation") and not spot.sector and not titled(text, spot.start):
        yield "place", LIKELY * bool(PLACED.search(before))
        yield "place", HINT * bool(ENTERED.search(before)) * (" " not in spot.name)


def in_gazetteer(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """A name of the gazetteer behind "to", "residents of", "hold": no body, and a big town none without that."""
    if spot.type not in ("organisation", "group", "other", "facility") or spot.sector:
        return
    if " " not in spot.name and not spot.name.isupper():
        yield "place", HINT * bool(TRAVELLED.search(text[max(0, spot.start - 70) : spot.start]))
    if known(spot.name):
        yield "place", LIKELY * bool(MOVED.search(text[max(0, spot.start - 30) : spot.start]))
        yield "place", HINT * (spot.type != "facility" and known(spot.name, BIG))


def described(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """X, a village near Y; X province; the X mosque."""
    if spot.sector or spot.type not in ("person", "organisation", "group", "other", "facility"):
        return
    yield "place", SURE * bool(DESCRIBED.match(text, spot.end))
    yield "place", LIKELY * bool(_kind_behind().match(text, spot.end))
    yield (
        "facility",
        HINT * bool(site_ending().fullmatch(re.split(r"[^\w\s]", text[spot.end : spot.end + 30])[0].rstrip())),
    )


@cache
def _kind_behind() -> re.Pattern[str]:
    """The kind of area that small letters behind a name say it is, also behind two names ("X and Y provinces")."""
    kinds = sorted((w for w in features("after") if w not in ("state", "city", "department", "canal", "sea")), key=len)
    other = r"(?:\s+and\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?(?=\s[a-z]+s\b))?"
    return re.compile(rf"{other}\s+(?:{'|'.join(reversed(kinds))}|neighbou?rhood|states(?=,))s?\b")


def aged(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """Fourteen-year-old X; one girl, X, ..."""
    if spot.type != "person" and not spot.sector:
        yield "person", LIKELY * bool(AGED.search(text[max(0, spot.start - 16) : spot.start]))


def ship_before(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """The tanker X."""
    yield "vessel", SURE * bool(SHIPS.search(text[max(0, spot.start - 24) : spot.start]))


def government_after(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """The X regime, X's cabinet."""
    if spot.type in ("organisation", "other", "group") and " " not in spot.name:
        yield "person", HINT * bool(RULED.match(text, spot.end))


EVIDENCE: tuple[Callable[[Spot, str, Bodies], Iterator[Vote]], ...] = (
    guessed, title_before, given_name, office_around, place_before, in_gazetteer, described, aged,
    ship_before, government_after,
)  # fmt: skip
