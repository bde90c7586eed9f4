"""One happening, one slot, two values: its day, place, means, doer or target (C103, C106, C107, C108, C109).

Two tellings of one happening in one voice (`ties`) are held against each other slot by slot. A finding needs one
slot only at odds: where day and place both differ there are two happenings. Silent where one value may be the other: a
night and the next day, towns near each other, a rocket and a missile, an army and its country, a market and the shop in
it; and where either sentence names more than one value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from fogline.checking.dating.told_days import days_apart, near_in_time
from fogline.checking.story import Story, Verdict, clean, story_of
from fogline.checking.telling.doers import Doer, doers, exclude
from fogline.checking.telling.happenings import Telling
from fogline.checking.telling.particulars import retold
from fogline.checking.telling.ties import Ties, places_apart, unknown_apart
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.lexicon_happenings import kinds_of, means_together

Values = tuple[str, str] | None
NAMES = {"C103": "date", "C106": "place", "C107": "weapon", "C108": "actor", "C109": "recipient"}
WHAT = {
    "C103": "put on",
    "C106": "put at",
    "C107": "told with the means",
    "C108": "laid to",
    "C109": "told as hitting the",
}


def check_one_happening(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C103, C106 to C109: one voice gives one happening two days, places, means, doers or targets."""
    story = story_of(ledger)
    slots = Slots(story)
    seen: set[tuple[str, int, int]] = set()
    for a, b, tie in Ties(story).pairs(slots.differ):
        for code, values in slots.at_odds(a, b):
            if (code, a.number, b.number) not in seen:
                seen.add((code, a.number, b.number))
                yield _finding(story, code, (a, b), (*values, tie))
    for finding in retold(story):
        first, last = (story.number(finding.evidence[i].start) for i in (0, -1))
        if (finding.code, first, last) not in seen:
            yield finding


class Slots:
    """The day, place, means, doers and targets of the tellings of one report."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._known: dict[tuple[str, int, int], dict[str, str]] = {}
        self._who: dict[tuple[int, int], list[Doer]] = {}

    def differ(self, a: Telling, b: Telling) -> bool:
        """True if the two exclude each other in one slot only."""
        return bool(next(self.at_odds(a, b), None))

    def at_odds(self, a: Telling, b: Telling) -> Iterator[tuple[str, tuple[str, str]]]:
        """The slot, if it is one only, in which two tellings exclude each other."""
        day, place = days_apart(a.days, b.days), places_apart(a.places, b.places) or unknown_apart(a, b)
        if day != place:
            if place:
                yield "C106", (self._place(a), self._place(b))
            elif near_in_time(a.days, b.days):
                yield "C103", (a.days[0].words, b.days[0].words)
        elif not day:
            for code, slot in (("C107", self._means), ("C108", self._doers), ("C109", self._targets)):
                if values := slot(a, b):
                    yield code, values
                    return

    def _place(self, told: Telling) -> str:
        return self._story.words((told.places[0].start, told.places[0].end))

    def _means(self, a: Telling, b: Telling) -> Values:
        """Two means that no attack has in turn; the tellings' own words ("shot dead", "the stabbing") weigh most."""
        own, others = (self._kinds("means", t.at) for t in (a, b))
        if own and others and not own.keys() & others.keys():
            return _first(own), _first(others)
        here, there = (self._kinds("means", t.scope) for t in (a, b))
        apart = all(x != y and frozenset((x, y)) not in means_together() for x, y in product(here, there))
        return (_first(here), _first(there)) if here and there and apart else None

    def _targets(self, a: Telling, b: Telling) -> Values:
        """Two kinds of places or vehicles hit, one named in each telling."""
        if a.family != "assault":
            return None
        here, there = (self._kinds("target_kinds", t.scope) for t in (a, b))
        one = len(here) == len(there) == 1 and here.keys() != there.keys()
        return (_first(here), _first(there)) if one else None

    def _doers(self, a: Telling, b: Telling) -> Values:
        """Two who did it, neither of whom can be the other."""
        here = self._of(a)
        there = self._of(b) if here else []
        if here and there and all(exclude(x, y) for x, y in product(here, there)) and self._one_source(a, b):
            return here[0].words, there[0].words
        return None

    def _of(self, told: Telling) -> list[Doer]:
        key = (told.at.start, told.at.end)
        if key not in self._who:
            self._who[key] = doers(self._story, told)
        return self._who[key]

    def _one_source(self, a: Telling, b: Telling) -> bool:
        """Who did it is not taken for granted: one source, or two with a word in common (the police, its spokesman)."""
        keys = [self._story.voice_at(t.at.start)[0] for t in (a, b)]
        words = [set(re.findall(r"\w{4,}", self._story.voices.name(k).lower())) for k in keys]
        return keys[0] == keys[1] or OUTLET in keys or bool(words[0] & words[1])

    def _kinds(self, table: str, span: Span) -> dict[str, str]:
        """The kinds named in a span, each with its words."""
        key = (table, span.start, span.end)
        if key not in self._known:
            pattern, kinds = kinds_of(table)
            found = pattern.finditer(self._story.text, *span)
            self._known[key] = {kinds.get(m[0]) or kinds.get(m[0].lower(), ""): m[0].lower() for m in found}
        return self._known[key]


def _first(kinds: dict[str, str]) -> str:
    return next(iter(kinds.values()))


def _finding(story: Story, code: str, told: tuple[Telling, Telling], values: tuple[str, str, str]) -> Finding:
    a, b = told
    first, second, tie = (clean(v) for v in values)
    word = story.words(b.at)
    about = word if tie == word else f"{word}, {tie}"
    verdict = Verdict(
        code, "contradiction", NAMES[code], "medium",
        f"One happening ({about}) is {WHAT[code]} {first} and elsewhere {second}.",
        f"both sentences tell of one happening in one voice, tied by the words: {tie}",
        "a second happening of the same kind that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, (a.at, b.at))
