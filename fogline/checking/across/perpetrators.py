"""Who is said to have done it: one report names the ELN, the other a front of the FARC (C406).

Accusations and claims are taken with whom they name: by name, by the state of an adjective, or as the state's forces
against those who fight them. Compared is only whom the other report does not accuse; where both reports name both, one
voice must name one in one report and the other in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fogline.checking.across.aligning import Pair
from fogline.checking.across.incident import OTHERWISE, Incident
from fogline.checking.across.lineage import differing, one_voice, told_by
from fogline.checking.across.telling import CALENDAR, WORD, Passage, Telling, stem
from fogline.records import Finding
from fogline.tables.actors import country_code, demonym_country
from fogline.tables.lexicon_checks import accused_words

WHO = r"(?P<who>[^,.;:“”\"()]{2,70})"
ARMS = (
    r"(?:jets?|planes?|warplanes?|aircraft|drones?|missiles?|artillery|helicopters?|gunners?|forces|troops|guns"
    r"|gunships?)"
)
LED = re.compile(
    r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|implicat(?:ed|es|ing)|suspect(?:s|ed)?|named|identified|"
    r"pinned\s+(?:\w+\s+){0,3}on|point(?:ed|s|ing)\s+(?:the finger\s+)?(?:at|to)|"
    r"attribut(?:ed|es|ing)\s+(?:[\w’'-]+\s+){0,4}to|laid the blame (?:on|at)|blame on|"
    r"(?:carried out|fired|sent|claimed|launched|conducted|perpetrated|mounted|committed|staged|planted|dropped) by|"
    r"(?:work|responsibility|hallmarks?|handiwork) of|members of|belong(?:ed|s|ing)? to|at the hands of)\s+"
    r"(?!(?:in|on|at|as|by|from|for|near|during|after)\b)" + WHO,
    re.I,
)  # fmt: skip
DONE = re.compile(
    WHO.replace("{2,70}", "{2,70}?")
    + r"\s+(?:had\s+|has\s+|have\s+)?(?:(?:was|were|is|are|(?:had|has|have) been)\s+(?:\w+\s+)?"
    r"(?:responsible|behind|to blame)"
    r"|(?:has\s+|have\s+|had\s+|later\s+|also\s+)?claim(?:ed|s)?\s+(?:responsibility|the|an?|credit)"
    r"|(?:had\s+)?carried out the|attacked|stormed|ambushed|raided|shelled|massacred|opened fire|overran"
    r"|had fired|(?:had\s+|has\s+|have\s+)?(?:done|did)\s+(?:it|this|so)"
    r"|(?:said|says) (?:it|its|their|they)[^.;]{0,25}(?:carried out|behind|responsible))",
    re.I,
)
DOING = re.compile(
    WHO.replace("{2,70}", "{2,70}?") + r"\s+(?:has\s+|have\s+|had\s+)?(?:opened fire|fired\s+(?:on|at|the|a|an|\w+)\b"
    r"|shot\s+(?:at|dead|the|them|him|her|\w+)\b|carried out an?|entered|bombed|struck|executed|abducted|kidnapped"
    r"|seized|torched|set fire to|burst into|broke into|detonated|planted|launched|staged|mounted|threw|hurled|sent"
    r"|killed|gunned down|beheaded|bombarded|pounded|rammed|dropped|targeted)\b",
    re.I,
)
DOERS = re.compile(
    r"\b(?:attackers?|assailants?|gunm[ae]n|bombers?|perpetrators?|culprits?|killers?|raiders?|kidnappers?|captors?"
    r"|aircraft|(?:war)?planes?|jets?|helicopters?|drones?|shells|rockets|missiles?|shots|men|fighters)\s+"
    r"(?:(?:were|was|had been|are|is)\s+(?:all\s+|probably\s+|believed to be\s+|said to be\s+)?|belonged to\s+"
    r"|(?:had\s+)?c[ao]me from\s+)"
    r"(?!(?:\w+ed|flown|sent|seen|shot|brought|taken|held|hit|struck|driven|known|set|found|not)\b)" + WHO,
    re.I,
)
WITH_ARMS = re.compile(
    rf"(?P<who>\b[A-Z][\w’'-]+(?:\s[a-z]\w+)?)\s+{ARMS}\s+(?:had\s+|have\s+)?"
    r"(?:bombed|struck|hit|shelled|fired|attacked|killed|targeted|bombarded|pounded)\b"
)
FROM_ARMS = re.compile(rf"\b(?:from|by|an?|the)\s+(?P<who>[A-Z][\w’'-]+)\s+(?:\w+\s+)?{ARMS}\b")
FLAGGED = (FROM_ARMS, WITH_ARMS)
SUBJECTS = (DONE, DOING)
OWNED = re.compile(rf"\b{ARMS}\s+(?:had\s+)?(?:belonged to|came from|was sent by|were sent by)\s+" + WHO, re.I)
CUT = re.compile(
    r"\s+(?:of(?=\s+\w+ing\b)|for|as|on|over|after|in|that|which|who|said|says|to|was|were|had|has|have|is|are)\s"
)
LEFT = re.compile(
    r"(?:^|.*\s)(?:that|which|who|whom|said|says|say|believe|believes|when|as|after|before|while|where|because|if|and|but)\s+",
    re.I,
)
RIGHT = re.compile(r"\s+(?:in|on|with|aboard|near|at|across|along|outside|riding|wearing|armed)\s")
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|by)$", re.I)
SPEAKING = re.compile(r"\b(?:said|says|told|added|named|called)\b")
ANYBODY = re.compile(r"\b(?:gunm[ae]n|attackers?|assailants?|bombers?|raiders?|kidnappers?|fighters)\b", re.I)
ISLAMIC_STATE = re.compile(r"\b(?:Islamic State|ISIS|ISIL|ISWAP|ISGS|ISCAP|IS-K|ISKP|Daesh|IS)\b")
BUT = re.compile(r",\s+(?:but|while|although|though)\b|;")
DENIED = re.compile(
    r"\b(?:not|no one|nobody|no group|none|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|ruled out|declined)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Accused:
    """Whom a report says or lets a voice say to have done it."""

    names: frozenset[str]
    side: str | None
    words: str
    at: int
    passage: Passage
    plain: bool  # said in so many words, not by the subject of a verb


def compare_perpetrators(pair: Pair) -> Iterator[Finding]:
    """C406: two reports name different ones for one act."""
    here, there = _named_first(accused(pair.a)), _named_first(accused(pair.b))
    mine = [x for x in here if not any(may_be_one(x, y) for y in there)]
    other = [y for y in there if not any(may_be_one(x, y) for x in here)]
    alone = len(mine) == len(here) and len(other) == len(there)
    found = [(x, y) for x in mine for y in other if _of_one(pair, x, y, alone)] or list(_swapped(pair, here, there))
    if found:
        x, y = max(
            found,
            key=lambda f: (f[0].plain and f[1].plain, pair.affinity(f[0].passage, f[1].passage), -f[0].at, -f[1].at),
        )
        yield differing(pair, ("C406", "perpetrator"), (x.words, y.words), (x.at, y.at))


def _named_first(told: Sequence[Accused]) -> list[Accused]:
    """Without "rebels" where the report says which."""
    named = [x for x in told if x.names]
    return [x for x in told if x.names or not any(may_be_one(x, n) for n in named)]


def accused(telling: Telling) -> list[Accused]:
    """Everybody whom the report says to have done something, or who claims it."""
    found, incident = [], Incident(telling)
    for passage in telling.passages:
        if passage.aside:
            continue
        for pattern in (LED, DONE, DOERS, FROM_ARMS, WITH_ARMS, OWNED):
            matches = [m for m in pattern.finditer(passage.words) if pattern not in FLAGGED or _flagged(m)]
            found += [one for m in matches if (one := _accused(telling, passage, m))]
        doing = (m for m in DOING.finditer(passage.words) if incident.phase(passage.span.start + m.end("who") + 2))
        found += [one for m in doing if (one := _accused(telling, passage, m))]
    return found


def _denied(match: re.Match[str]) -> bool:
    """True if what is said around the words, up to a "but", denies it."""
    part = max((m.end() for m in BUT.finditer(match.string, 0, match.start("who"))), default=0)
    stop = BUT.search(match.string, match.end("who"))
    return bool(DENIED.search(match.string, part, stop.start() if stop else len(match.string)))


def _flagged(match: re.Match[str]) -> bool:
    """A state's arms, in what is not told of afterwards."""
    return _of_state(match["who"]) and not OTHERWISE.search(match.string, match.end())


def _of_state(words: str) -> bool:
    """As in "Russian", "US-led"."""
    return any(demonym_country(w) or country_code(w) for w in re.split(r"[ -]", words))


def _accused(telling: Telling, passage: Passage, match: re.Match[str]) -> Accused | None:
    words = RIGHT.split(LEFT.sub("", match["who"]))[0] if match.re in SUBJECTS else CUT.split(match["who"])[0]
    if SPEAKING.search(words) or _denied(match) or (match.re in SUBJECTS and PASSIVE.search(match["who"])):
        return None
    start = passage.span.start + match.start("who") + match["who"].rindex(words)
    entities = {e.id: e for e in telling.ledger.entities}
    here = [m for m in telling.ledger.mentions if start <= m.start < start + len(words) and m.kind != "pronoun"]
    named = [entities[m.entity] for m in here]
    names = {stem(w) for e in named for w in WORD.findall(e.name) if w[:1].isupper()}
    opens = start == passage.span.start
    names |= {n for w in re.findall(r"\b[A-Z][\w-]+", words) if (n := stem(w)) in telling.names or not opens}
    names |= {f"={e.country}" for e in named if e.country and e.type in ("country", "government", "force")}
    if ISLAMIC_STATE.search(words):
        names = names - {"islamic", "islam", "state"} | {"=IS"}
    if (
        match.re is DOERS
        and (not named or {e.type for e in named} <= {"place", "facility", "person"})
        and not _side(words, False)
    ):
        return None
    kept = frozenset(names - _stems("plain") - CALENDAR)
    if not kept and ANYBODY.search(words):
        return None
    side = _side(words, bool(kept) and not any(n.startswith("=") for n in kept))
    return Accused(kept, side, words.strip(), start, passage, match.re is not DOING) if kept or side else None


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(map(stem, accused_words(kind)))


def _side(words: str, named: bool) -> str | None:
    """The state's forces, or those who fight them, where the words say either; "Forces" in a name says neither."""
    stems = {stem(w) for w in WORD.findall(words)} - ({stem("forces")} if named else set())
    return "state" if stems & _stems("state") else "against" if stems & _stems("against") else None


def may_be_one(x: Accused, y: Accused) -> bool:
    """True unless two are named differently, or one is the state's and the other its enemy's."""
    shared = x.names & y.names
    if shared - _stems("weak") or (shared and (shared in (x.names, y.names))) or _short_for(x, y) or _short_for(y, x):
        return True
    if x.side and y.side and x.side != y.side:
        return False
    return not (x.names and y.names)


def _short_for(x: Accused, y: Accused) -> bool:
    """As "RSF" for the Rapid Support Forces, "M23" for the March 23 Movement."""
    initials = "".join(w[0] for w in re.findall(r"[A-Z][\w-]*|\d+", y.words)).lower()
    short = [n.lower() for n in re.findall(r"\b[A-Z][A-Z\d]+\b", x.words)]
    return any(n in initials or (len(initials) > 1 and initials in n) for n in short)


def _of_one(pair: Pair, x: Accused, y: Accused, alone: bool) -> bool:
    """Neither report speaks of the other's, and the sentences are of one thing or both early."""
    if x.names & _spoken_of(pair.b) and y.names & _spoken_of(pair.a):
        return False
    return (alone and bool(x.names and y.names)) or pair.close(x.passage, y.passage) or _same_teller(pair, x, y)


def _spoken_of(telling: Telling) -> frozenset[str]:
    """What a report speaks of, without the names of places and words of many names."""
    text = telling.ledger.text
    places = {stem(w) for p in telling.ledger.places for w in WORD.findall(text[p.start : p.end])}
    return telling.stems - _stems("weak") - places


def _same_teller(pair: Pair, x: Accused, y: Accused) -> bool:
    here, there = told_by(pair.a, x.at), told_by(pair.b, y.at)
    return not here.own and not there.own and one_voice(here, there)


def _swapped(pair: Pair, here: Sequence[Accused], there: Sequence[Accused]) -> Iterator[tuple[Accused, Accused]]:
    """One voice that accuses one in one report and the other in the other."""
    for x in here:
        for y in there:
            if not may_be_one(x, y) and _same_teller(pair, x, y):
                both = any(may_be_one(x, o) and _same_teller(pair, x, o) for o in there)
                if not both and not any(may_be_one(o, y) and _same_teller(pair, o, y) for o in here):
                    yield x, y
