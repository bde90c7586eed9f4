"""Agreement of two annotators: words for spans, labels beyond chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.tuning.passages import Passage, passages
from training.agreement import agreement, kappa

FIRST = """\
# wire-chad-001 | wire | Chad | 2024-05-17
[s1 [e1 The army]] [q1 denied] [c1 that [e1 it] had [a1 shelled] [p Moundou]]. [e2 Police] [a2 left] [p Doba].
--
e1 force TCD MIL
e2 force TCD COP
v1 named_organisation deny indirect fact
a1 denied CT- -1 ASSAULT@military+territory e1 > -
a2 done CT+ 3
"""


def read(folder: Path, content: str) -> Passage:
    path = folder / f"{len(content)}-{content.count('[')}.txt"
    path.write_text(content, "utf-8")
    return passages(path)[0]


def test_a_marking_agrees_with_itself(tmp_path: Path) -> None:
    passage = read(tmp_path, FIRST)
    figures = agreement([(passage, passage)])
    assert {name for name, value in figures.items() if value < 0.999} == {"time F1", "count F1"}  # nothing to agree on


def test_what_differs_costs_its_layer_only(tmp_path: Path) -> None:
    other = FIRST.replace("[p Doba]", "Doba").replace("a2 done CT+ 3", "a2 planned CT+ 1")
    figures = agreement([(read(tmp_path, FIRST), read(tmp_path, other))])
    assert figures["place F1"] == pytest.approx(2 / 3)
    assert figures["status kappa"] == pytest.approx(1 / 3)
    assert figures["act F1"] == figures["source F1"] == 1


def test_contexts_are_counted_one_by_one(tmp_path: Path) -> None:
    other = FIRST.replace("@military+territory", "@military+human_rights+legal")
    figures = agreement([(read(tmp_path, FIRST), read(tmp_path, other))])
    assert figures["context F1"] == pytest.approx(2 / 5)
    assert figures["type kappa"] == 1


def test_guessing_has_no_kappa() -> None:
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
