"""Fogline reads reports of a war and keeps a ledger of who is said to have done what to whom, according to whom.

>>> import fogline
>>> ledger = fogline.read("The ministry said on Friday that two boats sank.", published="2025-11-22")
>>> [ledger.words(s) for a in ledger.attributions for s in a.cue]
['said']

The verbs below load what they need when they are first called; importing the package loads no model and no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from fogline.errors import FoglineError, InputError, ModelError, StoreError, TableError
from fogline.records import Act, Event, Fact, Finding, Ledger, Place, Report, Span, Timex

__all__ = [
    "Act",
    "Event",
    "Fact",
    "Finding",
    "FoglineError",
    "InputError",
    "Ledger",
    "ModelError",
    "Place",
    "Report",
    "Span",
    "StoreError",
    "TableError",
    "Timex",
    "code_pair",
    "compare",
    "factuality",
    "normalise_times",
    "read",
    "read_many",
    "resolve_places",
]

Words = tuple[int, int]


def read(
    text: str,
    published: str | date | None = None,
    outlet: str | None = None,
    facts: Sequence[Fact] | None = None,
) -> Ledger:
    """The ledger of one report: the whole line, checks included.

    Args:
        text: the report, unchanged; every span of the ledger counts its Unicode code points.
        published: when it was published, as an ISO 8601 prefix ("2025", "2025-11", "2025-11-20") or a date; None is
            unknown and stays so.
        outlet: who published it: the voice of all prose without another voice.
        facts: the record to check against; None is the shipped record, ``()`` none.

    Raises:
        InputError: if the text is empty, holds NUL or lone surrogates, is too long, or the date is impossible.

    >>> ledger = read("Rebels denied on Monday that they had shelled the airport.", published="2025-11-20")
    >>> [(ledger.words(a.trigger), a.status) for a in ledger.acts]
    [('denied', 'done'), ('shelled', 'denied')]
    """
    from fogline.ingest import report_from_text
    from fogline.line import ledgers

    return next(ledgers([report_from_text(text, published=published, outlet=outlet)], facts))


def read_many(
    reports: Iterable[Report | str], *, jobs: int = 1, facts: Sequence[Fact] | None = None
) -> Iterator[Ledger]:
    """The ledgers of many reports, streamed in order; what cannot be read becomes a `Failure` in its ledger.

    >>> [len(ledger.sentences) for ledger in read_many(["It rained. It poured.", "Shells fell on the port."])]
    [2, 1]
    """
    from fogline import bulk
    from fogline.ingest import report_from_text

    ready = (report_from_text(r) if isinstance(r, str) else r for r in reports)
    return bulk.read_many(ready, jobs=jobs, facts=facts)


def compare(ledgers: Iterable[Ledger], facts: Sequence[Fact] | None = None) -> tuple[Finding, ...]:
    """Where several reports do not fit each other: findings across reports only."""
    from fogline.checking.across import compare as compare_ledgers

    return compare_ledgers(tuple(ledgers), facts)


def code_pair(
    text: str, *, actor: Words | None, recipient: Words | None, published: str | date | None = None
) -> Event | None:
    """The relation between just two marked spans as a PLOVER event, or None if the text tells none.

    Spans are half-open code points of ``text`` and may overlap; None is an unstated side.

    Raises:
        InputError: F114, if a span points outside the text.

    >>> event = code_pair("Oslo sent blankets to Kharkiv.", actor=(0, 4), recipient=(22, 29))
    >>> event.type, event.status
    ('AID', 'done')
    """
    from fogline.coding.pairs import code_pair as code
    from fogline.ingest import iso_prefix
    from fogline.ingest.pairs import span_of

    sides = span_of(actor, "actor", text), span_of(recipient, "recipient", text)
    return code(text, *sides, published=iso_prefix(published))


def factuality(text: str, *, trigger: Words) -> Act:
    """Whether the act at ``trigger`` is so, in the eyes of whoever tells it (FactBank's values, -3..+3).

    Raises:
        InputError: F114, if the trigger points outside the text.

    >>> act = factuality("The navy could blockade the port.", trigger=(15, 23))
    >>> act.status, act.factuality
    ('possible', 'PS+')
    """
    from fogline.ingest.pairs import span_of
    from fogline.reading.factuality import factuality as judge

    span = span_of(trigger, "trigger", text)
    if span is None:
        raise InputError("F114", "no trigger is given", accepted="[start, end] in code points of the text")
    return judge(text, trigger=span)


def normalise_times(text: str, published: str | date | None = None) -> tuple[Timex, ...]:
    """The time expressions of a text with TIMEX3 values and intervals.

    Raises:
        InputError: if the date is impossible.

    >>> [t.value for t in normalise_times("They met on Sunday.", published="2025-11-20")]
    ['2025-11-16']
    """
    from fogline.ingest import iso_prefix
    from fogline.reading.times import normalise_times as normalise

    return normalise(text, iso_prefix(published))


def resolve_places(text: str, spans: Sequence[Words] | None = None) -> tuple[Place, ...]:
    """The places of a text; with spans given each is a place by decree: one `Place` a span, in order.

    Unresolved names keep ``lat`` and ``lon`` None.

    Raises:
        InputError: F114, if a span points outside the text.

    >>> [(place.name, place.country) for place in resolve_places("Shells fell near Kharkiv.")]
    [('Kharkiv', 'UA')]
    """
    from fogline.ingest.pairs import span_of
    from fogline.reading.places import resolve_places as resolve

    given = None if spans is None else [span for s in spans if (span := span_of(s, "span", text)) is not None]
    return resolve(text, given)


def __getattr__(name: str) -> Any:
    """``fogline.__version__``, looked up only when asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("fogline")
    raise AttributeError(f"module 'fogline' has no attribute {name!r}")
