"""Two lengths of one state that still lasts: "closed since June 2023" and "shut for six months" (C122).

Compared where both sentences tell a state of one family (``spells.tsv``) in the present perfect, and the second begins
with a pronoun straight behind the first or names the same thing. Silent without a date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from fogline.checking.dating.calendar import LENGTHS, published
from fogline.checking.story import Days, Story, Verdict, plain, story_of
from fogline.records import Fact, Finding, Ledger, Quantity, Span, Timex
from fogline.tables.lexicon_checks import spells

NEAR = 8  # sentences between the two
SINCE = re.compile(r"\bsince\s+(?:\w+\s+){0,3}$", re.I)
PERFECT = re.compile(r"\b(?:has|have)\b|[’']s been\b", re.I)
FOR = re.compile(r"\bfor\s+(?:the\s+(?:last|past)\s+)?$|\bthe (?:last|past)\s+$", re.I)
PRONOUN = re.compile(r"[“\"]?(?:It|They|He|She)\b")
THING = re.compile(r"\b(?:the|its|his|her|their|this)\s+((?:[\w’'-]+\s)?[\w-]{4,})", re.I)
SLACK = {"day": 2.0, "week": 5.0, "month": 25.0, "year": 270.0}


def check_running(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C122: "closed since June 2023" and "has been shut for six months" in a report of today."""
    now, story = published(ledger.report.published), story_of(ledger)
    since = [t for t in ledger.times if t.type == "DATE" and _since(story, t)] if now else []
    for q in ledger.quantities if since else ():
        if q.unit in LENGTHS and q.bound == "exact" and q.what != "age" and q.low and _running(story, q):
            other = next((t for t in since if _one_state(story, t, q)), None)
            if other and now and not _fits(q, other, now):
                yield _finding(story, q, other, now)


def _since(story: Story, time: Timex) -> bool:
    """As in "has been closed since June"."""
    sentence = story.sentence(time.start)
    before = story.words((sentence.start, time.start))
    return bool(time.begin[0] and time.begin[1] and SINCE.search(before) and PERFECT.search(before))


def _running(story: Story, q: Quantity) -> bool:
    """As in "has been shut for six months": up to now."""
    before = story.words((story.sentence(q.start).start, q.start))
    return bool(FOR.search(before) and PERFECT.search(before))


def _one_state(story: Story, time: Timex, q: Quantity) -> bool:
    """Both sentences tell one state of one thing."""
    here, there = story.sentence(time.start), story.sentence(q.start)
    a, b = story.number(time.start), story.number(q.start)
    if here == there or abs(a - b) > NEAR or not _states(story, here) & _states(story, there):
        return False
    later = max(here, there)
    pronoun = abs(a - b) == 1 and PRONOUN.match(story.text, later.start)
    return bool(pronoun or _things(story, here) & _things(story, there))


def _states(story: Story, span: Span) -> set[str]:
    words = story.words(span)
    found = ((role, m[0].lower()) for role in ("state", "begin") for m in spells(role)[0].finditer(words))
    return {family for role, form in found for family in spells(role)[1][form]}


def _things(story: Story, span: Span) -> set[str]:
    return {m[1].split()[-1].lower() for m in THING.finditer(story.words(span))}


def _fits(q: Quantity, time: Timex, now: Days) -> bool:
    told = (q.low or 0) * LENGTHS[q.unit]
    first, last = (date.fromisoformat(d).toordinal() for d in (time.begin[0] or "", time.begin[1] or ""))
    slack = SLACK[q.unit] + 0.1 * told
    end = [date.fromisoformat(d).toordinal() for d in now]
    return end[0] - last - slack <= told <= end[1] - first + slack


def _finding(story: Story, q: Quantity, time: Timex, now: Days) -> Finding:
    days = date.fromisoformat(now[1]).toordinal() - date.fromisoformat(time.begin[0] or "").toordinal()
    verdict = Verdict(
        "C122", "contradiction", "duration", "medium",
        f"From {story.words((time.start, time.end))} to the report of {story.ledger.report.published} are up to "
        f"{plain(days)} days, told as {story.words((q.start, q.end))}.",
        "both lengths are told of one state, which still lasts",
        "two things, or a pause that the report leaves out",
    )  # fmt: skip
    return story.finding(verdict, ((time.start, time.end), (q.start, q.end)))
