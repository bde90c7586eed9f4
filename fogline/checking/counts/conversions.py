"""A measure and its conversion printed beside it (C114): lengths, weights, temperatures, and money at a stated rate.

"300 km (400 miles)", "50 degrees Celsius (92 degrees Fahrenheit)"; "9,900 gourdes, or 90 dollars" where the report says
"at 132 gourdes to the dollar". Money without a rate of the report's own is left alone, and so is a report with two
rates that one of them explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fogline.checking.story import Story, Verdict, amount, measure, plain, story_of
from fogline.records import Fact, Finding, Ledger, Quantity
from fogline.tables.lexicon_checks import ratios

ABOUT = r"(?:about|around|some|roughly|nearly|approximately|just (?:over|under))"
STRETCH = r"(?:\s*(?:away|long|high|wide|deep|tall|thick|per hour|an hour|of(?:\s+[a-z]+){1,3}))?"
CONVERTED = re.compile(
    rf"{STRETCH}\s*[(\[]\s*(?:(?:or|i\.e\.,?|that is,?|equal to|equivalent to)\s+)?(?:{ABOUT}\s*)?$"
    rf"|{STRETCH},?\s+(?:or|i\.e\.|that is,?|(?:which|that)\s+(?:is|was|makes|equals|equalled|comes\s+to)|equal\s+to"
    rf"|(?:the\s+)?equivalent\s+(?:of|to))\s+(?:{ABOUT}\s+)?$",
    re.I,
)
APPOSED = re.compile(rf"{STRETCH}(?:\s+[-–—]\s+|\s*—\s*|,\s+)(?:or\s+)?$", re.I)
ENCLOSED = re.compile(r"\s*[,–—]|\s+-\s")
PAID_AS = re.compile(
    r"[^.;]{0,70}?(?:,?\s+or\s+(?:about\s+)?|\(\s*(?:about\s+|some\s+|or\s+)?|\b(?:as|is|are|makes?|equals?|worth|equivalent\s+to"
    r"|comes?\s+to|that\s+is)\s+)",
    re.I,
)
FOREIGN = {"dollar": "USD", "euro": "EUR", "pound": "GBP"}
TO_THE = re.compile(
    r"\s+(?:to|per|for|a|against|on)\s+(?:the\s+|a\s+|one\s+|each\s+|every\s+)?(?:U\.?S\.?\s+)?(?P<of>dollar|euro|pound)\b"
    r"|\s+a\s+(?P<of2>dollar|euro)\b",
    re.I,
)
BUYS = re.compile(
    r"\b(?:the|a|one|each)\s+(?:U\.?S\.?\s+)?(?P<of>dollar|euro)\s+(?:now\s+)?(?:buys|bought|fetches|fetched|costs|cost"
    r"|is worth|was worth|trades at|traded at|stood at|stands at)\s+$",
    re.I,
)
RISE = re.compile(r"\b(?:by|warmer|cooler|colder|hotter|higher|lower|above|below|warming|rise|drop)\b", re.I)
SLIP = 0.12  # a printed conversion may be rounded by this much


def check_conversions(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C114: "300 km (400 miles)": a conversion printed in the text is wrong by more than rounding."""
    story = story_of(ledger)
    rates = _rates(story)
    for a, b in pairwise(ledger.quantities):
        if not a.low or not b.low or a.bound == "range" or b.bound == "range":
            continue
        between = story.text[a.end : b.start]
        right = _right(story, a, b) if len(between) <= 40 and _converted(story, between, b) else None
        if right is not None and _off(right, b.low, a.low, least=0.0 if (a.unit, b.unit) in ratios() else 3.0):
            yield _wrong_conversion(story, (a, b), right)
        elif rates and PAID_AS.fullmatch(between):
            yield from _money(story, (a, b), rates)


def _converted(story: Story, between: str, b: Quantity) -> bool:
    """The second figure stands in brackets, behind "or", or between two commas or dashes."""
    apposed = APPOSED.fullmatch(between) and ENCLOSED.match(story.text, b.end)
    return bool(apposed or CONVERTED.fullmatch(between))


def _right(story: Story, a: Quantity, b: Quantity) -> float | None:
    """What the second figure should be."""
    ratio, low = ratios().get((a.unit, b.unit)), a.low or 0.0
    if ratio:
        return low / ratio
    scales = [_scale(story.words((q.start, q.end + 14))) for q in (a, b)]
    if RISE.search(story.text, max(0, a.start - 30), a.end + 40):
        return None
    if scales == ["C", "F"]:
        return low * 1.8 + 32
    return (low - 32) / 1.8 if scales == ["F", "C"] else None


def _scale(words: str) -> str | None:
    """Celsius or Fahrenheit.

    >>> _scale("50 degrees Celsius (92"), _scale("92F)"), _scale("a 90-degree turn")
    ('C', 'F', None)
    """
    found = re.match(
        r"(?:[a-z]+\s+){0,2}[-−\d.,\s]+(?:°|-?degrees?)?\s*(?P<scale>Celsius|Fahrenheit|centigrade|C|F)\b", words, re.I
    )
    return {"c": "C", "f": "F"}[found["scale"][0].lower()] if found else None


def _off(right: float, told: float, first: float, slip: float = SLIP, least: float = 0.0) -> bool:
    """Off by more than a printed figure's rounding: a unit of its last digit that is not nought, or a share of it."""
    grain = max(_grain(abs(n)) / abs(n) for n in (first, told))
    return abs(told - right) > max(least, max(slip, grain) * max(abs(right), 1e-9))


def _grain(number: float) -> float:
    grain = 1.0
    while number >= 10 and number % 10 == 0:
        number, grain = number / 10, grain * 10
    return grain / 2 if number == int(number) else 0.05


def _wrong_conversion(story: Story, pair: tuple[Quantity, Quantity], right: float) -> Finding:
    a, b = pair
    unit = "degree" if (a.unit, b.unit) not in ratios() else b.unit
    verdict = Verdict(
        "C114", "contradiction", "conversion", "high",
        f"{story.words((a.start, a.end))} make about {measure(round(right, 1), unit)}, not {amount(b)}.",
        "the second figure stands as the conversion of the first",
        "two different measures side by side",
    )  # fmt: skip
    return story.finding(verdict, ((a.start, a.end), (b.start, b.end)))


def _rates(story: Story) -> list[tuple[Quantity, str]]:
    """What the report says that a dollar or euro is worth: how much of which money."""
    rates = []
    for q in story.ledger.quantities:
        match = TO_THE.match(story.text, q.end) or BUYS.search(story.text, max(0, q.start - 50), q.start)
        if match and q.low and q.bound in ("exact", "about"):
            of = match["of"] or match.groupdict().get("of2") or ""
            rates.append((q, FOREIGN[of.lower()]))
    return rates


def _money(story: Story, pair: tuple[Quantity, Quantity], rates: Sequence[tuple[Quantity, str]]) -> Iterator[Finding]:
    """The two sums of one sentence at the rates that the report states."""
    ours = [(rate, of) for rate, of in rates if {q.unit for q in pair} == {rate.unit, of}]
    if not ours or story.number(pair[0].start) != story.number(pair[1].start) or any(q in pair for q, _ in rates):
        return
    local, foreign = sorted(pair, key=lambda q: q.unit != ours[0][0].unit)
    rights = [(local.low or 0.0) / (rate.low or 1.0) for rate, _ in ours]
    if all(_off(right, foreign.low or 1.0, local.low or 1.0, SLIP / 2) for right in rights):
        yield _wrong_rate(story, (local, foreign), ours[0][0], rights[0])


def _wrong_rate(story: Story, pair: tuple[Quantity, Quantity], rate: Quantity, right: float) -> Finding:
    local, foreign = pair
    verdict = Verdict(
        "C114", "contradiction", "conversion", "medium",
        f"At {story.words((rate.start, rate.end))}, {story.words((local.start, local.end))} make about "
        f"{plain(round(right, 1))}, not {amount(foreign)}.",
        "the report's own rate",
        "another rate, or two different sums",
    )  # fmt: skip
    return story.finding(verdict, ((rate.start, rate.end), (local.start, local.end)))
