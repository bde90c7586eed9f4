"""Every predicate of a report with its arguments by grammar: who does what to whom, where and with what.

Unlike an event, which the ontology codes, a predicate is any verb, act noun or copula. Passives, relative clauses and
participles give the same arguments as the plain active sentence, and a relative pronoun stands for its noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.coding.phrases import coordinated
from fogline.coding.subjects import is_passive, patients, subjects
from fogline.models.parse import Parse
from fogline.reading.acts import is_act_noun
from fogline.records import Argument, Predicate, Span

CLAUSAL = ("relcl", "advcl", "ccomp", "acl", "parataxis", "xcomp", "pcomp", "csubj")
OBJECTS = ("dobj", "dative")
UNSURE_MARKS = frozenset(("if", "unless", "whether", "lest"))


def predicates(parse: Parse) -> tuple[Predicate, ...]:
    """The predicates of a report in text order; none where it could not be parsed.

    >>> from fogline.models.english import parse
    >>> from fogline.reading.sentences import sentences
    >>> text = "The bill, which was drawn up by the ministry, passed on Monday."
    >>> for p in predicates(parse(text, sentences(text))):
    ...     print(p.lemma, p.mood, [(a.role, text[a.head.start:a.head.end]) for a in p.arguments])
    draw up told [('agent', 'ministry'), ('patient', 'bill')]
    pass told [('agent', 'bill'), ('on', 'Monday')]
    """
    if not parse.parsed:
        return ()
    return tuple(_predicate(parse, i, kind) for i in range(len(parse)) if (kind := _kind(parse, i)))


def _kind(parse: Parse, i: int) -> str:
    if not parse.word(i).isalpha():
        return ""
    if parse.pos[i] in ("VERB", "AUX") and parse.deps[i] not in ("aux", "auxpass", "amod", "compound"):
        return "copula" if parse.lemmas[i] == "be" else "verb"
    return "noun" if is_act_noun(parse, i) else ""


def _predicate(parse: Parse, i: int, kind: str) -> Predicate:
    particle = next((k for k in parse.children(i, "prt")), None)
    lemma = parse.lemmas[i] if particle is None else f"{parse.lemmas[i]} {parse.lower(particle)}"
    found = dict.fromkeys((role, k) for role, k in _arguments(parse, i, kind) if k != i)
    told = tuple(Argument(role, Span(*parse.span(k, k)), Span(*parse.span(*_phrase(parse, k)))) for role, k in found)
    return Predicate(Span(*parse.span(i, i)), lemma, kind, _mood(parse, i), told, tuple(_clause(parse, i)))


def _arguments(parse: Parse, i: int, kind: str) -> Iterator[tuple[str, int]]:
    """The roles of a predicate with their head tokens, agent and patient first."""
    if kind == "noun":
        yield from (("agent", c) for k in parse.children(i, "poss") for c in coordinated(parse, k))
    else:
        yield from (("agent", _real(parse, i, k)) for k in subjects(parse, i))
        yield from (("patient", k) for k in patients(parse, i))
        objects = (c for k in parse.children(i, *OBJECTS) for c in coordinated(parse, k))
        yield from (("patient", parse.heads[i] if parse.tags[k] in ("WDT", "WP") else k) for k in objects)
        yield from (("is", c) for k in parse.children(i, "attr", "acomp", "oprd") for c in coordinated(parse, k))
    if parse.deps[i] == "relcl" and any(parse.lower(k) == "where" for k in parse.children(i, "advmod")):
        yield "where", parse.heads[i]
    yield from _led_to(parse, i)


def _real(parse: Parse, i: int, subject: int) -> int:
    """A relative pronoun's noun ("the deputies of the parties who wrote it": the nearer noun is the parse's guess)."""
    return parse.heads[i] if parse.tags[subject] in ("WDT", "WP") and parse.deps[i] == "relcl" else subject


def _led_to(parse: Parse, i: int) -> Iterator[tuple[str, int]]:
    """What prepositions lead to, also over an adverb ("handed back to") and a second one ("out of his car")."""
    for k in parse.children(i, "prep", "advmod", "prt", "agent"):
        if parse.deps[k] == "agent":
            continue
        for p in (k, *parse.children(k, "prep")):
            things = (c for thing in parse.children(p, "pobj") for c in coordinated(parse, thing))
            yield from ((parse.lower(p), c) for c in things if parse.deps[p] == "prep")


def _mood(parse: Parse, i: int) -> str:
    """Told as so, negated, or open; a noun is told unless something denies it in its phrase."""
    if any(parse.deps[k] == "neg" or parse.lower(k) in ("no", "never", "without") for k in parse.kids[i]):
        return "not"
    nobody = (k for k in parse.children(i, "nsubj", "nsubjpass", "dobj"))
    if any(parse.lower(k) in ("nobody", "none", "nothing") or _none_of(parse, k) for k in nobody):
        return "not"
    if any(parse.tags[k] == "MD" or parse.lower(k) in UNSURE_MARKS for k in parse.children(i, "aux", "mark")):
        return "open"
    infinitive = any(parse.tags[k] == "TO" for k in parse.children(i, "aux"))
    shared = parse.deps[i] == "conj" and parse.pos[parse.heads[i]] == "VERB" and parse.tags[i] == "VB"
    return "open" if infinitive or shared else "told"


def _none_of(parse: Parse, k: int) -> bool:
    return any(parse.deps[c] in ("det", "neg") and parse.lower(c) in ("no", "neither") for c in parse.kids[k])


def _phrase(parse: Parse, i: int) -> tuple[int, int]:
    """The first and last token of a noun's phrase, with what "of" leads to, without clauses and joined nouns."""
    before = ("compound", "amod", "poss", "nmod", "nummod", "det", "quantmod", "predet")
    first = min((parse.lefts[k] for k in parse.children(i, *before) if k < i), default=i)
    of = (k for k in parse.children(i, "prep") if k == i + 1 and parse.lower(k) == "of")
    last = next((p for k in of for p in parse.children(k, "pobj")), i)
    return first, max(last, i)


def _clause(parse: Parse, i: int) -> Iterator[Span]:
    """The pieces of a predicate's own clause: its subtree without clauses hung on it or on what stands in it."""
    own = [k for k in parse.subtree(i) if k == i or _own(parse, k, i)]
    start = 0
    for n in range(1, len(own) + 1):
        if n == len(own) or own[n] != own[n - 1] + 1:
            yield Span(*parse.span(own[start], own[n - 1]))
            start = n


def _own(parse: Parse, k: int, i: int) -> bool:
    """True if no clause stands between a token and the predicate over it."""
    while k != i:
        joined = parse.deps[k] == "conj" and parse.pos[k] in ("VERB", "AUX")
        if joined or (parse.deps[k] in CLAUSAL and parse.pos[k] in ("VERB", "AUX")) or parse.heads[k] == k:
            return False
        k = parse.heads[k]
    return True
