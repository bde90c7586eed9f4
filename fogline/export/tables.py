"""The tables of a CSV export: one a list of the ledger, with the words that its spans stand for in extra columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from fogline.export.flat import Column, cells, columns, safe
from fogline.export.outline import Outline, Person, outlines
from fogline.records import LISTS, Event, Ledger, MadeWith, Report

Row = list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, the record type of its rows, its extra columns, and how a ledger fills it."""

    name: str
    record: type
    extra: tuple[str, ...]
    rows: Callable[[Ledger], Iterator[Row]]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns in order; the first names the report."""
        added = tuple(Column(name, (), "string", True) for name in self.extra)
        if self.record is Report:
            made = (one._replace(name=f"made_with.{one.name}") for one in columns(MadeWith))
            return (*columns(Report), *made)
        return (Column("report", (), "string", False), *columns(self.record), *added)


def reports(ledger: Ledger) -> Iterator[Row]:
    """The report itself, with what its ledger was made with."""
    yield [*cells(ledger.report), *cells(ledger.made_with)]


def _spans(one: Any, field: str) -> Iterable[tuple[int, int]]:
    value = getattr(one, field)
    return (value,) if value and isinstance(value[0], int) else value


def _listed(name: str, *fields: str) -> tuple[tuple[str, ...], Callable[[Ledger], Iterator[Row]]]:
    """Rows of a plain list: the record's cells and the words of some of its spans."""

    def rows(ledger: Ledger) -> Iterator[Row]:
        for one in getattr(ledger, name):
            shown = (safe(_joined(ledger, one, field)) for field in fields)
            yield [safe(ledger.report.id), *cells(one), *shown]

    return tuple("words" if field == "span" else f"{field}_words" for field in fields), rows


def _joined(ledger: Ledger, one: Any, field: str) -> str:
    if field == "span":
        return ledger.words((one.start, one.end))
    if field == "evidence":  # of a finding: passages may stand in other reports
        return " … ".join(ledger.words((e.start, e.end)) for e in one.evidence if e.report_id == ledger.report.id)
    return " … ".join(ledger.words(span) for span in _spans(one, field))


EVENT_EXTRA = (
    "evidence_words", "actor_words", "actor_codes", "recipient_words", "recipient_codes", "place_name",
    "place_country", "voice_words", "voice_class", "speech_act", "outlet", "published",
)  # fmt: skip


def _events(done: bool) -> Callable[[Ledger], Iterator[Row]]:
    """Every telling of every act that is done, or only said."""

    def rows(ledger: Ledger) -> Iterator[Row]:
        for one in outlines([ledger], every=True):
            if one.done is done:
                yield [safe(ledger.report.id), *cells(one.event), *map(safe, _event_words(one))]

    return rows


def _event_words(one: Outline) -> Row:
    place, told, report = one.place, one.attribution, one.report
    return [
        one.words,
        *_people(one.actors),
        *_people(one.recipients),
        place.name if place else "",
        (place.country if place else None) or "",
        one.voice_words,
        told.source_class if told else "",
        one.claim.speech_act if one.claim else "",
        report.outlet or "",
        report.published or "",
    ]


def _people(people: Iterable[Person]) -> tuple[str, str]:
    held = tuple(people)
    return "; ".join(one.words for one in held), "; ".join(one.code for one in held if one.code)


SHOWN = {
    "sentences": ("span",), "mentions": ("span",), "times": ("span",), "places": ("span",), "quantities": ("span",),
    "attributions": ("source", "cue", "content"), "claims": ("content",), "acts": ("trigger", "because"),
    "predicates": ("trigger",),
    "findings": ("evidence",),
}  # fmt: skip


def _table(name: str) -> Table:
    record = get_args(get_type_hints(Ledger)[name])[0]
    return Table(name, record, *_listed(name, *SHOWN.get(name, ())))


def tables() -> tuple[Table, ...]:
    """Every table of the export, reports first; events twice, done and only said."""
    plain = tuple(_table(name) for name in LISTS if name != "events")
    done, said = (Table(n, Event, EVENT_EXTRA, _events(d)) for n, d in (("events", True), ("events_said", False)))
    return (Table("reports", Report, (), reports), *plain, done, said)
