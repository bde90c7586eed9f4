"""Places as one GeoJSON FeatureCollection (RFC 7946).

A point is drawn for what is as narrow as a town. A district, province, country, region or sea has no geometry: its
representative point and radius stand among the properties, with ``pin`` false, so that no map shows a country as a
spot. Coordinates are the gazetteer's (GeoNames, CC BY 4.0, credited in the collection), longitude first, WGS 84.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from fogline.export.outline import PINNED, Outline, outlines
from fogline.export.writing import Out, opened
from fogline.records import Ledger, Place

SUFFIX = ".geojson"
CREDIT = "Place data: GeoNames (https://www.geonames.org), CC BY 4.0"


def write(ledgers: Iterable[Ledger], out: Out) -> None:
    """Write every place of every ledger as a feature, with the events that happen there and their status."""
    head = {"type": "FeatureCollection", "attribution": CREDIT, "license": "CC-BY-4.0"}
    with opened(out) as file:
        file.write(msgspec.json.encode(head)[:-1] + b',"features":[')
        for number, feature in enumerate(_features(ledgers)):
            file.write((b",\n" if number else b"\n") + msgspec.json.encode(feature))
        file.write(b"\n]}\n")


def _features(ledgers: Iterable[Ledger]) -> Iterator[dict[str, Any]]:
    for ledger in ledgers:
        here: dict[str, list[Outline]] = defaultdict(list)
        for outline in outlines([ledger]):
            here[outline.event.place or ""].append(outline)
        for place in ledger.places:
            yield feature(ledger, place, here[place.id])


def feature(ledger: Ledger, place: Place, events: Iterable[Outline]) -> dict[str, Any]:
    """One place of one report."""
    known = place.lat is not None and place.lon is not None
    pin = known and place.precision in PINNED
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if pin else None,
        "properties": {
            "report": ledger.report.id,
            "outlet": ledger.report.outlet,
            "published": ledger.report.published,
            "start": place.start,
            "end": place.end,
            "words": ledger.words((place.start, place.end)),
            "name": place.name,
            "geonameid": place.geonameid,
            "precision": place.precision,
            "radius_km": place.radius_km,
            "pin": pin,
            "representative_point": [place.lon, place.lat] if known else None,
            "country": place.country,
            "boundary_country": place.boundary_country,
            "admin1": place.admin1,
            "role": place.role,
            "events": [_event(one) for one in events],
        },
    }


def _event(outline: Outline) -> dict[str, Any]:
    event, (first, last) = outline.event, outline.days
    told = {"status": event.status, "voice": outline.voice_words or None, "evidence": event.evidence}
    return {"id": event.id, "type": event.type, "mode": event.mode, "first": first, "last": last, **told}
