"""Totals against their parts (C111) and shares (C112).

A total is compared with the parts that the words put inside it: no part, and no parts that exclude each other (men,
women, children; soldiers, civilians), may be more than the whole; a list behind a colon or dash must make the whole
exactly. Silent where a number is blurred ("about", "at least"), where parts may overlap, and where the list leaves room
for others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from fogline.checking.story import Story, Verdict, amount, capital, plain, story_of
from fogline.records import Fact, Finding, Ledger, Quantity

MEN_WOMEN_CHILDREN = (
    frozenset(("man",)),
    frozenset(("woman",)),
    frozenset(("child", "boy", "girl", "infant", "minor")),
)
FORCES = frozenset(("soldier", "police", "policeman", "officer", "guard", "marine", "fighter", "militant", "sailor"))
SHARE = re.compile(r"[^.;]{0,30}?[(,]\s*(?:or\s+|some\s+|about\s+|nearly\s+)?$|\s+or\s+(?:about\s+)?$", re.I)
LISTED = re.compile(r"[^.;:!?]{0,60}(?::|\s[—–-])\s*", re.I)
OPEN = re.compile(r"\b(?:others?|several|some|including|among|at least|rest|more|mostly|unidentified)\b", re.I)


def check_parts(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C111: parts that cannot all lie within the total that is said to include them."""
    story = story_of(ledger)
    by_id = {q.id: q for q in ledger.quantities}
    parts: dict[str, list[Quantity]] = defaultdict(list)
    for q in ledger.quantities:
        if q.part_of in by_id and q.low is not None:
            parts[q.part_of].append(q)
    for whole_id, some in parts.items():
        whole = by_id[whole_id]
        together = _apart(some)
        total = sum(q.low or 0 for q in together)
        if whole.high is None or whole.bound not in ("exact", "range") or not _certain(some):
            continue
        if total > whole.high:
            yield _too_many(story, whole, together, total)
        elif _told_off(story, whole, some) and sum(q.low or 0 for q in some) != whole.low:
            yield _does_not_add_up(story, whole, some)


def _certain(some: Sequence[Quantity]) -> bool:
    return all(q.bound in ("exact", "at_least", "range") for q in some)


def _apart(some: Sequence[Quantity]) -> list[Quantity]:
    """The largest single part, or a list of parts none of whose people can be counted twice."""
    if len(some) > 1 and all(_exclusive(a, b) for i, a in enumerate(some) for b in some[i + 1 :]):
        return list(some)
    return [max(some, key=lambda q: q.low or 0)]


def _told_off(story: Story, whole: Quantity, some: Sequence[Quantity]) -> bool:
    """As in "14 people: eight dockers and five firemen": a list behind a colon or dash that claims to be the whole."""
    first, last = min(some, key=lambda q: q.start), max(some, key=lambda q: q.end)
    exact = all(q.bound == "exact" for q in (whole, *some)) and len(some) > 1 and whole.end <= first.start
    stop = story.sentence(whole.start).end
    led = LISTED.fullmatch(story.text[whole.end : first.start])
    return exact and bool(led) and last.end <= stop and not OPEN.search(story.text[whole.end : stop])


def _does_not_add_up(story: Story, whole: Quantity, some: Sequence[Quantity]) -> Finding:
    *most, last = (story.words((q.start, q.end)) for q in some)
    verdict = Verdict(
        "C111", "contradiction", "total", "high",
        f"{capital(', '.join(most))} and {last} make {plain(sum(q.low or 0 for q in some))}, not the {amount(whole)} "
        "given as their total.",
        "the list stands behind its total and leaves no room for others",
        "somebody counted in the total whom the list leaves out",
    )  # fmt: skip
    return story.finding(verdict, ((whole.start, whole.end), *((q.start, q.end) for q in some)))


def _exclusive(a: Quantity, b: Quantity) -> bool:
    if a.civilian is not None and b.civilian is not None and a.civilian != b.civilian:
        return True
    kinds = [next((i for i, k in enumerate(MEN_WOMEN_CHILDREN) if q.what in k), None) for q in (a, b)]
    if None not in kinds and kinds[0] != kinds[1]:
        return True
    return any(x.what in FORCES and y.what == "civilian" for x, y in ((a, b), (b, a)))


def _too_many(story: Story, whole: Quantity, some: Sequence[Quantity], total: float) -> Finding:
    listed = " and ".join(story.words((q.start, q.end)) for q in some)
    sums = f" make {plain(total)}" if len(some) > 1 else ""
    verdict = Verdict(
        "C111", "contradiction", "total", "high",
        f"{capital(listed)}{sums}: more than the {amount(whole)} that are said to include them.",
        "the words make them parts of that total, and nobody can be counted in two of them",
        "people counted in two of the parts, or another total meant",
    )  # fmt: skip
    return story.finding(verdict, ((whole.start, whole.end), *((q.start, q.end) for q in some)))


def check_shares(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C112: "12 of the 40 (20 percent)": the share printed is not the share of the numbers."""
    story = story_of(ledger)
    by_id = {q.id: q for q in ledger.quantities}
    for part, share in zip(ledger.quantities, ledger.quantities[2:], strict=False):
        whole = by_id.get(part.part_of or "")
        if share.unit == "percent" and whole and _share_of(story, part, whole, share):
            counted = 100 * (part.low or 0) / (whole.low or 1)
            slack = 0.02 * counted if part.bound == whole.bound == share.bound == "exact" else 2 + 0.15 * counted
            if abs(counted - (share.low or 0)) > 1 + slack:
                yield _wrong_share(story, (part, whole, share), counted)


def _share_of(story: Story, part: Quantity, whole: Quantity, share: Quantity) -> bool:
    last = max(part, whole, key=lambda q: q.end)
    told = {part.bound, whole.bound, share.bound} <= {"exact", "about"} and bool(whole.low)
    return told and last.end <= share.start and bool(SHARE.fullmatch(story.text[last.end : share.start]))


def _wrong_share(story: Story, numbers: tuple[Quantity, Quantity, Quantity], counted: float) -> Finding:
    part, whole, share = numbers
    verdict = Verdict(
        "C112", "contradiction", "share", "high",
        f"{amount(part)} of {amount(whole)} are {counted:.1f} percent, not {amount(share)} percent.",
        "the percentage stands beside the two numbers it is a share of",
        "a percentage of something else",
    )  # fmt: skip
    return story.finding(verdict, tuple((q.start, q.end) for q in (part, whole, share)))
