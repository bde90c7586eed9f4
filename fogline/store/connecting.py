"""How a case file is opened, and which coded error stands for what SQLite says.

Write-ahead log with ``synchronous=FULL``: what a commit returned from is on the disk. A file left by a killed
process is put right by SQLite when it is next opened; a file closed in order is one file that can be copied.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import QueuePool

from fogline.errors import StoreError
from fogline.store.schema import APPLICATION

MAGIC = b"SQLite format 3\0"
ACCEPTED = "a case made by Fogline, or a path where none is yet"
UNDAMAGED = "an undamaged case; take a copy of the last sound one"
# primary result codes, https://www.sqlite.org/rescode.html
MEANING = {
    sqlite3.SQLITE_BUSY: ("F303", "another process holds the case", "wait, or close the other process"),
    sqlite3.SQLITE_LOCKED: ("F303", "another process holds the case", "wait, or close the other process"),
    sqlite3.SQLITE_NOTADB: ("F301", "not a case", ACCEPTED),
    sqlite3.SQLITE_CORRUPT: ("F304", "the case is damaged", UNDAMAGED),
    sqlite3.SQLITE_FULL: ("F305", "no room left to write", "free disk space"),
    sqlite3.SQLITE_READONLY: ("F305", "the case cannot be written", "a file and folder that can be written"),
    sqlite3.SQLITE_IOERR: ("F305", "the disk refused", "a disk that can be read and written"),
    sqlite3.SQLITE_CANTOPEN: ("F305", "the case cannot be opened", "a file in a folder that can be written"),
    sqlite3.SQLITE_PERM: ("F305", "the case cannot be opened", "a file in a folder that can be written"),
}


@contextmanager
def coded(path: Path) -> Iterator[None]:
    """SQLite's errors as ours; what is none of them is a bug and passes."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _meant(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _meant(error, path) or error from error
    except UnicodeDecodeError as error:
        raise StoreError("F304", f"the case is damaged ({error})", where=str(path), accepted=UNDAMAGED) from error


def _meant(error: BaseException | None, path: Path) -> StoreError | None:
    if "decode to UTF-8" in str(error):
        return StoreError("F304", "the case is damaged (a text is not UTF-8)", where=str(path), accepted=UNDAMAGED)
    known = MEANING.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return StoreError(known[0], f"{known[1]} ({error})", where=str(path), accepted=known[2]) if known else None


def check_file(path: Path, *, readonly: bool) -> None:
    """Refuse what is no case before anything is written to it.

    Raises:
        StoreError: F301, if there is something else at ``path``, or nothing where only reading was asked for.
    """
    if not path.exists():
        if readonly:
            raise StoreError("F301", "no such file", where=str(path), accepted="a case made by Fogline")
        return
    if not path.is_file():
        raise StoreError("F301", "not a case", where=str(path), accepted=ACCEPTED)
    with path.open("rb") as file:
        head = file.read(100)
    if head and not head.startswith(MAGIC):
        raise StoreError("F301", "not a case", where=str(path), accepted=ACCEPTED)


def engine(path: Path, *, readonly: bool, patience: float) -> Engine:
    """An engine for one case file; ``patience`` in seconds is how long a busy file is waited for."""

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(
            _address(path, readonly), uri=True, timeout=patience, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(made, readonly)
        except BaseException:
            made.close()
            raise
        return made

    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(made, "begin", _begin)
    return made


def close(engine: Engine, *, readonly: bool) -> None:
    """Fold the log into the file and let go of it; another process that still has it open keeps the log."""
    if not readonly:
        with suppress(exc.DBAPIError), engine.connect() as connection:
            connection.rollback()
            raw = connection.connection.driver_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    engine.dispose()


def check_tables(connection: Connection, path: Path) -> None:
    """Refuse a database that is not a case and not empty.

    Raises:
        StoreError: F301.
    """
    marked = connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if tables and not marked:
        raise StoreError("F301", "a database, but not a case", where=str(path), accepted=ACCEPTED)


def _address(path: Path, readonly: bool) -> str:
    """Even a reader writes locks beside the file; where that cannot be, nobody else writes there either."""
    locks = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    log = path.with_name(f"{path.name}-wal")
    settled = not log.exists() or not log.stat().st_size
    mode = "rwc" if not readonly else "rw" if locks else "ro&immutable=1" if settled else "ro"
    return f"{path.absolute().as_uri()}?mode={mode}"


def _prepare(raw: sqlite3.Connection, readonly: bool) -> None:
    raw.execute("PRAGMA query_only = ON" if readonly else "PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
