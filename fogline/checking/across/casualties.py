"""One incident, two reports, two numbers: an update (C401), a dispute (C402) or a contradiction (C403)."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.checking.across.aligning import Incident, Pair
from fogline.checking.numbers import conflicting
from fogline.checking.story import Verdict, amount
from fogline.checking.voices import OUTLET
from fogline.records import Evidence, Finding, Quantity, identify


def compare_casualties(pair: Pair) -> Iterator[Finding]:
    """C401: a later report counts more or fewer. C402: two voices differ. C403: one outlet differs from itself.

    Numbers as of one time only can exclude each other: a toll that rises from one day to the next is no fault.
    """
    for one in pair.a.counts:
        for other in pair.b.counts:
            if _same_slot(one, other) and conflicting(one, other):
                yield _finding(pair, one, other)
                return


def _same_slot(a: Quantity, b: Quantity) -> bool:
    civilian = a.civilian is None or b.civilian is None or a.civilian == b.civilian
    side = a.side is None or b.side is None or a.side == b.side
    return a.role == b.role and a.unit == b.unit and civilian and side


def _as_of(incident: Incident, q: Quantity) -> str | None:
    return q.as_of or incident.story.ledger.report.published


def _voice(incident: Incident, q: Quantity) -> str:
    key = incident.story.teller(q)
    name = incident.story.voices.name(key).lower()
    return f"{OUTLET}:{incident.story.ledger.report.outlet}" if key == OUTLET else name


def _finding(pair: Pair, a: Quantity, b: Quantity) -> Finding:
    first, second = _as_of(pair.a, a), _as_of(pair.b, b)
    voices = _voice(pair.a, a), _voice(pair.b, b)
    told = f"{_count(pair.a, a)}, {_count(pair.b, b)}"
    if first and second and first != second:
        verdict = Verdict(
            "C401", "update", "number", "high" if first < second else "medium",
            f"The number changed between two days: {told}.",
            "both reports tell of one incident (kind, place and day), the second is the later count",
            "two incidents at one place on one day",
        )  # fmt: skip
    elif voices[0] != voices[1] or not first or not second:
        verdict = Verdict(
            "C402", "dispute", "number", "medium" if first and second else "low",
            f"Two voices count one incident differently: {told}.",
            "both reports tell of one incident (kind, place and day)",
            "different ways or hours of counting",
        )  # fmt: skip
    else:
        verdict = Verdict(
            "C403", "contradiction", "number", "medium",
            f"One voice counts one incident differently on one day: {told}.",
            "both reports tell of one incident (kind, place and day) as of one day",
            "a later hour of the same day",
        )  # fmt: skip
    return across(pair, verdict, (a, b))


def _count(incident: Incident, q: Quantity) -> str:
    return f"{amount(q)} {q.role} ({_name(incident, q)}, {_as_of(incident, q) or 'undated'})"


def _name(incident: Incident, q: Quantity) -> str:
    return incident.story.voices.name(incident.story.teller(q))


def across(pair: Pair, verdict: Verdict, at: tuple[Quantity, Quantity]) -> Finding:
    """A finding with one passage of each report."""
    sides = tuple(zip((pair.a, pair.b), at, "AB", strict=True))
    evidence = tuple(Evidence(i.story.ledger.report.id, *i.story.sentence(q.start), side) for i, q, side in sides)
    v = verdict
    return Finding(
        identify("finding", v.code, *(n for e in evidence for n in (e.report_id, e.start, e.end)), at[0].role),
        v.code, v.category, v.kind, v.certainty, evidence, v.explanation, v.rests_on, v.dissolved_by,
    )  # fmt: skip
