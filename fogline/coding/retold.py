"""One deed told twice: what may not differ, and what must be shared, before a later telling is called the same.

Two deeds taken for one are worse than one deed told as two, so doubt keeps them apart: another place, day, victim or
actor, or a word such as "another", is enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from fogline.models.parse import Parse
from fogline.records import Event, Participant, Place
from fogline.tables import files, ontology
from fogline.tables import lexicon_acts as lexicon

SPEECH = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
DEFINITE = ("the", "this", "that", "these", "those")
POINTING = (*DEFINITE, "such")
STEM = 4  # letters that "kill" and "killing", "expel" and "expelled" have in common
TOWN_KM = 40
WIDE = ("country", "region", "admin1", "unknown")
Placed = Mapping[str, Place]
At = tuple[int, Event]


@cache
def retellings() -> dict[str, frozenset[str]]:
    """What a noun may point back to, by noun.

    >>> "shell" in retellings()["shelling"], "shell" in retellings()["killing"]
    (True, False)
    """
    rows = files.rows("languages/en/retellings.tsv", ("nouns", "of"))
    return {noun: frozenset(row["of"].split(", ")) for row in rows for noun in row["nouns"].split(", ")}


def same(parse: Parse, first: At, later: At, places: Placed) -> bool:
    """True if the later event tells the first again: one type and status, nothing that differs, something shared."""
    (i, a), (k, b) = first, later
    if (a.type, a.status) != (b.type, b.status) or parse.sent_of[i] == parse.sent_of[k]:
        return False
    if is_another(parse, k) or _is_custom(parse, i):
        return False
    if (a.mode and b.mode and a.mode != b.mode) or _elsewhere(a, b, places) or _at_another_time(a, b):
        return False
    points = parse.pos[k] == "NOUN" and definite(parse, k)
    if points and _sums_up(parse, i, k):
        return False
    if points and not (names(parse, i, k) and _as_many(parse, i, k)):
        return False
    return _by_sides(parse, first, later, points=points, here=_here(a, b, places))


def _by_sides(parse: Parse, first: At, later: At, *, points: bool, here: bool) -> bool:
    """Whether who did it to whom lets the two be one; ``here``: both are told of one place."""
    (i, a), (k, b) = first, later
    who = _common(parse, a.actors, b.actors, loose=points)
    whom = _common(parse, a.recipients, b.recipients, loose=points)
    again = not points and _taken_up(parse, a, b)
    whom = whom or again or (points and here and _alike(parse, a.recipients, b.recipients))
    harm = points and not whom and bool(b.recipients) and (_harms(parse, a, b) or _goes_on(parse, first, later))
    if (a.actors and b.actors and not who) or (a.recipients and b.recipients and not (whom or harm)):
        return False
    if not points:
        alike = parse.lemmas[i] == parse.lemmas[k] and a.type not in SPEECH
        return alike and ((who and whom) or (again and not (a.actors and b.actors)))
    named = not b.actors or (not a.actors and not b.recipients and _near(parse, i, k, 3) and parse.tags[k] == "NN")
    return who or whom or (_adds_nothing(a, b, here=here) and named and (harm or not b.recipients))


def _taken_up(parse: Parse, a: Event, b: Event) -> bool:
    """As in "raid on a convoy ... the convoy was raided", "15 nurses were shot ... rebels shot 15 nurses"."""
    first, later = _told_of(parse, a.recipients), _told_of(parse, b.recipients)
    if not first or not later or len(first) != len(a.recipients) or len(later) != len(b.recipients):
        return False
    if first == later and all(number for number, _ in first):
        return len(first) > 1 or _many(first[0][0])
    pointed = (_head(parse, p) for p in b.recipients if p.entity is None)
    heads = [k for k in pointed if k is not None and any(parse.lower(d) in DEFINITE for d in parse.children(k, "det"))]
    nouns = {lemma for number, lemma in first if not number}
    return len(heads) == len(b.recipients) and all(parse.lemmas[k] in nouns for k in heads)


def _told_of(parse: Parse, people: Sequence[Participant]) -> list[tuple[str, str]]:
    """Number and noun of each participant told by a common noun."""
    heads = [k for k in (_head(parse, p) for p in people) if k is not None and parse.pos[k] == "NOUN"]
    return [(" ".join(parse.lower(n) for n in parse.children(k, "nummod")), parse.lemmas[k]) for k in heads]


def _many(number: str) -> bool:
    """A number so large that two deeds seldom share it."""
    digits = "".join(c for c in number if c.isdigit())
    return len(digits) > 1


def _alike(parse: Parse, first: Sequence[Participant], later: Sequence[Participant]) -> bool:
    return bool(first) and _told_of(parse, first) == _told_of(parse, later)


def _goes_on(parse: Parse, first: At, later: At) -> bool:
    """As in "conducted five airstrikes. These strikes hit two depots": the next sentence says whom."""
    (i, a), (k, _) = first, later
    these = any(parse.lower(n) in ("this", "these") for n in parse.children(k, "det"))
    return these and not a.recipients and _near(parse, i, k, 1)


def _near(parse: Parse, i: int, k: int, sentences: int) -> bool:
    return parse.sent_of[k] - parse.sent_of[i] <= sentences


def definite(parse: Parse, i: int) -> bool:
    """True for "the strike", "this attack", "such an attack", "Friday's attack"."""
    pointing = any(parse.lower(k) in POINTING for k in parse.children(i, "det", "predet", "amod"))
    return pointing or parse.child(i, "poss") is not None


def is_another(parse: Parse, i: int) -> bool:
    """As in "another attack", "a second strike", "attacked again"."""
    return any(parse.lower(k) in lexicon.words("another") for k in parse.kids[i])


def _is_custom(parse: Parse, i: int) -> bool:
    """As in "regularly meets": no one deed."""
    return any(parse.lower(k) in ("regularly", "often", "usually", "routinely", "sometimes") for k in parse.kids[i])


def names(parse: Parse, i: int, k: int) -> bool:
    """True if the noun can stand for what was told first: "the killing" for "killed", "the attack" for any attack."""
    first, noun = parse.lemmas[i], parse.lemmas[k]
    listed = retellings().get(noun, frozenset())
    whatever = "*" in listed and first not in lexicon.words("warfare")
    return first[:STEM] == noun[:STEM] or first in listed or whatever


def _sums_up(parse: Parse, i: int, k: int) -> bool:
    """As in "the airstrikes have destroyed 900 vehicles": all there have been, not those of the day."""
    sums = [parse.tags[n] == "NNS" and _has_done(parse, parse.heads[n]) for n in (i, k)]
    return sums[1] and not sums[0] and parse.lemmas[parse.heads[k]] in ontology.words("harm")


def _has_done(parse: Parse, verb: int) -> bool:
    return any(parse.lower(a) in ("have", "has") for a in parse.children(verb, "aux"))


def _as_many(parse: Parse, i: int, k: int) -> bool:
    """False for "strikes ... the strike", "five raids ... the four raids"; "the attacks" needs a noun to go back to."""
    counts = [[parse.lower(n) for n in parse.children(at, "nummod")] for at in (i, k)]
    if counts[1] and counts[0] != counts[1]:
        return False
    if parse.pos[i] == "NOUN":
        return parse.tags[i] == parse.tags[k]
    return parse.tags[k] != "NNS" or parse.lemmas[i][:STEM] == parse.lemmas[k][:STEM]


def _common(parse: Parse, first: Sequence[Participant], later: Sequence[Participant], *, loose: bool) -> bool:
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
    head = _head(parse, person)
    if head is None or parse.pos[head] == "PRON":
        return []
    if any(parse.pos[k] == "NUM" for k in (*parse.tokens(person.start, person.end), *parse.children(head, "nummod"))):
        words = " ".join(parse.lower(k) for k in parse.subtree(head) if parse.deps[k] not in ("det", "punct"))
        return [words, parse.lemmas[head]] if counted else [words]
    pointed = any(parse.lower(k) in DEFINITE for k in parse.children(head, "det"))
    return [parse.lemmas[head]] if loose or (person.entity is None and (plain or pointed)) else []


def _head(parse: Parse, person: Participant) -> int | None:
    tokens = parse.tokens(person.start, person.end)
    return next((k for k in tokens if parse.heads[k] not in tokens), None)


def _harms(parse: Parse, first: Event, later: Event) -> bool:
    """As in "attacked a convoy ... the raid killed six soldiers": what was hit, then who was hurt.

    Or who was hurt, then a wider word for them ("such an attack on civilians"). Nobody is hurt by his own attack.
    """
    heads = [_head(parse, p) for p in first.recipients]
    hurt = [_head(parse, p) for p in later.recipients]
    doers = {parse.lemmas[k] for k in (_head(parse, p) for p in first.actors) if k is not None}
    if any(k is None or parse.lemmas[k] in doers for k in hurt):
        return False
    if all(k is not None and parse.lemmas[k] in lexicon.words("anybody") for k in hurt):
        return True
    hit = any(k is not None and parse.lemmas[k] in ontology.words("facility") for k in heads)
    return hit and bool(later.casualties) and not first.casualties


def _adds_nothing(first: Event, later: Event, *, here: bool) -> bool:
    """True if a bare "the attack" brings no place of its own that the first telling lacks, nor, elsewhere, a day."""
    return not (later.time and not first.time and not here) and not (later.place and not first.place)


def _here(first: Event, later: Event, places: Placed) -> bool:
    a, b = places.get(first.place or ""), places.get(later.place or "")
    return a is not None and b is not None and a.name is not None and a.name == b.name and (a.radius_km or 0) <= TOWN_KM


def _elsewhere(first: Event, later: Event, places: Placed) -> bool:
    """True for two places that are not one and of which neither can lie within the other."""
    a, b = places.get(first.place or ""), places.get(later.place or "")
    if a is None or b is None or a.name == b.name or (a.geonameid and a.geonameid == b.geonameid):
        return False
    inside = a.country == b.country and (a.precision in WIDE or b.precision in WIDE)
    return not inside


def _at_another_time(first: Event, later: Event) -> bool:
    """True for two dates of which neither is a coarser form of the other."""
    a, b = (e.time.value if e.time else None for e in (first, later))
    if "P" in (str(a)[:1], str(b)[:1]):
        return False  # "for three days": how long says nothing of when
    if a and b and a.startswith("XXXX") and b.startswith("XXXX") and ("-W" in a) != ("-W" in b):
        return False  # "on 15 December", "on Thursday": nobody can tell
    return bool(a and b) and not (str(a).startswith(str(b)) or str(b).startswith(str(a)))
