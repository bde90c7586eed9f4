"""Lengths that two moments make: "the gunfight began at 2 p.m. and ended at 5.30 p.m.", "fighting from 7 a.m. to noon".

A beginning and an end of one happening, by clock or by day, stand in one sentence or in two that follow close on each
other; an end without a subject of its own, or with a pronoun, is the end of what began before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fogline.checking.dating.amounts import Amount
from fogline.checking.dating.lasting import Lasting
from fogline.checking.dating.length_grammar import subject_of
from fogline.checking.story import Story, days
from fogline.records import Predicate, Span, Timex
from fogline.tables.lexicon_lasting import lasting, lasting_nouns, when_words

CLOCK = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}T(\d\d):(\d\d)")
JOINED = re.compile(
    r"\s*,?\s*(?:to|until|till|through|and|[-–—])\s*(?:about\s+|around\s+|after\s+|shortly\s+after\s+)?", re.I
)
FROM = re.compile(r"\b(?:from|between)\s+(?:about\s+|around\s+|shortly\s+after\s+)?$", re.I)
NEAR = 2  # sentences between a beginning and its end


class Moment(NamedTuple):
    """A moment at which a happening begins or ends: its time, what it is of, its predicate."""

    time: Timex
    kinds: frozenset[str]
    number: int


def stretched(story: Story) -> Iterator[Lasting]:
    """The lengths of happenings by their first and last moments."""
    begins, ends = tuple(_moments(story, when_words("begins"), "b")), tuple(_moments(story, when_words("ends"), "e"))
    for begin in begins:
        if len({b.time.value for b in begins if b.kinds & begin.kinds}) > 1:
            continue
        later = [e for e in ends if 0 <= e.number - begin.number <= NEAR and e.time.start > begin.time.start]
        end = next((e for e in later if not e.kinds or e.kinds & begin.kinds), None)
        if end and begin.kinds:
            yield from _between(story, begin.time, end.time, begin.kinds & end.kinds or begin.kinds)
    for a, b in zip(story.ledger.times, story.ledger.times[1:], strict=False):
        joined = JOINED.fullmatch(story.text[a.end : b.start])
        if joined and _dated(a) and _dated(b) and FROM.search(story.text[max(0, a.start - 24) : a.start]):
            kinds = _ranged(story, a, b)
            if kinds:
                yield from _between(story, a, b, kinds)


def _moments(story: Story, lemmas: frozenset[str], role: str) -> Iterator[Moment]:
    first_words = {form.split()[0] for form in lasting(role)}
    for p in story.ledger.predicates:
        if p.mood != "told" or p.kind == "noun" or not (p.lemma in lemmas or p.lemma.split()[0] in first_words):
            continue
        own = _own(story, p, role)
        if not (own or p.lemma in lemmas):
            continue
        if p.lemma == "be" and not re.search(r"\bover\b", " ".join(story.words(s) for s in p.clause)):
            continue
        time = _time(story, p)
        subject = subject_of(p)
        taken = subject is None or story.words(subject.head).lower() in when_words("stands for")
        kinds = own or (frozenset() if subject is None or taken else _kinds(story, subject.span))
        if time and (kinds or (taken and lemmas is when_words("ends"))):
            yield Moment(time, kinds, story.number(p.trigger.start))


def _own(story: Story, p: Predicate, role: str) -> frozenset[str]:
    """The kinds of happening that a verb itself begins or ends, alone or with what it makes of its object."""
    forms = (p.lemma, *(f"{p.lemma} {story.words(a.head).lower()}" for a in p.arguments if a.role == "is"))
    return next((lasting(role)[form] for form in reversed(forms) if form in lasting(role)), frozenset())


def _time(story: Story, p: Predicate) -> Timex | None:
    """The moment behind a verb, before the next one; else the only one of its clause."""
    sentence = story.sentence(p.trigger.start)
    verbs = (q.trigger.start for q in story.ledger.predicates if q.kind != "noun")
    stop = next((at for at in verbs if p.trigger.end <= at < sentence.end), sentence.end)
    behind = [t for t in story.times(Span(p.trigger.end, stop)) if _dated(t)]
    own = [t for s in p.clause for t in story.times(s) if _dated(t)]
    return behind[0] if behind else own[0] if len(own) == 1 and own[0].start < p.trigger.start else None


def _day(time: Timex) -> str:
    return (days(time) or ("", ""))[0]


def _dated(time: Timex) -> bool:
    found = days(time) if time.type == "DATE" else None
    return bool(CLOCK.fullmatch(time.value or "")) or bool(found and found[0] == found[1])


def _kinds(story: Story, span: Span) -> frozenset[str]:
    found = lasting_nouns().findall(story.words(span))
    return lasting("n")[found[-1].lower()] if found else frozenset()


def _ranged(story: Story, a: Timex, b: Timex) -> frozenset[str]:
    """What went on from one moment to another: the noun straight before, else the clause's subject or verb."""
    before = story.words(Span(story.sentence(a.start).start, a.start))
    nouns = [m for m in lasting_nouns().finditer(before) if len(before) - m.end() < 30 and "," not in before[m.end() :]]
    if nouns:
        return lasting("n")[nouns[-1][0].lower()]
    inside = [p for p in story.ledger.predicates if any(s.start <= a.start < s.end for s in p.clause) and _went_on(p)]
    for p in inside:
        subject = subject_of(p)
        kinds = lasting("v").get(p.lemma) or (_kinds(story, subject.span) if subject else frozenset())
        if kinds:
            return kinds
    return frozenset()


def _went_on(p: Predicate) -> bool:
    return p.mood == "told" and p.kind != "noun"


def _between(story: Story, a: Timex, b: Timex, kinds: frozenset[str]) -> Iterator[Lasting]:
    """The hours from one moment to the other, give or take."""
    first, last = (CLOCK.fullmatch(t.value or "") for t in (a, b))
    if first and last:
        hours = (int(last[1]) - int(first[1]) + (int(last[2]) - int(first[2])) / 60) % 24
        low, high = hours * 0.85 - 0.1, hours * 1.15 + 0.1
    elif not first and not last:
        begun, ended = (date.fromisoformat(_day(t)).toordinal() for t in (a, b))
        low, high = max(0, ended - begun - 1) * 24.0, (ended - begun + 1) * 24.0 + 12
    else:
        return
    if high > 0 and low >= 0 and (first or ended > begun):
        yield Lasting(Amount(Span(a.start, b.end), low, high), kinds, True, True, story.number(a.start))
