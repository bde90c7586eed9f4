"""Property tests try the same examples everywhere (FOGLINE_FUZZ=1: new ones); a bug in a stage is raised, not noted."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ["FOGLINE_STRICT"] = "1"
settings.register_profile("same", derandomize=True)
settings.register_profile("new", derandomize=False)
settings.load_profile("new" if os.environ.get("FOGLINE_FUZZ") else "same")
