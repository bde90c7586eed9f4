"""Which act of one report is which act of another: by kind, people and states, place and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.checking.calendar import published
from fogline.checking.story import Days, Story, days, disjoint
from fogline.records import Event, Ledger, Place, Quantity, Span
from fogline.tables import ontology
from fogline.tables.lexicon_checks import incidents as incident_words

NARROW = ("exact", "near", "town", "district", "unknown")
DEADLY = frozenset(("ASSAULT", "COERCE", "PROTEST"))


@dataclass(frozen=True, slots=True)
class Incident:
    """A happening as one report tells it: its passage, places, days, what it is called, and the people it cost."""

    story: Story
    sentence: Span
    kinds: frozenset[str]
    places: tuple[Place, ...]
    days: tuple[Days, ...]
    countries: frozenset[str]
    counts: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One incident told by two reports; ``a`` is the earlier published, if both dates are known."""

    a: Incident
    b: Incident


def independent(ledgers: Iterable[Ledger]) -> tuple[Ledger, ...]:
    """The reports without copies of one another, by publication, then in the order given."""
    given = tuple(ledgers)
    ids = {ledger.report.id for ledger in given}
    own = [ledger for ledger in given if ledger.report.copy_of not in ids]
    return tuple(sorted(own, key=lambda ledger: ledger.report.published or "9999"))


def pairs(a: Ledger, b: Ledger) -> Iterator[Pair]:
    """The incidents that both reports tell: the best match of each, only where one match stands out."""
    here, there = incidents(a), incidents(b)
    for one in here:
        matching = [other for other in there if same(one, other)]
        if len(matching) == 1 and sum(same(x, matching[0]) for x in here) == 1:
            yield Pair(one, matching[0])


def incidents(ledger: Ledger) -> tuple[Incident, ...]:
    """The happenings of a report that have a number of people or a place to compare, told of one place each."""
    story = Story(ledger)
    told = (e for e in ledger.events if e.status in ("done", "unknown"))
    events = {e.evidence[0].start: e for e in told if _kind(e) in DEADLY}
    found: list[Incident] = []
    for sentence in ledger.sentences:
        span = Span(sentence.start, sentence.end)
        kinds = frozenset(incident_words(story.words(span)))
        inside = [e for start, e in sorted(events.items()) if span.start <= start < span.end]
        if kinds or inside:
            found.append(_incident(story, span, kinds, inside))
    return _told_on(found)


def _incident(story: Story, span: Span, kinds: frozenset[str], events: Sequence[Event]) -> Incident:
    places = tuple(p for p in story.places(span) if p.precision in NARROW and p.role not in ("affiliation", "dateline"))
    inside = (q for q in story.ledger.quantities if span.start <= q.start < span.end)
    counts = tuple(
        q
        for q in inside
        if " of the " not in story.words((q.start, q.end))
        and q.unit == "person"
        and q.role
        and q.part_of is None
        and q.low is not None
    )
    when = tuple(d for t in story.times(span) if t.type in ("DATE", "TIME") and (d := days(t)) and _short(d))
    names = {e.id: e.country for e in story.ledger.entities}
    who = {names.get(p.entity or "") for e in events for p in (*e.actors, *e.recipients)} - {None}
    assaulted = any(_kind(e) == "ASSAULT" for e in events)
    kinds = kinds | {"assault"} if assaulted else kinds
    return Incident(story, span, kinds, places, when, frozenset(c for c in who if c), counts)


def _kind(event: Event) -> str | None:
    """PLOVER's type of an event, whatever the ledger's own ontology calls it."""
    return ontology.types_by_cameo().get(event.cameo or "")


def _short(period: Days) -> bool:
    return period[0][:7] == period[1][:7]


def _told_on(found: Sequence[Incident]) -> tuple[Incident, ...]:
    """Later sentences about the incident of the first ("the blast killed 12") inherit its place and day."""
    out: list[Incident] = []
    for one in found:
        last = next((o for o in reversed(out) if o.kinds & one.kinds and o.places and o.days), None)
        out.append(_inheriting(one, last) if last else one)
    return tuple(o for o in out if o.counts)


def _inheriting(one: Incident, last: Incident) -> Incident:
    return replace(
        one, places=one.places or last.places, days=one.days or last.days, countries=one.countries or last.countries
    )


def same(a: Incident, b: Incident) -> bool:
    """True if nothing that both tell excludes the other, and place, day and kind tie them together."""
    if not a.kinds & b.kinds or (a.countries and b.countries and not a.countries & b.countries):
        return False
    if not a.days or not b.days or disjoint(a.days, b.days):
        return False
    return bool(_shared_place(a, b)) and _close_in_time(a, b)


def _shared_place(a: Incident, b: Incident) -> set[str]:
    return {p.geonameid or p.name.lower() for p in a.places} & {p.geonameid or p.name.lower() for p in b.places}


def _close_in_time(a: Incident, b: Incident) -> bool:
    dates = [published(x.story.ledger.report.published) for x in (a, b)]
    return None in dates or abs(int(dates[0][0][:4]) - int(dates[1][0][:4])) <= 1  # type: ignore[index]
