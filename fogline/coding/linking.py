"""How events hang together: the speaker's act around the act spoken of, and one act told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import merge

from fogline.models.parse import Parse
from fogline.records import Event, Participant
from fogline.tables import ontology

SPEECH = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
Shared = tuple[str | None, ...]  # type and status; and a name; and a word
DEFINITE = ("the", "this", "that", "these", "those")


def linked(parse: Parse, made: Mapping[int, Event]) -> Iterator[Event]:
    """Events with their links: the speaker's act around each, and the first telling of the same act."""
    done: list[tuple[int, Event]] = []
    shared: defaultdict[Shared, list[int]] = defaultdict(list)  # which of those done have it, in order
    order: dict[int, int] = {}
    for at, event in made.items():
        around = _around(parse, at, made)
        over = order.get(parse.heads[parse.heads[at]])
        beside = [over] if over is not None and _within(parse, done[over], (at, event)) else []
        alike = merge(*(shared[key] for key in _sought(parse, at, event)), beside)
        n = next((n for n in alike if n in beside or same(parse, done[n], (at, event))), None)
        first = None if n is None else done[n][1]
        one = replace(
            event,
            embedded_in=made[around].id if around is not None else None,
            same_as=(first.same_as or first.id) if first else None,
        )
        order[at] = len(done)
        for key in _shareable(parse, at, event):
            shared[key].append(len(done))
        done.append((at, one))
    inside: defaultdict[str | None, list[Event]] = defaultdict(list)
    for _, one in done:
        inside[one.embedded_in].append(one)
    yield from (_threatened(one, inside[one.id]) for _, one in done)


def _threatened(event: Event, inside: Sequence[Event]) -> Event:
    """A threat whose own words name nobody is against those whom the threatened act would fall on."""
    if event.type != "THREATEN" or event.recipients:
        return event
    acts = (e for e in inside if e.status == "threatened")
    named = tuple(p for e in acts for p in e.recipients if p.entity not in _names(event.actors))
    return replace(event, recipients=tuple(dict.fromkeys(named)))


def _shareable(parse: Parse, at: int, event: Event) -> set[Shared]:
    """What a later telling of the event can have in common with it: only such events are compared."""
    told = event.type, event.status
    actors, recipients = _names(event.actors), _names(event.recipients)
    people = {(*told, name) for name in actors | recipients}
    words = {(*told, None, parse.lemmas[at])} | {(*told, name, parse.lemmas[at]) for name in actors}
    return {told} | people | words


def _sought(parse: Parse, at: int, event: Event) -> set[Shared]:
    """What an earlier telling must have in common with the event, any of them: `same` asks for no less."""
    told = event.type, event.status
    actors, recipients = _names(event.actors), _names(event.recipients)
    if parse.pos[at] != "NOUN" or not definite(parse, at):
        return {(*told, name, parse.lemmas[at]) for name in actors}
    if not (event.actors or event.recipients):
        return {told}
    again = set() if event.actors else {(*told, None, parse.lemmas[at])}
    return {(*told, name) for name in actors | recipients} | again


def _around(parse: Parse, i: int, made: Mapping[int, Event]) -> int | None:
    """The speech event in whose scope the act stands: up through complements and objects, not beside clauses."""
    at = i
    while parse.heads[at] != at and parse.deps[at] not in ("relcl", "advcl", "nsubj", "parataxis", "appos"):
        if parse.deps[at] == "conj" and (parse.child(at, "nsubj", "nsubjpass") is not None or at == i):
            return None
        at = parse.heads[at]
        if at in made and made[at].type in SPEECH and at != i:
            return at
    return None


def same(parse: Parse, first: tuple[int, Event], later: tuple[int, Event]) -> bool:
    """True if the later event tells the first again: one type and status, nothing that differs, something shared.

    `_sought` names what is asked here, so that few are compared: change both together.
    """
    (i, a), (k, b) = first, later
    if a.type != b.type or a.status != b.status or parse.sent_of[i] == parse.sent_of[k]:
        return False
    if a.mode != b.mode and a.mode and b.mode:
        return False
    pairs = [(_names(a.actors), _names(b.actors)), (_names(a.recipients), _names(b.recipients))]
    if any(x and y and not x & y for x, y in pairs) or (a.place and b.place and a.place != b.place):
        return False
    if a.time and b.time and a.time.value != b.time.value:
        return False
    shared = sum(bool(x & y) for x, y in pairs)
    if parse.pos[k] == "NOUN" and definite(parse, k):
        again = parse.lemmas[i] == parse.lemmas[k] and not b.actors
        return shared > 0 or again or not (b.actors or b.recipients or b.casualties)
    return shared == 2 and parse.lemmas[i] == parse.lemmas[k] and a.type not in SPEECH


def definite(parse: Parse, i: int) -> bool:
    """True for "the strike", "this attack"."""
    return any(parse.lower(k) in DEFINITE for k in parse.children(i, "det"))


def _within(parse: Parse, first: tuple[int, Event], later: tuple[int, Event]) -> bool:
    """As in "killed twelve in an ambush": the harm and the attack are one act."""
    (i, a), (k, b) = first, later
    prep = parse.heads[k]
    inside = parse.deps[k] == "pobj" and parse.heads[prep] == i and parse.lower(prep) in ("in", "by", "during", "with")
    harm = parse.lemmas[i] in ontology.words("harm")
    return inside and harm and a.type == b.type == "ASSAULT" and not (a.actors and b.actors)


def _names(people: Sequence[Participant]) -> set[str]:
    return {p.entity for p in people if p.entity}
