"""Which names of a report are places: the parser's guesses, the report's other mentions, and the gazetteer's word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fogline.models.parse import Parse
from fogline.reading.place_actors import acts
from fogline.reading.toponyms import toponym
from fogline.records import Reading
from fogline.records.spans import overlap
from fogline.tables import gazetteer
from fogline.tables.place_words import calendar, features, people, site_ending
from fogline.tables.toponym_keys import key

Spot = tuple[int, int]
PLACE_LABELS = ("GPE", "LOC", "FAC")
PLACE_TYPES = ("place", "country", "facility")
LOCATIVE = re.compile(
    r"\b(?:in|near|at|from|to|into|around|outside|inside|across|over|off|toward|towards|between|through|throughout|"
    r"(?:(?:north|south)(?:east|west)?|east|west|village|city|town|port|suburb|province|region|district) of)"
    r"\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s+(?:(?:al|el|de|la|az|ez|ad|ar)[ -])?[A-Z][\w’'-]+){0,3})"
)
COMPASS_BEFORE = re.compile(
    r"(?:(?:far|deep)[ -])?(?:(?:north|south)[- ]?(?:east|west)?ern|(?:east|west)ern|central)\s+$", re.I
)
SIZEABLE = 50_000
NO_PLACE = re.compile(
    r"(?:(?:the\s+)?(?:West|East|North|South|State|Parliament|Internet|Earth|Moon|Sun)|[A-Z]+-?\d.*)$"
)


def place_spans(parse: Parse, so_far: Reading) -> tuple[Spot, ...]:
    """The spans of place names, in order, none overlapping; names that stand for actors are left out."""
    taken = [*_actors(so_far), *((t.start, t.end) for t in so_far.times)]
    spots: list[Spot] = []
    for start, end in (*_mentioned(so_far), *_guessed(parse), *_after_locatives(parse)):
        for spot in _trimmed(parse.text, start, end):
            free = not any(overlap(spot, other) for other in (*spots, *taken))
            if free and _plausible(parse.text, spot) and not acts(parse, spot):
                spots.append(spot)
    return tuple(sorted(_widened(parse.text, spot) for spot in spots))


def _actors(so_far: Reading) -> tuple[Spot, ...]:
    """Mentions that stand for someone: metonyms, and names of persons, forces, weapons and the like."""
    kinds = {e.id: e.type for e in so_far.entities}
    return tuple(
        (m.start, m.end) for m in so_far.mentions if m.kind == "metonym" or kinds.get(m.entity) not in PLACE_TYPES
    )


def _mentioned(so_far: Reading) -> Iterator[Spot]:
    kinds = {e.id: e.type for e in so_far.entities}
    for m in so_far.mentions:
        if m.kind == "name" and kinds.get(m.entity) in PLACE_TYPES:
            yield m.start, m.end


def _guessed(parse: Parse) -> Iterator[Spot]:
    for first, end, label in parse.ents:
        if label in PLACE_LABELS:
            yield parse.span(first, end - 1)


def _after_locatives(parse: Parse) -> Iterator[Spot]:
    """Capitalised names after "in", "near", "the village of" that the gazetteer knows.

    Where the parser takes the words for something else, only a country, a province or a sizeable town is believed.
    """
    others = [parse.span(a, b - 1) for a, b, label in parse.ents if label not in PLACE_LABELS]
    for match in LOCATIVE.finditer(parse.text):
        for cut in _cuts(match[1]):
            spot = (match.start(1), match.start(1) + len(cut))
            least = SIZEABLE if any(overlap(spot, other) for other in others) else 0
            if _known(cut, least):
                yield spot
                break


def _known(words: str, least: int) -> bool:
    """True for a name that the gazetteer has as it stands, for a place of at least so many people."""
    if len(words) < 4 or key(words) in people() or key(words) in calendar():
        return False
    return any(e.kind == 0 and e.population >= least for e in gazetteer.lookup(words))


def _cuts(words: str) -> Iterator[str]:
    """The words, then without the last one, and so on."""
    while words:
        yield re.sub(r"['’]s?$", "", words)
        words = words.rpartition(" ")[0].rstrip()


def _trimmed(text: str, start: int, end: int) -> Iterator[Spot]:
    """The span without article, possessive and outer marks; "Paris, Texas" as two."""
    for part in re.finditer(r"[^,;/\n]+", text[start:end]):
        words = part[0]
        lead = re.match(r"\s*(?:the\s+)?", words, re.IGNORECASE)
        left = start + part.start() + (lead.end() if lead else 0)
        right = (
            start
            + part.start()
            + len(re.sub(r"(?:['’]s?)?[\s\"”.’']*$", "", words) if not _dotted(words) else words.rstrip())
        )
        if left < right:
            yield left, right


def _dotted(words: str) -> bool:
    return bool(re.search(r"\b(?:[A-Z]\.)+$|\b[A-Z][a-z]{1,4}\.$", words.rstrip()))


def _plausible(text: str, spot: Spot) -> bool:
    """True for what may be a place: a name that the gazetteer knows, or one that stands after "in" or "near"."""
    words = text[spot[0] : spot[1]]
    if not words[:1].isupper() or key(words) in people() or NO_PLACE.match(words):
        return False
    if toponym(text, *spot).entries:
        return True
    return bool(
        re.search(rf"\b(?:in|near|at|outside|around|north of|south of|east of|west of) {re.escape(words)}\b", text)
    )


@cache
def _kind_after() -> re.Pattern[str]:
    words = sorted(
        (w for w in features("after") if w not in ("city", "town", "village", "suburb", "state")), key=len, reverse=True
    )
    return re.compile(rf"\s+(?:{'|'.join(words)})\b(?!\s+of\b)", re.IGNORECASE)


def _widened(text: str, spot: Spot) -> Spot:
    """With the words that belong to the area's name: "eastern Ukraine", "Kharkiv region"."""
    start, end = spot
    if lead := COMPASS_BEFORE.search(text[max(0, start - 25) : start]):
        start -= len(lead[0])
    if not site_ending().search(text[start:end]) and (kind := _kind_after().match(text, end)):
        end = kind.end()
    return start, end
