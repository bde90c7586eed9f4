"""The record: every row valid as it stands, and what makes a row invalid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.errors import TableError
from fogline.tables import facts, files


def rows() -> list[dict[str, str]]:
    names = sorted(p.name for p in (files.DATA / "facts").glob("*.csv"))
    return [dict(row) for name in names for row in files.rows(f"facts/{name}", facts.COLUMNS)]


def test_shipped_facts_are_valid_and_of_every_kind() -> None:
    shipped = facts.shipped()
    assert list(facts.validate(shipped)) == []
    assert {f.kind for f in shipped} >= {"office", "conflict", "membership", "election"}
    assert len(shipped) >= 100


def test_every_row_names_its_source_and_an_unsourced_one_is_of_low_certainty() -> None:
    for fact in facts.shipped():
        assert fact.source and fact.as_of and fact.definition
        assert fact.certainty == "low" or not fact.source.startswith("not looked up")
        assert fact.certainty == "low" or fact.url


def test_no_one_war_dominates_the_record() -> None:
    conflicts = {f.subject for f in facts.shipped() if f.kind == "conflict"}
    assert len(conflicts) >= 12
    twice = [s for s in conflicts if sum(f.subject == s for f in facts.shipped()) > 1]
    assert len(twice) >= 4


def test_two_holders_of_one_seat_are_refused_but_a_handover_day_is_shared() -> None:
    first, second = [f for f in facts.shipped() if f.subject == "GBR:prime minister"][-2:]
    assert first.until == second.since
    early = replace(second, since="2024-06-30")
    assert list(facts.validate([first, second])) == []
    assert "hold it at once" in " ".join(facts.validate([first, early]))


@pytest.mark.parametrize(
    ("column", "value"),
    [("from", "2024-02-30"), ("from_prec", "month"), ("status", "ruling"), ("certainty", "sure"), ("to_prec", "day")],
)
def test_a_malformed_row_is_refused(column: str, value: str) -> None:
    row = next(r for r in rows() if r["kind"] == "office" and not r["to"]) | {column: value}
    with pytest.raises(TableError, match="F202"):
        facts.fact(row)


def test_rows_that_run_backwards_or_stand_twice_are_named() -> None:
    one = facts.shipped()[0]
    backwards = replace(one, id="x", since="2020-05-01", until="2019")
    faults = list(facts.validate([one, one, backwards]))
    assert any("stands twice" in f for f in faults) and any("ends before" in f for f in faults)
