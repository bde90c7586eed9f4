"""Words whose sentence decides their type, and the types a word might have had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from fogline.coding.algebra import Meaning
from fogline.models.parse import Parse
from fogline.tables import ontology
from fogline.tables.ontology import Entry

PLACES = ("GPE", "LOC", "FAC")


class Senses(Protocol):
    """What this module asks of the coder."""

    @property
    def parse(self) -> Parse:
        """The parse under the coder."""

    def noun(self, i: int) -> Meaning | None:
        """What a noun names."""

    def objects(self, i: int) -> Iterator[tuple[str, int]]:
        """Preposition and noun of each argument."""

    def senses(self, i: int) -> list[tuple[str, Entry]]:
        """Rows of the verb table."""


def decided(coder: Senses, i: int, found: Meaning) -> Meaning:
    """The meaning after a look at the sentence: troops sent as peacekeepers are aid, a strike by workers a protest."""
    parse = coder.parse
    if found.type == "MOBILIZE" and any("peacekeep" in parse.lower(k) for k in parse.sentence(i)):
        return replace(found, type="AID", mode=None, contexts=("peacekeeping",))
    if found.type == "ASSAULT" and found.rule in ("noun strike", "verb strike") and _of_workers(parse, i):
        return replace(found, type="PROTEST", mode="strike", contexts=("economic",))
    if found.type == "RETREAT" and parse.lemmas[i] in ("liberate", "free") and _takes_place(coder, i):
        return replace(found, type="ASSAULT", mode=None, contexts=("military",))
    if found.type == "PROTEST" and parse.lemmas[i] in ("march", "advance") and _against_a_place(coder, i):
        return replace(found, type="MOBILIZE", mode="troops", contexts=("military",))
    if found.type == "AID" and parse.lemmas[i] in ("deliver", "drop") and _from_the_air(coder, i):
        return replace(found, type="ASSAULT", mode="aerial", contexts=("military",))
    return found


def _of_workers(parse: Parse, i: int) -> bool:
    return any(parse.lemmas[k] in ontology.words("worker") for k in parse.sentence(i))


def _takes_place(coder: Senses, i: int) -> bool:
    """As in "liberated the town", "liberate Mosul"."""
    parse = coder.parse
    named = {k for first, end, label in parse.ents if label in PLACES for k in range(first, end)}
    for prep, k in coder.objects(i):
        noun = coder.noun(k)
        territory = noun is not None and noun.kind == "territory"
        if prep == "" and (k in named or territory or parse.lemmas[k] in ontology.words("facility")):
            return True
    return False


def _against_a_place(coder: Senses, i: int) -> bool:
    """As in "the column marched on Goma", unlike "students marched on parliament"."""
    parse = coder.parse
    goals = [k for p in parse.children(i, "prep") if parse.lower(p) in ("on", "towards", "toward", "into")
             for k in parse.children(p, "pobj")]  # fmt: skip
    crowd = ontology.words("crowd") | ontology.words("worker")
    return any(parse.pos[k] == "PROPN" for k in goals) and not any(parse.lemmas[k] in crowd for k in parse.sentence(i))


def _from_the_air(coder: Senses, i: int) -> bool:
    """As in "jets delivered 24 munitions": they were dropped, not given."""
    parse = coder.parse
    dropped = any(parse.lemmas[k] in ("munition", "bomb", "ordnance") for _, k in coder.objects(i))
    flying = ontology.words("flying")
    return dropped and any(parse.lemmas[k] in flying or parse.lower(k) in flying for k in parse.sentence(i))


def alternatives(coder: Senses, i: int) -> list[str]:
    """Every type that the word, its forms or its objects have in the lexicon, most specific first."""
    own = [entry.type for _, entry in coder.senses(i)] if coder.parse.pos[i] in ("VERB", "ADJ") else []
    noun = coder.noun(i) if not own else None
    carried = [m.type for _, k in coder.objects(i) if (m := coder.noun(k)) is not None]
    return [t for t in dict.fromkeys([*own, *([noun.type] if noun else []), *carried]) if t]
