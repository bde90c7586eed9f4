"""Guessed names mended at their seams: parts of one name put together, two names taken apart, titles cut off.

The model cuts names at small words ("Deir az Zawr") and nicknames (Ivan “Tex” Brand), runs over the comma between two
bodies, and takes the first word of an office for the end of a body's name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from fogline.reading.mentions_spots import Spot, clean, head_of, typed
from fogline.tables import actors
from fogline.tables.actor_words import given_names, name_heads

LINK = re.compile(r"[^\S\n](?:ad|az|ar|ash|al|el|ez|ed|ul|ud|bin|ibn)[^\S\n]")
BETWEEN = re.compile(r"[^\S\n](?:[A-Z][\w’']+[^\S\n])?")
FAMILY = re.compile(r"(?:[A-Z]\w+ )?(?:[Aa]l|[Ee]l|[Bb]in|[Ii]bn)[ -][A-Z]")
TAIL = re.compile(r"[^\S\n](?:(?:al|el|ul|ad)-|(?:bin|ibn)[^\S\n])[A-Z][\w’'-]+")
NICKNAMED = re.compile(
    r"[A-Z][\w’'-]+(?:[^\S\n][A-Z][\w’'-]*\.?){0,2}[^\S\n](?:“[^”“\n]{1,20}”|\"[^\"\n]{1,20}\"|‘[^’\n]{1,20}’|'[A-Z][^'\n]{1,20}')"
    r"[^\S\n][A-Z][\w’'-]+"
)
UNIT = re.compile(r"\d+(?:st|nd|rd|th) [A-Z]")
UNITS = re.compile(r",? (?:of the )?")  # the 3rd Battalion, 5th Regiment
NUMBERED = frozenset({"Unit", "Force", "Squadron", "Group", "Team", "Battery", "Wing", "Company", "Command"})
NUMBER = re.compile(r"[^\S\n](?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|\d{1,3})\b(?![-%.,]?\d)")
LONGEST_OFFICE = 60  # characters
FIELD = re.compile(r"\b(\w+)\s+(?:of|for|to)\s+(?:the\s+)?$")
OWNER = re.compile(r"['’]s?\s+")


def mended(text: str, guesses: Sequence[Spot], offices: Sequence[Spot]) -> tuple[Spot, ...]:
    """The guesses with every name whole and no two names in one."""
    whole = joined(text, [_grown(text, behind_field(text, guess)) for guess in guesses])
    parts = (part for guess in whole for half in _halves(text, guess) for part in _owned(text, half))
    return tuple(cut for part in parts for cut in _before_office(text, part, offices))


def _grown(text: str, guess: Spot) -> Spot:
    """A person's name to its end: behind the nickname, with its last particle."""
    if guess.type != "person":
        return guess
    found = NICKNAMED.match(text, guess.start)
    end = max(guess.end, found.end()) if found else guess.end
    tail = TAIL.match(text, end)
    end = tail.end() if tail else end
    return replace(guess, end=end, name=clean(text[guess.start : end])) if end > guess.end else guess


def behind_field(text: str, guess: Spot) -> Spot:
    """Ann Reeve in "Minister for the Gulf Ann Reeve", where the model takes the last three words for a name."""
    field = FIELD.search(text, max(0, guess.start - LONGEST_OFFICE), guess.start)
    words = guess.name.split(" ")
    if field is None or field[1].lower() not in actors.office_ends():
        return guess
    at = next((n for n in (1, 2, 3) if n < len(words) - 1 and words[n] in given_names()), None)
    if at is None or text[guess.start : guess.end] != guess.name or head_of(guess.name):
        return guess
    name = " ".join(words[at:])
    return replace(guess, start=guess.end - len(name), name=name, type="person", sector=None)


def joined(text: str, guesses: Sequence[Spot]) -> list[Spot]:
    """The parts of one name as one: "Salah" and "Din Province", "Mira Sorel" and "al-Harbi"."""
    out: list[Spot] = []
    for guess in map(partial(_numbered, text), guesses):
        last = out[-1] if out else None
        if last is not None and last.end >= guess.end:
            continue
        if last is not None and last.end < guess.start and _one_name(text[last.end : guess.start], last, guess):
            kind = "other" if head_of(guess.name) else last.type if last.type == "person" else guess.type
            out[-1] = typed(replace(last, end=guess.end, name=clean(text[last.start : guess.end]), type=kind))
        else:
            out.append(guess)
    return out


def _numbered(text: str, guess: Spot) -> Spot:
    """A unit with the number behind it: "Mobile Unit Two", "Task Force 51"."""
    number = NUMBER.match(text, guess.end) if guess.type == "force" else None
    if number is None or guess.name.rsplit(" ", 1)[-1] not in NUMBERED:
        return guess
    return replace(guess, end=number.end(), name=clean(text[guess.start : number.end()]))


def _one_name(gap: str, last: Spot, guess: Spot) -> bool:
    if LINK.fullmatch(gap):
        return head_of(last.name) is None
    if UNITS.fullmatch(gap) and UNIT.match(last.name) and UNIT.match(guess.name):
        return head_of(last.name) != head_of(guess.name) or last.name.split()[-1] != guess.name.split()[-1]
    named = last.type in ("person", "organisation") or last.name.partition(" ")[0] in given_names()
    family = guess.type == "person" and FAMILY.match(guess.name) and named
    return bool(family and BETWEEN.fullmatch(gap)) and head_of(last.name) is None and last.name.count(" ") < 3


def _halves(text: str, guess: Spot) -> Iterator[Spot]:
    """Both bodies of "the Ministry of Culture, State Board of Heritage"."""
    left, comma, right = text[guess.start : guess.end].partition(", ")
    if comma and " " in right and head_of(clean(left)) and head_of(right):
        yield typed(replace(guess, end=guess.start + len(left), name=clean(left), sector=None))
        yield typed(replace(guess, start=guess.end - len(right), name=clean(right), sector=None))
    else:
        yield guess


def _owned(text: str, guess: Spot) -> Iterator[Spot]:
    """Owner and owned of "the Health Department's Office of Supplies", each if it is a body."""
    words = text[guess.start : guess.end]
    owner = OWNER.search(words)
    left = clean(words[: owner.start()]) if owner else ""
    if owner is None or guess.type == "person" or not (actors.group(left) or head_of(left) or left in name_heads()):
        yield guess
        return
    if left not in name_heads():  # "the Coalition's Small Group": the first is a phrase, no name
        yield typed(replace(guess, end=guess.start + owner.start(), name=left, sector=None))
    right = clean(words[owner.end() :])
    if " and " not in right or head_of(right):
        kind = "person" if right.partition(" ")[0] in given_names() else guess.type
        yield typed(replace(guess, start=guess.start + owner.end(), name=right, type=kind, sector=None))


def _before_office(text: str, guess: Spot, offices: Sequence[Spot]) -> Iterator[Spot]:
    """The guess up to an office that it runs into ("Harbour Press" before "Press Secretary"), or behind one's end."""
    at = bisect_left(offices, guess.start - LONGEST_OFFICE, key=lambda o: o.start)
    near = offices[at : bisect_left(offices, guess.end, lo=at, key=lambda o: o.start)]
    office = next((o for o in near if guess.start < o.start < guess.end < o.end), None)
    begun = next((o for o in near if o.start < guess.start < o.end < guess.end), None)
    if begun is not None:
        name = clean(text[begun.end : guess.end].strip())
        yield typed(replace(guess, start=guess.end - len(name), name=name, type="person", sector=None))
    elif office is None or (guess.sector and guess.type in ("force", "government")):
        yield guess
    elif name := clean(text[guess.start : office.start].rstrip()):
        yield replace(guess, end=guess.start + len(text[guess.start : office.start].rstrip()), name=name)
