"""Totals against their parts, shares, differences, and conversions printed in the text (C111 to C114)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fogline.checking.story import Story, Verdict, amount, measure, plain
from fogline.records import Fact, Finding, Ledger, Quantity
from fogline.tables.lexicon_checks import ratios

MEN_WOMEN_CHILDREN = (
    frozenset(("man",)),
    frozenset(("woman",)),
    frozenset(("child", "boy", "girl", "infant", "minor")),
)
FORCES = frozenset(("soldier", "police", "policeman", "officer", "guard", "marine", "fighter", "militant", "sailor"))
CONVERTED = re.compile(
    r"\s*[(\[]\s*(?:about|around|some|roughly|nearly|or|approximately|just (?:over|under))?\s*$|,?\s+or\s+$", re.I
)
SHARE = re.compile(r"[^.;]{0,30}?[(,]\s*(?:or\s+|some\s+|about\s+|nearly\s+)?$|\s+or\s+(?:about\s+)?$", re.I)
BY = re.compile(r"\b(?:by|an? (?:increase|rise|jump|drop|fall|decrease) of|up|down)\s+$", re.I)
SLIP = 0.12  # a printed conversion may be rounded by this much


def check_parts(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C111: parts that cannot all lie within the total that is said to include them."""
    story = Story(ledger)
    by_id = {q.id: q for q in ledger.quantities}
    parts: dict[str, list[Quantity]] = defaultdict(list)
    for q in ledger.quantities:
        if q.part_of in by_id and q.low is not None:
            parts[q.part_of].append(q)
    for whole_id, some in parts.items():
        whole = by_id[whole_id]
        together = _apart(some)
        total = sum(q.low or 0 for q in together)
        if whole.high is not None and whole.bound in ("exact", "range") and total > whole.high and _certain(some):
            yield _too_many(story, whole, together, total)


def _certain(some: Sequence[Quantity]) -> bool:
    return all(q.bound in ("exact", "at_least", "range") for q in some)


def _apart(some: Sequence[Quantity]) -> list[Quantity]:
    """The largest single part, or a list of parts none of whose people can be counted twice."""
    if len(some) > 1 and all(_exclusive(a, b) for i, a in enumerate(some) for b in some[i + 1 :]):
        return list(some)
    return [max(some, key=lambda q: q.low or 0)]


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
        f"{listed}{sums}: more than the {amount(whole)} that are said to include them.",
        "the words make them parts of that total, and nobody can be counted in two of them",
        "people counted in two of the parts, or another total meant",
    )  # fmt: skip
    return story.finding(verdict, ((whole.start, whole.end), *((q.start, q.end) for q in some)))


def check_shares(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C112: "12 of the 40 (20 percent)": the share printed is not the share of the numbers."""
    story = Story(ledger)
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


def check_differences(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C113: "rose by 5 to 41 from 38": the three numbers do not fit."""
    story = Story(ledger)
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


def check_conversions(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C114: "300 km (400 miles)": a conversion printed in the text is wrong by more than rounding."""
    story = Story(ledger)
    for a, b in pairwise(ledger.quantities):
        ratio = ratios().get((a.unit, b.unit))
        if not ratio or not a.low or not b.low or b.start - a.end > 30 or a.bound == "range" or b.bound == "range":
            continue
        if CONVERTED.fullmatch(story.text[a.end : b.start]) and _off(a.low, b.low * ratio, a.low, b.low):
            yield _wrong_conversion(story, (a, b), a.low / ratio)


def _off(stated: float, converted: float, a: float, b: float) -> bool:
    """Off by more than a printed figure's rounding: a unit of its last digit that is not nought, or a share of it."""
    grain = max(_grain(a) / a, _grain(b) / b)
    return abs(converted - stated) / stated > max(SLIP, grain)


def _grain(number: float) -> float:
    grain = 1.0
    while number >= 10 and number % 10 == 0:
        number, grain = number / 10, grain * 10
    return grain / 2 if number == int(number) else 0.05


def _wrong_conversion(story: Story, pair: tuple[Quantity, Quantity], right: float) -> Finding:
    a, b = pair
    verdict = Verdict(
        "C114", "contradiction", "conversion", "high",
        f"{story.words((a.start, a.end))} make about {measure(round(right, 1), b.unit)}, not {amount(b)}.",
        "the second figure stands as the conversion of the first",
        "two different measures side by side",
    )  # fmt: skip
    return story.finding(verdict, ((a.start, a.end), (b.start, b.end)))
