"""The parts of the corpus: ``train``, ``sealed``, ``second`` and ``everyday``."""

from __future__ import annotations

from pathlib import Path

from fogline.tuning.passages import Passage, passages

CORPUS = Path(__file__).parent / "corpus"


def corpus(part: str = "train") -> list[Passage]:
    """All passages of ``training/corpus/PART``, by file name."""
    return [passage for path in sorted((CORPUS / part).glob("*.txt")) for passage in passages(path)]
