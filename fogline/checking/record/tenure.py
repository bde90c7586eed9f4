"""Who is told to have held or used an office when: one person, one title and one dated period in one sentence.

Read are the plain ways of saying it: "as president", "with X as president", "when X was president", "under President
X", "then-President X", "President X's government froze", "President X broke off the talks", "X took office in". The
period must stand in the same clause: between it and the words of the office stand no other clause, voice, pluperfect or
condition. A title as a mere apposition says nothing ("President X met Y in 2013"): an act of office must be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fogline.checking.story import Days, Story, days
from fogline.records import Span, Timex
from fogline.tables.lexicon_checks import check_words
from fogline.tables.lexicon_record import office_titles

WHO, WHEN = "¶+", r"(?:(?:in|on|during|around|at\s+the\s+end\s+of)\s+)?(?:the\s+)?§+"
BEFORE = (
    r"(?:(?:the|its|his|her|their|then|(?:country|nation)['’]s|[Tt]he|U\.S\.|[A-Z][\w.-]*(?:['’]s)?|[A-Z]\w+['’])\s+)"
    r"{0,4}?"
)
NATION = r"(?:republic|country|state|nation|alliance|bloc|United\s+Nations)"
OF = rf"(?:\s+of\s+(?:the\s+)?(?:{NATION}|[A-Z][\w’'-]+(?:\s+(?:of\s+)?(?:the\s+)?[A-Z][\w’'-]+){{0,3}}))?"
NOT_HELD = re.compile(
    r"\b(?:former|ex|future|deputy|assistant|acting|interim|late|incoming|outgoing|elect|designate|shadow|honorary"
    r"|vice|next|would-be|self-\w+)\b[- ]*$",
    re.I,
)
OTHER_BODY = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|his\s+|her\s+)?(?:\w+\s+){0,2}?(?:senate|parliament|assembly|party|court|bank|company|club"
    r"|association|union\s+of|board|committee|league|university|chamber|duma|bundestag|bundesrat|institute|OECD|CPSU)\b"
    r"|[- ](?:elect|designate|candidate|hopeful|nominee|pro\s+tem)",
    re.I,
)
BREAK = re.compile(
    r"[;:“”\"()¶§?]|\s[–—-]\s|\b(?:who|whom|whose|which|that|when|while|after|before|since|until|till|where|because|although"
    r"|though|as|if|unless|had|has|have|would|could|might|may|will|never|not|said|says|saying|told|claims?|claimed"
    r"|accused|argued|recalled\s+that)\b|n['’]t\b"
    r"|,|\b(?:and|but|or)\s+(?!\w+ed\b)",
)
LEAD = r"(?:^|(?<=that )|(?<=[,;:—–] )|(?<=and )|(?<=but ))"
IRREGULAR = ("was", "were", "did", "became", "put", "set", "cut", "let", "kept", "needed", "chose")


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person given an office in a told period: by name ("as president"), by an act, or as its first days."""

    title: str  # empty where none is told ("under X")
    modifier: str  # what stands before the title: "the British", "NATO"
    kind: str  # named, act or start
    person: Span
    time: Timex
    period: Days


def tenures(story: Story, span: Span, person: Span) -> Iterator[Tenure]:
    """What the sentence says of this person's office at its one dated period, if it has just one with a year."""
    found = dated(story, span)
    if not found or (person.start < found[0].end and found[0].start < person.end):
        return
    time, period = found
    masked = _masked(story.words(span), span, person, time)
    for kind, pattern in _patterns():
        match = pattern.search(masked)
        if match and _fits(kind, match, masked):
            yield Tenure(_part(match, "title").lower(), _part(match, "before"), kind, person, time, period)
            return


def dated(story: Story, span: Span) -> tuple[Timex, Days] | None:
    """The one date with a year of a sentence, and its days; of "since 2003" and "dates from 2003" the year itself."""
    time = _one_time(story, span)
    first, last = time.begin if time else (None, None)
    period = time and (days(time) or ((first, last) if first and last else None))
    return (time, period) if time and period else None


def _one_time(story: Story, span: Span) -> Timex | None:
    """The one period with a year, if any other day named stands in another clause."""
    dated = [
        t for t in story.times(span)
        if t.type in ("DATE", "TIME") and t.value != "PRESENT_REF" and (days(t) or t.begin[0] or t.finish[1])
    ]  # fmt: skip
    years = [t for t in dated if re.search(r"\b(?:19|20)\d\d\b", story.words((t.start, t.end)))]
    if len(years) != 1:
        return None
    one, others = years[0], [t for t in dated if t is not years[0]]
    apart = all(BREAK.search(story.text, min(t.end, one.end), max(t.start, one.start)) for t in others)
    return one if apart else None


def _masked(words: str, span: Span, person: Span, time: Timex) -> str:
    """The sentence with its person and its period as runs of one sign each, of the same length."""
    marks = list(re.sub(r"\s", " ", words))
    for (start, end), mark in ((person, "¶"), ((time.start, time.end), "§")):
        marks[start - span.start : end - span.start] = mark * (end - start)
    return "".join(marks)


def _fits(kind: str, match: re.Match[str], masked: str) -> bool:
    """The office is held, the period stands in its clause, and an act is one of the office."""
    title = match.groupdict().get("title")
    if title and (NOT_HELD.search(masked[: match.start("title")]) or OTHER_BODY.match(masked, match.end("title"))):
        return False
    return _same_clause(match, masked) and (kind != "act" or _of_office(match, masked))


def _same_clause(match: re.Match[str], masked: str) -> bool:
    """Nothing that opens another clause between the matched words and the period, unless they hold it."""
    if "§" in match[0]:
        return not BREAK.search(_bare(match.groupdict().get("gap") or ""))
    at = masked.index("§")
    if at > match.start():
        return not BREAK.search(_bare(masked[match.end() : at]))
    between = masked[masked.rindex("§") + 1 : match.start()]
    during = re.match(r",?\s+when\s+", between)
    if during and not BREAK.search(re.sub(r"\b(?:and|but)\s+$", "", between[during.end() :])):
        return True
    return bool(re.fullmatch(r"[,\s]*(?:it\s+was\s+)?", between)) or _fronted(masked, at, between)


def _bare(gap: str) -> str:
    """The words up to a period, without its preposition and the commas around both."""
    return re.sub(r",?\s(?:in|on|during)\s+(?:the\s+)?$", " ", gap)


def _fronted(masked: str, at: int, between: str) -> bool:
    """The period opens the sentence, and its clause runs on to the words of the office."""
    front = re.fullmatch(r"(?:[Bb]ack\s+)?(?:[Ii]n|[Oo]n|[Dd]uring|[Bb]y)?\s*(?:the\s+)?", masked[:at])
    return bool(front) and not BREAK.search(between.strip(" ,"))


def _of_office(match: re.Match[str], masked: str) -> bool:
    verb = match.groupdict().get("verb")
    if check_words("private").search(masked, 0, max(match.end(), masked.rindex("§"))):
        return False
    if verb is None:
        return True
    if match.groupdict().get("body"):
        return (
            verb.endswith("ed") or verb in IRREGULAR or any(check_words(k).fullmatch(verb) for k in ("past", "governs"))
        )
    return bool(check_words("state_object").search(masked))


def _part(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip()


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every way of giving an office, with what it says: named, act or start."""
    title = rf"(?P<before>{BEFORE})(?P<title>(?i:{office_titles()[0]}))\b"
    titled, maybe = rf"{title}\s+{WHO}", rf"(?:{title}\s+)?{WHO}"
    power = rf"(?P<verb>{check_words('governs').pattern[2:-2]})"
    body = rf"(?P<body>{maybe}(?:['’]s)?\s+(?:administration|government|cabinet))"
    rule = rf"(?P<body>government\s+of\s+{titled})"
    past = r"\s+(?:\w+ly\s+)?(?P<verb>\w+)\b"
    return tuple((kind, re.compile(pattern)) for kind, pattern in (
        ("named", rf"\b[Ww]ith\s+(?:[A-Z]\w+\s+){{0,3}}{WHO}\s+(?:still\s+)?(?:serving\s+)?as\s+{title}{OF}"),
        ("named", rf"(?:{LEAD}|\bwho,?\s+)(?:[Aa]s|[Ss]erving\s+as|[Ww]hile\s+serving\s+as|[Ww]hile)\s+{title}{OF},\s+"
                  rf"(?:Mr\.?\s+|Mrs\.?\s+|Ms\.?\s+)?{WHO}(?!['’])"),
        ("named", rf"{WHO}(?:,|,?\s+who,?)\s+(?:serving\s+|acting\s+)?as\s+{title}{OF},(?:\s+who\s+\w+)?"),
        ("named", rf"§+,?\s+(?:when|while)\s+{WHO}\s+was\s+(?:still\s+)?{title}"),
        ("named", rf"\b(?:[Ww]hen|[Ww]hile)\s+{WHO}\s+was\s+(?:still\s+)?{title}{OF},?\s+{WHEN}"),
        ("named", rf"{WHO}\s+(?:was|(?:had\s+)?served\s+as|was\s+serving\s+as)\s+(?:still\s+)?{title}{OF}\s+{WHEN}"),
        ("named", rf"{LEAD}{WHO}\s+was\s+(?:still\s+)?{title}{OF}\s+(?:when|at\s+the\s+time)(?P<gap>[^§]*)§+"),
        ("named", rf"{WHO},\s+(?:who|when\s+s?he)\s+was\s+{title}{OF},?\s+{WHEN}"),
        ("named", rf"^(?:[A-Z]\w+,\s+)?Under\s+(?:then[- ])?{maybe}(?!['’]),\s+(?P<gap>[^§]*)§+"),
        ("named", rf"^It\s+was\s+under\s+{maybe}\s+that\b(?P<gap>[^§]*)§+"),
        ("named", rf"\b[Ww]ith\s+{WHO}\s+(?:still\s+|already\s+)?in\s+the\s+(?:White\s+House|Kremlin|Elys[ée]e)\b"),
        ("named", rf"\b[Dd]uring\s+the\s+presidency\s+of\s+{maybe},?\s+{WHEN}"),
        ("named", rf"\b[Dd]uring\s+{maybe}['’]s?\s+(?:presidency|premiership|chancellorship),?\s+{WHEN}"),
        ("named", rf"\b[Uu]nder\s+(?:then[- ])?{maybe},?\s+{WHEN}"),
        ("named", rf"§+,?\s+under\s+(?:then[- ])?{titled}(?!['’])"),
        ("named", rf"\b[Tt]hen[- ]{title},?\s+(?:[A-Z]\w+\s+){{0,2}}{WHO}(?!['’]s\s)"),
        ("named", rf"{WHO},\s+(?:who\s+was\s+)?(?:then|at\s+the\s+time)\s+{title}{OF},?"),
        ("named", rf"{WHO},\s+(?:who\s+was\s+)?{title}{OF}\s+(?:at\s+the\s+time|then),?"),
        ("act", rf"{LEAD}(?:[Tt]he\s+|[Ii]n\s+)?{body}{past}(?P<gap>[^§]*)§+"),
        ("act", rf"§+,?\s+(?:[Tt]he\s+)?{body}{past}"),
        ("act", rf"{LEAD}(?:[Tt]he\s+)?{body}{past}"),
        ("act", rf"{LEAD}[Tt]he\s+{rule}{past}(?P<gap>[^§]*)§+"),
        ("act", rf"\bby\s+(?:the\s+)?{body}\s+{WHEN}"),
        ("act", rf"{LEAD}(?:It\s+was\s+)?{titled}(?:\s+himself)?(?:\s+who)?\s+{power}\b(?P<gap>[^§]*)§+"),
        ("act", rf"{titled}\s+who,\s+{WHEN},\s+{power}\b"),
        ("act", rf"§+,?\s+(?:it\s+was\s+)?{titled}(?:\s+himself)?(?:\s+who)?\s+{power}\b"),
        ("act", rf"\b{power}\s+by\s+{titled}(?!['’])\s+{WHEN}"),
        ("act", rf"\b{power}\s+{WHEN}\s+by\s+{titled}(?!['’])"),
        ("act", rf"{LEAD}{WHO},\s+(?:who\s+was\s+)?{title}{OF},\s+{power}\b(?P<gap>[^§]*)§+"),
        ("start", rf"{WHO}(?:,\s+who)?\s+(?:became|took\s+office\s+as|took\s+over\s+as|(?:was|were)\s+(?:sworn\s+in|"
                  rf"inaugurated)\s+as)\s+{title}{OF}\s+{WHEN}"),
        ("start", rf"{titled}(?:,\s+who)?\s+(?:took\s+office|came\s+to\s+power|was\s+(?:sworn\s+in|inaugurated))"
                  rf"\s+{WHEN}"),
    ))  # fmt: skip
