"""What the model's attribute ruler and lemmatizer say, remembered: they are asked once a kind of token, not each time.

The ruler's two hundred patterns look at a token's tag, at its arc label and, for some hundred words, at its lower-case
form; a few look at two neighbours. To match them all against every token takes a tenth of the parse, and what they say
of one kind of token never changes. So it is kept; every value is still the two components' own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

SEEN = ("LOWER", "TAG", "DEP", "IS_SPACE")
WRITTEN = ("TAG", "DEP", "POS", "LEMMA")
KEPT = 50_000  # lemmas and forms kept before they are forgotten: memory stays flat over any number of reports
Kind = tuple[int, int, int, int]


class Said(NamedTuple):
    """What the ruler says of a token: strings and morphology by their keys, no lemma being 0."""

    tag: int
    dep: int
    pos: int
    morph: int
    lemma: int


def stands_in(nlp: Any) -> bool:
    """True if the model has the two components, one after the other, and they ask for nothing but what is seen here."""
    names = list(nlp.pipe_names)
    if "attribute_ruler" not in names or "lemmatizer" not in names:
        return False
    lemmatizer = nlp.get_pipe("lemmatizer")
    beside = names.index("lemmatizer") == names.index("attribute_ruler") + 1
    asked = {name for pattern in _patterns(nlp.get_pipe("attribute_ruler")) for token in pattern for name in token}
    return beside and asked <= {*SEEN} and lemmatizer.mode == "rule" and not lemmatizer.overwrite


def _patterns(ruler: Any) -> list[list[dict[str, Any]]]:
    return [pattern for rule in ruler.patterns for pattern in rule["patterns"]]


class Ruler:
    """The attribute ruler and the lemmatizer of a model, asked once a kind of token."""

    def __init__(self, nlp: Any) -> None:
        self.vocab, self.blank = nlp.vocab, type(nlp.make_doc(""))
        self.ruler, self.lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
        patterns = _patterns(self.ruler)
        self.named, self.shapes = _words(token["LOWER"] for p in patterns for token in p if "LOWER" in token)
        self.reach = max(map(len, patterns), default=1) - 1
        self.runs = type(self.ruler.matcher)(self.vocab, validate=False)
        self.runs.add("run", [pattern for pattern in patterns if len(pattern) > 1])
        self.forms: dict[int, int] = {}
        self.said: dict[tuple[int, tuple[Kind, ...]], Said] = {}
        self.lemmas: dict[tuple[int, int, int], int] = {}

    def pipe(self, docs: Iterable[Any], **_: int) -> Iterator[Any]:
        """The documents with parts of speech and lemmas."""
        for doc in docs:
            if len(doc):
                self._write(doc)
            yield doc

    def _write(self, doc: Any) -> None:
        import numpy

        for kept in (self.forms, self.lemmas, self.said):
            if len(kept) > KEPT:
                kept.clear()
        seen = doc.to_array(SEEN)
        kinds = [(self._form(lower), tag, dep, space) for lower, tag, dep, space in seen.tolist()]
        near = {i for _, first, end in self.runs(doc, allow_missing=True) for i in range(first, end)}
        rows = []
        for i, orth in enumerate(doc.to_array("ORTH").tolist()):
            said = self._of(doc, kinds, i, self.reach if i in near else 0)
            rows.append((said.tag, said.dep, said.pos, said.lemma or self._lemma(orth, said)))
        doc.from_array(WRITTEN, numpy.array(rows, dtype="uint64"))

    def _form(self, lower: int) -> int:
        """The word's key if a pattern names the word, else 0."""
        form = self.forms.get(lower)
        if form is None:
            word = self.vocab.strings[lower]
            form = lower if word in self.named or any(s.search(word) for s in self.shapes) else 0
            self.forms[lower] = form
        return form

    def _of(self, doc: Any, kinds: Sequence[Kind], i: int, reach: int) -> Said:
        first = max(0, i - reach)
        window = tuple(kinds[first : i + reach + 1])
        key = i - first, window
        said = self.said.get(key)
        if said is None:
            said = self.said[key] = self._asked(doc, first, window)[i - first]
        return said

    def _asked(self, doc: Any, first: int, window: tuple[Kind, ...]) -> list[Said]:
        """What the ruler itself says of a few neighbours on their own."""
        few = self.blank(self.vocab, words=[doc[first + n].text for n in range(len(window))])
        few.from_array(SEEN[1:3], doc.to_array(SEEN[1:3])[first : first + len(window)])
        return [Said(t.tag, t.dep, t.pos, t.morph.key, t.lemma) for t in self.ruler(few)]

    def _lemma(self, orth: int, said: Said) -> int:
        key = orth, said.pos, said.morph
        lemma = self.lemmas.get(key)
        if lemma is None:
            lemma = self.lemmas[key] = self._lemmatized(self.vocab.strings[orth], said)
        return lemma

    def _lemmatized(self, word: str, said: Said) -> int:
        """The lemma that the lemmatizer itself gives a word alone; its own memory has no bound and is not needed."""
        token = self.blank(self.vocab, words=[word])[0]
        token.pos = said.pos
        token.set_morph(said.morph)
        self.lemmatizer.cache.clear()
        lemma: int = self.vocab.strings.add(self.lemmatizer.lemmatize(token)[0])
        return lemma


def _words(wanted: Iterable[Any]) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The words that patterns name, and the expressions that they match words with."""
    named: set[str] = set()
    shapes: set[str] = set()
    for form in wanted:
        if isinstance(form, str):
            named.add(form)
            continue
        for how, value in form.items():
            (shapes if how == "REGEX" else named).update([value] if isinstance(value, str) else value)
    return frozenset(named), tuple(re.compile(shape) for shape in sorted(shapes))
