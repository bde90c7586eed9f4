"""The report's own date, where none is given: what its statements presuppose of it cannot all hold (C151).

Each statement allows some periods: what is told as done lies before the report, what will happen on a day does not; an
administration that "is currently" in office dates it to a term; a war that "enters its third year" dates it to about a
year. The periods are intersected; if nothing is left, the smallest set of statements that already excludes every day is
shown. Silent where a date of publication is given: acts after it are another check's, and so are years of war.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from fogline.checking.calendar import SLACK, shifted
from fogline.checking.named import rows_of
from fogline.checking.presupposed import FIRST, LAST, Presupposed, meet, written_after, written_before, written_under
from fogline.checking.story import Days, Story, Verdict
from fogline.checking.war_years import beginnings, statements
from fogline.records import Fact, Finding, Ledger
from fogline.tables.facts import bounds

MOST = 16  # presuppositions weighed; the tightest are kept


def check_own_date(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C151: no day fits all that the report presupposes of its own date."""
    if ledger.report.published is not None:
        return
    story = Story(ledger)
    known = tuple(presupposed(story, facts))[:MOST]
    if not known or meet(p.periods for p in known):
        return
    for size in (2, 3, 4):
        sets = [some for some in combinations(known, size) if not meet(p.periods for p in some)]
        if sets:
            yield _finding(story, max(sets, key=_gap))
            return


def presupposed(story: Story, facts: Sequence[Fact]) -> Iterator[Presupposed]:
    """What each datable statement says of the report's own date, in the order of the text."""
    found = [*written_after(story), *written_before(story), *written_under(story, facts), *_war_years(story, facts)]
    yield from sorted(found, key=lambda p: p.span)


def _war_years(story: Story, facts: Sequence[Fact]) -> Iterator[Presupposed]:
    for one in statements(story):
        inside = [b[2] for b in beginnings(story) if b[0] == one.thing][:1]
        rows = () if inside or not one.war else rows_of(one.war, facts, "conflict")
        began = inside or [b for f in rows if (b := bounds(f.since))]
        if began:
            periods = tuple(_nth(b, one.n, one.unit) for b in began)
            label = rows[0].subject_label if rows else one.thing
            yield Presupposed(one.span, periods, f"written in {one.unit} {one.n} of the {label}", rows)


def _nth(began: Days, n: int, unit: str) -> Days:
    slack = timedelta(days=SLACK[unit])
    first, last = shifted(began, n - 1, unit)[0] - slack, shifted(began, n, unit)[1] + slack
    whole = unit == "year"  # by the calendar, a war of December is in its second year in January
    low = min(first, date(int(began[0][:4]) + n - 1, 1, 1)) if whole else first
    high = max(last, date(int(began[1][:4]) + n - 1, 12, 31)) if whole else last
    return low.isoformat(), high.isoformat()


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
    return " or ".join(_period(*p) for p in periods)


def _period(first: str, last: str) -> str:
    return f"from {first}" if last == LAST else f"until {last}" if first == FIRST else f"{first} to {last}"
