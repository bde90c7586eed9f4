"""``fogline read``: reports in, ledgers out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from fogline.cli import EXIT_FINDINGS, EXIT_INPUT, complain, muted, mutes
from fogline.records import CATEGORIES, Ledger

FOLDER, FILE = click.Path(path_type=Path, file_okay=False), click.Path(path_type=Path, dir_okay=False)
ANY = "any"
PIPED = 100  # characters a line where the output is no terminal and COLUMNS does not say


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE... | -")
@click.option(
    "--published", metavar="DATE", help="Publication date where a report has none: 2025, 2025-11 or 2025-11-20."
)
@click.option("--outlet", metavar="NAME", help="Outlet, where a report has none.")
@click.option("--language", metavar="CODE", help="Language (en, uk ...) instead of telling it from the text.")
@click.option("--ontology", metavar="FOLDER", type=FOLDER, help="Your own codes for events (docs/ontologies.md).")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Worker processes.")
@click.option("--json", "as_json", is_flag=True, help="Print ledgers as JSON Lines instead of a summary.")
@click.option("--html", metavar="OUT", type=FOLDER, help="Folder for an annotated page per report.")
@click.option("--store", metavar="CASE", type=FILE, help="Keep the ledgers in a case file.")
@click.option("--fail-on", type=click.Choice((ANY, *CATEGORIES)), help="Exit with 1 if there is such a finding.")
@click.option("--mute", metavar="FILE", type=FILE, help="Findings not to show, each with a reason (docs/checks.md).")
def command(files: tuple[str, ...], **options: Any) -> None:
    """Read reports: .txt, .md, .html, .pdf, .jsonl, .csv, or standard input (-).

    \b
    Examples:
      fogline read report.txt --published 2025-11-20 --outlet "Example Wire"
      fogline read - --json < report.txt
      fogline read wire.jsonl --jobs 2 --json > ledgers.jsonl
      fogline read inbox/*.html --html out/ --store case.fogline
      fogline read report.txt --ontology samples/ontologies/incidents

    \b
    A line of JSONL is {"text": ..., "id"?, "title"?, "outlet"?, "published"?, "url"?, "language"?}.
    Without --published, "on Friday" and "two days ago" cannot be dated in a report that has no date of its own.
    Exit status: 0 fine, 1 a finding asked for with --fail-on, 2 wrong usage, 3 some input could not be read.
    """
    from fogline.tables.codes import using

    with using(options["ontology"]):
        tally = _read(files, options)
    if tally.undated and not options["as_json"]:
        click.echo(_undated(tally), err=True)
    wanted = options["fail_on"]
    if tally.failed:
        sys.exit(EXIT_INPUT)
    if wanted in tally.categories or (wanted == ANY and tally.categories):
        sys.exit(EXIT_FINDINGS)


def _read(files: tuple[str, ...], options: dict[str, Any]) -> Tally:
    from fogline import bulk
    from fogline.ingest import Meta, iso_prefix, reports

    iso_prefix(options["published"])
    meta = Meta(published=options["published"], outlet=options["outlet"], language=options["language"])
    outputs = Outputs(options["as_json"], options["html"], options["store"], mutes(options["mute"]))
    found = (report for file in files for report in reports(file, meta))
    return outputs.write(_with_progress(bulk.read_many(found, jobs=options["jobs"])))


def _undated(tally: Tally) -> str:
    told = "no date" if tally.undated == tally.reports == 1 else f"{tally.undated} of {tally.reports} have no date"
    return f"fogline: {told} of publication: “on Friday” cannot be dated. Give it with --published 2025-11-20."


def _with_progress(ledgers: Iterable[Ledger]) -> Iterator[Ledger]:
    """A counting line where the ledgers go into a file or a pipe and somebody watches; the summary needs none."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if sys.stdout.isatty() or not console.is_terminal:
        yield from ledgers
        return
    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TextColumn("reports"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task("reading", total=None)
        for ledger in ledgers:
            progress.advance(task)
            yield ledger


@dataclass
class Tally:
    """What a run came to."""

    reports: int = 0
    failed: int = 0
    undated: int = 0
    categories: frozenset[str] = frozenset()

    def count(self, ledger: Ledger) -> None:
        """Add one report."""
        self.reports += 1
        self.failed += bool(ledger.failures)
        self.undated += bool(ledger.text) and ledger.report.published is None
        self.categories |= {f.category for f in ledger.findings}


@dataclass(frozen=True)
class Outputs:
    """Where the ledgers of a run go: screen or JSON Lines, pages, case file."""

    as_json: bool
    html: Path | None
    store: Path | None
    mutes: Sequence[Any]

    def write(self, ledgers: Iterator[Ledger]) -> Tally:
        """Write every ledger as it comes; failures are also told on standard error."""
        tally = Tally()
        with ExitStack() as held:
            case = self._case(held)
            for whole in ledgers:
                if case is not None:
                    case.put([whole])  # before it is shown: what is stored does not depend on who reads the screen
                ledger = replace(whole, findings=muted(whole.findings, [whole], self.mutes))
                tally.count(ledger)
                written = _page(ledger, self.html) if self.html else None
                self._print(ledger)
                if written:
                    click.echo(f"page: {written}", err=self.as_json)
        return tally

    def _case(self, held: ExitStack) -> Any:
        if self.store is None:
            return None
        from fogline.store import open_case

        return held.enter_context(open_case(self.store))

    def _print(self, ledger: Ledger) -> None:
        for failure in ledger.failures:
            complain(failure.message)
        if self.as_json:
            sys.stdout.buffer.write(ledger.to_json() + b"\n")
            return
        from fogline.pages.terminal import Screen, show

        columns = os.environ.get("COLUMNS", "")
        piped = int(columns) if columns.isdecimal() and int(columns) else PIPED
        show(ledger, Screen(width=None if sys.stdout.isatty() else piped))
        click.echo()


def _page(ledger: Ledger, folder: Path) -> Path:
    from fogline.errors import InputError
    from fogline.pages.html import write_page

    try:
        return write_page(ledger, folder)
    except OSError as error:
        what = f"the page cannot be written ({error.strerror})"
        raise InputError("F160", what, where=str(folder), accepted="a folder that can be written") from error
