"""``fogline compare``: where several reports do not fit each other."""

from __future__ import annotations

import sys
from typing import Any

import click

from fogline.cli import say
from fogline.records import Ledger


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="A B...")
@click.option("--published", metavar="DATE", help="Publication date, where a report has none.")
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON Lines.")
def command(files: tuple[str, ...], published: str | None, as_json: bool) -> None:
    """Compare reports (any format that `read` takes, or ledgers that `read --json` wrote): findings across them only.

    \b
    Examples:
      fogline compare morning.txt evening.txt
      fogline read wire.jsonl --json > ledgers.jsonl && fogline compare ledgers.jsonl --json
    """
    import msgspec

    import fogline
    from fogline.cli.sources import Inputs

    inputs = Inputs(files, published)
    ledgers = list(inputs.ledgers())
    findings = fogline.compare(ledgers)
    for finding in findings:
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(finding) + b"\n")
        else:
            head = f"{finding.category} · {finding.kind}".replace("_", " ")
            say(f"{head} · certainty {finding.certainty} · {finding.code}")
            for line in (finding.explanation, *_quotes(finding.evidence, ledgers)):
                say(f"   {line}")
    if not as_json:
        click.echo(f"{len(findings)} findings across {len(ledgers) - inputs.lost} reports")
    inputs.exit_if_lost()


def _quotes(evidence: Any, ledgers: list[Ledger]) -> list[str]:
    held = {ledger.report.id: ledger for ledger in ledgers}
    shown = []
    for e in evidence:
        ledger = held[e.report_id]
        name = ledger.report.title or ledger.report.origin.path or ledger.report.id
        words = " ".join(ledger.words((e.start, e.end)).split())
        shown.append(f"{e.side}  “{words}” ({name})")
    return shown
