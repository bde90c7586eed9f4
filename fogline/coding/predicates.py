"""Every predicate of a report with its arguments by grammar: who does what to whom, where and with what.

Unlike an event, which the ontology codes, a predicate is any verb, act noun or copula. Passives, relative clauses and
participles give the same arguments as the plain active sentence, a relative pronoun stands for its noun, and a noun
has what its support verb has ("the raid was carried out by the army on 4 June").
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.coding.clauses import clause, clause_type, cleft, mood, tense
from fogline.coding.phrases import coordinated
from fogline.coding.subjects import patients, subjects
from fogline.models.parse import Parse
from fogline.reading.acts import is_act_noun
from fogline.records import Argument, Predicate, Span
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_senses import act_kinds, senses

OBJECTS = ("dobj", "dative")
RELATIVE = ("WDT", "WP")
BEFORE = ("compound", "amod", "poss", "nmod", "nummod", "det", "quantmod", "predet")


def predicates(parse: Parse) -> tuple[Predicate, ...]:
    """The predicates of a report in text order; none where it could not be parsed.

    >>> from fogline.models.english import parse
    >>> from fogline.reading.sentences import sentences
    >>> text = "The bill was drawn up by the ministry. The deputies who wrote the bill met in Podgorica."
    >>> for p in predicates(parse(text, sentences(text))):
    ...     print(p.lemma, p.clause_type, [(a.role, text[a.head.start:a.head.end]) for a in p.arguments])
    draw up main [('agent', 'ministry'), ('patient', 'bill')]
    write relative [('agent', 'deputies'), ('patient', 'bill')]
    meet main [('agent', 'deputies'), ('in', 'Podgorica')]
    """
    if not parse.parsed:
        return ()
    return tuple(_predicate(parse, i, kind) for i in range(len(parse)) if (kind := _kind(parse, i)))


def _kind(parse: Parse, i: int) -> str:
    if not parse.word(i).isalpha():
        return ""
    if parse.pos[i] in ("VERB", "AUX") and parse.deps[i] not in ("aux", "auxpass", "amod", "compound"):
        return "copula" if parse.lemmas[i] == "be" else "verb"
    named = parse.pos[i] == "NOUN" and parse.lemmas[i] in senses("n")
    return "noun" if named or is_act_noun(parse, i) else ""


def _predicate(parse: Parse, i: int, kind: str) -> Predicate:
    over = _support(parse, i) if kind == "noun" else None
    found = dict.fromkeys((role, k) for role, k in _arguments(parse, i, kind, over) if k not in (i, over))
    told = tuple(Argument(role, Span(*parse.span(k, k)), Span(*parse.span(*_phrase(parse, k)))) for role, k in found)
    verb = i if over is None else over
    be = cleft(parse, verb)
    pieces = (*(clause(parse, be) if be is not None else ()), *clause(parse, verb))
    own = tuple(Span(*parse.span(*piece)) for piece in sorted(pieces))
    return Predicate(
        Span(*parse.span(i, i)), _lemma(parse, i), kind, mood(parse, i) if over is None else mood(parse, over),
        "noun" if kind == "noun" and over is None else clause_type(parse, verb if be is None else be),
        tense(parse, verb), told, own,
    )  # fmt: skip


def _support(parse: Parse, i: int) -> int | None:
    """The verb that only says that the noun took place ("carried out a raid", "the meeting was held")."""
    over = parse.heads[i]
    if parse.pos[over] != "VERB" or parse.deps[i] not in ("dobj", "nsubj", "nsubjpass"):
        return None
    verb, thing = _lemma(parse, over), parse.child(over, "dobj")
    happens = verb == "take place" or (verb in lexicon.words("occur") and thing in (None, i))
    return over if happens or verb in lexicon.words("light") else None


def _lemma(parse: Parse, i: int) -> str:
    """The lemma with its particle, or with the noun of "take place"."""
    back = (k for k in parse.children(i, "advmod") if parse.lower(k) in ("back", "ashore") and k > i)
    particle = next((k for k in (*parse.children(i, "prt"), *back) if not _off_shore(parse, i, k)), None)
    if particle is None and parse.lemmas[i] == "take" and any(parse.lower(k) == "place" for k in parse.kids[i]):
        return "take place"
    return parse.lemmas[i] if particle is None else f"{parse.lemmas[i]} {parse.lower(particle)}"


def _off_shore(parse: Parse, i: int, k: int) -> bool:
    """As in "capsized off Nouadhibou": what looks like a particle leads to a place."""
    return parse.lower(k) == "off" and any(c == k + 1 and parse.pos[c] == "PROPN" for c in parse.kids[i])


def _arguments(parse: Parse, i: int, kind: str, over: int | None) -> Iterator[tuple[str, int]]:
    """The roles of a predicate with their head tokens, agent and patient first."""
    if kind == "noun":
        yield from (("agent", c) for k in parse.children(i, "poss") for c in coordinated(parse, _host(parse, k)))
        yield from (("kind", k) for k in parse.children(i, "compound", "amod", "nmod") if k < i)
        yield from (("is", k) for k in _one_with(parse, i))
        ranks = (k for k in _one_with(parse, i) if parse.lower(k) in act_kinds("ordinal head"))
        yield from (led for k in ranks for led in _led_to(parse, k))
    else:
        who = [_real(parse, i, k) for k in subjects(parse, i)]
        yield from ((_state_of(parse, i), k) for k in who)
        yield from (
            ("whose", _host(parse, k)) for w in who for k in parse.children(w, "poss") if parse.tags[k] == "WP$"
        )
        yield from (("patient", _real(parse, i, k)) for k in patients(parse, i))
        objects = (c for k in parse.children(i, *OBJECTS) for c in coordinated(parse, k))
        yield from (("patient", _real(parse, i, k)) for k in objects)
        yield from (("is", c) for k in parse.children(i, "attr", "acomp", "oprd") for c in coordinated(parse, k))
    if parse.deps[i] == "relcl" and any(parse.lower(k) == "where" for k in parse.children(i, "advmod")):
        yield "where", parse.heads[i]
    yield from _led_to(parse, i)
    be = cleft(parse, i)
    yield from _led_to(parse, be) if be is not None else ()
    yield from _dated(parse, i)
    if over is not None:
        yield from ((role, k) for role, k in _arguments(parse, over, "verb", None) if k != i)


def _one_with(parse: Parse, i: int) -> Iterator[int]:
    """Who a noun is said to be: "its author, the chair", "the mediator is Oman"."""
    yield from (k for k in parse.children(i, "appos"))
    over = parse.heads[i]
    if parse.deps[i] == "appos":
        yield over
    elif parse.deps[i] == "attr" and parse.lemmas[over] == "be":
        yield from parse.children(over, "nsubj")
    elif parse.deps[i] == "nsubj" and parse.lemmas[over] == "be":
        yield from parse.children(over, "attr")


def _real(parse: Parse, i: int, k: int) -> int:
    """The noun that a relative pronoun stands for, itself where it is none."""
    if parse.deps[i] != "relcl" or not (parse.tags[k] in RELATIVE or k == parse.heads[i]):
        return k
    be = cleft(parse, i)
    if be is not None:
        return next(parse.children(be, "attr"))
    pronoun = k if parse.tags[k] in RELATIVE else next(parse.children(i, "nsubj", "nsubjpass", "dobj"), k)
    return _outer(parse, parse.heads[i], parse.lower(pronoun))


def _outer(parse: Parse, noun: int, pronoun: str) -> int:
    """As in "deputies of minority parties who wrote it", "a faction of FARC that took them": not the nearer noun."""
    of, named = parse.heads[noun], parse.pos[noun] == "PROPN" and pronoun in ("that", "whose")
    kin = parse.lemmas[parse.heads[of]].lower() in act_kinds("kin")  # "the families of the drivers who died"
    if parse.deps[noun] == "pobj" and parse.lower(of) == "of" and (named or pronoun == "who") and not kin:
        noun = parse.heads[of]
    over = parse.heads[noun]
    return over if parse.deps[noun] == "appos" and parse.pos[over] == "PROPN" else noun


def _state_of(parse: Parse, i: int) -> str:
    """As in "remained trapped", "were left stranded": whoever is in a state did not bring it about."""
    state = parse.tags[i] == "VBN" and parse.deps[i] in ("xcomp", "acomp", "oprd", "ccomp")
    return "patient" if state and parse.child(i, "aux", "auxpass", "nsubj", "dobj") is None else "agent"


def _host(parse: Parse, k: int) -> int:
    """Whom "whose" stands for."""
    over = next((a for a in parse.ancestors(k) if parse.deps[a] == "relcl"), None)
    return k if over is None or parse.tags[k] != "WP$" else _outer(parse, parse.heads[over], "whose")


def _led_to(parse: Parse, i: int) -> Iterator[tuple[str, int]]:
    """What prepositions lead to, also over an adverb ("handed back to") and a second one ("out of his car")."""
    for k in parse.children(i, "prep", "advmod", "prt", "dative"):
        for p in (k, *parse.children(k, "prep")) if parse.lower(k) != "according" else ():
            things = (c for thing in parse.children(p, "pobj") for c in coordinated(parse, thing))
            role = "out of" if p != k and parse.lower(k) == "out" else parse.lower(p)
            yield from ((role, _real(parse, i, c)) for c in things if parse.deps[p] in ("prep", "dative"))


def _dated(parse: Parse, i: int) -> Iterator[tuple[str, int]]:
    """A time without a preposition ("killed him Thursday")."""
    for k in parse.children(i, "npadvmod", "dobj"):
        shore = parse.lower(k - 1) == "off" and parse.pos[k] == "PROPN"
        yield from (("off" if shore else "when", k) for _ in range(1) if shore or parse.deps[k] == "npadvmod")


def _phrase(parse: Parse, i: int) -> tuple[int, int]:
    """The first and last token of a noun's phrase, with what "of" leads to, without clauses and joined nouns."""
    first = min((parse.lefts[k] for k in parse.children(i, *BEFORE) if k < i), default=i)
    of = (k for k in parse.children(i, "prep") if k == i + 1 and parse.lower(k) == "of")
    last = next((p for k in of for p in parse.children(k, "pobj")), i)
    return first, max(last, i)
