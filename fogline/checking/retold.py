"""One voice retells a thing in nearly the same words, and differently (C104, C156, C157, C158).

The sentences of the report are aligned once (`alike`); `opposed` looks for a negation or an opposite between two of
them, `counted` for a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.checking.alike import Wording
from fogline.checking.counted import two_numbers
from fogline.checking.opposed import both_ways
from fogline.checking.story import Story
from fogline.records import Fact, Finding, Ledger


def check_retold(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C104, C156, C157, C158: two passages of one voice that share their words but for one that excludes the other."""
    wording = Wording(Story(ledger))
    yield from both_ways(wording)
    yield from two_numbers(wording)
