"""The tokens that the parser is given, and its answers as columns: it reads one country for all of them, too.

Whether "Pakistan reserves the right" has a verb must not depend on whose right it is: every name of a country, its
people or its capital is one token of one name for the parser (`fogline.models.neutral`), and as many as it has words
for everybody else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import add
from typing import Any, NamedTuple

from fogline.models.neutral import names
from fogline.models.parse import Parse, edges_of, kids_of
from fogline.models.repairs import between, charges, prefixes
from fogline.records import Sentence

COLUMNS = ("HEAD", "LOWER", "LEMMA", "TAG", "POS", "DEP")
PAST = {"retook": "retake", "overran": "overrun", "redrew": "redraw"}  # what the model takes for other forms
SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


class Given(NamedTuple):
    """A piece of text for the parser: its document, and the tokens as they stand in the text.

    ``starts`` and ``lengths`` in code points; ``lasts``: for each token of the document the last token of the text that
    it stands for; ``renamed``: the tokens of the text that the parser does not see as they are.
    """

    doc: Any
    text: str
    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    lasts: tuple[int, ...]
    renamed: frozenset[int]


def given(nlp: Any, text: str, start: int, sentences: Sequence[Sentence]) -> Given:
    """The tokens of a piece of text with our sentence boundaries, countries under one name."""
    plain = nlp.make_doc(text)
    places = plain.to_array(("IDX", "LENGTH")).tolist()
    starts, lengths = map(tuple, zip(*places, strict=True)) if places else ((), ())
    renamed = _renamed(text, starts, lengths)
    lasts = tuple(_lasts(len(places), renamed))
    doc = plain
    if renamed:
        firsts = (0, *(last + 1 for last in lasts))
        words = [renamed[a][1] if a in renamed else plain[b].text for a, b in zip(firsts, lasts, strict=False)]
        doc = type(plain)(nlp.vocab, words=words, spaces=[bool(plain[b].whitespace_) for b in lasts])
    _mark(doc, [starts[k] + lengths[k] for k in lasts], [s.start - start for s in sentences])
    inside = frozenset(i for first, (last, _) in renamed.items() for i in range(first, last + 1))
    return Given(doc, text, starts, lengths, lasts, inside)


def _lasts(size: int, renamed: Mapping[int, tuple[int, str]]) -> Iterator[int]:
    """The last token of the text for each token of the document."""
    i = 0
    while i < size:
        last = renamed[i][0] if i in renamed else i
        yield last
        i = last + 1


def _renamed(text: str, starts: Sequence[int], lengths: Sequence[int]) -> dict[int, tuple[int, str]]:
    """By the first token of words that the parser reads as others, the last one, and what it reads."""
    at = {start: i for i, start in enumerate(starts)}
    until = {start + length: i for i, (start, length) in enumerate(zip(starts, lengths, strict=True))}
    return {
        at[start]: (until[end], stand_in.parsed)
        for (start, end), stand_in in names(text)
        if start in at and end in until
    }


def _mark(doc: Any, ends: Sequence[int], sentence_starts: Sequence[int]) -> None:
    """Write our sentence boundaries into the document; the parser respects them. The first begins at token 0."""
    import numpy

    firsts = [0]
    for start in sentence_starts[1:]:
        firsts.append(max(firsts[-1] + 1, bisect_right(ends, start)))
    begins = [-1] * len(ends)
    for first in firsts:
        if first < len(begins):
            begins[first] = 1
    if begins:
        doc.from_array("SENT_START", numpy.array(begins, dtype="int64").astype("uint64"))


def columns(read: Given, parsed: bool) -> Parse:
    """The parse of a piece in columns, token by token of the text: the words before the last of a name belong to it."""
    doc, starts, ends = read.doc, read.starts, tuple(map(add, read.starts, read.lengths))
    rows = doc.to_array(COLUMNS).tolist()
    over, *named = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    of = [n for n, (a, b) in enumerate(zip((-1, *read.lasts), read.lasts, strict=False)) for _ in range(b - a)]
    firsts = [0, *(last + 1 for last in read.lasts)]
    inner = [read.lasts[n] != i for i, n in enumerate(of)]  # not the last word of a name
    words, lemmas, tags, pos, deps = ([column[n] for n in of] for column in (_strings(doc, keys) for keys in named))
    for i, word in enumerate(words):
        if word in PAST and pos[i] == "VERB":
            lemmas[i], tags[i] = PAST[word], "VBD"
    for i in read.renamed:
        words[i] = lemmas[i] = read.text[starts[i] : ends[i]].lower()
    heads, labels = tuple(range(len(of))), tuple(deps)
    if parsed:
        # heads come as unsigned distances: what is beyond half of the range points to the left
        above = [n + far - (2**64 if far >= 2**63 else 0) for n, far in enumerate(over)]
        heads = tuple(read.lasts[n if inside else above[n]] for n, inside in zip(of, inner, strict=True))
        glued = [a == b for a, b in zip(starts, (0, *ends), strict=False)]
        heads, labels = prefixes(words, glued, heads, tuple(map(_label, deps, tags, inner)))
        heads = between(words, tags, charges(lemmas, tags, heads, labels), labels)
    lefts, rights = edges_of(heads)
    sents = tuple((firsts[s.start], firsts[s.end]) for s in doc.sents) if len(doc) else ()
    return Parse(
        text=read.text,
        starts=starts,
        ends=ends,
        lemmas=tuple(map(_lemma, words, lemmas, pos) if parsed else words),
        tags=tuple(tags),
        pos=tuple(pos),
        deps=labels,
        heads=heads,
        kids=kids_of(heads),
        lefts=lefts,
        rights=rights,
        sents=sents,
        sent_of=tuple(n for n, (a, b) in enumerate(sents) for _ in range(a, b)),
        ents=tuple((firsts[e.start], firsts[e.end], e.label_) for e in doc.ents),
        parsed=parsed,
    )


def _label(dep: str, tag: str, inner: bool) -> str:
    """The label of an arc; a verb behind a preposition ("without signing") is its clause."""
    return "compound" if inner else "pcomp" if dep == "pobj" and tag == "VBG" else dep


def _strings(doc: Any, keys: Sequence[int]) -> tuple[str, ...]:
    known = {key: doc.vocab.strings[key] for key in set(keys)}
    return tuple(known[key] for key in keys)


def _lemma(word: str, lemma: str, pos: str) -> str:
    """The lemma in lower case, with the "e" that the model drops: "hoping" is of "hope", "staged" of "stage"."""
    lemma = lemma.lower()
    if pos != "VERB" or word == lemma or not word.startswith(lemma):
        return lemma
    if word == f"{lemma}es":
        return lemma if lemma.endswith(("s", "x", "z", "ch", "sh", "o", "i")) else f"{lemma}e"
    short = word in (f"{lemma}ed", f"{lemma}ing") and SHORT_VERB.fullmatch(lemma)  # else the last letter is doubled
    return f"{lemma}e" if short else lemma
