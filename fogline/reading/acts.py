"""Everything told to be done, and whether it is so."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Act, Reading, Report


def find_acts(report: Report, parse: Parse, so_far: Reading) -> tuple[Act, ...]:
    """Everything told to be done, and whether it is so."""
    return ()
