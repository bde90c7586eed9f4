"""Every format, column rule and error code that exists is documented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fogline.export import FORMATS
from fogline.store import KINDS, Query
from fogline.store import connecting as store_connecting

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_section(name: str) -> None:
    assert f"\n## {name}\n" in (DOCS / "exports.md").read_text(encoding="utf-8")


def test_every_field_of_a_query_is_explained() -> None:
    page = (DOCS / "store.md").read_text(encoding="utf-8")
    assert [name for name in Query.__dataclass_fields__ if f"`{name}`" not in page] == []
    assert ", ".join(KINDS) in page


def test_every_error_of_the_store_is_explained() -> None:
    folder = Path(store_connecting.__file__).parent
    raised = {code for file in folder.glob("*.py") for code in re.findall(r'"(F3\d\d)"', file.read_text("utf-8"))}
    page = (DOCS / "store.md").read_text(encoding="utf-8")
    assert raised == set(re.findall(r"\| (F3\d\d) \|", page))
