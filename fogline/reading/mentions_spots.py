"""Names in the text, from the tables, the model's guesses and runs of capitals, before they are put together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from fogline.models.parse import Parse
from fogline.reading.roles import office_ending
from fogline.tables import actors, phrases
from fogline.tables.actor_words import NameHead, name_heads
from fogline.tables.weapons import known_weapons

LABELS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "PRODUCT": "other", "EVENT": "event", "LAW": "other",
}  # fmt: skip
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "abu", "de", "da", "di", "van", "von", "der", "den", "la", "ben"}
)
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "madam", "dr", "hon", "saint"})
CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "ramadan", "christmas",
    "easter", "eid", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue",
    "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
})  # fmt: skip
SMALL = frozenset({
    "the", "a", "an", "near", "in", "at", "on", "from", "with", "for", "by", "to", "of", "and", "but", "or", "as", "if",
    "when", "while", "after", "before", "since", "during", "this", "that", "these", "those", "its", "his", "her",
    "their", "our", "my", "your", "one", "two", "both", "some", "many", "most", "all", "no", "not", "also", "however",
    "meanwhile", "then", "now", "today", "yesterday", "last", "next",
})  # fmt: skip
LANGUAGES = frozenset({"arabic", "hebrew", "farsi", "persian", "urdu", "pashto", "english", "mandarin", "latin"})
SHIP = re.compile(r"(?:USS|HMS|INS|HMCS|HMAS|USNS|USCGC|RFA|MV|M/V|MT|MS|BRP|ROKS|JS|FS)\s(?=[A-Z])")
LONGEST_NAME = 12  # tokens
LONGEST_PHRASE = 90  # characters of a table's phrase


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of words that names something; ``by`` says what found it: a table's kind, ``ner`` or ``run``.

    ``key`` ties the spots of one entity together; ``name`` is the canonical name so far.
    """

    start: int
    end: int
    name: str
    type: str
    by: str
    country: str | None = None
    sector: str | None = None
    kind: str = "name"
    key: str = ""
    note: str = ""


def name_spots(parse: Parse) -> tuple[Spot, ...]:
    """Every name in the text, in order; inside the name of a body the name of its country or group stays as well."""
    table = tuple(sorted(_table(parse.text), key=lambda s: s.start))
    offices = tuple(_office_spots(parse.text))
    guesses = (g for g in _guesses(parse) if not any(o.start <= g.start and g.end <= o.end for o in _near(offices, g)))
    guessed = tuple(g for guess in guesses for g in _split_by_table(guess, table))
    runs = (r for r in _runs(parse) if r.type != "other" or not any((*_near(guessed, r), *_near(table, r))))
    names = _longest_first((*table, *guessed, *runs))
    return tuple(sorted(names, key=lambda s: (s.start, -s.end)))


def _table(text: str) -> Iterator[Spot]:
    words = phrases.words(text)
    weapons = [
        Spot(m.start, m.end, m.value.name, "weapon", "weapon", key=f"weapon {m.value.name}")
        for m in known_weapons().find(words)
    ]
    found = list(actors.known_actors().find(words))
    countries = {m.value.country for m in found if not _short(text[m.start : m.end])}
    named = [
        _actor_spot(m) for m in found if m.value.country in {None, *countries} or not _short(text[m.start : m.end])
    ]
    yield from (w for w in weapons if not any(a.start <= w.start and w.end < a.end for a in _near(named, w)))
    yield from (a for a in named if not any(w.start <= a.start and a.end <= w.end for w in _near(weapons, a)))


def _office_spots(text: str) -> Iterator[Spot]:
    """Offices of several words ("Defense Secretary"), so that their first word is not taken for a body."""
    for match in actors.office_phrases().find(phrases.words(text.lower()) if len(text.lower()) == len(text) else ()):
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
    broken = first <= last and "\n\n" in parse.text[parse.starts[first] : parse.ends[last]]
    if first > last or broken or last - first >= LONGEST_NAME:
        return
    start, end = parse.span(first, last)
    words = parse.text[start:end]
    if any(c.isupper() for c in words) and not _no_actor(parse.text, start, end):
        yield typed(Spot(start, end, clean(words), kind, "ner"))


def _no_actor(text: str, start: int, end: int) -> bool:
    """True for days and months, languages, offices, and labels in capitals before a colon."""
    words = text[start:end]
    small = words.lower().rstrip(".")
    return small in CALENDAR | LANGUAGES or is_office(words) or (words.isupper() and text[end : end + 1] == ":")


def trimmed(parse: Parse, first: int, last: int, *, person: bool) -> tuple[int, int]:
    """A guess without articles, titles, possessives and stray small words at its ends."""
    while first <= last and (_no_name(parse, first) or (person and first < last and _title(parse, first, last))):
        first += 1
    while last >= first and (_no_name(parse, last) or parse.tags[last] == "POS" or parse.lower(last) in PARTICLES):
        last -= 1
    return first, last


def _no_name(parse: Parse, i: int) -> bool:
    word = parse.word(i)
    return not (word[0].isupper() or word[0].isdigit() or word.lower() in PARTICLES) or word.lower() in SMALL


def _title(parse: Parse, first: int, last: int) -> bool:
    """True at a title, an office's word or a country's adjective before a person's name."""
    word = parse.lower(first)
    if word.rstrip(".") in HONORIFICS or word in actors.offices() or word in {"former", "prime", "vice", "acting"}:
        return True
    if word in {"minister", "secretary", "president", "general", "gen.", "lt.", "maj."}:
        return True
    return actors.demonym_country(parse.word(first)) is not None and last > first


def clean(words: str) -> str:
    r"""A name in one line, without article and possessive.

    >>> clean("the Azov\nBrigade’s")
    'Azov Brigade'
    """
    line = " ".join(words.split())
    line = re.sub(r"^(?:the|The|THE)\s+", "", line)
    return re.sub(r"['’]s?$", "", line)


def head_of(name: str) -> NameHead | None:
    """What the head word of a name says it is: the first word before "of", else the last.

    >>> head_of("Ministry of Agriculture"), head_of("155th Brigade"), head_of("Odesa")
    (NameHead(type='government', sector='GOV'), NameHead(type='force', sector='MIL'), None)
    """
    before, of, _ = name.partition(" of ")
    found = name_heads().get(before.split(" ")[-1]) if of else None
    tail = name.rsplit(" ", maxsplit=1)[-1]
    return found or (name_heads().get(tail) if " " in name or tail.endswith("istry") else None)


def typed(spot: Spot) -> Spot:
    """A guess whose type is set right by the name's own head word."""
    if SHIP.match(spot.name):
        return replace(spot, type="vessel")
    if re.match(r"(?:Abu|Umm|Abdul?|Bin|Ibn)[ -][A-Z]", spot.name) and spot.type != "place":
        return replace(spot, type="person")
    head = head_of(spot.name)
    if head is None or (spot.type == "person" and head.type in ("place", "event", "vessel")):
        return spot
    return replace(spot, type=head.type, sector=head.sector)


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
    if inside and guess.type in ("person", "place") and inside[0].start == guess.start and not _last_name(inside[0]):
        return
    yield guess


def _rest_of(guess: Spot, first: Spot) -> Iterator[Spot]:
    """The name behind a region that the model took for its first word."""
    rest = guess.name[first.end - first.start :].strip()
    if rest.count(" ") in (1, 2) and rest[0].isupper():
        yield Spot(guess.end - len(rest), guess.end, rest, "person", "ner")


def _last_name(spot: Spot) -> bool:
    """Names of countries and capitals that are also people's first names stay inside a person's name."""
    return spot.by in (actors.COUNTRY, actors.SEAT) and " " not in spot.name


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


def _runs(parse: Parse) -> Iterator[Spot]:
    """Runs of capitalised words: bodies whose head word tells their type, and what else the model may have missed."""
    at = 0
    while at < len(parse):
        if not _capital(parse, at):
            at += 1
            continue
        last = _run_end(parse, at)
        first, last_name = trimmed(parse, at, last, person=False)
        if first <= last_name:
            yield from _run(parse, first, last_name)
        at = last + 1


def _capital(parse: Parse, i: int) -> bool:
    word = parse.word(i)
    return word[0].isupper() and (parse.tags[i] in ("NNP", "NNPS", "") or word in name_heads())


def _run_end(parse: Parse, i: int) -> int:
    """The last token of the run of capitals that begins at ``i``; "Ministry of Health" is one."""
    limit = parse.sents[parse.sent_of[i]][1] if parse.sents else len(parse)
    headed = False
    last = i
    while True:
        headed = headed or parse.word(last) in name_heads()
        gap = 1
        while last + gap < limit and gap < 3 and headed and parse.lower(last + gap) in {"of", "the", "for"}:
            gap += 1
        joined = gap == 1 or parse.lower(last + 1) == "of"
        if last + gap >= limit or not joined or not _capital(parse, last + gap):
            return last
        last += gap


def _run(parse: Parse, first: int, last: int) -> Iterator[Spot]:
    start, end = parse.span(first, last)
    name = clean(parse.text[start:end])
    if "\n\n" in parse.text[start:end] or last - first >= LONGEST_NAME or _no_actor(parse.text, start, end):
        return
    found = typed(Spot(start, end, name, "other", "run"))
    title = title_length(name)
    if title:
        start += parse.text[start:end].find(name[title:].split(" ")[0], title - 1)
        found = Spot(start, end, name[title:], "person", "run")
    office = is_office(name) or all(word.lower().rstrip(".") in _office_words() for word in name.split())
    hyphened = parse.text[end : end + 1] == "-" and " " not in name
    office = office or hyphened or name in name_heads()
    if not office and (found.type != "other" or " " in name or titled(parse.text, start)):
        yield found


def title_length(name: str) -> int:
    """How many characters of a run of capitals are a title before a person's name; 0 if none are.

    >>> title_length("Prime Minister Marin"), title_length("General Staff"), title_length("Kharkiv")
    (15, 0, 0)
    """
    first = name.partition(" ")[0]
    if first.lower().rstrip(".") in HONORIFICS and " " in name:
        return len(first) + 1
    found = next(actors.office_phrases().find(phrases.words(name.lower())), None)
    if found is None or found.start or found.end >= len(name) or not name[found.end :].startswith(" "):
        return 0
    rest = name[found.end + 1 :]
    return 0 if head_of("X " + rest) or not rest[:1].isupper() or rest.startswith("Staff") else found.end + 1


def is_office(name: str) -> bool:
    """True for an office with its field but no person: "Minister of Agriculture of Moldova".

    >>> is_office("Minister of Agriculture of Moldova"), is_office("Ministry of Agriculture")
    (True, False)
    """
    first, of, _ = name.lower().partition(" of ")
    return bool(of) and (first in actors.offices() or first.split(" ")[-1] in actors.offices())


def titled(text: str, start: int) -> bool:
    """True if a title, rank or office stands directly before a name."""
    window = text[max(0, start - 40) : start]
    word = re.search(r"([\w]+)\.?\s+$", window)
    return bool(word and word[1].lower() in HONORIFICS) or office_ending(window) is not None


@cache
def _office_words() -> frozenset[str]:
    return frozenset({*HONORIFICS, *CALENDAR, *(w.rstrip(".") for form in actors.offices() for w in form.split())})
