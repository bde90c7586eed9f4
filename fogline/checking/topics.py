"""What a clause is about, word by word: stems of its telling words, a happening by its family.

"An attack on the port" and "gunmen struck the port" share the happening and the port; articles, dates and verbs that
say too little do not count.
"""

from __future__ import annotations

import re

from fogline.tables.lexicon_checks import check_words, family, incident_families, topics

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+")


def stems(words: str) -> frozenset[str]:
    """The telling words of a clause as stems, happenings by their family.

    >>> sorted(stems("It was the first attack on the port"))
    ['assault', 'port']
    """
    found = (re.sub(r"['’]s?$", "", w[0].lower()) for w in WORD.finditer(words))
    return frozenset(_stem(w) for w in found if len(w) > 2 and not check_words("idle").fullmatch(w))


def _stem(word: str) -> str:
    families = incident_families()[1]
    if word in topics():
        return topics()[word]
    if word in families or word.removesuffix("s") in families:
        return family(word)
    if f"{word.removesuffix('s')}ed" in families:
        return families[f"{word.removesuffix('s')}ed"]
    bare = re.sub(r"(?:ies|y)$", "i", word)
    return re.sub(r"(?:ing|ers|er|ed|es|s|e)$", "", bare) or bare
