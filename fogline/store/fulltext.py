"""Full-text search over reports and entries: SQLite's FTS5, and nothing of it outside this module.

Words are compared without case, accents and English endings (Porter 1980): "attack" finds "attacked". The tables
hold no text of their own; triggers keep them in step with `reports` and `entries` inside the same transaction.
"""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, Connection, Integer, Select, column, select, table, text

from fogline.errors import StoreError

TOKENIZER = "porter unicode61 remove_diacritics 2"
PIECE = re.compile(r'"([^"]*)"|(\S+)')


def create(connection: Connection) -> None:
    """The full-text tables and the triggers that fill them."""
    for content, columns in (("reports", ("text",)), ("entries", ("words", "context"))):
        for statement in _statements(content, columns):
            connection.exec_driver_sql(statement)


def _statements(content: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    made, words = f"{content}_words", ", ".join(columns)
    new, old = (", ".join((f"{row}.seq", *(f"{row}.{name}" for name in columns))) for row in ("new", "old"))
    return (
        f"CREATE VIRTUAL TABLE {made} USING fts5("
        f"{words}, content='{content}', content_rowid='seq', tokenize='{TOKENIZER}')",
        f"CREATE TRIGGER {made}_added AFTER INSERT ON {content} BEGIN "
        f"INSERT INTO {made}(rowid, {words}) VALUES ({new}); END",
        f"CREATE TRIGGER {made}_removed AFTER DELETE ON {content} BEGIN "
        f"INSERT INTO {made}({made}, rowid, {words}) VALUES ('delete', {old}); END",
    )


def rebuild(connection: Connection) -> None:
    """Fill the full-text tables anew from the tables they index."""
    for made in ("reports_words", "entries_words"):
        connection.exec_driver_sql(f"INSERT INTO {made}({made}) VALUES ('rebuild')")


def holding(content: str, words: str) -> Select[int]:
    """The keys of the rows of ``content`` (``reports`` or ``entries``) that hold all the words.

    Raises:
        StoreError: F308, if nothing in ``words`` is a word.
    """
    made = f"{content}_words"
    rowid: ColumnElement[int] = column("rowid", Integer)
    found = select(rowid).select_from(table(made))
    return found.where(text(f"{made} MATCH :{content}_wanted").bindparams(**{f"{content}_wanted": expression(words)}))


def expression(words: str) -> str:
    """What FTS5 is asked: every word, a "quoted phrase" as one, ``port*`` as a beginning; nothing else is syntax.

    Raises:
        StoreError: F308, if nothing in ``words`` is a word.

    >>> expression('drone* "port of Odesa" NOT')
    '"drone" * "port of Odesa" "NOT"'
    """
    pieces = [(phrase or word, bool(word) and word.endswith("*")) for phrase, word in PIECE.findall(words)]
    asked = [_quoted(piece, prefix) for piece, prefix in pieces if re.search(r"\w", piece)]
    if not asked:
        raise StoreError("F308", f"nothing to search for in {words!r}", accepted='words, a "phrase", a beginning*')
    return " ".join(asked)


def _quoted(piece: str, prefix: bool) -> str:
    bare = piece.replace('"', " ").replace("\0", " ").rstrip("*")
    return f'"{bare}" *' if prefix else f'"{bare}"'
