"""Whose people they are, which total holds which part, as of when, and in whose words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from fogline.reading.quantities_measures import Counting
from fogline.records import Claim, Entity, Mention, Reading, Timex

INCLUDING = re.compile(
    r"\b(?:includ(?:ing|es|ed)|among (?:them|whom|the (?:dead|victims|wounded|injured|missing|killed))"
    r"(?: (?:were|are|was))?|(?<=[,;(]\s)of (?:whom|which|them|those)|comprising|made up of"
    r"|consisting of|counting)\b,?\s*(?:(?:at least|about|some)\s+"
    r"|an?\s+(?:\w+\s+){1,2}and\s+(?:(?:his|her|their)\s+)?)?$",
    re.I
)  # fmt: skip
PART_AFTER = re.compile(
    r"\s+(?:of\s+(?:them|whom|those|these|which)\b|(?:seriously|critically|severely|gravely|lightly)\b)", re.I
)
OF_WHICH = re.compile(r"\bof\s+(?:the|its|their|those|his|some)?\s*$", re.I)
WHOLE_AFTER = re.compile(
    r"(?:\s+\w+)?\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|his\s+|some\s+|an?\s+)?(?:[\w-]+(?:['’]s?)?\s+)?"
    r"(?:(?:[\w-]+\s+)?(?:population|total|strength|staff|workforce|crew)\s+of\s+)?$",
    re.I,
)
LIST_GAP = re.compile(
    r"(?:\s+in\s+[A-Z][\w’'-]+)?\s*(?:[\w’'-]+\s+){0,3}?(?:,|and|,\s*and|as well as|plus)\s*"
    r"(?:another|a further|an additional)?\s*",
    re.I,
)
LISTED = re.compile(r"[^.;:!?]{0,60}(?::|\s[—–-])\s*(?:(?:the|at least|about|some)\s+)?", re.I)
LIST_END = re.compile(r"(?:\s+(?:of|from|in|and)?\s*[\w’'-]+){0,6}\s*(?:[.;)!?,]|[—–]|\n|$)")
AS_OF = re.compile(r"\b(?:as of|as at|as from|by|up to)\s+$", re.I)
COUNTRY_TYPES = ("country", "government", "place")


def totals(text: str, found: Sequence[Counting]) -> list[int | None]:
    """For each counting the index of the total that it is part of, or None."""
    out: list[int | None] = []
    for i in range(len(found)):
        out.append(_total(text, found, out, i))
    return _of_the(text, found, out)


def _total(text: str, found: Sequence[Counting], out: Sequence[int | None], i: int) -> int | None:
    this = found[i]
    if this.kind not in ("count", "bare") or i == 0:
        return None
    sentence = text[found[i - 1].end : this.start]
    if INCLUDING.search(text[max(0, this.start - 60) : this.start]) or PART_AFTER.match(text, this.number.end):
        return _antecedent(text, found, out, i)
    if OF_WHICH.search(text[max(0, found[i - 1].start - 12) : found[i - 1].start]) and re.fullmatch(
        r"[^.,;]*,\s*", sentence
    ):
        return i - 1 if this.unit in (None, found[i - 1].unit) and _large_enough(found[i - 1], this) else None
    if out[i - 1] is not None and LIST_GAP.fullmatch(sentence):
        return out[i - 1]
    return i - 1 if _told_off(text, found, i) else None


def _told_off(text: str, found: Sequence[Counting], i: int) -> bool:
    """As in "14 people died: eight dockers and five firemen": the first of a list behind a colon or dash."""
    whole, this, last = found[i - 1], found[i], i
    dead = re.match(r"\s+(?:dead|killed|wounded|injured|missing|hurt)\b", text[whole.end : whole.end + 12])
    if not LISTED.fullmatch(text[whole.end : this.start]) or not (whole.unit or dead):
        return False
    while last + 1 < len(found) and LIST_GAP.fullmatch(text[found[last].end : found[last + 1].start]):
        last += 1
    parts = found[i : last + 1]
    people = replace(whole, unit="person") if dead else whole
    fit = all((_same_kind(people, p) or people_told_off(people, p)) and _large_enough(whole, p) for p in parts)
    return last > i and fit and bool(LIST_END.match(text, parts[-1].end))


def _antecedent(text: str, found: Sequence[Counting], out: Sequence[int | None], i: int) -> int | None:
    """The nearest earlier number of the same kind that is large enough and not itself a part."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if re.search(r"[.!?]\s+[A-Z“\"]", text[found[k].end : found[i].start]) and k < i - 1:
            return None
        fits = out[k] is None and _same_kind(found[k], found[i])
        if fits and _large_enough(found[k], found[i]):
            return k
    said = (
        out[i - 1] is None and _same_kind(found[i - 1], found[i]) and len(text[found[i - 1].end : found[i].start]) < 40
    )
    return i - 1 if said else None


def _large_enough(whole: Counting, part: Counting) -> bool:
    top = whole.number.high if whole.number.high is not None else float("inf")
    return top >= (part.number.low or 0)


def people_told_off(whole: Counting, part: Counting) -> bool:
    """As in "12 people: five dockers ...": among people, a noun that no table knows names people too."""
    return whole.unit == "person" and part.kind == "count" and part.unit == part.what


def _same_kind(whole: Counting, part: Counting) -> bool:
    if whole.kind not in ("count", "bare"):
        return False
    if whole.unit == "case" and part.unit == "person":
        return True
    return whole.unit is None or part.unit is None or whole.unit == part.unit


def _of_the(text: str, found: Sequence[Counting], out: list[int | None]) -> list[int | None]:
    """As in "three of the five soldiers", "20 out of 30 drones": the second holds the first."""
    for i in range(len(found) - 1):
        between = text[found[i].number.end : found[i + 1].start]
        if (
            out[i] is None
            and found[i].kind in ("count", "bare")
            and WHOLE_AFTER.fullmatch(between + "")
            and _large_enough(found[i + 1], found[i])
        ):
            out[i] = i + 1
    return out


class Sides:
    """Entities by where they are mentioned, to say whose people a number counts."""

    def __init__(self, so_far: Reading) -> None:
        self._mentions: tuple[Mention, ...] = so_far.mentions
        self._starts = [m.start for m in so_far.mentions]
        self._entities: dict[str, Entity] = {e.id: e for e in so_far.entities}

    def side(self, text: str, found: Counting) -> str | None:
        """The country code or entity id that the counted noun phrase names, or its "of" phrase after it."""
        of = re.match(r"\s+(?:of|from|belonging to|with)\s+(?:the\s+)?", text[found.end : found.end + 30])
        stretches = [(found.number.end, found.end)]
        if of and found.kind == "count":
            stretches.append((found.end + of.end(), found.end + of.end() + 1))
        for start, end in stretches:
            for mention in self._between(start, end):
                entity = self._entities.get(mention.entity)
                themselves = mention.end >= found.end > mention.start
                code = (entity.country if themselves else _code(entity)) if entity else None
                if code:
                    return code
        return None

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end - 1)
        return self._mentions[first:last]


def _code(entity: Entity) -> str | None:
    """A people or a state by its country, a group or force by its own id; places where people only are say nothing."""
    if entity.type in ("country", "government"):
        return entity.country or entity.id
    if entity.type in ("group", "organisation", "force"):
        return entity.id
    return entity.country if entity.type in ("person", "other") else None


def as_of(text: str, found: Counting, times: Sequence[Timex]) -> str | None:
    """The date up to which the number was counted: "as of Friday", "by 6 December" straight before or after it."""
    first = bisect_left(times, found.start - 60, key=lambda t: t.start)
    last = bisect_right(times, found.end + 60, key=lambda t: t.start)
    for time in times[first:last]:
        leads = AS_OF.search(text[max(0, time.start - 12) : time.start])
        near = time.start - found.end if time.start >= found.end else found.start - time.end
        between = text[found.end : time.start] if time.start >= found.end else text[time.end : found.start]
        if leads and time.value and near < 60 and not re.search(r"[.;!?]\s", between):
            return time.value if re.match(r"\d{4}(-\d\d(-\d\d)?)?$", time.value) else None
    return None


class Voices:
    """The innermost claim around a place in the text."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        spans = [(s.start, s.end, c.id) for c in claims for s in c.content]
        self._spans = sorted(spans, key=lambda s: (s[0], -s[1], s[2]))
        self._starts = [s[0] for s in self._spans]

    def claim(self, start: int, end: int) -> str | None:
        """The id of the shortest claim span that covers the characters."""
        last = bisect_right(self._starts, start)
        around = [s for s in self._spans[max(0, last - 40) : last] if s[1] >= end]
        return min(around, key=lambda s: (s[1] - s[0], -s[0], s[2]))[2] if around else None
