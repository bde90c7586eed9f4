"""C206: by whose authority a weapon was given or used, against the person on record.

Silent on reports younger than the row's as-of date and on sentences dated elsewhere (a later one may be meant).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.dating.calendar import published
from fogline.checking.offices.holders import surname
from fogline.checking.record.armoury import armoury, named
from fogline.checking.story import Story, Verdict, gap, story_of
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.facts import bounds

AUTHORITY = (
    r"[’']s\s+(?:\w+\s+)?(?:authori[sz]ation|permission|approval|go-ahead)\b|\s+(?:has\s+|had\s+)?authori[sz]ed\b"
)
BY = r"\b(?:authori[sz]ed|approved|cleared)\s+by\s+(?:the\s+)?(?:[\w.’'-]+\s+){0,3}?"
NEAR = 62  # days around the row's own date in which a dated authorisation is the one on record


def check_authority(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C206: an authorisation is given to another person than the one on record; a later one may be meant."""
    if not re.search(AUTHORITY + "|" + BY, ledger.text) or not armoury(facts)[0].search(ledger.text):
        return
    story, now = story_of(ledger), published(ledger.report.published)
    people = {surname(f.value) for f in facts if f.kind == "office" and surname(f.value) in story.text}
    for fact in facts:
        if fact.relation != "authorised_by" or (now and now[0] > fact.as_of):
            continue
        for name in sorted(people - {surname(fact.value)}):
            match = re.search(rf"\b{re.escape(name)}(?:{AUTHORITY})|{BY}{re.escape(name)}\b", story.text)
            if match and _about(story, story.sentence(match.start()), fact, facts):
                yield _other_authority(story, Span(*match.span()), name, fact)


def _about(story: Story, sentence: Span, fact: Fact, facts: Sequence[Fact]) -> bool:
    """The sentence names the fact's weapon alone, and dates the authorisation nowhere or where the record has it."""
    since = bounds(fact.since)
    alone = {one.subject for one in named(story, sentence, facts)} == {fact.subject}
    return alone and bool(since) and all(gap(d, since) <= NEAR for d in story.days(sentence) if since)


def _other_authority(story: Story, span: Span, name: str, fact: Fact) -> Finding:
    verdict = Verdict(
        "C206", "record_conflict", "authority", "medium",
        f"The authorisation is given to {name}; by the record {fact.value} authorised {fact.subject_label} "
        f"({fact.definition}) on {fact.since}.",
        f"the record: {fact.source}",
        "another, later authorisation",
    )  # fmt: skip
    return story.finding(verdict, (span,), (fact,))
