"""Who and what is named, and every mention of it: names, the actors behind seats, unnamed actors, pronouns.

The model's guesses are only the first word: tables of countries, seats, groups and weapons overrule them, and one
name has one type throughout the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.coref import Scene, pronoun_spots
from fogline.reading.mentions_aliases import with_aliases
from fogline.reading.mentions_clusters import settled
from fogline.reading.mentions_coalitions import allied, lettered
from fogline.reading.mentions_definites import UNTIED, definites
from fogline.reading.mentions_described import described
from fogline.reading.mentions_entities import all_keyed, built, kept_roles, merged, possessed
from fogline.reading.mentions_metonyms import decided
from fogline.reading.mentions_names import name_spots
from fogline.reading.mentions_nominals import nominal_spots
from fogline.reading.mentions_offices import in_office
from fogline.reading.mentions_spots import Spot
from fogline.reading.quotes import quotes
from fogline.reading.roles import Bodies, Body, Role, bare_office, roles_of
from fogline.records import Entity, Mention, Reading, Report
from fogline.tables import actors

OTHERS = re.compile(r"\b(?:of|for|to|at|in|with)\b")  # "a spokesman for the High Commissioner": not he himself
BODY_TYPES = ("country", "government", "organisation", "group", "force", "facility", "place")
Roles = dict[str, list[Role]]


def find_entities(report: Report, parse: Parse, so_far: Reading) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Who and what is named, and every mention of it.

    Countries and sectors are PLOVER's codes (2021 manual, "Actors"), only where the words give them.

    >>> from fogline.models.english import parse
    >>> from fogline.reading.sentences import sentences
    >>> text = "Moscow has vowed to answer. Two people were hurt in Moscow, Russian officials said."
    >>> entities, mentions = find_entities(Report("r1", text), parse(text, sentences(text)), Reading())
    >>> [(e.name, e.type, e.country, e.sector) for e in entities][:3:2]
    [('Russian government', 'government', 'RUS', 'GOV'), ('Moscow', 'place', 'RUS', None)]
    """
    known = with_aliases(settled(name_spots(parse), report.text), report.text)
    names = [decided(parse, s) if s.by == actors.SEAT else s for s in known]
    every = all_keyed(merged(names, nominal_spots(parse, names)))
    spots = described(parse, list(allied(list(lettered(every, report.text)), report.text)))
    spots = list(definites(spots, parse, {}))
    roles = _roles(spots, report.text)
    spots = _with_appositions(spots, roles, report.text)
    spots = list(definites(spots, parse, {key: _office_words(held) for key, held in roles.items()}))
    spots = [s for s in in_office(spots, roles, report.text) if s.by != UNTIED]
    scene = Scene(parse, quotes(report.text, so_far.sentences), spots)
    spoken = described(parse, sorted((*spots, *pronoun_spots(scene)), key=lambda s: (s.start, -s.end)))
    spoken = list(possessed(spoken, {key: held[0].country for key, held in roles.items() if held}))
    return built(report, spoken, {key: kept_roles(held) for key, held in roles.items()})


def _roles(spots: Sequence[Spot], text: str) -> Roles:
    """The offices of every named person, by the person's key."""
    bodies = Bodies([_body(s) for s in spots if s.type in BODY_TYPES and (s.kind != "nominal" or s.type != "group")])
    found: Roles = defaultdict(list)
    for spot in spots:
        if spot.type == "person" and spot.kind == "name":
            found[spot.key] += roles_of(text, spot.start, spot.end, bodies)
    return found


def _body(spot: Spot) -> Body:
    return Body(spot.start, spot.end, spot.name, spot.type, spot.country, spot.sector)


def _office_words(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(word for role in roles for word in bare_office(role.tenure.office).split()[-1:])


def _with_appositions(spots: Sequence[Spot], roles: Roles, text: str) -> list[Spot]:
    """The person's own entity for "a spokesman for the ministry" behind the name."""
    heads = {role.start: key for key, held in roles.items() for role in held}
    ends = {role.start: role.end for held in roles.values() for role in held}
    starts = sorted(heads)
    return [_apposed(spot, heads, ends, starts, text) for spot in spots]


def _apposed(spot: Spot, heads: dict[int, str], ends: dict[int, int], starts: Sequence[int], text: str) -> Spot:
    n = bisect_right(starts, spot.end - 1) - 1
    if spot.kind != "nominal" or n < 0 or spot.type != "person":
        return spot
    inside = spot.end <= ends[starts[n]] and -40 < spot.start - starts[n] < 30
    inside = inside and not OTHERS.search(text[starts[n] : spot.start])
    return replace(spot, key=heads[starts[n]]) if inside else spot
