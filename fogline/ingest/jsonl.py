"""JSON Lines: one report a line, read line by line however long the file is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from fogline.errors import InputError
from fogline.ingest.building import MOST_BYTES, check_characters
from fogline.ingest.meta import Meta, Unreadable, unreadable, where
from fogline.ingest.rows import row_report
from fogline.records import Origin, Report

MEDIA = "application/jsonl"
ACCEPTED = 'one object a line: {"text": "...", "id"?, "title"?, "outlet"?, "published"?, "url"?, "language"?}'
DEEPEST = 50  # levels of nesting in a field of the caller's own
BOM = b"\xef\xbb\xbf"


def read(raw: BinaryIO, meta: Meta) -> Iterator[Report | Unreadable]:
    """The reports of a JSONL file in order; a line that is none keeps its place as `Unreadable`. Blank lines are none.

    Fields that we do not know are kept in ``origin.extra``.
    """
    empty = True
    for number, line in json_lines(raw):
        if line.strip():
            empty = False
            yield _report(line, meta, Origin(path=meta.path, line=number, media=MEDIA))
    if empty:
        origin = Origin(path=meta.path, media=MEDIA)
        yield unreadable(InputError("F101", "the file is empty", where=meta.path, accepted=ACCEPTED), origin)


def json_lines(raw: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; of one that is too long as many bytes as show it, and the rest of it is passed over."""
    number = 0
    while line := raw.readline(MOST_BYTES + 1):
        number += 1
        yield number, line.removeprefix(BOM) if number == 1 else line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = raw.readline(MOST_BYTES + 1)


def _report(line: bytes, meta: Meta, origin: Origin) -> Report | Unreadable:
    try:
        return row_report(json_object(line, where(origin)), meta, origin)
    except InputError as error:
        return unreadable(error, origin)


def json_object(line: bytes, place: str | None) -> dict[str, Any]:
    """The object that a line of JSON holds.

    Raises:
        InputError: F103, F106, F110 or F111, if it holds none.
    """
    if len(line) > MOST_BYTES:
        raise InputError("F106", "the line is too long", where=place, accepted=f"at most {MOST_BYTES:,} bytes a line")
    try:
        found = msgspec.json.decode(line.decode())
    except UnicodeDecodeError as error:
        what = f"byte 0x{line[error.start]:02x} at offset {error.start} of the line is not UTF-8"
        raise InputError("F103", what, where=place, accepted="UTF-8") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise _not_json(line, error, place) from error
    if not isinstance(found, dict):
        raise InputError("F111", f"the line is {_kind(found)}, not an object", where=place, accepted=ACCEPTED)
    if _depth(found) > DEEPEST:
        raise InputError("F110", f"the line is nested deeper than {DEEPEST} levels", where=place, accepted=ACCEPTED)
    return found


def _not_json(line: bytes, error: Exception, place: str | None) -> InputError:
    """The reason in words; the decoder takes half a surrogate pair for the end of the line, so look for one."""
    if isinstance(error, RecursionError):
        return InputError("F110", f"the line is nested deeper than {DEEPEST} levels", where=place, accepted=ACCEPTED)
    try:
        for name, value in json.loads(line).items():
            words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            check_characters(words, f'"{name}"', place)
    except InputError as half:
        return half
    except (ValueError, RecursionError, AttributeError):
        pass
    return InputError("F110", f"the line is not JSON ({error})", where=place, accepted=ACCEPTED)


def _depth(value: Any) -> int:
    """Levels of lists and objects, one after the other and not by recursion."""
    level, depth = [value], 0
    while level := [v for v in level if isinstance(v, (dict, list))]:
        depth += 1
        level = [child for v in level for child in (v.values() if isinstance(v, dict) else v)]
    return depth


def _kind(value: Any) -> str:
    names = {list: "a list", str: "a string", type(None): "null", bool: "true or false"}
    return names.get(type(value), "a number")
