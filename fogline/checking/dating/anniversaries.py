"""Which day or year of something it is, against the beginning that the report tells (C123).

"On Monday, the 31st day of the siege that began on 4 November"; "Founded in 1998, ... its 20th anniversary". The
ordinal is counted from the beginning to the day or year that its sentence names, or else to publication. Silent where
another thing may be meant, and within a day of a day, half a year of a dated anniversary, a year of one known by its
year. The years of wars are C121's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.checking.dating.calendar import counted, fits, nth, ordinal, published
from fogline.checking.story import Days, Story, Verdict, days, story_of
from fogline.records import Fact, Finding, Ledger, Span, Timex

ALIKE = (
    "fighting|clashes|battle|war|conflict|hostilities|offensive|invasion|crisis|unrest|violence",
    "strike|walkout|stoppage|hunger strike",
    "protest|protests|demonstrations|rallies|sit-in|uprising|revolt|riots",
    "siege|blockade|encirclement|standoff",
    "operation|campaign|bombardment|assault|air campaign",
    "trial|hearing|talks|negotiations|summit|truce|ceasefire|cease-fire|lockdown|curfew|outage|blackout|outbreak|search",
    "closure|shutdown|ban|embargo|state of emergency|suspension",
)
THING = "|".join(ALIKE)
NTH = r"(?P<nth>\d+(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)"
NTH_DAY = re.compile(
    rf"\b(?:the|its|their|a)\s+{NTH}\s+(?P<unit>day|week|month)\b(?:\s+of\s+(?:(?:the|its|their|this)\s+)?(?:[\w’'-]+\s+)?"
    rf"(?P<of>it\b|{THING})\b)?",
    re.I,
)
ENTERED = re.compile(r"\b(?:enter(?:s|ed|ing)?|in|into|reached|was|is|marked|now)\s+(?:on\s+)?$", re.I)
BEGAN = re.compile(
    rf"\b(?P<thing>{THING})\b[^.;!?]{{0,60}}?\b(?:began|begun|started|erupted|broke\s+out|opened|came\s+into\s+force"
    r"|took\s+effect|imposed|decreed|declared|ordered|announced|introduced)\b(?P<gap>[^.;!?]{0,40})$",
    re.I,
)
SHUT = re.compile(r"\b(?:closed|shut|shut\s+down|suspended)\s+(?:its\s+\w+\s+|\w+ly\s+)?on\s+$")
FOUNDED = re.compile(r"\b(?:founded|established|created|formed|set\s+up|inaugurated|incorporated|opened|born)\b", re.I)
JUBILEE = re.compile(
    rf"\b(?P<whose>its|their|the)\s+{NTH}\s+(?:anniversary|jubilee|birthday)\b(?P<of>\s+of\s+(?:the\s+|its\s+|their\s+)?)?"
    r"|\b(?:turned|turns)\s+(?P<n>\d{2,3})\b(?=\s+(?:this|last)\b|[.,])",
    re.I,
)
OWN = re.compile(r"(?:founding|creation|establishment|foundation|opening|inauguration)?\b", re.I)
HAPPENED = re.compile(r"(?:[\w’'-]+\s+){1,6}?(?:of|on|in|that\s+[\w\s]{3,30})\s+(?:the\s+)?$", re.I)
PRONOUN = re.compile(r"(?:It|They|The\s+(?P<thing>[a-z]+))\b")
HALF_A_YEAR = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Count:
    """An ordinal with its words, its unit, and what it counts from."""

    span: Span
    n: int
    unit: str
    began: Timex


def check_anniversaries(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C123: an ordinal day or an anniversary does not fit the beginning that the report itself tells."""
    now, story = published(ledger.report.published), story_of(ledger)
    for one in _day_counts(story):
        at, began = _day_of(story, one, now), _first(one.began)
        if at and began and began[0] <= at[1] and not fits(one.n, one.unit, began, at):
            right = counted(began, at, one.unit)
            yield _finding(story, one, f"{_span(at)} was the {right} {one.unit}, not the {nth(one.n)}")
    for one in _jubilees(story):
        at, began = _year_of(story, one, now), days(one.began)
        if at and began and not _round(one, began, at):
            years = int(at[0][:4]) - int(began[0][:4])
            yield _finding(story, one, f"{at[0][:4]} was {years} years later, not {one.n}")


def _span(period: Days) -> str:
    return period[0] if period[0] == period[1] else f"{period[0]} to {period[1]}"


def _day_counts(story: Story) -> Iterator[Count]:
    """Ordinal days and weeks of a thing that the report has begin on one day."""
    began = list(_beginnings(story))
    for match in NTH_DAY.finditer(story.text) if began else ():
        n, sentence = ordinal(match["nth"]), story.sentence(match.start())
        thing = (match["of"] or _subject(story, match, sentence) or "").lower()
        if thing == "it":
            near = [b for b in began if 0 < story.number(match.start()) - story.number(b[1].start) <= 2]
        else:
            near = [b for b in began if thing and _alike(thing, b[0], sentence, b[1])]
        if n and len({b[1].value for b in near}) == 1:
            yield Count(Span(*match.span()), n, match["unit"].lower(), near[0][1])


def _alike(thing: str, other: str, sentence: Span, began: Timex) -> bool:
    """One word, or two words for one kind of thing."""
    return thing == other or any({thing, other} <= set(kind.split("|")) for kind in ALIKE)


def _subject(story: Story, match: re.Match[str], sentence: Span) -> str | None:
    """What enters its 31st day: the first word for such a thing before, if it is no new one."""
    before = story.words((sentence.start, match.start()))
    if not ENTERED.search(before) or match[0].lower().startswith("the "):
        return None
    found = re.search(rf"\b(?P<new>(?:an?|another)\s+(?:\w+\s+)?)?(?P<thing>{THING})\b", before, re.I)
    if found:
        return None if found["new"] else found["thing"]
    return "it" if re.match(r"(?:Now|It|They)\b", before) else None


def _beginnings(story: Story) -> Iterator[tuple[str, Timex]]:
    """What the report says began on which day."""
    for time in story.ledger.times:
        period = _first(time)
        if period and time.type != "DURATION" and period[0] == period[1]:
            sentence = story.sentence(time.start)
            match = BEGAN.search(story.text[sentence.start : time.start])
            shut = SHUT.search(story.text[sentence.start : time.start])
            if shut:
                yield "closure", time
            if match and re.fullmatch(
                r"[^,\d]*\b(?:on|at|of|before|early|late|in|from|since)\s+(?:\w+\s+){0,2}?", match["gap"]
            ):
                yield match["thing"].lower(), time


def _first(time: Timex) -> Days | None:
    """The days on which something can have begun: those that a date names, or "from" a date on."""
    first, last = time.begin
    return days(time) or ((first, last) if first and last and time.finish == (None, None) else None)


def _day_of(story: Story, one: Count, now: Days | None) -> Days | None:
    """The one day that the sentence names besides the beginning, or else publication."""
    sentence = story.sentence(one.span.start)
    told = [t for t in story.times(sentence) if t.id != one.began.id and t.type in ("DATE", "TIME") and days(t)]
    told = [t for t in told if t.end <= one.span.start or t.start >= one.span.end]  # "the 30th" of "the 30th day"
    dated = {d for t in told if (d := days(t)) and (t.value or "X")[0].isdigit() and d[0] == d[1]}
    if told and len(dated) != 1 and any((t.value or "X")[0].isdigit() for t in told):
        return None
    if dated:
        return next(iter(dated))
    before = story.words((sentence.start, one.span.start))
    present = re.search(r"\b(?:is|are|now|enters?|entered|has|have)\s+(?:\w+\s+)?(?:in|into|on)?\s*$|^Now\b", before)
    return now if present else None


def _jubilees(story: Story) -> Iterator[Count]:
    """Anniversaries of what the report dates in the sentence, or founded in the one before."""
    for match in JUBILEE.finditer(story.text):
        n = int(match["n"]) if match["n"] else ordinal(match["nth"])
        began = _founded(story, match) or _happened(story, match)
        if n and began:
            yield Count(Span(*match.span()), n, "year", began)


def _founded(story: Story, match: re.Match[str]) -> Timex | None:
    """The year in which it was founded: told in the sentence, or in the one before of what "it" takes up."""
    sentence, number = story.sentence(match.start()), story.number(match.start())
    if match["of"] and not OWN.match(story.text, match.end())[0]:  # type: ignore[index]
        return None
    spans = [sentence]
    led = PRONOUN.match(story.text, sentence.start)
    if match["whose"] != "the" and number > 0 and led:
        before = story.sentence(story.ledger.sentences[number - 1].start)
        spans += [before] if not led["thing"] or re.search(rf"\b{led['thing']}\b", story.words(before)) else []
    for span in spans:
        dated = [t for m in FOUNDED.finditer(story.text, *span) for t in _behind(story, m.end(), span)]
        if len(dated) == 1:
            return dated[0]
    return None


def _behind(story: Story, at: int, span: Span) -> list[Timex]:
    """The dated time straight behind a verb of founding."""
    near = [t for t in story.times((at, min(at + 50, span.end))) if _yeared(story, t)][:1]
    return [t for t in near if re.search(r"\b(?:in|on)\s+(?:\w+\s+)?$", story.text[at : t.start])]


def _happened(story: Story, match: re.Match[str]) -> Timex | None:
    """As in "the 10th anniversary of the massacre of 18 November 2012"."""
    sentence = story.sentence(match.start())
    if not match["of"]:
        return None
    times = [t for t in story.times((match.end(), sentence.end)) if _yeared(story, t)]
    return times[0] if times and HAPPENED.fullmatch(story.text[match.end() : times[0].start]) else None


def _yeared(story: Story, time: Timex) -> bool:
    return bool(days(time) and re.search(r"\b[12]\d{3}\b", story.words((time.start, time.end))))


def _year_of(story: Story, one: Count, now: Days | None) -> Days | None:
    """The one other time that the sentence names, or else publication."""
    sentence = story.sentence(one.span.start)
    told = {
        d
        for t in story.times(sentence)
        if t.id != one.began.id and t.type in ("DATE", "TIME") and (t.value or "X")[0].isdigit() and (d := days(t))
    }
    return next(iter(told)) if len(told) == 1 else None if told else now


def _round(one: Count, began: Days, at: Days) -> bool:
    """True if the anniversary can fall on those days."""
    if began[0] == began[1]:
        due = date.fromisoformat(began[0]) + timedelta(days=round(365.25 * one.n))
        first, last = (date.fromisoformat(d) for d in at)
        return first - HALF_A_YEAR <= due <= last + HALF_A_YEAR
    years = {int(a[:4]) - int(b[:4]) for a in at for b in began}
    return min(years) - 1 <= one.n <= max(years) + 1


def _finding(story: Story, one: Count, why: str) -> Finding:
    verdict = Verdict(
        "C123", "contradiction", "ordinal", "medium",
        f"Counted from {story.words((one.began.start, one.began.end))}, {why}.",
        "the ordinal and the beginning are told of one thing",
        "another beginning, or another thing meant",
    )  # fmt: skip
    return story.finding(verdict, (one.span, (one.began.start, one.began.end)))
