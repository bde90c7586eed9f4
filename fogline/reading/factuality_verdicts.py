"""What is left of a status at the end: bare verbs, courtesies, a plan or a forecast, how sure a tense makes it."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading import factuality_clauses as clauses
from fogline.reading import factuality_words as words
from fogline.reading.factuality_states import State
from fogline.tables import lexicon_acts as lexicon


def bare(parse: Parse, i: int, state: State) -> State:
    """A bare verb form that nothing governs ("Help rebuild the port") is no finished act."""
    supported = any(parse.lemmas[k] in ("do", "let", "make", "help") for k in (*parse.kids[i], parse.heads[i]))
    supported = supported or _finite(parse, i) or clauses.was_bound_to(parse, i) or _joins_finite(parse, i)
    supported = supported or (parse.deps[i] == "ROOT" and parse.lemmas[i] in lexicon.words("feeling"))
    if state.status == "done" and parse.tags[i] == "VB" and not supported and state.score > 2.8:
        return State("unknown", -0.3, state.because)
    return state


def _finite(parse: Parse, i: int) -> bool:
    """As in "The members urge restraint": a plural subject and its verb, tagged as an infinitive."""
    subject = parse.child(i, "nsubj")
    plural = subject is not None and subject < i and parse.tags[subject] in ("NNS", "NNPS")
    return plural and parse.deps[i] == "ROOT" and parse.child(i, "aux") is None


def _joins_finite(parse: Parse, i: int) -> bool:
    """As in "farmers unite and turn": the second of two verbs, tagged as an infinitive."""
    first = words.first_joined(parse, i)
    finite = parse.tags[first] == "VBP" or any(parse.tags[k] == "VBP" for k in parse.children(first, "aux", "auxpass"))
    bound = any(words.is_infinitive(parse, k) for k in range(first + 1, i + 1))
    asked = clauses.is_imperative(parse, _root(parse, i)) or any(parse.lower(k) == "please" for k in parse.kids[i])
    return first != i and parse.pos[first] == "VERB" and finite and not bound and not asked


def _root(parse: Parse, i: int) -> int:
    return next((k for k in (i, *parse.ancestors(i)) if parse.deps[k] == "ROOT"), i)


def toned(parse: Parse, i: int, state: State) -> State:
    """The present tells habits and rules too, a gerund no time at all: a little less sure than the past."""
    if state.status != "done" or state.score < 2.8:
        return state
    tag, head, helped = parse.tags[i], parse.heads[i], parse.child(i, "aux", "auxpass") is not None
    if tag in ("VBP", "VBZ") and not helped:
        subject = parse.child(i, "nsubj")
        general = subject is not None and parse.lower(subject) == "you"
        return State("done", 1.9 if general else 2.6, state.because)
    timeless = tag == "VBG" and not helped
    if timeless and parse.deps[i] == "pcomp" and parse.lower(head) in ("for", "of", "about", "to"):
        return State("done", 2.0, state.because)
    return State("done", 2.6, state.because) if timeless else state


def resolved(parse: Parse, i: int, state: State) -> State:
    """Statuses that need the act itself: to vow harm is to threaten; "will" is a plan, or a forecast of harm."""
    hostile = parse.lemmas[i] in lexicon.hostile()
    if state.status == "vowed":
        return State("threatened" if hostile else "promised", state.score, state.because)
    if state.status == "future":
        subject = parse.child(i, "nsubj")
        speaks = subject is not None and parse.lower(subject) in ("i", "we")
        if speaks:
            return State("threatened" if hostile else "promised", state.score, state.because)
        over = parse.heads[parse.heads[i]] if parse.deps[i] == "pobj" else parse.heads[i]
        carried = parse.deps[i] in ("dobj", "pobj") and parse.child(over, "nsubj") is not None
        agent = (parse.pos[i] == "VERB" or carried) and not hostile and parse.lemmas[i] not in lexicon.words("occur")
        agent = agent and parse.deps[i] != "csubj" and not words.is_thing(parse, over if carried else i)
        return State("planned" if agent else "forecast", state.score, state.because)
    return state


def performs(parse: Parse, at: int, head: int) -> bool:
    """As in "I want to thank", "we would like to express": to say so is to do it."""
    wish = parse.lemmas[head] in ("want", "wish", "like") and parse.lemmas[at] in lexicon.words("performative")
    subject = parse.child(head, "nsubj")
    return wish and subject is not None and parse.lower(subject) in ("i", "we") and not words.own(parse, head).negated


def is_courtesy(parse: Parse, i: int) -> bool:
    """True for "thank" and "salute" in "I want to thank the crews and salute the nurses"."""
    if parse.lemmas[i] not in lexicon.words("performative") or parse.tags[i] not in ("VB", "VBP"):
        return False
    return any(
        performs(parse, i, k) and any(performs(parse, x, k) for x in parse.children(k, "xcomp"))
        for k in parse.ancestors(i)
    )
