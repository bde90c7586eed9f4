"""Type and mode once the actors are known: a force that helps gives military aid, militants bomb from the ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.coding.algebra import Meaning
from fogline.models.parse import Parse
from fogline.reading.who import entities_by_id
from fogline.records import Participant, Reading
from fogline.tables import ontology

ON_THE_GROUND = ("REB", "UAF", "CRM", "IMG")  # armed groups, which seldom fly
BOMBED = ("noun bombing", "verb bomb", "noun bombing campaign", "noun bombing attack")
NO_AIRCRAFT = ("strike", "drone")


def told_by(parse: Parse, reading: Reading, at: int, meaning: Meaning, actors: Sequence[Participant]) -> Meaning:
    """The meaning of an act in the light of who does it."""
    table = entities_by_id(reading)
    known = [table[p.entity] for p in actors if p.entity]
    if meaning.rule == "verb support" and meaning.type == "SUPPORT":
        forces = any(one.type == "force" or one.sector == "MIL" for one in known)
        return replace(meaning, type="AID", mode=None, contexts=("military",)) if forces else meaning
    if meaning.type == "ASSAULT" and meaning.mode is None and _by_bomber(parse, at):
        return replace(meaning, mode="suicide-attack", contexts=("terrorism",))
    if meaning.rule in BOMBED and meaning.mode == "aerial" and not _flown(parse, at):
        ground = bool(known) and all(one.sector in ON_THE_GROUND for one in known)
        unknown = not known and parse.pos[at] == "NOUN"
        mode = "explosives" if ground else None if unknown else meaning.mode
        return replace(meaning, mode=mode)
    return meaning


def _flown(parse: Parse, at: int) -> bool:
    """True where the sentence names what flies and drops bombs."""
    flying = ontology.words("flying") - set(NO_AIRCRAFT)
    return any(parse.lemmas[k] in flying or parse.lower(k) in flying for k in parse.sentence(at))


def _by_bomber(parse: Parse, at: int) -> bool:
    """As in "a suicide bomber struck a mosque"."""
    who = parse.child(at, "nsubj", "agent")
    who = parse.child(who, "pobj") if who is not None and parse.deps[who] == "agent" else who
    return who is not None and parse.lemmas[who] == "bomber" and parse.lower(who - 1) == "suicide"
