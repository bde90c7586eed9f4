"""Bare numbers that share out a group told just before: "Fourteen carried grain, the other eight pumps" (C111).

Parts are numbers without a noun that do or are something, in one sentence; or what follows "consist of". They share the
group out if there are three or more of them, or if the last is "the other eight". Silent where a number told just
before is their sum, and where "some", "most" or "others" leave a rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fogline.checking.counts.figures import Figure, figures
from fogline.checking.counts.groups import MEASURES
from fogline.checking.story import Story, Verdict, plain, story_of
from fogline.records import Fact, Finding, Ledger, Span

REST = re.compile(r"\bthe\s+(?:other|remaining|last)\s+$", re.I)
LEAVES = re.compile(
    r"\b(?:some|most|many|others|the\s+rest|several|at\s+least|about|more\s+than|including|among\s+them|mainly|nearly|none)\b",
    re.I,
)
MADE_OF = re.compile(
    r"\b(?:consist(?:s|ed|ing)?\s+of|compris(?:e|es|ed|ing)|made\s+up\s+of|namely|broken\s+down\s+into)\b", re.I
)
BEFORE = 2  # sentences
DOES = re.compile(
    r"\s+(was|were|is|are|had|have|work|live|come|go|lie|serve|fly|[a-z]+(?:ed|ght|ook|ent|ame|ood|oke|ied|lew|ell))\b"
)
NEXT = re.compile(r"(?:[,;]|\band|\bwhile|\bwith)\s+(?:the\s+(?:other|remaining|last)\s+)?$", re.I)
ELLIPSIS = re.compile(r"\s+(?:from|to|by|in|for|at|on|with|as)\b")
NUMERALS = re.compile(r"^\W*(?:Of\s+(?:these|them|those),?\s+)?$")


def check_partitions(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C111: parts told of a group do not add up to it."""
    story = story_of(ledger)
    every = figures(story)
    for number in sorted({f.number for f in every if f.number > 0}):
        sentence = ledger.sentences[number]
        span = Span(sentence.start, sentence.end)
        if LEAVES.search(story.words(span)):
            continue
        parts = _bare(story, span, [f for f in every if f.number == number]) or _listed(story, span, every, number)
        if len(parts) > 1 and (
            finding := _against(story, parts, [f for f in every if number - BEFORE <= f.number < number])
        ):
            yield finding


def _bare(story: Story, sentence: Span, here: Sequence[Figure]) -> list[Figure]:
    """The numbers that stand for things without naming them, the first of them at the head of the sentence."""
    several = [f for f in here if f.value > 1]
    first = several[0] if several else None
    if first is None or not NUMERALS.match(story.text[sentence.start : first.start]):
        return []
    verb = DOES.match(story.text, first.end)
    if verb is None or not all(f.exact and _goes_on(story, f, verb[1]) for f in several[1:]):
        return []
    rest = any(REST.search(story.text[sentence.start : f.start]) for f in several[1:])
    return several if rest or len(several) > 2 else []


def _goes_on(story: Story, f: Figure, verb: str) -> bool:
    """The next of a row: the verb of the first, another, or none ("four from Denmark", "the other six by day")."""
    after = story.text[f.end : f.end + 24]
    alike = re.match(rf"\s+{verb}\b", after)
    return bool(NEXT.search(story.text[: f.start][-24:]) and (alike or DOES.match(after) or ELLIPSIS.match(after)))


def _listed(story: Story, sentence: Span, every: Sequence[Figure], number: int) -> list[Figure]:
    """What "consist of" leads to."""
    cue = MADE_OF.search(story.text, sentence.start, sentence.end)
    pronoun = re.match(r"(?:They|It|These|Those|The\s+\w+)\b", story.text[sentence.start : sentence.end])
    return [f for f in every if f.number == number and f.start > cue.end() and f.exact] if cue and pronoun else []


def _known(total: float, before: Sequence[Figure]) -> bool:
    """The total, or two numbers that make it, were told before."""
    values = [f.value for f in before]
    return total in values or any(a + b == total for a, b in combinations(values, 2))


def _against(story: Story, parts: Sequence[Figure], before: Sequence[Figure]) -> Finding | None:
    """The one number before that the parts may share out, if they do not add up to it."""
    total = sum(f.value for f in parts)
    known = [f for f in before if f.noun not in MEASURES and f.unit not in MEASURES and f.noun is not None]
    wholes = [f for f in known if f.exact and f.value > max(p.value for p in parts)]
    if len(wholes) != 1 or _known(total, before):
        return None
    whole = wholes[0]
    added = " + ".join(plain(f.value) for f in parts)
    verdict = Verdict(
        "C111", "contradiction", "total", "medium",
        f"{added} make {plain(total)}, not the {plain(whole.value)} ({whole.noun}) that they share out.",
        "the numbers stand for the things counted just before, and leave no rest",
        "a part that is not told, or numbers of another group",
    )  # fmt: skip
    return story.finding(verdict, (whole.span, parts[0].span))
