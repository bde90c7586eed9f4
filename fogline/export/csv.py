"""A folder of tables: one CSV a list of the ledger, and ``datapackage.json`` (Frictionless) that says what they hold.

UTF-8, RFC 4180, empty cells for the unknown; each row begins with its report's id. Events come in two tables of the
same columns: `events.csv` for done acts, `events_said.csv` for all that is only said. Cells that a spreadsheet would
run as a formula are made harmless (`flat.safe`).
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import msgspec

from fogline.errors import InputError
from fogline.export.package import Made, package, resource
from fogline.export.tables import Row, Table, tables
from fogline.export.writing import Out, opened
from fogline.records import Ledger

SUFFIX = ""  # a folder


def write(ledgers: Iterable[Ledger], out: Out) -> None:
    """Write the tables into the folder ``out``, made if it is not there.

    Raises:
        InputError: F160 if the folder cannot be written, F161 if ``out`` is a stream.
    """
    if not isinstance(out, Path):
        raise InputError("F161", "tables in one stream", accepted="a folder")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("F160", f"cannot write: {error.strerror}", where=str(out), accepted="a folder") from error
    made = Made()
    with ExitStack() as stack:
        writers = [_Writer(table, stack.enter_context(opened(out / f"{table.name}.csv"))) for table in tables()]
        for ledger in ledgers:
            made.note(ledger.made_with)
            for writer in writers:
                writer.write_all(writer.table.rows(ledger))
        whole = package((resource(one.table, one.size, one.digest.hexdigest()) for one in writers), made)
        described = stack.enter_context(opened(out / "datapackage.json"))
        described.write(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")


class _Writer:
    """A table's file, with its size and digest as it grows."""

    def __init__(self, table: Table, file: BinaryIO) -> None:
        self.table, self.file = table, file
        self.size, self.digest = 0, hashlib.sha256()
        self.write_all([[column.name for column in table.columns]])

    def write_all(self, rows: Iterable[Row]) -> None:
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(rows)
        written = lines.getvalue().encode()
        self.size += len(written)
        self.digest.update(written)
        self.file.write(written)
