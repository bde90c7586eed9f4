"""The report's own date, where none is given: what its statements presuppose of it cannot all hold (C151).

Each statement allows some periods: what is told as done lies before the report, what will happen on a day does not; an
administration that "is currently" in office dates it to a term; a war that "enters its third year" dates it to about a
year. The periods are intersected; if nothing is left, the smallest set of statements that already excludes every day is
shown. Silent where a date of publication is given: acts after it are another check's, and so are years of war.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from fogline.checking.dating.calendar import nth_period, ordinal
from fogline.checking.dating.deictics import pointed
from fogline.checking.dating.elapsed import elapsed
from fogline.checking.dating.presupposed import (
    FIRST,
    LAST,
    Presupposed,
    meet,
    not_just_before,
    written_after,
    written_before,
    written_under,
)
from fogline.checking.dating.written import written_in
from fogline.checking.record.named import rows_of
from fogline.checking.record.war_years import beginnings, statements
from fogline.checking.story import Days, Story, Verdict, story_of
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.facts import bounds

IN_ITS = re.compile(
    r"\b(?:now|is|already)\s+in\s+its\s+(?P<nth>[a-z]+|\d+(?:st|nd|rd|th))\s+(?P<unit>year|month|week|day)\b", re.I
)
SINCE = re.compile(r"\b(?:imposed|declared|launched|introduced|opened|proclaimed)\s+(?:in|on)\s+$")
MOST = 16  # presuppositions weighed; the tightest are kept


def check_own_date(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C151: no day fits all that the report presupposes of its own date."""
    if ledger.report.published is not None:
        return
    story = story_of(ledger)
    known = telling(tuple(presupposed(story, facts)))
    if not known or meet(p.periods for p in known):
        return
    for size in (2, 3, 4):
        sets = [some for some in combinations(known, size) if not meet(p.periods for p in some)]
        if sets:
            yield _finding(story, max(sets, key=_gap))
            return


def presupposed(story: Story, facts: Sequence[Fact]) -> Iterator[Presupposed]:
    """What each datable statement says of the report's own date, in the order of the text."""
    found = [
        *written_after(story), *written_before(story), *written_under(story, facts), *_war_years(story, facts),
        *pointed(story), *elapsed(story), *_in_its(story), *not_just_before(story),
    ]  # fmt: skip
    yield from sorted(found, key=lambda p: p.span)


def telling(found: Sequence[Presupposed]) -> tuple[Presupposed, ...]:
    """Those that can decide: the latest "written after", the earliest "no later than", and the rest up to ``MOST``."""
    after = sorted((p for p in found if p.periods[-1][1] == LAST), key=lambda p: p.periods[0][0])[-4:]
    before = sorted((p for p in found if p.periods[0][0] == FIRST), key=lambda p: p.periods[-1][1])[:4]
    rest = [p for p in found if p.periods[-1][1] != LAST and p.periods[0][0] != FIRST]
    rest = sorted(rest, key=lambda p: len(p.periods))[: MOST - len(after) - len(before)]
    return tuple(sorted((*after, *before, *rest), key=lambda p: p.span))


def _war_years(story: Story, facts: Sequence[Fact]) -> Iterator[Presupposed]:
    for one in statements(story):
        inside = [b[2] for b in beginnings(story) if b[0] == one.thing][:1]
        rows = () if inside or not one.war else rows_of(one.war, facts, "conflict")
        began = inside or [b for f in rows if (b := bounds(f.since))]
        if began:
            periods = tuple(nth_period(b, one.n, one.unit) for b in began)
            label = rows[0].subject_label if rows else one.thing
            yield Presupposed(one.span, periods, f"written in {one.unit} {one.n} of the {label}", rows)


def _in_its(story: Story) -> Iterator[Presupposed]:
    """As in "the curfew, now in its fourth month, was imposed in January 2020"."""
    for match in IN_ITS.finditer(story.text):
        sentence, n = story.sentence(match.start()), ordinal(match["nth"])
        for one in written_in(story, sentence):
            began = one.days()
            if n and began and SINCE.search(story.words((sentence.start, one.span.start))):
                allowed = (nth_period(began, n, match["unit"].lower()),)
                yield Presupposed(Span(*match.span()), allowed, f"“{match[0]}”, from {story.words(one.span)}")


def _gap(some: tuple[Presupposed, ...]) -> str:
    """Among the smallest sets, the one whose latest beginning is latest shows the fault most plainly."""
    return max(min(p[0] for p in one.periods) for one in some)


def _finding(story: Story, some: tuple[Presupposed, ...]) -> Finding:
    facts = tuple(dict.fromkeys(f for p in some for f in p.facts))
    certain = "medium" if any(f.certainty == "low" for f in facts) else "high"
    told = ", ".join(f"{p.why} ({_periods(p.periods)})" for p in some)
    verdict = Verdict(
        "C151", "unsolvable_date", "own_date", certain,
        f"No day of publication fits what the report presupposes: {told}.",
        "each passage alone fits some day; together they leave none",
        "a date of publication, or one of the passages in another sense",
    )  # fmt: skip
    return story.finding(verdict, tuple(p.span for p in some), facts[:4])


def _periods(periods: tuple[Days, ...]) -> str:
    if len(periods) > 4:
        return "in some year"
    return " or ".join(_period(*p) for p in periods)


def _period(first: str, last: str) -> str:
    return f"from {first}" if last == LAST else f"until {last}" if first == FIRST else f"{first} to {last}"
