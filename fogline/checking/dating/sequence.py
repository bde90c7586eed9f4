"""An effect before its cause (C134): "in answer to the shooting it closed the airstrip on 12 November".

What stands behind "after", "following" or "because of" came first, by day or by the clock (``causes``), and some acts
befall one person in one order only (``precedence``). Beside these, a day in the words of the cause itself ("after the
killing of a guard on 14 May") is held against the effect told again word by word. Silent on words of repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.dating.causes import out_of_order
from fogline.checking.dating.precedence import wrong_way_round
from fogline.checking.dating.told import told_past
from fogline.checking.dating.written import moved, quoted, written, written_in
from fogline.checking.story import Days, Story, Verdict, clean, story_of
from fogline.checking.topics import stems
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.lexicon_checks import incidents

LINK = re.compile(r"\s(?:after|following|because\s+of|as\s+a\s+result\s+of|in\s+response\s+to"
    r"|in\s+retaliation\s+for|in\s+revenge\s+for" r"|prompted\s+by|triggered\s+by|in\s+reaction\s+to"
    r"|in\s+the\s+wake\s+of)\s+(?P<cause>(?:the|an?|its|his|her|their)\s+[^.;:,“”\"]{3,80})")  # fmt: skip
AGAIN = re.compile(r"\b(?:again|another|second|third|first|earlier|previous|anniversary|every|each|later"
    r"|hearing|trial|inquiry|report)\b", re.I,)  # fmt: skip
HAPPENED = re.compile(
    r"(?P<np>\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is)\s+(?:[\w’'-]+\s+){1,7}?)(?:(?:broke\s+out|took\s+place|happened|occurred|erupted|came|fell|began"
    r"|was\s+carried\s+out)\s+)?(?:on|of)\s+$"
)
FAR = 120  # days: two happenings farther apart are not told as effect and cause by a slip


@dataclass(frozen=True, slots=True)
class Dated:
    """A happening with its day: its telling words, and where it stands."""

    topic: frozenset[str]
    days: Days
    span: Span


def check_sequence(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C134: what is told as the effect has an earlier day than its cause."""
    story, told = story_of(ledger), set[int]()
    for found in (*out_of_order(story), *wrong_way_round(story), *_dated_both(story)):
        starts = {e.start for e in found.evidence}
        if not starts & told:
            told |= starts
            yield found


def _dated_both(story: Story) -> Iterator[Finding]:
    """An effect and a cause with their days straight beside them, in one sentence or told again word by word."""
    links = list(LINK.finditer(story.text))
    if not links:
        return
    known = tuple(_dated(story))
    for link in links:
        sentence = story.sentence(link.start() + 1)
        effect = story.words((sentence.start, link.start()))
        if not quoted(story, link.start()) and not AGAIN.search(story.words(sentence)):
            first = _when(known, _core(effect, 120), Span(sentence.start, link.start()), sentence)
            cause = Span(link.start("cause"), link.end())
            then = _inside(story, cause) or _when(known, _core(link["cause"], 60), cause, sentence)
            if first and then and all(_too_early(a, b) for a in first for b in then):
                yield _finding(story, sentence, (first[0], then[0]))


def _too_early(effect: Dated, cause: Dated) -> bool:
    """More than a day before its cause, and not so long that another one of the kind is likelier."""
    return moved(effect.days, 1, 1)[1] < cause.days[0] <= moved(effect.days, 0, FAR)[1]


def _core(words: str, most: int) -> frozenset[str]:
    """The telling words of the last clause before a link, or of the first after it, without its dates."""
    part = re.split(r"[;:“”\"]|,\s", words)[-1][-most:]
    return stems(re.sub(r"\b(?:on|in)\s+[^,]*\d.*$", "", part))


def _when(known: Sequence[Dated], topic: frozenset[str], here: Span, around: Span) -> list[Dated]:
    """The days of a happening: the one told in these words, else those told elsewhere of all its words."""
    own = [d for d in known if here.start <= d.span.start and d.span.end <= here.end + 1]
    if own:
        return own
    enough = len(topic) >= 2
    return [d for d in known if enough and topic <= d.topic and not _meets(d.span, around)]


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _inside(story: Story, cause: Span) -> list[Dated]:
    """The one day that stands in the words of the cause: "after the killing of a guard on 14 May"."""
    found = [w for w in written_in(story, cause) if w.day]
    day = _year(story, found[0].span) if len(found) == 1 else None
    return [Dated(frozenset(), day, cause)] if day else []


def _dated(story: Story) -> Iterator[Dated]:
    """Happenings with a day straight beside them: a past act, or "the attack on the port of 3 May"."""
    for trigger, one in told_past(story):
        day = _year(story, one.span)
        if day and _single(story, one.span):
            start = story.sentence(trigger.start).start
            span = Span(min(trigger.start, one.span.start), max(trigger.end, one.span.end))
            yield Dated(stems(story.words((start, span.end))), day, span)
    for one in written(story):
        match = HAPPENED.search(story.text[max(0, one.span.start - 90) : one.span.start])
        day = (
            _year(story, one.span)
            if match and one.day and _single(story, one.span) and incidents(match["np"])
            else None
        )
        if match and day:
            begin = one.span.start - len(match[0])
            yield Dated(stems(match["np"]), day, Span(begin, one.span.end))


def _single(story: Story, span: Span) -> bool:
    """No word of repetition or of what came of it stands in the sentence."""
    return not AGAIN.search(story.words(story.sentence(span.start)))


def _year(story: Story, span: Span) -> Days | None:
    """The day of a date by the ledger, which knows the year of a date without one."""
    found = story.days(span)
    return found[0] if len(found) == 1 and found[0][0] == found[0][1] else None


def _finding(story: Story, sentence: Span, sides: tuple[Dated, Dated]) -> Finding:
    effect, cause = sides
    verdict = Verdict(
        "C134", "contradiction", "order", "medium",
        f"By “{clean(story.words(sentence))}” one came after the other; but the first is dated {effect.days[0]} "
        f"and what it followed {cause.days[0]}.",
        "both days stand in the report",
        "two happenings of one kind",
    )  # fmt: skip
    return story.finding(verdict, (sentence, effect.span, cause.span))
