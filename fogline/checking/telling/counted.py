"""A number of a thing told twice and differently, in nearly the same words (C157).

Two passages of one voice that share what they speak of are held against each other where only the number differs: of
one noun with the same words before it, or of one measure or currency that each passage gives once. Silent where one
number may include, update or add to the other, where the passages leave over words behind one preposition ("in Juba",
"in Wau"), where the nearest name differs, and where days or places exclude each other. Ages and lengths of time belong
to other checks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.checking.counts.numbers import conflicting
from fogline.checking.story import Story, Verdict, capital, clean
from fogline.checking.telling.alike import Overlap, Word, Wording
from fogline.checking.telling.asserted import one_voice, plainly_told, same_mood
from fogline.checking.voices import OUTLET
from fogline.records import Finding, Quantity
from fogline.tables.lexicon_checks import check_words

LENGTHS = frozenset(("year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "time"))
TEMPLATES = frozenset(("percent", "percentage point", "point", "vote", "delegate", "seat", "poll"))  # told of many
SURE, SAME, ALIKE, BOTH = 0.8, 0.95, 0.85, 0.5
HEAVY = 4.0  # weight of the shared words
CAP = 120


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and where it stands."""

    quantity: Quantity
    word: Word


def two_numbers(wording: Wording) -> Iterator[Finding]:
    """C157: one voice gives one thing two numbers."""
    seen: set[tuple[int, int]] = set()
    for a, b in _pairs(wording):
        key = a.word.sentence, b.word.sentence
        if key not in seen and _at_odds(wording, a, b):
            seen.add(key)
            yield _finding(wording, a, b)


def _pairs(wording: Wording) -> Iterator[tuple[Figure, Figure]]:
    """Two figures of one unit in sentences that share something; two that are both told again are of two things."""
    for group in _figures(wording).values():
        told = Counter(f.quantity.low for f in group)
        for a, b in combinations(group[:CAP], 2):
            settled = min(told[f.quantity.low] for f in (a, b)) > 1
            if a.word.sentence != b.word.sentence and not settled and wording.near(a.word, b.word):
                yield a, b


def _figures(wording: Wording) -> dict[tuple[str, str | None], list[Figure]]:
    """The numbers that can be compared, by unit and noun."""
    kept = [q for q in wording.story.ledger.quantities if _comparable(wording.story, q)]
    units = [(q.unit, q.what) for q in kept]
    found: dict[tuple[str, str | None], list[Figure]] = defaultdict(list)
    for q, unit in zip(kept, units, strict=True):
        number = wording.story.number(q.start)
        at = next((k for k, t in enumerate(wording.tokens[number]) if t.quantity is q), None) if number >= 0 else None
        if units.count(unit) > 1 and at is not None:
            found[unit].append(Figure(q, Word(number, at)))
    return found


def _comparable(story: Story, q: Quantity) -> bool:
    if q.low is None or q.bound in ("vague", "range") or q.part_of is not None or q.high == 0:
        return False
    if q.unit in LENGTHS or q.what in ("age", "other", "more", "time"):
        return False
    around = story.text[max(0, q.start - 24) : q.end + 6]
    return not _added(around) and not check_words("update").search(around)


def _added(words: str) -> bool:
    """A number beside another ("another 20", "20 more"); "more than" opens a number."""
    return bool(check_words("extra").search(re.sub(r"\bmore than\b", "", words)))


def _at_odds(wording: Wording, a: Figure, b: Figure) -> bool:
    """The two numbers exclude each other, and the passages speak of one thing at one time."""
    if not conflicting(a.quantity, b.quantity) or not _same_noun(wording, a, b):
        return False
    overlap = wording.overlap(a.word, b.word)
    if not _one_thing(wording, a, b, overlap):
        return False
    spans = [wording.sentences[f.word.sentence] for f in (a, b)]
    plain = plainly_told(wording, a.word, b.word) and same_mood(wording, a.word, b.word)
    words = [wording.words(f.word, up_to_comma=True) for f in (a, b)]
    summed = [{m[0].lower() for m in check_words("cumulative").finditer(w)} - {"each"} for w in words]
    beside = summed[0] != summed[1] or any(_added(w) for w in words)
    return plain and not beside and one_voice(wording, a.word, b.word, overlap) and not wording.story.apart(*spans)


def _one_thing(wording: Wording, a: Figure, b: Figure, overlap: Overlap) -> bool:
    if not overlap.of_one_thing or overlap.weight < HEAVY:
        return False
    one_sided = bool(_days(wording, a)) != bool(_days(wording, b))
    floor = ALIKE if a.quantity.unit in TEMPLATES else BOTH if one_sided or len(overlap.shared) < 3 else 0.0
    return overlap.share >= SURE and overlap.least >= floor and _same_others(wording, a, b, overlap)


def _days(wording: Wording, figure: Figure) -> Sequence[tuple[str, str]]:
    return wording.story.days(wording.sentences[figure.word.sentence])


def _same_others(wording: Wording, a: Figure, b: Figure, overlap: Overlap) -> bool:
    """No other number of one unit differs between the two sentences ("of 542 voters ...", "of 459 voters ...").

    One of another unit may, where all else is the same ("four donations of 2 million", "two donations of 1 million").
    """
    here, there = (
        {(t.quantity.unit, t.quantity.low) for t in wording.tokens[f.word.sentence] if t.quantity}
        - {(f.quantity.unit, f.quantity.low)}
        for f in (a, b)
    )
    units = {unit for unit, _ in here} & {unit for unit, _ in there}
    free = overlap.least >= SAME and a.quantity.unit not in TEMPLATES
    weighed = {u for u in units if u == a.quantity.unit or not free}
    return {x for x in here if x[0] in weighed} == {x for x in there if x[0] in weighed}


def _same_noun(wording: Wording, a: Figure, b: Figure) -> bool:
    """Every word between the number and its noun stands in the other sentence too."""
    words = [{t.key for t in wording.tokens[f.word.sentence] if t.counts} for f in (a, b)]
    inside = [
        {t.key for t in wording.tokens[f.word.sentence] if t.counts and f.quantity.start <= t.start < f.quantity.end}
        for f in (a, b)
    ]
    return inside[0] <= words[1] and inside[1] <= words[0]


def _finding(wording: Wording, a: Figure, b: Figure) -> Finding:
    voice = wording.story.voice_at(a.quantity.start)[0]
    who = "The report" if voice == OUTLET else capital(wording.story.voices.name(voice))
    first, second = (clean(wording.story.words((f.quantity.start, f.quantity.end))) for f in (a, b))
    verdict = Verdict(
        "C157", "contradiction", "number", "medium",
        f"{who} gives {first}, and of the same thing, in nearly the same words, {second}.",
        f"both passages say “{_told(wording, a)}” but for the number",
        "a second thing of the same kind, or a count of another day",
    )  # fmt: skip
    return wording.story.finding(verdict, [(f.quantity.start, f.quantity.end) for f in (a, b)])


def _told(wording: Wording, figure: Figure) -> str:
    return re.sub(r"^[\s,.]+|[\s,.]+$", "", clean(wording.words(figure.word)))
