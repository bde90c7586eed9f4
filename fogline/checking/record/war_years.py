"""Which year a war is in, against when it began: in the report itself (C121) or on record (C201).

"Enters its third year" fits up to 75 days early or late, and by the calendar year too. The report's own beginning goes
before the record's; against the record it is wrong only if wrong by every beginning that the record holds. Silent
without a date of publication, unless the other statements leave one short period; on things the record does not name;
and on "for the third year in a row".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.dating.calendar import counted, fits, ordinal, published
from fogline.checking.dating.presupposed import FIRST, LAST, meet, written_after, written_under
from fogline.checking.record.conflicts import only_war
from fogline.checking.record.named import Named, modifies, named_in, rows_of
from fogline.checking.story import Days, Story, Verdict, days, stated, story_of
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.facts import bounds
from fogline.tables.lexicon_record import conflict_forms

THING = (
    r"(?:war|conflict|siege|invasion|occupation|blockade|insurgency|uprising|truce|ceasefire|campaign|mission|strike)"
)
STATED = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|in|into|beg[ia]n(?:s|ning)?|start(?:s|ed|ing)?|is in|now in)\s+(?:its|the|their)\s+"
    r"(?P<nth>[a-z]+|\d+(?:st|nd|rd|th))\s+(?P<unit>year|month|week|day)\b"
    r"(?!\s+(?:in a row|running|of (?!the|war|fight|conflict)))",
    re.I,
)
BEGAN = re.compile(
    rf"\b(?P<thing>{THING})\b[^.;!?]{{0,40}}?\b(?:began|started|erupted|broke out|begun)\b"
    r"\s*(?:\w+\s+){0,2}?(?:in|on)?\s*$"
    rf"|\b(?:start|beginning|outbreak|onset)\s+of\s+the\s+(?P<of>{THING})\s+(?:in|on)\s+$",
    re.I,
)
NEW = re.compile(r"\b(?:an?|another)\s+(?:\w+\s+)?$", re.I)
ABOUT = re.compile(rf"\b{THING}\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said to be in its n-th year, and the conflict of the record it names."""

    span: Span
    sentence: Span
    n: int
    unit: str
    thing: str
    war: Named | None
    new: bool = False


def check_war_years(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C121: the ordinal year does not fit the beginning that the report gives. C201: nor any beginning on record."""
    story = story_of(ledger)
    now = published(ledger.report.published) or _bounded(story, facts)
    if now is None:
        return
    for one in statements(story):
        inside = None if one.new else next((b for b in beginnings(story) if b[0] == one.thing), None)
        if inside and not fits(one.n, one.unit, inside[2], now):
            yield _against_report(story, one, inside[1], counted(inside[2], now, one.unit))
        elif one.war:
            yield from _against_record(story, one, now, facts)


def _bounded(story: Story, facts: Sequence[Fact]) -> Days | None:
    """Where no date is given: the days that the report's other statements leave, if they are one short period."""
    left = meet(p.periods for p in (*written_after(story), *written_under(story, facts)))
    return left[0] if len(left) == 1 and left[0][0] != FIRST and left[0][1] != LAST else None


def statements(story: Story) -> Iterator[Stated]:
    """Every "enters its third year" of a war, siege or the like."""
    for match in STATED.finditer(story.text):
        n, sentence = ordinal(match["nth"]), story.sentence(match.start())
        things = list(ABOUT.finditer(story.text, sentence.start, match.start()))
        if match.start() - sentence.start < 10:  # "Now in its ninth year, the war has ..."
            things = things or list(ABOUT.finditer(story.text, match.end(), min(match.end() + 60, sentence.end)))[:1]
        if n is None or not things:
            continue
        yield Stated(
            Span(*match.span()), sentence, n, match["unit"].lower(), things[-1][0].lower(),
            war(story.text, sentence, Span(*things[-1].span())),
            bool(NEW.search(story.text[sentence.start : things[-1].start()])),
        )  # fmt: skip


def war(text: str, sentence: Span, thing: Span) -> Named | None:
    """The conflict that a sentence names, or else the only one that the whole report names; sieges are not wars."""
    here = named_in(text, sentence, conflict_forms())
    covering = [n for n in here if n.span.start <= thing.start and thing.end <= n.span.end]
    if covering:
        apart = modifies(text[sentence.start : covering[0].span.start], text[covering[0].span.end : sentence.end])
        return None if apart else covering[0]
    if text[thing.start : thing.end].lower() not in ("war", "conflict", "invasion"):
        return None
    only = only_war(text)
    return here[0] if len(here) == 1 else Named(thing, *only, "war") if only and not here else None


def begun(one: Stated, now: Days, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The rows of the conflict meant: of those of one name the ones not over, if any is not."""
    known = rows_of(one.war, facts, "conflict") if one.war else ()
    over = {f.subject for f in known if f.until and (bounds(f.until) or now)[1] < f"{int(now[0][:4]) - 1}{now[0][4:]}"}
    return tuple(f for f in known if f.subject not in over) or known


def beginnings(story: Story) -> Iterator[tuple[str, Span, Days]]:
    """What the report says began when: the thing, the words of the date, the days it can mean."""
    for time in story.ledger.times:
        match = BEGAN.search(story.text[max(0, time.start - 90) : time.start])
        period = days(time)
        if match and period:
            yield (match["thing"] or match["of"]).lower(), Span(time.start, time.end), period


def _against_report(story: Story, one: Stated, began: Span, right: str) -> Finding:
    verdict = Verdict(
        "C121", "contradiction", "duration", "high",
        f"The report has the {one.thing} begin in {story.words(began)}: when it was published "
        f"({story.ledger.report.published}), the {one.unit} was the {right}, not the {_word(story, one)}.",
        "the report's own date of the beginning and its date of publication",
        f"another {one.thing}, or another beginning meant",
    )  # fmt: skip
    return story.finding(verdict, (began, one.span))


def _word(story: Story, one: Stated) -> str:
    match = STATED.fullmatch(story.words(one.span))
    return match["nth"] if match else str(one.n)


def _against_record(story: Story, one: Stated, now: Days, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Wrong only if wrong under every definition of when the war began."""
    known = begun(one, now, facts)
    began = [(f, b) for f in known if (b := bounds(f.since))]
    others = [(f"{y[0]}-01-01", f"{y[0]}-12-31") for y in one.war.also] if one.war else []
    if not began or any(fits(one.n, one.unit, b, now) for b in (*(b for _, b in began), *others)):
        return
    counts = " or ".join(f"its {counted(b, now, one.unit)} (since the {f.definition}, {f.since})" for f, b in began)
    certain = "medium" if any(f.certainty == "low" for f in known) else "high"
    verdict = Verdict(
        "C201", "record_conflict", "duration", certain,
        f"The {known[0].subject_label} is told to be in its {_word(story, one)} {one.unit}; "
        f"on {now[0]} it was in {counts}.",
        "every beginning on record: " + "; ".join(stated(f) for f in known),
        "a beginning that the record does not hold",
    )  # fmt: skip
    yield story.finding(verdict, (one.span,), known)
