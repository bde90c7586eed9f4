"""The encoder's pass: its windows, its answers, and what happens without weights or with hostile text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fogline.errors import ModelError
from fogline.models import encoder
from fogline.models.encoded import Encoded
from fogline.models.windows import LONGEST
from fogline.reading.sentences import sentences
from fogline.reading.unheard import SURE
from fogline.tables.files import DATA

REPORT = (
    "Officials in Gao denied on Friday that the army had shelled the market. A nurse told reporters that nine people "
    "were killed. The governor may impose a curfew, but he has not ordered one."
)


def encoded(text: str) -> Encoded:
    answer = encoder.encode(text, sentences(text))
    assert answer is not None
    return answer


def status(text: str, word: str) -> str:
    guess = encoded(text).act(text.index(word))
    assert guess is not None
    return guess.status.label


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[a:b] for a, b in spans)


def test_voices_of_a_plain_report() -> None:
    found = [guess for guess in encoded(REPORT).cues if guess.sure >= SURE]
    assert [REPORT[a:b] for a, b in (guess.cue for guess in found)] == ["denied", "told"]
    assert [words(REPORT, guess.source[0]) for guess in found] == ["Officials in Gao", "A nurse"]
    assert words(REPORT, found[0].content[0]).endswith("the army had shelled the market")
    assert found[0].speech_act.label == "deny"
    assert all(0 < guess.sure <= 1 and 0 < guess.content[1] <= 1 for guess in found)


@pytest.mark.parametrize(("word", "expected"), [("shelled", "denied"), ("killed", "done"), ("ordered", "not_done")])
def test_status_of_plain_acts(word: str, expected: str) -> None:
    assert status(REPORT, word) == expected


def test_events_and_sides_of_plain_acts() -> None:
    answer = encoded(REPORT)
    guess = answer.event(REPORT.index("shelled"))
    assert guess is not None
    assert max(guess.types, key=guess.types.__getitem__) == "ASSAULT"
    assert max(guess.modes, key=guess.modes.__getitem__) == "heavy-weapons"
    assert sum(guess.types.values()) == pytest.approx(1, abs=1e-5)
    army, market, nurse = (
        answer.side(REPORT.index("shelled"), REPORT.index(word)) for word in ("army", "market", "nurse")
    )
    assert army is not None and market is not None and nurse is not None
    assert army[0] > market[0] and army[0] > nurse[0]
    assert market[1] > army[1] and market[1] > nurse[1]


def test_a_word_that_is_no_act_has_no_event() -> None:
    guess = encoded(REPORT).event(REPORT.index("reporters"))
    assert guess is not None
    assert guess.types["none"] > 0.9


def test_chances_of_each_head_add_up() -> None:
    guess = encoded(REPORT).act(REPORT.index("killed"))
    assert guess is not None
    assert sum(each.chance for each in guess.factuality) == pytest.approx(1, abs=1e-5)
    assert -3 <= guess.reader <= 3


def test_nothing_is_said_of_what_lies_between_words() -> None:
    answer = encoded(REPORT)
    assert answer.act(REPORT.index(" in Gao")) is None
    assert answer.act(len(REPORT) + 5) is None


def test_windows_cover_a_long_text_and_none_is_too_long() -> None:
    text = " ".join(f"On day {n} the convoy reached camp {n} and the guards let it pass." for n in range(200))
    windows = encoded(text).windows
    assert max(len(window.spans) for window in windows) <= LONGEST
    covered = {i for window in windows for a, b in window.spans for i in range(a, b)}
    assert all(i in covered for i, letter in enumerate(text) if letter.isalnum())


def test_same_text_same_answers_whatever_stands_beside_it() -> None:
    assert encoded(REPORT).cues == encoded(REPORT).cues
    alone, beside = encoded(REPORT), encoded(REPORT + "\n\n" + "The harbour stayed shut. " * 90)
    guess, again = (answer.act(REPORT.index("shelled")) for answer in (alone, beside))
    assert guess is not None and again is not None
    assert guess.status.label == again.status.label


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "?", "\u200b\u200b", "🚁" * 300, "a" * 5000, "ﷺ 那里 Київ", "\x00 x"]
)
def test_hostile_text_breaks_nothing(text: str) -> None:
    for window in encoded(text).windows:
        assert all(0 <= a <= b <= len(text) for a, b in window.spans)


def test_off_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_ENCODER", "off")
    assert encoder.encode(REPORT, sentences(REPORT)) is None
    assert encoder.digests() == {}


def test_a_folder_without_weights_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOGLINE_ENCODER", str(tmp_path))
    with pytest.raises(ModelError, match=r"F404 .*encoder\.onnx"):
        encoder.encode(REPORT, sentences(REPORT))


def test_broken_weights_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in encoder.FILES:
        (tmp_path / name).write_bytes(b"no graph")
    monkeypatch.setenv("FOGLINE_ENCODER", str(tmp_path))
    with pytest.raises(ModelError, match="F404"):
        encoder.encode(REPORT, sentences(REPORT))


def test_weights_are_small_and_say_where_they_come_from() -> None:
    folder = DATA / "weights"
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 30_000_000
    card = tomllib.loads((folder / "PROVENANCE.toml").read_text(encoding="utf-8"))
    assert {"base", "licence", "digest", "seed", "epochs"} <= set(card)
    assert set(encoder.digests()) == {f"{name}.onnx" for name in encoder.GRAPHS}
