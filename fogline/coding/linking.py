"""How events hang together: the speaker's act around the act spoken of, and one act told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.coding import retold, taken_up
from fogline.coding.retold import SPEECH
from fogline.coding.retold_sides import At
from fogline.coding.retold_words import definite
from fogline.models.parse import Parse
from fogline.records import Event, Participant, Place
from fogline.tables import ontology

__all__ = ["definite", "linked"]
BACK = 40  # so many events of one type and status are looked back upon, the nearest first


def linked(parse: Parse, made: Mapping[int, Event], places: Sequence[Place] = ()) -> Iterator[Event]:
    """Events with their links: the speaker's act around each, and the first telling of the same act."""
    where = {place.id: place for place in places}
    alike: defaultdict[str, list[int]] = defaultdict(list)
    first: dict[int, int] = {}
    for at, event in made.items():
        before = alike[event.type]
        told = _told_before(parse, (at, event), made, before, where)
        if told is not None:
            first[at] = first.get(told, told)
        before.append(at)
    first |= {k: v for k, v in _claimed(parse, made, first) if k not in first}
    first |= {k: v for k, v in retold.headed(parse, made) if k not in first and v not in first}
    inside: defaultdict[str | None, list[Event]] = defaultdict(list)
    done = [_with_links(parse, at, made, first) for at in made]
    for one in done:
        inside[one.embedded_in].append(one)
    yield from (_threatened(one, inside[one.id]) for one in done)


def _told_before(
    parse: Parse, later: At, made: Mapping[int, Event], before: Sequence[int], where: Mapping[str, Place]
) -> int | None:
    """The nearest earlier telling of the same act; "the strikes" take up the first, which is mostly the sum of them."""
    over = parse.heads[parse.heads[later[0]]]
    if over in made and _within(parse, (over, made[over]), later):
        return over
    near = before[-BACK:] if parse.tags[later[0]] == "NNS" else before[: -BACK - 1 : -1]
    fit = [k for k in near if retold.same(parse, (k, made[k]), later, where)]
    return min(fit, key=lambda k: taken_up.strays(parse, (k, made[k]), later), default=None)


def _with_links(parse: Parse, at: int, made: Mapping[int, Event], first: Mapping[int, int]) -> Event:
    around = _around(parse, at, made)
    return replace(
        made[at],
        embedded_in=made[around].id if around is not None else None,
        same_as=made[first[at]].id if at in first else None,
    )


def _claimed(parse: Parse, made: Mapping[int, Event], first: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """As in "claimed responsibility for the bombing": who claims it did what the noun tells."""
    for at, event in made.items():
        thing = parse.heads[parse.heads[at]] if parse.deps[at] == "pobj" else at
        verb = parse.heads[thing]
        claims = parse.lemmas[thing] in ("responsibility", "credit") and verb in made and event.type == made[verb].type
        if (whole := _for_which(parse, (at, event), made)) is not None and at not in first:
            yield at, first.get(whole, whole)
        if claims and verb != at and made[verb].status == event.status:
            yield (verb, first[at]) if at in first and first[at] != verb else (at, verb)


def _for_which(parse: Parse, claim: At, made: Mapping[int, Event]) -> int | None:
    """As in "the attack, for which the group claimed responsibility": the one attack told before it."""
    at, event = claim
    which = any(parse.tags[p] == "WDT" for k in parse.children(at, "prep") for p in parse.children(k, "pobj"))
    if parse.lemmas[at] not in ("claim", "take") or parse.pos[at] != "VERB" or not which:
        return None
    before = [k for k in range(parse.sentence(at).start, at) if k in made]
    alike = [k for k in before if (made[k].type, made[k].status) == (event.type, event.status)]
    return alike[0] if len(alike) == 1 else None


def _threatened(event: Event, inside: Sequence[Event]) -> Event:
    """A threat whose own words name nobody is against those whom the threatened act would fall on."""
    if event.type != "THREATEN" or event.recipients:
        return event
    acts = (e for e in inside if e.status == "threatened")
    named = tuple(p for e in acts for p in e.recipients if p.entity not in _entities(event.actors))
    return replace(event, recipients=tuple(dict.fromkeys(named)))


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


def _within(parse: Parse, first: At, later: At) -> bool:
    """As in "killed twelve in an ambush": the harm and the attack are one act."""
    (i, a), (k, b) = first, later
    prep = parse.heads[k]
    inside = parse.deps[k] == "pobj" and parse.heads[prep] == i and parse.lower(prep) in ("in", "by", "during", "with")
    harm = parse.lemmas[i] in ontology.words("harm")
    return inside and harm and a.type == b.type == "ASSAULT" and not (a.actors and b.actors)


def _entities(people: Sequence[Participant]) -> set[str]:
    return {p.entity for p in people if p.entity}
