"""The whole line, stage after stage: a report goes in, a ledger comes out, nothing is changed on the way."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cache
from importlib.metadata import version
from itertools import tee

from fogline import checking, coding, reading
from fogline.coding.codes import labelled, recode
from fogline.errors import FoglineError
from fogline.models import encoder, english
from fogline.models.parse import Parse
from fogline.reading.sentences import sentences
from fogline.records import ONTOLOGY, Event, Fact, Failure, Ledger, MadeWith, Predicate, Reading, Report, Sentence
from fogline.tables import codes, facts_added, files, gazetteer_added


def ledgers(reports: Iterable[Report], facts: Sequence[Fact] | None = None) -> Iterator[Ledger]:
    """The ledgers of many reports, in order; parsing runs over all of them in batches."""
    for report, ready, parse in _parsed(reports):
        yield ledger(report, ready, parse, facts)


def ledger(report: Report, ready: Sequence[Sentence], parse: Parse, facts: Sequence[Fact] | None = None) -> Ledger:
    """The ledger of one parsed report; a stage that raises a coded error leaves its part empty and a `Failure`."""
    failures = list(_foreign(report))
    found = Reading(sentences=tuple(ready))
    with _noting("reading", failures):
        found = reading.read_parsed(report, parse, ready)
    events: tuple[Event, ...] = ()
    with _noting("coding", failures):
        events = coding.code(report, parse, found)
    told: tuple[Predicate, ...] = ()
    with _noting("coding", failures):
        told = coding.predicates(parse)
    whole = _ledger(found, report=report, events=events, predicates=told, made_with=made_with())
    with _noting("checking", failures):
        whole = replace(whole, findings=checking.check(whole, facts, guard=lambda: _noting("checking", failures)))
    return _recoded(replace(whole, failures=tuple(failures)), parse)


def _recoded(whole: Ledger, parse: Parse) -> Ledger:
    """The ledger under the user's own codes; last, because the checks know PLOVER's types by name."""
    own = codes.in_use()
    return recode(whole, parse, own) if own else whole


@contextmanager
def _noting(stage: str, failures: list[Failure]) -> Iterator[None]:
    """Note an error of a stage and go on, a bug too (F900); where FOGLINE_STRICT is set, a bug is raised."""
    try:
        yield
    except FoglineError as error:
        failures.append(_failure(stage, error))
    except Exception as bug:
        if os.environ.get("FOGLINE_STRICT"):
            raise
        failures.append(Failure(stage, "F900", f"F900 a fault of Fogline's own: {type(bug).__name__}: {bug}"))


def failed(report: Report, stage: str, error: FoglineError) -> Ledger:
    """The ledger of a report that could not be read: empty but for what went wrong."""
    made = labelled(made_with(), codes.in_use())
    return Ledger(report=report, failures=(_failure(stage, error),), made_with=made)


@cache
def made_with() -> MadeWith:
    """Version, PLOVER, and the digests of every table and weight file in use."""
    weights = {**english.weights_digest(), **encoder.digests()}
    tables = {**files.digests(), **gazetteer_added.digests(), **facts_added.digests()}
    return MadeWith(version("fogline"), ONTOLOGY, tables, weights)


def _failure(stage: str, error: FoglineError) -> Failure:
    return Failure(stage, error.code, str(error))


def _ledger(found: Reading, **rest: object) -> Ledger:
    held = {field.name: getattr(found, field.name) for field in fields(Reading)}
    return Ledger(**held, **rest)  # type: ignore[arg-type]


def _parsed(reports: Iterable[Report]) -> Iterator[tuple[Report, tuple[Sentence, ...], Parse]]:
    split = ((report, sentences(report.text)) for report in reports)
    kept, given = tee(split)
    jobs = (english.Job(report.text, ready, is_english(report)) for report, ready in given)
    for (report, ready), parse in zip(kept, english.parse_many(jobs), strict=True):
        yield report, ready, parse


def is_english(report: Report) -> bool:
    """True for English, and where nobody could tell the language."""
    return report.language in (None, "en")


def _foreign(report: Report) -> tuple[Failure, ...]:
    """What to say of a report in a language that is not read."""
    if is_english(report):
        return ()
    what = f"language {report.language!r} is not read: only its sentences, times and numbers are in the ledger"
    return (Failure("reading", "F170", f"F170 {what}; accepted: en"),)
