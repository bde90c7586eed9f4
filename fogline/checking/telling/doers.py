"""Who is told to have done a happening: its verb's subject, or who stands behind "by", "carried out by", "claimed by".

Two doers exclude each other only if both are named, or both are bodies of two countries or of two kinds (army, police,
navy, rebels, pirates); attackers without a name ("gunmen") are nobody else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fogline.checking.story import Story, clean
from fogline.checking.telling.happenings import Telling
from fogline.records import Mention, Span
from fogline.tables.lexicon_happenings import mark_words

BY = re.compile(
    r"(?P<how>\b(?:carried\s+out|committed|staged|launched|perpetrated|claimed|conducted|mounted|done)\s+)?\bby\s+(?:the\s+)?",
    re.I,
)
WHO_DID = re.compile(
    r",?\s+(?:who|which|that)\s+(?:(?:had|have|has)\s+)?(?:(?:carried\s+out|committed|staged|launched|mounted|led|made)\s+"
    r"(?:the|this|that)\s+(?:[\w’'-]+\s+){0,3})?$", re.I
)  # fmt: skip
WHOSE = re.compile(r"['’]s?\s+(?:[\w’'-]+\s+){0,3}$")
SUBJECT = re.compile(r"\s+(?:(?:had|have|has|later|also|then)\s+)?$")
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?$", re.I)
REST = re.compile(
    r"\s+(?:artillery|troops|fighters|forces|soldiers|gunners|warplanes|jets|aircraft|drones|men|units|gunmen|militiamen|gang|militia)"
)
NAME = re.compile(r"(?<!^)\b[A-Z]\w+|^[A-Z]{2,}\b")
CLAIMED = re.compile(r"\b(?:claim|blam|accus|suspect|den[yi]|alleg)\w*", re.I)
BODIES = frozenset(("group", "organisation", "force", "government", "country"))


class Doer(NamedTuple):
    """One told to have done it: the words, the entity, its country and sector, and if it has a name."""

    words: str
    entity: str
    country: str | None
    sector: str | None
    named: bool


def doers(story: Story, telling: Telling) -> list[Doer]:
    """Who did it, as one telling has it; empty if it names nobody."""
    sentence = story.sentence(telling.at.start)
    behind = BY.search(story.text, telling.at.end, min(sentence.end, telling.at.end + 70))
    if behind and behind["how"] is None and behind.start() - telling.at.end > 2:
        behind = None
    if behind:
        here = [m for m in story.mentions(sentence) if abs(m.start - behind.end()) <= 4]
        return [d for m in here[:2] if (d := _doer(story, m))]
    if CLAIMED.search(story.words(sentence)):
        return []
    before = story.text[sentence.start : telling.at.start]
    lead = sentence.start + len(before.rstrip())
    if PASSIVE.search(before):
        return []
    if whose := next((p for p in (WHO_DID, WHOSE, SUBJECT) if p.search(before)), None):
        lead = sentence.start + whose.search(before).start()  # type: ignore[union-attr]
    return _ending(story, telling, sentence, lead)


def _ending(story: Story, telling: Telling, sentence: Span, lead: int) -> list[Doer]:
    """The named within the words that end there, or what they are as a whole."""
    spans = [m for m in story.mentions(sentence) if m.start < lead and m.kind != "pronoun"]
    whole = [m for m in spans if lead - 1 <= m.end <= lead + 1 or REST.fullmatch(story.text[m.end : lead])]
    inner = [m for m in spans if any(w.start <= m.start and m.end <= w.end for w in whole)]
    found = [(m.kind, d) for m in inner if (d := _doer(story, m))]
    bodies = [(kind, d) for kind, d in found if story.entities[d.entity].type != "country"] or found
    return [d for kind, d in bodies if kind == "name"] or [d for _, d in bodies]


def _doer(story: Story, mention: Mention) -> Doer | None:
    entity = story.entities[mention.entity]
    if entity.type not in BODIES:
        return None
    words = clean(story.words((mention.start, mention.end)))
    return Doer(words, entity.id, entity.country, entity.sector, mention.kind == "name" or bool(NAME.search(words)))


def exclude(a: Doer, b: Doer) -> bool:
    """True if two doers can be neither one nor part of one another."""
    words, others = (set(re.findall(r"\w{3,}", d.words.lower())) for d in (a, b))
    bodies = mark_words("body")
    if a.entity == b.entity or (words & others) - bodies or _initials(a.words) & _initials(b.words):
        return False
    if {a.sector, b.sector} == {"MIL", "REB"}:
        return True
    if a.country and b.country and a.country != b.country:
        return True
    if a.named and b.named:
        return a.sector == b.sector == "REB" or bool(words & others)
    known = [d.named or bool(w & bodies) for d, w in ((a, words), (b, others))]
    return (
        all(known)
        and not (words & others)
        and (not a.country or not b.country or bool(words & bodies and others & bodies))
    )


def _initials(words: str) -> set[str]:
    """The words in capitals, and the first letters of those with a capital.

    >>> sorted(_initials("the Rapid Support Forces")), sorted(_initials("RSF fighters"))
    (['RSF'], ['RSF'])
    """
    initials = "".join(w[0] for w in re.findall(r"\b[A-Z]\w+", words))
    return {*re.findall(r"\b[A-Z]{2,}\b", words), *([initials] if len(initials) > 1 else [])}
