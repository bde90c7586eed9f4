"""What a cue verb says of a thing: its object and what belongs to it ("praised the move as a bold step")."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading.mentions_labels import CALENDAR
from fogline.reading.raised import NAMING
from fogline.reading.sources import own_subject, passive
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_voices import Cue

TRAILING = ("advcl", "conj", "cc", "punct", "parataxis", "agent", "mark", "nsubj", "nsubjpass", "aux", "auxpass")


def object_phrase(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "praised the move as a bold step", "accused Kyiv of ...": the object and what belongs to it."""
    parse = page.parse
    if "o" not in cue.frames or passive(parse, verb):
        return ()
    if not any(True for _ in parse.children(verb, "dobj", "oprd", "ccomp", "dative")):
        return ()
    if "as" in cue.frames and not any(parse.lower(k) == "as" for k in parse.children(verb, "prep")):
        return ()  # "sees the raid as a threat", not "saw the raid"
    rights = [
        k
        for k in parse.children(verb)
        if k > verb and (parse.deps[k] not in TRAILING or _condition(parse, k) or _doer(parse, k))
    ]
    first = next((k for k in rights if parse.deps[k] not in ("prt", "advmod", "npadvmod", "prep")), None)
    if first is None or (cue.lemma in NAMING and not _names_it(page, verb, rights)):
        return ()
    whole = cue.act in ("criticise", "praise")
    kept = [i for k in rights if k >= first and (whole or _belongs(parse, k)) for i in parse.subtree(k) if i > verb]
    return tuple(range(min(kept), max(kept) + 1)) if kept else ()


BOUND_PREPOSITIONS = {
    "as", "of", "for", "to", "against", "over", "about", "from", "between", "with", "including", "since", "among",
}  # fmt: skip


def _doer(parse: Parse, k: int) -> bool:
    """As in "described attacks by gunmen": an active verb with an object has no other doer."""
    return parse.deps[k] == "agent" and _belongs(parse, k)


def _condition(parse: Parse, k: int) -> bool:
    """As in "threatened strikes unless the blockade was lifted"."""
    return parse.deps[k] == "advcl" and parse.lower(parse.lefts[k]) in ("unless", "if", "until")


def _names_it(page: Page, verb: int, rights: list[int]) -> bool:
    """As in "called the raid a mistake", and not "called the envoy on Friday"."""
    parse = page.parse
    if any(parse.deps[k] in ("oprd", "ccomp", "xcomp", "acomp", "prt") for k in rights):
        return True
    return own_subject(page, verb) is not None and any(
        page.quoted(i) != page.quoted(verb) for k in rights for i in parse.subtree(k)
    )


def _belongs(parse: Parse, k: int) -> bool:
    """The object's own complements ("as", "of", "for"), not time and place of the speaking."""
    if parse.deps[k] in ("prep", "dative", "agent") and parse.lower(k) == "by":
        doer = parse.child(k, "pobj")  # "described attacks by gunmen"; not "by Monday", "by saying"
        return doer is not None and parse.pos[doer] in ("NOUN", "PROPN") and parse.lower(doer) not in CALENDAR
    if parse.deps[k] in ("prep", "dative"):
        return parse.lower(k) in BOUND_PREPOSITIONS
    return parse.deps[k] not in ("advmod", "npadvmod")
