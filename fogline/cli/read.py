"""``fogline read``: reports in, ledgers out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from fogline.cli import EXIT_FINDINGS, EXIT_INPUT
from fogline.records import CATEGORIES, Ledger

FOLDER, FILE = click.Path(path_type=Path, file_okay=False), click.Path(path_type=Path, dir_okay=False)
ANY = "any"
BAR_FROM = 3  # inputs from which a progress bar is worth its line


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE... | -")
@click.option(
    "--published", metavar="DATE", help="Publication date where a report has none: 2025, 2025-11 or 2025-11-20."
)
@click.option("--outlet", metavar="NAME", help="Outlet, where a report has none.")
@click.option("--language", metavar="CODE", help="Language (ISO 639-1) instead of telling it from the text.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Worker processes.")
@click.option("--json", "as_json", is_flag=True, help="Print ledgers as JSON Lines instead of a summary.")
@click.option(
    "--html",
    metavar="OUT",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write an annotated page per report.",
)
@click.option("--store", metavar="CASE", type=FILE, help="Keep the ledgers in a case file.")
@click.option("--fail-on", type=click.Choice((ANY, *CATEGORIES)), help="Exit with 1 if there is such a finding.")
def command(files: tuple[str, ...], **options: Any) -> None:
    """Read reports: .txt, .md, .html, .pdf, .jsonl, .csv, or standard input (-).

    \b
    Examples:
      fogline read report.txt --published 2025-11-20 --outlet "Example Wire"
      fogline read - --json < report.txt
      fogline read wire.jsonl --jobs 2 --json > ledgers.jsonl
      fogline read inbox/*.html --html out/ --store case.fogline

    \b
    A line of JSONL is {"text": ..., "id"?, "title"?, "outlet"?, "published"?, "url"?, "language"?}.
    Exit status: 0 fine, 1 a finding asked for with --fail-on, 2 wrong usage, 3 some input could not be read.
    """
    from fogline import bulk
    from fogline.ingest import Meta, iso_prefix, reports

    iso_prefix(options["published"])
    meta = Meta(published=options["published"], outlet=options["outlet"], language=options["language"])
    outputs = Outputs(options["as_json"], options["html"], options["store"])
    found = (report for file in files for report in reports(file, meta))
    tally = outputs.write(_with_progress(bulk.read_many(found, jobs=options["jobs"]), len(files)))
    wanted = options["fail_on"]
    if tally.failed:
        sys.exit(EXIT_INPUT)
    if wanted in tally.categories or (wanted == ANY and tally.categories):
        sys.exit(EXIT_FINDINGS)


def _with_progress(ledgers: Iterable[Ledger], inputs: int) -> Iterator[Ledger]:
    """A counting line on a terminal when the run is long; nothing when standard error is piped."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield from ledgers
        return
    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=inputs if inputs >= BAR_FROM else None)
        for ledger in ledgers:
            progress.advance(task)
            yield ledger


@dataclass
class Tally:
    """What a run came to."""

    reports: int = 0
    failed: int = 0
    categories: frozenset[str] = frozenset()

    def count(self, ledger: Ledger) -> None:
        """Add one report."""
        self.reports += 1
        self.failed += bool(ledger.failures)
        self.categories |= {f.category for f in ledger.findings}


@dataclass(frozen=True)
class Outputs:
    """Where the ledgers of a run go: screen or JSON Lines, pages, case file."""

    as_json: bool
    html: Path | None
    store: Path | None

    def write(self, ledgers: Iterator[Ledger]) -> Tally:
        """Write every ledger as it comes; failures are also told on standard error."""
        from fogline.pages.html import write_page

        tally = Tally()
        with ExitStack() as held:
            case = self._case(held)
            for ledger in ledgers:
                tally.count(ledger)
                self._print(ledger)
                if case is not None:
                    case.put([ledger])
                if self.html:
                    path = write_page(ledger, self.html)
                    click.echo(f"page: {path}", err=self.as_json)
        return tally

    def _case(self, held: ExitStack) -> Any:
        if self.store is None:
            return None
        from fogline.store import open_case

        return held.enter_context(open_case(self.store))

    def _print(self, ledger: Ledger) -> None:
        for failure in ledger.failures:
            click.echo(f"fogline: {failure.message}", err=True)
        if self.as_json:
            sys.stdout.buffer.write(ledger.to_json() + b"\n")
            return
        from rich.console import Console

        from fogline.pages.terminal import show

        show(ledger, Console(soft_wrap=False, width=None if sys.stdout.isatty() else 140))
