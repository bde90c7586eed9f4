"""Where an export goes: a stream that is given, or a file that appears whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from fogline.errors import InputError

Out = Path | BinaryIO


@contextmanager
def opened(out: Out) -> Iterator[BinaryIO]:
    """A binary stream to write to; a path gets its new content only when all of it is written.

    Raises:
        InputError: F160, if a file cannot be written there.
    """
    if not isinstance(out, Path):
        yield out
        return
    half = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with half.open("wb") as file:
            yield file
        half.replace(out)
    except OSError as error:
        raise InputError("F160", f"cannot write: {error.strerror}", where=str(out), accepted="a file name") from error
    finally:
        half.unlink(missing_ok=True)


def line(record: object) -> bytes:
    """One record as a line of JSON, UTF-8."""
    return msgspec.json.encode(record) + b"\n"


def beside(out: Path, name: str) -> Path:
    """A second file beside ``out``.

    >>> beside(Path("events.jsonl"), "said").name
    'events.said.jsonl'
    """
    return out.with_name(f"{out.stem}.{name}{out.suffix}")
