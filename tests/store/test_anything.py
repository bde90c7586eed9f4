"""Whatever is typed into a search or stands in a text: an answer or a coded error, and nothing is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.errors import StoreError
from fogline.store import Case, Query, open_case
from tests.factories import full_ledger, make_ledger, make_report

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@pytest.fixture(scope="module")
def case() -> Iterator[Case]:
    with tempfile.TemporaryDirectory() as folder, open_case(Path(folder) / "case.fogline") as opened:
        opened.put([full_ledger()])
        yield opened


@settings(max_examples=150, deadline=None)
@given(TEXTS | st.text('"*^:()-+ANDORTE ', max_size=12))
def test_any_words_can_be_searched(case: Case, words: str) -> None:
    try:
        assert len(list(case.find(Query(text=words)))) < 20
    except StoreError as error:
        assert error.code == "F308"


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_name_can_be_searched(case: Case, name: str) -> None:
    assert len(list(case.find(Query(actor=name, outlet=name)))) == 0
    assert len(list(case.find(Query(voice=name)))) < 20


@settings(max_examples=40, deadline=None)
@given(TEXTS.filter(bool), st.none() | TEXTS)
def test_any_text_comes_back(case: Case, text: str, title: str | None) -> None:
    ledger = make_ledger(make_report(text, title=title, id=f"any {text} {title}"))
    case.put([ledger])
    assert case.get(ledger.report.id) == ledger
