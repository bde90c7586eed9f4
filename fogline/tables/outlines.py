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
