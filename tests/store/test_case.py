"""A case keeps what it is given, once, and gives it back whole."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from fogline.errors import StoreError
from fogline.records import Ledger, Origin
from fogline.store import Query, open_case
from tests.factories import full_ledger, make_event, make_ledger, make_made_with, make_report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.fogline"


def many(count: int) -> list[Ledger]:
    return [make_ledger(make_report(f"Convoy {i} left Lviv.", id=f"n{i:03}")) for i in range(count)]


def test_a_ledger_comes_back_as_it_went_in(path: Path) -> None:
    ledger = full_ledger()
    with open_case(path) as case:
        assert case.put([ledger]) == 1
        assert case.get(ledger.report.id) == ledger
        assert case.get("no such report") is None


def test_the_same_report_twice_changes_nothing(path: Path) -> None:
    with open_case(path) as case:
        case.put([full_ledger()])
    before = path.read_bytes()
    with open_case(path) as case:
        assert case.put([full_ledger(), full_ledger()]) == 0
    assert path.read_bytes() == before


def test_reading_the_same_file_from_elsewhere_is_no_news(path: Path) -> None:
    here = full_ledger(make_report(origin=Origin(path="a/wire.txt")))
    there = full_ledger(make_report(origin=Origin(path="b/wire.txt", line=3), copy_of="n1"))
    with open_case(path) as case:
        assert case.put([here, there]) == 1


@pytest.mark.parametrize(
    "later",
    [
        full_ledger(made_with=make_made_with(version="0.2.0")),
        full_ledger(made_with=make_made_with(tables={"languages/en/abbreviations.tsv": "1" * 64})),
        full_ledger(events=(make_event(status="denied"),)),
    ],
)
def test_a_later_reading_is_a_new_ledger_and_the_old_one_stays(path: Path, later: Ledger) -> None:
    with open_case(path) as case:
        case.put([full_ledger()])
        assert case.put([later]) == 1
        assert case.get("r1") == later
        assert list(case.versions("r1")) == [later, full_ledger()]
        assert (case.counts()["reports"], case.counts()["ledgers"]) == (1, 2)
        assert [row.status for row in case.find(Query(kind="event"))] == [later.events[0].status]


def test_ledgers_stream_in_the_order_in_which_reports_came(path: Path) -> None:
    ledgers = many(123)
    with open_case(path) as case:
        assert case.put(iter(ledgers)) == 123
        case.put([replace(ledgers[0], made_with=make_made_with(version="0.2.0"))])
        assert [ledger.report.id for ledger in case.ledgers()] == [ledger.report.id for ledger in ledgers]


def test_a_case_grows_while_it_is_read(path: Path) -> None:
    with open_case(path) as case:
        case.put(many(60))
        stream = case.ledgers()
        next(stream)
        case.put([full_ledger()])
        assert sum(1 for _ in stream) == 60


def test_another_text_under_a_known_id_is_refused_and_nothing_of_its_batch_is_stored(path: Path) -> None:
    with open_case(path) as case:
        case.put([full_ledger()])
        with pytest.raises(StoreError, match="F307"):
            case.put([*many(3), make_ledger(make_report("Another text.", id="r1"))])
        assert case.counts()["reports"] == 1


def test_a_closed_case_is_one_file_that_can_be_copied(path: Path, tmp_path: Path) -> None:
    with open_case(path) as case:
        case.put([full_ledger()])
        case.put(many(5))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    copy = tmp_path / "elsewhere" / "copy.fogline"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    with open_case(copy) as case:
        assert case.counts()["reports"] == 6
        assert case.check() == ()


def test_a_log_left_behind_is_taken_in(path: Path, tmp_path: Path) -> None:
    case = open_case(path)
    case.put([full_ledger()])
    left = tmp_path / "left.fogline"
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{left}{suffix}")
    case.close()
    with open_case(left) as found:
        assert found.get("r1") == full_ledger()
    assert not Path(f"{left}-wal").exists()


@pytest.mark.parametrize("table", ["reports", "ledgers", "judgements"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET seq = seq + 1"])
def test_what_is_kept_cannot_be_changed(path: Path, table: str, change: str) -> None:
    with open_case(path) as case:
        case.put([full_ledger()])
        case._engine.dispose()
        raw = sqlite3.connect(path)
        if table == "judgements":
            raw.execute(
                "INSERT INTO judgements(entry, verdict, who, at, why) VALUES ('e', 'right', 'desk', '2025-11-20', '')"
            )
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            raw.execute(change.format(table))
        raw.close()


def test_rebuilding_finds_the_same(path: Path) -> None:
    with open_case(path) as case:
        case.put([full_ledger(), *many(70)])
        before = [replace(row, cursor=0) for row in case.find(Query())]
        case.rebuild()
        assert [replace(row, cursor=0) for row in case.find(Query())] == before
        assert len(list(case.find(Query(text="convoy", kind="report")))) == 70
        assert case.check() == ()


def test_odd_text_is_kept_unchanged(path: Path) -> None:
    text = "A\0B \u2028 “Одеса” 🚢 \ufffd \r\n end"
    with open_case(path) as case:
        case.put([make_ledger(make_report(text, id="odd"))])
        found = case.get("odd")
    assert found is not None
    assert found.text == text
