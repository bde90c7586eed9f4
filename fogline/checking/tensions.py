"""A threat told as made, and the telling denied in the same breath (C311): content to weigh, not a fault.

"The movement threatened to close the strait, a claim that its spokesman denied": whether the threat was made at all is
at issue. Found only where the denial takes the threat up by name ("a claim", "the threat", "it") in its sentence or at
the head of the next; silent on denials of anything else, however near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.story import Story, Verdict, story_of
from fogline.records import Act, Fact, Finding, Ledger, Span

NAMED = r"(?:claim|threat|report|statement|assertion|allegation|charge|suggestion)s?"
DENIED = r"(?:denied|rejected|dismissed|disputed|denies|rejects|dismisses|disputes)"
BESIDE = re.compile(rf",\s+(?:an?|the)\s+{NAMED}\b[^.;]{{0,60}}\b{DENIED}\b", re.I)
AFTER = re.compile(
    rf"(?:[^.;,]{{3,60}}\b{DENIED}\s+(?:the|that|this)\s+{NAMED}\b|The\s+{NAMED}\s+w(?:as|ere)\s+{DENIED}\b)"
)


def check_tensions(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C311: one threat a finding, of low certainty; the denial is the other side."""
    story, seen = story_of(ledger), set[int]()
    for act in ledger.acts:
        sentence = story.sentence(act.trigger.start)
        denial = _denial(story, act, sentence) if act.status == "threatened" else None
        if denial and sentence.start not in seen:
            seen.add(sentence.start)
            yield _finding(story, act, denial)


def _denial(story: Story, act: Act, sentence: Span) -> Span | None:
    """Where the telling of the threat is denied."""
    beside = BESIDE.search(story.text, act.trigger.end, sentence.end)
    if beside:
        return Span(*beside.span())
    follows = re.compile(r"\s*").match(story.text, sentence.end)
    after = AFTER.match(story.text, follows.end()) if follows else None
    return Span(*after.span()) if after else None


def _finding(story: Story, act: Act, denial: Span) -> Finding:
    verdict = Verdict(
        "C311", "tension", "threat", "low",
        "A threat is told as made, and its telling as denied.",
        "the denial takes up the threat by name",
        "a denial of something else in the sentence",
    )  # fmt: skip
    return story.finding(verdict, (act.trigger, denial))
