"""Many reports: one order, one set of bytes, and nothing lost, however many processes read them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

import pytest

from fogline import bulk
from fogline.errors import InputError
from fogline.ingest import Unreadable, report_from_text
from fogline.ingest.meta import unreadable
from fogline.records import Ledger, Origin, Report

SENTENCE = "Boat number {} sank off Odesa on Friday, the port authority said, and {} people were rescued."


def good(number: int) -> Report:
    return report_from_text(SENTENCE.format(number, number + 1), language="en", origin=Origin(id=str(number)))


def bad(number: int) -> Unreadable:
    return unreadable(
        InputError("F110", "the line is not JSON"), Origin(path="wire.jsonl", line=number, id=str(number))
    )


def mixed(count: int) -> Iterator[Report | Unreadable]:
    return (bad(n) if n % 5 == 3 else good(n) for n in range(count))


class Deadly:
    """Kills the process that unpacks it, as lack of memory would."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (1,)


def deadly(number: int) -> Report:
    report = good(number)
    return replace(report, origin=replace(report.origin, extra={"deadly": Deadly()}))


def order(ledgers: list[Ledger]) -> list[str | None]:
    return [ledger.report.origin.id for ledger in ledgers]


def test_one_and_two_processes_give_the_same_bytes_in_order() -> None:
    alone = list(bulk.read_many(mixed(40)))
    together = list(bulk.read_many(mixed(40), jobs=2))
    assert order(alone) == [str(n) for n in range(40)]
    assert [a.to_json() for a in alone] == [b.to_json() for b in together]
    assert [n for n, ledger in enumerate(alone) if ledger.failures] == [n for n in range(40) if n % 5 == 3]


def test_a_process_that_dies_costs_one_report() -> None:
    sources = [deadly(n) if n in (3, 21) else bad(n) for n in range(24)]
    ledgers = list(bulk.read_many(sources, jobs=2))
    assert order(ledgers) == [str(n) for n in range(24)]
    assert [n for n, ledger in enumerate(ledgers) if ledger.failures[0].code == "F130"] == [3, 21]
    assert ledgers[3].text == good(3).text


def test_a_bug_is_not_swallowed() -> None:
    broken = replace(good(1), text=None)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match=r"Traceback[\s\S]*NoneType"):
        list(bulk._in_workers(iter([(broken,)]), 2, None))


def test_reports_are_taken_in_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def watched() -> Iterator[Unreadable]:
        for number in range(10_000):
            taken.append(number)
            yield bad(number)

    for jobs in (1, 2):
        taken.clear()
        run = bulk.read_many(watched(), jobs=jobs)
        assert len(list(islice(run, 5))) == 5
        run.close()  # type: ignore[attr-defined]
        assert len(taken) <= bulk.CHUNK * (bulk.AHEAD * jobs + 2)


def test_progress_and_copies() -> None:
    text = SENTENCE.format(7, 12) * 3
    first, copied = (report_from_text(text, outlet=outlet, language="en") for outlet in ("Wire", "Post"))
    done: list[int] = []
    ledgers = list(bulk.read_many([first, bad(1), copied, first], progress=done.append))
    assert done == [1, 2, 3, 4]
    assert [ledger.report.copy_of for ledger in ledgers] == [None, None, first.id, None]


def test_workers_are_told_to_use_one_thread_before_numpy_is_there() -> None:
    code = "import sys, fogline.bulk; print('numpy' in sys.modules or 'spacy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
