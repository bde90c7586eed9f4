"""The gazetteer: what a name can mean, and that building it is safe."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from fogline.errors import TableError
from fogline.tables import files, gazetteer, gazetteer_build
from fogline.tables.toponym_keys import key, skeleton


def refs(name: str, feature: str) -> set[str]:
    return {e.ref for e in gazetteer.lookup(name) if e.feature == feature}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kiev", "Kyiv"),
        ("Artemivsk", "Bakhmut"),
        ("El Fasher", "Al-Fashir"),
        ("Bombay", "Mumbai"),
        ("Sana'a", "Sanaa"),
        ("Kharkov", "Kharkiv"),
        ("Deir ez-Zor", "Deir al-Zor"),
    ],
)
def test_renamed_and_respelt_towns_share_a_place(old: str, new: str) -> None:
    towns = ("PPL", "PPLC")
    assert any(refs(old, t) & refs(new, t) for t in towns)


@pytest.mark.parametrize(("form", "iso"), [("U.S.", "US"), ("the UK", "GB"), ("Burma", "MM"), ("Ivory Coast", "CI")])
def test_short_and_former_names_of_countries(form: str, iso: str) -> None:
    assert iso in {e.country for e in gazetteer.lookup(form) if e.feature == "PCLI"}


@pytest.mark.parametrize(
    ("name", "feature"),
    [("Black Sea", "sea"), ("Donbas", "region"), ("Kyiv Oblast", "ADM1"), ("Texas", "ADM1"), ("Danube", "river")],
)
def test_areas_stand_beside_towns(name: str, feature: str) -> None:
    assert refs(name, feature)


def test_a_country_has_one_capital() -> None:
    assert len(refs("Washington", "PPLC")) == len(refs("Paris", "PPLC")) == 1


def test_a_respelling_is_found_by_its_skeleton() -> None:
    assert skeleton(key("Al Hasakeh")) == skeleton(key("Al-Hasakah")) == skeleton(key("Hassaka"))
    assert "Bakhmut" in {e.name for e in gazetteer.similar("Bakhmout")}


def test_every_country_has_a_point_and_a_reach() -> None:
    for row in files.rows("places/countries.tsv", gazetteer_build.COUNTRIES):
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 and float(row["radius_km"]) > 0


def test_the_built_file_is_whole_and_below_its_size() -> None:
    path = gazetteer.ready()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM places").fetchone()[0] > 250_000
    assert path.stat().st_size < 200_000_000


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("FOGLINE_CACHE", str(blocked / "cache"))
    with pytest.raises(TableError, match="F205"):
        gazetteer.ready()


def test_where_no_process_can_be_started_it_is_built_in_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOGLINE_CACHE", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    monkeypatch.setattr(gazetteer_build, "build", lambda path, tick: path.write_bytes(b"x"))
    assert gazetteer.ready().read_bytes() == b"x"


def test_an_account_without_a_home_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FOGLINE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # what Python does where nobody's home is known
    with pytest.raises(TableError, match="FOGLINE_CACHE"):
        gazetteer.ready()


def test_two_processes_build_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "from fogline.tables import gazetteer as g\n"
        "import time\n"
        "def build(path):\n"
        "    print('built', flush=True); time.sleep(0.5); path.write_bytes(b'x')\n"
        "g._build_apart = build\n"
        "print(g.ready().read_bytes())\n"
    )
    monkeypatch.setenv("FOGLINE_CACHE", str(tmp_path))
    runs = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    out = "".join(run.communicate()[0] for run in runs)
    assert out.count("built") == 1 and out.count("b'x'") == 2
