"""Write docs/seed.md: what Fogline finds in the report that the project started from, sentence by sentence.

The report is a published text and is not copied: sentences go by number and offsets, findings by code. Run where the
report lies beside the checkout (``../shared/seed/report.txt``): ``python -m scripts.make_seed``.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import fogline
from fogline.records import Finding, Ledger

ROOT = Path(__file__).resolve().parent.parent
REPORT, PAGE = ROOT.parent / "shared" / "seed" / "report.txt", ROOT / "docs" / "seed.md"
HEAD = """# The report that the project started from

A published page about long-range missiles, undated, full of statements that do not fit. It is not
reprinted here: sentences go by number and by offsets (code points, half-open).

Written by `python -m scripts.make_seed`.

## Findings

| | code | category | kind | certainty | sentences | what it rests on |
|---|---|---|---|---|---|---|
"""
SENTENCES = """
## Sentences

| sentence | offsets | findings | voices | acts (status) | times | places | quantities |
|---|---|---|---|---|---|---|---|
"""


def page(ledger: Ledger) -> str:
    """The page, from the report's ledger."""
    findings = "\n".join(_finding(n, f, ledger) for n, f in enumerate(ledger.findings, start=1))
    rows = (_sentence(n, s.start, s.end, ledger) for n, s in enumerate(ledger.sentences, start=1))
    return HEAD + findings + "\n" + SENTENCES + "\n".join(rows) + "\n"


def _finding(number: int, f: Finding, ledger: Ledger) -> str:
    told = ", ".join(f"{e.side} {_number(e.start, ledger)}" for e in f.evidence)
    rests = "; ".join(f"`{fact.id}`" for fact in f.facts) or f.rests_on
    return f"| {number} | {f.code} | {f.category} | {f.kind} | {f.certainty} | {told} | {rests} |"


def _number(at: int, ledger: Ledger) -> int:
    return next(n for n, s in enumerate(ledger.sentences, start=1) if s.start <= at < s.end)


def _sentence(number: int, start: int, end: int, ledger: Ledger) -> str:
    found = [f"{n} {f.code}" for n, f in enumerate(ledger.findings, 1) if any(e.start == start for e in f.evidence)]
    voices = sum(any(start <= s.start < end for s in a.content) for a in ledger.attributions)
    acts = Counter(a.status for a in ledger.acts if start <= a.trigger.start < end)
    told = ", ".join(f"{count} {status.replace('_', ' ')}" for status, count in sorted(acts.items()))
    rest = (sum(start <= x.start < end for x in some) for some in (ledger.times, ledger.places, ledger.quantities))
    cells = (str(number), f"{start}–{end}", ", ".join(found) or "—", str(voices), told or "—", *map(str, rest))
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Write the page."""
    if not REPORT.exists():
        sys.exit(f"no report at {REPORT}")
    PAGE.write_text(page(fogline.read(REPORT.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
