"""What a newcomer does: clone, `make demo`, look at the page. Needs the package registry; run by `make e2e`."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_demo_in_a_fresh_clone(tmp_path: Path) -> None:
    clone = tmp_path / "fogline"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    done = subprocess.run(["make", "demo"], cwd=clone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "What does not fit" in done.stdout
    (page,) = re.findall(r"page: (\S+)", done.stdout)
    assert "drone strike" in (clone / page).read_text(encoding="utf-8")
    changed = subprocess.run(["git", "status", "--short"], cwd=clone, capture_output=True, text=True, check=True)
    assert not changed.stdout
