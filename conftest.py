"""Modules that need the extra ``training`` are collected only where it is installed."""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("torch") is None:
    NEEDS_TORCH = ("network", "losses", "scores", "export", "recipe")
    collect_ignore = [*(f"fogline/tuning/{name}.py" for name in NEEDS_TORCH), "training/tuned.py"]
