"""One slot, two numbers: the people killed, injured, missing ... in one incident, counted twice and differently.

One voice against itself is a contradiction (C101); two voices make a dispute, which is content (C301). Two numbers are
compared only where the words tie them to one incident: a happening taken up again ("the blast"), one place or day, a
toll, or another voice straight after. Silent where one number replaces, adds to or lies within the other, where it sums
several or is counted over a longer time, and where the sentences name other places or days. The voices that differ on
one number make one dispute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.checking.story import Story, Verdict, amount, story_of
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Quantity, Span
from fogline.tables.lexicon_checks import check_words, family, incidents

GENERIC = frozenset(
    (None, "person", "life", "body", "death", "fatality", "victim", "dead", "corpse", "soul", "casualty")
)
FIGHTERS = frozenset(("fighter", "rebel", "militant", "insurgent", "gunman", "jihadist", "combatant", "terrorist"))
SLACK = 0.12  # "about 40" is told as anything within this share of it
NEAR = 12  # sentences: farther apart, two numbers are hardly about one slot
AFRESH = re.compile(r"\b(?:the|this|that|these|its|which|whose)\s+(?:[\w’'-]+\s+){0,3}$", re.I)
TOLL = re.compile(
    r"\b(?:death toll|toll|the dead|the number of (?:dead|deaths|killed|wounded|injured|missing))\b", re.I
)
GRAVER = re.compile(r"[^.,;]{0,20}\b(?:seriously|critically|severely|badly|gravely|slightly|lightly)\b", re.I)  # of all
FORMER = re.compile(
    r"\b(?:last|previous|past|earlier|worst|deadliest)\s+(?:\w+\s+)?(?:earthquake|quake|storm|flood|attack|strike|raid"
    r"|crash|blast|explosion|fire|accident|disaster|shooting|bombing|battle)\b",
    re.I,
)
ANOTHER = re.compile(r"\b(?:second|third|fourth|another|other|separate|further|later|earlier)\s+(?:[\w-]+\s+)?$", re.I)
CAP = 80  # numbers with a role that are compared pairwise


@dataclass(frozen=True, slots=True)
class Told:
    """A number with a role, the sentence around it, and whose words it stands in."""

    quantity: Quantity
    sentence: Span
    number: int
    voice: str


def check_numbers(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C101: one voice gives two numbers for one slot. C301: voices give different ones; one dispute a slot."""
    story = story_of(ledger)
    told = [_told(story, q) for q in ledger.quantities if _comparable(story, q)][:CAP]
    pairs = tuple(_at_odds(story, told))
    seen: set[tuple[object, ...]] = set()
    for a, b in pairs:
        key = (a.voice, a.quantity.role, frozenset((a.quantity.low, b.quantity.low)))
        if (a.voice == b.voice or _headline(story, a, b, told)) and key not in seen:
            seen.add(key)
            yield _contradiction(story, a, b)
    for slot in _slots(pairs):
        sides = list({t.voice: t for t in reversed(slot)}.values())[::-1]
        if len(sides) > 1 and len({t.quantity.low for t in sides}) > 1:
            yield _dispute(story, sides[:4])


def _at_odds(story: Story, told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Two numbers for one slot that exclude each other, with nothing in the words that explains it."""
    for a, b in combinations(told, 2):
        near = b.number - a.number <= NEAR and _differ(a.quantity, b.quantity)
        if near and _one_incident(story, a, b) and not _explained(story, a, b, told):
            yield a, b


def _headline(story: Story, a: Told, b: Told, told: Sequence[Told]) -> bool:
    """The first number is the headline's, the body has only the other one, and only one voice gives it."""
    line = story.text[: story.text.find("\n\n")] if "\n\n" in story.text else ""
    if not line or not a.quantity.start < len(line) <= b.quantity.start or line.endswith((".", "”", '"')):
        return False
    body = [t for t in told if t.quantity.role == a.quantity.role and t is not a]
    return {t.quantity.low for t in body} == {b.quantity.low} and a.quantity.bound == b.quantity.bound == "exact"


def _slots(pairs: Sequence[tuple[Told, Told]]) -> list[list[Told]]:
    """The numbers that pairs tie together, each group in the order of the text."""
    groups: list[set[Told]] = []
    for pair in pairs:
        touching = [g for g in groups if g & set(pair)]
        groups = [g for g in groups if g not in touching] + [set(pair).union(*touching)]
    return sorted((sorted(g, key=lambda t: t.quantity.start) for g in groups), key=lambda g: g[0].quantity.start)


def _told(story: Story, q: Quantity) -> Told:
    return Told(q, story.sentence(q.start), story.number(q.start), story.teller(q))


def _comparable(story: Story, q: Quantity) -> bool:
    """A whole number of people with a role, which is no share of another and no earlier or added number."""
    if q.unit != "person" or q.role is None or q.part_of is not None or q.bound == "vague" or q.low is None:
        return False
    around = story.text[max(0, q.start - 40) : q.end + 6]
    some_of = re.search(r"\bof (?:the|its|their|those)\b", story.words((q.start, q.end)))
    extra = check_words("extra").search(around) and not TOLL.search(around)
    graver = GRAVER.match(story.text, q.end)
    return not some_of and not extra and not graver and q.what != "other"


def _differ(a: Quantity, b: Quantity) -> bool:
    return _same_slot(a, b) and conflicting(a, b)


def _same_slot(a: Quantity, b: Quantity) -> bool:
    if a.role != b.role or (a.side and b.side and a.side != b.side):
        return False
    if a.civilian is not None and b.civilian is not None and a.civilian != b.civilian:
        return False
    return a.what == b.what or a.what in GENERIC or b.what in GENERIC or {a.what, b.what} <= FIGHTERS


def conflicting(a: Quantity, b: Quantity) -> bool:
    """True if the two ranges cannot both hold; a kind of people may be fewer than all people, never more.

    >>> from fogline.records import Quantity
    >>> one = Quantity("a", 0, 2, 12.0, None, "at_least", "person", "person", "killed")
    >>> conflicting(one, Quantity("b", 3, 4, 15.0, 15.0, "exact", "person", "person", "killed"))
    False
    >>> conflicting(one, Quantity("b", 3, 4, 9.0, 9.0, "exact", "person", "person", "killed"))
    True
    """
    (a_low, a_high), (b_low, b_high) = _range(a), _range(b)
    if a.what not in GENERIC and b.what in GENERIC:
        return a_low > b_high
    if b.what not in GENERIC and a.what in GENERIC:
        return b_low > a_high
    return a_low > b_high or b_low > a_high


def _range(q: Quantity) -> tuple[float, float]:
    low, high = q.low or 0.0, float("inf") if q.high is None else q.high
    if q.bound == "about":
        return low * (1 - SLACK), high * (1 + SLACK)
    return low, high


def _one_incident(story: Story, a: Told, b: Told) -> bool:
    """The second sentence takes up the incident of the first ("the blast", "the toll"), at no other place or day."""
    if story.apart(a.sentence, b.sentence) or a.sentence == b.sentence:
        return False
    first, second = story.words(a.sentence), story.words(b.sentence)
    happened = incidents(first)
    taken_up = any(
        AFRESH.search(second[: m.start()]) and family(m[0]) in happened
        for m in check_words("incident").finditer(second)
    )
    shared = story.shares_place_or_day(a.sentence, b.sentence) and bool(happened & incidents(second))
    toll = TOLL.search(second) and b.number - a.number <= (4 if happened else 2)
    return taken_up or shared or bool(toll) or _goes_on(story, a, b)


def _goes_on(story: Story, a: Told, b: Told) -> bool:
    """Another voice straight after, who names no place, day or happening of its own, speaks of the same."""
    first, second = (incidents(story.words(t.sentence)) for t in (a, b))
    own = story.places(b.sentence) or story.days(b.sentence) or second - first
    return b.number - a.number == 1 and a.voice != b.voice != OUTLET and not own


def _explained(story: Story, a: Told, b: Told, told: Sequence[Told]) -> bool:
    """An update, a count over more than one incident, or a sum of what was told before."""
    words = (story.words(a.sentence), story.words(b.sentence))
    if any(check_words("cumulative").search(_clause(story, t)) for t in (a, b)):
        return True
    if len([w for w in words if FORMER.search(w)]) == 1 or len([w for w in words if _another(w)]) == 1:
        return True
    if any(check_words("update").search(_without_sources(w)) for w in words):
        return True
    return _sums(b, told) or _sums(a, told) or _manyincidents(story, a, b)


def _another(words: str) -> bool:
    """As in "in a second blast": one of several is told of."""
    return any(ANOTHER.search(words[: m.start()]) for m in check_words("incident").finditer(words))


def _clause(story: Story, told: Told) -> str:
    """The words between the commas around the number, which say over what it was counted."""
    q, sentence = told.quantity, told.sentence
    start = max(story.text.rfind(", ", sentence.start, q.start), sentence.start)
    stop = story.text.find(", ", q.end, sentence.end)
    return story.words((start, sentence.end if stop < 0 else stop))


def _without_sources(words: str) -> str:
    """As in "a witness from the town" replaces no number: only "from 38" does."""
    return re.sub(r"\bfrom\s+(?!\d)|\bhad been\b", "", words)


def _sums(one: Told, told: Sequence[Told]) -> bool:
    """The number is the sum of two or three others of its role."""
    others = [t.quantity.low or 0 for t in told if t is not one and t.quantity.role == one.quantity.role][:12]
    goal = one.quantity.low
    return any(sum(some) == goal for n in (2, 3) for some in combinations(others, n))


def _manyincidents(story: Story, a: Told, b: Told) -> bool:
    """Either sentence speaks of strikes, raids or clashes: its number may belong to any of them."""
    found = (m[0] for t in (a, b) for m in check_words("incident").finditer(story.words(t.sentence)))
    return any(re.search(r"[^s]s$", word) for word in found)


def _contradiction(story: Story, a: Told, b: Told) -> Finding:
    values, role = (amount(a.quantity), amount(b.quantity)), a.quantity.role
    who = f"According to {story.voices.name(a.voice)}," if a.voice != OUTLET else "In the report's own words,"
    verdict = Verdict(
        "C101", "contradiction", "number", "high" if a.voice == OUTLET else "medium",
        f"{who} {values[0]} people were {role}, and elsewhere {values[1]}.",
        "both sentences speak of one incident in one voice, and neither number updates or includes the other",
        "a second incident, or a later count that the report does not mark as one",
    )  # fmt: skip
    return story.finding(verdict, tuple((t.quantity.start, t.quantity.end) for t in (a, b)))


def _dispute(story: Story, sides: Sequence[Told]) -> Finding:
    told = ", ".join(f"{amount(t.quantity)} according to {story.voices.name(t.voice)}" for t in sides)
    verdict = Verdict(
        "C301", "dispute", "number", "medium",
        f"People {sides[0].quantity.role}: {told}.",
        f"{'both' if len(sides) == 2 else 'all'} voices speak of one incident",
        "different incidents, days or ways of counting",
    )  # fmt: skip
    return story.finding(verdict, tuple((t.quantity.start, t.quantity.end) for t in sides))
