"""Which entity a stretch of text stands for: the doorway from words to entities for voices, acts and events."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from fogline.records import Entity, Mention, Reading

LONGEST_MENTION = 200  # characters: how far before a span a mention that reaches into it may begin
LEADING = re.compile(r"[\s\"'“”‘’(\[,;:–—-]*(?:(?:the|a|an|some|several|both)\s+)?", re.IGNORECASE)
# The head of a noun phrase stands before its first comma, preposition or relative pronoun.
HEAD_ENDS = re.compile(
    r"[,;:(–—]|\s(?:of|in|on|at|for|from|with|within|inside|near|by|to|against|who|whom|which|that|whose|as|when|after)\s"
)


@dataclass(frozen=True, slots=True)
class Indexed(Reading):
    """A reading that holds its entities by their ids, for stages that ask for them often."""

    by_id: Mapping[str, Entity] = field(default_factory=dict)


def indexed(so_far: Reading) -> Indexed:
    """The reading with its entities looked up once."""
    held = {one.name: getattr(so_far, one.name) for one in fields(Reading)}
    return Indexed(**held, by_id={entity.id: entity for entity in so_far.entities})


def mentions_in(so_far: Reading, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that lie wholly inside ``[start, end)``, in text order."""
    return tuple(m for m in touching(so_far, start, end) if start <= m.start and m.end <= end)


def touching(so_far: Reading, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that share a character with ``[start, end)``, in text order."""
    all_of_them = so_far.mentions
    first = bisect_left(all_of_them, start - LONGEST_MENTION, key=_start)
    last = bisect_left(all_of_them, end, lo=first, key=_start)
    return tuple(m for m in all_of_them[first:last] if m.end > start)


def entity_at(so_far: Reading, start: int, end: int, text: str | None = None) -> Entity | None:
    """The entity that the words ``[start, end)`` stand for, or None.

    Taken from the mention that covers the words exactly (without article and quotation marks), else from the one
    that ends at the head of the phrase, else the first name in it. A country's adjective inside a longer phrase
    ("Russian" in "Russian-made drones") answers only if the phrase holds no other mention. With ``text`` the head
    is found from the words; without it the last mention before the end of the span counts as the head.
    """
    mention = mention_at(so_far, start, end, text)
    return entities_by_id(so_far).get(mention.entity) if mention else None


def mention_at(so_far: Reading, start: int, end: int, text: str | None = None) -> Mention | None:
    """The mention that `entity_at` decides by."""
    found = touching(so_far, start, end)
    if not found:
        return None
    inner, head_end = _phrase(start, end, text)
    return min(found, key=lambda m: _misfit(m, inner, (start, end), head_end))


def entities_by_id(so_far: Reading) -> Mapping[str, Entity]:
    """The report's entities by their ids; at hand where the reading is `indexed`."""
    return so_far.by_id if isinstance(so_far, Indexed) else {entity.id: entity for entity in so_far.entities}


def _start(mention: Mention) -> int:
    return mention.start


def _phrase(start: int, end: int, text: str | None) -> tuple[int, int]:
    """Where the phrase begins without its article, and where its head zone ends."""
    if text is None:
        return start, end
    leading = LEADING.match(text, start, end)
    inner = leading.end() if leading else start
    stop = HEAD_ENDS.search(text, inner, end)
    return inner, stop.start() if stop else end


def _misfit(mention: Mention, inner: int, span: tuple[int, int], head_end: int) -> tuple[int, ...]:
    """How badly a mention fits a phrase; smaller is better."""
    start, end = span
    exact = mention.start in (start, inner) and mention.end == end
    outside = mention.start < start or mention.end > end
    beyond = mention.start >= head_end
    short_of_head = 0 if mention.end == head_end else abs(head_end - mention.end)
    return (
        0 if exact else 1,
        int(outside),
        int(beyond),
        mention.start if beyond else short_of_head,
        mention.start - mention.end,
    )
