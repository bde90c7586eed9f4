"""Which weapon on record a sentence speaks of: by its names, or taken up from the two sentences before.

A launcher beside what it fires stands for nothing of its own. A named weapon that the record does not hold makes a
passage unreadable here: silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fogline.checking.story import Story
from fogline.records import Fact, Span
from fogline.tables.facts import per_record
from fogline.tables.lexicon_numbers import alternatives
from fogline.tables.lexicon_record import weapon_names
from fogline.tables.phrases import words
from fogline.tables.weapons import known_weapons

THINGS = r"(?:missile|weapon|rocket|drone|system|launcher|shell|salvo|projectile|gun|howitzer|batter(?:y|ie))s?"
TAKEN_UP = re.compile(
    rf"\b(?i:all|each|one|some|most|both|two|three)\s+of\s+(?:them|the\s+{THINGS})\b|\b(?:[Tt]hey|[Ii]t|[Tt]hese)\b"
    rf"|\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir)\s+{THINGS}\b"
    r"|\b(?:[Ww]hose|[Tt]heir|[Ii]ts)\s+(?:range|reach|first|initial)\b"
)


class Named(NamedTuple):
    """A weapon on record where it is named."""

    start: int
    end: int
    subject: str
    launcher: bool


@per_record
def armoury(facts: tuple[Fact, ...]) -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """A pattern over the names of the weapons that these facts hold, and the subject of each."""
    held = {f.subject for f in facts if f.kind == "weapon" or f.relation.startswith(("first_", "commissioned"))}
    names = {f.subject_label: (f.subject, False) for f in facts if f.subject in held}
    names |= {form: (s, role == "launcher") for form, (s, role) in weapon_names().items() if s in held}
    return re.compile(rf"(?<![\w-])(?:{alternatives(names) or '(?!)'})(?=s?(?![\w]))"), names


def named(story: Story, span: tuple[int, int], facts: Sequence[Fact]) -> list[Named]:
    """The weapons on record named in a passage; a launcher only where nothing that it fires is named."""
    pattern, names = armoury(facts)
    found = [Named(m.start(), m.end(), *names[m[0]]) for m in pattern.finditer(story.text, span[0], span[1])]
    fired = [one for one in found if not one.launcher]
    return fired or found


def strange(story: Story, span: tuple[int, int], facts: Sequence[Fact]) -> bool:
    """A named weapon or aircraft that the record does not hold stands in the passage."""
    pattern, _ = armoury(facts)
    spoken = known_weapons().find(words(story.words(span)))
    return any(m.value.named and not pattern.search(story.text, span[0] + m.start, span[0] + m.end + 1) for m in spoken)


def spoken_of(story: Story, at: int, facts: Sequence[Fact]) -> set[str]:
    """The subjects named in the sentence before a character, else the one that its words before it take up."""
    sentence = story.sentence(at)
    if strange(story, sentence, facts):
        return set()
    here = {one.subject for one in named(story, sentence, facts) if one.start < at}
    if here or named(story, sentence, facts) or not TAKEN_UP.search(story.text, sentence.start, at):
        return here
    earlier = _two_before(story, at)
    found = {one.subject for one in named(story, earlier, facts)}
    return found if len(found) == 1 and not strange(story, earlier, facts) else set()


def _two_before(story: Story, at: int) -> Span:
    k = story.number(at)
    sentences = story.ledger.sentences
    return Span(sentences[max(0, k - 2)].start, sentences[k].start) if k > 0 else Span(at, at)
