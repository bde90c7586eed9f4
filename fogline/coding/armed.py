"""With what an act was done: weapons used in it, not those that are hit, taken, given, asked for or merely owned.

Each weapon named climbs from its own words to the verb or act noun that it serves ("carried out with drones", "rockets
fired at the town", "a missile strike"), and from there to the act of force whose clause that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fogline.coding.nominals import carrier_of
from fogline.coding.phrases import counted
from fogline.models.parse import Parse
from fogline.reading.who import entities_by_id
from fogline.records import Event, Mention, Reading
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology
from fogline.tables.weapons import weapon

FORCE = ("ASSAULT", "COERCE", "PROTEST")
MEANS = ("with", "by", "using", "via", "through")
HELD = ("wield", "brandish", "carry", "arm")
SET_OFF = ("detonate", "explode", "plant", "employ", "unleash", "lay", "hide", "strap", "rig", "attach", "trigger")
MET = ("hit", "strike", "trigger", "detonate")
LATER = ("after", "before", "since", "although", "though", "while", "until", "because", "if")
UP = ("acl", "advcl", "xcomp", "conj", "pcomp", "prep", "agent", "pobj", "dobj", "compound", "nmod", "appos")
DOWN = ("xcomp", "advcl", "prep", "pobj", "dobj", "conj")


def with_weapons(parse: Parse, reading: Reading, made: Mapping[int, Event]) -> dict[int, Event]:
    """The events with the weapons used in them; one naming of a weapon serves one event."""
    owned: dict[int, list[str]] = {at: [] for at in made}
    acts = _acts(parse, {at: e for at, e in made.items() if e.type in FORCE})
    for named in _weapons(reading):
        at = next((acts[k] for i in _heads(parse, named) if (k := _served(parse, i, acts)) is not None), None)
        if at is not None:
            owned[at].append(named.entity)
    return {at: replace(e, weapons=tuple(dict.fromkeys(owned[at]))) for at, e in made.items()}


def _acts(parse: Parse, made: Mapping[int, Event]) -> dict[int, int]:
    """The tokens that tell the events or carry their nouns ("carried out a strike"), each with the event's own."""
    carriers = {k: at for at in made if parse.pos[at] == "NOUN" and (k := carrier_of(parse, at)) is not None}
    tokens = {k: at for at, e in made.items() for a, b in e.evidence for k in parse.tokens(a, b)}
    return {**carriers, **tokens, **{at: at for at in made}}


def _weapons(reading: Reading) -> Iterator[Mention]:
    table = entities_by_id(reading)
    yield from (m for m in reading.mentions if table[m.entity].type == "weapon")


def _heads(parse: Parse, named: Mention) -> Iterator[int]:
    tokens = parse.tokens(named.start, named.end)
    yield from (k for k in tokens if parse.heads[k] not in tokens or parse.heads[k] == k)


def _served(parse: Parse, i: int, acts: Mapping[int, int]) -> int | None:
    """The token of the act that a weapon at token ``i`` serves."""
    users = [*_users(parse, i), *_own_clauses(parse, i)]
    return next((found for k in users if (found := _reached(parse, k, acts)) is not None), None)


# From the weapon to what it is used for ------------------------------------------------------------------------


def _users(parse: Parse, i: int) -> Iterator[int]:
    """The verb or act noun whose means the noun is; nothing for what is hit, owned or given."""
    head, dep = parse.heads[i], parse.deps[i]
    if dep in ("compound", "nmod", "amod", "nummod"):
        yield from _through_noun(parse, head)
    elif dep in ("conj", "appos"):
        yield from _users(parse, head) if parse.pos[head] in ("NOUN", "PROPN") else ()
    elif dep == "pobj":
        yield from _through_preposition(parse, i, head)
    elif dep == "nsubj" or (dep in ("dobj", "nsubjpass") and _wields(parse, i, head)):
        yield head


def _through_noun(parse: Parse, noun: int) -> Iterator[int]:
    """As in "a missile strike", "mortar fire", "Shahed drones": the strike, the fire, what the drones do."""
    if parse.lemmas[noun] in lexicon.act_nouns() | ontology.words("background") or _names_act(parse, noun):
        yield noun
    if _is_weapon(parse, noun):
        yield from _users(parse, noun)
        yield from _own_clauses(parse, noun)


def _through_preposition(parse: Parse, i: int, prep: int) -> Iterator[int]:
    over, word = parse.heads[prep], parse.lower(prep)
    if word == "of":
        sums = counted(parse, over) != over and not _names_act(parse, over)  # "dozens of", not "a barrage of"
        yield from (over,) if parse.lemmas[over] in lexicon.act_nouns() and not sums else ()
        yield from _users(parse, over)
    elif word in MEANS or (word == "from" and parse.lemmas[over] in ontology.words("throwing")):
        yield from _with(parse, over)


def _with(parse: Parse, over: int) -> Iterator[int]:
    """What is done with it: the verb, also where the phrase hangs on its object or on who bears the arms."""
    verb = next((k for k in (over, *parse.ancestors(over)) if parse.pos[k] == "VERB"), over)
    if verb != over and parse.lemmas[over] in lexicon.act_nouns():
        yield over
    elif parse.pos[verb] == "VERB":
        yield from () if _takes(parse, verb) else (verb,)


def _takes(parse: Parse, verb: int) -> bool:
    """As in "arrested six men with rifles": theirs."""
    entry = ontology.verbs().get(parse.lemmas[verb])
    return parse.lemmas[verb] in ontology.words("taking") or (entry is not None and entry.mode == "arrest")


def _wields(parse: Parse, i: int, verb: int) -> bool:
    """As in "fired rockets", "a bomb was planted", "gunmen wielding rifles", "the bus struck a mine"."""
    lemma = parse.lemmas[verb]
    met = parse.deps[i] == "dobj" and lemma in MET and parse.lemmas[i] in ontology.words("laid")
    down = any(parse.lower(k) == "down" for k in parse.children(verb, "prt", "advmod"))
    return not down and (met or lemma in (*HELD, *SET_OFF) or lemma in ontology.words("throwing"))


def _own_clauses(parse: Parse, i: int) -> Iterator[int]:
    """As in "the drones that hit the town", "missiles fired at the port", "rockets the army launched"."""
    for k in parse.children(i, "relcl", "acl"):
        active = parse.tags[k] != "VBN" or parse.child(k, "nsubj") is not None
        itself = any(parse.tags[s] in ("WDT", "WP") for s in parse.children(k, "nsubj"))
        if _wields(parse, i, k) or itself or (active and parse.tags[k] == "VBG"):
            yield k


def _is_weapon(parse: Parse, i: int) -> bool:
    """As in "Shahed drones", "F-16 jets": the kind behind the name."""
    return weapon(parse.lemmas[i]) is not None or parse.lemmas[i] in ontology.words("flying")


def _names_act(parse: Parse, i: int) -> bool:
    return parse.lemmas[i] in ontology.event_nouns()


# From there to the act -----------------------------------------------------------------------------------------


def _reached(parse: Parse, k: int, acts: Mapping[int, int]) -> int | None:
    """The first act over the word, no clause of another between them; else the one act that it leads to."""
    at = k
    while at not in acts:
        if not _climbs(parse, at, k):
            return _beneath(parse, k, acts)
        at = parse.heads[at]
    return at


def _climbs(parse: Parse, at: int, start: int) -> bool:
    head, dep = parse.heads[at], parse.deps[at]
    if _later(parse, at):
        return False
    if dep in ("dobj", "nsubjpass") and at != start and parse.pos[start] == "VERB":
        return False  # "intercepted a boat carrying rifles"
    if dep == "nsubj":
        return parse.pos[at] == "NOUN" and (at == start or parse.lemmas[start] in HELD or parse.tags[start] == "VBG")
    shares = dep != "conj" or parse.pos[at] != "VERB" or parse.child(at, "nsubj", "nsubjpass") is None
    return head != at and dep in UP and shares


def _later(parse: Parse, at: int) -> bool:
    """As in "before it attacked": another act's clause."""
    return any(parse.deps[m] in ("mark", "advmod") and parse.lower(m) in LATER for m in parse.kids[at])


def _beneath(parse: Parse, k: int, acts: Mapping[int, int]) -> int | None:
    """As in "used mortars in the attack", "launched drones to strike the port"."""
    if parse.lemmas[k] not in ontology.words("throwing"):
        return None
    below = [c for c in parse.children(k, *DOWN) if c > k]
    while below:
        at = below.pop(0)
        if at in acts and not _later(parse, at):
            return at
        below += () if _later(parse, at) else parse.children(at, *DOWN)
    return None
