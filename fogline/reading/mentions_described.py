"""Descriptions tied to the one they describe: "our ally Turkey", "X is an Iraqi general", "X, a militia based in Y".

A second entity for the same actor splits what the report says of it. A description is tied where its place beside the
name and the parse agree; where only one of them speaks for it, it stays its own entity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.mentions_spots import GUESSED, Spot
from fogline.reading.mentions_words import UNSURE

FRIENDS = frozenset({"ally", "partner", "neighbour", "neighbor", "rival", "enemy", "foe", "opponent", "adversary"})
LANDS = frozenset({"nation", "country", "republic", "member", "state", "kingdom"})
BODIES = ("group", "organisation", "force", "government", "country")
IS = frozenset({"be", "become", "remain"})
NAMED_AS = frozenset({"appoint", "name", "know", "describe", "serve", "elect", "install", "designate", "act", "work"})
APPOSED = re.compile(r"(?:\s*\([^()]*\)|\[\d+\])*,\s+(?:an?\s+|the\s+|one\s+of\s+the\s+)?")
BESIDE = re.compile(r"[^\S\n]+(?P<called>(?:also\s+)?(?:known\s+as|called|named)\s+(?:the\s+)?)?[“\"‘']?")
ONE = re.compile(r"\b[Aa]n?\s+$")
NAMED = re.compile(r"[,.;:)]|\s(?:in|said|on)\b|$")
ENDS = re.compile(r"\s*(?:[,.;)”\"]|(?:that|which|who|based|led|known|active|in|of|from|for|on|at|with)\b)")


def described(parse: Parse, spots: Sequence[Spot]) -> list[Spot]:
    """The spots, where a description has the key of the name that it describes."""
    names = [s for s in spots if s.kind in ("name", "metonym", "pronoun") and s.by != "demonym" and s.type != "weapon"]
    at_head = {_head(parse, s): s for s in reversed(names)}
    starts = {s.start: s for s in reversed(names)}
    return [_described(parse, spot, starts, at_head) for spot in spots]


def _described(parse: Parse, spot: Spot, starts: Mapping[int, Spot], at_head: Mapping[int, Spot]) -> Spot:
    if spot.kind != "nominal" or not parse.parsed or spot.key.startswith("person "):
        return spot
    head = _head(parse, spot)
    if parse.tags[head] not in ("NN", "NNP"):
        return spot
    name = (
        _beside(parse, spot, head, starts)
        or _is_said_of(parse, spot, head, at_head)
        or _apposed(parse, spot, head, at_head)
        or _behind_comma(parse, spot, head, starts)
    )
    return _tied(spot, name) if name is not None and _fits(parse, spot, head, name) else spot


def _head(parse: Parse, spot: Spot) -> int:
    """The token of a spot whose arc leads out of it."""
    tokens = parse.tokens(spot.start, spot.end)
    out = (i for i in reversed(tokens) if parse.heads[i] not in tokens or parse.heads[i] == i)
    return next(out, tokens[-1]) if tokens else -1


def _beside(parse: Parse, spot: Spot, head: int, starts: Mapping[int, Spot]) -> Spot | None:
    """The name right behind: "the German company X", "a group called X", unless it begins a clause of its own."""
    gap = BESIDE.match(parse.text, spot.end)
    name = starts.get(gap.end()) if gap else None
    if gap is None or name is None or name.kind != "name":
        return None
    if gap["called"]:
        one = ONE.search(parse.text[max(0, spot.start - 4) : spot.start])
        return name if "known" in gap["called"] or one or _goes_on(parse, gap.start("called"), name) else None
    last = _head(parse, name)
    tied = parse.heads[last] == head or parse.heads[head] == last or parse.heads[head] == parse.heads[last]
    apart = parse.deps[last] in ("nsubj", "nsubjpass") and parse.heads[head] != last and parse.heads[last] != head
    return name if tied and not apart else None


def _goes_on(parse: Parse, called: int, name: Spot) -> bool:
    """The man called X fled: the parse takes "called" for a participle, and a verb follows the name."""
    participle = parse.tokens(called, called + 1)
    after = parse.tokens(name.end, name.end + 2)
    verb = bool(after) and parse.tags[after[0]] in ("VBD", "VBZ", "VBP", "MD")
    return verb and bool(participle) and parse.deps[participle[0]] == "acl"


def _is_said_of(parse: Parse, spot: Spot, head: int, at_head: Mapping[int, Spot]) -> Spot | None:
    """X is an Iraqi general, X was named as the commander: the subject of the verb that the description completes."""
    verb, part = parse.heads[head], parse.deps[head]
    if part == "pobj" and parse.lower(verb) == "as" and parse.lemmas[parse.heads[verb]] in NAMED_AS:
        verb = parse.heads[verb]
    elif part not in ("attr", "nsubj") or parse.lemmas[verb] not in IS:
        return None
    wanted = ("attr",) if part == "nsubj" else ("nsubj", "nsubjpass")
    other = next((k for k in parse.children(verb, *wanted)), None)
    if other is None or parse.child(verb, "neg") is not None:
        return None
    other = parse.heads[verb] if parse.tags[other] == "WP" and parse.deps[verb] == "relcl" else other
    told = parse.text[min(parse.ends[other], spot.end) : max(spot.start, parse.starts[other])]
    name = at_head.get(other)
    reversed_pair = part == "nsubj" and (name is None or name.kind != "name" or spot.type != "person")
    return None if reversed_pair or re.search(r"\b(?:not|no|never)\b", told) else name


def _behind_comma(parse: Parse, spot: Spot, head: int, starts: Mapping[int, Spot]) -> Spot | None:
    """The French envoy, X: a name between commas that the parse takes for an apposition, too."""
    name = starts.get(spot.end + 2) if parse.text.startswith(", ", spot.end) else None
    if name is None or name.kind != "name" or not NAMED.match(parse.text, name.end):
        return None
    last = _head(parse, name)
    return name if parse.deps[last] == "appos" and parse.heads[last] == head else None


def _apposed(parse: Parse, spot: Spot, head: int, at_head: Mapping[int, Spot]) -> Spot | None:
    """X, a militia from Y: an apposition by the parse and by its commas."""
    name = at_head.get(parse.heads[head]) if parse.deps[head] == "appos" else None
    if name is None or name.kind != "name" or name.end > spot.start:
        return None
    between = parse.text[name.end : spot.start]
    return name if APPOSED.fullmatch(between) and ENDS.match(parse.text, spot.end) else None


def _fits(parse: Parse, spot: Spot, head: int, name: Spot) -> bool:
    lemma = parse.lemmas[head].lower()
    if name.type == "country":
        return lemma in FRIENDS | LANDS
    if spot.type == "person" or name.type == "person":
        return spot.type == name.type and lemma not in FRIENDS
    return name.type in BODIES and (spot.type in BODIES and lemma not in LANDS)


def _tied(spot: Spot, name: Spot) -> Spot:
    """The description under the name's key; it adds codes to names that no table knows, but no label to a person."""
    open_name = name.by in GUESSED or name.kind == "pronoun"
    past = re.match(r"(?:\w+\s)*?(?:former|ex|one-time|retired|late|then)\b", spot.name)
    unsure = name.type == "person" and (past or spot.sector in UNSURE)
    sector = name.sector or (spot.sector if open_name and not unsure else None)
    if name.by in GUESSED and name.type != "person" and spot.sector in UNSURE:
        sector = spot.sector  # an insurgent group called the Army of ...: no state's army
    country = name.country or (spot.country if open_name else None)
    return replace(spot, key=name.key, type=name.type, country=country, sector=sector)
