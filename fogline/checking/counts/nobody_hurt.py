"""Nobody killed or hurt, and people killed or hurt, in one voice and one incident (C105).

Silent where the two sentences name other places or days, where words tell of a turn ("no longer", "then"), where a
number is counted over a longer time, and of two sides or of civilians only; voices that differ are no contradiction.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from fogline.checking.counts.numbers import NEAR
from fogline.checking.story import Story, Verdict, amount, capital, story_of
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Quantity
from fogline.tables.lexicon_checks import check_words, incidents


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
