"""The first of its kind, and an earlier one told in the same report (C133).

"The first attack on the port since 2014" is held against a sentence that dates another attack on the port after 2014
and before this one. Every telling word of the claim must come back, with a shared place or thing; the other must be
told as done. Silent where another voice tells it, where the claim's own day is not known, where the other may be the
very one the claim speaks of, and on a first of another kind ("the first large delivery").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.dating.calendar import published
from fogline.checking.dating.presupposed import FIRST
from fogline.checking.dating.written import moved
from fogline.checking.story import Days, Story, Verdict, clean, days, story_of
from fogline.checking.topics import stems
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Span, Timex

SCOPE = (
    r"(?P<scope>since\b(?P<since>[^.;:“”\"—–]{3,80}?(?=\s+that\b|[.,;:)“”—–]|$))|in\s+(?:the\s+(?:past|last)\s+|more\s+than\s+|over\s+|nearly\s+|almost\s+)?"
    r"(?P<n>[a-z-]+|\d+)\s+(?P<unit>year|month|week)s\b|(?:so\s+far\s+)?this\s+(?P<this>year|month)\b|ever\b"
    r"|in\s+(?:its|the\s+[\w’' -]{2,20}['’]s|living|recorded)\s+(?:history|memory)\b)"
)
NOUN = re.compile(rf"\b[Tt]he\s+first\s+(?P<np>(?!time\b)(?:[\w’'-]+\s+){{1,7}}?){SCOPE}")
IT_WAS = re.compile(rf"\b(?:The|This)\s+(?P<np>(?:[\w’'-]+\s+){{1,5}}?)(?:was|is)\s+(?:only\s+)?the\s+first\s+{SCOPE}")
CLAUSE = re.compile(rf"(?P<np>[A-Z][^.;:“”\"—–]{{8,120}}?),?\s+for\s+the\s+first\s+time(?:\s+{SCOPE})?")
TIME_THAT = re.compile(rf"\bthe\s+first\s+time\s+{SCOPE}?(?:\s*,)?\s*(?:that\s+)?(?P<np>[^.;:“”\"—–]{{8,80}})")
TIME_SINCE = re.compile(
    rf"\bthe\s+first\s+time\s+(?:that\s+)?(?P<np>(?!since\b|in\b|this\b)[^.;:“”\"—–]{{8,100}}?)\s+{SCOPE}"
)
PATTERNS = (NOUN, IT_WAS, TIME_THAT, TIME_SINCE, CLAUSE)
UNSURE = re.compile(
    r"\b(?:attempt\w*|fail\w*|foil\w*|plan(?:s|ned|ning)?|talks|about|threat\w*|den(?:y|ied|ies)|never|no|not|would|could|may|might|if|similar"
    r"|called\s+off|cancell?ed|averted|intercepted|simulat\w+|drill|exercise|anniversary)\b"
)
YEARS = {"year": 365.25, "month": 30.44, "week": 7.0}
UNDATED = ("9999-12-31", "9999-12-31")  # a report without a day speaks of what is later than all it dates
FLYING = re.compile(
    r"\b(?:jets?|drones?|planes?|warplanes?|aircraft|helicopters?|bombers?|airstrikes?|from\s+the\s+air)\b", re.I
)
BACK = 3  # sentences before, whose day a claim without one speaks of


@dataclass(frozen=True, slots=True)
class First:
    """A claim of the first: what of, in which period it would be the only one, and where it stands."""

    topic: frozenset[str]
    aside: frozenset[str]  # the clause that "the first delivery" sums up
    after: str
    before: str
    span: Span
    sentence: Span


def check_firsts(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C133: "the first since 2014", and another of the kind told between."""
    if "first" not in ledger.text:
        return
    story = story_of(ledger)
    for claim in _claims(story):
        other = next((s for s in ledger.sentences if _contradicts(story, claim, Span(s.start, s.end))), None)
        if other:
            yield _finding(story, claim, Span(other.start, other.end))


def _claims(story: Story) -> Iterator[First]:
    for pattern in PATTERNS:
        for match in pattern.finditer(story.text):
            sentence = story.sentence(match.start())
            day = _own_day(story, sentence, match) or (UNDATED if match["since"] else None)
            after = _after(story, sentence, match, day) if day and match.end() <= sentence.end else None
            if day and after:
                aside = story.words((sentence.start, match.start())) if pattern is NOUN else ""
                span = Span(match.start(), match.end())
                yield First(
                    _topic(story, sentence, match), stems(aside.rpartition(",")[0]), after, day[0], span, sentence
                )


def _topic(story: Story, sentence: Span, match: re.Match[str]) -> frozenset[str]:
    """The telling words of the first; "the raid was the first on the refinery" has its happening before the verb."""
    before = re.search(r"([\w’'-]+)\s+(?:was|is)\s+(?:only\s+)?$", story.words((sentence.start, match.start())))
    led = re.match(r"(?:on|in|at|against|of|by|for|to|near)\s", match["np"])
    return stems(f"{before[1]} {match['np']}" if before and led else match["np"])


def _own_day(story: Story, sentence: Span, match: re.Match[str]) -> Days | None:
    """The day of what is called the first: in its sentence, in one of those before, or publication."""
    at = story.number(sentence.start)
    scope = Span(match.start("scope"), match.end("scope")) if match["scope"] else Span(-1, -1)
    here = [t for t in story.times(sentence) if not scope.start <= t.start < scope.end]
    before = [story.ledger.sentences[k] for k in range(at - 1, max(-1, at - 1 - BACK), -1)]
    for times in (here, *(story.times((s.start, s.end)) for s in before)):
        found = [d for t in times if t.type in ("DATE", "TIME") and (d := days(t))]
        if found:
            return found[0] if len(set(found)) == 1 else None
    return published(story.ledger.report.published)


def _after(story: Story, sentence: Span, match: re.Match[str], day: Days) -> str | None:
    """The last day before the period in which it would be the only one."""
    if match["since"]:
        times = [t for t in story.times((match.start("since"), match.end("since"))) if t.type in ("DATE", "TIME")]
        return max((end for t in times if (end := _end(t))), default=None)
    if match["unit"]:
        n = _number(match["n"])
        return moved(day, -YEARS[match["unit"]] * n * 0.95, 0)[0] if n else None
    if match["this"]:
        return day[0][:4] + "-01-01" if match["this"] == "year" else day[0][:7] + "-01"
    return FIRST


def _number(word: str) -> int | None:
    small = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return int(word) if word.isdigit() else small.index(word) + 1 if word in small else None


def _end(time: Timex) -> str | None:
    return time.finish[1] or time.begin[1]


def _contradicts(story: Story, claim: First, other: Span) -> bool:
    """The sentence dates another one of the kind inside the period, well before the claim's own."""
    if other == claim.sentence:
        return False
    found = story.days(other)
    inside = len(set(found)) == 1 and claim.after < found[0][0] and moved(found[0], 0, 7)[1] < claim.before
    words = story.words(other)
    if not inside or UNSURE.search(words) or not _same_voice(story, claim.sentence, other):
        return False
    topic, told = (
        stems(words) | (stems("air aerial") if FLYING.search(words) else frozenset()),
        _told_as_done(story, other),
    )
    whole = len(claim.topic) > 1 and claim.topic <= topic and bool(claim.topic & told)
    aside = len(claim.aside) > 1 and claim.aside <= topic and bool(claim.aside & told)
    return whole or aside or _same_place(story, claim, other, topic, told)


def _same_place(story: Story, claim: First, other: Span, topic: frozenset[str], told: frozenset[str]) -> bool:
    """A first of one word ("the first attack in two years") needs a place that both sentences name."""
    if len(claim.topic) != 1 or not claim.topic <= topic & told:
        return False
    narrow = ("exact", "near", "town", "district", "unknown")
    here, there = ({p.name for p in story.places(s) if p.precision in narrow} for s in (claim.sentence, other))
    return bool(here) and here == there


def _told_as_done(story: Story, span: Span) -> frozenset[str]:
    acts = [a for a in story.ledger.acts if span.start <= a.trigger.start < span.end]
    return stems(" ".join(story.words(a.trigger) for a in acts if a.status == "done" and a.score > 0))


def _same_voice(story: Story, a: Span, b: Span) -> bool:
    """No two voices that differ: one of the sentences is the outlet's own, or both are one voice's."""
    voices = [{story.voice(c.id) for c in story.ledger.claims if _meets(c.content, s)} - {OUTLET} for s in (a, b)]
    return not voices[0] or not voices[1] or bool(voices[0] & voices[1])


def _meets(content: Sequence[Span], span: Span) -> bool:
    return any(c.start < span.end and span.start < c.end for c in content)


def _finding(story: Story, claim: First, other: Span) -> Finding:
    when = story.days(other)[0]
    verdict = Verdict(
        "C133", "contradiction", "first", "medium",
        f"Told as the first (“{clean(story.words(claim.span))}”), but the report dates another to "
        f"{when[0] if when[0] == when[1] else f'{when[0]} to {when[1]}'}.",
        "both sentences speak of one kind of happening at one place, and the other lies within the period",
        "a difference of kind or size that the report does not spell out",
    )  # fmt: skip
    return story.finding(verdict, (claim.span, other))
