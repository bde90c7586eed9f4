"""Where reports do not fit, on reports of our own (training/corpus/checks): what share of the planted faults is found.

A fault is found if a finding quotes a sentence of each of its sides (one side, where the other is the calendar or the
record). A false alarm is a finding that accuses (no dispute, no update) with certainty above low and fits no fault.
Pairs of reports of one event are laid side by side: what share of their conflicts and updates a finding quotes on both
sides, what share of the things told alike by both is kept quiet, and, each report crossed with those of other events as
if all were published on one day, how many crossings come out without a finding.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.figures import Figure, lines, shared
from fogline.bulk import read_many
from fogline.checking.across import compare
from fogline.records import Finding, Ledger, Report, identify

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
    news = list(judged(cases("news")))
    yield _figure("news.recall", "faults found in ordinary news", [hit for _, found, _ in news for hit in found])
    yield _figure("news.clean", "ordinary news without a false alarm", [not extra for _, _, extra in news])
    side_by_side = list(laid_out(cases("news_pairs")))
    yield _figure("news.pairs", "conflicts between ordinary reports found", [h for p in side_by_side for h in p.hits])
    later = list(judged(cases("news_later")))
    yield _figure("later.recall", "faults found in later news", [hit for _, found, _ in later for hit in found])
    yield _figure("later.clean", "later news without a false alarm", [not extra for _, _, extra in later])
    side_by_side = list(laid_out(cases("news_pairs_later")))
    yield _figure("later.pairs", "conflicts between later reports found", [h for p in side_by_side for h in p.hits])
    yield _figure("later.quiet", "agreements of later reports kept quiet", [q for p in side_by_side for q in p.quiet])
    blind = list(judged(cases("news_blind")))
    yield _figure("blind.recall", "faults found in the latest news", [hit for _, found, _ in blind for hit in found])
    yield _figure("blind.clean", "latest news without a false alarm", [not extra for _, _, extra in blind])
    side_by_side = list(laid_out(cases("news_pairs_blind")))
    yield _figure("blind.pairs", "conflicts between latest reports found", [h for p in side_by_side for h in p.hits])
    yield _figure("blind.quiet", "agreements of latest reports kept quiet", [q for p in side_by_side for q in p.quiet])
    laid = list(laid_out(cases("pairs")))
    yield _figure("pairs.recall", "conflicts and updates across reports found", [h for one in laid for h in one.hits])
    yield _figure("pairs.quiet", "agreements across reports kept quiet", [q for one in laid for q in one.quiet])
    yield _figure("pairs.crossed", "reports of two events without a finding", crossed(laid))


def cases(kind: str) -> list[Case]:
    """The reports of one file: ``planted``, ``clean``, ``news``, ``news_later``, ``news_blind``; pairs likewise."""
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


@dataclass(frozen=True)
class Laid:
    """Two reports of one event: which conflicts and updates are found, and which agreements are kept quiet."""

    case: Case
    ledgers: tuple[Ledger, Ledger]
    findings: tuple[Finding, ...]
    hits: list[bool]
    quiet: list[bool]


def laid_out(pairs: Sequence[Case]) -> Iterator[Laid]:
    """Each pair of reports, compared."""
    read = list(read_many([_report(case[side]) for case in pairs for side in "ab"], jobs=2))
    for case, a, b in zip(pairs, read[::2], read[1::2], strict=True):
        both = _alone(a), _alone(b)
        found = compare(both)
        hits = [any(_quotes(f, both, x) for f in found) for x in (*case["conflicts"], *case["updates"])]
        quiet = [not any(_quotes(f, both, x) for f in found) for x in case["agreements"]]
        yield Laid(case, both, found, hits, quiet)


def _alone(ledger: Ledger) -> Ledger:
    """As read by itself: the pairs hold near-copies of one another on purpose."""
    return replace(ledger, report=replace(ledger.report, copy_of=None))


def _quotes(finding: Finding, both: tuple[Ledger, Ledger], told: Case) -> bool:
    """True if the finding quotes the words of both sides."""
    for ledger, words in zip(both, (told["a"], told["b"]), strict=True):
        start = ledger.text.index(words)
        here = [e for e in finding.evidence if e.report_id == ledger.report.id]
        if not any(e.start < start + len(words) and start < e.end for e in here):
            return False
    return True


def crossed(laid: Sequence[Laid]) -> list[bool]:
    """Whether a report and each report of another event, dated alike, come out without a finding."""
    return [
        not compare((one.ledgers[0], _dated(other.ledgers[1], one.ledgers[0])))
        for one in laid
        for other in laid
        if one is not other
    ]


def _dated(ledger: Ledger, like: Ledger) -> Ledger:
    return replace(ledger, report=replace(ledger.report, published=like.report.published))


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
    for case, hits, extra in judged([*cases("planted"), *cases("clean"), *cases("news")]):
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
    _print_pairs()


def _print_pairs() -> None:
    """What is found across reports by kind, every miss, and every agreement that is quoted as a difference."""
    found, total = Counter[str](), Counter[str]()
    for one in laid_out([*cases("pairs"), *cases("news_pairs")]):
        for told, hit in zip((*one.case["conflicts"], *one.case["updates"]), one.hits, strict=True):
            total[told["kind"]] += 1
            found[told["kind"]] += hit
            if not hit and "misses" in sys.argv:
                print(f"MISS {told['kind']} {one.case['id']}\n  A {told['a']}\n  B {told['b']}\n  {told['why']}")
        for told, quiet in zip(one.case["agreements"], one.quiet, strict=True):
            if not quiet:
                print(f"LOUD {told['kind']} {one.case['id']}\n  A {told['a']}\n  B {told['b']}")
    print(*(f"across {kind:12} {found[kind]:3} of {total[kind]}" for kind in sorted(total)), sep="\n")


if __name__ == "__main__":
    main()
