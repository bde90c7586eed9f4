"""Near-copies: the agency's text that one outlet after another prints, found while the reports stream by.

Word 5-grams; MinHash with banded LSH (Broder 1997; rensa) proposes, and the 128 smallest shingle hashes of both texts
decide. Up to 128 shingles, about 130 words, that is the exact Jaccard index; beyond, an estimate with a standard error
of .035 at .8.
"""

from __future__ import annotations

import re
from array import array
from typing import Any

from fogline.records import Report

WORDS = re.compile(r"\w+")
SHINGLE = 5  # words
ALIKE = 0.8  # Jaccard index from which a report is a near-copy
INSIDE = 0.95  # share of the shorter text's shingles that stand in the longer, from which it is a cut copy
LONGER = 2.0  # times: a text that is longer than this is a report of its own
KEPT = 128  # smallest hashes kept of each report
PERMUTATIONS, BANDS = 48, 12  # finds .8 with probability .998, .9 with .99999
SEED = 20220224


class Copies:
    """The reports seen so far. Keeps about 2 KB of each original and nothing of its copies.

    >>> from fogline.ingest import report_from_text
    >>> copies = Copies()
    >>> first = report_from_text("Two boats sank off Odesa on Friday, the port said.", outlet="A")
    >>> again = report_from_text("TWO BOATS SANK off Odesa on Friday, the port said", outlet="B")
    >>> copies.seen(first), copies.seen(again) == first.id
    (None, True)
    """

    def __init__(self) -> None:
        self._index: Any = None
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._sketches: list[array[int]] = []
        self._sizes: list[int] = []

    def seen(self, report: Report) -> str | None:
        """The id of the earliest original of which this report is a near-copy; None makes it an original itself.

        The very same report again (same id) is no copy of itself.
        """
        hashes = _hashes(report.text)
        if not hashes or report.id in self._numbers:
            return None
        signature = _signature(hashes)
        sketch = array("I", sorted({value >> 32 for value in hashes})[:KEPT])
        for number in sorted(self._candidates(signature)):
            if self._is_copy(sketch, len(hashes), number):
                return self._ids[number]
        self._keep(report.id, signature, sketch, len(hashes))
        return None

    def _candidates(self, signature: Any) -> list[int]:
        if self._index is None:
            from rensa import RMinHashLSH

            self._index = RMinHashLSH(ALIKE, PERMUTATIONS, BANDS)
        found: list[int] = self._index.query(signature)
        return found

    def _is_copy(self, sketch: array[int], size: int, number: int) -> bool:
        """Jaccard index, or all of the shorter one inside the longer (an outlet that cuts the last paragraph)."""
        alike = jaccard(sketch, self._sketches[number])
        if alike >= ALIKE:
            return True
        shorter, longer = sorted((size, self._sizes[number]))
        inside = alike / (1 + alike) * (size + self._sizes[number]) / shorter
        return inside >= INSIDE and longer <= LONGER * shorter

    def _keep(self, key: str, signature: Any, sketch: array[int], size: int) -> None:
        number = len(self._ids)
        self._index.insert(number, signature)
        self._ids.append(key)
        self._numbers[key] = number
        self._sketches.append(sketch)
        self._sizes.append(size)


def jaccard(a: array[int], b: array[int]) -> float:
    """The Jaccard index of two sets by their smallest hashes, each in rising order; exact if both are whole.

    >>> jaccard(array("I", [1, 2, 3]), array("I", [2, 3, 4]))
    0.5
    """
    union = sorted({*a, *b})[:KEPT]
    both = set(a).intersection(b)
    return sum(value in both for value in union) / len(union)


def _hashes(text: str) -> set[int]:
    from rensa import RMinHash

    words = WORDS.findall(text.casefold())
    shingles = [" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))] if words else []
    return set(RMinHash.hash_token_sets([shingles])[0])


def _signature(hashes: set[int]) -> Any:
    from rensa import RMinHash

    signature = RMinHash(PERMUTATIONS, SEED)
    signature.update([value.to_bytes(8, "little") for value in hashes])
    return signature
