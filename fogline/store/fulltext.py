"""Full-text search over reports and entries: SQLite's FTS5, and nothing of it outside this module.

Words are compared without case, accents and English endings (Porter 1980): "attack" finds "attacked". The tables
hold no text of their own; triggers keep them in step with `reports` and `entries` inside the same transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import ColumnElement, Connection, Integer, Select, column, select, table, text

from fogline.errors import StoreError

TOKENIZER = "porter unicode61 remove_diacritics 2"
PIECE = re.compile(r'"([^"]*)"|(\S+)')


CONTENT = {"reports": ("text",), "entries": ("words", "context")}


def create(connection: Connection) -> None:
    """The full-text tables and the triggers that fill them."""
    for content, columns in CONTENT.items():
        words = ", ".join(columns)
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {content}_words USING fts5("
            f"{words}, content='{content}', content_rowid='seq', tokenize='{TOKENIZER}')"
        )
        _follow(connection, content)


@contextmanager
def refilling(connection: Connection) -> Iterator[None]:
    """Let entries come and go unindexed, and index them all at the end: many times faster than one by one."""
    for change in ("added", "removed"):
        connection.exec_driver_sql(f"DROP TRIGGER entries_words_{change}")
    yield
    _follow(connection, "entries")
    for content in CONTENT:
        connection.exec_driver_sql(f"INSERT INTO {content}_words({content}_words) VALUES ('rebuild')")


def _follow(connection: Connection, content: str) -> None:
    """Triggers that keep a full-text table in step with the table it indexes."""
    made, columns = f"{content}_words", CONTENT[content]
    words = ", ".join(columns)
    new, old = (", ".join((f"{row}.seq", *(f"{row}.{name}" for name in columns))) for row in ("new", "old"))
    connection.exec_driver_sql(
        f"CREATE TRIGGER {made}_added AFTER INSERT ON {content} BEGIN "
        f"INSERT INTO {made}(rowid, {words}) VALUES ({new}); END"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER {made}_removed AFTER DELETE ON {content} BEGIN "
        f"INSERT INTO {made}({made}, rowid, {words}) VALUES ('delete', {old}); END"
    )


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
