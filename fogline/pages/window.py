"""The part of the world that a map shows, and outlines as paths in it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from shapely import Polygon, clip_by_rect, get_coordinates, get_parts
from shapely.geometry.base import BaseGeometry

from fogline.records import Place

WIDTH = 880.0  # pixels


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is drawn, in degrees, and how large: plate carrée, true to scale in its middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Pixels a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return (self.north - self.south) * self.scale

    def holds(self, place: Place) -> bool:
        """True if the place's point is in view."""
        lat, lon = place.lat or 0.0, place.lon or 0.0
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def clipped(self, shape: BaseGeometry) -> BaseGeometry:
        """The part of a shape in view and a little around it, so that no edge of the cut is seen."""
        more = 4 / self.scale
        return clip_by_rect(
            shape,
            self.west - more / self.squeeze,
            self.south - more,
            self.east + more / self.squeeze,
            self.north + more,
        )

    def x(self, lon: float) -> float:
        """Pixels from the left."""
        return round((lon - self.west) * self.squeeze * self.scale, 1)

    def y(self, lat: float) -> float:
        """Pixels from the top."""
        return round((self.north - lat) * self.scale, 1)

    def path(self, part: Polygon) -> str:
        """A polygon as an SVG path, to half a pixel."""
        return " ".join(self._ring(ring.simplify(0.4 / self.scale)) for ring in (part.exterior, *part.interiors))

    def _ring(self, ring: BaseGeometry) -> str:
        corners = get_coordinates(ring)[:-1].tolist()
        return "M" + "L".join(f"{self.x(lon):g},{self.y(lat):g}" for lon, lat in corners) + "Z"


def polygons(shape: BaseGeometry) -> Iterator[Polygon]:
    """The polygons of whatever a cut has left, without its points and lines."""
    yield from (part for part in get_parts(shape) if isinstance(part, Polygon) and not part.is_empty)
