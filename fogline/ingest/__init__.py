"""Bytes in, reports out: one module a format, and nothing lost on the way.

- ``reports(source, meta=Meta()) -> Iterator[Report | Unreadable]``: ``source`` is a path, ``"-"`` (standard input) or a
  binary stream. The format is told by the first bytes (PDF), else by the suffix, else by the look of the first bytes.
  Files of rows (JSONL, CSV) are streamed. What cannot be read comes as `Unreadable` in its place; no coded error is
  raised.
- ``report_from_text(text, *, title=None, outlet=None, published=None, language=None, origin=Origin()) -> Report``: a
  text that is already in hand. Raises `InputError`.
- ``Meta(path=None, published=None, outlet=None, language=None, title=None)``: what the caller knows. What a row of
  JSONL or CSV says of itself goes before it; it goes before what an HTML page says. Checked per report.
- ``Unreadable(report, error, stage="ingest")``: ``line.failed(u.report, u.stage, u.error)`` makes its ledger.
- ``Copies().seen(report) -> str | None``: the id of an earlier report of which this one is a (near-)copy.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from fogline.errors import InputError
from fogline.ingest import csv, html, jsonl, pdf, text
from fogline.ingest.building import READABLE, report_from_text
from fogline.ingest.copies import Copies
from fogline.ingest.dates import iso_prefix
from fogline.ingest.decoding import looks_binary
from fogline.ingest.languages import language_code
from fogline.ingest.meta import Meta, Unreadable, unreadable
from fogline.records import Origin, Report

__all__ = ["Copies", "Meta", "Unreadable", "iso_prefix", "language_code", "report_from_text", "reports"]

Read = Callable[[BinaryIO, Meta], Iterator[Report | Unreadable]]
PEEK = 4_096  # bytes by which a format is told


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is read, by which suffixes and by which look of the first bytes it is told."""

    read: Read
    suffixes: tuple[str, ...]
    looks: Callable[[bytes], bool]


def _like_rows(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b'{"') and b'"text"' in head


def _like_page(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1000].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start


FORMATS: tuple[Format, ...] = (
    Format(pdf.read, (".pdf",), lambda head: b"%PDF-" in head[:1024]),
    Format(html.read, (".html", ".htm", ".xhtml"), _like_page),
    Format(csv.read, (".csv", ".tsv"), lambda head: False),
    Format(jsonl.read, (".jsonl", ".ndjson", ".json"), _like_rows),
    Format(text.read, (".txt", ".md", ".markdown", ".text"), lambda head: True),
)


def reports(source: str | Path | BinaryIO, meta: Meta = Meta()) -> Iterator[Report | Unreadable]:  # noqa: B008 - frozen
    """The reports of one source, in order; what cannot be read keeps its place as `Unreadable`.

    >>> [r.text for r in reports(io.BytesIO(b"Two boats sank off Odesa."))]
    ['Two boats sank off Odesa.']
    """
    if isinstance(source, (str, Path)) and str(source) != "-":
        yield from _of_file(Path(source), meta)
    elif isinstance(source, (str, Path)):
        yield from _of_stream(sys.stdin.buffer, replace(meta, path=meta.path or "-"))
    else:
        yield from _of_stream(source, meta, Path(meta.path or "").suffix.lower())


def _of_file(path: Path, meta: Meta) -> Iterator[Report | Unreadable]:
    named = replace(meta, path=meta.path or str(path))
    try:
        file = path.open("rb")
    except (OSError, ValueError) as error:
        yield _unopened(error, named)
        return
    with file:
        yield from _of_stream(file, named, path.suffix.lower())


def _unopened(error: OSError | ValueError, meta: Meta) -> Unreadable:
    why = error.strerror if isinstance(error, OSError) else str(error)
    what = f"the file cannot be opened ({why})"
    return unreadable(InputError("F100", what, where=meta.path, accepted="a readable file"), Origin(path=meta.path))


def _of_stream(stream: BinaryIO, meta: Meta, suffix: str = "") -> Iterator[Report | Unreadable]:
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream))
    head = buffered.peek(PEEK)[:PEEK]
    chosen = _format(head, suffix)
    if chosen.read is pdf.read or not looks_binary(head):
        yield from chosen.read(buffered, meta)
        return
    what = "this is binary data, or UTF-16 without its byte-order mark"
    yield unreadable(InputError("F102", what, where=meta.path, accepted=READABLE), Origin(path=meta.path))


def _format(head: bytes, suffix: str) -> Format:
    suffix = ".pdf" if head.startswith(b"%PDF-") else suffix
    named = (f for f in FORMATS if suffix in f.suffixes)
    return next(named, None) or next(f for f in FORMATS if f.looks(head))


class _Raw(io.RawIOBase):
    """Any object with ``read(n)`` as the raw end of a buffer."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` as far as the stream goes."""
        data = self.stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
