"""The ledger's JSON schema, derived from the records, so that documentation and code cannot drift apart."""

from __future__ import annotations

from typing import Any

import msgspec

from fogline.records.ledger import SCHEMA, Ledger


def ledger_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one ledger line.

    >>> ledger_schema()["$id"]
    'fogline-ledger/1'
    """
    (root,), parts = msgspec.json.schema_components([Ledger], ref_template="#/$defs/{name}")
    del root
    whole, report = parts.pop("Ledger"), parts["Report"]
    text = report["properties"].pop("text")
    report["required"] = [name for name in report["required"] if name != "text"] + ["chars"]
    report["properties"]["chars"] = {"type": "integer", "description": "Length of `text` in Unicode code points."}
    properties = {"schema": {"const": SCHEMA}, "report": whole["properties"].pop("report"), "text": text}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "One report's ledger",
        "type": "object",
        "properties": properties | whole["properties"],
        "required": [*properties, *whole["properties"]],
        "$defs": dict(sorted(parts.items())),
    }
