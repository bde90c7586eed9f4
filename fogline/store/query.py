"""What can be asked of a case, and how the question is put to the database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from fogline.errors import StoreError
from fogline.records import CATEGORIES, CERTAINTIES, SPEECH_ACTS, STATUSES
from fogline.store import fulltext
from fogline.store.derive import days
from fogline.store.folding import fold
from fogline.store.schema import ENTRIES, HEADS, PARTICIPANTS, REPORTS

KINDS = (
    "report", "entity", "time", "place", "quantity", "voice", "claim", "act", "event", "finding", "failure",
)  # fmt: skip
ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
WORDS_OF = {
    "kind": KINDS, "status": STATUSES, "speech_act": SPEECH_ACTS, "category": CATEGORIES, "certainty": CERTAINTIES,
}  # fmt: skip
DATES = ("since", "until", "published_since", "published_until")
Filter = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question to a case; what is left None does not matter, everything given must hold.

    ``text`` is searched in the words of entries and, for reports, in the whole text; all its words must occur,
    ``"port of Odesa"`` as one phrase, ``drone*`` as a beginning. ``actor``, ``recipient``, ``voice`` and ``place``
    match a part of the words or canonical name, without case or accents, or a PLOVER code (``RUS``, ``RUSMIL``).
    ``country`` is anyone's or any place's code, as in the ledger (three letters for actors, two for places).
    ``type`` is an event's PLOVER type, a voice's source class, a finding's kind, an entity's type, a quantity's
    unit. ``since``/``until`` are ISO dates or beginnings of one and ask for the entry's own time, never the
    publication date; what certainly lies outside is left out, and so is what has no date. ``published_since`` and
    ``published_until`` ask for the report's. ``after`` is the `Found.cursor` of the last row seen.

    Raises:
        StoreError: F308, if a value is not one of the ledger's words or not a date.

    >>> Query(status="dnoe")
    Traceback (most recent call last):
        ...
    fogline.errors.StoreError: F308 status 'dnoe' is not known; accepted: done, not_done, denied, ...
    """

    text: str | None = None
    kind: str | None = None
    type: str | None = None
    status: str | None = None
    speech_act: str | None = None
    category: str | None = None
    certainty: str | None = None
    code: str | None = None
    actor: str | None = None
    recipient: str | None = None
    voice: str | None = None
    place: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    outlet: str | None = None
    report: str | None = None
    after: int = 0
    limit: int | None = None

    def __post_init__(self) -> None:
        for name, known in WORDS_OF.items():
            value = getattr(self, name)
            if value is not None and value not in known:
                raise StoreError("F308", f"{name} {value!r} is not known", accepted=", ".join(known))
        for name in DATES:
            value = getattr(self, name)
            if value is not None and not ISO.fullmatch(value):
                raise StoreError("F308", f"{name} {value!r} is not a date", accepted="2025, 2025-11 or 2025-11-20")


@dataclass(frozen=True, slots=True)
class Found:
    """One entry that answers a query, with the report it stands in; ``cursor`` is where to go on from.

    ``words`` are the entry's own, ``context`` is the sentence around an act or event, or the quotes of a finding;
    ``type``, ``mode`` and ``code`` mean what docs/store.md says for each kind.
    """

    cursor: int
    report: str
    title: str | None
    outlet: str | None
    published: str | None
    entry: str
    kind: str
    start: int | None
    end: int | None
    words: str
    context: str
    type: str | None
    mode: str | None
    code: str | None
    status: str | None
    speech_act: str | None
    category: str | None
    certainty: str | None
    first: str | None
    last: str | None


def page(query: Query, after: int, limit: int) -> Select[Any]:
    """The next ``limit`` rows after a cursor, in the order in which they were stored."""
    rows = select(
        ENTRIES.c.seq, REPORTS.c.id, HEADS.c.title, HEADS.c.outlet, HEADS.c.published,
        *(ENTRIES.c[name] for name in Found.__slots__[5:]),
    )  # fmt: skip
    joined = rows.join(HEADS, HEADS.c.report == ENTRIES.c.report).join(REPORTS, REPORTS.c.seq == ENTRIES.c.report)
    return joined.where(ENTRIES.c.seq > after, *_filters(query)).order_by(ENTRIES.c.seq).limit(limit)


def _filters(query: Query) -> Iterator[Filter]:
    if query.text is not None:
        yield _holds(query.text)
    for name in ("kind", "status", "speech_act", "category", "certainty", "code"):
        if (value := getattr(query, name)) is not None:
            yield ENTRIES.c[name] == value
    if query.type is not None:
        yield func.lower(ENTRIES.c.type) == query.type.lower()
    yield from _people(query)
    yield from _dates(query)
    if query.outlet is not None:
        yield func.lower(HEADS.c.outlet) == query.outlet.lower()
    if query.report is not None:
        yield REPORTS.c.id == query.report


def _holds(words: str) -> Filter:
    whole = and_(ENTRIES.c.kind == "report", ENTRIES.c.report.in_(fulltext.holding("reports", words)))
    return or_(ENTRIES.c.seq.in_(fulltext.holding("entries", words)), whole)


def _people(query: Query) -> Iterator[Filter]:
    for role in ("actor", "recipient", "voice", "place"):
        if (name := getattr(query, role)) is not None:
            yield _takes_part(PARTICIPANTS.c.role == role, _named(name))
    if query.country is not None:
        yield _takes_part(PARTICIPANTS.c.country == query.country.upper())


def _named(name: str) -> Filter:
    code = func.coalesce(PARTICIPANTS.c.country, "") + func.coalesce(PARTICIPANTS.c.sector, "")
    named = PARTICIPANTS.c.name.contains(fold(name), autoescape=True)
    coded = name.isascii() and name.isalpha() and name.isupper() and len(name) in (3, 6)
    return or_(named, code.startswith(name, autoescape=True)) if coded else named


def _takes_part(*conditions: Filter) -> Filter:
    part = PARTICIPANTS.c
    joined = and_(part.report == ENTRIES.c.report, part.entry == ENTRIES.c.entry)
    return select(part.seq).where(joined, *conditions).correlate(ENTRIES).exists()


def _dates(query: Query) -> Iterator[Filter]:
    yield from _overlaps(ENTRIES.c.first, ENTRIES.c.last, query.since, query.until)
    yield from _overlaps(HEADS.c.first, HEADS.c.last, query.published_since, query.published_until)


def _overlaps(
    first: ColumnElement[str | None], last: ColumnElement[str | None], since: str | None, until: str | None
) -> Iterator[Filter]:
    """Not certainly before or after; an open end may lie anywhere, two open ends are no date."""
    if since is None and until is None:
        return
    yield or_(first.is_not(None), last.is_not(None))
    if since is not None:
        yield or_(last.is_(None), last >= days(since)[0])
    if until is not None:
        yield or_(first.is_(None), first <= days(until)[1])
