"""What a report tells of happenings, and which tellings can only be of one.

A telling is a noun ("the blast"), a past verb ("exploded") or a headline's verb, with its family, the stretch of the
sentence where its day, place and means stand, and the things it names. Two tellings are of one happening if their
family agrees, the later one takes it up (a definite noun, a clause behind "which" or "when", or something that happens
only once), and a thing named in both, or the lack of any other happening of the family in the report, ties them. Any
word of another occasion ("another", "earlier", "attacks", "if") keeps a telling out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from fogline.checking.story import Story
from fogline.checking.stretches import Stretches, Thing
from fogline.checking.told_days import Day, days_apart, near_in_time, told_days
from fogline.checking.voices import OUTLET
from fogline.records import Place, Span
from fogline.tables.earth import apart
from fogline.tables.lexicon_happenings import (
    Happens,
    happening_forms,
    happening_marks,
    happening_words,
    kinds_of,
    mark_words,
)

DEFINITE = re.compile(r"\b(?:the|this|that|its|their|his|her|\w+['’]s|\w+s['’])\s+(?:[\w’'-]+\s+){0,3}$", re.I)
ITS_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s+\d+)(?:['’]s)?\s+(?:\w+\s+){0,3}$"
)
INDEFINITE = re.compile(r"\b(?:an?|one)\s+(?:(?!(?:the|this|that)\b)[\w’'-]+\s+){0,3}$", re.I)
NONE = re.compile(r"\b(?:no|any|not|never|without)\s+(?:[\w’'-]+\s+){0,2}$", re.I)
ON_THE_WAY = re.compile(
    r"\b(?:between|en route|on the way|road|highway|bound for|heading for|travelling|border)\b", re.I
)
SUBORDINATE = re.compile(r"\b(?:which|that|who|when|where|after|before)\s+(?:[\w’'-]+\s+){0,5}$", re.I)
TITLE = re.compile(r"[^\n]{15,110}(?=\n)")
BEGUN = re.compile(r"\b(?:opened|began|begun|started|kicked off|got under way)\b")
TALKS = frozenset(("meeting", "speech", "ceremony", "protest", "hearing", "game", "visit", "ruling", "debate", "storm",
                   "election", "quake", "discovery", "appointment", "resignation", "death"))  # fmt: skip
VIOLENT = {"assault", "killing"}
LETTERS = re.compile(r"(?<![\w-])[a-z]+")
PLURAL = re.compile(r"\b[a-z]+s\b")
PASSIVE = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?\w+(?:\s\w+)?$", re.I)
MAY = re.compile(r"\bMay\b")
AERIAL = re.compile(r"\b(?:air|missiles?|drones?|rockets?|bomb\w*|shell\w*|warplanes?|jets?|artillery)\b")
LABOUR = re.compile(r"\b(?:general|hunger|labou?r|transport|teachers['’]|workers['’]|rail|on)\s+strike")
ADJECTIVE = re.compile(
    r"\b(?:to|be|being|been|will|would|could|may|might|should|not|never|the|an?|of|and|or)\s+$", re.I
)
HIS_DAY = re.compile(r"\b(?:since|until)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}$", re.I)
CAP = 120  # tellings that are compared


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a happening: the word, where its particulars stand, and what they are."""

    at: Span
    family: str
    once: bool
    how: str  # definite, indefinite, bare, verb, subordinate, headline
    number: int
    scope: Span
    days: tuple[Day, ...]
    places: tuple[Place, ...]
    things: tuple[Thing, ...]
    voice: str
    passed_on: bool
    marked: bool

    @property
    def takes_up(self) -> bool:
        """True if the words take for granted that it happened."""
        return self.how in ("definite", "subordinate")


class Happenings:
    """The tellings of one report."""

    def __init__(self, story: Story) -> None:
        self.story, self._stretches = story, Stretches(story)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """Every telling that the words make plain, in the order of the text."""
        found = sorted(self._found(), key=lambda t: (t.at.start, -t.at.end))
        kept: list[Telling] = []
        for one in found:
            if not kept or one.at.start >= kept[-1].at.end:
                kept.append(one)
        return tuple(kept[:CAP])

    def _found(self) -> Iterator[Telling]:
        low = self._low
        for match in LETTERS.finditer(low):
            for form, kind in happening_forms().get(match[0], ()):
                at = Span(match.start(), match.start() + len(form))
                plain = (
                    low.startswith(form, at.start) and not low[at.end : at.end + 1].isalnum() and self._common(at, form)
                )
                if plain and (kind != "headline" or at.start < self._title):
                    yield self._telling(at, happening_words(kind)[form], kind)

    def _common(self, at: Span, form: str) -> bool:
        """No name of a month, and a strike only where something is fired or dropped."""
        if form == "march":
            return self.story.text[at.start].islower()
        return form != "strike" or (
            bool(AERIAL.search(self._low)) and not LABOUR.search(self._low, at.start - 12, at.end)
        )

    @cached_property
    def _title(self) -> int:
        """Where the headline ends, 0 where the report begins without one."""
        title = TITLE.match(self._low)
        return title.end() if title and self._low[title.end() - 1] not in ".!?" else 0

    @cached_property
    def _low(self) -> str:
        low = self.story.text.lower()
        return low if len(low) == len(self.story.text) else self.story.text

    def _telling(self, at: Span, word: Happens, kind: str) -> Telling:
        story = self.story
        sentence = story.sentence(at.start)
        before = story.text[sentence.start : at.start]
        how = _how(before, kind)
        kind = "noun" if how == "definite" else kind
        scope = self._stretches.of_noun(at, sentence) if kind == "noun" else self._stretches.of_verb(at, sentence)
        start = max(sentence.start, scope.start - 12, at.start - 60)
        marked = happening_marks("occasion").search(MAY.sub("", story.words((start, min(scope.end, at.end + 40)))))
        none = NONE.search(before) or story.text[at.end : at.end + 1] == "-"
        begun = " begun" if kind == "noun" and BEGUN.search(story.words((at.end, scope.end))) else ""
        return Telling(
            at, word.family + begun, word.once, how, story.number(at.start), scope, self._days(at, scope, kind),
            self._places(scope),
            tuple(self._stretches.things(scope)), *self._voice(at, how),
            bool(marked or none) or not self._done(at, kind),
        )  # fmt: skip

    def _places(self, scope: Span) -> tuple[Place, ...]:
        """Where it happened; none where the words only lead from one place to another."""
        if ON_THE_WAY.search(self.story.words(scope)):
            return ()
        return tuple(p for p in self.story.places(scope) if p.role in ("act", "mentioned", "target"))

    def _days(self, at: Span, scope: Span, kind: str) -> tuple[Day, ...]:
        """The days of a telling; a day behind a noun that some other verb governs may be that verb's."""
        loose = kind == "noun" and not self._stretches.took_place(at, scope) and self._stretches.governed(at, scope)
        loose = loose and not HIS_DAY.search(self.story.text, max(0, at.start - 60), at.start)
        behind = self.story.times((at.end, at.end + 5)) if self.story.text.startswith(" of ", at.end) else ()
        return told_days(self.story, (*self.story.times((scope.start, at.start) if loose else scope), *behind))

    def _done(self, at: Span, kind: str) -> bool:
        here = (self._status[n] for n in range(at.start, at.end) if n in self._status)
        status = next(here, None)
        plain = kind != "verb" or not ADJECTIVE.search(self.story.text, max(0, at.start - 12), at.start)
        return status == "done" or (status is None and plain)

    @cached_property
    def _status(self) -> dict[int, str]:
        return {a.trigger.start: a.status if a.factuality in ("CT+", "PR+") else "Uu" for a in self.story.ledger.acts}

    def _voice(self, at: Span, how: str) -> tuple[str, bool]:
        """Whose words tell it, and if in indirect speech; what that takes for granted, the outlet does too."""
        voice, indirect = self.story.voice_at(at.start)
        return (OUTLET, False) if indirect and how in ("definite", "subordinate") else (voice, indirect)

    def pairs(self) -> Iterator[tuple[Telling, Telling, str]]:
        """Two tellings of one happening in one voice, the earlier first, with the words that tie them."""
        plain = [t for t in self.tellings if not t.marked]
        for i, a in enumerate(plain):
            for b in plain[i + 1 :]:
                if _alike(a, b) and one_voice(a, b) and a.number != b.number and (tie := self._tie(a, b)):
                    yield a, b, tie

    def _tie(self, a: Telling, b: Telling) -> str:
        if a.how == "headline" or a.at.start < self._title:
            return self._under(a, b)
        if not (b.takes_up or a.takes_up or (a.once and b.once) or self._passive(a, b)) or self._told_apart(a, b):
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
        for t in self.tellings:
            if _alike(t, b) and t.number not in (a.number, b.number):
                taken = t.number < b.number and any(x.head in own and not x.definite for x in t.things)
                if taken or (t.marked and _meets(t, a) != _meets(t, b)):
                    return True
        return False

    def _agrees(self, one: Telling, other: Telling) -> bool:
        """A third sentence has the day or place of one telling, against the other's: it is no slip, then."""
        third = (t for t in self.tellings if _alike(t, one) and t.number not in (one.number, other.number))
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

    @cached_property
    def _named(self) -> set[str]:
        """The words that the report writes with a capital inside a sentence, in lower case."""
        return {w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z]\w{2,}", self.story.text)}

    def _day_of(self, a: Telling, b: Telling) -> str:
        """The day of both, where the later one is "Sunday's drone strike" and the report has one such on that day."""
        words = [kinds_of("means")[0].findall(self.story.words(t.scope)) for t in (a, b)]
        kind = {w.lower() for w in words[0]} & {w.lower() for w in words[1]}
        same = (
            a.days
            and b.days
            and not days_apart(a.days, b.days)
            and b.how == "definite"
            and ITS_DAY.search(self.story.text, max(0, b.at.start - 40), b.at.start)
        )
        if not same or not (kind or self.story.words(a.at).lower() == self.story.words(b.at).lower()):
            return ""
        others = [t for t in self.tellings if _alike(t, a) and t.number not in (a.number, b.number) and t.days]
        return "" if any(not days_apart(t.days, a.days) for t in others) else self.story.words(b.at)

    def _beside(self, a: Telling, b: Telling) -> str:
        """The place of both, if the sentence of the later one goes on with something of the earlier."""
        places = {p.name for p in a.places} & {p.name for p in b.places}
        if b.how != "definite" or not places or a.family != b.family:
            return ""
        heads = {t.head for t in a.things}
        there = self._stretches.things(self.story.sentence(b.at.start))
        return next((t.head for t in there if t.definite and t.head in heads and self._tells(t.head)), "")

    def _tells(self, head: str) -> bool:
        return not happening_marks("vague").fullmatch(head) and self._one_of(head)

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
        told = {t.number for t in self.tellings if t.family == a.family} != {a.number, b.number}
        if told or b.how != "definite" or a.takes_up or a.family in self._many or words[0][:3] != words[1][:3]:
            return ""
        return words[1]

    @cached_property
    def _many(self) -> set[str]:
        """The families whose nouns the report has in the plural."""
        nouns = happening_words("noun")
        bare = (w for m in set(PLURAL.findall(self._low)) for w in (m[:-1], m[:-2]) if w in nouns)
        return {nouns[w].family for w in bare}


def _how(before: str, kind: str) -> str:
    if kind == "headline":
        return kind
    if kind == "verb":
        if re.search(r"\bthe\s+$", before, re.I):
            return "definite"
        return "subordinate" if SUBORDINATE.search(before) else "verb"
    if INDEFINITE.search(before):
        return "indefinite"
    return "definite" if DEFINITE.search(before) or ITS_DAY.search(before) else "bare"


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
    """Two names of places, one of them on no map, for two tellings of one day, or of "X, where the strike took place"."""
    if len(a.places) != 1 or len(b.places) != 1 or (a.places[0].geonameid and b.places[0].geonameid):
        return False
    names = [set(re.findall(r"\w{3,}", t.places[0].name.lower())) for t in (a, b)]
    same_day = bool(a.days and b.days) and not days_apart(a.days, b.days)
    narrow = {t.places[0].precision for t in (a, b)} <= {"town", "unknown", "exact"}
    return (
        narrow
        and not names[0] & names[1]
        and (same_day or b.at.start - b.places[0].end in range(1, 24) and b.places[0].end > b.scope.start)
    )


def _far(a: Place, b: Place) -> bool:
    """Two towns so far from each other that "near" and "outside" reach neither."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None or a.geonameid == b.geonameid:
        return False
    if not {a.precision, b.precision} <= {"town", "near", "exact"}:
        return False
    return apart(a.lat, a.lon, b.lat, b.lon) > 30 + (a.radius_km or 15) + (b.radius_km or 15)


__all__ = ["Happenings", "Telling", "days_apart", "near_in_time", "places_apart", "unknown_apart"]
