"""What is left of a counted group (C115): "14 trucks ... three were turned back ... the remaining ten".

"The remaining" or "the other" so many are compared with the largest earlier number of the same noun less the parts told
since. Silent where any of those parts, alone or together, leaves the number told; where no part is told; where a vague
or added number stands between ("several", "another"); and where another voice gives the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fogline.checking.story import Story, Verdict, amount, capital, plain
from fogline.records import Fact, Finding, Ledger, Quantity

LEFT = re.compile(r"\b(?:the|its|their|all)\s+(?:remaining|other)\s+$", re.I)
BEHIND = re.compile(r"\bthe\s+$", re.I)
MORE = re.compile(r"\b(?:another|more|several|some|few|many|most|half|further|joined|added|second|third)\b", re.I)
NEAR = 5  # sentences between the total and what is left of it


def check_remainders(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C115: what is said to remain of a group is not its number less the parts told."""
    story = Story(ledger)
    told = [q for q in ledger.quantities if q.low is not None and q.bound == "exact"]
    for i, left in enumerate(told):
        if not left.what or not _is_left(story, left):
            continue
        before = [
            q for q in told[:i] if _of_a_kind(q, left) and story.number(left.start) - story.number(q.start) <= NEAR
        ]
        whole = max(before, key=lambda q: q.low or 0, default=None)
        parts = [q for q in before if whole and q.start != whole.start and (q.low or 0) < (whole.low or 0)]
        if whole and parts and (whole.low or 0) > (left.low or 0) and _wrong(story, whole, parts, left):
            yield _finding(story, whole, parts, left)


def _is_left(story: Story, q: Quantity) -> bool:
    """As in "the remaining ten trucks", "the other ten", "the ten remaining trucks"."""
    words = story.words((q.start, q.end))
    lead = re.match(r"(?:the|its|their|all)\s+(?:remaining|other)\s+", words, re.I)
    after = re.match(r"\S+\s+remaining\b", words, re.I)
    before = story.text[max(0, q.start - 16) : q.start]
    return bool(lead or LEFT.search(before) or (after and BEHIND.search(before)))


def _of_a_kind(q: Quantity, left: Quantity) -> bool:
    return q.unit == left.unit and (q.what == left.what or q.part_of is not None)


def _wrong(story: Story, whole: Quantity, parts: Sequence[Quantity], left: Quantity) -> bool:
    """No choice of the parts told leaves the number, and nothing between says that others came or went."""
    if MORE.search(story.text[whole.end : left.start]) or story.teller(whole) != story.teller(left):
        return False
    amounts = [q.low or 0 for q in parts][-6:]
    rests = {(whole.low or 0) - sum(some) for n in range(1, len(amounts) + 1) for some in combinations(amounts, n)}
    return left.low not in rests


def _finding(story: Story, whole: Quantity, parts: Sequence[Quantity], left: Quantity) -> Finding:
    since = [q for q in parts if q.start > whole.start] or list(parts)
    gone = " and ".join(amount(q) for q in since)
    rest = plain((whole.low or 0) - sum(q.low or 0 for q in since))
    verdict = Verdict(
        "C115", "contradiction", "total", "medium",
        f"{capital(story.words((whole.start, whole.end)))} less {gone} leaves {rest}, but {amount(left)} are "
        "said to be left.",
        f"the words ({story.words((left.start, left.end))}) take up what is left of a group counted just before",
        "a part of the group that the report leaves out",
    )  # fmt: skip
    return story.finding(verdict, tuple((q.start, q.end) for q in (whole, *since[:2], left)))
