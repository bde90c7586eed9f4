"""Whether two tellings of a deed name the same people, harm and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.coding.retold_words import DEFINITE
from fogline.models.parse import Parse
from fogline.records import Event, Participant, Place
from fogline.tables import lexicon_acts as lexicon
from fogline.tables import ontology

TOWN_KM = 40
WIDE = ("country", "region", "admin1", "unknown")
Placed = Mapping[str, Place]
At = tuple[int, Event]


def common(parse: Parse, first: Sequence[Participant], later: Sequence[Participant], *, loose: bool) -> bool:
    """True if some participant of both is one: one entity, one phrase with its number, or "a depot", "the depot".

    Behind a noun that points back (``loose``) "farmers" may come back as "nine farmers".
    """
    known = {p.entity for p in first if p.entity}
    if any(p.entity in known for p in later):
        return True
    phrases = {phrase for p in first for phrase in _phrases(parse, p, plain=True, counted=False, loose=loose)}
    taken = (phrase for p in later for phrase in _phrases(parse, p, plain=False, counted=loose, loose=False))
    return any(phrase in phrases for phrase in taken)


def _phrases(parse: Parse, person: Participant, *, plain: bool, counted: bool, loose: bool) -> list[str]:
    """The words by which a participant may be taken up: with its number, or by its noun alone."""
    head = head_of(parse, person)
    if head is None or parse.pos[head] == "PRON":
        return []
    if any(parse.pos[k] == "NUM" for k in (*parse.tokens(person.start, person.end), *parse.children(head, "nummod"))):
        words = " ".join(parse.lower(k) for k in parse.subtree(head) if parse.deps[k] not in ("det", "punct"))
        return [words, parse.lemmas[head]] if counted else [words]
    pointed = any(parse.lower(k) in DEFINITE for k in parse.children(head, "det"))
    return [parse.lemmas[head]] if loose or (person.entity is None and (plain or pointed)) else []


def head_of(parse: Parse, person: Participant) -> int | None:
    """The token that governs a participant's words."""
    tokens = parse.tokens(person.start, person.end)
    return next((k for k in tokens if parse.heads[k] not in tokens), None)


def told_of(parse: Parse, people: Sequence[Participant]) -> list[tuple[str, str]]:
    """Number and noun of each participant told by a common noun."""
    heads = [k for k in (head_of(parse, p) for p in people) if k is not None and parse.pos[k] == "NOUN"]
    return [(" ".join(parse.lower(n) for n in parse.children(k, "nummod")), parse.lemmas[k]) for k in heads]


def many(number: str) -> bool:
    """A number so large that two deeds seldom share it."""
    digits = "".join(c for c in number if c.isdigit())
    return len(digits) > 1


def alike(parse: Parse, first: Sequence[Participant], later: Sequence[Participant]) -> bool:
    """True if both sides are told by the same numbers and nouns."""
    return bool(first) and told_of(parse, first) == told_of(parse, later)


def harms(parse: Parse, first: Event, later: Event) -> bool:
    """As in "attacked a convoy ... the raid killed six soldiers": what was hit, then who was hurt.

    Or who was hurt, then a wider word for them ("such an attack on civilians"). Nobody is hurt by his own attack.
    """
    heads = [head_of(parse, p) for p in first.recipients]
    hurt = [head_of(parse, p) for p in later.recipients]
    doers = {parse.lemmas[k] for k in (head_of(parse, p) for p in first.actors) if k is not None}
    if any(k is None or parse.lemmas[k] in doers for k in hurt):
        return False
    if all(k is not None and parse.lemmas[k] in lexicon.words("anybody") for k in hurt):
        return True
    hit = any(k is not None and parse.lemmas[k] in ontology.words("facility") for k in heads)
    return hit and bool(later.casualties) and not first.casualties


def goes_on(parse: Parse, first: At, later: At) -> bool:
    """As in "conducted five airstrikes. These strikes hit two depots": the next sentence says whom."""
    (i, a), (k, _) = first, later
    these = any(parse.lower(n) in ("this", "these") for n in parse.children(k, "det"))
    return these and not a.recipients and near(parse, i, k, 1)


def adds_nothing(first: Event, later: Event, *, here: bool) -> bool:
    """True if a bare "the attack" brings no place of its own that the first telling lacks, nor, elsewhere, a day."""
    return not (later.time and not first.time and not here) and not (later.place and not first.place)


def one_place(first: Event, later: Event, places: Placed) -> bool:
    """True if both are told of one town or smaller place."""
    a, b = places.get(first.place or ""), places.get(later.place or "")
    return a is not None and b is not None and a.name is not None and a.name == b.name and (a.radius_km or 0) <= TOWN_KM


def elsewhere(first: Event, later: Event, places: Placed) -> bool:
    """True for two places that are not one and of which neither can lie within the other."""
    a, b = places.get(first.place or ""), places.get(later.place or "")
    if a is None or b is None or a.name == b.name or (a.geonameid and a.geonameid == b.geonameid):
        return False
    inside = a.country == b.country and (a.precision in WIDE or b.precision in WIDE)
    return not inside


def at_another_time(first: Event, later: Event) -> bool:
    """True for two dates of which neither is a coarser form of the other."""
    a, b = (e.time.value if e.time else None for e in (first, later))
    if "P" in (str(a)[:1], str(b)[:1]):
        return False  # "for three days": how long says nothing of when
    if a and b and a.startswith("XXXX") and b.startswith("XXXX") and ("-W" in a) != ("-W" in b):
        return False  # "on 15 December", "on Thursday": nobody can tell
    return bool(a and b) and not (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def near(parse: Parse, i: int, k: int, sentences: int) -> bool:
    """True if the later word stands at most so many sentences below."""
    return parse.sent_of[k] - parse.sent_of[i] <= sentences
