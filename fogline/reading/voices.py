"""A voice while it is being found: source, cue and content as tokens of the parse, and the page it stands on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.models.parse import Parse
from fogline.reading.quotes import Quotation, paragraphs, quotes
from fogline.records import Report, Sentence, Span, Spans

Tokens = tuple[int, ...]
LONGEST_ENTITY = 20  # tokens


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution in tokens. ``head`` is the cue's main word; ``act`` a speech act, ``kind`` as in the lexicon."""

    head: int
    source: Tokens
    cue: Tokens
    content: Tokens
    act: str
    kind: str
    way: str = ""  # the construction that gave the content


@dataclass(frozen=True, slots=True)
class Page:
    """The parse with its quotations and paragraphs, looked up by token.

    ``quote_of`` holds the index of the outermost passage a token stands in, or -1; ``paragraph_of`` a sentence's
    paragraph.
    """

    report: Report
    parse: Parse
    quotations: tuple[Quotation, ...]  # the outermost ones
    quote_of: tuple[int, ...]
    paragraph_of: tuple[int, ...]

    def quoted(self, i: int) -> bool:
        """True for a token inside a quoted passage."""
        return self.quote_of[i] >= 0

    def quote_tokens(self, n: int) -> range:
        """The tokens of the n-th outermost passage, marks included."""
        return self.parse.tokens(self.quotations[n].start, self.quotations[n].end)

    def is_word(self, i: int) -> bool:
        """True for anything but punctuation and white space."""
        return any(map(str.isalnum, self.parse.word(i)))

    def words(self, tokens: Iterable[int]) -> Tokens:
        """The tokens that are words."""
        return tuple(i for i in tokens if self.is_word(i))


def page(report: Report, parse: Parse, sentences: Sequence[Sentence]) -> Page:
    """The report's parse with its quotations and paragraphs."""
    outer = tuple(q for q in quotes(report.text, sentences) if q.depth == 0)
    quote_of = [-1] * len(parse)
    for n, quotation in enumerate(outer):
        for i in parse.tokens(quotation.start, quotation.end):
            quote_of[i] = n
    starts = [start for start, _ in paragraphs(report.text, sentences)]
    firsts = (parse.starts[a] if a < len(parse) else 0 for a, _ in parse.sents)
    paragraph_of = tuple(max(0, bisect_right(starts, first) - 1) for first in firsts)
    return Page(report, parse, outer, tuple(quote_of), paragraph_of)


def entities_in(parse: Parse, first: int, last: int) -> Iterator[str]:
    """The labels of the parser's entity guesses that touch the tokens from first to last, looked up by place."""
    at = bisect_left(parse.ents, first - LONGEST_ENTITY, key=lambda e: e[0])
    while at < len(parse.ents) and parse.ents[at][0] <= last:
        if parse.ents[at][1] > first:
            yield parse.ents[at][2]
        at += 1


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Unbroken stretches of tokens as (first, last), in order.

    >>> runs([7, 3, 4, 5, 9])
    [(3, 5), (7, 7), (9, 9)]
    """
    out: list[tuple[int, int]] = []
    for i in sorted(set(tokens)):
        if out and out[-1][1] == i - 1:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return out


def spans(page: Page, tokens: Iterable[int]) -> Spans:
    """The characters of token stretches, without punctuation at their edges save quotation marks."""
    out = []
    for first, last in runs(_bridged(page, tokens)):
        kept = [i for i in range(first, last + 1) if not _edge(page, i) or _closes_bracket(page, first, i)]
        if any(page.is_word(i) for i in kept):
            out.append(Span(*page.parse.span(kept[0], kept[-1])))
    return tuple(out)


def _closes_bracket(page: Page, first: int, i: int) -> bool:
    """As in "the member for Odesa (Opposition)"."""
    return page.parse.word(i) == ")" and any(page.parse.word(k) == "(" for k in range(first, i))


def _bridged(page: Page, tokens: Iterable[int]) -> set[int]:
    """Punctuation and line breaks between two stretches do not part them."""
    held = set(tokens)
    stretches = runs(held)
    for (_, last), (first, _) in pairwise(stretches):
        gap = range(last + 1, first)
        if len(gap) <= 3 and not any(page.is_word(i) for i in gap):
            held.update(gap)
    return held


def _edge(page: Page, i: int) -> bool:
    word = page.parse.word(i)
    return not page.is_word(i) and not (page.quoted(i) and word.strip("’'\"“”‘«»„‹›`") == "") and word not in "%$)€£"
