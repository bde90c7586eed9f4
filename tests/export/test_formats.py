"""JSON Lines, GeoJSON and Web Annotations: valid, true to the words, whole or not at all."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fogline import export
from fogline.errors import InputError
from fogline.export import FORMATS, geojson, jsonl, webannotation
from fogline.records import Ledger
from tests.export.cases import TEXT, exported
from tests.factories import full_ledger, make_failure, make_ledger, make_report

SINGLE = tuple(name for name in FORMATS if name != "csv")
HELPERS = {"__init__", "writing", "outline", "split", "flat", "tables", "package", "sheets"}


def written(name: str, *ledgers: Ledger) -> bytes:
    out = io.BytesIO()
    FORMATS[name].write(ledgers, out)
    return out.getvalue()


def loaded(name: str, *ledgers: Ledger) -> Any:
    return json.loads(written(name, *ledgers))


def test_every_module_is_a_format_or_serves_them() -> None:
    modules = {file.stem for file in Path(export.__file__).parent.glob("*.py")}
    assert modules - HELPERS == set(FORMATS)


def test_json_lines_come_back_as_the_same_ledgers() -> None:
    ledgers = [full_ledger(), exported(), make_ledger(make_report("", id="bad"), failures=(make_failure(),))]
    assert [Ledger.from_json(line) for line in written("jsonl", *ledgers).splitlines()] == ledgers


@pytest.mark.parametrize("name", SINGLE)
def test_the_same_ledgers_give_the_same_bytes(name: str) -> None:
    assert written(name, exported(), full_ledger()) == written(name, exported(), full_ledger())


@pytest.mark.parametrize("name", SINGLE)
def test_no_ledgers_give_an_empty_but_valid_file(name: str) -> None:
    content = written(name)
    assert content == b"" or content.count(b"\n") == 1 or json.loads(content)


@pytest.mark.parametrize("name", SINGLE)
def test_a_failed_export_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    def breaks() -> Iterator[Ledger]:
        yield exported()
        raise RuntimeError("power cut")

    out = tmp_path / "out"
    out.write_text("yesterday's")
    with pytest.raises(RuntimeError):
        FORMATS[name].write(breaks(), out)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("out", "yesterday's")]


@pytest.mark.parametrize("name", SINGLE)
def test_a_place_that_cannot_be_written_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="F160"):
        FORMATS[name].write([exported()], tmp_path / "no folder" / "out")


def test_geojson_draws_a_pin_for_a_town_and_none_for_a_country() -> None:
    odesa, italy, rome = loaded("geojson", exported())["features"]
    assert odesa["geometry"] == {"type": "Point", "coordinates": [30.7326, 46.4775]}
    assert (odesa["properties"]["pin"], odesa["properties"]["precision"]) == (True, "town")
    assert (italy["geometry"], italy["properties"]["pin"]) == (None, False)
    assert italy["properties"]["representative_point"] == [12.8, 42.8]
    assert italy["properties"]["radius_km"] == 600.0
    assert (rome["geometry"], rome["properties"]["representative_point"]) == (None, None)


def test_geojson_credits_geonames_and_ties_places_to_words_and_events() -> None:
    collection = loaded("geojson", exported())
    assert collection["type"] == "FeatureCollection"
    assert collection["attribution"] == geojson.CREDIT
    odesa = collection["features"][0]["properties"]
    assert TEXT[odesa["start"] : odesa["end"]] == odesa["words"] == "Odesa"
    assert (odesa["report"], [one["id"] for one in odesa["events"]]) == ("x1", ["e1"])
    assert (odesa["events"][0]["status"], odesa["events"][0]["voice"]) == ("done", "the governor")


@pytest.mark.parametrize("ledger", [exported(), full_ledger()])
def test_every_annotation_quotes_its_words(ledger: Ledger) -> None:
    page = loaded("webannotation", ledger)
    assert (page["@context"], page["type"]) == (webannotation.CONTEXT, "AnnotationPage")
    assert len(page["items"]) == len(list(webannotation.passages(ledger))) > 0
    assert len({one["id"] for one in page["items"]}) == len(page["items"])
    for one in page["items"]:
        position, quote = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert quote["exact"] == ledger.text[start:end]
        assert f"{quote['prefix']}{quote['exact']}{quote['suffix']}" in ledger.text
        assert ledger.text.startswith(quote["prefix"] + quote["exact"], start - len(quote["prefix"]))


def test_annotations_point_to_the_report_s_address_or_name() -> None:
    assert loaded("webannotation", exported())["items"][0]["target"]["source"] == "https://example.org/odesa"
    assert loaded("webannotation", full_ledger())["items"][0]["target"]["source"] == "urn:fogline:report:r1"


def test_annotations_of_a_finding_stay_in_their_report() -> None:
    found = [one for one in webannotation.passages(exported()) if one.role.startswith("finding")]
    assert found == []  # its passage stands in another report
    sides = [one.role for one in webannotation.passages(full_ledger()) if one.role.startswith("finding")]
    assert sides == ["finding-A", "finding-B"]


def test_jsonl_is_what_read_prints() -> None:
    out = io.BytesIO()
    jsonl.write([full_ledger()], out)
    assert out.getvalue() == full_ledger().to_json() + b"\n"
