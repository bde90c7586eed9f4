"""A bug in one check costs the findings of that check: the ledger says so, and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from fogline import checking
from fogline.line import ledgers
from fogline.records import Fact, Finding, Ledger, Report

TEXT = "Shelling killed 12 people in Kharkiv on Monday, the governor said. Of the dead, nine were men and five women."


def _broken(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    raise ValueError("no such token")
    yield


@pytest.fixture
def _one_check_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = checking.check.__kwdefaults__ or {}
    monkeypatch.setattr(checking.check, "__kwdefaults__", {**usual, "checks": (_broken, *checking.CHECKS)})


@pytest.mark.usefixtures("_one_check_broken")
def test_a_bug_in_one_check_is_noted_and_the_others_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOGLINE_STRICT")
    first, second = ledgers([Report("a", TEXT), Report("b", "Rebels shelled Goma on Monday.")], ())
    assert [f.code for f in first.failures] == ["F900"] == [f.code for f in second.failures]
    assert "ValueError: no such token" in first.failures[0].message
    assert {f.code for f in first.findings} >= {"C111"}
    assert first.events and second.events


@pytest.mark.usefixtures("_one_check_broken")
def test_in_the_tests_a_bug_is_raised() -> None:
    with pytest.raises(ValueError, match="no such token"):
        list(ledgers([Report("a", TEXT)], ()))
