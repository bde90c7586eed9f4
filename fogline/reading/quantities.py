"""How many, of what, in which role, as the words say it (ledger.md, "Quantities")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from fogline.models.parse import Parse
from fogline.reading.quantities_measures import Counting
from fogline.reading.quantities_nouns import counting
from fogline.reading.quantities_numbers import numbers
from fogline.reading.quantities_parts import Sides, Voices, as_of, people_told_off, totals
from fogline.reading.quantities_roles import Context, premodifier_role, role, siblings
from fogline.reading.quantities_traps import Around, counts_nothing, date_spans
from fogline.records import Quantity, Reading, Report, Sentence, identify

LINK = re.compile(
    r"(?:\s+(?:in|on|last|this)\s+\w+|\s+\w+)?[\s,]*(?:up |down |compared )?"
    r"(?:from|to|with|against|and|or|than|out of|of)\s+"
    r"(?:the\s+)?(?:an? )?(?:\w+ )?"
    r"|\s+(?:on|in|last|this)\s+[\w-]+,?(?:\s+and|,)\s+(?:another\s+)?|,\s*(?:then\s+|later\s+)?"
)
REVISED = re.compile(  # "93 dead, up from 77", "15 killed, correcting an earlier figure of 13"
    r"[^.;!?\n]{0,110}?\b(?:(?:up|down)\s+from|(?:earlier|initial|previous|first|original|official|preliminary|provisional|"
    r"last)\s+(?:count|figure|toll|tally|estimate|number|total)s?\s+of|(?:having|had)?\s*(?:earlier|previously|first|initially|"
    r"originally)\s+(?:announced|reported|said|given|gave|counted|stated|claimed|put\s+(?:it|the\s+\w+)\s+at))\s+"
    r"(?:the\s+)?(?:an?\s+)?"
)
THINGS_MET = re.compile(  # "six missiles, adding that four were intercepted"
    r"\s+(?:(?:others?|more|of\s+them)\s+)?(?:were|was|had\s+been|have\s+been|got)\s+(?:\w+ly\s+)?(?:intercepted|downed|shot\s+down|"
    r"destroyed|damaged|sunk|jammed|launched|fired|seized|recovered|repelled|neutralised|neutralized|flattened|hit)\b"
)
FIGURE = re.compile(
    r"\b(?:figure|toll|tally|count|number|total)s?,?\s+(?:(?:which|that)\s+)?includ(?:es|ed|ing)\s+$", re.I
)
ANOTHER_DEED = re.compile(r",?\s+(?:and|while|but)\s+(?:\w+\s+)?\w+(?:ed|ing|t|en)\s+(?:another\s+)?")
FINITE = re.compile(r"\s+(?:(?:others?|more)\s+)?(?:were|was|are|is|have|has|had)\b")
REST = re.compile(r"\b(?:the|its|their|all)\s+(?:remaining|other)\s+$", re.I)


def find_quantities(report: Report, parse: Parse, so_far: Reading) -> tuple[Quantity, ...]:
    """Every count and measure of the report, in order: how many (with its bound), of what, whose, in which role.

    Works sentence by sentence over the words; the parse only helps to find the head of a noun phrase, so that a wrong
    arc never gives people a role. Offsets are code points of ``report.text``.
    """
    found = tuple(_remainders(report.text, tuple(_countings(report.text, parse, so_far))))
    out: list[Quantity] = []
    around = Sides(so_far), Voices(so_far.claims)
    for sentence, group in groupby(found, key=lambda c: _sentence_of(so_far.sentences, c.start)):
        out += _taken_up(report.text, out, list(_in_sentence(report, so_far, sentence, tuple(group), around)))
    return tuple(out)


def _taken_up(text: str, told: Sequence[Quantity], new: list[Quantity]) -> list[Quantity]:
    """As in "The figure includes 12 soldiers": a part of the toll told in the sentence before."""
    whole = next((q for q in reversed(told) if q.unit == "person" and q.role), None)
    first = new[0] if new else None
    if whole is None or first is None or first.unit != "person" or first.role:
        return new
    lead = FIGURE.search(text[max(0, first.start - 60) : first.start]) and first.start - whole.end < 200
    return [replace(first, role=whole.role, part_of=whole.id), *new[1:]] if lead else new


def _countings(text: str, parse: Parse, so_far: Reading) -> Iterator[Counting]:
    dates, end = date_spans(so_far.times), 0
    for number in numbers(text):
        if number.start < end or counts_nothing(Around(text, parse, dates, number)):
            continue
        found = counting(text, parse, number)
        if found:
            end = found.number.end
            yield found


def _remainders(text: str, found: Sequence[Counting]) -> Iterator[Counting]:
    """As in "40 boats ...; the other 28 sank": a remainder without a noun counts what was counted before it."""
    last: Counting | None = None
    for one in found:
        rest = one.unit is None and REST.search(text[max(0, one.start - 16) : one.number.core[0]])
        yield replace(_like(one, last), end=one.end) if rest and last else one
        last = one if one.kind == "count" and one.unit else last


def _sentence_of(sentences: Sequence[Sentence], at: int) -> Sentence | None:
    k = bisect_right(sentences, at, key=lambda s: s.start) - 1
    return sentences[k] if k >= 0 else None


def _in_sentence(
    report: Report,
    so_far: Reading,
    sentence: Sentence | None,
    found: tuple[Counting, ...],
    around: tuple[Sides, Voices],
) -> Iterator[Quantity]:
    text = report.text
    edges = (sentence.start, max(sentence.end, found[-1].end)) if sentence else (0, len(text))
    wholes = totals(text, found)
    roles = siblings(text, found, _of_parts(found, wholes, [_own_role(text, edges, c) for c in found]))
    settled = _settled(text, found, roles, wholes)
    ids = [identify("quantity", report.id, c.start, c.end) for c in settled]
    sides, voices = around
    kept = {i for i, c in enumerate(settled) if c.unit}
    for i in sorted(kept):
        one, whole = settled[i], wholes[i]
        number = one.number
        yield Quantity(
            ids[i], one.start, one.end, number.low, number.high, number.bound, one.unit or "", one.what,
            role=roles[i] if one.person else None,
            side=sides.side(text, one) if one.kind == "count" else None,
            civilian=one.civilian,
            part_of=ids[whole] if whole in kept and whole is not None else None,
            as_of=as_of(text, one, so_far.times),
            claim=voices.claim(one.start, one.end),
        )  # fmt: skip


def _own_role(text: str, edges: tuple[int, int], one: Counting) -> str | None:
    """The role that the words around one number give; only people, or numbers that say no noun, have one."""
    if one.kind not in ("count", "bare") or not (one.person or one.unit is None or one.what == "life"):
        return None
    before = text[max(edges[0], one.start - 160) : one.start]
    after = text[one.end : min(edges[1], one.end + 120)]
    inside = premodifier_role(text[slice(*one.premodifiers)]) if one.premodifiers[1] else None
    return role(Context(replace(one, role=inside or one.role), before, after))


def _of_parts(found: Sequence[Counting], wholes: Sequence[int | None], roles: list[str | None]) -> list[str | None]:
    """As in "three of the five soldiers died", "300 of a population of 9,000 fled": it befell the three and the 300."""
    out = list(roles)
    for i, whole in enumerate(wholes):
        if (
            whole is not None and whole < i and not out[i] and found[i].person
        ):  # "9 dead, three boys among them, and 4 hurt"
            out[i] = out[whole]
        if whole == i + 1 and roles[whole] != found[whole].role:
            out[i], out[whole] = roles[i] or roles[whole], found[whole].role
    return out


def _settled(
    text: str, found: tuple[Counting, ...], roles: list[str | None], wholes: list[int | None]
) -> list[Counting]:
    """Numbers without a noun take their unit from their role, their total, or the number they stand beside."""
    out = list(found)
    for i in range(len(out)):
        whole = wholes[i]
        if whole is not None and whole < i and not roles[i]:
            roles[i] = roles[whole]
        if out[i].unit is None and roles[i]:
            alike = i and out[i - 1].person and ANOTHER_DEED.fullmatch(text[out[i - 1].end : out[i].start])
            out[i] = replace(_like(out[i], out[i - 1]) if alike else out[i], unit="person", kind="count")
        if whole is not None:
            told_off = whole < i and people_told_off(out[whole], out[i])
            out[i] = replace(out[i], unit="person") if told_off else _like(out[i], out[whole])
        if out[i].unit is None and not roles[i] and THINGS_MET.match(text, out[i].end):
            met = next((one for one in reversed(out[:i]) if one.unit and one.kind == "count" and not one.person), None)
            out[i] = _like(out[i], met) if met else out[i]
        if i and out[i].unit is None and _linked(text, out[i - 1], out[i]):
            own = FINITE.match(text, out[i].end)  # "12 drowned and 30 were rescued"
            out[i], roles[i] = _like(out[i], out[i - 1]), roles[i] or (None if own else roles[i - 1])
    for i in range(len(out) - 1):
        if out[i].unit is None and _linked(text, out[i], out[i + 1]):
            out[i], roles[i] = _like(out[i], out[i + 1]), roles[i] or roles[i + 1]
    return out


def _like(one: Counting, other: Counting) -> Counting:
    """A number without a noun counts what the other one counts."""
    if one.unit is not None or other.unit is None:
        return one
    what, civilian = one.what or other.what, other.civilian if one.civilian is None else one.civilian
    return replace(one, unit=other.unit, what=what, kind=other.kind, civilian=civilian)


def _linked(text: str, left: Counting, right: Counting) -> bool:
    """As in "rose to 41 from 38 missiles", "20 and 30 trucks": two numbers of one kind."""
    between = text[left.end : right.start]
    return bool(LINK.fullmatch(between) or REVISED.fullmatch(between))
