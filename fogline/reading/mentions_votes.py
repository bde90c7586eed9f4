"""What kind of thing a name stands for, by all its occurrences: each gives evidence, the heaviest kind wins.

The model guesses at each occurrence anew and is often wrong on names it does not know; titles, given names, "the siege
of", "the tanker" and "X's government" are better witnesses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from fogline.reading.mentions_spots import GUESSED, LANDFORM, Spot, head_of, titled
from fogline.reading.mentions_words import COLLECTIVE
from fogline.reading.place_patterns import TRAVELLED, known
from fogline.reading.roles import Bodies, Body, roles_of
from fogline.tables import actors
from fogline.tables.actor_words import given_names, rulers
from fogline.tables.place_words import features, site_ending

Vote = tuple[str, int]
ORDER = ("person", "place", "force", "government", "organisation", "group", "facility", "vessel", "event", "other")
SURE, LIKELY, HINT = 5, 3, 2
PLACED = re.compile(
    r"\b(?:(?:vicinity|city|town|village|district|province|region|outskirts|suburbs?|port|island|north|south|east|west"
    r"|governorate|area|settlement|capture|streets|liberation|siege|shelling|bombardment|isolation|encirclement|retaking"
    r"|recapture|battle|road|highway|portion|half|site|ruins|assault|residents|native) (?:of|for|to|on)"
    r"|near|around|towards?|out of|in|[a-z]+-(?:held|controlled|occupied)"
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
BEFALLEN = re.compile(
    r"\s+(?:(?:was|were|is|are|has been|had been|have been|being)\s+(?:\w+ly\s+|also\s+|being\s+|again\s+){0,2}"
    r"(?:shelled|bombed|bombarded|retaken|recaptured|liberated|besieged|overrun|evacuated|swept|cleared|flooded|encircled"
    r"|surrounded|hit by|struck by)|(?:came|comes|remained|remains) under)\b"
)
SPEAKS = re.compile(
    r"\s+(?:has\s+|had\s+|also\s+)?(?:said|says|told|added|noted|wrote|tweeted|explained|recalled|who\b)"
)
NOTES = r"(?:\s*\([^()]*\)|\[\d+\])*"
DEFINED = re.compile(
    rf"{NOTES},?(?:\s+(?:is|was|are|were)\s+(?:also\s+)?|(?<=,)\s+)(?:an?|the)\s+(?P<words>(?:[\w’'-]+\s+){{0,4}}?[a-z]+)"
    r"(?=[,.;]|\s+(?:that|which|who|based|in|of|on|for|from|with|active|known|led|run|founded|located|near)\b)"
)
INSIDE = re.compile(r"\b(?:in|of|at|near|from|to|on|for|with|by|and|around|outside|against)\s+(?:the\s+)?$")
CALLED = re.compile(r"\b(?:[a-z]+\s+){0,2}(?P<noun>[a-z]+)\s+(?:known as\s+(?:the\s+)?)?[“\"]?$")
LISTED = re.compile(r"\b(?:in|near|around)\s+(?:[A-Z][\w’'-]+,\s+)+$")  # "in Sadad, X and Tabqa"
MORE = re.compile(r",?\s+and\s+[A-Z]|,\s+[A-Z]")
TRIBE = re.compile(r"\s+tribes?\b")
BODY_NOUNS = frozenset(
    {"company", "firm", "corporation", "operator", "manufacturer", "newspaper", "broadcaster", "agency", "charity"}
)
GROUP_NOUNS = frozenset({"group", "militia", "movement", "faction", "gang", "cartel"})
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
    lands = {form(s.name.split(" ", 1)[1]) for s in spots if LANDFORM.match(s.name) and s.type == "place"}
    bodies = Bodies([Body(s.start, s.end, s.name, s.type, s.country, s.sector) for s in spots if s.by not in GUESSED])
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for spot in spots:
        if spot.by in GUESSED:
            for rule in EVIDENCE:
                for kind, weight in rule(spot, text, bodies):
                    votes[form(spot.name)][kind] += weight
            votes[form(spot.name)]["place"] += SURE * (form(spot.name) in lands and spot.name not in given_names())
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
    free = spot.type != "person" and not spot.sector and head_of(spot.name) is None
    if free and rest and rest.count(" ") < 3 and first in given_names():
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
        listed = LISTED.search(before) and MORE.match(text, spot.end) and head_of(spot.name) is None
        listed = listed and spot.name.split(" ")[0] not in given_names()
        yield "place", LIKELY * bool(listed)
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


def defined(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """X is a militant group; X, a town in Y: what the report itself says that it is."""
    other = spot.sector or INSIDE.search(text[max(0, spot.start - 16) : spot.start])
    found = None if other else DEFINED.match(text, spot.end)
    kind = _kind_of(found["words"].rsplit(" ", 1)[-1].lower()) if found else None
    if kind and (kind, spot.type) != ("person", "place"):
        yield kind, SURE


def ruler(spot: Spot, _text: str, _bodies: Bodies) -> Iterator[Vote]:
    """A surname by which reports call a government."""
    yield "person", SURE * (spot.name in rulers() and spot.type != "place")


def called(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """The company X, the militia X, the X tribe."""
    yield "group", SURE * bool(TRIBE.match(text, spot.end))
    found = CALLED.search(text[max(0, spot.start - 40) : spot.start])
    if found and spot.type != "force":
        yield "organisation", SURE * (found["noun"] in BODY_NOUNS)
        yield "group", SURE * (found["noun"] in GROUP_NOUNS)


def _kind_of(noun: str) -> str | None:
    """The type of what a singular noun names: a group, a person, a place, a site, a book, an operation."""
    found = actors.sector_nouns().get(noun)
    if found is not None:
        one = found.type in ("group", "force") and noun not in COLLECTIVE | UNITS
        return "person" if one else found.type
    return OTHER_KINDS.get(noun) or ("place" if noun in features("after") else None)


UNITS = frozenset({"army", "military", "brigade", "battalion", "force", "unit", "division", "fleet", "police"})
OTHER_KINDS = {
    "mosque": "facility", "hospital": "facility", "barrage": "facility", "dam": "facility", "bridge": "facility",
    "museum": "facility", "prison": "facility", "camp": "facility", "gate": "facility", "base": "facility",
    "network": "organisation", "channel": "organisation", "station": "organisation", "magazine": "organisation",
    "operation": "event", "offensive": "event", "exercise": "event", "book": "other", "novel": "other",
    "film": "other", "satellite": "other", "website": "other", "ship": "vessel", "frigate": "vessel",
    "tanker": "vessel",
}  # fmt: skip


def befallen(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """X was shelled, X came under fire: what befalls places."""
    if spot.type in ("person", "organisation", "group", "other") and not spot.sector and spot.name.count(" ") < 3:
        yield "place", LIKELY * bool(BEFALLEN.match(text, spot.end))


def sizeable(spot: Spot, text: str, _bodies: Bodies) -> Iterator[Vote]:
    """A big town's or province's name that the model took for somebody's, where nothing else makes it one."""
    before = text[max(0, spot.start - 8) : spot.start].lower()
    somebody = (
        titled(text, spot.start) or SPEAKS.match(text, spot.end) or before.endswith((" a ", " an ", " the ", " like "))
    )
    if spot.type != "person" or somebody:
        return
    first = spot.name.split(" ")[0]
    if spot.name.count(" ") <= (first in ("Al", "El", "Ar", "As")) and first not in given_names():
        yield "place", HINT * known(spot.name, BIG)


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
    ship_before, government_after, defined, called, befallen, sizeable, ruler,
)  # fmt: skip
