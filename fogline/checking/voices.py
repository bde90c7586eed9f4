"""Whose words a number stands in: the claim's voice, or the voice that the sentence itself names around it.

A voice is an entity's id where it has one, else the source's own words; the report's prose without a voice is the
outlet's. A pronoun speaks for the last voice before it. "The governor" and "the governor of Odesa region" are one voice
where no other governor speaks.
"""

from __future__ import annotations

import re
from functools import cached_property

from fogline.records import Ledger, Lookup, Quantity, Span

OUTLET = "outlet"
SAID = r"(?:said|says|reported|reports|told\s+reporters|announced|added|confirmed|stated|estimated)"
BEHIND = re.compile(
    rf"[,”\"]\s+(?P<who>[^,;:“”\"]{{3,80}}?)\s+{SAID}(?:\s+(?:on|in|late|early|at)\b[^,;:]{{0,40}})?\s*[.]?\s*$"
)
PUT = re.compile(
    r"(?P<who>(?:\b[Tt]he\s|\b[A-Z])[^,;:“”\"]{1,70}?),?\s+(?:(?:however|meanwhile|by contrast),?\s+)?"
    r"(?:has\s+|had\s+)?(?:puts?|placed|gave|gives|set|counted|counts)\s+"
    r"(?:the|their|its|his|her)\s+(?:[\w’'-]+\s+){0,2}(?:toll|number|count|tally|dead)\b[^,;:]{0,30}$"
)
PRONOUN = re.compile(r"(?:he|she|they|it|who|which)$", re.I)
NUMBERED = re.compile(r"(?:one|an?|the|some|several|two|many|most|both|its|his|her|their)\b", re.I)


PLAIN = frozenset(("said", "statement", "spokesman", "spokeswoman", "spokesperson", "official", "officials", "report"))


class Voices:
    """The voices of one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._text, self._look = ledger, ledger.text, Lookup(ledger)

    def _name(self, key: str) -> str:
        """An entity's name; a voice that is none is its own name."""
        entity = self._look.entities.get(key)
        return entity.name if entity else key

    def of_claim(self, claim: str | None) -> str:
        """Who makes a claim."""
        voice = self._look.attribution_of(claim)
        return OUTLET if voice is None else self._one(self._keys[voice.id])

    def of(self, quantity: Quantity, sentence: Span) -> str:
        """Who gives a number: its claim's voice, else the one that its sentence names behind it or before a toll."""
        behind = BEHIND.search(self._text[quantity.end : sentence.end])
        who = quantity.end + behind.start("who") if behind else 0
        if behind and self._speaks_within(quantity.claim, Span(who, who + len(behind["who"]))):
            return self._named_at(who, behind["who"])
        key = self.of_claim(quantity.claim)
        put = PUT.search(self._text[sentence.start : quantity.start]) if key == OUTLET else None
        return self._named_at(sentence.start + put.start("who"), put["who"]) if put else key

    def _speaks_within(self, claim: str | None, words: Span) -> bool:
        """No voice yet, or only the tail of these words ("the governor of Kassala [state said]")."""
        voice = self._look.attribution_of(claim)
        return voice is None or any(words.start <= s.start and s.end <= words.end for s in voice.source)

    @cached_property
    def _keys(self) -> dict[str, str]:
        """The voice of each attribution, by its id."""
        keys, last = {}, ""
        for voice in sorted(self._ledger.attributions, key=lambda a: a.source[:1] or a.cue[:1]):
            words = " ".join(self._text[s.start : s.end] for s in voice.source).lower()
            pronoun = not voice.source_entity and PRONOUN.match(words)
            key = voice.source_entity or words or voice.source_class
            last = last if pronoun else key
            keys[voice.id] = last if pronoun and last else key
        return keys

    def _named_at(self, start: int, words: str) -> str:
        """The entity of the words, by the mention that begins them; else the words."""
        first = start + (4 if words.lower().startswith("the ") else 0)
        here = [m for m in self._ledger.mentions if m.start in (start, first) and m.end <= start + len(words)]
        return self._one(max(here, key=lambda m: m.end).entity if here else re.sub(r"^the\s+", "", words.lower()))

    def _one(self, key: str) -> str:
        """The same key for "the governor" and "the governor of Odesa region", where that is the only one."""
        short, of, _ = self._bare(key).partition(" of ")
        return self._holders.get(short, key) if of else key

    @cached_property
    def _holders(self) -> dict[str, str]:
        """Offices and bodies of a short name, by it, where at most one longer name goes on with "of"."""
        names = {key: self._bare(key) for key in sorted(set(self._keys.values()))}
        longer = [n.partition(" of ")[0] for n in set(names.values()) if " of " in n]
        return {n: k for k, n in names.items() if " of " not in n and longer.count(n) <= 1}

    def _bare(self, key: str) -> str:
        return re.sub(r"^the\s+", "", self._name(key).lower())

    def alike(self, a: str, b: str) -> bool:
        """True if two keys are one voice, or two bodies of one name ("the division", "the division's statement")."""
        first, second = (set(re.findall(r"[a-z]{4,}", self._bare(key))) - PLAIN for key in (a, b))
        return a == b or bool(first & second)

    def name(self, key: str) -> str:
        """The voice as a reader would name it."""
        if key == OUTLET:
            return self._ledger.report.outlet or "the report"
        name = self._name(key)
        common = name[:1].islower() or (" " in name and name.split()[-1].islower())
        bare = NUMBERED.match(name) or name.endswith(("s", "police", "people"))
        return f"the {name}" if common and not bare else name
