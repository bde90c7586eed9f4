"""The two days of an act that happens once (C103): a person dies, a vessel sinks, on one day only.

Silent where a word of plan, an open bound or a second reading of the date is near.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from fogline.checking.story import Story, Verdict, days, disjoint, story_of
from fogline.records import Act, Fact, Finding, Ledger, Span, Timex
from fogline.tables.lexicon_checks import check_words, once_only

TO_DO = re.compile(
    r"\bto\s+(?!(?:the|an?|his|her|its|their|this|that|power|office|court)\b)[a-z]+\b|\bfor\b"
    r"|[,;]\s+(?:and|but|which|who|with)\b",
    re.I,
)
EXPLICIT = re.compile(r"\d|January|February|March|April|May|June|July|August|September|October|November|December")
ITS_OWN = frozenset(("died", "sank", "capsized", "resigned", "surrendered", "defected", "disappeared", "crashed"))
PRECEDED = re.compile(r"\b(?:on|in|late in|early in)\s+(?:late\s+|early\s+)?$", re.I)


def told_as_done(story: Story) -> Iterator[tuple[Act, Timex]]:
    """Acts told as done before an explicit date in their sentence ("was signed in March 2024")."""
    for time in story.ledger.times:
        if days(time) and _plainly_dated(story, time):
            acts = [a for a in _acts(story, story.sentence(time.start)) if a.status == "done" and a.factuality == "CT+"]
            before = [a for a in acts if a.trigger.end <= time.start][-1:] or acts[:1]
            if before and not TO_DO.search(story.text[before[0].trigger.end : time.start]):
                yield before[0], time


def _plainly_dated(story: Story, time: Timex) -> bool:
    """An explicit date after "on" or "in", in a sentence without a word of plan or expectation."""
    sentence = story.sentence(time.start)
    words = story.words((time.start, time.end))
    whole = story.words((sentence.start, time.start))
    return bool(
        EXPLICIT.search(words)
        and (PRECEDED.search(whole) or PRECEDED.match(words + " "))
        and not check_words("ahead").search(whole)
    )


def _acts(story: Story, span: Span) -> list[Act]:
    acts = story.ledger.acts
    first = bisect_left(acts, span.start, key=lambda a: a.trigger.start)
    return list(acts[first : bisect_left(acts, span.end, key=lambda a: a.trigger.start)])


def check_once(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C103: one voice dates an act that can happen only once to two days that exclude each other."""
    story = story_of(ledger)
    told = [t for a in ledger.acts if (t := _dated_once(story, a))]
    for i, (lemma, who, voice, a, day) in enumerate(told):
        for lemma2, who2, voice2, b, day2 in told[i + 1 :]:
            same = lemma == lemma2 and voice == voice2 and who & who2
            if same and story.sentence(a.start) != story.sentence(b.start) and disjoint([day], [day2]):
                yield _two_dates(story, (a, b), sorted(who & who2)[0])


def _dated_once(story: Story, act: Act) -> tuple[str, frozenset[str], str, Span, tuple[str, str]] | None:
    """The act with the one person or vessel it happens to and the one day of its sentence; None if unsure."""
    lemma = once_only().get(story.words(act.trigger).lower())
    if lemma is None or act.status != "done" or not _happens_to(story, act):
        return None
    sentence = story.sentence(act.trigger.start)
    period = story.days(sentence)
    who = _single(story, sentence, act)
    return (lemma, who, story.voice(act.claim), act.trigger, period[0]) if len(period) == 1 and who else None


def _happens_to(story: Story, act: Act) -> bool:
    """As in "was killed", "died", "sank": the one named is who it happens to, not who does it."""
    before = story.text[max(0, act.trigger.start - 24) : act.trigger.start]
    passive = re.search(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", before)
    return bool(passive) or story.words(act.trigger).lower() in ITS_OWN


def _single(story: Story, sentence: Span, act: Act) -> frozenset[str]:
    """The person, vessel or building straight before the act, by its entity's name."""
    kinds = {e.id: e for e in story.ledger.entities if e.type in ("person", "vessel", "facility")}
    mentions = story.ledger.mentions
    first, last = (bisect_left(mentions, at, key=lambda m: m.start) for at in (sentence.start, sentence.end))
    here = [m for m in mentions[first:last] if m.entity in kinds]
    if any(story.words((m.start, m.end)).lower() in ("his", "her", "their", "its") for m in here):
        return frozenset()  # "his deputy died": another than he
    subject = [m for m in here if m.end <= act.trigger.start and act.trigger.start - m.end < 30]
    names = {kinds[m.entity].name for m in subject[-1:]}
    return frozenset(names) if len({m.entity for m in here}) == 1 else frozenset()


def _two_dates(story: Story, acts: tuple[Span, Span], name: str) -> Finding:
    times = [story.times(story.sentence(a.start))[0] for a in acts]
    first, second = (story.words((t.start, t.end)) for t in times)
    verdict = Verdict(
        "C103", "contradiction", "date", "medium",
        f"{name}: {story.words(acts[0])} {first}, and elsewhere {story.words(acts[1])} {second}.",
        "it can have happened only once, and the two days exclude each other",
        "two different people or things of one name",
    )  # fmt: skip
    return story.finding(verdict, acts)
