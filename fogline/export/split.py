"""Event-shaped formats: what was done in one file, what was only said in another, never mixed silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from fogline.errors import InputError
from fogline.export.outline import Outline, outlines
from fogline.export.writing import Out, beside, opened
from fogline.records import ONTOLOGY, Ledger

INCLUDE = ("done", "said", "both")
SAID = "said"
Lines = Callable[[Outline], Iterable[bytes]]


def write_events(
    ledgers: Iterable[Ledger], out: Out, lines: Lines, *, header: bytes = b"", include: str | None = None
) -> None:
    """Write the lines that ``lines`` makes of each event, after a header line.

    ``include`` is done, said or both; by default both to a path, where acts that are only said go to a second file
    (``events.said.jsonl``), and done to a stream.

    Raises:
        InputError: F161, if ``include`` is none of these, or both are to go into one stream; F162, if a ledger is
            coded in another ontology than the one that the format speaks.
    """
    wanted = include or ("both" if isinstance(out, Path) else "done")
    if wanted not in INCLUDE:
        raise InputError("F161", f"include {wanted!r} is not known", accepted=", ".join(INCLUDE))
    if wanted == "both" and not isinstance(out, Path):
        raise InputError("F161", "done and said acts in one stream", accepted="a file name, or one of the two")
    with ExitStack() as stack:
        files = {done: stack.enter_context(opened(path)) for done, path in _files(out, wanted)}
        for file in files.values():
            file.write(header)
        _fill(files, map(_spoken, ledgers), lines)


def _spoken(ledger: Ledger) -> Ledger:
    """The ledger itself, its types those that these formats are made from."""
    if ledger.made_with.ontology != ONTOLOGY:
        what = f"coded in {ledger.made_with.ontology!r}, which this format does not speak"
        accepted = f"ledgers coded in {ONTOLOGY}; jsonl, csv, geojson and webannotation take any ontology"
        raise InputError("F162", what, where=ledger.report.id, accepted=accepted)
    return ledger


def _files(out: Out, wanted: str) -> Iterator[tuple[bool, Out]]:
    """Whether a file takes done acts, and the file."""
    if wanted != SAID:
        yield True, out
    if wanted != "done":
        yield False, beside(out, SAID) if isinstance(out, Path) and wanted == "both" else out


def _fill(files: dict[bool, BinaryIO], ledgers: Iterable[Ledger], lines: Lines) -> None:
    for outline in outlines(ledgers):
        if outline.done in files:
            files[outline.done].writelines(lines(outline))
