"""Dated reference statements: the record against which reports are checked."""

from __future__ import annotations

from dataclasses import dataclass

FACT_STATUSES = ("held", "acting", "elect", "contested", "superseded")


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of ``data/facts``: what is on record of a subject, under which definition, from when to when.

    ``since``/``until`` are ISO prefixes (the columns ``from``/``to``): an empty end is open as of ``as_of``, never
    "still". ``value``/``value_hi`` are the low and high end of a figure in ``unit``, or words. A row with
    ``certainty`` low never yields a finding of high certainty.
    """

    id: str
    kind: str
    subject: str
    subject_label: str
    relation: str
    value: str
    value_hi: str | None
    unit: str | None
    definition: str
    since: str | None
    until: str | None
    status: str
    source: str
    source_date: str | None
    url: str | None
    as_of: str
    licence: str
    certainty: str
    note: str

    def __post_init__(self) -> None:
        if self.status not in FACT_STATUSES or self.certainty not in ("high", "medium", "low"):
            raise ValueError(f"fact {self.id}: status {self.status!r}, certainty {self.certainty!r}")
