"""What people say of entries is kept, undone by a further word, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.errors import StoreError
from fogline.store import Case, Opinion, open_case, standing
from tests.factories import full_ledger, make_event, make_made_with

EVENT = make_event().id


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "case.fogline") as opened:
        opened.put([full_ledger()])
        yield opened


def test_a_judgement_is_kept_with_who_when_and_why(case: Case) -> None:
    made = case.judge(EVENT, Opinion(verdict="wrong", who="desk", why="a drill", field="type"))
    assert case.history(EVENT) == (made,)
    assert (made.entry, made.verdict, made.who, made.why, made.field) == (EVENT, "wrong", "desk", "a drill", "type")
    assert made.at.endswith("+00:00")


def test_undoing_is_a_judgement_too(case: Case) -> None:
    first = case.judge(EVENT, Opinion(verdict="wrong", who="desk"))
    second = case.undo(first.id, who="chief", why="read again")
    assert case.history(EVENT) == (first, second)
    assert (second.verdict, second.undoes) == ("undone", first.id)
    assert standing(case.history(EVENT)) == ()


def test_an_undone_undoing_lets_the_first_word_stand(case: Case) -> None:
    first = case.judge(EVENT, Opinion(verdict="right", who="desk"))
    case.undo(case.undo(first.id, who="chief").id, who="desk")
    assert standing(case.history(EVENT)) == (first,)


def test_judgements_outlive_a_later_reading(case: Case) -> None:
    made = case.judge(EVENT, Opinion(verdict="right", who="desk"))
    case.put([full_ledger(events=(), made_with=make_made_with(version="0.2.0"))])
    assert case.history(EVENT) == (made,)
    again = case.judge(EVENT, Opinion(verdict="unclear", who="chief"))
    assert case.history(EVENT) == (made, again)


def test_nothing_is_judged_that_is_not_there(case: Case) -> None:
    with pytest.raises(StoreError, match="F306"):
        case.judge("no such entry", Opinion(verdict="right", who="desk"))
    with pytest.raises(StoreError, match="F306"):
        case.undo(99, who="desk")
    assert case.history("no such entry") == ()


@pytest.mark.parametrize(("verdict", "who"), [("maybe", "desk"), ("undone", "desk"), ("right", " ")])
def test_an_unknown_verdict_or_nobody_is_refused(verdict: str, who: str) -> None:
    with pytest.raises(StoreError, match="F308"):
        Opinion(verdict=verdict, who=who)
