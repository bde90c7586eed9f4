"""Near-copies: what one outlet prints after another."""

from __future__ import annotations

import pytest

from fogline.ingest import Copies, report_from_text

ORIGINAL = (
    "Two boats sank off Odesa on Friday, the port authority said. A third vessel was towed into the harbour by the "
    "coastguard after its engine failed in heavy seas. Twelve people were treated for cold, and two of them stayed in "
    "hospital overnight. The governor denied that the harbour had been closed and said that work was going on. "
    "Residents of the quay reported smoke above the grain terminal shortly before noon. The fleet did not comment."
)
CASES = (
    ("the same words", ORIGINAL, True),
    ("another line break and case", ORIGINAL.upper().replace(" ", "\n", 20), True),
    ("an agency's line added", f"ODESA (Harbour Wire) - {ORIGINAL} (Editing by the night desk)", True),
    ("the last sentence cut", ORIGINAL.rpartition(" The fleet")[0], True),
    ("one word changed", ORIGINAL.replace("Twelve", "Thirteen"), True),
    ("the first sentence alone", ORIGINAL[:60], False),
    (
        "another report",
        "The talks in Geneva ended on Monday without a joint statement, two diplomats said later.",
        False,
    ),
    ("the same facts in other words", "On Friday the port authority of Odesa said that two boats had sunk.", False),
)


@pytest.mark.parametrize(("what", "text", "copied"), CASES, ids=[what for what, _, _ in CASES])
def test_copies(what: str, text: str, copied: bool) -> None:
    copies = Copies()
    first = report_from_text(ORIGINAL, outlet="Harbour Wire", language="en")
    assert copies.seen(first) is None
    assert copies.seen(report_from_text(text, outlet="Coast Post", language="en")) == (first.id if copied else None)


def test_copies_of_copies_point_to_the_original_and_a_report_is_no_copy_of_itself() -> None:
    copies = Copies()
    first, second, third = (report_from_text(ORIGINAL, outlet=o, language="en") for o in "ABC")
    assert [copies.seen(r) for r in (first, second, third, first)] == [None, first.id, first.id, None]
