"""Countries that a report leaves to be known: of offices, bodies and people without one, and of places.

Only what the report itself says decides: the town found on the map, a title that one state alone has ("Chancellor of
the Exchequer"), a ruler's name beside his country's, or a report that names one country almost alone. A named person
without an office gets no country from where the report plays, and nobody ever a sector.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.reading.roles import bare_office
from fogline.records import Entity, Mention, Reading
from fogline.tables import actors
from fogline.tables.actor_words import rulers, titles

LOCAL = frozenset({
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "CVL", "LAB", "EDU", "AGR", "BUS", "MED", "SET",
    "ELI",
})  # fmt: skip
STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
PEOPLE = ("person", "group", "force", "government")
ON_MAP = ("place", "facility")
FOREIGN = re.compile(
    r"\b(?:foreign|international|european|western|american|african|arab|un|u\.n|eu|nato|peacekeep\w*|allied|coalition|neighbou?r\w*"
    r"|both|two|other|another|his|her|their|its|our|my|your|exiled?|refugees?|migrants?|tourists?|pilgrims?"
    r"|regional|ambassadors?|envoys?|diplomats?|consuls?|mediators?|governments|administrations|jihadists?|terrorists?)\b",
    re.IGNORECASE,
)
SHARE = 2 / 3  # of the words that tell a country
NAMES = 2  # different names of places and actors of the country


@dataclass(frozen=True, slots=True)
class Told:
    """A country told at a point of the text, by what name, and whether by a place."""

    at: int
    country: str
    name: str
    place: bool


@dataclass(frozen=True, slots=True)
class Home:
    """The one country a report is about, from where on that is told, and whether officials of elsewhere may speak."""

    country: str
    since: int
    abroad: bool


def with_countries(so_far: Reading) -> tuple[Entity, ...]:
    """The entities, with the countries that the report as a whole lets be known."""
    told = sorted(_told(so_far), key=lambda t: t.at)
    named = {t.country for t in told}
    mapped = {(p.start, p.end): actors.three_letters(p.country) for p in so_far.places if p.country}
    mentions: dict[str, list[Mention]] = {}
    for mention in so_far.mentions:
        mentions.setdefault(mention.entity, []).append(mention)
    known = tuple(_known(e, mentions.get(e.id, ()), mapped, named) for e in so_far.entities)
    country = _country(told)
    if country is None:
        return known
    since = next((s.start for s in so_far.sentences if s.start <= told[0].at < s.end), told[0].at)
    home = Home(country, since, any(_of_unknown_state(e, mentions.get(e.id, ())) for e in known))
    return tuple(_at_home(e, mentions.get(e.id, ()), home) for e in known)


def _told(so_far: Reading) -> Iterator[Told]:
    entities = {e.id: e for e in so_far.entities}
    for mention in so_far.mentions:
        entity = entities[mention.entity]
        if entity.country and mention.kind != "pronoun":
            yield Told(mention.start, entity.country, entity.name, place=False)
    for place in so_far.places:
        country = actors.three_letters(place.country) if place.country else None
        if country and place.name:
            yield Told(place.start, country, place.name, place=True)


def _country(told: Sequence[Told]) -> str | None:
    """The country that the report begins with, names by a place, and names far more often than all others."""
    if not told:
        return None
    country, times = Counter(t.country for t in told).most_common(1)[0]
    names = {t.name for t in told if t.country == country}
    on_map = any(t.place for t in told if t.country == country)
    clear = times >= SHARE * len(told) and len(names) >= NAMES
    return country if clear and on_map and told[0].country == country else None


def _known(
    entity: Entity, mentions: Sequence[Mention], mapped: Mapping[tuple[int, int], str | None], named: set[str]
) -> Entity:
    """The entity with the country of its own place on the map, of its title, or of the state it is known to rule."""
    if entity.country:
        return entity
    if entity.type in ON_MAP:
        return replace(entity, country=next((c for m in mentions if (c := mapped.get((m.start, m.end)))), None))
    if entity.type != "person" or entity.sector == "IGO":
        return entity
    offices = [t.office for t in entity.offices] or [entity.name]
    titled = next((c for office in offices if (c := _of_title(office, named))), None)
    ruled = rulers().get(entity.name)
    return replace(entity, country=titled or (ruled if ruled in named else None))


def _of_title(office: str, named: set[str]) -> str | None:
    """The country of a title: one that the report names, else the one that the title means by itself.

    >>> _of_title("Foreign Secretary", {"IND"}), _of_title("foreign secretary", {"SYR"}), _of_title("governor", {"SYR"})
    ('IND', 'GBR', None)
    """
    bare = bare_office(office).removeprefix("the ")
    known = titles().get(office.lower().removeprefix("the "), titles().get(bare, ()))
    told = [c for c in known if c.rstrip("!") in named]
    return next(iter(told or [c for c in known if c.endswith("!")]), "").rstrip("!") or None


def _of_unknown_state(entity: Entity, mentions: Sequence[Mention]) -> bool:
    """A named official of a country that the report does not tell: it may be written from there."""
    named = any(m.kind == "name" for m in mentions)
    return entity.type == "person" and entity.sector in ("GOV", "MIL", "LEG") and not entity.country and named


def _at_home(entity: Entity, mentions: Sequence[Mention], home: Home) -> Entity:
    """An unnamed office, body or people of the one country that the report is about."""
    named = any(m.kind == "name" for m in mentions) or not mentions
    if entity.country or entity.type not in PEOPLE or entity.sector not in LOCAL or named:
        return entity
    if FOREIGN.search(entity.name) or (home.abroad and entity.sector in STATE) or mentions[0].start < home.since:
        return entity
    return replace(entity, country=home.country)
