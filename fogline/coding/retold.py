"""One deed told twice: what may not differ, and what must be shared, before a later telling is called the same.

Two deeds taken for one are worse than one deed told as two, so doubt keeps them apart: another place, day, victim or
actor, or a word such as "another", is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fogline.coding import retold_sides as sides
from fogline.coding import retold_words as words
from fogline.coding import taken_up
from fogline.coding.retold_sides import At, Placed
from fogline.models.parse import Parse
from fogline.records import Event, Participant

SPEECH = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
STOPS = (".", "!", "?", "…", '"', "”", "’", ")")


def same(parse: Parse, first: At, later: At, places: Placed) -> bool:
    """True if the later event tells the first again: one type and status, nothing that differs, something shared."""
    (i, a), (k, b) = first, later
    if a.type != b.type or parse.sent_of[i] == parse.sent_of[k]:
        return False
    if words.is_another(parse, k) or words.is_custom(parse, i):
        return False
    if sides.elsewhere(a, b, places) or sides.at_another_time(a, b):
        return False
    if parse.pos[k] == "NOUN" and words.definite(parse, k):
        return taken_up.takes_up(parse, first, later, places)
    modes = {a.mode, b.mode} - {None}
    return a.status == b.status and len(modes) < 2 and _told_alike(parse, first, later)


def _told_alike(parse: Parse, first: At, later: At) -> bool:
    """Whether the same word of the same people is told again, as in "was shot ... rebels shot them"."""
    (i, a), (k, b) = first, later
    who = sides.common(parse, a.actors, b.actors, loose=False)
    again = _taken_up(parse, a, b)
    whom = (
        sides.common(parse, a.recipients, b.recipients, loose=False) or again or (who and _counted_alike(parse, a, b))
    )
    if (a.actors and b.actors and not who) or (a.recipients and b.recipients and not whom):
        return False
    alike = parse.lemmas[i] == parse.lemmas[k] and a.type not in SPEECH
    return alike and ((who and whom) or (again and not (a.actors and b.actors)))


def _taken_up(parse: Parse, a: Event, b: Event) -> bool:
    """As in "raid on a convoy ... the convoy was raided", "15 nurses were shot ... rebels shot 15 nurses"."""
    first, later = sides.told_of(parse, a.recipients), sides.told_of(parse, b.recipients)
    if not first or not later or len(first) != len(a.recipients) or len(later) != len(b.recipients):
        return False
    if first == later and all(number for number, _ in first):
        return len(first) > 1 or sides.many(first[0][0])
    pointed = [k for k in (sides.head_of(parse, p) for p in b.recipients if p.entity is None) if k is not None]
    heads = [k for k in pointed if any(parse.lower(d) in words.DEFINITE for d in parse.children(k, "det"))]
    nouns = {lemma for number, lemma in first if not number}
    return len(heads) == len(b.recipients) and all(parse.lemmas[k] in nouns for k in heads)


def _counted_alike(parse: Parse, a: Event, b: Event) -> bool:
    """As in "killed 70 members of a tribe", told twice of the same killers."""
    first, later = (set(sides.told_of(parse, e.recipients)) for e in (a, b))
    return any(sides.many(number) for number, _ in first & later)


def headed(parse: Parse, made: Mapping[int, Event]) -> Iterator[tuple[int, int]]:
    """Acts of speech and talks of the headline, with the first sentence below that tells them by the same word."""
    below = _below(parse)
    for i, event in made.items():
        if i < below and event.type in (*SPEECH, "CONSULT"):
            again = (k for k, later in made.items() if k >= below and _heads(parse, (i, event), (k, later)))
            yield from ((k, i) for k in list(again)[:1])


def _below(parse: Parse) -> int:
    """Where the sentences end that no stop closes, as headlines do."""
    at = 0
    while at < len(parse):
        sentence = parse.sentence(at)
        if parse.text[: parse.ends[sentence.stop - 1]].rstrip().endswith(STOPS):
            return at
        at = sentence.stop
    return 0


def _heads(parse: Parse, first: At, later: At) -> bool:
    (i, a), (k, b) = first, later
    alike = (a.type, a.status, parse.lemmas[i]) == (b.type, b.status, parse.lemmas[k])
    return alike and bool(_entities(a.actors) & _entities(b.actors))


def _entities(people: tuple[Participant, ...]) -> set[str]:
    return {p.entity for p in people if p.entity}
