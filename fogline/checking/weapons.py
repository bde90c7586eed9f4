"""Weapons against the record: how far (C204), since when (C205), by whose authority (C206).

Figures serve to check statements only: a stated range is compared with the farthest that the record has of any variant,
so that it is wrong only if wrong under every definition. Silent where a sentence names two weapons, or none
that the record holds; on distances that are no reach; and, for authority, on reports younger than the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.calendar import published
from fogline.checking.holders import surname
from fogline.checking.story import Story, Verdict, days, measure, plain
from fogline.records import Fact, Finding, Ledger, Quantity, Span, Timex
from fogline.tables.facts import bounds
from fogline.tables.lexicon_checks import ratios

REACH = re.compile(
    r"\b(?:ranges?\s+of|reach\w*|hit\w*|str(?:ike|iking|uck)|travel\w*|fly\w*|flies|cover\w*"
    r"|distances?\s+of)\b[^.;]{0,50}$", re.I
)  # fmt: skip
AFTER = re.compile(r"[-\s]+(?:range|away)\b", re.I)
FIRST = re.compile(
    r"\b(?:initial|first)(?:ly)?\s+(?:deploy(?:ment|ed)|deliver(?:y|ies|ed)|suppl(?:y|ied)|us(?:e|ed)|arriv(?:al|ed)"
    r"|shipment)[^.;,]{0,40}?\b(?:in|on)\s+(?:late\s+|early\s+|mid-)?$", re.I
)  # fmt: skip
ANAPHOR = re.compile(
    r"\b(?:the|these|those|such)\s+(?:[\w-]+\s+){0,2}(?:missiles?|weapons?|rockets?|drones?|systems?)\b|\btheir\b",
    re.I,
)
AUTHORITY = (
    r"[’']s\s+(?:\w+\s+)?(?:authori[sz]ation|permission|approval|go-ahead)\b|\s+(?:has\s+|had\s+)?authori[sz]ed\b"
)
ROUNDING = 1.1  # a told range may exceed the record's by a tenth before it is a conflict


def check_ranges(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C204: a weapon is told to reach farther than any variant of it on record; a slip of unit is named as one."""
    story = Story(ledger)
    for q in ledger.quantities:
        ratio = 1.0 if q.unit == "km" else ratios().get(("km", q.unit))
        told = q.high or q.low
        if not ratio or not told or not _tells_range(story, q):
            continue
        rows = [f for f in _weapon(story, story.sentence(q.start), facts) if f.relation == "range"]
        farthest = max((float(f.value_hi or f.value) for f in rows), default=None)
        if farthest and told * ratio > farthest * ROUNDING:
            yield _too_far(story, q, rows, told == farthest)


def _tells_range(story: Story, q: Quantity) -> bool:
    sentence = story.sentence(q.start)
    before = story.words((sentence.start, q.start)) if q.start > sentence.start else ""
    return bool(REACH.search(before) and (AFTER.match(story.text, q.end) or re.search(r"ranges?\s+of\s+$", before)))


def _weapon(story: Story, sentence: Span, facts: Sequence[Fact]) -> list[Fact]:
    """The rows of the one weapon that the sentence names, or takes up where the report names only one."""
    rows = [f for f in facts if f.kind in ("weapon", "milestone") and f.subject_label in story.text]
    here = [f for f in rows if f.subject_label in story.words(sentence)]
    if not here and ANAPHOR.search(story.words(sentence)):
        here = rows
    return here if len({f.subject for f in here}) == 1 else []


def _too_far(story: Story, q: Quantity, rows: list[Fact], slip: bool) -> Finding:
    unsure = max(rows, key=lambda f: float(f.value_hi or f.value)).certainty == "low"
    known = "; ".join(f"{plain(float(f.value_hi or f.value))} {f.unit} ({f.definition})" for f in rows)
    hint = ": the figure is right in kilometres, so the unit may have slipped" if slip and q.unit != "km" else ""
    verdict = Verdict(
        "C204", "record_conflict", "range", "low" if unsure else "high" if slip else "medium",
        f"{rows[0].subject_label} is told to reach {measure(q.high or q.low or 0, q.unit)}; "
        f"the record has {known}{hint}.",
        "every variant on record",
        "a variant that the record does not hold",
    )  # fmt: skip
    return story.finding(verdict, ((q.start, q.end),), rows)


def check_milestones(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C205: a first deployment, delivery or use is dated before the first delivery or use on record."""
    story = Story(ledger)
    for time in ledger.times:
        period = days(time)
        if not period or not FIRST.search(story.text[max(0, time.start - 90) : time.start]):
            continue
        rows = _weapon(story, story.sentence(time.start), facts)
        firsts = [(b[0], f) for f in rows if f.relation.startswith("first_") and (b := bounds(f.since))]
        if firsts and period[1] < min(b for b, _ in firsts):
            yield _too_early(story, time, min(firsts, key=lambda x: x[0])[1])


def _too_early(story: Story, time: Timex, fact: Fact) -> Finding:
    verdict = Verdict(
        "C205", "record_conflict", "milestone", "medium" if fact.certainty == "low" else "high",
        f"A first is dated {story.words((time.start, time.end))}; by the record the {fact.definition} of "
        f"{fact.subject_label} was in {fact.since}.",
        f"the record: {fact.source}",
        "another country or another weapon meant",
    )  # fmt: skip
    return story.finding(verdict, ((time.start, time.end),), (fact,))


def check_authority(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C206: an authorisation is given to another person than the one on record; a later one may be meant."""
    story, now = Story(ledger), published(ledger.report.published)
    people = {surname(f.value) for f in facts if f.kind == "office" and surname(f.value) in story.text}
    for fact in facts:
        if fact.relation != "authorised_by" or (now and now[0] > fact.as_of):
            continue
        for name in sorted(people - {surname(fact.value)}):
            match = re.search(rf"\b{re.escape(name)}(?:{AUTHORITY})", story.text)
            if match and _about(story, story.sentence(match.start()), fact):
                yield _other_authority(story, Span(*match.span()), name, fact)


def _about(story: Story, sentence: Span, fact: Fact) -> bool:
    """The sentence names the weapon of the fact and says nothing that dates the authorisation elsewhere."""
    return fact.subject_label in story.words(sentence) and not story.days(sentence)


def _other_authority(story: Story, span: Span, name: str, fact: Fact) -> Finding:
    verdict = Verdict(
        "C206", "record_conflict", "authority", "medium",
        f"The authorisation is given to {name}; by the record {fact.value} authorised {fact.subject_label} "
        f"({fact.definition}) on {fact.since}.",
        f"the record: {fact.source}",
        "another, later authorisation",
    )  # fmt: skip
    return story.finding(verdict, (span,), (fact,))
