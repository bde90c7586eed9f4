"""A ledger's entries by id, each list indexed when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from fogline.records.ledger import Ledger
from fogline.records.reading import Act, Attribution, Claim, Place, Quantity
from fogline.records.report import Entity


class Lookup:
    """What an id in a ledger stands for; pages, exports, case files and checks build on it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {one.id: one for one in self.ledger.entities}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {one.id: one for one in self.ledger.claims}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {one.id: one for one in self.ledger.attributions}

    @cached_property
    def acts(self) -> dict[str, Act]:
        """Acts by id."""
        return {one.id: one for one in self.ledger.acts}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {one.id: one for one in self.ledger.places}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """Quantities by id."""
        return {one.id: one for one in self.ledger.quantities}

    def attribution_of(self, claim: str | None) -> Attribution | None:
        """Whose claim it is; None for the outlet's own prose."""
        held = self.claims.get(claim or "")
        return self.attributions.get(held.attribution or "") if held else None
