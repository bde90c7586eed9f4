"""``fogline pairs``: the relation between two marked spans, line by line."""

from __future__ import annotations

import sys
from typing import BinaryIO

import click

from fogline.cli import EXIT_INPUT


@click.command()
@click.argument("file", type=click.File("rb"), metavar="FILE.jsonl | -")
@click.option(
    "--json", "as_json", is_flag=True, help="Answer as JSON Lines (the only form there is; accepted for habit)."
)
def command(file: BinaryIO, as_json: bool) -> None:
    """Code the relation between an actor and a recipient that are already marked.

    Each line is {"text": ..., "actor": [start, end] or null, "recipient": [start, end] or null, "published"?}; spans
    count Unicode code points and may overlap. Each answer is {"event": {...} or null}, in the same order; a line that
    cannot be read is answered {"event": null, "error": {...}} and the exit status is 3.

    \b
    Example:
      echo '{"text": "Oslo sent blankets to Kharkiv.", "actor": [0, 4], "recipient": [22, 29]}' | fogline pairs -
    """
    from fogline.coding.pairs import code_pair_lines

    failed = 0
    for answer, error in code_pair_lines(file):
        sys.stdout.buffer.write(answer + b"\n")
        if error is not None:
            failed += 1
            click.echo(f"fogline: {error}", err=True)
    if failed:
        sys.exit(EXIT_INPUT)
