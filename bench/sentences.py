"""Sentences of the seed report: how many of its 20 are found with both edges right."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import SHARED, Figure, Missing
from fogline.reading.sentences import sentences

# Where the 20 sentences end, told by their last characters' offsets: facts about the file, not its text.
ENDS = (
    211,
    436,
    650,
    747,
    966,
    1090,
    1246,
    1457,
    1597,
    1821,
    2030,
    2191,
    2378,
    2551,
    2723,
    2947,
    3136,
    3338,
    3519,
    3657,
)


def figures() -> Iterator[Figure]:
    """Sentences found, of 20."""
    path = SHARED / "seed" / "report.txt"
    if not path.is_file():
        raise Missing("the seed report is not here")
    found = {s.end for s in sentences(path.read_text("utf-8"))}
    right = len(found & set(ENDS)) - len(found - set(ENDS))
    yield Figure(
        "sentences.seed", "sentences of the seed report, of 20", right, None, None, 20, "spaCy sm 20 (lines joined)"
    )


if __name__ == "__main__":
    for figure in figures():
        print(figure)
