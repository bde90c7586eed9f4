"""Every mark of a passage becomes a label of the wordpieces that its words are cut into, and of no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fogline.models.windows import LONGEST, open_tokenizer
from fogline.tables.files import DATA
from fogline.tuning.layers import layers
from fogline.tuning.passages import Passage, passages
from fogline.tuning.windows import Window, alone, windows

PASSAGE = """# made-001 | wire | Niger | 2020-02-03
[s1 [e1 The prefect of Diffa]] [q1 denied] [t on Monday] [c1 that [e2 gendarmes] had [a1 burned] [e3 the granary]].
[c2 "[e1 I] [a2 slept],"] [s2 [e1 he]] [q2 told] a reporter.
--
e1 person NER GOV
e2 force NER COP
e3 facility NER AGR
v1 office_holder deny indirect fact
v2 office_holder say direct experience
a1 denied CT- -1 ASSAULT:destroy e2 > e3
a2 done CT+ 2
"""


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    path = tmp_path / "made-01.txt"
    path.write_text(PASSAGE, encoding="utf-8")
    return passages(path)[0]


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return open_tokenizer(DATA / "weights" / "tokenizer.json")


def words(passage: Passage, window: Window, tokens: tuple[int, ...]) -> str:
    return passage.text[window.spans[tokens[0]].start : window.spans[tokens[-1]].end] if tokens else ""


def test_labels_stand_on_the_marked_words(passage: Passage, tokenizer: Any) -> None:
    (window,) = windows([passage], tokenizer)
    assert [words(passage, window, cue.cue) for cue in window.cues] == ["denied", "told"]
    assert [words(passage, window, cue.source) for cue in window.cues] == ["The prefect of Diffa", "he"]
    assert words(passage, window, window.cues[0].content) == "that gendarmes had burned the granary"
    assert [cue.voice.speech_act for cue in window.cues] == ["deny", "say"]
    acts = [(words(passage, window, (act.token,)), act.deed.status) for act in window.acts]
    assert acts == [("burned", "denied"), ("slept", "done")]
    named = [(passage.text[window.spans[a].start : window.spans[b].end], kind) for a, b, kind in window.entities]
    assert ("gendarmes", "force") in named and ("the granary", "facility") in named


SIDED = """# made-002 | wire | Niger | 2020-02-03
[e1 The army of [e2 Niger]] [a1 shelled] [e3 a village] on Monday. [e1 It] also [a2 seized] boats; [e4 Chad] protested.
Two of [e3 the villagers] were [a3 hurt].
--
e1 force NER MIL
e2 country NER -
e3 group NER CVL
e4 government TCD GOV
a1 done CT+ 3 ASSAULT:heavy-weapons@military e1 > e3
a2 done CT+ 3 COERCE:seize@ e1 > -
a3 done CT+ 3 ASSAULT e1 > e3
"""


def test_sides_stand_on_their_own_words_in_the_act_s_sentence(tmp_path: Path, tokenizer: Any) -> None:
    path = tmp_path / "made-02.txt"
    path.write_text(SIDED, encoding="utf-8")
    (window,) = windows(passages(path), tokenizer)
    shelled, seized, hurt = window.acts
    text = passages(path)[0].text

    def of(tokens: tuple[int, ...]) -> str:
        return " ".join(text[window.spans[n].start : window.spans[n].end] for n in tokens)

    assert (of(shelled.actor), of(shelled.recipient)) == ("The army of", "a village")
    assert (of(seized.actor), of(seized.recipient)) == ("It", "")
    assert of(seized.open) == "The army of Niger"  # another mention of the actor: neither right nor wrong
    assert of(hurt.actor).startswith("The army of") and of(hurt.recipient) == "the villagers"


def test_contexts_are_told_or_unknown(tmp_path: Path) -> None:
    path = tmp_path / "made-02.txt"
    path.write_text(SIDED, encoding="utf-8")
    assert [deed.contexts for deed in layers(passages(path)[0]).deeds] == [("military",), (), None]


def test_alone_each_sentence_has_its_own_labels(passage: Passage, tokenizer: Any) -> None:
    (single,) = alone([passage], tokenizer)
    assert [len(window.cues) for window in single] == [1, 1]
    assert [words(passage, window, window.cues[0].cue) for window in single] == ["denied", "told"]


def test_no_window_is_too_long_and_none_loses_a_word(tokenizer: Any, passage: Passage, tmp_path: Path) -> None:
    long = PASSAGE.replace("[e1 I] [a2 slept]", "[e1 I] [a2 slept]" + " and slept" * 200)
    path = tmp_path / "long-01.txt"
    path.write_text(long, encoding="utf-8")
    read = passages(path)
    cut = list(windows(read, tokenizer))
    assert len(cut) > 1
    assert max(len(window.ids) for window in cut) <= LONGEST
    covered = {i for window in cut for a, b in window.spans for i in range(a, b)}
    assert all(i in covered for i, letter in enumerate(read[0].text) if letter.isalnum())
