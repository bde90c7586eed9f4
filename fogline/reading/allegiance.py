"""Country and sector of a voice as its own words give them: "Kenyan officials", "the foreign minister of Norway"."""

from __future__ import annotations

import re

from fogline.models.parse import Parse
from fogline.reading.noun_phrases import head, noun_of
from fogline.reading.voices import Page, Tokens
from fogline.tables import actors
from fogline.tables.actor_words import sector_modifiers

STATE = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"}
SWORN = re.compile(r"(?:Army|Brigades?|Battalions?|Soldiers) of (?:the )?[A-Z]")
ARMED = {"REB", "UAF", "CRM"}


def countries_of(page: Page, source: Tokens) -> set[str]:
    """The countries that the source's words name as its own: "the envoy to Libya" is not Libyan."""
    parse = page.parse
    others = {i for k in parse.children(head(page, source), "conj", "acl", "relcl") for i in parse.subtree(k)}
    own = [i for i in source if i not in others and not _hyphened(parse, i)]
    named = {i: code for i in own if (code := known_country(parse.word(i))) is not None}
    return {code for i, code in named.items() if not _elsewhere(page, source, i)} or (
        set(named.values()) if not _posted(page, source) else set()
    )


def _hyphened(parse: Parse, i: int) -> bool:
    """As in "Moscow-installed", "pro-Kremlin": whose friends they are, not whose people."""
    start, end = parse.starts[i], parse.ends[i]
    return parse.text[end : end + 1] == "-" or parse.text[max(0, start - 1) : start] == "-"


def _elsewhere(page: Page, source: Tokens, i: int) -> bool:
    """The country stands behind a preposition that does not say whose the voice is."""
    parse = page.parse
    before = (k for k in range(i - 1, source[0] - 1, -1) if parse.pos[k] in ("ADP", "NOUN", "PROPN"))
    nearest = next(before, None)
    return nearest is not None and parse.lower(nearest) in {"to", "for", "on", "in", "at", "with", "against", "about"}


def _posted(page: Page, source: Tokens) -> bool:
    """An envoy or minister for a country is another's."""
    main = page.parse.lemmas[head(page, source)].lower()
    return main in {"ambassador", "envoy", "representative", "minister", "coordinator", "rapporteur", "delegation"}


def state_body(page: Page, source: Tokens) -> str | None:
    """The sector in "sources within the ministry", "a member of parliament": unnamed people of a state body."""
    parse = page.parse
    main = head(page, source)
    if parse.lemmas[main] not in ("source", "person", "people", "member"):
        return None
    nouns = (noun_of(parse.lemmas[i]) for i in source if i > main)
    return next((noun.sector for noun in nouns if noun is not None and noun.sector in STATE), None)


def known_country(word: str) -> str | None:
    """The country that a name, an adjective or a seat of government stands for."""
    seat = actors.seat_of(word)
    return actors.demonym_country(word) or actors.country_code(word) or (seat.country if seat else None)


def sector_of(page: Page, source: Tokens) -> str | None:
    """The sector of the head noun or of the name it is; "rebel" and the like before it say it better."""
    parse = page.parse
    main = head(page, source)
    if SWORN.match(parse.text, parse.starts[main]) and not countries_of(page, source):
        return None  # the Army of the Hills is no state's
    noun = noun_of(parse.lemmas[main])
    seat = actors.seat_of(parse.word(main))
    owner = _owner_sector(page, source, main)
    own = (noun.sector if noun else None) or (seat.sector if seat else None) or _sector_of_noun(page, source, main)
    if noun is not None and noun.voice == "document":
        return own
    if parse.lemmas[main].lower() == "deputy" and parse.child(main, "poss") is not None:
        return owner
    before = (sector_modifiers().get(parse.lower(i)) for i in source if i < main and parse.heads[i] == main)
    modified = next((sector for sector in before if sector), None)
    return modified if modified in ARMED else own or modified or owner


def _sector_of_noun(page: Page, source: Tokens, main: int) -> str | None:
    """That of an actor's noun; the leadership, if it is a country's."""
    lemma = page.parse.lemmas[main]
    noun = actors.sector_nouns().get(lemma)
    if noun is not None and noun.note == "of a country" and not countries_of(page, source):
        return None
    return actors.sector_of_noun(lemma)


def _owner_sector(page: Page, source: Tokens, main: int) -> str | None:
    """That of the one whose office or spokesman it is: "the prime minister's office"."""
    parse = page.parse
    owner = parse.child(main, "poss")
    noun = noun_of(parse.lemmas[owner]) if owner is not None and owner in source else None
    return noun.sector if noun else None
