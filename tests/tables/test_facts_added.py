"""Facts that a user adds: tables, Wikidata's files and endpoint (a server of our own), and what checks make of them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

import fogline
from fogline.cli import main
from fogline.errors import TableError
from fogline.tables import facts, facts_added, wikidata

MINE = "kind,subject,subject_label,value,from,to,source\n"
MAYOR = MINE + "office,MLT:president,President of Malta,Ada Borg,2031-04-04,,own notes\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("FOGLINE_FACTS", str(tmp_path / "facts"))
    facts_added._forget()
    yield tmp_path
    monkeypatch.undo()
    facts_added._forget()


def file(folder: Path, text: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(*args: str) -> Any:
    return CliRunner().invoke(main, ["facts", *args])


def test_added_rows_have_defaults_and_are_asked_until_they_are_removed(folder: Path) -> None:
    path = file(folder, MAYOR)
    assert run("validate", str(path)).output == "1 rows, no fault\n"
    assert not any(f.value == "Ada Borg" for f in facts_added.record())
    assert run("add", str(path)).exit_code == 0
    row = next(f for f in facts_added.record() if f.value == "Ada Borg")
    assert (row.relation, row.status, row.certainty, row.licence) == ("held_by", "held", "medium", "own")
    assert row.definition == "from taking office to leaving it"
    assert len(facts_added.digests()) == 1
    assert "Ada Borg" in run("explain", row.id).output
    assert "added: mine  1 rows" in run("list").output
    assert run("remove", "mine").exit_code == 0
    assert len(facts_added.record()) == len(facts.shipped())
    assert run("remove", "mine").exit_code == 2


def test_a_finding_rests_on_an_added_row(folder: Path) -> None:
    rows = MINE + "office,MLT:mayor,Mayor of Sliema,Petrona Zzgrech,2024-05-06,,own notes\n"
    row = facts_added.read(file(folder, rows))[0]
    assert row.certainty == "medium"
    office = MINE + "office,MLT:president,President of Malta,Petrona Zzgrech,2024-05-06,,own notes\n"
    text = "Maltese President Petrona Zzgrech said the ferry was safe."
    assert fogline.read(text, published="2023-01-10").findings == ()
    facts_added.add("mine", facts_added.read(file(folder, office)))
    found = fogline.read(text, published="2023-01-10").findings
    assert [(f.code, f.certainty) for f in found] == [("C202", "high")]
    assert found[0].facts[0].source == "own notes"


def test_a_later_holder_ends_the_term_that_was_open_on_record() -> None:
    old = next(f for f in facts.shipped() if f.kind == "office" and f.until is None and len(f.as_of) >= 7)
    new = replace(old, id="own", value="A. Successor", since="2031-02-01", as_of="2031-03-01")
    rows = {f.id: f for f in facts_added.merged(facts.shipped(), [new])}
    assert rows[old.id].until == "2031-02-01"
    assert rows["own"].until is None


def test_a_row_that_contradicts_the_record_is_refused(folder: Path) -> None:
    old = next(f for f in facts.shipped() if f.kind == "office" and f.until and len(f.until) == 10 and f.since)
    row = f"office,{old.subject},,Somebody Else,{old.since},{old.until},own notes\n"
    with pytest.raises(TableError, match="F203"):
        facts_added.add("mine", facts_added.read(file(folder, MINE + row)))
    assert facts_added.sources() == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name,age\nx,3\n", "F208"),
        (MINE + "planet,MARS,,x,2024,,notes\n", "F208"),
        (MINE + "office,MLT:mayor,,,2024,,notes\n", "F208"),
        (MINE + "office,MLT:mayor,,A,2024-13,,notes\n", "F202"),
        (MINE + "office,MLT:mayor,,A,last May,,notes\n", "F202"),
        ("", "F208"),
    ],
)
def test_what_is_no_row_is_told(folder: Path, text: str, code: str) -> None:
    result = run("add", str(file(folder, text)))
    assert result.exit_code == 3
    assert code in result.output


def test_bytes_that_are_no_text_and_files_that_are_not_there(folder: Path) -> None:
    (folder / "x.csv").write_bytes(b"kind\xff\xfe")
    for name in ("x.csv", "nothing.csv"):
        with pytest.raises(TableError, match="F208"):
            facts_added.read(folder / name)


# Wikidata ----------------------------------------------------------------------------------------------------------


def entity(label: str, **claims: list[Any]) -> dict[str, Any]:
    return {"type": "item", "labels": {"en": {"language": "en", "value": label}}, "claims": claims}


def statement(item: str, rank: str = "normal", **ends: tuple[str, int]) -> dict[str, Any]:
    value = {"entity-type": "item", "id": item}
    times = {
        name: [{"snaktype": "value", "datavalue": {"value": {"time": time, "precision": p}, "type": "time"}}]
        for name, (time, p) in ends.items()
    }
    main = {"snaktype": "value", "datavalue": {"value": value, "type": "wikibase-entityid"}}
    return {"mainsnak": main, "type": "statement", "rank": rank, "qualifiers": times}


ENTITIES = {
    "entities": {
        "Q900001": entity(
            "Ada Borg",
            P39=[
                statement("Q900002", P580=("+2031-04-04T00:00:00Z", 11), P582=("+2036-00-00T00:00:00Z", 9)),
                statement("Q900003", P580=("+2029-05-00T00:00:00Z", 10)),
                statement("Q900004", P580=("+2028-05-00T00:00:00Z", 10)),
                statement("Q900002", "deprecated", P580=("+2011-01-01T00:00:00Z", 11)),
                statement("Q900002"),
                {"mainsnak": {"snaktype": "novalue"}, "rank": "normal"},
            ],
        ),
        "Q900002": entity("President of Malta"),
        "Q900003": entity("acting Minister of Defence of Malta"),
        "Q900005": entity(
            "Malta",
            P298=[{"mainsnak": {"datavalue": {"value": "MLT", "type": "string"}}, "rank": "normal"}],
            P463=[statement("Q900006", P580=("+2004-05-01T00:00:00Z", 11))],
        ),
        "Q900006": entity("European Union"),
    }
}


def test_an_entity_file_gives_offices_and_memberships(folder: Path) -> None:
    extract = wikidata.read(file(folder, json.dumps(ENTITIES), "Q900001.json"))
    rows = {(f.subject, f.value, f.since, f.until, f.status) for f in extract.facts}
    assert rows == {
        ("MLT:president", "Ada Borg", "2031-04-04", "2036", "held"),
        ("MLT:defense minister", "Ada Borg", "2029-05", None, "acting"),
        ("EU:MLT", "European Union", "2004-05-01", None, "held"),
    }
    assert extract.left_out == 3  # no label of the office, no start, no value
    assert {f.source for f in extract.facts} == {"Wikidata, Q900001", "Wikidata, Q900005"}
    assert {(f.licence, f.certainty) for f in extract.facts} == {("CC0-1.0", "medium")}


def binding(**cells: str) -> dict[str, Any]:
    return {name: {"type": "literal", "value": value} for name, value in cells.items()}


RESULTS = {
    "head": {"vars": ["person", "personLabel", "officeLabel", "iso", "start", "startPrecision"]},
    "results": {
        "bindings": [
            binding(
                person="http://www.wikidata.org/entity/Q900001", personLabel="Ada Borg", iso="MLT",
                officeLabel="Prime Minister of Malta", start="2031-04-04T00:00:00Z", startPrecision="11",
            ),
            binding(
                person="http://www.wikidata.org/entity/Q900009", personLabel="Q900009", iso="MLT",
                officeLabel="Prime Minister of Malta", start="2021-04-04T00:00:00Z", startPrecision="11",
            ),
        ]
    },
}  # fmt: skip


class Endpoint(BaseHTTPRequestHandler):
    """A server of our own that answers as the public endpoint does."""

    asked: ClassVar[list[str]] = []
    status, body = 200, json.dumps(RESULTS).encode()

    def do_GET(self) -> None:
        self.asked.append(parse_qs(urlsplit(self.path).query)["query"][0])
        self.send_response(self.status)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *args: Any) -> None:
        """Nothing on the screen."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_endpoint_is_asked_only_when_told_to(endpoint: str) -> None:
    asked = run("import", "--ask", "offices", "--country", "mlt", "--endpoint", endpoint)
    assert asked.exit_code == 0, asked.output
    assert '"MLT"' in Endpoint.asked[-1] and "P1313" in Endpoint.asked[-1]
    assert "1 statements without" in asked.output
    row = next(f for f in facts_added.record() if f.value == "Ada Borg")
    assert (row.subject, row.since, row.source) == ("MLT:prime minister", "2031-04-04", "Wikidata, Q900001")
    assert facts_added.sources()[0].stem == "wikidata-offices-MLT"


def test_a_dry_run_keeps_nothing(folder: Path) -> None:
    shown = run("import", str(file(folder, json.dumps(RESULTS), "r.json")), "--dry-run")
    assert "Prime Minister of Malta: held_by Ada Borg" in shown.output
    assert facts_added.sources() == ()


@pytest.mark.parametrize(
    "text", ["", "[]", '{"entities": 3}', '{"results": {"bindings": [{"start": 3}]}}', '{"results": {}}', "\x00"]
)
def test_what_is_no_extract_is_told(folder: Path, text: str) -> None:
    with pytest.raises(TableError, match="F208"):
        wikidata.read(file(folder, text, "x.json"))


def test_an_endpoint_that_is_not_there_or_no_address_is_told() -> None:
    for address in ("http://127.0.0.1:9/sparql", "file:///etc/passwd"):
        with pytest.raises(TableError, match="F210"):
            wikidata.ask("offices", "MLT", address)


def test_an_endpoint_that_refuses_or_answers_otherwise_is_told(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Endpoint, "status", 429)
    with pytest.raises(TableError, match=r"F210.*429"):
        wikidata.ask("memberships", "MLT", endpoint)
    monkeypatch.setattr(Endpoint, "status", 200)
    monkeypatch.setattr(Endpoint, "body", b"<html>down</html>")
    with pytest.raises(TableError, match="F208"):
        wikidata.ask("memberships", "MLT", endpoint)


def test_file_and_question_exclude_each_other() -> None:
    for args in ((), ("--ask", "offices"), ("--ask", "offices", "--country", "Malta"), ("x.json", "--ask", "offices")):
        assert run("import", *args).exit_code == 2
