"""Does "Moscow" act here, or is it where something happened? Capitals and seats as governments or as places.

Kept as a government: the subject of acts and speech, the giver or receiver of words, weapons and sanctions, the owner
of decisions. Kept as a place: after locative prepositions, as what is shelled or visited, in datelines. In doubt a
capital is a place and a palace or ministry ("the Kremlin") the body it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.mentions_entities import body_name
from fogline.reading.mentions_spots import Spot, clean
from fogline.tables.actor_words import metonym_cues

Verdict = bool | None  # acts / is a place / no opinion
PLACES = frozenset({
    "in", "at", "near", "around", "outside", "inside", "across", "over", "toward", "towards", "into", "through",
    "above", "beyond", "via", "throughout", "within", "beneath", "off", "past", "along", "surrounding", "downtown",
    "central", "northern", "southern", "eastern", "western", "greater", "east", "west", "north", "south",
})  # fmt: skip
DATED = r"(?:,\s*(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+\d{4})?)?"
DATELINE = re.compile(rf"(?:,\s*[A-Z][a-z][\w. ]+?)?{DATED}\s*(?:\([A-Z]|[—–]|-\s|--)")
CAPITALS = re.compile(rf"{DATED}\s*:")  # behind a town in capitals
MADE_BY = re.compile(
    r"-(?:(backed|led|aligned|installed|appointed|controlled|allied|friendly|sponsored|brokered|imposed|supported"
    r"|approved|funded|loyal|mediated)|\w+)"
)
BARE_VERB = re.compile(
    r"\s+(?:has|had|will|would|says|said|vowed|warned|accused|denied|rejected|insists|insisted|wants|wanted|did|does"
    r"|claims|claimed|announced|agreed|refused|threatened|believes|calls|called|sees|plans|hopes|demands|demanded)\b"
)


def decided(parse: Parse, spot: Spot) -> Spot:
    """A seat's spot as the government (kind metonym) or as the place itself."""
    if acts(parse, spot):
        return replace(spot, kind="metonym", key=f"body {body_name(spot)} {spot.country}")
    name = clean(parse.text[spot.start : spot.end])
    kind = "place" if spot.note == "capital" else "facility"
    if spot.note in ("ministry", "parliament", "agency") and spot.type == "government":
        return replace(spot, key=f"body {body_name(spot)} {spot.country}")
    return replace(spot, name=name, type=kind, sector=None, key=f"place {name.lower()}")


def acts(parse: Parse, spot: Spot) -> bool:
    """True if a seat of government stands for those who sit there."""
    tokens = parse.tokens(spot.start, spot.end)
    if not tokens:
        return spot.note != "capital"
    head = _head(parse, tokens)
    verdicts = (rule(parse, head, tokens[0], tokens[-1]) for rule in RULES)
    found = next((v for v in verdicts if v is not None), None)
    return spot.note != "capital" if found is None else found


def _head(parse: Parse, tokens: range) -> int:
    """The token of the name whose arc leads out of it."""
    return next((i for i in reversed(tokens) if parse.heads[i] not in tokens), tokens[-1])


def dateline(parse: Parse, _head: int, first: int, last: int) -> Verdict:
    """KYIV (Reuters) — ..."""
    opens = parse.sents and first == parse.sents[parse.sent_of[first]][0]
    shout = parse.text[parse.starts[first] : parse.ends[last]].isupper()
    dated = DATELINE.match(parse.text, parse.ends[last]) or (shout and CAPITALS.match(parse.text, parse.ends[last]))
    return False if opens and dated else None


def hyphened(parse: Parse, _head: int, _first: int, last: int) -> Verdict:
    """Moscow-backed, but Moscow-based."""
    match = MADE_BY.match(parse.text, parse.ends[last])
    return None if match is None else match[1] is not None


def locative(parse: Parse, _head: int, first: int, _last: int) -> Verdict:
    """A locative preposition directly before it."""
    before = first - 1
    while before >= 0 and (parse.lower(before) == "the" or parse.word(before).isspace()):
        before -= 1
    return False if before >= 0 and parse.lower(before) in PLACES else None


def unparsed(parse: Parse, _head: int, _first: int, last: int) -> Verdict:
    """Without a parse only a plain verb of saying or will right behind it decides."""
    return None if parse.parsed else bool(BARE_VERB.match(parse.text, parse.ends[last]))


def conjoined(parse: Parse, head: int, first: int, last: int) -> Verdict:
    """The second of two names shares the first one's part."""
    if parse.deps[head] != "conj":
        return None
    first_of_all = parse.heads[head]
    verdicts = (rule(parse, first_of_all, first_of_all, first_of_all) for rule in RULES)
    return next((v for v in verdicts if v is not None), None)


def subject(parse: Parse, head: int, _first: int, _last: int) -> Verdict:
    """A subject acts, unless the verb is one of lying, burning or being somewhere."""
    verb = parse.heads[head]
    if parse.deps[head] == "nsubj":
        if parse.lemmas[verb] == "be":
            return _is_so(parse, verb)
        return parse.lemmas[verb] not in metonym_cues("subject_place")
    if parse.deps[head] == "nsubjpass":
        return parse.lemmas[verb] not in metonym_cues("passive_place")
    return None


def _is_so(parse: Parse, verb: int) -> bool:
    said = parse.child(verb, "acomp")
    return said is not None and parse.lemmas[said] in metonym_cues("adjective_metonym")


def object_of_verb(parse: Parse, head: int, _first: int, _last: int) -> Verdict:
    """Whom one accuses or arms is a government, what one shells a place."""
    if parse.deps[head] in ("dobj", "dative"):
        return parse.lemmas[parse.heads[head]] in metonym_cues("object_metonym") or parse.deps[head] == "dative"
    return None


def owner(parse: Parse, head: int, _first: int, last: int) -> Verdict:
    """Moscow's response, but Moscow's outskirts."""
    owned = parse.heads[head]
    if parse.deps[head] == "poss" and last + 1 < len(parse) and parse.tags[last + 1] == "POS":
        return parse.lemmas[owned] not in metonym_cues("possessed_place")
    if parse.deps[head] in ("compound", "nmod", "amod"):
        return parse.lemmas[owned] in metonym_cues("modified_metonym")
    return None


def after_preposition(parse: Parse, head: int, _first: int, _last: int) -> Verdict:
    """Talks with, sanctions on, weapons for, accusations by."""
    at = parse.heads[head]
    if parse.deps[head] != "pobj":
        return None
    word, governor = parse.lower(at), parse.heads[at]
    if word == "to" and parse.lower(governor) == "according":
        return True
    if word == "by":
        return parse.deps[at] == "agent" or parse.pos[governor] == "NOUN"
    if word in ("against", "between", "among"):
        return True
    thing = parse.child(governor, "dobj") if parse.pos[governor] == "VERB" else None  # "imposed sanctions on"
    imposed = thing is not None and thing < at and parse.lemmas[thing] in metonym_cues(f"noun_{word}")
    return imposed or parse.lemmas[governor] in _cues(word, parse.pos[governor])


def _cues(word: str, pos: str) -> frozenset[str]:
    kind = {"VERB": "verb", "ADJ": "adjective"}.get(pos, "noun")
    return metonym_cues(f"{kind}_{word}")


Rule = Callable[[Parse, int, int, int], Verdict]
RULES: tuple[Rule, ...] = (
    dateline, hyphened, locative, unparsed, conjoined, subject, object_of_verb, owner, after_preposition,
)  # fmt: skip
