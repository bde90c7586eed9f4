"""One happening, one slot, two values: its day, place, means, doer or target (C103, C106, C107, C108, C109).

Two tellings of one happening in one voice (`happenings`) are held against each other slot by slot. A finding needs one
slot only at odds: where day and place both differ there are two happenings. Silent where one value may be the other: a
night and the next day, towns near each other, a rocket and a missile, an army and its country, a market and the shop in
it; and where either sentence names more than one value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from fogline.checking.doers import doers, exclude
from fogline.checking.happenings import Happenings, Telling, days_apart, near_in_time, places_apart
from fogline.checking.story import Story, Verdict, capital, clean
from fogline.records import Fact, Finding, Ledger
from fogline.tables.lexicon_checks import kinds_of, means_together

Values = tuple[str, str] | None
NAMES = {"C103": "date", "C106": "place", "C107": "weapon", "C108": "actor", "C109": "recipient"}
WHAT = {"C103": "dated to", "C106": "placed in", "C107": "told as done with", "C108": "put down to", "C109": "told as hitting"}  # noqa: E501


def check_one_happening(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C103, C106 to C109: one voice tells one happening with two days, places, means, doers or targets."""
    story = Story(ledger)
    seen: set[tuple[str, int, int]] = set()
    for a, b, tie in Happenings(story).pairs():
        for code, values in _at_odds(story, a, b):
            if (code, a.number, b.number) not in seen:
                seen.add((code, a.number, b.number))
                yield _finding(story, code, (a, b), (*values, tie))


def _at_odds(story: Story, a: Telling, b: Telling) -> Iterator[tuple[str, tuple[str, str]]]:
    """The slot, if it is one only, in which two tellings exclude each other."""
    day, place = days_apart(a.days, b.days), places_apart(a.places, b.places)
    if day != place:
        if place:
            yield "C106", (a.places[0].name, b.places[0].name)
        elif near_in_time(a.days, b.days):
            yield "C103", (a.days[0].words, b.days[0].words)
    elif not day:
        for code, slot in SLOTS:
            if values := slot(story, a, b):
                yield code, values
                return


def _means(story: Story, a: Telling, b: Telling) -> Values:
    """Two means that no attack has in turn; the tellings' own words ("shot dead", "the stabbing") weigh most."""
    own, others = (_kinds(story, "means", t.at) for t in (a, b))
    if own and others and not own & others:
        return sorted(own)[0], sorted(others)[0]
    here, there = (_kinds(story, "means", t.scope) for t in (a, b))
    apart = all(x != y and frozenset((x, y)) not in means_together() for x, y in product(here, there))
    return (sorted(here)[0], sorted(there)[0]) if here and there and apart else None


def _targets(story: Story, a: Telling, b: Telling) -> Values:
    """Two kinds of places or vehicles hit, one named in each telling."""
    here, there = (_kinds(story, "target_kinds", t.scope) for t in (a, b))
    one = len(here) == len(there) == 1 and here != there and a.family == "assault"
    return (f"a {here.pop()}", f"a {there.pop()}") if one else None


def _doers(story: Story, a: Telling, b: Telling) -> Values:
    """Two who did it, neither of whom can be the other."""
    here, there = doers(story, a), doers(story, b)
    if here and there and all(exclude(x, y) for x, y in product(here, there)):
        return here[0].words, there[0].words
    return None


SLOTS: tuple[tuple[str, Callable[[Story, Telling, Telling], Values]], ...] = (
    ("C107", _means), ("C108", _doers), ("C109", _targets),
)  # fmt: skip


def _kinds(story: Story, table: str, span: tuple[int, int]) -> set[str]:
    pattern, kinds = kinds_of(table)
    return {kinds.get(m[0]) or kinds.get(m[0].lower(), "") for m in pattern.finditer(story.text, *span)}


def _finding(story: Story, code: str, told: tuple[Telling, Telling], values: tuple[str, str, str]) -> Finding:
    a, b = told
    first, second, tie = (clean(v) for v in values)
    verdict = Verdict(
        code, "contradiction", NAMES[code], "medium",
        f"{capital(story.words(b.at))} ({tie}) is {WHAT[code]} {first}, and elsewhere {WHAT[code]} {second}.",
        f"both sentences tell of one happening in one voice, tied by the words: {tie}",
        "a second happening of the same kind that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, (a.at, b.at))
