"""Elections against the record: "the re-election of X in January" when the polls were in November (C203).

The date beside a named win is compared with every poll that this person won by the record. Silent where the nearest is
farther off than 400 days, since the record may lack an election, and on names that the record does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from fogline.checking.holders import surname
from fogline.checking.story import Days, Story, Verdict, days
from fogline.records import Fact, Finding, Ledger, Timex
from fogline.tables.facts import bounds

NEAR = 400  # days: a date farther from every polling day on record may be an election that the record lacks


def check_elections(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C203: an election dated to a month or day on which, by the record, that person did not win one."""
    story = Story(ledger)
    rows = [f for f in facts if f.kind == "election" and surname(f.value) in ledger.text]
    for time in ledger.times:
        period = days(time)
        who = _elected(story, time) if period else None
        polls = [f for f in rows if who and surname(f.value) == who]
        if period and polls and _near(polls, period) and not any(_meets(f, period) for f in polls):
            yield _finding(story, time, min(polls, key=lambda f: _distance(f, period)))


def _elected(story: Story, time: Timex) -> str | None:
    """The surname in "X's re-election in", "X was elected president in", "X won the election in" before a date."""
    before = story.text[max(0, time.start - 90) : time.start]
    name = r"(?P<who>[A-Z][\w’'-]*?[a-zğış])"
    noun = rf"{name}[’']s\s+(?:re-?)?election(?:\s+(?:victory|win))?\s+(?:in|on)\s+$"
    won = r"(?:was\s+(?:re-?)?elected(?:\s+president)?|won\s+(?:the|his|her|a)\s+(?:\w+\s+){0,2}election)"
    verb = rf"{name}(?:,[^,]*,)?\s+{won}\s+(?:in|on)\s+$"
    match = re.search(noun, before) or re.search(verb, before)
    return match["who"] if match else None


def _meets(fact: Fact, period: Days) -> bool:
    first, last = bounds(fact.since), bounds(fact.until or fact.since)
    return bool(first and last and first[0] <= period[1] and period[0] <= last[1])


def _near(polls: Sequence[Fact], period: Days) -> bool:
    return any(_distance(f, period) <= NEAR for f in polls)


def _distance(fact: Fact, period: Days) -> int:
    day = bounds(fact.since)
    if not day:
        return NEAR + 1
    return min(abs((date.fromisoformat(day[0]) - date.fromisoformat(p)).days) for p in period)


def _finding(story: Story, time: Timex, fact: Fact) -> Finding:
    verdict = Verdict(
        "C203", "record_conflict", "election", "medium" if fact.certainty == "low" else "high",
        f"The election is dated {story.words((time.start, time.end))}; by the record {fact.value} won the "
        f"{fact.subject_label} of {fact.since}.",
        f"the record: {fact.source}",
        "another election, or the inauguration meant",
    )  # fmt: skip
    return story.finding(verdict, ((time.start, time.end),), (fact,))
