"""A total and the complete list of its parts, sentences apart (C111): "treated 187 people ... 96 ... 48 ... 33".

A list is complete where the words say so: "no others", "made up of", a colon; as many parts as the total has places
("the three hospitals"); "in all" behind the list; or three parts in one sentence straight after the total that miss it
by little. Silent where a number is blurred or open, where words leave room for others ("including", "several",
"elsewhere"), where days or voices differ, where the sum stands elsewhere, and where two totals could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.checking.counts.figures import Figure, alike, figures, money, one_telling, with_single_ones
from fogline.checking.counts.parts import check_parts
from fogline.checking.counts.summed import summed
from fogline.checking.story import Story, Verdict, capital, disjoint, plain, story_of
from fogline.records import Fact, Finding, Ledger
from fogline.tables.lexicon_checks import check_words

SUMMED = "the words sum up the figures told just before"
NEAR = 14  # sentences between a total and its parts
SHUT = re.compile(
    r"\b(?:no\s+others?|no(?:body|\s*one|ne|where)\b[^.;]{0,24}\belse(?:where)?|the\s+only\s+others?|nothing\s+else"
    r"|none\s+elsewhere)\b",
    re.I,
)
LED = re.compile(
    r":\s|\s[—–]\s|\b(?:made up of|consist(?:s|ed|ing)\s+of|compris(?:es|ed|ing)|divided into|broken down|namely"
    r"|composed of)\b|\b(?:the\s+(?:dead|killed|wounded|injured|victims|fatalities|casualties|missing|detainees"
    r"|hostages)"
    r"|those\s+(?:killed|wounded|injured|detained|freed|on\s+board|aboard))\s+(?:were|are)\s+$",
    re.I,
)
OPEN = re.compile(
    r"\b(?:others?|several|some|includ\w+|among|at least|rest|more|mostly|most(?=\s+\w)|many|another|further|elsewhere"
    r"|unidentified|few|both|either"
    r"|unknown|unaccounted|nearly|almost|about|dozens?|hundreds|per|apiece|of (?:whom|which))\b"
    r"|(?<!,)\s(?:each|every)\b",
    re.I,
)
REMAINING = re.compile(r"\b(?:remaining|the\s+(?:other|rest)|the\s+last)\b", re.I)
FORMER = re.compile(r"\b(?:from|against|than|to|of the|compared with)\s+$", re.I)
NO_UPDATE = re.compile(
    r"\bfrom\b|\bhad been\b|\b(?:as of|so far|later|by (?:evening|nightfall|morning|midday))\b", re.I
)
KINDS = {"man": "man", "woman": "woman", "child": "child", "girl": "girl", "boy": "boy"}
YOUNG = frozenset(("baby", "child", "infant", "newborn", "pupil", "student", "kid", "twin", "orphan"))


@dataclass(frozen=True, slots=True)
class Listing:
    """A total, the parts listed for it, and what says that the list is complete."""

    whole: Figure
    parts: tuple[Figure, ...]
    why: str
    certainty: str


def check_sums(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C111: a complete list of parts, told apart from its total, does not make the total."""
    story = story_of(ledger)
    told = [f for f in figures(story) if f.unit != "percent"]
    values = {f.value for f in told}
    seen: set[int] = set()
    known = [{(e.start, e.end) for e in f.evidence} for f in check_parts(ledger, facts)]
    listings = [Listing(w, p, SUMMED, "medium") for w, p in summed(story, told) if _may_be(story, w, p)]
    yield from (_finding(story, x, with_single_ones(story, x.parts)) for x in listings)
    seen.update(p.start for x in listings for p in x.parts)
    for run in _runs(story, told):
        total = with_single_ones(story, run)
        listings = [x for whole in _totals(story, told, run) if (x := _listing(story, whole, run, told))]
        if total in values or len({x.whole.value for x in listings}) != 1 or run[0].start in seen:
            continue
        seen.add(run[0].start)
        finding = _finding(story, listings[-1], total)
        if not any({(e.start, e.end) for e in finding.evidence} <= spans for spans in known):
            yield finding


def _runs(story: Story, told: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Figures of one kind that follow each other in one paragraph, no more than a sentence apart: the longest first."""
    for i, first in enumerate(told):
        run = [first]
        for f in told[i + 1 :]:
            if f.number - run[-1].number > 1 or "\n" in story.text[run[-1].end : f.start].strip(" "):
                break
            if _parallel(run, f):
                run.append(f)
        ends = [n for n in range(2, len(run) + 1) if n == len(run) or run[n].number > run[n - 1].number]
        yield from (tuple(run[:n]) for n in reversed(ends) if n <= 8)


def _parallel(run: Sequence[Figure], f: Figure) -> bool:
    """Bare figures, figures of one noun, or figures of people."""
    whole_numbers = all(x.value == int(x.value) for x in (f, *run)) or money(f)
    return whole_numbers and all(alike(f, other) and f.exact and other.exact for other in run)


def _totals(story: Story, told: Sequence[Figure], run: Sequence[Figure]) -> Iterator[Figure]:
    """The figures that a list may be parts of: larger than each, of their kind, near the list in value and place."""
    total = with_single_ones(story, run)
    for f in told:
        apart = run[0].number - f.number
        if (
            f.noun is None
            or f.start > run[0].start
            or not f.exact
            or not 0 <= apart <= NEAR
            or f.value <= max(p.value for p in run)
        ):
            continue
        if FORMER.search(story.text[max(0, f.start - 20) : f.start]) or _begun(told, f, run[0]):
            continue
        if 0.7 * total <= f.value <= 1.4 * total and all(alike(f, p) for p in run):
            yield f


def _begun(told: Sequence[Figure], whole: Figure, first: Figure) -> bool:
    """The list began before its first figure here: an earlier part stands between it and the total."""
    between = (f for f in told if whole.start < f.start < first.start and first.number - f.number <= 1)
    return any(alike(f, first) and alike(f, whole) and (f.noun is None or f.unit == whole.unit) for f in between)


def _may_be(story: Story, whole: Figure, run: Sequence[Figure]) -> bool:
    """No words leave room for others, and day and voice are one."""
    around = story.words((story.sentence(run[0].start).start, story.sentence(run[-1].start).end))
    near = story.words(story.sentence(whole.start))
    if OPEN.search(SHUT.sub("", around)) or REMAINING.search(SHUT.sub("", around)) or re.search(r"\bincluding\b", near):
        return False
    days = [story.days(_around(story, f)) for f in (whole, *run)]
    if any(disjoint(days[0], d) for d in days[1:]) or not all(one_telling(story, whole, p) for p in run):
        return False
    return not check_words("update").search(NO_UPDATE.sub("", near + " " + around))


def _listing(story: Story, whole: Figure, run: tuple[Figure, ...], told: Sequence[Figure]) -> Listing | None:
    """The list with what closes it; None where it may be open, or is another voice's or another day's."""
    return _closed(story, whole, run, told) if _may_be(story, whole, run) else None


def _around(story: Story, f: Figure) -> tuple[int, int]:
    """The words beside a figure, within its sentence, where the day it is of would stand."""
    sentence = story.sentence(f.start)
    return max(sentence.start, f.start - 40), min(sentence.end, f.end + 40)


def _closed(story: Story, whole: Figure, run: tuple[Figure, ...], told: Sequence[Figure]) -> Listing | None:
    """What says that the list is complete, the surest first."""
    total = with_single_ones(story, run)
    small_gap = abs(total - whole.value) <= 0.15 * whole.value
    ways = (
        (_shut(story, run), "the words say that there are no other parts", "high"),
        (_led(story, whole, run), "the list stands behind its total and leaves no room for others", "high"),
        (_kinds_apart(story, whole, run, total), "nobody can be counted in two of the parts", "high"),
        (_as_many_places(whole, run, told), "the list has as many parts as the total has places", "medium"),
        (small_gap and _one_breath(story, whole, run), "the list follows its total, part after part", "medium"),
    )
    return next((Listing(whole, run, why, certainty) for holds, why, certainty in ways if holds), None)


def _shut(story: Story, run: Sequence[Figure]) -> bool:
    """As in "there were no others", in the list, in the sentence after it, or just before it."""
    start, last = story.sentence(run[0].start).start, story.sentence(run[-1].start)
    after = story.sentence(min(last.end + 2, len(story.text) - 1))
    return bool(SHUT.search(story.text[start : after.end]) or SHUT.search(story.text[max(0, start - 120) : start]))


def _led(story: Story, whole: Figure, run: Sequence[Figure]) -> bool:
    """As in "48 people: 21 from Homs and 24 from Hama", "the group was made up of 21 men, 14 women ..."."""
    between = story.text[whole.end : run[0].start]
    sentence = story.sentence(run[0].start)
    return bool(LED.search(between)) and run[0].number - whole.number <= 1 and run[-1].start < sentence.end


def _kinds_apart(story: Story, whole: Figure, run: tuple[Figure, ...], total: float) -> bool:
    """Men, women and children; girls and boys: nobody is two of them, and together they may be all there are."""
    kinds = [KINDS.get(f.noun or "") for f in run]
    if None in kinds or len(set(kinds)) < len(kinds) or whole.noun in KINDS or whole.unit != "person":
        return False
    sentences = story.sentence(whole.start), story.sentence(run[0].start)
    young = whole.noun in YOUNG and set(kinds) == {"girl", "boy"}
    near = 0 <= run[0].number - whole.number <= 1 or (young and story.shares_place_or_day(*sentences))
    return near and (total > whole.value or young or set(kinds) == {"man", "woman", "child"})


def _as_many_places(whole: Figure, run: Sequence[Figure], told: Sequence[Figure]) -> bool:
    """As in "the three hospitals treated 187 people ... 96 ... 48 ... 33"."""
    if any(p.noun is not None and p.noun != whole.noun for p in run):
        return False
    numbers = (whole.number, run[0].number - 1)
    near = [f for f in told if f.number in numbers and f is not whole and f.start < run[0].start]
    return any(f.exact and f.value == len(run) and f.noun not in (None, whole.noun) for f in near)


def _one_breath(story: Story, whole: Figure, run: Sequence[Figure]) -> bool:
    """Three parts or more in the sentence straight after the total, the last of them behind "and"."""
    same = run[0].number == run[-1].number and 0 <= run[0].number - whole.number <= 1 and len(run) >= 3
    gaps = [story.text[a.end : b.start] for a, b in pairwise(run)]
    brief = all(len(gap) <= 45 and ";" not in gap for gap in gaps) and len({f.noun for f in run if f.noun}) <= 1
    return same and brief and " and " in gaps[-1]


def _finding(story: Story, listing: Listing, total: float) -> Finding:
    whole, run = listing.whole, listing.parts
    values = [plain(f.value) for f in run] + ["1"] * int(total - sum(f.value for f in run))
    told = ", ".join(values[:-1]) + " and " + values[-1]
    verdict = Verdict(
        "C111", "contradiction", "total", listing.certainty,
        f"{capital(told)} make {plain(total)}, not the {plain(whole.value)} given as their total.",
        listing.why,
        "somebody or something counted in the total that the list leaves out, or another total meant",
    )  # fmt: skip
    return story.finding(verdict, (whole.span, *(f.span for f in run)))
