"""How many, of what, in which role, as the words say it."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Quantity, Reading, Report


def find_quantities(report: Report, parse: Parse, so_far: Reading) -> tuple[Quantity, ...]:
    """How many, of what, in which role, as the words say it."""
    return ()
