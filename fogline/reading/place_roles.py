"""What a named place is to what is told: where it happened, where from, what was hit, whose it is."""

from __future__ import annotations

import re
from functools import cache

from fogline.tables import lexicon_numbers as lexicon
from fogline.tables.caseless import Quick, quick
from fogline.tables.place_words import calendar, role_words, words
from fogline.tables.toponym_keys import key

CAPITALS = "A-ZÀ-ÖØ-Þ"
DATELINE = re.compile(
    rf"[ \t]*(?:[{CAPITALS}][{CAPITALS}'’.-]{{2,}}(?:[ /][{CAPITALS}'’.-]{{2,}})*)(?:,\s+[\w.’' -]{{2,30}}){{0,3}}?\s*"
    r"(?:\([^)\n]{2,40}\)\s*)?(?:[—–:]|-(?!\w))"
)
NO_ADJECTIVE = (
    r"(?!(?:of|to|for|by|with|and|or|in|into|from|at|on|near|outside|inside|around|across|over|off|along|through|within|"
    r"between|towards?|during|after|before|while|as|toward)\b)"
)
KINDS = (
    r"(?:city|town|village|port|region|province|district|suburb|settlement|area|outskirts|vicinity|cities|towns|villages"
    r"|ports|suburbs|districts|provinces|neighbou?rhoods?|(?:air)?base|camp|island|airport|airfield)"
)
ARTICLE = (
    rf"(?:the\s+)?(?:{NO_ADJECTIVE}(?-i:[a-z][a-z-]*)\s+){{0,2}}?"
    rf"(?:(?:{NO_ADJECTIVE}[\w’'-]+\s+){{0,3}}?{KINDS}\s+(?:of|at)\s+)?$"
)
AWAY = re.compile(
    r"\b(?:km|kilomet\w+|miles?|mi|metres|meters)\b(?:\s*\([^)]*\))?\s+(?:away\s+)?from\s+(?:the\s+)?$", re.I
)
LIES = re.compile(
    r"(?:,|\(|[–—]|\b(?:lies?|lying|located|situated|is|are|was|were))\s+(?:(?:about|some|around|just|only)\s+)?\d",
    re.I,
)
OPENS = re.compile(r"(?:^|\n)\s*(?:In|At|Near|Outside|Around|Across)\s+(?:the\s+)?$")
INSIDE = re.compile(r"\b(?:in|at|near|from) (?:the )?$", re.I)  # "the market in Derna was hit"
OWNER = re.compile(r"(?:\b[a-z]+(?:ern|al) )?\b[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s? $")  # "northern Syria's Idlib"
INSTITUTION = re.compile(r"\b(?:university|college|school|institute|court)\b", re.I)
BASED = (
    r"(?:(?:based|headquartered|stationed|garrisoned|registered|born|living|resident) (?:in|at|near|out of)|"
    r"(?:headquarters|head office|seat)(?: (?:is|are|was|were))? (?:in|at))"
)
SOURCES = re.compile(
    r"\b(?:officials?|authorities|police|officers?|(?:aid|health) workers?|doctors?|medics?|nurses?|residents|"
    r"activists?|sources?|diplomats?|prosecutors?|envoys?|lawmakers?|journalists?|commanders?|rescuers|analysts?|"
    r"courts?|offices?|command|counterpart|institute|service|groups?) (?:in|at) (?:the )?$",
    re.I,
)
TELLS = re.compile(
    r"(?:,? reached by \w+,?)? (?:\w+ly )?(?:said|says?|told|reported|denied|den(?:y|ies)|confirmed|counted|complained|"
    r"hinted|recorded|expressed|blamed|accused|warned|claimed|announced|called|put|estimated|"
    r"(?:have|has) (?:said|reported)|fear)\b"
)
REMOVED = re.compile(  # "withdrew 1,700 police from", "barred observers from": no people of that place
    r"\b(?:withdr|remov|expel|evict|bann|barr|evacuat|pull|driv|drov|displac|deport|recall|rescu|freed|free)\w*\s"
    r"(?:[\w,-]+\s+){0,5}?from\s+(?:the\s+)?$",
    re.I,
)
LINKS = re.compile(
    r"\b(?:link(?:s|ed|ing)?|connect(?:s|ed|ing)?|(?:flights?|ferr(?:y|ies)|trains?|buses|traffic) between|"
    r"(?:border|frontier|boundary)(?: crossing)? with|crossing into|opposite|"
    r"(?:road|highway|route|flights?|line) (?:from|to))\s+(?:the\s+)?"
    r"(?:(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+)?\s+(?:and|with|to)\s+)?(?:the\s+)?$",
    re.I,
)
TARGETED = r"(?:launched|fired|flew)\s+(?:[\w-]+\s+){0,4}?(?:at|on|into|towards?)"
LIES_IN = re.compile(  # "a mosque located in", "is a village in", "Amriyah, a suburb of", "Haninge, south of"
    rf"(?:\b(?:located|situated|lies|nestled)\b[^.;,]{{0,30}}?\b(?:in|near|on|at|of|between)|"
    rf"(?:\b(?:is|was|are|were)|(?-i:[A-Z])[\w’'-]+,)\s+(?:an?|the|one of)\s+"
    rf"(?:(?!(?:an?|the)\b){NO_ADJECTIVE}[\w-]+\s+){{0,4}}?"
    rf"(?:{KINDS}|mosque|dam|mine|crossing|river)\s+(?:in|near|on|of)|"
    r"(?-i:[A-Z])\w+,\s+(?:just\s+)?(?:(?:north|south)(?:-?(?:east|west))?|east|west)\s+of)"
    r"\s+(?:(?:the|[a-z]+ern|central)\s+){0,2}$",
    re.I,
)
PART_OF_TOWN = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?:neighbou?rhood|district|suburb|quarter|outskirts|port|airport|old city)\b"
)
ADJECTIVAL = re.compile(r"(?:U\.?S\.?|U\.?K\.?)$")
NOUN_NEXT = re.compile(
    r"\s+(?!(?:and|or|in|on|of|to|for|by|with|from|at|as|is|was|are|were|has|had|have|will|would|said|says|that|which|who|"
    r"when|while|where|but|after|before|since|until|during|over|under|against|could|may|might|must|should|did|does|also|"
    r"there|this|next|last|later|earlier|again|today|soon|now|not|than|so|because|if|once|out)\b)[a-z]"
)


@cache
def _struck() -> re.Pattern[str]:
    be = r"(?:(?:was|were|is|are|be|been|being|has been|have been|had been|came|come|comes)\s+)+"
    under = r"under\s+(?:\w+\s+)?(?:attack|fire|bombardment|shelling|siege)"
    named = r"(?<=[a-z])\s+(?:offensive|operation|campaign|battle|siege)s?\b"  # "the Mosul offensive"
    return re.compile(rf"{named}|\s+{be}(?:\w+ly\s+)?(?:{under}|{role_words('befell')})\b")


@cache
def _origin() -> Quick:
    return quick(rf"\b(?:from|out of|leaving|left|fled|departed|leave|leaves|flee|fleeing|withdrew from)\s+{ARTICLE}")


@cache
def _target() -> Quick:
    on = r"(?:(?:[\w-]+\s+){0,3}?(?:on|against)|at|into|towards?|of)"
    hit = rf"(?:{role_words('hit')}\s+{on}|{role_words('battle')}\s+(?:for|of))"
    moved = (
        rf"{role_words('heading')}|{role_words('moving')}\s+(?:[\w-]+\s+){{0,5}}?to|towards?|expected (?:in|at)|"
        r"(?:set out|left|leave|departed|sailed)\s+(?:[\w-]+\s+){0,3}?for"
    )
    return quick(rf"\b(?:{hit}|(?<!the ){role_words('hitting')}|{TARGETED}|{moved})\s+{ARTICLE}")


FROM_HOME = quick(r"([A-Za-z-]+) from (?:the )?$")
ON_THE_MOVE = frozenset(
    ("refugee", "migrant", "evacuee", "returnee", "troop", "people", "person", "death", "body", "dead", "displaced")
)


def _comes_from(before: str) -> bool:
    """As in "settlers from Kapan", who are somewhere's, unlike "refugees from" and "withdrew the police from"."""
    match = FROM_HOME.search(before)
    noun = lexicon.singular(match[1].lower()) if match else ""
    known = lexicon.counted_nouns().get(noun)
    return known is not None and known.unit == "person" and noun not in ON_THE_MOVE and not REMOVED.search(before)


@cache
def _home() -> Quick:
    held = rf"{role_words('office')} (?:for|of|to)"
    native = r"natives? of|citizens? of|,(?: (?:aged )?\d\d,)? of"  # "Sgt. Orla Lund, 42, of Salem"
    return quick(rf"(?:\b(?:{BASED}|{held})|\b{native}) (?:the )?(?:[A-Z]\w+(?: [A-Z]\w+)?, )?$")


@cache
def _organised() -> re.Pattern[str]:
    """As in "al Qaeda in Iraq", "the UN Mission in Libya", "the Bank of Kenya": part of a name."""
    body = rf"(?:(?:Qaeda|Qaida|Jihad|Mission)\s+in|{role_words('organised')}\s+(?:of|for))"
    return re.compile(rf"\b{body}\s+(?:the\s+)?(?:[A-Z][\w-]+\s+and\s+(?:the\s+)?)?$")


@cache
def _about() -> Quick:
    return quick(rf"\b{role_words('about')}(?: \([A-Z]\w*\))? (?:on|into|about|over|regarding) (?:the )?$")


@cache
def _act() -> Quick:
    return quick(
        rf"\b(?:in|into|at|near|around|outside|inside|across|over|throughout|within|off|along|on|(?:north|south|east|"
        rf"west) of|between|through|{role_words('arriving')})\s+{ARTICLE}"
    )


def role(text: str, start: int, end: int, site: bool) -> str:
    """The place's role by the words beside it; "mentioned" where they say nothing.

    >>> text = "Missiles fired from Belgorod hit a depot in Kharkiv after an earlier strike on Odesa."
    >>> [role(text, text.index(w), text.index(w) + len(w), False) for w in ("Belgorod", "Kharkiv", "Odesa")]
    ['origin', 'act', 'target']
    """
    if in_dateline(text, start, end):
        return "dateline"
    before = OWNER.sub("", re.split(r"[.;!?]\s", text[max(0, start - 70) : start])[-1])
    if away := AWAY.search(before):
        return "mentioned" if LIES.search(before[: away.start() + 1]) else "act"
    told = _beside(text, (start, end), before) or _by_words(text, end, before)
    if site and not re.match(r"\s+(?:was|were|came)\b", text[end : end + 10]):
        loose = told == "mentioned" or (told == "act" and INSTITUTION.search(text[start:end]))
        return "affiliation" if loose else told
    return told


def _beside(text: str, span: tuple[int, int], before: str) -> str | None:
    """Whose it is, or only where something lies, where the words beside the name leave no doubt."""
    if LIES_IN.search(before) or LINKS.search(before):
        return "mentioned"
    adjective = ADJECTIVAL.search(text[slice(*span)]) and NOUN_NEXT.match(text, span[1])
    source = SOURCES.search(before) and TELLS.match(text, span[1])
    held = adjective or source or _comes_from(before) or _organised().search(before)
    return "affiliation" if held else None


def in_dateline(text: str, start: int, end: int) -> bool:
    """True for a place at the head of a line in capitals, before its dash or colon: "KYIV, Ukraine (AP) - "."""
    line = text.rfind("\n", 0, start) + 1
    lead = DATELINE.match(text[line : line + 120]) if start - line < 40 else None
    return lead is not None and end <= line + lead.end()


def _by_words(text: str, end: int, before: str) -> str:
    """Hit, left, owned or the scene, by the words before a name and right behind it."""
    if _struck().match(text, end) and not INSIDE.search(before):
        return "target"
    for name, pattern in _before_name():
        if pattern.search(before):
            return name
    if PART_OF_TOWN.match(text, end) and _act().search(before):
        return "act"
    if re.match(r"['’]s?\s", text[end : end + 3]) or _led_by_noun(text, end):
        return "affiliation"
    if _act().search(before):
        return "act"
    return "affiliation" if _led_by_actor(text, end) else "mentioned"


@cache
def _before_name() -> tuple[tuple[str, Quick | re.Pattern[str]], ...]:
    """What the words before a name say, in the order in which they are believed."""
    return (
        ("affiliation", _home()), ("origin", _origin()), ("target", _target()), ("act", OPENS), ("mentioned", _about()),
    )  # fmt: skip


def _led_by_actor(text: str, end: int) -> bool:
    """True before an actor's noun: "the Middle East director", "the Kurdistan regional government"."""
    match = re.match(r"\s+(?:regional\s+|deputy\s+)?([a-z]+)\b", text[end : end + 40])
    return match is not None and match[1] in words("actor_nouns", "word")


def _led_by_noun(text: str, end: int) -> bool:
    """True before the noun that the name belongs to: "Odesa port authorities", "Licking County Court"."""
    match = re.match(r"\s+(?:[a-z]+\s+)?([A-Za-z]\w+)", text[end : end + 40])
    if match is not None and key(match[1]) in calendar():
        return False
    return match is not None and (
        match[1] in words("town_nouns", "word") or bool(re.match(r" [A-Z]", text[end : end + 2]))
    )
