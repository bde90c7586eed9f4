"""Acts to events: PLOVER types, modes and contexts, CAMEO codes, actors, recipients, time, place, weapons."""

from __future__ import annotations

from fogline.coding.events import coded
from fogline.coding.pairs import code_pair, code_pairs
from fogline.coding.predicates import predicates
from fogline.models.parse import Parse
from fogline.reading.who import indexed
from fogline.records import Event, Reading, Report

__all__ = ["code", "code_pair", "code_pairs", "predicates"]


def code(report: Report, parse: Parse, reading: Reading) -> tuple[Event, ...]:
    """The events that the ontology codes among the report's acts, in text order.

    An act that PLOVER has no type for (a public denial, an election) gives no event. The speaker's own act and the
    act spoken of are two events, the second with its own status and ``embedded_in`` the first.
    """
    return tuple(coded(report, parse, indexed(reading)))
