"""``fogline pairs``: the relation between two marked spans, line by line."""

from __future__ import annotations

import sys
from typing import BinaryIO

import click

from fogline.cli import EXIT_INPUT, complain


@click.command()
@click.argument("file", type=click.File("rb"), metavar="FILE.jsonl | -")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Worker processes.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON Lines, as is always done.")
def command(file: BinaryIO, jobs: int, as_json: bool) -> None:
    """Code the relation between an actor and a recipient that are already marked.

    Each line is {"text": ..., "actor": [start, end] or null, "recipient": [start, end] or null, "published"?}; spans
    count Unicode code points and may overlap. Each answer is {"event": {...} or null}, in the same order; a line that
    cannot be read is answered {"event": null, "error": "..."} and the exit status is 3.

    \b
    Example:
      echo '{"text": "Oslo sent blankets to Kharkiv.", "actor": [0, 4], "recipient": [22, 29]}' | fogline pairs -
    """
    import msgspec

    from fogline.bulk import code_many
    from fogline.errors import InputError
    from fogline.ingest.pairs import marked_pairs

    failed = 0
    for found in code_many(marked_pairs(file, getattr(file, "name", None)), jobs=jobs):
        wrong = isinstance(found, InputError)
        answer = {"event": None, "error": str(found)} if wrong else {"event": found}
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        if wrong:
            failed += 1
            complain(str(found))
    if failed:
        sys.exit(EXIT_INPUT)
