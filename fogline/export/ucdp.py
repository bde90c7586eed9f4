"""A sheet with the columns of UCDP's Georeferenced Event Dataset (49), for tools that expect them. Lossy.

Only assaults in which somebody is said to have been killed; UCDP's own numbers of conflicts, dyads, sides, countries
and grid cells stay empty, because they are UCDP's to give. `low` and `high` are the ends of what is said (an open end
is empty) and `best` is the number itself where it is exact or "about", else the low end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from fogline.export.acled import STATE, civilian
from fogline.export.outline import Outline, Person, extent
from fogline.export.sheets import Cells, Sheet, write_sheet
from fogline.export.writing import Out
from fogline.records import Ledger, Quantity

SUFFIX = ".csv"
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
WHERE = {"exact": 1, "town": 1, "near": 2, "district": 3, "admin1": 4, "country": 6, "region": 7, "sea": 7}
SPANS = ((1, 1), (6, 2), (7, 3), (31, 4))  # days at most, date_prec; 5 beyond


def write(ledgers: Iterable[Ledger], out: Out, *, include: str | None = None) -> None:
    """Write done acts to ``out``; acts that are only said go to a second file beside it (see `plover.write`)."""
    write_sheet(ledgers, out, Sheet(COLUMNS, rows), include=include)


def rows(outline: Outline) -> Iterator[Cells]:
    """The row of one deadly assault."""
    dead = outline.suffered("killed")
    _, high = extent(dead)
    if outline.event.type == "ASSAULT" and dead and high != 0:
        yield {**_what(outline), **_deaths(dead), **_when(outline), **_where(outline)}


def _what(outline: Outline) -> Cells:
    report = outline.report
    return {
        "id": outline.event.id,
        "type_of_violence": _violence(outline),
        "side_a": _names(outline.actors),
        "side_b": "Civilians" if civilian(outline) else _names(outline.recipients),
        "number_of_sources": 1,
        "source_office": report.outlet,
        "source_date": report.published,
        "source_headline": report.title,
        "source_original": outline.voice_words or None,
        "source_article": report.origin.url,
    }


def _violence(outline: Outline) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; unknown where the words do not give both sides' sectors."""
    if civilian(outline):
        return 3
    sides = [{one.sector for one in people} for people in (outline.actors, outline.recipients)]
    if not all(sides) or None in sides[0] | sides[1]:
        return None
    return 1 if (sides[0] | sides[1]) & set(STATE) else 2


def _deaths(dead: tuple[Quantity, ...]) -> Cells:
    low, high = extent(dead)
    civilians, _ = extent(one for one in dead if one.civilian)
    return {"low": low, "high": high, "best": low if low is not None else high, "deaths_civilians": civilians}


def _when(outline: Outline) -> Cells:
    first, last = outline.days
    if not first or not last:
        return {"date_start": first, "date_end": last}
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    precision = next((code for most, code in SPANS if days <= most), 5)
    return {"year": int(first[:4]), "date_start": first, "date_end": last, "date_prec": precision}


def _where(outline: Outline) -> Cells:
    place, pinned = outline.place, outline.pinned
    if place is None:
        return {}
    return {
        "where_prec": WHERE.get(place.precision),
        "where_coordinates": place.name,
        "where_description": outline.ledger.words((place.start, place.end)),
        "adm_1": place.admin1,
        "country": place.country,
        "latitude": pinned.lat if pinned else None,
        "longitude": pinned.lon if pinned else None,
        "geom_wkt": f"POINT ({pinned.lon} {pinned.lat})" if pinned else None,
    }


def _names(people: Iterable[Person]) -> str:
    return "; ".join(one.entity.name if one.entity else one.words for one in people)
