"""Noun phrases for people and bodies: which noun can head one, and where it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.models.parse import Parse
from fogline.reading.mentions_labels import CALENDAR
from fogline.reading.mentions_words import COMPARED, COUNTED, MODIFIER_TAGS, OPENERS, STRUCK_WITH
from fogline.tables import actors, ontology
from fogline.tables.actors import SectorNoun

CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase over tokens without its article: first and head token, and what the table says of the head."""

    first: int
    head: int
    noun: SectorNoun


def lemma(parse: Parse, i: int) -> str:
    """A token's lemma in small letters, also of a plural that the parser takes for a name ("ISIL Terrorists")."""
    word = parse.lemmas[i].lower()
    return word.removesuffix("s") if parse.tags[i] == "NNPS" else word


def head_noun(parse: Parse, i: int) -> SectorNoun | None:
    """What the table says of token ``i`` if it can head a phrase for people or a body."""
    if parse.parsed and parse.pos[i] not in ("NOUN", "PROPN", "ADJ"):
        return None
    lemma = parse.lemmas[i]
    found = actors.sector_nouns().get(lemma) or actors.sector_nouns().get(parse.lower(i))
    if found is None and (parse.tags[i] == "NNPS" or not parse.parsed):
        plural = actors.sector_nouns().get(parse.lower(i).removesuffix("s"))
        found = plural if plural and (plural.type in ("group", "person") or not parse.parsed) else None
    found = _office_of_two(parse, i) or found
    office = actors.offices().get(lemma) if found is None else None
    if office and office.kind not in ("rank", "other", "label") and lemma not in ("chair", "head", "father", "private"):
        if lemma == "speaker" and parse.tags[i] == "NNS":  # loudspeakers, more often than presiding officers
            return None
        found = SectorNoun(office.sector, "person" if parse.tags[i] == "NN" else "group", "office")
    if found is None or (parse.pos[i] == "ADJ" and not parse.lower(i).endswith("s")) or _goes_on(parse, i):
        return None
    return found


def _office_of_two(parse: Parse, i: int) -> SectorNoun | None:
    """An attorney general is no general."""
    if i == 0 or parse.tags[i] not in ("NN", "NNP"):
        return None
    office = actors.offices().get(f"{parse.lower(i - 1)} {parse.lower(i)}")
    if office is None or office.kind in ("rank", "other", "label"):
        return None
    return SectorNoun(office.sector, "person", "office")


def _goes_on(parse: Parse, i: int) -> bool:
    """True where the noun only modifies the next one ("police station", "press secretary", "police-led")."""
    if parse.text[parse.ends[i] : parse.ends[i] + 1] == "-":
        return not parse.text.startswith(("-elect", "-designate"), parse.ends[i])
    after = i + 1
    while after < len(parse) and parse.word(after).isspace():
        after += 1
    if after >= len(parse) or parse.sent_of[after] != parse.sent_of[i]:
        return False
    if f"{parse.lower(i)} {parse.lower(after)}" in actors.offices():
        return True
    if flown(parse, i, after):
        return False
    return parse.tags[after] in ("NN", "NNS", "HYPH") and parse.heads[after] != parse.heads[i]


def flown(parse: Parse, i: int, after: int) -> bool:
    """True for whose jets, shells or raids they are ("coalition aircraft", "army shelling"): the body acts in them."""
    if after >= len(parse):
        return False
    flies = {parse.lemmas[after], parse.lower(after)} & (ontology.words("flying") | STRUCK_WITH)
    return parse.lemmas[i].lower() in ontology.words("joint_actor") and bool(flies)


def left_edge(parse: Parse, i: int) -> int:
    """The first token of the phrase without its article; a possessor belongs to it."""
    low = parse.sents[parse.sent_of[i]][0]
    first, at = i, i - 1
    while at >= low and i - at < 14:
        if parse.word(at).isspace():
            at -= 1
            continue
        if _opens(parse, at) or not _modifies(parse, at, i):
            break
        first = at
        at -= 1
        if parse.tags[first] == "PRP$":
            break
    while first < i and parse.tags[first] in ("HYPH", "POS"):
        first += 1
    if parse.lower(first) in {"dozen", "few", "handful", "hundred", "thousand"} and first > low:
        return first - 1 if parse.lower(first - 1) == "a" else first
    return first


def _opens(parse: Parse, at: int) -> bool:
    """True at what stands before a phrase: a day or time, an adjective before a number ("shot dead three women")."""
    if parse.word(at)[0].isupper() and parse.lower(at) in CALENDAR | OPENERS:
        return True
    odd = parse.tags[at + 1] == "CD" and parse.tags[at] == "JJ" and parse.lower(at) not in COUNTED
    return odd or CLOCK.fullmatch(parse.word(at)) is not None


def _modifies(parse: Parse, at: int, head: int) -> bool:
    tag, word = parse.tags[at], parse.word(at)
    if word.lower() in COMPARED or (parse.word(at + 1) == "-" and parse.ends[at] == parse.starts[at + 1]):
        return word.lower() not in COMPARED
    if tag in ("VBN", "VBG"):
        return parse.deps[at] in ("amod", "compound") and at < parse.heads[at] <= head
    if tag in ("NN", "NNS", "NNP", "NNPS") and parse.deps[at] in ("nsubj", "dobj", "pobj", "appos", "attr"):
        return bool(parse.tags[at + 1] == "HYPH")
    if tag == "PRP$":
        return True
    if word == "-":
        return parse.ends[at] == parse.starts[at + 1] and at > 0 and parse.ends[at - 1] == parse.starts[at]
    return tag in MODIFIER_TAGS or (not tag and word[0].isupper())
