"""W3C Web Annotations: every passage that carries an entry, as one AnnotationPage.

Each passage has a TextPositionSelector (code points of the report's text) and a TextQuoteSelector with 32 characters
on either side, as annotation tools use them: the quote decides, the position is a hint. The source is the report's
address where it has one, else ``urn:fogline:report:ID``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from fogline.export.writing import Out, opened
from fogline.records import Ledger

SUFFIX = ".jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix


class Passage(NamedTuple):
    """One passage of an entry: what the entry is, which part of it stands here, and where."""

    entry: str
    role: str
    value: str
    start: int
    end: int


def write(ledgers: Iterable[Ledger], out: Out) -> None:
    """Write one Annotation for every passage of voices, acts, events, findings, times, places and quantities."""
    head = {"@context": CONTEXT, "id": "urn:fogline:annotations", "type": "AnnotationPage"}
    every = (annotation(ledger, one) for ledger in ledgers for one in passages(ledger))
    with opened(out) as file:
        file.write(msgspec.json.encode(head)[:-1] + b',"items":[')
        for number, one in enumerate(every):
            file.write((b",\n" if number else b"\n") + msgspec.json.encode(one))
        file.write(b"\n]}\n")


def annotation(ledger: Ledger, passage: Passage) -> dict[str, Any]:
    """One passage as an Annotation that says what it is evidence of."""
    where = f"{passage.start}-{passage.end}"
    return {
        "id": f"urn:fogline:{ledger.report.id}:{passage.entry}:{passage.role}:{where}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": "Software", "name": f"Fogline {ledger.made_with.version}"},
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": passage.value},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": passage.role},
        ],
        "target": {"source": _source(ledger), "selector": selectors(ledger.text, passage.start, passage.end)},
    }


def selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """Position and quote of a passage.

    >>> position, quote = selectors("Two boats sank near Odesa.", 10, 14)
    >>> quote["prefix"], quote["exact"], quote["suffix"]
    ('Two boats ', 'sank', ' near Odesa.')
    """
    around = {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end], **around},
    ]


def passages(ledger: Ledger) -> Iterator[Passage]:
    """Every passage that carries an entry, list by list in the ledger's order."""
    for one in PASSAGES:
        yield from one(ledger)


def _source(ledger: Ledger) -> str:
    return ledger.report.origin.url or f"urn:fogline:report:{ledger.report.id}"


def _plain(ledger: Ledger) -> Iterator[Passage]:
    for time in ledger.times:
        yield Passage(time.id, "time", f"{time.type} {time.value or ''}".strip(), time.start, time.end)
    for place in ledger.places:
        yield Passage(place.id, "place", f"{place.name} ({place.precision})", place.start, place.end)
    for one in ledger.quantities:
        yield Passage(one.id, "quantity", f"{one.bound} {one.unit}", one.start, one.end)


def _voices(ledger: Ledger) -> Iterator[Passage]:
    for one in ledger.attributions:
        for role in ("source", "cue", "content"):
            for start, end in getattr(one, role):
                yield Passage(one.id, role, one.source_class, start, end)


def _acts(ledger: Ledger) -> Iterator[Passage]:
    for one in ledger.acts:
        yield Passage(one.id, "act", f"{one.status} {one.factuality}", *one.trigger)


def _events(ledger: Ledger) -> Iterator[Passage]:
    for one in ledger.events:
        value = " ".join(filter(None, (one.type, one.mode, f"({one.status})")))
        for start, end in one.evidence:
            yield Passage(one.id, "event", value, start, end)
        for role, people in (("actor", one.actors), ("recipient", one.recipients)):
            for person in people:
                yield Passage(one.id, role, value, person.start, person.end)


def _findings(ledger: Ledger) -> Iterator[Passage]:
    for one in ledger.findings:
        for side in one.evidence:
            if side.report_id == ledger.report.id:
                value = f"{one.code} {one.category}: {one.explanation}"
                yield Passage(one.id, f"finding-{side.side}", value, side.start, side.end)


PASSAGES: tuple[Callable[[Ledger], Iterator[Passage]], ...] = (_plain, _voices, _acts, _events, _findings)
