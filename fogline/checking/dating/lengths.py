"""One happening told to have lasted two lengths (C122): "it lasted 50 minutes ... rose after three hours at the table".

Every length that the report tells of a happening (``lasting``) is held against the others of its kind. The later one
must take up a known happening (a definite noun, a pronoun, a captivity of those already told of). Silent where one
length can be part of the other, on two voices, and where the places, days or persons beside them differ or a word of
repetition stands near ("another", "earlier", "the second").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fogline.checking.acts.slots import NARROW
from fogline.checking.dating.amounts import apart
from fogline.checking.dating.durations import check_durations
from fogline.checking.dating.lasting import Lasting, lastings
from fogline.checking.dating.stretched import stretched
from fogline.checking.dating.told_days import days_apart, told_days
from fogline.checking.story import Story, Verdict, clean, story_of
from fogline.checking.tellers import one_source
from fogline.records import Fact, Finding, Ledger, Place, Span
from fogline.tables.lexicon_lasting import lasting

BESIDE = re.compile(
    r"\b(?:next|last|previous|each|every|same|earlier|later|second|third|first|other)\s+(?:day|morning|night|evening|afternoon"
    r"|time|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b|\b(?:each|one\s+an|the\s+)other\b", re.I)  # fmt: skip
ANOTHER = re.compile(
    r"\b(?:another|second|third|earlier|previous(?:ly)?|next|each|every|new|others?|similar|separate|subsequent|usually"
    r"|always|typically|average|normally|record|elsewhere|annual|times|twice|(?:19|20)\d\d|ago|would"
    r"|last\s+(?:week|month|year|summer|winter|spring|autumn|time))\b", re.I)  # fmt: skip
SOME = re.compile(
    r"\b(?:one|two|three|four|five|some|most|several|half|many|part|none|few)\s+of\b|\bothers?\b"
    r"|\bthe\s+(?:eldest|oldest|youngest|last|first)\b",
    re.I,
)
PERSONAL = frozenset(("captivity", "trapped", "questioning", "visit", "hunger strike", "drifting"))


def check_lengths(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C122: one happening of its kind in the report, and two lengths that exclude each other."""
    story = story_of(ledger)
    found = sorted((*lastings(story), *stretched(story)), key=lambda one: one.amount.span)
    told = [one for one in found if not ANOTHER.search(_around(story, one))]
    for a, b in combinations(told, 2):
        if a.number != b.number and a.kinds & b.kinds and b.known and apart(a.amount, b.amount) and _one(story, a, b):
            finding = _finding(story, a, b)
            if not any(_shared(finding, other) for other in check_durations(ledger, facts)):
                yield finding
            return


def _shared(a: Finding, b: Finding) -> bool:
    """Two findings that quote one sentence."""
    return bool({e.start for e in a.evidence} & {e.start for e in b.evidence})


def _around(story: Story, one: Lasting) -> str:
    """The clause of a length, without what only looks like a word of repetition."""
    spans = one.predicate.clause if one.predicate else (story.sentence(one.amount.span.start),)
    return BESIDE.sub("", " ".join(story.words(s) for s in spans))


def _one(story: Story, a: Lasting, b: Lasting) -> bool:
    """One voice, one place, one day, the same persons, and nothing near that brings in a second happening."""
    if not _one_voice(story, a, b) or any(_second_near(story, x, a.kinds & b.kinds) for x in (a, b)):
        return False
    if days_apart(*(told_days(story, [t for s in _clause(story, x) for t in story.times(s)]) for x in (a, b))):
        return False
    here, there = (_places(story, x) for x in (a, b))
    if here and there and not {p.name.lower() for p in here} & {p.name.lower() for p in there}:
        return False
    return not _elsewhere(story, b, there) and (not a.kinds & b.kinds & PERSONAL or _same_persons(story, a, b))


def _elsewhere(story: Story, b: Lasting, there: Sequence[Place]) -> bool:
    """A new place straight behind the happening ("fighting in Goma"), or beside others named before."""
    start = story.sentence(b.amount.span.start).start
    if not there or any(p.name in story.text[:start] for p in there):
        return False
    straight = any(0 < p.start - b.amount.span.end < 30 for p in there)
    return straight or any(p.precision in NARROW and p.role != "dateline" for p in story.places(Span(0, start)))


def _one_voice(story: Story, a: Lasting, b: Lasting) -> bool:
    (one, _), (other, _) = (story.voice_at(x.amount.span.start) for x in (a, b))
    return one_source(story.voices, one, other) or story.voices.alike(one, other)


def _second_near(story: Story, one: Lasting, kinds: frozenset[str]) -> bool:
    """A word of repetition beside a happening of the kind, in this sentence or the one before."""
    first = story.ledger.sentences[max(0, one.number - 1)].start
    words = BESIDE.sub("", story.words(Span(first, story.ledger.sentences[one.number].end)))
    forms = "|".join(re.escape(form) for form, of in lasting("n").items() if of & kinds)
    return bool(forms) and bool(
        re.search(rf"(?:{ANOTHER.pattern})\s+(?:[\w’'-]+\s+){{0,2}}?(?:{forms})s?\b", words, re.I)
    )


def _clause(story: Story, one: Lasting) -> Sequence[Span]:
    return one.predicate.clause if one.predicate else (story.sentence(one.amount.span.start),)


def _places(story: Story, one: Lasting) -> list[Place]:
    """The narrow places that stand in the clause of a length."""
    found = (p for s in _clause(story, one) for p in story.places(s))
    return [p for p in found if p.precision in NARROW and p.role != "affiliation"]


def _same_persons(story: Story, a: Lasting, b: Lasting) -> bool:
    """No group against one of it, and no two different names."""
    before = (story.text[story.sentence(x.amount.span.start).start : x.amount.span.start] for x in (a, b))
    if any(SOME.search(words) for words in before):
        return False
    named = [_persons(story, x) for x in (a, b)]
    return bool(named[0] & named[1]) or not any(named)


def _persons(story: Story, one: Lasting) -> set[str]:
    found = (m.entity for s in _clause(story, one) for m in story.mentions(s) if m.start < one.amount.span.end + 40)
    return {e for e in found if story.entities[e].type == "person"}


def _finding(story: Story, a: Lasting, b: Lasting) -> Finding:
    first, second = (clean(story.words(x.amount.span)) for x in (a, b))
    verdict = Verdict(
        "C122", "contradiction", "duration", "medium",
        f"One happening is told to have lasted {first}, and elsewhere {second}.",
        "the report tells of one happening of its kind, and both lengths are given to it",
        "another happening, or a part of it",
    )  # fmt: skip
    return story.finding(verdict, [(x.amount.span.start, x.amount.span.end) for x in (a, b)])
