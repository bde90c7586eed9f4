"""Our own corpus: how much of it there is, how varied it is, and how far two annotators agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bench.figures import Figure, Missing
from fogline.models.english import parse
from fogline.models.parse import Parse
from fogline.reading.sentences import sentences
from fogline.tuning.passages import Passage
from training.agreement import agreement, twice_marked
from training.parts import corpus

OPEN_CLASSES = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "X", "INTJ", "SYM"))


def distinct_trigrams(passages: Iterable[Passage]) -> float:
    """The share of different ones among all runs of three words, in percent."""
    runs = [
        run
        for p in passages
        for words in [re.findall(r"\w+", p.text.lower())]
        for run in zip(words, words[1:], words[2:], strict=False)
    ]
    return 100 * len(set(runs)) / len(runs)


def skeletons(passage: Passage) -> Iterator[str]:
    """Each sentence with its open-class words as their classes: "the NOUN VERB that the NOUN had VERB the NOUN ."."""
    ready = sentences(passage.text)
    read = parse(passage.text, ready)
    for sentence in ready:
        yield _skeleton(read, range(*_tokens(read, sentence.start, sentence.end)))


def _tokens(read: Parse, start: int, end: int) -> tuple[int, int]:
    inside = read.tokens(start, end)
    return inside[0], inside[-1] + 1


def _skeleton(read: Parse, tokens: range) -> str:
    return " ".join(read.pos[i] if read.pos[i] in OPEN_CLASSES else read.lower(i) for i in tokens)


def figures() -> Iterator[Figure]:
    passages = corpus()
    if not passages:
        raise Missing("training/corpus is empty")
    shapes = Counter(shape for passage in passages for shape in skeletons(passage))
    total = sum(shapes.values())
    yield Figure("corpus_passages", "own corpus, passages", len(passages), None, None, len(passages))
    yield Figure("corpus_sentences", "own corpus, sentences", total, None, None, len(passages))
    yield Figure(
        "corpus_trigrams", "own corpus, distinct trigrams", distinct_trigrams(passages), None, None, total, unit=" %"
    )
    most = 100 * max(shapes.values()) / total
    yield Figure("corpus_skeleton", "own corpus, most frequent sentence skeleton", most, None, None, total, unit=" %")
    pairs = twice_marked()
    for name, value in agreement(pairs).items() if pairs else ():
        yield Figure(f"agreement_{name}", f"own corpus, two annotators, {name}", value, None, None, len(pairs))
