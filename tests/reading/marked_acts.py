"""Marked lines of acts: "The army [fired|done] first.", several words right where a slash stands between them."""

from __future__ import annotations

import re

from fogline.models import english
from fogline.reading.acts import find_acts
from fogline.reading.factuality import factuality
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|([\w/-]+)\]")


def assert_statuses(line: str) -> None:
    """Every marked word of the line is an act with one of the statuses behind its bar ("-": no act)."""
    text = MARK.sub(r"\1", line)
    acts = find_acts(Report("r", text), english.parse(text, sentences(text)), Reading())
    found = {text[a.trigger.start : a.trigger.end]: a.status for a in acts}
    marks = [(match[1], match[2].split("/")) for match in MARK.finditer(line)]
    assert marks
    assert not [(word, found.get(word)) for word, wanted in marks if found.get(word, "-") not in wanted]


def assert_read(line: str) -> None:
    """Every marked word of the line, found as an act or not, has one of the statuses behind its bar."""
    text = MARK.sub(r"\1", line)
    cut, wrong = 0, []
    for match in MARK.finditer(line):
        start = match.start() - cut
        cut += len(match[0]) - len(match[1])
        status = factuality(text, (start, start + len(match[1]))).status
        wrong += [(match[1], status)] if status not in match[2].split("/") else []
    assert cut
    assert not wrong
