"""Units and lengths of time: how many of what, in TIMEX3's terms, and how far a vague one may reach."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fogline.reading.timex import calendar, numerals
from fogline.reading.timex.calendar import shift
from fogline.reading.timex.sense import Now
from fogline.tables import lexicon_times as lexicon

CLOCK_UNITS = ("S", "MN", "H")


def unit_code(words: str) -> str:
    """The code of a unit of time, singular or plural.

    >>> unit_code("weeks"), unit_code("century")
    ('W', 'CE')
    """
    units = lexicon.words("unit")
    word = words.lower()
    return units[word] if word in units else units[word.removesuffix("s")]


def known_to(unit: str, now: Now) -> date | None:
    """A day to count from if the report's date is known as finely as the unit needs."""
    if now.day:
        return now.day
    if now.year and now.month and unit in ("M", "Q", "B", "Y", "DE", "CE"):
        return date(now.year, now.month, 1)
    return date(now.year, 1, 1) if now.year and unit in ("Y", "DE", "CE") else None


def blank_value(unit: str) -> str:
    """The TIMEX3 value of a period of which only the unit is known."""
    return {"W": "XXXX-WXX", "F": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "B": "XXXX-HX",
            "Y": "XXXX", "DE": "XXX", "CE": "XX"}.get(unit, "XXXX-XX-XX")  # fmt: skip


def vague_ends(now: date, sign: int, unit: str, words: str | None) -> tuple[date, date]:
    """The nearest and the farthest day that "several months" or "months" from a day may mean."""
    if words and (words.lower() in lexicon.words("vague") or numerals.two(words)):
        least, most = numerals.vague(words)
        ends = shift(now, sign * least, unit), shift(now, sign * most, unit)
    elif unit in CLOCK_UNITS:
        return now, now + timedelta(days=sign)
    else:
        (a, au), (b, bu) = calendar.stretch(unit)
        ends = shift(now, sign * a, au), shift(now, sign * b, bu)
    return ends[0] or now, ends[1] or (date.min if sign < 0 else date.max)


def count_of(m: re.Match[str]) -> float:
    """The number before a unit; "half a" is a half, "a ... and a half" one and a half."""
    parts = m.groupdict()
    if parts.get("half"):
        return 0.5
    return numerals.number(m["n"]) + (0.5 if parts.get("plus") else 0)


def modifier_of(m: re.Match[str], ago: bool = False) -> str | None:
    """The mod of "more than", "about", "nearly"; counted back, TIMEX3 calls "more than two weeks ago" BEFORE."""
    words = re.sub(r" the$", "", (m.groupdict().get("mod") or "").lower().strip())
    known = lexicon.words("modifier")
    mod = known.get(words) or known.get(re.sub(r"^(?:just|only) ", "", words))
    back = {
        "MORE_THAN": "BEFORE",
        "EQUAL_OR_MORE": "ON_OR_BEFORE",
        "LESS_THAN": "AFTER",
        "EQUAL_OR_LESS": "ON_OR_AFTER",
    }
    return back.get(mod or "", mod) if ago else mod


def duration_value(count: float, unit: str) -> str:
    """The TIMEX3 value of a length of time.

    >>> duration_value(48, "H"), duration_value(2, "F"), duration_value(0.5, "Y"), duration_value(2.5, "Y")
    ('PT48H', 'P4W', 'P6M', 'P2.5Y')
    """
    if count % 1 and unit in ("Y", "H") and count < 1:
        count, unit = (count * 12, "M") if unit == "Y" else (count * 60, "MN")
    factor, code = {"F": (2, "W"), "Q": (3, "M"), "B": (6, "M"), "N": (1, "D"), "MN": (1, "M"), "E": (1, "W")}.get(
        unit, (1, unit)
    )
    time = "T" if unit in CLOCK_UNITS else ""
    return f"P{time}{numerals.plain(count * factor)}{code}"


def vague_value(unit: str, words: str | None = None) -> str:
    """The TIMEX3 value of a length that is not counted; one between two numbers is written as both.

    >>> vague_value("M"), vague_value("H"), vague_value("H", "six or seven")
    ('PXM', 'PTXH', 'PT6H/PT7H')
    """
    ends = numerals.two(words) if words else None
    if ends:
        return "/".join(duration_value(count, unit) for count in ends)
    code = {"F": "W", "Q": "M", "B": "M", "N": "D", "MN": "M", "E": "W"}.get(unit, unit)
    return f"P{'T' if unit in CLOCK_UNITS else ''}X{code}"


COUNT = (
    r"(?:(?P<mod><mod>))?(?:(?P<v><vague>|<two>)[ -]|(?P<half>half an? )|(?P<n><num>|an?)[ -])"
    r"(?:(?:more|full|further|additional|straight|consecutive|whole) )?"
)


SHIFT = rf"{COUNT}(?P<u><unit>)(?P<plus> and a half)?(?P<exact> to the day)?"
