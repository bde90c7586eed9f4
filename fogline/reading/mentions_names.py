"""Every name in the text: what the tables know, what the model guesses, and runs of capitals, without overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from fogline.models.parse import Parse
from fogline.reading.mentions_joins import behind_field, joined, mended
from fogline.reading.mentions_labels import is_tongue, no_actor
from fogline.reading.mentions_runs import runs_of_capitals
from fogline.reading.mentions_spots import LONGEST_NAME, NOTE, Spot, clean, head_of, trimmed, typed, with_kind
from fogline.tables import actors, phrases
from fogline.tables.actor_words import given_names, name_heads
from fogline.tables.weapons import known_weapons

LABELS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "PRODUCT": "other", "EVENT": "event", "LAW": "other",
}  # fmt: skip
VERBAL = frozenset({"PRP", "PRP$", "VBD", "VBZ", "VBP", "MD", "WP", "WDT"})  # never inside a name
LONGEST_PHRASE = 90  # characters of a table's phrase


def name_spots(parse: Parse) -> tuple[Spot, ...]:
    """Every name in the text, in order; inside the name of a body the name of its country or group stays as well."""
    words = phrases.words(parse.text)
    table = tuple(sorted(_table(parse.text, words), key=lambda s: s.start))
    offices = tuple(_office_spots(parse.text, words))
    guesses = (g for g in _guesses(parse) if not any(o.start <= g.start and g.end <= o.end for o in _near(offices, g)))
    guessed = tuple(g for guess in mended(parse.text, tuple(guesses), offices) for g in _split_by_table(guess, table))
    capitals = (behind_field(parse.text, run) for run in runs_of_capitals(parse))
    runs = (r for r in capitals if r.type != "other" or not any((*_near(guessed, r), *_near(table, r))))
    found = sorted((*guessed, *runs), key=lambda s: (s.start, -s.end, s.by))
    names = _longest_first((*table, *joined(parse.text, found)))
    return tuple(sorted(names, key=lambda s: (s.start, -s.end)))


def _table(text: str, words: Sequence[phrases.Word]) -> Iterator[Spot]:
    weapons = list(_weapons(text, words))
    found = [m for m in actors.known_actors().find(words) if not _tongue(text, m)]
    countries = {m.value.country for m in found if not _short(text[m.start : m.end])}
    named = [
        _actor_spot(m) for m in found if m.value.country in {None, *countries} or not _short(text[m.start : m.end])
    ]
    yield from (w for w in weapons if not any(a.start <= w.start and w.end < a.end for a in _near(named, w)))
    yield from (a for a in named if not any(w.start <= a.start and a.end <= w.end for w in _near(weapons, a)))


def _weapons(text: str, words: Sequence[phrases.Word]) -> Iterator[Spot]:
    """The weapons; the kind behind a system's name ("S-300 missile system") is that system."""
    system: tuple[int, str] = (-1, "")
    for match in known_weapons().find(words):
        behind = not match.value.named and text[system[0] : match.start].isspace() and system[0] >= 0
        name = system[1] if behind else match.value.name
        system = (match.end, name) if match.value.named else (-1, "")
        yield Spot(match.start, match.end, name, "weapon", "weapon", key=f"weapon {name}")


def _tongue(text: str, match: phrases.Match[actors.Actor]) -> bool:
    """True for the adjective of a country or people that means its language here."""
    adjective = match.value.kind in (actors.DEMONYM, actors.PEOPLE) and not text[match.start : match.end].endswith("s")
    return adjective and is_tongue(text, match.start, match.end)


def _office_spots(text: str, words: Sequence[phrases.Word]) -> Iterator[Spot]:
    """Offices of several words ("Defense Secretary"), so that their first word is not taken for a body."""
    for match in actors.office_phrases().find([word._replace(form=word.form.lower()) for word in words]):
        if " " in text[match.start : match.end]:
            yield Spot(match.start, match.end, match.value.name, "other", "office")


def _near(spots: Sequence[Spot], spot: Spot) -> Iterator[Spot]:
    """The spots of a sorted list that share a character with ``spot``."""
    at = bisect_left(spots, spot.start - LONGEST_PHRASE, key=lambda s: s.start)
    while at < len(spots) and spots[at].start < spot.end:
        if spots[at].end > spot.start:
            yield spots[at]
        at += 1


def _short(form: str) -> bool:
    """An acronym that several bodies share: it counts only where the report names the country as well."""
    return form.isupper() and len(form) <= 4 and form.isalpha() and actors.country_code(form) is None


def _actor_spot(match: phrases.Match[actors.Actor]) -> Spot:
    found = match.value
    key = f"{'country' if found.kind == actors.DEMONYM else found.kind} {found.name}"
    codes = (found.country, found.sector)
    return Spot(match.start, match.end, found.name, found.type, found.kind, *codes, key=key, note=found.note)


def _guesses(parse: Parse) -> Iterator[Spot]:
    for first, last, label in parse.ents:
        adjective = label == "NORP" and parse.tags[last - 1] in ("JJ", "VBN")
        if label in LABELS and not adjective:
            yield from _guess(parse, first, last - 1, LABELS[label])


def _guess(parse: Parse, first: int, last: int, kind: str) -> Iterator[Spot]:
    first, last = trimmed(parse, first, last, person=kind == "person")
    first = with_kind(parse, first)
    broken = first <= last and "\n\n" in parse.text[parse.starts[first] : parse.ends[last]]
    verbal = any(parse.tags[i] in VERBAL for i in range(first, last + 1))
    if first > last or broken or verbal or last - first >= LONGEST_NAME:
        return
    start, end = parse.span(first, last)
    noted = NOTE.search(parse.text, start, end)
    end = noted.start() if noted and noted.start() > start else end
    words = parse.text[start:end]
    if any(c.isupper() for c in words) and words not in name_heads() and not no_actor(parse.text, start, end):
        yield typed(Spot(start, end, clean(words), kind, "ner"))


def _split_by_table(guess: Spot, table: Sequence[Spot]) -> Iterator[Spot]:
    """The guess, unless the tables know better what stands in it."""
    inside = [t for t in _near(table, guess) if guess.start <= t.start and t.end <= guess.end]
    if any((t.start, t.end) == (guess.start, guess.end) for t in inside):
        return
    if inside and inside[-1].by == actors.GROUP and inside[-1].end == guess.end and guess.name.count(" ") < 2:
        return
    if any(t.by == "weapon" for t in inside) or (inside and guess.type in ("group", "other")):
        return
    if any(t.start < guess.start or t.end > guess.end for t in _near(table, guess)):
        return
    if inside and inside[0].by == actors.REGION and inside[0].start == guess.start and head_of(guess.name) is None:
        yield from _rest_of(guess, inside[0])
        return
    if (
        inside
        and guess.type in ("person", "place")
        and inside[0].start == guess.start
        and not _first_name(guess, inside[0])
    ):
        return
    yield guess


def _rest_of(guess: Spot, first: Spot) -> Iterator[Spot]:
    """The name behind a region that the model took for its first word."""
    rest = guess.name[first.end - first.start :].strip()
    if rest.count(" ") in (1, 2) and rest[0].isupper():
        yield Spot(guess.end - len(rest), guess.end, rest, "person", "ner")


def _first_name(guess: Spot, spot: Spot) -> bool:
    """Countries, capitals and communities that are first names as well ("Chad", "Christian") may begin a person's."""
    given = guess.name.partition(" ")[0] in given_names()
    return given or (spot.by in (actors.COUNTRY, actors.SEAT) and " " not in spot.name)


def _longest_first(spots: Iterable[Spot]) -> Iterator[Spot]:
    """No two names cross; inside a body's name only tables' names stay; guesses go before runs."""
    ranks = {"ner": 1, "run": 2}
    order = sorted(spots, key=lambda s: (s.start, -s.end, ranks.get(s.by, 0)))
    held: list[Spot] = []
    for spot in order:
        outer = next((h for h in reversed(held[-4:]) if h.end > spot.start), None)
        if outer is None or _nested(spot, outer):
            held.append(spot)
        elif outer.end < spot.end and spot.by not in ("ner", "run") and outer.by in ("ner", "run"):
            held[held.index(outer)] = spot
    yield from held


def _nested(spot: Spot, outer: Spot) -> bool:
    bodies = ("organisation", "government", "force", "group", "facility", "event", "other", "weapon")
    fits = spot.end <= outer.end and (spot.start, spot.end) != (outer.start, outer.end)
    known = spot.by in (actors.COUNTRY, actors.DEMONYM, actors.GROUP, actors.PEOPLE)
    return fits and known and outer.type in bodies and outer.by not in (actors.COUNTRY, actors.DEMONYM, actors.SEAT)
