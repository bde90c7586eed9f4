"""The parse of a report in columns: one value a token, no token objects, nothing of the parser's own types."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fogline.models.encoded import Encoded

Column = tuple[str, ...]
Numbers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens, tags, dependency arcs and entity guesses of one report; a token is its index.

    ``starts``/``ends`` are code points of ``text``; ``lemmas`` are lower case; ``pos`` are Universal POS tags and
    ``tags`` Penn Treebank ones; ``deps`` are ClearNLP labels as spaCy's English models give them; ``heads`` holds
    the index of each token's head (a root is its own head); ``lefts``/``rights`` the first and last token of each
    token's subtree; ``sents`` half-open token ranges; ``ents`` ``(first, end, label)`` with OntoNotes labels.
    Without a model ``parsed`` is False: tags, arcs and entities are then empty strings, self-heads and nothing.
    ``encoded`` is what our own encoder says of the same words, None where it does not read.
    """

    text: str
    starts: Numbers
    ends: Numbers
    lemmas: Column
    tags: Column
    pos: Column
    deps: Column
    heads: Numbers
    kids: tuple[Numbers, ...]
    lefts: Numbers
    rights: Numbers
    sents: tuple[tuple[int, int], ...]
    sent_of: Numbers
    ents: tuple[tuple[int, int, str], ...]
    parsed: bool
    encoded: Encoded | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, i: int) -> str:
        """The words of one token."""
        return self.text[self.starts[i] : self.ends[i]] if i < len(self.starts) else ""

    def lower(self, i: int) -> str:
        """The token's words in lower case."""
        return self.word(i).lower()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters from the first to the last token, both included."""
        return self.starts[first], self.ends[last]

    def subtree(self, i: int) -> range:
        """The tokens from the left to the right edge of the token's subtree (in non-projective trees with gaps)."""
        return range(self.lefts[i], self.rights[i] + 1)

    def children(self, i: int, *deps: str) -> Iterator[int]:
        """The token's dependents in text order, only those with one of ``deps`` if any is given."""
        return (k for k in self.kids[i] if not deps or self.deps[k] in deps)

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent with one of ``deps``."""
        return next(self.children(i, *deps), None)

    def ancestors(self, i: int) -> Iterator[int]:
        """Head, head's head, ... up to the root."""
        return above(self.heads, i)

    def label(self, i: int) -> str:
        """The label of the entity guess that covers the token, empty if none does; found by halving, not by reading."""
        at = bisect_right(self.ents, i, key=lambda guess: guess[0]) - 1
        return self.ents[at][2] if at >= 0 and i < self.ents[at][1] else ""

    def tokens(self, start: int, end: int) -> range:
        """The tokens that overlap the characters ``start`` to ``end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def sentence(self, i: int) -> range:
        """The tokens of the sentence that holds token ``i``."""
        return range(*self.sents[self.sent_of[i]])


def join(text: str, parts: Iterable[Parse], offsets: Iterable[int]) -> Parse:
    """Parses of consecutive pieces of a text as one parse of the whole."""
    out: dict[str, list[object]] = {name: [] for name in Parse.__slots__ if name not in ("text", "parsed", "encoded")}
    parsed = True
    for part, offset in zip(parts, offsets, strict=True):
        base, sentence = len(out["starts"]), len(out["sents"])
        parsed = parsed and part.parsed
        for name in ("lemmas", "tags", "pos", "deps"):
            out[name] += getattr(part, name)
        for name in ("starts", "ends"):
            out[name] += [n + offset for n in getattr(part, name)]
        for name in ("heads", "lefts", "rights"):
            out[name] += [n + base for n in getattr(part, name)]
        out["kids"] += [tuple(k + base for k in kids) for kids in part.kids]
        out["sents"] += [(a + base, b + base) for a, b in part.sents]
        out["sent_of"] += [n + sentence for n in part.sent_of]
        out["ents"] += [(a + base, b + base, label) for a, b, label in part.ents]
    columns = {name: tuple(values) for name, values in out.items()}
    return Parse(text=text, parsed=parsed, **columns)  # type: ignore[arg-type]


def above(heads: Sequence[int], i: int) -> Iterator[int]:
    """The heads over a token, the nearest first."""
    while heads[i] != i:
        i = heads[i]
        yield i


def kids_of(heads: Numbers) -> tuple[Numbers, ...]:
    """The dependents of every token, in text order."""
    kids: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return tuple(map(tuple, kids))


def edges_of(heads: Numbers) -> tuple[Numbers, Numbers]:
    """First and last token of every subtree: each token widens all its ancestors."""
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for i in range(len(heads)):
        at = i
        while heads[at] != at:
            at = heads[at]
            lefts[at], rights[at] = min(lefts[at], i), max(rights[at], i)
    return tuple(lefts), tuple(rights)
