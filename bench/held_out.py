"""The tenth of our own corpus that the encoder did not learn, read as any report; the thresholds were chosen on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.figures import Figure, interval
from fogline.models import english
from fogline.models.parse import Parse
from fogline.reading import read_parsed
from fogline.reading.factuality import head_of, judge
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report, touch
from fogline.tuning.layers import Layers, layers
from fogline.tuning.passages import Passage, held_out
from training.parts import corpus

NAMES = {
    "voices": "voices found (cue and content touch)",
    "status": "status of marked acts",
    "class": "class of found voices",
    "act": "speech act of found voices",
    "check": "checkable or not, of found voices",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One passage: right and all, by name."""

    counts: dict[str, tuple[int, int]]


def count(passage: Passage) -> Counted:
    """Read the passage and compare with its marks."""
    told, ready = layers(passage), sentences(passage.text)
    parse = english.parse(passage.text, ready)
    read = read_parsed(Report(id=passage.id, text=passage.text), parse, ready)
    return Counted({"status": _statuses(parse, told), **_voices(read, told)})


def _statuses(parse: Parse, told: Layers) -> tuple[int, int]:
    heads = [(head_of(parse, deed.triggers[0]), deed.status) for deed in told.deeds]
    found = [judge(parse, at).status == status for at, status in heads if at is not None]
    return sum(found), len(found)


def _voices(read: Reading, told: Layers) -> dict[str, tuple[int, int]]:
    claims = {claim.attribution: claim for claim in read.claims}
    pairs = []
    for voice in told.voices:
        ours = (a for a in read.attributions if touch(a.cue, voice.cue) and touch(a.content, voice.content))
        pairs += [(a, claims[a.id], voice) for a in list(ours)[:1]]
    right = {
        "class": sum(a.source_class == voice.source_class for a, _, voice in pairs),
        "act": sum(claim.speech_act == voice.speech_act for _, claim, voice in pairs),
        "check": sum(claim.checkworthy == (voice.worth == "fact") for _, claim, voice in pairs),
    }
    return {"voices": (len(pairs), len(told.voices)), **{name: (n, len(pairs)) for name, n in right.items()}}


def _share(rows: Sequence[Counted], name: str) -> float:
    return 100 * sum(row.counts[name][0] for row in rows) / (sum(row.counts[name][1] for row in rows) or 1)


def figures() -> Iterator[Figure]:
    rows = [count(passage) for passage in held_out(corpus())[1]]
    for name, measure in NAMES.items():

        def share(some: Sequence[Counted], name: str = name) -> float:
            return _share(some, name)

        low, high = interval(rows, share)
        size = sum(row.counts[name][1] for row in rows)
        yield Figure(f"held_out.{name}", f"own held-out passages, {measure}", share(rows), low, high, size)
