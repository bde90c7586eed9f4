"""A definite noun that takes up a deed told before: "The strike destroyed a depot", "the killings drew protests".

Only what stands within the noun's own phrase ("the attack on the port by rebels") tells which deed is meant; whom the
sentence names besides adds to what is known of it.
"""

from __future__ import annotations

from fogline.coding import retold_sides as sides
from fogline.coding import retold_words as words
from fogline.coding.retold_sides import At, Placed
from fogline.models.parse import Parse
from fogline.records import Event, Participant
from fogline.tables import lexicon_acts as lexicon

NEAR = {True: 8, False: 3}
"""Sentences back that a noun reaches though its own sentence names others, where its word told the first, or not."""

TOLD = ("done", "attempted")
OPEN = (*TOLD, "unknown", "possible")
AHEAD = ("planned", "forecast")
MANNERS = (
    ("aerial", "drone", "heavy-weapons", "explosives", "destroy", "suicide-attack", "targeted", "unconventional"),
    ("firearms", "targeted", "beat", "primitive", "torture", "unconventional"),
    ("demo", "riot", "obstruct"),
    ("multilateral", "visit", "third-party"),
)
"""Modes in which one deed may be told: a guess for a bare noun is no word of the report."""


def takes_up(parse: Parse, first: At, later: At, places: Placed) -> bool:
    """True if the definite noun of the later event stands for the first."""
    (i, a), (k, b) = first, later
    if words.sums_up(parse, i, k) or not (told_by(parse, first, k) and as_many(parse, first, k)):
        return False
    if _of_a_kind(parse, k) or _back_then(parse, i) or not _one_status(a, b) or not _one_manner(a, b):
        return False
    return _by_sides(parse, first, later, here=sides.one_place(a, b, places))


def strays(parse: Parse, event: At, later: At) -> tuple[bool, bool]:
    """How far from the point a deed is that the noun might mean: the deed that strays least is taken up.

    A deed of another time ("the attack of 2019") strays; so does, for who condemns or claims "the attack", one told
    without day and place: they speak of the deed that the report is about.
    """
    (_, a), (k, b) = event, later
    coarse = a.time is not None and b.time is None and len(a.time.value or "") < len("2019-W01")
    answers = any(parse.lemmas[v] in lexicon.words("reaction") for v in parse.ancestors(k))
    return coarse, answers and not (a.time or a.place)


def _back_then(parse: Parse, i: int) -> bool:
    """As in "since 2019, when six were killed": told of another time in passing."""
    dated = parse.deps[i] in ("relcl", "advcl") and parse.pos[parse.heads[i]] in ("NUM", "PROPN")
    return dated and any(parse.lower(w) == "when" for w in parse.children(i, "advmod"))


def _of_a_kind(parse: Parse, k: int) -> bool:
    """As in "Such attacks have multiplied": all there are."""
    return parse.tags[k] == "NNS" and any(parse.lower(d) == "such" for d in parse.kids[k])


def _one_status(first: Event, later: Event) -> bool:
    """As in "No group claimed the assault": what is asked or doubted of a deed told as done does not undo it."""
    given = first.status in TOLD and later.status in OPEN and not later.actors and not later.recipients
    return given or first.status == later.status or {first.status, later.status} <= set(AHEAD)


def _one_manner(first: Event, later: Event) -> bool:
    modes = {first.mode, later.mode} - {None}
    return len(modes) < 2 or any(modes <= set(manner) for manner in MANNERS)


def told_by(parse: Parse, first: At, k: int) -> bool:
    """True if some word that told the first deed can be meant: "the killings" for "attacked a village, killing six"."""
    return any(words.names(parse, teller, k) for teller in _tellers(parse, first))


def _tellers(parse: Parse, first: At) -> set[int]:
    i, a = first
    return {i, *(t for span in a.evidence for t in parse.tokens(span.start, span.end))}


def as_many(parse: Parse, first: At, k: int) -> bool:
    """True if the number fits, or many were hit: "shot six men ... the killings"."""
    i, a = first
    if words.as_many(parse, i, k):
        return True
    hit = {k for person in a.recipients for k in parse.tokens(person.start, person.end)}
    hit |= {k for teller in _tellers(parse, first) for k in parse.children(teller, "dobj", "nsubjpass")}
    many = any(parse.tags[k] in ("NNS", "NNPS", "CD") for k in hit)
    return parse.pos[i] == "VERB" and parse.child(k, "nummod") is None and many


def _by_sides(parse: Parse, first: At, later: At, *, here: bool) -> bool:
    """Whether who did it to whom lets the two be one; ``here``: both are told of one place."""
    (i, a), (k, b) = first, later
    inner = [p for p in b.recipients if _inside(parse, p, k)]
    if any(_other(parse, p, a) for p in inner):
        return False
    who = sides.common(parse, a.actors, b.actors, loose=True)
    whom = sides.common(parse, a.recipients, b.recipients, loose=True)
    whom = whom or (here and sides.alike(parse, a.recipients, b.recipients))
    harm = not whom and bool(b.recipients) and (sides.harms(parse, a, b) or sides.goes_on(parse, first, later))
    near = sides.near(parse, i, k, NEAR[parse.lemmas[i] == parse.lemmas[k]]) and parse.tags[k] == "NN"
    free = whom or harm or (not inner and near)
    if (a.actors and b.actors and not who) or (a.recipients and b.recipients and not free):
        return False
    named = not b.actors or (not a.actors and not inner and near)
    return who or whom or (sides.adds_nothing(a, b, here=here) and named and (free or not b.recipients))


def _other(parse: Parse, person: Participant, first: Event) -> bool:
    """As in "The destruction of targets": many things of which the first told none by that name."""
    head = sides.head_of(parse, person)
    if head is None or parse.tags[head] != "NNS" or not first.recipients:
        return False
    heads = [sides.head_of(parse, p) for p in first.recipients]
    told = {parse.lemmas[k] for k in heads if k is not None}
    return parse.lemmas[head] not in told and parse.lemmas[head] not in lexicon.words("anybody")


def _inside(parse: Parse, person: Participant, k: int) -> bool:
    """True if the participant stands within the noun's own phrase."""
    tokens = parse.tokens(person.start, person.end)
    return any(t in parse.subtree(k) for t in tokens)
