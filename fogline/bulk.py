"""The same line over many reports: streamed, in input order, in one process or several, with the same bytes.

And the same for pairs of spans that are already marked. What kills a worker process is lost alone: a report as a coded
`Failure` in its own ledger, a pair as the error in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from fogline import line
from fogline.coding.pairs import code_pairs
from fogline.crew import in_workers
from fogline.errors import InputError
from fogline.ingest import Unreadable
from fogline.ingest.copies import Copies
from fogline.ingest.meta import where
from fogline.ingest.pairs import MarkedPair
from fogline.models import english
from fogline.records import Event, Fact, Ledger, Report

Item = Report | Unreadable
Chunk = tuple[Item, ...]

CHUNK = 16  # reports handed to a worker at a time, and parsed together: the same for any number of workers
CHUNK_CHARACTERS = 200_000
PAIRS = 64  # lines of marked pairs handed to a worker at a time


def read_many(
    sources: Iterable[Item],
    *,
    jobs: int = 1,
    facts: Sequence[Fact] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Ledger]:
    """The ledgers of many reports, in order; near-copies of an earlier report are marked ``copy_of``.

    ``sources`` is what `fogline.ingest.reports` yields, of one file or of many. ``jobs`` is the number of processes;
    it changes nothing in the ledgers. ``progress`` is called with the number of ledgers done. Anything that cannot be
    read comes out as a ledger with a `Failure`; a report on which a worker process dies has F130.

    Raises:
        ModelError: F401, F402, if the weights are not there to be loaded.

    >>> from fogline.ingest import report_from_text
    >>> [ledger.text for ledger in read_many([report_from_text("Two boats sank off Odesa.")])]
    ['Two boats sank off Odesa.']
    """
    english.one_thread()
    chunks = _chunks(_marked(sources))
    read = partial(_read, facts=facts)
    runs = in_workers(chunks, jobs, read, _lost) if jobs > 1 else map(read, chunks)
    done = 0
    for ledgers in runs:
        for ledger in ledgers:
            yield ledger
            done += 1
            if progress:
                progress(done)


def _marked(sources: Iterable[Item]) -> Iterator[Item]:
    """The reports with their ``copy_of``, found here so that it does not depend on who reads what."""
    copies = Copies()
    for item in sources:
        yield replace(item, copy_of=copies.seen(item)) if isinstance(item, Report) else item


def _chunks(items: Iterable[Item]) -> Iterator[Chunk]:
    held: list[Item] = []
    size = 0
    for item in items:
        length = len(item.text) if isinstance(item, Report) else 0
        if held and (len(held) >= CHUNK or size + length > CHUNK_CHARACTERS):
            yield tuple(held)
            held, size = [], 0
        held.append(item)
        size += length
    if held:
        yield tuple(held)


def _read(chunk: Chunk, facts: Sequence[Fact] | None) -> list[Ledger]:
    read = line.ledgers([item for item in chunk if isinstance(item, Report)], facts)
    return [next(read) if isinstance(item, Report) else _failed(item) for item in chunk]


def _failed(item: Unreadable) -> Ledger:
    return line.failed(item.report, item.stage, item.error)


def _lost(item: Item) -> Ledger:
    report = item if isinstance(item, Report) else item.report
    return line.failed(report, "reading", _died(where(report.origin)))


def _died(place: str | None) -> InputError:
    accepted = "a shorter report, or more memory"
    return InputError("F130", "the process that read this report died", where=place, accepted=accepted)


# Pairs ---------------------------------------------------------------------------------------------------------

Line = MarkedPair | InputError


def code_many(lines: Iterable[Line], *, jobs: int = 1) -> Iterator[Event | InputError | None]:
    """The relation of each marked pair, in order (`code_pairs`); a line that held none is answered by its error.

    ``jobs`` is the number of processes; it changes no answer.

    >>> from fogline.records import Span
    >>> [event.type for event in code_many([MarkedPair("Laos thanked Vietnam.", Span(0, 4), Span(13, 20))])]
    ['SUPPORT']
    """
    english.one_thread()
    waiting = iter(lines)
    chunks = iter(lambda: tuple(islice(waiting, PAIRS)), ())
    runs = in_workers(chunks, jobs, _coded, _unanswered) if jobs > 1 else map(_coded, chunks)
    for answers in runs:
        yield from answers


def _coded(lines: Sequence[Line]) -> list[Event | InputError | None]:
    pairs = [line for line in lines if isinstance(line, MarkedPair)]
    rows = ({"text": p.text, "actor": p.actor, "recipient": p.recipient, "published": p.published} for p in pairs)
    events = code_pairs(rows)
    return [next(events) if isinstance(line, MarkedPair) else line for line in lines]


def _unanswered(line: Line) -> InputError:
    return line if isinstance(line, InputError) else _died(None)
