"""Persons and bodies that a report names, looked up by place, by name inside a phrase, and by office."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from fogline.reading.noun_phrases import noun_of
from fogline.reading.roles import bare_office
from fogline.reading.voices import Page, Tokens
from fogline.records import Entity, Mention, Reading
from fogline.tables import actors
from fogline.tables.actor_words import sector_modifiers
from fogline.tables.lexicon_voices import source_nouns

NEAR = 30  # mentions to look back over
NO_SURNAMES = {
    "commander", "minister", "secretary", "spokesman", "spokeswoman", "spokesperson", "director", "president",
    "ambassador", "governor", "chairman", "chairwoman", "officer", "official", "envoy", "representative", "leader",
}  # fmt: skip
TITLES = ("office_holder", "unnamed_official")
OF_TITLES = ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "PART", "SYM")


@dataclass(frozen=True, slots=True)
class Names:
    """The report's mentions and entities, looked up by place."""

    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    entities: dict[str, Entity]
    named: frozenset[str] = field(default_factory=frozenset)  # persons with a name of their own
    holders: dict[str, tuple[Entity, ...]] = field(default_factory=dict)  # named persons by the office they hold
    places: dict[int, str] = field(default_factory=dict)  # countries of the resolved places, by where their words begin
    only_country: str | None = None  # where the report tells of no other

    def at(self, span: tuple[int, int]) -> Entity | None:
        """The entity of the longest mention that touches the span."""
        last = bisect_left(self.starts, span[1])
        near = [m for m in self.mentions[max(0, last - NEAR) : last] if m.end > span[0]]
        mention = max(near, key=lambda m: (m.end - m.start, -m.start), default=None)
        return self.entities.get(mention.entity) if mention else None

    def is_named(self, entity: Entity) -> bool:
        """True for a person whom the report calls by name, not only by an office."""
        return entity.id in self.named

    def person_named(self, page: Page, source: Tokens, head: int) -> Entity | None:
        """Who is named in the source's words: "the mill's owner, Sami Dib", not "an aide to Sami Dib"."""
        start, end = page.parse.starts[source[0]], page.parse.ends[source[-1]]
        if page.parse.text[start:end].isupper() and len(source) > 1:
            return self.surnamed(page.parse.word(source[-1]))
        inside = self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        for m in inside:
            named = m.kind == "name" and m.entity in self.named and m.end <= end
            if named and _is_the_voice(page, source, head, m):
                return self.entities[m.entity]
        return None

    def surnamed(self, word: str) -> Entity | None:
        """The only named person of that last name ("SECRETARY KERRY:" in a transcript)."""
        alike = [e for e in self.entities.values() if e.id in self.named and e.name.split()[-1].lower() == word.lower()]
        return alike[0] if len(alike) == 1 else None

    def holder(self, page: Page, source: Tokens, entity: Entity | None) -> Entity | None:
        """The only named person whose office the source gives ("the foreign secretary"), else the entity itself."""
        parse = page.parse
        if entity is not None and (entity.id in self.named or entity.type != "person"):
            return entity
        words = [parse.lower(i) for i in source if parse.pos[i] not in ("DET", "SPACE")]
        found = self.holders.get(" ".join(words), ())
        return found[0] if len(found) == 1 else entity


def names(so_far: Reading) -> Names:
    """What was found of names so far."""
    mentions = tuple(sorted(so_far.mentions, key=lambda m: (m.start, m.end)))
    entities = {e.id: e for e in so_far.entities}
    called = {m.entity for m in mentions if m.kind == "name"}
    named = frozenset(e.id for e in so_far.entities if e.type == "person" and e.id in called and not is_title(e.name))
    holders: dict[str, tuple[Entity, ...]] = {}
    for entity in (e for e in so_far.entities if e.id in named):
        for office in dict.fromkeys(_bare(t.office) for t in entity.offices if t.status in ("held", "acting")):
            if " " in office:
                holders[office] = (*holders.get(office, ()), entity)
    places = {p.start: code for p in so_far.places if p.country and (code := actors.three_letters(p.country))}
    countries = {*places.values(), *(e.country for e in so_far.entities if e.country)}
    only = countries.pop() if len(countries) == 1 else None
    return Names(tuple(m.start for m in mentions), mentions, entities, named, holders, places, only)


def _bare(office: str) -> str:
    return bare_office(office)


def is_title(name: str) -> bool:
    """True for a name that is only an office: "the Secretary of Transport", "U.S. Foreign Secretary".

    >>> is_title("Minister of Defence"), is_title("Kenyan Foreign Minister"), is_title("Foreign Minister Ann Reeve")
    (True, True, False)
    """
    words = re.split(r" (?:of|for) ", name, maxsplit=1)[0].split()
    if not words or not _is_office(words[-1].lower()):
        return False
    return words[-1].lower() in NO_SURNAMES or all(_only_tells_which(word) for word in words[:-1])


def _is_office(word: str) -> bool:
    noun = source_nouns().get(word)
    return word in actors.offices() or (noun is not None and noun.voice in TITLES)


def _only_tells_which(word: str) -> bool:
    """An article, adjective, country or branch before an office, and no name."""
    lower = word.lower()
    told = lower in sector_modifiers() or lower in actors.office_starts() or lower in source_nouns()
    known = told or actors.known_actors().get(word) is not None
    return known or word[0].islower() or lower in ("the", "a", "an", "one")


def _is_the_voice(page: Page, source: Tokens, head: int, name: Mention) -> bool:
    """The name heads the source, stands in it behind a comma, or directly behind titles that open it."""
    parse = page.parse
    tokens = parse.tokens(name.start, name.end)
    after, at = tokens[-1] + 1, tokens[0] - 1
    if after <= source[-1] and (parse.tags[after] in ("POS", "NN", "NNS") or parse.lower(after) in ("’s", "'s")):
        return False
    if at > source[0] and parse.word(at) == ",":
        noun = noun_of(parse.lemmas[head])  # "a letter from the director, Ann Reeve" is no person
        person = noun is None or noun.voice not in ("document", "named_organisation")
        return head in tokens or (person and parse.tags[head] not in ("NNS", "NNPS"))
    while at >= source[0] and parse.pos[at] in OF_TITLES and parse.word(at) != ",":
        at -= 1
    if at > source[0] and parse.pos[at] == "DET":
        at -= 1
    opens = at < source[0] or (at == source[0] and parse.pos[at] in ("DET", "PRON"))
    return opens or parse.word(at) == ","
