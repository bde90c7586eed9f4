"""Which names of a report are places: the parser's guesses, the report's other mentions, and the gazetteer's word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fogline.models.parse import Parse
from fogline.records import Reading
from fogline.records.spans import overlap
from fogline.tables import gazetteer
from fogline.tables.place_words import features, people, site_ending
from fogline.tables.toponym_keys import key

Spot = tuple[int, int]
PLACE_LABELS = ("GPE", "LOC", "FAC")
PLACE_TYPES = ("place", "country", "facility")
LOCATIVE = re.compile(
    r"\b(?:in|near|at|from|to|into|around|outside|inside|across|over|off|toward|towards|between|through|throughout|"
    r"(?:(?:north|south)(?:east|west)?|east|west|village|city|town|port|province|region|district) of)"
    r"\s+(?:the\s+)?((?:[A-Z][\w’'-]+)(?:\s+(?:(?:al|el|de|la|az|ez|ad|ar)[ -])?[A-Z][\w’'-]+){0,3})"
)
COMPASS_BEFORE = re.compile(
    r"(?:(?:far|deep)[ -])?(?:(?:north|south)[- ]?(?:east|west)?ern|(?:east|west)ern|central)\s+$", re.I
)
NOT_ALONE = re.compile(r"^(?:[A-Z]{2,}\d*|\d.*|[a-z].*|Mr|Mrs|Dr|God|Internet|Web|Earth|Moon|Sun|State|Parliament)$")


def place_spans(parse: Parse, so_far: Reading) -> tuple[Spot, ...]:
    """The spans of place names, in order, none overlapping."""
    taken = _actors(so_far)
    spots: list[Spot] = []
    for start, end in (*_mentioned(so_far), *_guessed(parse), *_after_locatives(parse)):
        for spot in _trimmed(parse.text, start, end):
            free = not any(overlap(spot, other) for other in (*spots, *taken))
            if free and _plausible(parse.text[spot[0] : spot[1]]):
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
    """Capitalised names after "in", "near", "the village of" that the gazetteer knows."""
    for match in LOCATIVE.finditer(parse.text):
        words = match[1]
        for cut in _cuts(words):
            if len(cut) > 3 and gazetteer.lookup(cut) and key(cut) not in people():
                yield match.start(1), match.start(1) + len(cut)
                break


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


def _plausible(words: str) -> bool:
    """True for what may be a place: a name known to the gazetteer, or capitalised and no adjective or bare acronym."""
    if key(words) in people() or not words[:1].isalpha():
        return False
    if gazetteer.lookup(words):
        return words[0].isupper()
    return words[0].isupper() and not NOT_ALONE.match(words)


@cache
def _kind_after() -> re.Pattern[str]:
    words = sorted(
        (w for w in features("after") if w not in ("city", "port", "capital", "state")), key=len, reverse=True
    )
    return re.compile(rf"\s+(?:{'|'.join(words)})\b", re.IGNORECASE)


def _widened(text: str, spot: Spot) -> Spot:
    """With the words that belong to the area's name: "eastern Ukraine", "Kharkiv region"."""
    start, end = spot
    if lead := COMPASS_BEFORE.search(text[max(0, start - 25) : start]):
        start -= len(lead[0])
    if not site_ending().search(text[start:end]) and (kind := _kind_after().match(text, end)):
        end = kind.end()
    return start, end
