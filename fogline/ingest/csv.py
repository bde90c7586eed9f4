"""CSV and TSV files with a header and a column `text`: one report a record, read record by record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from fogline.errors import InputError
from fogline.ingest.building import LONGEST_TEXT, MOST_BYTES
from fogline.ingest.decoding import decoded, encoding_of
from fogline.ingest.meta import Meta, Unreadable, unreadable, where
from fogline.ingest.rows import FIELDS, row_report
from fogline.records import Origin, Report

MEDIA = "text/csv"
ACCEPTED = f"a header line with a column text, then any of {', '.join(FIELDS[1:])}"
SAMPLE = 1_000_000  # bytes by which the encoding is told
DELIMITERS = ",\t;|"
LONGEST_FIELD = 2 * LONGEST_TEXT  # characters: beyond, a quotation mark was never closed


def read(raw: BinaryIO, meta: Meta) -> Iterator[Report | Unreadable]:
    """The reports of a CSV file in order; a record that is none keeps its place as `Unreadable`.

    Columns that we do not know are kept in ``origin.extra``; ``origin.line`` is the line on which the record begins.
    """
    csv.field_size_limit(max(LONGEST_FIELD, csv.field_size_limit()))
    try:
        table = _Table(raw, meta)
    except InputError as error:
        yield unreadable(error, Origin(path=meta.path, media=MEDIA))
    else:
        yield from table.reports()


class _Table:
    """A file being read: its header, and the fault, if any, in the lines of the record being put together."""

    def __init__(self, raw: BinaryIO, meta: Meta) -> None:
        self.meta = meta
        self.fault: tuple[str, str, str] | None = None
        self.lines = self._lines(raw)
        first = next(self.lines, "")
        if not first.strip():
            raise InputError("F101", "the file is empty", where=meta.path, accepted=ACCEPTED)
        self.delimiter, self.header = _header(first, meta.path)

    def reports(self) -> Iterator[Report | Unreadable]:
        """Every record after the header, blank lines left out."""
        empty = True
        for number, cells in self._records():
            origin = Origin(path=self.meta.path, line=number, media=MEDIA)
            if not any(cells) and not self.fault:
                continue
            empty = False
            try:
                if isinstance(cells, str):
                    raise InputError("F113", cells, where=where(origin), accepted="closed quotation marks")
                yield self._report(cells, origin)
            except InputError as error:
                yield unreadable(error, origin)
        if empty:
            nothing = InputError("F101", "there is only a header", where=self.meta.path, accepted=ACCEPTED)
            yield unreadable(nothing, Origin(path=self.meta.path, media=MEDIA))

    def _records(self) -> Iterator[tuple[int, list[str] | str]]:
        """Records with the lines they begin on; instead of a broken one, and of what hangs on it, what is wrong."""
        reader = csv.reader(self.lines, delimiter=self.delimiter)
        broken: tuple[int, str] | None = None
        while True:
            last = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                if broken:
                    yield _passed_over(*broken, last)
                broken = last + 1, str(error)
                continue
            if broken and len(cells) != len(self.header):
                continue  # still inside the text whose quotation mark was never closed
            if broken:
                yield _passed_over(*broken, last)
                broken = None
            yield last + 1, cells
        if broken:
            yield _passed_over(*broken, last)

    def _report(self, cells: Sequence[str], origin: Origin) -> Report:
        if self.fault:
            (code, what, accepted), self.fault = self.fault, None
            raise InputError(code, what, where=where(origin), accepted=accepted)
        if len(cells) != len(self.header):
            what, accepted = f"the record has {len(cells)} cells", f"{len(self.header)}, as in the header"
            raise InputError("F113", what, where=where(origin), accepted=accepted)
        named = dict(zip(self.header, cells, strict=True))
        row = {name: cell for name, cell in named.items() if cell or name not in FIELDS or name == "text"}
        return row_report(row, self.meta, origin)

    def _lines(self, raw: BinaryIO) -> Iterator[str]:
        """The decoded lines; one that cannot be decoded or is too long leaves its fault for the record it is in."""
        start = raw.read(SAMPLE)
        encoding = encoding_of(start[: start.rfind(b"\n") + 1] or start, self.meta.path)
        if encoding.startswith(("utf-16", "utf-32")):
            whole = start + raw.read(MOST_BYTES)
            yield from io.StringIO(decoded(whole, self.meta.path), newline="\n")
            return
        for line in _joined(start, raw):
            yield self._decoded(line, encoding)
            encoding = encoding.removesuffix("-sig")

    def _decoded(self, line: bytes, encoding: str) -> str:
        if len(line) > MOST_BYTES:
            self.fault = ("F106", "the line is too long", f"at most {MOST_BYTES:,} bytes a line")
            return ""
        try:
            return line.decode(encoding)
        except UnicodeDecodeError as error:
            what = f"byte 0x{line[error.start]:02x} at offset {error.start} of a line is not {encoding.upper()}"
            self.fault = ("F103", what, "one encoding for the whole file, best UTF-8")
            return line.decode(encoding, "replace")


def _passed_over(first: int, reason: str, last: int) -> tuple[int, str]:
    return first, f"lines {first} to {max(first, last)} hold no whole record ({reason})"


def _joined(start: bytes, raw: BinaryIO) -> Iterator[bytes]:
    """The lines of what was read already and of the rest, none longer than shows that it is too long."""
    *lines, held = io.BytesIO(start).readlines() or [b""]
    yield from lines
    yield held if held.endswith(b"\n") else held + raw.readline(MOST_BYTES)
    while line := raw.readline(MOST_BYTES + 1):
        yield line


def _header(line: str, path: str | None) -> tuple[str, list[str]]:
    """The delimiter under which the first line has a column text, and the names of all columns."""
    try:
        rows = [(delimiter, next(csv.reader([line], delimiter=delimiter), [])) for delimiter in DELIMITERS]
    except csv.Error as error:
        raise InputError("F113", f"the header is no CSV ({error})", where=path, accepted=ACCEPTED) from error
    for delimiter, cells in rows:
        names = [_name(cell.strip(), number) for number, cell in enumerate(cells, start=1)]
        if "text" in names:
            if len(set(names)) < len(names):
                raise InputError("F113", "two columns have the same name", where=path, accepted=ACCEPTED)
            return delimiter, names
    raise InputError("F113", "the header has no column text", where=path, accepted=ACCEPTED)


def _name(cell: str, number: int) -> str:
    return cell.lower() if cell.lower() in FIELDS else cell or f"column {number}"
