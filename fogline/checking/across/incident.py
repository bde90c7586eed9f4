"""Where a report tells of the incident itself, and when it puts it.

A time belongs to the verb before it in its clause, else to the one behind. That verb tells of the incident if it is a
word for a happening ("struck", "opened fire"), or a plain one ("came", "took place") beside a word for it ("the blast",
"it", "the first round"). A clause of another occasion ("later", "the second", "in reply") tells of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from fogline.checking.across.clock import DAY, Hour, hours
from fogline.checking.across.telling import Passage, Telling, near_days
from fogline.checking.story import Days
from fogline.records import Span, overlap
from fogline.tables.lexicon_checks import incident_forms, incident_verbs, offsets
from fogline.tables.lexicon_happenings import happening_words
from fogline.tables.lexicon_numbers import alternatives

Range = tuple[int, int]  # minutes, first and last
ROOM = 20  # minutes between two hours that may be one

PARTS = {
    "dawn": (210, 480), "sunrise": (210, 480), "daybreak": (210, 480), "first light": (210, 480),
    "breakfast": (270, 660), "early hours": (0, 400), "small hours": (0, 360), "morning": (180, 750),
    "midday": (630, 870), "afternoon": (690, 1140), "evening": (960, 1419), "dusk": (960, 1290),
    "sunset": (960, 1290), "nightfall": (960, 1320), "night": (1020, 1860), "overnight": (1020, 1860),
}  # fmt: skip
PART = re.compile(rf"\b(?P<edge>before |after |until )?(?P<part>{'|'.join(PARTS)})\b", re.I)
EDGE_OF_DAY = re.compile(r"\b(?P<edge>early|late)\s+(?:on\s+)?(?:[A-Z\d]|yesterday|today)", re.I)
EDGES = {"early": (0, 660), "late": (960, 1500)}
CLOCK = (
    r"(?:about|around|at|half|quarter|an?\s+quarter|noon|mid\w+|dawn|dusk|sun\w+|nightfall|dark|\d[\d:.]*|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b"
)
BREAK = re.compile(
    r"[;“”\"]|:(?!\d)|,\s+(?:and|but|which|who|where|although|though|because|so)\b"
    rf"|,?\s\b(?:when|while|after|before|until|as|since|because)\b(?!\s+{CLOCK})",
    re.I,
)
OF_NOUN = re.compile(
    r"\b(?:the|an?)\s+(?:\w+\s+)?(?:attack|blast|explosion|bombing|strike|raid|ambush|shelling|shooting|crash|assault)\s+"
    r"(?:(?:at|on|of|early|late|shortly|just|soon|before|after|about|around|in|the|morning)\s+)*$",
    re.I,
)
TIME_WAS = re.compile(r"^\W*the (?:time|hour) was\b", re.I)
UNDER_WAY = re.compile(r"\bit was\b|\b(?:was|were)\s+(?:\w+ly\s+|still\s+|just\s+|about to\s+)?\w+ing\b", re.I)
WHEN = re.compile(r"\bwhen\b", re.I)
OTHERWISE = re.compile(
    r"\b(?:later|afterwards|again|(?:second|third|fourth)(?!-|\s+(?:floor|stor|day))|another|next|following|earlier|previous|reply|response|retaliat\w*|returned"
    r"|back|answered|search\w*|since|already|usually|often|every|each|will|would|could|may|might|planned|expected)\b",
    re.I,
)
CARRIED = re.compile(r"(?:the\s+)?(?:following|next|previous|same)\b|the\s+day\s+(?:after|before)\b", re.I)
TOLL = re.compile(
    r"\b(?:list(?:ed|s)|count(?:ed|s)|tally|toll|stood at|number(?:ed)?|known (?:dead|to)|confirmed|visit(?:ed|ing))\b"
)
AS_OF = re.compile(r"\b(?:by|as of|until|till)\s+(?:(?:late|early)\s+(?:on\s+)?)?$", re.I)
KINDS = ("own", "plain", "laid", "begin", "end")
AFTER = frozenset(("death", "fire", "ceremony", "arrival", "departure", "arrest", "escape", "discovery", "hearing"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or the hours that the words may mean, that a clause gives the incident or its end."""

    passage: Passage
    phase: str
    at: int
    words: str
    days: Days | None
    clocks: tuple[Range, ...]


class Incident:
    """The clauses of one report that tell of its incident."""

    def __init__(self, telling: Telling, ahead: frozenset[int] = frozenset()) -> None:
        self.telling, self._text, self._ahead = telling, telling.ledger.text, ahead

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The times that these clauses give it, in order."""
        marks = sorted(self._marks(), key=lambda m: m.at)
        return tuple(m for m in marks if m.phase)

    def _marks(self) -> Iterator[Moment]:
        ledger, free = self.telling.ledger, list(hours(self._text))
        for time in (t for t in ledger.times if t.type in ("DATE", "TIME")):
            inside = [h for h in free if overlap((h.at, h.at + len(h.words)), (time.start, time.end))]
            free = [h for h in free if h not in inside]
            if not self.telling.of_saying(time):
                clocks = self._clocks(inside[:1], Span(time.start, time.end))
                yield from self._moment(Span(time.start, time.end), self.telling.day(time), clocks)
        for hour in free:
            span = Span(hour.at, hour.at + len(hour.words))
            yield from self._moment(span, None, self._clocks([hour], span))

    def _moment(self, span: Span, days: Days | None, clocks: tuple[Range, ...]) -> Iterator[Moment]:
        passage = self.telling.at(span.start)
        days = days if days in self.telling.days else None
        if AS_OF.search(self._text, max(0, span.start - 16), span.start) or CARRIED.match(self._text, span.start):
            return
        if passage and not passage.aside and (days or clocks):
            yield Moment(passage, self.phase(span.start), span.start, self._text[span.start : span.end], days, clocks)

    def _clocks(self, told: Iterable[Hour], span: Span) -> tuple[Range, ...]:
        """What the words leave open: half a day, an offset; nothing where no hour and no part of the day is said."""
        for hour in told:
            return tuple(self._local(hour))
        edge = EDGE_OF_DAY.search(self._text, max(0, span.start - 10), span.end)
        part = PART.search(self._text[span.start : span.end])
        return (reach(part),) if part else (EDGES[edge["edge"].lower()],) if edge else ()

    def _local(self, hour: Hour) -> Iterator[Range]:
        shifts: Iterable[int] = (0,)
        if hour.zone in ("gmt", "utc") and self._ahead:
            shifts = self._ahead
        elif hour.zone:
            shifts = range(-DAY, DAY, 30)
        for shift in shifts:
            for half in (0, 720) if hour.half_open else (0,):
                first = (hour.first + shift + half) % DAY
                yield first, first + hour.last - hour.first

    def tells(self, at: int) -> bool:
        """True if the clause around a position names the incident, its doers or their means, whatever its verb."""
        clause = self.clause(at)
        named = incident_verbs("beside").search(self._text, clause.start, clause.end)
        return bool(self.phase(at) or (named and not OTHERWISE.search(self._text, clause.start, clause.end)))

    def phase(self, at: int) -> str:
        """What the clause around a position tells of the incident: point, begin, end, or nothing."""
        clause = self.clause(at)
        if OF_NOUN.search(self._text, clause.start, at) and not OTHERWISE.search(self._text, clause.start, at):
            return "point"
        if TIME_WAS.search(self._text[clause.start : at]):
            return "point"
        verb = self._verb(at, clause)
        if TOLL.search(self._text, clause.start, clause.end):
            return ""
        if verb is None or OTHERWISE.search(self._text, clause.start, clause.end):
            return ""
        return self._told(verb, clause)

    def clause(self, at: int) -> Span:
        """The clause around a position; what was under way when something happened has the clause that tells it."""
        sentence = self.telling.story.sentence(at)
        breaks = list(BREAK.finditer(self._text, sentence.start, sentence.end))
        start = max((m.end() for m in breaks if m.end() <= at), default=sentence.start)
        ahead = [m for m in breaks if m.start() >= at]
        stops = [m.start() for m in ahead] + [sentence.end]
        if ahead and WHEN.search(ahead[0][0]) and UNDER_WAY.search(self._text, start, stops[0]):
            return Span(ahead[0].end(), stops[1])
        return Span(start, stops[0])

    def _verb(self, at: int, clause: Span) -> int | None:
        """Where the verb stands that has the position: the last one before it, else the first behind."""
        inside = [n for n in self._verbs if clause.start <= n < clause.end]
        before = [n for n in inside if n < at]
        return before[-1] if before else next(iter(inside), None)

    @cached_property
    def _verbs(self) -> list[int]:
        """Where verbs stand: the acts done, without words that bring in speech, and the verbs of incidents."""
        known = [m.span() for m in _verb_forms().finditer(self._text)]
        taken = {n for start, end in known for n in range(start, end)}
        taken |= {n for a in self.telling.ledger.attributions for cue in a.cue for n in range(cue.start, cue.end)}
        taken |= {m.start() for m in incident_verbs("beside").finditer(self._text)}
        acts = (a.trigger.start for a in self.telling.ledger.acts if a.status == "done")
        return sorted({*(n for n in acts if n not in taken), *(start for start, _ in known)})

    def _told(self, verb: int, clause: Span) -> str:
        words = self._text[verb : clause.end].lower()
        kinds = {kind for kind in KINDS if incident_verbs(kind).match(words)}
        subject = self._text[clause.start : verb]
        beside = bool(incident_verbs("beside").search(subject))
        happening = next(_forms(words), None)
        if "own" in kinds or (happening and happening not in AFTER):
            return "point"
        edge = next((kind for kind in ("begin", "end") if kind in kinds), None)
        if edge:
            sentence = self.telling.story.words(self.telling.story.sentence(verb))
            return edge if incident_verbs("beside").search(sentence) else ""
        if "laid" in kinds:
            return "laid" if beside else ""
        return "point" if beside and kinds else ""


@cache
def _verb_forms() -> re.Pattern[str]:
    forms = (*happening_words("verb"), *(f for kind in KINDS for f in incident_forms(kind)))
    return re.compile(rf"\b(?:{alternatives(forms)})\b", re.I)


def _forms(words: str) -> Iterator[str]:
    """The families of the verbs that words begin with, the longest form first."""
    verbs = happening_words("verb")
    parts = re.match(r"[\w-]+(?:\s[\w-]+){0,3}", words)
    told = parts[0].split() if parts else []
    for n in range(len(told), 0, -1):
        if known := verbs.get(" ".join(told[:n])):
            yield known.family


def reach(match: re.Match[str]) -> Range:
    """The minutes that a part of the day may mean."""
    first, last = PARTS[match["part"].lower()]
    edge = (match["edge"] or "").strip().lower()
    if edge in ("before", "until"):
        return first - 300, last
    return (first, last + 300) if edge == "after" else (first, last)


def spans(moments: Sequence[Moment]) -> tuple[Range, ...]:
    """The minutes since the year 1 that moments of one day leave open; none where they name no day, or two.

    A day and an hour that stand in two sentences are taken together.
    """
    dated = [m for m in moments if m.days]
    if not dated or not all(near_days(x.days, y.days) for x in dated for y in dated if x.days and y.days):
        return ()
    days = min((m.days for m in dated if m.days), key=lambda d: date.fromisoformat(d[1]) - date.fromisoformat(d[0]))
    clocks = narrowest(moments) or ((ROOM, DAY - ROOM),)
    start, nights = date.fromisoformat(days[0]).toordinal() * DAY, days[0] != days[1]
    if nights and not narrowest(moments):
        return ((start, start + 2 * DAY - 1),)
    return tuple(_on(start, clock, nights) for clock in clocks)


def _on(start: int, clock: Range, nights: bool) -> Range:
    """The minutes of a clock on a day; an hour after midnight of a night is the next day's."""
    first = start + clock[0] + (DAY if nights and clock[0] < DAY // 2 else 0)
    return first, first + clock[1] - clock[0]


def narrowest(moments: Sequence[Moment]) -> tuple[Range, ...]:
    """The clocks of moments that leave least open, if no two of them exclude each other."""
    told = [m.clocks for m in moments if m.clocks]
    if not all(meet(x, y, DAY) for x in told for y in told):
        return ()
    return min(told, key=lambda clocks: sum(last - first for first, last in clocks), default=())


def meet(here: Iterable[Range], there: Sequence[Range], turn: int = 0) -> bool:
    """True if two of the ranges meet, with some minutes between them; round the clock where ``turn`` is a day."""
    shifts = (-turn, 0, turn) if turn else (0,)
    return any(a + s <= d + ROOM and c <= b + s + ROOM for a, b in here for c, d in there for s in shifts)


def ahead_of_gmt(*tellings: Telling) -> frozenset[int]:
    """The offsets from GMT of the countries that reports name places of."""
    countries = {p.country for t in tellings for p in t.ledger.places if p.country}
    return frozenset(m for c in countries for m in offsets().get(c, ()))
