"""What can be searched of a ledger: one row an entry, and one for everyone who takes part in it."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from fogline.records import Attribution, Event, Ledger, Lookup, Participant, Spans, identify
from fogline.store.folding import fold

HEADLINE = 160  # characters of a report without a title that stand for it in a list


class Head(NamedTuple):
    """What is known of a report from outside; ``first`` and ``last`` day of its (maybe coarse) publication date."""

    title: str | None
    outlet: str | None
    published: str | None
    first: str | None
    last: str | None
    language: str | None
    copy_of: str | None


class Entry(NamedTuple):
    """One entry of a ledger as it is searched; fields that its kind does not have are None.

    ``context`` holds the sentence around the words of an act or event, and the quotes of a finding.
    """

    entry: str
    kind: str
    start: int | None
    end: int | None
    words: str
    context: str = ""
    type: str | None = None
    mode: str | None = None
    code: str | None = None
    status: str | None = None
    speech_act: str | None = None
    category: str | None = None
    certainty: str | None = None
    first: str | None = None
    last: str | None = None


class Part(NamedTuple):
    """Someone or some place in an entry: role is actor, recipient, voice, place or itself."""

    entry: str
    role: str
    entity: str | None
    name: str
    country: str | None
    sector: str | None


class Derived(NamedTuple):
    """All that is searched of one ledger."""

    head: Head
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]


class Look(Lookup):
    """A ledger with its entries by id, its sentences and the words of its spans."""

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where its sentences begin."""
        return tuple(sentence.start for sentence in self.ledger.sentences)

    def words(self, spans: Iterable[tuple[int, int]]) -> str:
        """The words of some spans, gaps shown as dots."""
        return " … ".join(self.ledger.words(span) for span in spans)

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a passage; the passage itself where no sentence holds it."""
        i = bisect_right(self.starts, start) - 1
        held = self.ledger.sentences[i] if i >= 0 else None
        return self.ledger.words((held.start, held.end) if held and held.end >= end else (start, end))

    def speech_act(self, claim: str | None) -> str | None:
        """The speech act of a claim."""
        held = self.claims.get(claim or "")
        return held.speech_act if held else None


def derive(ledger: Ledger) -> Derived:
    """Head, entries and participants of a ledger, in the order of its lists."""
    report, look = ledger.report, Look(ledger)
    first, last = days(report.published)
    head = Head(report.title, report.outlet, report.published, first, last, report.language, report.copy_of)
    entries = tuple(entry for one in ENTRIES for entry in one(look))
    return Derived(head, entries, tuple(part for one in PARTS for part in one(look)))


def days(prefix: str | None) -> tuple[str | None, str | None]:
    """First and last day of an ISO date or its beginning.

    >>> days("2024-02"), days("2025"), days(None)
    (('2024-02-01', '2024-02-29'), ('2025-01-01', '2025-12-31'), (None, None))
    """
    if not prefix:
        return None, None
    if len(prefix) == 4:
        return f"{prefix}-01-01", f"{prefix}-12-31"
    if len(prefix) == 7:
        return f"{prefix}-01", f"{prefix}-{monthrange(int(prefix[:4]), int(prefix[5:]))[1]:02}"
    return prefix[:10], prefix[:10]


def _edges(*spans: Spans) -> tuple[int | None, int | None]:
    every = [span for some in spans for span in some]
    return (min(s for s, _ in every), max(e for _, e in every)) if every else (None, None)


def _report(look: Look) -> Iterator[Entry]:
    report = look.ledger.report
    yield Entry(report.id, "report", None, None, report.title or report.text[:HEADLINE])


def _entities(look: Look) -> Iterator[Entry]:
    for one in look.ledger.entities:
        yield Entry(one.id, "entity", None, None, one.name, type=one.type)


def _times(look: Look) -> Iterator[Entry]:
    for one in look.ledger.times:
        words, first, last = look.ledger.words((one.start, one.end)), one.begin[0], one.finish[1]
        yield Entry(one.id, "time", one.start, one.end, words, type=one.type, code=one.value, first=first, last=last)


def _places(look: Look) -> Iterator[Entry]:
    for one in look.ledger.places:
        yield Entry(one.id, "place", one.start, one.end, one.name, "", one.precision, one.role, one.geonameid)


def _quantities(look: Look) -> Iterator[Entry]:
    for one in look.ledger.quantities:
        words = look.ledger.words((one.start, one.end))
        yield Entry(one.id, "quantity", one.start, one.end, words, "", one.unit, one.bound, status=one.role)


def _voices(look: Look) -> Iterator[Entry]:
    acts = {claim.attribution: claim.speech_act for claim in reversed(look.ledger.claims)}
    for one in look.ledger.attributions:
        words = look.words((*one.source, *one.cue, *one.content))
        start, end = _edges(one.source, one.cue, one.content)
        yield Entry(one.id, "voice", start, end, words, "", one.source_class, one.style, speech_act=acts.get(one.id))


def _claims(look: Look) -> Iterator[Entry]:
    for one in look.ledger.claims:
        yield Entry(one.id, "claim", *_edges(one.content), look.words(one.content), speech_act=one.speech_act)


def _acts(look: Look) -> Iterator[Entry]:
    for one in look.ledger.acts:
        words, around, act = look.words((one.trigger,)), look.sentence(*one.trigger), look.speech_act(one.claim)
        yield Entry(one.id, "act", *one.trigger, words, around, one.factuality, status=one.status, speech_act=act)


def _events(look: Look) -> Iterator[Entry]:
    for one in look.ledger.events:
        start, end = _edges(one.evidence)
        around = " … ".join(dict.fromkeys(look.sentence(*span) for span in one.evidence))
        first, last = (one.time.begin[0], one.time.finish[1]) if one.time else (None, None)
        yield Entry(
            one.id, "event", start, end, look.words(one.evidence), around, one.type, one.mode, one.cameo, one.status,
            look.speech_act(one.claim), first=first, last=last,
        )  # fmt: skip


def _findings(look: Look) -> Iterator[Entry]:
    here = look.ledger.report.id
    for one in look.ledger.findings:
        quotes = [look.ledger.words((e.start, e.end)) for e in one.evidence if e.report_id == here]
        start, end = next(((e.start, e.end) for e in one.evidence if e.report_id == here), (None, None))
        yield Entry(
            one.id, "finding", start, end, one.explanation, " … ".join(quotes), one.kind, code=one.code,
            category=one.category, certainty=one.certainty,
        )  # fmt: skip


def _failures(look: Look) -> Iterator[Entry]:
    for one in look.ledger.failures:
        name = identify("failure", look.ledger.report.id, one.stage, one.code)
        yield Entry(name, "failure", None, None, one.message, type=one.stage, code=one.code)


ENTRIES: tuple[Callable[[Look], Iterator[Entry]], ...] = (
    _report, _entities, _times, _places, _quantities, _voices, _claims, _acts, _events, _findings, _failures,
)  # fmt: skip


def _event_parts(look: Look) -> Iterator[Part]:
    for one in look.ledger.events:
        yield from _event_people(look, one)
        yield from _voice_part(look, one.id, look.attribution_of(one.claim))
        place = look.places.get(one.place or "")
        if place:
            yield Part(one.id, "place", place.geonameid, fold(place.name), place.country, None)


def _event_people(look: Look, event: Event) -> Iterator[Part]:
    for role, people in (("actor", event.actors), ("recipient", event.recipients)):
        for one in people:
            yield _person(look, event.id, role, one)


def _person(look: Look, entry: str, role: str, one: Participant) -> Part:
    words, held = look.ledger.words((one.start, one.end)), look.entities.get(one.entity or "")
    name = fold(f"{words} | {held.name}" if held else words)
    return Part(entry, role, one.entity, name, held.country if held else None, held.sector if held else None)


def _told_parts(look: Look) -> Iterator[Part]:
    for act in look.ledger.acts:
        yield from _voice_part(look, act.id, look.attribution_of(act.claim))
    for claim in look.ledger.claims:
        yield from _voice_part(look, claim.id, look.attributions.get(claim.attribution or ""))
    for voice in look.ledger.attributions:
        yield from _voice_part(look, voice.id, voice)


def _voice_part(look: Look, entry: str, voice: Attribution | None) -> Iterator[Part]:
    if voice:
        held = look.entities.get(voice.source_entity or "")
        name = fold(" | ".join(filter(None, (look.words(voice.source), held.name if held else ""))))
        yield Part(entry, "voice", voice.source_entity, name, voice.country, voice.sector)


def _own_parts(look: Look) -> Iterator[Part]:
    for place in look.ledger.places:
        yield Part(place.id, "place", place.geonameid, fold(place.name), place.country, None)
    for one in look.ledger.entities:
        yield Part(one.id, "itself", one.id, fold(one.name), one.country, one.sector)


PARTS: tuple[Callable[[Look], Iterator[Part]], ...] = (_event_parts, _told_parts, _own_parts)
