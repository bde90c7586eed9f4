"""How sure each field of an event is, as a chance: what the parse and the heads say, put on the scale of what is right.

The raw figures order entries; ``calibration/confidence.tsv`` says how often entries of such a figure were right on
our own marked passages that nothing was trained on (``python -m bench.calibration``, drawn in docs/acts.md). Time and
place are not marked there act by act: theirs are shares of what readers judged right (bench/judgements/events.tsv).
Without an encoder the raw figures stand as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from fogline.coding.pointed import Pointer
from fogline.coding.telling import Told
from fogline.models.parse import Parse
from fogline.records import Confidence, Participant
from fogline.tables import calibration

SURE = {"frame": 0.85, "verb": 0.75, "noun": 0.7}
TIME, PLACE = {True: 0.9, False: 0.93}, {True: 0.76, False: 0.83}
"""How often a time or place was right, told or not told."""


def confidence(
    parse: Parse, one: Told, actors: Sequence[Participant], recipients: Sequence[Participant], known: tuple[bool, bool]
) -> Confidence:
    """The chances of an event's fields; ``known``: whether a time and a place are told."""
    return calibrated(raw(parse, one, actors, recipients, known), heard=bool(one.chances))


def raw(
    parse: Parse, one: Told, actors: Sequence[Participant], recipients: Sequence[Participant], known: tuple[bool, bool]
) -> Confidence:
    """The figures before calibration."""
    kind = one.chances.get(one.meaning.type or "", SURE.get(one.meaning.rule.split(" ")[0], 0.65))
    sides = [_side(parse, one, role, group) for role, group in enumerate((actors, recipients))]
    status = round(0.5 + abs(one.act.score) / 8, 3)
    return Confidence(round(kind, 3), sides[0], sides[1], TIME[known[0]], PLACE[known[1]], status)


def _side(parse: Parse, one: Told, role: int, group: Sequence[Participant]) -> float:
    """Of those named the least likely; of nobody, how unlikely everybody else of the sentence is."""
    if parse.encoded is None:
        return 0.4 if not group else 0.8 if all(p.entity for p in group) else 0.6
    pointer = Pointer(parse, one, role)
    chances = [c for who in group if (c := pointer.chance_of(who)) is not None]
    if group:
        return round(min(chances, default=0.5), 3)
    others = (pointer.chance(k) for k in parse.sentence(one.at) if k != one.at)
    return round(1 - max((c for c in others if c is not None), default=0.5), 3)


def calibrated(figures: Confidence, *, heard: bool) -> Confidence:
    """The figures as chances, field by field."""
    if not heard:
        return figures
    return Confidence(*(_step(name, getattr(figures, name)) for name in Confidence.__slots__))


def _step(field: str, figure: float) -> float:
    """The share of right entries among those of about this figure."""
    steps = calibration.steps().get(field, ())
    at = bisect_right(steps, figure, key=lambda step: step[0]) - 1
    return steps[max(at, 0)][1] if steps else figure
