"""Files that are read in one piece, and no larger than `MOST_BYTES`."""

from __future__ import annotations

import hashlib
from typing import BinaryIO

from fogline.errors import InputError
from fogline.ingest.building import MOST_BYTES
from fogline.records import Origin


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
