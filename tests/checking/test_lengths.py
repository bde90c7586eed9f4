"""Two lengths of one happening, and days counted from what was decreed or closed."""

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "The standoff at Bor lasted six hours. The standoff, which was over within 90 minutes, was filmed.": "C122",
    "The attack on the post lasted about 40 minutes. The attack, which went on for three hours, cut the power.": "C122",
    "The battle for the bridge lasted two hours. The men withdrew after nine hours of fighting.": "C122",
    "The outage in Goma lasted three days. The blackout took ten hours, and the pumps are working.": "C122",
    "The shelling of Izium lasted 20 minutes. The barrage lasted four hours and hit a school.": "C122",
    "The talks in Doha lasted two hours. The talks went on for nine hours and ended without a text.": "C122",
    "The search for the ferry took four days. The rescue was over within six hours.": "C122",
    "The ceasefire lasted three weeks. The truce lasted two days before the guns spoke.": "C122",
    "The fire at the depot lasted nine hours. The blaze was over within 40 minutes.": "C122",
    "The siege of the hotel lasted 30 hours. The standoff ended after five hours.": "C122",
    "The clinic in Wau closed on 6 November. Today is the 30th day of the closure.": "C123",
    "The curfew in Lamu was decreed from Monday 3 November. Tuesday was the 30th day of the curfew.": "C123",
}
CLEAN = (
    "The standoff at Bor lasted six hours. Another standoff, in Wau, was over within 90 minutes.",
    "The attack on the post lasted about 40 minutes. The attack, which went on for more than half an hour, failed.",
    "The battle for the bridge lasted two hours. On Tuesday the men withdrew after nine hours of fighting in Goma.",
    "The first outage lasted three days. The second outage lasted ten hours.",
    "The shelling of Izium lasted four hours. The shelling of Kupiansk lasted 20 minutes.",
    "The talks in Doha lasted two hours, the envoy said. The talks went on for nine hours, the movement said.",
    "The search for the ferry took four days. Each search takes six hours, the coast guard said.",
    "The truce lasted three weeks. The war lasted two years.",
    "The blaze lasted nine hours. The firemen worked 40 minutes before water ran out.",
    "The raid lasted an hour. The flight home took three hours, and the trip 60 minutes more.",
    "The clinic in Wau closed on 6 November. Today is the 15th day of the closure.",
    "The curfew in Lamu was decreed from Monday 3 November. Tuesday was the 16th day of the curfew.",
)


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    texts = (*FAULTS, *CLEAN)
    made = ledgers([Report(f"r{n}", text, published="2025-11-20") for n, text in enumerate(texts)])
    return dict(zip(texts, made, strict=True))


@pytest.mark.parametrize("text", FAULTS)
def test_a_length_or_a_count_that_does_not_fit_is_found(read: dict[str, Ledger], text: str) -> None:
    assert [f.code for f in read[text].findings] == [FAULTS[text]]


@pytest.mark.parametrize("text", CLEAN)
def test_what_fits_is_left_alone(read: dict[str, Ledger], text: str) -> None:
    assert read[text].findings == ()
