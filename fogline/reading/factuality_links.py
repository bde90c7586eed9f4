"""What stands over an act: the word that governs it ("refused to", "a plan for") and the frame it governs it in."""

from __future__ import annotations

from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading import factuality_clauses as clauses
from fogline.reading import factuality_counter as counter
from fogline.reading import factuality_nouns as nouns
from fogline.reading import factuality_scope as scope
from fogline.reading import factuality_words as words
from fogline.reading.factuality_frames import Link, frame, is_definite, operator
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
UNDONE = ("foils", "cancels", "stops", "prevents", "factive", "learns", "denies")
UNREAL_TIMES = ("when", "once", "before", "until", "till", "whenever", "after")


def link(parse: Parse, i: int) -> Link | None:
    """The next step up from token ``i``, or None where nothing above says anything about it."""
    dep, head = parse.deps[i], parse.heads[i]
    if head == i or parse.sent_of[head] != parse.sent_of[i] or _set_apart(parse, i, head) or _stands_alone(parse, i):
        return None
    if _asks_back(parse, i):
        return Link(head, "that", "takes", lexicon.classes()["factive"])
    if dep == "relcl":
        return _related(parse, i, head)
    if _passed_over(parse, i):
        return Link(head, "to", "instead")
    if dep in ("conj", "acomp"):
        head = words.joined_to(parse, i) or words.joined_inside(parse, i) or head
        return Link(head, "same", "conj" if dep == "conj" else "same")
    return _LINKS[dep](parse, i, head) if dep in _LINKS else None


def _stands_alone(parse: Parse, i: int) -> bool:
    """True where the act's own clause says all: what was bound to be, what was supposed or left out."""
    if clauses.was_bound_to(parse, i) or (parse.deps[i] == "parataxis" and parse.lemmas[i] in ("ask", "tell", "say")):
        return True
    forgone = words.is_infinitive(parse, i) and counter.forgone(parse, i) is not None
    alone = forgone or _is_cleft(parse, i) or _no_sooner(parse, i)
    return alone or clauses.inverted(parse, i) is not None or scope.there_is_none(parse, i) is not None


def _passed_over(parse: Parse, i: int) -> bool:
    """As in "than attack", "rather than killed", "anything but negotiate"."""
    before, first = (parse.lower(k) if k >= 0 else "" for k in (i - 1, i - 2))
    rather = before == "than" and (parse.tags[i] == "VB" or first == "rather")
    return rather or (before == "but" and first == "anything")


def _is_cleft(parse: Parse, i: int) -> bool:
    """As in "it was not in Kyiv that he was shot": the "not" is the place's."""
    be = parse.heads[i]
    it = parse.child(be, "nsubj")
    placed = any(be < k < i for k in parse.children(be, "prep")) and parse.child(be, "acomp", "attr") is None
    cleft = parse.lemmas[be] == "be" and it is not None and parse.lower(it) == "it" and placed
    return cleft and any(parse.lower(k) == "that" for k in parse.children(i, "mark"))


def _no_sooner(parse: Parse, i: int) -> bool:
    """As in "Scarcely had the polls closed when", with the "had" over the verb."""
    had = parse.heads[i]
    soon = any(parse.lower(k) in ("scarcely", "hardly", "barely", "sooner") for k in parse.children(had, "advmod"))
    return parse.lower(had) == "had" and soon and parse.deps[i] == "ccomp"


def wonders(parse: Parse, i: int, mark: int) -> bool:
    """As in "asks whether it left", "it remains unclear if it left": no condition, but a question."""
    word, head = parse.lower(mark), parse.heads[i]
    before = parse.lower(mark - 1) if mark else ""
    if (
        word == "whether"
        or before in ("asked", "asking", "wondering", "unsure", "know")
        or (word == "if" and parse.deps[i] == "ccomp" and head < i)
    ):
        return True
    if word != "if" or parse.deps[i] != "advcl" or head > i:
        return False
    asked = (operator(parse, k, "that", i) for k in (head, *parse.children(head, "acomp", "xcomp", "oprd")))
    clear = any(parse.lemmas[k] in ("clear", "sure", "certain", "known") for k in parse.children(head, "acomp"))
    return clear or any(found is not None and found.name in ("wonders", "doubts", "unlikely") for found in asked)


def _asks_back(parse: Parse, i: int) -> bool:
    """As in "Who fired is unclear", "the question of how they fled": what is asked of it takes it as done."""
    asks = any(parse.tags[k] in ("WP", "WRB") and k < i for k in (*parse.kids[i], parse.lefts[i]))
    past = parse.tags[i] == "VBD" or any(parse.tags[k] == "VBD" for k in parse.children(i, "aux", "auxpass"))
    perfect = any(parse.lower(k) in ("has", "have") for k in parse.children(i, "aux")) and parse.tags[i] == "VBN"
    return asks and (past or perfect) and parse.deps[i] in ("csubj", "csubjpass", "pcomp")


def _related(parse: Parse, i: int, noun: int) -> Link | None:
    """A clause on a noun: what is to be done with it, what it says, what an unsure act did."""
    if words.is_infinitive(parse, i) or _completes(parse, i):
        return _clause(parse, i, noun)
    if parse.lemmas[noun] == "time" and parse.deps[noun] == "attr" and parse.tags[i] == "VBD":
        return Link(noun, "to", "takes", lexicon.classes()["needs"])  # "it is time they left"
    return Link(noun, "that", "irrealis") if _tells_of(parse, i, noun) else _wished(parse, i, noun)


def _wished(parse: Parse, i: int, noun: int) -> Link | None:
    """As in "build a state that respects courts", "want a future in which they vote": as unreal as the verb."""
    verb = parse.heads[parse.heads[noun]] if parse.deps[noun] == "pobj" else parse.heads[noun]
    future = any(parse.lower(k) == "future" for k in parse.children(noun, "amod"))
    new = any(parse.lower(k) in ("a", "an") for k in parse.children(noun, "det"))
    making = parse.lemmas[verb] in lexicon.words("making") and new
    told = parse.tags[i] not in ("VBZ", "VBP") or parse.lemmas[i] == "be"
    if told or not (making or future) or parse.pos[verb] != "VERB":
        return None
    found = operator(parse, verb, "np", noun)
    return Link(verb, "np", "takes", found) if found and found.name == "wants" else Link(verb, "that", "irrealis")


def _completes(parse: Parse, i: int) -> bool:
    """As in "the charge that police fired": a clause with "that" and a subject of its own says what the noun is."""
    mark = parse.child(i, "mark")
    heard = next((k for k in parse.children(i, "dobj") if parse.lower(k) == "that" and k == parse.heads[i] + 1), None)
    if heard is not None and parse.child(i, "nsubj") is not None:  # "the rumour that the king had died"
        made = lexicon.words("light") | lexicon.words("speech") | lexicon.words("uttering")
        return parse.lemmas[i] not in made and operator(parse, parse.heads[i], "that", i) is not None
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


def _clause(parse: Parse, i: int, head: int) -> Link | None:
    """A clause in the scope of a word, or beside it."""
    at = frame(parse, i)
    if _is_past(parse, i):
        return None
    if parse.deps[i] == "csubj" and any(parse.tags[k] == "MD" for k in parse.children(head, "aux")):
        return Link(head, at, "irrealis")
    if parse.deps[i] == "acl" and at in ("ing", "np"):
        return _described(parse, head, at)
    if parse.deps[i] == "advcl" and (at != "to" or _joined(parse, i, at)):
        return _adverbial(parse, i, head, at)
    return None if _yet(parse, i, head) else _complement(parse, i, head, at)


def _is_past(parse: Parse, i: int) -> bool:
    """As in "now that they have left", "having spent millions": done before all that hangs on it."""
    perfect = any(parse.lower(k) == "having" for k in parse.children(i, "aux")) and parse.deps[i] == "advcl"
    return perfect or any(
        parse.lower(k) == "that" and k and parse.lower(k - 1) == "now" for k in parse.children(i, "mark")
    )


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
    measured = _measured(parse, head, at, i)
    if measured and parse.deps[head] == "acomp" and measured.name == "prevents":  # "it is not too late to save it"
        return Link(parse.heads[head], at, "takes", measured)
    found = measured or operator(parse, head, at, i)
    kept = parse.lemmas[head] in lexicon.words("keeping") | lexicon.words("breaking")
    planned = at == "to" and (kept or found is None or found.name in UNDONE or parse.lemmas[head] == "make")
    plan = _planned(parse, head, i) if planned else None
    if plan is not None:
        return plan
    if found is None and at == "np" and dep in ("xcomp", "ccomp"):
        found = operator(parse, head, "to", i)
    if found is None and at == "ing":
        found = operator(parse, head, "np", i)
    begins = found is not None and found.name == "starts" and parse.lemmas[head] != "use"
    held = found is not None and found.name == "believes" and parse.lemmas[head] in ("hold", "take")
    full = dep == "advcl" or begins
    if found and full and at == "to" and (held or found.name in COMPLETE) and _is_full(parse, i, head):
        found = None
    elif (found is None and at == "to" and (dep in ("acl", "xcomp", "advcl", "ccomp") or _for_whom(parse, head))) or (
        parse.lemmas[head] == "be" and measured is None
    ):
        found = _lifted(parse, head, at, i)
    if found is None and at == "to" and dep != "ccomp":
        outcome = dep == "advcl" and parse.lemmas[i] in lexicon.words("outcome")
        return None if outcome else Link(head, at, "purpose", lexicon.classes()["purpose"])
    if found is None and at == "that" and dep in ("ccomp", "acl", "relcl"):
        found = lexicon.classes()["says"]
    return Link(head, at, "takes", found) if found else None


def _for_whom(parse: Parse, noun: int) -> bool:
    """As in "gave the green light for commandos to storm it"."""
    return parse.deps[noun] == "pobj" and parse.lower(parse.heads[noun]) == "for"


def _planned(parse: Parse, head: int, i: int) -> Link | None:
    """As in "foiled a plot to bomb it", with the infinitive hung on the verb: the plot's own."""
    taken = (*parse.children(head, "dobj"), *(parse.children(i, "nsubj") if parse.lemmas[head] == "make" else ()))
    noun = next((k for k in taken if k == i - 2), None)
    found = operator(parse, noun, "to", i) if noun is not None else None
    return Link(noun, "to", "takes", found) if noun is not None and found else None


def _measured(parse: Parse, head: int, at: str, i: int) -> Operator | None:
    """As in "too weak to attack", "too late to save it", "strong enough to attack", "in time to see it"."""
    if at == "to" and counter.in_time(parse, i) is not None:
        return lexicon.classes()["causes"]
    if at == "to" and counter.too_much(parse, i) is not None:
        return replace(lexicon.classes()["prevents"], negated=lexicon.classes()["able"].plain)
    degrees = [parse.lower(k) for k in parse.children(head, "advmod")] if at == "to" else []
    return lexicon.classes()["able"] if "enough" in degrees else None


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
    new = not is_definite(parse, noun) and parse.lemmas[head] not in lexicon.hostile()  # "kill men firing": they fire
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
    **dict.fromkeys(("dobj", "nsubjpass", "attr", "oprd", "dative"), nouns.governed),
    **dict.fromkeys(("pobj", "pcomp"), nouns.prepositional),
    **dict.fromkeys(("compound", "nmod"), nouns.compound),
    **dict.fromkeys(("ccomp", "xcomp", "acl", "advcl", "csubj", "csubjpass", "parataxis", "dep", "prep"), _clause),
    "nsubj": nouns.subject,
}
