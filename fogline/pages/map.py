"""The map of a report as SVG: every place drawn as finely as the words give it, and no finer.

A town is a point, "near" it a ring, a province its hatched outline, a country a badge; what is not resolved is listed
and drawn nowhere. Distances, ranges and lines between places are not drawn (docs/use.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low

from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from fogline.pages.window import WIDTH, Window, polygons
from fogline.records import Ledger, Place
from fogline.tables import outlines
from fogline.tables.earth import DEGREE, apart, box
from fogline.tables.gazetteer import country

TALLEST, SHORTEST = 560.0, 340.0  # pixels
LEAST = 6.0  # degrees from top to bottom, so that a single town has its surroundings
CLOSE = 16.0  # degrees from top to bottom up to which provinces are drawn
MARGIN = 0.12  # of the height and width
HAPPENED = ("act", "target", "origin")
POINTS = {"exact": "point", "town": "point", "near": "ring"}
WIDEST = 700.0  # kilometres: a continent or a long river without an outline is named beside the map
SCENE, SPREAD = 500.0, 3.0  # kilometres, and times the middle distance, from the middle of what is told
LETTER, LINE = 6.3, 13.0  # pixels of a label's letter and line, at 11 pixels
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Mark:
    """One place on the map, of however many mentions: how it is drawn, where, and its label.

    ``shape`` is point, ring, area (``path`` is its outline) or badge; ``happened``: something is said to have happened
    there; ``anchor`` is the id of its first mention's row. ``label`` is empty where there was no room for it.
    """

    shape: str
    name: str
    x: float
    y: float
    radius: float
    happened: bool
    told: str
    anchor: str
    path: str = ""
    label: str = ""
    label_x: float = 0.0
    label_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A report's map: outlines as SVG paths, marks, names of countries, and the places that are not drawn."""

    height: float
    land: tuple[str, ...]
    provinces: tuple[str, ...]
    marks: tuple[Mark, ...]
    names: tuple[tuple[str, float, float], ...]
    beyond: tuple[str, ...]
    unresolved: tuple[Place, ...]


def drawn(ledger: Ledger) -> Drawing | None:
    """The map of a ledger's places; None where none of them is resolved."""
    groups = list(_groups(ledger.places))
    fit = [group for group in groups if not _too_wide(group[0])]
    if not fit:
        return None
    window = _window([group[0] for group in _framing(fit)])
    clipped = ((country, window.clipped(shape)) for country, shape in outlines.borders().items())
    land = {country: shape for country, shape in clipped if not shape.is_empty}
    inside = [group for group in fit if window.holds(group[0]) or _covers(group[0], land)]
    marks = sorted((_mark(group, window, land) for group in inside), key=lambda m: (-m.radius, m.anchor))
    taken: list[Box] = []
    labelled = tuple(_labelled(marks, window, taken))
    badges = {group[0].country for group in inside if group[0].precision == "country"}
    return Drawing(
        height=round(window.height, 1),
        land=tuple(window.path(part) for shape in land.values() for part in polygons(shape)),
        provinces=tuple(_provinces(land, window)),
        marks=labelled,
        names=tuple(_country_names({c: shape for c, shape in land.items() if c not in badges}, window, taken)),
        beyond=tuple(sorted({group[0].name for group in groups if group not in inside})),
        unresolved=_unresolved(ledger.places),
    )


def _provinces(land: Mapping[str, BaseGeometry], window: Window) -> Iterator[str]:
    """The outlines of the provinces in view, where the map is close enough to tell them apart."""
    if window.north - window.south <= CLOSE:
        near = (shape for (country, _), shape in outlines.provinces().items() if country in land)
        yield from (window.path(part) for shape in near for part in polygons(window.clipped(shape)))


def _covers(place: Place, land: Mapping[str, BaseGeometry]) -> bool:
    return place.precision == "country" and place.country in land


def _groups(places: Sequence[Place]) -> Iterator[list[Place]]:
    """The mentions of each resolved place at one precision, in the order of its first."""
    held: dict[tuple[object, ...], list[Place]] = {}
    for place in places:
        if place.lat is not None and place.lon is not None:
            held.setdefault((place.name, place.precision, place.lat, place.lon), []).append(place)
    yield from held.values()


def _unresolved(places: Sequence[Place]) -> tuple[Place, ...]:
    """The first mention of each name that no coordinates are known for."""
    return tuple({place.name: place for place in reversed(places) if place.lat is None}.values())[::-1]


def _happened(group: Iterable[Place]) -> bool:
    return any(place.role in HAPPENED for place in group)


def _framing(groups: Sequence[list[Place]]) -> Sequence[list[Place]]:
    """The places that the map is cut to: the scene of what is told before others, finer places before countries."""
    fine = [group for group in groups if group[0].precision != "country"]
    scene = [group for group in fine if _happened(group)]
    return _near_the_middle(scene or fine or groups)


def _near_the_middle(groups: Sequence[list[Place]]) -> Sequence[list[Place]]:
    """Without the towns far away in which somebody only spoke: near the place in the middle of all mentions."""
    mentions = [place for group in groups for place in group]
    lat, lon = (
        median_low([place.lat or 0.0 for place in mentions]),
        median_low([place.lon or 0.0 for place in mentions]),
    )
    away = {group[0].id: apart(lat, lon, group[0].lat or 0.0, group[0].lon or 0.0) for group in groups}
    most = max(SCENE, SPREAD * median_low([away[group[0].id] for group in groups for _ in group]))
    return [group for group in groups if away[group[0].id] <= most] or groups


def _too_wide(place: Place) -> bool:
    return _outline(place) is None and (place.radius_km or 0.0) > WIDEST


def _window(places: Sequence[Place]) -> Window:
    edges = [_bounds(place) for place in places]
    west, south = (min(edge[n] for edge in edges) for n in (0, 1))
    east, north = (max(edge[n] for edge in edges) for n in (2, 3))
    whole = Window(west, south, east, north)
    tall = max(LEAST, (north - south) * (1 + 2 * MARGIN))
    wide = max((east - west) * (1 + 2 * MARGIN) * whole.squeeze, tall * WIDTH / TALLEST)
    tall = max(tall, wide * SHORTEST / WIDTH)
    lat, lon, half = (south + north) / 2, (west + east) / 2, min(180.0, wide / whole.squeeze / 2)
    return Window(
        max(-180.0, lon - half), max(-85.0, lat - tall / 2), min(180.0, lon + half), min(85.0, lat + tall / 2)
    )


def _bounds(place: Place) -> tuple[float, float, float, float]:
    """West, south, east and north of what is drawn for a place."""
    shape = _outline(place)
    if shape is not None:
        west, south, east, north = shape.bounds
        return west, south, east, north
    south, north, west, east = box(place.lat or 0.0, place.lon or 0.0, place.radius_km or 0.0)
    return west, south, east, north


def _outline(place: Place) -> MultiPolygon | None:
    if place.precision == "country":
        return outlines.borders().get(place.country or "")
    if place.precision == "admin1":
        return outlines.provinces().get((place.country or "", place.admin1 or ""))
    return None


def _mark(group: Sequence[Place], window: Window, land: Mapping[str, BaseGeometry]) -> Mark:
    place = group[0]
    lat, lon = place.lat or 0.0, place.lon or 0.0
    if _covers(place, land):
        spot = max(polygons(land[place.country or ""]), key=lambda p: p.area).representative_point()
        lat, lon = spot.y, spot.x
    shape = POINTS.get(place.precision, "badge" if place.precision == "country" else "area")
    outline = _outline(place) if shape == "area" else None
    path = " ".join(window.path(p) for p in polygons(window.clipped(outline))) if outline else ""
    return Mark(
        shape=shape, name=_name(place, shape), x=window.x(lon), y=window.y(lat), path=path,
        radius=round((place.radius_km or 0.0) / DEGREE * window.scale, 1), happened=_happened(group),
        told=_told(group), anchor=place.id,
    )  # fmt: skip


def _name(place: Place, shape: str) -> str:
    """The place's name; of a ring around a place that is known, that it is only near."""
    return f"near {place.name}" if shape == "ring" and place.geonameid else place.name


def _told(group: Sequence[Place]) -> str:
    """The tooltip: name, country, precision, roles, and how often it is named."""
    place = group[0]
    where = [_country_name(place.country)] if place.country and place.precision != "country" else []
    fine = f"{place.precision}, ±{place.radius_km:g} km" if place.radius_km else place.precision
    times = f"named {len(group)} times" if len(group) > 1 else "named once"
    return "; ".join([", ".join([place.name, *where]), fine, ", ".join(sorted({p.role for p in group})), times])


# Labels --------------------------------------------------------------------------------------------------------


def _labelled(marks: Sequence[Mark], window: Window, taken: list[Box]) -> Iterator[Mark]:
    """The marks with labels that do not cover each other or a point, the finest first; others keep only a tooltip."""
    taken += [(m.x - 5, m.y - 5, m.x + 5, m.y + 5) for m in marks if m.shape in ("point", "ring")]
    taken += [
        (m.x - len(m.name) * 3.3 - 4, m.y - 9, m.x + len(m.name) * 3.3 + 4, m.y + 9)
        for m in marks
        if m.shape == "badge"
    ]
    placed = {}
    for mark in sorted((m for m in marks if m.shape != "badge"), key=lambda m: (not m.happened, m.radius)):
        spot = next((at for at in _spots(mark) if _free(at, taken, window)), None)
        if spot is not None:
            taken.append(spot)
            placed[mark.anchor] = replace(mark, label=mark.name, label_x=spot[0], label_y=spot[3] - 3)
    yield from (placed.get(mark.anchor, mark) for mark in marks)


def _spots(mark: Mark) -> Iterator[Box]:
    """Where a mark's label may stand: beside, above or below a point; over an area."""
    wide = len(mark.name) * LETTER
    offsets = [(8.0, -LINE / 2), (-8.0 - wide, -LINE / 2), (-wide / 2, -8.0 - LINE), (-wide / 2, 8.0)]
    if mark.shape == "ring":
        offsets = [(-wide / 2, -mark.radius - LINE - 1), (-wide / 2, mark.radius + 1), *offsets]
    if mark.shape == "area":
        offsets = [(-wide / 2, -LINE / 2), (-wide / 2, LINE), (-wide / 2, -2 * LINE)]
    for dx, dy in offsets:
        left, top = round(mark.x + dx, 1), round(mark.y + dy, 1)
        yield left, top, left + wide, top + LINE


def _free(at: Box, taken: Iterable[Box], window: Window) -> bool:
    inside = at[0] >= 0 and at[1] >= 0 and at[2] <= WIDTH and at[3] <= window.height
    return inside and not any(at[0] < o[2] and o[0] < at[2] and at[1] < o[3] and o[1] < at[3] for o in taken)


def _country_names(
    land: Mapping[str, BaseGeometry], window: Window, taken: Sequence[Box]
) -> Iterator[tuple[str, float, float]]:
    """The names of the countries in view, where there is room for them."""
    for code, shape in land.items():
        part = max(polygons(shape), key=lambda p: p.area, default=None)
        if code and part is not None:
            name, spot = _country_name(code), part.representative_point()
            x, y, half = window.x(spot.x), window.y(spot.y), len(name) * 4.2
            across = (part.bounds[2] - part.bounds[0]) * window.squeeze * window.scale
            if across > 2 * half and _free((x - half, y - 10, x + half, y + 3), taken, window):
                yield name, x, y


def _country_name(code: str) -> str:
    entry = country(code)
    return entry.name if entry else code
