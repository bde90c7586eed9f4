"""Since when a state belongs to an organisation, or left it, against the record (C208).

Compared are dates tied to joining, belonging and leaving ("joined NATO in", "a member since", "has belonged to the bloc
since"), and "NATO member X" on the day of publication. Founders are left alone, for an organisation is dated variously;
a state that the record does not have is no member only where the record holds every member. Silent on partners,
candidates, observers and applicants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fogline.checking.dating.calendar import published
from fogline.checking.record.named import dated_sentences, fits_any, gap, on_record, sure
from fogline.checking.story import Days, Story, Verdict, capital, stated, story_of
from fogline.records import Fact, Finding, Ledger, Span, Timex
from fogline.tables.actors import country_name, three_letters
from fogline.tables.facts import by_kind
from fogline.tables.lexicon_record import organisation_forms, stand_in_words

CLOSED = frozenset(("NATO", "EU", "BRICS", "OPEC", "SCO", "EAC", "ASEAN"))  # every member is on record
FOUNDING = re.compile(r"\btreaty\b|\bfirst\s+summit\b|\binvitation\b|\bfounding\b", re.I)
FOUNDED = 2200  # days after its founding in which an organisation's founders may be told to have joined
LATER = 200  # days that a list of members is good for after its day
SLACK = 45  # days: accession is told by the vote, the signature or the ceremony too
GAP = re.compile(
    r"^(?:\s+and\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)?(?:\s*,\s*(?:which|who|itself|too|for\s+its\s+part,?)?)?"
    r"(?:\s+(?:which|only|then|also|formally|finally|officially|itself|had|has|have|together|both|eventually))*\s*$"
)
TAIL = r"(?:\s+(?:only|fully|formally|together|as\s+[^,;.]{2,40}?))?\s*,?\s*(?:back\s+)?(?:in|on|since)?\s+(?:the\s+)?$"
FRONTED = re.compile(r"(?:^|[.;:”\"—]\s*|\b(?:since|when|and)\s+)(?:In|On|in|on|Since)\s+$")
TAKEN_UP = re.compile(
    r"\b(?:the\s+(?:country|state|republic|nation|kingdom)|it)\s+(?:(?:has|had|formally|finally)\s+)?$", re.I
)
HALF = re.compile(
    r"\b(?:partners?|partnership|observers?|candidates?|associates?|dialogue|aspir\w+|non|former|would-be|future|prospective|not"
    r"|never|hop(?:e|es|ed|ing)|bid|appl(?:y|ies|ied|ication)|if|would|become|could|should|invited|acting)\b",
    re.I,
)


def check_memberships(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C208: a state told to be in an organisation, or out of it, since a date that the record excludes."""
    rows = by_kind(facts).get("membership", ())
    named = organisations(ledger.text)
    if not rows or not named:
        return
    story = story_of(ledger)
    for sentence, dates in dated_sentences(story):
        for time, period in dates:
            told = _told(story, sentence, time, named)
            if told:
                yield from _weighed(story, (time, period), told, rows)
    yield from _members_now(story, named, rows)


@cache
def _tells() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The ways to tell of joining, belonging and leaving, up to the date; each with what it tells."""
    names = organisation_forms()[0].pattern
    org = rf"(?:the\s+)?(?P<org>{names}|{'|'.join(stand_in_words())})"
    member = r"(?:[\w-]+\s+){0,3}?members?(?:\s+states?|\s+countr(?:y|ies))?"
    joined = (
        rf"(?:joined|acceded\s+to|entered|(?:was|were)\s+(?:\w+\s+)?(?:admitted|accepted)\s+(?:in)?to"
        rf"|(?:became|is|are|(?:has|have|had)\s+been)\s+(?:an?|its|the|full)\s+{member}\s+of"
        rf"|(?:has|have|had)\s+(?:been\s+(?:in|part\s+of|inside)|belonged\s+to)"
        rf"|(?:an?\s+{member}|(?<=,\s)(?:both\s+)?members?)\s+of)\s+{org}"
    )
    adjective = rf"(?:(?:became|is|has\s+been)\s+)?(?:an?\s+|the\s+)?(?P<org>{names})(?:['’]s?)?\s+{member}"
    bare = (
        rf"(?:(?:has|have)\s+been|became)\s+(?:an?|its|full)\s+{member}"
        rf"|(?:(?:its|both|all)\s+|an?\s+)(?:[\w-]+\s+)?members?"
    )
    noun = rf"['’]s?\s+(?:accession\s+to|admission\s+(?:in)?to|entry\s+(?:in)?to|membership\s+(?:of|in))\s+{org}"
    left = rf"(?:left|quit|withdrew\s+from|pulled\s+out\s+of|exited|walked\s+out\s+of)\s+{org}"
    kinds = ((joined, "joined"), (adjective, "joined"), (noun, "accession"), (left, "left"), (bare, "joined"))
    return tuple(
        (re.compile(rf"{'' if words is noun else '(?<![-a-zA-Z])'}{words}{TAIL}"), told) for words, told in kinds
    )


@cache
def _fronted() -> re.Pattern[str]:
    names = organisation_forms()[0].pattern
    return re.compile(
        rf"^\s+(?:(?:also|formally|finally)\s+)?(?:joined|acceded\s+to)\s+(?:the\s+)?(?P<org>{names})(?!['’\w-]|\s+[\w-]+ion\b)"
    )


def organisations(text: str) -> frozenset[str]:
    """The organisations of the record that a text names."""
    pattern, keys = organisation_forms()
    return frozenset(keys[m[0]] for m in pattern.finditer(text))


def countries(story: Story, span: Span) -> list[tuple[Span, str]]:
    """The countries named in a passage, with their alpha-3 codes, in order."""
    kinds = {e.id: e.country for e in story.ledger.entities if e.type == "country" and e.country}
    named = [
        (Span(m.start, m.end), code)
        for m in story.ledger.mentions
        if span.start <= m.start < span.end and m.kind == "name" and (code := kinds.get(m.entity))
    ]
    places = [
        (Span(p.start, p.end), code)
        for p in story.places(span)
        if p.precision == "country" and (code := three_letters(p.country or ""))
    ]
    return sorted({*named, *places})


def _told(story: Story, sentence: Span, time: Timex, named: frozenset[str]) -> tuple[str, str, str] | None:
    """Organisation, state and what the date is told to be of the two."""
    before = story.words((sentence.start, time.start))
    for pattern, kind in _tells():
        match = pattern.search(before)
        if match:
            org = _organisation(match.groupdict().get("org"), named)
            at = sentence.start + match.start()
            who = _who(story, sentence, at)
            return (org, who, kind) if org and who else None
    return _told_behind(story, sentence, time, before)


def _who(story: Story, sentence: Span, at: int) -> str | None:
    """The state before the verb, or the only one of the sentence where "the country" stands there."""
    named = [(span, code) for span, code in countries(story, sentence) if span.end <= at]
    near = [code for span, code in named if GAP.search(story.words((span.end, at)))]
    if near or not TAKEN_UP.search(story.words((sentence.start, at))):
        return near[-1] if near else None
    codes = {code for _, code in named}
    return codes.pop() if len(codes) == 1 else None


def _told_behind(story: Story, sentence: Span, time: Timex, before: str) -> tuple[str, str, str] | None:
    """As in "In 2004 X joined NATO"."""
    for span, code in countries(story, sentence):
        if span.start >= time.end and re.fullmatch(r",?\s+(?:when\s+)?", story.words((time.end, span.start))):
            match = _fronted().search(story.words((span.end, sentence.end)))
            if match and FRONTED.search(before):
                return organisation_forms()[1][match["org"]], code, "joined"
    return None


def _organisation(words: str | None, named: frozenset[str]) -> str | None:
    """What the words mean: a name, a noun for the one of its kind that the report names, or nothing said."""
    known = organisation_forms()[1]
    if words in known:
        return known[words]
    meant = named & stand_in_words().get(words or "", named)
    return next(iter(meant)) if len(meant) == 1 and (words or len(named) == 1) else None


def _weighed(
    story: Story, when: tuple[Timex, Days], told: tuple[str, str, str], rows: Sequence[Fact]
) -> Iterator[Finding]:
    org, code, kind = told
    time, period = when
    known = [f for f in rows if f.subject == f"{org}:{code}" and f.relation == "member_of"]
    words = story.words(story.sentence(time.start))
    if not known and (kind != "joined" or org not in CLOSED or HALF.search(words) or not _reaches(org, period, rows)):
        return
    if kind != "left" and _maybe_founder(known, period):
        return
    ranges = [b for f in known for b in on_record(f.until if kind == "left" else f.since)]
    if kind == "accession" and period[1] >= min((r[0] for r in ranges), default=""):
        return  # behind "after the accession of X in", a later date may be the main clause's
    if fits_any(period, ranges, (), SLACK) or (known and not ranges):
        return
    yield _finding(story, time, told, tuple(known) or _of(org, rows)[:1])


def _maybe_founder(known: Sequence[Fact], period: Days) -> bool:
    """A founder, told to have joined no more than a few years after: organisations are dated variously."""
    since = [b for f in known if FOUNDING.search(f.definition) for b in on_record(f.since)]
    return bool(since) and gap(max(since), period) < FOUNDED


def _of(org: str, rows: Sequence[Fact]) -> tuple[Fact, ...]:
    members = [f for f in rows if f.subject.startswith(f"{org}:") and f.relation == "member_of"]
    return tuple(sorted(members, key=lambda f: (f.as_of, f.id), reverse=True))


def _reaches(org: str, period: Days, rows: Sequence[Fact]) -> bool:
    """True if the record of that organisation's members reaches as far as the date."""
    latest = on_record(_of(org, rows)[0].as_of) if _of(org, rows) else ()
    return bool(latest) and (period[0] <= latest[0][1] or gap(latest[0], period) <= LATER)


def _members_now(story: Story, named: frozenset[str], rows: Sequence[Fact]) -> Iterator[Finding]:
    """As in "NATO member X", "X, a NATO member, ..." on the day of publication."""
    now, pattern = published(story.ledger.report.published), organisation_forms()[0].pattern
    if now is None or not named & CLOSED:
        return
    names = re.compile(
        rf"(?P<org>{pattern})\s+member(?:\s+(?:state|country|nation))?(?=,?\s+[A-Z])"
        rf"|,\s+(?:also\s+|itself\s+)?an?\s+(?P<org2>{pattern})\s+member\b(?!\s+of|\s+since)"
    )
    for match in names.finditer(story.text):
        sentence = story.sentence(match.start())
        org = organisation_forms()[1][match["org"] or match["org2"]]
        code = _beside(story, sentence, match)
        if org not in CLOSED or not code or HALF.search(story.words(sentence)) or story.days(sentence):
            continue
        known = tuple(f for f in rows if f.subject == f"{org}:{code}" and f.relation == "member_of")
        terms = [(b[0], (on_record(f.until) or (("", "9999-12-31"),))[0][1]) for f in known for b in on_record(f.since)]
        if not fits_any(now, terms, (), SLACK) and _reaches(org, now, rows):
            yield _not_a_member(story, match, (org, code), known or _of(org, rows)[:1])


def _beside(story: Story, sentence: Span, match: re.Match[str]) -> str | None:
    """The state that "NATO member" stands beside."""
    for span, code in countries(story, sentence):
        behind = match["org"] and re.fullmatch(r",?\s+", story.text[match.end() : span.start])
        if behind or (match["org2"] and span.end == match.start()):
            return code
    return None


def _finding(story: Story, time: Timex, told: tuple[str, str, str], rows: Sequence[Fact]) -> Finding:
    org, code, kind = told
    mine = [f for f in rows if f.subject == f"{org}:{code}"]
    act = "leaving" if kind == "left" else "joining"
    right = " or ".join(f"{f.until if kind == 'left' else f.since} ({f.definition})" for f in mine)
    right = f"that was on {right}" if mine else "it is no member"
    verdict = Verdict(
        "C208", "record_conflict", "membership", sure(rows),
        f"{capital(story.words((time.start, time.end)))} is given as the date of {country_name(code)}'s {act} "
        f"{rows[0].value}; by the record {right}.",
        "every row on record: " + "; ".join(f"{f.subject_label}: {stated(f)}" for f in rows),
        "another organisation, or a step of accession meant",
    )  # fmt: skip
    return story.finding(verdict, ((time.start, time.end),), rows)


def _not_a_member(story: Story, match: re.Match[str], who: tuple[str, str], rows: Sequence[Fact]) -> Finding:
    mine = [f for f in rows if f.subject == ":".join(who)]
    right = "; ".join(f"from {f.since} to {f.until or 'no end on record'}" for f in mine) or "at no time"
    verdict = Verdict(
        "C208", "record_conflict", "membership", sure(rows),
        f"{country_name(who[1])} is called a member of {rows[0].value}; by the record it is one {right}.",
        f"the record, as of {rows[0].as_of}, which holds every member",
        "an accession that the record does not hold yet",
    )  # fmt: skip
    return story.finding(verdict, (match.span(),), rows)
