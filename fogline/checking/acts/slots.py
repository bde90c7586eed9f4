"""In what two tellings of an act exclude each other: day, place, doer, whom, to whom, means, number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from fogline.checking.acts.parts import Part, same, shared
from fogline.checking.acts.told import Told
from fogline.checking.dating.told_days import days_apart, near_in_time
from fogline.checking.story import disjoint
from fogline.checking.telling.ties import comparable, places_apart
from fogline.checking.voices import OUTLET
from fogline.records import Entity, Place
from fogline.tables.lexicon_happenings import kinds_of, means_together
from fogline.tables.lexicon_senses import act_groups, act_kinds

BODIES = frozenset(("group", "organisation", "force", "government"))
NARROW = frozenset(("town", "near", "exact", "unknown", "district"))


def at_odds(a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    """Every slot in which two tellings exclude each other: its name and both values."""
    if days_apart(a.days, b.days) and near_in_time(a.days, b.days):
        yield "day", a.days[0].words, b.days[0].words
    elif days_apart(a.days, b.days):
        yield "far day", a.days[0].words, b.days[0].words
    if disjoint(a.periods, b.periods) and not (a.days and b.days):
        first, second = (f"{t.periods[0][0]} to {t.periods[0][1]}" for t in (a, b))
        yield "period", first, second
    hours = [{w.lower() for w in PART.findall(t.words)} for t in (a, b)]
    if hours[0] and hours[1] and not hours[0] & hours[1]:
        yield "hours", min(hours[0]), min(hours[1])
    here, there = _places(a), _places(b)
    if places_apart(here, there) or _unknown_apart(here, there):
        yield "where", here[0].name, there[0].name
    if OUTLET in (a.speaker, b.speaker) or a.speaker == b.speaker:
        yield from _people(a, b, "who")
    yield from _people(a, b, "to")
    towns = [[p for part in t.slot("to") for p in part.places if p.precision in NARROW] for t in (a, b)]
    if places_apart(*towns):
        yield "to", towns[0][0].name, towns[1][0].name
    yield from _people(a, b, "from")
    yield from _things(a, b)
    yield from _means(a, b)
    yield from _counts(a, b)


def _places(t: Told) -> list[Place]:
    return [p for p in t.places if p.precision in NARROW]


def _unknown_apart(a: Sequence[Place], b: Sequence[Place]) -> bool:
    if len(a) != 1 or len(b) != 1 or (a[0].geonameid and b[0].geonameid) or not comparable(a[0], b[0]):
        return False
    names = [set(re.findall(r"\w{3,}", p[0].name.lower())) for p in (a, b)]
    return not names[0] & names[1]


def _people(a: Told, b: Told, name: str) -> Iterator[tuple[str, str, str]]:
    here, there = a.slot(name), b.slot(name)
    if not here or not there or any(x.empty or (name != "who" and x.places) for x in (*here, *there)):
        return
    if all(differ(x, y) for x, y in product(here, there)):
        yield name, here[0].words, there[0].words


def differ(a: Part, b: Part) -> bool:
    """True if two doers or recipients can be neither one nor part of one another."""
    of_states = ("country", "government", "force")
    nations = [{e.country for e in p.entities if e.type in of_states and e.country} for p in (a, b)]
    if _two_offices(a, b) or (nations[0] and nations[1] and not nations[0] & nations[1]):
        return True
    if same(a, b) > 0 or shared(a, b) or _shared_words(a, b):
        return False
    kinds, persons = [body_kind(a), body_kind(b)], [_person(a), _person(b)]
    if all(persons) or (kinds[0] and kinds[1] and kinds[0] != kinds[1]):
        return True
    return not any(persons) and _two_bodies(a, b, one_kind=bool(kinds[0] and kinds[0] == kinds[1]))


def _two_bodies(a: Part, b: Part, *, one_kind: bool) -> bool:
    """Bodies of two countries, sectors or names; of one kind ("troops", "a brigade") only by names of their own."""
    bodies = [_bodies(a), _bodies(b)]
    if not all(bodies) or (one_kind and not all(_named(e) for each in bodies for e in each)):
        return False
    countries = [any(e.type == "country" for e in p.entities) for p in (a, b)]
    return all(_apart(x, y, *countries) for x, y in product(*bodies))


def _two_offices(a: Part, b: Part) -> bool:
    """Heads of one name of two things ("the chair of the defence committee", "the chair of the finance committee")."""
    of = [set(re.findall(r"[a-z]{4,}", p.words.lower().partition(" of ")[2])) - act_kinds("body noun") for p in (a, b)]
    named = [{w[:5].lower() for w in re.findall(r"\b[A-Z]\w{3,}", p.words.partition(" of ")[2])} for p in (a, b)]
    if not {a.head, b.head} <= act_kinds("office"):
        return False
    if a.head != b.head:  # "the prefect of Nioro", "the governor of Kayes"
        return bool(named[0] and named[1]) and not named[0] & named[1]
    return bool(of[0] and of[1]) and not of[0] & of[1]


def _shared_words(a: Part, b: Part) -> bool:
    """A word of a name in both, or the initials of one."""
    names = [" ".join((p.words, *(e.name for e in p.entities))) for p in (a, b)]
    words = [{w.lower()[:5] for w in re.findall(r"\w{3,}", n)} - act_kinds("common in names") for n in names]
    initials = [{*re.findall(r"\b[A-Z]{2,}\b", n), "".join(w[0] for w in re.findall(r"\b[A-Z]\w+", n))} for n in names]
    return bool(words[0] & words[1] or {i for i in initials[0] & initials[1] if len(i) > 1})


def _person(p: Part) -> bool:
    """One named person."""
    found = p.entities
    if any(e.type == "person" and e.name[:1].isupper() and " " in e.name for e in found):
        return not p.count
    return bool(re.match(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+(?: of\b|$)", p.words)) and not any(
        e.type in BODIES or e.type == "place" for e in found if e.name in p.words[: len(e.name) + 4]
    )


def _bodies(p: Part) -> list[Entity]:
    found = p.entities
    bodies = [
        e
        for e in found
        if e.type in ("group", "organisation", "force", "government") and (e.name[:1].isupper() or e.sector)
    ]
    return bodies or [e for e in found if e.type == "country"]


def _apart(a: Entity, b: Entity, a_nation: bool, b_nation: bool) -> bool:
    """Two bodies of two countries, of two sectors, or two of one sector by name."""
    if a.country and b.country and a.country != b.country:
        return True
    if {a.sector, b.sector} <= ARMED and a.sector != b.sector and "UAF" not in (a.sector, b.sector):
        return True
    own = _named(a), _named(b)
    if a.country == b.country and not all(own):
        return False
    return (
        (own[0] or a_nation)
        and (own[1] or b_nation)
        and "country" not in (a.type, b.type)
        and "government" not in (a.type, b.type)
    )


def _named(e: Entity) -> bool:
    """A name of its own, not "Ethnic armed groups" at the head of a sentence."""
    first, *rest = e.name.split()
    return any(w[:1].isupper() for w in rest) or (
        not rest and first[:1].isupper() and (first.isupper() or first[-1] != "s")
    )


PART = re.compile(r"\b(?:dawn|morning|noon|midday|afternoon|evening|dusk|night|overnight|midnight)\b", re.I)
ARMED = frozenset(("MIL", "REB", "COP", "UAF", "PRM", "CRM"))


@cache
def _body_kinds() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{'|'.join(sorted(heads))})s?\b") for kind, heads in act_groups("body: ").items()}


def body_kind(p: Part) -> str:
    """The kind of body that its words name; the last one counts ("the army's police")."""
    words = re.sub(r"\b(?:of|from|in|at|for)\b.*", "", p.words.lower())
    found = [(m.start(), kind) for kind, pattern in _body_kinds().items() for m in pattern.finditer(words)]
    return max(found, default=(0, ""))[1]


def _things(a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    """Two kinds of buildings or vehicles hit, or two kinds of things."""
    spots = [[*t.slot("whom"), *t.slot("where")] for t in (a, b)]
    kinds = [{k: p.words for p in each if (k := _target(p))} for each in spots]
    struck = a.senses & b.senses & act_kinds("harm")
    if struck and len(kinds[0]) == len(kinds[1]) == 1 and kinds[0].keys() != kinds[1].keys():
        yield "target", next(iter(kinds[0].values())), next(iter(kinds[1].values()))
    whom = a.slot("whom"), b.slot("whom")
    if whom[0] and whom[1] and all(_modified_apart(x, y) for x, y in product(*whom)):
        yield "kind", whom[0][0].words, whom[1][0].words


def _target(p: Part) -> str:
    pattern, kinds = kinds_of("target_kinds")
    found = [m[0].lower() for m in pattern.finditer(p.words)]
    forms = [kinds.get(f) or kinds.get(f.removesuffix("s")) or kinds.get(f.removesuffix("es")) for f in found]
    return next((f for f in reversed(forms) if f), "")


def _modified_apart(a: Part, b: Part) -> bool:
    """Two of one noun that its adjective sets apart ("ballistic missiles", "cruise missiles")."""
    mods = [set(re.findall(r"[a-z]+", p.words.lower())) for p in (a, b)]
    apart = (g for g in act_groups("apart ").values() if not mods[0] & mods[1] & g)
    return a.head == b.head and any(mods[0] & g and mods[1] & g for g in apart)


def _means(a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    if not a.means or not b.means:
        return
    here, there = a.slot("with"), b.slot("with")
    if any(_modified_apart(x, y) for x, y in product(here, there)):
        yield "means", here[0].words, there[0].words
        return
    own = [_own_means(t) for t in (a, b)]
    kinds = [t.means for t in (a, b)]
    if own[0] and own[1] and own[0] != own[1]:
        yield "means", _by(a), _by(b)
        return
    if all(x != y and frozenset((x, y)) not in means_together() for x, y in product(*kinds)):
        yield "means", _by(a), _by(b)


def _own_means(t: Told) -> str:
    """The means in the verb or noun itself ("shot", "the stabbing")."""
    pattern, kinds = kinds_of("means")
    word = t.word.lower()
    return kinds.get(word, "") if pattern.fullmatch(word) else ""


def _by(t: Told) -> str:
    return t.slot("with")[0].words if t.slot("with") else t.word


def _counts(a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    for names in (("whom",), ("who", "with")):
        every = [[p for name in names for p in t.slot(name)] for t in (a, b)]
        here, there = ([p for p in each if p.count] for each in every)
        if len(here) == len(there) == 1 and len(every[0]) == len(every[1]) == 1:
            x, y = here[0], there[0]
            if x.count and y.count and x.count.low != y.count.low and same(x, y) > 0 and (y.definite or x.definite):
                yield "count", x.words, y.words
