"""What was fitted on our own marked passages, as tables.

``calibration/confidence.tsv``: how often fields of a raw figure were right, by ``python -m bench.calibration``.
``calibration/hearing.tsv``: how far lexicon and encoder are to be believed, by ``python -m training.hearing``.
"""

from __future__ import annotations

from functools import cache

from fogline.tables import files

Steps = tuple[tuple[float, float], ...]


@cache
def steps() -> dict[str, Steps]:
    """By field of the confidence, the least raw figure of each step and the share of right entries in it, rising."""
    found: dict[str, list[tuple[float, float]]] = {}
    for row in files.rows("calibration/confidence.tsv", ("field", "from", "right", "n")):
        found.setdefault(row["field"], []).append((float(row["from"]), float(row["right"])))
    return {field: tuple(sorted(told)) for field, told in found.items()}


@cache
def hearing() -> dict[str, float]:
    """By what is said of a word, how much that speaks for a type, in logits."""
    return {row["said"]: float(row["weight"]) for row in files.rows("calibration/hearing.tsv", ("said", "weight"))}
