"""Acts to events: PLOVER types, modes and contexts, CAMEO codes, actors, recipients, time, place, weapons."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Event, Reading, Report

__all__ = ["code"]


def code(report: Report, parse: Parse, reading: Reading) -> tuple[Event, ...]:
    """The events that the ontology codes among the report's acts."""
    return ()
