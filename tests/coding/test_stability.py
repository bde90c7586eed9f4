"""What must not matter does not: the order of rows and reports, the names of types, which country is which.

Each is shown twice: for the rules alone, and with the encoder as it ships.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from fogline import line
from fogline.coding import code
from fogline.ingest import report_from_text
from fogline.models import encoder, english
from fogline.models.neutral import neutral
from fogline.models.parse import Parse
from fogline.reading import read_parsed
from fogline.reading.sentences import sentences
from fogline.records import EVENT_TYPES, Event, Ledger, Report, Sentence
from fogline.tables import codes, files
from tests.coding.countries import COUNTRIES, TOLD, Told
from tests.line.golden import SAMPLES, report_of

Rows = tuple[files.Row, ...]
GivingRows = Callable[[Callable[[str, Rows], Rows]], None]
ONTOLOGIES = "ontologies/"
SEEDS = range(4)
OPAQUE = {kind: f"T{number:02}" for number, kind in enumerate(sorted(EVENT_TYPES), start=1)}
EXCHANGED = dict(zip(EVENT_TYPES, (*EVENT_TYPES[::-1],), strict=True))  # ASSAULT is called AGREE, AGREE ASSAULT ...
ROTATED = dict(zip(EVENT_TYPES, (*EVENT_TYPES[5:], *EVENT_TYPES[:5]), strict=True))


class Parsed(NamedTuple):
    """A report with its sentences and its parse, which no table of the ontology has a part in."""

    report: Report
    ready: tuple[Sentence, ...]
    parse: Parse

    def events(self) -> tuple[Event, ...]:
        return code(self.report, self.parse, read_parsed(self.report, self.parse, self.ready))

    def ledger(self) -> Ledger:
        return line.ledger(self.report, self.ready, self.parse)


def parsed(report: Report) -> Parsed:
    ready = sentences(report.text)
    return Parsed(report, ready, english.parse(report.text, ready))


ENCODERS = ("off", "shipped")


@pytest.fixture(params=ENCODERS, autouse=True)
def encoder_in_use(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Read without the encoder, and with it."""
    monkeypatch.setenv("FOGLINE_ENCODER", "off" if request.param == "off" else str(files.DATA / "weights"))
    forget_encoder()
    yield request.param
    forget_encoder()


def forget_encoder() -> None:
    for held in (encoder._loaded, encoder.digests, line.made_with):
        held.cache_clear()


def texts() -> tuple[Parsed, ...]:
    """The samples, and every sentence of `countries`, as read by the encoder in use."""
    return _texts(encoder.folder() is not None)


@cache
def _texts(heard: bool) -> tuple[Parsed, ...]:
    reports = [report_of(path) for path in sorted(SAMPLES.glob("*.md"))]
    found = tuple(parsed(report) for report in (*reports, *(sentence(told.text) for told in TOLD)))
    assert all((one.parse.encoded is not None) == heard for one in found)
    return found


def sentence(text: str) -> Report:
    return report_from_text(text, published="2025-11-20")


def ontology_tables() -> set[str]:
    return {path.relative_to(files.DATA).as_posix() for path in (files.DATA / ONTOLOGIES).rglob("*.tsv")}


def told(events: Sequence[Event]) -> list[tuple[str, str | None, str]]:
    return [(event.type, event.mode, event.status) for event in events]


# (a) The order of rows -----------------------------------------------------------------------------------------


def forget() -> None:
    """Drop every table that a module keeps, so that it is read again."""
    rooms = ("fogline.tables.", "fogline.reading.", "fogline.coding.")
    for name in [name for name in sys.modules if name.startswith(rooms)]:
        for held in vars(sys.modules[name]).values():
            if hasattr(held, "cache_clear"):
                held.cache_clear()


@pytest.fixture
def with_rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[GivingRows]:
    """Give the tables of the ontologies other rows than their files have."""
    real = files.rows

    def give(change: Callable[[str, Rows], Rows]) -> None:
        def rows(name: str, columns: tuple[str, ...]) -> Rows:
            held = real(name, columns)
            return change(name, held) if name.startswith(ONTOLOGIES) else held

        forget()
        monkeypatch.setattr(files, "rows", rows)

    yield give
    monkeypatch.undo()
    forget()


def shuffled(seed: int, name: str, rows: Rows) -> Rows:
    return tuple(Random(f"{seed} {name}").sample(rows, len(rows)))


def reranked(seed: int, name: str, rows: Rows) -> Rows:
    """Shuffled, and the ranks written anew in that order: no longer the same table."""
    moved = shuffled(seed, name, rows)
    return tuple({**row, "rank": str(n)} if "rank" in row else row for n, row in enumerate(moved))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_rows_never_changes_an_event(seed: int, with_rows: GivingRows) -> None:
    before = [one.events() for one in texts()]
    touched: set[str] = set()

    def change(name: str, rows: Rows) -> Rows:
        touched.add(name)
        return shuffled(seed, name, rows)

    with_rows(change)
    assert [one.events() for one in texts()] == before
    assert touched == ontology_tables()


def test_other_ranks_would_change_events(with_rows: GivingRows) -> None:
    before = [one.events() for one in texts()]
    with_rows(lambda name, rows: reranked(1, name, rows))
    assert [one.events() for one in texts()] != before


# (b) The names of types ----------------------------------------------------------------------------------------


def folder(where: Path, names: Mapping[str, str], order: Sequence[str]) -> Path:
    """An ontology that only renames PLOVER's types."""
    where.mkdir()
    rows = "".join(f"{names[kind]}\t{kind}\t\t\t\n" for kind in order)
    (where / "codes.tsv").write_text(f"code\ttype\tmode\tcontext\twords\n{rows}", encoding="utf-8")
    (where / "PROVENANCE.toml").write_text('title = "Named"\nversion = "1"\nlicence = "CC0-1.0"\n', encoding="utf-8")
    return where


def named_back(ledger: Ledger, names: Mapping[str, str]) -> tuple[Event, ...]:
    back = {name: kind for kind, name in names.items()}
    return tuple(
        replace(
            event,
            type=back[event.type],
            runners_up=tuple(replace(one, type=back[one.type]) for one in event.runners_up),
            why=event.why.partition(" Named 1 calls it ")[0],
        )
        for event in ledger.events
    )


@pytest.mark.parametrize("names", [OPAQUE, EXCHANGED, ROTATED], ids=["opaque", "exchanged", "rotated"])
def test_other_names_give_the_same_events(names: Mapping[str, str], tmp_path: Path) -> None:
    before = [one.ledger() for one in texts()]
    assert {event.type for ledger in before for event in ledger.events} == set(EVENT_TYPES)
    assert any(event.runners_up for ledger in before for event in ledger.events)
    for order in (EVENT_TYPES, sorted(EVENT_TYPES, key=lambda kind: kind[::-1])):
        with codes.using(folder(tmp_path / order[0], names, order)):
            after = [one.ledger() for one in texts()]
        for was, now in zip(before, after, strict=True):
            assert [event.type for event in now.events] == [names[event.type] for event in was.events]
            assert named_back(now, names) == was.events
            assert replace(now, events=(), made_with=was.made_with) == replace(was, events=())


# (c) Which country is which ------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case.text[:40])
def test_two_countries_that_change_places_change_nothing_else(case: Told, encoder_in_use: str) -> None:
    swapped = case.swapped
    assert swapped != case.text and case._replace(text=swapped).swapped == case.text
    one, other = parsed(sentence(case.text)).ledger(), parsed(sentence(swapped)).ledger()
    assert told(one.events) == told(other.events)
    assert [act.status for act in one.acts] == [act.status for act in other.acts]
    assert encoder_in_use != "off" or case.type in [event.type for event in one.events]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", SEEDS[:2])
def test_all_countries_that_change_places_in_a_report_change_no_type(path: Path, seed: int) -> None:
    report = report_of(path)
    moved = sentence(renamed(report.text, dict(zip(COUNTRIES, Random(seed).sample([*COUNTRIES], 41), strict=True))))
    one, other = parsed(report).events(), parsed(moved).events()
    assert [event.type for event in one] == [event.type for event in other]


def renamed(text: str, to: Mapping[str, str]) -> str:
    """The text with every country, its people and its capital exchanged for another."""
    turned = {old: new for one, other in to.items() for old, new in zip(COUNTRIES[one], COUNTRIES[other], strict=True)}
    names = "|".join(re.escape(name) for name in sorted(turned, key=len, reverse=True))
    return re.sub(rf"\b({names})(?=s?\b)", lambda found: turned[found[0]], text)


def test_the_encoder_reads_the_same_whichever_country_it_is() -> None:
    assert len({neutral(f"{name} met an {people} in {seat}.")[0] for name, people, seat in COUNTRIES.values()}) == 1
    assert neutral("Nobody is named.").text == "Nobody is named."


@pytest.mark.parametrize("text", ["PEACE IS NEAR", "WHO IS next?", "It is over."])
def test_is_in_capitals_is_a_group_but_in_headlines(text: str) -> None:
    assert neutral("Families fled IS on foot.").text == "Families fled ISIL on foot."
    assert neutral(text).text == text


def test_the_sentences_cover_every_type_and_many_countries() -> None:
    assert {case.type for case in TOLD} == set(EVENT_TYPES)
    assert len(TOLD) >= 40 and len(COUNTRIES) >= 20
    assert {name for case in TOLD for name in (case.one, case.other)} == set(COUNTRIES)


def test_another_verb_is_another_event() -> None:
    one, other = (parsed(sentence(f"Iran {verb} Israel.")).events() for verb in ("attacked", "praised"))
    assert told(one) != told(other)


# (d) The order of reports --------------------------------------------------------------------------------------


def test_the_order_of_reports_never_changes_a_ledger() -> None:
    reports = [one.report for one in texts()]
    before = {ledger.report.id: ledger.to_json() for ledger in line.ledgers(reports)}
    assert len(before) == len(reports)
    for seed in SEEDS[:2]:
        moved = Random(seed).sample(reports, len(reports))
        assert moved != reports
        assert {ledger.report.id: ledger.to_json() for ledger in line.ledgers(moved)} == before
