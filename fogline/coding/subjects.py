"""Who does the act of a verb: subjects of actives, agents of passives, and those a clause without a subject borrows."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.coding.phrases import coordinated
from fogline.models.parse import Parse
from fogline.reading.factuality_words import is_infinitive, joined_to
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

SUBJECT = ("nsubj", "csubj")


def subjects(parse: Parse, i: int, depth: int = 0) -> Iterator[int]:
    """Heads of those who do the act of a verb."""
    if _in_name(parse, i):
        return
    if is_passive(parse, i):
        yield from _agents(parse, i)
        return
    roles = (*SUBJECT, "nsubjpass") if _stative(parse, i) else SUBJECT
    own = max((k for k in parse.children(i, *roles) if k < i), default=parse.child(i, *roles))
    if own is not None:
        yield from _antecedent(parse, i, own)
        yield from _listed_before(parse, i, own)
    elif depth < 6:
        yield from _borrowed(parse, i, depth)


def _listed_before(parse: Parse, i: int, own: int) -> Iterator[int]:
    """As in "The army, Kurdish fighters and tribesmen launched": the first of a list may stand apart."""
    listed = parse.child(own, "conj") is not None and parse.lower(parse.lefts[own] - 1) == ","
    first = parse.child(i, "nsubj", "nsubjpass")
    if listed and first is not None and first < own and parse.rights[first] == parse.lefts[own] - 2:
        yield from coordinated(parse, first) if parse.pos[first] in ("NOUN", "PROPN") else ()


def _agents(parse: Parse, i: int) -> Iterator[int]:
    """Who a passive is done by; the last of joined passives names the agent of all ("was shelled and overrun by")."""
    by = list(parse.children(i, "agent"))
    by += [k for prep in parse.children(i, "prep") for place in parse.children(prep, "pobj")
           for k in parse.children(place, "prep")
           if parse.lower(k) == "by" and not by and parse.lemmas[place] not in lexicon.act_nouns()]  # fmt: skip
    if by:
        yield from (k for p in by for who in parse.children(p, "pobj") for k in coordinated(parse, who))
        return
    later = next((k for k in parse.children(i, "conj") if _shares_passive(parse, k)), None)
    if later is not None:
        yield from _agents(parse, later)


def _in_name(parse: Parse, i: int) -> bool:
    """As in "enforced disappearance", where the parse may see a verb."""
    return i + 1 < len(parse) and f"{parse.lower(i)} {parse.lemmas[i + 1]}" in ontology.nouns()


def is_passive(parse: Parse, i: int) -> bool:
    """True for "was shelled", "shelled by", "the village shelled on Monday"."""
    if _stative(parse, i):
        return False
    if any(parse.deps[k] in ("nsubjpass", "auxpass", "agent") for k in parse.kids[i]):
        return True
    return _reduced(parse, i) or _bare_participle(parse, i) or _shares_passive(parse, i)


def _stative(parse: Parse, i: int) -> bool:
    """As in "is committed to supporting", "are determined to": a state of mind, which nobody else brings about."""
    minded = parse.tags[i] == "VBN" and parse.lower(i) in ontology.adjectives() and parse.child(i, "agent") is None
    return minded and parse.child(i, "nsubjpass") is not None and ontology.adjectives()[parse.lower(i)].op == "intend"


def _reduced(parse: Parse, i: int) -> bool:
    """As in "the village shelled on Monday", unlike "reports that rebels have shelled it"."""
    past = parse.tags[i] == "VBN" or (parse.tags[i] == "VBD" and parse.child(i, "dobj", "ccomp", "xcomp") is None)
    reduced = past and parse.deps[i] == "acl" and parse.child(i, "nsubj", "aux") is None
    return reduced and not _goes_on(parse, i)


def _goes_on(parse: Parse, i: int) -> bool:
    """As in "has flown 800 missions, conducted 200 raids": the second of the main verbs, not said of the missions."""
    thing = parse.child(i, "dobj")
    carried = thing is not None and parse.lemmas[thing] in lexicon.act_nouns()
    apart = parse.deps[i] == "acl" and parse.lower(i - 1) == "," and parse.child(i, "agent") is None
    return apart and carried and parse.tags[i] == "VBN" and parse.lemmas[i] in lexicon.words("light")


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
    preps = [k for k in parse.children(i, "prep") if k > i]  # "injured in bombings that hit a depot": no object of it
    thing = any(not preps or k < preps[0] for k in parse.children(i, "dobj"))
    alone = parse.deps[i] == "conj" and not thing and parse.child(i, "aux", "auxpass", "nsubj") is None
    participle = parse.tags[i] == "VBN" or (parse.tags[i] == "VBD" and _harms(parse, i))
    return alone and participle and parse.tags[parse.heads[i]] == "VBN" and is_passive(parse, parse.heads[i])


def _antecedent(parse: Parse, i: int, subject: int) -> Iterator[int]:
    """Relative pronouns stand for the noun their clause hangs on; "who" for nobody but persons."""
    if parse.tags[subject] in ("WDT", "WP") and parse.deps[i] in ("relcl", "acl"):
        yield _person_before(parse, subject, parse.heads[i]) if parse.lower(subject) == "who" else parse.heads[i]
    elif parse.tags[subject] not in ("WDT", "WP", "EX"):
        yield from coordinated(parse, subject)
        yield from _behind(parse, subject)


def _behind(parse: Parse, weapon: int) -> Iterator[int]:
    """As in "rockets fired by the militia hit the base": who sent the weapon that acts."""
    noun = ontology.nouns().get(parse.lemmas[weapon])
    if noun is not None and noun.op == "weapons":
        yield from (who for k in parse.children(weapon, "acl") if is_passive(parse, k) for who in _agents(parse, k))


def _person_before(parse: Parse, pronoun: int, noun: int) -> int:
    """As in "proposed it to the leaders at the end of last year, who ...": the leaders."""
    if parse.lemmas[noun] not in ontology.words("nobody"):
        return noun
    sentence = parse.sentence(pronoun)
    before = (k for k in range(pronoun - 1, sentence.start - 1, -1) if parse.pos[k] in ("NOUN", "PROPN"))
    undated = (k for k in before if parse.label(k) not in ("DATE", "TIME"))
    return next((k for k in undated if parse.lemmas[k] not in ontology.words("nobody")), noun)


def _borrowed(parse: Parse, i: int, depth: int) -> Iterator[int]:
    """The subject of a verb without one: the first conjunct's, the controller's, the described noun."""
    dep, head = parse.deps[i], parse.heads[i]
    repaired = joined_to(parse, i)
    if repaired is not None:
        yield from subjects(parse, repaired, depth + 1)
    elif dep == "conj" and parse.pos[head] in ("VERB", "AUX"):
        yield from subjects(parse, head, depth + 1) if not is_passive(parse, head) else patients(parse, head)
    elif dep in ("xcomp", "ccomp"):
        quoted = parse.child(i, "expl") is not None or (dep == "ccomp" and i < head)  # "there is shelling," he says
        yield from () if quoted else _controller(parse, head, depth)
    elif dep == "advcl" and is_infinitive(parse, i) and parse.lemmas[head] in ontology.words("object_control"):
        yield from _controller(parse, head, depth)  # "pressed the army to leave", whatever the parse calls it
    elif dep == "acomp" or (dep == "advcl" and not _conditional(parse, i)):  # "is determined to attack"
        aside = is_passive(parse, head) and (i < head or parse.child(i, "mark", "advmod") is not None)
        yield from patients(parse, head) if aside else subjects(parse, head, depth + 1)  # "while meeting, he was shot"
    elif dep == "pcomp":
        above = parse.heads[head]
        accused = parse.deps[above] == "dobj" and parse.lemmas[parse.heads[above]] in ontology.words("object_control")
        if accused:
            yield from coordinated(parse, above)
        else:
            yield from (
                _controller(parse, above, depth) if parse.pos[above] in ("VERB", "AUX") else _of_noun(parse, above)
            )
    elif dep == "acl" and _goes_on(parse, i):
        yield from subjects(parse, parse.heads[head], depth + 1)
    elif dep == "acl":
        described = parse.tags[i] in ("VBG", "VBN") and parse.lemmas[head] not in lexicon.act_nouns()
        yield from coordinated(parse, head) if described else _of_noun(parse, head)


def _conditional(parse: Parse, i: int) -> bool:
    return any(parse.deps[k] == "mark" and parse.lower(k) == "if" for k in parse.kids[i])


def _controller(parse: Parse, head: int, depth: int) -> Iterator[int]:
    """As in "ordered the force to leave": the force; "vowed to leave": who vowed; passive: who was ordered."""
    thing = parse.child(head, "dobj", "dative")
    if parse.lemmas[head] in ontology.words("object_control"):
        if is_passive(parse, head):
            yield from patients(parse, head)
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
    yield from patients(parse, head) if is_passive(parse, head) else subjects(parse, head, depth + 1)


def patients(parse: Parse, i: int) -> Iterator[int]:
    """Heads of those whom the act of a passive verb befalls."""
    for k in parse.children(i, "nsubjpass", *(("nsubj",) if _bare_participle(parse, i) else ())):
        if parse.tags[k] in ("WDT", "WP"):
            yield parse.heads[i]
        elif (counted := _before_dash(parse, i, k)) is not None:
            yield counted
        else:
            yield from coordinated(parse, k)
    if _reduced(parse, i):
        yield parse.heads[i]
    if parse.child(i, "nsubjpass") is not None:
        return
    head = parse.heads[i]
    over = parse.heads[head]
    if parse.deps[i] == "pcomp" and parse.child(i, "auxpass") is not None and parse.pos[over] == "VERB":
        yield from (
            patients(parse, over) if is_passive(parse, over) else subjects(parse, over, 1)
        )  # "despite being shot"
    if _shares_passive(parse, i):
        yield from patients(parse, head)
    elif parse.deps[i] == "conj" and parse.child(i, "auxpass") is not None and parse.child(i, "nsubj") is None:
        yield from patients(parse, head) if is_passive(parse, head) else subjects(parse, head, 1)  # "fled and was shot"


def _before_dash(parse: Parse, i: int, subject: int) -> int | None:
    """As in "Forty nurses - some of them trainees - were killed": those of whom some are told apart."""
    if parse.pos[subject] not in ("PRON", "ADJ", "DET") or parse.lower(subject - 1) not in ("-", "–", "—", "--"):
        return None
    before = (k for k in range(subject - 2, parse.sentence(i).start - 1, -1) if parse.heads[k] == i)
    return next((k for k in before if parse.pos[k] == "NOUN"), None)


def _of_noun(parse: Parse, noun: int) -> Iterator[int]:
    """As in "Moscow's threat to strike": whose; else who carries the noun's verb."""
    own = list(parse.children(noun, "poss", "nmod"))
    if own:
        yield from coordinated(parse, own[0])
    elif parse.deps[noun] in ("dobj", "attr") and parse.heads[noun] != noun:
        yield from subjects(parse, parse.heads[noun], 1)
