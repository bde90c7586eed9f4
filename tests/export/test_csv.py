"""CSV tables: nothing lost on the way there and back, headers as described, nothing a spreadsheet would run."""

from __future__ import annotations

import csv as reader
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fogline.errors import InputError
from fogline.export import csv
from fogline.export.flat import Column, plain, safe
from fogline.export.tables import Table, tables
from fogline.records import LISTS, Event, Ledger, Report
from tests.export.cases import exported
from tests.factories import full_ledger, make_failure, make_ledger, make_report

TABLES = {table.name: table for table in tables()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    csv.write([exported(), full_ledger()], tmp_path / "tables")
    return tmp_path / "tables"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(reader.DictReader(file))


def put(tree: dict[str, Any], column: Column, cell: str) -> None:
    """Set a nested value from a cell, as a reader of the package would."""
    value: Any = plain(cell)
    if not cell:
        value = None if column.optional or column.kind != "string" else ""
    elif column.kind in ("array", "object", "boolean", "integer", "number"):
        value = json.loads(cell)
    for step in column.path[:-1]:
        tree = tree.setdefault(step, {})
    tree[column.path[-1]] = value


def record(table: Table, row: dict[str, str]) -> Any:
    tree: dict[str, Any] = {}
    for column in table.columns:
        if column.path and not column.name.startswith("made_with."):
            put(tree, column, row[column.name])
    return msgspec.convert(_tidied(tree), table.record, strict=False)


def _tidied(tree: dict[str, Any]) -> dict[str, Any]:
    """Intervals back to pairs; a nested record without any value back to nothing."""
    for name, value in tree.items():
        if isinstance(value, dict) and set(value) == {"earliest", "latest"}:
            tree[name] = [value["earliest"], value["latest"]]
        elif name == "time" and isinstance(value, dict):
            tree[name] = (
                _tidied(value) if any(v for v in value.values() if v != {"earliest": None, "latest": None}) else None
            )
    return tree


@pytest.mark.parametrize("ledger", [exported(), full_ledger()])
def test_every_list_comes_back(folder: Path, ledger: Ledger) -> None:
    def back(name: str) -> tuple[Any, ...]:
        mine = [row for row in rows(folder, name) if row["report"] == ledger.report.id]
        return tuple(record(TABLES[name], row) for row in mine)

    for name in LISTS:
        if name != "events":
            assert back(name) == getattr(ledger, name), name
    assert sorted((*back("events"), *back("events_said")), key=lambda one: one.id) == sorted(
        ledger.events, key=lambda one: one.id
    )
    assert record(TABLES["reports"], next(r for r in rows(folder, "reports") if r["id"] == ledger.report.id)) == (
        ledger.report
    )


def test_done_and_said_acts_stand_in_two_tables(folder: Path) -> None:
    assert {row["status"] for row in rows(folder, "events")} == {"done"}
    assert [row["id"] for row in rows(folder, "events_said")] == ["e3"]


def test_words_stand_beside_their_spans(folder: Path) -> None:
    event = rows(folder, "events")[0]
    assert (event["evidence_words"], event["actor_codes"], event["voice_words"]) == (
        "shelled",
        "UKRREB",
        "the governor",
    )
    assert rows(folder, "quantities")[0]["words"] == "at least 12 people"
    assert rows(folder, "attributions")[0]["cue_words"] == "said"


def test_the_package_describes_the_files(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text())
    assert {one["path"] for one in package["resources"]} == {file.name for file in folder.glob("*.csv")}
    for one in package["resources"]:
        content = (folder / one["path"]).read_bytes()
        header = next(reader.reader(io.StringIO(content.decode(), newline="")))
        assert [field["name"] for field in one["schema"]["fields"]] == header
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    assert package["codebook"] == ["PLOVER 2021"]
    assert [one["name"] for one in package["licenses"]] == ["CC-BY-4.0", "CC-BY-SA-4.0"]


def test_values_have_the_types_that_the_package_says(folder: Path) -> None:
    checks: dict[str, Callable[[str], object]] = {
        "integer": int,
        "number": float,
        "array": json.loads,
        "object": json.loads,
    }
    for name, table in TABLES.items():
        for row in rows(folder, name):
            for column in table.columns:
                if row[column.name] and column.kind in checks:
                    checks[column.kind](row[column.name])
                assert row[column.name] or column.optional or column.kind == "string", (name, column.name)


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+380 44", "-12 degrees", "@minister", "\tindent", "\n=x", "'=1", "''-", "it's", "'quoted'", "", "＝１"],
)
def test_formulas_are_made_harmless_and_come_back(words: str) -> None:
    assert plain(safe(words)) == words
    assert not safe(words).startswith(("=", "+", "-", "@", "\t", "\n", "＝"))


def test_no_cell_of_words_starts_a_formula(folder: Path) -> None:
    texts = {name: [c.name for c in table.columns if c.kind == "string"] for name, table in TABLES.items()}
    cells = [row[column] for name, columns in texts.items() for row in rows(folder, name) for column in columns]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert rows(folder, "reports")[0]["title"].startswith("'-Odesa")


def test_a_failed_report_is_a_row_with_its_failure(tmp_path: Path) -> None:
    failed = make_ledger(make_report("", id="bad", title=None), failures=(make_failure(),))
    csv.write([failed], tmp_path)
    assert [row["id"] for row in rows(tmp_path, "reports")] == ["bad"]
    assert [row["code"] for row in rows(tmp_path, "failures")] == ["F101"]


def test_the_same_ledgers_give_the_same_tables(folder: Path, tmp_path: Path) -> None:
    csv.write(iter([exported(), full_ledger()]), tmp_path / "again")
    for file in folder.iterdir():
        assert file.read_bytes() == (tmp_path / "again" / file.name).read_bytes()


def test_a_stream_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"F161.*folder"):
        csv.write([exported()], io.BytesIO())
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="F160"):
        csv.write([exported()], tmp_path / "file")


def test_every_table_is_there_once() -> None:
    assert set(TABLES) == {"reports", "events_said", *LISTS}
    assert (TABLES["events"].record, TABLES["reports"].record) == (Event, Report)
    assert replace(TABLES["events"], name="events_said").columns == TABLES["events_said"].columns
