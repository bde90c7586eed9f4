"""The counted groups of a report: a number, its noun, the words before the noun and the clause around it.

No check of its own: `taken_up` asks it. Measures, money, parts of other numbers and blurred numbers are no groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.checking.counts.numbers import GENERIC
from fogline.checking.story import Story, clean
from fogline.checking.telling.stems import stem
from fogline.records import Quantity
from fogline.tables.lexicon_numbers import number_words, singular

BREAK = re.compile(r"[.;:!?“”\"\n]|,\s+(?:and|but|while|which|who)\b|\s[—–-]\s")
OF = re.compile(r"\s+of\s+(?:the|them|these|those|whom|which|its|their|our|his|her)\b", re.I)
NUMBER_OF = re.compile(
    r"\bnumber\s+of\s+(?P<what>[^.,;:()]{3,60}?)\s+(?:at|is|was|reached|stood\s+at|as)\s+(?P<number>[\w,-]+)", re.I
)
CREW = frozenset(("crew", "sailor", "seafarer", "seaman", "mariner", "crewman"))
MEASURES = frozenset(
    (
        "year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "time", "percent", "km",
        "mile", "metre", "foot", "degree", "point", "vote", "seat", "goal", "tonne", "ton", "kg", "litre", "age",
    )
)  # fmt: skip
INSIDE = re.compile(r"(?:all\s+(?:of\s+)?)?(?:(?:the|these|those)\s+)?", re.I)


CAP = 90


@dataclass(frozen=True, slots=True)
class Group:
    """A counted group: its number, its noun, the words before the noun and the clause told around it."""

    quantity: Quantity
    start: int
    head: str
    before: frozenset[str]
    clause: str
    number: int

    @property
    def value(self) -> float:
        """How many, at least."""
        return self.quantity.low or 0.0


def groups(story: Story) -> list[Group]:
    """Every counted group, in the order of the text."""
    return sorted((*_counted(story), *_numbers_of(story)), key=lambda g: g.start)[:CAP]


def _counted(story: Story) -> Iterator[Group]:
    quantities = story.ledger.quantities
    for q in quantities:
        if q.low is None or q.low < 2 or q.bound in ("vague", "range", "at_most") or q.part_of is not None:
            continue
        head, words = _head(story, q), _words_before(story, q)
        if head is None or (words is None and OF.match(story.text, q.end)) or story.number(q.start) < 0:
            continue
        inside = INSIDE.match(story.text, q.start, q.end)
        start = inside.end() if inside else q.start
        yield Group(q, start, head, words or frozenset(), _clause(story, q), story.number(q.start))


def _words_before(story: Story, q: Quantity) -> frozenset[str] | None:
    """The stems of what stands between the number and its noun; None where the number stands alone."""
    words = re.findall(r"[\w’'-]+", story.words((q.start, q.end)))
    last = max((k for k, w in enumerate(words) if w[0].isdigit() or w.lower() in number_words()), default=-1)
    named = words[last + 1 :]
    return frozenset(stem(w) for w in named[:-1]) - {"crew"} if named else None


def _head(story: Story, q: Quantity) -> str | None:
    """The counted noun; sailors are crew, and people of a role people. None where it is a measure."""
    if q.unit in MEASURES or q.what in MEASURES or re.fullmatch(r"[A-Z]{3}", q.unit):
        return None
    lead = story.text[max(0, q.start - 12) : q.start]
    if q.what in CREW or re.search(r"\bcrew\b", story.words((q.start, q.end))) or re.search(r"\bcrew of $", lead):
        return "crew"
    return "person" if q.what in GENERIC and q.unit == "person" else q.what


def _clause(story: Story, q: Quantity) -> str:
    """The words around a number, up to a break or another number."""
    sentence = story.sentence(q.start)
    near = [o for o in story.ledger.quantities if sentence.start <= o.start < sentence.end and o is not q]
    start = max([sentence.start, *(o.end for o in near if o.end <= q.start)])
    stop = min([sentence.end, *(o.start for o in near if o.start >= q.end)])
    left = [m.end() for m in BREAK.finditer(story.text, start, q.start)]
    right = BREAK.search(story.text, q.end, stop)
    return clean(story.text[left[-1] if left else start : right.start() if right else stop])


def _numbers_of(story: Story) -> Iterator[Group]:
    """As in "the number of sailors who had been aboard at 21"."""
    for m in NUMBER_OF.finditer(story.text):
        value = _value(m["number"])
        nouns = [w for w in re.findall(r"[a-z]+", m["what"]) if w.endswith("s") or w in ("people", "children", "men")]
        if value is None or not nouns or story.number(m.start()) < 0:
            continue
        claim = next((q.claim for q in story.ledger.quantities if m.start() <= q.start < m.end()), None)
        claim = claim or _claim_at(story, m.start("number"))
        q = Quantity("", *m.span("number"), value, value, "exact", "thing", singular(nouns[0]), claim=claim)
        head = "crew" if q.what in CREW else "person" if q.what in GENERIC else q.what
        yield Group(q, q.start, head or "", frozenset(), clean(m["what"]), story.number(m.start()))


def _claim_at(story: Story, at: int) -> str | None:
    inside = (c for c in story.ledger.claims if c.attribution and any(s.start <= at < s.end for s in c.content))
    return next((c.id for c in inside), None)


def _value(word: str) -> float | None:
    bare = word.strip(",").replace(",", "")
    if bare.isdigit():
        return float(bare)
    return number_words().get(bare.lower(), (None, ""))[0]
