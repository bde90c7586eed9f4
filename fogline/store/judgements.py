"""What people have said of entries: only ever added to; undoing is a judgement too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, exists, select

from fogline.errors import StoreError
from fogline.store.schema import ENTRIES, JUDGEMENTS

VERDICTS = ("right", "wrong", "unclear", "undone")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's word on an entry, or on one ``field`` of it.

    ``undoes`` is the id of an earlier judgement of the same entry that no longer stands; its verdict is "undone".
    ``at`` is the moment it was stored, in UTC.
    """

    id: int
    entry: str
    field: str | None
    verdict: str
    who: str
    at: str
    why: str
    undoes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A judgement that is about to be stored."""

    verdict: str
    who: str
    why: str = ""
    field: str | None = None

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS[:-1]:
            raise StoreError("F308", f"verdict {self.verdict!r} is not known", accepted=", ".join(VERDICTS[:-1]))
        if not self.who.strip():
            raise StoreError("F308", "a judgement without a name", accepted="who judges")


def add(connection: Connection, entry: str, opinion: Opinion) -> Judgement:
    """Store a judgement of an entry.

    Raises:
        StoreError: F306, if no ledger of the case has the entry and nobody has judged it before.
    """
    known = select(exists().where(ENTRIES.c.entry == entry) | exists().where(JUDGEMENTS.c.entry == entry))
    if not connection.scalar(known):
        raise StoreError("F306", f"no entry {entry!r} in this case", accepted="the id of an entry that find shows")
    row = {"entry": entry, "verdict": opinion.verdict, "who": opinion.who, "why": opinion.why, "field": opinion.field}
    return _stored(connection, {**row, "undoes": None})


def undo(connection: Connection, judgement: int, who: str, why: str) -> Judgement:
    """Store that an earlier judgement no longer stands; an undone undoing lets the first one stand again.

    Raises:
        StoreError: F306, if there is no such judgement.
    """
    held = connection.execute(select(JUDGEMENTS).where(JUDGEMENTS.c.seq == judgement)).one_or_none()
    if held is None:
        raise StoreError("F306", f"no judgement {judgement}", accepted="the id of a judgement that history shows")
    row = {"entry": held.entry, "field": held.field, "verdict": VERDICTS[-1], "who": who, "why": why}
    return _stored(connection, {**row, "undoes": judgement})


def history(connection: Connection, entry: str) -> tuple[Judgement, ...]:
    """Everything said of an entry, the oldest first."""
    asked = select(JUDGEMENTS).where(JUDGEMENTS.c.entry == entry).order_by(JUDGEMENTS.c.seq)
    return tuple(
        Judgement(r.seq, r.entry, r.field, r.verdict, r.who, r.at, r.why, r.undoes) for r in connection.execute(asked)
    )


def standing(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements that are not undone, without the undoings themselves.

    >>> a = Judgement(1, "e1", None, "wrong", "desk", "2025-11-20T10:00:00+00:00", "a denial, not an attack", None)
    >>> b = Judgement(2, "e1", None, "undone", "chief", "2025-11-20T11:00:00+00:00", "misread", 1)
    >>> [j.id for j in standing((a,))], [j.id for j in standing((a, b))]
    ([1], [])
    """
    undone: set[int] = set()
    for one in reversed(judgements):
        if one.undoes is not None and one.id not in undone:
            undone.add(one.undoes)
    return tuple(one for one in judgements if one.undoes is None and one.id not in undone)


def _stored(connection: Connection, row: dict[str, str | int | None]) -> Judgement:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    key = connection.execute(JUDGEMENTS.insert().values(at=at, **row)).inserted_primary_key
    made = connection.execute(select(JUDGEMENTS).where(JUDGEMENTS.c.seq == key[0])).one()  # type: ignore[index]
    return Judgement(made.seq, made.entry, made.field, made.verdict, made.who, made.at, made.why, made.undoes)
