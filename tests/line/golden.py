"""Golden ledgers of the samples. ``python -m tests.line.golden`` writes them again; read the diff."""

from __future__ import annotations

import json
from pathlib import Path

from fogline.ingest import report_from_text
from fogline.line import ledgers
from fogline.records import Ledger, Report

ROOT = Path(__file__).resolve().parents[2]
SAMPLES, GOLDEN = ROOT / "samples", Path(__file__).resolve().parent / "golden"
PUBLISHED = "2025-11-20"


def report_of(path: Path) -> Report:
    """A sample as a report."""
    return report_from_text(path.read_text(encoding="utf-8"), published=PUBLISHED, outlet="Sample Desk")


def read_sample(path: Path) -> Ledger:
    """A sample's ledger."""
    return next(ledgers([report_of(path)]))


def dump(ledger: Ledger) -> str:
    """A ledger as readable JSON: each span followed by its words, digests of tables and weights left out."""
    whole = ledger.as_dict()
    whole.pop("made_with")
    whole.pop("text")
    return json.dumps(_with_words(whole, ledger), indent=1, ensure_ascii=False) + "\n"


def _with_words(value: object, ledger: Ledger) -> object:
    if isinstance(value, dict):
        out = {k: _with_words(v, ledger) for k, v in value.items()}
        if isinstance(value.get("start"), int) and value.get("report_id", ledger.report.id) == ledger.report.id:
            out["words"] = ledger.words((value["start"], value["end"]))
        return out
    if isinstance(value, list):
        if len(value) == 2 and all(type(n) is int for n in value):
            return [*value, ledger.words((value[0], value[1]))]
        return [_with_words(v, ledger) for v in value]
    return value


def main() -> None:
    """Write the golden file of every sample."""
    GOLDEN.mkdir(exist_ok=True)
    for path in sorted(SAMPLES.glob("*.md")):
        (GOLDEN / f"{path.stem}.json").write_text(dump(read_sample(path)), encoding="utf-8")


if __name__ == "__main__":
    main()
