"""What holds of any bytes and any text that comes in."""

from __future__ import annotations

import io
import json
import string
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.ingest import Meta, Unreadable, report_from_text, reports
from fogline.ingest.dates import iso_prefix
from fogline.ingest.visible import blocks, letters
from fogline.records import Report

SUFFIXES = ("txt", "md", "html", "pdf", "jsonl", "csv", "tsv", "", "docx")
WORDS = ("Odesa", "“sank”", "ministry", "café", "Київ", "12", "Lt. Gen.", "U.S.", "\n", ".", ",", "’", "\r\n", "🚀")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join).filter(str.strip)
CHARACTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\r\t\x0c"), min_size=1, max_size=300
).filter(str.strip)
TAGS = (
    "<p>", "</p>", "<div class=x>", "</div>", "<script>", "</script>", "<!--", "-->", "<a href='", ">", "&amp;",
    "&#x41", "<time>", "</time>", "<table><tr><td>", "<", "&", "<br/>", "\0", "<html>", "<title>", "\x80",
)  # fmt: skip
PAGES = st.lists(st.sampled_from((*TAGS, *WORDS)), max_size=60).map(" ".join)
PDF_PARTS = (
    b"%PDF-1.4\n", b"1 0 obj", b"<<", b">>", b"/Pages 1 0 R", b"/Kids [1 0 R]", b"/Type /Catalog", b"stream\n",
    b"endstream", b"endobj", b"xref", b"trailer", b"startxref\n9", b"/Root 1 0 R", b"/Length 9", b"\n%%EOF",
    b"/Filter /FlateDecode", b"/Size 3", b"/Type /Page", b"/Count 1", b"(boat) Tj", b"/Contents 1 0 R",
)  # fmt: skip
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


def take(raw: bytes, suffix: str) -> list[Report | Unreadable]:
    return list(reports(io.BytesIO(raw), Meta(path=f"wire.{suffix}")))


def told(item: Report | Unreadable) -> tuple[Report, str]:
    return (item, "") if isinstance(item, Report) else (item.report, str(item.error))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(raw=st.binary(max_size=400))
@SLOW
def test_any_bytes_give_reports_or_coded_errors(suffix: str, raw: bytes) -> None:
    items = take(raw, suffix)
    assert items
    for item in items:
        assert isinstance(item, Report) or item.error.code.startswith("F1")
    assert list(map(told, items)) == list(map(told, take(raw, suffix)))


@given(raw=PAGES)
@SLOW
def test_any_page(raw: str) -> None:
    (item,) = take(raw.encode(), "html")
    if isinstance(item, Report):
        for start, end, original in item.origin.map:
            assert 0 <= start < end <= len(item.text)
            assert 0 <= original < len(raw)


@given(parts=st.lists(st.sampled_from(PDF_PARTS), max_size=40))
@SLOW
def test_any_pdf(parts: list[bytes]) -> None:
    (item,) = take(b"%PDF-1.4\n" + b" ".join(parts) + b"\n%%EOF", "pdf")
    assert isinstance(item, Report) or item.error.code in ("F121", "F122", "F123", "F124", "F102")


@given(text=CHARACTERS)
@SLOW
def test_text_is_kept_code_point_for_code_point(text: str) -> None:
    for item in (*take(text.encode("utf-8-sig"), "txt"), *take(json.dumps({"text": text}).encode(), "jsonl")):
        assert isinstance(item, Report) and item.text == text
    assert report_from_text(text).id == report_from_text(text).id


@given(rows=st.lists(st.one_of(TEXTS, st.sampled_from(["{", "[]", '{"text": 1}', "\udcff"])), max_size=8))
@SLOW
def test_no_row_is_lost_or_moved(rows: list[str]) -> None:
    lines = [json.dumps({"text": row}) if row in "".join(rows) and row[:1] not in "{[\udcff" else row for row in rows]
    items = take("\n".join(lines).encode("utf-8", "surrogateescape"), "jsonl")
    if rows:
        assert [item.report.origin.line if isinstance(item, Unreadable) else item.origin.line for item in items] == [
            *range(1, len(rows) + 1)
        ]


@given(page=PAGES)
@SLOW
def test_visible_words_are_the_pages_own(page: str) -> None:
    words, offsets = letters(page)
    assert len(words) == len(offsets)
    assert all(0 <= a <= b < len(page) for a, b in pairwise(offsets))
    plain = page.translate(str.maketrans("", "", "&<>"))
    if plain == page and "\0" not in page:
        assert blocks(page).split() == page.split()


@given(value=st.text(string.digits + "-T:Z+ .", max_size=24))
def test_a_date_that_is_accepted_is_a_prefix_of_what_was_given(value: str) -> None:
    try:
        kept = iso_prefix(value)
    except Exception as error:
        assert getattr(error, "code", None) == "F108"
    else:
        assert value.strip().startswith(kept or "")
