"""Files that are read in one piece, and no larger than `MOST_BYTES`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from fogline.errors import InputError
from fogline.ingest.building import MOST_BYTES
from fogline.ingest.deadline import within
from fogline.ingest.meta import Meta, Unreadable, unreadable
from fogline.records import Origin, Report

Make = Callable[[bytes, Meta, Origin], Report]

MOST_SECONDS = 60.0  # for one file, on the wall's clock


def one_report(raw: BinaryIO, meta: Meta, media: str, make: Make) -> Iterator[Report | Unreadable]:
    """The one report that ``make`` finds in a file, or why there is none."""
    content = whole(raw)
    origin = origin_of(content, meta.path, media)
    try:
        check_size(content, meta.path)
        yield _in_time(make, content, meta, origin)
    except InputError as error:
        yield unreadable(error, origin)


def _in_time(make: Make, content: bytes, meta: Meta, origin: Origin) -> Report:
    try:
        with within(MOST_SECONDS):
            return make(content, meta, origin)
    except TimeoutError:
        accepted = f"a file whose text comes out within {MOST_SECONDS:g} seconds"
        raise InputError("F115", "the file takes too long to unpack", where=meta.path, accepted=accepted) from None


def whole(raw: BinaryIO) -> bytes:
    """The bytes of a file, or as many of them as show that it is too large."""
    return raw.read(MOST_BYTES + 1)


def origin_of(content: bytes, path: str | None, media: str) -> Origin:
    """Where one whole file came from, with the sha-256 of its bytes."""
    return Origin(path=path, digest=hashlib.sha256(content).hexdigest(), media=media)


def check_size(content: bytes, path: str | None) -> None:
    """Refuse a file that is too large before anything is decoded, and one with nothing in it."""
    if len(content) > MOST_BYTES:
        accepted = f"at most {MOST_BYTES:,} bytes a report; many reports go into JSONL or CSV"
        raise InputError("F106", "the file is too large", where=path, accepted=accepted)
    if not content:
        raise InputError("F101", "the file is empty", where=path, accepted="text with words in it")
