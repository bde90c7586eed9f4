"""Words whose sentence decides their type, and the types a word might have had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol

from fogline.coding import nominals, subjects
from fogline.coding.algebra import Meaning
from fogline.models.parse import Parse
from fogline.tables import ontology
from fogline.tables.ontology import Entry

TRAVELS = ("travel", "fly", "journey", "arrive")
JOINT = ("joint", "bilateral", "multilateral", "combined")
PLACES = ("GPE", "LOC", "FAC")


class Senses(Protocol):
    """What this module asks of the coder."""

    @property
    def parse(self) -> Parse:
        """The parse under the coder."""

    def noun(self, i: int) -> Meaning | None:
        """What a noun names."""

    def objects(self, i: int) -> Iterator[tuple[str, int]]:
        """Preposition and noun of each argument."""

    def senses(self, i: int) -> list[tuple[str, Entry]]:
        """Rows of the verb table."""


def decided(coder: Senses, i: int, found: Meaning) -> Meaning:
    """The meaning after a look at the sentence: troops sent as peacekeepers are aid, a strike by workers a protest."""
    for holds, type_, mode, contexts in SENSES:
        if holds(coder, i, found):
            return replace(found, type=type_, mode=mode, contexts=contexts)
    if found.type == "RETREAT" and coder.parse.lemmas[i] == "liberation" and _takes_place(coder, i):
        return replace(found, type="COERCE", mode="seize", contexts=("military",), rule="noun recapture")
    if _leaves(coder, i, found):
        return replace(found, type="RETREAT", mode="withdraw", contexts=("military",), rule="verb withdraw")
    return found


def _keeps_peace(coder: Senses, i: int, found: Meaning) -> bool:
    return found.type == "MOBILIZE" and any("peacekeep" in coder.parse.lower(k) for k in coder.parse.sentence(i))


def _of_workers(coder: Senses, i: int, found: Meaning) -> bool:
    parse = coder.parse
    strikes = found.type == "ASSAULT" and found.rule in ("noun strike", "verb strike")
    return strikes and any(parse.lemmas[k] in ontology.words("worker") for k in parse.sentence(i))


def _frees_a_place(coder: Senses, i: int, found: Meaning) -> bool:
    return found.type == "RETREAT" and coder.parse.lemmas[i] in ("liberate", "free") and _takes_place(coder, i)


def _leaves(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "the last troops left the country"."""
    if found.rule.split(" ")[0] != "verb" or coder.parse.lemmas[i] not in ("leave", "depart", "exit", "quit"):
        return False
    nouns = [coder.noun(who) for who in subjects.subjects(coder.parse, i)]
    return any(noun is not None and noun.kind in ("troops", "peacekeepers") for noun in nouns)


def _is_dam(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "the barrage on the river stores water"."""
    parse = coder.parse
    if found.rule != "noun barrage":
        return False
    waterworks = ontology.words("waterwork")
    return parse.word(i)[:1].isupper() or any(parse.lemmas[k] in waterworks for k in parse.sentence(i))


def _is_means(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "an attack using mortars"."""
    parse = coder.parse
    return parse.lemmas[i] in ("use", "employ") and parse.tags[i] == "VBG" and parse.deps[i] in ("acl", "advcl")


def _only_travels(coder: Senses, i: int, found: Meaning) -> bool:
    return found.type == "CONSULT" and coder.parse.lemmas[i] in TRAVELS and not _by_official(coder, i)


def _by_official(coder: Senses, i: int) -> bool:
    """As in "the minister travelled to Chad", unlike troops, refugees and planes."""
    parse = coder.parse
    for who in subjects.subjects(parse, i):
        named = parse.tags[who] == "NNP" and parse.label(who) in ("", "PERSON", "DATE")
        if named or parse.lower(who) in ("he", "she") or parse.lemmas[who] in ontology.words("official"):
            return True
    return False


def _with_others(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "the two fleets held joint naval drills"."""
    parse = coder.parse
    if found.type != "MOBILIZE" or parse.pos[i] != "NOUN":
        return False
    sides = nominals.noun_sides(parse, i, ("with",))
    several = len(sides.actors) > 1 or bool(sides.recipients)
    return several and any(parse.lower(k) in JOINT for k in parse.children(i, "amod"))


def _takes_place(coder: Senses, i: int) -> bool:
    """As in "liberated the town", "liberate Mosul"."""
    parse = coder.parse
    for prep, k in coder.objects(i):
        noun = coder.noun(k)
        territory = noun is not None and noun.kind == "territory"
        of = parse.pos[i] == "NOUN" and prep == "of"
        alone = of and parse.pos[k] == "PROPN" and parse.label(k) in ("", "ORG")
        if (prep == "" or of) and (
            parse.label(k) in PLACES or alone or territory or parse.lemmas[k] in ontology.words("facility")
        ):
            return True
    return False


def _against_a_place(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "the column marched on Goma", unlike "students marched on parliament"."""
    parse = coder.parse
    if found.type != "PROTEST" or parse.lemmas[i] not in ("march", "advance"):
        return False
    goals = [k for p in parse.children(i, "prep") if parse.lower(p) in ("on", "towards", "toward", "into")
             for k in parse.children(p, "pobj")]  # fmt: skip
    crowd = ontology.words("crowd") | ontology.words("worker")
    return any(parse.pos[k] == "PROPN" for k in goals) and not any(parse.lemmas[k] in crowd for k in parse.sentence(i))


def _from_the_air(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "jets delivered 24 munitions", "the munitions delivered there", unlike "delivered munitions to Chad"."""
    parse = coder.parse
    if found.type != "AID" or parse.lemmas[i] not in ("deliver", "drop"):
        return False
    things = [(prep, parse.lemmas[k]) for prep, k in coder.objects(i)]
    against = any(prep == "against" for prep, _ in things)
    given = any(prep in ("to", "for") for prep, _ in _all_objects(coder, i)) or parse.child(i, "dative") is not None
    flying = any(parse.lemmas[k] in ontology.words("flying") for k in parse.sentence(i))
    shells = any(thing in ("munition", "ordnance") for _, thing in things)
    bombs = any(thing in ("munition", "bomb", "ordnance") for _, thing in things) and flying
    return bombs or against or (shells and not given)


def _flies_at(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "flew missions against the rebels"."""
    sorties = found.rule in ("frame fly mission", "frame fly sortie")
    return sorties and any(prep == "against" for prep, _ in _all_objects(coder, i))


def _all_objects(coder: Senses, i: int) -> Iterator[tuple[str, int]]:
    """The objects of a verb, and what prepositions hang on them."""
    for prep, k in coder.objects(i):
        yield prep, k
        yield from coder.objects(k)


def _takes_things(coder: Senses, i: int, found: Meaning) -> bool:
    """As in "captured 14 tanks": nobody is arrested."""
    if (found.type, found.mode) != ("COERCE", "arrest") or coder.parse.lemmas[i] != "capture":
        return False
    things = [coder.noun(k) for prep, k in coder.objects(i) if prep == ""]
    return bool(things) and all(thing is not None and thing.kind in ("weapons", "property") for thing in things)


SENSES: tuple[tuple[Callable[[Senses, int, Meaning], bool], str | None, str | None, tuple[str, ...]], ...] = (
    (_is_dam, None, None, ()),
    (_is_means, None, None, ()),
    (_only_travels, None, None, ()),
    (_keeps_peace, "AID", None, ("peacekeeping",)),
    (_of_workers, "PROTEST", "strike", ("economic",)),
    (_frees_a_place, "ASSAULT", None, ("military",)),
    (_with_others, "COOPERATE", None, ("military",)),
    (_against_a_place, "MOBILIZE", "troops", ("military",)),
    (_from_the_air, "ASSAULT", "aerial", ("military",)),
    (_flies_at, "ASSAULT", "aerial", ("military",)),
    (_takes_things, "COERCE", "seize", ("military",)),
)


def alternatives(coder: Senses, i: int) -> list[str]:
    """Every type that the word, its forms or its objects have in the lexicon, most specific first."""
    own = [entry.type for _, entry in coder.senses(i)] if coder.parse.pos[i] in ("VERB", "ADJ") else []
    noun = coder.noun(i) if not own else None
    carried = [m.type for _, k in coder.objects(i) if (m := coder.noun(k)) is not None]
    return [t for t in dict.fromkeys([*own, *([noun.type] if noun else []), *carried]) if t]
