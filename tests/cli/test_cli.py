"""The commands as a user runs them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fogline.cli import COMMANDS, main
from fogline.cli.facts import KINDS
from fogline.records import Ledger
from fogline.tables import facts

TEXT = "The ministry denied on Friday that rebels had shelled the port of Odesa, killing 12 people."
AT_ODDS = TEXT + " The ministry said 14 people were killed: nine sailors and four dockers."


def run(*args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, args, input=text, catch_exceptions=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_summary_leads_with_what_does_not_fit(report: Path) -> None:
    result = run("read", str(report), "--published", "2025-11-22")
    parts = [result.output.index(s) for s in ("What does not fit", "Who says what", "What is said to have happened")]
    assert result.exit_code == 0
    assert parts == sorted(parts)


def test_json_from_standard_input_is_one_ledger_a_line() -> None:
    result = run("read", "-", "--json", "--published", "2025-11-22", text=TEXT)
    (line,) = result.stdout.splitlines()
    ledger = Ledger.from_json(line)
    assert ledger.text == TEXT
    assert ledger.report.published == "2025-11-22"


def test_a_page_is_written_for_every_report(report: Path, tmp_path: Path) -> None:
    result = run("read", str(report), "--html", str(tmp_path / "out"))
    (page,) = (tmp_path / "out").glob("*.html")
    assert page.name in result.output
    assert "port of Odesa" in page.read_text(encoding="utf-8")


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(report: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "Two boats sank.", "id": "a"}\n{"txt": 1}\nnot json\n', encoding="utf-8")
    result = run("read", str(tmp_path / "missing.txt"), str(rows), str(report), "--json")
    ledgers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 3
    assert [len(ledger["failures"]) for ledger in ledgers] == [1, 0, 1, 1, 0]
    assert result.stderr.count("fogline: F1") == 3
    assert "rows.jsonl" in result.stderr


def test_an_impossible_date_is_refused_before_anything_is_read(report: Path) -> None:
    result = run("read", str(report), "--published", "2025-02-30")
    assert result.exit_code == 3
    assert "2025-02-30" in result.stderr
    assert "Traceback" not in result.stderr


def test_fail_on_ends_with_one_when_there_is_such_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(AT_ODDS, encoding="utf-8")
    assert run("read", str(path), "--fail-on", "contradiction").exit_code == 1
    assert run("read", str(path), "--fail-on", "unsolvable_date").exit_code == 0


def test_a_case_is_filled_searched_and_counted(report: Path, tmp_path: Path) -> None:
    case = str(tmp_path / "a.fogline")
    assert run("read", str(report), "--store", case).exit_code == 0
    assert "0 new" in run("store", "put", case, str(report)).output
    found = run("store", "find", case, "Odesa", "--json").stdout.splitlines()
    assert found
    assert all("Odesa" in line for line in found)
    assert "no damage" in run("store", "info", case, "--check").output


def test_pairs_answers_every_line_in_order() -> None:
    lines = [
        {"text": "Oslo sent blankets to Kharkiv.", "actor": [0, 4], "recipient": [22, 29]},
        {"text": "Oslo sent blankets to Kharkiv.", "actor": [0, 400], "recipient": None},
    ]
    result = run("pairs", "-", text="".join(json.dumps(line) + "\n" for line in lines) + "nonsense\n")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 3
    assert answers[0]["event"]["type"] == "AID"
    assert [bool(a.get("error")) for a in answers] == [False, True, True]


def test_export_writes_what_was_stored(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "ledgers.jsonl"
    assert run("export", str(report), "--format", "jsonl", "--out", str(out)).exit_code == 0
    assert Ledger.from_json(out.read_bytes().splitlines()[0]).text == TEXT


def test_doctor_names_weights_and_tables_and_checks_itself() -> None:
    result = run("doctor", "--json")
    said = json.loads(result.stdout)
    assert result.exit_code == 0, said["self_check"]
    assert said["self_check"] == "ok"
    assert all(len(digest) == 64 for digest in (*said["weights"].values(), *said["table"].values()))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_examples(name: str) -> None:
    assert "Example" in run(name, "--help").output


def test_version_and_module_run() -> None:
    done = subprocess.run([sys.executable, "-m", "fogline", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("fogline 0.")


def test_wrong_usage_is_two() -> None:
    assert run("read").exit_code == 2


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "Two boats sank off Odesa."}\n' * 200, encoding="utf-8")
    command = [sys.executable, "-m", "fogline", "read", str(rows)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (141, b"")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows sends Ctrl-C in another way")
def test_ctrl_c_ends_the_run_with_one_line() -> None:
    command = [sys.executable, "-m", "fogline", "read", "-", "--json"]
    pipe = subprocess.PIPE
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background hands on its deafness
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        signal.signal(signal.SIGINT, before)
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=6)  # it waits for its input
        running.send_signal(signal.SIGINT)
        assert running.stderr
        said = running.stderr.read()
    assert (running.returncode, said) == (130, b"fogline: interrupted\n")


def test_a_page_that_cannot_be_written_is_a_coded_error(report: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    result = run("read", str(report), "--html", str(blocked / "pages"))
    assert result.exit_code == 3
    assert "fogline: F160" in result.stderr


def test_the_name_of_a_file_gives_no_orders_to_the_terminal(tmp_path: Path) -> None:
    result = run("read", str(tmp_path / "\x1b[31mred.txt"))
    assert result.exit_code == 3
    assert "\x1b" not in result.output


def test_whoever_gives_no_date_is_told_how_to(report: Path) -> None:
    assert "--published" in run("read", str(report)).stderr
    assert "--published" not in run("read", str(report), "--published", "2025").stderr
    assert "--published" not in run("read", str(report), "--json").stderr


def test_an_unknown_kind_of_fact_is_wrong_usage() -> None:
    result = run("facts", "--kind", "nonsense")
    assert result.exit_code == 2
    assert "conflict" in result.stderr
    assert set(KINDS) == {fact.kind for fact in facts.shipped()}


@pytest.mark.parametrize("line", ['{"schema":"fogline-ledger/1","bad":1}', '{"schema":"fogline-ledger/1"'])
def test_a_line_that_is_no_ledger_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "ledgers.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    result = run("compare", str(path))
    assert result.exit_code == 3
    assert "fogline: F150" in result.stderr
    assert "ledgers.jsonl:1" in result.stderr


def test_export_and_put_say_when_something_was_not_read(report: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    out = str(tmp_path / "out.jsonl")
    assert run("export", str(report), missing, "--format", "jsonl", "--out", out).exit_code == 3
    assert run("store", "put", str(tmp_path / "a.fogline"), str(report), missing).exit_code == 3
    assert run("compare", str(report), missing).exit_code == 3


def test_compare_shows_what_is_shared_what_differs_and_what_one_alone_tells(tmp_path: Path) -> None:
    morning, evening = tmp_path / "morning.txt", tmp_path / "evening.txt"
    morning.write_text("A drone killed nine people in Kutum on 17 November, a medic said.", encoding="utf-8")
    evening.write_text(
        "A missile killed nine people in Kutum on 17 November, a medic said. Four people were injured in Kutum.",
        encoding="utf-8",
    )
    result = run("compare", str(morning), str(evening), "--published", "2025-11-18")
    rows = [line.split()[:3] for line in result.output.splitlines()]
    assert ["same", "number", "9"] in rows
    assert any(row[:2] == ["differs", "weapon"] for row in rows)
    assert ["only", "here", "number"] in rows
    assert "1 findings across 2 reports" in result.output
    (line,) = run("compare", str(morning), str(evening), "--published", "2025-11-18", "--json").stdout.splitlines()
    assert json.loads(line)["code"] == "C407"
