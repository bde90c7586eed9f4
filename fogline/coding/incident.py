"""One incident in one sentence: the strike, the fire it set, those it killed and wounded are one event.

PLOVER codes the attack, not each of its effects; the words for the harm become further evidence of it, whom they
name becomes its recipient if it names none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.coding import arguments, subjects
from fogline.coding.phrases import counted
from fogline.coding.telling import Told
from fogline.models.parse import Parse
from fogline.reading.factuality_words import is_infinitive
from fogline.tables import ontology

BORDERS = ("ccomp", "xcomp")


def folded(parse: Parse, found: Sequence[Told]) -> Iterator[Told]:
    """The tellings without those of harm that another telling of the same attack takes in."""
    host: dict[int, int] = {}
    beside = _by_sentence(parse, found)
    for one in found:
        if is_harm(parse, one):
            near = beside[parse.sent_of[one.at]]
            around = [a for a in near if a.at != one.at and a.at not in host and _one_incident(parse, one, a)]
            best = min(
                around,
                key=lambda a: (not _subject_of(parse, one.at, a.at), _rank(parse, a), abs(a.at - one.at)),
                default=None,
            )
            if best is not None:
                host[one.at] = best.at
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for k in host:
        parts[_last(host, k)].append(k)
    told_by = {one.at: one for one in found}
    for one in found:
        if one.at not in host:
            chances = _surest(one, [told_by[k] for k in parts[one.at]])
            yield replace(one, parts=(*parts[one.at], *aims(parse, one)), chances=chances)


def _surest(one: Told, others: Sequence[Told]) -> Mapping[str, float]:
    """The chances of a telling, its own type's as high as that of the surest word folded into it."""
    kind = one.meaning.type or ""
    if not one.chances:
        return one.chances
    return {**one.chances, kind: max(other.chances.get(kind, 0.0) for other in (one, *others))}


def _by_sentence(parse: Parse, found: Iterable[Told]) -> dict[int, list[Told]]:
    together: defaultdict[int, list[Told]] = defaultdict(list)
    for one in found:
        together[parse.sent_of[one.at]].append(one)
    return together


def aims(parse: Parse, one: Told) -> tuple[int, ...]:
    """The verbs for what an attack noun is for: "launched an offensive to retake the town"; its object is hit."""
    if one.meaning.type != "ASSAULT" or parse.pos[one.at] != "NOUN":
        return ()
    carrier = arguments.carrier_of(parse, one.at)
    over = [one.at] if carrier is None else [one.at, carrier]
    verbs = [k for head in over for k in parse.children(head, "acl", "advcl", "xcomp") if k > one.at]
    known = ontology.verbs()
    return tuple(
        k
        for k in verbs
        if is_infinitive(parse, k) and parse.lemmas[k] in known and known[parse.lemmas[k]].type in ("ASSAULT", "COERCE")
    )


def _last(host: Mapping[int, int], k: int) -> int:
    while k in host:
        k = host[k]
    return k


def is_harm(parse: Parse, one: Told) -> bool:
    """A verb for what an attack does: "killed", "destroyed", "struck", "set fire to"."""
    return (
        one.meaning.type == "ASSAULT" and parse.pos[one.at] == "VERB" and parse.lemmas[one.at] in ontology.words("harm")
    )


def _one_incident(parse: Parse, harm: Told, other: Told) -> bool:
    """True if both tell the same attack: one sentence, one status, nobody else does the harm, clauses joined."""
    if other.meaning.type != "ASSAULT" or parse.sent_of[harm.at] != parse.sent_of[other.at]:
        return False
    if harm.act.status != other.act.status:
        return False
    if (_rank(parse, other), other.at) > (_rank(parse, harm), harm.at):
        return False
    agents, others = _agents(parse, harm.at), _agents(parse, other.at)
    if agents and not set(agents) <= set(others):
        shares = parse.heads[harm.at] == other.at and parse.deps[harm.at] == "conj" and not others
        return shares or _subject_of(parse, harm.at, other.at)
    if agents and not _beside(parse, harm.at) and parse.heads[harm.at] != other.at:
        return False
    return _listed(parse, harm.at, other.at) or _joined(parse, harm.at, other.at)


def _rank(parse: Parse, one: Told) -> int:
    """The attack itself, then the blow, then the victims."""
    if not is_harm(parse, one):
        return 0
    return 2 if parse.lemmas[one.at] in ontology.words("victim") else 1


def _listed(parse: Parse, i: int, k: int) -> bool:
    """As in "two strikes engaged a unit; destroyed a bunker; and damaged a road": a verb that nobody else carries."""
    alone = parse.child(i, "nsubj", "nsubjpass", "auxpass", "aux") is None and parse.deps[i] not in ("relcl", "acl")
    return alone and k < i and parse.pos[k] == "NOUN" and parse.tags[i] in ("VBD", "VBN")


def _agents(parse: Parse, i: int) -> list[int]:
    """Who does it: no act, no weapon, no thing."""
    found = [counted(parse, k) for k in arguments.sides(parse, i, "ASSAULT").actors]
    known = ontology.nouns()
    return [k for k in found if not (parse.lemmas[k] in known and known[parse.lemmas[k]].op != "troops")]


def _subject_of(parse: Parse, verb: int, noun: int) -> bool:
    return noun in [counted(parse, k) for k in subjects.subjects(parse, verb)]


def _beside(parse: Parse, i: int) -> bool:
    """As in ", killing three and wounding five"."""
    while parse.deps[i] == "conj":
        i = parse.heads[i]
    return parse.deps[i] == "advcl" and parse.tags[i] == "VBG"


def _joined(parse: Parse, i: int, k: int) -> bool:
    """True if no said or wanted clause lies between the two, seen from where they meet."""
    above = [i, *parse.ancestors(i)]
    beyond = [k, *parse.ancestors(k)]
    meet = next((t for t in above if t in beyond), None)
    if meet is None:
        return False
    path = [*above[: above.index(meet)], *beyond[: beyond.index(meet)]]
    own = parse.child(i, "nsubj", "nsubjpass")
    return not any(parse.deps[t] in BORDERS for t in path) or (own is None and parse.tags[i] == "VBD" and i > k)
