"""One thing in two states that exclude each other, by its predicates (C156): "is open", "closed since Sunday".

A state is told by a copula, by a verb of staying, or by the verb that brings it about. Two tellings clash if both are
of one time: both of now, or a change that the other's "since Sunday without a break", "throughout" or "never" leaves no
room for. The things must be one: one noun, and where both are named, one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.checking.acts.parts import Part, part, same
from fogline.checking.story import Days, Story, Verdict, clean
from fogline.checking.telling.stems import stem
from fogline.checking.voices import OUTLET
from fogline.records import Argument, Finding, Predicate, Span
from fogline.tables.lexicon_checks import sense, thing_states
from fogline.tables.lexicon_senses import act_kinds, senses

STAYS = frozenset(("be", "stay", "remain", "keep", "lie", "stand", "leave", "stay throughout", "become"))
NOW = frozenset(("present", "perfect"))
THROUGHOUT = re.compile(
    r"\b(?:throughout|without\s+(?:a\s+)?(?:break|interruption|pause)|all\s+(?:along|week|day|night)|never|at\s+no\s+time|continuously|uninterrupted\w*)\b",
    re.I,
)
STILL = re.compile(r"\b(?:still|remains?|yet\s+to\s+be)\b", re.I)
WITH = re.compile(r"with\s", re.I)  # "with the road still closed"
SINCE = re.compile(r"\bsince\b", re.I)
LEADS = re.compile(
    r"\b(?:the|a|that|this)\s+(?:[\w’'-]+\s+){0,3}?(?P<head>[a-z]{3,})\s+(?:from|to|of|between|through|at|in|near|into)\s+(?:[A-Z][\w’'-]+\s+(?:to|and)\s+)*$"
)
NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
HEDGED = re.compile(
    r"\b(?:partly|partially|half|nearly|almost|briefly|temporarily|reportedly|yet|no longer|again|once|was\s+to"
    r"|expected|planned|ordered|likely|until|before|first|earlier|previously|had\s+been)\b", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A thing at one end of a scale, when, and as whose words."""

    at: Span
    thing: Part
    head: str
    names: frozenset[str]
    scale: str
    side: str
    now: bool
    lasting: bool
    days: tuple[Days, ...]
    voice: str
    passed_on: bool
    words: str
    number: int


def two_states(story: Story) -> Iterator[Finding]:
    """C156: one thing is told to be in two states at one time."""
    found = [s for p in story.ledger.predicates if p.mood != "open" for s in _states(story, p)]
    at_odds = ((a, b) for a, b in combinations(found, 2) if a.scale == b.scale and a.side != b.side)
    clash = {(b.at, b.scale): a for a, b in at_odds if _one_thing(a, b) and _one_voice(a, b) and _one_time(a, b)}
    yield from (_finding(story, clash[b.at, b.scale], b) for b in found if (b.at, b.scale) in clash)


def _states(story: Story, p: Predicate) -> Iterator[State]:
    words = " ".join(story.words(piece) for piece in p.clause)
    if HEDGED.search(words):
        return
    told = [a for a in p.arguments if a.role == "is"] if p.lemma in STAYS else []
    who = next((a for a in p.arguments if a.role == "patient"), None) or next(
        (a for a in p.arguments if a.role == "agent"), None
    )
    ends = list(_ends(story, p, told)) if who else []
    if who is None or not ends:
        return
    thing = part(story, who)
    head, names = _thing(story, thing, who, p)
    people = head in act_kinds("person") or any(e.type == "person" for e in thing.entities)
    bare = p.clause_type in ("participle", "adverbial") and not p.tense
    now = p.tense in NOW or (bare and bool(SINCE.search(words))) or bool(WITH.match(words))
    days = tuple(d for piece in p.clause for d in story.days(piece))
    voice, indirect = story.voice_at(p.trigger.start)
    for scale, side in ends:
        if people if scale == "liberty" else head in act_kinds("thing with states"):
            turned = {"+": "-", "-": "+"}[side] if p.mood == "not" else side
            yield State(
                p.trigger, thing, head, names, scale, turned, now, bool(THROUGHOUT.search(words)), days, voice,
                indirect, words, story.number(p.trigger.start),
            )  # fmt: skip


def _ends(story: Story, p: Predicate, told: Sequence[Argument]) -> Iterator[tuple[str, str]]:
    """The scales on which the words of a predicate stand, and the end of each."""
    held = {story.words(a.head).lower() for a in p.arguments if a.role == "in" and p.lemma in STAYS}
    freed = {story.words(a.head).lower() for a in p.arguments if a.role in ("at", "on") and p.lemma in STAYS}
    word = story.words(told[0].head if told else p.trigger).lower()
    if held & act_kinds("held in") or word in act_kinds("held"):
        yield "liberty", "-"
    elif freed & act_kinds("freed in") or (
        not told and any(one.name == "release" for one in senses("v").get(p.lemma, ()))
    ):
        yield "liberty", "+"
    lemma = "" if told else p.lemma.removeprefix("re")
    form = next((f for f in (word, lemma) if f in thing_states()), "")
    yield from ((scale, side) for scale, side, _ in thing_states().get(form, ()) if scale != "liberty")


def _thing(story: Story, thing: Part, who: Argument, p: Predicate) -> tuple[str, frozenset[str]]:
    """The head noun and the names that say which; of "the road from Metuge, which", the road."""
    start, head = who.span.start, thing.head
    before = LEADS.search(story.text, max(story.sentence(start).start, start - 60), start)
    if thing.proper and before:
        start, head = before.start(), before["head"]
    end = p.trigger.start if p.trigger.start > who.span.end else who.span.end + 40
    around = story.text[start : min(end, who.span.end + 60)]
    return sense(head) or head, frozenset(w.lower() for w in NAME.findall(around[1:]))


def _one_thing(a: State, b: State) -> bool:
    """One noun, and a name in common where both have names."""
    counts = [s.thing.count.low if s.thing.count else None for s in (a, b)]
    if a.number == b.number or (counts[0] != counts[1] and (a.scale != "liberty" or all(counts))):
        return False
    if a.scale == "liberty":
        return same(a.thing, b.thing) == 2
    alike = a.head == b.head or stem(a.head) == stem(b.head)
    return alike and (not a.names or not b.names or bool(a.names & b.names))


def _one_voice(a: State, b: State) -> bool:
    """One voice, or what the outlet says itself against what it passes on."""
    passed = (a.voice == OUTLET and b.passed_on) or (b.voice == OUTLET and a.passed_on)
    return a.voice == b.voice or passed


def _one_time(a: State, b: State) -> bool:
    """Both of now, or one leaves no room for the change that the other tells."""
    if a.now and b.now:
        return not _apart(a, b)
    for lasting, change in ((a, b), (b, a)):
        since = [d for d in lasting.days if lasting.now]
        if STILL.search(lasting.words) and lasting.now and not change.now and change.number < lasting.number:
            return True
        if (lasting.lasting or since) and lasting.now and change.days and not change.now:
            return lasting.lasting or all(c[0] > s[0] for c in change.days for s in since)
    return False


def _apart(a: State, b: State) -> bool:
    """Each is told of a day of its own ("on Monday", "on Tuesday"), neither "since"."""
    since = any(SINCE.search(s.words) for s in (a, b))
    return (
        not since and bool(a.days and b.days) and not any(x[0] <= y[1] and y[0] <= x[1] for x in a.days for y in b.days)
    )


def _finding(story: Story, a: State, b: State) -> Finding:
    verdict = Verdict(
        "C156", "contradiction", "state", "medium",
        f"The {a.head} is told in two states of one time: “{clean(a.words)}”, and “{clean(b.words)}”.",
        "both are told of the same thing, and no change between them",
        "a change between the two, or two parts of it",
    )  # fmt: skip
    return story.finding(verdict, (a.at, b.at))
