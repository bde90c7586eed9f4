"""Facts that a user adds to the record: a table of rows, or what `fogline.tables.wikidata` makes of an extract.

Each source becomes one CSV of the record's own columns in the user's data folder (``FOGLINE_FACTS``, else the
platform's). A row with the id of a shipped one takes its place. A shipped holder of an office whose term is open, and
whom an added row succeeds after the day up to which the shipped row holds, is taken to have left on that day.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import platformdirs

from fogline.errors import TableError
from fogline.records import Fact
from fogline.tables import files
from fogline.tables.facts import COLUMNS, PRECISIONS, fact, shipped, validate

NEEDED = ("kind", "subject", "value", "source")
RELATIONS = {
    "office": "held_by", "conflict": "lasted", "election": "won_by", "membership": "member_of", "weapon": "range",
    "milestone": "signed",
}  # fmt: skip
DEFINITIONS = {"office": "from taking office to leaving it", "election": "polling day"}
DEFAULTS = {"status": "held", "certainty": "medium", "licence": "own"}


def folder() -> Path:
    """Where added facts lie: ``FOGLINE_FACTS``, else ``facts`` in the platform's folder for a user's data."""
    given = os.environ.get("FOGLINE_FACTS")
    return Path(given or platformdirs.user_data_path("fogline", appauthor=False) / "facts")


@cache
def sources() -> tuple[Path, ...]:
    """The files of all added sources, by name."""
    try:
        return tuple(sorted(folder().glob("*.csv")))
    except (OSError, RuntimeError):  # nobody's home
        return ()


@cache
def digests() -> dict[str, str]:
    """The sha-256 of every added source, for ``made_with``."""
    return {f"facts added: {path.stem}": hashlib.sha256(path.read_bytes()).hexdigest() for path in sources()}


@cache
def record() -> tuple[Fact, ...]:
    """The shipped record with what the user has added to it.

    Raises:
        TableError: F202 or F203, if an added row does not fit, or contradicts another.
    """
    return merged(shipped(), (one for path in sources() for one in held(path)))


def held(path: Path) -> tuple[Fact, ...]:
    """The rows of one added source."""
    return tuple(fact(row) for row in files.checked(path, path.name, COLUMNS))


def merged(base: Sequence[Fact], added: Iterable[Fact]) -> tuple[Fact, ...]:
    """A record with added rows: same ids replaced, open terms ended where an added holder follows.

    Raises:
        TableError: F203, if the rows contradict one another.

    >>> from fogline.tables.facts import shipped
    >>> old = next(f for f in shipped() if f.kind == "office" and f.until is None)
    >>> new = replace(old, id="own", value="A. Successor", since="2031-05-01", as_of="2031-06-01")
    >>> next(f.until for f in merged(shipped(), [new]) if f.id == old.id)
    '2031-05-01'
    """
    rows = {one.id: one for one in (*base, *added)}
    known = {one.id for one in base if rows[one.id] is one}
    new = [one for one in rows.values() if one.id not in known and one.kind == "office" and one.status == "held"]
    together = tuple(_succeeded(one, new) if one.id in known else one for one in rows.values())
    fault = next(validate(together), None) if new or len(rows) > len(base) else None
    if fault:
        raise TableError("F203", fault, where="facts added", accepted="one holder a seat at a time")
    return together


def _succeeded(one: Fact, new: Sequence[Fact]) -> Fact:
    after = [f.since for f in new if f.subject == one.subject and f.since and f.since > one.as_of]
    return replace(one, until=min(after)) if after and one.until is None and one.kind == "office" else one


def read(path: Path) -> tuple[Fact, ...]:
    """The rows of a user's table: CSV or TSV with at least kind, subject, value and source; the rest has defaults.

    Raises:
        TableError: F208, if the file is no such table; F202, if a row's date, status or certainty does not fit.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TableError("F208", f"it cannot be read: {error}", where=path.name, accepted="a UTF-8 table") from error
    first = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text), delimiter=max("\t,;", key=first.count))
    missing = [name for name in NEEDED if name not in (lines.fieldnames or ())]
    unknown = [name for name in lines.fieldnames or () if name not in COLUMNS]
    if missing or unknown:
        wrong = (
            f"columns {', '.join(missing)} missing" if missing else f"columns {', '.join(map(str, unknown))} unknown"
        )
        raise TableError("F208", wrong, where=path.name, accepted=", ".join(COLUMNS))
    return tuple(_row(row, f"{path.name}, row {number}") for number, row in enumerate(lines, start=1))


def _row(row: dict[str, str | None], where: str) -> Fact:
    """A row with its defaults: an id made of its words, precisions by the dates' length."""
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if cells["kind"] not in RELATIONS or any(not cells[name] for name in NEEDED):
        raise TableError("F208", f"kind {cells['kind']!r} or an empty cell", where=where, accepted=", ".join(RELATIONS))
    return completed(cells)


def completed(cells: dict[str, str]) -> Fact:
    """The fact of some cells, by the names of COLUMNS; what is missing has its default.

    Raises:
        TableError: F202, if a date, the status or the certainty does not fit.

    >>> row = {"kind": "office", "subject": "ATL:mayor", "value": "A. Ndiaye", "from": "2024-05", "source": "own notes"}
    >>> completed(row).id
    'office-atl-mayor-a-ndiaye-2024-05'
    """
    named = "-".join(cells.get(key, "") for key in ("kind", "subject", "value", "from"))
    given = {name: value for name, value in cells.items() if value}
    return fact(
        {
            **dict.fromkeys(COLUMNS, ""),
            **DEFAULTS,
            "id": re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-"),
            "subject_label": given.get("subject", ""),
            "relation": RELATIONS[given["kind"]],
            "definition": DEFINITIONS.get(given["kind"], "as given by the source"),
            "as_of": given.get("source_date") or date.today().isoformat(),
            "from_prec": _precision(given.get("from", "")),
            "to_prec": _precision(given.get("to", "")),
            **given,
        }
    )


def _precision(day: str) -> str:
    return next((name for name, length in PRECISIONS.items() if len(day) == length), "")


def add(name: str, facts: Sequence[Fact]) -> Path:
    """Keep rows as a source of the user's, in place of an earlier one of that name.

    Raises:
        TableError: F203, if the record with them contradicts itself; F209, if the folder cannot be written.
    """
    others = (one for path in sources() if path.stem != name for one in held(path))
    merged(shipped(), (*others, *facts))
    target = folder() / f"{name}.csv"
    part = target.with_suffix(f".{os.getpid()}.part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(COLUMNS)
            rows.writerows(_cells(one) for one in facts)
        part.replace(target)
    except OSError as error:
        raise TableError(
            "F209", f"facts cannot be added: {error}", where=str(target.parent), accepted="FOGLINE_FACTS=FOLDER"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _forget()
    return target


def _cells(one: Fact) -> list[str]:
    dates = {"from": one.since or "", "to": one.until or ""}
    precisions = {f"{end}_prec": _precision(day) for end, day in dates.items()}
    return [str({**dates, **precisions}.get(name, getattr(one, name, None)) or "") for name in COLUMNS]


def remove(name: str) -> bool:
    """Take a source away; False if there is none of that name."""
    found = next((path for path in sources() if path.stem == name), None)
    if found is not None:
        found.unlink()
        _forget()
    return found is not None


def _forget() -> None:
    for one in (sources, digests, record):
        one.cache_clear()
