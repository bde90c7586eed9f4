"""A corpus file (training/GUIDE.md) as frozen passages: the bare text, and every mark as a span of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from fogline.records import Span

TAG = re.compile(r"([esqca]\d+|[tpn]) ?")
HEAD = re.compile(r"# (?P<id>[\w-]+) \| (?P<register>\w+) \| (?P<region>[^|]+) \| (?P<published>\d{4}-\d\d-\d\d)")


class CorpusError(ValueError):
    """A passage that breaks the guide: file, line and what is wrong."""


class Mark(NamedTuple):
    """A tag of the text (``s1``, ``a2``, ``t``) and the words it stands on; in text order, outer before inner."""

    tag: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage; ``lines`` holds the fields of each line under the text by its tag (`fogline.tuning.layers`)."""

    id: str
    register: str
    region: str
    published: str
    text: str
    marks: tuple[Mark, ...]
    lines: dict[str, tuple[str, ...]]
    where: str

    def spans(self, tag: str) -> tuple[Span, ...]:
        """The places where a tag stands.

        >>> unmarked("[s1 Kenya] [q1 denied] [c1 it], and [s1 it] did so twice.")[1][-1]
        Mark(tag='s1', span=Span(start=21, end=23))
        """
        return tuple(mark.span for mark in self.marks if mark.tag == tag)

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


def passages(path: Path) -> list[Passage]:
    """The passages of one file, in order.

    Raises:
        CorpusError: at the first passage whose brackets or lines are broken.
    """
    return [_passage(lines, f"{path.name}:{number}") for number, lines in _blocks(path.read_text("utf-8").splitlines())]


def held_out(passages: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Nine in ten to train on, one in ten to look at while choosing: by the id, so that more passages move none."""
    apart = [hashlib.sha256(p.id.encode()).digest()[0] % 10 == 5 for p in passages]
    kept = [p for p, held in zip(passages, apart, strict=True) if not held]
    return kept, [p for p, held in zip(passages, apart, strict=True) if held]


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each passage's lines with the number of its head line."""
    heads = [i for i, line in enumerate(lines) if line.startswith("# ")]
    for begin, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        yield begin + 1, lines[begin:end]


def _passage(block: list[str], where: str) -> Passage:
    head = HEAD.fullmatch(block[0].strip())
    if head is None or "--" not in block:
        raise CorpusError(f"{where}: head line 'id | register | region | day' or the line '--' is missing")
    cut = block.index("--")
    try:
        text, marks = unmarked("\n".join(block[1:cut]).strip())
    except CorpusError as error:
        raise CorpusError(f"{where}: {error}") from None
    told = [line.split() for line in block[cut + 1 :] if line.strip()]
    if len({fields[0] for fields in told}) < len(told):
        raise CorpusError(f"{where}: a tag has two lines")
    lines = {fields[0]: tuple(fields[1:]) for fields in told}
    return Passage(**head.groupdict(), text=text, marks=marks, lines=lines, where=where)


def unmarked(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The bare text and its marks.

    Raises:
        CorpusError: if brackets do not match, or one holds no known tag or no words.

    >>> unmarked("[s1 The [e1 navy]] left.")
    ('The navy left.', (Mark(tag='s1', span=Span(start=0, end=8)), Mark(tag='e1', span=Span(start=4, end=8))))
    """
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    marks: list[tuple[int, int, int, str]] = []  # begin, -end, depth: outer before inner
    for match in re.finditer(r"[\[\]]", marked):
        if match.start() < at:
            continue
        text += marked[at : match.start()]
        at = match.end()
        if match[0] == "[":
            tag = TAG.match(marked, at)
            if tag is None:
                raise CorpusError(f"no tag in {marked[match.start() : at + 20]!r}")
            opened.append((tag[1], len(text)))
            at = tag.end()
        else:
            marks.append(_closed(opened, text))
    if opened:
        raise CorpusError(f"[{opened[-1][0]} is not closed")
    found = tuple(Mark(tag, Span(begin, -back)) for begin, back, _, tag in sorted(marks))
    return text + marked[at:], found


def _closed(opened: list[tuple[str, int]], text: str) -> tuple[int, int, int, str]:
    if not opened:
        raise CorpusError(f"a bracket is closed twice after {text[-20:]!r}")
    tag, begin = opened.pop()
    words = text[begin:]
    if not words or words != words.strip():
        raise CorpusError(f"[{tag} holds no words, or white space at an end: {words[:30]!r}")
    return begin, -len(text), len(opened), tag
