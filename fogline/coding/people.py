"""Whom an event names: heads of phrases to participants.

An actor is a person, group, organisation, force, government or country. A recipient is one of these too, and for acts
of force (ASSAULT, COERCE, PROTEST, RETREAT, THREATEN) also a named place, a vessel or a facility ("the port",
"a customs post"), in the active, the passive and after a noun alike. A word the reading resolved to nobody counts only
if it is a name, or for a recipient of force a facility of ``words.tsv``; times, counts and abstractions never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fogline.coding import phrases, settings
from fogline.models.parse import Parse
from fogline.reading.who import entities_by_id, mention_at, mentions_in
from fogline.records import Mention, Participant, Reading, within
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology
from fogline.tables.lexicon_numbers import counted_nouns

ACTORS = ("person", "group", "organisation", "force", "government", "country", "vessel")
OF_FORCE = ("ASSAULT", "COERCE", "PROTEST", "RETREAT", "THREATEN")
HIT = ("place", "facility", "vessel")
UNTOLD = ("life", "soul", "other")  # count as people, but say nothing of who they are


def actors_of(parse: Parse, reading: Reading, heads: Sequence[int]) -> tuple[Participant, ...]:
    """The actors that stand at these head tokens."""
    return _participants(parse, reading, heads, "")


def recipients_of(parse: Parse, reading: Reading, heads: Sequence[int], kind: str) -> tuple[Participant, ...]:
    """The recipients of an act of PLOVER type ``kind`` that stand at these head tokens."""
    whole = [k for k in heads if parse.tags[k] != "PRP$" or phrases.befallen(parse, k)]
    return _participants(parse, reading, whole, kind)


def whoever(parse: Parse, reading: Reading, heads: Sequence[int], kind: str) -> tuple[Participant, ...]:
    """Who or what stands at these head tokens, also where the words by themselves could be nobody ("us", "servers")."""
    told = ((k, list(_standing(parse, reading, k, kind))) for k in heads)
    return tuple(one for k, found in told for one in found or _plain(parse, reading, k, kind))


def _plain(parse: Parse, reading: Reading, i: int, kind: str) -> Iterator[Participant]:
    """The words at a token, unless they tell a time, no word at all, or for an actor an act."""
    deed = not kind and parse.lemmas[i] in lexicon.act_nouns()
    if deed or not parse.word(i)[0].isalnum() or _in_a_time(parse, reading, i):
        return
    start, end = phrases.phrase(parse, i)
    mention = mention_at(reading, start, end, parse.text)
    exact = mention is not None and mention.start < parse.ends[i] <= mention.end
    yield Participant(mention.entity if mention and exact else None, start, end)


def _in_a_time(parse: Parse, reading: Reading, i: int) -> bool:
    return any(t.start <= parse.starts[i] < t.end for t in settings.in_sentence(reading.times, parse, i))


def _participants(parse: Parse, reading: Reading, heads: Sequence[int], kind: str) -> tuple[Participant, ...]:
    kept: dict[object, Participant] = {}
    for one in (found for k in heads for found in _standing(parse, reading, k, kind)):
        kept.setdefault(one.entity or (one.start, one.end), one)
    return tuple(sorted((p for p in kept.values() if not _inside(p, kept.values())), key=lambda p: p.start))


def _inside(one: Participant, others: Iterable[Participant]) -> bool:
    """As "U.S." in "the U.S. Embassy grant", where the embassy stands too."""
    return any(p != one and within((one.start, one.end), (p.start, p.end)) for p in others)


def _standing(parse: Parse, reading: Reading, i: int, kind: str) -> Iterator[Participant]:
    """Who stands at a token; behind a word of measure all who are counted ("a number of deputies and officials")."""
    found = _somebody(parse, reading, i, kind)
    inside = phrases.counted(parse, i)
    if found is None and inside != i:
        counted = (_somebody(parse, reading, k, kind) for k in phrases.coordinated(parse, inside))
        yield from (one for one in counted if one is not None)
    elif found is not None:
        yield found


def _somebody(parse: Parse, reading: Reading, i: int, kind: str) -> Participant | None:
    """The entity and words of a phrase; a phrase that names nobody keeps its words if it could be somebody."""
    start, end = phrases.phrase(parse, i)
    if _in_a_time(parse, reading, i):
        return None
    types = (*ACTORS, *HIT) if kind in OF_FORCE else (*ACTORS, "place") if kind == "AID" else ACTORS
    mention = _mention(reading, (start, end), parse.text, types)
    if mention and not kind and mention.end <= parse.starts[i] and not _acts_for(parse, i):
        return None
    if mention:
        return Participant(mention.entity, mention.start, _end(parse, i, mention, end))
    if parse.text[start:end].split(" ")[0].lower() in ("near", "at", "in", "on"):
        return None
    facility = kind in OF_FORCE and (parse.lemmas[i] in ontology.words("facility") or _wrecked(parse, i))
    plain = facility or (kind != "" and _people(parse, i, kind))
    if mentions_in(reading, start, end) and not plain:
        return None
    name = parse.pos[i] == "PROPN" and parse.word(i)[:1].isupper() and parse.lemmas[i] not in lexicon.act_nouns()
    return Participant(None, start, end) if name or plain or _armed(parse, i) else None


def _people(parse: Parse, i: int, kind: str) -> bool:
    """As in "murdered hundreds of people", "shot two shepherds": people whom no name tells apart."""
    lemma = parse.lemmas[i]
    if lemma in UNTOLD and (lemma != "other" or kind not in OF_FORCE):
        return False
    counts = counted_nouns().get(lemma)
    person = counts is not None and counts.unit == "person" and counts.role is None
    folk = person or lemma in ontology.words("folk")
    several = parse.word(i).lower() in ontology.words("afflicted") and parse.lower(i - 1) == "the" and i > 0
    return (parse.pos[i] == "NOUN" and folk and lemma not in lexicon.act_nouns()) or several


def _wrecked(parse: Parse, i: int) -> bool:
    """As in "destroyed two fuel pumps and a drill": things told one by one, whatever they are."""
    told = phrases.one_by_one(parse, i)
    over = i
    while parse.deps[over] in ("conj", "appos"):
        over = parse.heads[over]
    struck = parse.deps[over] in ("dobj", "nsubjpass") and parse.lemmas[parse.heads[over]] in ontology.words("wreck")
    noun = ontology.nouns().get(parse.lemmas[i])
    goods = parse.lemmas[i] not in lexicon.act_nouns() or (noun is not None and noun.op == "aid")
    return told and struck and goods and parse.pos[i] == "NOUN"


def _end(parse: Parse, i: int, mention: Mention, end: int) -> int:
    """Where the words for somebody end: "Russian artillery" and "ISIL targets" whole, "Iraqi unity" at the name."""
    if any(parse.lower(k) in ("either", "both") for k in parse.tokens(mention.start, end)):  # forces of either
        return end
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
