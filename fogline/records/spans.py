"""Spans: which characters of a report's text carry an entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of Unicode code points in ``Report.text``; a plain ``(start, end)`` tuple serves as well."""

    start: int
    end: int


Spans = tuple[Span, ...]


def check_span(start: int, end: int, what: str) -> None:
    """Refuse a span that is empty or runs backwards.

    Raises:
        ValueError: if ``start < 0`` or ``end <= start``.
    """
    if start < 0 or end <= start:
        raise ValueError(f"{what}: span {start}..{end} holds no words")


def check_spans(spans: Iterable[tuple[int, int]], what: str) -> None:
    """Refuse a list of spans with an empty one, or out of order."""
    last = 0
    for start, end in spans:
        check_span(start, end, what)
        if start < last:
            raise ValueError(f"{what}: spans overlap or stand out of order at {start}")
        last = end


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """True if two spans share a character.

    >>> overlap((0, 5), (4, 9)), overlap((0, 5), (5, 9))
    (True, False)
    """
    return a[0] < b[1] and b[0] < a[1]


def touch(some: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """True if a span of the one and a span of the other share a character.

    >>> touch([(0, 5), (9, 12)], [(5, 10)]), touch([(0, 5)], [(5, 9)])
    (True, False)
    """
    return any(overlap(a, b) for a in some for b in others)


def within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """True if ``outer`` covers ``inner``.

    >>> within((2, 4), (0, 5))
    True
    """
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def identify(*parts: object) -> str:
    """An entry's id: 16 hex digits of the sha-256 over what makes it itself.

    The same input gives the same id on every machine; two different parts never run together.

    >>> identify("act", "r1", 10, 17) == identify("act", "r1", 10, 17)
    True
    >>> identify("a", "bc") == identify("ab", "c")
    False
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
