"""The tables of the ontology hold together: known types, known modes, scores and codes for each."""

from __future__ import annotations

from typing import Any

import pytest

from fogline.coding import scoring
from fogline.coding.algebra import Meaning
from fogline.errors import TableError
from fogline.records import EVENT_TYPES, FACTUALITIES, STATUSES
from fogline.tables import files, lexicon_acts, ontology

OPS = {"", "agree", "intend", "stop", "request", "reject", "accuse", "threaten", "do", "say", "try", "order", "fail"}


def test_every_entry_has_a_type_of_plover_or_an_operator() -> None:
    for entries in ontology.verb_senses().values():
        for entry in entries:
            assert entry.op in OPS and (entry.type in EVENT_TYPES or entry.op)
    for frame in ontology.frames().values():
        assert frame.type is None or frame.type in EVENT_TYPES


def test_every_type_has_a_score_a_code_and_an_intensity() -> None:
    for kind in EVENT_TYPES:
        code, goldstein = scoring.cameo(kind, None)
        assert code and goldstein is not None and scoring.plover_score(kind, None) is not None
        assert 0 <= scoring.intensity(kind, None, "promised") <= scoring.intensity(kind, None, "done") <= 10


def test_accuse_counts_as_conflict() -> None:
    assert scoring.plover_score("ACCUSE", None) == -3.0


def test_intensity_knows_status() -> None:
    ranks = [scoring.intensity("ASSAULT", "aerial", s) for s in ("denied", "possible", "threatened", "ordered", "done")]
    assert ranks == sorted(ranks) and ranks[0] == 0 and ranks[-1] > ranks[-2]
    assert set(scoring.WEIGHTS) == set(STATUSES)


def test_operators_leave_known_statuses_and_scores_in_range() -> None:
    known = {*STATUSES, "future", "vowed"}
    effects = [e for op in lexicon_acts.classes().values() for e in (op.plain, op.negated)]
    effects += [*lexicon_acts.hedges().values()]
    effects += [e for op in lexicon_acts.modals().values() for e in (op.plain, op.negated)]
    assert all(e.status in known and -3 <= e.score <= 3 for e in effects)
    assert len(FACTUALITIES) == 7


def test_the_lexicon_is_broad() -> None:
    assert len(ontology.verb_senses()) > 1500 and len(ontology.nouns()) > 900


def test_no_two_rows_of_a_verb_have_one_rank() -> None:
    ranks = [row["rank"] for row in files.rows("ontologies/plover/verbs.tsv", ontology.RANKED)]
    assert len(ranks) == len(set(ranks))


@pytest.mark.parametrize("table", [ontology.nouns, ontology.adjectives, ontology.frames, ontology.scores])
def test_a_key_that_stands_twice_is_refused(table: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = files.rows
    monkeypatch.setattr(files, "rows", lambda name, columns: (*real(name, columns), real(name, columns)[-1]))
    with pytest.raises(TableError, match=r"F202 ontologies/plover/\w+\.tsv: .* stands twice"):
        table.__wrapped__()


def test_a_cameo_code_stands_for_one_type() -> None:
    types = {kind for kind, _ in ontology.cameo()}
    assert types == set(EVENT_TYPES) == set(ontology.types_by_cameo().values())
    assert all(ontology.types_by_cameo()[code] == kind for (kind, _), (code, _) in ontology.cameo().items())


def test_a_meaning_has_a_type_of_plover() -> None:
    with pytest.raises(ValueError, match="no type of PLOVER"):
        Meaning("ATTACK")
