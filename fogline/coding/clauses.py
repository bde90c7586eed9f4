"""The clause that a predicate heads: its kind, its tense, whether it is told as so, and the words that are its own."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.models.parse import Parse

CLAUSAL = ("relcl", "advcl", "ccomp", "acl", "parataxis", "xcomp", "pcomp", "csubj")
TYPES = {
    "relcl": "relative", "acl": "participle", "advcl": "adverbial", "ccomp": "complement", "xcomp": "complement",
    "pcomp": "complement", "csubj": "complement", "csubjpass": "complement",
}  # fmt: skip
UNSURE_MARKS = frozenset(("if", "unless", "whether", "lest"))
NOBODY = frozenset(("nobody", "none", "nothing", "neither"))


def clause_type(parse: Parse, i: int) -> str:
    """What kind of clause a verb heads; one that is joined to another heads a clause of its kind."""
    depth = 0
    while parse.deps[i] == "conj" and parse.pos[parse.heads[i]] in ("VERB", "AUX") and depth < 9:
        i, depth = parse.heads[i], depth + 1
    return TYPES.get(parse.deps[i], "main")


def cleft(parse: Parse, i: int) -> int | None:
    """The "be" of "it was the army that shelled the town", "it was in Nyala that he was shot"; none where it denies.

    >>> from fogline.models.english import parse
    >>> from fogline.reading.sentences import sentences
    >>> text = "It was the army that shelled the market."
    >>> cleft(parse(text, sentences(text)), 5)
    1
    """
    over = next((k for k in parse.ancestors(i) if parse.pos[k] in ("VERB", "AUX")), None)
    if over is None or parse.lemmas[over] != "be" or parse.child(over, "neg") is not None:
        return None
    subject = parse.child(over, "nsubj")
    placed = parse.deps[i] == "ccomp" and parse.heads[i] == over and parse.child(over, "acomp", "attr") is None
    named = parse.deps[i] == "relcl" and parse.child(over, "attr") is not None
    it = subject is not None and parse.lower(subject) == "it"
    return over if it and (named or (placed and any(over < k < i for k in parse.children(over, "prep")))) else None


def tense(parse: Parse, i: int) -> str:
    """Past, pluperfect, perfect, present or future; empty for infinitives, bare participles and nouns."""
    helpers = list(parse.children(i, "aux", "auxpass"))
    tags = {parse.tags[k] for k in helpers}
    have = next((k for k in helpers if parse.lemmas[k] == "have"), None)
    if "MD" in tags:
        return "future" if any(parse.lower(k) in ("will", "shall", "'ll", "’ll") for k in helpers) else ""
    if have is not None:
        return "pluperfect" if parse.tags[have] == "VBD" else "perfect"
    for tag in (parse.tags[i], *(parse.tags[k] for k in helpers)):
        if tag in ("VBD", "VBZ", "VBP"):
            return "past" if tag == "VBD" else "present"
    joined = parse.deps[i] == "conj" and parse.pos[parse.heads[i]] in ("VERB", "AUX") and parse.heads[i] < i
    return tense(parse, parse.heads[i]) if joined else ""


def mood(parse: Parse, i: int) -> str:
    """Told as so, negated, or open (modal, conditional, intended); a noun is told unless its phrase denies it."""
    if any(parse.deps[k] == "neg" or parse.lower(k) in ("no", "never") for k in parse.kids[i]):
        return "not"
    nobody = (k for k in parse.children(i, "nsubj", "nsubjpass", "dobj"))
    if any(parse.lower(k) in NOBODY or _none_of(parse, k) for k in nobody):
        return "not"
    over = parse.heads[i]
    if parse.deps[i] in ("pcomp", "pobj") and parse.lower(over) == "without":
        return "not"
    if any(parse.tags[k] == "MD" or parse.lower(k) in UNSURE_MARKS for k in parse.children(i, "aux", "mark")):
        return "open"
    infinitive = any(parse.tags[k] == "TO" for k in parse.children(i, "aux"))
    shared = parse.deps[i] == "conj" and parse.pos[over] == "VERB" and parse.tags[i] == "VB"
    return "open" if infinitive or shared else "told"


def _none_of(parse: Parse, k: int) -> bool:
    return any(parse.deps[c] in ("det", "neg") and parse.lower(c) in ("no", "neither") for c in parse.kids[k])


def clause(parse: Parse, i: int) -> Iterator[tuple[int, int]]:
    """The pieces of a predicate's own clause, first and last token: no clause hung on it or on what stands in it."""
    own = [k for k in parse.subtree(i) if k == i or _own(parse, k, i)]
    start = 0
    for n in range(1, len(own) + 1):
        if n == len(own) or own[n] != own[n - 1] + 1:
            yield own[start], own[n - 1]
            start = n


def _own(parse: Parse, k: int, i: int) -> bool:
    """True if no clause stands between a token and the predicate over it."""
    while k != i:
        joined = parse.deps[k] == "conj" and parse.pos[k] in ("VERB", "AUX")
        if joined or (parse.deps[k] in CLAUSAL and parse.pos[k] in ("VERB", "AUX")) or parse.heads[k] == k:
            return False
        k = parse.heads[k]
    return True
