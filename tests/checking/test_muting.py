"""Mutes: what they hide, what they leave, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from fogline.checking.muting import Mute, mute, read
from fogline.cli import main
from fogline.errors import InputError
from fogline.line import ledgers
from fogline.records import Ledger, Report

TEXT = "The quake in Herat killed 14 people: nine teachers and four pilgrims. The road is 300 km (300 miles) long."


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return next(iter(ledgers([Report("r1", TEXT, published="2025-11-20", outlet="Harbour Wire")])))


@pytest.mark.parametrize(
    ("one", "left"),
    [
        (Mute("known", code="C111"), ["C114"]),
        (Mute("known", kind="conversion"), ["C111"]),
        (Mute("known", category="contradiction"), []),
        (Mute("known", outlet="harbour wire"), []),
        (Mute("known", outlet="Other Wire"), ["C111", "C114"]),
        (Mute("known", pattern=r"nine\s+teachers"), ["C114"]),
        (Mute("known", code="C111", pattern="miles"), ["C111", "C114"]),
    ],
)
def test_what_is_muted(ledger: Ledger, one: Mute, left: list[str]) -> None:
    kept, why = mute(ledger.findings, {"r1": ledger}, [one])
    assert sorted(f.code for f in kept) == left
    assert why["known"] == 2 - len(left)


def test_the_command_line_says_what_it_hides_and_stores_it_all(tmp_path: Path) -> None:
    report, mutes, case = tmp_path / "r.txt", tmp_path / "mutes.toml", tmp_path / "case.fogline"
    report.write_text(TEXT, encoding="utf-8")
    mutes.write_text('[[mute]]\ncode = "C111"\nreason = "told to the desk"\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(report), "--mute", str(mutes), "--store", str(case)])
    assert "1 muted: told to the desk" in result.stderr
    assert "C114" in result.stdout and "C111" not in result.stdout
    kept = CliRunner().invoke(main, ["store", "find", str(case), "--kind", "finding", "--json"])
    assert "C111" in kept.output


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mute = 3",
        "[[mute]]\ncode = 'C111'",
        "[[mute]]\nreason = 'x'",
        "[[mute]]\nreason = 'x'\nkinds = 'number'",
        "[[mute]]\nreason = ''\nkind = 'number'",
        "[[mute]]\nreason = 'x'\npattern = '('",
        "not toml",
    ],
)
def test_files_that_mute_nothing_are_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mutes.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="F163"):
        read(path)
