"""What the caller knows of an input from outside, and how an input that cannot be read is carried on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.errors import InputError
from fogline.records import Origin, Report, identify


@dataclass(frozen=True, slots=True)
class Meta:
    """What the caller says of an input; what a JSONL or CSV row says of itself goes before it.

    ``published`` is an ISO 8601 prefix (``2025``, ``2025-11``, ``2025-11-20``), a full ISO time or a ``date``.
    """

    path: str | None = None
    published: str | date | None = None
    outlet: str | None = None
    language: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, or one row of it, that is no report: an empty report in its place, and the coded error.

    It keeps the input's place in the order, so that the run's output has as many ledgers as the input has reports.
    """

    report: Report
    error: InputError
    stage: str = "ingest"


def unreadable(error: InputError, origin: Origin) -> Unreadable:
    """The carrier of ``error`` for the input at ``origin``; its id is made of where the input stood.

    >>> unreadable(InputError("F101", "the report is empty"), Origin(path="wire.txt")).report.text
    ''
    """
    key = identify("unreadable", origin.path, origin.line, origin.digest, error.code)
    return Unreadable(Report(key, "", origin=origin), error)


def where(origin: Origin) -> str | None:
    """File and line as an error names them.

    >>> where(Origin(path="wire.jsonl", line=3))
    'wire.jsonl:3'
    """
    if origin.line is None:
        return origin.path
    return f"{origin.path or '<input>'}:{origin.line}"
