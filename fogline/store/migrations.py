"""The schema's history: ordered steps, each applied once to a file and noted in its `schema_version` table.

A new file takes the same road as an old one. A step only makes tables; where derived tables changed, they are
filled again from the stored ledgers when all steps are through, because ledgers never change and indexes may.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, func, inspect, select

from fogline.errors import StoreError
from fogline.store import fulltext, indexing
from fogline.store.schema import APPLICATION, KEPT, METADATA, VERSIONS

Step = Callable[[Connection], None]


def first_tables(connection: Connection) -> None:
    """Version 1: reports, ledgers, judgements that refuse change; heads and entries with full text."""
    _create(connection, 1)
    fulltext.create(connection)
    for kept in KEPT:
        for change in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {kept.name}_no_{change.lower()} BEFORE {change} ON {kept.name} "
                f"BEGIN SELECT RAISE(ABORT, '{kept.name} are only ever added to'); END"
            )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def participants(connection: Connection) -> None:
    """Version 2: actors, recipients, voices and places as rows, so that they can be searched."""
    _create(connection, 2)


STEPS: tuple[Step, ...] = (first_tables, participants)
CURRENT = len(STEPS)


def version(connection: Connection) -> int:
    """The schema's version in this file; 0 for a new one."""
    if not inspect(connection).has_table(VERSIONS.name):
        return 0
    return connection.scalar(select(func.max(VERSIONS.c.version))) or 0


def migrate(connection: Connection, to: int = CURRENT) -> None:
    """Bring the file to version ``to``, in the caller's transaction.

    Raises:
        StoreError: F302, if the file was written by a newer Fogline.
    """
    held = version(connection)
    if held > CURRENT:
        raise StoreError("F302", f"the case has schema {held}", accepted=f"schema 1 to {CURRENT}; update Fogline")
    for number, step in enumerate(STEPS[held:to], start=held + 1):
        step(connection)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(VERSIONS.insert().values(version=number, applied=now))
    if held and held < to:
        indexing.rebuild(connection)


def _create(connection: Connection, since: int) -> None:
    METADATA.create_all(connection, [t for t in METADATA.sorted_tables if t.info["since"] == since])
