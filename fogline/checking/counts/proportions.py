"""A share and its numbers, sentences apart (C112): "84 of the 240 families left ... nearly 45 percent are gone".

A part and its whole stand together ("84 of the 240", "500 households ... of these, 350"); the share is told elsewhere,
in percent or in words ("four in five", "almost half"), of the same things and in words of one sense. Modifiers leave
room on their side: "almost" a little below, "more than" anything above. Silent where the rest of the whole, or any
other two numbers of its kind, has that share, where days or voices differ, and where the share's sentence has numbers
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.counts.figures import Figure, figures, one_telling
from fogline.checking.story import Story, Verdict, capital, clean, plain, story_of
from fogline.records import Fact, Finding, Ledger
from fogline.tables.lexicon_checks import fraction_words, senses, stems
from fogline.tables.lexicon_numbers import number_words

LEAST = 10  # a share of fewer is no share
NEAR = 12  # sentences between a share and its numbers
OF = re.compile(r"\s+(?:\w+\s+)?of\s+(?:(?:the|its|their|our|his|her|all)\s+)*$", re.I)
OF_THE = re.compile(r"(?:^|[.;\n,]\s*|\bthat\s+)(?:out\s+)?of\s+(?:(?:the|its|their|all|some)\s+)*$", re.I)
APPOSED = re.compile(
    r"[^.;:,()\d]{0,40}(?:,\s+or|\s+or|,|\s*\()\s*(?:about|around|some|roughly|nearly|almost|just\s+over|just\s+under|more\s+than)?\s*",
    re.I,
)
SCOPE = re.compile(r"\b(?:across|among|throughout|nationwide|countrywide|overall|elsewhere|in\s+other)\b", re.I)
OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b", re.I)
OF_THESE = re.compile(
    r"(?:^|[.;\n]\s*)Of\s+(?P<what>(?:these|them|those)(?:\s+\w+)?|the\s+[^,.;]{3,60})(?:,|\s)\s*$", re.I
)
SMALL = r"(?:two|three|four|five|six|seven|eight|nine|\d)"
IN = re.compile(rf"\b(?P<part>one|{SMALL})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<whole>ten|10|{SMALL})\b(?![\d,])", re.I)
BELOW = re.compile(r"\b(?:nearly|almost|close to|just under|not quite|approaching)\s+(?:a\s+)?$", re.I)
ABOVE = re.compile(r"\b(?:more than|over|at least|upwards of|no fewer than|well over|just over)\s+$", re.I)
LESS = re.compile(r"\b(?:less than|fewer than|under|below|at most|no more than|up to|barely|only)\s+$", re.I)
ROUGHLY = re.compile(r"\b(?:about|around|roughly|some|approximately|an estimated)\s+$", re.I)
CUT = r";|, which"
PHRASE_END = re.compile(r"\s+(?:in|of|at|on|from|who|that|which|there|here|have|has|had|are|is|were|was)\b")
SO = re.compile(r"(?:^|[,;]\s+)(?:that\s+(?:is|means)|which\s+means|in\s+other\s+words|so|thus|hence|in\s+all)\b", re.I)
OTHER_WHEN = re.compile(r"\b(?:later|earlier|already|since then|by then|ago|last|next|will)\b", re.I)
NOT = re.compile(r"\b(?:not|no|never|without|still|only|escaped|remain\w*|un\w+)\b|n[’']t\b", re.I)
BASE = re.compile(
    r"(?:\s*(?:percent|per cent|%))?\s+(?:of\s+)?(?:(?:the|its|their|our|his|her|all|those|these|that|this)\s+)*"
    r"(?P<base>(?:[\w’'-]+\s+){0,3}[\w’'-]+)"
)
VERB = re.compile(r"(?:is|are|was|were|has|have|had|can|could|will|would|did|do|does|may|must|never|now)\b")
OTHER_SHARE = re.compile(
    r"\b(?:hour|day|week|month|year|century|mile|kilomet|million|billion|cent|dollar|time|final|century)", re.I
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share as told: where, its least and greatest true value, and the words of what it is a share of."""

    start: int
    end: int
    low: float
    high: float
    base: str
    number: int


def check_proportions(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C112: a share told apart from its two numbers is not theirs."""
    story = story_of(ledger)
    shares = list(_shares(story))
    told = figures(story) if shares else []
    pairs = list(_pairs(story, told)) if shares else []
    seen: set[int] = set()
    for share in shares:
        for part, whole in pairs:
            if share.start not in seen and _at_odds(story, share, (part, whole), told):
                seen.add(share.start)
                yield _finding(story, share, part, whole)


def _shares(story: Story) -> Iterator[Share]:
    text = story.text
    for q in story.ledger.quantities:
        if (
            q.unit == "percent"
            and q.low is not None
            and 1 <= q.low <= 100
            and q.bound in ("exact", "about", "at_least")
        ):
            start = re.search(r"\d|$", text[q.start : q.end])
            yield _share(story, (q.start + (start.start() if start else 0), q.end), q.low / 100, 0.012)
    pattern, values = fraction_words()
    for m in pattern.finditer(text):
        value = values[re.sub(r"[\s-]+", " ", m[0].lower())]
        yield _share(story, m.span(), value, 0.035 if value == 0.5 else 0.06 * value + 0.02)
    for m in IN.finditer(text):
        part, whole = _small(m["part"]), _small(m["whole"])
        if 0 < part < whole:
            yield _share(story, m.span(), part / whole, 0.35 / whole)


def _small(word: str) -> float:
    return float(word) if word.isdigit() else number_words()[word.lower()][0]


def _share(story: Story, span: tuple[int, int], value: float, slack: float) -> Share:
    """The share with the room that its modifier leaves it."""
    before = story.text[max(0, span[0] - 20) : span[0]]
    low, high = value - slack, value + slack
    if BELOW.search(before):
        low = value * 0.87 - 0.01
    elif ABOVE.search(before):
        low, high = value - 0.005, 1.0
    elif LESS.search(before):
        low = low if re.search(r"(?:barely|only)\s+$", before, re.I) else 0.0
    elif ROUGHLY.search(before):
        low, high = value * 0.88 - slack, value * 1.12 + slack
    base = BASE.match(story.text, span[1])
    words = base["base"] if base and not VERB.match(base["base"]) else ""
    return Share(*span, low, high, re.split(r"[.,;:!?\n]", words)[0], story.number(span[0]))


def _pairs(story: Story, told: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """A part and its whole, as the words put them: "84 of the 240", "500 households ... of these, 350"."""
    for i, f in enumerate(told):
        later = told[i + 1] if i + 1 < len(told) else None
        if f.unit == "percent" or not (f.exact or _about(f)):
            continue
        if later and _is_whole(f, later) and later.number == f.number and OF_THE.search(_from(story, f)):
            yield later, f
        elif later and _is_whole(later, f) and OF.fullmatch(story.text[f.end : later.start]):
            yield f, later
        elif (whole := _whole_before(story, told[:i], f)) is not None:
            yield f, whole


def _about(f: Figure) -> bool:
    return f.quantity is not None and f.quantity.bound == "about"


def _from(story: Story, f: Figure) -> str:
    """The words just before a figure, in its sentence."""
    return story.text[max(story.sentence(f.start).start, f.start - 30) : f.start]


def _is_whole(whole: Figure, part: Figure) -> bool:
    return whole.exact and whole.unit != "percent" and whole.value > max(part.value, LEAST - 1)


def _whole_before(story: Story, before: Sequence[Figure], part: Figure) -> Figure | None:
    """The nearest larger number before "64 of them", or the one that "of the patients we had on Monday" takes up."""
    of_these = OF_THESE.search(story.text[max(0, part.start - 80) : part.start])
    if not of_these and not OF_THEM.match(story.text[part.end : part.end + 14]):
        return None
    named = of_these["what"] if of_these and of_these["what"].lower().startswith("the ") else ""
    larger = [f for f in before if _is_whole(f, part) and part.number - f.number <= NEAR]
    if not named:
        near = [f for f in larger if f.noun is not None and part.number - f.number <= 2]
        return near[-1] if near else None
    fitting = [f for f in larger if stems(named) & stems(story.words(story.sentence(f.start)))]
    return fitting[0] if len({f.value for f in fitting}) == 1 else None


def _at_odds(story: Story, share: Share, pair: tuple[Figure, Figure], told: Sequence[Figure]) -> bool:
    part, whole = pair
    beside = APPOSED.fullmatch(story.text[part.end : share.start]) if part.end < share.start else None
    ratio = part.value / whole.value
    room = 0.1 if _about(part) else 0.0
    low, high = share.low * (1 - room), share.high * (1 + room)
    fits = low <= ratio <= high or (low <= 1 - ratio <= high and not _of_one_sense(story, share, part))
    if beside and not fits:
        return True
    far = abs(share.number - part.number)
    apart = 0 < far <= NEAR or (far == 0 and part.end < share.start and _so(story, part.end, share))
    if fits or not apart or SCOPE.search(_words(story, share)) or OTHER_SHARE.search(share.base):
        return False
    sentence = story.sentence(share.start)
    own = [f for f in told if sentence.start <= f.start < sentence.end and not share.start <= f.start < share.end]
    if any(f.noun in (None, whole.noun) and f.value > 1 and f not in pair for f in own):
        return False
    return _one_thing(story, share, pair) and not _explained(story, share, whole, told)


def _words(story: Story, at: Share | Figure) -> str:
    return story.words(story.sentence(at.start))


def _so(story: Story, start: int, share: Share) -> bool:
    """As in "which means that more than half of the nurses are ill", "That is, three quarters are closed"."""
    between = story.words((max(start, story.sentence(share.start).start), share.start))
    return bool(SO.search(between)) or ";" in between


def _of_one_sense(story: Story, share: Share, part: Figure) -> bool:
    """Share and part are told of in words of one sense, neither of them turned round: the rest is not meant."""
    here, there = _clause(story, share), _clause(story, part)
    return bool(senses(here) & senses(there)) and not (NOT.search(here) or NOT.search(there))


def _clause(story: Story, at: Share | Figure) -> str:
    """The words around a number, between semicolons or "which means"."""
    sentence = story.sentence(at.start)
    before = re.split(CUT, story.words((sentence.start, at.start)))[-1]
    return before + re.split(CUT, story.words((at.start, sentence.end)))[0]


def _one_thing(story: Story, share: Share, pair: tuple[Figure, Figure]) -> bool:
    """One voice, no other day; the share is of the whole's things, and says of them what is said of the part."""
    part, whole = pair
    here, there, first = (story.sentence(x.start) for x in (share, part, whole))
    marker = Figure(share.start, share.end, 0.0, None, None, True, share.number)
    if not one_telling(story, marker, part) or (story.apart(here, there) and story.apart(here, first)):
        return False
    if whole.noun not in stems(share.base) and part.noun is not None and part.noun in stems(share.base):
        return False  # "half of the children"
    lead = next((w[0] for w in [share.base.split()] if len(w) > 1 and whole.noun in stems(w[1])), "")
    if senses(lead) & senses(story.words((part.start, there.end))) and lead not in story.words(first):
        return False  # "half of the sick nurses"
    if OTHER_WHEN.search(story.words(here)) and not OTHER_WHEN.search(story.words(there)):
        return False
    named = stems(story.words((share.end, here.end)))
    base, wholes = stems(PHRASE_END.split(share.base)[0]), stems(story.words(first)) | stems(whole.noun or "")
    if not base & wholes and not (abs(share.number - part.number) <= 1 and not base):
        return False
    said = (
        stems(story.words((part.start, there.end))) - wholes
        if first != there
        else stems(story.words((whole.end, there.end)))
    )
    told = senses(story.words(there)) & senses(story.words(here)) or (base & wholes and _so(story, here.start, share))
    return bool((said & named) - base) or bool(told)


def _explained(story: Story, share: Share, whole: Figure, told: Sequence[Figure]) -> bool:
    """Two other numbers of the whole's kind have that share."""
    free = [f for f in told if f.unit != "percent" and f.value > 0 and not share.start <= f.start < share.end]
    kind = [f for f in free if f.noun in (whole.noun, None)]
    return any(
        share.low <= a.value / b.value <= share.high
        for a in kind
        for b in kind
        if a is not b and b.noun is not None and abs(a.number - b.number) <= 1 and a.value < b.value
    )


def _finding(story: Story, share: Share, part: Figure, whole: Figure) -> Finding:
    counted = 100 * part.value / whole.value
    words = clean(story.words((share.start, share.end)))
    verdict = Verdict(
        "C112", "contradiction", "share", "medium",
        f"{capital(plain(part.value))} of {plain(whole.value)} are {counted:.0f} percent, not {words}, as the share is "
        "told elsewhere.",
        "both passages speak of one share of the same things",
        "a share of something else, or on another day",
    )  # fmt: skip
    return story.finding(verdict, (whole.span, part.span, (share.start, share.end)))
