"""Short definite phrases ("the ministry", "the group", "this barbaric group") that the words before them resolve.

Conservative on purpose: a wrong link puts deeds at the wrong door. Two groups in the nearest sentence give no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.mentions_entities import MANY
from fogline.reading.mentions_spots import GUESSED, Spot
from fogline.reading.mentions_words import KINDS

BODIES = ("government", "organisation", "country", "group", "force")
NEAR = 3  # sentences back for "the ministry"
DEFINITE = re.compile(r"\b(?:the|this|that|these|those)\s+$")
LIKE = {
    "group": ("group",), "militia": ("group", "force"), "movement": ("group",), "faction": ("group",),
    "organisation": ("organisation", "group"), "organization": ("organisation", "group"), "party": ("group",),
    "alliance": ("organisation",), "bloc": ("organisation",), "company": ("organisation",),
    "agency": ("organisation", "government"), "military": ("force",), "army": ("force",),
    "watchdog": ("organisation",), "charity": ("organisation",), "newspaper": ("organisation",),
    "broadcaster": ("organisation",),
}  # fmt: skip
SOLDIERS = re.compile(r"\b(?:Army|Armed Forces|Military)\b")
CALLED = {  # whom alone such a word may mean, by the name
    "army": SOLDIERS, "military": SOLDIERS, "alliance": re.compile(r"Atlantic Treaty|Alliance|Coalition"),
    "bloc": re.compile(r"Union|Bloc|Community|ASEAN|Mercosur"),
}  # fmt: skip
ARMED = frozenset({"group", "organisation", "organization", "movement", "militia", "outfit"})
BLAMED = frozenset({
    "barbaric", "vile", "brutal", "murderous", "ruthless", "violent", "evil", "genocidal", "notorious", "outlawed",
    "banned", "proscribed", "sunni", "shia", "shiite", "separatist", "paramilitary", "deadly", "so-called",
})  # fmt: skip
UNTIED = "untied"  # what found "the group" alone, which is nobody unless it is tied to a name


def definites(spots: Sequence[Spot], parse: Parse, offices: Mapping[str, Sequence[str]]) -> Iterator[Spot]:
    """The spots, where "the ministry", "the president", "the group" take the entity that the words before name.

    ``offices`` maps a person's key to the office words that the report gives them.
    """
    held: list[Spot] = []
    for spot in spots:
        if spot.kind == "nominal" and _bare_definite(parse, spot):
            found = _counted(held, parse, spot) if MANY.match(spot.name) else _earlier(held, parse, spot, offices)
            spot = _same(spot, found) if found else spot  # noqa: PLW2901
        held.append(spot)
        yield spot


def _same(spot: Spot, found: Spot) -> Spot:
    codes = (spot.country or found.country, found.sector if found.type in BODIES else spot.sector)
    name = found.name if found.type in BODIES else spot.name
    return replace(spot, key=found.key, country=codes[0], sector=codes[1], name=name, by="nominal")


def _bare_definite(parse: Parse, spot: Spot) -> bool:
    before = parse.text[max(0, spot.start - 6) : spot.start].lower()
    if re.match(r"\s+of\b|-(?:elect|designate)", parse.text[spot.end : spot.end + 12]):
        return False
    described = _plain(parse, spot) or bool(MANY.match(spot.name)) if " " in spot.name else True
    return described and DEFINITE.search(before) is not None


def _plain(parse: Parse, spot: Spot) -> bool:
    """True for "the barbaric group", "this terrorist organisation": only words that are said of armed groups."""
    *before, last = parse.tokens(spot.start, spot.end)
    return parse.lemmas[last] in ARMED and all(parse.lower(k) in KINDS | BLAMED for k in before)


def _earlier(held: Sequence[Spot], parse: Parse, spot: Spot, offices: Mapping[str, Sequence[str]]) -> Spot | None:
    word = parse.lemmas[parse.tokens(spot.start, spot.end)[-1]]
    oldest = _sentence_of(parse, spot.start) - NEAR
    many = parse.tags[parse.tokens(spot.start, spot.end)[-1]] in ("NNS", "NNPS")
    near = [s for s in held[-80:] if _sentence_of(parse, s.start) >= oldest and s.key != spot.key]
    for fits in (_same_word, _same_office, _same_kind, _any_body):
        fitting = [s for s in near if fits(s, word, offices) and not (many and s.type == "person")]
        if fitting and word in ARMED and fits is not _same_word:
            return _only_one(parse, fitting, spot, word)
        if fitting:
            return fitting[-1]
    return None


def _counted(held: Sequence[Spot], parse: Parse, spot: Spot) -> Spot | None:
    """The two men: the last two men told of."""
    oldest = _sentence_of(parse, spot.start) - NEAR
    near = (s for s in reversed(held[-80:]) if _sentence_of(parse, s.start) >= oldest)
    return next((s for s in near if s.kind == "nominal" and s.name.lower() == spot.name.lower()), None)


def _only_one(parse: Parse, fitting: Sequence[Spot], spot: Spot, word: str) -> Spot | None:
    """The one group of the nearest sentence that names any, unless "a group" of others stands between."""
    nearest = _sentence_of(parse, fitting[-1].start)
    keys = {s.key for s in fitting if _sentence_of(parse, s.start) == nearest}
    between = parse.text[fitting[-1].end : spot.start]
    others = re.search(rf"\b(?:an?|another|one)\s+(?:[\w-]+\s+){{0,2}}{word}\b", between, re.IGNORECASE)
    return fitting[-1] if len(keys) == 1 and not others else None


def _same_word(spot: Spot, word: str, _offices: Mapping[str, Sequence[str]]) -> bool:
    """A name or longer phrase with the same noun: "the Odesa port authority" ... "the authority"."""
    named = spot.type in (*BODIES, "person", "facility", "vessel", "event")
    words = spot.name.lower().split(" of ")[0].split()
    return named and " " in spot.name and words[-1] in (word, word + "s") and spot.kind in ("name", "nominal")


def _same_office(spot: Spot, word: str, offices: Mapping[str, Sequence[str]]) -> bool:
    return spot.type == "person" and spot.kind == "name" and word in offices.get(spot.key, ())


def _same_kind(spot: Spot, word: str, _offices: Mapping[str, Sequence[str]]) -> bool:
    if spot.kind != "name" or spot.by in ("demonym", "people") or spot.type not in LIKE.get(word, ()):
        return False
    return word not in CALLED or CALLED[word].search(spot.name) is not None


def _any_body(spot: Spot, word: str, _offices: Mapping[str, Sequence[str]]) -> bool:
    """The group, of a body that no table knows for anything else ("the League of Free Fighters"), or of an NGO."""
    free = spot.sector == "NGO" or (spot.sector is None and spot.by in GUESSED)
    return spot.kind == "name" and spot.type == "organisation" and free and word in ARMED


def _sentence_of(parse: Parse, at: int) -> int:
    n = bisect_left(parse.ends, at + 1)
    return parse.sent_of[min(n, len(parse) - 1)] if parse.sents else 0
