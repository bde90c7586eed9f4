"""Two acts that befall one person or thing in the wrong order: buried on 20 May, killed on 22 May.

Which act comes before which stands in ``precedence.tsv``. Both are told with a moment, each once; whom they befall must
be one by name or by the same words, or a pronoun in the very next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from fogline.checking.acts.parts import Part, part, same, shared
from fogline.checking.dating.moments import Telling, earlier, tellings
from fogline.checking.dating.written import quoted
from fogline.checking.story import Story, Verdict, clean
from fogline.records import Argument, Finding
from fogline.tables.lexicon_lasting import precedence, when_words
from fogline.tables.lexicon_senses import act_kinds

WEEKDAY = re.compile(r"(?:(?:on|early|late)\s+)*\w+day(?:\s+(?:morning|afternoon|evening|night))?", re.I)
ONCE = frozenset(("killing", "bury", "sink"))
ROLES = ("patient", "of")


def wrong_way_round(story: Story) -> Iterator[Finding]:
    """C134: what must come first is told for a later moment than what follows on it."""
    timed = [t for t in tellings(story) if t.moment and not quoted(story, t.predicate.trigger.start)]
    for first, then in precedence():
        ones, others = ([t for t in timed if kind in t.kinds and _is(t, kind)] for kind in (first, then))
        for a, b in product(ones, others):
            wrong = a.number != b.number and a.moment and b.moment and earlier(b.moment, a.moment) and _one(story, a, b)
            if (
                wrong
                and not _weekdays(story, a, b)
                and not any(c.moment and b.moment and earlier(c.moment, b.moment) for c in ones)
            ):
                yield _finding(story, a, b)
                return


def _weekdays(story: Story, *both: Telling) -> bool:
    """Both are told by a bare weekday, of which the later may be the one before the report."""
    return all(t.moment and WEEKDAY.fullmatch(clean(story.words(t.moment.span))) for t in both)


def _is(t: Telling, kind: str) -> bool:
    """A killing is one by its own verb, and not because an attack may be one."""
    return kind not in when_words("harm") or t.predicate.lemma in when_words("kills or wounds")


def _one(story: Story, a: Telling, b: Telling) -> bool:
    """Both befall one person or thing, and not once more, by the tenses."""
    tense = (a if a.number > b.number else b).predicate.tense
    again = tense == "pluperfect" if a.number < b.number else tense != "pluperfect"
    if again and not a.kinds & ONCE:
        return False
    return any(_same(story, x, y, abs(a.number - b.number)) for x, y in product(_whom(story, a), _whom(story, b)))


def _whom(story: Story, t: Telling) -> list[Part]:
    """Whom or what an act befalls; "his brother" is his brother and not he."""
    roles = ROLES if t.predicate.lemma != "die" else ("agent",)
    parts = (
        (part(story, a), part(story, Argument(a.role, a.head, a.head)))
        for a in t.predicate.arguments
        if a.role in roles
    )
    return [replace(whole, entities=head.entities) for whole, head in parts]


def _same(story: Story, x: Part, y: Part, far: int) -> bool:
    if shared(x, y):
        return not (x.indefinite and y.indefinite)
    if x.head in act_kinds("pronoun") or y.head in act_kinds("pronoun"):
        return far == 1 and not (x.entities and y.entities)
    later = max(x, y, key=lambda p: p.span.start)
    return later.definite and same(x, y) == 2 and (x.count is None or y.count is None or x.count.low == y.count.low)


def _finding(story: Story, a: Telling, b: Telling) -> Finding:
    moments = [clean(story.words(t.moment.span)) for t in (b, a) if t.moment]
    words = [clean(story.words(t.predicate.trigger)) for t in (b, a)]
    verdict = Verdict(
        "C134", "contradiction", "order", "medium",
        f"“{words[0]}” is told for {moments[0]}, but “{words[1]}”, which comes before it, for {moments[1]}.",
        "both are told of one person or thing",
        "two persons or things",
    )  # fmt: skip
    return story.finding(verdict, (b.predicate.trigger, a.predicate.trigger))
