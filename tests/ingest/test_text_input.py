"""Plain text: kept as it is, or refused with one coded line."""

from __future__ import annotations

import random
from datetime import date, datetime

import pytest

from fogline.errors import InputError
from fogline.ingest import report_from_text, reports
from fogline.ingest.building import LONGEST_TEXT, MOST_BYTES
from tests.ingest.reading_in import codes, fault, one

SENTENCE = "Two boats sank off Odesa on Friday, the port authority said."

KEPT = (
    "Two boats sank.\r\nThe port\tdenied it.\r",
    "\n\n  Two boats sank. \n",
    "Кошта — “a cafe\u0301” \ufeff stayed open\u2028until noon",
    "\x0cTwo boats sank.\x0b",
)


@pytest.mark.parametrize("text", KEPT)
def test_every_code_point_is_kept(text: str) -> None:
    assert one(text).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "“We have no losses,” the fleet’s café wrote – twice."
    assert one(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_cyrillic_before_unicode(encoding: str) -> None:
    text = "Порт не працював усю ніч, повідомила міська влада у п'ятницю вранці після обстрілу набережної."
    assert one(text.encode(encoding)).text == text


REFUSED = (
    (b"", "F101"),
    (b" \n\t ", "F101"),
    ("\u2003\u00a0".encode(), "F101"),
    (bytes(range(256)) * 20, "F102"),
    (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 40, "F102"),
    (SENTENCE.encode("utf-16-le"), "F102"),
    ("“Two boats sank,” he said.".encode() + b" \xe9t\xe9", "F103"),
    ("Odesa’".encode()[:-1], "F103"),
    (b"\xff\xfe\x00\xd8", "F103"),
    (bytes(byte | 128 for byte in random.Random(1).randbytes(900)), "F103"),
    (SENTENCE.encode() + b"\0", "F104"),
    (b"a" * (LONGEST_TEXT + 1), "F107"),
    (b"Nobody knew why and " * 1_000_000, "F107"),
    (b"a" * (MOST_BYTES + 1), "F106"),
)


@pytest.mark.parametrize(("raw", "code"), REFUSED, ids=[f"{n}-{code}" for n, (_, code) in enumerate(REFUSED)])
def test_refused_in_one_line(raw: bytes, code: str) -> None:
    words = fault(raw)
    assert words.startswith(f"{code} wire.txt: ")
    assert "accepted: " in words


def test_the_offset_of_a_wrong_byte_is_named() -> None:
    raw = "“Sank”, ".encode() + b"\xe9"
    assert f"byte 0xe9 at offset {len(raw) - 1} " in fault(raw)
    assert "offset 4; " in fault(b"Two \0 boats sank.")


def test_lone_surrogates_of_a_caller() -> None:
    with pytest.raises(InputError, match=r"F105 .*U\+D800.* offset 4"):
        report_from_text("Two \ud800 boats sank.")
    with pytest.raises(InputError, match="F105"):
        report_from_text(SENTENCE, title="\udfff")


def test_files_that_cannot_be_opened(tmp_path: object) -> None:
    for name in (f"{tmp_path}/none.txt", str(tmp_path), "no\0name"):
        assert codes(list(reports(name))) == ["F100"]


DATES = (
    ("2025", "2025"), ("2025-11", "2025-11"), ("2025-11-20", "2025-11-20"), (" 2025-11-20 ", "2025-11-20"),
    ("2025-11-20T23:59:59Z", "2025-11-20"), ("2025-11-20 23:59", "2025-11-20"),
    ("2025-11-20T01:00:00.250+02:00", "2025-11-20"), (date(2025, 11, 20), "2025-11-20"),
    (datetime(2025, 11, 20, 23, 0), "2025-11-20"), (None, None), ("", None),
)  # fmt: skip


@pytest.mark.parametrize(("given", "kept"), DATES)
def test_dates_stay_as_precise_as_they_are(given: str | date | None, kept: str | None) -> None:
    assert report_from_text(SENTENCE, published=given).published == kept


@pytest.mark.parametrize("given", ["2025-02-30", "2025-13", "0000", "20 November", "2025-1-2", "٢٠٢٥", "2025-11-20T"])
def test_impossible_dates(given: str) -> None:
    with pytest.raises(InputError, match=r"F108 .*accepted: 2025, 2025-11, 2025-11-20"):
        report_from_text(SENTENCE, published=given)
    assert fault(SENTENCE, published=given).startswith("F108 wire.txt: ")


LANGUAGES = (("en", "en"), ("EN-gb", "en"), ("uk_UA", "uk"), ("rus", "ru"), ("Arabic", "ar"), ("und", "en"), ("", "en"))


@pytest.mark.parametrize(("given", "kept"), LANGUAGES)
def test_languages_by_any_name(given: str, kept: str) -> None:
    assert report_from_text(SENTENCE, language=given).language == kept


@pytest.mark.parametrize("given", ["xx", "klingon", "12"])
def test_unknown_languages(given: str) -> None:
    with pytest.raises(InputError, match=r"F109 .*accepted: an ISO 639 code"):
        report_from_text(SENTENCE, language=given)


IDENTIFIED = (
    (SENTENCE, "en"),
    ("Два катери затонули біля Одеси у п’ятницю, повідомили в порту.", "uk"),
    ("Два катера затонули у берегов Одессы в пятницу, сообщили в порту.", "ru"),
    ("Zwei Boote sind am Freitag vor der Küste gesunken, teilte der Hafen mit.", "de"),
    ("غرق قاربان قبالة الساحل يوم الجمعة بحسب هيئة الميناء", "ar"),
    ("Kharkiv, Odesa, Kherson", None),
    ("12 / 7 / 44", None),
)


@pytest.mark.parametrize(("text", "language"), IDENTIFIED)
def test_languages_by_their_letters(text: str, language: str | None) -> None:
    assert report_from_text(text).language == language


def test_the_same_report_has_the_same_id() -> None:
    first = report_from_text(SENTENCE, outlet="Harbour Wire", published="2025-11-20")
    assert first == report_from_text(SENTENCE, outlet="Harbour Wire", published=date(2025, 11, 20))
    others = [{"outlet": "Coast Post"}, {"title": "Boats sink"}, {"published": "2025-11"}]
    assert len({first.id, *(report_from_text(SENTENCE, **other).id for other in others)}) == 4  # type: ignore[arg-type]


def test_the_digest_is_that_of_the_bytes() -> None:
    plain, marked = one(SENTENCE), one(SENTENCE.encode("utf-8-sig"))
    assert plain.id == marked.id
    assert plain.origin.digest != marked.origin.digest
