"""Capitals that name nobody: days, languages, offices without a holder, hull numbers, units of measure, labels."""

from __future__ import annotations

import re

from fogline.tables import actors
from fogline.tables.actor_words import no_names

CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "ramadan", "christmas",
    "easter", "eid", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue",
    "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
})  # fmt: skip
LANGUAGES = frozenset({"arabic", "hebrew", "farsi", "persian", "urdu", "pashto", "english", "mandarin", "latin"})
OFFICIALS = frozenset({
    "commander", "secretary", "official", "leader", "member", "representative", "officer", "ambassador", "president",
    "soldier", "citizen",
})  # fmt: skip
NUMBERED = re.compile(r"\d{5}|\bResolutions?\s\d")  # no name of anyone
LETTERS = re.compile(r"[^\W\d_][\w’'-]*")
TONGUE = re.compile(
    r"[\s-]+(?:(?:language|translation|dialect|subtitle|alphabet|script|spelling|transliteration|lesson)s?|speaking"
    r"|speakers|(?:version|edition)(?!s?\s+of\b))\b"
)
OWN_TONGUE = re.compile(r"\s+(?:language|dialect|alphabet|script)\b")
SPOKEN = re.compile(r"\b(?:in|into|speaks?|spoke|speaking|spoken|fluent in)\s+$", re.IGNORECASE)
ENDED = re.compile(r"\s*(?:[).;!?\]]|$|(?:as|by|means?)\b)")


def no_actor(text: str, start: int, end: int) -> bool:
    """True for days and months, languages, offices, hull numbers, and labels in capitals before a colon."""
    words = text[start:end]
    small = words.lower().rstrip(".")
    date = small.partition(" ")[0] in CALENDAR and small.partition(" ")[2].isdigit()
    label = words.isupper() and text[end : end + 1] == ":"
    feast = small.endswith((" day", " time")) or small == "new year"
    tongue = bool(OWN_TONGUE.match(text, end)) or (is_language(words) and is_tongue(text, start, end))
    nothing = label or feast or tongue or bool(NUMBERED.search(words)) or _officials(words)
    return small in CALENDAR | LANGUAGES or date or nothing or is_office(words) or _names_nobody(text, start, end)


def _names_nobody(text: str, start: int, end: int) -> bool:
    """Words that are no name: of nobody, but for a creed that is somebody's first name ("one girl, Islam, ...")."""
    kinds = [no_names().get(word) for word in LETTERS.findall(text[start:end])]
    apposed = kinds == ["creed"] and text[end : end + 1] == "," and text[max(0, start - 2) : start] == ", "
    half = kinds == ["side"] and text[max(0, start - 4) : start].lower() != "the "
    return "technical" in kinds or half or (bool(kinds) and not {None, "side"} & {*kinds} and not apposed)


def _officials(words: str) -> bool:
    """True for "Coalition Commanders": no name, but a phrase for people."""
    last = words.lower().rsplit(" ", 1)[-1]
    single = last[:-3] + "y" if last.endswith("ies") else last[:-1]
    return " " in words and last.endswith("s") and single in OFFICIALS


def is_office(name: str) -> bool:
    """True for an office with its field but no person: "Minister of Agriculture of Moldova".

    >>> is_office("Minister of Agriculture of Moldova"), is_office("Ministry of Agriculture")
    (True, False)
    """
    first, of, _ = name.lower().partition(" of ")
    return bool(of) and (first in actors.offices() or first.split(" ")[-1] in actors.offices())


def is_tongue(text: str, start: int, end: int) -> bool:
    """True where the adjective of a country or people means its language.

    >>> is_tongue("a French translation", 2, 8), is_tongue("(Kurdish: Ciya)", 1, 8), is_tongue("French envoys", 0, 6)
    (True, True, False)
    """
    if TONGUE.match(text, end) or re.match(r"\s?:", text[end : end + 2]):
        return True
    return bool(SPOKEN.search(text[max(0, start - 16) : start]) and ENDED.match(text, end))


def is_language(word: str) -> bool:
    """True for a word that can name a language: "Arabic", "Turkish", "Kurdish"."""
    found = actors.known_actors().get(word)
    adjective = found is not None and found.kind in (actors.DEMONYM, actors.PEOPLE) and not word.endswith("s")
    return adjective or word.lower() in LANGUAGES
