"""What is told as finished, and then as still to be done or going on (C104): "completed", "waiting to be evacuated".

The later telling must be of the same kind of act, of the same people, things or place, and of a time not before the
end: what is open in the present, what "can begin", has "not begun" or goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from fogline.checking.acts.pairs import one_voice
from fogline.checking.acts.parts import Part, same, shared
from fogline.checking.acts.slots import at_odds, differ
from fogline.checking.acts.told import BESIDE, Told, happened, told
from fogline.checking.dating.told_days import days_apart
from fogline.checking.story import Story, Verdict, clean
from fogline.records import Finding, Span
from fogline.tables.lexicon_senses import act_kinds

STILL = re.compile(
    r"\b(?:still|yet\s+to|(?:are|is|were|was)\s+(?:now\s+)?(?:waiting|due|being)|remain(?:s|ed)?\s+to|awaiting)\b", re.I
)
STAGE = re.compile(
    r"\b(?:phase|stage|round|first|second|third|part|half|batch|day|next|new|another|mostly|almost)\b", re.I
)


class Ended(NamedTuple):
    """An act that is told as finished, the verb that says so, and the people and things that it was about."""

    act: Told
    verb: Told
    about: tuple[Part, ...]


class Open(NamedTuple):
    """An act that is told as still to be done or going on, where it is told, and about whom or what."""

    act: Told
    at: Span
    words: str
    about: tuple[Part, ...]


def finished_and_open(story: Story) -> Iterator[Finding]:
    """C104: one voice tells an act as finished and as still to be done."""
    every = told(story)
    ended = list(_ended(every))
    seen: set[int] = set()
    for left in _open(story, every) if ended else ():
        done = next((e for e in ended if _excludes(story, e, left)), None)
        if done is not None and left.act.number not in seen:
            seen.add(left.act.number)
            yield _finding(story, done, left)


def _ended(every: Sequence[Told]) -> Iterator[Ended]:
    for verb in every:
        p = verb.predicate
        if p.lemma not in act_kinds("ends") or not happened(verb) or STAGE.search(BESIDE.sub("", verb.words)):
            continue
        for part in (*verb.slot("whom"), *verb.slot("who")):
            for act in every:
                noun = act.predicate.kind == "noun" and act.number == verb.number and act.how != "indefinite"
                if (
                    noun
                    and part.span.start - 40 <= act.at.start < part.span.end
                    and act.at.start <= part.span.start + 40
                ):
                    yield Ended(act, verb, _about(act))


def _about(act: Told) -> tuple[Part, ...]:
    """Whom or what a noun is about ("the withdrawal of the Italians")."""
    return (*act.slot("whom"), *act.slot("who"))


def _open(story: Story, every: Sequence[Told]) -> Iterator[Open]:
    for t in every:
        sentence = story.sentence(t.at.start)
        before = story.words((sentence.start, t.at.start))
        with_it = [o for o in every if o.number == t.number]
        if t.predicate.kind == "verb" and t.predicate.mood == "open" and STILL.search(before):
            about = [p for o in with_it if o.word.lower() in ("waiting", "due") for p in o.slot("who")]
            yield Open(t, t.at, story.words(sentence), (*t.slot("whom"), *t.slot("who"), *about))
        elif t.predicate.kind == "noun" and t.how == "definite":
            for verb in with_it:
                own = any(p.span.start <= t.at.start < p.span.end for n in ("who", "whom") for p in verb.slot(n))
                if own and _begins(verb):
                    yield Open(t, verb.at, story.words(sentence), _about(t))


def _begins(verb: Told) -> bool:
    """It is to begin, has not begun, or goes on."""
    p = verb.predicate
    if p.lemma in act_kinds("begins"):
        return p.mood in ("not", "open") or p.tense == "future"
    return p.lemma in act_kinds("goes on") and p.mood == "told" and p.tense in ("present", "future")


def _excludes(story: Story, done: Ended, left: Open) -> bool:
    """One act in one voice, open at a time when it was finished."""
    a, b = done.act, left.act
    if not 0 < abs(left.act.number - done.verb.number) <= 14 or not a.senses & b.senses or a.marked:
        return False
    if all(s[0] == "=" for s in a.senses & b.senses) and a.predicate.lemma != b.predicate.lemma:
        return False
    if (
        not one_voice(story, done.verb, b)
        or STAGE.search(BESIDE.sub("", left.words))
        or any(o[0] == "where" for o in at_odds(a, b))
    ):
        return False
    couples = list(product(done.about, left.about))
    about = not couples or any((same(x, y) or shared(x, y)) and not differ(x, y) for x, y in couples)
    tied = bool(couples) or b.how == "definite"
    return about and tied and _not_before(done.verb, b, left)


def _not_before(done: Told, left: Told, found: Open) -> bool:
    """The open act is of a day not before the end, or of now."""
    if done.days and left.days and days_apart(done.days, left.days):
        on = left.days[0].first - done.days[0].last
        return done.days[0].scale == left.days[0].scale and 0 < on <= 10
    return found.act.number > done.number or not (done.days and left.days)


def _finding(story: Story, done: Ended, left: Open) -> Finding:
    words = clean(" … ".join(story.words(piece) for piece in done.verb.predicate.clause))
    verdict = Verdict(
        "C104", "contradiction", "polarity", "medium",
        f"What is told as finished, “{words}”, is told as still to be done: “{clean(left.words)}”",
        "both are told of one kind of act, of the same people, things or place",
        "a second part of it, or a later one, that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, (done.verb.at, left.at))
