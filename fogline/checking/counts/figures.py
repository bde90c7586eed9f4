"""Every figure of a report, also where its noun is understood: "nine were taken to Lille, six to Lens".

The ledger's quantities have a noun or a unit; lists go on without ("the Turkish hospital received 48"). A figure is a
number in the text with what the ledger knows of it. Days, times, ages, scores and designations are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fogline.checking.story import Story, per_story
from fogline.checking.voices import OUTLET
from fogline.records import Quantity
from fogline.tables.lexicon_checks import check_words
from fogline.tables.lexicon_numbers import (
    alternatives,
    counted_nouns,
    designations,
    irregular_plurals,
    modifiers,
    number_words,
    singular,
)

DIGITS = r"(?<![\w.,:/–—-])(?<![-‑])\d{1,3}(?:,\d{3})+(?![\w,]\d)|(?<![\w.,:/–—‑-])\d+(?:\.\d+)?(?![\d:/%]|[.,]\d)"
OTHER_WORD = re.compile(
    r"[-‑–—]\w|st\b|nd\b|rd\b|th\b"
    r"|\s*(?:a\.?m\b|p\.?m\b|o[’']clock|years? old|in the (?:morning|afternoon|evening)\b|at night\b)",
    re.I,
)
OF_DAY = re.compile(r"^\s+(?:in the (?:morning|afternoon|evening)|at night)\b")
AGE = re.compile(
    r"\b(?:children|kids|those|were|are|girls|boys|infants|pupils|child)\s+(?:aged\s+)?under $"
    r"|\baged? $|\baged? of $|[-–—]$"
)
BARE = re.compile(
    r"\s*(?:[.,;:!?)”\"—–]|$)|\s+(?:of|in|at|to|for|from|on|with|by|and|or|as|who|which|that|than|were|was|are|is|have"
    r"|had|has|did|do|can|could|will|would|may|might|must|more|others?|remaining|each|per|a|an|the|no|not|there|here"
    r"|when|while|after|before|between|went|came|still|said|also|it|they|he|she|we|because|since|under|over|into)\b"
)
ENDS_LIKE_A_PLURAL = re.compile(r"[a-z’'-]*[^su’']s$")
IS_ONE = re.compile(r"\s+(?:of them\s+)?(?:were|are)\s+(men|women|children|boys|girls|civilians|soldiers)\b(?![-‑])")
SUFFERS = re.compile(
    r"^[^.;,:]*\b(?:lost their lives|died|(?:were|was|been) (?:killed|wounded|injured|hurt|arrested|rescued))\b", re.I
)
NO_PLURAL = frozenset(
    ("was", "is", "has", "his", "its", "this", "does", "always", "perhaps", "as", "us", "yes", "thus")
)
THEN = re.compile(r"\s+(?:last|this|next|the\s+\w+)\s+(?:year|month|week|quarter)\b")
EXACTLY = ("a total of", "exactly", "precisely", "only", "just")
TAKEN_UP = re.compile(r"(?:(?:Its|Their)\s+\w+|It|They)\s+(?:put|gave|said|counted|listed|named|set|placed)\b")
NO_NOUN = ("today", "tomorrow", "yesterday", "tonight", "now")
ARTICLE_BEHIND = re.compile(r"\s+[a-z][\w-]*(?:\s+[a-z][\w-]*)?,?\s+and\s+(?P<one>an?|one)\s+[a-z]")
ARTICLE_BEFORE = re.compile(r"\b(?P<one>[Aa]n?|[Oo]ne)\s+[a-z][\w-]*(?:\s+(?!and\b)[a-z][\w-]*)?\s+and\s+$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text: its value, what it counts (None: understood), its sentence, whether it is exact."""

    start: int
    end: int
    value: float
    noun: str | None
    unit: str | None
    exact: bool
    number: int
    quantity: Quantity | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where the number stands."""
        return self.start, self.end


@per_story
def figures(story: Story) -> list[Figure]:
    """All figures of a report, in the order of the text."""
    text, taken = story.text, _Spans([(t.start, t.end) for t in story.ledger.times])
    told = sorted(story.ledger.quantities, key=lambda q: q.start)
    starts = [q.start for q in told]
    found: list[Figure] = []
    for m in _pattern().finditer(text):
        k = bisect_right(starts, m.start()) - 1
        quantity = told[k] if k >= 0 and told[k].start <= m.start() < told[k].end else None
        if taken.hold(m.start(), m.end()) or not _is_count(text, m, quantity):
            continue
        found.append(_figure(story, m, quantity))
    return found


class _Spans:
    """Whether a passage lies within one of some spans."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def hold(self, start: int, end: int) -> bool:
        k = bisect_right(self._spans, (start, 1 << 60)) - 1
        return any(a <= start and end <= b for a, b in self._spans[max(0, k - 1) : k + 1])


@cache
def _pattern() -> re.Pattern[str]:
    words = number_words()
    kinds = {k: alternatives(w for w, (_, kind) in words.items() if kind == k) for k in ("small", "ten", "scale")}
    below = rf"(?:(?:{kinds['ten']})(?:[-‑ ](?:{kinds['small']}))?|(?:{kinds['small']}))"
    return re.compile(
        rf"(?P<digits>{DIGITS})(?P<scale>\s(?:{kinds['scale']})\b)?"
        rf"|(?<![\w‑-])\b(?P<words>{below}|an?(?=\s(?:hundred|thousand|million)\b))"
        rf"(?P<times>\s(?:{kinds['scale']})\b)?(?P<rest>(?<=hundred)\s(?:and\s)?{below})?(?![\w])",
        re.I,
    )


def _value(m: re.Match[str]) -> float:
    words = number_words()
    if m["digits"]:
        scale = words[m["scale"].strip().lower()][0] if m["scale"] else 1.0
        return float(m["digits"].replace(",", "")) * scale
    ones = sum(words[w][0] for w in re.split(r"[-‑ ]", m["words"].lower()) if w in words) or 1.0
    scaled = ones * (words[m["times"].strip().lower()][0] if m["times"] else 1.0)
    rest = re.split(r"[-‑ ]", m["rest"].lower().strip().removeprefix("and ")) if m["rest"] else []
    return scaled + sum(words[w][0] for w in rest if w in words)


def _is_count(text: str, m: re.Match[str], quantity: Quantity | None) -> bool:
    """No clock time, age, year, score, ordinal or name; "one" is mostly no number."""
    after, before = text[m.end() : m.end() + 24], text[max(0, m.start() - 30) : m.start()]
    if "," in m[0] and quantity is None:
        after = OF_DAY.sub("", after)
    clock = re.fullmatch(r"\d{1,2}\.\d\d", m[0]) and (not before or before.endswith("\n"))
    aged = re.search(r"[A-Z][\w’'-]+, $", before) and re.match(r"\s*[,.]", after)
    if (
        OTHER_WORD.match(after)
        or AGE.search(before)
        or aged
        or clock
        or (quantity is None and m[0].lower() in ("one", "zero", "a", "an"))
    ):
        return False
    word = re.search(r"([\w.]+)\s+$", before)
    if word and (word[1] in designations() or (word[1][:1].isupper() and word[1].lower() in designations())):
        return False
    return quantity is not None or not re.fullmatch(r"1[6-9]\d\d|20\d\d", m[0])


def _figure(story: Story, m: re.Match[str], quantity: Quantity | None) -> Figure:
    text = story.text
    noun = _noun(text, m.end())
    bare = noun is None and _stands_alone(text[m.end() : m.end() + 24])
    if noun is None and quantity is not None and not bare:
        noun = None if quantity.what in NO_NOUN else quantity.what
    money = quantity is not None and re.fullmatch(r"[A-Z]{3}", quantity.unit) is not None
    if noun and quantity and quantity.unit == "person" and quantity.what and noun not in counted_nouns():
        noun = quantity.what  # "three customs officers"
    if noun and THEN.match(text, m.end()) and not money:  # "240 billion last year"
        noun, quantity = None, None
    unit = quantity.unit if quantity is not None and (money or quantity.unit == "percent") else _unit(noun, quantity)
    if noun and unit == noun and SUFFERS.search(text[m.end() : m.end() + 90]):
        unit = "person"
    near = text[max(0, m.start() - 24) : m.start()]
    exact = quantity.bound == "exact" if quantity is not None else not _modified(near)
    return Figure(m.start(), m.end(), _value(m), noun, unit, exact, story.number(m.start()), quantity)


def _unit(noun: str | None, quantity: Quantity | None) -> str | None:
    if noun is None:
        return None
    known = counted_nouns().get(noun)
    if known or (quantity is not None and quantity.role is not None):
        return known.unit if known else "person"
    return quantity.unit if quantity is not None and quantity.what == noun else noun


def _noun(text: str, end: int) -> str | None:
    """The plural noun that the number counts, up to two words on; None where it is understood."""
    after = text[end : end + 60]
    is_one = IS_ONE.match(after)
    if is_one or _stands_alone(after):
        return singular(is_one[1]) if is_one else None
    for word in list(re.finditer(r"[\w’'-]+|[^\w\s]", after))[:3]:
        low = word[0].lower()
        if not low[0].isalpha() or low in number_words() or _stands_alone(" " + low):
            return None
        if low in irregular_plurals() or low in ("people", "children", "men", "women", "police"):
            return singular(low)
        if ENDS_LIKE_A_PLURAL.fullmatch(low) and low not in NO_PLURAL:
            return singular(word[0]).lower()
    return None


def _stands_alone(after: str) -> bool:
    """A verb, a preposition or a stop follows: the counted noun is understood."""
    word = re.match(r"\s+([a-z]+)\b", after)
    return bool(BARE.match(after)) or bool(word and check_words("past").fullmatch(word[1]))


def _blurring() -> Iterator[str]:
    return (form for form in modifiers("before") if form[:1].isalpha() and form not in EXACTLY)


@cache
def _blurs() -> re.Pattern[str]:
    return re.compile(rf"(?:\b|^)(?:{alternatives(_blurring())})\s+$", re.I)


def _modified(before: str) -> bool:
    return bool(_blurs().search(before)) or bool(
        re.search(r"\b(?:the|a|an|another|further)?\s*(?:further|additional|another)\s+$", before)
    )


def alike(a: Figure, b: Figure) -> bool:
    """True if both may count the same things: one noun, one unit, both people, or a noun that is understood.

    Two figures without a noun may count anything; what ties them must stand elsewhere.
    """
    roles = {f.quantity.role for f in (a, b) if f.quantity is not None} - {None}
    if len(roles) > 1:
        return False
    if a.unit is None or b.unit is None:
        return "percent" not in (a.unit, b.unit)
    return (a.noun == b.noun and a.unit == b.unit) or a.unit == b.unit == "person" or (a.unit == b.unit and money(a))


def money(figure: Figure) -> bool:
    """True for a sum of money.

    >>> money(Figure(0, 2, 40.0, None, "USD", True, 0))
    True
    """
    return figure.unit is not None and re.fullmatch(r"[A-Z]{3}", figure.unit) is not None


def told_by(story: Story, figure: Figure) -> str:
    """Whose words a figure stands in, by its quantity or by the claim around it."""
    if figure.quantity is not None:
        return story.teller(figure.quantity)
    claims = story.ledger.claims
    around = (c for c in claims if any(s.start <= figure.start < s.end for s in c.content))
    return story.voice(next((c.id for c in around if c.attribution), None))


def one_telling(story: Story, a: Figure, b: Figure) -> bool:
    """True if one voice gives both figures, or the report's own prose or an unresolved pronoun gives one of them."""
    here, there = (re.sub(r"^(?:the|its|their|his|her)\s+", "", told_by(story, f)) for f in (a, b))
    open_to_all = {OUTLET, "he", "she", "his", "her", "its", "their"} & {here, there}
    return here == there or bool(open_to_all) or any(_of_them(story, f) for f in (a, b))


def _of_them(story: Story, figure: Figure) -> bool:
    """The sentence takes its voice up from before: "It gave their number as", "Its chairman put the dead at"."""
    return bool(TAKEN_UP.match(story.text, story.sentence(figure.start).start))


def with_single_ones(story: Story, run: Sequence[Figure]) -> float:
    """The sum of a list in which one thing may stand without a number: "five loaders and a crane driver"."""
    extra = 0
    for f in run:
        extra += bool(ARTICLE_BEHIND.match(story.text[f.end : f.end + 60]))
        extra += bool(ARTICLE_BEFORE.search(story.text[max(0, f.start - 50) : f.start]))
    return sum(f.value for f in run) + extra
