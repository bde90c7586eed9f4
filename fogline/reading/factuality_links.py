"""What stands over an act: the word that governs it ("refused to", "a plan for") and the frame it governs it in."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.models.parse import Parse
from fogline.reading import factuality_clauses as clauses
from fogline.reading import factuality_words as words
from fogline.reading.factuality_frames import DEFINITE, frame, is_light, keys, operator
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_acts import Operator

COMPLETE = (
    "learns",
    "feels",
    "implies",
    "starts",
    "stops",
    "dreams",
)  # "stands by them to defeat": no complement, a purpose
PREDICATED = ("denies", "dreams", "risks", "doubts", "forecasts", "refuses", "postpones")
UNREAL_TIMES = ("when", "once", "before", "until", "till", "whenever", "after")


@dataclass(frozen=True, slots=True)
class Link:
    """One step up: the governing token, the frame the act stands in, and the operator (None lets it through).

    ``kind``: takes (an operator), same (shares the head's fate: light verbs), conj (coordination), irrealis (shares
    it only where the head is not done), instead, purpose.
    """

    head: int
    frame: str
    kind: str
    operator: Operator | None = None


def link(parse: Parse, i: int) -> Link | None:
    """The next step up from token ``i``, or None where nothing above says anything about it."""
    dep, head = parse.deps[i], parse.heads[i]
    if head == i or parse.sent_of[head] != parse.sent_of[i] or _set_apart(parse, i, head):
        return None
    if clauses.was_bound_to(parse, i):
        return None
    if dep == "relcl":
        return _related(parse, i, head)
    if i and parse.tags[i] == "VB" and parse.lower(i - 1) == "than":
        return Link(head, "to", "instead")
    if dep in ("conj", "acomp"):
        head = words.joined_to(parse, i) or head
        return Link(head, "same", "conj" if dep == "conj" else "same")
    return _LINKS[dep](parse, i, head) if dep in _LINKS else None


def _related(parse: Parse, i: int, noun: int) -> Link | None:
    """A clause on a noun: what is to be done with it, what it says, what an unsure act did."""
    if words.is_infinitive(parse, i) or _completes(parse, i):
        return _clause(parse, i, noun)
    if parse.lemmas[noun] == "time" and parse.deps[noun] == "attr" and parse.tags[i] == "VBD":
        return Link(noun, "to", "takes", lexicon.classes()["needs"])  # "it is time they left"
    return Link(noun, "that", "irrealis") if _tells_of(parse, i, noun) else None


def _completes(parse: Parse, i: int) -> bool:
    """As in "the charge that police fired": a clause with "that" and a subject of its own says what the noun is."""
    mark = parse.child(i, "mark")
    return mark is not None and parse.lower(mark) == "that" and parse.child(i, "nsubj", "nsubjpass") is not None


def _tells_of(parse: Parse, i: int, noun: int) -> bool:
    """As in "a possible airstrike that killed civilians": what an unsure act did is as unsure."""
    subject = parse.child(i, "nsubj")
    relative = subject is not None and parse.tags[subject] == "WDT"
    return relative and parse.pos[noun] == "NOUN" and parse.lemmas[noun] in lexicon.act_nouns()


def _set_apart(parse: Parse, i: int, head: int) -> bool:
    """True where a label's colon, a semicolon, or a colon after the clause parts what the parse joined."""
    if head < clauses.after_label(parse, i):
        return True
    if parse.deps[i] not in ("ccomp", "parataxis", "dep", "advcl"):
        return False
    low, high = sorted((i, head))
    between = [parse.word(k) for k in range(low + 1, high) if parse.pos[k] == "PUNCT"]
    return ";" in between or (head > i and ":" in between)


def _object(parse: Parse, i: int, head: int) -> Link | None:
    """Objects and passive subjects: "launched an attack", "the attack was denied", "is a threat"."""
    lemma = parse.lemmas[head]
    if parse.deps[i] in ("attr", "oprd"):
        return Link(head, "same", "same")
    if is_light(parse, head) or parse.lemmas[i] in lexicon.words("courtesy"):
        return Link(head, "np", "same")
    if lemma == "call" and parse.child(head, "oprd") is not None:  # "called the raid a test": named, not asked for
        return None
    found = operator(parse, head, "np", i)
    return Link(head, "np", "takes", found) if found else _indefinite(parse, i, head)


def came_about(parse: Parse, i: int) -> bool:
    """As in "carried out the raid, which was authorised": what a light verb tells as done, or what did something."""
    head = parse.heads[i]
    if parse.pos[head] != "VERB" or words.own(parse, head).effect.status != "done":
        return False
    light = parse.deps[i] in ("dobj", "nsubjpass") and is_light(parse, head)
    return light or (parse.deps[i] == "nsubj" and parse.tags[head] == "VBD")


def _indefinite(parse: Parse, i: int, head: int) -> Link | None:
    """As in "vowed to retaliate with cyberattacks": an act first named inside an act not done is not done either."""
    new = not any(parse.deps[k] == "poss" or parse.lower(k) in DEFINITE for k in parse.kids[i])
    return Link(head, "np", "irrealis") if new and parse.pos[i] == "NOUN" and parse.pos[head] == "VERB" else None


def _subject(parse: Parse, i: int, head: int) -> Link | None:
    """As in "The attack took place", "an attack could kill": the fate of the verb is the fate of its subject."""
    lemma = parse.lemmas[head]
    if lemma == "take" and any(parse.lemmas[k] == "place" for k in parse.children(head, "dobj")):
        return Link(head, "same", "same")
    if parse.pos[i] not in ("NOUN", "PROPN"):
        return None
    called = _called(parse, head)
    if called:
        return Link(head, "that", "takes", called)
    if lemma in lexicon.words("occur"):
        return Link(head, "same", "same")
    definite = any(parse.lower(k) in DEFINITE for k in parse.children(i, "det"))
    modal = any(parse.tags[k] == "MD" for k in parse.children(head, "aux"))
    return Link(head, "same", "same") if modal and not definite and parse.child(i, "poss") is None else None


def _called(parse: Parse, verb: int) -> Operator | None:
    """As in "Reports of a coup are false", "a truce is possible", "talks are out of the question"."""
    table = lexicon.operators()
    adjectives = [parse.lemmas[k] for k in parse.children(verb, "acomp", "attr")]
    phrases = (k for k in parse.children(verb, "prep") if parse.lemmas[verb] == "be")
    bare = [" ".join(parse.lower(k) for k in parse.subtree(p) if parse.deps[k] != "det") for p in phrases]
    found = [table.get((word, "that")) for word in adjectives] + [table.get((word, "np")) for word in adjectives + bare]
    return next((each for each in found if each and each.name in PREDICATED), None)


def _prepositional(parse: Parse, i: int, prep: int) -> Link | None:
    """As in "called for a ceasefire", "accused of attacking", "instead of striking", "without firing" (own words)."""
    word, head = parse.lower(prep), parse.heads[prep]
    at = frame(parse, i) if parse.deps[i] == "pcomp" else "np"
    if head == prep or word == "without":
        return None
    before = parse.lower(prep - 1) if prep else ""
    if word in ("instead", "rather") or (word in ("of", "than") and before in ("instead", "rather")):
        return Link(prep, at, "instead")
    return _reached(parse, i, prep, at)


def _reached(parse: Parse, i: int, prep: int, at: str) -> Link | None:
    """The operator over a prepositional phrase, else the fate of its verb."""
    word, head = parse.lower(prep), parse.heads[prep]
    while parse.deps[head] == "prep" and parse.heads[head] != head:
        head = parse.heads[head]
    if word == "of" and parse.lemmas[head] in lexicon.words("measure"):
        return Link(head, "same", "same")
    for governor in _governors(parse, prep, head):
        found = operator(parse, governor, at, i, word)
        if found is None and at == "ing":
            found = operator(parse, governor, "np", i, word)
        if found and (governor == head or _names(parse, governor, word)):
            return Link(governor, at, "takes", found)
    if at == "ing" and parse.pos[head] in ("VERB", "AUX"):
        return Link(head, at, "same" if word in ("by", "in") else "irrealis")
    return _indefinite(parse, i, head) if word in ("with", "on", "of", "by", "in", "through", "to", "into") else None


def _names(parse: Parse, governor: int, prep: str) -> bool:
    """True for a verb that is listed with the preposition ("accuse of"): others leave what hangs on their object."""
    listed = [key for key in keys(parse, governor, prep) if key.endswith(f" {prep}")]
    return any((key, at) in lexicon.operators() for key in listed for at in ("np", "ing"))


def _governors(parse: Parse, prep: int, head: int) -> list[int]:
    """The head of a prepositional phrase, and the verb whose object it was wrongly hung on ("accused X of")."""
    above = parse.heads[head]
    lifted = parse.deps[head] in ("dobj", "pobj", "nsubjpass", "acomp", "attr") and parse.pos[head] != "VERB"
    return [head, above] if lifted and above != head else [head]


def _compound(parse: Parse, i: int, head: int) -> Link | None:
    """As in "a coup attempt", "the attack plan", "ceasefire proposals"."""
    for key in (f"{parse.lemmas[head]} of", f"{parse.lemmas[head]} for", parse.lemmas[head]):
        for at in ("np", "to"):
            if (key, at) in lexicon.operators():
                return Link(head, "np", "takes", lexicon.operators()[key, at])
    return None


def _clause(parse: Parse, i: int, head: int) -> Link | None:
    """A clause in the scope of a word, or beside it."""
    at = frame(parse, i)
    if parse.deps[i] == "csubj" and any(parse.tags[k] == "MD" for k in parse.children(head, "aux")):
        return Link(head, at, "irrealis")
    if parse.deps[i] == "acl" and at in ("ing", "np"):
        return _described(parse, head, at)
    if parse.deps[i] == "advcl" and (at != "to" or _joined(parse, i, at)):
        return _adverbial(parse, i, head, at)
    return None if _yet(parse, i, head) else _complement(parse, i, head, at)


def _described(parse: Parse, noun: int, at: str) -> Link | None:
    """As in "missiles fired by", "cyberattacks targeting": as unreal as the act noun, or the verb over a new noun."""
    if parse.lemmas[noun] in lexicon.act_nouns():
        return Link(noun, at, "irrealis")
    return _beside(parse, noun, at) if at == "ing" else None


def _adverbial(parse: Parse, i: int, head: int, at: str) -> Link | None:
    marks = [parse.lower(k) for k in parse.children(i, "mark") if k < i]
    if marks[:2] == ["so", "that"] and parse.tags[i] in ("VBP", "VBZ"):
        return Link(head, at, "purpose", lexicon.classes()["purpose"])
    if _joined(parse, i, at):
        return Link(head, at, "irrealis")
    return _complement(parse, i, head, at) if at == "ing" and 0 < i - head <= 2 else None


def _yet(parse: Parse, i: int, head: int) -> bool:
    """As in "has yet to rule": the negation is the clause's own."""
    return i > 1 and parse.lower(i - 2) in ("yet", "still") and parse.lemmas[head] in ("have", "be")


def _complement(parse: Parse, i: int, head: int, at: str) -> Link | None:
    dep = parse.deps[i]
    found = _measured(parse, head, at) or operator(parse, head, at, i)
    if found is None and at == "np" and dep in ("xcomp", "ccomp"):
        found = operator(parse, head, "to", i)
    if found is None and at == "ing":
        found = operator(parse, head, "np", i)
    if found and dep == "advcl" and at == "to" and found.name in COMPLETE and _is_full(parse, i, head):
        found = None
    elif (found is None and at == "to" and dep in ("acl", "xcomp", "advcl", "ccomp")) or parse.lemmas[head] == "be":
        found = _lifted(parse, head, at, i)
    if found is None and at == "to" and dep != "ccomp":
        outcome = dep == "advcl" and parse.lemmas[i] in lexicon.words("outcome")
        return None if outcome else Link(head, at, "purpose", lexicon.classes()["purpose"])
    if found is None and at == "that" and dep in ("ccomp", "acl", "relcl"):
        found = lexicon.classes()["says"]
    return Link(head, at, "takes", found) if found else None


def _measured(parse: Parse, head: int, at: str) -> Operator | None:
    """As in "too weak to attack", "strong enough to attack"."""
    degrees = [parse.lower(k) for k in parse.children(head, "advmod")] if at == "to" else []
    name = "prevents" if "too" in degrees else "able" if "enough" in degrees else None
    return lexicon.classes()[name] if name else None


def _is_full(parse: Parse, i: int, head: int) -> bool:
    """As in "stands by Mali to defeat the rebels": the verb has what it needs before the infinitive."""
    return any(
        head < k < i and (parse.deps[k] == "dobj" or parse.kids[k]) for k in parse.children(head, "dobj", "prep")
    )


def _joined(parse: Parse, i: int, at: str) -> bool:
    """Clauses that happen only if the main clause does: ", killing ten", "when the talks open", "until they leave"."""
    marks = [parse.lower(k) for k in parse.kids[i] if parse.deps[k] in ("mark", "advmod") and k < i]
    if any(mark in UNREAL_TIMES for mark in marks):
        return parse.tags[i] in ("VBP", "VBZ", "VBG", "VBN", "VB")
    return at == "ing" and not marks and parse.lefts[i] == i and not (0 < i - parse.heads[i] <= 2)


def _beside(parse: Parse, noun: int, at: str) -> Link | None:
    """As in "men guarding a depot" under a verb: as unreal as the verb, if the men are new."""
    head = parse.heads[noun]
    if parse.deps[noun] == "pobj":
        head = parse.heads[head]
    new = not any(parse.deps[k] == "poss" or parse.lower(k) in DEFINITE for k in parse.kids[noun])
    return Link(head, at, "irrealis") if new and parse.pos[head] == "VERB" and parse.deps[noun] != "nsubj" else None


def _lifted(parse: Parse, head: int, at: str, i: int) -> Operator | None:
    """As in "asked the force to leave" with the clause hung on the object: look at the verb over it, or its object."""
    above = parse.heads[head]
    if parse.deps[head] == "pobj" and parse.lower(above) == "for":
        above = parse.heads[above]
    if parse.deps[head] in ("dobj", "pobj", "nsubjpass", "attr") and above != head:
        return operator(parse, above, at, i)
    thing = next((k for k in parse.children(head, "dobj", "attr", "acomp")), None)
    return operator(parse, thing, at, i) if thing is not None else None


_LINKS = {
    **dict.fromkeys(("dobj", "nsubjpass", "attr", "oprd", "dative"), _object),
    **dict.fromkeys(("pobj", "pcomp"), _prepositional),
    **dict.fromkeys(("compound", "nmod"), _compound),
    **dict.fromkeys(("ccomp", "xcomp", "acl", "advcl", "csubj", "csubjpass", "parataxis", "dep", "prep"), _clause),
    "nsubj": _subject,
}
