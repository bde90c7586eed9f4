"""A state that excludes what is dated after it (C135): destroyed in March, and at work there in October.

A building told as destroyed or closed on a day, and as in use on a later one; a person told as dead on a day, and as
acting on a later one. Silent where a word of repair, of another one or of a stopgap stands anywhere in the report,
beside doubt, where two people share the surname, and within three weeks of a closure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fogline.checking.dating.written import moved, quoted
from fogline.checking.offices.holders import surname
from fogline.checking.story import Days, Story, Verdict, clean, story_of
from fogline.records import Fact, Finding, Ledger, Mention, Span
from fogline.tables.lexicon_checks import check_words

GONE = (
    r"(?:(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?P<gone>destroyed|demolished|razed|levelled|leveled|flattened"
    r"|blown\s+up|burn(?:ed|t)\s+(?:down|to\s+the\s+ground)|gutted|bulldozed|dismantled)"
    r"|(?P<fell>collapsed|burn(?:ed|t)\s+down)|(?:(?:was|were|has\s+been)\s+)?(?P<shut>closed|shut\s+down|shut|abandoned))\b"
)
DIED = re.compile(
    r"^(?:,[^,.;]{2,60},)?\s+(?:(?:was|were)\s+(?:\w+ly\s+)?(?:killed|shot\s+dead|executed|assassinated|hanged|murdered|buried)"
    r"|died|drowned)\b"
)
DOUBT = re.compile(
    r"\b(?:[Rr]eported(?:ly)?|believed|thought|presumed|rumou?r\w*|false(?:ly)?|alleged(?:ly)?|claim\w*|den(?:y|ied|ies)|wrongly"
    r"|would|will|if|not|never|no|nearly|almost|may|might|could|feared|posthumous\w*|until|before|ago|after)\b",
)
AT = r"(?:\s+(?:in|at|of|on|near)\s+(?:the\s+)?(?P<at>[A-Z][\w’-]+))?"
CLOSED = 21  # days after which a closure is no short one


@cache
def _building() -> re.Pattern[str]:
    noun = check_words("building").pattern
    return re.compile(rf"\b[Tt]he\s+(?P<np>(?:[\w’'-]+\s+){{0,2}}?{noun}{AT})\s+{GONE}")


def check_states(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C135: what is told as destroyed, closed or dead is at work on a later day."""
    story = story_of(ledger)
    yield from _buildings(story)
    yield from _people(story)


def _only_day(story: Story, span: Span) -> Days | None:
    found = set(story.days(span))
    return found.pop() if len(found) == 1 else None


def _buildings(story: Story) -> Iterator[Finding]:
    for match in _building().finditer(story.text):
        sentence = story.sentence(match.start())
        day = _only_day(story, sentence)
        noun = (check_words("building").search(match["np"]) or match)[0].lower()
        if day and not DOUBT.search(story.words(sentence)) and not _another(story, noun):
            wait = CLOSED if match["shut"] else 1
            later = next(
                (s for s in _later(story, sentence, moved(day, 0, wait)[1]) if _used(story, s, match, noun)), None
            )
            if later:
                yield _finding(story, clean(f"the {match['np']}"), (Span(*match.span()), later), day)


def _another(story: Story, noun: str) -> bool:
    """The report knows more than one of the kind, or has this one mended."""
    count = r"(?:an?|two|three|four|five|several|some|many|both|every|each|all)"
    more = re.compile(rf"\b{count}\s+(?:[\w-]+\s+)?{noun}s?\b|\b{noun}s\b", re.I)
    return bool(more.search(story.text) or check_words("restored").search(story.text))


def _later(story: Story, sentence: Span, day: str) -> Iterator[Span]:
    for s in story.ledger.sentences:
        other = Span(s.start, s.end)
        when = _only_day(story, other) if other != sentence else None
        if when and when[0] > day and not DOUBT.search(story.words(other)):
            yield other


def _used(story: Story, span: Span, match: re.Match[str], noun: str) -> bool:
    """The very building is in use there: the same noun behind "the", no other place beside it, an act of use done."""
    words = story.words(span)
    named = re.search(rf"\b[Tt]he\s+(?:[\w’'-]+\s+){{0,2}}?{noun}\b{AT}", words)
    if not named or (named["at"] or "") != (match["at"] or "") or _kind(named[0], noun) != _kind(match[0], noun):
        return False
    acts = (a for a in story.ledger.acts if span.start <= a.trigger.start < span.end and a.status == "done")
    return any(check_words("use").fullmatch(story.words(a.trigger).lower()) for a in acts)


def _kind(words: str, noun: str) -> str:
    """The words between "the" and the noun: "the town's main bridge" is not "the railway bridge"."""
    return re.split(rf"\b{noun}\b", words.lower(), maxsplit=1)[0].removeprefix("the").strip()


def _people(story: Story) -> Iterator[Finding]:
    people = {e.id: e.name for e in story.ledger.entities if e.type == "person"}
    family = [surname(n) for n in people.values()]
    names = [m for m in story.ledger.mentions if m.kind == "name" and m.entity in people]
    for m in names:
        if family.count(surname(people[m.entity])) == 1 and DIED.match(story.text[m.end : m.end + 100]):
            sentence = story.sentence(m.start)
            day = _only_day(story, sentence)
            later = _acts_later(story, m, names, day) if day and not DOUBT.search(story.words(sentence)) else None
            if day and later:
                yield _finding(story, people[m.entity], (Span(m.start, m.end), later), day)


def _acts_later(story: Story, m: Mention, names: Sequence[Mention], day: Days) -> Span | None:
    """A later day's sentence in which the same name is straight before an act of the living."""
    for span in _later(story, story.sentence(m.start), moved(day, 0, 1)[1]):
        here = [n for n in names if n.entity == m.entity and span.start <= n.start < span.end]
        for n in here:
            verb = re.match(r"\s+(?:\w+ly\s+)?(\w+)", story.text[n.end : n.end + 40])
            if verb and check_words("living").fullmatch(verb[1]) and not quoted(story, n.start):
                return span
    return None


def _finding(story: Story, name: str, sides: tuple[Span, Span], day: Days) -> Finding:
    later = _only_day(story, sides[1]) or day
    verdict = Verdict(
        "C135", "contradiction", "state", "medium",
        f"By one sentence it was over with {name} by {day[1]}; by another it was still going on, on {later[0]}.",
        "the later act needs what the earlier sentence has ended, and no return or repair is told",
        "a repair, a return or another one of that name",
    )  # fmt: skip
    return story.finding(verdict, sides)
