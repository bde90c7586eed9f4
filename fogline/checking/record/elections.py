"""Elections against the record: a win on the wrong day, another's win, a year without polls (C203).

Compared are the dates of wins ("X's re-election in", "X beat Y in the run-off of", "the election of May 2020, which X
won") with the polls that X won by the record, and, for presidents, with who won that poll; and a country's named
election with the polls held around it. Silent where the record may lack the election: the nearest that X won is
farther off than 400 days, or no two polls on record enclose the date; on party, local and other votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fogline.checking.record.memberships import countries
from fogline.checking.record.named import dated_sentences, sure
from fogline.checking.record.polls import Misfit, Told, by_seat, country_of, misfit
from fogline.checking.story import Days, Story, Verdict, capital, story_of
from fogline.records import Fact, Finding, Ledger, Span, Timex
from fogline.tables.actors import country_code, demonym_country
from fogline.tables.facts import per_record

KINDS = "presidential|parliamentary|general|legislative|federal"
POLL = r"(?:elections?|votes?|polls?|run-?offs?|ballots?|contest|race)"
HINT = re.compile(rf"\b(?:re-?)?elect\w*|\b{POLL}\b|\bpresidency\b", re.I)
NATIONAL = re.compile(
    rf"\b(?P<kind>{KINDS})\s+(?:election\s+)?{POLL}\b(?!\s+(?:campaign|commission|law|candidate))", re.I
)
OTHER_VOTE = re.compile(
    r"\b(?:primar\w+|party|leadership|local|municipal|regional|mayor\w*|governor\w*|gubernatorial|senat\w+|speaker|seat|chair\w*"
    r"|council|by-election|midterms?|European|house|commission|tribunal|court|secretary|union|club"
    r"|state|provincial|pope|leader|lawmaker|deputy|member|mp)\b",
    re.I,
)
UPPER = "[A-ZÀ-ÞĀ-Ž]"
AHEAD = re.compile(r"\b(?:scheduled|planned|postponed|cancel\w+|due|would|not|never|annulled|delayed)\b", re.I)
PERSON = rf"{UPPER}[\w’'.-]*(?:\s+(?:(?:al|bin|de|da|van|von|el|der)\s+)?{UPPER}[\w’'-]*){{0,3}}"
IN = r"\s+(?:back\s+)?(?:in|on|of)\s+(?:the\s+)?$"
WON_BEHIND = re.compile(
    rf"^(?:\s+(?:(?:{KINDS})\s+)?{POLL})?(?:\s+in\s+(?:the\s+)?{UPPER}[\w-]+(?:\s+{UPPER}[\w-]+)?)?"
    rf"\s*,?\s*(?:and\s+|which\s+)?(?:(?P<a>{PERSON})\s+(?:\w+ly\s+)?won\b|(?:was\s+)?won\s+by\s+(?P<b>{PERSON}))"
)
BEHIND = re.compile(rf"^\s+(?P<kind>{KINDS})\s+(?:election\s+)?{POLL}\b", re.I)
OWN = re.compile(rf"^(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,2}}?(?:(?:19|20)\d\d\s+)?(?:{KINDS})\b", re.I)
INSIDE = re.compile(rf"\b(?:{KINDS})\s+(?:election\s+)?{POLL}\s+(?:of\s+[^,;.]{{4,20}}\s+)?in\s+(?:the\s+)?$", re.I)
TIE = re.compile(
    r"^(?:\s+in\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)?\s+(?:of|in|on|held\s+in|held\s+on)\s+(?:the\s+)?$"
)


def check_elections(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C203: an election dated to when there was none, or given to somebody who did not win it."""
    if not HINT.search(ledger.text) or not by_seat(facts):
        return
    story = story_of(ledger)
    for sentence, dates in dated_sentences(story):
        if HINT.search(story.words(sentence)):
            for time, period in dates:
                found = _first(_tellings(story, sentence, time, period, facts), facts)
                if found:
                    yield _finding(story, time, *found)


def _first(tellings: Iterator[Told], facts: Sequence[Fact]) -> tuple[Told, Misfit] | None:
    """The first way to read the sentence that names an election of the record decides, fit or not."""
    for told in tellings:
        wrong = misfit(told, facts)
        if wrong:
            return told, wrong
    return None


def _tellings(story: Story, sentence: Span, time: Timex, period: Days, facts: Sequence[Fact]) -> Iterator[Told]:
    before, after = story.words((sentence.start, time.start)), story.words((time.end, sentence.end))
    country = _country(story, sentence, facts)
    for pattern in _wins(_parties(facts)):
        match = pattern.search(before)
        if match and _national(match) and not country_code(re.sub(r"['’]s?$", "", match["who"])):
            words = match.groupdict()
            yield Told(match["who"], words.get("against") or _against(after), _seats(match[0]), period, country)
            return
    national = _named_election(before, after)
    behind = WON_BEHIND.search(after)
    if (
        national
        and not AHEAD.search(before[-60:] + after[:40])
        and not OTHER_VOTE.search(before[-60:].replace("party", ""))
    ):
        who = (behind["a"] or behind["b"]) if behind else ""
        if country or who:
            yield Told(who, "", _seats(national), period, country)


@cache
def _wins(parties: str) -> tuple[re.Pattern[str], ...]:
    """The ways to tell of a win, up to its date."""
    who = rf"(?P<who>{parties}|{PERSON})"
    noun = r"(?P<noun>(?:re-?)?election|victory|win|triumph|defeat\s+of)"
    return (
        re.compile(
            rf"{who}['’]s?\s+(?:[a-z]+\s+){{0,2}}?{noun}(?:\s+over\s+(?P<against>{PERSON}))?(?P<rest>[^.;,]{{0,80}}?){IN}"
        ),
        re.compile(
            rf"{who}(?:,[^,;]{{2,60}},)?(?:\s*,)?(?:\s+who)?\s+(?:had\s+)?(?:\w+ly\s+)?(?:defeated|beat|ousted)\s+(?P<against>{PERSON})"
            rf"(?P<rest>[^.;,]{{0,60}}?\b{POLL}\b[^.;,]{{0,20}}?){IN}"
        ),
        re.compile(
            rf"{who}(?:,[^,;]{{2,60}},)?(?:\s*,)?(?:\s+who)?\s+(?:had\s+)?(?:\w+ly\s+)?won(?P<rest>\s[^.;,]{{0,60}}?"
            rf"\b(?:{POLL}|presidency|re-?election|term)\b[^.;,]{{0,20}}?){IN}"
        ),
        re.compile(
            rf"{who}(?:,[^,;]{{2,60}},)?(?:\s*,)?(?:\s+who)?\s+was\s+(?:\w+ly\s+)?(?:re-?)?elected(?P<rest>(?:\s+(?:as\s+)?(?:the\s+)?president)?){IN}"
        ),
    )


def _national(match: re.Match[str]) -> bool:
    """A win at national polls: not of a party, a club or a battle."""
    noun = match.groupdict().get("noun") or ""
    fought = noun in ("victory", "win", "triumph") or noun.startswith("defeat")
    return (
        not OTHER_VOTE.search(match["rest"])
        and not AHEAD.search(match["rest"])
        and (not fought or re.search(rf"\b{POLL}\b", match["rest"]) is not None)
    )


@per_record
def _parties(facts: tuple[Fact, ...]) -> str:
    """The parties and alliances that won seats by the record, as an alternation, short names too."""
    names = {f.value for rows in by_seat(facts).values() for f in rows if not f.subject.endswith(":president")}
    names |= {n.removesuffix(" Party") for n in names}
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)) if n[:1].isupper())


def _against(after: str) -> str:
    match = re.match(rf"\s+(?:against|over)\s+({PERSON})", after)
    return match[1] if match else ""


def _seats(words: str) -> frozenset[str]:
    """The seats that the words speak of; all where they do not say."""
    low = words.lower()
    if "presiden" in low:
        return frozenset(("president",))
    if re.search(r"\b(?:parliamentary|legislative|federal)\b", low):
        return frozenset(("parliament",))
    return frozenset(("president", "parliament", "house"))


def _named_election(before: str, after: str) -> str | None:
    """The words of a national election that the date belongs to: "general election of", "2019 general election"."""
    for match in reversed(list(NATIONAL.finditer(before))):
        return match[0] if TIE.search(before[match.end() :]) else None
    behind = BEHIND.search(after)
    return behind[0] if behind and re.search(r"(?:\b(?:the|its|a|that)|['’]s?|[a-z]n)\s+$", before, re.I) else None


def _country(story: Story, sentence: Span, facts: Sequence[Fact]) -> str | None:
    """Whose election it is: named beside its words; else somebody's of the record; else the report's only country."""
    named = [*countries(story, sentence), *_demonyms(story, sentence)]
    beside = {code for span, code in named if _beside_election(story, sentence, span)}
    if named:
        return next(iter(beside)) if len(beside) == 1 else None
    kinds = {e.id for e in story.ledger.entities if e.type == "person"}
    here = [m for m in story.ledger.mentions if m.entity in kinds and sentence.start <= m.start < sentence.end]
    stood = {code for m in here if m.kind == "name" and (code := country_of(story.words((m.start, m.end)), facts))}
    whole = {code for _, code in countries(story, Span(0, len(story.text)))} if not here else set()
    one = stood or whole
    return next(iter(one)) if len(one) == 1 else None


def _demonyms(story: Story, sentence: Span) -> list[tuple[Span, str]]:
    """Adjectives of nationality, of one word or two ("South African")."""
    words = re.finditer(r"\b[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\b", story.words(sentence))
    found = ((m, demonym_country(m[0]) or demonym_country(m[0].split()[-1])) for m in words)
    return [(Span(sentence.start + m.start(), sentence.start + m.end()), code) for m, code in found if code]


def _beside_election(story: Story, sentence: Span, country: Span) -> bool:
    """As in "Kenya's presidential election", "the Kenyan general election", "the general election in Kenya"."""
    before, after = story.words((sentence.start, country.start)), story.words((country.end, sentence.end))
    return bool(OWN.search(after) or INSIDE.search(before))


def _finding(story: Story, time: Timex, told: Told, wrong: Misfit) -> Finding:
    when = story.words((time.start, time.end))
    seat = wrong.rows[0].subject_label
    first = f"{wrong.rows[0].value} won the {seat} of {wrong.rows[0].since}"
    won = " and ".join(f"{f.value} won that of {f.since}" for f in wrong.rows)
    who = re.sub(r"['’]s?$", "", told.who)
    text = {
        "date": f"The election is dated {when}; by the record {first}.",
        "winner": f"{who} is told to have won the election of {when}; by the record {first}.",
        "none": f"{capital(when)} is given for a {seat}; by the record {won}, and there was none between.",
    }[wrong.why]
    verdict = Verdict(
        "C203", "record_conflict", "election", sure(wrong.rows), text,
        "the record: " + "; ".join(dict.fromkeys(f.source for f in wrong.rows)),
        "another election, or the inauguration meant",
    )  # fmt: skip
    return story.finding(verdict, ((time.start, time.end),), wrong.rows)
