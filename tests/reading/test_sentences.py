"""Sentence boundaries: `|` marks where a sentence of ours ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.reading.sentences import LONGEST, is_wrapped, sentences

CASES = (
    "The visit was arranged by the former U.S.\nPresident in May.| It failed.",
    "Troops left the U.S. in March.| In the U.S. nobody noticed.",
    "He lives in the U.S.| The army said so.",
    "Lt. Gen. Orlov and Maj. Petrov spoke at 5 p.m. on Nov. 3 near St. Anne.| Nobody asked.",
    "The talks ended at 5 p.m.| The envoys left.",
    "‘We will protect Ukraine’s ports and Odesa’s silos.’| His words were noted.",
    "“They struck a school.”| The governor wept.",
    "“Are we at war?” the minister asked.| “No.”| She left.",
    "“Stop!” shouted the guard.| Nobody stopped.",
    "The brigade (see No. 5) moved.| Col. A. B. Haddad led it.",
    "The navy lost 1.5 tonnes of fuel.| Costs rose 3.4 percent.",
    "Shelling resumed… and stopped.| Then silence.",
    "GENEVA TALKS COLLAPSE|\nGENEVA, Nov. 3 — |The envoys left.",
    "BEIRUT, Nov. 3 (Example Wire) — |A blast shook the port.| Nobody was hurt.",
    "PORT SUDAN — |“We left at night,” she said.",
    "They left the capital.[3] |Colonel Orhan announced new patrols.[note 4]",
    "NATO - a bloc of 32 states - met.| It decided nothing.",
    "First paragraph without a stop|\n\nSecond paragraph.",
    "«Мы не отступим.»| The spokesman repeated it.",
    "He said: “We won. |We stay.”| It rained.",
    "They met the U.N. envoy, the E.U. commissioner and the U.K. minister.| All agreed.",
    "Vehicles, fuel, etc. were lost.| More came.",
)


@pytest.mark.parametrize("marked", CASES)
def test_boundaries(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [text[s.start : s.end] for s in sentences(text)] == expected


def test_wrapped_prose_is_joined_across_its_lines() -> None:
    line = "The column of trucks reached the river crossing late in the evening and the"
    text = "\n".join([line] * 6) + " rain fell.\nA second sentence began here."
    assert is_wrapped(text)
    assert len(sentences(text)) == 2


def test_an_endless_sentence_is_cut() -> None:
    found = sentences("word " * 10_000)
    assert len(found) > 5
    assert max(s.end - s.start for s in found) <= LONGEST


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    found = sentences(text)
    edges = [0, *(edge for s in found for edge in (s.start, s.end)), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in found)
