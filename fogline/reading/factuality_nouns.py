"""What stands over a noun that names an act: its verb, its preposition, the noun it belongs to."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading import factuality_words as words
from fogline.reading.factuality_frames import DEFINITE, Link, frame, is_definite, is_light, keys, operator
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_acts import Operator

BESIDE = ("with", "on", "of", "by", "in", "through", "to", "into", "toward", "towards")
CALLING = ("call", "brand", "label", "deem", "declare", "pronounce", "consider", "judge")
PREDICATED = ("denies", "dreams", "risks", "doubts", "unlikely", "forecasts", "refuses", "postpones")


def governed(parse: Parse, i: int, head: int) -> Link | None:
    """Objects and passive subjects: "launched an attack", "the attack was denied", "is a threat"."""
    lemma = parse.lemmas[head]
    if parse.deps[i] in ("attr", "oprd"):
        return Link(head, "same", "same")
    if is_light(parse, head) or parse.lemmas[i] in lexicon.words("courtesy"):
        return Link(head, "np", "same")
    lie = next((k for k in parse.children(head, "oprd", "acomp") if _is_lie(parse, k)), None)
    if lie is not None and lemma in CALLING:
        return Link(head, "np", "takes", lexicon.classes()["denies"])
    if lemma == "call" and parse.child(head, "oprd") is not None:  # "called the raid a test": named, not asked for
        return None
    found = operator(parse, head, "np", i)
    return Link(head, "np", "takes", found) if found else indefinite(parse, i, head)


def _is_lie(parse: Parse, k: int) -> bool:
    """True for "baseless", "a lie", "fake news"."""
    found = lexicon.operators().get((parse.lemmas[k], "that"))
    fake = any(parse.lower(n) in ("fake", "false") for n in parse.children(k, "amod"))
    return fake or (found is not None and found.name in ("denies", "dreams")) or parse.lemmas[k] in ("lie", "hoax")


def came_about(parse: Parse, i: int) -> bool:
    """As in "carried out the raid, which was authorised": what a light verb tells as done, or what did something."""
    head = parse.heads[i]
    if parse.pos[head] != "VERB" or words.own(parse, head).effect.status != "done":
        return False
    light = parse.deps[i] in ("dobj", "nsubjpass") and is_light(parse, head)
    return light or (parse.deps[i] == "nsubj" and parse.tags[head] == "VBD")


def indefinite(parse: Parse, i: int, head: int) -> Link | None:
    """As in "vowed to retaliate with cyberattacks": an act first named inside an act not done is not done either."""
    new = not is_definite(parse, i) and not _goes_on(parse, i)
    return Link(head, "np", "irrealis") if new and parse.pos[i] == "NOUN" and parse.pos[head] == "VERB" else None


def _goes_on(parse: Parse, i: int) -> bool:
    """As in "to coordinate efforts", "ongoing operations": what is spoken of as there already."""
    a = any(parse.lower(k) in ("a", "an", "another") for k in parse.children(i, "det"))
    running = not a and any(parse.lower(k) in lexicon.words("running") for k in parse.children(i, "amod"))
    return running or parse.lemmas[i] in lexicon.words("lasting")


def subject(parse: Parse, i: int, head: int) -> Link | None:
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
    definite = any(parse.lower(k) in DEFINITE for k in parse.children(i, "det")) or _goes_on(parse, i)
    modal = any(parse.tags[k] == "MD" for k in parse.children(head, "aux"))
    return Link(head, "same", "same") if modal and not definite and parse.child(i, "poss") is None else None


def _called(parse: Parse, verb: int) -> Operator | None:
    """As in "Reports of a coup are false", "a truce is possible", "talks are out of the question"."""
    table = lexicon.operators()
    adjectives = [parse.lemmas[k] for k in parse.children(verb, "acomp", "attr")]
    phrases = (k for k in parse.children(verb, "prep") if parse.lemmas[verb] == "be")
    bare = [" ".join(parse.lower(k) for k in parse.subtree(p) if parse.deps[k] != "det") for p in phrases]
    becomes = parse.lemmas[verb] in ("prove", "turn", "be", "appear")
    ends = [verb, *(k for k in parse.children(verb, "xcomp") if parse.lemmas[k] == "be")] if becomes else []
    if any(_is_lie(parse, k) for end in ends for k in parse.children(end, "acomp", "attr", "oprd")):
        return lexicon.classes()["denies"]
    found = [table.get((word, "that")) for word in adjectives] + [table.get((word, "np")) for word in adjectives + bare]
    return next((each for each in found if each and each.name in PREDICATED), None)


def prepositional(parse: Parse, i: int, prep: int) -> Link | None:
    """As in "called for a ceasefire", "accused of attacking", "instead of striking", "without firing" (own words)."""
    word, head = parse.lower(prep), parse.heads[prep]
    at = frame(parse, i) if parse.deps[i] == "pcomp" else "np"
    if head == prep or word == "without":
        return None
    before = parse.lower(prep - 1) if prep else ""
    if word == "of" and at == "ing" and parse.lower(_site(parse, prep)) == "within":
        return Link(_site(parse, prep), at, "takes", lexicon.classes()["foils"])
    if (
        word in ("instead", "rather")
        or (word in ("of", "than") and before in ("instead", "rather", "lieu"))
        or (word == "from" and before == "far")
    ):
        return Link(prep, at, "instead")
    return _reached(parse, i, prep, at)


def _site(parse: Parse, prep: int) -> int:
    """The preposition over the noun a phrase hangs on: the "within" of "within a mile of taking it"."""
    return parse.heads[parse.heads[prep]]


def _reached(parse: Parse, i: int, prep: int, at: str) -> Link | None:
    """The operator over a prepositional phrase, else the fate of its verb."""
    word, head = parse.lower(prep), parse.heads[prep]
    while parse.deps[head] in ("prep", "prt") and parse.heads[head] != head:
        head = parse.heads[head]
    if word == "of" and parse.lemmas[head] in lexicon.words("measure"):
        return Link(head, "same", "same")
    for governor in _governors(parse, prep, head):
        found = operator(parse, governor, at, i, word)
        if found is None and at == "ing":
            found = operator(parse, governor, "np", i, word)
        if found and (governor == head or _names(parse, governor, word)):
            return Link(governor, at, "takes", found)
    return _hung(parse, i, head, word, at)


def _hung(parse: Parse, i: int, head: int, word: str, at: str) -> Link | None:
    """No operator there: an act hung on a verb with a preposition shares its fate where it is new."""
    if at == "ing" and parse.pos[head] in ("VERB", "AUX"):
        return Link(head, at, "same" if word in ("by", "in") else "irrealis")
    site = parse.deps[head] == "attr" and parse.pos[head] == "NOUN" and _is_new(parse, i)
    granted = word == "with" and parse.lemmas[i] in lexicon.words("leave_given") and parse.pos[head] in ("VERB", "AUX")
    if site or granted:
        return Link(head, "np", "irrealis")
    if word == "for":
        return _met_for(parse, i, head)
    return indefinite(parse, i, head) if word in BESIDE else None


def _is_new(parse: Parse, i: int) -> bool:
    """As in "the site of a final battle"."""
    return any(parse.lower(k) in ("a", "an") for k in parse.children(i, "det"))


def _met_for(parse: Parse, i: int, head: int) -> Link | None:
    """As in "will fly to Amman for talks", "will lead a delegation to Lagos for a meeting"."""
    verb = parse.heads[head] if parse.pos[head] == "NOUN" and parse.deps[head] == "dobj" else head
    meets = parse.lemmas[verb] in lexicon.words("timetable") or is_light(parse, verb)
    return indefinite(parse, i, verb) if meets else None


def _names(parse: Parse, governor: int, prep: str) -> bool:
    """True for a verb that is listed with the preposition ("accuse of"): others leave what hangs on their object."""
    listed = [key for key in keys(parse, governor, prep) if key.endswith(f" {prep}")]
    return any((key, at) in lexicon.operators() for key in listed for at in ("np", "ing"))


def _governors(parse: Parse, prep: int, head: int) -> list[int]:
    """The head of a prepositional phrase, and what it was wrongly hung on.

    The verb over it ("accused X of"), or the object beside it ("announced plans on Monday for a vote").
    """
    above = parse.heads[head]
    norms = lexicon.words("barrier") | lexicon.words("leave")
    nouns = [k for k in parse.children(head, "dobj", "nsubjpass") if k < prep and parse.lemmas[k] in norms]
    if parse.pos[head] == "VERB" and nouns:
        return [*nouns, head]
    if parse.pos[head] == "VERB" and parse.lower(prep) == "for":
        return [head, *(k for k in parse.children(head, "dobj") if k < prep)]
    lifted = parse.deps[head] in ("dobj", "pobj", "nsubjpass", "acomp", "attr") and parse.pos[head] != "VERB"
    return [head, above] if lifted and above != head else [head]


def compound(parse: Parse, i: int, head: int) -> Link | None:
    """As in "a coup attempt", "the attack plan", "ceasefire proposals"."""
    for key in (f"{parse.lemmas[head]} of", f"{parse.lemmas[head]} for", parse.lemmas[head]):
        for at in ("np", "to"):
            if (key, at) in lexicon.operators():
                return Link(head, "np", "takes", lexicon.operators()[key, at])
    return None
