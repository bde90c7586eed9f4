"""What a named place is to what is told: where it happened, where from, what was hit, whose it is."""

from __future__ import annotations

import re
from functools import cache

from fogline.tables.place_words import words

DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z'’.-]{2,}(?:[ /][A-Z'’.-]{2,})*)(?:,\s+[\w.’' -]{2,30})?\s*(?:\([^)\n]{2,40}\)\s*)?[—–-]"
)
HIT = (
    r"(?:attack|attacks|strike|strikes|airstrike|airstrikes|raid|raids|assault|assaults|offensive|bombardment|shelling|"
    r"bombing|bombings|invasion|blockade|siege|barrage|missiles?|drones?|rockets?|shells?|fire|advance|march|sanctions)"
)
VERB_HIT = (
    r"(?:attacked|struck|hit|bombed|shelled|targeted|invaded|raided|stormed|besieged|seized|captured|bombarded|pounded|"
    r"attacking|striking|hitting|bombing|shelling|targeting|invading|storming|seizing|capturing|bombarding|pounding)"
)
ARTICLE = (
    r"(?:the\s+)?(?:(?!(?:of|to|for|by|with|and|in)\b)(?-i:[a-z][a-z-]*)\s+){0,2}?"
    r"(?:(?:city|town|village|port|region|province|district)\s+of\s+)?$"
)


@cache
def _origin() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:from|out of|leaving|left|fled|departed|leave|leaves|flee|fleeing|withdrew from)\s+{ARTICLE}", re.I
    )


@cache
def _target() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{HIT}\s+(?:on|against|at|into|towards?|of)|(?<!the ){VERB_HIT}|"
        rf"(?:launched|fired|flew)\s+(?:[\w-]+\s+){{1,4}}?"
        rf"(?:at|on|into|towards?)|target(?:s|ed)?\s+in)\s+{ARTICLE}",
        re.I,
    )


@cache
def _act() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:in|into|at|near|around|outside|inside|across|over|throughout|within|off|along|on|(?:north|south|east|"
        rf"west) of|between|through)\s+{ARTICLE}",
        re.I,
    )


def role(text: str, start: int, end: int, site: bool) -> str:
    """The place's role by the words beside it; "mentioned" where they say nothing.

    >>> text = "Missiles fired from Belgorod hit a depot in Kharkiv after an earlier strike on Odesa."
    >>> [role(text, text.index(w), text.index(w) + len(w), False) for w in ("Belgorod", "Kharkiv", "Odesa")]
    ['origin', 'act', 'target']
    """
    if site and not re.match(r"\s+(?:was|were|came)\b", text[end : end + 10]):
        return "affiliation"
    lead = DATELINE.match(text[:120])
    if lead and end <= lead.end():
        return "dateline"
    before = text[max(0, start - 70) : start]
    before = re.split(r"[.;!?]\s", before)[-1]
    owns = bool(re.match(r"['’]s?\s", text[end : end + 3])) or _led_by_noun(text, end)
    for name, pattern in (("origin", _origin()), ("target", _target())):
        if pattern.search(before):
            return name
    if owns:
        return "affiliation"
    return "act" if _act().search(before) else "mentioned"


def _led_by_noun(text: str, end: int) -> bool:
    """True before the noun that the name belongs to: "Odesa port authorities", "Licking County Court"."""
    match = re.match(r"\s+(?:[a-z]+\s+)?([A-Za-z]\w+)", text[end : end + 40])
    return match is not None and (
        match[1] in words("town_nouns", "word") or bool(re.match(r" [A-Z]", text[end : end + 2]))
    )
