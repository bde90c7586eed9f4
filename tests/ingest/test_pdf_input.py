"""PDF files: the text layer page by page, or one coded line; no file small or large takes the process with it."""

from __future__ import annotations

import io
import random

import pypdf
import pytest

from tests.ingest.pdf_factory import make_pdf
from tests.ingest.reading_in import fault, one, take

PAGES = ("Two boats sank off Odesa on Friday,\nthe port authority said.", "The fleet denied it. “No losses,” it wrote.")
PDF = make_pdf(*PAGES, title="Boats sink off Odesa")


def encrypted(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(PDF))
    writer.encrypt(user, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("packed", [False, True])
def test_the_text_and_the_pages_it_stands_on(packed: bool) -> None:
    report = one(make_pdf(*PAGES, packed=packed), "wire.pdf")
    assert report.text == "\n".join(PAGES)
    assert [(report.text[a:b], page) for a, b, page in report.origin.map] == [(PAGES[0], 1), (PAGES[1], 2)]


def test_a_title_is_the_documents_own() -> None:
    assert one(PDF, "wire.pdf").title == "Boats sink off Odesa"
    assert one(make_pdf(*PAGES, title="Microsoft Word - draft2.docx"), "wire.pdf").title is None


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert one(PDF, "wire.txt").text == one(PDF, "").text == "\n".join(PAGES)


def test_words_broken_at_a_line_end_are_mended_only_by_the_documents_own_words() -> None:
    text = "The ministry denied it. The minis-\ntry is well-\nknown for its co-\nordination."
    assert one(make_pdf(text), "wire.pdf").text == text.replace("minis-\ntry is", "ministry\n is")


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    assert one(encrypted(""), "wire.pdf").text == "\n".join(PAGES)


INFLATED = b"0" * 60_000_000
REFUSED = {
    "no PDF": (b"Two boats sank.", "F120"),
    "nothing": (b"", "F101"),
    "encrypted": (encrypted("secret"), "F121"),
    "cut in the middle": (PDF[: len(PDF) // 2], "F122"),
    "cut at the end": (PDF[:-30], "F122"),
    "only the ends": (b"%PDF-1.4\n%%EOF", "F122"),
    "no text": (make_pdf(""), "F124"),
    "a picture of text": (make_pdf("", content=b"0 0 612 792 re f"), "F124"),
    "a bomb": (make_pdf("", content=INFLATED, packed=True), "F123"),
    "a filter's old name": (make_pdf("x", packed=True).replace(b"/FlateDecode", b"/Fl"), "F122"),
    "endless drawing": (make_pdf("", content=b"BT (x) Tj ET " * 120_000, packed=True), "F123"),
    "too many pages": (make_pdf(*["x"] * 2_001), "F123"),
    "too long": (make_pdf("", content=b"BT /F1 9 Tf (" + b"boats sank " * 500_000 + b") Tj ET"), "F107"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line(name: str) -> None:
    raw, code = REFUSED[name]
    words = fault(raw, "wire.pdf")
    assert words.startswith(f"{code} wire.pdf: ")
    assert "accepted: " in words


def test_damage_anywhere_is_text_or_one_coded_line() -> None:
    chance = random.Random(20251120)
    for _ in range(300):
        raw = bytearray(PDF)
        for _ in range(chance.randint(1, 12)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        assert len(take(bytes(raw), "wire.pdf")) == 1
