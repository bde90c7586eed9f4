"""A text cut into the windows that the encoder reads: runs of whole sentences, in wordpieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from fogline.models.heads import PRONOUNS
from fogline.models.neutral import neutral
from fogline.records import Sentence, Span, Spans

LONGEST = 128  # wordpieces of one window, its two special ones included
GAP = 3  # how far two chosen wordpieces stand apart that are one span


class Piece(NamedTuple):
    """One window: wordpiece ids, and where each stands in the text."""

    ids: tuple[int, ...]
    spans: Spans


def open_tokenizer(path: Path) -> Any:
    """A `tokenizers.Tokenizer` that gives every wordpiece of a text and no other: published ones often pad and cut."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def cut(text: str, sentences: Sequence[Span | Sentence], tokenizer: Any) -> Iterator[Piece]:
    """The windows of a text, in order; a sentence too long for one is cut where it is full.

    The names of countries are read as stand-ins (`neutral`); the wordpieces of one stand where the name does.

    ``tokenizer`` is a `tokenizers.Tokenizer`. The special wordpieces at both ends have the empty spans at the window's
    own ends.
    """
    codes: list[int] = []
    spans: list[Span] = []
    for sentence in sentences:
        told = neutral(text[sentence.start : sentence.end])
        read = tokenizer.encode(told.text, add_special_tokens=False)
        if codes and len(codes) + len(read.ids) > LONGEST - 2:
            yield _framed(codes, spans, tokenizer)
            codes, spans = [], []
        codes += read.ids
        spans += [Span(sentence.start + a, sentence.start + b) for a, b in told.spans(read.offsets)]
        while len(codes) > LONGEST - 2:
            yield _framed(codes[: LONGEST - 2], spans[: LONGEST - 2], tokenizer)
            codes, spans = codes[LONGEST - 2 :], spans[LONGEST - 2 :]
    if codes:
        yield _framed(codes, spans, tokenizer)


def pronouns(text: str, spans: Spans) -> list[int]:
    """The wordpieces of a window that are a pronoun by themselves, the special ones aside.

    >>> pronouns("It hit the item.", (Span(0, 0), Span(0, 2), Span(3, 6), Span(7, 10), Span(11, 13), Span(13, 15)))
    [1]
    """
    return [
        n
        for n, span in enumerate(spans)
        if _whole(text, span) == span and text[span.start : span.end].lower() in PRONOUNS
    ]


def _framed(codes: list[int], spans: list[Span], tokenizer: Any) -> Piece:
    first, last = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
    edges = Span(spans[0].start, spans[0].start), Span(spans[-1].end, spans[-1].end)
    return Piece((first, *codes, last), (edges[0], *spans, edges[1]))


def runs(text: str, spans: Spans, chosen: Sequence[int]) -> Spans:
    """The chosen wordpieces as spans of whole words; one or two left out between two chosen ones belong to them.

    >>> runs("Kyiv denied it.", (Span(0, 2), Span(2, 4), Span(5, 11), Span(12, 14), Span(14, 15)), [1, 3])
    (Span(start=0, end=14),)
    """
    out: list[Span] = []
    last = -9
    for n in chosen:
        if n - last <= GAP:
            out[-1] = Span(out[-1].start, spans[n].end)
        else:
            out.append(spans[n])
        last = n
    return tuple(_whole(text, span) for span in out)


def _whole(text: str, span: Span) -> Span:
    """The span with the rest of the words that it cuts."""
    start, end = span
    while start and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return Span(start, end)
