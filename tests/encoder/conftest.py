from __future__ import annotations

from collections.abc import Iterator

import pytest

from fogline.models import encoder


@pytest.fixture(autouse=True)
def shipped_weights(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The weights that ship, whatever the other tests read with."""
    monkeypatch.delenv("FOGLINE_ENCODER", raising=False)
    _forget()
    yield
    _forget()


def _forget() -> None:
    encoder._loaded.cache_clear()
    encoder.digests.cache_clear()
