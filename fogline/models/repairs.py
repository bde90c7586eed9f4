"""Where a parse goes wrong in kinds that reports are full of, and is put right: heads and labels, word by word."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.models.parse import Numbers, above

CHARGING = ("accuse", "suspect", "convict", "acquit", "clear", "absolve")
NOUNS = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos")


def prefixes(
    words: Sequence[str], glued: Sequence[bool], heads: Numbers, deps: tuple[str, ...]
) -> tuple[Numbers, tuple[str, ...]]:
    """Heads and labels where the parse hangs all of "sub-leader" on one verb: the last part is the noun.

    ``glued``: the token stands directly behind the one before it.

    >>> words, glued, deps = ("met", "sub", "-", "leader"), (False, False, True, True), ("ROOT", "dobj", "dobj", "dobj")
    >>> prefixes(words, glued, (0, 0, 0, 0), deps)
    ((0, 3, 3, 0), ('ROOT', 'compound', 'punct', 'dobj'))
    """
    over, names = list(heads), list(deps)
    for i in range(1, len(words) - 1):
        alike = heads[i - 1] == heads[i] == heads[i + 1] and deps[i - 1] == deps[i] == deps[i + 1]
        if words[i] == "-" and glued[i] and glued[i + 1] and alike and deps[i] in NOUNS:
            over[i - 1 : i + 1] = i + 1, i + 1
            names[i - 1 : i + 1] = "compound", "punct"
    return tuple(over), tuple(names)


def charges(lemmas: Sequence[str], tags: Sequence[str], heads: Numbers, deps: tuple[str, ...]) -> Numbers:
    """Heads where the parse hangs the charge on the accused: in "accused the coalition of killing" on the verb.

    >>> lemmas, deps = ("accuse", "coalition", "of", "kill"), ("ROOT", "dobj", "prep", "pcomp")
    >>> charges(lemmas, ("VBD", "NN", "IN", "VBG"), (0, 0, 1, 2), deps)
    (0, 0, 0, 2)
    """
    over = list(heads)
    for i, head in enumerate(heads):
        charge = deps[i] == "pcomp" and tags[i] == "VBG" and lemmas[head] == "of" and deps[head] == "prep"
        accused = heads[head]
        if charge and deps[accused] in ("dobj", "nsubjpass") and lemmas[heads[accused]] in CHARGING:
            over[head] = heads[accused]
    return tuple(over)


def between(words: Sequence[str], tags: Sequence[str], heads: Numbers, deps: tuple[str, ...]) -> Numbers:
    """Heads where the parse hangs the second side further up: in "talks between Chad, led by X, and Mali" on the first.

    >>> words, deps = ("talks", "between", "chad", "and", "mali"), ("ROOT", "prep", "pobj", "cc", "conj")
    >>> between(words, ("NNS", "IN", "NNP", "CC", "NNP"), (0, 0, 1, 0, 0), deps)
    (0, 0, 1, 2, 2)
    """
    over = list(heads)
    for i in (i for i, head in enumerate(heads) if deps[i] == "pobj" and words[head] == "between"):
        joined = [k for k in range(i + 1, len(heads)) if deps[k] == "conj"]
        if tags[i] not in ("NN", "NNP") or any(heads[k] == i for k in joined):
            continue
        over_it = set(above(heads, i))
        for k in (k for k in joined[:1] if heads[k] in over_it and tags[k].startswith("NN")):
            for moved in (k, *(c for c in range(i + 1, k) if deps[c] == "cc" and heads[c] == heads[k])):
                over[moved] = i
    return tuple(over)
