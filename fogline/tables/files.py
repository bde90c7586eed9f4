"""Rows of the tables under ``fogline/data``: TSV or CSV with a header line, read once, checked against a schema."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from fogline.errors import TableError

DATA = Path(__file__).resolve().parent.parent / "data"

Row = Mapping[str, str]


@cache
def rows(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of ``data/<name>`` (.tsv or .csv), lines starting with ``#`` left out.

    Raises:
        TableError: F201 if there is no such file, F202 if its header or a row does not fit ``columns``.

    >>> rows("languages/en/abbreviations.tsv", ("form", "ends_sentence"))[0]["form"]
    'U.S.'
    """
    path = DATA / name
    if not path.is_file():
        known = sorted(p.relative_to(DATA).as_posix() for p in DATA.rglob("*.[ct]sv"))
        raise TableError("F201", f"no table {name!r}", accepted=", ".join(known))
    return tuple(checked(path, name, columns))


def checked(path: Path, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of any .tsv or .csv file under a header of just those columns.

    Raises:
        TableError: F202, if its header or a row does not fit.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        tsv = path.suffix == ".tsv"
        reader = csv.reader(lines, delimiter="\t" if tsv else ",", quoting=csv.QUOTE_NONE if tsv else csv.QUOTE_MINIMAL)
        header = tuple(next(reader, ()))
        if header != columns:
            raise TableError("F202", f"header {header}", where=name, accepted=", ".join(columns))
        for number, cells in enumerate(reader, start=1):
            if len(cells) != len(columns):
                raise TableError("F202", f"row {number} has {len(cells)} cells", where=name, accepted=f"{len(columns)}")
            yield dict(zip(columns, cells, strict=True))


@cache
def digests() -> dict[str, str]:
    """The sha-256 of every table's bytes, by its path under ``data/``."""
    paths = sorted(p for p in DATA.rglob("*") if p.suffix in {".tsv", ".csv"})
    return {p.relative_to(DATA).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}
