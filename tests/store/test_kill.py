"""What was reported as stored outlives kill -9; tests/e2e/test_kill.py does the full 200 rounds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.store.killing import survive

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL needs a Unix system")


def test_killed_writers_lose_nothing_they_reported(tmp_path: Path) -> None:
    assert survive(tmp_path / "case.fogline", rounds=40) > 40
