"""The elections of the record: who won which seat when, and what a told winner or date makes of it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.checking.record.named import gap, on_record
from fogline.checking.story import Days
from fogline.records import Fact
from fogline.tables.facts import per_record

NEAR = 400  # days: a date farther from every polling day on record may be an election that the record lacks
ROUNDS = 31  # days: first rounds and results are told of too
APART = 100  # days from every poll before there was none
DENSE = 3000  # days: two elections farther apart may have another between them
INDIRECT = re.compile(r"\b(?:parliament|Knesset|elector\w*|vote in)\b(?!;)", re.I)
TERM = 300  # days within which a winner takes office


@dataclass(frozen=True, slots=True)
class Told:
    """An election as told: who won it (or nobody is named), against whom, for which seats, when."""

    who: str
    against: str
    seats: frozenset[str]
    period: Days
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Misfit:
    """What does not fit the record, and the rows that say so."""

    why: str
    rows: tuple[Fact, ...]


@per_record
def by_seat(facts: tuple[Fact, ...]) -> dict[str, tuple[Fact, ...]]:
    """Who won which seat, in order of time."""
    seats: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "election" and fact.relation == "won_by" and fact.since:
            seats[fact.subject].append(fact)
    return {seat: tuple(sorted(rows, key=lambda f: f.since or "")) for seat, rows in seats.items()}


@per_record
def stood_in(facts: tuple[Fact, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    """By the words of their names, who won, lost or held which country's highest offices: full name and country."""
    people: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for fact in facts:
        country, _, seat = fact.subject.partition(":")
        if fact.kind == "election" or (fact.kind == "office" and seat in ("president", "prime-minister")):
            for word in tokens(fact.value):
                people[word.lower()].add((fact.value, country))
    return {word: tuple(sorted(known)) for word, known in people.items()}


def country_of(name: str, facts: Sequence[Fact]) -> str | None:
    """The one country where somebody of that name stood or governed, by the record."""
    last = (tokens(name) or [""])[-1].lower()
    found = {country for value, country in stood_in(facts).get(last, ()) if is_winner(name, value)}
    return found.pop() if len(found) == 1 else None


def tokens(name: str) -> list[str]:
    """The words of a name that tell it, without titles' and genitives' endings.

    >>> tokens("Lee Jae-myung’s"), tokens("Bashar al-Assad")
    (['Lee', 'Jae-myung'], ['Bashar', 'Assad'])
    """
    bare = re.sub(r"['’]s?$", "", name.strip())
    words = (re.sub(r"^(?:al|el)-", "", word) for word in bare.split())
    return [w for w in words if w[:1].isupper() and w not in ("Jr.", "The", "Party")]


def is_winner(told: str, value: str) -> bool:
    """True if the words can name the winner: each of their last two words stands in the name on record.

    >>> is_winner("President Maia Sandu", "Maia Sandu"), is_winner("Hunter Biden", "Joe Biden")
    (True, False)
    """
    words, known = tokens(told), {w.lower() for w in tokens(value)}
    if not words or words[-1].lower() not in known:
        return False
    first = words[-2].lower() if len(words) > 1 else None
    return first is None or first in known or first in TITLES or len(known) == 1


TITLES = frozenset(
    ("president", "minister", "mr", "ms", "mrs", "dr", "leader", "chancellor", "premier", "general", "incumbent")
)


def misfit(told: Told, facts: Sequence[Fact]) -> Misfit | None:
    """What the record has against an election as told, or None."""
    seats = by_seat(facts)
    country = told.country or country_of(told.who, facts) or country_of(told.against, facts)
    told = _of_two(told, country, seats)
    rows = [f for seat in sorted(told.seats) for f in seats.get(f"{country}:{seat}", ())] if country else []
    won = [f for f in rows if told.who and is_winner(told.who, f.value)]
    if not rows or any(gap(told.period, _days(f)) <= ROUNDS for f in won):
        return None
    other = [f for f in rows if gap(told.period, _days(f)) <= ROUNDS and f.status == "held"]
    if told.who and other:
        return _other_winner(told, other)
    near = [f for f in won if gap(told.period, _days(f)) <= NEAR]
    if near:
        return Misfit("date", (min(near, key=lambda f: gap(told.period, _days(f))),))
    return _none_then(told, won, rows)


def _of_two(told: Told, country: str | None, seats: dict[str, tuple[Fact, ...]]) -> Told:
    """Who beat somebody, and was elected president at some time, did so in a presidential election."""
    presidents = seats.get(f"{country}:president", ())
    if told.against and "president" in told.seats and any(is_winner(told.who, f.value) for f in presidents):
        return replace(told, seats=frozenset(("president",)))
    return told


def _other_winner(told: Told, rows: Sequence[Fact]) -> Misfit | None:
    """Another became president then: told of a presidential election, or with the winner as the one who lost it."""
    presidents = tuple(f for f in rows if f.subject.endswith(":president"))
    loser = any(told.against and is_winner(told.against, f.value) for f in presidents)
    return Misfit("winner", presidents) if presidents and (loser or told.seats == {"president"}) else None


def _none_then(told: Told, won: Sequence[Fact], rows: Sequence[Fact]) -> Misfit | None:
    """No election of these seats near the date, between two on record that lie close enough to leave out none."""
    if told.who and not told.against and len(told.seats) > 1:
        return None
    seats = {f.subject for f in won} or {f.subject for f in rows}
    around = [_around(told.period, [f for f in rows if f.subject == seat]) for seat in sorted(seats)]
    return Misfit("none", around[0]) if around and all(around) and around[0] else None


def _around(period: Days, rows: Sequence[Fact]) -> tuple[Fact, ...]:
    """The two elections of a seat between which a date falls, near neither; none where the record is thin there."""
    for a, b in itertools.pairwise(rows):
        inside = _days(a)[1] < period[0] and period[1] < _days(b)[0]
        far = min(gap(period, _days(f)) for f in (a, b)) > APART
        if (
            inside
            and far
            and gap(_days(a), _days(b)) < DENSE
            and not any(INDIRECT.search(f.definition) for f in (a, b))
        ):
            return a, b
    return ()


def _days(fact: Fact) -> Days:
    first, last = on_record(fact.since), on_record(fact.until or fact.since)
    return first[0][0], last[0][1]
