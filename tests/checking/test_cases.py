"""Every check by its own cases: passages it must find fault with, and look-alikes that it must leave alone.

One file a check in ``cases``, named as the check: columns ``expect`` (fires, or the code that it fires with; silent),
``published``, ``text`` (a line break as \\n). All
passages are constructed: places are real, incidents and persons invented.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from fogline.checking import CHECKS, Check, check
from fogline.line import ledgers
from fogline.records import Finding, Report

CASES = Path(__file__).parent / "cases"
ENOUGH = 10  # of each kind, for every check
# Checks that have no file of cases yet: their cases stand in the other tests of this folder.
WITHOUT = frozenset(
    """
    after_publication ages anniversaries authority authorship balances clocks conflicts crews durations
    elections firsts lengths nobody_hurt once own_date parts powers recounts running sequence
    shares speeds states taken_up tensions terms two_holders war_years weekdays wholes
    """.split()  # noqa: SIM905
)
NAMED = {one.__name__.removeprefix("check_"): one for one in CHECKS}


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row | {"text": row["text"].replace("\\n", "\n")} for row in found]


def findings(one: Check, cases: list[dict[str, str]]) -> list[tuple[Finding, ...]]:
    """What one check says of each passage, all read in one batch; what nobody is accused by left out."""
    made = ledgers([Report(f"r{n}", row["text"], published=row["published"] or None) for n, row in enumerate(cases)])
    return [
        tuple(f for f in check(ledger, checks=(one,)) if f.certainty != "low" or f.category == "tension")
        for ledger in made
    ]


@pytest.mark.parametrize("name", sorted(NAMED.keys() - WITHOUT))
def test_a_check_fires_on_its_own_cases_and_is_silent_on_look_alikes(name: str) -> None:
    cases = rows(name)
    found = findings(NAMED[name], cases)
    said = [{"fires", *(f.code for f in each)} if each else {"silent"} for each in found]
    assert [(r, f) for r, f, s in zip(cases, found, said, strict=True) if r["expect"] not in s] == []


@pytest.mark.parametrize("name", sorted(NAMED.keys() - WITHOUT))
def test_every_check_has_enough_cases_of_its_own(name: str) -> None:
    cases = rows(name)
    count = Counter(row["expect"] == "silent" for row in cases)
    assert min(count[True], count[False]) >= ENOUGH
    assert len({row["text"] for row in cases}) == len(cases)


def test_every_file_of_cases_belongs_to_a_check() -> None:
    assert {path.stem for path in CASES.glob("*.tsv")} == NAMED.keys() - WITHOUT
