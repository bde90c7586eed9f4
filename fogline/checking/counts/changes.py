"""Changes against their two ends (C113): "rose by 5 to 41 from 38"; "61, compared with 104, a fall of 41 percent".

Both ends and the change stand in one sentence, or the next takes them up ("That is a fall of ..."). A percentage may be
rounded to its last digit, and "about" gives it two points more. Silent where the sentence gives only one end, or more
numbers to compare, and where the change may be another thing's ("while that of barley").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from fogline.checking.counts.figures import Figure, alike, figures
from fogline.checking.story import Story, Verdict, amount, plain, story_of
from fogline.records import Fact, Finding, Ledger, Quantity
from fogline.tables.lexicon_checks import change_words, stems
from fogline.tables.lexicon_numbers import alternatives

FROM = re.compile(
    r"\b(?:from|against|versus|compared\s+(?:with|to))\s+(?:the\s+|only\s+|just\s+)?$|\bthan\s+the\s+$", re.I
)
COMPARED = re.compile(
    r"\b(?:against|versus|compared\s+(?:with|to)|(?:up|down)\s+from|(?:percent|per\s+cent|%)\s+from|than)\s+"
    r"(?:the\s+|only\s+|just\s+)?$",
    re.I,
)
TO = re.compile(r"\bto\s+(?:a\s+total\s+of\s+|just\s+|only\s+)?$", re.I)
PERCENT = re.compile(r"\s*(?:percent|per\s+cent|%)", re.I)
BRINGS = re.compile(r"\b(?:bringing|taking|raising|pushing|lifting|cutting|reducing|lowering)\b")
OTHER_THING = re.compile(
    r"\b(?:while|whereas|but|those|another|that\s+(?:of|in|at|for|from)|and\s+(?:that|the|its|their)|of\s+(?:them|these))\b|;",
    re.I,
)
THEN = (
    r"\s+than\s+(?:(?:in|on|at|for)\s+)?(?:the\s+|a\s+)?(?:\d|last|previous|first|day|week|month|year|night|before|two|three"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b"
)
TAKES_UP = re.compile(r"(?:That|This|It|The\s+(?:change|difference|(?P<number>number|figure|price|toll|total)))\b")


class Change(NamedTuple):
    """A change in a sentence: where, how much, and which way, empty where the words leave that open."""

    start: int
    end: int
    way: str


def check_differences(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C113: "rose by 5 to 41 from 38": the three numbers do not fit."""
    story = story_of(ledger)
    for here in _sentences(story):
        changes = [f for f in here if _change(story, f.start, f.end)]
        ends = _ends(story, [f for f in here if f not in changes])
        by = (changes or _cause(story, here, ends)) if ends else []
        if ends is None or len(by) != 1 or not _of_one(story, ends, by[0]):
            continue
        moved = abs(ends[1].value - ends[0].value)
        if moved != by[0].value:
            yield _wrong_difference(story, ends, by[0], moved)


def _sentences(story: Story) -> Iterator[list[Figure]]:
    """The exact figures of each sentence with two or more of them, percentages left out."""
    by_number: dict[int, list[Figure]] = {}
    for f in figures(story):
        if not PERCENT.match(story.text, f.end) and (f.exact or COMPARED.search(_before(story, f.start))):
            by_number.setdefault(f.number, []).append(f)
    yield from (here for here in by_number.values() if len(here) > 1)


def _before(story: Story, at: int, far: int = 30) -> str:
    return story.text[max(story.sentence(at).start, at - far) : at]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What leads to a change, what follows it, what a sentence tells of change, and "raise the" before a number."""
    noun, verb = (alternatives(change_words(kind)) for kind in ("noun", "verb"))
    more, make = (alternatives(change_words(kind)) for kind in ("more", "make"))
    led = rf"\b(?:by|an?\s+(?:\w+\s+)?(?P<noun>{noun})\s+of|(?P<verb>{verb})(?:\s+by)?)\s+$"
    behind = rf"(?:\s*(?:percent|per\s+cent|%))?(?:\s+[a-z]+)?\s+(?P<more>{more})\b(?:{THEN}|(?!\s+than|\s+[a-z]))"
    return (
        re.compile(led, re.I),
        re.compile(behind, re.I),
        re.compile(rf"\b(?P<verb>{verb})\b", re.I),
        re.compile(rf"\b(?:{make})\s+(?:its|their|the|his|her)\s+$", re.I),
    )


def _change(story: Story, start: int, end: int) -> Change | None:
    """The number as a change: "by 5", "a rise of 5", "5 more than the day before"."""
    led, behind, moves, _ = _patterns()
    before = _before(story, start, 40)
    found = led.search(before)
    if found:
        word = (found["noun"] or found["verb"] or "").lower()
        way = change_words("noun").get(word) or change_words("verb").get(word) or ""
        verbs = list(moves.finditer(story.text, story.sentence(start).start, start)) if not word else []
        return Change(start, end, change_words("verb")[verbs[-1]["verb"].lower()] if verbs else way)
    after = behind.match(story.text, end)
    return Change(start, end, change_words("more")[after["more"].lower()]) if after else None


def _ends(story: Story, here: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The number before and the number after, where the sentence has just these two of their kind."""
    first = [f for f in here if FROM.search(_before(story, f.start))]
    last = [f for f in here if TO.search(_before(story, f.start))]
    if len(first) == 1 and not last and COMPARED.search(_before(story, first[0].start)):
        last = [f for f in here if f is not first[0] and alike(f, first[0])]
    if len(last) == 1 and not first:
        first = [f for f in here if f.end < last[0].start and _patterns()[3].search(_before(story, f.start))]
    if len(first) != 1 or len(last) != 1 or first == last or not alike(first[0], last[0]):
        return None
    return first[0], last[0]


def _cause(story: Story, here: Sequence[Figure], ends: tuple[Figure, Figure] | None) -> list[Figure]:
    """As in "nine died, taking the losses from 52 to 57", "with eight more found the toll rose from 67 to 72"."""
    others = [f for f in here if ends is None or f not in ends]
    if ends is None or len(others) != 1 or others[0].end > min(f.start for f in ends):
        return []
    f = others[0]
    between = story.text[f.end : min(x.start for x in ends)]
    roles = {x.quantity.role for x in (f, *ends) if x.quantity}
    more = re.match(r"\s+(?:more|further|additional|new)\b", between) and len(roles) == 1 and None not in roles
    return [f] if BRINGS.search(between) or (more and _patterns()[2].search(between)) else []


def _of_one(story: Story, ends: tuple[Figure, Figure], by: Figure) -> bool:
    """The change is told of the measure that the ends are of."""
    units = {f.unit for f in (*ends, by)} - {None}
    if len(units) > 1 and not BRINGS.search(story.text, by.end, ends[0].start):
        return False
    return not _other_thing(story, ends, by.start, by.end)


def _other_thing(story: Story, ends: Sequence[Figure], start: int, end: int) -> bool:
    """Words between the ends and the change turn to another thing."""
    behind = [f.end for f in ends if f.end <= start]
    between = story.text[max(behind) : start] if behind else story.text[end : min(f.start for f in ends)]
    return bool(OTHER_THING.search(between))


def _wrong_difference(story: Story, ends: tuple[Figure, Figure], by: Figure, moved: float) -> Finding:
    first, last = ends
    verdict = Verdict(
        "C113", "contradiction", "difference", "high",
        f"From {plain(first.value)} to {plain(last.value)} is a change of {plain(moved)}, not of {plain(by.value)}.",
        "the sentence gives both ends and the change between them",
        "a change counted over another period",
    )  # fmt: skip
    return story.finding(verdict, (by.span, last.span))


def check_percentages(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C113: "61 clashes, compared with 104 in June, a fall of 20 percent": the share is not that of the two ends."""
    story = story_of(ledger)
    told = [q for q in ledger.quantities if q.unit == "percent" and q.bound in ("exact", "about")]
    sentences = {here[0].number: here for here in _sentences(story)} if told else {}
    for share in told:
        way = _way(story, share) if PERCENT.search(story.words((share.start, share.end))) else None
        ends = _ends_of(story, share, sentences) if way is not None else None
        if way is None or ends is None or not ends[0].value:
            continue
        moved = 100 * (ends[1].value - ends[0].value) / ends[0].value
        right = abs(moved) if not way else moved if way == "up" else -moved
        if abs(right - (share.low or 0)) > (3 if share.bound == "about" else 1) + 0.02 * abs(moved):
            yield _wrong_percentage(story, ends, share, moved)


def _way(story: Story, share: Quantity) -> str | None:
    """Which way the share says that it went; None where it is no change."""
    nouns = alternatives(change_words("noun"))
    again = re.match(rf"\s+(?P<noun>{nouns})\b", story.text[share.end : share.end + 24], re.I)
    if again:
        return change_words("noun")[again["noun"].lower()]
    upward = re.search(r"\b(up|down)\s+$", _before(story, share.start))
    change = _change(story, share.start, share.end)
    return upward[1] if upward else change.way if change else None


def _ends_of(story: Story, share: Quantity, sentences: dict[int, list[Figure]]) -> tuple[Figure, Figure] | None:
    """The two ends in the sentence of the share, in the one it takes up, or in the one before that speaks of them."""
    number = story.number(share.start)
    here = _ends(story, sentences.get(number, []))
    if here:
        return None if _other_thing(story, here, share.start, share.end) else here
    sentence = story.sentence(share.start)
    before = {k: ends for k, some in sentences.items() if k < number and (ends := _ends(story, some))}
    taken_up = TAKES_UP.match(story.words(sentence)) if number - 1 in before else None
    if taken_up and not taken_up["number"]:
        return before[number - 1]
    named = re.match(r"\s+\w+\s+(?:in|of)\b", story.text[share.end : share.end + 30])
    if not taken_up and (len(before) != 1 or not named):
        return None
    ends = before[number - 1] if taken_up else next(iter(before.values()))
    return ends if stems(story.words(story.sentence(ends[0].start))) & stems(story.words(sentence)) else None


def _wrong_percentage(story: Story, ends: tuple[Figure, Figure], share: Quantity, moved: float) -> Finding:
    first, last = ends
    way = "a fall" if moved < 0 else "a rise"
    verdict = Verdict(
        "C113", "contradiction", "difference", "high",
        f"From {plain(first.value)} to {plain(last.value)} is {way} of {abs(moved):.1f} percent, "
        f"not {amount(share)} percent.",
        "the sentence gives both ends and the change between them",
        "a change counted over another period",
    )  # fmt: skip
    return story.finding(verdict, (first.span, last.span, (share.start, share.end)))
