"""``datapackage.json``: what the tables of a CSV export hold, in Frictionless terms (Data Package 1.0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from fogline.export.flat import Column
from fogline.export.tables import Table
from fogline.records import MadeWith

UNITS = {
    "start": "Unicode code points of the report's text",
    "end": "Unicode code points of the report's text, not included",
    "lat": "degrees, WGS 84, of the gazetteer's representative point",
    "lon": "degrees, WGS 84, of the gazetteer's representative point",
    "radius_km": "kilometres",
    "score": "-3 (certainly not) to +3 (certainly so)",
    "goldstein": "Goldstein scale, -10 to +10",
    "plover_score": "PLOVER conflict-cooperation scale, -10 to +10",
    "low": "in the unit of the column unit",
    "high": "in the unit of the column unit; empty is open",
    "published": "ISO 8601 date or its beginning",
    "confidence": "0 to 1",
    "begin": "ISO day; empty is unknown or open",
    "finish": "ISO day; empty is unknown or open",
}
GEONAMES = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "GeoNames: places"}
PLOVER = {
    "name": "CC-BY-SA-4.0",
    "path": "https://creativecommons.org/licenses/by-sa/4.0/",
    "title": "PLOVER and CAMEO codes, Open Event Data Alliance",
}
LICENCES = {"places": [GEONAMES], "events": [PLOVER], "events_said": [PLOVER]}
RIGHTS = "Texts, titles and quoted words belong to the outlets; check their terms before passing them on."


@dataclass(slots=True)
class Made:
    """What made the exported ledgers, gathered while they pass."""

    versions: set[str] = field(default_factory=set)
    codebooks: set[str] = field(default_factory=set)

    def note(self, one: MadeWith) -> None:
        """Remember a ledger's version and codebook."""
        self.versions.add(one.version)
        self.codebooks.add(one.ontology)


def package(resources: Iterable[dict[str, Any]], made: Made) -> dict[str, Any]:
    """The package: its tables, codebooks, versions, licences."""
    return {
        "profile": "tabular-data-package",
        "name": "fogline-ledgers",
        "title": "Ledgers of news reports: who is said to have done what to whom, according to whom",
        "description": f"events holds done acts, events_said acts that are only said. {RIGHTS}",
        "codebook": sorted(made.codebooks),
        "fogline_version": sorted(made.versions),
        "licenses": [GEONAMES, PLOVER],
        "resources": list(resources),
    }


def resource(table: Table, size: int, digest: str) -> dict[str, Any]:
    """One table of the package."""
    licences = LICENCES.get(table.name)
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        **({"licenses": licences} if licences else {}),
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    key = {"fields": "report", "reference": {"resource": "reports", "fields": "id"}}
    keys = {} if table.name == "reports" else {"foreignKeys": [key]}
    return {"fields": [_field(column) for column in table.columns], "missingValues": [""], **keys}


def _field(column: Column) -> dict[str, Any]:
    unit = UNITS.get(column.name) or UNITS.get(column.path[0] if column.path else "")
    described = {"description": unit} if unit else {}
    required = {} if column.optional or column.kind == "string" else {"constraints": {"required": True}}
    return {"name": column.name, "type": column.kind, **described, **required}
