"""An office's own release: who its "we" is, and whose office its headline names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.reading.allegiance import STATE, known_country
from fogline.reading.namesakes import is_title
from fogline.reading.speakers import REPORTERS
from fogline.records import Attribution, Entity, Reading, Report
from fogline.tables import actors
from fogline.tables.actor_words import name_heads, sector_modifiers
from fogline.tables.lexicon_voices import source_nouns

OFFICIAL = STATE | {"IGO"}
STATED = re.compile(
    r"^\W*(?:[\w’'-]+\s){0,3}?(?:statement|communiqu[eé]|press release|news release|readout|declaration)\b(?P<rest>.*)",
    re.IGNORECASE,
)
ISSUER = re.compile(
    r"\b(?:by|from|of)\s+(?:the\s+)?(?P<body>.+?)(?:\s+(?:on|about|regarding|after|following)\b|[:,;.]|$)"
)
ANSWERS = {"answer", "a"}  # the label of the office's own turn
LONGEST_HEADING = 160  # characters


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues the report: the entity if the text names it, country and sector as far as the words tell."""

    entity: str | None = None
    country: str | None = None
    sector: str | None = None


def with_issuer(report: Report, so_far: Reading) -> tuple[Attribution, ...]:
    """The attributions, where "we" in an office's own release is that office and its headline's office is a person.

    In a newspaper "we" stays the reporter; a report is an office's own if its outlet is one, or its heading says so.
    """
    found = _headline_joined(report.text, so_far)
    who = issuer(report, so_far.entities)
    if who is None:
        return tuple(found)
    return tuple(_issued(report.text, a, who) for a in found)


def issuer(report: Report, entities: Sequence[Entity]) -> Issuer | None:
    """The office whose release it is; None for any other outlet.

    >>> issuer(Report("r1", "We regret the raid.", outlet="Kenyan Ministry of Defence"), ())
    Issuer(entity=None, country='KEN', sector='MIL')
    >>> issuer(Report("r1", "We regret the raid.", outlet="Nairobi Times"), ()) is None
    True
    """
    if report.outlet:
        return _office(report.outlet, entities)
    headings = (report.title or "", report.text[:LONGEST_HEADING].split("\n", 1)[0])
    stated = next((m for m in map(STATED.match, headings) if m), None)
    if stated is None:
        return None
    body = ISSUER.search(stated["rest"])
    return (_office(body["body"], entities) if body else None) or Issuer()


def _issued(text: str, voice: Attribution, who: Issuer) -> Attribution:
    said = {text[s:e].lower() for s, e in voice.source}
    own = voice.source_class == "own_reporter" and said <= REPORTERS
    if not own and not (said and said <= ANSWERS):
        return voice
    alone = said <= {"i", "my"}  # whoever signs for the office
    kind = "office_holder" if alone else "named_organisation"
    return replace(voice, source_class=kind, source_entity=who.entity, country=who.country, sector=who.sector)


def _office(name: str, entities: Sequence[Entity]) -> Issuer | None:
    """The office that a name stands for: known, or told by its head ("Norwegian Ministry of Transport")."""
    words = re.findall(r"[\w.’'-]+", name)
    parts = re.split(r"\s(?:of|for|to|in)\s(?:the\s)?", name)
    known = actors.seat_of(name) or next((body for part in (name, *parts) if (body := actors.group(part))), None)
    told = [sector_modifiers().get(word.lower()) for word in words]
    marked = next((branch for branch in told if branch in ("MIL", "COP", "SPY")), None)
    sector = known.sector if known else _sector_of_head(parts[0].split())
    if sector not in OFFICIAL or (known is None and "MED" in told):
        return None
    countries = (known_country(word) for word in words)
    country = known.country if known else next((code for code in countries if code), None)
    names = {name.lower(), known.name.lower() if known else name.lower()}
    entity = next((e for e in entities if e.name.lower().removeprefix("the ") in names), None)
    return Issuer(entity.id if entity else None, country, sector if known else marked or sector)


def _sector_of_head(words: Sequence[str]) -> str | None:
    """The sector of the first known word from the end of a name's first part."""
    for word in reversed(words):
        head, noun = name_heads().get(word), source_nouns().get(word.lower())
        if head is not None and head.type in ("government", "force"):
            return head.sector or "GOV"
        if noun is not None and noun.sector:
            return noun.sector
    return None


def _headline_joined(text: str, so_far: Reading) -> Iterator[Attribution]:
    """One person for "Foreign Secretary welcomes the deal" in the headline and the name that opens what follows."""
    entities = {e.id: e for e in so_far.entities}
    pair = _headline_pair(text, so_far.attributions, entities)
    if pair is None:
        yield from so_far.attributions
        return
    office, person = pair
    for voice in so_far.attributions:
        if voice.source_entity == office.source_entity:
            voice = replace(voice, source_class="named_person", source_entity=person)  # noqa: PLW2901
        mine = voice.source_entity == person
        country, sector = voice.country or office.country, voice.sector or office.sector
        yield replace(voice, country=country, sector=sector) if mine else voice


def _headline_pair(
    text: str, voices: Sequence[Attribution], entities: dict[str, Entity]
) -> tuple[Attribution, str] | None:
    """The headline's office and the only named person who speaks, at the head of the next paragraph."""
    named = {a.source_entity for a in voices if a.source_class == "named_person" and a.source_entity}
    first = next(iter(voices), None)
    if first is None or len(named) != 1 or first.source_class != "office_holder" or not first.source_entity:
        return None
    person = entities[next(iter(named))]
    opening = next(a for a in voices if a.source_entity == person.id)
    parts = re.split(r"\n\s*\n|\n", text, maxsplit=1)
    follows = len(parts) == 2 and bool(opening.source) and text[: opening.source[0].start].strip() == parts[0].strip()
    title = is_title(text[slice(*first.source[0])]) and first.source[0].start < len(parts[0])
    return (first, person.id) if follows and title and not person.offices else None
