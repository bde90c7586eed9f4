"""The door `factuality`: any word by its span; the value is read off the score."""

from __future__ import annotations

import pytest

import fogline
from fogline.reading.factuality import factuality
from fogline.reading.factuality_states import value
from fogline.records import FACTUALITIES

CASES = """
The patrol [crossed|CT+] the river.
The patrol did not [cross|CT-] the river.
The patrol may [cross|PS+] the river.
The patrol could not [cross|PR-] the river.
Nobody [crossed|CT-] the river.
Witnesses know that the patrol [crossed|CT+] the river.
Witnesses do not know that the patrol [crossed|PR+] the river.
The patrol failed to [cross|CT-] the river.
The patrol managed to [cross|CT+] the river.
The patrol allegedly [crossed|PR+] the river.
The unit was accused of [crossing|PR+] the river.
Villagers doubt that the patrol [crossed|PS-] the river.
The [exhausted|CT+] patrol turned back.
The patrol is accused of an illegal [crossing|PR+] of the river.
Villagers could see that the patrol had [crossed|CT+] the river.
Villagers do not think that the patrol [crossed|PR-] the river.
Guards denied the convoy [entry|PR-] to the camp.
The navy denied [entry|PR-] to the fishermen.
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_value_at_the_span(line: str) -> None:
    left, rest = line.split("[")
    word, rest = rest.split("|", 1)
    wanted, right = rest.split("]", 1)
    text = left + word + right
    act = factuality(text, (len(left), len(left) + len(word)))
    assert (act.factuality, act.trigger) == (wanted, (len(left), len(left) + len(word)))


def test_value_and_score_agree_at_every_point() -> None:
    values = [value(n / 10) for n in range(-30, 31)]
    order = [FACTUALITIES.index(v) for v in ("CT-", "PR-", "PS-", "Uu", "PS+", "PR+", "CT+")]
    rank = {FACTUALITIES[k]: n for n, k in enumerate(order)}
    assert [rank[v] for v in values] == sorted(rank[v] for v in values)
    assert values[0] == "CT-" and values[30] == "Uu" and values[-1] == "CT+"


def test_because_names_the_words_that_decided() -> None:
    text = "Officials denied that the navy had shelled the port."
    act = factuality(text, (35, 42))
    assert [text[a:b] for a, b in act.because] == ["denied"]


@pytest.mark.parametrize("word", ["Fears", "taken", "growing"])
def test_a_noun_and_the_clause_on_it_do_not_ask_each_other_for_ever(word: str) -> None:
    text = "Fears that the miners were taken across the river are growing in the camp."
    start = text.index(word)
    assert factuality(text, (start, start + len(word))).factuality in ("CT+", "PS+", "Uu")


def test_a_span_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        factuality("The port is closed.", (5, 5))


def test_a_noun_and_its_clause_that_judge_each_other_come_to_an_end() -> None:
    text = (
        "It is open. There are ten men left, among them the Kenyans accused in the bishop's murder, "
        "who ask me to write that they stayed."
    )
    assert fogline.read(text).acts
