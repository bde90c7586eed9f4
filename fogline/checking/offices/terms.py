"""Who held which office from when or until when, and who acted in one when: read from a report's own sentences.

A term is a person, an office and the day it began ("was elected mayor in October 2019", "director since 2016") or ended
("resigned as minister on 30 November", "her term as mayor ended on 29 March"). An exercise is an act of office: signed,
ordered or issued "as director", "in her capacity as mayor", by "the then minister, ..." or by "Governor ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fogline.checking.offices.holders import surname
from fogline.checking.story import Days, Story
from fogline.records import Span, Timex
from fogline.tables.lexicon_checks import check_words

NEAR = 90  # characters between a person's name and the office
BEGAN = (
    r"(?:appointed|named|elected|sworn\s+in|chosen|installed|became|made|promoted|confirmed"
    r"|took\s+(?:office|over|up\s+(?:the\s+office|the\s+post|his\s+post|her\s+post|his\s+duties|her\s+duties)))"
)
ENDED = (
    r"(?:resigned|stepped\s+down|retired|quit|ousted|sacked|fired|dismissed|removed|suspended|deposed|replaced"
    r"|left\s+(?:office|the\s+(?:post|office)|his\s+(?:post|office)|her\s+(?:post|office)))"
)
BY_NAME = re.compile(
    r"\bby\s+(?P<who>[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){1,2})|(?P<whose>\b[A-Z][\w-]+)(?=['’]s\s+term\b)"
    r"|(?P<subject>\b(?!(?:He|She|It|They|The|This|That|Who|Which|There|I|We|You)\b)[A-Z][\w-]+)(?=,?\s+(?:was|became|resigned|retired|stepped|left|has\s+been)\b)"
)
NOT_THEN = re.compile(r"\b(?:will|would|if|until|since)\b")
AGAIN = re.compile(
    r"\b(?:re-?elected|re-?appointed|again|returned|second\s+term|re-?instated|another\s+term|interim|deputy|vice)\b",
    re.I,
)
NOT_YET = re.compile(
    r"\b(?:future|later|designate|elect|predecessor|successor|would\s+become|soon\s+to|not\s+yet|former|ex|deputy|vice"
    r"|acting\s+(?!with|as|in))[-\s]",
    re.I,
)
IDLE = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "new",
        "first",
        "then",
        "city",
        "town",
        "as",
        "post",
        "of",
        "has",
        "been",
        "had",
        "was",
        "is",
    ]
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as named: the words before its head, the head, and what it is of."""

    kind: frozenset[str]
    head: str
    of: str

    def fits(self, other: Office) -> bool:
        """True if two names can be of one office: one head, and nothing told of both that differs."""
        if not self.head or not other.head:
            return True
        same_of = not self.of or not other.of or self.of == other.of
        return self.head == other.head and same_of and (not self.kind or not other.kind or self.kind == other.kind)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's term has its first day (``began``) or its last day then; or an act of the office falls then."""

    who: str
    office: Office
    sort: str  # began, ended, exercised
    days: Days
    span: Span


STOP = (
    r"(?!(?:in|on|at|until|since|and|who|which|that|by|to|for|after|before|when|with|was|were|has|had|said|from|but)\b)"
)


@cache
def _office() -> str:
    head = check_words("office").pattern.removeprefix(r"\b").removesuffix(r"\b")
    of = rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?P<of>{STOP}[\w-]+(?:\s+{STOP}[\w-]+){{0,2}}))?"
    return rf"(?:(?:(?P<owner>[\w-]+)['’]s?\s+)?(?P<kind>(?:[A-Za-z-]+\s+){{0,2}}?)(?i:(?P<head>{head}))\b{of})"


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    office, lead = _office(), r"(?:the\s+|its\s+|their\s+|his\s+|her\s+|a\s+|an\s+)?"
    to = rf"\s+(?:as\s+|to\s+be\s+|the\s+post\s+of\s+|of\s+)?{lead}{office}"
    on = r"\b[^.;:“”\"]{0,50}?\b(?:in|on|at)\s+(?:[\w,]+\s+){0,3}?$"
    return {
        "began": (
            re.compile(rf"\b{BEGAN}{to}{on}"),
            re.compile(rf"\b{office}\s+since\s+(?:[\w,]+\s+){{0,2}}?$"),
            re.compile(rf"\bhas\s+been\s+{lead}{office}\b[^.;:“”\"]{{0,40}}?\bsince\s+(?:[\w,]+\s+){{0,2}}?$"),
            re.compile(r"\btook\s+(?P<none>office)\s+(?:in|on)\s+(?:[\w,]+\s+){0,2}?$"),
        ),
        "ended": (
            re.compile(rf"\b{ENDED}(?:\s+(?:from\s+(?:the\s+post\s+of\s+)?|as\s+|of\s+)){lead}{office}{on}"),
            re.compile(rf"\bterm\s+(?:as|of)\s+{lead}{office}\b[^.;:]{{0,20}}?\b(?:ended|expired|ran\s+out|lapsed)\s+(?:in|on)\s+(?:[\w,]+\s+){{0,2}}?$"),
            re.compile(rf"\b(?:was|served\s+as|had\s+been)\s+{lead}{office}\b[^.;:]{{0,40}}?\buntil\s+(?:[\w,]+\s+){{0,2}}?$"),
            re.compile(r"\b(?:resigned|stepped\s+down|left\s+(?P<none>office)|was\s+(?:dismissed|sacked|removed))(?:\s+from\s+(?:that|the|his|her)\s+post)?\s+(?:in|on)\s+(?:[\w,]+\s+){0,2}?$"),
        ),
    }  # fmt: skip


@cache
def _capacity() -> re.Pattern[str]:
    office = _office()
    return re.compile(
        rf"\b(?:[Aa]s|in\s+(?:his|her|the)\s+capacity\s+as|powers?\s+of|in\s+(?:his|her)\s+role\s+as|the\s+then|then|signing\s+as)"
        rf"\s+(?:the\s+)?{office}"
    )


def tenures(story: Story) -> tuple[Tenure, ...]:
    """Every beginning, end and exercise of an office that has a person and a day; none where nobody acts in one."""
    acts = tuple(_exercises(story)) if check_words("office").search(story.text) else ()
    dated = [t for t in story.ledger.times if t.type == "DATE" and re.search(r"\d|[A-Z]", _words(story, t))]
    terms = [one for t in dated if (period := _days(t)) for one in _terms(story, t, period)] if acts else []
    return (*acts, *terms)


def _words(story: Story, time: Timex) -> str:
    return story.words((time.start, time.end))


def _days(time: Timex) -> Days | None:
    first, last = time.begin[0] or time.finish[0], time.finish[1] or time.begin[1]
    return (first, last) if first and last and first <= last else None


def _terms(story: Story, time: Timex, period: Days) -> Iterator[Tenure]:
    sentence = story.sentence(time.start)
    before = story.words((sentence.start, time.start))
    for sort, patterns in _patterns().items():
        match = next((m for p in patterns if (m := p.search(before))), None)
        who = _person(story, sentence, _at(sentence, match), behind=False) if match else None
        if match and who and not AGAIN.search(story.words(sentence)):
            state = "since" if re.search(r"\bsince\b", match[0]) else sort
            yield Tenure(who, _named(match), state, period, Span(_at(sentence, match).start, time.end))


def _at(sentence: Span, match: re.Match[str]) -> Span:
    return Span(sentence.start + match.start(), sentence.start + match.end())


def _named(match: re.Match[str]) -> Office:
    groups = match.groupdict()
    if not groups.get("head"):
        return Office(frozenset(), "", "")
    kind = frozenset(w for w in (groups["kind"] or "").lower().split() if w not in IDLE)
    of = (groups["of"] or groups["owner"] or "").lower().split()
    return Office(kind, groups["head"].lower(), of[-1] if of else "")


def _exercises(story: Story) -> Iterator[Tenure]:
    """Acts of office in a sentence with one day of its own, or of the sentence before ("It is signed by ...")."""
    sentences = dict.fromkeys(story.sentence(m.start()) for m in check_words("power").finditer(story.text))
    for sentence in sentences:
        words = story.words(sentence)
        if not check_words("office").search(words) or NOT_THEN.search(words):
            continue
        held = _capacity().search(words) or _titled().search(words)
        period = _day_of(story, sentence) if held and not NOT_YET.search(words) else None
        if held and period:
            span = Span(sentence.start + held.start(), sentence.start + held.end("of" if held["of"] else "head"))
            who = _person(story, sentence, span, behind=True)
            if who:
                yield Tenure(who, _named(held), "exercised", period, span)


@cache
def _titled() -> re.Pattern[str]:
    """A title straight before a name and its act: "Governor Ahmed Salim signed"."""
    power = check_words("power").pattern
    return re.compile(rf"\b{_office()}\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}}\s+{power}")


def _day_of(story: Story, sentence: Span) -> Days | None:
    found = set(story.days(sentence))
    k = story.number(sentence.start)
    if (
        not found
        and k > 0
        and re.match(r"(?:It|This|The\s+(?:order|paper|decree|letter|document))\b", story.words(sentence))
    ):
        before = story.ledger.sentences[k - 1]
        found = set(story.days((before.start, before.end)))
    return found.pop() if len(found) == 1 else None


def _person(story: Story, sentence: Span, office: Span, *, behind: bool) -> str | None:
    """The surname nearest before an office, or straight behind it; "he" and "she" are the last one named."""
    at, names = office.start, [n for n in _names(story, sentence) if not office.start <= n[0] < office.end]
    after = [name for start, name in names if 0 <= start - at < NEAR] if behind else []
    before = [name for start, name in names if start < at]
    if after and (not before or _close(names, at)):
        return after[0]
    if before:
        return before[-1]
    if re.search(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b", story.words(sentence)):
        earlier = [name for start, name in _names(story, Span(0, sentence.start))]
        return earlier[-1] if earlier else None
    return None


def _close(names: list[tuple[int, str]], at: int) -> bool:
    return any(0 <= start - at < 50 for start, _ in names)


def _names(story: Story, span: Span) -> list[tuple[int, str]]:
    """People named in a stretch, by surname: those of the ledger, and who signs or has a term by the words."""
    people = {e.id: e.name for e in story.ledger.entities if e.type == "person"}
    found = {
        m.start: surname(people[m.entity]) for m in story.ledger.mentions if m.entity in people and m.kind == "name"
    }
    words = {m.start(m.lastgroup or 0): surname(m[m.lastgroup or 0]) for m in BY_NAME.finditer(story.text, *span)}
    both = {**words, **found}
    return [(start, both[start]) for start in sorted(both) if span.start <= start < span.end]
