"""Names of countries and capitals that stand for those who govern there: actors, and no places."""

from __future__ import annotations

import re
from itertools import islice

from fogline.models.parse import Parse
from fogline.tables import gazetteer
from fogline.tables.place_words import words

GOVERNED = ("PCLI", "PPLC")
SUBJECT = ("nsubj",)
INDIRECT = ("dative", "dobj")
SPOKEN_TO = frozenset(("accuse", "blame", "urge", "warn", "tell", "ask", "thank", "condemn", "criticise", "criticize"))
NEXT_WORD = re.compile(r"(?:['’]s?)?[\s-]+([A-Za-z]+)")


def acts(parse: Parse, span: tuple[int, int]) -> bool:
    """True if the name is that of a country or capital and its sentence lets it act, or gives it to an actor.

    Two signs, either of which is enough: the noun after it ("the U.S. military"), and the verb that it is the
    subject of ("Moscow vowed"), unless that verb says what befell a place ("Kyiv came under fire").
    """
    name = parse.text[span[0] : span[1]]
    if not any(e.feature in GOVERNED and e.kind < 2 for e in islice(gazetteer.lookup(name), 40)):
        return False
    match = NEXT_WORD.match(parse.text, span[1])
    if match and match[1].lower() in words("actor_nouns", "word"):
        return True
    return _wills(parse, span)


def _wills(parse: Parse, span: tuple[int, int]) -> bool:
    """True for the subject of a verb of one's own doing, or whoever is accused, urged or told."""
    tokens = parse.tokens(*span)
    if not parse.parsed or not tokens:
        return False
    last = tokens[-1]
    verb = parse.heads[last]
    if parse.pos[verb] not in ("VERB", "AUX"):
        return False
    if parse.deps[last] in SUBJECT:
        return parse.lemmas[verb] not in words("passive_verbs", "lemma")
    return parse.deps[last] in INDIRECT and parse.lemmas[verb] in SPOKEN_TO
