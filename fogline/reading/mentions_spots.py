"""Names in the text, from the tables, the model's guesses and runs of capitals, before they are put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from fogline.models.parse import Parse
from fogline.reading.mentions_labels import CALENDAR
from fogline.reading.mentions_words import DATING, OPENERS
from fogline.reading.roles import office_ending
from fogline.tables import actors
from fogline.tables.actor_words import NameHead, name_heads

GUESSED = ("ner", "run")  # what found a spot if no table did
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "abu", "de", "da", "di", "van", "von", "der", "den", "la", "ben"}
)
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "madam", "dr", "hon", "saint"})
SMALL = frozenset({
    "the", "a", "an", "near", "in", "at", "on", "from", "with", "for", "by", "to", "of", "and", "but", "or", "as",
    "if", "when", "while", "after", "before", "since", "during", "this", "that", "these", "those", "its", "his",
    "her", "their", "our", "my", "your", "one", "two", "both", "some", "many", "most", "all", "no", "not", "also",
    "however", "he", "she", "they", "it", "we", "i", "you", "there", "here", "who", "what", "meanwhile", "then",
    "now", "today", "yesterday", "last", "next",
})  # fmt: skip
RANKS = frozenset({"capt", "gen", "lt", "col", "maj", "sgt", "adm", "cmdr", "cpl", "brig", "pvt", "mr", "mrs", "ms"})
SHIP = re.compile(r"(?:USS|HMS|INS|HMCS|HMAS|USNS|USCGC|RFA|MV|M/V|MT|MS|BRP|ROKS|JS|FS)\s(?=[A-Z])")
NOTE = re.compile(r"[,.]?\[\d|\s*\((?![^)]*\)$)")  # a footnote or an open bracket at the end of a guess
LANDFORM = re.compile(r"(?:Lakes?|Mount|Mt\.?|Jab[aā]l|Jebel|Djebel|Wadi|Cape|Strait of) [A-Z]\w+$")
LONGEST_NAME = 12  # tokens


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


def trimmed(parse: Parse, first: int, last: int, *, person: bool) -> tuple[int, int]:
    """A guess without articles, titles, possessives, days and stray small words at its ends."""
    while first <= last and (
        _no_name(parse, first)
        or (first < last and opens_sentence(parse, first))
        or (person and first < last and _title(parse, first, last))
    ):
        first += 1
    while last >= first and (_no_name(parse, last) or _no_ending(parse, last)):
        last -= 1
    return first, last


def opens_sentence(parse: Parse, i: int) -> bool:
    """True for a day, month or adverb with a capital in front of what it is no part of: "On Monday Coalition jets"."""
    word, before = parse.lower(i), parse.lower(i - 1) if i else ""
    if word in CALENDAR:
        return word.endswith("day") or before in DATING or before.isdigit()
    first = i in (0, parse.sents[parse.sent_of[i]][0]) if parse.sents else i == 0
    return first and word in OPENERS


def _no_ending(parse: Parse, i: int) -> bool:
    """True at what never ends a name: possessives, particles, short ranks ("Capt")."""
    word = parse.lower(i)
    return parse.tags[i] == "POS" or word in PARTICLES or (word.rstrip(".") in RANKS and parse.word(i)[0].isupper())


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
    return actors.demonym_country(parse.word(first)) is not None and last > first + 1


def with_kind(parse: Parse, first: int) -> int:
    """The name of an operation or exercise from that word on, also in "Operation: Iron Gate"."""
    for back in (1, 2):
        if parse.word(first - back) in ("Operation", "Exercise") and first >= back:
            return first - back if back == 1 or parse.word(first - 1) == ":" else first
    return first


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
    if LANDFORM.match(spot.name) and spot.type != "event":
        return replace(spot, type="place", sector=None)
    if re.match(r"(?:Operation|Exercise):? [A-Z]", spot.name):
        return replace(spot, type="event", sector=None, name=spot.name.replace(": ", " ", 1))
    if re.match(r"(?:Abu|Umm|Abdul?|Bin|Ibn)[ -][A-Z]", spot.name) and spot.type != "place":
        return replace(spot, type="person")
    head = head_of(spot.name)
    if head is None or (spot.type == "person" and head.type in ("place", "event", "vessel")):
        return spot
    return replace(spot, type=head.type, sector=head.sector)


def titled(text: str, start: int) -> bool:
    """True if a title, rank or office stands directly before a name."""
    window = text[max(0, start - 40) : start]
    word = re.search(r"([\w]+)\.?\s+$", window)
    return bool(word and word[1].lower() in HONORIFICS) or office_ending(window) is not None
