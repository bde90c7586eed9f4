"""Which of the two decides when acts are coded, the lexicon or the encoder: its answers are made up here."""

from __future__ import annotations

from dataclasses import replace

import numpy
import pytest

from fogline import coding
from fogline.models import english
from fogline.models.encoded import Answers, Encoded, answers
from fogline.models.heads import LABELS, columns
from fogline.models.parse import Parse
from fogline.reading import read_parsed
from fogline.reading.sentences import sentences
from fogline.records import Event, Reading, Report, Span

COLUMNS = columns(LABELS)
SURE = 12.0
Sides = dict[tuple[str, str], tuple[float, float]]


def read(text: str, types: dict[str, str], sides: Sides | None = None) -> tuple[Event, ...]:
    """The events of a text whose encoder says of some words what they are, and of pairs who acts and who is hit.

    Between several types of a word it cannot choose. Of every other word it says that it is no act; a word without a
    side is hardly one.
    """
    ready = sentences(text)
    plain = english.parse(text, ready)
    parse = replace(plain, encoded=Encoded((_window(plain, types, sides or {}),), ()))
    report = Report(id="t", text=text)
    found: Reading = read_parsed(report, parse, ready)
    return coding.code(report, parse, found)


def _window(parse: Parse, types: dict[str, str], sides: Sides) -> Answers:
    size = len(parse) + 2
    scores = numpy.zeros((size, COLUMNS["entity"].stop), dtype="float32")
    scores[:, COLUMNS["act"]] = -SURE
    scores[:, COLUMNS["status"].start + LABELS["status"].index("done")] = SURE
    scores[:, COLUMNS["context"]] = -SURE
    pointed = {}
    for k in range(len(parse)):
        if (kinds := types.get(parse.word(k))) is not None:
            scores[k + 1, COLUMNS["act"]] = SURE
            for kind in kinds.split(" or "):
                scores[k + 1, COLUMNS["type"].start + LABELS["type"].index(kind)] = SURE
            pointed[k + 1] = numpy.full((size, 2), 0.3)
            for j in range(len(parse)):
                pointed[k + 1][j + 1] = sides.get((parse.word(k), parse.word(j)), (0.3, 0.3))
    whole = Span(0, len(parse.text))
    inner = [Span(parse.starts[k], parse.ends[k]) for k in range(len(parse))]
    return answers((Span(0, 0), *inner, Span(whole.end, whole.end)), scores)._replace(sides=pointed)


def words(text: str, event: Event) -> tuple[list[str], list[str]]:
    return [text[p.start : p.end] for p in event.actors], [text[p.start : p.end] for p in event.recipients]


def test_the_encoder_codes_a_word_that_no_list_has() -> None:
    text = "Kenyan marines winkled out the rebels on Friday."
    (event,) = read(text, {"winkled": "COERCE"}, {("winkled", "marines"): (0.9, 0), ("winkled", "rebels"): (0, 0.9)})
    assert (event.type, event.by) == ("COERCE", "head:type")
    assert words(text, event) == (["Kenyan marines"], ["rebels"])
    assert "by the encoder, chance" in event.why


def test_an_unsure_encoder_leaves_the_lexicon_its_type() -> None:
    (event,) = read("Kenyan troops shelled the rebels.", {"shelled": "ACCUSE or ASSAULT"})
    assert event.type == "ASSAULT"
    assert event.runners_up[0].type == "ACCUSE"


def test_a_sure_one_stands_against_it_and_says_so() -> None:
    (event,) = read("Kenyan troops shelled the rebels.", {"shelled": "ACCUSE"})
    assert event.type == "ACCUSE"
    assert "over the lexicon, which has ASSAULT" in event.why


def test_what_it_is_sure_is_no_event_is_none() -> None:
    assert read("Kenyan troops shelled the peas for the rebels.", {"shelled": "none"}) == ()


def test_runners_up_stand_by_chance_and_leave_out_no_event() -> None:
    (event,) = read("Kenyan troops shelled the rebels.", {"shelled": "COERCE or ASSAULT"})
    scores = [other.score for other in event.runners_up]
    assert scores == sorted(scores, reverse=True)
    assert "none" not in {other.type for other in event.runners_up}


def test_an_incident_is_as_likely_as_its_surest_word() -> None:
    text = "A strike destroyed two depots of the rebels."
    (doubtful,) = read(text, {"strike": "ASSAULT or none", "destroyed": "ASSAULT or none"})
    (sure,) = read(text, {"strike": "ASSAULT or none", "destroyed": "ASSAULT"})
    assert [text[a:b] for a, b in sure.evidence] == ["strike", "destroyed"]
    assert chance_of(sure) > chance_of(doubtful)


def chance_of(event: Event) -> float:
    return float(event.why.partition(", chance ")[2].partition(";")[0])


@pytest.mark.parametrize(("chance", "kept"), [(0.02, []), (0.5, ["Kenyan troops"]), (0.98, ["Kenyan troops"])])
def test_whom_the_parse_names_falls_only_where_the_encoder_doubts_it(chance: float, kept: list[str]) -> None:
    text = "Kenyan troops shelled the rebels."
    (event,) = read(text, {"shelled": "ASSAULT"}, {("shelled", "troops"): (chance, 0)})
    assert words(text, event)[0] == kept


def test_it_adds_one_whom_the_parse_does_not_reach() -> None:
    text = "For the rebels Friday brought shelling without end, Kenyan marines aboard two ships having the range."
    sides = {("shelling", "marines"): (0.97, 0.0), ("shelling", "rebels"): (0.0, 0.97)}
    (event,) = read(text, {"shelling": "ASSAULT"}, sides)
    assert words(text, event) == (["Kenyan marines"], ["rebels"])


BARRED = """
Nations which have conducted strikes include Chad. | strikes | Chad
The envoy flew to Berlin, Germany for a meeting with the rebels. | meeting | Germany
The army seized the port that Mali held. | seized | Mali
The minister commented on the delivery of aid to the rebels. | delivery | minister
They mourn the victims of Saturday's attack in Gao. | attack | Saturday
The liberation of Gao will free the farmers. | free | liberation
"""


@pytest.mark.parametrize("row", BARRED.strip().splitlines())
def test_whom_grammar_rules_out_is_no_side_however_sure_the_encoder(row: str) -> None:
    text, act, barred = row.split(" | ")
    kinds = {"meeting": "CONSULT", "seized": "COERCE", "delivery": "AID", "free": "RETREAT"}
    (event,) = read(text, {act: kinds.get(act, "ASSAULT")}, {(act, barred): (0.99, 0.99)})
    actors, recipients = words(text, event)
    assert barred not in (*actors, *recipients)


def test_a_pronoun_beside_the_one_it_means_is_left_out() -> None:
    text = "When he met the envoy, the president was late."
    (event,) = read(text, {"met": "CONSULT"}, {("met", "president"): (0.99, 0.0), ("met", "he"): (0.99, 0.0)})
    assert words(text, event)[0] == ["president"]


def test_two_private_people_who_meet_are_no_event() -> None:
    for whom, told in (("carpenter", 0), ("minister", 1)):
        found = read(f"In Amman, I meet a {whom}.", {"meet": "CONSULT"}, {("meet", whom): (0.0, 0.97)})
        assert len(found) == told


def test_a_strike_is_told_by_what_it_destroyed() -> None:
    text = "Near Gao, one strike destroyed a bunker."
    (event,) = read(text, {"strike": "ASSAULT or none or AID", "destroyed": "ASSAULT"})
    assert [text[a:b] for a, b in event.evidence] == ["strike", "destroyed"]
