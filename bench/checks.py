"""Where reports do not fit, on reports of our own (training/corpus/checks): what share of the planted faults is found.

A fault is found if a finding quotes a sentence of each of its sides (one side, where the other is the calendar or the
record). A false alarm is a finding that accuses (no dispute, no update) with certainty above low and fits no fault.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.figures import Figure, lines, shared
from fogline.bulk import read_many
from fogline.records import Finding, Report, identify

FOLDER = Path(__file__).resolve().parent.parent / "training" / "corpus" / "checks"
ACCUSES = ("contradiction", "record_conflict", "unsolvable_date")
Case = dict[str, Any]


def figures() -> Iterator[Figure]:
    """The share of planted faults found, and of clean reports that come out clean."""
    read = list(judged(cases("planted")))
    hits = [hit for _, found, _ in read for hit in found]
    alarms = [not extra for _, _, extra in read]
    clean = [not extra for _, _, extra in judged(cases("clean"))]
    yield _figure("recall", "planted faults found", hits)
    yield _figure("planted_quiet", "planted reports without a false alarm", alarms)
    yield _figure("clean", "clean reports that come out clean", clean)


def cases(kind: str) -> list[Case]:
    """The reports of one kind: ``planted`` or ``clean``."""
    return lines(FOLDER / f"{kind}.jsonl")


def judged(reports: Sequence[Case]) -> Iterator[tuple[Case, list[bool], list[Finding]]]:
    """Each report with whether each of its faults is found, and the findings that accuse without one."""
    given = [_report(case) for case in reports]
    for case, ledger in zip(reports, read_many(given, jobs=2), strict=True):
        spans = [_sides(case, fault) for fault in case["faults"]]
        known = [f for f in ledger.findings if f.category in ACCUSES]
        hits = [any(all(_meets(f, side) for side in sides) for f in known) for sides in spans]
        loud = [f for f in known if f.certainty != "low"]
        yield case, hits, [f for f in loud if not any(_meets(f, side) for sides in spans for side in sides)]


def _report(case: Case) -> Report:
    text = case["text"]
    return Report(identify("report", text), text, published=case.get("published"), outlet=case.get("outlet"))


def _sides(case: Case, fault: Case) -> list[tuple[int, int]]:
    starts = [(case["text"].index(words), words) for words in (fault["a"], fault.get("b")) if words]
    return [(start, start + len(words)) for start, words in starts]


def _meets(finding: Finding, side: tuple[int, int]) -> bool:
    """True if a passage of the finding overlaps one side of a fault."""
    return any(e.start < side[1] and side[0] < e.end for e in finding.evidence)


def _figure(key: str, measure: str, right: Sequence[bool]) -> Figure:
    return shared(f"checks.{key}", f"own reports, {measure}", right)


def main() -> None:
    """Every miss and false alarm, for reading."""
    found, total = Counter[str](), Counter[str]()
    for case, hits, extra in judged([*cases("planted"), *cases("clean")]):
        for fault, hit in zip(case["faults"], hits, strict=True):
            total[fault["kind"]] += 1
            found[fault["kind"]] += hit
            if not hit and "misses" in sys.argv:
                print(f"MISS {fault['kind']} {case['id']}\n  A {fault['a']}\n  B {fault.get('b')}\n  {fault['why']}")
        for finding in extra:
            print(f"FALSE {finding.code} {finding.certainty} {case['id']}: {finding.explanation}")
            print("\n".join(f"  {e.side} {case['text'][e.start : e.end]}" for e in finding.evidence))
    print(*(f"{kind:16} {found[kind]:3} of {total[kind]}" for kind in sorted(total)), sep="\n")
    print(f"{sum(found.values())} of {sum(total.values())}")


if __name__ == "__main__":
    main()
