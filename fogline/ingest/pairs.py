"""Marked pairs: lines of ``{"text", "actor": [s, e] | null, "recipient": [s, e] | null, "published"?}``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from fogline.errors import InputError
from fogline.ingest.building import report_from_text
from fogline.ingest.jsonl import json_lines, json_object
from fogline.records import Span

ACCEPTED = '{"text": "...", "actor": [start, end] or null, "recipient": [start, end] or null, "published"?}'


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A text with an actor and a recipient marked; an unstated side is None."""

    text: str
    actor: Span | None
    recipient: Span | None
    published: str | None = None


def marked_pairs(raw: BinaryIO, path: str | None = None) -> Iterator[MarkedPair | InputError]:
    """Every line's pair, in order; a line that holds none gives the error that says why."""
    for number, line in json_lines(raw):
        if line.strip():
            try:
                yield _pair(json_object(line, place := f"{path or '-'}:{number}"), place)
            except InputError as error:
                yield error


def _pair(row: dict[str, Any], place: str) -> MarkedPair:
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError("F111", 'there is no "text"', where=place, accepted=ACCEPTED)
    report = report_from_text(text, published=row.get("published"), language="en")
    actor, recipient = (span_of(row.get(name), name, text, place) for name in ("actor", "recipient"))
    return MarkedPair(text, actor, recipient, report.published)


def span_of(value: Any, name: str, text: str, place: str | None = None) -> Span | None:
    """A span that a caller gives for a text, or None for an unstated one.

    Raises:
        InputError: F114, if it is no span, or points outside the text.

    >>> span_of([0, 4], "actor", "Oslo sent blankets.")
    Span(start=0, end=4)
    """
    if value is None:
        return None
    whole = isinstance(value, (list, tuple)) and len(value) == 2 and all(type(n) is int for n in value)
    if not whole or not 0 <= value[0] < value[1] <= len(text):
        what = f'"{name}" is {value!r:.40}, not a span of the text ({len(text)} characters)'
        raise InputError(
            "F114", what, where=place, accepted="[start, end] in code points, or null for an unstated side"
        )
    return Span(*value)
