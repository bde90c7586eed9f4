"""Shapes in which place names stand: after "in", before ", Texas" or "County", before "police", and said again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from fogline.tables import gazetteer
from fogline.tables.place_words import abbreviations, areas, calendar, features, people, regions, words
from fogline.tables.toponym_keys import key

Spot = tuple[int, int]
NAME = r"[A-Z][\w’'-]+(?:\s+(?:(?:al|el|de|la|az|ez|ad|ar)[ -])?[A-Z][\w’'-]+){0,3}"
ONE = r"(?:[Aa]l[- ]|[Ee]l[- ])?[A-Z][\w’'-]+(?:[ -](?:(?:al|el|de|la|az|ez|ad|ar)[ -])?[A-Z][\w’'-]+)?"
LOCATIVE = re.compile(
    r"\b(?:(?P<firm>[Ii]n|[Nn]ear|[Aa]t|[Aa]round|[Oo]utside|[Ii]nside|[Aa]cross|[Bb]etween|"
    r"(?:(?:north|south)(?:east|west)?|east|west|village|city|town|port|suburb|province|region|district"
    r"|villages|cities|towns|ports|suburbs|provinces|districts) of)|"
    r"from|out of|"
    r"to|into|over|off|towards?|through|throughout|on the|along the|hit|struck|shelled|bombed|attacked|seized|"
    r"captured|recaptured|liberated|entered|reached|left|controls?|controlled|besieged|pounded|bombarded|invaded|raided|stormed|targeted|pounding|"
    r"shelling|bombing|storming|targeting|retook|retaking|overran|isolate|encircled|"
    r"control of|capture of|liberation of|fall of|loss of)"
    rf"\s+(?:the\s+)?(?P<name>{NAME})"
)
BETWEEN = re.compile(rf"\bbetween\s+(?:the\s+)?{NAME}\s+and\s+(?:the\s+)?(?P<name>{NAME})")
# "in Idlib, Sarmin and Binnish": the rest of a list, up to words that can follow a place
TAIL = re.compile(
    rf"(?P<middle>(?:,\s+(?:the\s+)?{ONE})*),?\s+(?:and|or)\s+(?:the\s+|in\s+)?(?P<last>{ONE})"
    r"(?=[.,;:)\n]|\s+(?:in|on|after|when|where|were|was|are|have|has|had|over|during|by|before|as|with|since|for"
    r"|took|at|last|this|from|until|again|while|overnight|early|late|yesterday|today)\b|$)"
)
RUN = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*")
# What is moved to, and the second of two names behind "at": strong enough for a name that nobody knows.
TRAVELLED = re.compile(
    r"\b(?:mov|advanc|flee|fled|march|travel|retreat|deploy|return|withdr|head|sent|driv|flew|pushed)\w*\b[^.;,\n]{0,40}?\b"
    r"(?:to|from|into)\s+$|\b(?:at|in|near|between|from|around)\s+[A-Z][\w’'-]+(?:,\s+[A-Z][\w’'-]+)*,?\s+and\s+$"
)
# What is done to ground and hardly to people: enough for a name that nobody knows.
TAKEN = re.compile(
    r"\b(?:overran|overrun|recaptured|retook|retaken|besieged|encircled|shelled|bombarded|stormed|fled|"
    r"(?:took|taken|seized|lost|regained|gained|retain(?:s|ed)?|in) (?:(?:full|partial|complete) )?control of|"
    r"(?:battle|siege|recapture) (?:of|for)|(?:advanc(?:ed|es|ing)|march(?:ed|ing)) (?:on|towards?|to)|"
    r"(?:withdr(?:ew|awn|awing)|retreat(?:ed|ing)) from|pull(?:ed|ing) out of)"
    rf"\s+(?:(?:both|nearby|neighbouring)\s+)?(?P<name>{ONE})(?:\s+and\s+(?P<other>{ONE}))?"
    r"(?=[.,;:)\n]|\s+(?:in|on|after|when|where|were|was|during|by|before|as|with|since|for|from|at|last|this|and|until|"
    r"again|while|overnight|early|late|yesterday|today|to|without|earlier)\b|$)"
)
BEFORE_AREA = re.compile(rf"(?P<name>{NAME}),\s+(?P<area>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]+)?)")
SIZEABLE = 10_000  # people: a name that the parser takes for something else is believed to be such a town's


@lru_cache(maxsize=2)
def locatives(text: str) -> tuple[re.Match[str], ...]:
    """The names behind "in", "near", "captured" of the report at hand, with what stands before each."""
    return tuple(LOCATIVE.finditer(text))


def after_locatives(text: str) -> Iterator[tuple[Spot, int]]:
    """Names after "in", "near", "the village of" that the gazetteer knows, each with the people it needs to have."""
    for match in (*locatives(text), *BETWEEN.finditer(text)):
        for cut in _cuts(match["name"]):
            if sizeable(cut):
                yield (match.start("name"), match.start("name") + len(cut)), SIZEABLE
                break


def said_to_be_somewhere(text: str) -> frozenset[str]:
    """The names that stand right after "in", "near", "at" and the like anywhere, and their shorter forms."""
    found = [m["name"] for m in locatives(text) if m["firm"]]
    found += [m["name"] for m in BETWEEN.finditer(text)]
    return frozenset(cut for name in found for cut in _cuts(name))


def in_lists(text: str) -> Iterator[Spot]:
    """The other members of "in Idlib, Sarmin and Binnish": places of the first one's country, or sizeable towns.

    One that nobody knows is a place too if it stands in the midst of them.
    """
    for match in locatives(text):
        tail = TAIL.match(text, match.end("name")) if sizeable(match["name"]) else None
        for one in re.finditer(ONE, text[tail.start() : tail.end("last")]) if tail else ():
            name, at = re.sub(r"['’]s?$", "", one[0]), match.end("name") + one.start()
            amid = tail and at < tail.start("last") and _listed(match["name"], tail["last"])
            if _listed(match["name"], name) or (amid and not gazetteer.lookup(name)):
                yield at, at + len(name)


def _listed(first: str, name: str) -> bool:
    """True for a name that is a place of the first one's country, or a sizeable town anywhere."""
    if key(name) in people() or key(name) in calendar():
        return False
    lands = {e.country for e in gazetteer.lookup(first)[:3] if e.kind < 2}
    return known(name, SIZEABLE) or any(e.kind < 2 and e.country in lands for e in gazetteer.lookup(name))


@cache
def _of_a_country() -> re.Pattern[str]:
    kinds = "|".join(
        sorted({*(w for w, k in features("before").items() if k != "river"), *words("facility_words", "word")})
    )
    return re.compile(
        rf"\b(?P<people>[A-Z][\w-]+)\s+(?:[a-z-]+\s+){{0,3}}?(?:{kinds})s?\s+of\s+(?:the\s+)?(?P<name>{NAME})"
    )


def of_a_country(text: str) -> Iterator[Spot]:
    """The name in "the Syrian border town of Dabiq": a place of that country, whoever knows it."""
    for match in _of_a_country().finditer(text):
        if key(match["people"]) in people():
            yield match.span("name")


def unknown_in_areas(text: str) -> Iterator[Spot]:
    """The name in "mortars hit Tal Mishraq, Iraq": no gazetteer has it, but its area stands behind it."""
    for match in locatives(text):
        area = BEFORE_AREA.match(text, match.start("name"))
        named = area and (areas().get(key(area["area"])) or areas().get(key(area["area"].split(".")[0])))
        ends = area and re.match(
            r"[.,;:)\n]|\s+(?:on|in|at|after|before|when|where|with|by|and|as|to)\b|$", text[area.end() :][:9]
        )
        if area and named and ends and area["name"] == match["name"] and not gazetteer.lookup(match["name"]):
            yield match.span("name")


def taken_ground(text: str) -> Iterator[Spot]:
    """The names in "overran Masisi and Walikale", "fled Zalambessa", whoever knows them."""
    for match in TAKEN.finditer(text):
        for part in ("name", "other"):
            name = match[part]
            if name and key(name) not in people() and key(name) not in calendar() and not gazetteer.lookup(name):
                yield match.span(part)


def moved_to_or_hit(text: str) -> frozenset[str]:
    """The names of sizeable towns that stand after "from", "to", "struck" and the like, which take persons as well."""
    found = (m["name"] for m in locatives(text) if not m["firm"])
    return frozenset(cut for name in found for cut in _cuts(name) if known(cut, SIZEABLE))


def named_regions(text: str) -> Iterator[Spot]:
    """Seas, rivers and world regions wherever they are named."""
    for run in RUN.finditer(text):
        at = [(m.start() + run.start(), m.end() + run.start()) for m in re.finditer(r"\S+", run[0])][:12]
        for i, (start, _) in enumerate(at):
            ends = [end for _, end in at[i : i + 4]]
            if end := next((e for e in reversed(ends) if key(text[start:e]) in regions()), None):
                yield start, end


def before_areas(text: str) -> Iterator[Spot]:
    """The town in "Lewisburg, W.Va." and "Palencia, Spain": known to lie in the area named after it."""
    for match in BEFORE_AREA.finditer(text):
        area = match["area"]
        if key(match["name"]) in regions():
            continue
        short = abbreviations().get(area) or abbreviations().get(area.split()[0])
        found = (short,) if short else areas().get(key(area)) or areas().get(key(area.split()[0])) or ()
        for cut in _heads(match["name"]):
            if any(_lies_in(e, a.country, a.admin1) for e in gazetteer.lookup(cut) for a in found):
                yield match.end("name") - len(cut), match.end("name")
                break


def _lies_in(entry: gazetteer.Entry, country: str, admin1: str | None) -> bool:
    return entry.country == country and entry.feature != "PCLI" and admin1 in (None, entry.admin1)


@cache
def _areas_by_kind() -> re.Pattern[str]:
    kinds = ("ADM1", "ADM2", "river", "water", "sea")
    nouns = sorted((w.capitalize() for w, kind in features("after").items() if kind in kinds), key=len, reverse=True)
    small = r"(?:(?:ad|al|el|ar|as|ash|az|an|at|ez|es|ud|de|la|du|del|da|do)[ -])?"
    return re.compile(rf"[A-Z][\w’'-]+(?:[ -]{small}[A-Z][\w’'-]+){{0,2}}?\s+(?:{'|'.join(nouns)})\b")


def named_with_their_kind(text: str) -> Iterator[Spot]:
    """Names like "Licking County" and "Kharkiv Oblast" wherever they stand, if the gazetteer has them so."""
    for match in _areas_by_kind().finditer(text):
        for cut in _heads(match[0]):
            if " " in cut and (any(e.kind < 2 for e in gazetteer.lookup(cut)) or _is_division(cut)):
                yield match.end() - len(cut), match.end()
                break


def _is_division(words: str) -> bool:
    """As in "Salah ad Din Province": the gazetteer has the division under its bare name."""
    name, _, kind = words.rpartition(" ")
    wanted = features("after").get(kind.lower())
    return wanted in ("ADM1", "ADM2") and any(e.kind < 2 and e.feature == wanted for e in gazetteer.lookup(name))


@cache
def _owners() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, words("town_nouns", "word")), key=len, reverse=True))
    return re.compile(rf"(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}}?)\s+(?:{nouns})\b")


def before_town_nouns(text: str) -> Iterator[Spot]:
    """The town in "Hopkinton Police Department" and "Sumy residents", that people or services are named after."""
    for match in _owners().finditer(text):
        for cut in _heads(match["name"]):
            if known(cut, 1000):
                yield match.end("name") - len(cut), match.end("name")
                break


def said_again(text: str, spots: Iterable[Spot]) -> Iterator[Spot]:
    """Every other occurrence of the names that were found."""
    names = sorted({text[a:b] for a, b in spots if b - a > 3}, key=len, reverse=True)[:400]
    if names:
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w|-\w)")
        yield from (match.span() for match in pattern.finditer(text))


def sizeable(name: str) -> bool:
    """True for the name of a place of some size, also where that is not the gazetteer's first name for it.

    >>> sizeable("Misrata"), sizeable("Zzyrkovo")
    (True, False)
    """
    return known(name) or known(name, SIZEABLE)


def known(name: str, least: int = 0) -> bool:
    """True for a name that the gazetteer has as it stands, for a place of at least so many people.

    >>> known("Sumy"), known("March"), known("Russian")
    (True, False, False)
    """
    if len(name) < 4 or key(name) in people() or key(name) in calendar():
        return False
    return any(e.kind <= (least > 0) and e.population >= least for e in gazetteer.lookup(name))


def _cuts(name: str) -> Iterator[str]:
    """The words, then without the last one, and so on."""
    while name:
        yield re.sub(r"['’]s?$", "", name)
        name = name.rpartition(" ")[0].rstrip()


def _heads(name: str) -> Iterator[str]:
    """The words, then without the first one, and so on."""
    while name:
        yield name
        name = name.partition(" ")[2].lstrip()
