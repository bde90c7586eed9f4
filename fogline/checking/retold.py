"""One sentence told twice in other words, with one particular exchanged: a day, a place, a name (C103, C106, C108).

A headline and the sentence under it, a summary and the body, often tell the same in nearly the same words. Where two
sentences of one voice share most of their words and differ in one particular of one kind, which stands between the same
words in both, that particular was told in two ways. Silent where numbers or a second particular differ too, or where a
word marks another occasion: then they are two happenings told alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from fogline.checking.happenings import places_apart
from fogline.checking.story import Story, Verdict
from fogline.checking.told_days import Day, days_apart, near_in_time, told_days
from fogline.checking.voices import OUTLET
from fogline.records import Finding, Place, Span
from fogline.tables.lexicon_checks import happening_marks

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d[\d,.]*\d|\d")
FUNCTION = frozenset(
    "the a an of in on at to for and or but with by from as is was were are be been has had have that this it its he"
    " she they his her their who which will would said says not no more than after before over about into out up also"
    " when while we our you i him them there what all can could just if so may near outside late early".split()
)
PRECISE = ("town", "near", "exact", "admin1")
LEDE = 4  # sentences that a headline may be about
CAP = 60  # sentences of a report that are compared
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Item:
    """A particular of a sentence: its kind, what it is, its words, and the words at its sides."""

    kind: str
    key: Day | Place | str
    span: Span
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as stems and particulars."""

    span: Span
    number: int
    stems: frozenset[str]
    items: tuple[Item, ...]


def retold(story: Story) -> Iterator[Finding]:
    """C103, C106, C108: two sentences that tell the same in nearly the same words, but for one day, place or name."""
    every = (_told(story, Span(s.start, s.end), n) for n, s in enumerate(story.ledger.sentences[: 2 * CAP]))
    told = [t for t in every if len(t.stems) > 3]
    alike = [(a, b) for a, b in combinations(told[:CAP], 2) if _same_words(a, b)]
    often = Counter(t.number for pair in alike for t in pair)
    for a, b in alike:
        if max(often[a.number], often[b.number]) <= 2 and (pair := _exchanged(story, a, b)):
            yield _finding(story, *pair)


def _told(story: Story, span: Span, number: int) -> Told:
    items = tuple(_items(story, span))
    taken = {at for i in items for at in range(i.span.start, i.span.end)}
    words = [m for m in WORD.finditer(story.text, *span) if m.start() not in taken]
    stems = frozenset(_stem(m[0]) for m in words if m[0].lower() not in FUNCTION)
    return Told(span, number, stems, items)


def _stem(word: str) -> str:
    return re.sub(r"['’]s$", "", word.lower())[:6]


def _items(story: Story, span: Span) -> Iterator[Item]:
    for time in story.times(span):
        for day in told_days(story, [time]):
            yield Item("day", day, Span(time.start, time.end), _beside(story, time.start, time.end))
    for place in story.places(span):
        if place.precision in PRECISE and place.geonameid:
            yield Item("place", place, Span(place.start, place.end), _beside(story, place.start, place.end))
    names = {e.id: e for e in story.ledger.entities if e.type in ("person", "group", "organisation", "force")}
    for m in story.ledger.mentions:
        if span.start <= m.start < span.end and m.kind == "name" and m.entity in names:
            kind = "person" if names[m.entity].type == "person" else "body"
            yield Item(kind, names[m.entity].name, Span(m.start, m.end), _beside(story, m.start, m.end))


def _beside(story: Story, start: int, end: int) -> frozenset[str]:
    """The stems of the two words before and the two words behind."""
    before = WORD.findall(story.text[max(0, start - 30) : start])[-2:]
    behind = WORD.findall(story.text[end : end + 30])[:2]
    return frozenset(_stem(w) for w in (*before, *behind) if w.lower() not in FUNCTION)


def _same_words(a: Told, b: Told) -> bool:
    shared, least = len(a.stems & b.stems), min(len(a.stems), len(b.stems))
    headline = a.number == 0 and b.number <= LEDE
    return shared >= (3 if headline else 4) and shared >= (0.5 if headline else 0.6) * least


def _exchanged(story: Story, a: Told, b: Told) -> tuple[Item, Item] | None:
    """The one particular in which the two differ."""
    found: list[tuple[Item, Item]] = []
    for kind in ("day", "place", "person", "body"):
        here = [i for i in a.items if i.kind == kind and not _met(i, b, story)]
        there = [i for i in b.items if i.kind == kind and not _met(i, a, story)]
        found += [(x, y) for x in here for y in there]
    if len(found) != 1 or _numbers(story, a) - _numbers(story, b) and _numbers(story, b) - _numbers(story, a):
        return None
    x, y = found[0]
    marked = any(happening_marks("occasion").search(story.words(s.span)) for s in (a, b))
    voices = {story.voice_at(i.span.start)[0] for i in (x, y)} - {OUTLET}
    apart = marked or len(voices) > 1 or not x.beside & y.beside
    return None if apart or not _exclude(x, y) else (x, y)


def _numbers(story: Story, told: Told) -> set[object]:
    """The numbers of a sentence, as words or digits."""
    counted = {q.low for q in story.ledger.quantities if told.span.start <= q.start < told.span.end}
    return counted | {float(n) for n in NUMBER.findall(story.words(told.span))}


def _met(item: Item, other: Told, story: Story) -> bool:
    """The other sentence has the same particular, or its words."""
    words = story.words(item.span).split()[-1]
    return words in story.words(other.span) or any(i.kind == item.kind and i.key == item.key for i in other.items)


def _exclude(x: Item, y: Item) -> bool:
    if isinstance(x.key, Day) and isinstance(y.key, Day):
        return days_apart([x.key], [y.key]) and near_in_time([x.key], [y.key])
    if isinstance(x.key, Place) and isinstance(y.key, Place):
        regions = x.key.precision == y.key.precision == "admin1" and x.key.admin1 != y.key.admin1
        return regions or places_apart([x.key], [y.key])
    return True


def _finding(story: Story, a: Item, b: Item) -> Finding:
    code, kind = {"day": ("C103", "date"), "place": ("C106", "place")}.get(a.kind, ("C108", "actor"))
    first, second = story.words(a.span), story.words(b.span)
    verdict = Verdict(
        code, "contradiction", kind, "medium",
        f"Two sentences tell the same but for one {a.kind}: {first} and {second}.",
        "both tell it in the same words and differ in nothing else",
        "two happenings that the report tells alike",
    )  # fmt: skip
    return story.finding(verdict, (a.span, b.span))
