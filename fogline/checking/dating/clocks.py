"""One clock time told in local time and in GMT (C119): "02:10 in Bucharest (23:10 GMT)".

The two must lie as far apart as the report itself says ("three hours ahead of GMT"), or as the clocks of a country of
the sentence, or else of the report, have ever stood since 2010, summer and winter. Silent where neither is known, and
where the two times do not stand side by side or in two sentences of which the second says "the same".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fogline.checking.counts.counting import number_pattern, whole
from fogline.checking.story import Story, Verdict, story_of
from fogline.records import Fact, Finding, Ledger, Timex
from fogline.tables.lexicon_checks import offsets

CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d)(Z?)")
GMT = re.compile(r"\b(?:GMT|UTC)\b")
BESIDE = re.compile(
    r"\s*(?:,?\s*(?:local|[A-Z][a-z]+)\s+time|local)?(?:\s+in\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?\s*(?:[,(\[/–—-]\s*(?:or\s+|i\.e\.\s+)?|or\s+)"
)
SAME = re.compile(r"\bthe same\b")
DAY = 1440


def check_clocks(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C119: a time in local time and in GMT that no clock of the place can both show."""
    if not GMT.search(ledger.text):
        return
    story = story_of(ledger)
    clocks = [(t, m) for t in ledger.times if (m := CLOCK.fullmatch(t.value or ""))]
    for (a, first), (b, second) in pairwise(clocks):
        if bool(first[3]) != bool(second[3]) and _one_time(story, a, b):
            local, gmt = (first, second) if second[3] else (second, first)
            apart = (_minutes(local) - _minutes(gmt) + DAY // 2) % DAY - DAY // 2
            stated = _stated(story)
            allowed = frozenset(stated) or _of_countries(story, a)
            if allowed and not {apart, apart + DAY} & allowed:
                sides = [(a.start, a.end), (b.start, b.end), *stated.values()]
                yield story.finding(_verdict(story, (a, b), apart, allowed), sides)


def _minutes(told: re.Match[str]) -> int:
    return int(told[1]) * 60 + int(told[2])


def _one_time(story: Story, a: Timex, b: Timex) -> bool:
    between = story.text[a.end : b.start]
    if story.number(a.start) == story.number(b.start):
        return bool(BESIDE.fullmatch(between) or (not between.strip() and "(" in story.text[b.start - 2 : b.start]))
    later = story.words(story.sentence(b.start))
    if story.text[b.end : b.end + 1] == ":":  # the stamp of an entry of its own
        return False
    return story.number(b.start) - story.number(a.start) == 1 and bool(SAME.search(later))


def _stated(story: Story) -> dict[int, tuple[int, int]]:
    """The offsets that the report states, with their words."""
    n = number_pattern()
    told = re.finditer(
        rf"\b(?P<h>{n})(?P<half>\s+and\s+a\s+half)?\s+hours?\s+(?P<way>ahead\s+of|before|behind|east\s+of)\s+"
        r"(?:GMT|UTC|Greenwich)|\b(?:GMT|UTC)\s?(?P<sign>[+−-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\b",
        story.text,
        re.I,
    )
    return {_offset(match): match.span() for match in told}


def _offset(match: re.Match[str]) -> int:
    if match["sign"]:
        size = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        return size if match["sign"] == "+" else -size
    size = (whole(match["h"]) or 0) * 60 + (30 if match["half"] else 0)
    return -size if match["way"].lower() == "behind" else size


def _of_countries(story: Story, time: Timex) -> frozenset[int]:
    """The offsets of the countries that the sentence names, or else the report."""
    here = {p.country for p in story.places(story.sentence(time.start)) if p.country}
    countries = here or {p.country for p in story.ledger.places if p.country}
    return frozenset(m for c in countries for m in offsets().get(c or "", ()))


def _verdict(story: Story, pair: tuple[Timex, Timex], apart: int, allowed: frozenset[int]) -> Verdict:
    words = [story.words((t.start, t.end)).strip(" ()") for t in pair]
    right = " or ".join(_hours(m) for m in sorted(allowed)[:3])
    return Verdict(
        "C119", "contradiction", "conversion", "medium",
        f"{words[0]} and {words[1]} are {_hours(apart)} apart; the clocks there are {right} from GMT.",
        "both are told as one moment, and the offset is the report's own or the country's",
        "two moments, or a clock of another country",
    )  # fmt: skip


def _hours(minutes: int) -> str:
    """Hours with their sign.

    >>> _hours(345), _hours(-60)
    ('+5:45 h', '-1 h')
    """
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''} h"
