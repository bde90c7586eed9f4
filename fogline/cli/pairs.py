"""``fogline pairs``: the relation between two marked spans, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

import click

from fogline.cli import EXIT_INPUT, complain

BATCH = 256  # lines coded together


@click.command()
@click.argument("file", type=click.File("rb"), metavar="FILE.jsonl | -")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON Lines, as is always done.")
def command(file: BinaryIO, as_json: bool) -> None:
    """Code the relation between an actor and a recipient that are already marked.

    Each line is {"text": ..., "actor": [start, end] or null, "recipient": [start, end] or null, "published"?}; spans
    count Unicode code points and may overlap. Each answer is {"event": {...} or null}, in the same order; a line that
    cannot be read is answered {"event": null, "error": "..."} and the exit status is 3.

    \b
    Example:
      echo '{"text": "Oslo sent blankets to Kharkiv.", "actor": [0, 4], "recipient": [22, 29]}' | fogline pairs -
    """
    import msgspec

    from fogline.ingest.pairs import marked_pairs

    failed = 0
    for answer in _answers(marked_pairs(file, getattr(file, "name", None))):
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        if "error" in answer:
            failed += 1
            complain(str(answer["error"]))
    if failed:
        sys.exit(EXIT_INPUT)


def _answers(lines: Iterable[object]) -> Iterator[dict[str, object]]:
    """One answer a line, in order; the pairs of a batch are parsed together."""
    from fogline.coding.pairs import code_pairs
    from fogline.ingest.pairs import MarkedPair

    waiting = iter(lines)
    while batch := list(islice(waiting, BATCH)):
        pairs = [line for line in batch if isinstance(line, MarkedPair)]
        rows = ({"text": p.text, "actor": p.actor, "recipient": p.recipient, "published": p.published} for p in pairs)
        events = code_pairs(rows)
        for line in batch:
            yield {"event": next(events)} if isinstance(line, MarkedPair) else {"event": None, "error": str(line)}
