"""The corpus we wrote: its files follow the guide, and the reader of them says where one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.records import Span
from fogline.tuning.layers import faults, layers
from fogline.tuning.passages import CorpusError, Passage, passages, unmarked
from training.parts import CORPUS

GOOD = """\
# wire-chad-001 | wire | Chad | 2024-05-17
[s1 [e1 Chad's army]] [q1 denied] [t on Friday] [c1 that [e1 it] had [a1 shelled] [p Moundou], where [s2 [e2 a nurse]]
[q2 spoke of] [c2 [n 12 people] [a2 hurt]]].
--
e1 force TCD MIL
e2 person - CVL
v1 named_organisation deny indirect fact
v2 witnesses say indirect fact in v1
a1 denied CT- -1 ASSAULT:heavy-weapons e1 > -
a2 done CT+ 1 same a1
"""
FILES = sorted(CORPUS.glob("*/*.txt"))


def read(tmp_path: Path, content: str) -> Passage:
    path = tmp_path / "one.txt"
    path.write_text(content, "utf-8")
    (passage,) = passages(path)
    return passage


def test_marks_are_spans_of_the_bare_text(tmp_path: Path) -> None:
    passage = read(tmp_path, GOOD)
    assert passage.text.startswith("Chad's army denied on Friday that it had shelled Moundou")
    assert "[" not in passage.text
    assert [passage.words(span) for span in passage.spans("e1")] == ["Chad's army", "it"]


def test_voices_nest_and_acts_are_seen_by_the_innermost(tmp_path: Path) -> None:
    passage = read(tmp_path, GOOD)
    found = layers(passage)
    outer, inner = found.voices
    assert (outer.entity, inner.entity, inner.parent) == ("e1", "e2", "v1")
    shelling, hurting = found.deeds
    assert (shelling.voice, shelling.type, shelling.mode, shelling.actors) == (
        "v1",
        "ASSAULT",
        "heavy-weapons",
        ("e1",),
    )
    assert (hurting.voice, hurting.type, hurting.same) == ("v2", None, "a1")
    assert [passage.words(span) for span in (*found.times, *found.places, *found.counts)] == [
        "on Friday", "Moundou", "12 people",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[p Moundou]", "[p Moundou", "not closed"),
        ("[p Moundou]", "Moundou]", "closed twice"),
        ("[p Moundou]", "[x Moundou]", "no tag"),
        ("[p Moundou]", "[p ]", "no words"),
        ("e2 person - CVL\n", "", "e2: marked without a line"),
        ("[e2 a nurse]", "a nurse", "e2: marked without a line"),
        ("deny indirect", "refute indirect", "'refute' is none of"),
        ("ASSAULT:heavy-weapons", "ASSAULT:harsh", "no mode 'harsh'"),
        ("e1 > -", "e7 > -", "'e7' is no entity"),
        ("in v1", "in v9", "in v9, which has no line"),
        ("CT- -1", "CT- -4", "'-4' is none of"),
        ("| wire |", "| blog |", "register 'blog'"),
        ("--\n", "", "the line '--' is missing"),
        ("e2 person", "e1 person", "a tag has two lines"),
    ],
)
def test_what_breaks_the_guide_is_named_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "one.txt"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), "utf-8")
    (fault,) = faults(path)
    assert fault.startswith("one.txt:1")
    assert said in fault


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_follows_the_guide(path: Path) -> None:
    assert list(faults(path)) == []


def test_no_two_passages_share_an_id_or_a_text() -> None:
    read_in = [passage for path in FILES if not path.parent.name.startswith("second") for passage in passages(path)]
    assert len({passage.id for passage in read_in}) == len(read_in)
    assert len({passage.text for passage in read_in}) == len(read_in)


def test_unmarked_keeps_what_is_outside_of_brackets() -> None:
    text, marks = unmarked("A [t Friday] B")
    assert (text, marks[0].span) == ("A Friday B", Span(2, 8))
    with pytest.raises(CorpusError):
        unmarked("A ] B")


def test_what_is_marked_twice_has_one_text() -> None:
    firsts = {p.id: p.text for path in FILES if not path.parent.name.startswith("second") for p in passages(path)}
    seconds = {p.id: p.text for path in FILES if path.parent.name.startswith("second") for p in passages(path)}
    assert {name for name, text in seconds.items() if firsts.get(name) != text} == set()
