"""Plain text and Markdown: the whole file is the report, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from fogline.errors import InputError
from fogline.ingest.building import build
from fogline.ingest.decoding import decoded
from fogline.ingest.meta import Meta, Unreadable, unreadable
from fogline.ingest.whole import check_size, origin_of, whole
from fogline.records import Report

MEDIA = "text/plain"


def read(raw: BinaryIO, meta: Meta) -> Iterator[Report | Unreadable]:
    """The one report of a text file: no line end, accent or blank is changed."""
    content = whole(raw)
    origin = origin_of(content, meta.path, MEDIA)
    try:
        check_size(content, meta.path)
        yield build(decoded(content, meta.path), meta, origin)
    except InputError as error:
        yield unreadable(error, origin)
