"""How long something lasted, against its first and last day or hour (C122).

A length ("a three-week siege", "after an occupation of nine days", "lasted two weeks", "40 days in captivity", "two
hours after it had been stopped") is compared with a spell (``spells``) that it names or stands beside, give or take a
day or half a unit. Silent for "another", "a second", a year of its own, and what only says how long before or after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from fogline.checking.dating.calendar import LENGTHS
from fogline.checking.dating.spells import NEW, Spell, found
from fogline.checking.story import Story, Verdict, story_of
from fogline.records import Fact, Finding, Ledger, Quantity, Span
from fogline.tables.lexicon_checks import spells

UNITS = {"minute": 1 / 1440, "hour": 1 / 24, "night": 1.0, **LENGTHS}
FAR = 4  # sentences between a length and its spell
OWN = r"(?:the\s+|his\s+|her\s+|their\s+|its\s+)?"
LASTED = (
    r"(?:(?:had |has |have )?(?:lasted|endured)|lasting|took|went on|dragged on|stretched|of|spent|after|for|over"
    r"|nearly)"
)
BEHIND = re.compile(rf"(?:-?\s?long)?[\s-]+(?:(?:of|in|under|at)\s+)?{OWN}(?:[\w’'-]+\s+){{0,2}}?$")
BEFORE = re.compile(rf"^[,\s]+(?:(?:that|which|had|has)\s+)*{LASTED}\s+(?:for\s+)?(?:(?:a|the)\s+)?(?:total\s+of\s+)?$")
IT_LASTED = re.compile(
    r"^(?:It|This|That|The whole \w+|They)\s+(?:had\s+)?(?:lasted|took|went on|spent|endured)\s+(?:for\s+)?$"
)
AFTER = re.compile(
    r"[\s,]+(?:and\s+\w+\s+)?after\s+(?:(?:being|having been|spending|a total of)\s+(?:\w+\s+){0,3}?)?(?:for\s+)?$"
)
CLOSED = re.compile(r"\s*(?:[.,;)]|$)")
SINCE_BEGAN = re.compile(r"\s+after\s+(?:[\w’'-]+\s+){1,4}?(?:had\s+been|was|were|had|been)?\s*$")
PLANNED = re.compile(
    r"\b(?:promised|planned|sentenced|called|offered|demanded|agreed|announced|expected|scheduled|due|will|would|could"
    r"|may|might|should|wants?|wanted|proposed|extended|jailed for|sentence|got|gets|given|faces?|facing|received"
    r"|handed)\b"
)
OTHER = re.compile(
    r"\b(?:another|a second|a further|second|third|previous|earlier|first|last|next|similar|every|each|no|than|a|an)"
    r"\s+(?:\w+\s+)?$",
    re.I,
)
RELATIVE = re.compile(
    r"\s*(?:-|\s)?(?:before|later|earlier|ago|after|old|from now|more|less|longer|into|away|a day|a week|per|each)\b",
    re.I,
)


def check_durations(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C122: "a three-day battle from 3 to 9 May": the length told is not the length of the dates."""
    story = story_of(ledger)
    lengths = [q for q in ledger.quantities if q.unit in UNITS and q.bound == "exact" and q.what != "age" and q.low]
    if not lengths:
        return
    for spell in found(story):
        wrong = next((q for q in lengths if _tied(story, q, spell) and not lasts(q, spell)), None)
        if wrong:
            yield _wrong_length(story, wrong, spell)


def lasts(q: Quantity, spell: Spell) -> bool:
    """True if a length fits the days, or the hours, of a spell."""
    told, (low, high) = (q.low or 0) * UNITS[q.unit], spell.days
    if q.unit in ("hour", "minute") and spell.hours is not None:
        return abs(told * 24 - spell.hours) <= max(0.75, 0.25 * told * 24)
    slack = max(1.0, 0.03 * told, 0.0 if q.unit in ("day", "night", "hour", "minute") else 0.5 * UNITS[q.unit])
    return low - slack <= told <= high + slack


def _tied(story: Story, q: Quantity, spell: Spell) -> bool:
    """True if the words make a length the length of this spell."""
    number, sentence = story.number(q.start), story.sentence(q.start)
    around = (spell.begin.sentence, spell.end.sentence)
    near = min(around) - FAR <= number <= max(around) + FAR
    near = near and not PLANNED.search(story.words((sentence.start, q.start)))
    near = near and (number in around or not NEW.match(story.text, sentence.start) or number < min(around))
    after = story.text[q.end : sentence.end]
    if not near or spell.begin.span.start <= q.start < spell.begin.span.end:
        return False
    if SINCE_BEGAN.match(after) or RELATIVE.match(after):
        return _since_began(story, q, spell)
    clause = story.words((sentence.start, q.start))
    if number == spell.end.sentence and not spell.ranged and q.start >= spell.end.span.end:
        straight = story.text[spell.end.span.end : q.start]
        if AFTER.fullmatch(straight) and CLOSED.match(after):
            return True
    if number - spell.end.sentence in (0, 1) and IT_LASTED.match(clause) and CLOSED.match(after):
        return True
    return _named(story, q, spell)


def _since_began(story: Story, q: Quantity, spell: Spell) -> bool:
    """As in "at 20:10, two hours after it had been stopped": from the beginning that the words name."""
    sentence = story.sentence(q.start)
    pattern, families = spells("begin")
    match = pattern.search(story.text, q.end, sentence.end)
    if not match or story.number(q.start) != spell.end.sentence or q.start - spell.end.span.end > 40:
        return False
    led = SINCE_BEGAN.fullmatch(story.text[q.end : match.start()])
    return bool(led) and q.start >= spell.end.span.end and bool(families[match[0].lower()] & spell.families)


def _named(story: Story, q: Quantity, spell: Spell) -> bool:
    """As in "the nine-day siege", "40 days in captivity", "the strike lasted two weeks"."""
    sentence = story.sentence(q.start)
    noun = _noun(story, q, sentence)
    if noun is None:
        return False
    families = spells("noun")[1][noun.lower()]
    same = story.number(q.start) == spell.begin.sentence
    if spell.ranged and same:
        return not _own_time(story, sentence, spell)
    told = story.words((story.ledger.sentences[spell.begin.sentence].start, spell.begin.span.start)).lower()
    own = families & spell.families - {"event"} or re.search(rf"\b{re.escape(noun.lower())}\b", told)
    led = story.words((sentence.start, q.start))[-24:]
    fresh = not same and q.start > spell.begin.span.start and OTHER.search(led)
    return bool(families & spell.families and own) and not fresh and not _own_time(story, sentence, spell)


def _noun(story: Story, q: Quantity, sentence: Span) -> str | None:
    """The word for a spell whose length this is."""
    behind = next(_common(story, Span(q.end, min(q.end + 45, sentence.end))), None)
    if behind and BEHIND.fullmatch(story.text[q.end : behind.start()]):
        return behind[0]
    before = list(_common(story, Span(sentence.start, q.start)))[-1:]
    for one in before:
        between = re.sub(r",[^,]*,", "", story.text[one.end() : q.start])
        if BEFORE.match(between):
            return one[0]
    return None


def _common(story: Story, span: Span) -> Iterator[re.Match[str]]:
    """The words for spells in a passage, but no month of March."""
    return (m for m in spells("noun")[0].finditer(story.text, *span) if m[0] != "March")


def _own_time(story: Story, sentence: Span, spell: Spell) -> bool:
    """The sentence of the length names a time outside the spell."""
    inside = range(spell.begin.days[0] - 1, spell.end.days[1] + 2)
    return any(
        date.fromisoformat(d[0]).toordinal() not in inside and date.fromisoformat(d[1]).toordinal() not in inside
        for d in story.days(sentence)
    )


def _wrong_length(story: Story, q: Quantity, spell: Spell) -> Finding:
    hours = spell.hours if q.unit in ("hour", "minute") else None
    low, high = spell.days
    in_days = f"{high} days" if high - low <= 1 else f"{low} to {high} days"
    counted = in_days if hours is None else f"{hours:.3g} hours"
    words = [story.words(mark.span) for mark in (spell.begin, spell.end)]
    dates = words[0] if spell.ranged else f"{words[0]} to {words[1]}"
    verdict = Verdict(
        "C122", "contradiction", "duration", "high" if spell.ranged else "medium",
        f"{dates}: {counted}, told as {story.words((q.start, q.end))}.",
        "the length and the two dates are told of one thing",
        "a pause that the report leaves out, or another time meant",
    )  # fmt: skip
    return story.finding(verdict, (spell.begin.span, spell.end.span, (q.start, q.end)))
