"""Runs of capitalised words: bodies whose head word tells their type, and persons behind titles the model missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from fogline.models.parse import Parse
from fogline.reading.mentions_labels import CALENDAR, is_office, no_actor
from fogline.reading.mentions_spots import (
    HONORIFICS,
    LONGEST_NAME,
    NOTE,
    SMALL,
    Spot,
    clean,
    head_of,
    titled,
    trimmed,
    typed,
    with_kind,
)
from fogline.reading.mentions_votes import BEFALLEN
from fogline.reading.place_patterns import known
from fogline.reading.roles import STATUSES
from fogline.tables import actors, phrases
from fogline.tables.actor_words import name_heads

NEARBY = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]round|[Oo]utside|[Tt]owards?|hold|holds|held"
    r"|(?:[Rr]esidents|[Pp]eople|[Vv]illagers|governor|mayor|outskirts) of)\s+$"
)
PREFIX = re.compile(r"(?<![\w-])(?:Counter|Anti|Pro)-$")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def runs_of_capitals(parse: Parse) -> Iterator[Spot]:
    """Runs of capitalised words: bodies whose head word tells their type, and what else the model may have missed."""
    at = 0
    while at < len(parse):
        if not _capital(parse, at):
            at += 1
            continue
        last = _run_end(parse, at)
        first, last_name = trimmed(parse, at, last, person=False)
        if first <= last_name:
            yield from _run(parse, with_kind(parse, first), last_name)
        at = last + 1


def _capital(parse: Parse, i: int) -> bool:
    word = parse.word(i)
    return (
        word[0].isupper()
        and word.lower() not in SMALL
        and (parse.tags[i] in ("NNP", "NNPS", "") or word in name_heads())
    )


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
    noted = NOTE.search(parse.text, start, end)
    end = noted.start() if noted and noted.start() > start else end
    name = clean(parse.text[start:end])
    if "\n\n" in parse.text[start:end] or last - first >= LONGEST_NAME or no_actor(parse.text, start, end):
        return
    hyphened = PREFIX.search(parse.text, max(0, start - 12), start)
    if hyphened and " " in name and head_of(name):
        start, name = hyphened.start(), clean(parse.text[hyphened.start() : end])
    title = title_length(name)
    if title:
        start += parse.text[start:end].find(name[title:].partition(" ")[0], title - 1)
        yield Spot(start, end, name[title:], "person", "run")
    elif not _only_offices(name) and (name not in name_heads() or _numbered(parse, first)):
        yield from _plain_run(parse, first, typed(Spot(start, end, name, "other", "run")))


def _numbered(parse: Parse, first: int) -> bool:
    """The 2nd Brigade: a name, though "the Brigade" is none."""
    return first > 0 and ORDINAL.fullmatch(parse.word(first - 1)) is not None


def _plain_run(parse: Parse, first: int, found: Spot) -> Iterator[Spot]:
    """A body by its head word, with its number; several words; a single one only behind a title."""
    number = parse.word(first - 1) if first and ORDINAL.fullmatch(parse.word(first - 1)) else ""
    if found.type == "force" and number:
        yield replace(found, start=parse.starts[first - 1], name=f"{number} {found.name}")
    elif found.type == "other" and re.search(r"\d-year-old\s+$", parse.text[max(0, found.start - 12) : found.start]):
        yield replace(found, type="person")
    elif found.type == "other" and _placed(parse.text, found):
        yield replace(found, type="place")
    elif (
        found.type != "other"
        or " " in found.name
        or (titled(parse.text, found.start) and parse.text[found.end : found.end + 1] != "-")
    ):
        yield found


def _placed(text: str, found: Spot) -> bool:
    """A place of the gazetteer behind "in" or "near", or any name behind "the village of"."""
    before = text[max(0, found.start - 24) : found.start]
    called = re.search(r"\b(?:village|town|city|port|hamlet|settlement)s? of\s+$", before)
    return bool(called) or bool(BEFALLEN.match(text, found.end)) or (bool(NEARBY.search(before)) and known(found.name))


def _only_offices(name: str) -> bool:
    return is_office(name) or all(word.lower().rstrip(".") in _office_words() for word in name.split())


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


@cache
def _office_words() -> frozenset[str]:
    return frozenset(
        {*HONORIFICS, *CALENDAR, *STATUSES, *(w.rstrip(".") for form in actors.offices() for w in form.split())}
    )
