"""How often fields of a raw figure were right: ``calibration/confidence.tsv``, by ``python -m bench.calibration``."""

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
