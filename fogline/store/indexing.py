"""Derived tables: written in the transaction that stores a ledger, rebuilt from stored ledgers at any time."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from fogline.records import Ledger
from fogline.store import fulltext
from fogline.store.derive import Derived, derive
from fogline.store.packing import unpack
from fogline.store.schema import DERIVED, ENTRIES, HEADS, LEDGERS, PARTICIPANTS, REPORTS

PAGE = 50  # ledgers read at once


def replace(connection: Connection, report: int, derived: Derived) -> None:
    """Make the report's newest ledger the one that is searched."""
    for derived_table in DERIVED:
        connection.execute(derived_table.delete().where(derived_table.c.report == report))
    add(connection, report, derived)


def add(connection: Connection, report: int, derived: Derived) -> None:
    """Write what can be searched of one ledger."""
    connection.execute(HEADS.insert().values(report=report, **derived.head._asdict()))
    connection.execute(ENTRIES.insert(), [{"report": report, **row._asdict()} for row in derived.entries])
    if derived.parts:
        connection.execute(PARTICIPANTS.insert(), [{"report": report, **row._asdict()} for row in derived.parts])


def rebuild(connection: Connection) -> None:
    """Empty the derived tables and fill them again from the newest ledger of each report."""
    after = 0
    with fulltext.refilling(connection):
        for derived_table in DERIVED:
            connection.execute(derived_table.delete())
        while page := list(newest(connection, after)):
            for after, ledger in page:
                add(connection, after, derive(ledger))


def newest(connection: Connection, after: int = 0, limit: int = PAGE) -> Iterator[tuple[int, Ledger]]:
    """The newest ledgers of the reports that follow report number ``after``, in the order of arrival."""
    each = LEDGERS.alias()
    last = select(func.max(each.c.seq)).where(each.c.report == REPORTS.c.seq).correlate(REPORTS).scalar_subquery()
    asked = (
        select(REPORTS.c.seq, LEDGERS.c.body, REPORTS.c.text, REPORTS.c.sha256)
        .select_from(REPORTS)
        .join(LEDGERS, LEDGERS.c.seq == last)
        .where(REPORTS.c.seq > after)
        .order_by(REPORTS.c.seq)
        .limit(limit)
    )
    for seq, body, text, digest in connection.execute(asked):
        yield seq, unpack(body, text, digest)
