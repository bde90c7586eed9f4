"""One place name in its sentence: the form to look up, what stands beside it, and what that says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.tables import gazetteer
from fogline.tables.caseless import quick
from fogline.tables.gazetteer import TOWNS, Entry
from fogline.tables.gazetteer_build import GENERIC
from fogline.tables.place_words import (
    Area,
    abbreviations,
    all_abbreviations,
    areas,
    features,
    people,
    site_ending,
    words,
)
from fogline.tables.toponym_keys import key

COMPASS = re.compile(
    r"(?:(?:far|deep)[ -])?(?:(?:north|south)[ -]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|mid|upper|lower|"
    r"inner|outer|rural)\s+",
    re.IGNORECASE,
)
COMPASS_BEFORE = quick(rf"(?:^|[\s(“\"]){COMPASS.pattern}(?:the\s+)?$")
WITHIN_TOWN = re.compile(
    r"(?:downtown|greater|metropolitan|metro|uptown|midtown|inner-city|suburban)\s+", re.IGNORECASE
)
OF = re.compile(r"(?:the\s+)?(?:\w+\s+)?(\w+)\s+of\s+", re.IGNORECASE)
NEXT = re.compile(
    r"\s*(?:,?\s*in(?=\s+(?:the\s+)?[A-Z])|,\s*(?:the|an?)\s+(?:[a-z-]+\s+){1,4}?(?:of|in)(?=\s)|,|\()\s*"
    r"(?:the\s+)?((?:[A-Z][\w.’'-]*|and|of)(?:\s+(?:[A-Z][\w.’'-]*|and|of|the)){0,4})"
)
WORD_AFTER = re.compile(r"(?:['’]s)?[\s-]+([A-Za-z]+)")
OF_BEFORE = re.compile(r"(\w+)\s+of\s+(?:the\s+)?$")
NEAR = quick(
    r"(?:\b(?:near|around|outside|off|close to|not far from|on the outskirts of|in the vicinity of|nearby|towards?|"
    r"north|south|east|west|(?:north|south)[ -]?(?:east|west)) (?:of )?)(?:the )?(?:(?:city|town|village|port) of )?$"
)
AWAY = quick(
    r"(\d+(?:[.,]\d+)?)[\s-]*(km|kilomet(?:er|re)s?|miles?|mi)\b[^;\n]{0,40}?\b(?:of|from|outside)\s+(?:the\s+)?$"
)
BORDER = re.compile(r"[\s-]border\s+(?:area|region|zone|district)s?\b")
OUTSKIRTS = re.compile(r"(?:['’]s?)?\s+(?:[a-z-]+\s+)?(?:suburbs?|outskirts|countryside)\b")
OWNED = re.compile(r"\b([A-Z][\w-]+)\s+(?:[a-z-]+\s+){1,5}?of\s+(?:the\s+)?$")  # "the Syrian border town of"
DISTANT = re.compile(  # "the village of Safina, about 45km (28 miles) south of Mosul"
    r",?\s+(?:(?:some|about|around|roughly|nearly)\s+)?(\d+)[\s-]?(km|kilomet(?:er|re)s?|miles?)\b(?:\s*\([^)]*\))?\s+"
    r"(?:(?:to the\s+)?[a-z-]+\s+of|from|outside)\s+([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)"
)
SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}
OTHER_NAME = re.compile(  # "in Oslo, the UN Envoy", "in Oslo, the U.S. envoy": no country that Oslo lies in
    r",\s*the\s+(?:United\s+\w+|\S+)\s+(?!States|Kingdom|Republic|Islands|Emirates|Coast|African|Arab)"
    r"(?!(?:and|or|in|on|at|by|where|as|to|for|from|after|before|during|when|while|since|until|with|which|who|that)\b)\w"
)
OPENING = re.compile(r"(?:^|[.!?”\"]\s+|\n\s*)(?:In|At|Near|Outside|From)\s+$")
SUBJECT = re.compile(r",\s+(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z]\w*)?\s+(?!and\b|or\b)[a-z]")
ACTS = re.compile(r"\s+(?:will|would|has|have|had|said|says|could|may|might|must|should|did|does|remains?|wants?)\b")
SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s")
STATE_AFTER = re.compile(r",\s*([A-Z]{2})\b(?!\w)")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name with its entries and what its sentence says of it.

    ``part`` is True for a part of the named area ("eastern Ukraine") and ``side`` which, if the span says so ("e",
    "ne", "c"); ``site`` for a site known only by its town ("Aleppo University"); ``near_km`` the distance from the
    name ("20 km west of"; 15 for "near"); ``within`` the areas that the words after the name put it in; ``lost`` is
    True for a name that no gazetteer has, with the area that its sentence puts it in for want of better.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    feature: str | None = None
    within: tuple[Area, ...] = ()
    near_km: float | None = None
    part: bool = False
    side: str = ""
    site: bool = False
    lost: bool = False

    @property
    def sense(self) -> tuple[str, str, str]:
        """What has to be equal for two names to mean the same place."""
        return key(self.name), self.feature or "", repr(self.within)


def toponym(text: str, start: int, end: int) -> Toponym:
    """The name at a span, looked up in the simplest of its forms that the gazetteer knows."""
    surface = _written_out(text[start:end])
    surface, inner = _split(surface)
    before, after = text[max(0, start - 80) : start], text[end : end + 80]
    led, surface = _led(surface)
    whole, part = surface, bool(COMPASS.match(surface)) and not gazetteer.lookup(surface)
    if part:
        surface = COMPASS.sub("", surface)
    side = _side(whole[: len(whole) - len(surface)]) if part else ""
    part = part or bool(COMPASS_BEFORE.search(before))
    base, entries, seen, site = _forms(WITHIN_TOWN.sub("", surface))
    feature = led or seen or _beside(before, after)
    if BORDER.match(after):
        feature, part = "ADM1", True
    opens = OPENING.search(before) and SUBJECT.match(after)  # "In Ankara, Egypt said ..."
    state = any(e.feature == "PCLI" and e.kind == 0 for e in entries)
    within = inner or (() if opens else _within(after))
    if state and not any(area.admin1 for area in within):
        within = ()  # "in Turkey, the United States said": one state is not in another
    within = within or (() if state else _owner(before))
    held_by = _town_beside(text[start:end], after, entries) if site or not entries else ()
    if held_by:
        return Toponym(start, end, text[start:end], held_by, within=within, site=True, lost=True)
    if not entries and not within and (far := DISTANT.match(after)) and (town := _towns(far[3])):
        return Toponym(start, end, base, town, near_km=_kilometres(far[1], far[2]), lost=True)
    if within and all(_too_small_and_elsewhere(e, within) for e in entries):
        lost = tuple(e for area in within for e in _of_area(area))
        return Toponym(start, end, base, lost, within=within, lost=True)
    return Toponym(start, end, base, entries, feature, within, _near(before, after), part, side, site)


def _side(words: str) -> str:
    """Which side a compass word names: "far north-eastern" is "ne", "central" "c", "rural" none.

    >>> _side("far north-eastern "), _side("central"), _side("rural ")
    ('ne', 'c', '')
    """
    low = words.lower()
    return "".join(s[0] for s in ("north", "south", "east", "west") if s in low) or ("c" if "central" in low else "")


def _owner(before: str) -> tuple[Area, ...]:
    """The country in "the Syrian border town of Dabiq", where the gazetteer does not know its Dabiq otherwise."""
    match = OWNED.search(before)
    area = people().get(key(match[1])) if match else None
    kind = match and set(match[0].lower().split()) & {*features("before"), *words("facility_words", "word"), "base"}
    return (area,) if area and kind else ()


def _town_beside(surface: str, after: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The town of a site in "the Harbour Museum in Tripoli": no gazetteer has the site, so its town stands for it."""
    match = NEXT.match(after)
    if not match or not site_ending().search(f" {surface}") or any(e.population > 50_000 for e in entries):
        return ()
    return tuple(e for e in _towns(match[1]) if e.population > 10_000)


def _towns(words_there: str) -> tuple[Entry, ...]:
    """The towns named by the longest run of words from the left."""
    pieces = words_there.split()
    runs = (" ".join(pieces[:n]) for n in range(len(pieces), 0, -1))
    states = any(area.admin1 is None for area in _areas_named(words_there))
    return (
        ()
        if states
        else next((t for run in runs if (t := tuple(e for e in gazetteer.lookup(run) if e.feature in TOWNS))), ())
    )


def _kilometres(amount: str, unit: str) -> float:
    value = float(amount.replace(",", "."))
    return value * 1.609344 if unit.lower().startswith("mi") else value


def _too_small_and_elsewhere(entry: Entry, within: tuple[Area, ...]) -> bool:
    """A small town in another country than the one that the sentence names: not the place meant."""
    town = entry.feature == "PPL" and entry.population < 20_000
    return town and entry.country not in {area.country for area in within}


def _written_out(words: str) -> str:
    """Without line breaks and the possessive; "Loudon Co." as a county, "W. Columbia" as West."""
    plain = re.sub(r"['’]s?$", "", " ".join(words.split()))
    plain = re.sub(r"(?<=[a-z]) Co\.?$", " County", plain)
    match = re.match(r"([NSEW])\. (?=[A-Z][a-z])", plain)
    return SIDES[match[1]] + plain[match.end() - 1 :] if match else plain


def _split(surface: str) -> tuple[str, tuple[Area, ...]]:
    """The town, and where it says it lies, in "London, Ontario" given as one name."""
    head, comma, rest = surface.partition(",")
    if comma and head.strip() and not gazetteer.lookup(surface):
        return head.strip(), _areas_named(rest.strip())
    return surface, ()


def _led(surface: str) -> tuple[str | None, str]:
    """The kind and the name in "the village of Rudka"."""
    match = OF.match(surface)
    kind = features("before").get(match[1].lower()) if match else None
    if match and kind and not gazetteer.lookup(surface):
        return kind, surface[match.end() :]
    return None, surface


def _forms(surface: str) -> tuple[str, tuple[Entry, ...], str | None, bool]:
    """The form found, its entries, the kind of place its last word names, and whether only its town was found."""
    if short := all_abbreviations().get(surface) or all_abbreviations().get(surface + "."):
        return surface, tuple(entry for area in short for entry in _of_area(area)), None, False
    if found := gazetteer.lookup(surface):
        return surface, found, _last_word(surface), False
    name = surface.rpartition(" ")[0]
    kind = _last_word(surface)
    if kind and (found := gazetteer.lookup(name) or _divisions(name)):
        return name, found, kind, False
    if area := people().get(key(surface)):
        return surface, _of_area(area), None, False
    town = site_ending().sub("", site_ending().sub("", surface))
    if town != surface and (found := gazetteer.lookup(town)):
        return town, found, None, True
    return surface, gazetteer.similar(surface), None, False


def _divisions(name: str) -> tuple[Entry, ...]:
    """Provinces and districts of a name without its Arabic article ("Al-Raqqa" province)."""
    bare = re.sub(r"^(?:al|el|an|ar|as|ash|ad|at|az|ed|es)[- ](?=\S{3})", "", name, flags=re.IGNORECASE)
    found = gazetteer.lookup(bare) if bare != name else ()
    return tuple(e for e in found if e.feature in ("ADM1", "ADM2"))


def _last_word(surface: str) -> str | None:
    last = surface.rpartition(" ")[2].lower() if " " in surface else ""
    return features("after").get(last) if last != "city" else None


def _of_area(area: Area) -> tuple[Entry, ...]:
    if area.admin1 is None:
        found = gazetteer.country(area.country)
        return (found,) if found else ()
    name = gazetteer.admin1_name(area.country, area.admin1) or ""
    return tuple(e for e in gazetteer.lookup(name) if Area(e.country or "", e.admin1) == area and e.feature == "ADM1")


def _beside(before: str, after: str) -> str | None:
    """The kind of place said right after the name ("Kharkiv region") or before it ("the village of")."""
    match = WORD_AFTER.match(after)
    word = match[1].lower() if match else ""
    if word in features("after"):
        return features("after")[word]
    match = OF_BEFORE.search(before) if "of" in before[-12:] else None
    word = match[1].lower() if match else ""
    return features("before").get(word) or features("before").get(re.sub(r"ies$", "y", word).removesuffix("s"))


def _within(after: str) -> tuple[Area, ...]:
    """The areas that the words after a name put it in: ", Texas", ", La.", " (Donetsk region)", " in Donetsk"."""
    code = STATE_AFTER.match(after)
    if code and code[1] in abbreviations():
        return (abbreviations()[code[1]],)
    match = NEXT.match(after)
    if match is None or OTHER_NAME.match(after) or ACTS.match(after, match.end()):
        return ()
    rest = SENTENCE_END.split(match[1])[0]
    areas_there = _areas_named(rest)
    holder = re.match(r"(?:[\w.]+\s+){1,2}?(?=[A-Z]\w)", rest)  # ", U.S. Envoy ..." is the envoy's country, no town's
    if holder and all(a.admin1 is None for a in areas_there) and _areas_named(holder[0].strip()) == areas_there:
        return ()
    return areas_there


def _areas_named(words: str) -> tuple[Area, ...]:
    """The areas named by the longest run of words from the left."""
    pieces = words.split()
    for n in range(len(pieces), 0, -1):
        run = " ".join(pieces[:n])
        short = abbreviations().get(run)
        found = (short,) if short else areas().get(key(run)) or areas().get(GENERIC.sub("", key(run)))
        if found:
            return found
    return ()


def _near(before: str, after: str) -> float | None:
    """How far from the name: 15 km for "near" and its suburbs, the distance itself for "20 km west of"."""
    if away := AWAY.search(before):
        return _kilometres(away[1], away[2])
    return 15.0 if NEAR.search(before) or OUTSKIRTS.match(after) else None
