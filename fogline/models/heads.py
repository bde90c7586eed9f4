"""What the encoder's numbers mean: the order of labels in each head, the same when trained and when read."""

from __future__ import annotations

from itertools import accumulate

from fogline.records import CONTEXTS, ENTITY_TYPES, EVENT_TYPES, FACTUALITIES, SOURCE_CLASSES, SPEECH_ACTS, STATUSES

MODES = (
    "allege", "disapprove", "investigate", "abduct", "aerial", "beat", "crowd-control", "destroy", "drone",
    "explosives", "firearms", "heavy-weapons", "primitive", "sexual", "suicide-attack", "targeted", "torture",
    "unconventional", "arrest", "censor", "curfew", "cyber", "deport", "martial-law", "misinformation", "restrict",
    "seize", "withhold", "multilateral", "phone", "third-party", "visit", "militia", "police", "troops", "weapons",
    "boycott", "demo", "hunger", "obstruct", "riot", "strike", "assist", "change", "meet", "yield", "access",
    "ceasefire", "disarm", "release", "resign", "withdraw", "convict", "discontinue", "expel", "relations",
    "territory", "violence",
)  # fmt: skip
"""PLOVER's modes; the ontology's table says which type has which, and two may share a name."""

LABELS: dict[str, tuple[str, ...]] = {
    "cue": ("outside", "begin", "inside"),
    "act": ("act",),
    "status": STATUSES,
    "factuality": FACTUALITIES,
    "reader": ("score",),
    "type": ("none", *EVENT_TYPES),
    "mode": ("none", *MODES),
    "context": CONTEXTS,
    "entity": ("outside", *(f"{part}-{kind}" for kind in ENTITY_TYPES for part in ("begin", "inside"))),
}
"""The heads of each wordpiece, in the order of their columns."""

PAIR = ("source", "content")
"""The heads of a cue and a wordpiece."""

SIDES = ("actor", "recipient")
"""The heads of an act and a wordpiece."""

RELATION = LABELS["type"]
"""The heads of two spans: what the first does to the second."""

WORTHS = ("fact", "prediction", "opinion", "experience", "directive")
VOICE: dict[str, tuple[str, ...]] = {"speech_act": SPEECH_ACTS, "source_class": SOURCE_CLASSES, "worth": WORTHS}
"""The heads of a cue with its source and content, in the order of their columns."""

NEAR, FARTHEST = 8, 128
DISTANCES = 32


def columns(heads: dict[str, tuple[str, ...]]) -> dict[str, slice]:
    """Which columns of a head's output are whose.

    >>> columns({"a": ("x",), "b": ("x", "y")})
    {'a': slice(0, 1, None), 'b': slice(1, 3, None)}
    """
    ends = list(accumulate(len(labels) for labels in heads.values()))
    return {name: slice(end - len(heads[name]), end) for name, end in zip(heads, ends, strict=True)}


def bucket(distance: int) -> int:
    """The class of a distance in wordpieces between a cue and another: exact when near, by doublings beyond.

    >>> [bucket(n) for n in (-200, -3, 0, 3, 20, 200)]
    [3, 12, 15, 18, 24, 27]
    """
    size = abs(distance)
    step = size if size < NEAR else NEAR + min((size // NEAR).bit_length() - 1, 4)
    return 15 + (step if distance > 0 else -step)


BUCKETS = tuple(bucket(n) for n in range(-FARTHEST, FARTHEST + 1))
"""The class of every distance from the farthest before to the farthest behind."""

PRONOUNS = ("he", "him", "she", "her", "it", "they", "them", "we", "us", "i", "me")
"""The words that stand for somebody named before, as the antecedent head knows them."""
