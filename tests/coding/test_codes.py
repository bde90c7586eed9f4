"""A user's own ontology: its folder, which row an event gets, what is left out, and where its codes go."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import fogline
from fogline import line
from fogline.checking.across import compare
from fogline.cli import main
from fogline.coding.codes import fitting, recode
from fogline.errors import InputError, TableError
from fogline.export import FORMATS
from fogline.ingest import report_from_text
from fogline.models import english
from fogline.reading.sentences import sentences
from fogline.records import ONTOLOGY, Event, Ledger, RunnerUp
from fogline.tables import codes
from fogline.tables.codes import Code, Codes
from tests.factories import make_act, make_event, make_ledger
from tests.line.golden import ROOT, SAMPLES, read_sample

FOLDER, PAGE = ROOT / "samples" / "ontologies" / "incidents", ROOT / "docs" / "ontologies.md"
STATED = 'title = "Own"\nversion = "1"\nlicence = "CC0-1.0"\n'
HEADER = "code\ttype\tmode\tcontext\twords\n"


def own(*rows: Code) -> Codes:
    return Codes("Own 1", rows, "0" * 64)


def folder(where: Path, rows: str = "", *, header: str = HEADER, stated: str = STATED) -> Path:
    (where / "codes.tsv").write_text(header + rows, encoding="utf-8")
    (where / "PROVENANCE.toml").write_text(stated, encoding="utf-8")
    return where


def renamed(text: str, given: Codes) -> Ledger:
    """A text read in PLOVER, then recoded."""
    ready = sentences(text)
    parse = english.parse(text, ready)
    return recode(line.ledger(report_from_text(text), ready, parse), parse, given)


def kinds(ledger: Ledger) -> list[str]:
    return [event.type for event in ledger.events]


def rows_of(page: str, header: str) -> list[list[str]]:
    table = page.split(header)[1].split("\n\n", maxsplit=1)[0]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]


# The worked example --------------------------------------------------------------------------------------------


def test_the_page_shows_the_very_folder() -> None:
    page, table = PAGE.read_text(encoding="utf-8"), (FOLDER / "codes.tsv").read_text(encoding="utf-8")
    assert rows_of(page, "| code | type | mode |") == [row.split("\t") for row in table.splitlines()[1:]]


@pytest.mark.parametrize("row", rows_of(PAGE.read_text(encoding="utf-8"), "| sentence | PLOVER"), ids=lambda r: r[0])
def test_every_sentence_of_the_page_gets_its_code(row: list[str]) -> None:
    sentence, plover, code = row
    before = fogline.read(sentence)
    with codes.using(FOLDER):
        after = fogline.read(sentence)
    assert {" ".join(filter(None, (e.type, e.mode))) for e in before.events} == {plover}
    assert set(kinds(after)) == ({code} if code != "none" else set())


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda p: p.stem)
def test_only_the_names_of_events_change_in_a_sample(path: Path) -> None:
    before = read_sample(path)
    with codes.using(FOLDER):
        after = read_sample(path)
    assert replace(after, events=(), made_with=before.made_with) == replace(before, events=())
    there = {event.id: event for event in before.events}
    kept = {event.id for event in after.events}
    assert kept and kept <= set(there)
    for event in after.events:
        was = there[event.id]
        linked = replace(event, embedded_in=was.embedded_in, same_as=was.same_as)
        assert replace(linked, type=was.type, why=was.why, runners_up=was.runners_up) == was
        assert event.why.startswith(was.why) and f"Incidents 1 calls it {event.type}" in event.why
        assert {event.embedded_in, event.same_as} <= {*kept, None}


def test_the_ledger_says_what_it_was_coded_in() -> None:
    with codes.using(FOLDER):
        made = fogline.read("The army shelled the port.").made_with
    plain = fogline.read("The army shelled the port.").made_with
    assert (made.ontology, plain.ontology) == ("Incidents 1", ONTOLOGY)
    assert set(made.tables) - set(plain.tables) == {"ontology/codes.tsv"}


def test_a_report_that_cannot_be_read_names_the_ontology_too() -> None:
    with codes.using(FOLDER):
        lost = line.failed(report_from_text("x"), "ingest", InputError("F101", "nothing"))
    assert lost.made_with.ontology == "Incidents 1"


# Which row -----------------------------------------------------------------------------------------------------

TYPE, MODE = Code("type", "ASSAULT"), Code("mode", "ASSAULT", mode="aerial")
CONTEXT, WORDS = Code("context", "ASSAULT", context="military"), Code("words", "ASSAULT", words=frozenset(("attack",)))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((TYPE,), "type"),
        ((TYPE, CONTEXT), "context"),
        ((CONTEXT, MODE), "mode"),
        ((MODE, WORDS), "words"),
        ((WORDS, replace(MODE, code="two", context="military")), "two"),
        ((TYPE, replace(TYPE, code="another")), "another"),
        ((TYPE, replace(MODE, mode="drone"), replace(CONTEXT, context="legal")), "type"),
        ((TYPE, Code("raid", "ASSAULT", words=frozenset(("raid",)))), "type"),
        ((Code("aid", "AID"),), None),
    ],
)
def test_the_row_with_most_conditions_gives_the_code(rows: tuple[Code, ...], code: str | None) -> None:
    event = make_event(type="ASSAULT", mode="aerial", contexts=("military",))
    for order in (rows, rows[::-1]):
        found = fitting(order, event, {"attack"})
        assert (found.code if found else None) == code


def test_only_the_words_of_the_trigger_count() -> None:
    given = own(Code("clash", "ASSAULT", words=frozenset(("clash",))), Code("other", "ASSAULT"))
    text = "Rebels clashed with the army in Gao. The army shelled the town after the clash."
    assert kinds(renamed(text, given))[:2] == ["clash", "other"]


# What is left out ----------------------------------------------------------------------------------------------


def test_an_event_without_a_row_is_left_out_and_its_act_stays() -> None:
    text = "Moscow has threatened to attack Poland."
    after = renamed(text, own(Code("attack", "ASSAULT")))
    assert kinds(after) == ["attack"] and len(after.acts) == 2
    assert after.events[0].embedded_in is None
    both = renamed(text, own(Code("attack", "ASSAULT"), Code("threat", "THREATEN")))
    assert [e.embedded_in is not None for e in both.events] == [False, True]


def told_thrice() -> tuple[Event, ...]:
    first = make_event(id="e1", type="ASSAULT", act="a1")
    return first, replace(first, id="e2", act="a2", same_as="e1"), replace(first, id="e3", act="a2", same_as="e1")


def test_the_first_telling_that_is_kept_takes_the_place_of_one_left_out() -> None:
    text = make_ledger().text
    parse = english.parse(text, sentences(text))
    acts = (make_act("attacked", id="a1"), make_act("killing", id="a2"))
    ledger = make_ledger(acts=acts, events=told_thrice())
    after = recode(ledger, parse, own(Code("killing", "ASSAULT", words=frozenset(("kill",)))))
    assert [(e.id, e.same_as) for e in after.events] == [("e2", None), ("e3", "e2")]
    whole = recode(ledger, parse, own(Code("attack", "ASSAULT")))
    assert [e.same_as for e in whole.events] == [None, "e1", "e1"]


def test_types_that_lost_get_the_code_of_their_plain_row() -> None:
    text = make_ledger().text
    parse = english.parse(text, sentences(text))
    lost = tuple(RunnerUp(kind, score) for kind, score in (("PROTEST", 0.3), ("COERCE", 0.2), ("AID", 0.1)))
    rows = (
        Code("force", "ASSAULT"), Code("force", "COERCE"), Code("crowd", "PROTEST"), Code("relief", "AID", mode="x"),
    )  # fmt: skip
    (event,) = recode(make_ledger(acts=(make_act(),), events=(make_event(runners_up=lost),)), parse, own(*rows)).events
    assert event.runners_up == (RunnerUp("crowd", 0.3),)


def test_scores_stay_those_of_the_act() -> None:
    (event,) = renamed("The army shelled the port.", own(Code("kindness", "ASSAULT"))).events
    assert (event.type, event.mode, event.cameo, event.plover_score) == ("kindness", "heavy-weapons", "194", -9.5)


# The folder ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("raid\tATTACK\t\t\t\n", "F204.*'ATTACK'.*accepted: .*ASSAULT"),
        ("raid\tASSAULT\tvisit\t\t\n", "F204.*mode of ASSAULT.*'visit'.*accepted: nothing, abduct"),
        ("raid\tASSAULT\t\tnaval\t\n", "F204.*context.*'naval'.*military"),
        ("air raid\tASSAULT\t\t\t\n", "F204.*'air raid' is not one word"),
        ("\tASSAULT\t\t\t\n", "F204.*'' is not one word"),
        ("raid\tASSAULT\t\t\topen fire\n", "F204.*'open fire' is not one word"),
        ("raid\tASSAULT\n", "F202.*row 1 has 2 cells"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_what_is_accepted(rows: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=message):
        codes.load(folder(tmp_path, rows))


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ('title = "Own"\nversion = "1"\n', "F204.*licence is missing; accepted: title = "),
        ('title = "Own"\nversion = 1\nlicence = "x"\n', "F204.*version"),
        ('title = "PLOVER"\nversion = "2021"\nlicence = "x"\n', "F204.*another title"),
        ("title\n", "F204.*cannot be read"),
    ],
)
def test_a_folder_must_say_where_it_comes_from(stated: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=message):
        codes.load(folder(tmp_path, "raid\tASSAULT\t\t\t\n", stated=stated))


def test_other_columns_and_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"F202.*accepted: code, type"):
        codes.load(folder(tmp_path, header="code\ttype\n"))
    with pytest.raises(TableError, match=r"F204.*no codes.tsv and no PROVENANCE.toml.*accepted: a folder"):
        codes.load(tmp_path / "nowhere")


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    folder(tmp_path, "raid\tASSAULT\t\t\tRaid, foray\n")
    plain = (tmp_path / "codes.tsv").read_bytes()
    (tmp_path / "codes.tsv").write_bytes(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"))
    assert codes.load(tmp_path).rows == (Code("raid", "ASSAULT", words=frozenset(("raid", "foray"))),)


def test_the_order_of_rows_means_nothing(tmp_path: Path) -> None:
    rows = (FOLDER / "codes.tsv").read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    assert codes.load(folder(tmp_path, "".join(reversed(rows)))).rows == codes.load(FOLDER).rows


def test_an_ontology_is_in_use_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(codes.VARIABLE, str(FOLDER))
    assert kinds(fogline.read("The army shelled the port.")) == ["shelling"]
    monkeypatch.setenv(codes.VARIABLE, "")
    assert codes.in_use() is None
    with codes.using(FOLDER):
        assert codes.in_use() == codes.load(FOLDER)
    assert codes.in_use() is None


# The doors -----------------------------------------------------------------------------------------------------


def test_the_command_line_takes_a_folder(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("The army shelled the port.", encoding="utf-8")
    done = CliRunner().invoke(main, ["read", str(report), "--json", "--ontology", str(FOLDER)])
    assert done.exit_code == 0 and kinds(Ledger.from_json(done.stdout)) == ["shelling"]
    assert codes.in_use() is None
    wrong = CliRunner().invoke(main, ["read", str(report), "--ontology", str(tmp_path)])
    assert wrong.exit_code == 3 and re.match(r"fogline: F204 .*; accepted: a folder", wrong.stderr)
    assert not wrong.stdout


def test_worker_processes_use_it_too() -> None:
    texts = ["The army shelled the port.", "Rebels clashed with the army."]
    with codes.using(FOLDER):
        assert [kinds(ledger) for ledger in fogline.read_many(texts, jobs=2)] == [["shelling"], ["battle"]]


@pytest.mark.parametrize("name", ["plover", "cameo", "acled", "ucdp"])
def test_formats_made_of_plover_types_refuse_another_ontology(name: str, tmp_path: Path) -> None:
    ledger = renamed("The army shelled the port, killing nine people.", own(Code("COERCE", "ASSAULT")))
    with pytest.raises(InputError, match=r"F162.*'Own 1'.*accepted: ledgers coded in PLOVER 2021"):
        FORMATS[name].write([ledger], tmp_path / "events")
    assert not list(tmp_path.iterdir())
    FORMATS[name].write([fogline.read("The army shelled the port.")], tmp_path / "events")


@pytest.mark.parametrize("name", ["jsonl", "csv", "geojson", "webannotation"])
def test_formats_of_any_ontology_take_it(name: str, tmp_path: Path) -> None:
    ledger = renamed("The army shelled the port of Odesa.", own(Code("shots", "ASSAULT")))
    FORMATS[name].write([ledger], tmp_path / "out")
    files = [tmp_path / "out"] if (tmp_path / "out").is_file() else sorted((tmp_path / "out").iterdir())
    assert any("shots" in file.read_text(encoding="utf-8") for file in files)


def test_a_recoded_ledger_comes_back_whole() -> None:
    ledger = renamed("The army shelled the port of Odesa.", own(Code("T07/x", "ASSAULT")))
    assert Ledger.from_json(ledger.to_json()) == ledger


@pytest.mark.parametrize("code", ["", " ", "two words", " x", "x\n"])
def test_an_event_has_a_code_of_one_word(code: str) -> None:
    with pytest.raises(ValueError, match="event type"):
        make_event(type=code)


def test_reports_are_compared_alike_under_any_names() -> None:
    texts = ("Gunmen wounded 12 farmers near Gao on Friday.", "Gunmen wounded 17 farmers near Gao on Friday.")
    for code in ("ASSAULT", "AID"):
        (found,) = compare([renamed(text, own(Code(code, "ASSAULT"))) for text in texts])
        assert found.kind == "number"
