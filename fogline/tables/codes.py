"""A user's own ontology: a folder whose ``codes.tsv`` gives a code to each kind of event, with ``PROVENANCE.toml``.

The folder is named with `using` or the environment variable ``FOGLINE_ONTOLOGY``; without it events keep PLOVER's
types. docs/ontologies.md shows one. Where a row stands in its file means nothing.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fogline.errors import TableError
from fogline.records import EVENT_TYPES, ONTOLOGY
from fogline.tables import files, ontology

VARIABLE = "FOGLINE_ONTOLOGY"
TABLE, PROVENANCE = "codes.tsv", "PROVENANCE.toml"
COLUMNS = ("code", "type", "mode", "context", "words")
STATED = ("title", "version", "licence")
FOLDER = f"a folder with {TABLE} and {PROVENANCE}"


@dataclass(frozen=True, slots=True)
class Code:
    """A row: a code and what an event must be to get it; None and no words ask for nothing."""

    code: str
    type: str
    mode: str | None = None
    context: str | None = None
    words: frozenset[str] = frozenset()

    @property
    def plain(self) -> bool:
        """True if the type alone decides."""
        return not (self.mode or self.context or self.words)


@dataclass(frozen=True, slots=True)
class Codes:
    """An ontology of the user's: its title and version, its rows, and the sha-256 of its table."""

    name: str
    rows: tuple[Code, ...]
    sha256: str

    @property
    def digests(self) -> dict[str, str]:
        """The table's digest, for ``made_with`` and ``doctor``."""
        return {f"ontology/{TABLE}": self.sha256}


def in_use() -> Codes | None:
    """The ontology that ``FOGLINE_ONTOLOGY`` names; None is PLOVER.

    Raises:
        TableError: F202 or F204, if its table or its provenance does not fit.
    """
    given = os.environ.get(VARIABLE)
    return load(Path(given)) if given else None


@contextmanager
def using(folder: Path | None) -> Iterator[None]:
    """Use a folder's ontology for a while, in this process and those it starts; None changes nothing.

    Raises:
        TableError: F202 or F204, if the folder cannot be used.
    """
    before = os.environ.get(VARIABLE)
    if folder is not None:
        load(folder)
        os.environ[VARIABLE] = str(folder)
    try:
        yield
    finally:
        os.environ.pop(VARIABLE, None)
        if before is not None:
            os.environ[VARIABLE] = before


@cache
def load(folder: Path) -> Codes:
    """The ontology of a folder, read once.

    Raises:
        TableError: F202, if a row has too few or too many cells; F204, if a file is missing or a cell is unknown.
    """
    missing = [name for name in (TABLE, PROVENANCE) if not (folder / name).is_file()]
    if missing:
        raise TableError("F204", f"no {' and no '.join(missing)}", where=str(folder), accepted=FOLDER)
    try:
        name = _name(folder / PROVENANCE)
        rows = tuple(files.checked(folder / TABLE, str(folder / TABLE), COLUMNS))
    except (OSError, ValueError) as error:  # no TOML, no UTF-8, no right to read
        raise TableError("F204", f"cannot be read: {error}", where=str(folder), accepted=FOLDER) from error
    where = str(folder / TABLE)
    return Codes(name, _sorted(_code(row, where) for row in rows), _sha256(folder / TABLE))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _sorted(codes: Iterable[Code]) -> tuple[Code, ...]:
    return tuple(sorted(set(codes), key=lambda c: (c.code, c.type, c.mode or "", c.context or "", sorted(c.words))))


def _name(path: Path) -> str:
    """Title and version, as ``made_with`` and the exports name the ontology."""
    stated = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    given = [stated.get(key) for key in STATED]
    wanted = ", ".join(f"{key} = '...'" for key in STATED)
    if not all(isinstance(value, str) and value.strip() for value in given):
        raise TableError("F204", "title, version or licence is missing", where=str(path), accepted=wanted)
    name = " ".join(f"{given[0]} {given[1]}".split())
    if name == ONTOLOGY:
        raise TableError("F204", f"{name} is the name of PLOVER's own types", where=str(path), accepted="another title")
    return name


def _code(row: files.Row, where: str) -> Code:
    """One row, its cells known.

    Raises:
        TableError: F204, naming the cell and what may stand there.
    """
    cells = {name: value.strip() for name, value in row.items()}
    kind, words = cells["type"], frozenset(w.strip().lower() for w in cells["words"].split(",") if w.strip())
    _one_of(kind, EVENT_TYPES, f"{where}: type")
    _one_of(cells["mode"], ("", *ontology.modes_of(kind)), f"{where}: mode of {kind}")
    _one_of(cells["context"], ("", *ontology.contexts()), f"{where}: context")
    for word in (cells["code"], *words):
        _one_word(word, where)
    return Code(cells["code"], kind, cells["mode"] or None, cells["context"] or None, words)


def _one_word(value: str, where: str) -> None:
    if len(value.split()) != 1:
        raise TableError("F204", f"{value!r} is not one word", where=where, accepted="codes and words without blanks")


def _one_of(value: str, known: Iterable[str], where: str) -> None:
    names = sorted(known)
    if value not in names:
        accepted = ", ".join(name or "nothing" for name in names)
        raise TableError("F204", f"{value!r} is not known", where=where, accepted=accepted)
