"""Where a report is at home: what its words, its outlet and the names in it say about countries and provinces."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from fogline.reading.toponyms import Toponym, toponym
from fogline.tables.gazetteer import TOWNS, Entry
from fogline.tables.place_words import Area, Hint, abbreviations, areas, home_words, people, words
from fogline.tables.toponym_keys import key

CAPITALS = re.compile(r"\b[A-Z][\w.’'-]*(?:\s+(?:of\s+|and\s+)?[A-Z][\w.’'-]*)*")
ADDRESSES = (
    re.compile(r"\(\d{3}\) \d{3}-\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b"),
    re.compile(r"\b\d{2,5} (?:[NSEW]\. )?[A-Z]\w+ (?:St|Ave|Blvd|Rd|Dr|Street|Avenue|Road|Drive)\b"),
)
Cell = tuple[int, int]


@dataclass(slots=True)
class Votes:
    """What the names of a report say about where it is at home; ``home`` are the shares of the home words alone."""

    home: dict[str, float] = field(default_factory=dict)
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    provinces: dict[Area, float] = field(default_factory=lambda: defaultdict(float))
    cells: dict[Cell, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, entry: Entry, weight: float) -> None:
        """Count one meaning."""
        if entry.country:
            self.countries[entry.country] += weight
            if entry.admin1 and entry.feature != "PCLI":
                self.provinces[Area(entry.country, entry.admin1)] += weight
        if entry.feature in TOWNS or (entry.radius or 0) < 200:
            row, column = cell(entry)
            for i in (-1, 0, 1):
                for j in (-1, 0, 1):
                    self.cells[row + i, column + j] += weight


def cell(entry: Entry, side: float = 1.2) -> Cell:
    """A square of so many degrees a side (1.2 are about 130 km).

    >>> from fogline.tables.gazetteer import lookup
    >>> cell(lookup("Bakhmut")[0])
    (40, 20)
    """
    return _cell(entry.lat, entry.lon, side)


@lru_cache(maxsize=65536)
def _cell(lat: float, lon: float, side: float) -> Cell:
    return int(lat // side), int(lon * math.cos(math.radians(lat)) // side)


def home(text: str, names: Sequence[Toponym], outlet: str) -> Votes:
    """Votes of words that are no names of places to be resolved: home words, adjectives, areas in other names."""
    pattern, hints = home_words()
    told = [hints[form] for form in sorted(set(pattern.findall(text)))]
    votes = Votes(_local(text, told))
    total = sum(hint.weight for hint in told)
    for hint in told:
        votes.countries[hint.country] += 2 * hint.weight / (total + 3)
    if address := re.search(r"\w\.([a-z]{2})(?:/|$)", outlet):
        votes.countries[{"uk": "GB"}.get(address[1], address[1].upper())] += 1.5
    taken = [(n.start, n.end) for n in names]
    for area, weight in _said_areas(f"{text}\n{outlet}", taken):
        votes.countries[area.country] += weight
        if area.admin1:
            votes.provinces[area] += weight
    return votes


def _local(text: str, told: Iterable[Hint]) -> dict[str, float]:
    """The share of each country in the words of local news, addresses and telephone numbers."""
    weights: dict[str, float] = defaultdict(float)
    for hint in told:
        weights[hint.country] += hint.weight * hint.local
    for shape in ADDRESSES:
        weights["US"] += 2.0 * bool(shape.search(text))
    total = sum(weights.values())
    return {country: weight / (total + 3) for country, weight in weights.items()}


def _said_areas(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[Area, float]]:
    """Countries and provinces in capitalised words outside the names to be resolved, each counted once."""
    covered: set[int] = set()
    for start, end in taken:
        covered.update(range(start, end))
    seen: set[str] = set()
    for match in CAPITALS.finditer(text):
        if match.start() in covered:
            continue
        words = match[0].split()[:8]
        for run in (" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2, 3)):
            if run not in seen:
                seen.add(run)
                yield from _area_votes(run)


def _area_votes(run: str) -> Iterator[tuple[Area, float]]:
    if run.endswith(".") and run in abbreviations():
        yield abbreviations()[run], 0.7
    elif area := people().get(key(run)):
        yield area, 0.5
    elif (found := areas().get(key(run))) and len(run) > 3:
        for area in found[:3]:
            yield area, 0.5 / len(found)


def outlet_towns(outlet: str) -> list[Toponym]:
    """The town that an outlet's name or address may be called after, as a name that votes but is not shown.

    >>> [t.name for t in outlet_towns("Odesa Evening Post")], [t.name for t in outlet_towns("www.sumytimes.example")]
    (['Odesa'], ['sumy'])
    """
    plain = re.sub(r"^(?:https?://)?(?:www\.)?|(?:\.[a-z]{2,})+(?:/.*)?$", "", outlet.strip())
    bare = " ".join(_paper_words().sub(" ", plain).split()).strip(" -.,")
    found = toponym(bare, 0, len(bare)) if len(bare) > 3 else None
    return [found] if found and any(e.kind == 0 for e in found.entries) else []


@cache
def _paper_words() -> re.Pattern[str]:
    """Words of newspapers' names, on their own or glued into an address."""
    nouns = sorted(words("outlet_words", "word"), key=len, reverse=True)
    return re.compile(rf"^the(?=\w{{5}})|(?:(?:{'|'.join(nouns)})s?)+(?=\W|$)|\b(?:the|of|and)\b", re.IGNORECASE)
