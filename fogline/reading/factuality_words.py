"""What stands at an act itself: its own negation, modals, hedges, adjectives, marks and question mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.models.parse import Parse
from fogline.reading import factuality_scope as scope
from fogline.reading import factuality_tenses as tenses
from fogline.reading.factuality_tenses import is_infinitive as is_infinitive  # noqa: PLC0414
from fogline.tables import lexicon_acts as lexicon
from fogline.tables.lexicon_acts import Effect

DONE = Effect("done", 3.0)
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
NO_SUCH = ("no", "neither", "not")


@dataclass(frozen=True, slots=True)
class Own:
    """The effect of an act's own words, whether it is negated, whether a clause of its own decides, and the words."""

    effect: Effect
    negated: bool
    because: tuple[int, ...]


def own(parse: Parse, i: int) -> Own:
    """What the words at token ``i`` make of it, taken as a predicate in its clause."""
    if parse.pos[i] in ("NOUN", "PROPN") and not _is_verbal(parse, i):
        return _noun(parse, i)
    return _verb(parse, i)


def _is_verbal(parse: Parse, i: int) -> bool:
    return any(parse.deps[k] in ("aux", "auxpass", "cop") for k in parse.kids[i])


# Nouns ---------------------------------------------------------------------------------------------------------


def _noun(parse: Parse, i: int) -> Own:
    """As in "no attack", "an alleged attack", "the planned strikes", "a possible offensive"."""
    negations = tuple(k for k in parse.children(i, "det", "neg", "amod") if parse.lower(k) in ("no", "not", "neither"))
    for without in _before(parse, i, ("without",)):
        if next(scope.doubled(parse, i, without), None) is not None:
            return Own(Effect("done", 1.9), False, (without,))
        negations += (without,)
    negations += (i - 1,) if _no_longer(parse, i) else ()
    barred = _before(parse, i, ("barring", "absent", "failing", "pending"))
    if barred:
        return Own(Effect("conditional", -0.3), False, barred)
    hedge = next(iter(_noun_hedges(parse, i)), None)
    if hedge is not None:
        word = "reported" if _is_real(parse, i, hedge) else _hedge_word(parse, hedge)
        effect = lexicon.hedges()[word, "noun"]
        return Own(effect, bool(negations), (*negations, hedge))
    if negations:
        return Own(Effect("not_done", -2.6), True, negations)
    if any(parse.lower(k) == "tomorrow" for k in parse.children(i, "poss", "npadvmod")):
        return Own(lexicon.hedges()["upcoming", "noun"], False, ())
    whatever = tuple(k for k in parse.children(i, "det") if parse.lower(k) == "any")
    return Own(Effect("conditional", -0.3), False, whatever) if whatever else Own(DONE, False, ())


def _before(parse: Parse, i: int, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    head = parse.heads[i]
    fits = parse.deps[i] in ("pobj", "pcomp") and parse.lower(head) in prepositions
    return (head,) if fits else ()


def _hedge_word(parse: Parse, k: int) -> str:
    word = parse.lower(k)
    joined = "so-called" if word == "called" and k >= 2 and parse.lower(k - 1) == "-" else word
    return "would-be" if word == "be" and k >= 2 and parse.lower(k - 2) == "would" else joined


def _is_real(parse: Parse, i: int, hedge: int) -> bool:
    """As in "held a so-called referendum", "the so-called trial of the editor": it was held, whatever its name."""
    named = any(parse.lower(k) in ("of", "by") for k in parse.children(i, "prep"))
    return (named or parse.deps[i] in ("dobj", "nsubjpass")) and _hedge_word(parse, hedge) == "so-called"


def _noun_hedges(parse: Parse, i: int) -> Iterator[int]:
    if any(parse.lower(k) in ("all", "every") for k in parse.kids[i]):  # "all possible help"
        return
    for k in parse.children(i, "amod", "compound", "advmod", "nmod"):
        if (_hedge_word(parse, k), "noun") in lexicon.hedges():
            yield k


# Verbs ---------------------------------------------------------------------------------------------------------


def _verb(parse: Parse, i: int) -> Own:
    negations = () if scope.spares(parse, i) else tuple(dict.fromkeys(_negations(parse, i)))
    modal = _modal(parse, i)
    hedge = next((k for k in parse.kids[i] if (parse.lower(k), "verb") in lexicon.hedges()), None)
    negated = len(negations) % 2 == 1
    words = tuple(sorted({*negations, *((modal[0],) if modal else ()), *(() if hedge is None else (hedge,))}))
    if modal and _is_opinion(parse, i, modal[1]):
        effect, words = Effect("done", 2.0), negations
    elif tenses.is_scheduled(parse, i):
        effect = lexicon.modals()["will", False].plain
    elif modal and (tenses.looks_back(parse, i, modal[1]) or tenses.perceives(parse, i, modal[1])):
        effect = Effect("not_done", -2.0) if negated else Effect("done", 2.0)
    elif modal:
        operator = lexicon.modals()[modal[1]]
        effect = operator.negated if negated else operator.plain
    else:
        effect = Effect("not_done", -2.5) if negated else DONE
    if hedge is not None and (effect.status == "done" or not negated):
        hedged = lexicon.hedges()[parse.lower(hedge), "verb"]
        effect = (
            hedged
            if effect.status == "done" or hedged.score < 0
            else Effect(effect.status, min(effect.score, hedged.score))
        )
    elif hedge is not None and parse.lower(hedge) not in ("hardly", "scarcely"):
        softer = lexicon.hedges()[parse.lower(hedge), "verb"]
        effect = Effect(effect.status, max(effect.score, -softer.score))
    return Own(effect, negated, words)


def _negations(parse: Parse, i: int) -> Iterator[int]:
    """As in "not", "never", "no one attacked", "neither side", "nor did it"; "not only" negates nothing."""
    for k in parse.kids[i]:
        if _negates(parse, k):
            yield k
        elif parse.deps[k] == "advmod" and parse.lower(k) == "again":
            yield from (n for n in parse.children(k, "neg") if parse.lower(n) == "never")
        elif parse.deps[k] in SUBJECTS and next(scope.none_of(parse, k), k) == parse.lefts[k] < k:
            yield from (parse.lefts[k],) if not _not_only(parse, parse.lefts[k]) else ()
        elif parse.deps[k] in (*SUBJECTS, "dobj"):
            none = (d for d in parse.children(k, "det", "neg", "preconj") if parse.lower(d) in NO_SUCH)
            yield from (d for d in none if not _not_only(parse, d))
        elif parse.deps[k] in ("aux", "auxpass"):
            yield from (d for d in parse.children(k, "neg") if not _not_only(parse, d))
    if parse.deps[i] == "pcomp" and parse.lower(parse.heads[i]) == "without":
        yield parse.heads[i]
        yield from scope.doubled(parse, i, parse.heads[i])
    without = scope.without_even(parse, i)
    if without is not None:
        yield without
    none_there = scope.there_is_none(parse, i)
    if none_there is not None:
        yield none_there
    if _no_longer(parse, i):
        yield i - 1
    yield from _at_no_point(parse, i)
    yield from _nor(parse, i)


def _no_longer(parse: Parse, i: int) -> bool:
    return i > 1 and parse.lower(i - 1) == "longer" and parse.lower(i - 2) == "no"


def _at_no_point(parse: Parse, i: int) -> Iterator[int]:
    """As in "at no point", "in no way", "under no circumstances"."""
    for prep in parse.children(i, "prep"):
        for noun in parse.children(prep, "pobj"):
            if parse.lemmas[noun] in ("point", "time", "way", "circumstance", "stage", "moment"):
                yield from (d for d in parse.children(noun, "det") if parse.lower(d) == "no")


def _negates(parse: Parse, k: int) -> bool:
    """True for a dependent that negates its verb by itself."""
    dep, word = parse.deps[k], parse.lower(k)
    if dep in (*SUBJECTS, "dobj"):
        return word in lexicon.words("nobody") and not scope.save_for(parse, k)
    if dep == "advmod" and word == "longer":
        return k > 0 and parse.lower(k - 1) == "no"
    adverb = dep in ("advmod", "preconj") and word in lexicon.words("negation")
    return (dep == "neg" or adverb or (dep == "aux" and word == "cannot")) and not _not_only(parse, k)


def _nor(parse: Parse, i: int) -> Iterator[int]:
    """The "nor" between this verb and the one before it; "has yet to rule"."""
    if parse.deps[i] == "conj":
        yield from (k for k in parse.children(parse.heads[i], "cc") if k < i and parse.lower(k) == "nor")
    to = i - 2 if i > 2 and parse.lower(i - 1) == "be" else i - 1
    if to >= 1 and parse.lower(to) == "to" and parse.lower(to - 1) in ("yet", "still", "never"):
        yield to - 1


def _not_only(parse: Parse, k: int) -> bool:
    following = parse.lower(k + 1) if k + 1 < len(parse) else ""
    return scope.save_for(parse, k) or following in ("only", "just", "merely", "simply", "until", "least")


def _modal(parse: Parse, i: int) -> tuple[int, tuple[str, bool]] | None:
    """The modal over a verb, with its perfect ("would have"); coordinated verbs share the first one's."""
    perfect = any(parse.lemmas[k] == "have" for k in parse.children(i, "aux"))
    for k in parse.children(i, "aux"):
        form = parse.lower(k).replace("’", "'")
        had = form == "'d" and not perfect and parse.tags[i] in ("VBN", "VBD")  # "they'd gathered"
        if (parse.tags[k] == "MD" or form == "need") and not had and (form, perfect) in lexicon.modals():
            return k, (form, perfect)
    return None


def _is_opinion(parse: Parse, i: int, modal: tuple[str, bool]) -> bool:
    """As in "I would say that", "what I'd call a school": to say so is to do it."""
    subject = parse.child(i, "nsubj")
    mine = subject is not None and parse.lower(subject) in ("i", "we")
    return modal in (("would", False), ("'d", False)) and mine and parse.lemmas[i] in lexicon.words("opinion")


def is_thing(parse: Parse, verb: int) -> bool:
    """True if what does the verb is no person: "its death will weaken", "rebuilding it will cost", "this means"."""
    subject = parse.child(verb, "nsubj", "csubj")
    if subject is None:
        return False
    if parse.deps[subject] == "csubj" or parse.lower(subject) in ("this", "that", "these", "those"):
        antecedent = parse.heads[verb]
        of_noun = parse.deps[verb] == "relcl" and parse.tags[subject] == "WDT" and parse.pos[antecedent] == "NOUN"
        return _is_thing(parse, antecedent) if of_noun else True
    return _is_thing(parse, subject)


def _is_thing(parse: Parse, noun: int) -> bool:
    lemma = parse.lemmas[noun]
    if parse.pos[noun] != "NOUN" or lemma in lexicon.words("group"):
        return False
    return lemma in lexicon.words("thing") or lemma in lexicon.words("way") or lemma in lexicon.act_nouns()


# Verbs joined to verbs ------------------------------------------------------------------------------------------


def joined_to(parse: Parse, i: int) -> int | None:
    """The verb that a finite verb is really joined to where the parse joined it to a clause inside, else None.

    In "denied that it had attacked the port and accused Kyiv" the finite "accused" cannot share "had"; in "urges both
    sides to show restraint and offers talks" the finite "offers" cannot share "to".
    """
    head = parse.heads[i]
    if parse.deps[i] != "conj" or parse.child(i, *SUBJECTS, "aux", "auxpass") is not None:
        return None
    tense = "VBD" if parse.tags[i] == "VBN" and parse.tags[head] == "VB" else parse.tags[i]  # nobody is "to sent"
    held = any(parse.lemmas[k] in ("have", "be") for k in parse.children(head, "aux", "auxpass"))
    apart = (tense == "VBD" and parse.tags[head] == "VBN" and held) or (
        tense in ("VBD", "VBZ") and is_infinitive(parse, head)
    )
    return next((k for k in parse.ancestors(head) if _tells_in(parse, k, tense)), None) if apart else None


def joined_inside(parse: Parse, i: int) -> int | None:
    """The clause inside that a finite verb goes on with: "will wait until it reviews its laws, ends the raids"."""
    head, mine = parse.heads[i], parse.tags[i]
    shares = parse.deps[i] == "conj" and parse.child(i, *SUBJECTS) is None
    if not shares or mine not in ("VBZ", "VBP") or parse.tags[head] != "VB":
        return None
    return next((k for k in range(i - 1, head, -1) if parse.deps[k] == "advcl" and parse.tags[k] == mine), None)


def first_joined(parse: Parse, i: int) -> int:
    """The first of the words that ``i`` is joined to by "and"."""
    while parse.deps[i] == "conj" and parse.heads[i] != i:
        i = parse.heads[i]
    return i


def _tells_in(parse: Parse, k: int, tense: str) -> bool:
    """True for a finite verb of that tense: "were told to leave and left"."""
    return parse.pos[k] == "VERB" and any(
        parse.tags[form] == tense for form in (k, *parse.children(k, "aux", "auxpass"))
    )
