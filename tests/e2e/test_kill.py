"""200 rounds of kill -9 in the middle of writes, in a seeded rhythm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.store.killing import survive


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL needs a Unix system")
def test_200_killed_writers_lose_nothing_they_reported(tmp_path: Path) -> None:
    assert survive(tmp_path / "case.fogline", rounds=200, seed=1) > 200
