"""Lengths of time as far as words bound them, in hours: "more than three hours", "half an hour", "most of the day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.checking.dating.elapsed import value
from fogline.checking.story import Story, clean, per_story
from fogline.records import Quantity, Span, Timex

HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "night": 24.0, "week": 168.0, "month": 730.5, "year": 8766.0}
LETTERS = {"TM": "minute", "TH": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
PERIOD = re.compile(r"P(T?)(\d+(?:\.\d+)?)([MHDWY])")
MORE = re.compile(
    r"\b(?:(?:well\s+)?(?:more\s+than|over|beyond|above|past)|at\s+least|(?:no|not)\s+(?:less|fewer)\s+than|upwards\s+of)\s+$",
    re.I,
)
LESS = re.compile(
    r"\b(?:(?:less|fewer)\s+than|(?:just\s+)?under|within|up\s+to|(?:no|not)\s+more\s+than|at\s+most|inside|below|the\s+space\s+of)\s+$",
    re.I,
)
ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|close\s+to|approximately|barely|hardly|scarcely|just\s+(?:under|over)|an?\s+estimated|or\s+so)\s+$",
    re.I,
)
PART_OF = re.compile(r" (?:day|night|morning|afternoon|evening|week)\b")
LOOSE = re.compile(
    r"\b(?:(?:for\s+)?(?:most|much|the\s+better\s+part|the\s+rest|a\s+good\s+part)\s+of\s+(?:the|a)|all|the\s+whole|the\s+entire"
    r"|(?:the|a)\s+full|a\s+whole|an\s+entire|through(?:out)?\s+the)\s+"
    r"(?:of\s+the\s+)?(?P<part>day|night|morning|afternoon|evening|week)$", re.I)  # fmt: skip
SINGLE = re.compile(r" (?P<unit>hour|day|night|week|month|year)(?= (?:in|as|of|under|behind|on) )")
OWNED = re.compile(r"\b(?:his|her|its|their|the|that)$", re.I)
HALF = re.compile(r"-and-a-half-(?P<unit>hour|day|week|month|year)\b")
HALVED = re.compile(r" half[- ](?P<unit>year|day)(?= (?:in|as|of|under|behind|on) )")
NUMBER = re.compile(r"\w+$")
ROUGH = {"day": (5.0, 24.0), "night": (4.0, 14.0), "morning": (2.0, 8.0), "afternoon": (2.0, 8.0),
    "evening": (1.5, 7.0), "week": (72.0, 192.0)}  # fmt: skip
EXACT_SLACK, ABOUT_SLACK = 0.15, 0.3


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: its words, and the fewest and most hours it can mean."""

    span: Span
    low: float
    high: float


@per_story
def amounts(story: Story) -> tuple[Amount, ...]:
    """Every length of time in a report, in text order, with the bounds that its words and those before give."""
    found: dict[int, Amount] = {}
    for one in (*_loose(story), *_single(story), *_counted(story), *_periods(story)):
        if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in found.values()):
            found[one.span.start] = one
    return tuple(found[at] for at in sorted(found))


def apart(a: Amount, b: Amount) -> bool:
    """True if two lengths of one thing exclude each other.

    >>> apart(Amount(Span(0, 1), 0.7, 1.0), Amount(Span(5, 6), 3.0, float("inf")))
    True
    """
    return a.low > b.high or b.low > a.high


def _loose(story: Story) -> Iterator[Amount]:
    for part in PART_OF.finditer(story.text):
        match = LOOSE.search(story.text, max(0, part.start() - 30), part.end())
        if not match:
            continue
        low, high = ROUGH[match["part"].lower()]
        yield Amount(Span(*match.span()), low, high)


def _single(story: Story) -> Iterator[Amount]:
    """As in "her year in detention", "the two-and-a-half-hour conversation"."""
    for match in SINGLE.finditer(story.text):
        if not OWNED.search(story.text[max(0, match.start() - 6) : match.start()]):
            continue
        hours = HOURS[match["unit"].lower()]
        yield Amount(
            Span(match.start("unit"), match.end()), _fewest(hours) * (1 - EXACT_SLACK), hours * (1 + EXACT_SLACK)
        )
    for match in HALVED.finditer(story.text):
        hours = HOURS[match["unit"]] / 2
        yield Amount(Span(match.start() + 1, match.end()), hours * (1 - ABOUT_SLACK), hours * (1 + ABOUT_SLACK))
    for match in HALF.finditer(story.text):
        word = NUMBER.search(story.text, max(0, match.start() - 12), match.start())
        number = value(word[0]) if word else None
        if word and number is not None:
            hours = (number + 0.5) * HOURS[match["unit"].lower()]
            yield Amount(Span(word.start(), match.end()), hours * (1 - EXACT_SLACK), hours * (1 + EXACT_SLACK))


def _counted(story: Story) -> Iterator[Amount]:
    for q in story.ledger.quantities:
        if q.unit in HOURS and q.what != "age" and q.low is not None and q.bound != "vague":
            yield _bounded(story, Span(q.start, q.end), *_of(q))


def _of(q: Quantity) -> tuple[float, float, bool]:
    unit, low = HOURS[q.unit], q.low or 0.0
    return low * unit, float("inf") if q.high is None else q.high * unit, q.bound == "about"


def _periods(story: Story) -> Iterator[Amount]:
    for time in story.ledger.times:
        size = _period(time) if time.type == "DURATION" else None
        if size:
            low = 0.0 if time.mod in ("LESS_THAN", "EQUAL_OR_LESS") else size
            high = float("inf") if time.mod in ("MORE_THAN", "EQUAL_OR_MORE") else size
            yield _bounded(story, Span(time.start, time.end), low, high, time.mod == "APPROX")


def _period(time: Timex) -> float | None:
    match = PERIOD.fullmatch(time.value or "")
    unit = LETTERS.get(match[1] + match[3]) or LETTERS.get(match[3]) if match else None
    return float(match[2]) * HOURS[unit] if match and unit else None


def _bounded(story: Story, span: Span, low: float, high: float, about: bool) -> Amount:
    """The bounds that the words themselves, or those straight before, put on a length."""
    words = clean(story.text[max(0, span.start - 24) : span.start]) + " "
    words = words.rpartition(". ")[2] + re.sub(
        r"(?:\d|\bone\b|\ban?\b|\btwo\b|\bthree\b|\bfour\b|\bfive\b|\bsix\b).*", "", story.words(span), flags=re.I
    )
    if low == high:
        if MORE.search(words):
            return Amount(span, low * 0.95, float("inf"))
        slack = ABOUT_SLACK if about or ABOUT.search(words) else EXACT_SLACK
        if LESS.search(words) and not ABOUT.search(words):
            return Amount(span, 0.0, high * 1.05)
        return Amount(span, _fewest(low) * (1 - slack), high * (1 + slack))
    return Amount(span, _fewest(low) * (1 - EXACT_SLACK), high * (1 + EXACT_SLACK))


def _fewest(hours: float) -> float:
    """The hours that a number of days can be short of: "two days of talks" may be ten hours on two days."""
    days = hours / 24
    return max(5.0, hours - 20) if days == int(days) and 1 <= days < 60 else hours
