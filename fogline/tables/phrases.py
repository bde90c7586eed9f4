"""Many fixed phrases found in one pass over a text: a trie of words, the longest match from the left wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")
WORD = re.compile(r"\w+|[^\w\s]")


class Word(NamedTuple):
    """A word or a sign of the text, typographic apostrophes straightened, with its code points."""

    form: str
    start: int
    end: int


class Match(NamedTuple, Generic[Value]):
    """A phrase found at the code points ``[start, end)`` and what the table says of it."""

    start: int
    end: int
    value: Value


def words(text: str) -> tuple[Word, ...]:
    """The words and signs of a text.

    >>> [word.form for word in words("Kyiv’s F-16s")]
    ['Kyiv', "'", 's', 'F', '-', '16s']
    """
    return tuple(Word("'" if m[0] == "’" else m[0], m.start(), m.end()) for m in WORD.finditer(text))


@dataclass(slots=True)
class Phrases(Generic[Value]):
    """Phrases with a value each; `find` gives the longest at each place, none overlapping another.

    >>> seats: Phrases[str] = Phrases()
    >>> seats.add("Tel Aviv", "ISR")
    >>> [(m.start, m.end, m.value) for m in seats.find(words("In Tel Aviv, ministers met."))]
    [(3, 11, 'ISR')]
    """

    root: dict[str, object] = field(default_factory=dict)
    size: int = 0

    def add(self, phrase: str, value: Value) -> None:
        """Put a phrase in; the first value of a phrase stays."""
        node = self.root
        for word in words(phrase):
            node = node.setdefault(word.form, {})  # type: ignore[assignment]
        if "" not in node:
            node[""] = value
            self.size += 1

    def get(self, phrase: str) -> Value | None:
        """The value of exactly this phrase."""
        node: object = self.root
        for word in words(phrase):
            node = node.get(word.form) if isinstance(node, dict) else None
            if node is None:
                return None
        return node.get("") if isinstance(node, dict) else None

    def find(self, text: Sequence[Word]) -> Iterator[Match[Value]]:
        """The phrases in a text, in order; of those that begin at the same word the longest."""
        at = 0
        while at < len(text):
            length, value = self._longest(text, at)
            if length and value is not None:
                yield Match(text[at].start, text[at + length - 1].end, value)
            at += max(length, 1)

    def _longest(self, text: Sequence[Word], at: int) -> tuple[int, Value | None]:
        node: object = self.root
        found: tuple[int, Value | None] = (0, None)
        for length in range(1, len(text) - at + 1):
            node = node.get(text[at + length - 1].form) if isinstance(node, dict) else None
            if not isinstance(node, dict):
                break
            if "" in node:
                found = (length, node[""])
        return found
