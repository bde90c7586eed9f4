"""Tables and questions, full text apart, can be said to PostgreSQL as well."""

from __future__ import annotations

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from fogline.store import Query
from fogline.store.query import page
from fogline.store.schema import METADATA

POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("name", sorted(METADATA.tables))
def test_tables_compile(name: str) -> None:
    statement = str(CreateTable(METADATA.tables[name]).compile(dialect=POSTGRESQL))
    assert f"CREATE TABLE {name}" in statement


def test_questions_compile() -> None:
    query = Query(kind="event", actor="RUS", country="UKR", since="2025", until="2025-11", outlet="wire", type="AID")
    statement = str(page(query, 0, 10).compile(dialect=POSTGRESQL))
    assert "EXISTS" in statement
    assert statement.count("participants") >= 2
    assert "||" in statement
    assert "LIMIT" in statement
