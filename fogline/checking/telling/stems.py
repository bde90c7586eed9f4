"""Words without their endings, which of them say the same, and which exclude each other (`opposites.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from fogline.tables.lexicon_checks import irregular_forms, opposites

PREFIX = ("un", "in", "dis", "non", "il", "ir", "im")


@cache
def stem(word: str) -> str:
    """A word without its endings, the same for a verb's forms and for the noun of it.

    >>> stem("rejected"), stem("rejection"), stem("approval"), stem("struck")
    ('reject', 'reject', 'approv', 'strik')
    """
    low = re.sub(r"[’']s?$", "", word.lower().replace(".", ""))
    low = irregular_forms().get(low, low)
    low = re.sub(r"(?<=[a-z]{2})(?:ies|ied)$", "y", low)
    low = re.sub(r"(?<=ct)ion$|(?<=[a-z]{3}[vs])al$|(?<=[a-z]{5})ment$", "", low)
    low = re.sub(r"(?:(?<=[xz])es|(?<=sh)es|(?<=ch)es|(?<=ss)es|(?<![sui])s)$", "", low)
    bare = re.sub(r"(?<=[a-z]{3})(?:ed|ing)$", "", low)
    if bare != low and re.search(r"[aeiouy]", bare):
        low = re.sub(r"([bdgmnprtv])\1$", r"\1", bare)
    return low[:-1] if low.endswith("e") and len(low) > 3 else low


@cache
def scales() -> dict[str, dict[str, str]]:
    """The scales that a stem, or two or three stems in a row, stand on, and the end of each."""
    found: dict[str, dict[str, str]] = {}
    for form, places in opposites().items():
        found.setdefault(" ".join(stem(w) for w in form.split()), {}).update(places)
    return found


@cache
def alike(a: str, b: str) -> bool:
    """True if two stems are one word, or stand at one end of one scale.

    >>> alike("hail", "prais"), alike("hail", "condemn")
    (True, False)
    """
    here, there = scales().get(a, {}), scales().get(b, {})
    return a == b or any(there.get(scale) == side for scale, side in here.items())


@cache
def opposed(a: str, b: str) -> bool:
    """True if two stems stand at the two ends of one scale.

    >>> opposed("open", "clos"), opposed("open", "reopen")
    (True, False)
    """
    here, there = scales().get(a, {}), scales().get(b, {})
    return any(there.get(scale, side) != side for scale, side in here.items())


def phrase(stems: Sequence[str]) -> tuple[int, str]:
    """How many of the first stems make one entry of the scales, and its key; one stem where none does."""
    n = next((n for n in (3, 2) if len(stems) >= n and " ".join(stems[:n]) in scales()), 1)
    return n, " ".join(stems[:n])


@cache
def openers() -> frozenset[str]:
    """The stems with which an entry of the scales of two or three begins."""
    return frozenset(key.split()[0] for key in scales() if " " in key)


def positive(word: str, known: frozenset[str]) -> str:
    """The word that un-, in-, dis- ... turns into its opposite, where the report has it; else nothing.

    >>> positive("unlawful", frozenset(["lawful"]))
    'lawful'
    """
    if not word.startswith(PREFIX):
        return ""
    bare = next((word[len(p) :] for p in PREFIX if word.startswith(p) and word[len(p) :] in known), "")
    return bare if len(bare) > 3 else ""
