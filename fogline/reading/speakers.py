"""What kind of voice it is, and whose: class, entity, country and sector of a source."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from fogline.reading.voices import Page, Tokens, Voice, entities_in
from fogline.records import Entity, Mention, Reading
from fogline.tables import actors
from fogline.tables.lexicon_voices import source_nouns

PERSONAL = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
PRONOUNS = PERSONAL | {"it", "they", "them"}
PEOPLE = PERSONAL | {"they", "who", "them", "i", "we"}
REPORTERS = {"i", "we", "us", "our", "my"}
BODIES = ("organisation", "government", "country", "force", "group")
STATE = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"}
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "war", "ism", "offer")
NEAR = 30  # mentions to look back over
NAMED_BODIES = {"ORG", "GPE", "NORP", "FAC"}


@dataclass(frozen=True, slots=True)
class Who:
    """A source resolved as far as the words and the report's other mentions carry."""

    voice: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None


def is_abstract(page: Page, source: Tokens) -> bool:
    """An event or quality by its ending ("the liberation denied them a haven"): it does, but it does not speak."""
    if not source or can_testify(page, source):
        return False
    main = head(page, source)
    return page.parse.pos[main] == "NOUN" and page.parse.lemmas[main].endswith(ABSTRACT)


@dataclass(frozen=True, slots=True)
class Names:
    """The report's mentions and entities, looked up by place."""

    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    entities: dict[str, Entity]

    def at(self, span: tuple[int, int]) -> Entity | None:
        """The entity of the longest mention that touches the span."""
        last = bisect_left(self.starts, span[1])
        near = [m for m in self.mentions[max(0, last - NEAR) : last] if m.end > span[0]]
        mention = max(near, key=lambda m: (m.end - m.start, -m.start), default=None)
        return self.entities.get(mention.entity) if mention else None


def names(so_far: Reading) -> Names:
    """What was found of names so far."""
    mentions = tuple(sorted(so_far.mentions, key=lambda m: (m.start, m.end)))
    return Names(tuple(m.start for m in mentions), mentions, {e.id: e for e in so_far.entities})


def classified(page: Page, voice: Voice, known: Names) -> Who:
    """The class, entity, country and sector of a draft's source; what neither words nor mentions give stays None."""
    if not voice.source:
        return Who("unattributed")
    main = head(page, voice.source)
    countries = _countries(page, voice.source)
    if len(countries) > 1 and any(page.parse.lower(i) == "and" for i in voice.source):
        return Who(_kind(page, voice.source, None), None, None, _sector(page, voice.source))
    entity = known.at(page.parse.span(main, main))
    kind = _kind(page, voice.source, entity)
    if kind == "unnamed_person" and _official(page, voice.source):
        kind = "unnamed_official"
    if entity is not None and (entity.country or entity.sector):
        return Who(kind, entity.id, entity.country, entity.sector)
    return Who(kind, entity.id if entity else None, _country(page, voice.source), _sector(page, voice.source))


def head(page: Page, source: Tokens) -> int:
    """The source's main noun: the first word whose head stands outside it."""
    held = set(source)
    outside = (i for i in source if page.parse.heads[i] not in held or page.parse.heads[i] == i)
    nouns = (i for i in outside if page.parse.pos[i] in ("NOUN", "PROPN", "PRON"))
    return next(nouns, source[0])


def can_testify(page: Page, source: Tokens) -> bool:
    """True for a person, a body or a document: "polls show" is a voice, "the war shows" is not."""
    parse = page.parse
    if not source:
        return False
    main = head(page, source)
    named = any(kind in (*NAMED_BODIES, "PERSON") for kind in entities_in(parse, main, main))
    return named or parse.lemmas[main] in source_nouns() or parse.lower(main) in PEOPLE


def _kind(page: Page, source: Tokens, entity: Entity | None) -> str:
    """The class of voice: what its noun says, before what an entity of that mention happens to be called."""
    parse = page.parse
    main = head(page, source)
    labels = set(entities_in(parse, main, main))
    noun = source_nouns().get(parse.lemmas[main]) or source_nouns().get(parse.lemmas[main].removesuffix("s"))
    if parse.lower(main) in PRONOUNS:
        return _of_entity(entity) or ("named_person" if parse.lower(main) in PERSONAL else "named_organisation")
    if parse.lower(main) in REPORTERS and not page.quoted(main):
        return "own_reporter"
    person = "PERSON" in labels if entity is None else entity.type == "person"
    if person and parse.pos[main] != "NOUN":
        return "named_person"
    if noun is not None:
        body = parse.lemmas[main] == "authority" and parse.tags[main] in ("NN", "NNP")
        return "named_organisation" if body else noun.voice
    if labels & NAMED_BODIES or (entity is not None and entity.type in BODIES):
        return "named_organisation"
    return "unnamed_person"


def _of_entity(entity: Entity | None) -> str | None:
    """The class of what a pronoun stands for; a person known only by a noun has that noun's class."""
    if entity is None:
        return None
    words = entity.name.split()
    if entity.type != "person":
        return "named_organisation"
    if any(word[0].isupper() for word in words if word not in ("The", "A", "An", "One")):
        return "named_person"
    nouns = (source_nouns().get(word.lower()) for word in reversed(words))
    return next((noun.voice for noun in nouns if noun), "unnamed_person")


def _countries(page: Page, source: Tokens) -> set[str]:
    """The countries that the source's words name."""
    return {code for i in source if (code := known_country(page.parse.word(i))) is not None}


def _country(page: Page, source: Tokens) -> str | None:
    """The one country that the source's words name ("Russian officials"); None if they name two."""
    found = _countries(page, source)
    return found.pop() if len(found) == 1 else None


def _official(page: Page, source: Tokens) -> bool:
    """As in "sources within the ministry": unnamed people of a state body."""
    parse = page.parse
    nouns = (source_nouns().get(parse.lemmas[i]) for i in source[1:])
    return parse.lemmas[head(page, source)] in ("source", "person", "people") and any(
        noun is not None and noun.sector in STATE for noun in nouns
    )


def known_country(word: str) -> str | None:
    """The country that a name, an adjective or a seat of government stands for."""
    seat = actors.seat_of(word)
    return actors.demonym_country(word) or actors.country_code(word) or (seat.country if seat else None)


def _sector(page: Page, source: Tokens) -> str | None:
    """The sector of the head noun or of the name it is."""
    parse = page.parse
    main = head(page, source)
    noun = source_nouns().get(parse.lemmas[main])
    if noun and noun.sector:
        return noun.sector
    seat = actors.seat_of(parse.word(main))
    return (seat.sector if seat else None) or actors.sector_of_noun(parse.lemmas[main])
