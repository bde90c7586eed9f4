"""Beginnings and ends with a date: "closed on 2 May ... reopened on 9 May", or "held from 2009 to 2013".

The words fall into families (``spells.tsv``). A begin and an end of one family that stand close, with no second begin
or end of that family near, make a spell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fogline.checking.story import Story, days
from fogline.records import Bounds, Mention, Span, Timex
from fogline.tables.lexicon_checks import spells

NEAR = 3  # sentences between a beginning and its end
NOT_DONE = re.compile(
    r"\b(?:not|never|will|would|could|should|may|might|if|until|to|before|after|since|be|hours?|days?)\s+(?:\w+\s+)?$",
    re.I,
)
NEW = re.compile(
    r"[“\"]?(?:An?|Another|Others?|One|Two|Three|Four|Five|Some|Several|Many|Dozens|Hundreds|\d+|In (?:19|20)\d\d)\b"
)
LED = re.compile(r"(?:^|.*\s)(?:on|in|at|of|late|early|since)\s+(?:the\s+\w+\s+of\s+)?", re.I | re.S)
FROM = re.compile(r"\b(?:from|between)\s+$", re.I)
RANGED = re.compile(r"\d\s*(?:to|until|till|through|and|[-–—])\s*(?:\w+\s+)?\d", re.I)
JOINED = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*", re.I)


@dataclass(frozen=True, slots=True)
class Mark:
    """A beginning or an end: its words, its sentence, its families, the first and last day it can mean, its hour."""

    span: Span
    sentence: int
    families: frozenset[str]
    days: tuple[int, int]
    hour: float | None = None


@dataclass(frozen=True, slots=True)
class Spell:
    """A beginning and an end of one family."""

    families: frozenset[str]
    begin: Mark
    end: Mark
    ranged: bool = False

    @property
    def days(self) -> tuple[int, int]:
        """The fewest and the most days it can have lasted, both ends counted on the long side."""
        return max(0, self.end.days[0] - self.begin.days[1]), self.end.days[1] - self.begin.days[0] + 1

    @property
    def hours(self) -> float | None:
        """The hours between two clock times, if both are told and lie within a day."""
        if self.begin.hour is None or self.end.hour is None or self.days[1] > 2:
            return None
        return (self.end.hour - self.begin.hour) % 24


def found(story: Story) -> Iterator[Spell]:
    """The spells of a report."""
    yield from _ranges(story)
    begins, ends = tuple(_marks(story, "begin")), tuple(_marks(story, "end"))
    for begin in begins:
        for end in ends:
            both = begin.families & end.families
            near = abs(end.sentence - begin.sentence) <= NEAR
            ordered = begin.days[0] <= end.days[1] and (begin.days, begin.hour) != (end.days, end.hour)
            told = both and near and ordered and one_thing(story, begin.sentence, end.sentence)
            if told and _alone(begin, end, begins + ends, both):
                yield Spell(both, begin, _same_year(story, begin, end))


def one_thing(story: Story, first: int, second: int) -> bool:
    """Two sentences that can speak of one thing: the later brings in nothing new, and both name no other people."""
    if first == second:
        return True
    later, former = (story.ledger.sentences[number] for number in (max(first, second), min(first, second)))
    people = [_people(story, Span(s.start, s.end)) for s in (later, former)]
    return not NEW.match(story.text, later.start) and (not all(people) or bool(people[0] & people[1]))


def _people(story: Story, span: Span) -> set[str]:
    """The persons, named or taken up, that a passage mentions."""
    return {m.entity for m in _persons(story) if span.start <= m.start < span.end}


def _persons(story: Story) -> Iterator[Mention]:
    persons = {e.id for e in story.ledger.entities if e.type == "person"}
    return (m for m in story.ledger.mentions if m.entity in persons)


def _same_year(story: Story, begin: Mark, end: Mark) -> Mark:
    """Two dates of which at most one names a year, read a year apart, are of one year."""
    unsaid = not all(re.search(r"\b[12]\d{3}\b", story.words(m.span)) for m in (begin, end))
    if unsaid and 300 < end.days[0] - begin.days[1] <= 400 and end.days[0] - 365 >= begin.days[0]:
        return replace(end, days=(end.days[0] - 365, end.days[1] - 365))
    return end


def _alone(begin: Mark, end: Mark, marks: Sequence[Mark], families: frozenset[str]) -> bool:
    """No second beginning or end of the family near."""
    numbers = (begin.sentence, end.sentence)
    near = range(min(numbers) - NEAR, max(numbers) + NEAR + 1)
    when = {(m.days, m.hour) for m in marks if families & m.families and m.sentence in near}
    return when == {(begin.days, begin.hour), (end.days, end.hour)}


def _marks(story: Story, role: str) -> Iterator[Mark]:
    pattern, families = spells(role)
    for match in pattern.finditer(story.text):
        at = story.sentence(match.start())
        if NOT_DONE.search(story.text[max(at.start, match.start() - 20) : match.start()]):
            continue
        time = time_of(story, match, at)
        period = days(time) if time else None
        if time and period:
            when = _number(period[0]), _number(period[1])
            span, kinds = Span(match.start(), time.end), families[match[0].lower()]
            yield Mark(span, story.number(match.start()), kinds, when, clock(time))


def clock(time: Timex) -> float | None:
    """The hour of a clock time."""
    told = re.fullmatch(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d)", time.value or "")
    return int(told[1]) + int(told[2]) / 60 if told else None


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def time_of(story: Story, match: re.Match[str], sentence: Span) -> Timex | None:
    """The dated time straight behind a verb, or the one that its sentence begins with."""
    dated = [t for t in story.times(sentence) if days(t) and t.type != "DURATION" and (t.value or "X")[:1].isdigit()]
    after = [t for t in dated if match.end() <= t.start <= match.end() + 60]
    if after:
        between = story.text[match.end() : after[0].start]
        crossed = any(spells(role)[0].search(between) for role in ("begin", "end")) or re.search(r"[;:]", between)
        on = LED.fullmatch(between) or not between.strip()
        return after[0] if on and not crossed else None
    led = [t for t in dated if t.start - sentence.start < 12]
    return led[0] if len(dated) == 1 and led else None


def _ranges(story: Story) -> Iterator[Spell]:
    """As in "held from 2009 to 2013", "from 3 to 9 May"."""
    for time in story.ledger.times:
        if time.type == "TIME" or not _is_range(story, time) or not (_known(time.begin) and _known(time.finish)):
            continue
        sentence, number = story.sentence(time.start), story.number(time.start)
        families: frozenset[str] = frozenset()
        opens = re.fullmatch(r"[“\"]?(?:From|Between)?\s*", story.text[sentence.start : time.start])
        about = (time.end, sentence.end) if opens else (sentence.start, time.start)
        for role in ("begin", "state", "noun"):
            pattern, known = spells(role)
            forms = pattern.findall(story.text, *about)
            families |= known[forms[-1].lower()] if forms else frozenset()
        first, last = _pair(time.begin), _pair(time.finish)
        if first[1] < last[0]:
            span = Span(time.start, time.end)
            yield Spell(families, Mark(span, number, families, first), Mark(span, number, families, last), True)


def _is_range(story: Story, time: Timex) -> bool:
    words, after = story.words((time.start, time.end)), story.text[time.end : time.end + 12]
    led = FROM.search(story.text[max(0, time.start - 12) : time.start]) or re.match(r"from|between", words, re.I)
    return bool(led and re.search(r"\d", words) and (RANGED.search(words) or JOINED.match(after)))


def _known(bounds: Bounds) -> bool:
    return bool(bounds[0] and bounds[1])


def _pair(bounds: Bounds) -> tuple[int, int]:
    return _number(bounds[0] or ""), _number(bounds[1] or "")
