"""A writer that is killed at any moment, and what its case must then still hold."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import replace
from pathlib import Path

from fogline.records import Ledger
from fogline.store import Query, open_case
from tests.factories import full_ledger, make_report


def numbered(name: str) -> Ledger:
    """A small ledger of its own: its report's id is its name."""
    ledger = full_ledger(make_report(id=name, title=f"Report {name}"))
    return replace(ledger, failures=())


def write_until_killed(path: Path, pipe: int, prefix: str) -> None:
    """Store ledgers one after another and say each one's id after it was stored."""
    with open_case(path) as case:
        for i in range(10_000):
            name = f"{prefix}-{i}"
            case.put([numbered(name)])
            os.write(pipe, f"{name}\n".encode())


def reported_before_kill(path: Path, prefix: str, patience: int, seconds: float) -> list[str]:
    """The ids that a writer had reported as stored when it was killed, some time after its ``patience``-th one."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            write_until_killed(path, writing, prefix)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        names = [pipe.readline().strip() for _ in range(patience)]
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL, "the writer ended by itself"
        return names + pipe.read().split("\n")[:-1]


def survive(path: Path, rounds: int, seed: int = 0) -> int:
    """Kill a writer ``rounds`` times; how many ledgers it had reported, all of which are there and whole."""
    rnd, reported = random.Random(seed), 0
    for number in range(rounds):
        names = reported_before_kill(path, f"k{number}", rnd.randrange(6), rnd.uniform(0.0, 0.04))
        with open_case(path) as case:
            for name in names:
                assert case.get(name) == numbered(name), f"{name} was reported as stored"
        reported += len(names)
    check_whole(path, reported)
    return reported


def check_whole(path: Path, reported: int) -> None:
    """Every ledger of the case is entire, indexed entirely, and the file is sound."""
    with open_case(path) as case:
        assert case.check() == ()
        stored = list(case.ledgers())
        assert len(stored) >= reported
        assert all(ledger == numbered(ledger.report.id) for ledger in stored)
        counts = case.counts()
        assert counts["reports"] == counts["ledgers"] == counts["event"] == counts["finding"] == len(stored)
        assert sum(1 for _ in case.find(Query(kind="event", text="rebels", actor="rebels"))) == len(stored)
