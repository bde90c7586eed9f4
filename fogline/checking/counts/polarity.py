"""Done and not done: one voice tells one act both ways (C104), or nobody hurt and then people hurt (C105).

Two tellings are compared only in one voice, of one verb, with the same two or more people and places, in different
sentences. Silent where the sentences name other places or days, where words tell of a turn ("no longer", "then"), and
where a number is counted over a longer time; voices that differ are no contradiction.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from fogline.checking.counts.numbers import NEAR
from fogline.checking.story import Story, Verdict, amount, capital, story_of
from fogline.checking.voices import OUTLET
from fogline.records import Act, Fact, Finding, Ledger, Quantity, Span
from fogline.tables.lexicon_checks import check_words, incidents

EXCEPT = re.compile(r"\b(?:except|apart from|other than|aside from)\b", re.I)
NONE = re.compile(r"\b(?:no|none|nobody|never|neither|not one|not a single)\b", re.I)
Told = tuple[str, str, frozenset[str]]


def check_polarity(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C104: one voice tells the same act of the same people or place as done and as not done."""
    story = story_of(ledger)
    told = [a for a in ledger.acts if a.status in ("done", "not_done") and a.factuality in ("CT+", "CT-")]
    done: dict[Told, list[Act]] = {}
    for b in told:
        if b.status == "done":
            done.setdefault(_told(story, b), []).append(b)
    for a in told:
        alike = done.get(_told(story, a), ()) if a.status == "not_done" else ()
        found = next((b for b in alike if _one_act(story, a, b)), None)
        if found:
            yield _both_ways(story, *sorted((a, found), key=lambda x: x.trigger))


def _told(story: Story, act: Act) -> Told:
    """What two tellings of one act share: the word, the voice, and everybody and every place of the sentence."""
    names = _names(story, story.sentence(act.trigger.start))
    return _stem(story.words(act.trigger)), story.voice(act.claim), frozenset(names)


def _one_act(story: Story, a: Act, b: Act) -> bool:
    """True if two tellings that share word, voice and names can be of one act, which is told both ways."""
    stem, _, names = _told(story, a)
    if len(names) < 2 or check_words("light").fullmatch(stem):
        return False
    spans = [story.sentence(x.trigger.start) for x in (a, b)]
    turned = any(check_words("turn").search(words) or EXCEPT.search(words) for words in map(story.words, spans))
    return spans[0] != spans[1] and not turned and not story.apart(*spans)


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word.lower())


def _names(story: Story, span: Span) -> set[str]:
    mentions = story.ledger.mentions
    first = bisect_left(mentions, span.start, key=lambda m: m.start)
    return {m.entity for m in mentions[first : bisect_left(mentions, span.end, key=lambda m: m.start)]} | {
        p.geonameid or p.name for p in story.places(span)
    }


def _both_ways(story: Story, a: Act, b: Act) -> Finding:
    undone = a if a.status == "not_done" else b
    words = story.words((story.sentence(undone.trigger.start).start, undone.trigger.start))
    verdict = Verdict(
        "C158" if NONE.search(words) else "C104", "contradiction", "polarity", "medium",
        f"One voice tells it as {a.status.replace('_', ' ')} ({story.words(a.trigger)}) and as "
        f"{b.status.replace('_', ' ')} ({story.words(b.trigger)}).",
        "the same act, the same people and places, no other time named",
        "two occasions that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, (a.trigger, b.trigger))


def check_nobody_hurt(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C105: one voice says that nobody was killed or hurt, and counts people killed or hurt in the same incident."""
    story = story_of(ledger)
    people = [q for q in ledger.quantities if q.unit == "person"]
    some = [q for q in people if q.role in ("killed", "injured") and (q.low or 0) > 0 and q.bound != "at_most"]
    numbers = [story.number(q.start) for q in some]
    for zero in people:
        if zero.high == 0 and (zero.role in ("killed", "injured") or zero.what == "casualty"):
            at = story.number(zero.start)
            near = some[bisect_left(numbers, at - NEAR) : bisect_right(numbers, at + NEAR)]
            found = next((q for q in near if _against(story, zero, q)), None)
            if found:
                yield _hurt(story, *sorted((zero, found), key=lambda q: q.start))


def _against(story: Story, zero: Quantity, q: Quantity) -> bool:
    if zero.role not in (None, q.role) or story.teller(zero) != story.teller(q) or zero.side != q.side:
        return False
    if zero.civilian and not q.civilian:
        return False
    a, b = story.sentence(zero.start), story.sentence(q.start)
    words = (story.words(a), story.words(b))
    if (
        a == b
        or story.apart(a, b)
        or any(check_words("turn").search(w) or check_words("cumulative").search(w) for w in words)
    ):
        return False
    return bool(incidents(words[0]) & incidents(words[1])) or story.shares_place_or_day(a, b)


def _hurt(story: Story, a: Quantity, b: Quantity) -> Finding:
    voice = story.teller(a)
    who = "The report itself" if voice == OUTLET else capital(story.voices.name(voice))
    verdict = Verdict(
        "C105", "contradiction", "number", "medium",
        f"{who} has {_people(a)} and elsewhere {_people(b)}.",
        "both sentences speak of one incident in one voice",
        "a later count, or another incident",
    )  # fmt: skip
    return story.finding(verdict, ((a.start, a.end), (b.start, b.end)))


def _people(q: Quantity) -> str:
    return "nobody hurt" if q.high == 0 else f"{amount(q)} people {q.role}"
