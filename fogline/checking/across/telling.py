"""One report as another is laid beside it: its sentences, what each speaks of, and which tell of another time.

Words are compared by their stems and by what reports use for one thing (``like_words.tsv``); a name weighs twice, and
a word weighs the less the more sentences of its report hold it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from fogline.checking.dating.calendar import published
from fogline.checking.story import Days, Story
from fogline.checking.voices import OUTLET
from fogline.records import Ledger, Place, Quantity, Span, Timex, overlap
from fogline.tables.lexicon_checks import incidents, sense

WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
NARROW = ("exact", "near", "town", "district", "admin1", "sea", "unknown")
SAID_ON = re.compile(
    r"\b(?:said|says|reported|told|announced|wrote|confirmed|added|stated|published|issued|posted|tally|bulletin"
    r"|statement|communique|briefing|report)\s+(?:(?:on|in|late|early|at|by|to|an?|the|its|his|her|statement|post"
    r"|reporters|journalists|us|this newspaper|our reporter|issued|dated|published|from|of|for|local|state|television"
    r"|radio|online|[A-Z][\w’'-]+)\s+)*$"
)
EARLIER = re.compile(
    r"\b(?:(?:a|an|the|two|three|four|several|many|some)\s+(?:\w+\s+)?(?:days?|weeks?|months?|years?|decades?)\s+"
    r"(?:ago|earlier|before)|last (?:week|month|year|spring|summer|autumn|winter)|the first time|first such"
    r"|(?:second|third|fourth|fifth|latest) (?:such|time|in)\b|previous(?:ly)?|similar|earlier this|so far this"
    r"|in recent|this (?:year|month)|since (?:the )?(?:war|conflict|invasion|start|beginning|outbreak|\w+ 20\d\d)"
    r"|separate(?:ly)?|elsewhere|in another"
    r"|another(?!\s+(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|dozen|\w+teen|\w+ty|hundred|few)\b)))\b",
    re.I,
)
STILL = re.compile(r"\b(?:still|remain(?:s|ed)?)\b", re.I)
NAMED = re.compile(
    r"\b(?P<prep>in|at|near|outside|of|from|to|towards?|bound for|hit|struck|shelled)\s+"
    r"(?:the\s+(?=(?:[A-Z][\w’'-]+\s+){1,3}(?:quarter|district|neighbou?rhood|area|suburb|ward|borough)\b))?"
    r"(?P<name>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,2})"
)
INNER = re.compile(r"(?<=[\w,;:] )[A-Z][\w’'-]+")
SITED = re.compile(
    r"\b(?:in|at|near|outside|bound for|(?:town|city|village|hamlet|district|quarter|market|port|area|suburb|outskirts"
    r"|edge|north|south|east|west) of)\s+$"
)
BARE_HOUR = re.compile(
    r"(?:\d{1,2}(?:[.:]?\d\d)?|noon|midday|midnight|[ap]\.?m\.?|hours|gmt|utc|local|time|in|at|the|morning|afternoon"
    r"|evening|about|around|[A-Z]\w+(?= time)|\W+)+",
    re.I,
)
LEAD = 6  # sentences that tell what a report is about
CLOCKED = ("age", "time", "year", "day", "hour", "minute", "month", "week")
WINDOW = 10  # days before publication in which the incident that a report leads with is looked for


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its words, the stems of what it speaks of, and whether it tells of another time or incident."""

    span: Span
    number: int
    words: str
    stems: frozenset[str]
    aside: bool


class Telling:
    """A report with what comparisons ask of it; built once for all the reports it is laid beside."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.story = ledger, Story(ledger)
        self.id, self.outlet, self.published = ledger.report.id, ledger.report.outlet, ledger.report.published

    @cached_property
    def names(self) -> frozenset[str]:
        """The names told, in their stems: capitals inside a sentence, without days and months."""
        found = (m[0] for p in self.passages for m in INNER.finditer(p.words))
        told = {stem(word) for name in found for word in re.split(r"[-’']", name)}
        return frozenset(w for w in told if len(w) > 2) - CALENDAR

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences in order."""
        return tuple(self._passage(i, Span(s.start, s.end)) for i, s in enumerate(self.ledger.sentences))

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the whole report speaks of."""
        return frozenset(s for p in self.passages for s in p.stems)

    def at(self, position: int) -> Passage | None:
        """The passage that holds a character."""
        k = self.story.number(position)
        return self.passages[k] if k >= 0 and position < self.passages[k].span.end else None

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much a stem tells one sentence of this report from another."""
        held = Counter(s for p in self.passages for s in p.stems)
        return {s: (2.0 if s in self.names else 1.0) / n**0.5 for s, n in held.items()}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places narrower than a state, with datelines."""
        return tuple(p for p in self.ledger.places if p.precision in NARROW)

    @cached_property
    def place_keys(self) -> frozenset[str]:
        """The places told, by the gazetteer's number and by name."""
        keys = {k for p in self.places for k in (p.geonameid, stem(p.name)) if k}
        return frozenset(keys)

    @cached_property
    def lead(self) -> frozenset[str]:
        """What the first sentences speak of: the event that the report is about."""
        return frozenset(s for p in self.passages[:LEAD] for s in p.stems)

    @cached_property
    def opening(self) -> frozenset[str]:
        """The words with a capital in the first sentences, in their stems."""
        end = self.passages[:LEAD][-1].span.end if self.passages else 0
        return frozenset(stem(w) for w in WORD.findall(self.ledger.text[:end]) if w[:1].isupper())

    @cached_property
    def spots(self) -> frozenset[str]:
        """The words that name the places narrower than a state, also those that no gazetteer holds."""
        wide = [(p.start, p.end) for p in self.ledger.places if p.precision not in NARROW]
        told = [(p.start, p.end) for p in self.places] + [m.span("name") for m in self.named()]
        free = [self.ledger.text[s[0] : s[1]] for s in told if not any(overlap(s, w) for w in wide)]
        words = (w for name in free for w in WORD.findall(name) if w[:1].isupper() and len(w) > 2)
        return frozenset(map(stem, words)) - CALENDAR - WIDE

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Every word with a capital, in its stem."""
        told = (w for w in WORD.findall(self.ledger.text) if w[:1].isupper())
        return frozenset(stem(part) for w in told for part in (w, *re.split(r"[-’']", w)))

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The plain numbers told of people and things, from five on."""
        exact = (q.low for q in self.ledger.quantities if q.low == q.high and q.what != "age" and q.unit not in CLOCKED)
        return frozenset(low for low in exact if low is not None and low >= 5)

    def named(self) -> Iterator[re.Match[str]]:
        """Names after "in", "near", "of the town of" ... that name nobody: places that no gazetteer may hold."""
        kinds = {e.id: e.type for e in self.ledger.entities}
        named = [(m.start, m.end, kinds[m.entity]) for m in self.ledger.mentions]
        some = [n for n in named if n[2] not in ("place", "facility", "other")]
        for match in NAMED.finditer(self.ledger.text):
            span = match.span("name")
            dated = {stem(w) for w in match["name"].split()} & CALENDAR
            others = [kind for *s, kind in some if overlap(span, (s[0], s[1]))]
            sited = others in (["person"], ["organisation"]) and SITED.search(self._before(span[0]))
            if not dated and (not others or sited):
                yield match

    def _before(self, position: int) -> str:
        return self.ledger.text[max(0, position - 40) : position]

    @cached_property
    def days(self) -> tuple[Days, ...]:
        """The short periods within days of publication that acts, not statements, are told of."""
        told = (self.day(t) for t in self.ledger.times if not self.of_saying(t))
        return tuple(d for d in told if d and self._recent(d))

    @cached_property
    def lead_days(self) -> tuple[Days, ...]:
        """The days that the first sentences tell acts of."""
        first = [p.span.end for p in self.passages if not p.aside][:3]
        times = (t for t in self.ledger.times if first and t.start < first[-1] and not self.of_saying(t))
        return tuple(d for t in times if (d := self.day(t)) in self.days and d)

    def day(self, time: Timex) -> Days | None:
        """First and last day of a time expression that names a day or two."""
        if time.type not in ("DATE", "TIME") or BARE_HOUR.fullmatch(self.ledger.text[time.start : time.end]):
            return None
        first = time.begin[0] or time.finish[0]
        last = time.finish[1] or time.begin[1]
        short = first and last and first <= last and _gap(first, last) <= 2
        return (first, last) if first and last and short else None

    def of_saying(self, time: Timex) -> bool:
        """True if the words date a statement ("the ministry said on Sunday night")."""
        start = self.story.sentence(time.start).start
        return bool(SAID_ON.search(self.ledger.text[max(start, time.start - 60) : time.start]))

    def voice(self, quantity: Quantity) -> str:
        """Who gives a number, as words; the outlet's name where nobody is named."""
        return self.story.voices.name(self.story.teller(quantity))

    def own_voice(self, quantity: Quantity) -> bool:
        """True if the report gives the number in its own words."""
        return self.story.teller(quantity) == OUTLET

    def _recent(self, period: Days) -> bool:
        now = published(self.published)
        return now is None or -1 <= _gap(period[1], now[1]) <= WINDOW

    def _passage(self, number: int, span: Span) -> Passage:
        words = self.story.words(span)
        stems = frozenset(s for s in map(stem, WORD.findall(words)) if len(s) > 2) - EMPTY
        marks = {f"#{q.role}" for q in self.ledger.quantities if q.role and span.start <= q.start < span.end}
        marks |= {f"#{family}" for family in incidents(words)}
        return Passage(span, number, words, stems | marks, self._aside(span, words))

    def _aside(self, span: Span, words: str) -> bool:
        """Told of another time: every day it names lies before the window, or words say so."""
        times = [t for t in self.story.times(span) if t.type in ("DATE", "TIME") and (t.begin[0] or t.finish[1])]
        now = published(self.published)
        old = [t for t in times if now and _gap(t.finish[1] or t.begin[0] or now[1], now[1]) > WINDOW]
        if STILL.search(words):
            return False
        open_since = [t for t in times if t.begin[0] and not t.finish[1]]
        if times and (len(old) == len(times) or (open_since and len(times) == 1)):
            return True
        return bool(EARLIER.search(words))


def stem(word: str) -> str:
    """A word without its endings, as what reports use for one thing.

    >>> stem("Seamen's"), stem("soldiers"), stem("killing"), stem("villages")
    ('sailor', 'soldier', 'kill', 'villag')
    """
    low = re.sub(r"[’']s?$", "", word.lower())
    return sense(low) or sense(_bare(low)) or _cut(low)


def _bare(low: str) -> str:
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def _cut(low: str) -> str:
    short = re.sub(r"(?:ies|ied|y)$", "i", low) if len(low) > 4 else low
    short = re.sub(r"(?:ing|ed|es|s|e|ly)$", "", short) if len(short) > 4 else short
    return re.sub(r"([bdgkmnprt])\1$", r"\1", short)


def _gap(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def near_days(a: Days, b: Days, slack: int = 0) -> bool:
    """True if two periods meet, give or take some days."""
    step = timedelta(days=slack)
    first, last = (date.fromisoformat(max(a[0], b[0])), date.fromisoformat(min(a[1], b[1])))
    return first - step <= last


def _stems(words: str) -> Iterator[str]:
    yield from (_cut(w) for w in words.split())


CALENDAR = frozenset(
    _stems(
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday"
    )
)
WIDE = frozenset(
    _stems(
        "north south east west northern southern eastern western central upper lower new old port city state region "
        "province district river lake mount camp saint san the united islamic"
    )
)
EMPTY = CALENDAR | frozenset(
    _stems(
        "the and for that with from was were had has have said says its their his her they this these those which who "
        "whom whose into onto about after before over under when where while been being also than then there not but "
        "are will would could one two three four five six seven eight nine ten eleven twelve according told reported "
        "more some any all out off down upon near during since until against only other others most least each both "
        "him them she our your what how did does done may might can morning evening night afternoon day week month "
        "year today yesterday statement authorities official officials"
    )
)
