r"""CAMEO/ICEWS-style tab-separated dyads: date, source, target, code, then what else we know. Lossy.

One row for each pair of actor and recipient. Codes are strings (leading zeros). An unknown date, actor or recipient
is an empty cell, not a guess and not `---`. Events without a CAMEO code are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fogline.export.outline import Outline, Person
from fogline.export.sheets import Cells, Sheet, write_sheet
from fogline.export.writing import Out
from fogline.records import Ledger

SUFFIX = ".tsv"
COLUMNS = (
    "date", "source", "target", "code", "end_date", "source_text", "target_text", "goldstein", "place", "latitude",
    "longitude", "precision", "url",
)  # fmt: skip
CODE = re.compile(r"(0[1-9]|1\d|20)\d{0,2}")


def write(ledgers: Iterable[Ledger], out: Out, *, include: str | None = None) -> None:
    """Write done acts to ``out``; acts that are only said go to a second file beside it (see `plover.write`)."""
    write_sheet(ledgers, out, Sheet(COLUMNS, rows, tab=True), include=include)


def valid(code: str | None) -> bool:
    """True for the shape of a CAMEO code; published data also hold such as "13y".

    >>> valid("0841"), valid("190"), valid("13y"), valid("21"), valid(None)
    (True, True, False, False, False)
    """
    return code is not None and CODE.fullmatch(code) is not None


def rows(outline: Outline) -> Iterator[Cells]:
    """The dyads of one event."""
    if not valid(outline.event.cameo):
        return
    for actor in outline.actors or (None,):
        for recipient in outline.recipients or (None,):
            yield _row(outline, actor, recipient)


def _row(outline: Outline, actor: Person | None, recipient: Person | None) -> Cells:
    (first, last), place = outline.days, outline.pinned
    named = outline.place
    return {
        "date": first,
        "source": actor.code if actor else None,
        "target": recipient.code if recipient else None,
        "code": outline.event.cameo,
        "end_date": last,
        "source_text": actor.words if actor else None,
        "target_text": recipient.words if recipient else None,
        "goldstein": outline.event.goldstein,
        "place": named.name if named else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "precision": named.precision if named else None,
        "url": outline.report.origin.url,
    }


def read(lines: Iterable[str]) -> Iterator[dict[str, str | None]]:
    r"""Rows of a tab-separated event file with a header, in any order of columns; a bad code is kept as `bad_code`.

    >>> held = list(read(["code\tdate\n", "13y\t2025-11-14\n", "190\t2025-11-15\n"]))
    >>> [(row["code"], row.get("bad_code")) for row in held]
    [(None, '13y'), ('190', None)]
    """
    stream = iter(lines)
    header = next(stream, "").rstrip("\r\n").split("\t")
    for line in stream:
        cells: list[str | None] = [cell or None for cell in line.rstrip("\r\n").split("\t")]
        row = dict(zip(header, cells, strict=False))
        code = row.get("code")
        yield row if code is None or valid(code) else {**row, "code": None, "bad_code": code}
