"""The whole line, stage after stage: a report goes in, a ledger comes out, nothing is changed on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import tee

from fogline import checking, coding, reading
from fogline.errors import FoglineError
from fogline.models import english
from fogline.models.parse import Parse
from fogline.reading.sentences import sentences
from fogline.records import Fact, Failure, Ledger, MadeWith, Reading, Report, Sentence
from fogline.tables import files

VERSION = "0.1.0"
ONTOLOGY = "PLOVER 2021"


def ledgers(reports: Iterable[Report], facts: Sequence[Fact] | None = None) -> Iterator[Ledger]:
    """The ledgers of many reports, in order; parsing runs over all of them in batches.

    A report whose stage raises a coded error keeps what was found before it and names the error as a `Failure`.
    """
    for report, ready, parse in _parsed(reports):
        yield ledger(report, ready, parse, facts)


def ledger(report: Report, ready: Sequence[Sentence], parse: Parse, facts: Sequence[Fact] | None = None) -> Ledger:
    """The ledger of one parsed report."""
    made = made_with()
    try:
        found = reading.read_parsed(report, parse, ready)
    except FoglineError as error:
        return failed(report, "reading", error)
    try:
        events = coding.code(report, parse, found)
    except FoglineError as error:
        return _ledger(found, report=report, made_with=made, failures=(_failure("coding", error),))
    whole = _ledger(found, report=report, events=events, made_with=made)
    try:
        return replace(whole, findings=checking.check(whole, facts))
    except FoglineError as error:
        return replace(whole, failures=(_failure("checking", error),))


def failed(report: Report, stage: str, error: FoglineError) -> Ledger:
    """The ledger of a report that could not be read: empty but for what went wrong."""
    return Ledger(report=report, failures=(_failure(stage, error),), made_with=made_with())


def made_with() -> MadeWith:
    """Version, ontology, and the digests of every table and weight file in use."""
    return MadeWith(VERSION, ONTOLOGY, files.digests(), english.weights_digest())


def _failure(stage: str, error: FoglineError) -> Failure:
    return Failure(stage, error.code, str(error))


def _ledger(found: Reading, **rest: object) -> Ledger:
    held = {field.name: getattr(found, field.name) for field in fields(Reading)}
    return Ledger(**held, **rest)  # type: ignore[arg-type]


def _parsed(reports: Iterable[Report]) -> Iterator[tuple[Report, tuple[Sentence, ...], Parse]]:
    split = ((report, sentences(report.text)) for report in reports)
    kept, given = tee(split)
    parses = english.parse_many((report.text, ready) for report, ready in given)
    for (report, ready), parse in zip(kept, parses, strict=True):
        yield report, ready, parse
