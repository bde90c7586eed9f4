"""Places that a user adds to the gazetteer: a GeoNames country dump, or any table with names and coordinates.

A gazetteer cut at a population fails where wars are. Each source becomes one SQLite file of the gazetteer's own form in
the user's data folder (``FOGLINE_PLACES``, else the platform's); the gazetteer asks all of them. A place that it has
already (the same GeoNames id, or the same name within a few kilometres) is left out.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import platformdirs

from fogline.errors import TableError
from fogline.tables import files, gazetteer_build
from fogline.tables.earth import apart
from fogline.tables.toponym_keys import key

if TYPE_CHECKING:  # which asks this module for what was added
    from fogline.tables.gazetteer import Entry

CODES = "places/feature_codes.tsv"
DUMP = 19  # columns of a GeoNames country dump, which has no header
COLUMNS = {
    "id": ("geonameid", "geonames_id", "id", "pcode", "p_code"),
    "name": ("name", "place", "village", "settlement", "town", "locality", "name_en", "asciiname"),
    "others": ("alternatenames", "alternate_names", "other_names", "alt_names", "aka"),
    "lat": ("lat", "latitude", "y", "point_y"),
    "lon": ("lon", "lng", "long", "longitude", "x", "point_x"),
    "country": ("country", "country_code", "countrycode", "iso2", "iso", "cc"),
    "admin1": ("admin1", "admin1code", "admin1_code"),
    "people": ("population", "pop"),
}
"""The columns of a table by the names under which they are known, in lower case; name, lat and lon are needed."""

SAME = 5.0  # kilometres within which the same name is the same place
MOST = 2_000_000_000  # bytes that a zipped dump may unpack to


class Spot(NamedTuple):
    """One place of a source."""

    ref: str
    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    country: str
    admin1: str | None
    people: int
    feature: str
    radius: float | None


class Added(NamedTuple):
    """What became of a source: its name, places taken, those that were known before, and rows without a place."""

    name: str
    taken: int
    known: int
    left_out: int


def folder() -> Path:
    """Where added places lie: ``FOGLINE_PLACES``, else ``places`` in the platform's folder for a user's data."""
    given = os.environ.get("FOGLINE_PLACES")
    return Path(given or platformdirs.user_data_path("fogline", appauthor=False) / "places")


@cache
def sources() -> tuple[Path, ...]:
    """The files of all added sources, by name."""
    try:
        return tuple(sorted(folder().glob("*.sqlite")))
    except (OSError, RuntimeError):  # nobody's home
        return ()


@cache
def digests() -> dict[str, str]:
    """The sha-256 of every added source as it was given, for ``made_with``."""
    return {f"places added: {path.stem}": _fact(path, "digest") for path in sources()}


def _fact(path: Path, name: str) -> str:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        return str(db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()[0])


def size(path: Path) -> int:
    """How many places a source has."""
    return int(_fact(path, "places"))


def add(path: Path, name: str, country: str | None, tick: Callable[[int], None]) -> Added:
    """Read a source into the user's data folder, in place of an earlier one of that name.

    ``country`` (ISO 3166-1 alpha-2) is that of rows which name none.

    Raises:
        TableError: F206 if the file is neither a GeoNames dump nor a table with names and coordinates, or holds none;
            F207 if the folder cannot be written.
    """
    whole = _bytes(path)
    target = folder() / f"{name}.sqlite"
    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(part)) as db, db:
            db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + gazetteer_build.SCHEMA)
            made = _filled(db, _spots(whole, path.name, country), tick)
            told = {"digest": hashlib.sha256(whole).hexdigest(), "places": made[0], "file": path.name}
            db.execute("CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT)")
            db.executemany("INSERT INTO facts VALUES (?,?)", told.items())
        if not made[0]:
            raise TableError(
                "F206", "no place in it that the gazetteer lacks", where=path.name, accepted="names and coordinates"
            )
        part.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise TableError(
            "F207", f"places cannot be added: {error}", where=str(target.parent), accepted="FOGLINE_PLACES=FOLDER"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _forget()
    return Added(name, *made)


def remove(name: str) -> bool:
    """Take a source away; False if there is none of that name."""
    found = next((path for path in sources() if path.stem == name), None)
    if found is not None:
        found.unlink()
        _forget()
    return found is not None


def _forget() -> None:
    from fogline.tables import gazetteer

    sources.cache_clear()
    digests.cache_clear()
    gazetteer.forget()


def _filled(db: sqlite3.Connection, spots: Iterable[Spot | None], tick: Callable[[int], None]) -> tuple[int, int, int]:
    """How many places were taken, were known before, and had no name, point or country."""
    from fogline.tables import gazetteer

    romanised = {r["country"] for r in files.rows("places/romanised.tsv", ("country",))}
    taken = known = empty = 0
    for number, spot in enumerate(spots, start=1):
        if number % 1000 == 0:
            tick(number)
        if spot is None:
            empty += 1
        elif any(_same(spot, entry) for entry in gazetteer.shipped(spot.name)):
            known += 1
        else:
            taken += 1
            where = (spot.lat, spot.lon, spot.people, spot.feature, spot.radius)
            place = (taken, spot.ref, spot.name, spot.country, spot.admin1, *where)
            gazetteer_build.insert(db, place, [spot.name, *spot.others], spot.country in romanised)
    return taken, known, empty


def _same(spot: Spot, entry: Entry) -> bool:
    from fogline.tables.gazetteer import TOWNS

    near = apart(spot.lat, spot.lon, entry.lat, entry.lon) <= SAME and (entry.feature in TOWNS) == (
        spot.feature in TOWNS
    )
    return entry.ref == spot.ref or near


# Reading a source ------------------------------------------------------------------------------------------------


def _bytes(path: Path) -> bytes:
    """The file's bytes; of a zip the one table in it."""
    try:
        if path.suffix.lower() != ".zip":
            return path.read_bytes()
        with zipfile.ZipFile(path) as packed:
            tables = [i for i in packed.infolist() if re.search(r"\.(txt|csv|tsv)$", i.filename, re.I)]
            tables = [i for i in tables if not i.filename.lower().startswith("readme")]
            if len(tables) != 1 or tables[0].file_size > MOST:
                raise TableError("F206", f"{len(tables)} tables in it", where=path.name, accepted="one table, unpacked")
            return packed.read(tables[0])
    except (OSError, zipfile.BadZipFile) as error:
        raise TableError("F206", f"it cannot be read: {error}", where=path.name, accepted="a table or dump") from error


def _spots(whole: bytes, where: str, country: str | None) -> Iterator[Spot | None]:
    """The places of a dump or table, None for a row without one."""
    try:
        text = whole.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError("F206", f"no UTF-8 at byte {error.start}", where=where, accepted="UTF-8") from error
    first = text.partition("\n")[0].rstrip("\r")
    if first.count("\t") == DUMP - 1 and first.split("\t")[0].isdigit():
        yield from (_of_dump(line.rstrip("\r").split("\t")) for line in text.split("\n") if line.strip())
    else:
        yield from _of_table(text, first, where, country)


def _of_dump(cells: Sequence[str]) -> Spot | None:
    """A row of a GeoNames dump: https://download.geonames.org/export/dump/readme.txt lists its columns."""
    if len(cells) != DUMP:
        return None
    kind = _kinds().get(f"{cells[6]}.{cells[7]}") or _kinds().get(f"{cells[6]}.*")
    point = _point(cells[4], cells[5])
    if kind is None or point is None or not kind[0] or not cells[8]:
        return None
    others = tuple(n for n in (cells[2], *cells[3].split(",")) if n)
    people = int(cells[14]) if cells[14].isdigit() else 0
    return Spot(cells[0], cells[1], others, *point, cells[8], cells[10] or None, people, *kind)


@cache
def _kinds() -> dict[str, tuple[str, float | None]]:
    """What becomes of GeoNames' feature codes ("P.*" is all other codes of a class): our feature and its radius."""
    rows = files.rows(CODES, ("code", "feature", "radius_km"))
    return {r["code"]: (r["feature"], float(r["radius_km"]) if r["radius_km"] else None) for r in rows}


def _of_table(text: str, first: str, where: str, country: str | None) -> Iterator[Spot | None]:
    mark = max("\t,;|", key=first.count)
    lines = csv.DictReader(io.StringIO(text), delimiter=mark)
    heads = {(head or "").strip().lower(): head for head in lines.fieldnames or ()}
    at = {field: next((heads[n] for n in names if n in heads), "") for field, names in COLUMNS.items()}
    if not (at["name"] and at["lat"] and at["lon"]):
        wanted = "; ".join(f"{field}: {', '.join(COLUMNS[field])}" for field in ("name", "lat", "lon"))
        raise TableError("F206", f"columns {', '.join(heads) or 'none'}", where=where, accepted=wanted)
    stem = Path(where).stem
    try:
        for number, row in enumerate(lines, start=1):
            cells = {field: (row.get(head) or "").strip() if head else "" for field, head in at.items()}
            yield _of_row(cells, f"{stem}:{number}", country)
    except csv.Error as error:
        raise TableError("F206", f"line {lines.line_num}: {error}", where=where, accepted="a CSV table") from error


def _of_row(cells: dict[str, str], ref: str, country: str | None) -> Spot | None:
    point = _point(cells["lat"], cells["lon"])
    iso = _iso2(cells["country"]) or country
    if point is None or iso is None or not key(cells["name"]):
        return None
    others = tuple(n.strip() for n in re.split(r"[|;,/]", cells["others"]) if n.strip())
    people = int(cells["people"]) if cells["people"].isdigit() else 0
    return Spot(cells["id"] or ref, cells["name"], others, *point, iso, cells["admin1"] or None, people, "PPL", None)


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        point = float(lat), float(lon)
    except ValueError:
        return None
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else None


@cache
def _iso2(said: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country's code or name."""
    rows = files.rows("places/countries.tsv", gazetteer_build.COUNTRIES)
    low = said.lower()
    return next(
        (r["iso2"] for r in rows if low and low in (r["iso2"].lower(), r["iso3"].lower(), r["name"].lower())), None
    )
