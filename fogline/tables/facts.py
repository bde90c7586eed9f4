"""The record: dated reference statements of ``data/facts``, one CSV a kind, and what makes a row valid."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import combinations
from typing import TypeVar

from fogline.errors import TableError
from fogline.records import Fact
from fogline.tables import files

COLUMNS = (
    "id", "kind", "subject", "subject_label", "relation", "value", "value_hi", "unit", "definition", "from",
    "from_prec", "to", "to_prec", "status", "source", "source_date", "url", "as_of", "licence", "certainty", "note",
)  # fmt: skip
PRECISIONS = {"year": 4, "month": 7, "day": 10}
FOLDER = "facts"
Index = TypeVar("Index")


@cache
def shipped() -> tuple[Fact, ...]:
    """Every fact of ``data/facts``, file by file in name order.

    Raises:
        TableError: F202 for a row that does not fit, F203 for one that contradicts itself or another.

    >>> next(f.value for f in shipped() if f.kind == "office")[:1].isupper()
    True
    """
    names = sorted(p.name for p in (files.DATA / FOLDER).glob("*.csv"))
    facts = tuple(fact(row) for name in names for row in files.rows(f"{FOLDER}/{name}", COLUMNS))
    faults = tuple(validate(facts))
    if faults:
        raise TableError("F203", faults[0], where=FOLDER, accepted="dates at their precision; one holder a seat")
    return facts


def per_record(build: Callable[[tuple[Fact, ...]], Index]) -> Callable[[Sequence[Fact]], Index]:
    """An index over a record, kept until another record is asked for: by identity, for hashing a record is slow."""
    last: list[tuple[Sequence[Fact], Index]] = []

    def index(facts: Sequence[Fact]) -> Index:
        if not (last and last[0][0] is facts):
            last[:] = [(facts, build(tuple(facts)))]
        return last[0][1]

    return index


@per_record
def by_kind(facts: tuple[Fact, ...]) -> dict[str, tuple[Fact, ...]]:
    """The rows of each kind, in order."""
    kinds = dict.fromkeys(f.kind for f in facts)
    return {kind: tuple(f for f in facts if f.kind == kind) for kind in kinds}


def fact(row: files.Row) -> Fact:
    """One row as a record; ``from`` and ``to`` become ``since`` and ``until``.

    Raises:
        TableError: F202, if status, certainty or a date's precision does not fit.
    """
    for end in ("from", "to"):
        fault = precision_fault(row[end], row[end + "_prec"])
        if fault:
            raise TableError("F202", f"fact {row['id']}: {end} {fault}", where=FOLDER, accepted="year, month or day")
    try:
        return Fact(
            id=row["id"], kind=row["kind"], subject=row["subject"], subject_label=row["subject_label"],
            relation=row["relation"], value=row["value"], value_hi=row["value_hi"] or None, unit=row["unit"] or None,
            definition=row["definition"], since=row["from"] or None, until=row["to"] or None, status=row["status"],
            source=row["source"], source_date=row["source_date"] or None, url=row["url"] or None, as_of=row["as_of"],
            licence=row["licence"], certainty=row["certainty"], note=row["note"],
        )  # fmt: skip
    except ValueError as error:
        raise TableError(
            "F202", str(error), where=FOLDER, accepted="held, acting, elect, contested, superseded"
        ) from error


def precision_fault(value: str, precision: str) -> str | None:
    """What is wrong with a date and its stated precision, or None.

    >>> precision_fault("2024", "year"), precision_fault("2024-02-30", "day"), precision_fault("2024-02", "day")
    (None, "'2024-02-30' is no date", "'2024-02' is not given to the day")
    """
    if not value:
        return None if not precision else f"is empty but has precision {precision!r}"
    if PRECISIONS.get(precision) != len(value):
        return f"{value!r} is not given to the {precision or 'precision it has'}"
    return None if bounds(value) else f"{value!r} is no date"


def bounds(value: str | None) -> tuple[str, str] | None:
    """First and last day that an ISO prefix can mean; None for what is no date.

    >>> bounds("2024-02"), bounds("2024"), bounds("2023-02-30")
    (('2024-02-01', '2024-02-29'), ('2024-01-01', '2024-12-31'), None)
    """
    if not value or not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value):
        return None
    parts = [int(p) for p in value.split("-")]
    try:
        first = date(*[*parts, 1, 1][:3])
        last = date(*parts) if len(parts) == 3 else date(parts[0], [*parts, 12][1], _last_day(parts))
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def _last_day(parts: Sequence[int]) -> int:
    return calendar.monthrange(parts[0], parts[1])[1] if len(parts) > 1 else 31


def validate(facts: Iterable[Fact]) -> Iterator[str]:
    """What does not hold among facts: ids used twice, ends before beginnings, two holders of one seat.

    A handover day may be shared. Only rows of status ``held`` are compared: acting holders stand beside them.
    """
    rows = tuple(facts)
    seen: set[str] = set()
    for one in rows:
        if one.id in seen:
            yield f"fact {one.id} stands twice"
        seen.add(one.id)
        if one.since and one.until and one.since[: len(one.until)] > one.until[: len(one.since)]:
            yield f"fact {one.id} ends before it begins"
        if not bounds(one.as_of) or not one.source:
            yield f"fact {one.id} names no source or no day as of which it holds"
    yield from _two_holders(rows)


def _two_holders(facts: Sequence[Fact]) -> Iterator[str]:
    seats: dict[str, list[Fact]] = defaultdict(list)
    for one in facts:
        if one.kind == "office" and one.status == "held":
            seats[one.subject].append(one)
    for seat, rows in sorted(seats.items()):
        for a, b in combinations(sorted(rows, key=lambda f: (f.since or "", f.id)), 2):
            if (a.until or "9999") > (b.since or ""):
                yield f"{seat}: {a.id} and {b.id} hold it at once"
