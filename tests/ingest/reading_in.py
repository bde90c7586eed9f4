"""Bytes to reports in one call, for tests."""

from __future__ import annotations

import io

from fogline.ingest import Meta, Unreadable, reports
from fogline.records import Report


def take(raw: bytes | str, name: str = "wire.txt", **meta: str) -> list[Report | Unreadable]:
    """Everything that a file of that name and content yields."""
    content = raw if isinstance(raw, bytes) else raw.encode()
    return list(reports(io.BytesIO(content), Meta(path=name, **meta)))


def one(raw: bytes | str, name: str = "wire.txt", **meta: str) -> Report:
    """The single report of a file that can be read."""
    (item,) = take(raw, name, **meta)
    assert isinstance(item, Report), item
    return item


def fault(raw: bytes | str, name: str = "wire.txt", **meta: str) -> str:
    """What is said of a file that cannot be read: one line, with the code first."""
    (item,) = take(raw, name, **meta)
    assert isinstance(item, Unreadable), item
    assert item.report.text == ""
    words = str(item.error)
    assert words.startswith(f"{item.error.code} ")
    assert "\n" not in words
    return words


def codes(items: list[Report | Unreadable]) -> list[str]:
    """The code of what cannot be read, the text of what can, in order."""
    return [item.error.code if isinstance(item, Unreadable) else item.text for item in items]
