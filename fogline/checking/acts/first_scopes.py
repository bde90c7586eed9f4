"""Since when something is told to be the first of its kind, and the day of the thing itself."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fogline.checking.dating.calendar import published
from fogline.checking.dating.presupposed import FIRST
from fogline.checking.dating.written import moved
from fogline.checking.story import Days, Story, days
from fogline.records import Span, Timex

SINCE = re.compile(
    r"\b(?:since|after)\b(?P<phrase>[^.;:“”\"—–]{3,80}?)(?=,|\s+(?:when|that|until)\b|[.;:“”\"—–]|$)", re.I
)
SPAN_OF = re.compile(
    r"\b(?:in|for)\s+(?:(?:the|more|less|than|over|past|last|nearly|almost|about|some|at|least)\s+)*"
    r"(?P<n>an?|[a-z-]+|\d+)\s+(?P<unit>decade|year|month|week)s?\b", re.I
)  # fmt: skip
THIS = re.compile(r"\b(?:this|of\s+the|so\s+far\s+this)\s+(?P<unit>year|month)\b", re.I)
WAR = re.compile(r"\b(?:war|wars|fighting|insurgency|conflict|uprising|rebellion|hostilities)\b", re.I)
NATION = re.compile(r"\b(?:independence|founding|foundation|its\s+creation|democracy)\b", re.I)
NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DAYS = {"decade": 3652.5, "year": 365.25, "month": 30.44, "week": 7.0}
UNDATED = "9999-12-31"
LONGEST = 31  # days of a period that can be the day of something
BACK = 3  # sentences before, whose day a claim without one speaks of
YEAR_BACK = 300  # days that a war surely has lasted, if nothing says when it began


def opened(story: Story, sentence: Span, span: Span) -> str | None:
    """The last day before the period of a claim; the first of all days where it has no beginning."""
    words = story.words(sentence)
    own = before(story, sentence, span)
    since = next((m for m in SINCE.finditer(words) if m[0].lower().startswith("since")), None)
    if since:
        return _since(story, Span(sentence.start + since.start("phrase"), sentence.start + since.end("phrase")), own)
    this, length = THIS.search(words), SPAN_OF.search(words, max(0, span.start - sentence.start))
    if this and own and own != UNDATED:
        return own[:4] + "-01-00" if this["unit"] == "year" else own[:7] + "-00"
    if length:
        return _back(length, own)
    return FIRST


def _back(length: re.Match[str], own: str | None) -> str | None:
    word = length["n"].lower()
    n = int(word) if word.isdigit() else 1 if word in ("a", "an") else NUMBERS.index(word) if word in NUMBERS else 0
    return moved((own, own), -DAYS[length["unit"].lower()] * n * 0.95, 0)[0] if n and own and own != UNDATED else None


def _since(story: Story, phrase: Span, own: str | None) -> str | None:
    """The end of the day that "since" names, or of the happening that it names where another sentence dates it."""
    for time in story.times(phrase):
        if found := _past(story, time, own):
            dated = story.words(phrase)
            bare = len(re.findall(r"\w+", dated[: time.start - phrase.start] + dated[time.end - phrase.start :])) < 2
            return found[1] if bare or _length(found) < 40 else _middle(found)
    if day := _dated_elsewhere(story, phrase):
        return day
    if NATION.search(story.words(phrase)):
        return FIRST
    if WAR.search(story.words(phrase)) and own and own != UNDATED:
        return moved((own, own), -YEAR_BACK, 0)[0]
    return None


def _past(story: Story, time: Timex, own: str | None) -> Days | None:
    """The period of a time, a year before where it has no year and would lie behind the thing itself."""
    found = _period(time)
    ahead = found and own and found[0] > own and not re.search(r"\d{4}", story.words((time.start, time.end)))
    return moved(found, -365.25, -365.25) if found and ahead else found


def _period(time: Timex) -> Days | None:
    if time.type not in ("DATE", "TIME"):
        return None
    first, last = time.begin
    return days(time) or ((first, last) if first and last else None)


def _length(period: Days) -> int:
    return (date.fromisoformat(period[1]) - date.fromisoformat(period[0])).days


def _middle(period: Days) -> str:
    return (date.fromisoformat(period[0]) + timedelta(days=_length(period) // 2)).isoformat()


def _dated_elsewhere(story: Story, phrase: Span) -> str | None:
    """The siege of "since the siege" is dated in the one other sentence that names it with a day."""
    words, found = _stems(story.words(phrase)), set[str]()
    for s in story.ledger.sentences:
        span = Span(s.start, s.end)
        if not (span.start <= phrase.start < span.end) and words & _stems(story.words(span)):
            dated = set(story.days(span))
            found |= {d[1] for d in dated} if len(dated) == 1 else {"", "?"} if dated else set()
    return found.pop() if len(found) == 1 else None


def _stems(words: str) -> set[str]:
    return {w[:5] for w in re.findall(r"[a-z]{5,}", words.lower())} - {"began", "start", "begin", "since", "first"}


def before(story: Story, sentence: Span, span: Span) -> str | None:
    """The first day of what is called the first: in its sentence, in one of those before, or publication."""
    at = story.number(sentence.start)
    now = published(story.ledger.report.published)
    scopes = [Span(sentence.start + m.start(), sentence.start + m.end()) for m in SINCE.finditer(story.words(sentence))]
    own = [t for t in story.times(sentence) if not any(s.start <= t.start < s.end for s in scopes)]
    back = [story.ledger.sentences[k] for k in range(at - 1, max(-1, at - 1 - BACK), -1)]
    for times in (own, *(story.times((s.start, s.end)) for s in back)):
        found = [d for t in times if t.type in ("DATE", "TIME") and (d := days(t)) and (not now or d[0] <= now[1])]
        found = [d for d in found if _length(d) <= LONGEST]
        if found:
            return max(found)[0]
    return now[0] if now else UNDATED
