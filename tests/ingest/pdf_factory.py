"""Tiny PDF files for tests, written byte by byte so that they can be broken on purpose."""

from __future__ import annotations

import zlib


def make_pdf(*pages: str, title: str | None = None, content: bytes | None = None, packed: bool = False) -> bytes:
    """A PDF with one line of text a line, in Helvetica; ``content`` replaces what every page draws."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, text in enumerate(pages):
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R {font} >>"
        objects += [page.encode(), _stream(_drawing(text) if content is None else content, packed)]
    if title:
        objects.append(f"<< /Title ({title}) >>".encode())
    return _file(objects, info=bool(title))


def _drawing(text: str) -> bytes:
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    return f"BT /F1 12 Tf 14 TL 72 720 Td {lines}ET".encode("cp1252")


def _stream(content: bytes, packed: bool) -> bytes:
    data = zlib.compress(content, 9) if packed else content
    kind = b"/Filter /FlateDecode " if packed else b""
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(data), data)


def _file(objects: list[bytes], *, info: bool) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    about = b" /Info %d 0 R" % len(objects) if info else b""
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (len(objects) + 1, about)
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)
