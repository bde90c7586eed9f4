"""Event-shaped formats: done acts alone, said-only acts apart, each once, with voice and status."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fogline.errors import InputError
from fogline.export import FORMATS, acled, cameo, plover, ucdp
from tests.export.cases import TEXT, exported
from tests.factories import make_entity, make_event, make_ledger, make_participant, make_quantity

EVENT_FORMATS = ("plover", "cameo", "acled", "ucdp")


def plover_lines(**options: Any) -> list[dict[str, Any]]:
    out = io.BytesIO()
    plover.write([exported()], out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def sheet(write: Callable[..., None], delimiter: str = ",", **options: Any) -> list[dict[str, str]]:
    out = io.BytesIO()
    write([exported()], out, **options)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""), delimiter=delimiter))


def test_done_acts_go_into_one_file_and_said_acts_into_another(tmp_path: Path) -> None:
    plover.write([exported()], tmp_path / "events.jsonl")
    done, said = ((tmp_path / name).read_text().splitlines() for name in ("events.jsonl", "events.said.jsonl"))
    assert [json.loads(line)["id"] for line in done] == ["e1", "e4"]
    assert [json.loads(line)["id"] for line in said] == ["e3"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["events.jsonl", "events.said.jsonl"]


@pytest.mark.parametrize(("include", "ids"), [(None, ["e1", "e4"]), ("done", ["e1", "e4"]), ("said", ["e3"])])
def test_a_stream_gets_done_acts_unless_said_ones_are_asked_for(include: str | None, ids: list[str]) -> None:
    assert [one["id"] for one in plover_lines(include=include)] == ids


@pytest.mark.parametrize("include", ["both", "all"])
def test_done_and_said_are_never_mixed_in_a_stream(include: str) -> None:
    with pytest.raises(InputError, match="F161"):
        plover_lines(include=include)


@pytest.mark.parametrize("name", EVENT_FORMATS)
def test_every_event_format_keeps_done_and_said_apart(name: str, tmp_path: Path) -> None:
    out = tmp_path / f"events{FORMATS[name].SUFFIX}"
    FORMATS[name].write([exported()], out)
    assert "threatened" not in out.read_text()
    assert b"e1" in out.read_bytes()
    assert (tmp_path / f"events.said{FORMATS[name].SUFFIX}").exists()


def test_plover_has_the_manual_s_fields() -> None:
    event = plover_lines()[0]
    assert list(event)[:19] == [
        "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc",
        "event_text", "quad_code", "event_scale", "mode", "context", "size", "link", "text", "text_info",
    ]  # fmt: skip
    assert (event["date"], event["enddate"], event["event"], event["quad_code"]) == (
        "2025-11-14", "2025-11-14", ["ASSAULT"], 4,
    )  # fmt: skip
    actor, recipient = event["actor"][0], event["recipient"][0]
    assert (actor["code"], actor["sector"], actor["entity_text"]) == ("UKR", "REB", "“=Rebels”")
    assert (recipient["code"], recipient["entity_text"]) == (None, "the port of Odesa")
    assert event["event_loc"]["resolved_place"] == "Odesa"
    assert (event["event_loc"]["feature_class"], event["event_loc"]["feature_code"]) == ("P", "PPLA")
    assert event["size"] == {"dead": "12..", "injured": None, "arrested": None}
    assert event["text"] is None
    assert TEXT[event["text_info"]["start"] : event["text_info"]["end"]].endswith("the governor said.")
    assert event["cite_info"]["publication"] == "Harbour Wire"


def test_plover_keeps_voice_status_and_the_number_of_tellings() -> None:
    shelling, call = plover_lines()
    assert shelling["fogline"]["voice"]["words"] == "the governor"
    assert (shelling["fogline"]["status"], shelling["fogline"]["mentions"]) == ("done", 2)
    assert call["fogline"]["voice"] is None
    (threat,) = plover_lines(include="said")
    assert (threat["fogline"]["status"], threat["mode"], threat["date"]) == ("threatened", ["future"], None)


def test_plover_gives_a_country_no_point() -> None:
    where = plover_lines()[1]["event_loc"]
    assert (where["lat"], where["lon"], where["resolution"], where["country_code"]) == (None, None, 1, "IT")


def test_cameo_rows_are_dyads_with_codes_as_strings() -> None:
    (row,) = sheet(cameo.write, "\t")  # the call for calm has no CAMEO code
    assert [row[name] for name in ("date", "source", "target", "code", "voice", "status")] == [
        "2025-11-14", "UKRREB", "", "194", "the governor", "done",
    ]  # fmt: skip


def test_cameo_can_be_read_again_in_any_order_of_columns() -> None:
    out = io.BytesIO()
    cameo.write([exported()], out)
    lines = out.getvalue().decode().splitlines()
    turned = ["\t".join(reversed(line.split("\t"))) for line in lines]
    forward, backward = list(cameo.read(lines)), list(cameo.read(turned))
    assert forward == backward
    assert forward[0]["code"] == "194"


def test_acled_sheet_has_31_columns_and_ours_behind() -> None:
    (row,) = sheet(acled.write)
    assert len(acled.COLUMNS) == 31
    assert list(row)[:31] == list(acled.COLUMNS)
    assert [row[n] for n in ("event_date", "time_precision", "event_type", "sub_event_type", "geo_precision")] == [
        "2025-11-14", "1", "Explosions/Remote violence", "Shelling/artillery/missile attack", "1",
    ]  # fmt: skip
    assert [row[name] for name in ("inter1", "inter2", "fatalities", "status", "voice_class")] == [
        "Rebel group", "", "12", "done", "office_holder",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("actor", "recipient", "kind"),
    [("REB", "MIL", "Battles"), ("MIL", "CVL", "Violence against civilians"), ("REB", None, ""), (None, None, "")],
)
def test_acled_battles_need_two_armed_sides(actor: str | None, recipient: str | None, kind: str) -> None:
    entities = tuple(make_entity(name, id=name, sector=s) for name, s in (("a", actor), ("r", recipient)))
    people: dict[str, Any] = {
        "actors": (make_participant(entity="a"),),
        "recipients": (make_participant("Odesa", entity="r"),),
    }
    out = io.BytesIO()
    acled.write([make_ledger(entities=entities, events=(make_event(mode=None, casualties=(), **people),))], out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))
    assert (row["disorder_type"], row["event_type"]) == ("Political violence", kind)


def test_ucdp_sheet_has_49_columns_and_only_deadly_assaults() -> None:
    (row,) = sheet(ucdp.write)
    assert len(ucdp.COLUMNS) == 49
    assert list(row)[:49] == list(ucdp.COLUMNS)
    assert [row[n] for n in ("low", "best", "high", "deaths_civilians", "where_prec", "date_prec", "side_a")] == [
        "12", "12", "", "12", "1", "1", "the rebels",
    ]  # fmt: skip
    assert (row["latitude"], row["longitude"], row["geom_wkt"]) == ("46.4775", "30.7326", "POINT (30.7326 46.4775)")
    assert (row["conflict_new_id"], row["dyad_new_id"], row["priogrid_gid"]) == ("", "", "")


def test_no_casualties_is_no_deadly_event() -> None:
    ledger = exported()
    nobody = make_quantity("at least 12 people", TEXT, id="q1", low=0.0, high=0.0, bound="exact")
    out = io.BytesIO()
    ucdp.write([make_ledger(ledger.report, events=ledger.events[:1], quantities=(nobody,))], out)
    assert len(out.getvalue().splitlines()) == 1


@pytest.mark.parametrize("code", ["13y", "1", "21", "999", "", "00"])
def test_bad_cameo_codes_are_left_out(code: str) -> None:
    assert not cameo.valid(code)
