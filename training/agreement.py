"""How far two annotators agree who marked the same passages apart: ``python -m training.agreement``.

Spans: F1 of words, as neither marking is the true one. Labels, where both mark the same voice or act: Cohen's kappa
(1960), chance taken out; the reader's score: Pearson's r.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import correlation

from fogline.records import Span, Spans
from fogline.tuning.layers import Deed, Layers, Voice, layers
from fogline.tuning.passages import Passage
from training.parts import corpus

WORD = re.compile(r"\w+")
SPANS: dict[str, Callable[[Layers], Spans]] = {
    "source": lambda told: tuple(span for voice in told.voices for span in voice.source),
    "cue": lambda told: tuple(span for voice in told.voices for span in voice.cue),
    "content": lambda told: tuple(span for voice in told.voices for span in voice.content),
    "entity": lambda told: tuple(span for entity in told.entities for span in entity.mentions),
    "act": lambda told: tuple(span for deed in told.deeds for span in deed.triggers),
    "time": lambda told: told.times,
    "place": lambda told: told.places,
    "count": lambda told: told.counts,
}
VOICE_LABELS = ("source_class", "speech_act", "style", "worth")
DEED_LABELS = ("status", "factuality", "type")
Pairs = list[tuple[str, str]]


def agreement(pairs: Sequence[tuple[Passage, Passage]]) -> dict[str, float]:
    """Figures by layer over passages with the same text, the first and the second marking of each."""
    told = [(first, layers(first), layers(second)) for first, second in pairs]
    figures = {f"{name} F1": _span_f1(told, spans) for name, spans in SPANS.items()}
    voices = [pair for passage, a, b in told for pair in _same_voices(passage, a, b)]
    deeds = [pair for _, a, b in told for pair in _same_deeds(a, b)]
    for name in VOICE_LABELS:
        figures[f"{name} kappa"] = kappa([(getattr(a, name), getattr(b, name)) for a, b in voices])
    for name in DEED_LABELS:
        figures[f"{name} kappa"] = kappa([(str(getattr(a, name)), str(getattr(b, name))) for a, b in deeds])
    figures["context F1"] = _context_f1(deeds)
    figures["reader r"] = correlation([a.reader for a, _ in deeds], [b.reader for _, b in deeds])
    return figures


def kappa(pairs: Pairs) -> float:
    """Cohen's kappa: 1 is full agreement, 0 what two who guess by their own shares would reach.

    >>> kappa([("done", "done"), ("done", "done"), ("planned", "planned"), ("done", "planned")])
    0.5
    """
    same = sum(a == b for a, b in pairs) / len(pairs)
    firsts, seconds = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(firsts[label] * seconds[label] for label in firsts) / len(pairs) ** 2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def _span_f1(told: Iterable[tuple[Passage, Layers, Layers]], spans: Callable[[Layers], Spans]) -> float:
    both = all_words = 0
    for passage, first, second in told:
        a, b = _words(passage, spans(first)), _words(passage, spans(second))
        both += 2 * len(a & b)
        all_words += len(a) + len(b)
    return both / (all_words or 1)


def _words(passage: Passage, spans: Iterable[Span]) -> set[int]:
    """The words of the passage that begin in a span."""
    return {match.start() + start for start, end in spans for match in WORD.finditer(passage.text[start:end])}


def _same_voices(passage: Passage, first: Layers, second: Layers) -> Iterator[tuple[Voice, Voice]]:
    """Voices whose contents share at least half of their words, each taken once."""
    left = list(second.voices)
    for voice in first.voices:
        words = _words(passage, voice.content)
        shared = [(_jaccard(words, _words(passage, other.content)), n) for n, other in enumerate(left)]
        if shared and max(shared)[0] >= 0.5:
            yield voice, left.pop(max(shared)[1])


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / (len(a | b) or 1)


def _same_deeds(first: Layers, second: Layers) -> Iterator[tuple[Deed, Deed]]:
    at = {span.start: deed for deed in second.deeds for span in deed.triggers}
    for deed in first.deeds:
        other = at.get(deed.triggers[0].start)
        if other is not None:
            yield deed, other


def _context_f1(deeds: Iterable[tuple[Deed, Deed]]) -> float:
    """Of the deeds that both take for an event and say what it is about."""
    told = [(set(a.contexts), set(b.contexts)) for a, b in deeds if a.contexts is not None and b.contexts is not None]
    return 2 * sum(len(a & b) for a, b in told) / (sum(len(a) + len(b) for a, b in told) or 1)


def twice_marked() -> list[tuple[Passage, Passage]]:
    """The passages of ``corpus/second`` with their first markings."""
    firsts = {passage.id: passage for part in ("train", "sealed", "everyday") for passage in corpus(part)}
    return [(firsts[passage.id], passage) for passage in corpus("second")]


def main() -> None:
    """Print the figures of all passages that were marked twice."""
    pairs = twice_marked()
    print(f"{len(pairs)} passages marked twice")
    for name, value in agreement(pairs).items():
        print(f"{name:20} {value:.2f}")


if __name__ == "__main__":
    main()
