"""Records for tests, with defaults that fit one sentence of ours; say only what your test is about.

>>> ledger = make_ledger(events=(make_event(status="threatened"),))
>>> ledger.words(ledger.events[0].evidence[0]), ledger.events[0].status
('attacked', 'threatened')

Every factory takes the record's own field names: ``make_event(type="AID", place=make_place().id)``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fogline.records import (
    Act,
    Attribution,
    Claim,
    Confidence,
    Entity,
    Event,
    EventTime,
    Evidence,
    Failure,
    Finding,
    Ledger,
    MadeWith,
    Mention,
    Participant,
    Place,
    Quantity,
    Report,
    Sentence,
    Span,
    Timex,
    identify,
)

TEXT = (
    "The ministry said on Friday that rebels attacked the port of Odesa with drones, killing at least 12 people. "
    "Residents said that only three people had died. The governor vowed to rebuild the harbour."
)
REPORT_ID = "r1"


def at(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """The span of the ``nth`` occurrence of some words in a text; fails loudly where they do not stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def make_report(text: str = TEXT, **changes: Any) -> Report:
    """A report of 2025-11-20 (a Thursday); its id follows from its text unless it is the default text."""
    name = REPORT_ID if text == TEXT else identify("report", text)
    base = Report(
        id=name, text=text, title="Port attacked", outlet="Harbour Wire", published="2025-11-20", language="en"
    )
    return replace(base, **changes)


def make_sentence(words: str = TEXT[: TEXT.index(" Residents")], text: str = TEXT) -> Sentence:
    """The sentence that those words are."""
    return Sentence(*at(words, text))


def make_entity(name: str = "the ministry", **changes: Any) -> Entity:
    """A ministry of Ukraine; its id follows from its name."""
    return replace(Entity(identify("entity", REPORT_ID, name), name, "government", "UKR", "GOV"), **changes)


def make_mention(words: str = "The ministry", text: str = TEXT, **changes: Any) -> Mention:
    """A nominal mention of the default entity."""
    span = at(words, text)
    return replace(Mention(identify("mention", REPORT_ID, *span), *span, make_entity().id, "nominal"), **changes)


def make_timex(words: str = "on Friday", text: str = TEXT, **changes: Any) -> Timex:
    """The Friday before publication."""
    span = at(words, text)
    day = "2025-11-14"
    base = Timex(
        identify("time", REPORT_ID, *span), *span, "DATE", day, None, (day, day), (day, day), "published",
        "the Friday before publication",
    )  # fmt: skip
    return replace(base, **changes)


def make_place(words: str = "Odesa", text: str = TEXT, **changes: Any) -> Place:
    """Odesa, resolved to the town."""
    span = at(words, text)
    base = Place(
        identify("place", REPORT_ID, *span), *span, words, "698740", 46.4775, 30.7326, "UA", "17", 12.0, "town", "act"
    )
    return replace(base, **changes)


def make_quantity(words: str = "at least 12 people", text: str = TEXT, **changes: Any) -> Quantity:
    """At least 12 people killed."""
    span = at(words, text)
    base = Quantity(identify("quantity", REPORT_ID, *span), *span, 12.0, None, "at_least", "person", "people", "killed")
    return replace(base, **changes)


def make_attribution(content: str | None = None, text: str = TEXT, **changes: Any) -> Attribution:
    """The ministry's voice, indirect; ``content`` are the words it is given."""
    words = content or "rebels attacked the port of Odesa with drones, killing at least 12 people"
    span = at(words, text)
    base = Attribution(
        identify("attribution", REPORT_ID, *span), (at("The ministry"),), (at("said"),), (span,),
        make_entity().id, "named_organisation", "UKR", "GOV", "indirect",
    )  # fmt: skip
    return replace(base, **changes)


def make_claim(content: str | None = None, text: str = TEXT, **changes: Any) -> Claim:
    """The ministry's claim of the attack."""
    words = content or "rebels attacked the port of Odesa with drones, killing at least 12 people"
    span = at(words, text)
    voice = make_attribution().id
    return replace(Claim(identify("claim", REPORT_ID, *span), (span,), voice, "say", True), **changes)


def make_act(words: str = "attacked", text: str = TEXT, **changes: Any) -> Act:
    """The attack, done in the ministry's eyes."""
    span = at(words, text)
    base = Act(identify("act", REPORT_ID, *span), span, make_claim().id, "done", "CT+", 3.0, (at("said"),))
    return replace(base, **changes)


def make_participant(words: str = "rebels", text: str = TEXT, entity: str | None = None) -> Participant:
    """Words that name an actor or recipient."""
    return Participant(entity, *at(words, text))


def make_event(words: str = "attacked", text: str = TEXT, **changes: Any) -> Event:
    """The rebels' drone attack on the port: ASSAULT, done according to the ministry."""
    span = at(words, text)
    day = "2025-11-14"
    base = Event(
        id=identify("event", REPORT_ID, *span),
        act=make_act(words, text).id,
        type="ASSAULT",
        mode="aerial",
        contexts=("military",),
        actors=(Participant(None, *at("rebels", TEXT)),),
        recipients=(Participant(None, *at("the port of Odesa", TEXT)),),
        evidence=(span,),
        claim=make_claim().id,
        status="done",
        time=EventTime(make_timex().id, day, (day, day), (day, day), "the only time of the sentence"),
        place=make_place().id,
        weapons=(),
        casualties=(make_quantity().id,),
        embedded_in=None,
        same_as=None,
        cameo="190",
        goldstein=-10.0,
        plover_score=-10.0,
        intensity=5,
        confidence=Confidence(0.9, 0.8, 0.7, 0.6, 0.9, 0.8),
        by="verb",
        why="attack is an ASSAULT",
    )
    return replace(base, **changes)


def make_finding(**changes: Any) -> Finding:
    """A dispute: the ministry's and the residents' number of dead."""
    sides = (
        Evidence(REPORT_ID, *at("killing at least 12 people"), "A"),
        Evidence(REPORT_ID, *at("only three people had died"), "B"),
    )
    base = Finding(
        identify("finding", "number", *sides), "C101", "dispute", "number", "high", sides,
        "The ministry says at least 12 people died; residents say three.", "both speak of the same attack",
        "a later count",
    )  # fmt: skip
    return replace(base, **changes)


def make_failure(**changes: Any) -> Failure:
    """A stage that gave up."""
    return replace(Failure("ingest", "F101", "F101 wire.txt: the report is empty"), **changes)


def make_made_with(**changes: Any) -> MadeWith:
    """Version, ontology and one table's digest."""
    base = MadeWith("0.1.0", "PLOVER 2021", {"languages/en/abbreviations.tsv": "0" * 64}, {})
    return replace(base, **changes)


def make_ledger(report: Report | None = None, **changes: Any) -> Ledger:
    """A ledger with nothing in it but what you give it."""
    return replace(Ledger(report=report or make_report(), made_with=make_made_with()), **changes)


def full_ledger(report: Report | None = None, **changes: Any) -> Ledger:
    """A ledger of the default text with one entry in every list but ``failures``."""
    base = make_ledger(
        report,
        sentences=(make_sentence(),),
        entities=(make_entity(),),
        mentions=(make_mention(),),
        times=(make_timex(),),
        places=(make_place(),),
        quantities=(make_quantity(),),
        attributions=(make_attribution(),),
        claims=(make_claim(),),
        acts=(make_act(),),
        events=(make_event(),),
        findings=(make_finding(),),
    )
    return replace(base, **changes)
