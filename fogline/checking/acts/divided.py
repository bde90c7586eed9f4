"""A number that two doers share out, against the whole told before (C111): "61 were freed", "A released 34 and B 29".

The second half of the later sentence has no verb of its own; both tellings are of one kind of act and of one kind of
people or things, and no other telling has the right sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fogline.checking.acts.pairs import one_voice
from fogline.checking.acts.parts import Part, same
from fogline.checking.acts.told import Told, told
from fogline.checking.counts.counting import number_pattern, whole
from fogline.checking.story import Story, Verdict
from fogline.records import Finding
from fogline.tables.lexicon_senses import act_kinds

NEAR = 14  # sentences
OFF = 0.3  # a sum farther from the whole than this share of it is hardly meant as its parts


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(rf",?\s+and\s+(?:the\s+)?(?:[\w’'-]+\s+){{1,6}}?(?P<n>{number_pattern()})\s*(?=[.,;])", re.I)


def divided(story: Story) -> Iterator[Finding]:
    """C111: what two doers share out does not make the whole."""
    every = told(story)
    seen: set[int] = set()
    for t in every:
        second = _second(story, t)
        if second is None or t.number in seen:
            continue
        parts = (_count(t.slot("whom")[0]), second)
        wholes = [o for o in every if 0 < abs(t.number - o.number) <= NEAR and _of_one(story, o, t)]
        total = parts[0] + parts[1]
        if wholes and all(_off(_count(o.slot("whom")[0]), total) for o in wholes):
            seen.add(t.number)
            yield _finding(story, wholes[0], t, parts)


def _second(story: Story, t: Told) -> float | None:
    """The number of the second doer, who has no verb of his own."""
    whom = t.slot("whom")
    if (
        t.predicate.kind != "verb"
        or t.predicate.mood == "not"
        or len(whom) != 1
        or not whom[0].count
        or not t.slot("who")
    ):
        return None
    end = story.sentence(t.at.start).end
    rest = _rest().match(story.text, whom[0].span.end, end)
    inside = rest and any(rest.start() <= p.trigger.start < rest.end() for p in story.ledger.predicates)
    return whole(rest["n"]) if rest and not inside else None


def _count(part: Part) -> float:
    return (part.count.low if part.count else None) or 0


def _of_one(story: Story, o: Told, t: Told) -> bool:
    """A telling of the whole: one kind of act, one kind of people or things, one number above each part."""
    here, there = o.slot("whom"), t.slot("whom")
    if (
        not o.senses & t.senses
        or o.marked
        or t.marked
        or len(here) != 1
        or not here[0].count
        or o.predicate.mood == "not"
    ):
        return False
    people = {here[0].head, there[0].head} <= act_kinds("person") | {"man", "woman"}
    return (people or same(here[0], there[0]) > 0) and _count(here[0]) > _count(there[0]) and one_voice(story, o, t)


def _off(number: float, total: float) -> bool:
    return 0 < abs(number - total) <= OFF * number


def _finding(story: Story, o: Told, t: Told, parts: Sequence[float]) -> Finding:
    total, number = sum(parts), _count(o.slot("whom")[0])
    verdict = Verdict(
        "C111", "contradiction", "total", "medium",
        f"{parts[0]:g} and {parts[1]:g} make {total:g}, not the {number:g} told of the whole.",
        "both sentences tell of one kind of act, and the second shares it out between two",
        "a third party to it, or another act",
    )  # fmt: skip
    return story.finding(verdict, (o.at, t.at))
