"""Work done by several processes: chunks of items go out, lists of answers come back in order.

Each worker is a process that loads the model once and is handed one small chunk at a time. What dies with a worker is
then known: its chunk is tried again item by item, and only the item that kills a worker is lost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from fogline.errors import FoglineError
from fogline.models import english

Chunk = tuple[Any, ...]
Work = Callable[[Chunk], list[Any]]

AHEAD = 4  # chunks a worker that are sent out before the oldest has come back: memory stays flat


@dataclass(frozen=True, slots=True)
class _Bug:
    """What a worker sends when something other than an item is at fault: it is raised again in the parent."""

    error: FoglineError | None
    trace: str

    def raise_again(self) -> None:
        raise self.error or RuntimeError(f"a worker process failed\n{self.trace}")


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: it inherits that, and never hears of it, not even before `_live`."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _live(pipe: Connection, work: Work) -> None:
    """A worker's life: work on the chunks that come, until the pipe is closed. Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(english.THREADS, "1"))  # before numpy is loaded: one thread a worker
    with suppress(EOFError, ConnectionError):
        while True:
            pipe.send(_answer(pipe.recv(), work))


def _answer(chunk: Chunk, work: Work) -> list[Any] | _Bug:
    try:
        return work(chunk)
    except MemoryError:
        os._exit(1)  # a death like any other: the parent finds out which item it was
    except Exception as error:  # any bug: the parent raises it
        return _Bug(error if isinstance(error, FoglineError) else None, traceback.format_exc())


class _Worker:
    """One process and our end of its pipe; it holds at most one chunk."""

    def __init__(self, work: Work) -> None:
        context = multiprocessing.get_context("spawn")  # fork is not safe beside the threads of a progress bar
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_live, args=(theirs, work), daemon=True)
        with _held_back():
            self.process.start()
        theirs.close()
        self.number = -1
        self.chunk: Chunk = ()

    def give(self, number: int, chunk: Chunk) -> None:
        self.number, self.chunk = number, chunk
        with suppress(BrokenPipeError):  # it has died idle; taking its answer will tell
            self.pipe.send(chunk)

    def take(self) -> list[Any] | None:
        """The answers to the chunk it holds, or None if it has died over them."""
        try:
            answer: Any = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            return None
        if isinstance(answer, _Bug):
            answer.raise_again()
        answers: list[Any] = answer
        return answers

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class _Crew:
    """All workers of one run, started as they are needed."""

    def __init__(self, jobs: int, work: Work, lost: Callable[[Any], Any]) -> None:
        self.jobs, self.work, self.lost = jobs, work, lost
        self.idle: list[_Worker] = []
        self.busy: list[_Worker] = []

    def free(self) -> bool:
        return len(self.busy) < self.jobs

    def give(self, number: int, chunk: Chunk) -> None:
        worker = self.idle.pop() if self.idle else _Worker(self.work)
        self.busy.append(worker)
        worker.give(number, chunk)

    def ready(self) -> Iterator[tuple[int, list[Any]]]:
        """Wait for an answer, and give every one that is there."""
        pipes = wait([worker.pipe for worker in self.busy])
        for worker in [worker for worker in self.busy if worker.pipe in pipes]:
            answers = worker.take()
            self.busy.remove(worker)
            if answers is None:
                worker.stop()
                answers = self.one_by_one(worker.chunk)
            else:
                self.idle.append(worker)
            yield worker.number, answers

    def one_by_one(self, chunk: Chunk) -> list[Any]:
        """The chunk over which a worker died, item by item: only what kills a worker again is lost."""
        return [answer for item in chunk for answer in self._alone(item)]

    def _alone(self, item: Any) -> list[Any]:
        worker = self.idle.pop() if self.idle else _Worker(self.work)
        worker.give(-1, (item,))
        answers = worker.take()
        if answers is None:
            worker.stop()
            return [self.lost(item)]
        self.idle.append(worker)
        return answers

    def stop(self) -> None:
        for worker in (*self.idle, *self.busy):
            worker.stop()


def in_workers(chunks: Iterable[Chunk], jobs: int, work: Work, lost: Callable[[Any], Any]) -> Iterator[list[Any]]:
    """The answers to the chunks, in order; stopped early, by an error or by Ctrl-C, it leaves no process behind.

    ``work`` is given a chunk and gives a list of as many answers; ``lost`` answers an item on which a process died.
    """
    crew = _Crew(jobs, work, lost)
    done: dict[int, list[Any]] = {}
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
