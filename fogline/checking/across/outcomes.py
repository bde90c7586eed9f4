"""How it ended: released or still held, open or shut, repelled or taken (C408).

An end of a scale that one report tells of something, and the other end that the other report tells of the same thing:
the clauses share what they speak of, or a thing that the scale is made for (`outcome_things.tsv`) and that neither
names nor words like "old" and "new" tell apart; and neither report tells the other's end of it. "Not" turns an end
round, "nobody" excludes whoever the other report tells of. Silent on what is only ahead, on a part, on mere hours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fogline.checking.across.aligning import CLOSE, Pair
from fogline.checking.across.lineage import differing
from fogline.checking.across.telling import EMPTY, WORD, Passage, Telling, stem
from fogline.checking.story import disjoint
from fogline.records import Finding
from fogline.tables.lexicon_outcomes import outcome_things, outcomes_told

NOT = re.compile(
    r"(?:\b(?:not|never|nobody|none|neither|without|failed to|unable to|yet to)|n[’']t)\s+(?:\w+\s+){0,2}$", re.I
)
NONE = re.compile(r"\bno\s+(?:\w+\s+){1,3}(?:was|were|had been|has been|have been|is|are)?\s*$", re.I)
ALONE = re.compile(r"\b(?:no one|nobody|none|no (?:attempt|effort|move))\b", re.I)
AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|set to|due to|if|could|(?-i:may)|might|should|must|until|demand\w*|call\w* for|to)\s+"
    r"(?:\w+\s+){0,2}$",
    re.I,
)
PLANNED = re.compile(r"\b(?:plan(?:s|ned|ning)?|expect\w*|vow\w*|threat\w*|promis\w*|ask\w*)\s+(?:\w+\s+){0,2}$", re.I)
FINITE = re.compile(r"(?:did|was|were|went|took|had|has|never)\b", re.I)
UNTRIED = re.compile(r"\b(?:no|not an?|without an?|never) (?:attempt|effort|move)s?\b[^,;]*\bto\s+$", re.I)
JOINED = re.compile(r"\b(?:and|but|while|after|before|when|because|until|where|though|although)\b", re.I)
BESIDE = re.compile(
    r"\b(?:near|beside|outside|behind|opposite|around|by|(?:next|close) to|(?:metres|meters|yards|away|km|miles) from)"
    r"\s+(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
NAMING = re.compile(r"\s+(?:of|at|in|near|on|over)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
PART = re.compile(
    r"\b(?:(?:one|two|three|four|five|some|several|many|most|half|part|\d+) (?:of|other|more)|some|others?|another"
    r"|a (?:second|third|fourth)|rest|remaining)\s+(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
BRIEFLY = re.compile(
    r"\b(?:briefly|temporarily|for (?:a|an|some|several|two|three|four|five|six|\d+)?\s*(?:few |short )?"
    r"(?:hours?|minutes?|time|while))\b",
    re.I,
)
LET_GO = re.compile(
    r"\b(?:bombs?|missiles?|rockets?|grenades?|flares?|shells?|drones?|water|gas|statement|notice|report|video|footage"
    r"|pictures|figures|data|list)\s+(?:\w+\s+){0,2}$",
    re.I,
)
HARDLY = re.compile(r"\b(?:nearly|almost|partly|partially)\b", re.I)
ANOTHER = r"\b(?:another|other|second|third|two|three|four|five|several|both)\s+(?:[\w’'-]+\s+)?"
DISTINCT = (
    "new old other second third fourth next former east west north south eastern western northern southern upper lower "
    "inner outer temporary civilian main rail road foot"
)
OF_ONE_KIND = frozenset(("motion", "accord"))  # a boat is a vessel, and a round of talks a meeting
APART = frozenset(map(stem, DISTINCT.split()))
STOP = re.compile(r"[;:]|,\s+(?:and|but|while|whereas)\s|[“”\"]")


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun that a scale is told of: its stem, its word, the names beside it and what tells it from another."""

    head: str
    word: str
    names: frozenset[str]
    apart: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ended:
    """One end of a scale, where it stands, and what the clause around it speaks of."""

    scale: str
    end: str
    turned: bool
    words: str
    at: int
    subject: frozenset[str]
    about: frozenset[str]
    things: tuple[Thing, ...]
    part: bool
    passage: Passage


def compare_outcomes(pair: Pair) -> Iterator[Finding]:
    """C408: opposite ends told of one thing."""
    here, there = endings(pair.a), endings(pair.b)
    found = [(_nearness(pair, x, y), x, y) for x in here for y in there if _against(pair, x, y, (here, there))]
    taken: set[object] = set()
    for _, x, y in sorted(found, key=lambda f: (-f[0], f[1].at, f[2].at)):
        slots: set[object] = {(0, x.passage.number, x.scale), (1, y.passage.number, y.scale)}
        slots |= {(x.scale, head) for head in _heads(x) & _heads(y) or {""}}
        both = (x.passage.number, y.passage.number)
        if not taken & (slots | {both}):
            taken |= slots | {both}
            yield differing(pair, ("C408", "outcome"), (x.words, y.words), (x.at, y.at))


def endings(telling: Telling) -> list[Ended]:
    """How things ended in a report, without what is only ahead."""
    found: list[Ended] = []
    for begin, stop, ends in outcomes_told(telling.ledger.text):
        passage = telling.at(begin)
        if passage is not None and not passage.aside:
            found += _ended(telling, passage, (begin, stop), ends)
    return found


def _ended(
    telling: Telling, passage: Passage, span: tuple[int, int], ends: Sequence[tuple[str, str]]
) -> Iterator[Ended]:
    """The words on each scale that they stand on."""
    text = telling.ledger.text
    start, stop = _clause(telling, passage, span)
    before, after = text[start : span[0]], text[span[1] : stop]
    untried = UNTRIED.search(before)
    planned = PLANNED.search(before) and not FINITE.match(text, span[0])
    brief = BRIEFLY.search(f"{_leading(before)[-24:]} {' '.join(after.split()[:6])}")
    dropped = text.startswith("released", span[0]) and LET_GO.search(before)
    if brief or dropped or ((AHEAD.search(before) or planned) and not untried):
        return
    near = f"{_leading(before)} {text[span[0] : span[1]]} {JOINED.split(after)[0]}"
    subject, about = _stems(" ".join(before.split()[-7:])), _stems(f"{before} {after}")
    turned = bool(untried or NOT.search(before) or NONE.search(before))
    told = _told(before, text[span[0] : span[1]], after)
    for scale, end in ends:
        things = tuple(_things_in(near, scale))
        yield Ended(scale, end, turned, told, span[0], subject, about, things, bool(HARDLY.search(near)), passage)


def _leading(before: str) -> str:
    """The words that lead up to an end, from the last conjunction on if they speak of something."""
    parts = JOINED.split(before)
    return parts[-1] if _stems(parts[-1]) else before


def _things_in(words: str, scale: str) -> Iterator[Thing]:
    """The things of the scale that words speak of, without a part of them and what only tells a place."""
    for word in WORD.finditer(words):
        lead = words[: word.start()]
        if stem(word[0]) in _things(scale) and not BESIDE.search(lead) and not PART.search(lead):
            before, after = " ".join(lead.split()[-3:]), NAMING.match(words[word.end() :])
            names = [w for w in WORD.findall(f"{before} {after[0] if after else ''}") if w[:1].isupper()]
            head = scale if scale in OF_ONE_KIND else stem(word[0])
            yield Thing(head, word[0].lower(), _stems(" ".join(names)), _stems(before) & APART)


@cache
def _things(scale: str) -> frozenset[str]:
    return frozenset(map(stem, outcome_things().get(scale, ())))


def _stems(words: str) -> frozenset[str]:
    return frozenset(s for s in map(stem, WORD.findall(words)) if len(s) > 2) - EMPTY


def _clause(telling: Telling, passage: Passage, span: tuple[int, int]) -> tuple[int, int]:
    text = telling.ledger.text
    before = [m.end() for m in STOP.finditer(text, passage.span.start, span[0])]
    after = STOP.search(text, span[1], passage.span.end)
    return max(before, default=passage.span.start), after.start() if after else passage.span.end


def _told(before: str, word: str, after: str) -> str:
    """The words of the clause around the end that they tell, without what is told from afar."""
    behind = re.split(r"[,.—–(]", JOINED.split(after)[0])[0].split()
    return " ".join((*_leading(before).split()[-9:], word, *behind[:3])).strip(" ,—–-")


def opposite(x: Ended, y: Ended) -> bool:
    """True if two ends of one scale exclude each other; the same end told and denied does so too."""
    if x.scale != y.scale:
        return False
    return (x.end != y.end) if x.turned == y.turned else (x.end == y.end)


def _against(pair: Pair, x: Ended, y: Ended, told: tuple[Sequence[Ended], Sequence[Ended]]) -> bool:
    if not opposite(x, y) or (x.turned and y.turned) or not _of_one(pair, x, y):
        return False
    mirrored = any(_like(pair, o, y) and _shared(o, y) for o in told[0])
    return not mirrored and not any(_like(pair, x, o) and _shared(o, x) for o in told[1])


def _shared(x: Ended, y: Ended) -> bool:
    return bool(x.subject & y.subject or _heads(x) & _heads(y))


def _heads(x: Ended) -> set[str]:
    return {thing.head for thing in x.things}


def _like(pair: Pair, x: Ended, y: Ended) -> bool:
    """One end, told of no other day."""
    days = pair.a.story.days(x.passage.span), pair.b.story.days(y.passage.span)
    return x.scale == y.scale and not opposite(x, y) and not disjoint(*days)


def _of_one(pair: Pair, x: Ended, y: Ended) -> bool:
    near = pair.affinity(x.passage, y.passage)
    likely = near >= 0.2 or pair.best(x.passage, y.passage)
    if _of_nobody(pair, x, y):
        return True
    twos = _heads(x) & _heads(y) and not _any_same(x, y)
    return (not twos and _about(pair, x, y) and likely) or _one_thing(pair, x, y)


def _of_nobody(pair: Pair, x: Ended, y: Ended) -> bool:
    """One report tells of somebody or something what the other, no earlier, tells of nobody."""
    if ALONE.search(x.words):
        (denied, denial), (done, told) = (x, pair.a), (y, pair.b)
    else:
        (denied, denial), (done, told) = (y, pair.b), (x, pair.a)
    if not ALONE.search(denied.words):
        return False
    days = [day[1] for day in told.story.days(done.passage.span)]
    before = max(days, default=told.published or "9999") <= (denial.published or "")
    near = pair.affinity(x.passage, y.passage) >= CLOSE and x.end == y.end
    return near or (bool(done.things) and (pair.same_day or before))


def _one_thing(pair: Pair, x: Ended, y: Ended) -> bool:
    """Both clauses tell it of one thing that the scale is made for, all of it, and of no other day."""
    days = pair.a.story.days(x.passage.span), pair.b.story.days(y.passage.span)
    if x.part or y.part or disjoint(*days):
        return False
    return any(_only(pair, a, b) for a in x.things for b in y.things if a.head == b.head)


def _any_same(x: Ended, y: Ended) -> bool:
    return any(_same(a, b) for a in x.things for b in y.things if a.head == b.head)


def _same(a: Thing, b: Thing) -> bool:
    """Neither the names nor the words beside two things of one noun tell them apart."""
    return not (a.names and b.names and not a.names & b.names) and a.apart == b.apart


def _only(pair: Pair, a: Thing, b: Thing) -> bool:
    """One thing by its name, or neither report speaks of more than one."""
    return _same(a, b) and (bool(a.names & b.names) or not (_more(pair.a, a) or _more(pair.b, b)))


def _more(telling: Telling, thing: Thing) -> bool:
    """The report speaks of another of the noun, or of several where the clause speaks of one."""
    noun = re.escape(thing.word)
    several = rf"|\b{noun}e?s\b" if not thing.word.endswith(("s", "men")) else ""
    return bool(re.search(rf"{ANOTHER}{noun}\b{several}", telling.ledger.text, re.I))


def _about(pair: Pair, x: Ended, y: Ended) -> bool:
    """The clauses share a thing that both reports do not speak of all the time."""
    here, there = pair.a.weights, pair.b.weights
    return sum(min(here.get(s, 0.0), there.get(s, 0.0)) for s in x.about & y.about) >= 0.8


def _nearness(pair: Pair, x: Ended, y: Ended) -> float:
    return pair.affinity(x.passage, y.passage) + len(x.about & y.about) / 10
