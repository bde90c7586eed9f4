"""One happening told to have lasted two lengths (C122): "the standoff lasted six hours ... was over within 90 minutes".

Compared where both lengths stand in a form that gives a length to a happening ("lasted", "went on for", "after six
hours of fighting", "the two-hour attack"), the happenings are of one kind, and the report has no second one of it.
Silent within a third either way, where one bounds the other ("more than two hours" and three hours), and on lengths
told by two voices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.checking.story import Story, Verdict, story_of
from fogline.records import Fact, Finding, Ledger, Quantity

HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}
KINDS = (
    "fighting|clash|clashes|battle|exchange|exchange of fire|firefight|gunfight|gun battle|shootout|skirmish",
    "attack|assault|raid|ambush|strike", "shelling|bombardment|barrage", "standoff|siege|stand-off",
    "outage|blackout|power cut", "meeting|talks|session|negotiations", "evacuation|rescue|search", "operation",
    "journey|trip|crossing|voyage|flight|drive|march", "blaze|fire", "truce|ceasefire|pause|lull", "curfew", "protest",
)  # fmt: skip
NOUN = rf"(?P<noun>{'|'.join(sorted('|'.join(KINDS).split('|'), key=len, reverse=True))})"
LASTED = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir)\s+(?:[\w’'-]+\s+){{0,3}}?{NOUN}\b(?:\s+of\s+(?!fire)[\w\s]{{2,20}}|\s+(?:at|in|on|near|for)\s+"
    r"[\w\s’'-]{2,40})?,?\s+(?:which\s+|that\s+)?(?:had\s+)?(?:lasted|took|went\s+on\s+for|continued\s+for|dragged\s+on\s+for"
    r"|was\s+over\s+(?:within|in|after)|ended\s+after|was\s+broken\s+off\s+after)\s+$"
)
IT = re.compile(r"\b(?:[Ii]t|,?\s+which)\s+(?:had\s+)?(?:lasted|went\s+on\s+for|was\s+over\s+(?:within|in|after))\s+$")
OF = re.compile(rf"\s+of\s+(?:[\w’'-]+\s+){{0,2}}?{NOUN}\b")
BEFORE = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing|[Ii]n)\s+$")
LONG = re.compile(rf"(?:-long)?\s+{NOUN}\b")
THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir)\s+$")
ANOTHER = re.compile(r"\b(?:another|second|third|first|earlier|previous|next|later|each|every|both|new|other)\b", re.I)
SLACK = 1 / 3


@dataclass(frozen=True, slots=True)
class Length:
    """A length with the kind of happening that it is of."""

    quantity: Quantity
    kind: int


def check_lengths(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C122: one happening of its kind in the report, and two lengths that exclude each other."""
    story = story_of(ledger)
    told = [one for q in ledger.quantities if q.unit in HOURS and q.what != "age" and (one := _length(story, q))]
    for a, b in combinations(told, 2):
        apart = story.sentence(a.quantity.start) != story.sentence(b.quantity.start)
        if apart and a.kind == b.kind and _exclude(a.quantity, b.quantity) and _one(story, a, b):
            yield _finding(story, a, b)
            return


def _length(story: Story, q: Quantity) -> Length | None:
    """The length of a happening, by the words before or behind it."""
    sentence = story.sentence(q.start)
    before, after = story.words((sentence.start, q.start)), story.text[q.end : sentence.end]
    match = LASTED.search(before) or (OF.match(after) if BEFORE.search(before) else None)
    match = match or (LONG.match(after) if THE.search(before) and story.text[q.start : q.end].count("-") else None)
    noun = match["noun"] if match else _taken_up(story, before, q) if IT.search(before) else None
    if noun is None or ANOTHER.search(before[-60:]):
        return None
    return Length(q, next(n for n, kind in enumerate(KINDS) if noun.lower() in kind.split("|")))


def _taken_up(story: Story, before: str, q: Quantity) -> str | None:
    """The happening that "it" or "which" takes up: the last one named before."""
    number = story.number(q.start)
    start = story.ledger.sentences[max(0, number - 1)].start
    found = re.findall(rf"\b{NOUN}\b", story.text[start : q.start])
    return found[-1] if found else None


def _hours(q: Quantity) -> tuple[float, float]:
    low, high = (q.low or 0) * HOURS[q.unit], float("inf") if q.high is None else q.high * HOURS[q.unit]
    return low * (1 - SLACK), high * (1 + SLACK)


def _exclude(a: Quantity, b: Quantity) -> bool:
    (a_low, a_high), (b_low, b_high) = _hours(a), _hours(b)
    return a_low > b_high or b_low > a_high


def _one(story: Story, a: Length, b: Length) -> bool:
    """One voice, and nothing that marks two happenings of the kind."""
    if not story.voices.alike(*(story.teller(x.quantity) for x in (a, b))):
        return False
    spans = [story.sentence(x.quantity.start) for x in (a, b)]
    words = [story.words(span) for span in spans]
    if story.places(spans[1]) and not story.places(spans[0]):
        return False  # the second has a place of its own
    many = rf"\b(?:{KINDS[a.kind]})s\b|\b(?:another|second|new|two|three)\s+(?:\w+\s+)?(?:{KINDS[a.kind]})\b"
    return (
        not any(ANOTHER.search(w) for w in words) and not re.search(many, story.text, re.I) and not story.apart(*spans)
    )


def _finding(story: Story, a: Length, b: Length) -> Finding:
    first, second = (story.words((x.quantity.start, x.quantity.end)) for x in (a, b))
    verdict = Verdict(
        "C122", "contradiction", "duration", "medium",
        f"One happening is told to have lasted {first}, and elsewhere {second}.",
        "the report tells of one happening of its kind, and both lengths are given to it",
        "another happening, or a part of it",
    )  # fmt: skip
    return story.finding(verdict, [(x.quantity.start, x.quantity.end) for x in (a, b)])
