"""Who acts and on whom where a noun tells the act: "Russian strikes on X", "a raid conducted by Y", "talks between".

What stands once for joined nouns counts for each of them ("shelling and airstrikes by the army"); an act that somebody
suffers ("the town came under fire") befalls the subject of its verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from fogline.coding import phrases
from fogline.coding.phrases import coordinated, reached
from fogline.coding.subjects import is_passive, patients, subjects
from fogline.models.parse import Parse
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

BETWEEN = ("between", "among")
HELD = (("take", "place"), ("occur", ""), ("happen", ""))


@dataclass(frozen=True, slots=True)
class Sides:
    """Head tokens of the actors and recipients, each side in text order, and whether the act is mutual."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    mutual: bool = False


def is_nominal(parse: Parse, i: int) -> bool:
    """True for act nouns, and for gerunds that are suffered or stand where a noun would."""
    if parse.pos[i] in ("NOUN", "PROPN") or undergone(parse, i) is not None or _inflicted(parse, i) is not None:
        return True
    return parse.deps[i] in ("pobj", "dobj", "nsubj", "nsubjpass")


def noun_sides(parse: Parse, i: int, toward: tuple[str, ...]) -> Sides:
    """Actors and recipients of an act noun; ``toward``: the prepositions that lead to recipients."""
    carrier = carrier_of(parse, i)
    between = list(reached(parse, i, BETWEEN)) or (list(reached(parse, carrier, BETWEEN)) if carrier else [])
    if between:
        return Sides(tuple(between), (), True)
    actors = list(noun_actors(parse, i))
    recipients = [k for k in noun_recipients(parse, i, toward) if k not in actors]
    sufferer = undergone(parse, i)
    if sufferer is not None:
        actors = actors or list(reached(parse, sufferer, ("by", "from"), "prep", "agent"))
        recipients = [k for k in recipients if k not in actors]
        return Sides(tuple(actors), tuple(recipients) or tuple(subjects(parse, sufferer)))
    inflicted = _inflicted(parse, i)
    if inflicted is not None:
        doers = () if is_passive(parse, inflicted) else tuple(subjects(parse, inflicted))
        return Sides(tuple(actors) or doers, tuple(recipients) or tuple(_bearing(parse, inflicted)))
    if carrier is None and not actors:
        actors = list(_instrument(parse, i)) or list(_reporting_sides(parse, i)) or list(_claimants(parse, i))
    if carrier is not None:
        if all(parse.tags[k] == "PRP$" for k in actors):  # "began their assault"
            actors += [k for k in subjects(parse, carrier) if k != i]
        carriers = (carrier, *_clauses(parse, i))
        recipients = recipients or [who for verb in carriers for who in reached(parse, verb, toward, "prep", "dative")]
    return Sides(tuple(actors), tuple(recipients) or tuple(_dead(parse, i)))


def _inflicted(parse: Parse, i: int) -> int | None:
    """As in "subjected farmers to detention and torture": the verb whose object bears the act."""
    while parse.deps[i] == "conj" and parse.pos[parse.heads[i]] == "NOUN":
        i = parse.heads[i]
    over = parse.heads[i]
    verb = parse.heads[over]
    to = parse.deps[i] in ("pobj", "pcomp") and parse.lower(over) == "to"
    enforced = parse.deps[i] == "dobj" and parse.tags[over] == "VBN" and parse.deps[over] == "advcl"
    bears = (to or enforced) and parse.lemmas[verb] == "subject" and parse.pos[verb] == "VERB"
    return verb if bears else None


def _bearing(parse: Parse, verb: int) -> Iterator[int]:
    yield from patients(parse, verb)
    yield from (c for k in parse.children(verb, "dobj") for c in coordinated(parse, k))


def _dead(parse: Parse, i: int) -> Iterator[int]:
    """As in "ten guards died in the attack": the attack's victims."""
    prep = parse.heads[i]
    verb = parse.heads[prep]
    if parse.deps[i] == "pobj" and parse.lower(prep) in ("in", "during") and parse.lemmas[verb] in ("die", "perish"):
        yield from subjects(parse, verb)


def noun_actors(parse: Parse, i: int) -> Iterator[int]:
    """As in "Russian strikes", "Kyiv's offensive", "strikes by Russia", "the raid and the strikes by Russia"."""
    own = [*_owners(parse, i), *_agents(parse, i)]
    gerund = parse.deps[i] == "xcomp"  # "suffered shelling and airstrikes by": the parse joins the noun to the verb
    heads = (i, parse.heads[i]) if gerund else (i,)
    joined = (k for over in heads for k in parse.children(over, "conj") if parse.lemmas[k] in lexicon.act_nouns())
    yield from own or next((found for k in joined if (found := list(_agents(parse, k)))), [])
    head = parse.heads[i]
    bare = parse.child(i, "det", "poss", "nummod") is None
    if not own and parse.deps[i] == "conj" and bare and parse.lemmas[head] in lexicon.act_nouns():
        yield from _owners(parse, head)


def _owners(parse: Parse, i: int) -> Iterator[int]:
    for k in parse.children(i, "poss", "amod", "compound", "nmod"):
        if parse.lower(k - 1) == "-" and k > 1 and parse.lower(k - 2) in ontology.words("within"):  # "intra-Libyan"
            continue
        if phrases.befallen(parse, k):
            continue
        owner = parse.deps[k] == "poss" or parse.lemmas[k] in ontology.words("joint_actor")
        if owner or parse.pos[k] == "PROPN" or parse.word(k)[:1].isupper():
            yield from coordinated(parse, k)
        before = (c for c in parse.children(k, "compound", "nmod") if c < k and parse.pos[c] == "PROPN")
        yield from (c for c in before if parse.lower(c) not in ontology.words("official"))


def _agents(parse: Parse, i: int) -> Iterator[int]:
    """As in "strikes by Russia", "the murder of nurses by gunmen"."""
    yield from reached(parse, i, ("by", "from"), "prep", "agent")
    for of in parse.children(i, "prep"):
        for patient in parse.children(of, "pobj") if parse.lower(of) == "of" else ():
            yield from reached(parse, patient, ("by",), "prep", "agent")


def _reporting_sides(parse: Parse, i: int) -> Iterator[int]:
    """As in "Malian and Chadian forces reported exchanges of fire": two sides that tell a mutual act did it."""
    head = parse.heads[i]
    if parse.deps[i] == "dobj" and parse.lemmas[i] in ontology.words("mutual") and parse.lemmas[head] == "report":
        both = list(subjects(parse, head))
        yield from both if len(both) > 1 else ()


def _claimants(parse: Parse, i: int) -> Iterator[int]:
    """As in "the group claimed two attacks", "will end its strikes": whoever claims or stops an act does it."""
    claims = [parse.heads[i]] if parse.deps[i] in ("dobj", "nsubjpass") else []
    head = parse.heads[i]
    if parse.deps[i] == "nsubj" and parse.lemmas[head] == "claim" and parse.child(head, "agent") is not None:
        claims.append(head)  # "attacks, also claimed by the group, have killed"
    claims += [k for k in _clauses(parse, i) if parse.lemmas[k] == "claim" and not _of_some(parse, i, k)]
    for head in claims:
        stops = any(entry.op == "stop" for entry in ontology.verb_senses().get(parse.lemmas[head], ()))
        own = parse.child(i, "poss") is None and parse.pos[head] == "VERB"
        if own and ((stops and parse.deps[i] == "dobj") or parse.lemmas[head] == "claim"):
            yield from subjects(parse, head)


def _of_some(parse: Parse, i: int, claim: int) -> bool:
    """As in "attacks in Iraq, including one claimed by the group": only that one is the group's."""
    return any(parse.lower(k) in ("including", "include", "one", "some") for k in range(i + 1, claim))


def noun_recipients(parse: Parse, i: int, wanted: tuple[str, ...]) -> Iterator[int]:
    """As in "strikes on X", also where the parse hangs "on X" elsewhere; "cyberattacks targeting X"."""
    toward = tuple(p for p in wanted if p not in ("in", "over", "from", "by"))
    yield from reached(parse, i, toward)
    yield from (who for k in parse.children(i, "poss") if phrases.befallen(parse, k) for who in coordinated(parse, k))
    after = i + 1
    if after < len(parse) and parse.pos[after] == "ADP" and parse.heads[after] != i and parse.lower(after) in toward:
        yield from (c for p in parse.children(after, "pobj") for c in coordinated(parse, p))
    hits = [*parse.children(i, "acl"), *((parse.heads[i],) if parse.deps[i] == "nsubj" else ())]
    for k in hits:
        if parse.lemmas[k] in ("target", "hit", "aim", "direct", "engage"):
            yield from (c for d in parse.children(k, "dobj") for c in coordinated(parse, d))
            yield from reached(parse, k, ("at", "against"))
    if "against" in toward:
        yield from _against(parse, i)


def _against(parse: Parse, i: int) -> Iterator[int]:
    """As in "strikes using bombers and rocket artillery against X": behind the means, far from the noun."""
    ends = (i, _over(parse, i))
    for k in range(i + 2, parse.sentence(i).stop):
        if parse.lower(k) == "against" and parse.deps[k] == "prep" and parse.heads[k] not in ends:
            path = list(takewhile(lambda t: t not in ends, parse.ancestors(k)))
            means = any(parse.lemmas[t] in ("use", "employ") and parse.tags[t] == "VBG" for t in path)
            other = any(parse.pos[t] in ("VERB", "AUX") and parse.tags[t] not in ("VBG", "VBN") for t in path)
            if means and not other:
                yield from (c for p in parse.children(k, "pobj") for c in coordinated(parse, p))


def _instrument(parse: Parse, i: int) -> Iterator[int]:
    """As in "retaliated with cyberattacks": who retaliated."""
    prep = parse.heads[i]
    if parse.deps[i] != "pobj":
        return
    if parse.lower(prep) == "of" and parse.lemmas[parse.heads[prep]] in lexicon.words("measure"):
        yield from _instrument(parse, parse.heads[prep])
    elif parse.lower(prep) in ("with", "through") and parse.pos[parse.heads[prep]] == "VERB":
        yield from subjects(parse, parse.heads[prep])
    elif parse.lower(prep) in ("in", "during", "at", "after", "following") and _talks_with(parse, i):
        over = next((k for k in parse.ancestors(prep) if parse.pos[k] == "VERB"), None)
        yield from subjects(parse, over) if over is not None else ()


def _talks_with(parse: Parse, i: int) -> bool:
    """As in "raised it in a call with the minister", "during talks with the rebels"."""
    noun = ontology.nouns().get(parse.lemmas[i])
    talks = noun is not None and noun.type == "CONSULT"
    return talks and any(parse.lower(k) == "with" for k in parse.children(i, "prep"))


# The verb over an act noun -------------------------------------------------------------------------------------


def carrier_of(parse: Parse, i: int) -> int | None:
    """The light verb that carries an act noun: "launched a strike", "a strike carried out by", "talks took place"."""
    return _over(parse, i) or next((k for k in _clauses(parse, i, apart=True) if _carries(parse, k)), None)


def _over(parse: Parse, i: int) -> int | None:
    head = parse.heads[i]
    if head == i or parse.child(head, "oprd") is not None:
        return None
    if parse.deps[i] == "nsubj":
        thing = next((parse.lower(k) for k in parse.children(head, "dobj")), "")
        return head if (parse.lemmas[head], thing) in HELD else None
    if parse.deps[i] == "pobj":
        above = parse.heads[head]
        measured = parse.lower(head) == "of" and parse.lemmas[above] in lexicon.words("measure")
        return _over(parse, above) if measured else None
    if parse.deps[i] == "conj":  # "launched raids in Gao and strikes in Kidal"
        return head if parse.pos[i] == "NOUN" and _carries(parse, head) else None
    return head if parse.deps[i] in ("dobj", "nsubjpass", "attr") and _carries(parse, head) else None


def _carries(parse: Parse, verb: int) -> bool:
    particle = next((parse.lower(k) for k in parse.children(verb, "prt")), None)
    full = f"{parse.lemmas[verb]} {particle}" if particle else parse.lemmas[verb]
    senses = ontology.verb_senses().get(full, ())
    light = full in lexicon.words("light") or any(entry.op == "do" for entry in senses)
    return light and parse.pos[verb] == "VERB"


def _clauses(parse: Parse, i: int, apart: bool = False) -> Iterator[int]:
    """Clauses behind a noun whose object it is: "a raid conducted by", "the raid that the army conducted".

    ``apart``: also behind a comma, where a parse may have gone wrong ("the raid, conducted by").
    """
    for k in parse.children(i, "acl", "relcl"):
        behind = parse.deps[k] == "acl" and parse.lower(k - 1) == ","
        which = any(parse.tags[d] in ("WDT", "WP") for d in parse.children(k, "dobj"))
        if k > i and (apart or not behind) and (which or i in patients(parse, k)):
            yield k


def told_with(parse: Parse, i: int) -> int | None:
    """The verb that tells an act together with its noun: it carries it, suffers it, answers with it, or is its harm."""
    return next((k for ask in (carrier_of, undergone, answered, harming) if (k := ask(parse, i)) is not None), None)


def answered(parse: Parse, i: int) -> int | None:
    """As in "retaliated with a series of cyberattacks"."""
    prep = parse.heads[i]
    over = parse.heads[prep]
    if parse.deps[i] != "pobj":
        return None
    if parse.lower(prep) == "of" and parse.lemmas[over] in lexicon.words("measure"):
        return answered(parse, over)
    return over if parse.lower(prep) == "with" and parse.lemmas[over] in ontology.words("answer") else None


def harming(parse: Parse, i: int) -> int | None:
    """As in "one strike destroyed a depot"."""
    over = parse.heads[i]
    return over if parse.deps[i] == "nsubj" and parse.lemmas[over] in ontology.words("harm") else None


def undergone(parse: Parse, i: int) -> int | None:
    """The verb whose subject an act befalls: "suffered" in "suffered shelling and airstrikes", "came under fire"."""
    head = parse.heads[i]
    if parse.deps[i] == "conj" and head < i:
        suffered = parse.lemmas[head] in ontology.words("undergo") and parse.pos[i] == "NOUN"
        return head if suffered else undergone(parse, head)
    if parse.deps[i] == "pobj" and phrases.counted(parse, parse.heads[head]) == i:
        return undergone(parse, parse.heads[head])
    if parse.deps[i] in ("pobj", "pcomp"):
        above = parse.heads[head]
        under = parse.lower(head) == "under" and parse.lemmas[above] in ("come", "be", "remain", "fall")
        return above if under else None
    gerund = parse.deps[i] == "xcomp" and parse.tags[i] == "VBG"
    taken = parse.lemmas[head] == "take" and parse.lemmas[i] == "fire"  # "the patrol took fire from gunmen"
    suffers = taken or parse.lemmas[head] in ontology.words("undergo")
    return head if suffers and (gerund or parse.deps[i] == "dobj") else None
