"""Changes against their two ends (C113): "rose by 5 to 41 from 38"; "61, compared with 104, a fall of 41 percent".

Both ends and the change must stand in one sentence, exact, in one unit. A percentage may be rounded to its last digit,
and "about" gives it two points more. Silent where the sentence gives only one end, or more than two numbers to compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fogline.checking.story import Story, Verdict, amount, plain, story_of
from fogline.records import Fact, Finding, Ledger, Quantity
from fogline.tables.lexicon_checks import stems

CHANGE = r"(?:increase|rise|jump|gain|growth|surge|drop|fall|decrease|decline|reduction|cut)"
BY = re.compile(rf"\b(?:by|an? {CHANGE} of|up|down)\s+$", re.I)
MOVED = re.compile(
    rf"\ba(?:n)?\s+(?:\w+\s+)?(?P<noun>{CHANGE})\s+of\s+$"
    r"|\b(?P<verb>rose|risen|grew|grown|increased|climbed|jumped|fell|fallen|dropped|declined|decreased|shrank)\s+(?:by\s+)?$",
    re.I,
)
COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|from|down from|up from)\s+(?:the\s+)?$", re.I)
AGAIN = re.compile(rf"\s+(?P<noun>{CHANGE})\b", re.I)
TO = re.compile(r"^[^.;,]{0,30}\bto\s+$")
FALLS = re.compile(r"drop|fall|fell|decreas|declin|reduc|cut|shrank", re.I)


def check_differences(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C113: "rose by 5 to 41 from 38": the three numbers do not fit."""
    story = story_of(ledger)
    for trio in zip(ledger.quantities, ledger.quantities[1:], ledger.quantities[2:], strict=False):
        if story.sentence(trio[0].start) == story.sentence(trio[2].start) and all(q.bound == "exact" for q in trio):
            steps = {_step(story, q): q for q in trio}
            if set(steps) == {"by", "to", "from"} and len({q.unit for q in trio}) == 1:
                moved = abs((steps["to"].low or 0) - (steps["from"].low or 0))
                if moved != steps["by"].low:
                    yield _wrong_difference(story, steps, moved)


def _step(story: Story, q: Quantity) -> str | None:
    before = story.text[max(0, q.start - 30) : q.start]
    if BY.search(before) and not re.search(r"\b(?:up|down)\s+$", before):
        return "by"
    found = re.search(r"\b(to|from)\s+$", before)
    return found[1] if found else None


def _wrong_difference(story: Story, steps: dict[str | None, Quantity], moved: float) -> Finding:
    start, end, by = steps["from"], steps["to"], steps["by"]
    verdict = Verdict(
        "C113", "contradiction", "difference", "high",
        f"From {amount(start)} to {amount(end)} is a change of {plain(moved)}, not of {amount(by)}.",
        "the sentence gives both ends and the change between them",
        "a change counted over another period",
    )  # fmt: skip
    return story.finding(verdict, ((by.start, by.end), (end.start, end.end)))


def check_percentages(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C113: "61 clashes, compared with 104 in June, a fall of 20 percent": the share is not that of the two ends."""
    story = story_of(ledger)
    for share in (q for q in ledger.quantities if q.unit == "percent" and q.bound in ("exact", "about")):
        sentence = story.sentence(share.start)
        way = MOVED.search(story.text[max(sentence.start, share.start - 40) : share.start])
        ends = _ends(story, [q for q in ledger.quantities if sentence.start <= q.start < sentence.end])
        if again := AGAIN.match(story.text, share.end):
            way, ends = again, ends or _told_before(story, share)
        if not way or not ends or not ends[0].low or ends[1].low is None:
            continue
        moved = 100 * (ends[1].low - ends[0].low) / ends[0].low
        told = (share.low or 0) * (-1 if FALLS.search(way[0]) else 1)
        if abs(moved - told) > (3 if share.bound == "about" else 1) + 0.02 * abs(moved):
            yield _wrong_percentage(story, (*ends, share), moved)


def _told_before(story: Story, share: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two ends that one sentence before gives, if only one does and it speaks of the same ("the allocation")."""
    found = []
    for number in range(story.number(share.start)):
        s = story.ledger.sentences[number]
        here = [q for q in story.ledger.quantities if s.start <= q.start < s.end]
        pairs = pairwise(here)
        found += [
            (a, b)
            for a, b in pairs
            if story.text[: a.start].endswith("from ") and TO.search(story.words((a.end, b.start)))
        ]
    if len(found) != 1 or found[0][0].unit != found[0][1].unit:
        return None
    there, here_ = (stems(story.words(story.sentence(q.start))) for q in (found[0][0], share))
    return found[0] if there & here_ else None


def _ends(story: Story, found: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The number before and the number after, where the sentence has just these two of one unit besides percents."""
    counts = [q for q in found if q.unit != "percent" and q.bound == "exact"]
    units = [q.unit for q in counts]
    before = [q for q in counts if COMPARED.search(story.text[max(0, q.start - 24) : q.start])]
    if len(before) != 1 or units.count(before[0].unit) != 2:
        return None
    return before[0], next(q for q in counts if q.unit == before[0].unit and q is not before[0])


def _wrong_percentage(story: Story, numbers: tuple[Quantity, Quantity, Quantity], moved: float) -> Finding:
    first, last, share = numbers
    way = "a fall" if moved < 0 else "a rise"
    verdict = Verdict(
        "C113", "contradiction", "difference", "high",
        f"From {amount(first)} to {amount(last)} is {way} of {abs(moved):.1f} percent, not {amount(share)} percent.",
        "the sentence gives both ends and the change between them",
        "a change counted over another period",
    )  # fmt: skip
    return story.finding(verdict, tuple((q.start, q.end) for q in numbers))
