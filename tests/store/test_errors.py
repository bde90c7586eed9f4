"""Files that are no cases, broken cases, full disks and busy cases: each a coded error with what is accepted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from fogline.errors import StoreError
from fogline.store import Opinion, Query, open_case
from tests.factories import full_ledger, make_event, make_ledger, make_report


def stored(path: Path) -> Path:
    with open_case(path) as case:
        case.put([full_ledger()])
        case.put(make_ledger(make_report(f"Column {i} moved. " * 40, id=f"n{i}")) for i in range(200))
    return path


@pytest.mark.parametrize("content", [b"not a database", b"PK\x03\x04" + bytes(200), b"{}\n"])
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wire.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="F301") as caught:
        open_case(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_another_program_s_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE bookmarks (url)")
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match=r"F301.*not a case"):
        open_case(path)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="F301"):
        open_case(tmp_path)
    with pytest.raises(StoreError, match=r"F301.*no such file"):
        open_case(tmp_path / "none.fogline", readonly=True)
    with pytest.raises(StoreError, match="F305"):
        open_case(tmp_path / "no folder" / "case.fogline")


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    path = tmp_path / "new.fogline"
    path.touch()
    with open_case(path) as case:
        assert case.put([full_ledger()]) == 1


def test_a_busy_case_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = stored(tmp_path / "case.fogline")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_case(path, patience=0.1) as case:
        assert case.get("r1") == full_ledger()
        with pytest.raises(StoreError, match="F303"):
            case.put([make_ledger(make_report("News.", id="late"))])
        other.execute("ROLLBACK")
        assert case.put([make_ledger(make_report("News.", id="late"))]) == 1
    other.close()


def test_a_damaged_case_is_named(tmp_path: Path) -> None:
    path = stored(tmp_path / "case.fogline")
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = b"\xaa" * (len(content) - 4096 * 3)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"F304|F301"), open_case(path) as case:
        list(case.ledgers())


def test_a_truncated_case_is_named(tmp_path: Path) -> None:
    path = stored(tmp_path / "case.fogline")
    path.write_bytes(path.read_bytes()[: 4096 * 5])
    with pytest.raises(StoreError, match="F304"), open_case(path) as case:
        list(case.ledgers())


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"xx"])
def test_a_changed_letter_is_noticed(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "case.fogline"
    with open_case(path) as case:
        case.put([full_ledger()])
    content = path.read_bytes()
    path.write_bytes(content.replace(b"ministry said", b"mini" + damage + b"ry said"))
    with pytest.raises(StoreError, match="F304"), open_case(path) as case:
        case.get("r1")


def test_a_full_disk_is_named_and_what_was_stored_stays(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.fogline") as case:
        case.put([full_ledger()])
        with case._reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(StoreError, match=r"F305.*no room"):
            case.put(make_ledger(make_report(f"Column {i} moved. " * 400, id=f"n{i}")) for i in range(60))
        with case._reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        assert [ledger.report.id for ledger in case.ledgers()] == ["r1"]
        assert case.check() == ()


def test_a_case_opened_for_reading_reads_and_does_not_write(tmp_path: Path) -> None:
    path = stored(tmp_path / "case.fogline")
    before = path.read_bytes()
    with open_case(path, readonly=True) as case:
        assert case.get("r1") == full_ledger()
        assert len(list(case.find(Query(kind="report", text="column")))) == 200
        with pytest.raises(StoreError, match="F305"):
            case.put([full_ledger()])
        with pytest.raises(StoreError, match="F305"):
            case.judge(make_event().id, Opinion(verdict="right", who="desk"))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == before


def test_a_case_on_a_medium_that_cannot_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stored(tmp_path / "case.fogline")
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_case(path, readonly=True) as case:
        assert case.get("r1") == full_ledger()
        assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_case_is_read_while_another_writes(tmp_path: Path) -> None:
    path = stored(tmp_path / "case.fogline")
    with open_case(path) as writer, open_case(path, readonly=True) as reader:
        assert reader.get("late") is None
        writer.put([make_ledger(make_report("News.", id="late"))])
        assert reader.get("late") is not None
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
