"""Which place each name means: population first, then what the rest of the report says about where it is at home.

One report, one theatre: every name votes, with the weight of its likeliest meanings, for countries, provinces and
neighbourhoods; meanings are weighed again in the light of the others' votes, a few times over. A name means one place
throughout a report (Gale et al. 1992) unless its sentence says otherwise ("Paris, Texas").
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fogline.reading.theatre import Cell, Votes, cell, outlet_towns
from fogline.reading.toponyms import Toponym
from fogline.tables.gazetteer import TOWNS, Entry
from fogline.tables.place_words import Area
from fogline.tables.toponym_keys import key

ROUNDS = 3
SHARPNESS = 1.6  # how strongly a better score draws the votes, per factor of ten in population
COUNTRY, PROVINCE, NEIGHBOURS = 2.0, 3.0, 2.5  # the most that each kind of vote can add, in factors of ten
LINKED, LINKED_COUNTRY = 6.0, 4.0
FLAT = {"PCLI": 8.0, "continent": 8.0, "sea": 6.5, "region": 6.3, "river": 5.0, "facility": 5.5, "ADM2": 3.2}
LESS = (0.0, 0.9, 0.4, 1.8)  # for another name, a shortened one, a similar romanisation (Entry.kind)
DIVISIONS = ("ADM1", "ADM2")
NEAR = 0.5  # degrees a side: names of one district, 50 to 100 km apart
COMPANY, HOME = 2.2, 3.0
BESIDE = 1.0  # one is near a town rather than near its province
CAPITAL, FAME = 1.0, 0.5  # what a capital, or a town of more than a million, has beyond its population
Sense = tuple[str, str, str]


class Meaning(NamedTuple):
    """One entry that a name could mean, with its score so far and the reasons for it."""

    entry: Entry
    score: float
    why: tuple[str, ...]


def resolve(names: Sequence[Toponym], told: Votes, outlet: str = "") -> list[tuple[Meaning, ...]]:
    """The meanings of each name, best first; scores are probabilities. Names without entries have none.

    ``told`` is what `home` made of the words that are no names of places.
    """
    towns = outlet_towns(outlet) if outlet else []
    senses = _senses(names := [*names, *towns])
    counts = Counter(senses)
    groups = {sense: name for sense, name in zip(senses, names, strict=True) if name.entries}
    company = _company(groups)
    first = {sense: _by_itself(name, company[sense]) for sense, name in groups.items()}
    weights = {sense: 1 + math.log(counts[sense]) for sense in first}
    found = {sense: _shares(meanings) for sense, meanings in first.items()}
    for _ in range(ROUNDS):
        votes = _votes(told, found, weights)
        cast = sum(votes.countries.values())
        found = {sense: _weighed(first[sense], found[sense], weights[sense], (votes, cast)) for sense in first}
    return [found.get(sense, ()) for sense in senses[: len(names) - len(towns)]]


def _senses(names: Sequence[Toponym]) -> list[Sense]:
    """The sense of every name; a bare name takes the one that the report spells out, if it spells out just one."""
    full = defaultdict(set)
    for name in names:
        if name.within:
            full[key(name.name)].add(name.sense)
    out = []
    for name in names:
        spelled = full[key(name.name)]
        bare = not name.within and not name.feature and len(spelled) == 1
        out.append(next(iter(spelled)) if bare else name.sense)
    return out


def _company(groups: dict[Sense, Toponym]) -> dict[Sense, dict[Cell, float]]:
    """For each name, how much company each neighbourhood offers: other names with any meaning there.

    A name with many meanings is somewhere near by chance, and counts for less.
    """
    around: dict[Sense, set[Cell]] = {}
    whole: dict[Cell, float] = defaultdict(float)
    worth: dict[Sense, float] = {}
    for sense, name in groups.items():
        spots = {cell(e, NEAR) for e in name.entries if _small(e) and e.kind < 3}
        around[sense] = {(r + i, c + j) for r, c in spots for i in (-1, 0, 1) for j in (-1, 0, 1)}
        worth[sense] = 1 / (1 + 0.5 * math.log(len(spots) or 1))
        for spot in around[sense]:
            whole[spot] += worth[sense]
    return {
        sense: {
            spot: max(0.0, whole[spot] - (worth[sense] if spot in around[sense] else 0.0)) for spot in around[sense]
        }
        for sense in groups
    }


def _small(entry: Entry) -> bool:
    return entry.feature in TOWNS or (entry.radius or 0) < 100


def _by_itself(name: Toponym, company: dict[Cell, float]) -> tuple[Meaning, ...]:
    """The meanings of a name by population, by the words right beside it, and by the company it would keep."""
    towns = [e for e in name.entries if e.feature in TOWNS and e.kind < 2]
    seats = {Area(e.country or "", e.admin1): e.population for e in reversed(towns)}
    seats |= {Area(e.country or ""): e.population for e in towns if e.feature == "PPLC"}
    made = (_accompanied(Meaning(entry, *_prior(entry, name)), company) for entry in _states_first(name))
    return tuple(_behind_its_seat(m, seats) if name.feature not in DIVISIONS else m for m in made)


def _states_first(name: Toponym) -> tuple[Entry, ...]:
    """The entries without the capital and the province that share a state's name: "Mexico" alone is the country."""
    states = {e.country for e in name.entries if e.feature == "PCLI" and e.kind == 0}
    if not states or name.feature in DIVISIONS:
        return name.entries
    namesakes = (("ADM1", 0), ("ADM1", 1), ("ADM1", 2), ("PPLC", 1), ("PPLC", 2))
    return tuple(e for e in name.entries if e.country not in states or (e.feature, e.kind) not in namesakes)


def _accompanied(meaning: Meaning, company: dict[Cell, float]) -> Meaning:
    others = company.get(cell(meaning.entry, NEAR), 0.0) if _small(meaning.entry) else 0.0
    if not others:
        return meaning
    why = (*meaning.why, "other names of the report lie near") if others > 1 else meaning.why
    return Meaning(meaning.entry, meaning.score + COMPANY * others / (others + 1.5), why)


def _behind_its_seat(meaning: Meaning, seats: dict[Area, int]) -> Meaning:
    """A province or district named like the town it is run from, or like the capital: said alone, the town is meant."""
    entry = meaning.entry
    seat = max(seats.get(Area(entry.country or "", code), 0) for code in (entry.admin1, None))
    if entry.feature not in DIVISIONS or seat * 10 < entry.population or not seat:
        return meaning
    behind = min(meaning.score, math.log10(seat + 300) - 0.8)
    return Meaning(entry, behind, (*meaning.why, "named like its town"))


def _prior(entry: Entry, name: Toponym) -> tuple[float, tuple[str, ...]]:
    if name.lost:
        return 0.0, ("not in the gazetteer: the area that the sentence puts it in",)
    score = FLAT.get(entry.feature, 0.0)
    why = [f"{entry.feature}"]
    if entry.feature not in FLAT:
        score = math.log10(entry.population + 300)
        score += CAPITAL if entry.feature == "PPLC" else 0.0
        score += FAME if entry.population > 1_000_000 and entry.feature in TOWNS else 0.0
        why = [f"population {entry.population}"]
    if entry.feature == "ADM1":
        score = max(score, 5.5)
    if name.near_km is not None and entry.feature in TOWNS:
        score += BESIDE
    if entry.feature == "ADM2" and entry.kind == 0:
        score += 1.5
    score -= LESS[entry.kind]
    for points, reason in (_linked(entry, name), _kind(entry, name)):
        score += points
        why += [reason] if reason else []
    return score, tuple(why)


def _linked(entry: Entry, name: Toponym) -> tuple[float, str]:
    """Points for lying in the area that stands behind the name."""
    for area in name.within:
        if entry.country != area.country or entry.feature == "PCLI":
            continue
        if area.admin1 is None:
            return LINKED_COUNTRY, f"in {area.country}, as the sentence says"
        if entry.admin1 == area.admin1 and entry.feature != "ADM1":
            return LINKED, f"in {area.country}.{area.admin1}, as the sentence says"
    return 0.0, ""


def _kind(entry: Entry, name: Toponym) -> tuple[float, str]:
    """Points for being, or not being, the kind of place that the words call it."""
    if name.feature is None:
        return 0.0, ""
    got = "PPL" if entry.feature in TOWNS else entry.feature
    if got == name.feature:
        return 3.0, f"called a {name.feature}"
    if {got, name.feature} <= {"ADM1", "ADM2", "region"}:
        return 1.0, ""
    return (-1.0 if name.feature == "PPL" else -2.0), ""


Shares = tuple[Meaning, ...]


def _shares(meanings: Iterable[Meaning]) -> Shares:
    """The meanings with scores as probabilities, best first."""
    held = tuple(meanings)
    top = max((r.score for r in held), default=0.0)
    powers = [math.exp(SHARPNESS * (r.score - top)) for r in held]
    total = sum(powers)
    made = (Meaning(r.entry, p / total, r.why) for r, p in zip(held, powers, strict=True))
    return tuple(sorted(made, key=lambda r: (-r.score, -r.entry.population, r.entry.ref)))


def _votes(told: Votes, found: dict[Sense, Shares], weights: dict[Sense, float]) -> Votes:
    votes = Votes(told.home, defaultdict(float, told.countries), defaultdict(float, told.provinces))
    for sense, meanings in found.items():
        for meaning in meanings:
            if meaning.score > 0.02:
                votes.add(meaning.entry, weights[sense] * meaning.score)
    return votes


def _weighed(first: Sequence[Meaning], now: Shares, weight: float, all_votes: tuple[Votes, float]) -> Shares:
    """The meanings in the light of the other names' votes: of all votes and their sum, its own do not count."""
    own, (votes, cast) = Votes(), all_votes
    for r in now:
        if r.score > 0.02:
            own.add(r.entry, weight * r.score)
    total = cast - sum(own.countries.values())
    others = Others(votes, own, total)
    return _shares([_with_votes(r, others) for r in first if r.entry.kind < 3 or others.home(r.entry)])


class Others(NamedTuple):
    """The votes of all names but one, which are all votes without its own, and how many they are for any country."""

    votes: Votes
    own: Votes
    total: float

    def country(self, entry: Entry) -> float:
        """The votes for the entry's country."""
        code = entry.country or ""
        return self.votes.countries.get(code, 0.0) - self.own.countries.get(code, 0.0)

    def province(self, entry: Entry) -> float:
        """The votes for the entry's province."""
        area = Area(entry.country or "", entry.admin1)
        return self.votes.provinces.get(area, 0.0) - self.own.provinces.get(area, 0.0)

    def near(self, entry: Entry) -> float:
        """The votes for the entry's neighbourhood."""
        spot = cell(entry)
        return max(0.0, self.votes.cells.get(spot, 0.0) - self.own.cells.get(spot, 0.0))

    def home(self, entry: Entry) -> bool:
        """A similar name counts only in a country that the report is about."""
        return self.country(entry) > 0.25 * (self.total + 1.0)


def _with_votes(meaning: Meaning, others: Others) -> Meaning:
    entry, why = meaning.entry, meaning.why
    country = others.country(entry) / (others.total + 1.0)
    province = others.province(entry) / (others.total + 1.0) if entry.admin1 else 0.0
    near = others.near(entry)
    near = near / (near + 1.0)
    score = meaning.score + COUNTRY * country + PROVINCE * province + NEIGHBOURS * near
    score += HOME * others.votes.home.get(entry.country or "", 0.0) if entry.feature in TOWNS else 0.0
    if country > 0.4:
        why += (f"the report's places: {entry.country}",)
    if near > 0.4:
        why += ("near other places named",)
    return Meaning(entry, score, why)
