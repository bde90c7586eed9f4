"""Every worked row of docs/ledger.md "Times", for a report published on Thursday 2025-11-20."""

from __future__ import annotations

import pytest

from fogline.reading.times import normalise_times
from fogline.records import Bounds

PUBLISHED = "2025-11-20"
OPEN: Bounds = (None, None)


def days(words: str) -> Bounds:
    low, _, high = words.partition(" ")
    return (low if low != "-" else None, (high or low) if (high or low) != "-" else None)


ROWS = [
    ("Two depots burned on [Sunday].", "2025-11-16", None, "2025-11-16", "2025-11-16"),
    ("The talks open on [Sunday].", "2025-11-23", None, "2025-11-23", "2025-11-23"),
    ("The bridge fell in [late 2022].", "2022", "END", "2022-09-01 2022-11-01", "2022-12-31"),
    ("The bridge fell in [early 2022].", "2022", "START", "2022-01-01", "2022-03-31 2022-04-30"),
    ("The port closed in [mid-June].", "2025-06", "MID", "2025-06-10 2025-06-12", "2025-06-18 2025-06-20"),
    ("Drones struck the depot [overnight].", "2025-11-19TNI", None, "2025-11-19", "2025-11-20"),
    ("The port has been shut since [March].", "2025-03", None, "2025-03-01 2025-03-31", "- -"),
    ("The truce runs until [6 December].", "2025-12-06", None, "- -", "2025-12-06"),
    ("The troops must leave by [6 December].", "2025-12-06", None, "- -", "- 2025-12-06"),
    ("The troops must leave within [48 hours].", "PT48H", None, "- -", "- 2025-11-22"),
    ("The port has been shut for [months].", "PXM", None, "2024-11-20 2025-09-20", "- -"),
    ("The port has been shut for [weeks].", "PXW", None, "2025-09-20 2025-11-06", "- -"),
    ("The port will open in [the coming days].", "FUTURE_REF", None, "2025-11-20 2025-11-21", "- 2025-11-28"),
    ("The bridge fell [last winter].", "2024-WI", None, "2024-12-01 2024-12-21", "2025-02-28 2025-03-20"),
    ("The war enters [its third year].", None, None, "2022-11-20 2023-11-20", "- -"),
    ("[Three days] after the strike, the mayor left.", "P3D", None, "- -", "- -"),
    ("Sirens sound [every night].", "XXXX-XX-XXTNI", None, "- -", "- -"),
]


@pytest.mark.parametrize(("marked", "value", "mod", "begin", "finish"), ROWS)
def test_worked_rows(marked: str, value: str | None, mod: str | None, begin: str, finish: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    (time,) = normalise_times(text, PUBLISHED)
    assert text[time.start : time.end] == marked[marked.index("[") + 1 : marked.index("]")]
    assert (time.value, time.mod) == (value, mod)
    assert (time.begin, time.finish) == (days(begin), days(finish))


@pytest.mark.parametrize(
    ("words", "begin", "finish"),
    [("for months", "2024-11-20 2025-09-20", "- -"), ("within 48 hours", "- -", "- 2025-11-22")],
)
def test_bare_phrases_read_as_of_the_report(words: str, begin: str, finish: str) -> None:
    (time,) = normalise_times(words, PUBLISHED)
    assert (time.begin, time.finish) == (days(begin), days(finish))


def test_event_anchor_stays_symbolic() -> None:
    (time,) = normalise_times("Three days after the strike, the mayor left.", PUBLISHED)
    assert (time.anchor, time.begin, time.finish) == ("event", OPEN, OPEN)
