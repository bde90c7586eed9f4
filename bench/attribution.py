"""Who says what in political news (PolNeAR dev): linked attributions, recall by style, and how much of the content."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from bench.figures import Figure, data, interval, scorer
from fogline.models.english import parse_many
from fogline.reading.attribution import find_attributions
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

PEERS = "textacy 25.3, Gender Gap Tracker 40.1, humans 76.0"
QUOTED = re.compile("[\"“”„«‘`]|''|(?<![A-Za-z0-9])'")
Items = list[dict[str, list[list[int]]]]


@dataclass(frozen=True, slots=True)
class Counted:
    """One document's counts: gold, predicted and linked attributions, and recall by style."""

    gold: int
    found: int
    linked: int
    styles: dict[str, tuple[int, int]]  # linked, gold
    covered: tuple[float, int, float, int]  # content partial: precision sum and size, recall sum and size


def style(text: str, item: dict[str, list[list[int]]]) -> str:
    """A gold content that begins with a quotation mark is direct, one that holds one mixed, else indirect."""
    words = " ".join(text[a:b] for a, b in sorted(item["content"])).strip()
    if QUOTED.match(words):
        return "direct"
    return "mixed" if QUOTED.search(words) else "indirect"


def predicted(texts: dict[str, str]) -> Iterator[tuple[str, Items]]:
    """Our attributions of every document, in the scorer's form."""
    ready = {name: sentences(text) for name, text in texts.items()}
    parses = parse_many((text, ready[name]) for name, text in texts.items())
    for (name, text), parse in zip(texts.items(), parses, strict=True):
        found = find_attributions(Report(id=name, text=text), parse, Reading(sentences=ready[name]))
        roles = ("source", "cue", "content")
        yield name, [{role: [list(span) for span in getattr(a, role)] for role in roles} for a in found]


def count(tool: ModuleType, text: str, gold: Items, found: Items) -> Counted:
    """The scorer's own greedy linking, with the style of each gold attribution kept."""
    starts = tool.word_starts(text)
    words = [[{r: tool.words_in(i[r], starts) for r in tool.ROLES} for i in items] for items in (gold, found)]
    used: set[int] = set()
    styles: dict[str, tuple[int, int]] = {}
    for item, marked in zip(words[0], gold, strict=True):
        hit = next((k for k, other in enumerate(words[1]) if k not in used and tool.linked(item, other)), None)
        used |= set() if hit is None else {hit}
        kind = style(text, marked)
        linked, size = styles.get(kind, (0, 0))
        styles[kind] = (linked + (hit is not None), size + 1)
    return Counted(len(gold), len(found), len(used), styles, _covered(*words))


def _covered(gold: list[dict[str, frozenset[int]]], found: list[dict[str, frozenset[int]]]) -> Any:
    g, p = ({i["content"] for i in items if i["content"]} for items in (gold, found))
    best = [sum(max((len(x & y) for y in b), default=0) / len(x) for x in a) for a, b in ((p, g), (g, p))]
    return best[0], len(p), best[1], len(g)


def _f1(rows: Sequence[Counted]) -> float:
    return 200 * sum(r.linked for r in rows) / (sum(r.gold + r.found for r in rows) or 1)


def _precision(rows: Sequence[Counted]) -> float:
    return 100 * sum(r.linked for r in rows) / (sum(r.found for r in rows) or 1)


def _recall(rows: Sequence[Counted], kind: str | None = None) -> float:
    pairs = [pair for r in rows for k, pair in r.styles.items() if kind in (None, k)]
    return 100 * sum(a for a, _ in pairs) / (sum(b for _, b in pairs) or 1)


def _content(rows: Sequence[Counted]) -> float:
    p = sum(r.covered[0] for r in rows) / (sum(r.covered[1] for r in rows) or 1)
    r = sum(r.covered[2] for r in rows) / (sum(r.covered[3] for r in rows) or 1)
    return 200 * p * r / (p + r or 1)


MEASURES: tuple[tuple[str, str, Callable[[Sequence[Counted]], float]], ...] = (
    ("polnear_linked", "PolNeAR dev, linked F1", _f1),
    ("polnear_precision", "PolNeAR dev, linked precision", _precision),
    ("polnear_recall", "PolNeAR dev, linked recall", _recall),
    ("polnear_indirect", "PolNeAR dev, linked recall of indirect speech", lambda rows: _recall(rows, "indirect")),
    ("polnear_mixed", "PolNeAR dev, linked recall of mixed speech", lambda rows: _recall(rows, "mixed")),
    ("polnear_direct", "PolNeAR dev, linked recall of direct speech", lambda rows: _recall(rows, "direct")),
    ("polnear_content", "PolNeAR dev, content, partial F1", _content),
)


def figures() -> Iterator[Figure]:
    tool = scorer("attribution_score")
    folder = data("polnear") / "dev"
    gold = {name: tool.read_ann(paths[0]) for name, paths in tool.gold_files(folder).items()}
    texts = {name: (folder / "text" / f"{name}.txt").read_text(encoding="utf-8") for name in gold}
    rows = [count(tool, texts[name], gold[name], found) for name, found in predicted(texts)]
    for key, measure, statistic in MEASURES:
        low, high = interval(rows, statistic)
        peers = PEERS if key == "polnear_linked" else ""
        yield Figure(key, measure, statistic(rows), low, high, len(rows), peers)
    yield _speed(texts)


def _speed(texts: dict[str, str]) -> Figure:
    """The stage alone, without the parse."""
    some = dict(list(texts.items())[:20])
    ready = {name: sentences(text) for name, text in some.items()}
    parses = list(parse_many((text, ready[name]) for name, text in some.items()))
    begun = time.perf_counter()
    for (name, text), parse in zip(some.items(), parses, strict=True):
        find_attributions(Report(id=name, text=text), parse, Reading(sentences=ready[name]))
    spent, words = time.perf_counter() - begun, sum(len(text.split()) for text in some.values())
    value = 500_000 * spent / words
    return Figure("attribution_ms", "attribution, time per 500 words", value, None, None, len(some), unit="ms")


if __name__ == "__main__":
    for figure in figures():
        print(figure)
