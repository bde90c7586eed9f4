"""Who and what is named, and every mention of it."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Entity, Mention, Reading, Report


def find_entities(report: Report, parse: Parse, so_far: Reading) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Who and what is named, and every mention of it."""
    return (), ()
