"""Places that a user adds: dumps and tables, what is left out, and what reading makes of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import fogline
from fogline.cli import main
from fogline.errors import TableError
from fogline.tables import gazetteer, gazetteer_added

VILLAGES = "name,latitude,longitude,country,alternatenames\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("FOGLINE_PLACES", str(tmp_path / "places"))
    gazetteer_added._forget()
    yield tmp_path
    monkeypatch.undo()
    gazetteer_added._forget()


def added(folder: Path, name: str, text: str, country: str | None = None) -> gazetteer_added.Added:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return gazetteer_added.add(path, path.stem, country, lambda _: None)


def dump_row(ident: str, name: str, kind: str, point: str, others: str = "") -> str:
    lat, lon = point.split()
    cells = [ident, name, name, others, lat, lon, *kind.split("."), "SD", "", "01", "", "", "", "0", "", "", "", ""]
    return "\t".join(cells)


def test_a_village_of_the_users_is_found_and_told() -> None:
    text = "Fighters burned huts in Zzyrdin near El Fasher, Sudan."
    assert next(p for p in fogline.read(text).places if p.name == "Zzyrdin").lat is None


def test_a_table_of_villages(folder: Path) -> None:
    made = added(
        folder, "villages.csv", VILLAGES + "Zzyrdin,13.5,24.9,SDN,Zirdin|Zyr Din\nKhartoum,15.55,32.53,SD,\nX,a,1,SD,\n"
    )
    assert made == ("villages", 1, 1, 1)
    (place,) = fogline.resolve_places("Huts burned in Zyr Din.", [(15, 22)])
    assert (place.name, place.country, place.lat, place.geonameid) == ("Zzyrdin", "SD", 13.5, None)


def test_a_dump_of_geonames_keeps_towns_and_sites_but_no_hotels(folder: Path) -> None:
    rows = [
        dump_row("1", "Zzyrdin", "P.PPL", "13.5 24.9", "Zirdin"),
        dump_row("2", "Zzyr Air Base", "S.AIRB", "13.6 24.9"),
        dump_row("3", "Zzyr Hotel", "S.HTL", "13.6 24.9"),
        dump_row("4", "Zzyr Administrative Unit", "A.ADM3", "13.7 24.9"),
    ]
    with zipfile.ZipFile(folder / "SD.zip", "w") as packed:
        packed.writestr("readme.txt", "columns")
        packed.writestr("SD.txt", "\n".join(rows))
    made = gazetteer_added.add(folder / "SD.zip", "SD", None, lambda _: None)
    assert (made.taken, made.left_out) == (3, 1)
    features = {
        e.name: e.feature for n in ("Zirdin", "Zzyr Air Base", "Zzyr Administrative Unit") for e in gazetteer.lookup(n)
    }
    assert features == {"Zzyrdin": "PPL", "Zzyr Air Base": "facility", "Zzyr Administrative Unit": "ADM2"}
    (place,) = fogline.resolve_places("Huts burned in Zirdin.", [(15, 21)])
    assert place.geonameid == "1" and place.precision == "town"


def test_a_source_is_named_in_the_ledger_and_can_be_taken_away(folder: Path) -> None:
    added(folder, "villages.csv", VILLAGES + "Zzyrdin,13.5,24.9,SD,\n")
    assert list(gazetteer_added.digests()) == ["places added: villages"]
    assert gazetteer_added.remove("villages") and not gazetteer_added.remove("villages")
    assert gazetteer.lookup("Zzyrdin") == () and gazetteer_added.sources() == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("no.csv", "a,b\n1,2\n"),
        ("empty.csv", ""),
        ("nothing.csv", VILLAGES + "Khartoum,15.55,32.53,SD,\n"),
        ("no.zip", "no zip"),
        ("latin.csv", "name,lat,lon\n\udce9,1,1\n"),
    ],
)
def test_what_is_no_table_of_places_is_refused(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(TableError, match="F206"):
        gazetteer_added.add(path, "x", None, lambda _: None)
    assert gazetteer_added.sources() == ()


def test_a_folder_that_cannot_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("FOGLINE_PLACES", str(folder / "file"))
    with pytest.raises(TableError, match="F207"):
        added(folder, "villages.csv", VILLAGES + "Zzyrdin,13.5,24.9,SD,\n")


def test_the_command_adds_lists_finds_and_removes(folder: Path) -> None:
    table = folder / "my villages.csv"
    table.write_text("village;y;x\nZzyrdin;13.5;24.9\n", encoding="utf-8")
    run = CliRunner().invoke
    assert "1 places added" in run(main, ["places", "add", str(table), "--country", "sd"]).output
    assert run(main, ["places", "list"]).output.startswith("my_villages  1 places")
    assert "country SD" in run(main, ["places", "Zzyrdin"]).output
    assert run(main, ["places", "find", "list"]).exit_code == 0
    assert run(main, ["places", "add", str(table), "--country", "ZZ"]).exit_code == 2
    assert run(main, ["places", "remove", "nobody"]).exit_code == 2
    assert "removed" in run(main, ["places", "remove", "my_villages"]).output
