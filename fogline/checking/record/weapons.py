"""C206: by whose authority a weapon was given or used, against the person on record.

Silent on sentences dated elsewhere, and in reports younger than the row's as-of date on those without a date, unless
the person was out of office before: a later authorisation may be meant.
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
    r"(?:[’']s\s+(?:\w+\s+)?(?:authori[sz]ation|permission|approval|decision|go-ahead)\b|,?\s+(?:who\s+)?(?:has\s+|had\s+)?"
    r"(?:authori[sz]ed|approved|decided\s+to\s+(?:send|give|supply|deliver)|gave\s+(?:\w+\s+)?(?:permission|leave|the\s+go-ahead))\b)"
)
BY = (
    r"(?:\b(?:authori[sz]ed|approved|cleared)\s+by\s+|\bby\s+(?:a\s+)?(?:decision|order)\s+of\s+|\b(?:permission|approval|go-ahead)\b"
    r"[^.]{0,60}\b(?:came|come|given)\s+(?:from|by)\s+|\bunder\s+(?=[^.]{0,90}\bauthori[sz]ed\b))(?:the\s+)?(?:[\w.’'-]+\s+){0,3}?"
)
NEAR = 62  # days around the row's own date in which a dated authorisation is the one on record


def check_authority(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C206: an authorisation is given to another person than the one on record; a later one may be meant."""
    if not re.search(AUTHORITY + "|" + BY, ledger.text) or not armoury(facts)[0].search(ledger.text):
        return
    story, now = story_of(ledger), published(ledger.report.published)
    people = {surname(f.value) for f in facts if f.kind == "office" and surname(f.value) in story.text}
    for fact in facts:
        if fact.relation != "authorised_by":
            continue
        for name in sorted(people - {surname(fact.value)}):
            match = re.search(rf"\b{re.escape(name)}(?:{AUTHORITY})|{BY}{re.escape(name)}\b", story.text)
            later = bool(now and now[0] > fact.as_of) and not _before(name, fact, facts)
            if match and _about(story, story.sentence(match.start()), fact, facts, later=later):
                yield _other_authority(story, Span(*match.span()), name, fact)


def _before(name: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """The person held no office any more when the weapon was authorised: no later authorisation can be meant."""
    held = [f for f in facts if f.kind == "office" and surname(f.value) == name]
    return all(f.until and f.until < (fact.since or "") for f in held)


def _about(story: Story, sentence: Span, fact: Fact, facts: Sequence[Fact], *, later: bool) -> bool:
    """The sentence names the fact's weapon alone, and dates the authorisation where the record has it.

    It may date it nowhere if no later one can be meant.
    """
    since = bounds(fact.since)
    alone = {one.subject for one in named(story, sentence, facts)} == {fact.subject}
    dated = bool(story.days(sentence)) or not later
    return alone and bool(since) and dated and all(gap(d, since) <= NEAR for d in story.days(sentence) if since)


def _other_authority(story: Story, span: Span, name: str, fact: Fact) -> Finding:
    verdict = Verdict(
        "C206", "record_conflict", "authority", "medium",
        f"The authorisation is given to {name}; by the record {fact.value} authorised {fact.subject_label} "
        f"({fact.definition}) on {fact.since}.",
        f"the record: {fact.source}",
        "another, later authorisation",
    )  # fmt: skip
    return story.finding(verdict, (span,), (fact,))
