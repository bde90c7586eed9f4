"""`Ledger.to_frames` with pandas and with polars: one frame a list, nothing lost, columns even without rows."""

from __future__ import annotations

import importlib
from dataclasses import replace
from typing import Any

import pytest

from fogline.records import LISTS, Ledger
from tests.export.cases import exported
from tests.factories import full_ledger, make_ledger, make_quantity

LIBRARIES = ("pandas", "polars")


def frames(ledger: Ledger, library: str) -> dict[str, Any]:
    pytest.importorskip(library)
    return ledger.to_frames(library)


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("ledger", [full_ledger(), exported(), make_ledger()])
def test_one_frame_a_list_with_all_rows(ledger: Ledger, library: str) -> None:
    held = frames(ledger, library)
    assert list(held) == list(LISTS)
    for name, frame in held.items():
        assert len(frame) == len(getattr(ledger, name))
        assert type(frame).__module__.startswith(library)


@pytest.mark.parametrize("library", LIBRARIES)
def test_values_stand_under_their_names(library: str) -> None:
    held = frames(full_ledger(), library)
    assert list(held["quantities"]["low"]) == [12.0]
    assert list(held["quantities"]["report"]) == ["r1"]
    assert list(held["events"]["status"]) == ["done"]
    assert [[list(span) for span in spans] for spans in held["attributions"]["cue"]] == [[[13, 17]]]


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_empty_list_has_its_columns(library: str) -> None:
    held = frames(make_ledger(), library)
    assert list(held["events"].columns) == list(frames(full_ledger(), library)["events"].columns)
    assert list(held["sentences"].columns) == ["report", "start", "end"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_column_may_begin_empty(library: str) -> None:
    early = tuple(make_quantity(id=f"q{i}", low=None, high=None, side=None) for i in range(300))
    late = make_quantity(id="late", side="UKR", civilian=True)
    frame = frames(replace(full_ledger(), quantities=(*early, late)), library)["quantities"]
    assert list(frame["side"])[-1] == "UKR"


def test_pandas_is_taken_where_it_is_installed() -> None:
    pandas = pytest.importorskip("pandas")
    assert isinstance(full_ledger().to_frames()["acts"], pandas.DataFrame)


def test_polars_is_taken_where_pandas_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    polars = pytest.importorskip("polars")
    monkeypatch.setattr("fogline.records.ledger.find_spec", lambda _: None)
    assert isinstance(full_ledger().to_frames()["acts"], polars.DataFrame)


def test_a_library_that_is_not_installed_is_an_import_error() -> None:
    assert importlib.util.find_spec("no_such_frames") is None
    with pytest.raises(ImportError):
        full_ledger().to_frames("no_such_frames")
