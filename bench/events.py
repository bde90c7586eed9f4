"""Events end to end against our own marks: type, then also actors, then also recipients and status, as F1.

An event of ours and a marked deed are the same telling where they share a word; each counts once, however often it is
told again. A side is right where every participant stands on a mention of a marked one, and every marked one is met.
The held-out tenth chose the thresholds, the everyday reports none; the sealed part (``python -m bench.events sealed``)
is opened rarely, and each opening is logged in training/corpus/OPENED.md.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.figures import Figure, interval
from fogline import line
from fogline.records import Event, Ledger, Participant, Report, Span, Spans, touch
from fogline.tuning.layers import Deed, Layers, Named, layers
from fogline.tuning.passages import Passage, held_out
from training.agreement import twice_marked
from training.parts import corpus

NAMES = {
    "type": "type",
    "actor": "type and actors",
    "all": "type, actors, recipients and status",
    "recipient": "type and recipients",
    "status": "type and status",
    "mode": "type and mode",
}


@dataclass(frozen=True, slots=True)
class Whole:
    """One event, of ours or of another annotator, with all its tellings and the mentions of all entities."""

    event: Event | Deed
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    evidence: Spans
    mentions: dict[str, Spans]

    @property
    def id(self) -> str:
        return self.event.tag if isinstance(self.event, Deed) else self.event.id


@dataclass(frozen=True, slots=True)
class Counted:
    """One passage: events found, deeds marked, and how many are right, by name."""

    found: int
    marked: int
    right: dict[str, int]


def wholes(ledger: Ledger) -> list[Whole]:
    """The events of a ledger, tellings of one act joined."""
    tellings: defaultdict[str, list[Event]] = defaultdict(list)
    for event in ledger.events:
        tellings[event.same_as or event.id].append(event)
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in ledger.mentions:
        mentions[mention.entity].append(Span(mention.start, mention.end))
    where = {entity: tuple(spans) for entity, spans in mentions.items()}
    return [
        Whole(told[0], told[0].actors, told[0].recipients, tuple(s for e in told for s in e.evidence), where)
        for told in tellings.values()
    ]


def annotated(told: Layers) -> list[Whole]:
    """The events as another annotator has marked them."""
    where = {named.tag: named.mentions for named in told.entities}

    def side(tags: Sequence[str]) -> tuple[Participant, ...]:
        return tuple(Participant(tag, *where[tag][0]) for tag in tags)

    deeds = (deed for deed in told.deeds if deed.type)
    return [Whole(deed, side(deed.actors), side(deed.recipients), deed.triggers, where) for deed in deeds]


def matched(ours: Sequence[Whole], deeds: Sequence[Deed]) -> Iterator[tuple[Whole, Deed]]:
    """Pairs that share a word, each once; of several the ones of one type first."""
    pairs = [(one, deed) for deed in deeds for one in ours if touch(one.evidence, deed.triggers)]
    ranked = sorted(pairs, key=lambda pair: (pair[0].event.type != pair[1].type, not _head(*pair)))
    spent: set[object] = set()
    for one, deed in ranked:
        if not spent & {(one.id,), deed.tag}:
            spent |= {(one.id,), deed.tag}
            yield one, deed


def _head(one: Whole, deed: Deed) -> bool:
    return touch(one.evidence[:1], deed.triggers)


def same_side(ours: Sequence[Participant], marked: Sequence[Named], mentions: dict[str, Spans]) -> bool:
    """True if each of ours is one of theirs, and each of theirs is met."""
    met = [{n.tag for n in marked if _is(one, n, mentions)} for one in ours]
    return all(met) and set().union(*met) == {n.tag for n in marked}


def _is(one: Participant, named: Named, mentions: dict[str, Spans]) -> bool:
    """Where the participant's own words, or another mention of its entity, are those of the marked entity."""
    own = Span(one.start, one.end)
    return any(_alike(own, span) for span in named.mentions) or any(
        a == b or (_alike(a, b) and _alike(b, a)) for a in mentions.get(one.entity or "", ()) for b in named.mentions
    )


def _alike(some: Span, other: Span) -> bool:
    """True if two spans share more than half of the shorter."""
    shared = min(some.end, other.end) - max(some.start, other.start)
    return 2 * shared > min(some.end - some.start, other.end - other.start)


def verdicts(one: Whole, deed: Deed, entities: dict[str, Named]) -> dict[str, bool]:
    """Which fields of a matched pair are right."""
    event = one.event
    kind = event.type == deed.type
    actors = same_side(one.actors, [entities[tag] for tag in deed.actors], one.mentions)
    recipients = same_side(one.recipients, [entities[tag] for tag in deed.recipients], one.mentions)
    status = event.status == deed.status
    return {
        "type": kind,
        "actor": kind and actors,
        "all": kind and actors and recipients and status,
        "recipient": kind and recipients,
        "status": kind and status,
        "mode": kind and event.mode == deed.mode,
    }


def read(passage: Passage) -> tuple[list[Whole], Layers]:
    """Our events of a passage, and its marks."""
    report = Report(id=passage.id, text=passage.text, published=passage.published, language="en")
    return wholes(next(line.ledgers([report], ()))), layers(passage)


def verdicts_of(ours: Sequence[Whole], told: Layers) -> dict[str, dict[str, bool]]:
    """Which fields are right, by the id of each event that was matched."""
    deeds = [deed for deed in told.deeds if deed.type]
    entities = {named.tag: named for named in told.entities}
    return {one.id: verdicts(one, deed, entities) for one, deed in matched(ours, deeds)}


def count(passage: Passage) -> Counted:
    """Read the passage and compare with its marks."""
    return compared(*read(passage))


def compared(ours: Sequence[Whole], told: Layers) -> Counted:
    """How many events are right against the marks."""
    judged = verdicts_of(ours, told).values()
    marked = sum(deed.type is not None for deed in told.deeds)
    return Counted(len(ours), marked, {name: sum(v[name] for v in judged) for name in NAMES})


def f1(rows: Sequence[Counted], name: str) -> float:
    """F1 in percent over the passages."""
    both = sum(row.found + row.marked for row in rows)
    return 200 * sum(row.right[name] for row in rows) / (both or 1)


def measure(passages: Sequence[Passage], key: str, title: str) -> Iterator[Figure]:
    """Our own F1 on the passages, by what has to be right."""
    yield from _figures([count(passage) for passage in passages], key, title, "none published")


def annotators() -> Iterator[Figure]:
    """The same for a second annotator against the first: as far as anyone could be expected to come."""
    pairs = twice_marked()
    plain = {passage.id for passage in corpus("everyday")}
    for name, title, inside in (("everyday", "everyday reports", True), ("other", "other passages", False)):
        yield from agreed([pair for pair in pairs if (pair[0].id in plain) is inside], name, title)


def agreed(pairs: Sequence[tuple[Passage, Passage]], name: str, title: str) -> Iterator[Figure]:
    """How far the second marking of each passage agrees with the first."""
    rows = [compared(annotated(layers(two)), layers(one)) for one, two in pairs]
    yield from _figures(rows, f"events.annotators.{name}", f"two annotators, {title}, events", "")


def sealed() -> Iterator[Figure]:
    """Of the sealed part by its first marking and by its second, made under the settled guide, and of the two."""
    firsts, seconds = {passage.id: passage for passage in corpus("sealed")}, corpus("second-sealed")
    yield from measure(list(firsts.values()), "events.sealed", "own sealed passages, events")
    yield from measure(seconds, "events.sealed.second", "own sealed passages, second marking, events")
    yield from agreed([(firsts[two.id], two) for two in seconds], "sealed", "sealed passages")


def _figures(rows: Sequence[Counted], key: str, title: str, peers: str) -> Iterator[Figure]:
    size = sum(row.marked for row in rows)
    for name, what in NAMES.items():

        def statistic(some: Sequence[Counted], name: str = name) -> float:
            return f1(some, name)

        low, high = interval(rows, statistic)
        yield Figure(f"{key}.{name}", f"{title}, {what}, F1", statistic(rows), low, high, size, peers)
    found = sum(row.found for row in rows)
    right = sum(row.right["type"] for row in rows)
    print(f"{title}: {found} found, {size} marked, {right} of one type")


def figures() -> Iterator[Figure]:
    """Of passages written to be hard, which chose the thresholds, and of plain reports, which chose nothing."""
    yield from measure(held_out(corpus())[1], "events", "own held-out passages, events")
    yield from measure(corpus("everyday"), "events.everyday", "own everyday reports, events")
    yield from annotators()


if __name__ == "__main__":
    for figure in sealed() if sys.argv[1:] == ["sealed"] else figures():
        print(f"{figure.measure}: {figure.value:.1f} [{figure.low:.1f}, {figure.high:.1f}]")
