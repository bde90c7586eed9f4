"""Which names are the same: one type for a form throughout the report, surnames to full names, acronyms to long names.

The model guesses at each occurrence anew; the report as a whole knows better ("Trump" is a person if "Donald Trump"
stands elsewhere, "President X" is never an organisation).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from fogline.reading.mentions_spots import GUESSED, PARTICLES, SHIP, Spot, clean
from fogline.reading.mentions_votes import form, kinds_of_names
from fogline.reading.place_patterns import known
from fogline.tables import actors, phrases
from fogline.tables.actor_words import MARKED_SECTORS, given_names, sector_modifiers

ACRONYM = re.compile(
    r"(?:['’]s?)?\s*\(\s*[“\"'‘]?(?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+)?([A-Z][A-Za-z&-]*[A-Z][A-Za-z]*s?)[”\"'’]?\s*\)"
)
FIRMS = frozenset({"News", "TV", "Television", "Radio", "Company", "Corporation", "Corp", "Inc", "Ltd", "Airlines"})
LOCATIVE = re.compile(r"\b(?:in|at|near|around|outside|inside|across|over|towards?|through|into)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class People:
    """Full names of the report's people by each of their words, with where they stand."""

    by_word: Mapping[str, Sequence[tuple[int, str]]]
    longest: Mapping[str, str]  # by compared form: "abu jandal" -> "Abu Jandal al-Harbi", where both are told

    def named(self, word: str, at: int) -> str | None:
        """The full name that a single word stands for: the last one before, else the first one after."""
        found = self.by_word.get(word, ())
        if not found:
            return None
        last = bisect_right(found, (at, "\uffff")) - 1
        name = found[max(0, last)][1]
        alone = len({name for _, name in found}) == 1 and word in _given()
        return name if last >= 0 or alone or name.endswith(f" {word}") else None


@cache
def _given() -> frozenset[str]:
    return frozenset(name.lower() for name in given_names())


def settled(spots: Sequence[Spot], text: str) -> tuple[Spot, ...]:
    """The spots with one type a form and one key an entity, and every further occurrence of their names."""
    kinds = kinds_of_names(spots, text)
    people = _people(spots, kinds)
    keyed = [_settle(spot, kinds, people, text) for spot in spots]
    keyed = _with_countries(keyed, text)
    known = _acronyms(keyed, text)
    keyed = [replace(s, key=known[s.name]) if s.name in known and s.by != actors.COUNTRY else s for s in keyed]
    return tuple(sorted((*keyed, *_swept(keyed, text, known)), key=lambda s: (s.start, -s.end)))


def _people(spots: Sequence[Spot], kinds: Mapping[str, str]) -> People:
    named = [s for s in spots if s.by in GUESSED and " " in s.name and kinds[form(s.name)] == "person"]
    longest: dict[str, str] = {}
    for name in sorted({s.name for s in named}, key=lambda n: (n.count(" "), n)):
        for parts in range(2, name.count(" ") + 2):
            longest[form(" ".join(name.split(" ")[:parts]))] = name
    by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for spot in named:
        words = _name_words(longest.get(form(spot.name), spot.name)) or [form(spot.name)]
        for word in dict.fromkeys(words):
            by_word[word].append((spot.start, _person_key(words)))
    return People(by_word, longest)


def _person_key(words: Sequence[str]) -> str:
    return f"person {words[0]} {words[-1]}"


def _name_words(name: str) -> list[str]:
    """The words of a person's name without particles and initials.

    >>> _name_words("Bashar al-Assad"), _name_words("John R. Smith")
    (['bashar', 'assad'], ['john', 'smith'])
    """
    words = re.findall(r"[^\s-]+(?:-[^\s-]+)*", re.sub(r"\b([Aa]l|[Ee]l)-", "", name.lower()))
    return [w for w in words if len(w.rstrip(".")) > 1 and w not in PARTICLES]


def _settle(spot: Spot, kinds: Mapping[str, str], people: People, text: str) -> Spot:
    words = _name_words(spot.name if spot.by in GUESSED else clean(text[spot.start : spot.end]))
    full = people.named(words[0], spot.start) if len(words) == 1 else None
    if spot.by not in GUESSED:
        return _known(spot, full, text)
    kind = kinds[form(spot.name)]
    table = actors.known_actors().get(spot.name) or _without_country(spot.name)
    located = kind == "place" and LOCATIVE.search(text[max(0, spot.start - 12) : spot.start])
    if full and kind in ("person", "organisation", "other", "group", "place") and not located:
        return replace(spot, type="person", key=full, sector=None)
    if kind == "person":
        words = _name_words(people.longest.get(form(spot.name), spot.name))
        return replace(spot, type="person", key=_person_key(words) if words else form(spot.name), sector=None)
    if table is not None and table.kind == actors.GROUP:
        return replace(spot, type=table.type, country=table.country, sector=table.sector, key=f"group {table.name}")
    kind = spot.type if spot.sector else kind
    return replace(spot, type=kind, sector=sector_of_name(spot.name, spot.sector), key=f"{form(spot.name)}")


def _without_country(name: str) -> actors.Actor | None:
    """The table's body in "United States Treasury Department", if it is that country's."""
    first = next(actors.known_actors().find(phrases.words(name)), None)
    if first is None or first.start or first.value.kind not in (actors.COUNTRY, actors.DEMONYM):
        return None
    found = actors.known_actors().get(name[first.end :].strip())
    return found if found and found.country == first.value.country else None


def _known(spot: Spot, full: str | None, text: str) -> Spot:
    """A table's name, unless it is a surname of the report's people ("Wagner", "Abrams", "Jordan")."""
    before = text[max(0, spot.start - 12) : spot.start]
    plain = spot.by in (actors.GROUP, actors.COUNTRY, actors.SEAT, "weapon") and text[spot.start].isupper()
    if full is None or not plain or LOCATIVE.search(before) or before.lower().endswith("the "):
        return spot
    return Spot(spot.start, spot.end, clean(text[spot.start : spot.end]), "person", "ner", key=full)


def sector_of_name(name: str, sector: str | None) -> str | None:
    """The sector that a body's own words give: a defence ministry is MIL, an intelligence service SPY.

    >>> sector_of_name("Ukrainian Defence Ministry", "GOV"), sector_of_name("Ministry of Health", "GOV")
    ('MIL', 'GOV')
    """
    found = [sector_modifiers().get(word.lower()) for word in name.split()]
    if sector not in (None, "GOV"):
        return "COP" if sector == "MIL" and "COP" in found else sector
    return next((s for s in found if s in MARKED_SECTORS), sector)


def _with_countries(spots: Sequence[Spot], text: str) -> list[Spot]:
    """Bodies get the country that stands in their name, or directly before it; the key tells two of them apart."""
    return [_with_country(spots, n, text) for n in range(len(spots))]


def _with_country(spots: Sequence[Spot], n: int, text: str) -> Spot:
    spot = spots[n]
    if spot.type not in ("government", "force", "organisation", "group") or spot.country or spot.sector == "IGO":
        return spot
    country = _inner_country(spots, n) or _possessor(spots, n, text)
    if country is None or spot.by not in (*GUESSED, actors.GROUP):
        committee = spot.by in GUESSED and spot.type in ("government", "organisation") and spot.sector is None
        inside = spots[n + 1] if committee and n + 1 < len(spots) else None
        sector = inside.sector if inside and inside.start == spot.start and inside.sector == "IGO" else spot.sector
        return replace(spot, type="organisation", sector=sector) if committee else spot
    name = spot.name if spot.by in GUESSED else f"{actors.adjective(country) or country} {spot.name}"
    return replace(spot, country=country, key=f"{spot.key} {country}", name=name)


def _inner_country(spots: Sequence[Spot], n: int) -> str | None:
    inside = (s for s in spots[n + 1 : n + 4] if s.end <= spots[n].end)
    return next((s.country for s in inside if s.by in (actors.COUNTRY, actors.DEMONYM)), None)


def _possessor(spots: Sequence[Spot], n: int, text: str) -> str | None:
    """The country in "Ukraine's Defence Ministry" or "the Russian Navy" written apart."""
    for before in reversed(spots[max(0, n - 3) : n]):
        between = text[before.end : spots[n].start]
        if before.by in (actors.COUNTRY, actors.DEMONYM, actors.GROUP) and re.fullmatch(r"(?:['’]s?)?\s+", between):
            return before.country
    return None


def _acronyms(spots: Sequence[Spot], text: str) -> dict[str, str]:
    """Acronyms that the report itself explains: "Islamic State (IS)"."""
    found: dict[str, str] = {}
    for spot in spots:
        match = ACRONYM.match(text, spot.end) if spot.by != actors.DEMONYM else None
        if match and (initials(spot.name, match[1]) or initials(text[spot.start : spot.end], match[1])):
            found.setdefault(match[1], spot.key)
    return found


def initials(name: str, acronym: str) -> bool:
    """True if an acronym's capitals stand, in order, in the name."""
    letters = iter(name.lower())
    return " " in name and all(c in letters for c in acronym.lower().rstrip("s"))


def short_form(spot: Spot) -> str | None:
    """The telling word of a firm's or ship's name, by which a report goes on to call it; None if ambiguous."""
    if spot.by not in GUESSED:
        return None
    if spot.type == "vessel":
        short = SHIP.sub("", spot.name)
        return short if short != spot.name else None
    if spot.type == "force" and ", " in spot.name:  # the 3rd Battalion, of the 5th Regiment
        return spot.name.partition(", ")[0]
    first, _, rest = spot.name.partition(" ")
    free = (
        rest in FIRMS and not known(first) and first not in given_names() and actors.known_actors().get(first) is None
    )
    return first if free and first[0].isupper() else None


def _swept(spots: Sequence[Spot], text: str, acronyms: Mapping[str, str]) -> Iterator[Spot]:
    """The occurrences of known names that nothing had found."""
    forms: phrases.Phrases[Spot] = phrases.Phrases()
    for spot in spots:
        if spot.by in GUESSED and (len(spot.name) > 2 and spot.name[0].isupper()):
            forms.add(spot.name, spot)
            if short := short_form(spot):
                forms.add(short, replace(spot, name=short))
            surname = spot.name.rsplit(" ", 1)[-1]
            if spot.type == "person" and len(surname) > 2 and surname[0].isupper():
                forms.add(surname, replace(spot, name=surname))
    by_key = {spot.key: spot for spot in reversed(spots)}
    for acronym, key in acronyms.items():
        forms.add(acronym, replace(by_key[key], name=acronym))
    starts = sorted((s.start, s.end) for s in spots)
    for match in forms.find(phrases.words(text)):
        at = bisect_right(starts, (match.end, -1))
        if all(end <= match.start for _, end in starts[max(0, at - 4) : at]):
            yield replace(match.value, start=match.start, end=match.end)
