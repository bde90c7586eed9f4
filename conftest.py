"""Tests read by the rules alone, which give the same bytes on every processor; those of the encoder switch it on."""

from __future__ import annotations

import os
from importlib.util import find_spec

os.environ.setdefault("FOGLINE_ENCODER", "off")

if find_spec("torch") is None:  # the extra `training`
    NEEDS_TORCH = ("antecedents", "network", "losses", "scores", "export", "recipe")
    collect_ignore = [
        *(f"fogline/tuning/{name}.py" for name in NEEDS_TORCH),
        *(f"training/{name}.py" for name in ("tuned", "relations", "hearing")),
    ]
