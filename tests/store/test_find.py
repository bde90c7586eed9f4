"""Searching a case: words, filters, pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.errors import StoreError
from fogline.records import Attribution, Claim, EventTime, Ledger, Participant
from fogline.store import Case, Query, open_case
from tests.factories import (
    at,
    full_ledger,
    make_act,
    make_attribution,
    make_entity,
    make_event,
    make_ledger,
    make_place,
    make_report,
)

DENIAL = "Moscow denied on Monday that its jets had bombed a bridge near Zaporizhzhia Région."


def denial() -> Ledger:
    """Moscow denies a bombing of the day before: a voice, its claim, a denied event at a place."""
    content = at("its jets had bombed a bridge near Zaporizhzhia Région", DENIAL)
    moscow = make_entity("Russia", id="russia", country="RUS", sector="GOV")
    voice = Attribution(
        "v2", (at("Moscow", DENIAL),), (at("denied", DENIAL),), (content,), "russia", "named_organisation", "RUS",
        "GOV", "indirect",
    )  # fmt: skip
    claim = Claim("c2", (content,), "v2", "deny", True)
    place = make_place("Zaporizhzhia", DENIAL, id="p2")
    event = make_event(
        "bombed", DENIAL, id="e2", status="denied", claim="c2", place="p2", mode="aerial",
        actors=(Participant("russia", *at("its jets", DENIAL)),), recipients=(), casualties=(),
        time=EventTime(None, "2025-10", ("2025-10-01", "2025-10-31"), ("2025-10-01", "2025-10-31")),
    )  # fmt: skip
    return make_ledger(
        make_report(DENIAL, id="r2", outlet="Steppe Post", published="2025-11", title=None),
        entities=(moscow,),
        attributions=(voice,),
        claims=(claim,),
        places=(place,),
        acts=(make_act("bombed", DENIAL, id="a2", claim="c2", status="denied", because=()),),
        events=(event,),
    )


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with open_case(tmp_path_factory.mktemp("find") / "case.fogline") as opened:
        opened.put([full_ledger(), denial()])
        yield opened


@pytest.mark.parametrize(
    ("query", "reports"),
    [
        (Query(kind="event"), ["r1", "r2"]),
        (Query(kind="event", status="denied"), ["r2"]),
        (Query(kind="event", type="assault"), ["r1", "r2"]),
        (Query(kind="event", type="AID"), []),
        (Query(kind="event", speech_act="deny"), ["r2"]),
        (Query(kind="event", actor="REBELS"), ["r1"]),
        (Query(kind="event", actor="russia"), ["r2"]),
        (Query(kind="event", actor="RUS"), ["r2"]),
        (Query(kind="event", actor="RUSGOV"), ["r2"]),
        (Query(kind="event", actor="RUSMIL"), []),
        (Query(kind="event", actor="100%"), []),
        (Query(kind="event", recipient="port"), ["r1"]),
        (Query(kind="event", voice="moscow"), ["r2"]),
        (Query(kind="act", voice="ministry"), ["r1"]),
        (Query(kind="voice", voice="Russia"), ["r2"]),
        (Query(kind="event", place="zaporizhzhia"), ["r2"]),
        (Query(kind="event", country="rus"), ["r2"]),
        (Query(kind="place", country="UA"), ["r1", "r2"]),
        (Query(kind="event", since="2025-11"), ["r1"]),
        (Query(kind="event", until="2025-10-15"), ["r2"]),
        (Query(kind="event", since="2025-10-31", until="2025-11-14"), ["r1", "r2"]),
        (Query(kind="event", since="2025-11-15"), []),
        (Query(kind="finding", since="1900"), []),
        (Query(kind="report", published_since="2025-11-25"), ["r2"]),
        (Query(kind="report", published_until="2025-11-19"), ["r2"]),
        (Query(kind="report", outlet="harbour wire"), ["r1"]),
        (Query(kind="finding", category="dispute", certainty="high"), ["r1"]),
        (Query(kind="finding", certainty="low"), []),
        (Query(code="C101"), ["r1"]),
        (Query(kind="claim", text="bomb"), ["r2"]),
        (Query(kind="event", text="attacking drone*"), ["r1"]),
        (Query(kind="claim", text="regions"), ["r2"]),
        (Query(kind="event", text='"port of Odesa"'), ["r1"]),
        (Query(kind="event", text='"of port"'), []),
        (Query(kind="report", text="harbour"), ["r1"]),
        (Query(kind="event", text="harbour"), []),
        (Query(text="bridge", report="r1"), []),
        (Query(kind="report", text='NOT "(" bridge OR'), []),
        (Query(kind="report", text="jets AND* bridge"), []),
    ],
)
def test_filters(case: Case, query: Query, reports: list[str]) -> None:
    assert [row.report for row in case.find(query)] == reports


def test_a_found_row_shows_its_words_and_its_report(case: Case) -> None:
    row = next(case.find(Query(kind="event", status="denied")))
    assert row.context == "bombed"  # no sentence holds it
    assert (row.entry, row.words, row.outlet, row.published) == ("e2", "bombed", "Steppe Post", "2025-11")
    assert DENIAL[row.start : row.end] == "bombed"
    assert (row.type, row.mode, row.speech_act, row.first, row.last) == (
        "ASSAULT", "aerial", "deny", "2025-10-01", "2025-10-31",
    )  # fmt: skip


def test_acts_show_their_sentence_and_findings_their_quotes(case: Case) -> None:
    act = next(case.find(Query(kind="act", report="r1")))
    assert (act.words, act.context.split()[:2]) == ("attacked", ["The", "ministry"])
    finding = next(case.find(Query(kind="finding")))
    assert finding.context == "killing at least 12 people … only three people had died"


def test_pages_follow_each_other_without_gap_or_overlap(case: Case) -> None:
    whole = list(case.find(Query()))
    seen, after = [], 0
    while page := list(case.find(Query(after=after, limit=3))):
        assert len(page) <= 3
        seen += page
        after = page[-1].cursor
    assert seen == whole
    assert len(list(case.find(Query(limit=0)))) == 0


def test_long_answers_come_in_pages(tmp_path: Path) -> None:
    ledgers = [make_ledger(make_report(f"Patrol {i} returned.", id=f"p{i}")) for i in range(450)]
    with open_case(tmp_path / "case.fogline") as opened:
        opened.put(ledgers)
        assert len(list(opened.find(Query(text="patrols")))) == 450
        assert len(list(opened.find(Query(limit=333)))) == 333


def test_a_replaced_ledger_is_no_longer_found(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.fogline") as opened:
        opened.put([full_ledger()])
        opened.put([full_ledger(events=(), attributions=(make_attribution(style="mixed"),))])
        assert list(opened.find(Query(kind="event"))) == []
        assert [row.mode for row in opened.find(Query(kind="voice"))] == ["mixed"]
        assert list(opened.find(Query(kind="event", text="rebels"))) == []


@pytest.mark.parametrize(
    ("asked", "accepted"),
    [
        ({"kind": "events"}, "event"),
        ({"status": "dnoe"}, "done"),
        ({"speech_act": "denies"}, "deny"),
        ({"category": "conflict"}, "dispute"),
        ({"certainty": "sure"}, "high"),
        ({"since": "last week"}, "2025-11-20"),
        ({"until": "2025-13"}, "2025-11"),
    ],
)
def test_a_wrong_question_names_what_can_be_asked(asked: dict[str, str], accepted: str) -> None:
    with pytest.raises(StoreError, match="F308") as caught:
        Query(**asked)  # type: ignore[arg-type]
    assert accepted in str(caught.value.accepted)


def test_text_without_a_word_is_refused(case: Case) -> None:
    with pytest.raises(StoreError, match="F308"):
        list(case.find(Query(text='"" !?')))
