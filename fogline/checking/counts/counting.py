"""Whole numbers as reports write them, in figures or words, for the patterns of the checks."""

from __future__ import annotations

import re
from functools import cache

from fogline.tables.lexicon_numbers import alternatives, number_words


@cache
def number_pattern() -> str:
    """A whole number up to 999 in figures, or up to 99 in words, as a pattern without a group."""
    small, tens = (alternatives(w for w, (_, kind) in number_words().items() if kind == k) for k in ("small", "ten"))
    return rf"(?:\d{{1,3}}(?![\d.,:]*\d)|(?:(?:{tens})(?:[- ](?:{small}))?|(?:{small}))\b)"


def whole(words: str) -> int | None:
    """The whole number that words say; None for anything else.

    >>> whole("52"), whole("thirty-four"), whole("Seven"), whole("many")
    (52, 34, 7, None)
    """
    if words.isdigit():
        return int(words)
    parts = [number_words().get(part) for part in re.split(r"[- ]", words.lower())]
    known = [int(part[0]) for part in parts if part and part[1] in ("small", "ten")]
    return sum(known) if known and len(known) == len(parts) else None
