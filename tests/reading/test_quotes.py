"""Quoted passages: the marked line is both input and expectation; ⟦ ⟧ stand around each outer passage."""

from __future__ import annotations

import re

import pytest

from fogline.reading.quotes import paragraphs, quotes
from fogline.reading.sentences import sentences

CASES = """
The envoy said ⟦“we will stay in Goma”⟧ on Monday.
The envoy said ⟦"we will stay in Goma"⟧ on Monday.
⟦«We will stay»⟧, the envoy said.
⟦''We will stay in Goma,''⟧ the envoy said.
The mayor called it ⟦‘a needed step to guard Odesa’s harbour.’⟧ His words met ⟦‘doubts.’⟧
The mayor's aide called the ministers' plan ⟦'a very bad one'⟧, in the style of the '90s.
The ⟦‘many crews’⟧ of the owners’ fleet left the harbour’s pier.
⟦“He told us ‘go home’ and we did,”⟧ the sailor said.
⟦"They lost.⟧ The mayor left the hall at noon.
He is 5'10" tall and rock 'n' roll is his trade.
The crew of the ship’s tender saw nothing.
⟦“Never!”⟧ she said. ⟦“Not again.”⟧
"""
OUTER = re.compile("[⟦⟧]")


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_passages(line: str) -> None:
    text = OUTER.sub("", line)
    expected = re.findall("⟦(.*?)⟧", line)
    assert [text[q.start : q.end] for q in quotes(text, sentences(text)) if q.depth == 0] == expected


def test_an_inner_passage_stands_one_level_down() -> None:
    text = "“He told us ‘go home at once’ and we did,” the sailor said."
    assert [(text[q.start : q.end], q.depth) for q in quotes(text, sentences(text))] == [
        ("“He told us ‘go home at once’ and we did,”", 0),
        ("‘go home at once’", 1),
    ]


def test_a_stray_mark_costs_its_sentence_only() -> None:
    text = '"They lost the bridge. The mayor left.\n\nThe bridge was "rebuilt" in May. Boats passed.'
    assert [text[q.start : q.end] for q in quotes(text, sentences(text))] == ['"They lost the bridge.', '"rebuilt"']


def test_a_passage_reopened_in_the_next_paragraph_runs_on() -> None:
    text = "“We lost the bridge.\n\n“We shall rebuild it.”\n\nThe mayor left."
    first, second = quotes(text, sentences(text))
    assert first.runs_on and not second.runs_on
    assert text[first.start : first.end] == "“We lost the bridge."


def test_two_or_three_quoted_words_are_scare_quotes() -> None:
    text = "The “special mission” ended. “It ended in May,” the envoy said."
    assert [q.scare for q in quotes(text, sentences(text))] == [True, False]


def test_paragraphs_break_where_a_line_ends_with_its_sentence() -> None:
    text = "The former U.S.\nenvoy left Goma.\nThe crew stayed. It rained."
    assert [text[a:b] for a, b in paragraphs(text, sentences(text))] == [
        "The former U.S.\nenvoy left Goma.",
        "The crew stayed. It rained.",
    ]


def test_a_page_of_stray_marks_is_read_in_linear_time() -> None:
    text = "It's the “end, he said ‘so. " * 4000
    assert quotes(text, sentences(text))


def test_doubled_marks_of_a_tables_cell_are_marks_of_their_own() -> None:
    cell = '"""We saw no troops,"" a fisherman told the court, ""only smoke."""'
    assert [cell[q.start : q.end] for q in quotes(cell, sentences(cell))] == [
        '""We saw no troops,""',
        '""only smoke.""',
    ]
    plain = 'The mayor said: ""The port is open. We will rebuild it."" He left.'
    assert [plain[q.start : q.end] for q in quotes(plain, sentences(plain))] == [
        '""The port is open. We will rebuild it.""'
    ]
