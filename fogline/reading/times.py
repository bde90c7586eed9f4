"""Time expressions and the intervals they name."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Reading, Report, Timex


def find_times(report: Report, parse: Parse, so_far: Reading) -> tuple[Timex, ...]:
    """Time expressions and the intervals they name."""
    return ()
