"""Many reports: one order, one set of bytes, and nothing lost, however many processes read them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

import pytest

from fogline import bulk, crew
from fogline.errors import InputError
from fogline.ingest import Unreadable, report_from_text
from fogline.ingest.meta import unreadable
from fogline.ingest.pairs import MarkedPair
from fogline.records import Ledger, Origin, Report, Span

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


def pairs(count: int) -> Iterator[MarkedPair | InputError]:
    """Some of each text, and now and then a line that holds none."""
    names = ("Laos", "Chad", "Peru")
    for n in range(count):
        name = names[n % 3]
        yield unreadable_line() if n % 50 == 7 else MarkedPair(f"{name} thanked Oman.", Span(0, 4), Span(13, 17))


def unreadable_line() -> InputError:
    return InputError("F111", 'there is no "text"', where="-:1", accepted="a text")


def test_pairs_are_the_same_whatever_the_number_of_workers() -> None:
    alone = list(bulk.code_many(pairs(150)))
    together = list(bulk.code_many(pairs(150), jobs=2))
    assert [repr(answer) for answer in alone] == [repr(answer) for answer in together]
    assert [isinstance(answer, InputError) for answer in alone] == [n % 50 == 7 for n in range(150)]


def test_a_pair_that_kills_a_worker_is_lost_alone() -> None:
    lines = [MarkedPair("Laos thanked Oman.", Span(0, 4), Span(13, 17)), bad_pair()]
    run = crew.in_workers([tuple(lines)], 2, dies_of_bad_pairs, bulk._unanswered)
    first, second = next(run)
    assert first == "fine" and isinstance(second, InputError) and second.code == "F130"


def bad_pair() -> MarkedPair:
    return MarkedPair("dies", None, None)


def dies_of_bad_pairs(lines: Sequence[MarkedPair]) -> list[str]:
    if bad_pair() in lines:
        os._exit(1)
    return ["fine" for _ in lines]


def test_a_bug_is_not_swallowed() -> None:
    broken = replace(good(1), text=None)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match=r"Traceback[\s\S]*NoneType"):
        list(crew.in_workers([(broken,)], 2, partial(bulk._read, facts=None), bulk._lost))


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
        assert len(taken) <= bulk.CHUNK * (crew.AHEAD * jobs + 2)


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
