"""The same line over many reports: streamed, in input order, in one process or several, with the same bytes.

Each worker is a process that loads the model once and is handed one small chunk of reports at a time. What dies with a
worker is then known: its chunk is read again report by report, and only the report that kills a worker is lost, as a
coded `Failure` in its own ledger.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from fogline import line
from fogline.errors import FoglineError, InputError
from fogline.ingest import Unreadable
from fogline.ingest.copies import Copies
from fogline.ingest.meta import where
from fogline.models import english
from fogline.records import Fact, Ledger, Report

Item = Report | Unreadable
Chunk = tuple[Item, ...]

CHUNK = 16  # reports handed to a worker at a time, and parsed together: the same for any number of workers
CHUNK_CHARACTERS = 200_000
AHEAD = 4  # chunks a worker that are read in before the oldest has come back: memory stays flat


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
    runs = _in_workers(chunks, jobs, facts) if jobs > 1 else (_read(chunk, facts) for chunk in chunks)
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


@dataclass(frozen=True, slots=True)
class _Bug:
    """What a worker sends when something other than a report is at fault: it is raised again in the parent."""

    error: FoglineError | None
    trace: str

    def raise_again(self) -> None:
        raise self.error or RuntimeError(f"a worker process failed\n{self.trace}")


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: it inherits that, and never hears of it, not even before `_work`."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(pipe: Connection, facts: Sequence[Fact] | None) -> None:
    """A worker's life: read the chunks that come, until the pipe is closed. Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(english.THREADS, "1"))  # before numpy is loaded: one thread a worker
    with suppress(EOFError, ConnectionError):
        while True:
            pipe.send(_answer(pipe.recv(), facts))


def _answer(chunk: Chunk, facts: Sequence[Fact] | None) -> list[Ledger] | _Bug:
    try:
        return _read(chunk, facts)
    except MemoryError:
        os._exit(1)  # a death like any other: the parent finds out which report it was
    except Exception as error:  # any bug: the parent raises it
        return _Bug(error if isinstance(error, FoglineError) else None, traceback.format_exc())


class _Worker:
    """One process and our end of its pipe; it holds at most one chunk."""

    def __init__(self, facts: Sequence[Fact] | None) -> None:
        context = multiprocessing.get_context("spawn")  # fork is not safe beside the threads of a progress bar
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(theirs, facts), daemon=True)
        with _held_back():
            self.process.start()
        theirs.close()
        self.number = -1
        self.chunk: Chunk = ()

    def give(self, number: int, chunk: Chunk) -> None:
        self.number, self.chunk = number, chunk
        with suppress(BrokenPipeError):  # it has died idle; taking its answer will tell
            self.pipe.send(chunk)

    def take(self) -> list[Ledger] | None:
        """The ledgers of the chunk it holds, or None if it has died over them."""
        try:
            answer: Any = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            return None
        if isinstance(answer, _Bug):
            answer.raise_again()
        ledgers: list[Ledger] = answer
        return ledgers

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class _Crew:
    """All workers of one run, started as they are needed."""

    def __init__(self, jobs: int, facts: Sequence[Fact] | None) -> None:
        self.jobs, self.facts = jobs, facts
        self.idle: list[_Worker] = []
        self.busy: list[_Worker] = []

    def free(self) -> bool:
        return len(self.busy) < self.jobs

    def give(self, number: int, chunk: Chunk) -> None:
        worker = self.idle.pop() if self.idle else _Worker(self.facts)
        self.busy.append(worker)
        worker.give(number, chunk)

    def ready(self) -> Iterator[tuple[int, list[Ledger]]]:
        """Wait for an answer, and give every one that is there."""
        pipes = wait([worker.pipe for worker in self.busy])
        for worker in [worker for worker in self.busy if worker.pipe in pipes]:
            ledgers = worker.take()
            self.busy.remove(worker)
            if ledgers is None:
                worker.stop()
                ledgers = self.one_by_one(worker.chunk)
            else:
                self.idle.append(worker)
            yield worker.number, ledgers

    def one_by_one(self, chunk: Chunk) -> list[Ledger]:
        """The chunk over which a worker died, read report by report: only what kills a worker again is lost."""
        return [ledger for item in chunk for ledger in self._alone(item)]

    def _alone(self, item: Item) -> list[Ledger]:
        worker = self.idle.pop() if self.idle else _Worker(self.facts)
        worker.give(-1, (item,))
        ledgers = worker.take()
        if ledgers is None:
            worker.stop()
            return [_lost(item)]
        self.idle.append(worker)
        return ledgers

    def stop(self) -> None:
        for worker in (*self.idle, *self.busy):
            worker.stop()


def _lost(item: Item) -> Ledger:
    report = item if isinstance(item, Report) else item.report
    accepted = "a shorter report, or more memory"
    error = InputError("F130", "the process that read this report died", where=where(report.origin), accepted=accepted)
    return line.failed(report, "reading", error)


def _in_workers(chunks: Iterator[Chunk], jobs: int, facts: Sequence[Fact] | None) -> Iterator[list[Ledger]]:
    """The ledgers of the chunks, in order; stopped early, by an error or by Ctrl-C, it leaves no process behind."""
    crew = _Crew(jobs, facts)
    done: dict[int, list[Ledger]] = {}
    given = taken = 0
    try:
        for chunk in chunks:
            while not crew.free() or given - taken >= jobs * AHEAD:
                done.update(crew.ready())
                while taken in done:
                    yield done.pop(taken)
                    taken += 1
            crew.give(given, chunk)
            given += 1
        while taken < given:
            while taken not in done:
                done.update(crew.ready())
            yield done.pop(taken)
            taken += 1
    finally:
        crew.stop()
