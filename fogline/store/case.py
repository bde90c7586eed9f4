"""A case: the reports of one inquiry, their ledgers, and what people have said of them, in one file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, func, select

from fogline.checking.across import compare_new
from fogline.errors import StoreError
from fogline.records import Finding, Ledger
from fogline.store import connecting, indexing, judgements, migrations
from fogline.store.judgements import Judgement, Opinion
from fogline.store.packing import Packed, pack, unpack
from fogline.store.query import Found, Query, page
from fogline.store.schema import ENTRIES, LEDGERS, REPORTS
from fogline.tables.facts import bounds

APART = 14  # days between reports that are compared
BATCH = 32  # ledgers a transaction
PAGES = (200, 6_400)  # rows read at once: few at first, more where the caller goes on


def open_case(path: str | os.PathLike[str], *, readonly: bool = False, patience: float = 30.0) -> Case:
    """Open a case file, made if there is none, and brought to the present schema if it is older.

    ``patience`` is how many seconds to wait for another process that is writing. ``readonly`` opens a file that
    nobody is writing, also from a medium that cannot be written; an older schema is then refused.

    Raises:
        StoreError: F301 not a case, F302 made by a newer Fogline, F303 busy for too long, F304 damaged, F305 the
            disk is full or cannot be written.

    >>> import tempfile
    >>> from fogline.records import Ledger, MadeWith, Report
    >>> ledger = Ledger(report=Report("r1", "Two boats sank near Odesa."), made_with=MadeWith("0.1.0", "", {}, {}))
    >>> with tempfile.TemporaryDirectory() as folder, open_case(f"{folder}/black-sea.fogline") as case:
    ...     case.put([ledger]), case.put([ledger]), [row.report for row in case.find(Query(text="boat"))]
    (1, 0, ['r1'])
    """
    return Case(Path(path), readonly=readonly, patience=patience)


class Case:
    """An open case file; a context manager. Nothing that was stored in it is ever changed.

    What `put`, `judge` and `undo` return from is on the disk. Iterators read page by page and hold no lock while
    the caller works; they see what is stored meanwhile.
    """

    def __init__(self, path: Path, *, readonly: bool = False, patience: float = 30.0) -> None:
        self.path, self.readonly = path, readonly
        connecting.check_file(path, readonly=readonly)
        self._engine: Engine = connecting.engine(path, readonly=readonly, patience=patience)
        try:
            self._settle()
        except BaseException:
            self._engine.dispose()
            raise

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Fold the log into the file, so that one file remains, and let go of it."""
        with connecting.coded(self.path):
            connecting.close(self._engine, readonly=self.readonly)

    def put(self, ledgers: Iterable[Ledger]) -> int:
        """Store ledgers and say how many were new; a ledger that says what a stored one says changes nothing.

        A report read again by another version or with other tables gets a further ledger: the newest is the one
        that is shown and searched, the old ones stay. The file is locked for the moment in which a batch of up to
        32 is written, not while ``ledgers`` are being made; all of one ledger is stored or nothing.

        Raises:
            StoreError: F303, F305, or F307 if a report's id is already that of another text.
        """
        stream = iter(ledgers)
        return sum(self._store(batch) for batch in iter(lambda: list(islice(stream, BATCH)), []))

    def get(self, report_id: str) -> Ledger | None:
        """The newest ledger of a report; None if the case does not hold it."""
        return next(self.versions(report_id), None)

    def versions(self, report_id: str) -> Iterator[Ledger]:
        """Every ledger of a report, the newest first."""
        asked = (
            select(LEDGERS.c.body, REPORTS.c.text, REPORTS.c.sha256)
            .join(REPORTS, REPORTS.c.seq == LEDGERS.c.report)
            .where(REPORTS.c.id == report_id)
            .order_by(LEDGERS.c.seq.desc())
        )
        with self._reading() as connection:
            rows = connection.execute(asked).all()
        return (unpack(*row) for row in rows)

    def ledgers(self) -> Iterator[Ledger]:
        """The newest ledger of every report, in the order in which the reports first came."""
        after = 0
        while found := self._newest(after):
            after = found[-1][0]
            yield from (ledger for _, ledger in found)

    def compare(self, ledger: Ledger) -> tuple[Finding, ...]:
        """What differs between a report, stored or not, and the stored reports of the same event.

        Only reports that were published within two weeks of it are looked at; all, if its date is unknown.
        """
        period = bounds(ledger.report.published) or (None, None)
        since, until = (_days_off(day, step) for day, step in zip(period, (-APART, APART), strict=True))
        near = self.find(Query(kind="report", published_since=since, published_until=until))
        ids = dict.fromkeys(row.report for row in near if row.report != ledger.report.id)
        return compare_new(ledger, (held for i in ids if (held := self.get(i))))

    def find(self, query: Query) -> Iterator[Found]:
        """The entries that answer a query, in the order in which they were stored.

        Raises:
            StoreError: F308, if the query's text holds no word.
        """
        after, left, size = query.after, query.limit, PAGES[0]
        while left is None or left > 0:
            rows = self._found(query, after, size if left is None else min(size, left))
            yield from rows
            if not rows:
                return
            after, left = rows[-1].cursor, None if left is None else left - len(rows)
            size = min(2 * size, PAGES[1])

    def judge(self, entry_id: str, opinion: Opinion) -> Judgement:
        """Store what someone says of an entry; it is never changed, only answered by another judgement.

        Raises:
            StoreError: F306, if the case has no such entry.
        """
        with self._writing() as connection:
            return judgements.add(connection, entry_id, opinion)

    def undo(self, judgement_id: int, *, who: str, why: str = "") -> Judgement:
        """Store that a judgement no longer stands.

        Raises:
            StoreError: F306, if the case has no such judgement.
        """
        with self._writing() as connection:
            return judgements.undo(connection, judgement_id, who, why)

    def history(self, entry_id: str) -> tuple[Judgement, ...]:
        """Every judgement of an entry, undone ones and undoings too, the oldest first."""
        with self._reading() as connection:
            return judgements.history(connection, entry_id)

    def counts(self) -> dict[str, int]:
        """How many reports, ledgers, and searchable entries of each kind the case holds."""
        kinds = select(ENTRIES.c.kind, func.count()).group_by(ENTRIES.c.kind).order_by(ENTRIES.c.kind)
        with self._reading() as connection:
            whole = {t.name: connection.scalar(select(func.count()).select_from(t)) or 0 for t in (REPORTS, LEDGERS)}
            return whole | {kind: count for kind, count in connection.execute(kinds) if kind != "report"}

    def rebuild(self) -> None:
        """Make the searchable tables anew from the stored ledgers."""
        with self._writing() as connection:
            indexing.rebuild(connection)

    def check(self) -> tuple[str, ...]:
        """What SQLite's integrity check and the foreign keys complain of; empty if the file is sound."""
        with self._reading() as connection:
            said = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            keys = [str(tuple(row)) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        return tuple(words for words in said + keys if words != "ok")

    def _settle(self) -> None:
        """Take a new file into use, or bring an old one up to date."""
        with self._reading() as connection:
            connecting.check_tables(connection, self.path)
            held = migrations.version(connection)
        if self.readonly and held < migrations.CURRENT:
            accepted = f"schema {migrations.CURRENT}; open it once for writing"
            raise StoreError("F302", f"the case has schema {held}", where=str(self.path), accepted=accepted)
        with self._reading() if held == migrations.CURRENT else self._writing() as connection:
            migrations.migrate(connection)

    def _store(self, batch: list[Ledger]) -> int:
        packed = [pack(ledger) for ledger in batch]
        with self._writing() as connection:
            return sum(_keep(connection, one) for one in packed)

    def _newest(self, after: int) -> list[tuple[int, Ledger]]:
        with self._reading() as connection:
            return list(indexing.newest(connection, after))

    def _found(self, query: Query, after: int, limit: int) -> list[Found]:
        with self._reading() as connection:
            return [Found(*row) for row in connection.execute(page(query, after, limit))]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with connecting.coded(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.readonly:
            raise StoreError("F305", "the case was opened for reading", where=str(self.path), accepted="writing")
        engine = self._engine.execution_options(writes=True)
        with connecting.coded(self.path), engine.begin() as connection:
            yield connection


def _keep(connection: Connection, packed: Packed) -> bool:
    """Store one ledger and make it the one that is searched; False if it is there already."""
    held = connection.execute(select(REPORTS.c.seq, REPORTS.c.sha256).where(REPORTS.c.id == packed.report_id)).first()
    if held is not None and held.sha256 != packed.sha256:
        raise StoreError("F307", f"report id {packed.report_id!r} is another text's", accepted="one id a text")
    if connection.scalar(select(LEDGERS.c.seq).where(LEDGERS.c.digest == packed.digest)) is not None:
        return False
    now = datetime.now(UTC).isoformat(timespec="seconds")
    report = held.seq if held else _new_report(connection, packed, now)
    made = {"version": packed.version, "ontology": packed.ontology, "digest": packed.digest, "body": packed.body}
    connection.execute(LEDGERS.insert().values(report=report, stored=now, **made))
    indexing.replace(connection, report, packed.derived)
    return True


def _new_report(connection: Connection, packed: Packed, now: str) -> int:
    row = REPORTS.insert().values(id=packed.report_id, text=packed.text, sha256=packed.sha256, stored=now)
    key = connection.execute(row).inserted_primary_key
    assert key is not None
    return int(key[0])


def _days_off(day: str | None, step: int) -> str | None:
    return (date.fromisoformat(day) + timedelta(days=step)).isoformat() if day else None
