"""At what cost: each count of the dead, the hurt, the taken and the displaced belongs to one event.

It is the event of the count's own clause, else the nearest of its sentence; a sentence that only takes an act up ("It
killed 12", "The blast left 30 wounded", "Ten people were killed, police said") gives its counts to that act.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from fogline.coding import settings
from fogline.coding.armed import MEANS
from fogline.coding.retold_words import definite, is_another, retellings
from fogline.models.parse import Parse
from fogline.records import Event, Quantity, Reading
from fogline.tables import ontology

CASUALTIES = {
    "ASSAULT": ("killed", "injured", "missing", "captured"),
    "COERCE": ("arrested", "captured", "displaced"),
    "RETREAT": ("captured",),
}
WIDER = {  # only where the count stands in the act's own clause
    "ASSAULT": ("displaced",),
    "COERCE": ("killed", "injured", "missing"),
    "PROTEST": ("killed", "injured"),
    "SANCTION": ("displaced",),
}
UNDONE = ("denied", "not_done")
PRONOUNS = ("it", "they", "this")
TOLLS = ("toll", "casualty", "victim", "dead")
APART = ("elsewhere", "separately", "separate", "meanwhile", "earlier", "previously", "similar", "other", "since")
BACK = 2  # sentences

Parts = Mapping[int, tuple[int, ...]]


def with_casualties(parse: Parse, reading: Reading, made: Mapping[int, Event], parts: Parts) -> dict[int, Event]:
    """The events with the counts of persons that their own sentences give them; none where the harm is denied."""
    owned: dict[int, list[str]] = {at: [] for at in made}
    beside = by_sentence(parse, made)
    for count in reading.quantities:
        at = _owner(parse, count, beside, parts) if count.role else None
        if at is not None and (count.high == 0 or made[at].status not in UNDONE):
            owned[at].append(count.id)
    return {at: replace(e, casualties=tuple(owned[at])) for at, e in made.items()}


def by_sentence(parse: Parse, made: Mapping[int, Event]) -> Mapping[int, dict[int, Event]]:
    """The events by their sentence."""
    beside: defaultdict[int, dict[int, Event]] = defaultdict(dict)
    for at, event in made.items():
        beside[parse.sent_of[at]][at] = event
    return beside


def _first(parse: Parse, count: Quantity) -> int:
    return parse.tokens(count.start, count.end)[0]


def _owner(parse: Parse, count: Quantity, told: Mapping[int, Mapping[int, Event]], parts: Parts) -> int | None:
    """The event of the count's own clause, else the nearest in its sentence."""
    first = _first(parse, count)
    inside = told.get(parse.sent_of[first], {})
    heads = {at: {at, *parts.get(at, ())} for at in inside}
    mine = {at for at in inside if any(settings.own(parse, count, h) for h in (heads[at], settings.clause(parse, at)))}
    near = [at for at, e in inside.items() if _can_own(e.type, count.role, own=at in mine)]
    return min(near, key=lambda at: (at not in mine, min(abs(k - first) for k in heads[at])), default=None)


def _can_own(kind: str, role: str | None, *, own: bool) -> bool:
    return role in CASUALTIES.get(kind, ()) or (own and role in WIDER.get(kind, ()))


# What a later sentence adds ------------------------------------------------------------------------------------


def gathered(parse: Parse, reading: Reading, made: Mapping[int, Event], linked: Iterable[Event]) -> Iterator[Event]:
    """The linked events: bare harm of the next sentence linked too, and all counts with the first telling."""
    done = dict(zip(made, linked, strict=True))
    beside = by_sentence(parse, done)
    hosts = ((at, _taken_up_by(parse, at, done, beside)) for at in made)
    for at, host in hosts:
        done[at] = replace(done[at], same_as=done[host].same_as or done[host].id) if host is not None else done[at]
    yield from _with_counts(reading, done, _orphans(parse, reading, done, beside)).values()


def _with_counts(reading: Reading, done: dict[int, Event], orphans: Mapping[str, int]) -> dict[int, Event]:
    """Counts of later tellings go to the first, unless it has a count of that role; a second total stays apart."""
    at_home = {e.id: at for at, e in done.items()}
    role = {q.id: q.role for q in reading.quantities}
    order = {q.id: n for n, q in enumerate(reading.quantities)}
    held = {at: list(e.casualties) for at, e in done.items()}
    moving = [(at, at_home[e.same_as], [*held[at]]) for at, e in done.items() if e.same_as in at_home]
    for at, first, counts in [*moving, *((-1, host, [q]) for q, host in orphans.items())]:
        known = {role[q] for q in held[first]}
        new = [q for q in counts if role[q] not in known]
        held[first] += new
        if at in held:
            held[at] = [q for q in held[at] if q not in new]
    return {at: replace(e, casualties=tuple(sorted(held[at], key=order.__getitem__))) for at, e in done.items()}


def _orphans(
    parse: Parse, reading: Reading, done: Mapping[int, Event], beside: Mapping[int, Mapping[int, Event]]
) -> dict[str, int]:
    """Counts that no event has, by the act before that their sentence takes up."""
    held = {q for e in done.values() for q in e.casualties}
    lost = [q for q in reading.quantities if q.role in CASUALTIES["ASSAULT"] and q.id not in held]
    found = {}
    for count in lost:
        first = _first(parse, count)
        told = any(_can_own(e.type, count.role, own=True) for e in beside.get(parse.sent_of[first], {}).values())
        host = _before(parse, first, beside) if not told and _points_back(parse, first) else None
        if host is not None and not _background(parse, reading, first):
            found[count.id] = host
    return found


def _points_back(parse: Parse, i: int) -> bool:
    """As in "The blast left", "the death toll", "It left 30 dead", "Five people died"."""
    sentence = parse.sentence(i)
    nouns = (k for k in sentence if parse.pos[k] == "NOUN" and definite(parse, k))
    if any(parse.lemmas[k] in retellings() or parse.lemmas[k] in TOLLS for k in nouns):
        return True
    verb = next((k for k in parse.ancestors(i) if parse.pos[k] == "VERB"), i)
    pronoun = any(parse.lower(k) in PRONOUNS for k in parse.children(verb, "nsubj"))
    return pronoun or parse.lemmas[verb] in ("die", "perish")


def _background(parse: Parse, reading: Reading, i: int) -> bool:
    """As in "Attacks have killed 40 this year", "elsewhere": not of the act before."""
    coarse = (t for t in settings.in_sentence(reading.times, parse, i) if t.type == "DATE" and len(t.value or "") < 10)
    apart = any(parse.lower(k) in (*APART, "have", "has") for k in parse.sentence(i))
    return apart or next(coarse, None) is not None


def _before(parse: Parse, i: int, beside: Mapping[int, Mapping[int, Event]]) -> int | None:
    """The one attack of the nearest sentence before that tells any."""
    for sentence in range(parse.sent_of[i] - 1, max(-1, parse.sent_of[i] - 1 - BACK), -1):
        told = beside.get(sentence, {}).items()
        attacks = {at: e for at, e in told if e.type == "ASSAULT" and not _is_means(parse, at)}
        deeds = {e.same_as or e.id for e in attacks.values()}
        if attacks:
            at, event = next(iter(attacks.items()))
            return at if len(deeds) == 1 and event.status == "done" else None
    return None


def _is_means(parse: Parse, at: int) -> bool:
    """As in "dispersed the crowd with tear gas": told as an act, but the means of another."""
    return parse.deps[at] == "pobj" and parse.lower(parse.heads[at]) in MEANS


def _taken_up_by(
    parse: Parse, at: int, done: Mapping[int, Event], beside: Mapping[int, Mapping[int, Event]]
) -> int | None:
    """The attack whose victims a bare next sentence tells: "It killed 12 people", "Ten people were killed"."""
    event = done[at]
    alone = len({k for k, e in beside[parse.sent_of[at]].items() if e.type == "ASSAULT"}) == 1
    bare = event.time is None and event.place is None and event.same_as is None
    if event.status != "done" or not (alone and bare and _tells_more(parse, at)):
        return None
    host = _before(parse, at, beside)
    near = host is not None and parse.sent_of[at] - parse.sent_of[host] == 1
    return host if near and host is not None and not _victims_differ(done[host], event) else None


def _tells_more(parse: Parse, at: int) -> bool:
    """True for bare harm or means in a sentence that tells no other act and sets nothing apart."""
    sentence = parse.sentence(at)
    nouns = (k for k in sentence if parse.pos[k] == "NOUN" and k != at)
    if is_another(parse, at) or any(parse.lemmas[k] in ontology.event_nouns() for k in nouns):
        return False
    if any(parse.lower(k) in (*APART, "have", "has") for k in sentence):
        return False
    return _bare_harm(parse, at) or _bare_means(parse, at)


def _bare_harm(parse: Parse, at: int) -> bool:
    """As in "It killed 12 people", "Ten people were killed": no doer with a name, no clause beside."""
    if parse.lemmas[at] not in ontology.words("victim"):
        return False
    passive = parse.child(at, "nsubjpass") is not None and parse.child(at, "agent", "advcl") is None
    return passive or _by_pronoun(parse, at)


def _bare_means(parse: Parse, at: int) -> bool:
    """As in "They used mortars"."""
    verb = parse.heads[at] if parse.deps[at] == "dobj" else at
    return parse.lemmas[verb] in ("use", "employ") and _by_pronoun(parse, verb)


def _by_pronoun(parse: Parse, verb: int) -> bool:
    return any(parse.lower(k) in PRONOUNS for k in parse.children(verb, "nsubj"))


def _victims_differ(first: Event, later: Event) -> bool:
    """True where the first telling counts its own dead."""
    return bool(first.casualties and later.casualties)
