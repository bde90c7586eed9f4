"""Ctrl-C on a run with several processes; run by `make e2e`, for it depends on the moment at which it strikes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name == "nt", reason="signals are another matter there")
def test_interrupted_it_leaves_nothing_behind(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(
        "from itertools import count\n"
        "from fogline import bulk\n"
        "from tests.test_bulk import bad\n"
        "if __name__ == '__main__':\n"
        "    for n, ledger in enumerate(bulk.read_many(map(bad, count()), jobs=2)):\n"
        "        if n == 100: print('running', flush=True)\n"
    )
    root = Path(__file__).parents[2]
    run = subprocess.Popen(
        [sys.executable, str(script)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert run.stdout is not None
    assert run.stdout.readline() == "running\n"
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=20)
    assert errors.count("Traceback") <= 1
    assert "KeyboardInterrupt" in errors
    assert _gone(run.pid)


def _gone(group: int) -> bool:
    """True once no process of the group is left, within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
