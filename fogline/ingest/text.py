"""Plain text and Markdown: the whole file is the report, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from fogline.ingest.building import build
from fogline.ingest.decoding import decoded
from fogline.ingest.meta import Meta, Unreadable
from fogline.ingest.whole import one_report
from fogline.records import Origin, Report

MEDIA = "text/plain"


def read(raw: BinaryIO, meta: Meta) -> Iterator[Report | Unreadable]:
    """The one report of a text file: no line end, accent or blank is changed."""
    return one_report(raw, meta, MEDIA, _report)


def _report(content: bytes, meta: Meta, origin: Origin) -> Report:
    return build(decoded(content, meta.path), meta, origin)
