"""The text cut flat: at every boundary of every mark, so that overlapping highlights cannot break each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fogline.pages.wording import STATUS_SIGNS, Wording, amount, timex_meaning
from fogline.records import Ledger

LAYERS = ("finding", "source", "cue", "content", "act", "time", "place", "quantity")


@dataclass(frozen=True, slots=True)
class Mark:
    """One highlight: its layer, the id of the entry it belongs to, and what to say when one points at it."""

    start: int
    end: int
    layer: str
    entry: str
    label: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks; ``sentence`` is the number of the sentence that begins here, if any.

    ``first`` holds the marks that begin with this segment.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    first: tuple[Mark, ...]
    sentence: int | None = None


def marks(ledger: Ledger) -> Iterator[Mark]:
    """Every highlight of a ledger."""
    words = Wording(ledger)
    for f in ledger.findings:
        for e in f.evidence:
            if e.report_id == ledger.report.id:
                yield Mark(e.start, e.end, "finding", f.id, f"{f.category}: {f.explanation}", e.side)
    for a in ledger.attributions:
        claim = words.claim_of(a)
        label = f"{words.source(a)} · {claim.speech_act if claim else 'say'} · {a.style}"
        for layer in ("source", "cue", "content"):
            yield from (Mark(s, e, layer, a.id, f"{layer}: {label}") for s, e in getattr(a, layer))
    coded = {e.act: e for e in ledger.events}
    for act in ledger.acts:
        event = coded.get(act.id)
        label = f"{event.type if event else 'act'} · {act.status} · {act.factuality}"
        plainly = event is None and act.status == "done"  # told as done and not coded: too many to sign them all
        sign = "" if plainly else STATUS_SIGNS[act.status]
        yield Mark(*act.trigger, "act", event.id if event else act.id, label, sign)
    for t in ledger.times:
        yield Mark(t.start, t.end, "time", t.id, f"time: {timex_meaning(t)}")
    for p in ledger.places:
        yield Mark(p.start, p.end, "place", p.id, f"place: {p.name}, {p.precision}")
    for q in ledger.quantities:
        yield Mark(q.start, q.end, "quantity", q.id, f"quantity: {amount(q)}")


def segments(ledger: Ledger) -> tuple[Segment, ...]:
    """The whole text in flat segments, in order, nothing left out.

    Segments join up to the text whatever the marks: nested, crossing or equal.
    """
    found = sorted(marks(ledger), key=lambda m: (m.start, -m.end, LAYERS.index(m.layer), m.entry))
    numbers = {s.start: n for n, s in enumerate(ledger.sentences, start=1)}
    edges = {0, len(ledger.text), *numbers}
    edges.update(edge for m in found for edge in (m.start, m.end))
    return tuple(_sweep(sorted(edges), found, numbers))


def _sweep(edges: list[int], found: list[Mark], numbers: dict[int, int]) -> Iterator[Segment]:
    live: list[Mark] = []
    at = 0
    for start, end in pairwise(edges):
        live = [m for m in live if m.end > start]
        new = at
        while at < len(found) and found[at].start <= start:
            at += 1
        first = tuple(found[new:at])
        live += first
        yield Segment(start, end, tuple(sorted(live, key=lambda m: LAYERS.index(m.layer))), first, numbers.get(start))
