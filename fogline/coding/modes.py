"""Type and mode once more is known: a force that helps gives military aid, one that blocks a road does not protest.

A strike with drones is one by drone, however the word "strike" is mostly used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.coding import scoring
from fogline.coding.algebra import Meaning
from fogline.models.parse import Parse
from fogline.reading.who import entities_by_id
from fogline.records import Event, Participant, Reading
from fogline.tables import ontology
from fogline.tables.weapons import weapon

ON_THE_GROUND = ("REB", "UAF", "CRM", "IMG")  # armed groups, which seldom fly
UNDER_ARMS = (*ON_THE_GROUND, "COP", "MIL")
BOMBED = ("noun bombing", "verb bomb", "noun bombing campaign", "noun bombing attack")
NO_AIRCRAFT = ("strike", "drone")
BY_WEAPON = {
    "drone": "drone", "riot_control": "crowd-control", "aircraft": "aerial", "helicopter": "aerial",
    "missile": "heavy-weapons", "artillery": "heavy-weapons", "tank": "heavy-weapons",
    "small_arms": "firearms",
}  # fmt: skip
"""The mode of an assault by the class of the weapon; of several weapons the first class in this order tells it."""

GUESSED = (None, "aerial", "heavy-weapons", "drone", "firearms", "explosives", "destroy")
"""Modes that the weapon overrules: what else was done (a kidnapping, a killing by name) it does not change."""


def told_by(parse: Parse, reading: Reading, at: int, meaning: Meaning, actors: Sequence[Participant]) -> Meaning:
    """The meaning of an act in the light of who does it."""
    table = entities_by_id(reading)
    known = [table[p.entity] for p in actors if p.entity]
    if meaning.rule == "verb support" and meaning.type == "SUPPORT":
        forces = any(one.type == "force" or one.sector == "MIL" for one in known)
        return replace(meaning, type="AID", mode=None, contexts=("military",)) if forces else meaning
    if meaning.mode == "obstruct" and known and all(one.sector in UNDER_ARMS for one in known):
        return replace(meaning, type="COERCE", mode="restrict", contexts=())
    if meaning.type == "ASSAULT" and _by_bomber(parse, at):
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
    """As in "a suicide bomber struck a mosque", "a suicide car bomb attack"."""
    if parse.pos[at] == "NOUN":
        return any(parse.lower(k) == "suicide" for k in range(parse.lefts[at], at))
    who = parse.child(at, "nsubj", "agent")
    who = parse.child(who, "pobj") if who is not None and parse.deps[who] == "agent" else who
    return who is not None and parse.lemmas[who] == "bomber" and parse.lower(who - 1) == "suicide"


def with_weapons(parse: Parse, reading: Reading, made: Mapping[int, Event]) -> dict[int, Event]:
    """The events with the mode that their weapons tell."""
    names = {entity.id: entity.name for entity in reading.entities if entity.type == "weapon"}
    return {at: _by_weapon(parse, at, event, [names[one] for one in event.weapons]) for at, event in made.items()}


def shared(events: Sequence[Event]) -> Iterator[Event]:
    """The events, those that tell an assault again with the mode that its weapons told elsewhere."""
    told = {e.same_as or e.id: e for e in reversed(events) if e.weapons and e.mode in BY_WEAPON.values()}
    for event in events:
        armed = told.get(event.same_as or event.id)
        yield event if armed is None or event.weapons else _moded(event, armed.mode, "a telling that names the weapon")


def _by_weapon(parse: Parse, at: int, event: Event, names: Sequence[str]) -> Event:
    classes = {found.weapon_class for name in names if (found := weapon(name) or weapon(name.lower()))}
    mode = next((mode for kind, mode in BY_WEAPON.items() if kind in classes), None)
    if mode is None and "bomb" in classes:
        mode = "aerial" if _flown(parse, at) else "explosives"
    return _moded(event, mode, ", ".join(names)) if mode and (mode != "firearms" or event.mode is None) else event


def _moded(event: Event, mode: str | None, why: str) -> Event:
    """The assault with another mode and the numbers that hang on it."""
    if event.type != "ASSAULT" or event.mode == mode or event.mode not in GUESSED:
        return event
    code, goldstein = scoring.cameo(event.type, mode)
    return replace(
        event, mode=mode, cameo=code, goldstein=goldstein, plover_score=scoring.plover_score(event.type, mode),
        intensity=scoring.intensity(event.type, mode, event.status), why=f"{event.why} Mode {mode} by {why}.",
    )  # fmt: skip
