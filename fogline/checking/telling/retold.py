"""One voice retells a thing in nearly the same words, and differently (C104, C156, C157, C158).

The sentences of the report are aligned once (`alike`); `opposed` looks for a negation or an opposite between two of
them, `counted` for a number. What `told_both_ways` finds of one thing is added where they are silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.checking.story import story_of
from fogline.checking.telling.alike import Wording
from fogline.checking.telling.counted import two_numbers
from fogline.checking.telling.opposed import both_ways
from fogline.checking.telling.told_both_ways import told_both_ways
from fogline.records import Fact, Finding, Ledger


def check_retold(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C104, C156, C157, C158: two passages of one voice that share their words but for one that excludes the other."""
    wording = Wording(story_of(ledger))
    found = [*both_ways(wording), *two_numbers(wording)]
    told = {finding.evidence for finding in found}
    yield from found
    yield from (finding for finding in told_both_ways(wording) if finding.evidence not in told)
