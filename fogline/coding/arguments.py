"""Who acts and on whom: actors and recipients of a predicate, from its own clause and never from another.

Passives, light verbs, control ("ordered the force to leave"), relative clauses, coordination and nominals ("Russian
strikes on X", "talks between X and Y") give the same sides as the plain active sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.coding.phrases import coordinated
from fogline.coding.subjects import patients, subjects
from fogline.models.parse import Parse
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

BY_TYPE = {
    "CONSULT": ("with", "to", "between"), "AGREE": ("with", "to"), "SUPPORT": ("for", "of", "to", "with", "behind"),
    "COOPERATE": ("with", "to"), "AID": ("to", "for", "in"), "REQUEST": ("on", "to", "upon", "from", "with"),
    "ACCUSE": ("against", "of", "at", "on", "over"), "THREATEN": ("against", "to", "with", "on"),
    "SANCTION": ("on", "against", "from", "with", "to", "of"),
    "RETREAT": ("from", "to", "of", "with"), "CONCEDE": ("to", "for"), "REJECT": ("of", "with", "to", "from"),
}  # fmt: skip
NOUN_TOWARD = ("against", "on", "upon", "at", "with", "to", "toward", "towards", "into", "over", "of")
GIVING = ("provide", "send", "supply", "contribute", "lend", "offer", "give", "deploy")


@dataclass(frozen=True, slots=True)
class Sides:
    """Head tokens of the actors and recipients, each side in text order, and whether the act is mutual."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    mutual: bool = False


def sides(parse: Parse, i: int, kind: str) -> Sides:
    """Actors and recipients of the predicate at token ``i`` of PLOVER type ``kind``."""
    if not parse.parsed:
        return Sides((), ())
    toward = BY_TYPE.get(kind, NOUN_TOWARD)
    nominal = parse.pos[i] in ("NOUN", "PROPN") or parse.deps[i] in ("pobj", "dobj", "nsubj", "nsubjpass")
    found = _noun_sides(parse, i, toward) if nominal else _verb_sides(parse, i, toward)
    if (
        kind == "AGREE" and not nominal and not found.actors
    ):  # "is committed to", "is prepared to": the subject's own will
        found = Sides(tuple(patients(parse, i)), ())
    actors = tuple(sorted(set(found.actors)))
    recipients = tuple(
        k for k in sorted(set(found.recipients)) if k not in actors and not _moved(parse, k, (kind, parse.lemmas[i]))
    )
    if kind == "ACCUSE" and not nominal:
        recipients = tuple(_blamed(parse, i, recipients))
    mutual = kind in ("CONSULT", "COOPERATE") or parse.lemmas[i] in ontology.words("mutual")
    if mutual and not recipients and len(actors) > 1:
        return Sides(actors, actors, True)
    return Sides(actors, recipients)


def beneath(parse: Parse, tokens: tuple[int, ...], kind: str) -> tuple[int, ...]:
    """The other side of what is asked for or refused: "called for talks with X", "rejected a request from X"."""
    known = ontology.nouns()
    if kind == "SANCTION":  # "recalled its ambassador from X"
        envoys = [k for k in tokens if parse.lemmas[k] in known and known[parse.lemmas[k]].op == "envoy"]
        return tuple(who for k in envoys for who in _reached(parse, k, ("from", "to", "in")))
    nouns = [k for k in tokens if parse.pos[k] == "NOUN" and parse.lemmas[k] in lexicon.act_nouns()]
    found: list[int] = []
    for noun in nouns if kind in ("REQUEST", "REJECT", "AGREE") else ():
        found += _noun_actors(parse, noun) if kind == "REJECT" else _reached(parse, noun, ("with", "from", "to"))
    return tuple(found)


def _moved(parse: Parse, i: int, act: tuple[str, str]) -> bool:
    """Troops that are moved, withdrawn or provided are the actor's own, nobody it acts upon."""
    noun = ontology.nouns().get(parse.lemmas[i])
    recalled = noun is not None and noun.op == "envoy" and any(parse.tags[k] == "PRP$" for k in parse.kids[i])
    if act[0] == "SANCTION" and recalled:
        return True
    moves = act[0] in ("MOBILIZE", "RETREAT") or (act[0] == "AID" and act[1] in GIVING)
    return moves and noun is not None and noun.op == "troops" and parse.pos[i] == "NOUN"


def _blamed(parse: Parse, i: int, recipients: tuple[int, ...]) -> Iterator[int]:
    """Who is condemned in "condemned the attack by the army on the port": those who attacked, not those hit."""
    acts = [k for k in parse.children(i, "dobj", "nsubjpass") if parse.lemmas[k] in lexicon.act_nouns()]
    if not acts:
        yield from recipients
    yield from (who for k in acts for who in _noun_actors(parse, k))


# Verbs ---------------------------------------------------------------------------------------------------------


def _verb_sides(parse: Parse, i: int, toward: tuple[str, ...]) -> Sides:
    agents = tuple(subjects(parse, i))
    return Sides(agents, tuple(_objects(parse, i, toward)))


def _objects(parse: Parse, i: int, toward: tuple[str, ...]) -> Iterator[int]:
    """The patient, or without one the persons reached by a preposition; act nouns pass on their own objects."""
    direct = list(patients(parse, i)) or [k for d in parse.children(i, "dobj", "dative") for k in coordinated(parse, d)]
    actorly = [k for k in direct if parse.lemmas[k] not in lexicon.act_nouns()]
    reached = list(_reached(parse, i, tuple(t for t in toward if t not in ("of", "in", "between"))))
    if not actorly:
        for k in direct:
            reached += _noun_recipients(parse, k, toward)
    passed = [*actorly, *reached] if actorly and _thing(parse, actorly[0]) else actorly or reached
    yield from passed


def _thing(parse: Parse, i: int) -> bool:
    """A thing sent or said rather than someone acted upon: "sent tanks to Mali"."""
    return parse.lemmas[i] in ontology.nouns() and parse.pos[i] == "NOUN"


def _reached(parse: Parse, i: int, prepositions: tuple[str, ...]) -> Iterator[int]:
    for k in parse.children(i, "prep"):
        if parse.lower(k) in prepositions:
            yield from (c for p in parse.children(k, "pobj") for c in coordinated(parse, p))


# Nouns ---------------------------------------------------------------------------------------------------------


def _noun_sides(parse: Parse, i: int, toward: tuple[str, ...]) -> Sides:
    between = [
        c
        for k in parse.children(i, "prep")
        if parse.lower(k) in ("between", "among")
        for p in parse.children(k, "pobj")
        for c in coordinated(parse, p)
    ]
    if between:
        return Sides(tuple(between), (), True)
    actors = list(_noun_actors(parse, i))
    recipients = [k for k in _noun_recipients(parse, i, toward) if k not in actors]
    carrier = carrier_of(parse, i)
    if carrier is None and not actors:
        actors = list(_instrument(parse, i)) or list(_reporting_sides(parse, i)) or list(_claimants(parse, i))
    if carrier is not None:
        actors = actors or list(subjects(parse, carrier))
        recipients = recipients or list(_reached(parse, carrier, toward))
        if parse.lemmas[carrier] in ("receive", "suffer", "face", "come"):
            return Sides((), tuple(actors))
    return Sides(tuple(actors), tuple(recipients), carrier is not None)


def _noun_actors(parse: Parse, i: int) -> Iterator[int]:
    """As in "Russian strikes", "Kyiv's offensive", "strikes by Russia"."""
    for k in parse.children(i, "poss", "amod", "compound", "nmod"):
        owner = parse.deps[k] == "poss" or parse.lemmas[k] in ontology.words("joint_actor")
        if owner or parse.pos[k] == "PROPN" or parse.word(k)[:1].isupper():
            yield from coordinated(parse, k)
        yield from (c for c in parse.children(k, "compound", "nmod") if c < k and parse.pos[c] == "PROPN")
    for by in parse.children(i, "prep", "agent"):
        if parse.lower(by) in ("by", "from"):
            yield from (c for p in parse.children(by, "pobj") for c in coordinated(parse, p))


def _reporting_sides(parse: Parse, i: int) -> Iterator[int]:
    """As in "Malian and Chadian forces reported exchanges of fire": two sides that tell a mutual act did it."""
    head = parse.heads[i]
    if parse.deps[i] == "dobj" and parse.lemmas[i] in ontology.words("mutual") and parse.lemmas[head] == "report":
        both = list(subjects(parse, head))
        yield from both if len(both) > 1 else ()


def _claimants(parse: Parse, i: int) -> Iterator[int]:
    """As in "the group claimed two attacks", "will end its strikes": whoever claims or stops an act does it."""
    head = parse.heads[i]
    if parse.deps[i] != "dobj" or parse.pos[head] != "VERB":
        return
    stops = any(entry.op == "stop" for entry in ontology.verb_senses().get(parse.lemmas[head], ()))
    if (stops or parse.lemmas[head] == "claim") and parse.child(i, "poss") is None:
        yield from subjects(parse, head)


def _noun_recipients(parse: Parse, i: int, wanted: tuple[str, ...]) -> Iterator[int]:
    """As in "strikes on X", also where the parse hangs "on X" elsewhere; "cyberattacks targeting X"."""
    toward = tuple(p for p in wanted if p not in ("in", "over", "from", "by"))
    yield from _reached(parse, i, toward)
    after = i + 1
    if after < len(parse) and parse.pos[after] == "ADP" and parse.heads[after] != i and parse.lower(after) in toward:
        yield from (c for p in parse.children(after, "pobj") for c in coordinated(parse, p))
    for k in parse.children(i, "acl"):
        if parse.lemmas[k] in ("target", "hit", "aim", "direct"):
            yield from (c for d in parse.children(k, "dobj") for c in coordinated(parse, d))
            yield from _reached(parse, k, ("at", "against"))


def _instrument(parse: Parse, i: int) -> Iterator[int]:
    """As in "retaliated with cyberattacks": who retaliated."""
    prep = parse.heads[i]
    if (
        parse.deps[i] == "pobj"
        and parse.lower(prep) == "of"
        and parse.lemmas[parse.heads[prep]] in lexicon.words("measure")
    ):
        yield from _instrument(parse, parse.heads[prep])
    elif (
        parse.deps[i] == "pobj" and parse.lower(prep) in ("with", "through") and parse.pos[parse.heads[prep]] == "VERB"
    ):
        yield from subjects(parse, parse.heads[prep])


def carrier_of(parse: Parse, i: int) -> int | None:
    """The light verb that carries an act noun: "launched" in "launched a strike"."""
    head = parse.heads[i]
    if parse.deps[i] not in ("dobj", "nsubjpass", "pobj", "attr") or head == i or parse.child(head, "oprd") is not None:
        return None
    if parse.deps[i] == "pobj":
        above = parse.heads[head]
        measured = parse.lower(head) == "of" and parse.lemmas[above] in lexicon.words("measure")
        return carrier_of(parse, above) if measured else None
    particle = next((parse.lower(k) for k in parse.children(head, "prt")), None)
    full = f"{parse.lemmas[head]} {particle}" if particle else parse.lemmas[head]
    senses = ontology.verb_senses().get(full, ())
    carries = full in lexicon.words("light") or any(entry.op == "do" for entry in senses)
    return head if carries and parse.pos[head] == "VERB" else None
