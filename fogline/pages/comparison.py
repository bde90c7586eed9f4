"""What `fogline compare` prints of two reports of one event: the shared, the different, what one alone tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fogline.checking.across import Pair, Row, beside
from fogline.pages.wording import plain
from fogline.records import Finding, Ledger


def show_pair(pair: Pair, findings: Sequence[Finding], console: Console) -> None:
    """Print one table: a row a value, the two reports side by side; quotes under what differs."""
    table = Table(box=None, pad_edge=False, show_edge=False, expand=False)
    table.add_column("", no_wrap=True)
    table.add_column("", no_wrap=True)
    for letter, telling in zip("AB", (pair.a, pair.b), strict=True):
        table.add_column(Text(plain(f"{letter}  {name(telling.ledger)}")), ratio=1, overflow="fold")
    for cells in _cells(pair, findings):
        table.add_row(*(Text(plain(cell)) for cell in cells))
    console.print(table, highlight=False)
    for finding in findings:
        about = f"{finding.category} · {finding.kind} · certainty {finding.certainty} · {finding.code}"
        console.print(Text(f"  {about}", style="bold"), highlight=False)
        console.print(Text(plain(f"    {finding.explanation}")), highlight=False)


def name(ledger: Ledger) -> str:
    """A report as a reader knows it: title, file or outlet, and its date."""
    report = ledger.report
    called = report.title or report.outlet or report.origin.path or report.id
    return f"{called}, {report.published or 'no date'}"


def _cells(pair: Pair, findings: Sequence[Finding]) -> Iterator[tuple[str, str, str, str]]:
    rows = beside(pair, findings)
    yield from (("same", row.kind, row.a or "", row.b or "") for row in rows if row.a and row.b)
    for finding in findings:
        first, second = (_quote(pair, finding, side) for side in "AB")
        yield "differs", finding.kind, first, second
    yield from (_alone(row) for row in rows if not (row.a and row.b))


def _alone(row: Row) -> tuple[str, str, str, str]:
    return "only here", row.kind, row.a or "—", row.b or "—"


def _quote(pair: Pair, finding: Finding, side: str) -> str:
    spot = next(e for e in finding.evidence if e.side == side)
    ledger = (pair.a if pair.a.id == spot.report_id else pair.b).ledger
    return "“" + " ".join(ledger.words((spot.start, spot.end)).split()) + "”"
