"""One happening, one slot, two values (C103 days, C106 places, C107 means)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.checking.happenings import Happenings, Telling, days_apart, near_in_time, places_apart
from fogline.checking.story import Story, Verdict
from fogline.records import Fact, Finding, Ledger
from fogline.tables.lexicon_checks import kinds_of, means_together


def check_one_happening(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C103, C106, C107: one voice tells one happening with two days, places or means."""
    story = Story(ledger)
    found = Happenings(story)
    for a, b, tie in found.pairs():
        day, place = days_apart(a.days, b.days), places_apart(a.places, b.places)
        if day and not place and near_in_time(a.days, b.days):
            yield _finding(story, "C103", "date", a, b, tie, (a.days[0].words, b.days[0].words))
        elif place and not day:
            yield _finding(story, "C106", "place", a, b, tie, (a.places[0].name, b.places[0].name))
        elif not place and not day:
            x, y = _means(story, a), _means(story, b)
            if x and y and not x & y and all(frozenset((p, q)) not in means_together() for p in x for q in y):
                yield _finding(story, "C107", "weapon", a, b, tie, (sorted(x)[0], sorted(y)[0]))


def _means(story: Story, t: Telling) -> set[str]:
    pattern, kinds = kinds_of("means")
    return {kinds.get(m[0].lower(), kinds.get(m[0], "")) for m in pattern.finditer(story.text, *t.scope)}


def _finding(story: Story, code: str, kind: str, a: Telling, b: Telling, tie: str, values: tuple[str, str]) -> Finding:
    verdict = Verdict(
        code, "contradiction", kind, "medium",
        f"{story.words(a.at)} / {story.words(b.at)} ({tie}): {values[0]} against {values[1]}.",
        "both", "a second",
    )  # fmt: skip
    return story.finding(verdict, (a.at, b.at))
