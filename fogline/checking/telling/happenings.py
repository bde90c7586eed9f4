"""What a report tells of happenings, telling by telling.

A telling is a noun ("the blast"), a past verb ("exploded") or a headline's verb, with its family, the stretch of the
sentence where its day, place and means stand, and the things it names. Any word of another occasion ("another",
"earlier", "if") marks it. Which tellings are of one happening, `ties` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fogline.checking.dating.told_days import Day, told_days
from fogline.checking.story import Story
from fogline.checking.telling.stretches import Stretches, Thing
from fogline.checking.voices import OUTLET
from fogline.records import Place, Span
from fogline.tables.lexicon_happenings import Happens, happening_forms, happening_marks, happening_words

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
LETTERS = re.compile(r"(?<![\w-])[a-z]+")
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
        self.story, self.stretches = story, Stretches(story)

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
        low = self.low
        for match in LETTERS.finditer(low):
            for form, kind in happening_forms().get(match[0], ()):
                at = Span(match.start(), match.start() + len(form))
                plain = (
                    low.startswith(form, at.start) and not low[at.end : at.end + 1].isalnum() and self._common(at, form)
                )
                if plain and (kind != "headline" or at.start < self.title):
                    yield self._telling(at, happening_words(kind)[form], kind)

    def _common(self, at: Span, form: str) -> bool:
        """No name of a month, and a strike only where something is fired or dropped."""
        if form == "march":
            return self.story.text[at.start].islower()
        return form != "strike" or (
            bool(AERIAL.search(self.low)) and not LABOUR.search(self.low, at.start - 12, at.end)
        )

    @cached_property
    def title(self) -> int:
        """Where the headline ends, 0 where the report begins without one."""
        title = TITLE.match(self.low)
        return title.end() if title and self.low[title.end() - 1] not in ".!?" else 0

    @cached_property
    def low(self) -> str:
        """The report in lower case, letter by letter."""
        low = self.story.text.lower()
        return low if len(low) == len(self.story.text) else self.story.text

    def _telling(self, at: Span, word: Happens, kind: str) -> Telling:
        story = self.story
        sentence = story.sentence(at.start)
        before = story.text[sentence.start : at.start]
        how = _how(before, kind)
        kind = "noun" if how == "definite" else kind
        scope = self.stretches.of_noun(at, sentence) if kind == "noun" else self.stretches.of_verb(at, sentence)
        start = max(sentence.start, scope.start - 12, at.start - 60)
        marked = happening_marks("occasion").search(MAY.sub("", story.words((start, min(scope.end, at.end + 40)))))
        none = NONE.search(before) or story.text[at.end : at.end + 1] == "-"
        begun = " begun" if kind == "noun" and BEGUN.search(story.words((at.end, scope.end))) else ""
        return Telling(
            at, word.family + begun, word.once, how, story.number(at.start), scope, self._days(at, scope, kind),
            self._places(scope),
            tuple(self.stretches.things(scope)), *self._voice(at, how),
            bool(marked or none) or not self._done(at, kind),
        )  # fmt: skip

    def _places(self, scope: Span) -> tuple[Place, ...]:
        """Where it happened; none where the words only lead from one place to another."""
        if ON_THE_WAY.search(self.story.words(scope)):
            return ()
        return tuple(p for p in self.story.places(scope) if p.role in ("act", "mentioned", "target"))

    def _days(self, at: Span, scope: Span, kind: str) -> tuple[Day, ...]:
        """The days of a telling; a day behind a noun that some other verb governs may be that verb's."""
        loose = kind == "noun" and not self.stretches.took_place(at, scope) and self.stretches.governed(at, scope)
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
