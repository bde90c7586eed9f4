"""One sentence told twice in other words, with one particular exchanged: a day, a place, a name (C103, C106, C108).

A headline and the sentence under it, a summary and the body, often tell the same in nearly the same words. Where two
sentences of one voice share most of their words and differ in one particular of one kind, which stands between the same
words in both, that particular was told in two ways. Silent where numbers or a second particular differ too, or where a
word marks another occasion: then they are two happenings told alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from fogline.checking.dating.told_days import Day, days_apart, near_in_time, told_days
from fogline.checking.story import Story, Verdict
from fogline.checking.telling.ties import places_apart
from fogline.checking.voices import OUTLET
from fogline.records import Entity, Finding, Mention, Place, Span, Timex
from fogline.tables.lexicon_checks import check_words
from fogline.tables.lexicon_happenings import happening_marks, mark_words

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d[\d,.]*\d|\d")
PRECISE = ("town", "near", "exact", "admin1")
LEDE = 4  # sentences that a headline may be about
NAMED = ("person", "group", "organisation", "force")
CAP = 60  # sentences of a report that are compared
NUMBER = re.compile(r"\d+")


class Item(NamedTuple):
    """A particular of a sentence: its kind, what it is, and its words."""

    kind: str
    key: Day | Place | str
    span: Span
    words: str


class Told(NamedTuple):
    """A sentence as stems and particulars."""

    span: Span
    number: int
    stems: frozenset[str]
    items: tuple[Item, ...]


def retold(story: Story) -> Iterator[Finding]:
    """C103, C106, C108: two sentences that tell the same in nearly the same words, but for one day, place or name."""
    names = {e.id: e for e in story.ledger.entities if e.type in NAMED}
    every = (_told(story, Span(s.start, s.end), n, names) for n, s in enumerate(story.ledger.sentences[: 2 * CAP]))
    told = [t for t in every if len(t.stems) > 3]
    alike = [(a, b) for a, b in combinations(told[:CAP], 2) if _same_words(a, b)]
    for a, b in alike:
        listed = b.number - a.number == 1 and not _headline(story, a)
        pair = None if listed else _exchanged(story, a, b)
        if pair and not _third(alike, (a, b), pair):
            yield _finding(story, *pair)


def _headline(story: Story, told: Told) -> bool:
    """The first line of the report, with nothing else on it."""
    return told.number == 0 and "\n" in story.text[told.span.end : told.span.end + 2]


def _third(alike: Sequence[tuple[Told, Told]], two: tuple[Told, Told], pair: tuple[Item, Item]) -> bool:
    """A third sentence in the same words has neither particular: it is a list of happenings."""
    others = {t for p in alike if p[0] in two or p[1] in two for t in p} - set(two)
    keys = {i.key if isinstance(i.key, str) else i.words for i in pair}
    same = (i for t in others for i in t.items if i.kind == pair[0].kind)
    return any((i.key if isinstance(i.key, str) else i.words) not in keys for i in same)


def _told(story: Story, span: Span, number: int, names: Mapping[str, Entity]) -> Told:
    items = tuple(_items(story, span, names))
    taken = {at for i in items for at in range(i.span.start, i.span.end)}
    return Told(span, number, _stems(m[0] for m in WORD.finditer(story.text, *span) if m.start() not in taken), items)


def _stems(words: Iterable[str]) -> frozenset[str]:
    small, low = mark_words("function"), (w.lower() for w in words)
    return frozenset(w.removesuffix("'s").removesuffix("’s")[:6] for w in low if w not in small)


def _items(story: Story, span: Span, names: Mapping[str, Entity]) -> Iterator[Item]:
    for time in story.times(span):
        for day in told_days(story, [time]):
            yield _item(story, "day", day, time)
    for place in story.places(span):
        if place.precision in PRECISE and place.geonameid:
            yield _item(story, "place", place, place)
    for m in story.mentions(span):
        if m.kind == "name" and m.entity in names:
            kind = "person" if names[m.entity].type == "person" else "body"
            yield _item(story, kind, names[m.entity].name, m)


def _item(story: Story, kind: str, key: Day | Place | str, at: Timex | Place | Mention) -> Item:
    return Item(kind, key, Span(at.start, at.end), story.text[at.start : at.end])


def _beside(story: Story, item: Item) -> frozenset[str]:
    """The stems of the two words before and the two words behind."""
    start, end = item.span
    before = WORD.findall(story.text[max(0, start - 30) : start])[-2:]
    behind = WORD.findall(story.text[end : end + 30])[:2]
    return _stems((*before, *behind))


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
    if len(found) != 1 or (_numbers(story, a) - _numbers(story, b) and _numbers(story, b) - _numbers(story, a)):
        return None
    x, y = found[0]
    marked = any(happening_marks("occasion").search(story.words(s.span)) for s in (a, b))
    voices = {story.voice_at(i.span.start)[0] for i in (x, y)} - {OUTLET}
    speak = not _headline(story, a) and any(_speaks(story, i) for i in (x, y))
    apart = marked or speak or len(voices) > 1 or not _beside(story, x) & _beside(story, y)
    return None if apart or not _exclude(x, y) else (x, y)


def _speaks(story: Story, item: Item) -> bool:
    """The one named says what the sentence tells, or has an office that changes hands."""
    source = any(
        s.start < item.span.end and item.span.start < s.end for a in story.ledger.attributions for s in a.source
    )
    words = story.words(story.sentence(item.span.start))
    return source or (item.kind == "person" and bool(check_words("succession").search(words)))


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
