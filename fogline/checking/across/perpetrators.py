"""Who is said to have done it: one report names the ELN, the other a front of the FARC (C406).

Accusations and claims are taken with whom they name: by name, by the state of an adjective, or as the state's forces
against those who fight them. Compared is only whom the other report does not accuse; where both reports name both, one
voice must name one in one report and the other in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.across.aligning import Pair
from fogline.checking.across.lineage import differing, one_voice, told_by
from fogline.checking.across.telling import CALENDAR, WORD, Passage, Telling, stem
from fogline.records import Finding
from fogline.tables.actors import country_code, demonym_country

WHO = r"(?P<who>[^,.;:“”\"()]{2,70})"
ARMS = r"(?:jets?|planes?|warplanes?|aircraft|drones?|missiles?|artillery|helicopters?|gunners?|forces|troops|guns|gunships?)"
LED = re.compile(
    r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|implicat(?:ed|es|ing)|suspect(?:s|ed)?|named|identified|"
    r"pinned\s+(?:\w+\s+){0,3}on|point(?:ed|s|ing)\s+(?:the finger\s+)?(?:at|to)|"
    r"attribut(?:ed|es|ing)\s+(?:[\w’'-]+\s+){0,4}to|laid the blame (?:on|at)|blame on|"
    r"(?:carried out|fired|sent|claimed|launched|conducted|perpetrated|mounted|committed|staged|planted|dropped) by|"
    r"(?:work|responsibility|hallmarks?|handiwork) of|members of|belong(?:ed|s|ing)? to|at the hands of)\s+" + WHO,
    re.I,
)  # fmt: skip
DONE = re.compile(
    WHO.replace("{2,70}", "{2,70}?") + r"\s+(?:(?:was|were|is|are|had been|has been|have been)\s+(?:\w+\s+)?(?:responsible|behind|to blame)|"
    r"(?:has\s+|have\s+|had\s+|later\s+|also\s+)?claim(?:ed|s)?\s+(?:responsibility|the|an?|credit)|had carried out|had fired|"
    r"(?:said|says) (?:it|its|their|they)[^.;]{0,25}(?:carried out|behind|responsible))",
    re.I,
)
WITH_ARMS = re.compile(
    rf"(?P<who>\b[A-Z][\w’'-]+(?:\s[a-z]\w+)?)\s+{ARMS}\s+(?:had\s+|have\s+)?"
    r"(?:bombed|struck|hit|shelled|fired|attacked|killed|targeted|bombarded|pounded)\b"
)
FROM_ARMS = re.compile(rf"\b(?:from|by|an?|the)\s+(?P<who>[A-Z][\w’'-]+)\s+(?:\w+\s+)?{ARMS}\b")
OWNED = re.compile(rf"\b{ARMS}\s+(?:had\s+)?(?:belonged to|came from|was sent by|were sent by)\s+" + WHO, re.I)
CUT = re.compile(
    r"\s+(?:of(?=\s+\w+ing\b)|for|as|on|over|after|in|that|which|who|said|says|to|was|were|had|has|have|is|are)\s"
)
DENIED = re.compile(r"\b(?:not|no one|nobody|no group|none|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|ruled out|did not|declined)\b", re.I)
STATE = frozenset(map(stem, ("army", "military", "government", "troops", "soldier", "forces", "regime", "police", "junta")))
AGAINST = frozenset(map(stem, ("rebel", "militant", "insurgent", "separatist", "gang", "jihadist", "guerrilla", "bandits")))
TITLES = frozenset(map(stem, ("the", "for", "movement", "group", "front", "forces", "support", "party", "state", "people", "popular", "liberation", "command", "militia", "fighters", "members", "men", "attack", "strike", "who", "with", "former", "dissident", "local", "likely", "author", "islamist", "jihadist")))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Accused:
    """Whom a report says or lets a voice say to have done it."""

    names: frozenset[str]
    side: str | None
    words: str
    at: int
    passage: Passage


def compare_perpetrators(pair: Pair) -> Iterator[Finding]:
    """C406: two reports name different ones for one act."""
    here, there = accused(pair.a), accused(pair.b)
    mine = [x for x in here if not any(may_be_one(pair, x, y) for y in there)]
    other = [y for y in there if not any(may_be_one(pair, x, y) for x in here)]
    alone = len(mine) == len(here) and len(other) == len(there)
    found = [(x, y) for x in mine for y in other if _of_one(pair, x, y, alone)] or list(_swapped(pair, here, there))
    if found:
        x, y = max(found, key=lambda f: (pair.affinity(f[0].passage, f[1].passage), -f[0].at, -f[1].at))
        yield differing(pair, ("C406", "perpetrator"), (x.words, y.words), (x.at, y.at))


def accused(telling: Telling) -> list[Accused]:
    """Everybody whom the report says to have done something, or who claims it."""
    found = []
    for passage in telling.passages:
        if passage.aside or DENIED.search(passage.words):
            continue
        for pattern in (LED, DONE, FROM_ARMS, WITH_ARMS, OWNED):
            for match in pattern.finditer(passage.words):
                armed = pattern in (FROM_ARMS, WITH_ARMS)
                if armed and not any(demonym_country(w) or country_code(w) for w in re.split(r"[ -]", match["who"])):
                    continue
                if one := _accused(telling, passage, match):
                    found.append(one)
    return found


def _accused(telling: Telling, passage: Passage, match: re.Match[str]) -> Accused | None:
    start, stop = (passage.span.start + n for n in match.span("who"))
    words = CUT.split(match["who"])[-1 if match.re is DONE else 0]
    start = start + match["who"].index(words)
    here = [m for m in telling.ledger.mentions if start <= m.start < start + len(words) and m.kind != "pronoun"]
    entities = {e.id: e for e in telling.ledger.entities}
    names = {stem(w) for m in here for w in WORD.findall(entities[m.entity].name) if w[:1].isupper()}
    names |= {stem(w) for w in re.findall(r"\b[A-Z][\w-]+", words)}
    countries = {f"={entities[m.entity].country}" for m in here if entities[m.entity].type in ("country", "government", "force")}
    stems = {stem(w) for w in WORD.findall(words)}
    side = "state" if stems & STATE else "against" if stems & AGAINST else None
    kept = frozenset((names | {c for c in countries if c != "=None"}) - TITLES - CALENDAR)
    return Accused(kept, side, words.strip(), start, passage) if kept or side else None


def may_be_one(pair: Pair, x: Accused, y: Accused) -> bool:
    """True unless two are named differently, or one is the state's and the other its enemy's."""
    if x.names & y.names or _short_for(x, y) or _short_for(y, x):
        return True
    if x.side and y.side and x.side != y.side:
        return False
    return not (x.names and y.names)


def _short_for(x: Accused, y: Accused) -> bool:
    """As "RSF" for the Rapid Support Forces, "M23" for the March 23 Movement."""
    first = "".join(w[0] for w in re.findall(r"[A-Z][\w-]*|\d+", y.words)).lower()
    return any(len(n) >= 2 and (n in first or (first and first in n)) for n in map(str.lower, re.findall(r"\b[A-Z][A-Z\d]+\b", x.words)))


def _of_one(pair: Pair, x: Accused, y: Accused, alone: bool) -> bool:
    """Neither report speaks of the other's, and the sentences are of one thing or both early."""
    if x.names & pair.b.stems and y.names & pair.a.stems:
        return False
    return (alone and bool(x.names and y.names)) or pair.close(x.passage, y.passage) or _same_teller(pair, x, y)


def _same_teller(pair: Pair, x: Accused, y: Accused) -> bool:
    here, there = told_by(pair.a, x.at), told_by(pair.b, y.at)
    return not here.own and not there.own and one_voice(here, there)


def _swapped(pair: Pair, here: Sequence[Accused], there: Sequence[Accused]) -> Iterator[tuple[Accused, Accused]]:
    """One voice that accuses one in one report and the other in the other."""
    for x in here:
        for y in there:
            if not may_be_one(pair, x, y) and _same_teller(pair, x, y):
                both = any(may_be_one(pair, x, o) and _same_teller(pair, x, o) for o in there)
                if not both and not any(may_be_one(pair, o, y) and _same_teller(pair, o, y) for o in here):
                    yield x, y
