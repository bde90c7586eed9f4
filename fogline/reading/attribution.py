"""Who says so: source, cue and content."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Attribution, Reading, Report


def find_attributions(report: Report, parse: Parse, so_far: Reading) -> tuple[Attribution, ...]:
    """Who says so: source, cue and content."""
    return ()
