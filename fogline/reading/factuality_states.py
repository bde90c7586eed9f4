"""A status with its score, and how the words around an act change it, from the inside out.

Values after Saurí and Pustejovsky, "FactBank" (2009).
"""

from __future__ import annotations

from dataclasses import dataclass

from fogline.tables.lexicon_acts import Effect

BANDS = ((2.5, "CT+"), (1.5, "PR+"), (0.5, "PS+"), (-0.5, "Uu"), (-1.5, "PS-"), (-2.5, "PR-"))
NEGATIVE = ("not_done", "denied")
UNMET = ("attempted", "future", "authorised")  # "must be allowed to go": under another word they are only that


@dataclass(frozen=True, slots=True)
class State:
    """Status (``future`` and ``vowed`` before the voice is known), score -3..+3, and the tokens that decided.

    ``value`` is FactBank's, where it is not just the score's.
    """

    status: str
    score: float
    because: tuple[int, ...] = ()
    value: str | None = None


def value(score: float) -> str:
    """FactBank's value for a score: bands of one point, certainty from 2.5 on.

    >>> value(3.0), value(1.7), value(0.0), value(-2.7)
    ('CT+', 'PR+', 'Uu', 'CT-')
    """
    if score <= -2.5:
        return "CT-"
    return next(name for low, name in BANDS if score >= low)


def compose(inner: State, outer: Effect, because: tuple[int, ...]) -> State:
    """The inner state seen through an outer word."""
    if outer.status == "done":
        return _through(inner, outer, because)
    words_ = (*inner.because, *because)
    if inner.status == "done":
        return State(outer.status, outer.score * min(1.0, max(inner.score, 0.5) / 2.5), words_)
    if inner.status in NEGATIVE or (inner.status == "attempted" and inner.score < -1):
        return _flipped(inner, outer, words_)
    if outer.status in NEGATIVE and outer.score < -1:
        return State(outer.status, outer.score * (0.8 if outer.status == "denied" else 0.7), words_)
    if outer.status in ("conditional", "unknown") or inner.status in UNMET:
        return State(outer.status, min(inner.score, outer.score), words_)
    return State(inner.status, min(inner.score, outer.score), inner.because)


def _through(inner: State, outer: Effect, because: tuple[int, ...]) -> State:
    """A word that leaves the act as it is, more or less sure; one that presupposes it lifts nothing."""
    limit = abs(outer.score)
    score = max(-limit, min(limit, inner.score))
    said = outer.score < 2.0 and inner.status == "done"
    return State(inner.status, score, (*inner.because, *because) if said else inner.because)


def _flipped(inner: State, outer: Effect, because: tuple[int, ...]) -> State:
    """Negation under another word: two make a yes, "may not" a perhaps not, "vowed not to" a no."""
    if outer.status in NEGATIVE or (outer.status == "attempted" and outer.score < -1):
        return State("done", min(-outer.score, 1.9), because)
    if outer.status in ("possible", "conditional", "unknown", "asked"):
        status = "unknown" if outer.status == "asked" else outer.status
        return State(status, -outer.score, because)
    if outer.status == "planned" and inner.score > -2.5:  # "designed to prevent raids": they may yet come
        return State("possible", -0.5, because)
    return State(inner.status, max(inner.score, -max(outer.score, 0.5)), because)
