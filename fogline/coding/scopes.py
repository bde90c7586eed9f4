"""Whose auxiliaries a verb shares, and which infinitives stand in its scope."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading import factuality_words as words


def auxiliaried(parse: Parse, i: int) -> int:
    """The coordinated verb whose auxiliaries ``i`` shares: "must stop and leave"."""
    while parse.deps[i] == "conj" and parse.child(i, "nsubj", "nsubjpass", "aux", "auxpass") is None:
        if parse.tags[i] != parse.tags[parse.heads[i]]:
            break
        i = parse.heads[i]
    return i


def is_to(parse: Parse, i: int) -> bool:
    """As in "is to visit", "are to meet"."""
    head = parse.heads[i]
    bound = parse.deps[i] == "xcomp" and parse.lemmas[head] == "be" and words.is_infinitive(parse, i)
    return bound and parse.tags[head] in ("VBZ", "VBP", "VBD")


def purpose(parse: Parse, i: int, clause: int) -> bool:
    """As in "left to join the army": what one stops or leaves for, not what one stops doing."""
    return parse.lemmas[i] != "cease" and words.is_infinitive(parse, clause)
