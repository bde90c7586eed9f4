"""Verbs joined by "and": whose subject the second one shares, whatever clause the parser hung it in.

"The ministry denied that its forces had shelled the port and accused the army of lying": a simple past does not go
on with "had", nor a finite verb with "to" or "will", so that "accused" belongs to the ministry.
"""

from __future__ import annotations

from collections.abc import Iterable

from fogline.models.parse import Parse
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_acts import act_nouns
from fogline.tables.lexicon_voices import cues

FINITE = ("VBD", "VBZ", "VBP")
CLAUSES = ("ccomp", "xcomp", "advcl", "pcomp", "conj")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
JUDGING = {"consider", "find", "rate"}
PRONOUNS = {"it", "he", "she", "they"}


def sharer(page: Page, verb: int) -> int | None:
    """The verb further out whose subject a joined cue verb shares; None if the arcs already say it right."""
    parse = page.parse
    inner = parse.heads[verb]
    if parse.deps[verb] != "conj" or not (_speech(parse, verb) or _judges(parse, verb, inner)):
        return None
    if parse.tags[verb] in ("VB", "VBP") and parse.child(verb, "aux", *SUBJECTS) is None and parse.tags[inner] == "VBD":
        return next((a for a in parse.ancestors(inner) if parse.tags[a] == "VB"), None)
    return _finite_sharer(page, verb, inner) if parse.tags[verb] in FINITE else None


def _finite_sharer(page: Page, verb: int, inner: int) -> int | None:
    parse = page.parse
    if parse.child(verb, *SUBJECTS) is None and parse.word(min(inner + 1, len(parse) - 1)) == ",":
        told = _interrupted(parse, inner)
        if told is not None:
            return told
    other = _unlike(parse, inner) or _pronoun_subject(parse, inner) or _judges(parse, verb, inner)
    if parse.child(verb, *SUBJECTS) is not None or not other:
        return None
    at = inner
    while parse.deps[at] in CLAUSES and parse.heads[at] < at:
        at = parse.heads[at]
        if parse.pos[at] == "VERB" and _finite(parse, at) and page.quote_of[at] == page.quote_of[verb]:
            return at
    return None


def _interrupted(parse: Parse, verb: int) -> int | None:
    """As in "The mayor left, two aides said, and denied it": the verb of the clause that the cue interrupts."""
    if parse.deps[verb] == "parataxis" and parse.heads[verb] < verb:
        return parse.heads[verb]
    told = parse.child(verb, "ccomp")
    return told if told is not None and told < verb else None


def cut_at_joined(page: Page, tokens: Iterable[int], verb: int) -> Tokens:
    """The content up to "and accused ...", where that verb shares a subject with the cue or with what is above it."""
    kept = tuple(tokens)
    above = {verb, *page.parse.ancestors(verb)}
    for i in kept:
        if i > verb and sharer(page, i) in above:
            stop = conjunction(page.parse, i)
            return tuple(k for k in kept if k < stop)
    return kept


def conjunction(parse: Parse, verb: int) -> int:
    """The "and" before a joined verb, past its adverbs; the verb itself if there is none."""
    k = verb - 1
    while k > 0 and parse.pos[k] in ("ADV", "AUX", "PART"):
        k -= 1
    return k if parse.pos[k] == "CCONJ" else verb


def _speech(parse: Parse, verb: int) -> bool:
    cue = cues("verb").get(parse.lemmas[verb])
    return cue is not None and cue.kind != "thought"


def _judges(parse: Parse, verb: int, inner: int) -> bool:
    """As in "reported that the raid killed six, and considered it a success": no act thinks."""
    subject = parse.child(inner, *SUBJECTS)
    thinks = (parse.lemmas[verb] in cues("verb") or parse.lemmas[verb] in JUDGING) and parse.child(
        verb, *SUBJECTS
    ) is None
    comma = parse.word(conjunction(parse, verb) - 1) == ","
    return thinks and comma and subject is not None and parse.lemmas[subject] in act_nouns()


def _unlike(parse: Parse, verb: int) -> bool:
    """The verb stands in a form that a finite verb cannot go on with: "to show", "having shown", "had shown"."""
    return parse.tags[verb] in ("VB", "VBG", "VBN") or any(
        parse.tags[k] == "MD" or parse.lower(k) == "had" for k in parse.children(verb, "aux")
    )


def _pronoun_subject(parse: Parse, verb: int) -> bool:
    subject = parse.child(verb, *SUBJECTS)
    return parse.deps[verb] == "ccomp" and subject is not None and parse.lower(subject) in PRONOUNS


def _finite(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] in FINITE or parse.child(verb, "aux") is not None


def adding_to(page: Page, verb: int) -> int | None:
    """The saying that ", adding that ..." goes on with, where the arcs hang it on what was said."""
    parse = page.parse
    if parse.tags[verb] != "VBG" or parse.word(verb - 1) not in {",", "—", "–"} or parse.deps[verb] != "advcl":
        return None
    above = [a for a in parse.ancestors(verb) if a < verb and parse.pos[a] == "VERB"]
    if not above or _speech(parse, above[0]):
        return None
    return next((a for a in above[1:2] if _speech(parse, a) and page.quote_of[a] == page.quote_of[verb]), None)


def joined_passive(page: Page, verb: int) -> int | None:
    """The passive verb whose subject a joined participle shares: "he was held by the navy and accused of spying"."""
    parse = page.parse
    head = parse.heads[verb]
    if parse.deps[verb] != "conj" or parse.tags[verb] not in ("VBN", "VBD") or parse.child(verb, *SUBJECTS) is not None:
        return None
    while parse.deps[head] == "conj" and parse.child(head, "nsubjpass") is None:
        head = parse.heads[head]
    if parse.child(head, "nsubjpass") is None or any(True for _ in parse.children(verb, "dobj", "ccomp", "dative")):
        return None
    return head


def passive_subject_of(page: Page, verb: int) -> int | None:
    """Who speaks in "the mayor was met by a crowd and said that ...": the subject of the passive before it."""
    parse = page.parse
    if parse.tags[verb] not in ("VBD", "VBZ", "VBP") or parse.child(verb, "nsubj", "nsubjpass", "agent") is not None:
        return None
    head = parse.heads[verb]
    if parse.deps[verb] != "conj" or page.quote_of[head] != page.quote_of[verb]:
        return None
    return parse.child(head, "nsubjpass")


def undergoer(page: Page, verb: int) -> Tokens:
    """Whom a joined participle is said of."""
    head = joined_passive(page, verb)
    subject = None if head is None else page.parse.child(head, "nsubjpass")
    return () if subject is None else tuple(i for i in page.parse.subtree(subject) if i < verb)
