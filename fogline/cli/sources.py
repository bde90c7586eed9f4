"""What a command is given: reports to read, ledgers already written, or a case file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fogline.cli import EXIT_INPUT, complain
from fogline.errors import FoglineError, InputError
from fogline.records import Ledger, Report


@dataclass
class Inputs:
    """What a command was given; after its ledgers have been taken, ``lost`` is how many had no report in them."""

    files: Iterable[str]
    published: str | None = None
    jobs: int = 1
    lost: int = 0

    def ledgers(self) -> Iterator[Ledger]:
        """The ledgers of case files, of JSON Lines that `fogline read --json` wrote, or of reports read now.

        What could not be read comes as a ledger with a `Failure`, told on standard error.
        """
        for file in self.files:
            for ledger in _ledgers(file, self.published, self.jobs):
                self.lost += not ledger.text
                for failure in ledger.failures:
                    complain(failure.message)
                yield ledger

    def exit_if_lost(self) -> None:
        """End with the exit status for input that could not be read, if there was any."""
        if self.lost:
            sys.exit(EXIT_INPUT)


def _ledgers(file: str, published: str | None, jobs: int) -> Iterator[Ledger]:
    if is_case(file):
        from fogline.store import open_case

        with open_case(file, readonly=True) as case:
            yield from case.ledgers()
    elif holds_ledgers(file):
        with Path(file).open("rb") as lines:
            yield from (_ledger(line, f"{file}:{n}") for n, line in enumerate(lines, start=1) if line.strip())
    else:
        from fogline import bulk
        from fogline.ingest import Meta, reports

        found: Iterable[Report] = reports(file, Meta(published=published))  # type: ignore[assignment]
        yield from bulk.read_many(found, jobs=jobs)


def _ledger(line: bytes, where: str) -> Ledger:
    try:
        return Ledger.from_json(line)
    except (FoglineError, AttributeError, LookupError, TypeError, ValueError) as error:
        what = error.what if isinstance(error, FoglineError) else f"this is no ledger ({error!r:.80})"
        raise InputError("F150", what, where=where, accepted="a line that `fogline read --json` wrote") from error


def is_case(file: str) -> bool:
    """True for a case file, by its first bytes."""
    path = Path(file)
    return path.is_file() and path.open("rb").read(15) == b"SQLite format 3"


def holds_ledgers(file: str) -> bool:
    """True for JSON Lines of ledgers, by the beginning of the first line."""
    path = Path(file)
    return path.is_file() and path.open("rb").read(64).startswith(b'{"schema":"fogline-ledger/')
