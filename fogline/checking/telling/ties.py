"""Which tellings of a report can only be of one happening, and the words that tie them.

Two tellings are of one happening if their family agrees, the later one takes it up (a definite noun, a clause behind
"which" or "when", a passive about what the earlier one first named, or what happens only once), and something ties
them: a thing named in both of which the report has one, one place and a thing beside it, the day of "Sunday's drone
strike", or that the report tells of no other happening of the family. Silent where a third telling, or another occasion
told as such, has what the two differ in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from fogline.checking.dating.told_days import days_apart
from fogline.checking.story import Story
from fogline.checking.telling.happenings import ITS_DAY, Happenings, Telling
from fogline.checking.voices import OUTLET
from fogline.records import Place
from fogline.tables.earth import apart
from fogline.tables.lexicon_happenings import happening_marks, happening_words, kinds_of, mark_words
from fogline.tables.place_words import features

PASSIVE = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?\w+(?:\s\w+)?$", re.I)
VIOLENT = {"assault", "killing"}
PLURAL = re.compile(r"\b[a-z]+s\b")
PART = re.compile(r"\b(?:morning|noon|afternoon|evening|night|dawn|dusk)\b", re.I)


class Ties:
    """The tellings of one report, two by two."""

    def __init__(self, story: Story) -> None:
        self.story, self._told = story, Happenings(story)
        self._single: dict[str, bool] = {}

    def pairs(self, differ: Callable[[Telling, Telling], bool]) -> Iterator[tuple[Telling, Telling, str]]:
        """Two tellings of one happening in one voice that differ, the earlier first, with the words that tie them."""
        plain = [t for t in self._told.tellings if not t.marked]
        for i, a in enumerate(plain):
            for b in plain[i + 1 :]:
                if (
                    _alike(a, b)
                    and one_voice(a, b)
                    and a.number != b.number
                    and differ(a, b)
                    and (tie := self._tie(a, b))
                ):
                    yield a, b, tie

    def _tie(self, a: Telling, b: Telling) -> str:
        if a.how == "headline" or a.at.start < self._told.title:
            return self._under(a, b)
        if not (b.takes_up or a.takes_up or (a.once and b.once) or self._passive(a, b)) or self._told_apart(a, b):
            return ""
        if not days_apart(a.days, b.days) and self._other_hours(a, b):
            return ""
        agrees = [self._agrees(x, y) for x, y in ((a, b), (b, a))]
        return ("" if all(agrees) else self._shared(a, b) or self._beside(a, b) or self._day_of(a, b)) or (
            "" if agrees[1] else self._only(a, b)
        )

    def _passive(self, a: Telling, b: Telling) -> bool:
        """The later sentence is about what the earlier one first named, and tells in the passive what befell it."""
        first = {t.head for t in a.things if not t.definite}
        return (
            b.number - a.number > 1
            and not b.days
            and bool(
                first & {t.head for t in b.things if t.definite}
                and PASSIVE.search(self.story.text, b.scope.start, b.at.end)
            )
        )

    def _told_apart(self, a: Telling, b: Telling) -> bool:
        """Another occasion has the day or place of one of the two, or an earlier one the thing of the later."""
        own = {x.head for x in b.things} - {x.head for x in a.things}
        for t in self._told.tellings:
            if _alike(t, b) and t.number not in (a.number, b.number):
                taken = t.number < b.number and any(x.head in own and not x.definite for x in t.things)
                if taken or (t.marked and _meets(t, a) != _meets(t, b)):
                    return True
        return False

    def _agrees(self, one: Telling, other: Telling) -> bool:
        """A third sentence has the day or place of one telling, against the other's: it is no slip, then."""
        third = (t for t in self._told.tellings if _alike(t, one) and t.number not in (one.number, other.number))
        return any(
            _elsewhere(t, other) and not _elsewhere(t, one) and ((t.days and one.days) or (t.places and one.places))
            for t in third
        )

    def _under(self, a: Telling, b: Telling) -> str:
        """A word that a headline shares with the first sentences under it."""
        text = self.story
        words = set(re.findall(r"[a-z]{4,}", text.words(a.scope))) - {text.words(a.at)}
        plain = [w for w in words if not happening_marks("vague").fullmatch(w)]
        there = text.words(text.sentence(b.at.start))
        shared = [w for w in plain if re.search(rf"\b{w}\b", there)]
        return max(shared, key=len) if shared and b.number - a.number <= 2 and b.how != "bare" else ""

    def _shared(self, a: Telling, b: Telling) -> str:
        """The head of something that both name, definite in the later one, and of which the report has only one."""
        elsewhere = places_apart(a.places, b.places) or unknown_apart(a, b)
        for one in a.things:
            for other in b.things:
                named_apart = one.names and other.names and not one.names & other.names and not elsewhere
                tells = self._tells(other.head) or (one.names | one.mods) & (other.names | other.mods) & self._named
                if other.definite and not named_apart and one.may_be(other) and tells:
                    return other.head
        return ""

    def _other_hours(self, a: Telling, b: Telling) -> bool:
        """Both have parts of the day, and other ones."""
        here, there = ({w.lower() for w in PART.findall(self.story.words(t.scope))} for t in (a, b))
        return bool(here and there) and not here & there

    @staticmethod
    def _same_day(a: Telling, b: Telling) -> bool:
        return bool(a.days and b.days) and not days_apart(a.days, b.days)

    @cached_property
    def _named(self) -> set[str]:
        """The words that the report writes with a capital inside a sentence, in lower case."""
        return {w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z]\w{2,}", self.story.text)}

    def _day_of(self, a: Telling, b: Telling) -> str:
        """The day of both, where the later one is "Sunday's drone strike" and the report has one such on that day."""
        words = [kinds_of("means")[0].findall(self.story.words(t.scope)) for t in (a, b)]
        kind = {w.lower() for w in words[0]} & {w.lower() for w in words[1]}
        its = ITS_DAY.search(self.story.text, max(0, b.at.start - 40), b.at.start)
        if not its or b.how != "definite" or not self._same_day(a, b) or self._other_hours(a, b):
            return ""
        if not kind and self.story.words(a.at).lower() != self.story.words(b.at).lower():
            return ""
        others = [t for t in self._told.tellings if _alike(t, a) and t.number not in (a.number, b.number) and t.days]
        return "" if any(not days_apart(t.days, a.days) for t in others) else self.story.words(b.at)

    def _beside(self, a: Telling, b: Telling) -> str:
        """The place of both, if the sentence of the later one goes on with something of the earlier."""
        places = {p.name for p in a.places} & {p.name for p in b.places}
        if b.how != "definite" or not places or a.family != b.family:
            return ""
        heads = {t.head for t in a.things}
        there = self._told.stretches.things(self.story.sentence(b.at.start))
        return next((t.head for t in there if t.definite and t.head in heads and self._tells(t.head)), "")

    def _tells(self, head: str) -> bool:
        if head not in self._single:
            self._single[head] = not happening_marks("vague").fullmatch(head) and self._one_of(head)
        return self._single[head]

    def _one_of(self, head: str) -> bool:
        word = re.escape(head)
        more = rf"\b(?:another|second|other|both|two|three|four|five|several|many|some|each|every|all)\s+(?:[\w-]+\s+){{0,2}}{word}(?:s|es)?\b"  # noqa: E501
        first = {
            self.story.number(m.start())
            for m in re.finditer(rf"\ban?\s+(?:[\w-]+\s+){{0,2}}{word}\b", self.story.text, re.I)
        }
        return len(first) <= 1 and not re.search(more, self.story.text, re.I)

    def _only(self, a: Telling, b: Telling) -> str:
        """The report tells of one happening of the family only, which the later telling takes up by the same noun."""
        words = [self.story.words(t.at).lower() for t in (a, b)]
        if a.family != b.family or a.voice != b.voice or any(w in mark_words("lasting") for w in words):
            return ""
        told = {t.number for t in self._told.tellings if t.family == a.family} != {a.number, b.number}
        if (
            told
            or b.how != "definite"
            or a.takes_up
            or self._other_hours(a, b)
            or a.family in self._many
            or words[0][:3] != words[1][:3]
        ):
            return ""
        return words[1]

    @cached_property
    def _many(self) -> set[str]:
        """The families whose nouns the report has in the plural."""
        nouns = happening_words("noun")
        bare = (w for m in set(PLURAL.findall(self._told.low)) for w in (m[:-1], m[:-2]) if w in nouns)
        return {nouns[w].family for w in bare}


def _alike(a: Telling, b: Telling) -> bool:
    return a.family == b.family or {a.family, b.family} == VIOLENT


def one_voice(a: Telling, b: Telling) -> bool:
    """One voice, or the outlet takes for granted what it passes on from another in indirect speech."""
    if a.voice == b.voice:
        return True
    taken, other = (a, b) if a.voice == OUTLET else (b, a)
    return taken.voice == OUTLET and taken.takes_up and other.passed_on


def _meets(one: Telling, other: Telling) -> bool:
    """Both name days, or both places, and one of each is the same."""
    days = bool(one.days and other.days) and not days_apart(one.days, other.days)
    return days or bool({p.name for p in one.places} & {p.name for p in other.places})


def _elsewhere(a: Telling, b: Telling) -> bool:
    return days_apart(a.days, b.days) or places_apart(a.places, b.places)


def places_apart(a: Sequence[Place], b: Sequence[Place]) -> bool:
    """True if both name towns and no two of them can be one place."""
    return bool(a and b) and all(_far(x, y) for x in a for y in b)


def unknown_apart(a: Telling, b: Telling) -> bool:
    """Two names of places, one on no map, for two tellings of one day, or of "X, where the strike took place"."""
    if len(a.places) != 1 or len(b.places) != 1 or (a.places[0].geonameid and b.places[0].geonameid):
        return False
    if not comparable(a.places[0], b.places[0]):
        return False
    names = [set(re.findall(r"\w{3,}", t.places[0].name.lower())) for t in (a, b)]
    same_day = bool(a.days and b.days) and not days_apart(a.days, b.days)
    narrow = {t.places[0].precision for t in (a, b)} <= {"town", "unknown", "exact"}
    return (
        narrow
        and not names[0] & names[1]
        and (same_day or (b.at.start - b.places[0].end in range(1, 24) and b.places[0].end > b.scope.start))
    )


def comparable(a: Place, b: Place) -> bool:
    """Two areas, or two places within one: a town may lie in "Namentenga province"."""
    return _is_area(a) == _is_area(b)


def _is_area(place: Place) -> bool:
    words = place.name.lower().split()
    called = features("after").get(words[-1], ""), features("before").get(words[0], "")
    return place.precision in ("district", "admin1", "country") or any(c.startswith("ADM") for c in called)


def _far(a: Place, b: Place) -> bool:
    """Two towns so far from each other that "near" and "outside" reach neither."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None or a.geonameid == b.geonameid:
        return False
    if not {a.precision, b.precision} <= {"town", "near", "exact"}:
        return False
    return apart(a.lat, a.lon, b.lat, b.lon) > 30 + (a.radius_km or 15) + (b.radius_km or 15)
