"""Who is told to have done a happening: its verb's subject, or who stands behind "by", "carried out by", "claimed by".

Two doers exclude each other only if both are named, or both are bodies of two countries or of two kinds (army, police,
navy, rebels, pirates); attackers without a name ("gunmen") are nobody else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fogline.checking.happenings import Telling
from fogline.checking.story import Story, clean
from fogline.records import Mention
from fogline.tables.lexicon_happenings import mark_words

BY = re.compile(
    r"(?P<how>\b(?:carried\s+out|committed|staged|launched|perpetrated|claimed|conducted|mounted|done)\s+)?\bby\s+(?:the\s+)?",
    re.I,
)
CLAIMED = re.compile(r"\b(?:claim|blam|accus|suspect|den[yi]|alleg)\w*", re.I)
BODIES = frozenset(("group", "organisation", "force", "government", "country"))


class Doer(NamedTuple):
    """One told to have done it: the words, the entity, its type and country, and if it has a name."""

    words: str
    entity: str
    country: str | None
    named: bool


def doers(story: Story, telling: Telling) -> list[Doer]:
    """Who did it, as one telling has it; empty if it names nobody."""
    sentence = story.sentence(telling.at.start)
    behind = BY.search(story.text, telling.at.end, min(sentence.end, telling.at.end + 70))
    if behind and behind["how"] is None and behind.start() - telling.at.end > 2:
        behind = None
    if behind:
        here = [m for m in story.ledger.mentions if abs(m.start - behind.end()) <= 4]
        return [d for m in here[:2] if (d := _doer(story, m))]
    if CLAIMED.search(story.words(sentence)):
        return []
    subjects = {s for e in story.ledger.events if e.act in _acts(story, telling) for s in e.actors}
    spans = [(p.start, p.end) for p in subjects if p.end <= telling.at.start]
    return [d for m in story.ledger.mentions if (m.start, m.end) in spans and (d := _doer(story, m))]


def _acts(story: Story, telling: Telling) -> set[str]:
    return {a.id for a in story.ledger.acts if a.trigger == telling.at}


def _doer(story: Story, mention: Mention) -> Doer | None:
    entity = next(e for e in story.ledger.entities if e.id == mention.entity)
    if entity.type not in BODIES:
        return None
    words = clean(story.words((mention.start, mention.end)))
    return Doer(words, entity.id, entity.country, mention.kind == "name")


def exclude(a: Doer, b: Doer) -> bool:
    """True if two doers can be neither one nor part of one another."""
    words, others = (set(re.findall(r"\w{4,}", d.words.lower())) for d in (a, b))
    if a.entity == b.entity or words & others:
        return False
    if a.country and b.country:
        return a.country != b.country or bool(words & mark_words("body") and others & mark_words("body"))
    known = [d.named or bool(w & mark_words("body")) for d, w in ((a, words), (b, others))]
    return all(known)
