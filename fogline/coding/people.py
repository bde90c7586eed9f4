"""Whom an event names: heads of phrases to participants.

An actor is a person, group, organisation, force, government or country. A recipient is one of these too, and for acts
of force (ASSAULT, COERCE, PROTEST, RETREAT, THREATEN) also a named place, a vessel or a facility ("the port",
"a customs post"), in the active, the passive and after a noun alike. A word the reading resolved to nobody counts only
if it is a name, or for a recipient of force a facility of ``words.tsv``; times, counts and abstractions never do.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.coding import phrases, settings
from fogline.models.parse import Parse
from fogline.reading.who import entities_by_id, mention_at, mentions_in
from fogline.records import Mention, Participant, Reading
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

ACTORS = ("person", "group", "organisation", "force", "government", "country")
OF_FORCE = ("ASSAULT", "COERCE", "PROTEST", "RETREAT", "THREATEN")
HIT = ("place", "facility", "vessel")


def actors_of(parse: Parse, reading: Reading, heads: Sequence[int]) -> tuple[Participant, ...]:
    """The actors that stand at these head tokens."""
    return _participants(parse, reading, heads, "")


def recipients_of(parse: Parse, reading: Reading, heads: Sequence[int], kind: str) -> tuple[Participant, ...]:
    """The recipients of an act of PLOVER type ``kind`` that stand at these head tokens."""
    return _participants(parse, reading, [k for k in heads if parse.tags[k] != "PRP$"], kind)


def _participants(parse: Parse, reading: Reading, heads: Sequence[int], kind: str) -> tuple[Participant, ...]:
    kept: dict[object, Participant] = {}
    for one in (_participant(parse, reading, k, kind) for k in heads):
        if one is not None:
            kept.setdefault(one.entity or (one.start, one.end), one)
    return tuple(sorted(kept.values(), key=lambda p: p.start))


def _participant(parse: Parse, reading: Reading, i: int, kind: str) -> Participant | None:
    """Who stands at a token; behind a word of measure also who is counted ("a number of deputies")."""
    inside = phrases.counted(parse, i)
    found = _somebody(parse, reading, i, kind)
    return found if found or inside == i else _somebody(parse, reading, inside, kind)


def _somebody(parse: Parse, reading: Reading, i: int, kind: str) -> Participant | None:
    """The entity and words of a phrase; a phrase that names nobody keeps its words if it could be somebody."""
    start, end = phrases.phrase(parse, i)
    if any(t.start <= parse.starts[i] < t.end for t in settings.in_sentence(reading.times, parse, i)):
        return None
    types = (*ACTORS, *HIT) if kind in OF_FORCE else (*ACTORS, "place") if kind == "AID" else ACTORS
    mention = _mention(reading, (start, end), parse.text, types)
    if mention and not kind and mention.end <= parse.starts[i] and not _acts_for(parse, i):
        return None
    if mention:
        return Participant(mention.entity, mention.start, _end(parse, i, mention, end))
    if parse.text[start:end].split(" ")[0].lower() in ("near", "at", "in", "on"):
        return None
    facility = parse.lemmas[i] in ontology.words("facility") and kind in OF_FORCE
    if mentions_in(reading, start, end) and not facility:
        return None
    name = parse.pos[i] == "PROPN" and parse.word(i)[:1].isupper() and parse.lemmas[i] not in lexicon.act_nouns()
    return Participant(None, start, end) if name or facility or _armed(parse, i) else None


def _end(parse: Parse, i: int, mention: Mention, end: int) -> int:
    """Where the words for somebody end: "Russian artillery" and "ISIL targets" whole, "Iraqi unity" at the name."""
    concrete = _acts_for(parse, i) or parse.lemmas[i] in ontology.words("facility")
    abstract = parse.lemmas[i] in lexicon.act_nouns() | ontology.words("enterprise")
    whole = mention.end <= parse.starts[i] and concrete and not abstract
    return end if whole else mention.end


def _acts_for(parse: Parse, i: int) -> bool:
    """Things and people that act for the one named before them ("Russian artillery", "Coalition aircraft")."""
    noun = ontology.nouns().get(parse.lemmas[i])
    force = noun is not None and noun.op in ("troops", "policeforce", "weapons", "envoy", "territory")
    return force or parse.lemmas[i] in ontology.words("flying") or parse.lemmas[i] in ontology.words("acts_for")


def _armed(parse: Parse, i: int) -> bool:
    """As in "security force personnel": men under arms whom no name tells apart."""
    noun = ontology.nouns().get(parse.lemmas[i])
    crewed = noun is not None and noun.op in ("troops", "policeforce")
    return (
        crewed and parse.pos[i] == "NOUN" and parse.lemmas[i] not in ontology.words("nobody") | ontology.words("flying")
    )


def _mention(reading: Reading, span: tuple[int, int], text: str, types: tuple[str, ...]) -> Mention | None:
    """The mention a phrase stands for; where its head is a thing, the actor it belongs to ("Russian artillery")."""
    table = entities_by_id(reading)
    best = mention_at(reading, *span, text)
    if best is None or table[best.entity].type in types:
        return best
    return next((m for m in mentions_in(reading, *span) if table[m.entity].type in types), None)
