"""Told as done on a day that was still ahead when the report was published (C141).

Two roads lead there: an explicit date after publication behind a plain past verb, and a day and month without a year
that fall two days to six weeks after publication (farther off the writer surely means last year). Silent without a date
of publication, where words of plan or condition share the clause, where the weekday fits last year's date, and where
the sentences before speak of another year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from fogline.checking.dating.calendar import published
from fogline.checking.dating.dates import told_as_done
from fogline.checking.dating.told import ANOTHER, other_year_near, told_past
from fogline.checking.dating.written import Written, weekday_of
from fogline.checking.story import Days, Story, Verdict, days, story_of
from fogline.records import Act, Fact, Finding, Ledger, Span, Timex
from fogline.tables.lexicon_checks import check_words

SOON = (2, 42)  # days after publication: nearer may be another time zone, farther surely is last year's


def check_after_publication(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C141: an act told as done on a day that was still ahead when the report was published."""
    now = published(ledger.report.published)
    if now is None:
        return
    story, seen = story_of(ledger), set()
    for act, time in told_as_done(story):
        period = days(time)
        if period and period[0] > now[1] and len(time.value or "") >= 7 and _plainly_past(story, act, time):
            seen.add(time.end)
            yield _ahead(story, act.trigger, story.words((time.start, time.end)))
    for trigger, one in told_past(story):
        if one.span.end not in seen and _just_ahead(story, one, now):
            yield _ahead(story, trigger, story.words(one.span))


def _plainly_past(story: Story, act: Act, time: Timex) -> bool:
    """A past form, no verb of saying, straight before the date and in one clause with it."""
    word, between = story.words(act.trigger).lower(), story.text[act.trigger.end : time.start]
    past = word.endswith("ed") or check_words("past").fullmatch(word)
    light = check_words("light").fullmatch(word) or check_words("light").fullmatch(word.removesuffix("ed"))
    near = act.trigger.end <= time.start and len(between) < 60 and "," not in between and not ANOTHER.search(between)
    return bool(past) and not light and near


def _just_ahead(story: Story, one: Written, now: Days) -> bool:
    """The day falls in the weeks after publication, and the words leave no other year to think of."""
    if one.year:
        period = one.days()
        return bool(period and period[0] > now[1])
    year = int(now[1][:4])
    ahead = [(_gap(d, now), y) for y in (year, year + 1) if (d := one.days(y)) and d[0] > now[1]]
    if not ahead or not SOON[0] <= min(ahead)[0] <= SOON[1]:
        return False
    before = one.days(min(ahead)[1] - 1)
    fits_before = one.weekday is not None and before is not None and weekday_of(before[0]) == one.weekday
    return not fits_before and not other_year_near(story, one, year)


def _gap(period: Days, now: Days) -> int:
    return (date.fromisoformat(period[0]) - date.fromisoformat(now[1])).days


def _ahead(story: Story, trigger: Span, when: str) -> Finding:
    verdict = Verdict(
        "C141", "contradiction", "date", "medium",
        f"Told as done ({story.words(trigger)}) on {when}, which is after the report of "
        f"{story.ledger.report.published}.",
        "the act is told in the past, the date lies after publication",
        "a wrong date of publication, or a date of an earlier year",
    )  # fmt: skip
    return story.finding(verdict, (trigger,))
