"""Property tests try the same examples everywhere; FOGLINE_FUZZ=1 tries new ones."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("new", derandomize=False)
settings.load_profile("new" if os.environ.get("FOGLINE_FUZZ") else "same")
