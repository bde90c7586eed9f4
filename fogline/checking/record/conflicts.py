"""When a war of the record is told to have begun, been fought or ended (C207).

Compared are the dates that grammar ties to a war's name ("the war in X, which broke out in", "the 44-day war of",
"since the invasion of X in"), and to "the war" where the report names one war only. Wrong is only what misses every row
of every war that the name can mean, by more than a month; silent on years of other wars of that name (the table's
``also``), on dates ten years off, and on ends that the record does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from fogline.checking.record.named import (
    ADJECTIVES,
    DEFINITE,
    Named,
    dated_sentences,
    far_off,
    fits_any,
    modifies,
    named_in,
    on_record,
    rows_of,
    sure,
)
from fogline.checking.story import Days, Story, Verdict, capital, stated, story_of
from fogline.records import Fact, Finding, Ledger, Span, Timex
from fogline.tables.facts import by_kind
from fogline.tables.lexicon_record import conflict_forms, conflict_parties

WHO = (
    r"(?:\s+(?:on|in|against|by|over|under|for)\s+(?:[\w’'-]+\s*){1,4}?)?(?:\s*,)?(?:\s*(?:which|that))?\s+"
    r"(?:had\s+|first\s+|only\s+)?"
)
LINK = r"(?:\s+(?:with|in|at)\b[^,;:.]{2,50}?)?(?:\s+(?:back|late|early|anew))?(?:\s+(?:in|on|since))?\s*(?:the\s+)?$"
BEGAN = re.compile(
    rf"^{WHO}(?:began|begun|started|erupted|broke\s+out|flared\s+up|was\s+(?:launched|unleashed)){LINK}"
    r"|^[^.;]{0,60}\bsince\s+(?:it|they|fighting)\s+(?:began|started|erupted|broke\s+out|fell\s+out|came\s+to\s+blows)\s+(?:in|on)\s+$"
    r"|^(?:\s*,)?\s*(?:which|that)\s+(?:[\w’'-]+\s+){1,4}?(?:began|started|launched|unleashed|ordered)\s+(?:in|on)\s+(?:the\s+)?$"
    rf"|^{WHO}(?:has|have|had)\s+(?:been\s+)?(?:raged|raging|lasted|dragged\s+on|going\s+on|fought|waged)\s+since\s+$",
    re.I,
)
ENDED = re.compile(
    rf"^{WHO}(?:(?:officially|formally)\s+)?(?:ended|ceased|came\s+to\s+an\s+end|was\s+over){LINK}", re.I
)
IN = re.compile(
    r"^\s*(?:(?:was|were|,)\s+(?:fought|waged)\s+)?(?:of|in|during|back\s+in|fought\s+in)?\s+(?:the\s+)?$", re.I
)
OUTBREAK = re.compile(
    r"\b(?:start|outbreak|beginning|onset|eruption|eve)\s+of\s+(?:the\s+|a\s+|[\w.’'-]+['’]s\s+)?$", re.I
)
END_OF = re.compile(r"\b(?:end|conclusion)\s+of\s+(?:the\s+|[\w.’'-]+['’]s\s+)?$", re.I)
ON = re.compile(r"^\s*,?\s+(?:in|on)\s+(?:the\s+)?$")
RELATIVE = re.compile(r"\b(?:before|ahead\s+of|prior\s+to|until)\s+(?:the\s+|[\w.’'-]+['’]s\s+)?$", re.I)
FIRM = re.compile(  # what makes a date behind the name its own, and not the main clause's
    r"(?:^|\b(?:since|during|in|throughout|from|launched|began|started|ordered|unleashed|fought|waged))\s*"
    r"(?:(?:the|a|an|its|his|their|[\w.’'-]+['’]s)\s+)?$",
    re.I,
)
VERB = re.compile(r"(?:invaded|annexed|seized)\b", re.I)
AGENT = re.compile(
    r"(?:\b(?!(?:In|From|On|Of|To|The)\b)[A-Z][\w’'-]+|\b(?:it|had|has|troops|forces|army|who|which|and|illegally))\s+$"
)
LAUNCHED = re.compile(
    r"\b(?:launched|began|started|ordered|unleashed|mounted)\s+(?:(?:its|the|a|his|an)\s+)?(?:[\w-]+\s+)?$", re.I
)
RECALLED = re.compile(
    r"\banniversar\w+|\bcommemorat\w+|\b(?:warn|predict|fear|rehears|prepar|avert|prevent)\w*|\bplan(?:s|ned|ning)?\b",
    re.I,
)
WHEN = re.compile(
    r"^,?\s+(?:when|the\s+(?:year|month|day)(?:\s+(?:when|that))?|at\s+the\s+(?:start|outbreak|beginning)\s+of)"
    r"\s+(?:the\s+|a\s+)?$",
    re.I,
)
OPENS = re.compile(r"^\s+(?:began|started|erupted|broke\s+out)\b", re.I)
FRONTED = re.compile(r"(?:^|[.;:”\"—]\s*|\b(?:since|and)\s+)(?:In|On|in|on)\s+(?:the\s+)?$")
SUBJECT = re.compile(r"^,?\s+(?!(?:before|after|since|when|as)\b)(?:[\w.’'-]+\s+){0,7}?$")
NO_CLAUSE = re.compile(
    r"\b(?:before|after|since|amid|during|ahead|despite|until|from|than|over|about|with|to|against)\b", re.I
)
WAR = re.compile(r"\b[Tt]h(?:e|at|is)\s+(?:war|conflict|fighting)\b(?!\s+(?:in|on|with|against|between|over|of)\b)")
OF_TWO = re.compile(
    r"\b[Tt]h(?:e|at|is)\s+(?:war|conflict|fighting)\s+between\s+(?:the(?:se|ir)?|both)\s+(?:two\s+)?(?:rival\s+|warring\s+)?"
    r"(?:forces|sides|armies|parties|generals|rivals|camps|men)\b"
)
FIGHTING = re.compile(
    r"\b(?:been\s+(?:fighting|at\s+war)(?:\s+(?:each\s+other|one\s+another))?|went\s+to\s+war|turned\s+(?:their\s+guns\s+)?on\s+(?:each\s+other|one\s+another))\b"
    r"(?:\s+(?:for\s+power|with\s+each\s+other|over\s+\w+))?(?=(?:[^.;,]{0,50})\s(?:since|in|on)\s)"
)
OTHER_WAR = re.compile(
    r"\b(?:[Ww]ars?|[Cc]onflicts?)\s+(?:in|with|against|on)\s+(?:the\s+)?[A-Z]"
    r"|\b(?:another|other|earlier|previous|civil|last|first|second)\s+(?:civil\s+)?(?:wars?|conflicts?)\b|\bwars\b"
)
UNKNOWN = re.compile(
    r"\b(?:[Ww]ars?|[Cc]onflicts?)\s+(?:in|with|against|between|over|on)\s+(?:the\s+)?[A-Z]"
    r"|\b(?!The\b|That\b|This\b|Our\b)[A-Z][\w’'-]+\s+(?:[Cc]ivil\s+)?[Ww]ars?\b"
    r"|\b(?:another|other|earlier|previous|civil|wars)\b"
)


def check_conflicts(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C207: a war, campaign or invasion dated to days that every row of the record excludes."""
    if "conflict" not in by_kind(facts):
        return
    story, seen = story_of(ledger), set[int]()
    for sentence, dates in dated_sentences(story):
        for name in (
            *named_in(ledger.text, sentence, conflict_forms()),
            *_the_war(story, sentence),
            *_fighting(story, sentence),
        ):
            for time, period in () if RECALLED.search(story.words(sentence)) else dates:
                relation = _relation(story, sentence, name, time)
                rows = rows_of(name, facts, "conflict") if relation else ()
                if relation and rows and time.start not in seen and _wrong(name, rows, relation, period):
                    seen.add(time.start)
                    yield _finding(story, time, rows, relation)


def _relation(story: Story, sentence: Span, name: Named, time: Timex) -> str | None:
    """What the date is told to be of the war: began, ended, in (some time of it), or nothing."""
    lead = story.words((sentence.start, name.span.start))
    if time.start >= name.span.end:
        found = _date_behind(lead, story.words((name.span.end, time.start)), name, story.words(name.span))
    elif time.end <= name.span.start:
        before = story.words((sentence.start, time.start))
        found = _date_before(
            before,
            story.words((time.end, name.span.start)),
            story.text[name.span.end :][:40],
            name,
            story.words(name.span),
        )
    else:
        return None
    return _of_start(found) if name.told == "start" else found


def _of_start(found: str | None) -> str | None:
    """A time of something that only begins is its beginning."""
    return found and found.replace("in", "began", 1) if found and found.startswith("in") else found


def _date_behind(lead: str, between: str, name: Named, name_words: str) -> str | None:
    if len(between) > 110:
        return None
    if not modifies(lead, between):
        if BEGAN.search(between):
            return "began"
        if ENDED.search(between):
            return "ended" if name.told == "war" else None
    if OUTBREAK.search(lead) or END_OF.search(lead):
        return ("began" if OUTBREAK.search(lead) else "ended") if ON.search(between) else None
    if not IN.search(between) or not between.strip() or (VERB.match(name_words) and not AGENT.search(lead)):
        return None
    firm = between.lstrip().startswith("of") or VERB.match(name_words) or FIRM.search(lead)
    relative = RELATIVE.search(lead)
    return "in" if firm else "in, not later" if relative else "in, not earlier"


def _date_before(before: str, between: str, after: str, name: Named, name_words: str) -> str | None:
    if WHEN.search(between):
        return "began" if OPENS.search(after) or " of " in between or name.told == "start" else None
    if ADJECTIVES.search(between) and DEFINITE.search(before):
        return "in"
    verb = VERB.match(name_words) or LAUNCHED.search(between)
    plain = SUBJECT.search(between) and not NO_CLAUSE.search(between) and FRONTED.search(before)
    return "began" if plain and verb and name.told == "start" else None


def _wrong(name: Named, rows: Sequence[Fact], relation: str, period: Days) -> bool:
    whole = [(b[0], _last(f)) for f in rows for b in on_record(f.since)]
    if far_off(period, whole) or period[0] < "1975":
        return False
    ranges = whole
    if relation.startswith(("began", "ended")):
        dates = [f.since if relation.startswith("began") else f.until for f in rows]
        ranges = [b for d in dates for b in on_record(d)]
    return bool(ranges) and _tied(relation, period, whole) and not fits_any(period, ranges, name.also)


def _tied(relation: str, period: Days, whole: Sequence[Days]) -> bool:
    """A date that can be the main clause's speaks only where it cannot be: before what one is after, and so on.

    Behind "before the war in X" it speaks too where just the year is off.
    """
    if relation.endswith("not earlier"):
        return period[1] < min(w[0] for w in whole)
    same_month = any(period[0][5:7] == period[1][5:7] == w[0][5:7] for w in whole)
    return not relation.endswith("not later") or same_month or period[0] > max(w[1] for w in whole)


def _last(fact: Fact) -> str:
    return (on_record(fact.until) or (("", "9999-12-31"),))[0][1]


def _the_war(story: Story, sentence: Span) -> Iterator[Named]:
    """What "the war" means, where the report names one war only and speaks of no other."""
    match = WAR.search(story.text, *sentence) or OF_TWO.search(story.text, *sentence)
    if match and (meant := only_war(story.text) or between_parties(story.text)):
        yield Named(Span(*match.span()), *meant, "war")


def between_parties(text: str) -> tuple[frozenset[str], tuple[tuple[int, int], ...]] | None:
    """The war whose two parties a text names, where it names no other war and the parties of one only."""
    if named_in(text, Span(0, len(text)), conflict_forms()) or OTHER_WAR.search(text):
        return None
    meant = [war for war, parties in conflict_parties() if all(p.search(text) for p in parties)]
    return (frozenset(meant), ()) if len(meant) == 1 else None


def _fighting(story: Story, sentence: Span) -> Iterator[Named]:
    """As in "the army and the RSF have been fighting since": both parties in the sentence, and what they do."""
    match = FIGHTING.search(story.text, *sentence)
    words = story.words(sentence)
    meant = [war for war, parties in conflict_parties() if match and all(p.search(words) for p in parties)]
    if match and len(meant) == 1:
        yield Named(Span(*match.span()), frozenset(meant), (), "start")


@lru_cache(maxsize=2)
def only_war(text: str) -> tuple[frozenset[str], tuple[tuple[int, int], ...]] | None:
    """What all the names of wars in a text can mean, if some war is common to them and no other is spoken of."""
    names = named_in(text, Span(0, len(text)), conflict_forms())
    if not names or not frozenset.intersection(*(n.keys for n in names)):
        return None
    rest = "".join(text[a:b] for a, b in _outside(text, names))
    keys = frozenset().union(*(n.keys for n in names))
    return None if UNKNOWN.search(rest) else (keys, tuple(y for n in names for y in n.also))


def _outside(text: str, names: Sequence[Named]) -> Iterator[tuple[int, int]]:
    at = 0
    for one in names:
        yield at, one.span.start
        at = one.span.end
    yield at, len(text)


def _finding(story: Story, time: Timex, rows: Sequence[Fact], relation: str) -> Finding:
    told = {"began": "the beginning", "ended": "the end"}.get(relation.partition(",")[0], "a time")
    when = " or ".join(list(dict.fromkeys(_when(f, relation) for f in rows))[:4])
    labels = " or ".join(dict.fromkeys(f.subject_label for f in rows))
    verdict = Verdict(
        "C207", "record_conflict", "conflict_date", sure(rows),
        f"{capital(story.words((time.start, time.end)))} is given as {told} of the {labels}; by the record {when}.",
        "every row on record: " + "; ".join(stated(f) for f in rows),
        "another war of that name, or a date that the record does not hold",
    )  # fmt: skip
    return story.finding(verdict, ((time.start, time.end),), tuple(rows)[:6])


def _when(fact: Fact, relation: str) -> str:
    if relation.startswith("began"):
        return f"it began on {fact.since} ({fact.definition})"
    if relation == "ended":
        return f"it ended on {fact.until or 'no day yet'} ({fact.definition})"
    return f"it lasted from {fact.since} to {fact.until or 'no end on record'} ({fact.definition})"
