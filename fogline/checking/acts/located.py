"""Where a building or a site is said to stand: one thing of which the report has only one, in two places (C106)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from fogline.checking.acts.slots import NARROW
from fogline.checking.story import Story, Verdict, clean
from fogline.checking.telling.ties import places_apart
from fogline.records import Finding, Place, Span
from fogline.tables.lexicon_happenings import kinds_of
from fogline.tables.lexicon_numbers import singular
from fogline.tables.lexicon_senses import act_kinds

STANDS = r"(?:stands|stood|lies|lay|is|was|sits|sat|is\s+located|was\s+located|is\s+based|is\s+situated)\b"
BEHIND = re.compile(
    r"\s+(?:in|at|near|outside|on\s+the\s+(?:edge|outskirts)\s+of)\s+(?:the\s+(?:town|city|village)\s+of\s+)?$"
)
HERE = re.compile(rf",?\s+where\s+(?:the|its|their|that)\s+(?P<thing>(?:[\w’'-]+\s+){{1,4}}?){STANDS}")
STANDS_IN = re.compile(rf"\s+{STANDS}\s+(?:in|at|near|outside)\s+$")
PHRASE = re.compile(r"\b(?P<det>an?|the|this|that|its|their|his|her)\s+(?:[\w’'-]+\s+){0,4}$", re.I)


class Located(NamedTuple):
    """A thing and the place where it is said to be."""

    at: Span
    head: str
    definite: bool
    place: Place


def located(story: Story) -> Iterator[Finding]:
    """C106: two places for one building or site."""
    found = Sites(story)
    every = found.sites
    for i, a in enumerate(every):
        for b in every[i + 1 :]:
            if a.head == b.head and b.definite and found.single(a.head) and places_apart([a.place], [b.place]):
                yield _finding(story, a, b)
                return


class Sites:
    """The sites of one report."""

    def __init__(self, story: Story) -> None:
        self._story, self._text = story, story.text

    @cached_property
    def sites(self) -> list[Located]:
        """Every site with a place, in text order."""
        return [s for place in self._story.ledger.places if place.precision in NARROW for s in self._at(place)]

    def _at(self, place: Place) -> Iterator[Located]:
        start = max(0, place.start - 80)
        before = self._text[start : place.start]
        for link in (BEHIND.search(before), STANDS_IN.search(before)):
            if link and (site := self._ending(start + link.start(), place)):
                yield site
                return
        here = HERE.match(self._text, place.end)
        if here and (head := self._head(here["thing"])):
            yield Located(Span(*here.span("thing")), head, True, place)
            return

    def _ending(self, at: int, place: Place) -> Located | None:
        words = self._text[max(0, at - 60) : at]
        last = words.split()[-1:] or [""]
        head = self._head(last[0])
        det = PHRASE.search(words[: len(words) - len(last[0])])
        return (
            Located(Span(at - len(last[0]), at), head, det["det"].lower() not in ("a", "an"), place)
            if head and det
            else None
        )

    @staticmethod
    def _head(words: str) -> str:
        pattern, _ = kinds_of("target_kinds")
        found = [m[0] for m in pattern.finditer(words)]
        last = singular(words.rsplit(maxsplit=1)[-1]) if words.split() else ""
        return last if found or last in act_kinds("site") else ""

    def single(self, head: str) -> bool:
        """True if the report has one such thing: no plural, and brought in once at most."""
        word = re.escape(head)
        many = re.search(
            rf"\b{word}(?:s|es)\b|\b(?:another|second|other|both|two|nearby|neighbouring)\s+(?:[\w-]+\s+){{0,2}}{word}\b",
            self._text,
            re.I,
        )
        first = re.findall(rf"\ban?\s+(?:[\w-]+\s+){{0,3}}{word}\b", self._text, re.I)
        return not many and len(first) == 1


def _finding(story: Story, a: Located, b: Located) -> Finding:
    words = [clean(story.words((s.place.start, s.place.end))) for s in (a, b)]
    verdict = Verdict(
        "C106", "contradiction", "place", "medium",
        f"The {a.head} is placed in {words[0]} and in {words[1]}, and the report has only one.",
        "one thing cannot stand in two towns", "a second site of that kind, or one that moves",
    )  # fmt: skip
    return story.finding(verdict, (a.at, b.at))
