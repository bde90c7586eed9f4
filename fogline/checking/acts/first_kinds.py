"""What narrows a claim of the first: the words before its noun, an office, a clause behind; and if it is one of all."""

from __future__ import annotations

import re

from fogline.checking.acts.told import Told
from fogline.checking.story import Story
from fogline.records import Span
from fogline.tables.lexicon_senses import head_words, parted

PERIOD = re.compile(
    r"\bsince\b|\bever\b|\bso\s+far\b|\bhistory\b|\bthis\s+(?:year|month)\b|\bof\s+(?:the|its)\s+(?:year|month|war|kind|summer|winter|conflict)\b"
    r"|\bin\s+(?:[\w-]+\s+){1,4}(?:years?|months?|weeks?|decades?)\b|\bsuch\b", re.I
)  # fmt: skip
AS_SUCH = re.compile(
    r"(?:\b(?:was|is|were|as|it|marks?|marked|be|been|called\s+\w+)\s+(?:only\s+)?the|,\s+the|\b(?:its|their|his|her|our)|['’]s?)\s+$"
)


def narrowing(story: Story, span: Span, act: Told) -> frozenset[str]:
    """The words between "first" and its noun."""
    if act.predicate.kind != "noun" or act.at.start < span.end:
        return frozenset()
    return kinds(story.text[span.end : act.at.start])


def kinds(words: str) -> frozenset[str]:
    """The words that narrow a kind, in lower case.

    >>> sorted(kinds("such joint air"))
    ['air', 'joint']
    """
    return frozenset(w for w in re.findall(r"[\w’'-]+", words.lower()) if w not in head_words("idle"))


def in_office(story: Story, span: Span) -> frozenset[str]:
    """In what office: "his first trip there as envoy"."""
    match = re.match(
        r"[^.;,]{0,60}?\bas\s+(?:an?\s+|the\s+|[\w’]+['’]s\s+)?(?P<what>[a-z]+)\b(?!\s+as\b)", story.text[span.end :]
    )
    return (
        frozenset((match["what"],))
        if match and match["what"] not in ("part", "well", "many", "it", "they")
        else frozenset()
    )


def clause_behind(story: Story, span: Span) -> frozenset[str]:
    """What narrows it in a clause behind: "the first swap of the year that included women"."""
    rest = re.split(r"[,;.—–]|\bsince\b", story.text[span.end : story.sentence(span.start).end])[0]
    clause = re.search(r"\b(?:that|which|including|involving|to\s+include)\s+(.+)", rest, re.S)
    return kinds(clause[1]) if clause else frozenset()


def wide_senses(story: Story, t: Told) -> frozenset[str]:
    """The senses of an act, also of "set them free" and "found him guilty", whose words stand apart."""
    if t.predicate.kind != "verb":
        return t.senses
    behind = re.findall(r"[\w’'-]+", story.text[t.at.end : t.at.end + 60].lower())
    forms = parted().get(t.predicate.lemma.split()[0], ())
    return t.senses | {name for word, name in forms if word in behind}


def of_all(story: Story, sentence: Span, match: re.Match[str]) -> bool:
    """The first of all, not of a row: with a period told, or as what something was, or as somebody's."""
    before, after = story.text[sentence.start : match.start()], story.text[match.end() : sentence.end]
    return bool(PERIOD.search(after) or AS_SUCH.search(before) or match["ever"])
