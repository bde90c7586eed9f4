"""What kind of voice it is, and whom: class, entity, country and sector of a source."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.reading.voices import Page, Tokens, Voice
from fogline.records import Mention, Reading, overlap
from fogline.tables.lexicon_voices import source_nouns

OWN = {"us", "we", "reporter", "correspondent"}
PERSONAL = {"he", "she", "him", "her", "his"}
NAMED = {"person": "named_person"}


@dataclass(frozen=True, slots=True)
class Who:
    """A source resolved as far as the words and the report's other mentions carry."""

    voice: str
    entity: str | None = None
    country: str | None = None
    sector: str | None = None


def classified(page: Page, voice: Voice, so_far: Reading) -> Who:
    """The class, entity, country and sector of a draft's source."""
    if not voice.source:
        return Who("unattributed")
    mention = _mention(page, voice.source, so_far.mentions)
    entity = next((e for e in so_far.entities if mention and e.id == mention.entity), None)
    noun = next(
        (source_nouns()[page.parse.lemmas[i]] for i in voice.source if page.parse.lemmas[i] in source_nouns()), None
    )
    kind = _kind(page, voice.source, entity.type if entity else None)
    country = entity.country if entity else None
    sector = (entity.sector if entity else None) or (noun.sector if noun else None)
    return Who(kind, entity.id if entity else None, country, sector)


def head(page: Page, source: Tokens) -> int:
    """The source's main noun: the first word whose head stands outside."""
    held = set(source)
    outside = (i for i in source if page.parse.heads[i] not in held or page.parse.heads[i] == i)
    return next(outside, source[0])


def _mention(page: Page, source: Tokens, mentions: tuple[Mention, ...]) -> Mention | None:
    """The mention at the source's head, the longest if several."""
    main = page.parse.span(head(page, source), head(page, source))
    near = [m for m in mentions if overlap((m.start, m.end), main)]
    return max(near, key=lambda m: (m.end - m.start, -m.start), default=None)


def _kind(page: Page, source: Tokens, entity: str | None) -> str:
    parse = page.parse
    main = head(page, source)
    lemma = parse.lemmas[main]
    labels = {kind for a, b, kind in parse.ents if a <= source[-1] and b > source[0]}
    at_head = {kind for a, b, kind in parse.ents if a <= main < b}
    if parse.lower(main) in PERSONAL or "PERSON" in at_head or entity == "person":
        return "named_person"
    if lemma in source_nouns():
        return source_nouns()[lemma].voice
    if at_head & {"ORG", "GPE", "NORP"} or entity in ("organisation", "government", "country", "force"):
        return "named_organisation"
    return "named_person" if "PERSON" in labels else "unnamed_person"
