"""``fogline compare``: where several reports do not fit each other."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from fogline.cli import muted, mutes

PIPED = 120  # columns where the output is no terminal


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="A B...")
@click.option("--published", metavar="DATE", help="Publication date, where a report has none.")
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON Lines.")
@click.option(
    "--mute",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Findings not to show (docs/checks.md).",
)
def command(files: tuple[str, ...], published: str | None, as_json: bool, mute: Path | None) -> None:
    """Compare reports (any format that `read` takes, ledgers that `read --json` wrote, or case files).

    Of each two reports of one event: what both tell, where they differ, and what only one tells. Reports of other
    events are left alone. With --json only the differences, one finding a line.

    \b
    Examples:
      fogline compare morning.txt evening.txt
      fogline read wire.jsonl --json > ledgers.jsonl && fogline compare ledgers.jsonl --json
    """
    import msgspec

    from fogline.checking.across import compare, couples, differences
    from fogline.cli.sources import Inputs

    inputs = Inputs(files, published)
    ledgers = list(inputs.ledgers())
    findings = muted(compare(ledgers), ledgers, mutes(mute))
    kept = {finding.id for finding in findings}
    if as_json:
        for finding in findings:
            sys.stdout.buffer.write(msgspec.json.encode(finding) + b"\n")
    else:
        from fogline.pages.comparison import show_pair
        from fogline.pages.terminal import Screen

        columns = os.environ.get("COLUMNS", "")
        piped = int(columns) if columns.isdecimal() and int(columns) else PIPED
        console = Screen(width=None if sys.stdout.isatty() else piped)
        for pair in couples(ledgers):
            show_pair(pair, [f for f in differences(pair) if f.id in kept], console)
            click.echo()
        click.echo(f"{len(findings)} findings across {len(ledgers) - inputs.lost} reports")
    inputs.exit_if_lost()
