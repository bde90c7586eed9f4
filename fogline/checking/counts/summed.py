"""Where words sum up the figures told just before: "148 weapons in all", "bringing the dead to 84", "all 17 vehicles".

The parts are what the same sentence counts before, or the figures of the same things that lead up to it. "All 17" takes
up a list that stands in one breath. Silent where other figures of that kind stand between, or another day's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from fogline.checking.counts.figures import Figure, alike, with_single_ones
from fogline.checking.counts.groups import MEASURES
from fogline.checking.story import Story

SUM = (
    r"(?:in\s+all(?!\s+(?:of|the|\w+s)\b)|in\s+total|altogether|all\s+told|together(?!\s+with)|combined|between\s+them)"
)
BEHIND = re.compile(rf"\s+(?:[a-z-]+\s+){{0,5}}?{SUM}\b", re.I)
BEFORE = re.compile(
    r"(?:^|[.;]\s|\n|,\s+)(?:(?:In\s+all(?!\s+of)|Altogether|In\s+total|All\s+told|Together(?!\s+with)|Combined|Between\s+them)\b[^.;\d]{0,50}"
    r"|(?:(?:making|for|which\s+(?:makes|made)|or)\s+)?(?:a\s+)?(?:combined\s+|grand\s+)?total\s+of\s+"
    r"|(?:(?:which|that)\s+)?(?:bring(?:s|ing)|brought|tak(?:es|ing)|took|puts?|putting)\s+(?:the|its|their)\s+[^.;:,\d]{3,50}\s(?:to|at)\s+)$",
    re.I,
)
ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+)?$", re.I)
LEVEL = re.compile(r"\b(?:today|since|so far|this (?:year|month|week)|to date|overall)\b", re.I)
JOINED = re.compile(r"(?:\s+[\w-]+){1,3}(?:,|,?\s+and)(?:\s+[\w-]+)?\s+")
GENERAL = frozenset(
    ("weapon", "projectile", "munition", "vehicle", "aircraft", "craft", "piece", "item", "target", "object")
)


def summed(story: Story, told: Sequence[Figure]) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Each figure that sums others up, with the parts that make it."""
    for k, whole in enumerate(told):
        way = _way(story, whole)
        if not way or not whole.exact or (whole.noun is None and way != "before"):
            continue
        parts = _parts(story, whole, told[:k], way)
        total = with_single_ones(story, parts)
        if len(parts) < 2 or whole.value <= max(p.value for p in parts) or _made(told[:k], whole):
            continue
        if 0.7 * total <= whole.value <= 1.4 * total:
            yield whole, parts


def _way(story: Story, f: Figure) -> str:
    """What says that the figure sums up: words before it, behind it, or "all"."""
    sentence = story.sentence(f.start)
    words = story.words(sentence)
    if LEVEL.search(words):
        return ""
    lead = story.text[max(sentence.start, f.start - 80) : f.start]
    if BEFORE.search(lead):
        return "before"
    if BEHIND.match(story.text[f.end : sentence.end]):
        return "behind"
    return "all" if ALL.search(lead) else ""


def _parts(story: Story, whole: Figure, before: Sequence[Figure], way: str) -> tuple[Figure, ...]:
    here = [f for f in before if f.number == whole.number and _counts(f)]
    if way != "all" and len(here) > 1:
        return tuple(here) if _one_list(story, whole, here) else ()
    last = whole.number - 1
    there = [f for f in before if f.number == last and _counts(f)]
    if here or (way == "all" and not _in_one_breath(story, there)):
        return ()
    if len(there) > 1 and _in_one_breath(story, there) and whole.noun in GENERAL and not _person(there):
        return tuple(there)
    run: list[Figure] = []
    for f in reversed(before):
        if (run[-1].number if run else whole.number) - f.number > 1 or "\n" in story.text[f.end : whole.start].strip(
            " "
        ):
            break
        if alike(f, whole) and f.exact and all(alike(f, other) for other in run):
            run.append(f)
    return tuple(reversed(run)) if len(run) <= 8 and all(alike(f, whole) for f in run) else ()


def _counts(f: Figure) -> bool:
    """A count of things or people."""
    return (f.unit != "percent" and f.unit not in MEASURES) or f.noun in ("litre", "tonne")


def _person(some: Sequence[Figure]) -> bool:
    return any(f.unit == "person" for f in some)


def _one_list(story: Story, whole: Figure, here: Sequence[Figure]) -> bool:
    """The figures before stand side by side, of the kind of the total or under a word for all of them."""
    if not all(f.exact for f in here):
        return False
    gaps = [story.text[a.end : b.start] for a, b in pairwise(here)]
    if not all(re.search(r",|\band\b", gap) and len(gap) < 90 for gap in gaps):
        return False
    if all(alike(f, whole) for f in here) and all(alike(a, b) for a, b in combinations(here, 2)):
        return True
    return _in_one_breath(story, here) and not _person(here) and whole.unit != "person" and whole.noun in GENERAL


def _in_one_breath(story: Story, some: Sequence[Figure]) -> bool:
    """As in "nine lorries, four ambulances and two jeeps"."""
    gaps = [story.text[a.end : b.start] for a, b in pairwise(some)]
    return bool(gaps) and all(JOINED.fullmatch(gap) for gap in gaps) and all(f.exact for f in some)


def _made(before: Sequence[Figure], whole: Figure) -> bool:
    """Some choice of the figures before makes the sum."""
    near = [f.value for f in before if f.unit != "percent"][-8:]
    return any(sum(some) == whole.value for n in range(1, len(near) + 1) for some in combinations(near, n))
