"""Who "I" and "we" are: the voice inside whose claim they stand, or in a statement the side that spoke before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.coding.telling import Told
from fogline.models.parse import Parse
from fogline.reading.who import entities_by_id
from fogline.records import Attribution, Event, Participant, Reading

SPEECH = ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT")
GIVEN = ("AID", "COOPERATE")  # nothing without somebody who gets it
SINGULAR, PLURAL = ("i", "me"), ("we", "us")
ISSUERS = ("country", "government", "organisation", "force")


def is_first(parse: Parse, who: Participant) -> bool:
    """True for the words "I", "we", "me", "us"."""
    return parse.text[who.start : who.end].lower() in (*SINGULAR, *PLURAL)


def speaker(parse: Parse, reading: Reading, one: Told, heads: Sequence[int]) -> tuple[Participant, ...]:
    """As in “We shelled the ridge,” the army said: "we" inside a claim is who makes it."""
    me = next((k for k in heads if parse.lower(k) in ("i", "we")), None)
    if me is None:
        return ()
    who = Participant(None, parse.starts[me], parse.ends[me])
    entity = _voice_of(parse, reading, one.act.claim, who)
    told = entity is not None or one.meaning.type in (*SPEECH, "CONSULT", *GIVEN)
    return (replace(who, entity=entity),) if told else ()


def resolved(parse: Parse, reading: Reading, event: Event, before: Sequence[Event]) -> Event:
    """The event with those who speak of themselves named, on either side."""

    def named(group: Sequence[Participant]) -> tuple[Participant, ...]:
        return tuple(_named(parse, reading, event, who, before) for who in group)

    return replace(event, actors=named(event.actors), recipients=named(event.recipients))


def _named(parse: Parse, reading: Reading, event: Event, who: Participant, before: Sequence[Event]) -> Participant:
    if who.entity is not None or not is_first(parse, who):
        return who
    issuer = (
        _issuer(reading, before) if event.claim is None and parse.text[who.start : who.end].lower() in PLURAL else None
    )
    return replace(who, entity=_voice_of(parse, reading, event.claim, who) or issuer)


def _voice_of(parse: Parse, reading: Reading, claim_id: str | None, who: Participant) -> str | None:
    """The entity that makes the claim around the word, or whose source the word itself is."""
    claim = next((c for c in reading.claims if c.id == claim_id), None)
    voice = next((v for v in reading.attributions if claim and v.id == claim.attribution), None)
    at = (who.start, who.end)
    voice = voice or next((v for v in reading.attributions if v.source and tuple(v.source[0]) == at), None)
    return _who_speaks(reading, voice, parse.text[who.start : who.end].lower()) if voice else None


def _who_speaks(reading: Reading, voice: Attribution, me: str) -> str | None:
    """The entity of a voice; the "we" of a government's release, which names no office, is its country."""
    ours = me in PLURAL and voice.country is not None and voice.sector == "GOV"
    lands = (e.id for e in reading.entities if ours and e.type == "country" and e.country == voice.country)
    return voice.source_entity or next(lands, None)


def _issuer(reading: Reading, before: Sequence[Event]) -> str | None:
    """As in "The United States condemns the attack. We offer our condolences": the body whose own words came before."""
    spoke = next((e for e in reversed(before) if e.type in SPEECH and e.claim is None and e.actors), None)
    only = {who.entity for who in spoke.actors} if spoke is not None else set()
    entity = entities_by_id(reading).get(next(iter(only)) or "") if len(only) == 1 else None
    return entity.id if entity is not None and entity.type in ISSUERS else None
