"""The tables of a case: what is kept for ever, and what is derived from it and can be rebuilt.

Kept, append-only (triggers refuse a change): `reports`, `ledgers`, `judgements`. Derived from the newest ledger of
each report in the transaction that stores it: `heads`, `entries`, `participants` and the full-text tables. Every
table says in ``info`` with which version of the schema it came.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()
APPLICATION = 0x464F474C  # "FOGL" in the file's header tells a case from any other SQLite file


def _table(name: str, since: int, *parts: Column[int] | Column[str] | Column[bytes] | Index) -> Table:
    return Table(name, METADATA, *parts, info={"since": since}, sqlite_autoincrement=True)


def _key() -> Column[int]:
    return Column("seq", Integer, primary_key=True, autoincrement=True)


def _report() -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.seq"), nullable=False)


VERSIONS = _table(
    "schema_version",
    1,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("applied", Text, nullable=False),
)
REPORTS = _table(
    "reports",
    1,
    _key(),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("stored", Text, nullable=False),
)
LEDGERS = _table(
    "ledgers",
    1,
    _key(),
    _report(),
    Column("digest", Text, nullable=False, unique=True),
    Column("version", Text, nullable=False),
    Column("ontology", Text, nullable=False),
    Column("stored", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ledgers_by_report", "report", "seq"),
)
JUDGEMENTS = _table(
    "judgements",
    1,
    _key(),
    Column("entry", Text, nullable=False),
    Column("field", Text),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("judgements.seq")),
    Index("judgements_by_entry", "entry"),
)
HEADS = _table(
    "heads",
    1,
    Column("report", Integer, ForeignKey("reports.seq"), primary_key=True, autoincrement=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("first", Text),
    Column("last", Text),
    Column("language", Text),
    Column("copy_of", Text),
)
ENTRIES = _table(
    "entries",
    1,
    _key(),
    _report(),
    Column("entry", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("words", Text, nullable=False),
    Column("context", Text, nullable=False),
    Column("type", Text),
    Column("mode", Text),
    Column("code", Text),
    Column("status", Text),
    Column("speech_act", Text),
    Column("category", Text),
    Column("certainty", Text),
    Column("first", Text),
    Column("last", Text),
    Index("entries_by_report", "report"),
    Index("entries_by_entry", "entry"),
    Index("entries_by_kind", "kind"),
)
PARTICIPANTS = _table(
    "participants",
    2,
    _key(),
    _report(),
    Column("entry", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("entity", Text),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("sector", Text),
    Index("participants_by_entry", "report", "entry", "country"),
)
KEPT = (REPORTS, LEDGERS, JUDGEMENTS)
DERIVED = (PARTICIPANTS, ENTRIES, HEADS)  # in the order in which they are emptied
