"""Unnamed actors: "Ukrainian officials", "the Biden administration", "opposition lawmakers", "two soldiers".

A noun for people or bodies (tables: sector_nouns, offices) and its left modifiers make a noun phrase; the words in it
give country and sector. What the words do not give stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.mentions_definites import ARMED, UNTIED
from fogline.reading.mentions_index import Names
from fogline.reading.mentions_lists import both_sides
from fogline.reading.mentions_phrases import Phrase, flown, head_noun, left_edge, lemma
from fogline.reading.mentions_spots import Spot, clean
from fogline.reading.mentions_words import (
    ALWAYS_JOINED,
    APPOSED,
    BARE,
    COLLECTIVE,
    FIGHTERS,
    KINDS,
    NOT_DIPLOMATS,
    RIVERSIDE,
    TAKES_SECTOR,
    UNSURE,
)
from fogline.tables import actors
from fogline.tables.actor_words import MARKED_SECTORS, head_readings, sector_modifiers
from fogline.tables.actors import SectorNoun

BACKED = re.compile(
    r"-(?:backed|led|made|held|controlled|supported|aligned|speaking|occupied|born|trained|supplied|based|funded"
    r"|allied|friendly|sponsored|brokered|mediated|installed|appointed|imposed|linked|affiliated|run|owned|built|"
    r"designed|armed|equipped|style|bound|majority|flagged|era)\b",
    re.IGNORECASE,
)
AGAINST = re.compile(r"\b(?:pro|anti|non|ex|post|pre|counter)-$", re.IGNORECASE)
JOINED = re.compile(r"\s+(of|within|inside|at|from|for|in)\s+(?:the\s+)?", re.IGNORECASE)
PERSON_ENDINGS = ("man", "woman", "person")
NAMED_BODIES = ("organisation", "group", "force", "government")


def nominal_spots(parse: Parse, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The unnamed actors of the report, in order; ``spots`` are the names, already settled.

    Read from the end, so that "sources within the ministry" finds the ministry ready.
    """
    names = Names(spots)
    found: list[Spot] = []
    for i in range(len(parse) - 1, -1, -1):
        for spot in _nominal(parse, i, names):
            found.append(spot)
            names.join(spot)
    return tuple(sorted(found, key=lambda s: (s.start, -s.end)))


def _nominal(parse: Parse, i: int, names: Names) -> Iterator[Spot]:
    noun = head_noun(parse, i)
    if noun is None or _with_men(parse, min(i + 2, len(parse) - 1)) or names.around(parse.starts[i]):
        return
    phrase = Phrase(_first(parse, i), i, noun)
    reading = _reading(parse, phrase)
    if reading == "nobody":
        return
    if reading == "open" or _with_men(parse, i):
        phrase = replace(phrase, noun=noun._replace(sector=None))
    titles = _titles_a_name(parse, i, names)
    if titles and lemma(parse, i) in (
        "citizen",
        "national",
        "native",
    ):  # the Kenyan citizen Ivo Brand: a country, no more
        phrase, titles = replace(phrase, noun=noun._replace(sector=None)), False
    if _counts(parse, phrase) and not titles:
        yield from _spots(parse, phrase, names)


def _first(parse: Parse, i: int) -> int:
    """The left edge; the number before "16 coalition strikes" counts the strikes."""
    first = left_edge(parse, i)
    if first == i and _with_men(parse, i):
        return left_edge(parse, i - 2)
    counted = first < i and parse.tags[first] == "CD" and flown(parse, i, i + 1)
    return first + 1 if counted else first


def _with_men(parse: Parse, i: int) -> bool:
    """Men and women in uniform: one phrase, and of no sector."""
    return parse.lower(i) == "women" and [parse.lower(k) for k in range(max(0, i - 2), i)] == ["men", "and"]


def _reading(parse: Parse, phrase: Phrase) -> str:
    """What the words before a head make of it: "nobody" (a burns unit), "open" (warring parties), else nothing."""
    known = head_readings(lemma(parse, phrase.head))
    return next((known[w] for k in range(phrase.first, phrase.head) if (w := parse.lower(k)) in known), "")


def _counts(parse: Parse, phrase: Phrase) -> bool:
    """True if the noun stands for an actor here: plural, or with an article, possessor or modifier."""
    i, note = phrase.head, phrase.noun.note
    modified = phrase.first < i
    plural = parse.tags[i] in ("NNS", "NNPS") or parse.lower(i) in BARE
    if note.startswith("plural only") and not plural:
        return False
    if note.startswith("needs a modifier") and not modified:
        return _bare(parse, phrase)
    if note.startswith("only after") and not _after_country(parse, phrase):
        return False
    if parse.lemmas[i] == "bank" and parse.lower(i - 1) in RIVERSIDE:
        return False
    if parse.lemmas[i] == "opposition" and parse.text[parse.ends[i] :].lstrip()[:3] == "to ":
        return False
    in_flight = flown(parse, i, i + 1)
    return plural or modified or in_flight or _determined(parse, phrase.first)


def _after_country(parse: Parse, phrase: Phrase) -> bool:
    before = parse.word(phrase.first)
    return phrase.first < phrase.head and (actors.demonym_country(before) or actors.country_code(before)) is not None


def _bare(parse: Parse, phrase: Phrase) -> bool:
    """The group, this organisation: somebody if the report has named it."""
    return lemma(parse, phrase.head) in ARMED and parse.lower(phrase.first - 1) in ("the", "this") and phrase.first > 0


def _determined(parse: Parse, first: int) -> bool:
    before = first - 1
    while before >= 0 and parse.word(before).isspace():
        before -= 1
    return before >= 0 and parse.lower(before) in {"the", "a", "an", "this", "that", "one", "another", "each", "every"}


def _titles_a_name(parse: Parse, i: int, names: Names) -> bool:
    """True for the office before a person's name ("defence minister Olha ...")."""
    after = names.after(parse.ends[i])
    return bool(after and after.type == "person" and not parse.text[parse.ends[i] : after.start].strip())


def _spots(parse: Parse, phrase: Phrase, names: Names) -> Iterator[Spot]:
    start, end = parse.starts[phrase.first], parse.ends[phrase.head]
    cut = names.around(start)
    if cut and cut.start < start < cut.end < end:
        phrase, start = replace(phrase, first=parse.tokens(cut.start, cut.end)[0]), cut.start
    inner = [s for s in names.within(start, end) if gives_country(parse.text, s)]
    made = _made(parse, phrase, inner, _joined(parse, phrase, names))
    yield from both_sides(parse, made, names)
    yield made


def gives_country(text: str, spot: Spot) -> bool:
    """False for the country in "Iran-backed" and "pro-Russian"."""
    return not BACKED.match(text, spot.end) and not AGAINST.search(text[max(0, spot.start - 6) : spot.start])


def _joined(parse: Parse, phrase: Phrase, names: Names) -> Spot | None:
    """The body after "of", "within", "from" ...: "sources within the ministry", "residents of Kherson"."""
    match = JOINED.match(parse.text, parse.ends[phrase.head])
    found = names.joinable.get(match.end()) or _after_title(parse, match.end(), names) if match else None
    if found and re.match(r"['’]s?\b|['’](?=\s)", parse.text[found.end : found.end + 3]):
        return None
    return replace(found, note=match[1].lower()) if found and match else None


def _after_title(parse: Parse, at: int, names: Names) -> Spot | None:
    """The person in "the government of President X"."""
    after = names.after(at)
    between = parse.text[at : after.start].lower().strip() if after and after.start - at < 40 else ""
    return after if after and after.type == "person" and between in actors.offices() else None


def _made(parse: Parse, phrase: Phrase, inner: Sequence[Spot], joined: Spot | None) -> Spot:
    start, end = parse.starts[phrase.first], parse.ends[phrase.head]
    body = next((s for s in reversed(inner) if s.type in NAMED_BODIES), None)
    giver = next((s for s in reversed(inner) if s.country), None)
    country = giver.country if giver else _country_of(joined, phrase)
    of_body = joined if joined and joined.type in NAMED_BODIES and joined.note != "in" else None
    inside = range(inner[-1].start, inner[-1].end) if inner and inner[-1].type in NAMED_BODIES else range(0)
    words = [parse.lower(k) for k in range(phrase.first, phrase.head) if parse.starts[k] not in inside]
    sector = _sector(parse, phrase, body or of_body, words)
    if joined and joined.note in ALWAYS_JOINED:
        end = joined.end
    name = _canonical(parse.text[start:end])
    kind = _type(parse, phrase)
    if phrase.noun.note == "of a country" and (sector != "GOV" or not country or body):
        kind, sector = "group", None if sector == "GOV" and not (body and body.sector == "GOV") else sector
    if body and body.key and _is_the_body(parse, phrase, body):
        return replace(body, start=start, end=parse.ends[phrase.head], by="nominal", kind="nominal")
    by = UNTIED if phrase.noun.note.startswith("needs") and phrase.first == phrase.head else "nominal"
    return Spot(start, end, name, kind, by, country, sector, "nominal", f"nominal {name.lower()}")


def _is_the_body(parse: Parse, phrase: Phrase, body: Spot) -> bool:
    """True for "the M23 movement", which is M23."""
    between = parse.text[body.end : parse.starts[phrase.head]].lower().split()
    plain = body.type == "group" and parse.tags[phrase.head] == "NN"
    return plain and lemma(parse, phrase.head) in APPOSED and all(word in KINDS for word in between)


def _canonical(words: str) -> str:
    name = clean(words)
    return re.sub(r"\s+(of|within|at|for|inside) the\s+", r" \1 the ", name)


def _country_of(joined: Spot | None, phrase: Phrase) -> str | None:
    """Officials in Moscow are Russia's; people in Moscow need not be."""
    if joined is None:
        return None
    if joined.note == "in" and phrase.noun.sector not in ("GOV", "LEG", "COP", "JUD"):
        return None
    if joined.note == "for" and joined.type in ("country", "place"):  # the envoy for Libya is somebody else's
        return None
    return joined.country


def _sector(parse: Parse, phrase: Phrase, body: Spot | None, words: Sequence[str]) -> str | None:
    """The modifier's sector before the body's before the noun's own; ``words`` are the modifiers."""
    marked = next((sector_modifiers()[w] for w in reversed(words) if w in sector_modifiers()), None)
    if marked == "GOV" and "foreign" in words and lemma(parse, phrase.head) in NOT_DIPLOMATS:
        marked = None
    if phrase.noun.type in ("government", "organisation") and marked not in MARKED_SECTORS | {"OPP"}:
        marked = None
    generic = lemma(parse, phrase.head) in TAKES_SECTOR or phrase.noun.sector == "GOV"
    civil = phrase.noun.sector in ("CVL", "REF", "MED", "COP", "LAB", "AGR", "BUS", "REB", "IGO")
    if marked == "MIL" and "armed" in words and lemma(parse, phrase.head) in ("group", "man", "gang"):
        return "UAF"
    fits = marked in ("REB", "IGO", "COP", "UAF") if phrase.noun.sector == "MIL" else generic
    if body and body.sector == "IGO" and marked == "NGO":
        return "IGO"
    if marked == "OPP" or (marked and not civil and fits):
        return marked
    men = body and body.sector in UNSURE and lemma(parse, phrase.head) in FIGHTERS
    own_men = men or lemma(parse, phrase.head) == "division"  # of an agency
    if body and body.sector and (own_men or (generic and (body.sector != "GOV" or phrase.noun.sector is None))):
        return body.sector
    if marked in ("NGO", "REB", "EDU") and phrase.noun.sector in ("LAB", "CVL", None):
        return marked
    return None if phrase.noun.sector == "MIL" and "anti" in words else _own_sector(parse, phrase, words)


def _own_sector(parse: Parse, phrase: Phrase, words: Sequence[str]) -> str | None:
    """The noun's own sector; an "attorney-general" is no general."""
    before = next((w for w in reversed(words) if w.isalpha()), "")
    office = actors.offices().get(f"{before} {lemma(parse, phrase.head)}") if phrase.noun.sector == "MIL" else None
    return office.sector if office else phrase.noun.sector


def _type(parse: Parse, phrase: Phrase) -> str:
    noun, kind = lemma(parse, phrase.head), phrase.noun.type
    if flown(parse, phrase.head, phrase.head + 1):
        return kind
    if kind == "group" and parse.tags[phrase.head] in ("NN", "NNP") and _is_person(noun, phrase.noun):
        return "person"
    if kind == "force" and parse.tags[phrase.head] == "NN" and noun.endswith((*PERSON_ENDINGS, "er", "ist", "or")):
        return "person"
    return kind


def _is_person(word: str, noun: SectorNoun) -> bool:
    return word not in COLLECTIVE and noun.type == "group"
