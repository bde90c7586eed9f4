"""Who acts and on whom: actors and recipients of a predicate, from its own clause and never from another.

Passives, light verbs, control ("ordered the force to leave"), relative clauses, coordination and nominals ("Russian
strikes on X", "talks between X and Y") give the same sides as the plain active sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.models.parse import Parse
from fogline.reading.factuality_words import joined_to
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

SUBJECT = ("nsubj", "csubj")
BY_TYPE = {
    "CONSULT": ("with", "to", "between"), "AGREE": ("with", "to"), "SUPPORT": ("for", "of", "to", "with", "behind"),
    "COOPERATE": ("with", "to"), "AID": ("to", "for", "in"), "REQUEST": ("on", "to", "upon", "from", "with"),
    "ACCUSE": ("against", "of", "at", "on", "over"), "THREATEN": ("against", "to", "with", "on"),
    "RETREAT": ("from", "to", "of", "with"), "CONCEDE": ("to", "for"), "REJECT": ("of", "with", "to", "from"),
}  # fmt: skip
NOUN_TOWARD = ("against", "on", "upon", "at", "with", "to", "toward", "towards", "into", "over", "of")
GIVING = ("provide", "send", "supply", "contribute", "lend", "offer", "give", "deploy")
BEFORE_HEAD = ("compound", "amod", "poss", "nmod", "nummod", "det")


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


def _moved(parse: Parse, i: int, act: tuple[str, str]) -> bool:
    """Troops that are moved, withdrawn or provided are the actor's own, nobody it acts upon."""
    noun = ontology.nouns().get(parse.lemmas[i])
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


def subjects(parse: Parse, i: int, depth: int = 0) -> Iterator[int]:
    """Heads of those who do the act of a verb."""
    if is_passive(parse, i):
        for by in parse.children(i, "agent"):
            yield from (k for p in parse.children(by, "pobj") for k in coordinated(parse, p))
        return
    own = max((k for k in parse.children(i, *SUBJECT) if k < i), default=parse.child(i, *SUBJECT))
    if own is not None:
        yield from _antecedent(parse, i, own)
    elif depth < 6:
        yield from _borrowed(parse, i, depth)


def is_passive(parse: Parse, i: int) -> bool:
    """True for "was shelled", "shelled by", "the village shelled on Monday"."""
    if any(parse.deps[k] in ("nsubjpass", "auxpass", "agent") for k in parse.kids[i]):
        return True
    return (
        (parse.tags[i] == "VBN" and parse.deps[i] == "acl") or _bare_participle(parse, i) or _shares_passive(parse, i)
    )


def _bare_participle(parse: Parse, i: int) -> bool:
    """As in "fighting that saw ten soldiers killed": a participle with a subject and no auxiliary."""
    alone = parse.child(i, "aux", "auxpass") is None and parse.child(i, "nsubj") is not None
    seen = parse.lemmas[parse.heads[i]] in ("see", "leave", "have", "get")
    return (
        alone
        and parse.deps[i] not in ("ROOT", "conj", "relcl")
        and (parse.tags[i] == "VBN" or (seen and _harms(parse, i)))
    )


def _harms(parse: Parse, i: int) -> bool:
    """A verb of force, which has an object unless it is passive."""
    entry = ontology.verbs().get(parse.lemmas[i])
    return entry is not None and entry.type in ("ASSAULT", "COERCE") and parse.child(i, "dobj") is None


def _shares_passive(parse: Parse, i: int) -> bool:
    """As in "was bombed and killed"."""
    alone = parse.deps[i] == "conj" and parse.child(i, "aux", "auxpass", "nsubj", "dobj") is None
    participle = parse.tags[i] == "VBN" or (parse.tags[i] == "VBD" and _harms(parse, i))
    return alone and participle and parse.tags[parse.heads[i]] == "VBN" and is_passive(parse, parse.heads[i])


def _antecedent(parse: Parse, i: int, subject: int) -> Iterator[int]:
    """Relative pronouns stand for the noun their clause hangs on; "who" for nobody but persons."""
    if parse.tags[subject] in ("WDT", "WP") and parse.deps[i] in ("relcl", "acl"):
        yield _person_before(parse, subject, parse.heads[i]) if parse.lower(subject) == "who" else parse.heads[i]
    elif parse.tags[subject] not in ("WDT", "WP", "EX"):
        yield from coordinated(parse, subject)


def _person_before(parse: Parse, pronoun: int, noun: int) -> int:
    """As in "proposed it to the leaders at the end of last year, who ...": the leaders."""
    if parse.lemmas[noun] not in ontology.words("nobody"):
        return noun
    sentence = parse.sentence(pronoun)
    dates = {k for first, end, label in parse.ents if label in ("DATE", "TIME") for k in range(first, end)}
    before = (k for k in range(pronoun - 1, sentence.start - 1, -1) if parse.pos[k] in ("NOUN", "PROPN"))
    return next((k for k in before if k not in dates and parse.lemmas[k] not in ontology.words("nobody")), noun)


def _borrowed(parse: Parse, i: int, depth: int) -> Iterator[int]:
    """The subject of a verb without one: the first conjunct's, the controller's, the described noun."""
    dep, head = parse.deps[i], parse.heads[i]
    repaired = joined_to(parse, i)
    if repaired is not None:
        yield from subjects(parse, repaired, depth + 1)
    elif dep == "conj" and parse.pos[head] in ("VERB", "AUX"):
        yield from subjects(parse, head, depth + 1) if not is_passive(parse, head) else _patients(parse, head)
    elif dep in ("xcomp", "ccomp"):
        yield from _controller(parse, head, depth)
    elif dep == "advcl" and not any(parse.deps[k] == "mark" and parse.lower(k) == "if" for k in parse.kids[i]):
        yield from subjects(parse, head, depth + 1)
    elif dep == "pcomp":
        above = parse.heads[head]
        accused = parse.deps[above] == "dobj" and parse.lemmas[parse.heads[above]] in ontology.words("object_control")
        if accused:
            yield from coordinated(parse, above)
        else:
            yield from (
                _controller(parse, above, depth) if parse.pos[above] in ("VERB", "AUX") else _of_noun(parse, above)
            )
    elif dep == "acl":
        described = parse.tags[i] in ("VBG", "VBN") and parse.lemmas[head] not in lexicon.act_nouns()
        yield from coordinated(parse, head) if described else _of_noun(parse, head)


def _controller(parse: Parse, head: int, depth: int) -> Iterator[int]:
    """As in "ordered the force to leave": the force; "vowed to leave": who vowed; passive: who was ordered."""
    thing = parse.child(head, "dobj", "dative")
    if parse.lemmas[head] in ontology.words("object_control"):
        if is_passive(parse, head):
            yield from _patients(parse, head)
            return
        if thing is None:
            called = (
                p
                for k in parse.children(head, "prep")
                if parse.lower(k) in ("on", "upon", "for")
                for p in parse.children(k, "pobj")
            )
            thing = next(called, None)
        if thing is not None:
            yield from coordinated(parse, thing)
            return
    yield from _patients(parse, head) if is_passive(parse, head) else subjects(parse, head, depth + 1)


def _patients(parse: Parse, i: int) -> Iterator[int]:
    for k in parse.children(i, "nsubjpass", *(("nsubj",) if _bare_participle(parse, i) else ())):
        if parse.tags[k] in ("WDT", "WP"):
            yield parse.heads[i]
        else:
            yield from coordinated(parse, k)
    if parse.deps[i] == "acl" and parse.tags[i] == "VBN":
        yield parse.heads[i]
    if _shares_passive(parse, i) and parse.child(i, "nsubjpass") is None:
        yield from _patients(parse, parse.heads[i])


def _of_noun(parse: Parse, noun: int) -> Iterator[int]:
    """As in "Moscow's threat to strike": whose; else who carries the noun's verb."""
    own = list(parse.children(noun, "poss", "nmod"))
    if own:
        yield from coordinated(parse, own[0])
    elif parse.deps[noun] in ("dobj", "attr") and parse.heads[noun] != noun:
        yield from subjects(parse, parse.heads[noun], 1)


def _objects(parse: Parse, i: int, toward: tuple[str, ...]) -> Iterator[int]:
    """The patient, or without one the persons reached by a preposition; act nouns pass on their own objects."""
    direct = list(_patients(parse, i)) or [
        k for d in parse.children(i, "dobj", "dative") for k in coordinated(parse, d)
    ]
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
        actors = list(_instrument(parse, i)) or list(_reporting_sides(parse, i))
    if carrier is not None:
        actors = actors or list(subjects(parse, carrier))
        recipients = recipients or list(_reached(parse, carrier, toward))
        if parse.lemmas[carrier] in ("receive", "suffer", "face", "come"):
            return Sides((), tuple(actors))
    return Sides(tuple(actors), tuple(recipients), carrier is not None)


def _noun_actors(parse: Parse, i: int) -> Iterator[int]:
    """As in "Russian strikes", "Kyiv's offensive", "strikes by Russia"."""
    for k in parse.children(i, "poss", "amod", "compound", "nmod"):
        if parse.pos[k] == "PROPN" or parse.deps[k] == "poss" or parse.word(k)[:1].isupper():
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


# Phrases -------------------------------------------------------------------------------------------------------


def coordinated(parse: Parse, i: int) -> Iterator[int]:
    """A noun and those joined to it by "and"; "Turkish and Russian officials" are two."""
    for k in parse.children(i, "amod"):
        if k < i and parse.word(k)[:1].isupper() and parse.child(k, "conj") is not None:
            yield k
    yield i
    for k in parse.children(i, "conj"):
        yield from coordinated(parse, k)


def phrase(parse: Parse, i: int) -> tuple[int, int]:
    """Characters of the noun phrase up to its head and a following "of"-name: no relative clause, no conjunct."""
    first = min((parse.lefts[k] for k in parse.children(i, *BEFORE_HEAD) if k < i), default=i)
    while first < i and parse.pos[first] in ("DET", "PUNCT", "SPACE"):
        first += 1
    last = i
    for k in parse.children(i, "prep"):
        name = parse.child(k, "pobj")
        if k == i + 1 and parse.lower(k) == "of" and name is not None and parse.pos[name] == "PROPN":
            last = name
    return parse.span(first, last)
