"""Who a passage speaks of: the person mentioned there, or the only one that a pronoun or "the driver" can mean.

It answers None rather than guess: with two people near, with kin ("his son, 12"), and for a bare surname that two
people of the report share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from fogline.checking.story import Story
from fogline.records import Mention
from fogline.tables.lexicon_checks import measure_words

TYPES = ("person", "organisation")  # a bare first name is at times read as the name of a body


class People:
    """The people of one ledger."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._entities = {e.id: e for e in story.ledger.entities if e.type in TYPES}
        self.mentions = [m for m in story.ledger.mentions if m.entity in self._entities]
        self._starts = [m.start for m in self.mentions]

    def name(self, key: str) -> str:
        """The person's name."""
        return self._entities[key].name

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in a passage."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def named(self) -> frozenset[str]:
        """Persons that the report names."""
        persons = {e.id for e in self._entities.values() if e.type == "person"}
        return frozenset(m.entity for m in self.mentions if m.kind == "name" and m.entity in persons)

    @cached_property
    def _shared(self) -> Counter[str]:
        """How many people go by a last name."""
        return Counter(self._entities[key].name.split()[-1].lower() for key in self.named)

    def of(self, mention: Mention) -> str | None:
        """Whom a mention means, unless it is a surname that two people share, or a name only like the person's."""
        said = self._story.words((mention.start, mention.end)).lower().split()
        name = self._entities[mention.entity].name.lower().split()
        if mention.kind != "name":
            return mention.entity
        alike = set(said) <= set(name) or set(name) <= set(said)
        return mention.entity if alike and (len(said) > 1 or self._shared[name[-1]] <= 1) else None

    def kin_near(self, start: int, end: int) -> bool:
        """True if a passage speaks of somebody's family."""
        return bool(measure_words("kin").search(self._story.text, start, end))

    def at(self, start: int, end: int) -> str | None:
        """Whom the mention around a passage means, if it is a named person or taken up elsewhere."""
        here = [m for m in self.mentions[: bisect_left(self._starts, end)][-6:] if m.start <= start and m.end >= end]
        key = here[-1].entity if here else None
        return key if key and (key in self.named or sum(m.entity == key for m in self.mentions) > 1) else None

    def only_before(self, at: int) -> str | None:
        """The only person whom the words before a place, in its sentence and the one before, can mean."""
        number = self._story.number(at)
        first = self._story.ledger.sentences[max(0, number - 1)].start if number >= 0 else 0
        if self.kin_near(first, self._story.sentence(at).end):
            return None
        here = {m.entity for m in self.within(first, at) if self._entities[m.entity].type == "person" and m.end <= at}
        return next(iter(here)) if len(here) == 1 and here <= self.named else None

    def only_one(self) -> str | None:
        """The only person that the report names."""
        return next(iter(self.named)) if len(self.named) == 1 else None
