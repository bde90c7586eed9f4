"""Place names and what they resolve to."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Place, Reading, Report


def find_places(report: Report, parse: Parse, so_far: Reading) -> tuple[Place, ...]:
    """Place names and what they resolve to."""
    return ()
