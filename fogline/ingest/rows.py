"""One row of a JSONL or CSV file to one report: the fields both know, and everything else kept as it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fogline.errors import InputError
from fogline.ingest.building import build, check_characters
from fogline.ingest.meta import Meta, where
from fogline.records import Origin, Report

FIELDS = ("text", "id", "title", "outlet", "published", "url", "language")


def row_report(row: Mapping[str, Any], meta: Meta, origin: Origin) -> Report:
    """The report of one row; what the row does not say of itself is taken from ``meta``.

    Raises:
        InputError: F111 if the row has no text or a field of the wrong type, and whatever the text itself raises.
    """
    place = where(origin)
    known = {name: _words(row.get(name), name, place) for name in FIELDS}
    text = known.pop("text")
    if text is None:
        raise InputError("F111", 'there is no "text"', where=place, accepted=f"a row with {', '.join(FIELDS)}")
    extra = {name: value for name, value in row.items() if name not in FIELDS}
    told = Meta(
        path=meta.path,
        published=known["published"] or meta.published,
        outlet=known["outlet"] or meta.outlet,
        language=known["language"] or meta.language,
        title=known["title"] or meta.title,
    )
    return build(text, told, replace(origin, id=known["id"], url=known["url"], extra=extra))


def _words(value: Any, name: str, place: str | None) -> str | None:
    """A field as a string or None; a whole number serves as an id or a year."""
    if value is None or isinstance(value, str):
        if value:
            check_characters(value, f'"{name}"', place)
        return value
    if isinstance(value, int) and not isinstance(value, bool) and name in ("id", "published"):
        return str(value)
    raise InputError("F111", f'"{name}" is {value!r:.40}', where=place, accepted="a string or null")
