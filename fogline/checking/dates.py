"""Dates against the calendar and against each other: weekdays, acts after the report.

C124 compares a weekday with its date; without a year only within two months of publication. C141 finds an explicit date
after publication in one clause behind a plain past verb. C103 compares the days of an act that happens to a person or
vessel once. All are silent where a word of plan, an open bound or a second reading of the date is near.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from fogline.checking.calendar import published
from fogline.checking.story import Story, Verdict, days, disjoint
from fogline.records import Act, Fact, Finding, Ledger, Span, Timex
from fogline.tables.lexicon_checks import check_words, once_only

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NAMED_DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?(?:(?P<day>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(MONTHS)})"
    rf"|(?P<month2>{'|'.join(MONTHS)})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?\b"
)  # fmt: skip
TO_DO = re.compile(r"\bto\s+[a-z]+\b|\bfor\b|[,;]\s+(?:and|but|which|who|with)\b", re.I)
EXPLICIT = re.compile(r"\d|January|February|March|April|May|June|July|August|September|October|November|December")
ITS_OWN = frozenset(("died", "sank", "capsized", "resigned", "surrendered", "defected", "disappeared", "crashed"))
PRECEDED = re.compile(r"\b(?:on|in|late in|early in)\s+(?:late\s+|early\s+)?$", re.I)


def check_weekdays(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C124: "Friday, 12 May 2025": that day was another weekday."""
    story = Story(ledger)
    for match in NAMED_DAY.finditer(ledger.text):
        year = match["year"] or (ledger.report.published or "")[:4]
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        right = _weekday(year, month, day)
        near = match["year"] or _same_season(ledger.report.published, month)
        if right and near and right != match["weekday"]:
            yield _wrong_weekday(story, match, f"{day} {month} {year}", right)


def _weekday(year: str, month: str, day: str) -> str | None:
    try:
        return WEEKDAYS[date(int(year), MONTHS.index(month) + 1, int(day)).weekday()]
    except ValueError:
        return None


def _same_season(prefix: str | None, month: str) -> bool:
    """Without a year the date's year is sure only close to publication and away from the turn of the year."""
    if not prefix or len(prefix) < 7:
        return False
    return abs(int(prefix[5:7]) - MONTHS.index(month) - 1) <= 2


def _wrong_weekday(story: Story, match: re.Match[str], told: str, right: str) -> Finding:
    verdict = Verdict(
        "C124", "contradiction", "date", "high" if match["year"] else "medium",
        f"{told} was a {right}, not a {match['weekday']}.",
        "the calendar" if match["year"] else "the calendar of the year of publication",
        "a date of another year" if not match["year"] else "nothing but a correction of one of the two",
    )  # fmt: skip
    return story.finding(verdict, (match.span(),))


def check_after_publication(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C141: an act told as done on a day that was still ahead when the report was published."""
    now = published(ledger.report.published)
    if now is None:
        return
    story = Story(ledger)
    for act, time in told_as_done(story):
        period = days(time)
        if period and period[0] > now[1] and len(time.value or "") >= 7 and _plainly_past(story, act, time):
            yield _ahead(story, act, time)


def _plainly_past(story: Story, act: Act, time: Timex) -> bool:
    """A past form, no verb of saying, straight before the date and in one clause with it."""
    word, between = story.words(act.trigger).lower(), story.text[act.trigger.end : time.start]
    past = word.endswith("ed") or check_words("past").fullmatch(word)
    light = check_words("light").fullmatch(word) or check_words("light").fullmatch(word.removesuffix("ed"))
    return bool(past) and not light and act.trigger.end <= time.start and len(between) < 60 and "," not in between


def told_as_done(story: Story) -> Iterator[tuple[Act, Timex]]:
    """Acts told as done before an explicit date in their sentence ("was signed in March 2024")."""
    for time in story.ledger.times:
        if days(time) and _plainly_dated(story, time):
            acts = [a for a in _acts(story, story.sentence(time.start)) if a.status == "done" and a.factuality == "CT+"]
            before = [a for a in acts if a.trigger.end <= time.start][-1:] or acts[:1]
            if before and not TO_DO.search(story.text[before[0].trigger.end : time.start]):
                yield before[0], time


def _plainly_dated(story: Story, time: Timex) -> bool:
    """An explicit date after "on" or "in", in a sentence without a word of plan or expectation."""
    sentence = story.sentence(time.start)
    words = story.words((time.start, time.end))
    whole = story.words((sentence.start, time.start))
    return bool(
        EXPLICIT.search(words)
        and (PRECEDED.search(whole) or PRECEDED.match(words + " "))
        and not check_words("ahead").search(whole)
    )


def _acts(story: Story, span: Span) -> list[Act]:
    acts = story.ledger.acts
    first = bisect_left(acts, span.start, key=lambda a: a.trigger.start)
    return list(acts[first : bisect_left(acts, span.end, key=lambda a: a.trigger.start)])


def _ahead(story: Story, act: Act, time: Timex) -> Finding:
    verdict = Verdict(
        "C141", "contradiction", "date", "medium",
        f"Told as done ({story.words(act.trigger)}) on {story.words((time.start, time.end))}, "
        f"which is after the report of {story.ledger.report.published}.",
        "the act is told in the past, the date lies after publication",
        "a wrong date of publication, or a date of an earlier year",
    )  # fmt: skip
    return story.finding(verdict, (act.trigger,))


def check_once(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C103: one voice dates an act that can happen only once to two days that exclude each other."""
    story = Story(ledger)
    told = [t for a in ledger.acts if (t := _dated_once(story, a))]
    for i, (lemma, who, voice, a, day) in enumerate(told):
        for lemma2, who2, voice2, b, day2 in told[i + 1 :]:
            same = lemma == lemma2 and voice == voice2 and who & who2
            if same and story.sentence(a.start) != story.sentence(b.start) and disjoint([day], [day2]):
                yield _two_dates(story, (a, b), sorted(who & who2)[0])


def _dated_once(story: Story, act: Act) -> tuple[str, frozenset[str], str, Span, tuple[str, str]] | None:
    """The act with the one person or vessel it happens to and the one day of its sentence; None if unsure."""
    lemma = once_only().get(story.words(act.trigger).lower())
    if lemma is None or act.status != "done" or not _happens_to(story, act):
        return None
    sentence = story.sentence(act.trigger.start)
    period = story.days(sentence)
    who = _single(story, sentence, act)
    return (lemma, who, story.voice(act.claim), act.trigger, period[0]) if len(period) == 1 and who else None


def _happens_to(story: Story, act: Act) -> bool:
    """As in "was killed", "died", "sank": the one named is who it happens to, not who does it."""
    before = story.text[max(0, act.trigger.start - 24) : act.trigger.start]
    passive = re.search(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", before)
    return bool(passive) or story.words(act.trigger).lower() in ITS_OWN


def _single(story: Story, sentence: Span, act: Act) -> frozenset[str]:
    """The person, vessel or building straight before the act, by its entity's name."""
    kinds = {e.id: e for e in story.ledger.entities if e.type in ("person", "vessel", "facility")}
    mentions = story.ledger.mentions
    first, last = (bisect_left(mentions, at, key=lambda m: m.start) for at in (sentence.start, sentence.end))
    here = [m for m in mentions[first:last] if m.entity in kinds]
    subject = [m for m in here if m.end <= act.trigger.start and act.trigger.start - m.end < 30]
    names = {kinds[m.entity].name for m in subject[-1:]}
    return frozenset(names) if len({m.entity for m in here}) == 1 else frozenset()


def _two_dates(story: Story, acts: tuple[Span, Span], name: str) -> Finding:
    times = [story.times(story.sentence(a.start))[0] for a in acts]
    first, second = (story.words((t.start, t.end)) for t in times)
    verdict = Verdict(
        "C103", "contradiction", "date", "medium",
        f"{name}: {story.words(acts[0])} {first}, and elsewhere {story.words(acts[1])} {second}.",
        "it can have happened only once, and the two days exclude each other",
        "two different people or things of one name",
    )  # fmt: skip
    return story.finding(verdict, acts)
