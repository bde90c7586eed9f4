"""What a command is given: reports to read, ledgers already written, or a case file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from fogline.cli import complain
from fogline.records import Ledger, Report


def ledgers_of(files: Iterable[str], published: str | None = None, jobs: int = 1) -> Iterator[Ledger]:
    """The ledgers of case files, of JSON Lines that `fogline read --json` wrote, or of reports read now.

    What could not be read comes as a ledger with a `Failure`, told on standard error.
    """
    for file in files:
        for ledger in _ledgers(file, published, jobs):
            for failure in ledger.failures:
                complain(failure.message)
            yield ledger


def _ledgers(file: str, published: str | None, jobs: int) -> Iterator[Ledger]:
    if is_case(file):
        from fogline.store import open_case

        with open_case(file, readonly=True) as case:
            yield from case.ledgers()
    elif holds_ledgers(file):
        with Path(file).open("rb") as lines:
            yield from (Ledger.from_json(line) for line in lines if line.strip())
    else:
        from fogline import bulk
        from fogline.ingest import Meta, reports

        found: Iterable[Report] = reports(file, Meta(published=published))  # type: ignore[assignment]
        yield from bulk.read_many(found, jobs=jobs)


def is_case(file: str) -> bool:
    """True for a case file, by its first bytes."""
    path = Path(file)
    return path.is_file() and path.open("rb").read(15) == b"SQLite format 3"


def holds_ledgers(file: str) -> bool:
    """True for JSON Lines of ledgers, by the beginning of the first line."""
    path = Path(file)
    return path.is_file() and path.open("rb").read(64).startswith(b'{"schema":"fogline-ledger/')
