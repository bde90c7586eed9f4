"""What is left of a counted group (C115): "14 trucks ... three were turned back ... the remaining ten".

"The remaining", "the other", "the last" or "the rest" so many, or what "leaves" so many, is compared with the largest
earlier number of the same things less the parts told since; parts may stand without their noun. So many that "remained"
or "are still" there can be too many only, and only where the parts are gone. Silent where any of those parts, alone or
together, or of another total, leaves the number told; where no part is told; where a vague or added number stands
between ("several", "another"); and where another voice gives the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fogline.checking.counts.figures import Figure, alike, figures, told_by
from fogline.checking.story import Story, Verdict, capital, plain, story_of
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger
from fogline.tables.lexicon_checks import change_words
from fogline.tables.lexicon_numbers import alternatives

LEFT = re.compile(
    r"\b(?:the|its|their|his|her|our|all|and)\s+(?:(?:remaining|other)\s+|rest(?:,|:|\s[—–])?\s+|rest\s+\w+\s+)$", re.I
)
LEAVES = re.compile(
    r"\b(?:leav(?:es|ing)|(?:that|this|which)\s+left)\s+(?:(?:it|them|him|her|the\s+\w+)\s+(?:with\s+)?)?(?:only\s+|just\s+)?$"
    r"|\b(?:and\s+the|the)\s+last\s+$",
    re.I,
)
SO_ONLY = re.compile(r"\bso\s+(?:that\s+)?(?:only|just)\s+$", re.I)
STILL = re.compile(
    r"\s+(?:of\s+them\s+)?(?:(?:were|are|have|had)\s+(?:been\s+)?(?:left|still)|remain(?:s|ed)?|still)\b"
)
BEHIND = re.compile(r"\b(?:the|its|their|all)\s+$", re.I)
MORE = re.compile(
    r"\b(?:another|more|several|some|few|many|most|half|third|further|additional|joined|added|arrived|about|nearly|almost"
    r"|others|dozens?|both|each|every|per)\b",
    re.I,
)
OF_WHICH = re.compile(r"\b(?:of|from)\s+(?:which|whom|these|those|them)\b", re.I)
NEAR = 5  # sentences between the total and what is left of it


def check_remainders(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C115: what is said to remain of a group is not its number less the parts told."""
    story = story_of(ledger)
    told = [f for f in figures(story) if f.exact and f.unit != "percent"]
    for i, left in enumerate(told):
        way = _is_left(story, left)
        if not way:
            continue
        before = [f for f in told[:i] if alike(f, left) and left.number - f.number <= NEAR]
        whole = _whole(before, left)
        parts = [f for f in before if whole and f.start > whole.start and alike(f, whole)]
        taken = _taken_before(story, before, whole)
        if not whole or not (parts or taken) or (way == "weak" and not _too_many(story, whole, (*taken, *parts), left)):
            continue
        if _wrong(story, whole, (*taken, *parts), left) and not _fits(story, before, left):
            yield _finding(story, whole, (*taken, *parts), left)


def _is_left(story: Story, f: Figure) -> str:
    """As in "the other ten trucks", "the rest, 14", "leaving ten" (strong); "ten remained" (weak)."""
    after = story.text[f.end : f.end + 30]
    before = story.text[max(0, f.start - 40) : f.start]
    behind = re.match(r"\s+remaining\b", after, re.I) and BEHIND.search(before)
    still = STILL.match(after)
    if LEFT.search(before) or LEAVES.search(before) or behind or (still and SO_ONLY.search(before)):
        return "strong"
    return "weak" if still and f.noun is None else ""


def _too_many(story: Story, whole: Figure, parts: Sequence[Figure], left: Figure) -> bool:
    """The parts are gone, and what is still there is more than the rest."""
    gone = re.compile(rf"\b(?:{alternatives(change_words('gone'))})\b", re.I)
    ends = [*(f.start for f in parts[1:]), left.start]
    told = (
        story.words((max(story.sentence(f.start).start, f.start - 40), end)) for f, end in zip(parts, ends, strict=True)
    )
    return sum(f.value for f in parts) + left.value > whole.value and all(gone.search(words) for words in told)


def _whole(before: Sequence[Figure], left: Figure) -> Figure | None:
    """The largest number told before, which must have its noun; none where two of different nouns could be meant."""
    named = [f for f in before if f.noun is not None and f.value > left.value]
    whole = max(named, key=lambda f: (f.value, f.start), default=None)
    return whole if whole and all(f.value <= whole.value for f in before) else None


def _taken_before(story: Story, before: Sequence[Figure], whole: Figure | None) -> tuple[Figure, ...]:
    """As in "fourteen of the 31 containers": a part that stands before its total."""
    one_of = [f for f in before if whole and f.end < whole.start <= f.end + 24]
    return tuple(f for f in one_of if whole and re.match(r"\s+of\s+(?:\w+\s+)?$", story.text[f.end : whole.start]))


def _wrong(story: Story, whole: Figure, parts: Sequence[Figure], left: Figure) -> bool:
    """The parts reach to the number left, and nothing between says that others came or went, or speaks of others."""
    if (
        left.number - max(f.number for f in parts) > 1
        or not 0.5 <= (sum(f.value for f in parts) + left.value) / whole.value <= 1.6
    ):
        return False
    voices = {told_by(story, f) for f in (whole, left)}
    within = story.words((min(whole.end, parts[0].start), left.start))
    own = OF_WHICH.search(story.words((story.sentence(left.start).start, left.start)))
    of_all = whole.number == left.number or (parts[0].number == left.number and len({f.number for f in parts}) == 1)
    return (len(voices) == 1 or OUTLET in voices) and not MORE.search(within) and (not own or of_all)


def _fits(story: Story, before: Sequence[Figure], left: Figure) -> bool:
    """Some number told before, less one or more of those told, is what is left; "one" may be one of them too."""
    near = before[-8:]
    values = [f.value for f in near]
    ones = len(re.findall(r"\b[Oo]ne\b", story.words((near[0].start, left.start))))
    rests = {
        whole - sum(some) - k
        for i, whole in enumerate(values)
        for n in range(1, len(values))
        for some in combinations(values[:i] + values[i + 1 :], n)
        for k in range(ones + 1)
    }
    return left.value in rests


def _finding(story: Story, whole: Figure, parts: Sequence[Figure], left: Figure) -> Finding:
    gone = " and ".join(plain(f.value) for f in parts)
    rest = plain(whole.value - sum(f.value for f in parts))
    words = re.sub(r"\s+", " ", story.text[whole.start : whole.end])
    words += f" {whole.noun}s" if words.isdigit() and whole.noun else ""
    verdict = Verdict(
        "C115", "contradiction", "total", "medium",
        f"{capital(words)} less {gone} leaves {rest}, but {plain(left.value)} are said to be left.",
        "the words take up what is left of a group counted before",
        "a part of the group that the report leaves out",
    )  # fmt: skip
    return story.finding(verdict, (whole.span, *(f.span for f in parts[:2]), left.span))
