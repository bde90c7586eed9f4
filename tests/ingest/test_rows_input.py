"""JSON Lines and CSV: a row is a report or one coded fault in its place, and the rest goes on."""

from __future__ import annotations

import io
import json

import pytest

from fogline.ingest import Meta, Unreadable, reports
from fogline.ingest.building import MOST_BYTES
from fogline.records import Report
from tests.ingest.reading_in import codes, fault, one, take

ROWS = (
    ('{"text": "Two boats sank."}', "Two boats sank."),
    ('{"text": "caf\\u0065\\u0301 \\ud83d\\ude80\\r\\n"}', "cafe\u0301 🚀\r\n"),
    ("not JSON", "F110"),
    ('{"text": "Two boats', "F110"),
    ('["Two boats sank."]', "F111"),
    ('"Two boats sank."', "F111"),
    ("17", "F111"),
    ('{"title": "Boats"}', "F111"),
    ('{"text": null}', "F111"),
    ('{"text": 12}', "F111"),
    ('{"text": "Boats", "title": ["a"]}', "F111"),
    ('{"text": "Boats", "id": true}', "F111"),
    ('{"text": ""}', "F101"),
    ('{"text": " \\n"}', "F101"),
    ('{"text": "Two \\u0000 boats"}', "F104"),
    ('{"text": "Two \\ud800 boats"}', "F105"),
    ('{"text": "Boats", "notes": ["\\udc00"]}', "F105"),
    ('{"text": "Boats", "published": "2025-02-30"}', "F108"),
    ('{"text": "Boats", "language": "xx"}', "F109"),
    ('{"text": "Boats", "deep": ' + "[" * 60 + "]" * 60 + "}", "F110"),
    ("[" * 100_000, "F110"),
    ('{"text": "Boats", "n": 1e999}', "F110"),
    ('{"text": "Boats", "n": NaN}', "F110"),
)


@pytest.mark.parametrize(("line", "expected"), ROWS)
def test_one_line(line: str, expected: str) -> None:
    assert codes(take(line, "wire.jsonl")) == [expected]


def test_a_bad_line_is_named_and_the_rest_goes_on() -> None:
    raw = b"\n".join([line.encode() for line, _ in ROWS] + [b'{"text": "\xff"}', b"", b'{"text": "The end."}'])
    items = take(raw, "wire.jsonl")
    assert codes(items) == [*(expected for _, expected in ROWS), "F103", "The end."]
    for number, item in enumerate(items[: len(ROWS)], start=1):
        if isinstance(item, Unreadable):
            assert f" wire.jsonl:{number}: " in str(item.error)
            assert item.report.origin.line == number


def test_an_endless_line_is_passed_over() -> None:
    raw = b'{"text": "' + b"a" * MOST_BYTES + b'"}\n{"text": "The end."}'
    assert codes(take(raw, "wire.jsonl")) == ["F106", "The end."]


def test_failed_lines_have_ids_of_their_own() -> None:
    items = take("x\nx\nx", "wire.jsonl")
    assert len({item.report.id for item in items if isinstance(item, Unreadable)}) == 3


def test_known_fields_go_into_the_report_and_others_are_kept() -> None:
    row = {
        "text": "Two boats sank.", "id": 7, "title": "Boats", "outlet": "Harbour Wire", "published": "2025-11",
        "url": "https://wire.example/7", "language": "en", "desk": {"editor": "night", "tags": ["sea", 3, None]},
    }  # fmt: skip
    report = one(json.dumps(row), "wire.jsonl", outlet="unused", published="2020")
    assert (report.title, report.outlet, report.published, report.language) == (
        "Boats",
        "Harbour Wire",
        "2025-11",
        "en",
    )
    origin = report.origin
    assert (origin.path, origin.line, origin.id, origin.url) == ("wire.jsonl", 1, "7", "https://wire.example/7")
    assert origin.extra == {"desk": row["desk"]}


def test_what_a_row_does_not_say_is_the_callers() -> None:
    report = one('{"text": "Two boats sank.", "outlet": ""}', "wire.jsonl", outlet="Harbour Wire", published="2025")
    assert (report.outlet, report.published) == ("Harbour Wire", "2025")


def test_rows_are_read_one_by_one() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            row = b'{"text": "Two boats sank."}\n'
            buffer[: len(row)] = row
            return len(row)

    found = reports(io.BufferedReader(Endless()), Meta(path="-"))
    assert [isinstance(next(found), Report) for _ in range(3)] == [True] * 3


def test_empty_files() -> None:
    assert fault(b"", "wire.jsonl").startswith("F101 wire.jsonl: ")
    assert fault(b"\n\n", "wire.jsonl").startswith("F101")
    assert fault(b"\n", "wire.csv").startswith("F101")


CSV = (
    ("text\nTwo boats sank.\n", ["Two boats sank."]),
    ("id;Text;desk\n1;Two boats sank.;sea\n", ["Two boats sank."]),
    ("id\ttext\r\n1\tTwo boats sank.\r\n", ["Two boats sank."]),
    ('id,text\n1,"Two, or\r\nthree ""boats"" sank."\n\n2,No.\n', ['Two, or\r\nthree "boats" sank.', "No."]),
    ("text,id\nTwo boats,1,2\nThree,3\n", ["F113", "Three"]),
    ("text,id\n,1\nThree,3\n", ["F101", "Three"]),
    ("text,published\nTwo,2025-02-30\nThree,\n", ["F108", "Three"]),
    ("text,id\n", ["F101"]),
    ("words,id\nTwo,1\n", ["F113"]),
    ("text,text\nTwo,1\n", ["F113"]),
    ("text\rTwo\rThree", ["F113"]),
)  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), CSV)
def test_csv(raw: str, expected: list[str]) -> None:
    assert codes(take(raw, "wire.csv")) == expected


def test_a_csv_record_names_its_line_and_keeps_its_other_columns() -> None:
    items = take('id,text,desk\n1,"Two\nboats",sea\n2,Three,land\n', "wire.csv")
    assert [(r.origin.line, r.origin.id, r.origin.extra) for r in items if isinstance(r, Report)] == [
        (2, "1", {"desk": "sea"}),
        (4, "2", {"desk": "land"}),
    ]


def test_one_encoding_for_a_whole_csv() -> None:
    text = "id,text\n1,Порт не працював усю ніч повідомила міська влада\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1251"):
        assert one(text.encode(encoding), "wire.csv").text == "Порт не працював усю ніч повідомила міська влада"
    assert codes(take(b"text\n\xe2\x80\x9cTwo\xe2\x80\x9d\n\xe9\nThree\n", "wire.csv")) == ["“Two”", "F103", "Three"]


def test_huge_fields() -> None:
    huge = b"Nobody knew why and " * 1_000_000
    assert codes(take(b'text,id\n"' + huge + b'",1\nThree,3\n', "wire.csv")) == ["F113", "Three"]
    open_quote = b'text,id\n"' + b"Two boats sank.\n" * 700_000 + b'",1\nThree,3\n'
    (item,) = take(open_quote, "wire.csv")
    assert "lines 2 to 700003 hold no whole record" in str(getattr(item, "error", None))


BY_LOOK = (
    ('{"text": "Two boats sank."}\n', "application/jsonl"),
    ("<!DOCTYPE html><html><body><p>Two boats sank off Odesa.</p></body></html>", "text/html"),
    ("Two boats sank.", "text/plain"),
    ("{brackets} are text", "text/plain"),
)


@pytest.mark.parametrize(("raw", "media"), BY_LOOK)
def test_standard_input_is_told_by_its_look(raw: str, media: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BufferedReader(io.BytesIO(raw.encode()))

    monkeypatch.setattr("sys.stdin", Input)
    (item,) = reports("-")
    assert isinstance(item, Report)
    assert (item.origin.media, item.origin.path) == (media, "-")
