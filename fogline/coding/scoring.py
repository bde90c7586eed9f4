"""The numbers of an event: CAMEO code, Goldstein value, PLOVER score, and an intensity that knows status.

Intensity is ordinal, 0 to 10: the size of the PLOVER score (|-10..10|) weighted by how far the act has come. Done
counts whole, under way or failed 0.6, ordered 0.5, threatened, authorised, planned or forecast 0.4, promised 0.3,
asked, possible, conditional or unknown 0.2, not done or denied 0. It has no sign: the type says which side it is on.
"""

from __future__ import annotations

from fogline.tables import ontology

WEIGHTS = {
    "done": 1.0, "attempted": 0.6, "ordered": 0.5, "threatened": 0.4, "authorised": 0.4, "planned": 0.4,
    "forecast": 0.4, "promised": 0.3, "asked": 0.2, "possible": 0.2, "conditional": 0.2, "unknown": 0.2,
    "not_done": 0.0, "denied": 0.0,
}  # fmt: skip


def plover_score(kind: str, mode: str | None) -> float | None:
    """PLOVER's score of the mode, else of the type, -10 (conflict) to +10 (cooperation).

    >>> plover_score("ASSAULT", "aerial"), plover_score("ACCUSE", None)
    (-9.5, -3.0)
    """
    table = ontology.scores()
    return table.get((kind, mode or ""), table.get((kind, "")))


def cameo(kind: str, mode: str | None) -> tuple[str | None, float | None]:
    """CAMEO code and Goldstein value of the type and mode, else of the type alone."""
    table = ontology.cameo()
    return table.get((kind, mode or ""), table.get((kind, ""), (None, None)))


def intensity(kind: str, mode: str | None, status: str) -> int:
    """How much of an act there is, 0 to 10: a threatened attack is less than a done one.

    >>> intensity("ASSAULT", None, "done"), intensity("ASSAULT", None, "threatened")
    (9, 4)
    """
    score = plover_score(kind, mode) or 0.0
    return round(abs(score) * WEIGHTS[status])
