"""Two ends and the change between them, sentences apart (C113): "11,400 against 8,900 ... had grown by 3,500".

The ends stand close together, one marked as the start ("at the beginning", "used to", "when it opened", an earlier
date), the other as what followed ("were left", "now", "against"); the change is told elsewhere: "had used up 1,600", "a
loss of 490", "40 percent dearer". All must be of one noun or unit, in one voice. Silent where any two numbers of that
kind differ by the change told, where something was added in between, and where the change is counted over another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.checking.counts.figures import Figure, alike, figures, money, one_telling
from fogline.checking.story import Story, Verdict, plain, story_of
from fogline.records import Fact, Finding, Ledger
from fogline.tables.lexicon_checks import stems

NEAR = 12  # sentences between the ends and the change
NOUNS = (
    r"(?:loss|shortfall|drop|fall|rise|increase|decline|reduction|growth|gain|decrease|deficit|consumption|difference)"
)
MOVED = (
    r"(?:grown|grew|risen|rose|increased|climbed|jumped|fallen|fell|dropped|shrunk|shrank|declined|decreased"
    r"|gone (?:up|down))"
)
USED = r"(?:used up|used|consumed|spent|burned|burnt|fired|lost|expended|got through|gone through)"
CHANGE = re.compile(
    rf"\b(?:{MOVED}\s+by|{NOUNS}\s+of(?:\s+(?:those|these|the))?|(?P<used>{USED}))\s+(?:(?:the|those|these)\s+)?$", re.I
)
CHANGED = re.compile(
    r"^[^.;:!?]{0,40}(?:,\s*exactly\s+the\s+(?:amount|number)\s+(?:used|lost|spent)\b"
    r"|\s(?:more|fewer|less|higher|lower)\s+than\s+(?:at the (?:start|beginning|outset)|before|when))",
    re.I,
)
PERCENT = re.compile(
    rf"\b(?:{MOVED}\s+(?:by\s+)?|{NOUNS}\s+of\s+|(?:is|are|was|were|been)\s+(?:down|up|cut|reduced|raised)\s+(?:by\s+)?)$",
    re.I,
)
DEARER = re.compile(
    r"^(?:\s*(?:percent|per cent|%))?\s+(?:more\s+expensive|dearer|higher|cheaper|lower|less|fewer|more)\b", re.I
)
START = re.compile(
    r"\b(?:at the (?:start|beginning|outset|opening|low)|at (?:its|the|their) (?:lowest|low(?:est)? point|peak|height)"
    r"|used to"
    r"|originally|initially|at first|once|before the"
    r"|when (?:it|he|she|they|the \w+) (?:opened|began|started|arrived|closed)"
    r"|to begin with|previously|in the beginning|started with|began with|on 1 [A-Z]\w+"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December))\b",
    re.I,
)
END = re.compile(
    r"\b(?:left|remain(?:ed|s|ing)?|now|today|still|currently|up to|down to|came to"
    r"|by (?:then|last|the end|\w+day|[A-Z]\w+)|when the|in stock|at present)\b",
    re.I,
)
STOOD = re.compile(
    r"(?:It|They|The\s+(?:number|figure|total|level|price))\s+(?:had\s+)?(?:stood|was|were)\s+(?:at\s+)?$", re.I
)
AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|up from|down from|from)\s+(?:only\s+|just\s+|the\s+)?$", re.I)
COME_IN = re.compile(
    r"\b(?:another|additional|further|hired|restock\w*|replenish\w*|deliver(?:ed|ies)|arriv(?:ed|ing|als)|received"
    r"|bought|joined)\b",
    re.I,
)
NO_DELIVERY = re.compile(r"\b(?:no|without|any|nor)\s+(?:\w+\s+){0,2}\w*(?:deliver|arriv|receiv|replenish)\w*", re.I)
OF_THEM = re.compile(r"\s+of\s+(?:them|it|these|those)\b", re.I)
A_STRANGER = re.compile(
    r"(?:An?|Another|Some|Other|One|Elsewhere|Nearby)\b|In (?:another|the next|the neighbou?ring)\b"
)
OTHER_TIME = re.compile(
    r"\b(?:last|previous|past)\s+(?:year|month|week|decade|quarter)|a year (?:ago|earlier|before)|annual\w*", re.I
)
DAILY = re.compile(r"\b(?:a|per|each|every)\s+(?:day|week|month|year|hour)|daily|weekly|monthly\b", re.I)


@dataclass(frozen=True, slots=True)
class Change:
    """A change as told: its figure, whether it is in percent, and the words that say it is a change."""

    figure: Figure
    percent: bool
    words: str


def check_balances(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C113: a change told apart from its two ends is not the step between them."""
    story = story_of(ledger)
    told = figures(story)
    changes = [c for f in told if (c := _change(story, f))]
    ends = list(_ends(story, told, {c.figure.start for c in changes})) if changes else []
    for change in changes:
        fitting = [pair for pair in ends if _of(story, change, pair)] or _stood(story, change, told)
        steps = {_step(change, *pair) for pair in fitting}
        if len(steps) == 1 and not _explained(change, told) and not _fits(change, *fitting[0]):
            yield _finding(story, change, *fitting[0])


def _change(story: Story, f: Figure) -> Change | None:
    before, after = story.text[max(0, f.start - 50) : f.start], story.text[f.end : f.end + 80]
    if not f.exact or f.value <= 1:
        return None
    if f.unit == "percent":
        found = PERCENT.search(before) or DEARER.match(after)
    else:
        found = CHANGE.search(before) or CHANGED.match(after)
    return Change(f, f.unit == "percent", found[0]) if found else None


def _stood(story: Story, change: Change, told: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The two levels in the next sentence: "rose by 12 ... It stood at 31 in the morning and at 48 in the evening"."""
    f = change.figure
    here = [x for x in told if x.number == f.number + 1]
    if change.percent or len(here) != 2 or not re.search(MOVED, change.words, re.I):
        return []
    first, last = here
    sentence = story.sentence(first.start)
    led = STOOD.match(story.words((sentence.start, first.start)))
    joined = re.fullmatch(r"[^.;,]{0,40}\s+and\s+(?:at\s+)?", story.text[first.end : last.start])
    same = first.noun in (None, f.noun) and last.noun in (None, f.noun)
    return [(first, last)] if led and joined and same and all(one_telling(story, f, x) for x in here) else []


def _ends(story: Story, told: Sequence[Figure], taken: set[int]) -> Iterator[tuple[Figure, Figure]]:
    """Two figures of one measure, the earlier and the later, not more than two sentences apart."""
    free = [f for f in told if f.unit != "percent" and f.exact and f.start not in taken]
    for i, a in enumerate(free):
        for b in free[i + 1 :]:
            named = a.noun is not None or (b.noun is not None and b.number == a.number)
            if not named or not alike(a, b) or a.value == b.value or not _near(story, a, b):
                continue
            if pair := _earlier_and_later(story, a, b):
                yield pair


def _near(story: Story, a: Figure, b: Figure) -> bool:
    """Within two sentences, or farther where the second sentence speaks of the first one's things again."""
    apart = b.number - a.number
    again = (
        b.noun is None and a.noun is not None and a.noun in stems(story.words((story.sentence(b.start).start, b.start)))
    )
    return apart <= 2 or (apart <= NEAR and again)


def _earlier_and_later(story: Story, a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    between = story.text[a.end : b.start]
    if AGAINST.search(between) and b.number == a.number and not re.search(r"from\s+$", between):
        return b, a
    if re.search(r"\bfrom\s+$", story.text[max(0, a.start - 8) : a.start]) and re.fullmatch(
        r"[^.;,]{0,30}\bto\s+", between
    ):
        return a, b
    if _between_comes_more(story, a, b):
        return None
    first, last = _clause(story, a, b), _clause(story, b, a)
    if START.search(first) and (END.search(last) or _later(story, a, b)) and not START.search(last):
        return a, b
    return None


def _between_comes_more(story: Story, a: Figure, b: Figure) -> bool:
    within = story.words((story.sentence(a.start).start, story.sentence(b.start).end))
    return bool(COME_IN.search(NO_DELIVERY.sub("", within)))


def _clause(story: Story, f: Figure, other: Figure) -> str:
    """The words beside a figure, up to the other of its sentence."""
    sentence = story.sentence(f.start)
    start, stop = max(sentence.start, f.start - 80), min(sentence.end, f.end + 60)
    if other.end > f.start:
        return story.words((start, min(stop, other.start) if other.start > f.start else stop))
    joined = story.text.rfind(" and ", other.end, f.start)
    return story.words((max(start, joined), stop))


def _later(story: Story, a: Figure, b: Figure) -> bool:
    """The second sentence names a later day than the first."""
    first, last = (story.days(story.sentence(f.start)) for f in (a, b))
    return bool(first and last) and max(d[1] for d in first) < min(d[0] for d in last)


def _of(story: Story, change: Change, ends: tuple[Figure, Figure]) -> bool:
    """The change is told of the measure that the two ends are of, by the same voice and over the same time."""
    f, (first, last) = change.figure, ends
    sentence = story.sentence(f.start)
    words = story.words(sentence)
    apart = f.number - max(first.number, last.number)
    if not 0 <= apart <= NEAR or OTHER_TIME.search(words) or not all(one_telling(story, f, x) for x in ends):
        return False
    around = " ".join(story.words(story.sentence(x.start)) for x in ends)
    named = next((x for x in ends if x.noun is not None), first)
    if change.percent:
        return bool(_things(story, ends, named) & stems(words)) and (money(named) or apart <= 2)
    if f.noun is None:
        return apart == 0 and f.number - first.number <= 1 and bool(OF_THEM.match(story.text[f.end : f.end + 12]))
    if not (alike(f, named) or f.noun in stems(around)) or A_STRANGER.match(words):
        return False
    return f.noun == named.noun or bool((stems(around) & stems(words)) - {f.noun})


def _things(story: Story, ends: tuple[Figure, Figure], named: Figure) -> set[str]:
    lead = story.words((story.sentence(named.start).start, named.start))
    return stems(lead)


def _step(change: Change, first: Figure, last: Figure) -> float:
    return 100 * (last.value - first.value) / first.value if change.percent else abs(last.value - first.value)


def _fits(change: Change, first: Figure, last: Figure) -> bool:
    step = abs(_step(change, first, last))
    slack = 1.5 + 0.03 * step if change.percent else 0.0
    return abs(step - change.figure.value) <= slack


def _explained(change: Change, told: Sequence[Figure]) -> bool:
    """Two other numbers differ by the change, or are in that proportion."""
    free = [f for f in told if f.unit != "percent" and f is not change.figure and f.value > 0]
    if not change.percent:
        kind = [f for f in free if alike(f, change.figure)]
        return any(abs(a.value - b.value) == change.figure.value for a, b in combinations(kind, 2))
    return any(
        abs(100 * abs(b.value - a.value) / x.value - change.figure.value) <= 1.5
        for a, b in combinations(free, 2)
        if alike(a, b) and abs(a.number - b.number) <= 2
        for x in (a, b)
    )


def _finding(story: Story, change: Change, first: Figure, last: Figure) -> Finding:
    step, told = _step(change, first, last), plain(change.figure.value)
    percent = " percent" if change.percent else ""
    verdict = Verdict(
        "C113", "contradiction", "difference", "medium",
        f"From {plain(first.value)} to {plain(last.value)} is a change of {plain(round(abs(step)))}{percent}, not of "
        f"{told}{percent}.",
        "the report gives both ends of one measure and, apart from them, the change",
        "a change counted over another period or of something else",
    )  # fmt: skip
    return story.finding(verdict, (first.span, last.span, change.figure.span))
