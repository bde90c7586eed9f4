"""Outlines of countries and provinces, simplified: what a point lies in, and what a map draws.

Natural Earth's, who draws borders as they are held de facto; where that differs from the gazetteer's country, both are
kept (docs/places.md, "Borders"). Coordinates are degrees, x east and y north.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from fogline.tables import files

if TYPE_CHECKING:  # both are slow to load, and numpy must not be there before its threads are set
    from numpy import dtype, float64, ndarray
    from shapely import MultiPolygon, Polygon, STRtree

COLUMNS = ("country", "admin1", "rings")
HUNDREDTHS = 100
OFFSHORE = 0.3  # degrees: simplified coasts leave ports in the water


@cache
def borders() -> dict[str, MultiPolygon]:
    """The outline of every country by ISO 3166-1 alpha-2; "" holds the areas that have no such code.

    >>> [round(edge) for edge in borders()["UA"].bounds]
    [22, 45, 40, 52]
    """
    return {country: whole for (country, _), whole in _outlines("places/borders.tsv").items()}


@cache
def provinces() -> dict[tuple[str, str], MultiPolygon]:
    """The outline of a province by country and GeoNames code; most have one.

    >>> ("UA", "05") in provinces()
    True
    """
    return _outlines("places/provinces.tsv")


def _outlines(table: str) -> dict[tuple[str, str], MultiPolygon]:
    from shapely import MultiPolygon, Polygon

    held: defaultdict[tuple[str, str], list[Polygon]] = defaultdict(list)
    for row in files.rows(table, COLUMNS):
        shell, *holes = (_ring(steps) for steps in row["rings"].split(" / "))
        held[row["country"], row["admin1"]].append(Polygon(shell, holes))
    return {of: MultiPolygon(parts) for of, parts in held.items()}


def _ring(steps: str) -> ndarray[tuple[int, ...], dtype[float64]]:
    """A ring of steps of hundredths of a degree, as `scripts/make_outlines.py` writes it."""
    import numpy

    pairs = numpy.array(steps.split(), dtype=int).reshape(-1, 2)
    return numpy.cumsum(pairs, axis=0) / HUNDREDTHS


@lru_cache(maxsize=1024)
def part_of(country: str, admin1: str | None, side: str) -> MultiPolygon | None:
    """The half or quarter of a country or province on a side ("n", "se"), or its middle ("c"); None without outline.

    Halves are cut at the middle of the area, the middle third at a third of its reach to each side.

    >>> whole, north = borders()["SY"], part_of("SY", None, "n")
    >>> north is not None and round(north.area / whole.area, 1), north.centroid.y > whole.centroid.y
    (0.5, True)
    """
    from shapely import MultiPolygon, Polygon, box, get_parts

    whole = provinces().get((country, admin1)) if admin1 else borders().get(country)
    if whole is None or not side:
        return None
    west, south, east, north = whole.bounds
    x, y = whole.centroid.x, whole.centroid.y
    if side == "c":
        cut = box(x - (x - west) / 2, y - (y - south) / 2, x + (east - x) / 2, y + (north - y) / 2)
    else:
        cut = box(
            x if "e" in side else west,
            y if "n" in side else south,
            x if "w" in side else east,
            y if "s" in side else north,
        )
    parts = [p for p in get_parts(whole.buffer(0).intersection(cut)) if isinstance(p, Polygon)]
    return MultiPolygon(parts) if parts else None


@cache
def _tree() -> tuple[tuple[str, ...], STRtree]:
    from shapely import STRtree

    named = [(country, part) for country, whole in borders().items() for part in whole.geoms]
    return tuple(country for country, _ in named), STRtree([part for _, part in named])


@lru_cache(maxsize=65536)
def country_at(lat: float, lon: float) -> str | None:
    """The country in whose outline a point lies, or that is nearest within about 30 km; None at sea.

    >>> country_at(50.45, 30.52), country_at(44.95, 34.1), country_at(43.0, 34.0)
    ('UA', 'RU', None)
    """
    from shapely import Point

    names, tree = _tree()
    found = tree.query_nearest(Point(lon, lat), max_distance=OFFSHORE)
    return next((names[n] for n in sorted(found) if names[n]), None)
