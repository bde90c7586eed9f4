"""Names of countries and capitals that stand for those who govern there: actors, and no places."""

from __future__ import annotations

import re
from itertools import islice

from fogline.models.parse import Parse
from fogline.reading.mentions_metonyms import after_preposition
from fogline.reading.place_roles import in_dateline
from fogline.tables import gazetteer
from fogline.tables.actor_words import metonym_cues
from fogline.tables.place_words import words

GOVERNED = ("PCLI", "PPLC")
SUBJECT = ("nsubj",)
INDIRECT = ("dative", "dobj")
DEALT = frozenset({"with", "on", "for", "from", "to", "by", "of"})
DRAWN = frozenset({"draw", "drag", "pull", "entangle", "embroil", "place", "put"})
OFFICE_OF = re.compile(
    r"\b(?:minister|ministry|ministers|king|queen|emir|sultan|chancellor|premier|government|governments|president|ambassador|embassy|army|military|navy|forces"
    r"|authorities|parliament|kingdom|affaires|leaders|allies|ally|enemies|behalf|involvement|role) of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
DEALINGS = re.compile(
    r"\b(?i:clash(?:es)?|war|wars|talks|ceasefire|truce|deal|agreement|treaty|tensions?|relations|conflict|fighting"
    r"|negotiations|dialogue|dispute|partnership|accord|pact|alliance|cooperation|friendship|memorandum|contract|ties|contacts)\s+(?:between|with)\s+(?:the\s+)?(?:[A-Z][\w.]*(?:\s[A-Z]\w*)?,?\s+and\s+)?(?:the\s+)?$"
)
INTO_WAR = re.compile(
    r"\s+(?:directly\s+)?into\s+(?:an?|the)\s+(?:\w+\s+){0,2}?(?:conflict|war|fighting|talks|alliance|dispute)\b"
)
WILLS = re.compile(
    r"\s+(?:\w+ly\s+)?(?:has|had|will|would|says|said|vow(?:s|ed)|warn(?:s|ed)|accuse[sd]|denie[sd]|reject(?:s|ed)|insist(?:s|ed)"
    r"|wants|wanted|claim(?:s|ed)|announce[sd]|agree[sd]|refuse[sd]|threaten(?:s|ed)|believe[sd]|hope[sd]|reserve[sd]"
    r"|demand(?:s|ed)|condemn(?:s|ed)|urge[sd]|expect(?:s|ed)|remain(?:s|ed)\s+(?:committed|ready|opposed|determined)"
    r"|reaffirm(?:s|ed)|support(?:s|ed)|back(?:s|ed))\b(?!\s+(?:been|become|seen|suffered|be)\b)"
)
STARTS = re.compile(r"(?:^|[.!?”\"]\s+|\n\s*|[a-z],\s+)(?:[Tt]he\s+)?$")
FOR_TO = re.compile(r"\s+to\s+[a-z]{2,}")
NEXT_WORD = re.compile(r"(?:['’]s?)?[\s-]+([A-Za-z]+)")


def acts(parse: Parse, span: tuple[int, int]) -> bool:
    """True if the name is that of a country or capital and its sentence lets it act, or gives it to an actor.

    Two signs, either of which is enough: the noun after it ("the U.S. military"), and the verb that it is the
    subject of ("Moscow vowed"), unless that verb says what befell a place ("Kyiv came under fire").
    """
    name = parse.text[span[0] : span[1]]
    if in_dateline(parse.text, *span):
        return False
    if _governs(parse.text, span) and any(e.feature == "PCLI" and e.kind < 2 for e in gazetteer.lookup(name)):
        return True
    if not any(e.feature in GOVERNED and e.kind < 2 for e in islice(gazetteer.lookup(name), 40)):
        return False
    match = NEXT_WORD.match(parse.text, span[1])
    placed = parse.text.endswith(("In ", "in ", "At ", "Near "), 0, span[0])
    if match and match[1].lower() in words("actor_nouns", "word") and not placed:
        return True
    return _wills(parse, span)


def _governs(text: str, span: tuple[int, int]) -> bool:
    """True where the words beside a country's name make it an actor: "minister of X", "talks with X", "for X to"."""
    before = text[max(0, span[0] - 60) : span[0]]
    meant = OFFICE_OF.search(before) or DEALINGS.search(before) or INTO_WAR.match(text, span[1])
    if not meant and WILLS.match(text, span[1]):
        meant = STARTS.search(before)
    return bool(meant) or (before.endswith((" for ", " for the ")) and FOR_TO.match(text, span[1]) is not None)


def _wills(parse: Parse, span: tuple[int, int]) -> bool:
    """True for the subject of a verb of one's own doing, or whoever is accused, urged or told."""
    tokens = parse.tokens(*span)
    if not parse.parsed or not tokens:
        return False
    last = tokens[-1]
    verb = parse.heads[last]
    if parse.deps[last] == "pobj" and parse.lower(verb) in DEALT:
        return after_preposition(parse, last, last, last) is True
    if parse.pos[verb] not in ("VERB", "AUX"):
        return False
    if parse.deps[last] in SUBJECT:
        return parse.lemmas[verb] not in words("passive_verbs", "lemma")
    told = parse.lemmas[verb] in DRAWN or parse.lemmas[verb] in metonym_cues("object_metonym")
    return parse.deps[last] in INDIRECT and told
