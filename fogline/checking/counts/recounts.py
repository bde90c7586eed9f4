"""A group taken up again with another number: "three drones ..." and later "all four drones" (C102).

"The", "these" or "all" with a number and a bare noun take up a group that the same voice gave one other number, up to
eight sentences before. Silent where the noun had two numbers, where the new one is a sum or a rest of those told, and
where words like "other", "remaining", "another" stand between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fogline.checking.story import Story, Verdict, amount, capital, story_of
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Quantity

TAKEN_UP = re.compile(r"\b(?:all\s+(?:of\s+)?(?:the|these|those)|the|these|those|all)\s*$", re.I)
REST = re.compile(
    r"\b(?:other|remaining|rest|last|first|next|past|final|biggest|largest|top|previous|missing|dead)\b", re.I
)
COUNTED = ("person", "vehicle", "aircraft", "missile", "drone", "rocket", "boat", "house")
NEAR = 8  # sentences

OF_EACH = re.compile(r"\b(?:another|more|other|further|some|each|every|per)\b|\bof\s+\w+\s+[\w-]+$", re.I)


def check_recounts(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C102: the report takes a counted group up again ("the four sailors") after giving it one other number only."""
    story = story_of(ledger)
    told = [q for q in ledger.quantities if _plain(q)]
    for i, again in enumerate(told):
        if not _takes_up(story, again):
            continue
        before = [q for q in told[:i] if q.what == again.what and q.part_of is None]
        near = [q for q in before if story.number(again.start) - story.number(q.start) <= NEAR]
        if _one_other_number(story, near, again) and not _explained(before, again, told[:i]):
            yield _finding(story, near[-1], again)


def _plain(q: Quantity) -> bool:
    return q.bound == "exact" and q.low is not None and q.low >= 2 and q.what is not None and q.unit in COUNTED


def _takes_up(story: Story, q: Quantity) -> bool:
    """As in "the four sailors", "all four sailors": not "the other four", not "four of the sailors"."""
    words = story.words((q.start, q.end))
    start = q.start + len(re.match(r"(?:all(?: of)?(?: the)?\s+|the\s+)?", words, re.I)[0])  # type: ignore[index]
    leads = TAKEN_UP.search(story.text[max(0, start - 20) : start])
    after = story.text[q.end : q.end + 12]
    told_of = any(p.clause_type == "participle" and p.trigger.start == q.end + 1 for p in story.ledger.predicates)
    plain = re.fullmatch(r"\S+\s+[\w-]+", story.text[start : q.end])
    return (
        bool(leads and plain)
        and q.part_of is None
        and not re.match(r"\s+(?:of|who|that|which|in|from|aboard|on)\b", after)
        and not told_of
    )


def _one_other_number(story: Story, before: Sequence[Quantity], again: Quantity) -> bool:
    """Exactly one number was given to this noun before, by the same voice, in another sentence, and it differs."""
    values = {q.low for q in before}
    if len(values) != 1 or again.low in values or not before:
        return False
    last = before[-1]
    if story.sentence(last.start) == story.sentence(again.start) or story.teller(last) != story.teller(again):
        return False
    between = story.text[last.end : again.end]
    plainly = story.text[max(0, last.start - 20) : last.end]
    return not REST.search(between) and not OF_EACH.search(between + plainly)


def _explained(before: Sequence[Quantity], again: Quantity, told: Sequence[Quantity]) -> bool:
    """The new number is a sum or a remainder of numbers told before."""
    amounts = [q.low or 0 for q in told if q.unit == again.unit][-10:]
    sums = {sum(c) for n in (2, 3) for c in combinations(amounts, n)}
    rests = {a - b for a, b in combinations(amounts, 2)}
    return again.low in sums | rests


def _finding(story: Story, first: Quantity, again: Quantity) -> Finding:
    noun = again.what or again.unit
    voice = "The report" if story.teller(first) == OUTLET else capital(story.voices.name(story.teller(first)))
    verdict = Verdict(
        "C102", "contradiction", "number", "medium",
        f"{voice} first counts {amount(first)} ({noun}), then takes them up again as {amount(again)}.",
        f"the definite words ({story.words((again.start, again.end))}) take up a group given only one number before",
        "a second group of the same kind that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, ((first.start, first.end), (again.start, again.end)))
