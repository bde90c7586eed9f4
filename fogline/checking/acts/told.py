"""The acts of a report as its predicates tell them: sense, arguments, days, voice, and how they are taken up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.checking.acts.parts import Part, low, part
from fogline.checking.dating.told_days import Day, told_days
from fogline.checking.story import Story, per_story
from fogline.checking.telling.stems import stem
from fogline.checking.voices import OUTLET
from fogline.records import Argument, Predicate, Span
from fogline.tables.lexicon_happenings import happening_marks, kinds_of
from fogline.tables.lexicon_senses import Sense, senses

WHERE = frozenset(("in", "at", "near", "outside", "inside", "where", "beside", "off", "into", "on", "along", "over", "close", "around", "across"))
WITH = frozenset(("with", "using", "kind"))
FROM = frozenset(("from", "out", "of"))
DEFINITE = re.compile(r"\b(?:the|this|that|its|their|his|her|both|[\w.]+['’]s?)\s+(?:[\w’'-]+\s+){0,4}$", re.I)
INDEFINITE = re.compile(r"\b(?:an?|another|one|some|several|two|three)\s+(?:[\w’'-]+\s+){0,3}$", re.I)
BESIDE = re.compile(
    r"\bMay\b|\b(?:next|last|previous|each|every|same|earlier|later|second|third|fourth)\s+(?:day|morning|night|evening|afternoon|week|month|year|hour|floor|storey"
    r"|minutes?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)\b|\bone\s+of\s+(?:the|them)\b", re.I)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
HARM = frozenset(("assault", "killing", "wounding", "destroy", "burn"))
SKIPPED = frozenset(("say", "tell", "add", "be", "have", "do", "include", "accord", "report"))


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an act."""

    at: Span
    predicate: Predicate
    senses: frozenset[str]
    how: str  # definite, indefinite, bare (nouns); main, relative, adverbial, complement, participle (verbs)
    parts: dict[str, tuple[Part, ...]]
    days: tuple[Day, ...]
    number: int
    voice: str
    passed_on: bool
    marked: bool

    def slot(self, name: str) -> tuple[Part, ...]:
        """The parts in a slot: who, whom, to, from, with, where."""
        return self.parts.get(name, ())


@per_story
def told(story: Story) -> tuple[Told, ...]:
    """Every act of the report that can be compared, in text order."""
    found = story.ledger.predicates
    return tuple(t for p in found if p.lemma not in SKIPPED and (t := _told(story, p)))


def _told(story: Story, p: Predicate) -> Told:
    readings = tuple(s for s in _senses(story, p) if "with" not in s.roles.values() or _weapon(story, p, s))
    roles = readings[0].roles if readings else {}
    slots: dict[str, list[Part]] = {}
    times = {t.start: t for t in story.ledger.times}
    for argument in p.arguments:
        if any(t.start <= argument.head.start < t.end for t in story.times((argument.span.start - 30, argument.span.end))):
            continue
        one = part(story, argument)
        slots.setdefault(_slot(argument.role, one, roles, p.kind), []).append(one)
    names = frozenset(s.name for s in readings) or frozenset((f"={stem(p.lemma.split()[0])}",))
    span = Span(min(s.start for s in p.clause), max(s.end for s in p.clause))
    words = " ".join(story.words(s) for s in p.clause)
    how = _how(story, p)
    voice, indirect = story.voice_at(p.trigger.start)
    if indirect and how in ("definite", "relative"):
        voice, indirect = OUTLET, False
    marked = bool(happening_marks("occasion").search(BESIDE.sub("", words)))
    days = _past(story, told_days(story, [t for s in p.clause for t in story.times(s)]))
    return Told(p.trigger, p, names, how, {k: tuple(v) for k, v in slots.items()}, days, story.number(p.trigger.start), voice, indirect, marked)


def _senses(story: Story, p: Predicate) -> tuple[Sense, ...]:
    kind = "n" if p.kind == "noun" else "v"
    lemma = low(p.lemma) if kind == "n" else p.lemma
    things = [low(story.words(a.head)) for a in p.arguments if a.role in ("patient", "is")]
    for key in (*(f"{lemma} {t}" for t in things), lemma, lemma.split()[0] if kind == "v" else ""):
        if key in senses(kind):
            return senses(kind)[key]
    return ()


def _past(story: Story, days: tuple[Day, ...]) -> tuple[Day, ...]:
    """A day without a year that the reading put after the report, as the year before has it: what is told is past."""
    published = story.ledger.report.published
    if not published or len(published) < 10:
        return days
    today = date.fromisoformat(published[:10]).toordinal()
    late = [d.scale == "date" and d.first > today + 30 and not YEAR.search(d.words) for d in days]
    return tuple(_year_before(d) if shift else d for d, shift in zip(days, late, strict=True))


def _year_before(day: Day) -> Day:
    first = date.fromordinal(day.first)
    moved = first.replace(year=first.year - 1, day=min(first.day, 28) if first.month == 2 else first.day).toordinal()
    return day._replace(first=moved, last=moved + day.last - day.first)


SURE = frozenset(("explode", "detonate", "go off", "blow up"))


def _weapon(story: Story, p: Predicate, sense: Sense) -> bool:
    """What lands or falls is a weapon, not a roof."""
    heads = [story.words(a.head) for a in p.arguments if sense.roles.get(a.role) == "with"]
    return p.lemma in SURE or any(kinds_of("means")[0].fullmatch(h) for h in heads)


def _slot(role: str, one: Part, roles: dict[str, str], kind: str) -> str:
    if role in roles:
        role = roles[role]
    elif role in WHERE:
        return "where"
    elif role in WITH:
        return "with" if kinds_of("means")[0].search(one.words) else "kind"
    elif role == "agent":
        role = "who"
    elif role in ("patient", "is"):
        role = "whom"
    elif role == "of" and kind == "noun":
        role = "whom"
    elif role == "by":
        role = "who"
    if role == "who" and kinds_of("means")[0].fullmatch(one.head):
        return "with"
    return role


def _how(story: Story, p: Predicate) -> str:
    if p.kind != "noun":
        return p.clause_type
    before = story.text[story.sentence(p.trigger.start).start : p.trigger.start]
    if INDEFINITE.search(before):
        return "indefinite"
    return "definite" if DEFINITE.search(before) else "bare"
