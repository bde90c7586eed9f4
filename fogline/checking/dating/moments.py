"""When each happening of a report is told to have come: the day and the hour beside its predicate.

A moment stands behind its verb, before the next one, or alone in its clause, or straight behind a noun ("the attack of
14 May"). What "occurs" has the moment of its verb ("the strike came at 09:40"). The stamp of a live entry is no moment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from fogline.checking.acts.parts import low
from fogline.checking.dating.told_days import Day, told_days
from fogline.checking.story import Story, per_story
from fogline.records import Predicate, Span, Timex
from fogline.tables.lexicon_happenings import kinds_of
from fogline.tables.lexicon_lasting import when_words
from fogline.tables.lexicon_senses import act_kinds, senses

CLOCK = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}T(\d\d):(\d\d)Z?")
STAMP = re.compile(r"\s*[-–—:|]\s")
BOUND = re.compile(r"\b(?:since|until|till|by|from|before|after|through|between|than)\s+(?:\w+\s+){0,1}$", re.I)
ON = re.compile(r"\s+on(?:wards?)?\b(?!\s+(?:the|\d|\w+day))")
CLOSE = re.compile(r"\b(?:shortly|just|soon|minutes|moments|a\s+little|right|immediately)\s+(?:before|after)\s+$", re.I)
NOUN_OF = re.compile(
    r"(?:\s+(?:in|at|near|on|against|outside)\s+[^,.;:]{2,40}?)?\s+(?:on|of|at|late\s+on|early\s+on)\s+(?:about\s+|around\s+)?$"
)


class Moment(NamedTuple):
    """A moment: its day, its minute of the day, its words, its sentence."""

    day: Day | None
    clock: int | None
    span: Span
    number: int


class Telling(NamedTuple):
    """A happening told, with its kinds and its moment, None where none is told; vague if another time stands there."""

    kinds: frozenset[str]
    moment: Moment | None
    vague: bool
    predicate: Predicate
    number: int


@per_story
def tellings(story: Story) -> tuple[Telling, ...]:
    """Every happening told as so, in text order."""
    return tuple(_tellings(story))


def _tellings(story: Story) -> Iterator[Telling]:
    verbs = sorted(p.trigger.start for p in story.ledger.predicates if p.kind != "noun")
    for p in story.ledger.predicates:
        kinds = kinds_told(story, p) if p.mood == "told" else frozenset[str]()
        if kinds:
            times = _behind_noun(story, p) if p.clause_type == "noun" else _beside_verb(story, p, verbs)
            moment = moment_of(story, times)
            yield Telling(
                kinds,
                moment,
                moment is None and any(t.type in ("DATE", "TIME") for t in times),
                p,
                story.number(p.trigger.start),
            )


def kinds_told(story: Story, p: Predicate) -> frozenset[str]:
    """The kinds of act told, also its subject and verb ("dam burst"), and those of a noun that occurs."""
    if p.kind == "noun":
        return noun_kinds(p.lemma)
    heads = [(a.role, low(story.words(a.head))) for a in p.arguments if a.role in ("agent", "patient", "is", "under")]
    found = (
        _occurred(p, heads)
        if p.lemma in when_words("occurs") or p.lemma in when_words("weapon does")
        else frozenset[str]()
    )
    forms = [f"{p.lemma} {head}" for _, head in heads] + ([] if p.lemma in when_words("vague") else [p.lemma])
    own = next((senses("v")[form] for form in forms if form in senses("v")), ())
    known = found | frozenset(s.name for s in own) | _capture(story, p)
    subject = next(
        (head for role, head in heads if role in ("agent", "patient") and head not in act_kinds("pronoun")), ""
    )
    return widened(known) | (
        frozenset((f"{subject} {p.lemma}",)) if subject and p.lemma not in when_words("light") else frozenset()
    )


def _occurred(p: Predicate, heads: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The kinds of the noun that is said to occur, or of the weapon that lands."""
    roles = ("agent", "patient", "under") if p.lemma == "come" else ("agent", "patient")
    found = frozenset(
        k for role, head in heads if p.lemma in when_words("occurs") and role in roles for k in noun_kinds(head)
    )
    weapon = any(role == "agent" and kinds_of("means")[0].fullmatch(head) for role, head in heads)
    return found | when_words("harm") if weapon and (p.lemma in when_words("weapon does") or found) else found


def _capture(story: Story, p: Predicate) -> frozenset[str]:
    """As in "the army took the town"."""
    taken = p.lemma == "take" and any(a.role == "patient" and story.places(a.span) for a in p.arguments)
    dragged = p.lemma in ("take", "drag", "pull", "seize") and any(a.role in ("from", "out of") for a in p.arguments)
    return frozenset(("capture",)) if taken else frozenset(("abduct",)) if dragged else frozenset()


@cache
def noun_kinds(noun: str) -> frozenset[str]:
    """The kinds of act that a noun tells of.

    >>> sorted(noun_kinds("quake"))
    ['quake']
    """
    return widened(frozenset(s.name for s in senses("n").get(low(noun), ())))


def widened(kinds: frozenset[str]) -> frozenset[str]:
    """An attack may be told as a shooting or a killing."""
    return kinds | when_words("harm") if kinds & when_words("harm") else kinds


def _beside_verb(story: Story, p: Predicate, verbs: Sequence[int]) -> list[Timex]:
    """The times behind a verb, before the next one; else those of its clause."""
    sentence = story.sentence(p.trigger.start)
    after = bisect_left(verbs, p.trigger.end)
    stop = min(verbs[after], sentence.end) if after < len(verbs) else sentence.end
    behind = [t for t in story.times(Span(p.trigger.end, stop)) if not stamped(story, t)]
    own = [t for s in p.clause for t in story.times(s) if not stamped(story, t)
        and not re.search(r"\bthat\b", story.text[t.end : p.trigger.start])]  # fmt: skip
    return behind or own


def _behind_noun(story: Story, p: Predicate) -> list[Timex]:
    near = story.times(Span(p.trigger.end, min(p.trigger.end + 60, story.sentence(p.trigger.start).end)))
    return [t for t in near[:1] if NOUN_OF.fullmatch(story.text[p.trigger.end : t.start])]


def stamped(story: Story, time: Timex) -> bool:
    """The clock time that opens an entry of a live report."""
    sentence = story.sentence(time.start)
    return time.start - sentence.start < 3 and bool(STAMP.match(story.text[time.end : time.end + 4]))


def moment_of(story: Story, times: Sequence[Timex]) -> Moment | None:
    """The one moment that some times make together, a day, an hour or both."""
    dated = [t for t in times if t.type in ("DATE", "TIME") and not _of_next(story, t, times)]
    if not dated or any(_bounding(story, t) for t in dated):
        return None
    found = [d for d in told_days(story, dated) if d.scale == "date"]
    clocks = {
        int(m[1]) * 60 + int(m[2])
        for t in dated
        if (m := CLOCK.fullmatch(t.value or "")) and not (t.value or "").endswith("Z")
    }
    if len({(d.first, d.last) for d in found}) > 1 or len(clocks) > 1 or not (found or clocks):
        return None
    first, last = dated[0], dated[-1]
    return Moment(
        next(iter(found), None), next(iter(clocks), None), Span(first.start, last.end), story.number(first.start)
    )


def _of_next(story: Story, time: Timex, times: Sequence[Timex]) -> bool:
    """A weekday whose date stands straight behind it ("late on Thursday 14 November")."""
    return any(
        0 <= t.start - time.end <= 2 and not re.search(r"\d", story.words((time.start, time.end))) for t in times
    )


def _bounding(story: Story, time: Timex) -> bool:
    before = story.text[max(0, time.start - 24) : time.start]
    onwards = ON.match(story.text, time.end) or re.search(r"\bsince\s+(?:\w+\s+)?$", before, re.I)
    return bool(BOUND.search(before)) and not CLOSE.search(before) and not onwards


def earlier(a: Moment, b: Moment) -> bool:
    """True if the first moment lies surely before the second."""
    if a.day and b.day and not (a.day.first <= b.day.last and b.day.first <= a.day.last):
        return a.day.last < b.day.first <= a.day.last + FAR
    return a.clock is not None and b.clock is not None and a.clock + MARGIN <= b.clock


FAR = 120  # days: two happenings farther apart are not told as effect and cause by a slip
MARGIN = 10  # minutes
