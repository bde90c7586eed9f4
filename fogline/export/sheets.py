"""Sheets that borrow another data set's columns: every row with its voice and status in extra columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from fogline.export.flat import safe
from fogline.export.outline import Outline
from fogline.export.split import write_events
from fogline.export.writing import Out
from fogline.records import Ledger

Cells = Mapping[str, str | int | float | None]
EXTRA = (
    "fogline_event", "fogline_report", "status", "voice", "voice_class", "voice_country", "speech_act", "plover_type",
    "plover_mode", "evidence", "mentions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A data set's columns and the rows that one event gives in them; tab-separated, or as RFC 4180 has it."""

    columns: tuple[str, ...]
    rows: Callable[[Outline], Iterable[Cells]]
    tab: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All columns: the data set's own, then ours."""
        return (*self.columns, *EXTRA)

    def lines(self, outline: Outline) -> Iterator[bytes]:
        """The lines of one event."""
        for row in self.rows(outline):
            whole = {**row, **extra(outline)}
            yield _line([whole.get(name) for name in self.names], self.tab)


def write_sheet(ledgers: Iterable[Ledger], out: Out, sheet: Sheet, *, include: str | None = None) -> None:
    """Write a sheet under its header; done and said apart as in `write_events`."""
    write_events(ledgers, out, sheet.lines, header=_line(sheet.names, sheet.tab), include=include)


def extra(outline: Outline) -> Cells:
    """Our columns: who says so, and with which status."""
    event, told = outline.event, outline.attribution
    return {
        "fogline_event": event.id,
        "fogline_report": outline.report.id,
        "status": event.status,
        "voice": outline.voice_words or outline.report.outlet,
        "voice_class": told.source_class if told else "outlet",
        "voice_country": told.country if told else None,
        "speech_act": outline.claim.speech_act if outline.claim else None,
        "plover_type": event.type,
        "plover_mode": event.mode,
        "evidence": outline.words,
        "mentions": outline.mentions,
    }


def _line(values: Iterable[object], tab: bool) -> bytes:
    out = io.StringIO(newline="")
    if tab:
        out.write("\t".join(" ".join(_text(value).split()) for value in values) + "\n")
    else:
        csv.writer(out).writerow([_text(value) for value in values])
    return out.getvalue().encode()


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else safe(value) if isinstance(value, str) else str(value)
