"""Hours of the day as reports tell them: "8.40 a.m.", "a quarter past two in the afternoon", "shortly before noon".

An hour is a range of minutes of the day, with what the words leave open: half a day where neither a.m. nor p.m. is
said, and the zone where none is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
PART = r"(?:morning|afternoon|evening)"
WORDED = "|".join(HOURS)
HALF = (
    rf"(?:\s*(?P<half>a\.?m\.?|p\.?m\.?)(?!\w)|(?:\s+o[’']?clock)?\s+(?P<part>in the (?:early )?{PART}"
    r"|at night|at noon|that (?:morning|afternoon|evening|night)))?"
)
ZONE = r"(?:\s*\(?(?P<zone>local(?: time)?|GMT|UTC|(?:[A-Z]\w+ )?time)\)?)?"
MEASURED = r"[\d.,:]\d|\d|\s*(?:per cent|percent|%|million|billion|km|kilomet|miles|tonnes|-)"
PATTERNS = (
    re.compile(rf"\b(?P<h>[01]?\d|2[0-4])(?P<sep>[:.])(?P<m>[0-5]\d)(?!{MEASURED})" + HALF + ZONE),
    re.compile(
        rf"\b(?P<h>1[0-2]|[1-9])(?P<m>)(?P<half>)\s+(?:o[’']?clock\s+)?(?P<part>in the (?:early )?{PART}|at night)"
        + ZONE,
        re.I,
    ),
    re.compile(r"\b(?P<h>1[0-2]|[1-9])(?P<m>)\s*(?P<half>a\.?m\.?|p\.?m\.?)(?!\w)(?P<part>)" + ZONE, re.I),
    re.compile(
        r"\b(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?:\s*(?:hours|hrs|h)\b|(?=\s*(?:GMT|UTC|local)))(?P<half>)(?P<part>)"
        + ZONE
    ),
    re.compile(
        r"\b(?:an?\s+)?(?P<min>quarter|half|five|ten|twenty|twenty-five)(?:\s+minutes)?\s+"
        rf"(?P<dir>past|to|after|before)\s+(?P<hw>{WORDED}|noon|midday|midnight)\b" + HALF + ZONE,
        re.I,
    ),
    re.compile(
        rf"\b(?:at|around|about|before|after|until|by|past|towards|since|from|was)\s+(?P<hw>{WORDED})"
        rf"(?=\s+(?:o[’']?clock|in the (?:early )?{PART}|at night))" + HALF + ZONE,
        re.I,
    ),
    re.compile(r"\b(?P<hw>noon|midday|midnight)\b(?P<half>)(?P<part>)" + ZONE, re.I),
)
BEFORE = re.compile(
    r"\b(?P<how>shortly|just|soon|minutes|a little|a few minutes|well)?\s*(?P<way>before|after|past|until|by)\s+"
    r"(?:at\s+|about\s+|around\s+)?$",
    re.I,
)
ABOUT = re.compile(r"\b(?:about|around|some|roughly|nearly|approximately|close to|at around|toward|towards)\s+$", re.I)
AT = re.compile(r"\b(?:at|around|about|before|after|by|until|from|between)\s+(?:about\s+|around\s+)?$", re.I)
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Hour:
    """Minutes of the day from ``first`` to ``last``; ``half_open`` if it may be twelve hours later."""

    first: int
    last: int
    half_open: bool
    zone: str | None
    at: int
    words: str


def hours(text: str) -> Iterator[Hour]:
    """The hours told in a text.

    >>> [(h.first, h.last) for h in hours("It went off at 8.40 a.m., a quarter past two in the afternoon there.")]
    [(515, 525), (850, 860)]
    """
    taken: set[int] = set()
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            if not taken & set(range(*match.span())) and (hour := _hour(text, match)):
                taken |= set(range(*match.span()))
                yield hour


def _hour(text: str, match: re.Match[str]) -> Hour | None:
    groups = match.groupdict()
    before = text[max(0, match.start() - 30) : match.start()]
    if groups.get("sep") == "." and not (groups["half"] or groups["part"] or groups["zone"] or AT.search(before)):
        return None
    minute, half_open = _minute(groups)
    led, about = BEFORE.search(before), ABOUT.search(before)
    first, last = (minute - 20, minute + 20) if about else (minute - 5, minute + 5)
    if led:
        room = 40 if led["how"] else 180
        first, last = (minute - room, minute) if led["way"] in ("before", "until", "by") else (minute, minute + room)
    zone = (groups["zone"] or "").removesuffix(" time").lower() or None
    return Hour(first, last, half_open, None if zone == "local" else zone, match.start(), match[0].strip())


def _minute(groups: dict[str, str | None]) -> tuple[int, bool]:
    """Minutes since midnight, and whether the half of the day is open."""
    word = (groups.get("hw") or "").lower()
    fixed = {"noon": 12, "midday": 12, "midnight": 24}.get(word)
    hour = fixed or (HOURS.index(word) + 1 if word else int(groups.get("h") or 0))
    minute = int(groups.get("m") or 0)
    if groups.get("min"):
        step = MINUTES[str(groups["min"]).lower()]
        minute = step if str(groups["dir"]).lower() in ("past", "after") else -step
    half = _half(groups)
    if fixed is None and half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    clear = fixed is not None or half or hour > 12 or hour == 0 or (groups.get("h") or "").startswith("0")
    return (hour * 60 + minute) % DAY, not clear and groups.get("sep") != ":"


def _half(groups: dict[str, str | None]) -> str | None:
    said, part = groups.get("half") or "", groups.get("part") or ""
    if said or not part:
        return said[:1].lower() or None
    return "a" if "morning" in part else "p"


def same_hour(a: Hour, b: Hour) -> bool:
    """True if two hours can be one, also where the zones differ or the half of the day is left open."""
    if a.zone != b.zone:
        return any(_meet(a, b, shift) for shift in range(-DAY, DAY + 1, 30))
    return any(_meet(a, b, s) for s in ((0, 720, -720, DAY, -DAY) if a.half_open or b.half_open else (0, DAY, -DAY)))


def _meet(a: Hour, b: Hour, shift: int) -> bool:
    return a.first + shift <= b.last + 5 and b.first <= a.last + shift + 5
