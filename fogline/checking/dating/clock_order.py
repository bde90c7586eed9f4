"""An effect at an earlier hour than its cause (C134): sent to shelters at 8:15 because of shots that began at 8:50.

The hour of the effect stands in its own clause, the hour of the cause in another sentence that tells the same happening
as begun, in the same telling word. Silent where the days differ, where the cause has its own hour beside the link, and
beside words of repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.checking.dating.written import quoted
from fogline.checking.story import Story, Verdict, clean
from fogline.checking.telling.tellings import OPENER, clock_of
from fogline.checking.topics import stems
from fogline.records import Finding, Span

LINK = re.compile(r"\s(?:after|following|because\s+of|as\s+a\s+result\s+of|in\s+response\s+to"
    r"|in\s+retaliation\s+for|in\s+revenge\s+for" r"|prompted\s+by|triggered\s+by|in\s+reaction\s+to"
    r"|in\s+the\s+wake\s+of)\s+(?P<cause>(?:the|an?|its|his|her|their)\s+[^.;:,“”\"]{3,80})")  # fmt: skip
AGAIN = re.compile(r"\b(?:again|another|second|third|first|earlier|previous|anniversary|every|each|later"
    r"|hearing|trial|inquiry|report)\b", re.I,)  # fmt: skip
HOUR = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m)?|\d{1,2}\s*[ap]\.?m\b"
TIMED = re.compile(rf"\bat\s+(?:about\s+|around\s+)?(?:{HOUR})", re.I)
BEGAN = re.compile(r"(?P<np>\b[Tt]he\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+(?P<verb>began|started|broke\s+out"
    r"|went\s+off|exploded|occurred|happened|took\s+place" rf"|hit|struck|came|fell|detonated|landed"
    rf"|erupted)\b(?P<mid>[^.;:“”\"]{{0,50}}?)\s(?P<at>at\s+(?:about\s+|around\s+)?(?:{HOUR}))", re.I)  # fmt: skip
GUNFIRE = re.compile(r"\b(?:shots|gunshots|shooting|gunfire|firing|gunfight)\b", re.I)
ANOTHER = re.compile(r"\b(?:second|third|another|further|new|next|last|again)\b", re.I)


def by_the_clock(story: Story) -> Iterator[Finding]:
    """C134: what is told as the effect has an earlier hour than its cause."""
    begun = [m for m in BEGAN.finditer(story.text) if not ANOTHER.search(m[0])]
    if not begun:
        return
    for link in LINK.finditer(story.text):
        sentence = story.sentence(link.start() + 1)
        hour = _hour(story.words((sentence.start, link.start())))
        if (
            hour is None
            or quoted(story, link.start())
            or AGAIN.search(story.words(sentence))
            or TIMED.search(link["cause"])
        ):
            continue
        found = next((m for m in begun if _later(story, link, sentence, hour, m)), None)
        if found:
            yield _finding(story, sentence, found)


def _hour(effect: str) -> int | None:
    """The one hour of the clause before the link; the stamp that opens a live entry is none."""
    opener = OPENER.match(effect)
    found = TIMED.findall(effect[opener.end() if opener else 0 :])
    return clock_of(found[0]) if len(found) == 1 else None


def _later(story: Story, link: re.Match[str], sentence: Span, hour: int, begun: re.Match[str]) -> bool:
    """The same happening begins in another sentence, on no other day, at a later hour."""
    other = story.sentence(begun.start())
    cause, told = link["cause"], f"{begun['np']} {begun['verb']}"
    shared = stems(cause) & stems(told) or (GUNFIRE.search(cause) and GUNFIRE.search(told))
    then = clock_of(begun["at"])
    return bool(other != sentence and shared and not story.apart(sentence, other) and then is not None and hour < then)


def _finding(story: Story, sentence: Span, begun: re.Match[str]) -> Finding:
    verdict = Verdict(
        "C134", "contradiction", "order", "medium",
        f"By “{clean(story.words(sentence))}” one followed the other; but “{clean(begun[0])}”.",
        "both hours stand in the report, and no other day is named",
        "two happenings of one kind",
    )  # fmt: skip
    return story.finding(verdict, (sentence, Span(*begun.span())))
