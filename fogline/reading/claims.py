"""What each voice puts forward, the outlet's own prose included."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.records import Claim, Reading, Report


def find_claims(report: Report, parse: Parse, so_far: Reading) -> tuple[Claim, ...]:
    """What each voice puts forward, the outlet's own prose included."""
    return ()
