"""The frame an act stands in, and the operator that a governing word is in that frame.

One word can be several operators: "deny a raid" and "deny the rebels a base", "charged with theft" and "charged with
guarding the port", "insists that it left" and "insists that they leave". What is told apart here is told by the words
around; the classes themselves are data (``act_operators.tsv``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.models.parse import Parse
from fogline.reading import factuality_scope as scope
from fogline.reading import factuality_words as words
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_acts import Operator

DEFINITE = ("the", "this", "that", "these", "those")


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


def frame(parse: Parse, i: int) -> str:
    """to, that, ing or np: the form in which a clause hangs on its governor."""
    if words.is_infinitive(parse, i):
        return "to"
    if _is_gerund(parse, i):
        return "ing"
    if parse.child(i, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return "that" if parse.tags[i] != "VB" or parse.child(i, "aux") is not None else "to"
    return "to" if parse.tags[i] == "VB" else "that" if parse.tags[i] in ("VBD", "VBZ", "VBP") else "np"


def _is_gerund(parse: Parse, i: int) -> bool:
    """As in "attacking", "it being destroyed"."""
    helpers = [k for k in parse.kids[i] if parse.deps[k] in ("aux", "auxpass", "mark") and k < i]
    if parse.tags[i] == "VBG":
        return all(parse.deps[k] == "auxpass" for k in helpers)
    return parse.tags[i] == "VBN" and [parse.lower(k) for k in helpers] == ["being"]


def keys(parse: Parse, head: int, prep: str | None) -> Iterator[str]:
    """The forms under which a governor may be listed, the fullest first.

    With the word before it ("in order", "make sure"), with particle, object, preposition; a lemma listed as "deal
    noun" is one only as a noun.
    """
    lemma, word = parse.lemmas[head], parse.lower(head)
    up = parse.heads[head]
    if parse.deps[head] in ("pobj", "advmod", "acomp", "ccomp", "oprd", "pcomp") and up < head:
        over = parse.lower(up) if parse.deps[head] == "pobj" else parse.lemmas[up]
        yield from _with(f"{over} {lemma}", prep)
    if parse.deps[head] in ("dobj", "nsubjpass"):
        yield from _with(f"{parse.lemmas[up]} {lemma}", prep)
    aside = (k for k in parse.children(head, "advmod") if parse.lower(k) in ("aside", "off", "away"))
    for k in (*parse.children(head, "prt"), *aside):
        yield from _with(f"{lemma} {parse.lower(k)}", prep)
    for k in parse.children(head, "dobj", "npadvmod"):
        yield from _with(f"{lemma} {parse.lemmas[k]}", prep)
    if prep:
        yield f"{lemma} {prep}"
    if not prep or (lemma, "np") not in lexicon.operators() or prep in ("of", "to", "on", "from"):
        yield from (f"{lemma} noun", lemma) if parse.pos[head] == "NOUN" else (lemma,)
    if word != lemma:
        yield word


def _with(key: str, prep: str | None) -> Iterator[str]:
    if prep:
        yield f"{key} {prep}"
    yield key


def operator(parse: Parse, head: int, at: str, inner: int, prep: str | None = None) -> Operator | None:
    """The operator class of a governor in a frame; ``inner``, the act, tells apart those that look the same."""
    table = lexicon.operators()
    found = next((table[key, at] for key in keys(parse, head, prep) if (key, at) in table), None)
    return _told_apart(parse, head, at, inner, found) if found else None


def _told_apart(parse: Parse, head: int, at: str, inner: int, found: Operator) -> Operator:
    """The class that the words around leave of the listed one."""
    name = _by_noun(parse, head, inner, found.name) if at == "np" else _by_clause(parse, head, at, inner, found.name)
    return lexicon.classes()[name]


def _by_noun(parse: Parse, head: int, inner: int, name: str) -> str:
    if name == "denies" and parse.lemmas[head] == "deny":
        withheld = parse.lemmas[inner] in lexicon.words("leave") and parse.lower(inner - 1) not in ("the", "any")
        return "prevents" if withheld or two_objects(parse, head) else name
    if name == "stops" and _anew(parse, inner):
        return "prevents"
    if name in ("authorises", "refuses", "prevents") and _uttered(parse, inner):
        return "factive" if name == "authorises" else "rebuffs"
    if name == "foils" and parse.lemmas[head] == "disrupt" and not _anew(parse, inner):
        return name if parse.lemmas[inner] in lexicon.hostile() else "stops"
    if name == "promises" and parse.lemmas[inner] in lexicon.words("warfare") and is_definite(parse, inner):
        return "factive"  # "committed to the fight"
    return name


def _by_clause(parse: Parse, head: int, at: str, inner: int, name: str) -> str:
    lemma = parse.lemmas[head]
    if at == "to" and name in ("asks", "orders", "says", "factive", "learns") and _tells_how(parse, inner):
        return "wonders"
    if name in ("wants", "plans") and at == "to" and (_sought(parse, head) or scope.in_vain(parse, inner)):
        return "tries"
    seen = {
        ("denies", "to"): "purpose" if lemma == "deny" and two_objects(parse, head) else name,
        ("plans", "to"): _voted(parse, head, inner, name),
        ("authorises", "to"): _lets(parse, head, name),
        ("needs", "ing"): _tasked(parse, head, inner, name),
        ("stops", "ing"): "prevents" if parse.child(inner, "nsubj", "nsubjpass") is not None else name,
        ("accuses", "ing"): "orders" if lemma == "charge" and parse.lemmas[inner] in lexicon.words("duty") else name,
        ("implies", "to"): "asks" if lemma == "dare" and parse.child(head, "dobj") is not None else name,
        ("starts", "to"): "plans" if lemma == "remain" else name,
        ("asks", "that"): "says" if lemma == "insist" and _is_told(parse, inner) else name,
        ("needs", "to"): _had_to(parse, head, name),
        ("causes", "ing"): "prevents" if lemma == "help" and words.own(parse, head).negated else name,
        ("implies", "ing"): "prevents" if lemma == "help" and words.own(parse, head).negated else name,
        ("factive", "that"): "unlikely" if _is_ignorance(parse, head, inner) else name,
        ("hopes", "that"): "dreams" if lemma == "wish" and is_past(parse, inner) else name,
    }
    if at == "that" and any(parse.lower(k) == "why" for k in parse.children(inner, "advmod")):
        return "factive"
    if at == "that" and name in ("says", "wonders", "guesses") and _asks_who(parse, inner):
        return "factive"
    return seen.get((name, at), name)


def _tells_how(parse: Parse, i: int) -> bool:
    """As in "advise farmers how to treat wells", "tell them what to do"."""
    return any(parse.tags[k] in ("WRB", "WP") and k < i for k in parse.kids[i])


def _sought(parse: Parse, head: int) -> bool:
    """As in "sought to topple it": who sought has tried, who seeks may yet."""
    return parse.lemmas[head] == "seek" and parse.tags[head] in ("VBD", "VBN")


def _lets(parse: Parse, head: int, name: str) -> str:
    """As in "the road allows them to trade": no permission, unless it is a law that allows."""
    subject = parse.child(head, "nsubj")
    norm = subject is not None and parse.lemmas[subject] in lexicon.words("norm")
    freed = parse.lemmas[head] in ("allow", "free", "permit")
    return "able" if freed and not norm and words.is_thing(parse, head) else name


def _voted(parse: Parse, head: int, inner: int, name: str) -> str:
    """As in "voted to adopt the text": adopted; to vote to send troops is to plan it."""
    if parse.lemmas[head] != "vote":
        return name
    if parse.child(head, "dobj") is not None:
        return "purpose"
    return "implies" if parse.lemmas[inner] in lexicon.words("enact") else name


def _tasked(parse: Parse, head: int, inner: int, name: str) -> str:
    """As in "have the task of guarding the bridge": they guard it; who "was given the task of rebuilding" may not."""
    over = parse.heads[head]
    theirs = parse.pos[head] == "NOUN" and parse.lemmas[over] == "have" and parse.deps[head] == "dobj"
    return "implies" if theirs and parse.lemmas[inner] in lexicon.words("duty") else name


def _had_to(parse: Parse, head: int, name: str) -> str:
    """As in "had to leave", "are having to sell", "it was brave to stay": it was done."""
    lemma = parse.lemmas[head]
    if lemma == "have":
        helped = parse.child(head, "aux") is not None
        if any(parse.tags[k] == "MD" for k in parse.children(head, "aux")):  # "would have had to leave"
            return name
        return "had" if parse.tags[head] == "VBD" or (helped and parse.tags[head] in ("VBN", "VBG")) else name
    return "feels" if lemma in lexicon.words("verdict") and _was(parse, head) else name


def _is_told(parse: Parse, i: int) -> bool:
    """True for "insists that it left", "that he will stay", not for "that they leave"."""
    modal = next((parse.lower(k) for k in parse.children(i, "aux") if parse.tags[k] == "MD"), "should")
    return modal not in ("should", "must") or is_indicative(parse, i)


def is_definite(parse: Parse, i: int) -> bool:
    """True for "the attack", "their attack"."""
    return any(parse.deps[k] == "poss" or parse.lower(k) in DEFINITE for k in parse.kids[i])


def _asks_who(parse: Parse, i: int) -> bool:
    """As in "did not say who fired": somebody did."""
    return any(parse.tags[k] in ("WP", "WRB") and parse.lower(k) != "what" for k in parse.kids[i])


def _was(parse: Parse, i: int) -> bool:
    """As in "it was brave to stay": an adjective or noun after "was"."""
    return any(parse.lower(k) in ("was", "were") for k in (i, parse.heads[i]))


def _is_ignorance(parse: Parse, head: int, inner: int) -> bool:
    """As in "we do not know that it was a raid": who says so doubts it; "they do not know that" takes it as so."""
    subject = parse.child(head, "nsubj")
    ours = subject is not None and parse.lower(subject) in ("i", "we")
    asks = any(parse.tags[k] in ("WP", "WRB", "WDT") for k in parse.kids[inner])
    return ours and not asks and parse.lemmas[head] == "know" and words.own(parse, head).effect.status == "not_done"


def is_light(parse: Parse, verb: int) -> bool:
    """True for "carry out", "launch": the object names the act."""
    particle = next((parse.lower(k) for k in parse.children(verb, "prt")), None)
    return (f"{parse.lemmas[verb]} {particle}" if particle else parse.lemmas[verb]) in lexicon.words("light")


def two_objects(parse: Parse, verb: int) -> bool:
    """As in "deny the rebels a base", also where the parse runs the two together ("denied the rebels access")."""
    things = list(parse.children(verb, "dobj", "dative", "oprd"))
    if len(things) > 1:
        return True
    fused = (d for k in things for d in parse.children(k, "compound"))
    return any(parse.tags[d] in ("NNS", "NNPS", "NNP") and parse.heads[d] - d == 1 for d in fused)


def _anew(parse: Parse, i: int) -> bool:
    """As in "stop an attack": one that has not begun."""
    return any(parse.lower(k) in ("a", "an", "any", "another") for k in parse.children(i, "det"))


def _uttered(parse: Parse, i: int) -> bool:
    """As in "approved the request", "rejected the demand": what is granted or not has been said all the same."""
    return parse.pos[i] == "NOUN" and parse.lemmas[i] in lexicon.words("utterance")


def is_indicative(parse: Parse, i: int) -> bool:
    """True for a finite clause told as a fact: "that it left", "that it has left"; not "that they leave"."""
    first = next((k for k in parse.children(i, "aux", "auxpass")), i)
    if parse.lower(first) in ("are", "am"):
        return True
    return parse.tags[first] in ("VBD", "VBZ") or (parse.tags[first] == "VBP" and first != i)


def is_past(parse: Parse, i: int) -> bool:
    """True for "had left", "left"."""
    return parse.tags[i] == "VBD" or any(parse.lower(k) == "had" for k in parse.children(i, "aux"))
