"""One file per format: `write(ledgers, out)`. docs/exports.md says what each holds and what it loses.

>>> sorted(FORMATS)
['acled', 'cameo', 'csv', 'geojson', 'jsonl', 'plover', 'ucdp', 'webannotation']
"""

from collections.abc import Iterable
from typing import Protocol

from fogline.export import acled, cameo, csv, geojson, jsonl, plover, ucdp, webannotation
from fogline.export.writing import Out
from fogline.records import Ledger

__all__ = ["FORMATS", "Format", "Out"]


class Format(Protocol):
    """A module that writes ledgers in one format; ``SUFFIX`` is its usual file name ending, empty for a folder."""

    SUFFIX: str

    def write(self, ledgers: Iterable[Ledger], out: Out) -> None:
        """Write ledgers to a path or a binary stream."""


FORMATS: dict[str, Format] = {
    "jsonl": jsonl,
    "csv": csv,
    "plover": plover,
    "geojson": geojson,
    "webannotation": webannotation,
    "cameo": cameo,
    "acled": acled,
    "ucdp": ucdp,
}
