"""Who acts and on whom: actors and recipients of a predicate, from its own clause and never from another.

Passives, light verbs, control ("ordered the force to leave"), relative clauses, coordination and nominals ("Russian
strikes on X", "talks between X and Y") give the same sides as the plain active sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.coding.nominals import BETWEEN, Sides, carrier_of, is_nominal, noun_actors, noun_recipients, noun_sides
from fogline.coding.phrases import coordinated, counted, reached
from fogline.coding.subjects import is_passive, patients, subjects
from fogline.models.parse import Parse
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

__all__ = ["Sides", "beneath", "carrier_of", "sides"]

BY_TYPE = {
    "CONSULT": ("with", "to", "between"), "AGREE": ("with", "to"), "SUPPORT": ("for", "of", "to", "with", "behind"),
    "COOPERATE": ("with", "to"), "AID": ("to", "for", "in"), "REQUEST": ("on", "to", "upon", "from", "with"),
    "ACCUSE": ("against", "of", "at", "on", "over"), "THREATEN": ("against", "to", "with", "on"),
    "SANCTION": ("on", "against", "from", "with", "to", "of"),
    "RETREAT": ("from", "to", "of", "with"), "CONCEDE": ("to", "for"), "REJECT": ("of", "with", "to", "from"),
}  # fmt: skip
NOUN_TOWARD = ("against", "on", "upon", "at", "with", "to", "toward", "towards", "into", "over", "of")
KINDLY = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
FORCES = ("troops", "policeforce", "peacekeepers")
GIVING = ("provide", "send", "supply", "contribute", "lend", "offer", "give", "deploy")
GIFTS = ("donate", "pay", "give", "grant", "deliver", "ship",
         "transfer", "contribute", "award", "supply", "lend", "send")  # fmt: skip


def sides(parse: Parse, i: int, kind: str) -> Sides:
    """Actors and recipients of the predicate at token ``i`` of PLOVER type ``kind``."""
    if not parse.parsed:
        return Sides((), ())
    toward = BY_TYPE.get(kind, NOUN_TOWARD)
    nominal = is_nominal(parse, i)
    found = noun_sides(parse, i, toward) if nominal else _verb_sides(parse, i, toward)
    if kind == "CONSULT" and nominal and not found.actors:  # "a meeting of the ministers took place"
        found = Sides(tuple(reached(parse, i, ("of",))), found.recipients, found.mutual)
    if not found.actors and _expels(parse, i) and is_passive(parse, i):  # "were expelled from Albania"
        hosts = tuple(reached(parse, i, ("from",)))
        found = Sides(hosts, tuple(k for k in found.recipients if k not in hosts))
    if kind == "CONSULT" and parse.lemmas[i] in ("lead", "head"):  # "will lead a delegation to Togo"
        found = Sides(found.actors, tuple(who for k in (i, *found.recipients) for who in reached(parse, k, ("to",))))
    if kind == "CONSULT" and parse.lemmas[i] == "discuss":
        found = Sides(found.actors, tuple(discussed_with(parse, i)))
    if kind in ("AID", "AGREE"):
        found = Sides(found.actors, tuple(_served(parse, found.recipients)))
    act = (kind, parse.lemmas[i])
    moved = [k for k in found.recipients if _moved(parse, k, act)]
    actors = tuple(sorted(set(found.actors or (moved if kind == "MOBILIZE" else ()))))
    recipients = tuple(k for k in sorted(set(found.recipients)) if k not in actors and k not in moved)
    if kind == "REQUEST" and not nominal and not recipients:
        recipients = tuple(k for k in _asked(parse, i) if k not in actors)
    if kind == "ACCUSE" and not nominal:
        recipients = tuple(_blamed(parse, i, recipients))
    both = ontology.words("mutual")
    carrier = (parse.heads[i],) if parse.deps[i] == "dobj" else ()
    joint = any(parse.lemmas[k] in both for k in (i, *carrier, *parse.children(i, "dobj")))
    mutual = found.mutual or joint or kind in ("CONSULT", "COOPERATE")
    if mutual and not recipients and len(actors) > 1:
        return Sides(actors, actors, True)
    return Sides(actors, recipients)


def beneath(parse: Parse, at: int, tokens: tuple[int, ...], kind: str) -> tuple[int, ...]:
    """The other side of what is asked for, refused or promised: "called for talks with X", "pledged to support X"."""
    known = ontology.nouns()
    if kind == "SANCTION":  # "recalled its ambassador from X"
        envoys = [k for k in tokens if parse.lemmas[k] in known and known[parse.lemmas[k]].op == "envoy"]
        return tuple(who for k in envoys for who in reached(parse, k, ("from", "to", "in")))
    nouns = [k for k in tokens if parse.pos[k] == "NOUN" and parse.lemmas[k] in lexicon.act_nouns()]
    found: list[int] = []
    for noun in nouns if kind in ("REQUEST", "REJECT", "AGREE") else ():
        found += noun_actors(parse, noun) if kind == "REJECT" else reached(parse, noun, ("with", "from", "to"))
    given = [
        k
        for k in tokens
        if kind in ("AGREE", "AID") and parse.lemmas[k] in known and known[parse.lemmas[k]].op == "aid"
    ]
    for thing in given:  # "pledged $2 million in aid for the country"
        inside = [c for p in parse.children(thing, "prep") for c in parse.children(p, "pobj")]
        found += [who for k in (thing, *inside) for who in reached(parse, k, ("for", "to"))]
    found += reached(parse, at, ("for", "to")) if given else ()
    promised = [k for k in tokens if k > at and parse.pos[k] == "VERB" and kind in ("AGREE", "SUPPORT", "AID")]
    for verb in promised:
        sense = ontology.verbs().get(parse.lemmas[verb])
        found += sides(parse, verb, "AID").recipients if sense and sense.type in KINDLY else ()
    return tuple(found)


def _moved(parse: Parse, i: int, act: tuple[str, str]) -> bool:
    """Troops that are moved, withdrawn or provided are the actor's own, nobody it acts upon."""
    noun = ontology.nouns().get(parse.lemmas[counted(parse, i)])
    recalled = noun is not None and noun.op == "envoy" and any(parse.tags[k] == "PRP$" for k in parse.kids[i])
    if act[0] == "SANCTION" and recalled:
        return True
    given = act[0] == "AID" and act[1] in GIVING and parse.deps[i] != "pobj"
    moves = given or act[0] in ("MOBILIZE", "RETREAT")
    return moves and _force(parse, counted(parse, i)) and parse.pos[i] == "NOUN"


def discussed_with(parse: Parse, i: int) -> Iterator[int]:
    """As in "discussed the crisis with his counterpart", wherever the parse hangs "with"."""
    for over in (i, *parse.children(i, "dobj")):
        yield from (k for k in reached(parse, over, ("with",)) if k > i)


def _served(parse: Parse, recipients: tuple[int, ...]) -> Iterator[int]:
    """As in "paid into a fund for Syrian refugees": whom the fund is for."""
    for k in recipients:
        yield k
        if parse.lemmas[k] in ontology.words("funded"):
            yield from reached(parse, k, ("for", "in"))


def _asked(parse: Parse, i: int) -> Iterator[int]:
    """As in "pressed for Chad to pay": who is to do what is asked."""
    for clause in parse.children(i, "advcl", "ccomp", "xcomp"):
        if any(parse.deps[k] == "mark" and parse.lower(k) == "for" for k in parse.kids[clause]):
            yield from (who for k in parse.children(clause, "nsubj") for who in coordinated(parse, k))


def _blamed(parse: Parse, i: int, recipients: tuple[int, ...]) -> Iterator[int]:
    """Who is condemned in "condemned the attack by the army on the port": those who attacked, not those hit."""
    acts = [k for k in parse.children(i, "dobj", "nsubjpass") if parse.lemmas[k] in lexicon.act_nouns()]
    if not acts or parse.lemmas[i] in ontology.words("undergo"):
        acts = []
        yield from recipients
    yield from (who for k in acts for who in noun_actors(parse, k))


# Verbs ---------------------------------------------------------------------------------------------------------


def _verb_sides(parse: Parse, i: int, toward: tuple[str, ...]) -> Sides:
    things = [k for k in (*patients(parse, i), *parse.children(i, "dobj")) if parse.lemmas[k] in lexicon.act_nouns()]
    between = [who for k in (i, *things) for who in reached(parse, k, BETWEEN)] if is_passive(parse, i) else []
    if between and parse.child(i, "agent") is None:  # "the pact was signed between Chad and Niger"
        return Sides(tuple(between), (), True)
    found = tuple(subjects(parse, i))
    if parse.lemmas[i] == "fall" and (takers := tuple(reached(parse, i, ("to",)))):  # "the town fell to the rebels"
        return Sides(takers, found)
    if parse.lemmas[i] in ("hit", "strike") and (mine := _mine(parse, i)) is not None:
        return Sides(tuple(who for k in parse.children(mine, "acl") for who in subjects(parse, k)), found)
    if things and parse.lemmas[i] in ontology.words("undergo"):  # "faces charges"
        return Sides(tuple(noun_actors(parse, things[0])), found)
    return Sides(found, tuple(_objects(parse, i, toward)))


def _objects(parse: Parse, i: int, toward: tuple[str, ...]) -> Iterator[int]:
    """The patient, or without one the persons reached by a preposition; act nouns pass on their own objects."""
    direct = list(patients(parse, i)) or list(_direct(parse, i))
    actorly = [k for k in direct if parse.lemmas[k] not in lexicon.act_nouns()]
    pushed = any(_force(parse, k) for k in actorly)  # "pushed the rebels into the hills"
    far = ("of", "in", "between", *(("into",) if pushed else ()))
    led = list(reached(parse, i, tuple(t for t in toward if t not in far)))
    trusted = [who for k in direct if parse.lemmas[k] in ontology.words("trust") for who in reached(parse, k, ("in",))]
    if trusted:  # "expressed confidence in the minister"
        yield from trusted
        return
    if not actorly:
        for k in direct:
            led += noun_recipients(parse, k, toward)
    thrown = parse.lemmas[i] in ontology.words("throwing") or (parse.lemmas[i] in GIFTS and not is_passive(parse, i))
    yield from [*actorly, *led] if actorly and (thrown or _thing(parse, actorly[0])) else actorly or led
    if parse.lemmas[i] in ontology.words("taking"):
        yield from reached(parse, i, ("from",))


def _expels(parse: Parse, i: int) -> bool:
    """True for "expelled from Chad", which Chad did, unlike "withheld from Chad"."""
    verb = ontology.verbs().get(parse.lemmas[i])
    return verb is not None and (verb.type, verb.mode) == ("SANCTION", "expel")


def _mine(parse: Parse, i: int) -> int | None:
    """As in "their vehicle struck a landmine": it is the vehicle that is hit."""
    return next((k for k in parse.children(i, "dobj") if parse.lemmas[k] in ontology.words("laid")), None)


def _direct(parse: Parse, i: int) -> Iterator[int]:
    """Objects with and without a preposition: "gave Kenya tents", "gave tents to Kenya", "took and shot nurses"."""
    shared = i + 2 < len(parse) and parse.lower(i + 1) == "and" and parse.heads[i + 2] == i
    if shared and parse.deps[i + 2] == "conj" and parse.child(i, "dobj", "prep", "dative", "prt") is None:
        yield from _direct(parse, i + 2) if parse.tags[i + 2] == parse.tags[i] else ()
    for k in parse.children(i, "dobj", "dative"):
        for thing in parse.children(k, "pobj") if parse.pos[k] == "ADP" else (k,):
            yield from coordinated(parse, thing)
    yield from _behind_date(parse, i)


def _behind_date(parse: Parse, i: int) -> Iterator[int]:
    """As in "visited Chad on 4 May and Niger on 6 May", where the parse joins Niger to the date."""
    for prep in parse.children(i, "prep"):
        for day in parse.children(prep, "pobj"):
            for k in parse.children(day, "conj") if parse.label(day) == "DATE" else ():
                if parse.pos[k] == "PROPN" and parse.label(k) not in ("", "DATE", "TIME"):
                    yield from coordinated(parse, k)


def _force(parse: Parse, i: int) -> bool:
    noun = ontology.nouns().get(parse.lemmas[i])
    return noun is not None and noun.op in FORCES


def _thing(parse: Parse, i: int) -> bool:
    """A thing sent or said rather than someone acted upon: "sent tanks to Mali"."""
    return parse.lemmas[i] in ontology.nouns() and parse.pos[i] in ("NOUN", "NUM")
