"""Distances on the globe, as flat as a search for neighbours needs them."""

from __future__ import annotations

import math

DEGREE = 111.2  # kilometres of a degree of latitude


def apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points that lie near each other, by plane geometry; dates' line not minded.

    >>> round(apart(50.45, 30.52, 50.9, 31.1))
    65
    """
    wide = (other_lon - lon) * DEGREE * math.cos(math.radians(lat))
    return math.hypot((other_lat - lat) * DEGREE, wide)


def box(lat: float, lon: float, km: float) -> tuple[float, float, float, float]:
    """South, north, west and east of the square that reaches so many kilometres around a point.

    >>> [round(edge, 1) for edge in box(60.0, 30.0, 111.2)]
    [59.0, 61.0, 28.0, 32.0]
    """
    high = km / DEGREE
    wide = high / max(0.1, math.cos(math.radians(lat)))
    return lat - high, lat + high, lon - wide, lon + wide
