"""When an agreement, treaty or truce of the record is told to have been made, in force or ended (C209).

Compared are the dates that grammar ties to its name: "signed in", "which took effect on", "of", "since X quit it in".
Wrong is only what misses every row of every agreement that the name can mean; a date of no stated act ("of 2015") may
be that of its making or of its taking effect. Silent on ends and withdrawals that the record does not hold, on whoever
withdrew without standing in the sentence, and on talks, breaches and renewals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.record.named import (
    ADJECTIVES,
    DEFINITE,
    Named,
    dated_sentences,
    far_off,
    fits_any,
    named_in,
    on_record,
    rows_of,
    sure,
)
from fogline.checking.story import Days, Story, Verdict, capital, stated, story_of
from fogline.records import Fact, Finding, Ledger, Span, Timex
from fogline.tables.actors import country_code
from fogline.tables.facts import by_kind
from fogline.tables.lexicon_record import agreement_forms

MADE = (
    r"(?:signed|reached|concluded|agreed(?:\s+(?:to|on|upon))?|struck|brokered|sealed|initialled|adopted|negotiated|clinched"
    r"|finali[sz]ed|inked|forged)"
)
EFFECT = r"(?:took\s+(?:effect|hold)|(?:came|entered|went)\s+into\s+(?:force|effect))"
OVER = r"(?:expired|collapsed|lapsed|ended|was\s+terminated|broke\s+down|fell\s+apart)"
WHO = r"^(?:\s*,)?(?:\s*(?:which|that))?\s+"
BY = (
    r"(?:\s+(?:in|at|by|between|with|under|to)\s+[^,;.]{2,60}?)?(?:\s+(?:back|only|late|early))?"
    r"\s+(?:in|on)\s+(?:the\s+)?$"
)
WAS_MADE = re.compile(
    rf"{WHO}(?:(?:was|were|had\s+been|been)\s+)?(?:(?:formally|finally|first|eventually)\s+)?{MADE}{BY}", re.I
)
IN_FORCE = re.compile(rf"{WHO}(?:(?:formally|finally|first|only)\s+)?{EFFECT}{BY}", re.I)
HAS_HELD = re.compile(
    rf"{WHO}(?:has|had)\s+(?:(?:largely|mostly|broadly)\s+)?(?:held|been\s+in\s+(?:force|effect|place))\s+since\s+$",
    re.I,
)
IS_OVER = re.compile(rf"{WHO}(?:(?:formally|finally)\s+)?{OVER}{BY}", re.I)
OF = re.compile(r"^\s+of\s+(?:the\s+)?$|^\s*\($", re.I)
ON = re.compile(r"^(?:\s+(?:in|at)\s+[A-Z][\w’'-]+)?\s+(?:in|on)\s+(?:the\s+)?$")
MAKING = re.compile(
    rf"\b{MADE}\s+(?:the|an?|its|their)\s+(?:[\w-]+\s+)?$|\b(?:signing|signature|conclusion)\s+of\s+(?:the\s+)?$", re.I
)
MADE_IN = re.compile(rf"\b{MADE}\s+in\b", re.I)
NOUN = re.compile(r"\b(?:signing|signature|conclusion|withdrawal|exit|pullout)\s+(?:of|from)?\s*(?:the\s+)?$", re.I)
LEAVING = re.compile(
    r"\b(?:withdrew|withdrawn|withdrawing|pulled\s+out|pulling\s+out|quit|quitting|walked\s+(?:away|out)|exited|abandoned|left"
    r"|withdrawal|exit|pullout)\s+(?:from|of)?\s*(?:the\s+)?$",
    re.I,
)
NOT_SO = re.compile(
    r"\b(?:would|could|should|might|almost|nearly|not|never|failed|refused|threatened|extension|renewal)\b", re.I
)
MADE_ROWS = ("signed", "adopted", "took_effect")
LEFT_ROWS = ("withdrawn_by", "suspended_by", "ended")


def check_agreements(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C209: an agreement dated to days that every row of the record excludes."""
    rows = by_kind(facts).get("milestone", ())
    if not rows:
        return
    story, seen = story_of(ledger), set[int]()
    for sentence, dates in dated_sentences(story):
        for name in named_in(ledger.text, sentence, agreement_forms()):
            known = rows_of(name, facts, "milestone")
            for time, period in dates:
                told = _told(story, sentence, name, time)
                weighed = _weighed(story, sentence, told, known) if told else ()
                if told and weighed and time.start not in seen and _wrong(name, weighed, told, period):
                    seen.add(time.start)
                    yield _finding(story, time, weighed, told)


def _told(story: Story, sentence: Span, name: Named, time: Timex) -> str | None:
    """What the date is told to be: that of making it, of its taking effect, its end, of leaving it, or its own."""
    lead = story.words((sentence.start, name.span.start))
    if time.end <= name.span.start:
        before = story.words((sentence.start, time.start))
        plain = ADJECTIVES.search(story.words((time.end, name.span.start)))
        return "of" if plain and DEFINITE.search(before) else None
    between = story.words((name.span.end, time.start))
    if len(between) > 110 or NOT_SO.search(between) or NOT_SO.search(lead[-40:]):
        return None
    if ON.search(between):
        return _told_before(lead, story.words(name.span))
    ties = ((WAS_MADE, "made"), (IN_FORCE, "effect"), (HAS_HELD, "effect"), (IS_OVER, "ended"), (OF, "of"))
    return next((told for pattern, told in ties if pattern.search(between)), None)


def _told_before(lead: str, name: str) -> str | None:
    """By the words before the name; behind "the signing of" a date may be the main clause's, if it is later."""
    leaves = LEAVING.search(lead)
    if NOUN.search(lead):
        return "left, not earlier" if leaves else "made, not earlier"
    return "made" if MAKING.search(lead) or MADE_IN.search(name) else "left" if leaves else None


def _weighed(story: Story, sentence: Span, told: str, known: Sequence[Fact]) -> tuple[Fact, ...]:
    """The rows that the date is held against; none where the record does not hold such an act."""
    if told.startswith("left"):
        return tuple(f for f in known if f.relation in LEFT_ROWS and _stands(story, sentence, f))
    if told == "ended":
        return tuple(f for f in known if f.relation in LEFT_ROWS)
    made = tuple(f for f in known if f.relation in MADE_ROWS)
    if told == "effect":
        return made if any(f.relation == "took_effect" for f in made) else ()
    return made


def _stands(story: Story, sentence: Span, fact: Fact) -> bool:
    """True if the one that left stands in the sentence."""
    country = country_code(fact.value)
    kinds = {e.id: e.country for e in story.ledger.entities}
    here = {kinds.get(m.entity) for m in story.ledger.mentions if sentence.start <= m.start < sentence.end}
    return fact.relation != "ended" and country is not None and country in here


def _wrong(name: Named, rows: Sequence[Fact], told: str, period: Days) -> bool:
    ranges = tuple(b for f in rows for b in on_record(f.since))
    if ranges and told.endswith("not earlier") and period[1] >= min(r[0] for r in ranges):
        return False
    return (
        bool(ranges)
        and not far_off(period, ranges)
        and not fits_any(period, ranges, () if told.startswith("left") else name.also)
    )


def _finding(story: Story, time: Timex, rows: Sequence[Fact], told: str) -> Finding:
    acts = {"made": "making", "effect": "beginning", "ended": "end", "left": "leaving", "of": "time"}
    act = acts[told.partition(",")[0]]
    when = "; ".join(list(dict.fromkeys(f"{_act(f)} on {f.since} ({f.definition})" for f in rows))[:5])
    labels = " or ".join(dict.fromkeys(f.subject_label for f in rows))
    verdict = Verdict(
        "C209", "record_conflict", "agreement_date", sure(rows),
        f"{capital(story.words((time.start, time.end)))} is given as the {act} of the {labels}; "
        f"by the record: {when}.",
        "every row on record: " + "; ".join(stated(f) for f in rows),
        "another agreement of that name, or a date that the record does not hold",
    )  # fmt: skip
    return story.finding(verdict, ((time.start, time.end),), tuple(rows)[:6])


def _act(fact: Fact) -> str:
    """What happened on the day of a row, as words.

    >>> from fogline.tables.facts import by_kind, shipped
    >>> {_act(f) for f in shipped() if f.subject == "inf"} == {"signed", "took effect", "withdrawn by United States"}
    True
    """
    who = f" {fact.value}" if fact.relation.endswith("_by") else ""
    return fact.relation.replace("_", " ") + who
