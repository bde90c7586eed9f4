"""Numbers as news writes them before a unit of time: digits, words, halves and vague words."""

from __future__ import annotations

import re
from functools import cache

from fogline.tables import lexicon_times as lexicon

DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?"


@cache
def pattern() -> str:
    """Any exact number: "48", "1,000", "2.5", "twenty-one", "two and a half", "one and a half"."""
    tens = rf"{lexicon.alternatives('tens')}(?:[- ]{lexicon.alternatives('cardinal')})?"
    return rf"(?:(?:{DIGITS}|{tens}|{lexicon.alternatives('cardinal')})(?: and (?:a|one) half)?)"


def number(words: str) -> float:
    """The value of what `pattern` matched; an article is one.

    >>> number("two and a half"), number("twenty-one"), number("1,000"), number("a")
    (2.5, 21.0, 1000.0, 1.0)
    """
    words = words.lower()
    half = re.search(r" and (?:a|one) half$", words)
    if half:
        return number(words[: half.start()]) + 0.5
    if re.fullmatch(DIGITS, words):
        return float(words.replace(",", ""))
    if words in lexicon.words("cardinal"):
        return float(lexicon.words("cardinal")[words])
    return float(sum(int(_piece(word)) for word in re.split(r"[- ]", words)))


def _piece(word: str) -> str:
    return lexicon.words("tens").get(word) or lexicon.words("cardinal").get(word) or "1"


def ordinal(words: str) -> int:
    """The value of an ordinal in letters or digits.

    >>> ordinal("eighth"), ordinal("twenty-first"), ordinal("24th"), ordinal("1,000th")
    (8, 21, 24, 1000)
    """
    words = words.lower()
    digits = re.match(r"\d[\d,]*", words)
    if digits:
        return int(digits[0].replace(",", ""))
    *tens, last = re.split(r"[- ]", words)
    return sum(int(_piece(word)) for word in tens) + int(lexicon.words("ordinal")[last])


@cache
def ordinal_pattern() -> str:
    """Any ordinal: "third", "twenty-first", "24th"."""
    words = lexicon.alternatives("ordinal")
    return rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)|{lexicon.alternatives('tens')}[- ]{words}|{words})"


def plain(value: float) -> str:
    """A number without a needless point.

    >>> plain(2.0), plain(2.5)
    ('2', '2.5')
    """
    return str(int(value)) if value == int(value) else str(value)


def vague(words: str) -> tuple[float, float]:
    """The least and the most that a vague number word, or a range of two numbers, stands for.

    >>> vague("several"), vague("six or seven")
    ((3.0, 9.0), (6.0, 7.0))
    """
    least, most = lexicon.words("vague").get(words.lower(), "-").split("-")
    return (float(least), float(most)) if least else (two(words) or (1.0, 1.0))


@cache
def two_pattern() -> str:
    """Two numbers as the ends of one: "six or seven", "10-12", "two to three"."""
    return rf"(?:{pattern()}(?: (?:or|to) |[-–]){pattern()})"


def two(words: str) -> tuple[float, float] | None:
    """The ends of such a range; None where they do not rise.

    >>> two("10-12"), two("twenty-one to thirty"), two("seven or six")
    ((10.0, 12.0), (21.0, 30.0), None)
    """
    match = re.fullmatch(rf"({pattern()})(?: +(?:or|to) +|[-–])({pattern()})", words.strip(), re.IGNORECASE)
    low, high = (number(match[1]), number(match[2])) if match else (1.0, 0.0)
    return (low, high) if low < high else None
