"""Quoted passages: double and single, curly and straight, guillemets; nested, over several paragraphs, or left open.

Marks are paired inside their paragraph only, so that one stray mark never swallows the rest of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.reading.sentences import is_wrapped
from fogline.records import Sentence

MARK = re.compile(r"``|''|[\"“”„«»‹›‘’']")
DOUBLED = re.compile(r"``|''|\"\"|[“”„«»‹›‘’']")  # in the cell of a table, which may stand in marks of its own
FAMILY = {
    "“": "curly", "”": "curly", "„": "curly", '"': "straight", '""': "straight", "``": "ticks", "''": "ticks",
    "«": "guillemet", "»": "guillemet", "‹": "guillemet", "›": "guillemet",
    "‘": "single", "’": "single", "'": "single",
}  # fmt: skip
DOUBLES = {"curly", "straight", "ticks"}
OPENING, CLOSING = {"“", "„", "``", "«", "‹", "‘"}, {"”", "»", "›", "’"}
CLIPPED = re.compile(r"(?:\d0s|em\b|til\b|tis\b|twas\b|n\b|cause\b)", re.IGNORECASE)
AFTER_PASSAGE = re.compile(  # what follows a passage, and hardly a plural's possessive
    r"\s*(?:[.,;:!?)\]—–-]|$)|\s+(?:of|and|or|in|on|at|to|for|with|by|as|but|is|are|was|were|had|has|he|she|it|they|who"
    r"|which|that|from|after|before|when|while|said|says)\b"
)
FARTHEST = 3_000  # characters between the marks of a single-quoted passage
SCARE = 3  # words: a shorter passage without a stop is a name or a scare quote unless something attributes it


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted passage with its marks, half-open in code points.

    ``depth`` 0 stands in the text itself, 1 inside another passage. ``runs_on`` says that the paragraph ended
    before the passage did and the next one re-opens it. ``scare`` marks one to three quoted words without a stop.
    """

    start: int
    end: int
    depth: int = 0
    runs_on: bool = False
    scare: bool = False


@dataclass(slots=True)
class _Open:
    family: str
    start: int
    first: int  # after the mark
    closer: int | None  # where a single-quoted passage ends


def quotes(text: str, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The report's quoted passages in text order, the outer before the inner.

    An unmatched mark is closed at the end of its sentence, unless the next paragraph opens with a mark again.

    >>> text = "Kyiv called it ‘Ukraine’s right’. “We never agreed, the envoy said."
    >>> [text[q.start : q.end] for q in quotes(text, [Sentence(0, 33), Sentence(34, 67)])]
    ['‘Ukraine’s right’', '“We never agreed, the envoy said.']
    """
    blocks = paragraphs(text, sentences)
    found: list[Quotation] = []
    for n, (start, end) in enumerate(blocks):
        following = text[blocks[n + 1][0] : blocks[n + 1][0] + 2] if n + 1 < len(blocks) else ""
        found += _paired(text, (start, end), sentences, following)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def paragraphs(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Paragraphs: broken where a line ends together with a sentence; in wrapped prose only at an empty line."""
    if not sentences:
        return []
    pattern = re.compile(r"\n\s*\n" if is_wrapped(text) else r"\n")
    edges = [sentences[0].start]
    edges += [b.start for a, b in pairwise(sentences) if pattern.search(text, a.end, b.start)]
    ends = [a.end for a, b in pairwise(sentences) if pattern.search(text, a.end, b.start)] + [sentences[-1].end]
    return list(zip(edges, ends, strict=True))


def _paired(text: str, block: tuple[int, int], sentences: Sequence[Sentence], following: str) -> Iterator[Quotation]:
    stack: list[_Open] = []
    for mark in _marks(text, block):
        family = FAMILY[mark[0]]
        held = _held(stack, mark, family)
        if _opens(text, mark, block, held is not None):
            yield from _abandoned(text, stack, held, mark.start(), sentences)
            closer = _single_closer(text, mark.end(), block[1]) if family == "single" else None
            if family != "single" or closer or mark[0] == "‘":
                stack.append(_Open(family, mark.start(), mark.end(), closer))
        elif held is not None and _closes(mark, stack[held]):
            opened = stack[held]
            del stack[held:]
            if mark.start() > opened.first:
                yield _quotation(text, opened.start, mark.end(), len(stack))
    yield from _left_open(text, block, stack, sentences, following)


def _marks(text: str, block: tuple[int, int]) -> Iterator[re.Match[str]]:
    start, end = block
    if text.find('""', start, end) < 0:
        return MARK.finditer(text, start, end)
    own = text.startswith('"', start) and (text.startswith('"""', start) or not text.startswith('""', start))
    return DOUBLED.finditer(text, start + own, end)


def _held(stack: list[_Open], mark: re.Match[str], family: str) -> int | None:
    """The open passage this mark could close: of its own kind, else of another double kind (mixed typing)."""
    backwards = range(len(stack) - 1, -1, -1)
    own = next((n for n in backwards if stack[n].family == family), None)
    if own is not None or mark[0] not in ("”", '"', '""', "''"):
        return own
    return next((n for n in backwards if stack[n].family in DOUBLES), None)


def _opens(text: str, mark: re.Match[str], block: tuple[int, int], held: bool) -> bool:
    before = text[mark.start() - 1] if mark.start() > block[0] else " "
    after = text[mark.end() : mark.end() + 5]
    if not after.strip() or after[0].isspace() or mark[0] in CLOSING:
        return False
    if FAMILY[mark[0]] == "single" and (CLIPPED.match(after) or before.isalnum()):
        return False
    if mark[0] in OPENING:
        return True
    if mark[0] == "'" and not after[0].isalnum():
        return False
    return before.isspace() if held else before.isspace() or before in "([{—–-/“‘\"'"


def _closes(mark: re.Match[str], opened: _Open) -> bool:
    if mark[0] in OPENING - {"„"}:
        return False
    return opened.family != "single" or mark.start() == opened.closer


def _single_closer(text: str, first: int, end: int) -> int | None:
    """Where a single-quoted passage ends: an apostrophe has a letter behind it, a plural's possessive an s before."""
    end = min(end, first + FARTHEST)
    reopened = re.compile(r"(?<!\w)[‘](?=\w)").search(text, first, end)
    stop = reopened.start() if reopened else end
    marks = [m.start() for m in re.compile(r"(?<!')['’](?!['\w])").finditer(text, first, stop) if m.start() > first]
    marks = [m for m in marks if not text[m - 1].isspace()]
    plain = (m for m in marks if text[m - 1].lower() != "s" or AFTER_PASSAGE.match(text, m + 1))
    return next(plain, marks[-1] if marks else None)


def _abandoned(
    text: str, stack: list[_Open], held: int | None, at: int, sentences: Sequence[Sentence]
) -> Iterator[Quotation]:
    """A passage whose like opens again before it closed has lost its closing mark."""
    if held is None or held != len(stack) - 1:
        return
    opened = stack.pop()
    end = min(_sentence_end(opened.start, sentences), len(text[:at].rstrip()))
    if opened.family != "single" and end > opened.first:
        yield _quotation(text, opened.start, end, len(stack))


def _left_open(
    text: str, block: tuple[int, int], stack: list[_Open], sentences: Sequence[Sentence], following: str
) -> Iterator[Quotation]:
    for depth, opened in enumerate(stack):
        if opened.family == "single" and depth == 0 and text[opened.start] == "'":
            continue
        goes_on = bool(following) and FAMILY.get(following[0]) == opened.family
        end = block[1] if goes_on else min(block[1], _sentence_end(opened.start, sentences))
        if end > opened.first:
            yield Quotation(opened.start, end, depth, runs_on=goes_on)


def _sentence_end(at: int, sentences: Sequence[Sentence]) -> int:
    n = bisect_right(sentences, at, key=lambda s: s.start) - 1
    return sentences[n].end if n >= 0 else at


def _quotation(text: str, start: int, end: int, depth: int) -> Quotation:
    inner = text[start:end].strip("“”„\"'‘’«»‹›`")
    short = len(re.findall(r"\w+(?:[’'-]\w+)*", inner)) <= SCARE
    return Quotation(start, end, depth, scare=short and not re.search(r"[.,!?…]$", inner))
