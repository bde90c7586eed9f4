"""Where: the places that a report names, what each may mean, how finely it says so, and in what role."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.place_names import place_spans
from fogline.reading.place_roles import role
from fogline.reading.place_strays import at_home, strays
from fogline.reading.resolve import Meaning, resolve
from fogline.reading.sentences import sentences
from fogline.reading.theatre import home
from fogline.reading.toponyms import Toponym, toponym
from fogline.records import Candidate, Place, Reading, Report, identify
from fogline.tables import outlines
from fogline.tables.earth import DEGREE
from fogline.tables.gazetteer import TOWNS, Entry, border_within
from fogline.tables.toponym_keys import key

ROUNDED = 1.25  # how much farther an area reaches than a circle of its size
KEPT = 5  # candidates shown for a place
WEAK = 0.01  # a share below this is not worth showing, unless it is the runner-up's
JOINED = re.compile(  # also over a name that is unknown: "Idlib, Sarmin and Binnish"
    r"(?:,\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?){0,3}?(?:(?:\s+on\s+\d+\s\w+|\s+on\s+\w+)?,?\s+(?:and|or)\s+"
    r"(?:now\s+|then\s+)?(?:the\s+|in\s+)?|,?\s+(?:including|such as|notably)\s+(?:the\s+|in\s+)?|,\s+)"
    r"(?:(?:the\s+)?(?:[A-Z][\w-]+\s+)?[a-z]+\s+of\s+)?"
)
PRECISION = {
    "PCLI": "country", "ADM1": "admin1", "ADM2": "district", "sea": "sea", "river": "region", "facility": "exact",
    "continent": "region", "region": "region",
}  # fmt: skip


def find_places(report: Report, parse: Parse, so_far: Reading) -> tuple[Place, ...]:
    """The places that the report names, resolved together (one report, one theatre); actors' names are left out.

    Precision follows the idea of UCDP's ``where_prec`` (Sundberg & Melander 2013): the words say how finely a place
    is known, and a province is not a pin.
    """
    spans = place_spans(parse, so_far)
    return _resolved(report.text, spans, outlet=report.outlet or "", owner=report.id)


def resolve_places(
    text: str, spans: Sequence[tuple[int, int]] | None = None, *, outlet: str | None = None
) -> tuple[Place, ...]:
    """The places of a text; with ``spans`` given, each is a place by decree and gets one `Place`, in that order.

    A place that the gazetteer does not know keeps ``lat`` and ``lon`` None. An adjective ("Russian") given as a span
    means its country. ``outlet`` helps to tell where a report is at home.

    Raises:
        ValueError: if a span is empty or lies outside the text.

    >>> place, = resolve_places("Two boats sank near Odesa.", [(20, 25)])
    >>> place.country, place.precision, place.geonameid
    ('UA', 'near', '698740')
    """
    if spans is None:
        return _found(Report(identify("report", text), text, outlet=outlet))
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}..{end} holds no words of a text of {len(text)} characters")
    return _resolved(text, spans, outlet=outlet or "", owner=identify("report", text))


def _found(report: Report) -> tuple[Place, ...]:
    """The places of a report read for its places alone."""
    from fogline.models.english import parse
    from fogline.reading.mentions import find_entities

    ready = sentences(report.text)
    parsed = parse(report.text, ready)
    so_far = Reading(sentences=ready)
    entities, mentions = find_entities(report, parsed, so_far)
    return find_places(report, parsed, replace(so_far, entities=entities, mentions=mentions))


def _resolved(text: str, spans: Sequence[tuple[int, int]], *, outlet: str, owner: str) -> tuple[Place, ...]:
    names = _spelled_out([toponym(text, start, end) for start, end in spans])
    told = home(text, names, outlet)
    meanings = at_home(names, resolve(names, told, outlet), told.countries)
    lost = strays(names, meanings, told.countries)
    made = (_place(*one, owner) for one in zip(names, meanings, _roles(text, names), strict=True))
    return tuple(_unknown(place, name) if gone else place for place, name, gone in zip(made, names, lost, strict=True))


def _spelled_out(names: list[Toponym]) -> list[Toponym]:
    """A name that no gazetteer has lies throughout where one of its sentences puts it: "the Syrian town of Dabiq"."""
    told = {key(n.name): n for n in reversed(names) if n.lost}
    alike = [(n, told.get(key(n.name))) for n in names]
    return [
        replace(other, start=n.start, end=n.end, name=n.name) if other and not n.entries else n for n, other in alike
    ]


def _unknown(place: Place, name: Toponym) -> Place:
    """The place as unknown, with its candidates."""
    return replace(
        place, name=name.name, geonameid=None, lat=None, lon=None, country=None, admin1=None, radius_km=None,
        precision="unknown",
    )  # fmt: skip


def _roles(text: str, names: Sequence[Toponym]) -> list[str]:
    """The role of every name; a list shares one: "in Iraq and Syria", "Misrata and Zuwara were hit"."""
    roles: list[str] = []
    for n, name in enumerate(names):
        own = role(text, name.start, name.end, name.site and not name.lost)
        shared = n and own == "mentioned" and JOINED.fullmatch(text[names[n - 1].end : name.start])
        roles.append(roles[-1] if shared else own)
    for n in range(len(names) - 2, -1, -1):
        struck = roles[n] == "mentioned" and roles[n + 1] == "target"
        if struck and JOINED.fullmatch(text[names[n].end : names[n + 1].start]):
            roles[n] = "target"
    return roles


def _place(name: Toponym, meanings: tuple[Meaning, ...], asked: str, owner: str) -> Place:
    span = (name.start, name.end)
    ident = identify("place", owner, *span)
    if not meanings:
        return Place(ident, *span, name=name.name, role=asked)
    best = meanings[0].entry
    precision, radius = _worth(name, meanings[0])
    lat, lon, radius = _side_of(name, best) or (best.lat, best.lon, radius)
    here = not _over_a_border(name, best)
    known_id = best.ref if best.ref.isdigit() and not name.lost else None
    return Place(
        ident, *span, name=name.name if name.lost else best.name, geonameid=known_id,
        lat=lat, lon=lon, country=best.country if here else None,
        admin1=best.admin1 if here else None, radius_km=radius, precision=precision,
        role=asked, candidates=_candidates(meanings),
        boundary_country=_by_outlines(best) if here else None,
    )  # fmt: skip


def _side_of(name: Toponym, area: Entry) -> tuple[float, float, float] | None:
    """A point within "northern Syria" and its reach in kilometres, where the area's outline is known."""
    admin1 = area.admin1 if area.feature == "ADM1" else None
    known = name.part and area.country is not None and area.feature in ("PCLI", "ADM1")
    part = outlines.part_of(area.country or "", admin1, name.side) if known else None
    if part is None:
        return None
    spot = part.centroid if part.contains(part.centroid) else part.representative_point()
    size = part.area * DEGREE**2 * math.cos(math.radians(spot.y))
    return round(spot.y, 3), round(spot.x, 3), round(ROUNDED * math.sqrt(size / math.pi), 1)


def _by_outlines(entry: Entry) -> str | None:
    """The country in whose outline a place lies: at times another one than the gazetteer's (docs/places.md)."""
    if entry.country is None or entry.feature == "PCLI":
        return entry.country if entry.country in outlines.borders() else None
    return outlines.country_at(entry.lat, entry.lon)


def _over_a_border(name: Toponym, town: Entry) -> bool:
    """True where a village is known only by its distance from a town, and another country is no farther."""
    far = name.near_km if name.lost else None
    return far is not None and border_within(town.lat, town.lon, max(far, 10.0), town.country)


def _candidates(meanings: tuple[Meaning, ...]) -> tuple[Candidate, ...]:
    shown = [m for n, m in enumerate(meanings[:KEPT]) if n < 2 or m.score >= WEAK]
    return tuple(
        Candidate(m.entry.ref, m.entry.name, m.entry.country, m.entry.feature, round(m.score, 3), "; ".join(m.why))
        for m in shown
    )


def _worth(name: Toponym, meaning: Meaning) -> tuple[str, float]:
    """Precision and radius in kilometres: the area's own reach, widened by "near", "20 km west of", a site's town."""
    entry = meaning.entry
    town = entry.feature in TOWNS
    reach = _town_reach(entry.population) if town else float(entry.radius or 25.0)
    if town and name.feature in ("ADM1", "ADM2", "region"):  # "the Al Qaim region": around the town, no more is known
        return "region", round(reach + 30, 1)
    if name.part and not town:
        return "region", round(reach, 1)
    if town and name.near_km is not None:
        return "near", round(reach + name.near_km, 1)
    if town and name.site:
        return "near", round(reach + 5, 1)
    return ("town" if town else PRECISION.get(entry.feature, "region")), round(reach, 1)


def _town_reach(population: int) -> float:
    """The radius of a town of that many people at 2,000 a square kilometre, 1 to 30 km."""
    return min(30.0, max(1.0, math.sqrt(population / 2000 / math.pi)))
