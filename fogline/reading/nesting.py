"""Which voice speaks inside which: the parent of an attribution is the innermost other one that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.records import Attribution, Span


def nested(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Each attribution with the innermost other one that holds it: its cue, and most of its content.

    A strict order: what holds another is the longer of the two, so that no chain of parents comes back to itself.
    """
    pieces = sorted((start, end, n) for n, a in enumerate(found) for start, end in a.content)
    parents: dict[int, int] = {}
    opened: list[tuple[int, int]] = []  # (end, attribution), those that may still hold a cue
    at = 0
    for n in sorted(range(len(found)), key=lambda n: _cue(found[n])[0]):
        first = _cue(found[n])[0]
        while at < len(pieces) and pieces[at][0] <= first:
            opened.append(pieces[at][1:])
            at += 1
        opened = [piece for piece in opened if piece[0] > first]
        around = {k for _, k in opened if k != n and _holds(found[k], found[n])}
        if around:
            parents[n] = min(around, key=lambda k: (_length(found[k]), k))
    return tuple(_within(a, found[parents[n]]) if n in parents else a for n, a in enumerate(found))


def _within(inner: Attribution, outer: Attribution) -> Attribution:
    """The word "we" inside another's words is that other voice, and not the outlet's reporter."""
    if inner.source_class != "own_reporter":
        return replace(inner, parent=outer.id)
    return replace(
        inner,
        parent=outer.id,
        source_class=outer.source_class,
        source_entity=outer.source_entity,
        country=outer.country,
        sector=outer.sector,
    )


def _cue(a: Attribution) -> Span:
    return (a.cue or a.content)[0]


def _length(a: Attribution) -> int:
    return sum(end - start for start, end in a.content)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """The outer content covers the inner cue and half of the inner content, and is the longer one."""
    words = inner.cue or inner.content
    cue = all(any(a <= s and e <= b for a, b in outer.content) for s, e in words)
    shared = sum(max(0, min(b, e) - max(a, s)) for a, b in outer.content for s, e in inner.content)
    return cue and 2 * shared >= _length(inner) and _length(outer) > _length(inner)
