"""Records as flat rows: which columns a record type has, of which type, and one record as cells.

A nested record becomes columns with a point (``time.value``); an interval becomes ``begin.earliest`` and
``begin.latest``; lists stay lists, written as JSON in one cell.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec

from fogline.records import Bounds

EDGES = ("earliest", "latest")
KINDS = {str: "string", int: "integer", float: "number", bool: "boolean"}


class Column(NamedTuple):
    """A column of a table: its name, how it is reached from a record, its Frictionless type, whether it may lack."""

    name: str
    path: tuple[str, ...]
    kind: str
    optional: bool


@cache
def columns(record: type) -> tuple[Column, ...]:
    """The columns of a record type, in the order of its fields.

    >>> from fogline.records import Act
    >>> [(c.name, c.kind) for c in columns(Act)][:3]
    [('id', 'string'), ('trigger', 'array'), ('claim', 'string')]
    """
    return tuple(_columns(record, (), optional=False))


def _columns(record: type, path: tuple[str, ...], *, optional: bool) -> Iterator[Column]:
    hints = get_type_hints(record)
    for field in fields(record):
        bare, empty = _bare(hints[field.name])
        here, may_lack = (*path, field.name), optional or empty
        if is_dataclass(bare) and isinstance(bare, type):
            yield from _columns(bare, here, optional=may_lack)
        elif bare == Bounds:
            yield from (Column(".".join((*here, edge)), (*here, edge), "date", True) for edge in EDGES)
        else:
            kind = KINDS.get(bare, "object" if get_origin(bare) is dict else "array")
            yield Column(".".join(here), here, kind, may_lack)


def _bare(hint: Any) -> tuple[Any, bool]:
    """The type without its None, and whether None was in it."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    return next(one for one in get_args(hint) if one is not types.NoneType), True


def cells(record: object) -> list[str]:
    """One record as cells, in the order of `columns`."""
    return [_cell(_reached(record, column.path), column.kind) for column in _columns_of(record)]


def _columns_of(record: object) -> tuple[Column, ...]:
    made: type = type(record)
    return columns(made)


def _reached(record: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        if record is None:
            return None
        record = record[EDGES.index(step)] if step in EDGES else getattr(record, step)
    return record


def _cell(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if kind in ("array", "object"):
        return msgspec.json.encode(value).decode()
    if kind == "boolean":
        return "true" if value else "false"
    return safe(str(value)) if kind in ("string", "date") else f"{value!r}"


DANGEROUS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def safe(words: str) -> str:
    """Words that a spreadsheet does not take for a formula: a leading = + - @, tab or line break gets an apostrophe.

    `plain` takes it off again; an apostrophe that stands before one of these in the text is doubled.

    >>> safe("-12 degrees"), plain(safe("-12 degrees")), safe("’t Zand"), plain(safe("'=1"))
    ("'-12 degrees", '-12 degrees', '’t Zand', "'=1")
    """
    return f"'{words}" if words.lstrip("'").startswith(DANGEROUS) else words


def plain(cell: str) -> str:
    """The words that `safe` made safe."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(DANGEROUS) else cell
