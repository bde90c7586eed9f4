"""What a named place is to what is told: where it happened, where from, what was hit, whose it is."""

from __future__ import annotations

import re
from functools import cache

from fogline.tables.place_words import words

DATELINE = re.compile(
    r"[ \t]*(?:[A-Z][A-Z'’.-]{2,}(?:[ /][A-Z'’.-]{2,})*)(?:,\s+[\w.’' -]{2,30}){0,3}?\s*"
    r"(?:\([^)\n]{2,40}\)\s*)?(?:[—–:]|-(?!\w))"
)
HIT = (
    r"(?:attack|attacks|strike|strikes|airstrike|airstrikes|raid|raids|assault|assaults|offensive|bombardment|shelling|"
    r"bombing|bombings|invasion|blockade|siege|barrage|missiles?|drones?|rockets?|shells?|fire|advance|march|sanctions|liberation|recapture|capture|seizure|fall)"
)
VERB_HIT = (
    r"(?:attacked|struck|hit|bombed|shelled|targeted|invaded|raided|stormed|besieged|seized|captured|bombarded|pounded|"
    r"attacking|striking|hitting|bombing|shelling|targeting|invading|storming|seizing|capturing|bombarding|pounding|retake|retakes|retook|retaking|recapture|recaptures|recaptured|recapturing|liberate|liberated|liberating|capture|seize)"
)
ARTICLE = (
    r"(?:the\s+)?(?:(?!(?:of|to|for|by|with|and|in|from)\b)(?-i:[a-z][a-z-]*)\s+){0,2}?"
    r"(?:(?:(?!(?:of|to|for|by|with|and|in|from)\b)[\w’'-]+\s+){0,3}?"
    r"(?:city|town|village|port|region|province|district|suburb|settlement|area|outskirts|vicinity|cities|towns|villages)"
    r"\s+of\s+)?$"
)
AWAY = re.compile(
    r"\b(?:km|kilomet\w+|miles?|mi|metres|meters)\b(?:\s*\([^)]*\))?\s+(?:away\s+)?from\s+(?:the\s+)?$", re.I
)
STRUCK = re.compile(
    r"\s+(?:(?:was|were|is|are|be|been|being|has been|have been|had been|came|come|comes)\s+)+(?:\w+ly\s+)?"
    r"(?:under\s+(?:\w+\s+)?(?:attack|fire|bombardment|shelling|siege)|attacked|struck|hit|bombed|shelled|targeted|invaded"
    r"|raided|stormed|besieged|seized|captured|bombarded|pounded|overrun|liberated|recaptured|retaken)\b"
)


HOME = re.compile(
    r"\b(?:(?:based|headquartered|born) (?:in|at|near|out of)"
    r"|(?:minister|ministry|secretary|envoy|representative|coordinator) (?:for|of)) "
    r"(?:the )?(?:[A-Z]\w+(?: [A-Z]\w+)?, )?$",
    re.I,
)
ABOUT = re.compile(
    r"\b(?:inquiry|report|conference|summit|statement|talks|resolutions?|listings|policy|position|briefing|debate"
    r"|comments?)(?: \([A-Z]\w*\))? on (?:the )?$",
    re.I,
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
        rf"west) of|between|through|reach(?:ed|es)?|visit(?:s|ed|ing)?(?: to)?|enter(?:ed|s)?|arriv\w+ (?:in|at)"
        rf"|hold|holds|held)\s+{ARTICLE}",
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
    line = text.rfind("\n", 0, start) + 1
    if start - line < 40 and (lead := DATELINE.match(text[line : line + 120])) and end <= line + lead.end():
        return "dateline"
    before = re.split(r"[.;!?]\s", text[max(0, start - 70) : start])[-1]
    if AWAY.search(before):
        return "mentioned"
    return _by_words(text, end, before)


def _by_words(text: str, end: int, before: str) -> str:
    """Hit, left, owned or the scene, by the words before a name and right behind it."""
    signs = (
        ("target", STRUCK.match(text, end)),
        ("origin", _origin().search(before)),
        ("target", _target().search(before)),
        ("affiliation", HOME.search(before)),
        ("mentioned", ABOUT.search(before)),
        ("affiliation", re.match(r"['’]s?\s", text[end : end + 3]) or _led_by_noun(text, end)),
        ("act", _act().search(before)),
    )
    return next((name for name, found in signs if found), "mentioned")


def _led_by_noun(text: str, end: int) -> bool:
    """True before the noun that the name belongs to: "Odesa port authorities", "Licking County Court"."""
    match = re.match(r"\s+(?:[a-z]+\s+)?([A-Za-z]\w+)", text[end : end + 40])
    return match is not None and (
        match[1] in words("town_nouns", "word") or bool(re.match(r" [A-Z]", text[end : end + 2]))
    )
