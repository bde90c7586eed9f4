"""Where it was: two towns or quarters, two buildings, opposite directions, or two distances for one thing (C404).

Compared are places, points of the compass and distances that only one report has, between sentences of one thing, and
in one relation (at, towards, from). A place inside the other, close by, or of another width excludes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt

from fogline.checking.across.aligning import Pair
from fogline.checking.across.incident import Incident
from fogline.checking.across.lineage import differing
from fogline.checking.across.measures import LENGTHS, meets
from fogline.checking.across.telling import LEAD, NARROW, WIDE, Passage, Telling, stem
from fogline.checking.story import amount
from fogline.records import Finding, Place, Quantity, overlap
from fogline.tables.lexicon_checks import incident_verbs, ratios
from fogline.tables.lexicon_happenings import kinds_of

NEAR_KM = 8.0
COPIED = 0.6  # affinity of sentences that are nearly the same words
TO = re.compile(r"\b(?:to|towards?|for|into|via)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$", re.I)
NEAR = re.compile(r"\b(?:near|close to|outside|not far from|by)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.I)
FROM = re.compile(r"\b(?:from|left|leaving)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$", re.I)
POINT = re.compile(r"\b(?:(north|south)(?:-?(east|west))?|(east|west))(?:ern)?\b", re.I)
WAY = re.compile(
    r"\s+(?:\([^)]*\)\s*)?(?:to the\s+)?(?:(?:north|south|east|west)[\w-]*|from|away|off|inside|outside|down|behind"
    r"|beyond|short of|up)\b"
)
QUARTER = re.compile(
    r"\s(quarter|district|neighbou?rhood|area|suburb|ward|borough|commune|township|municipality|county|department|division"
    r"|locality|province|governorate|oblast|valley|region)\b",
    re.I,
)
SMALL = frozenset(("quarter", "neighbourhood", "neighborhood", "area", "suburb", "ward", "borough", ""))
OPENING = 2  # sentences that tell of the incident whatever their words
SITE = re.compile(
    r"\b(?:(?:at|in|into|inside|on|outside|near|beside|hit|struck|shelled|bombed|stormed|attacked|entered|raided|targeted"
    r"|destroyed|damaged|of)\s+)(?:a|an|the|its|his|their)\s+"
    r"(?:(?!(?:and|with|for|from|near|to|opposite|left|right|far|other|river|(?:north|south|east|west)\w*)\b)"
    r"[\w’'-]+\s+){0,3}$",
    re.I,
)
HOUSED = re.compile(r"\b(?:stood|stands|housed|set up|located|lies|lay|sheltered|was|were)\s+$", re.I)
OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
WIDTH = {"exact": 0, "near": 0, "town": 0, "unknown": 0, "district": 1, "admin1": 2, "sea": 3}


@dataclass(frozen=True, slots=True)
class Located:
    """A place where a report tells of it, and in which relation: at, to or from."""

    place: Place
    relation: str
    passage: Passage
    near: bool = False
    quarter: str = ""
    of_incident: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """A single building where a report puts the incident: its kind, and the words for it."""

    kind: str
    words: str
    at: int
    passage: Passage
    housed: bool


def compare_places(pair: Pair) -> Iterator[Finding]:
    """C404: one thing at two places, from two directions, or at two distances."""
    found = next(iter(sorted(_places(pair), key=lambda f: -f[0])), None)
    if found:
        _, x, y = found
        names = (_words(pair.a, x.place), _words(pair.b, y.place))
        yield differing(pair, ("C404", "place"), names, (x.place.start, y.place.start))
    else:
        yield from _buildings(pair)
    yield from _directions(pair)
    yield from _distances(pair)


def _buildings(pair: Pair) -> Iterator[Finding]:
    """A mosque in one report, a market in the other, where neither report speaks of the other's anywhere."""
    here, there = (_sites(t) for t in (pair.a, pair.b))
    if any(s.housed for s in here) and any(s.housed for s in there):
        here, there = ([s for s in told if s.housed] for told in (here, there))
    kinds = {s.kind for s in here}, {s.kind for s in there}
    if len(kinds[0]) != 1 or len(kinds[1]) != 1 or kinds[0] & _told_kinds(pair.b) or kinds[1] & _told_kinds(pair.a):
        return
    x, y = here[0], there[0]
    plain = (x.housed and y.housed) or max(x.passage.number, y.passage.number) <= OPENING
    if plain or pair.close(x.passage, y.passage):
        yield differing(pair, ("C404", "place"), (x.words, y.words), (x.at, y.at))


def _sites(telling: Telling) -> list[Site]:
    """The single buildings where a report puts the incident."""
    pattern, kinds = kinds_of("target_kinds")
    incident, found = Incident(telling), []
    for match in pattern.finditer(telling.ledger.text):
        passage, kind = telling.at(match.start()), kinds[match[0].lower()]
        if passage is None or passage.aside or passage.number >= LEAD or incident_verbs("unsited").fullmatch(kind):
            continue
        site = SITE.search(telling.ledger.text, passage.span.start, match.start())
        housed = site and HOUSED.search(telling.ledger.text, passage.span.start, site.start())
        if site and (housed or incident.tells(match.start())):
            found.append(Site(kind, match[0], match.start(), passage, bool(housed)))
    return found


def _told_kinds(telling: Telling) -> set[str]:
    pattern, kinds = kinds_of("target_kinds")
    text = telling.ledger.text
    told = (m[0].lower() for m in re.finditer(rf"{pattern.pattern}(?=s?\b)", text, re.I) if m[0] != "Church")
    return {kinds[word] for word in told}


def _words(telling: Telling, place: Place) -> str:
    return telling.ledger.text[place.start : place.end]


def located(telling: Telling) -> list[Located]:
    """The places of a report in their relations, without datelines and homes."""
    found = []
    for place in telling.ledger.places:
        passage = telling.at(place.start)
        told = place.precision in NARROW and place.role not in ("dateline", "affiliation")
        if passage and told and not passage.aside:
            before = telling.ledger.text[passage.span.start : place.start]
            relation = "to" if TO.search(before) else "from" if FROM.search(before) else "at"
            found.append(Located(place, relation, passage, bool(NEAR.search(before))))
    found += _unresolved(telling, [f.place for f in found])
    incident = Incident(telling)
    return [replace(f, quarter=_quarter(telling, f.place), of_incident=_of_incident(incident, f)) for f in found]


def _of_incident(incident: Incident, one: Located) -> bool:
    return one.passage.number < LEAD and incident.phase(one.place.start) in ("point", "begin", "laid")


def _quarter(telling: Telling, place: Place) -> str:
    """The word that makes a name a part of a town, as in "the Sukkari district"."""
    words = telling.ledger.text[place.start : place.end + 20]
    match = QUARTER.search(words, max(0, place.end - place.start - 15))
    return match[1].lower() if match and match.start() <= place.end - place.start else ""


def _unresolved(telling: Telling, known: list[Place]) -> Iterator[Located]:
    """Places that no gazetteer holds, by the words before them."""
    spots = [(p.start, p.end) for p in (*known, *telling.ledger.places)]
    for match in telling.named():
        span = match.span("name")
        passage = telling.at(span[0])
        if passage and not passage.aside and not any(overlap(span, s) for s in spots):
            relation = {"to": "to", "bo": "to", "fr": "from"}.get(match["prep"][:2], "at")
            place = Place(f"{telling.id}:{span[0]}", *span, match["name"], role="act")
            yield Located(place, relation, passage, match["prep"].lower() in ("near", "outside"))


def _places(pair: Pair) -> Iterator[tuple[float, Located, Located]]:
    here = [x for x in located(pair.a) if not _known(pair.b, pair.a, x.place)]
    there = [y for y in located(pair.b) if not _known(pair.a, pair.b, y.place)]
    for x in here:
        for y in there:
            near = pair.affinity(x.passage, y.passage)
            unknown = x.place.lat is None or y.place.lat is None
            sure = (near >= 0.3 or pair.best(x.passage, y.passage)) if unknown else pair.close(x.passage, y.passage)
            sure = sure or (x.of_incident and y.of_incident) or (_part_of_town(x) and _part_of_town(y))
            if (
                x.relation == y.relation
                and sure
                and _of_one_width(x, y)
                and _excluded(x.place, y.place, near >= COPIED)
            ):
                yield near, x, y


def _of_one_width(x: Located, y: Located) -> bool:
    """False for a village and the district, or the town near by, that it may belong to."""
    unknown = x.place.lat is None or y.place.lat is None
    near = [one.place.precision == "near" or one.near for one in (x, y)]
    return (x.quarter in SMALL) == (y.quarter in SMALL) and not (unknown and near[0] != near[1])


def _part_of_town(one: Located) -> bool:
    return bool(one.quarter) and one.passage.number < LEAD and one.place.precision in ("unknown", "near", "exact")


def _known(other: Telling, own: Telling, place: Place) -> bool:
    """The other report names the place too, in any spelling that shares its first word."""
    keys = {place.geonameid, stem(place.name)} - {None}
    words = re.findall(r"\w{3,}", _words(own, place))
    words = [w for w in words if w[:1].isupper() and stem(w) not in WIDE] or words
    return bool(keys & other.place_keys) or any(re.search(rf"\b{re.escape(w)}", other.ledger.text, re.I) for w in words)


def _excluded(a: Place, b: Place, copied: bool) -> bool:
    """Two places of one width, or in one and the same sentence, neither near the other."""
    if WIDTH[a.precision] != WIDTH[b.precision] and not copied:
        return False
    if a.lat is None or b.lat is None:
        return True
    return kilometres(a, b) > NEAR_KM + (0 if "near" not in (a.precision, b.precision) else 20)


def kilometres(a: Place, b: Place) -> float:
    """How far apart two places are, by their representative points."""
    one, two, there, here = (radians(v or 0) for v in (a.lat, b.lat, a.lon, b.lon))
    half = sin((two - one) / 2) ** 2 + cos(one) * cos(two) * sin((here - there) / 2) ** 2
    return 12742 * asin(sqrt(half))


def _directions(pair: Pair) -> Iterator[Finding]:
    """Opposite points of the compass, where each report has only one of them."""
    here, there = _points(pair.a), _points(pair.b)
    for point, x, at in here:
        for other, y, there_at in there:
            alone = point not in {p for p, _, _ in there} and other not in {p for p, _, _ in here}
            if alone and opposite(point, other) and not x.aside and not y.aside and pair.close(x, y):
                yield differing(pair, ("C404", "place"), (point, other), (at, there_at))
                return


def _points(telling: Telling) -> list[tuple[str, Passage, int]]:
    found = []
    for match in POINT.finditer(telling.ledger.text):
        passage = telling.at(match.start())
        named = match[0][:1].isupper() and re.match(r" [A-Z]", telling.ledger.text[match.end() :])
        if passage and not named:
            found.append(("-".join(filter(None, match.groups())).lower(), passage, match.start()))
    return found


def opposite(a: str, b: str) -> bool:
    """True if two points of the compass lie apart and not on one side.

    >>> opposite("north-west", "south-east"), opposite("north", "north-east")
    (True, False)
    """
    first, second = set(a.split("-")), set(b.split("-"))
    return any(OPPOSITE[p] in second for p in first) and not first & second


def _distances(pair: Pair) -> Iterator[Finding]:
    here, there = ([q for q in t.ledger.quantities if q.unit in LENGTHS and q.low] for t in (pair.a, pair.b))
    for x in here:
        for y in there:
            p, q = pair.a.at(x.start), pair.b.at(y.start)
            if not p or not q or p.aside or q.aside or not pair.close(p, q):
                continue
            alone = not any(_same_way(x, o) for o in there) and not any(_same_way(o, y) for o in here)
            if alone and _from(pair.a, x.end) and _from(pair.b, y.end):
                values = (f"{amount(x)} {x.unit}", f"{amount(y)} {y.unit}")
                yield differing(pair, ("C404", "place"), values, (x.start, y.start))
                return


def _same_way(x: Quantity, y: Quantity) -> bool:
    ratio = ratios().get((y.unit, x.unit), 1.0) if x.unit != y.unit else 1.0
    return meets(x, y) or abs((x.low or 0) - (y.low or 0) / ratio) <= 0.15 * (x.low or 0) + 1


def _from(telling: Telling, end: int) -> bool:
    """As in "15 km north of", "20 miles from", "25 km away"."""
    return bool(WAY.match(telling.ledger.text[end : end + 40]))
