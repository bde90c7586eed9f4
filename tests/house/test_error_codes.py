"""What can go wrong is documented: every code in the source has its row in docs/errors.md, and no row is left over."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_every_code_has_its_row() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "fogline").rglob("*.py"))
    raised = set(re.findall(r"\"(F[1-9]\d\d)\"", sources))
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (F\d{3}) \|", page, re.MULTILINE)
    assert sorted(raised - set(rows)) == []
    assert sorted(set(rows) - raised) == []
    assert rows == sorted(set(rows))
