"""A case of an older schema is brought up to date with everything in it; a newer one is refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from fogline.errors import StoreError
from fogline.store import Query, connecting, migrations, open_case
from fogline.store.packing import pack
from fogline.store.schema import ENTRIES, HEADS, JUDGEMENTS, LEDGERS, REPORTS
from tests.factories import full_ledger, make_event

NOW = "2025-11-20T00:00:00+00:00"


def fill_version_1(connection: Connection) -> None:
    """One report, its ledger and a judgement as schema 1 kept them: without participants."""
    packed = pack(full_ledger())
    connection.execute(
        REPORTS.insert().values(seq=1, id=packed.report_id, text=packed.text, sha256=packed.sha256, stored=NOW)
    )
    made = {"version": packed.version, "ontology": packed.ontology, "digest": packed.digest, "body": packed.body}
    connection.execute(LEDGERS.insert().values(report=1, stored=NOW, **made))
    connection.execute(HEADS.insert().values(report=1, **packed.derived.head._asdict()))
    connection.execute(ENTRIES.insert(), [{"report": 1, **row._asdict()} for row in packed.derived.entries])
    connection.execute(JUDGEMENTS.insert().values(entry=make_event().id, verdict="right", who="desk", at=NOW, why=""))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.fogline"
    engine = connecting.engine(path, readonly=False, patience=5)
    with engine.execution_options(writes=True).begin() as connection:
        migrations.migrate(connection, to=1)
        fill_version_1(connection)
    connecting.close(engine, readonly=False)
    return path


def layout(path: Path) -> list[tuple[str, str]]:
    raw = sqlite3.connect(path)
    rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    raw.close()
    return rows


def versions(path: Path) -> list[int]:
    raw = sqlite3.connect(path)
    rows = [row[0] for row in raw.execute("SELECT version FROM schema_version ORDER BY version")]
    raw.close()
    return rows


def test_version_1_becomes_2_with_everything_in_it(old: Path) -> None:
    assert versions(old) == [1]
    with open_case(old) as case:
        assert case.get("r1") == full_ledger()
        assert [row.entry for row in case.find(Query(kind="event", actor="rebels"))] == [make_event().id]
        assert [row.report for row in case.find(Query(kind="report", text="residents"))] == ["r1"]
        assert [one.who for one in case.history(make_event().id)] == ["desk"]
        assert case.put([full_ledger()]) == 0
        assert case.check() == ()
    assert versions(old) == [1, 2]


def test_a_migrated_case_is_laid_out_like_a_new_one(old: Path, tmp_path: Path) -> None:
    open_case(old).close()
    open_case(tmp_path / "new.fogline").close()
    assert layout(old) == layout(tmp_path / "new.fogline")


def test_migrating_twice_changes_nothing(old: Path) -> None:
    open_case(old).close()
    before = old.read_bytes()
    open_case(old).close()
    assert old.read_bytes() == before


def test_an_old_case_is_not_migrated_for_reading(old: Path) -> None:
    with pytest.raises(StoreError, match=r"F302.*open it once for writing"):
        open_case(old, readonly=True)
    assert versions(old) == [1]


def test_a_newer_case_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.fogline"
    open_case(path).close()
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO schema_version VALUES (99, '2031-01-01')")
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match=r"F302.*update Fogline"):
        open_case(path)


def test_a_failed_migration_leaves_the_old_case(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        raise RuntimeError("power cut")

    before = layout(old)
    monkeypatch.setattr(migrations, "STEPS", (migrations.first_tables, fails))
    with pytest.raises(RuntimeError):
        open_case(old)
    assert (layout(old), versions(old)) == (before, [1])
