"""Which names of a report are places: the parser's guesses, the report's other mentions, and the gazetteer's word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from fogline.models.parse import Parse
from fogline.reading.place_actors import acts
from fogline.reading.place_patterns import (
    TRAVELLED,
    Spot,
    after_locatives,
    before_areas,
    before_town_nouns,
    in_lists,
    known,
    moved_to_or_hit,
    named_regions,
    named_with_their_kind,
    of_a_country,
    said_again,
    said_to_be_somewhere,
    sizeable,
    taken_ground,
    unknown_in_areas,
)
from fogline.reading.toponyms import toponym
from fogline.records import Reading
from fogline.tables.actors import group
from fogline.tables.gazetteer import TOWNS
from fogline.tables.place_words import features, people, site_ending
from fogline.tables.toponym_keys import key

STARTS_NAME = re.compile(r"[^\W\d_a-z]|(?:al|el|ad|an|ar|as|ash|at|az|ed|es)[-‑ ][A-Z]")
PLACE_LABELS = ("GPE", "LOC", "FAC")
HARD = ("person", "force", "vessel", "weapon", "event", "other")
BODIES = ("organisation", "group", "government")
PLACE_TYPES = ("place", "country", "facility")
COMPASS_BEFORE = re.compile(
    r"(?:(?:far|deep)[ -])?(?:(?:north|south)[- ]?(?:east|west)?ern|(?:east|west)ern|central)\s+$", re.I
)
NO_PLACE = re.compile(
    r"(?:(?:the\s+)?(?:West(?:ern)?|East(?:ern)?|North(?:ern)?|South(?:ern)?|Central|State|Parliament|Internet|Earth|Moon|Sun)|[A-Z]+-?\d.*|"
    r".*\b(?:Battery|Brigade|Battalion|Division|Regiment|Army|Corps|Squadron|Company|Forces?|Fleet|Party|Inc"
    r"|Room|Dialogue|Conference|Summit|Agreement|Accords?|Treaty|Resolution))$"
)


@dataclass(slots=True)
class Ground:
    """The text, with what of it is already given away; ``placed`` are the names that stand after "in" somewhere."""

    text: str
    placed: frozenset[str]
    taken: bytearray

    def free(self, spot: Spot) -> bool:
        """True if no character of the span is given away."""
        return not any(self.taken[spot[0] : spot[1]])

    def take(self, spot: Spot) -> None:
        """Give the span away."""
        self.taken[spot[0] : spot[1]] = b"\1" * (spot[1] - spot[0])


def place_spans(parse: Parse, so_far: Reading) -> tuple[Spot, ...]:
    """The spans of place names, in order, none overlapping; names that stand for actors are left out."""
    text = parse.text
    owners = tuple(before_town_nouns(text))
    listed, stated = tuple(in_lists(text)), tuple(before_areas(text))
    shown = said_to_be_somewhere(text) | {text[a:b] for a, b in (*owners, *stated, *listed)}
    shown |= _moved_to(text, so_far)
    persons = {e.name for e in so_far.entities if e.type == "person"}
    taken = [(a, b) for a, b in taken_ground(text) if text[a:b] not in persons]
    told, beside = (*of_a_country(text), *listed, *taken), tuple(unknown_in_areas(text))
    sure = frozenset(text[a:b] for a, b in told)
    ground = Ground(text, shown | sure | {text[a:b] for a, b in beside}, bytearray(len(text)))
    waters = tuple(_no_bodies(text, so_far, shown))
    shown |= moved_to_or_hit(text) | {text[a:b] for a, b in waters}
    for hard in (*_actors(text, so_far, HARD, shown, sure), *((t.start, t.end) for t in so_far.times)):
        ground.take(hard)
    bodies = _actors(text, so_far, BODIES, shown, sure)
    spots = _settled(parse, ground, (*_in_bodies(text, bodies), *stated))
    for body in bodies:
        ground.take(body)
    named = sorted(
        (*named_with_their_kind(text), *_mentioned(so_far), *_guessed(parse), *waters), key=lambda s: (s[0] - s[1], s)
    )
    guesses = (*told, *beside, *named, *_believed(parse), *owners)
    spots += _settled(parse, ground, guesses)
    spots += _settled(parse, ground, said_again(text, spots))
    return tuple(sorted(_widened(text, spot) for spot in spots))


def _settled(parse: Parse, ground: Ground, guesses: Iterable[Spot]) -> list[Spot]:
    """The guesses that hold, taken from the ground one after the other."""
    spots = []
    for start, end in guesses:
        if 0 not in ground.taken[start:end]:
            continue
        for spot in _trimmed(parse.text, start, end):
            if ground.free(spot) and _plausible(ground, spot) and not acts(parse, spot):
                ground.take(spot)
                spots.append(spot)
    return spots


def _actors(
    text: str, so_far: Reading, types: tuple[str, ...], shown: frozenset[str], sure: frozenset[str]
) -> tuple[Spot, ...]:
    """Names of entities of some types; among the hard ones, seats that stand for their governments.

    One bare name that the report elsewhere ``shown`` to be a place, and that the gazetteer knows, is none of them, nor
    is one that is ``sure`` to be a place.
    """
    kinds = {e.id: (e.type, e.name) for e in so_far.entities}
    found = []
    for m in so_far.mentions:
        kind, name = kinds.get(m.entity, ("", ""))
        if m.kind == "metonym":
            found += [(m.start, m.end)] if types is HARD else []
        elif m.kind == "name" and kind in types and not _is_place({name, text[m.start : m.end]}, name, shown, sure):
            found.append((m.start, m.end))
    return tuple(found)


def _is_place(forms: set[str], name: str, shown: frozenset[str], sure: frozenset[str]) -> bool:
    return bool(sure & forms) or (bool(shown & forms) and sizeable(name))


def _moved_to(text: str, so_far: Reading) -> frozenset[str]:
    """The names that the report's mentions take for places, where something is moved to them."""
    spots = [(text[a:b], text[max(0, a - 70) : a]) for a, b in _mentioned(so_far)]
    return frozenset(name for name, before in spots if TRAVELLED.search(before))


def _no_bodies(text: str, so_far: Reading, shown: frozenset[str]) -> Iterator[Spot]:
    """The regions that the text names, but for the report's organisations, unless something is in them."""
    bodies = {e.id for e in so_far.entities if e.type == "organisation"}
    taken = {(m.start, m.end) for m in so_far.mentions if m.entity in bodies and text[m.start : m.end] not in shown}
    yield from (spot for spot in named_regions(text) if spot not in taken)


def _in_bodies(text: str, bodies: Iterable[Spot]) -> Iterator[Spot]:
    """Places that bodies are named after: "Hopkinton Police Department", "Licking County Court"."""
    for start, end in bodies:
        words = text[start:end]
        for a, b in (*named_with_their_kind(words), *before_town_nouns(words)):
            if (a, b) != (0, len(words)):
                yield start + a, start + b


def _mentioned(so_far: Reading) -> Iterator[Spot]:
    kinds = {e.id: e.type for e in so_far.entities}
    for m in so_far.mentions:
        if m.kind == "name" and kinds.get(m.entity) in PLACE_TYPES:
            yield m.start, m.end


def _guessed(parse: Parse) -> Iterator[Spot]:
    for first, end, label in parse.ents:
        if label in PLACE_LABELS:
            yield parse.span(first, end - 1)


def _believed(parse: Parse) -> Iterator[Spot]:
    """Names after "in" and the like, and names of districts; against the parser's word only sizeable ones."""
    others = bytearray(len(parse.text))
    for first, end, label in parse.ents:
        if label not in PLACE_LABELS:
            a, b = parse.span(first, end - 1)
            others[a:b] = b"\1" * (b - a)
    for (a, b), least in after_locatives(parse.text):
        if not any(others[a:b]) or known(parse.text[a:b], least):
            yield a, b


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


def _armed_group(words: str) -> bool:
    found = group(words)
    return found is not None and found.type == "group"


def _dotted(words: str) -> bool:
    return bool(re.search(r"\b(?:[A-Z]\.)+$|\b[A-Z][a-z]{1,4}\.$", words.rstrip()))


def _plausible(ground: Ground, spot: Spot) -> bool:
    """True for what may be a place: a name that the gazetteer knows, or one that stands after "in" or "near"."""
    words = ground.text[spot[0] : spot[1]]
    if not STARTS_NAME.match(words) or key(words) in people() or NO_PLACE.match(words) or _armed_group(words):
        return False
    if words.isalpha() and words.isupper() and len(words) < 6:  # an acronym, but for countries and towns in datelines
        return any(e.feature not in TOWNS or e.kind == 0 for e in toponym(ground.text, *spot).entries)
    return words in ground.placed or bool(toponym(ground.text, *spot).entries)


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
