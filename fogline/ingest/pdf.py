"""PDF files by pypdf: the text layer, page after page. No picture is read, no password is tried but the empty one."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from fogline.errors import InputError
from fogline.ingest.building import LONGEST_TEXT, SURROGATE, build
from fogline.ingest.meta import Meta, Unreadable
from fogline.ingest.whole import one_report
from fogline.records import Origin, Report

MEDIA = "application/pdf"
MOST_PAGES = 2_000
INFLATED = 20_000_000  # bytes that one stream may unpack to
OPERATIONS = 300_000  # drawing operations of one page
PROGRAM_TITLE = re.compile(r"(?i)microsoft word|untitled|\.(?:docx?|pdf|indd|rtf|txt)$|^\W*$")
SIGNS = str.maketrans({"\0": "", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
WORD = re.compile(r"[^\W\d_]+")
BROKEN_WORD = re.compile(r"\b([^\W\d_]{2,40})-\n([^\W\d_]{2,40})\b(?!-)")
WHOLE = "a whole PDF with a text layer"
# pypdf: "broken PDF files might cause other Exceptions"; these, and only around its own calls
BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def read(raw: BinaryIO, meta: Meta) -> Iterator[Report | Unreadable]:
    """The one report of a PDF; the map gives the page on which a part of the text stands."""
    return one_report(raw, meta, MEDIA, _report)


def _report(content: bytes, meta: Meta, origin: Origin) -> Report:
    if b"%PDF-" not in content[:1024]:
        raise InputError("F120", "this is no PDF", where=meta.path, accepted=WHOLE)
    if b"%%EOF" not in content[-2048:]:
        raise InputError("F122", "the PDF breaks off before its end", where=meta.path, accepted=WHOLE)
    title, pages = _unpacked(content, meta.path)
    text, places = _joined(_mended(pages))
    if not text.strip():
        accepted = "a PDF with a text layer; scanned pages need text recognition first"
        raise InputError("F124", "the PDF holds no text", where=meta.path, accepted=accepted)
    return build(text, replace(meta, title=meta.title or title), replace(origin, map=places))


def _unpacked(content: bytes, path: str | None) -> tuple[str | None, list[str]]:
    """Title and pages, within limits that no small file can use to fill the memory."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it cannot read is ours to report
    import pypdf
    from pypdf.errors import DependencyError, DeprecationError, LimitReachedError, PyPdfError

    limits = pypdf.Configuration(
        zlib_maximum_output_length=INFLATED,
        lzw_maximum_output_length=INFLATED,
        run_length_maximum_output_length=INFLATED,
        array_based_stream_maximum_output_length=INFLATED,
        stream_decoding_work_maximum_length=4 * INFLATED,
        stream_parsing_work_maximum_count=OPERATIONS,
    )
    page = [0]
    try:
        with pypdf.apply_configuration(limits):
            reader = pypdf.PdfReader(io.BytesIO(content))
            _open(reader, path)
            return _title(reader), list(_pages(reader, page, path))
    except InputError:
        raise
    except LimitReachedError as error:
        raise InputError("F123", f"page {page[0]} unpacks to too much", where=path, accepted=_most()) from error
    except DependencyError as error:
        raise _locked(path) from error
    except (PyPdfError, DeprecationError, *BROKEN) as error:
        place = f"at page {page[0]}" if page[0] else "before its first page"
        what = f"the PDF is damaged {place} ({type(error).__name__}: {' '.join(str(error).split())[:120]})"
        raise InputError("F122", what, where=path, accepted=WHOLE) from error


def _open(reader: Any, path: str | None) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(path)


def _locked(path: str | None) -> InputError:
    return InputError("F121", "the PDF is encrypted", where=path, accepted="a PDF that opens without a password")


def _most() -> str:
    return f"at most {MOST_PAGES:,} pages, {INFLATED:,} bytes a stream, {OPERATIONS:,} operations a page"


def _title(reader: Any) -> str | None:
    """The document's own title, unless a program put it there."""
    title = str((reader.metadata and reader.metadata.title) or "").strip()
    return None if PROGRAM_TITLE.search(title) else _clean(title)


def _pages(reader: Any, page: list[int], path: str | None) -> Iterator[str]:
    """The text of each page; ``page`` tells the caller how far it came."""
    size = 0
    if len(reader.pages) > MOST_PAGES:
        raise InputError("F123", f"the PDF has {len(reader.pages):,} pages", where=path, accepted=_most())
    for number, content in enumerate(reader.pages, start=1):
        page[0] = number
        text = _clean(content.extract_text()).strip("\n")
        size += len(text)
        if size > LONGEST_TEXT:
            most = f"at most {LONGEST_TEXT:,} characters a report"
            raise InputError("F107", f"the PDF has over {size:,} characters", where=path, accepted=most)
        yield text


def _clean(words: str) -> str:
    """Without the NUL characters and lone surrogates of fonts that do not say what their signs mean, nor ligatures."""
    return SURROGATE.sub("\ufffd", words.translate(SIGNS))


def _mended(pages: list[str]) -> list[str]:
    r"""Words broken at a line's end made whole where the document itself has the whole word; others stay as they are.

    >>> _mended(["The ministry denied it. The minis-\ntry is a well-\nknown place."])
    ['The ministry denied it. The ministry\n is a well-\nknown place.']
    """
    known = {word for page in pages for word in WORD.findall(page.lower())}

    def whole_word(match: re.Match[str]) -> str:
        joined = match[1] + match[2]
        return joined + "\n" if joined.lower() in known else match[0]

    return [BROKEN_WORD.sub(whole_word, page.replace("\u00ad\n", "").replace("\u00ad", "")) for page in pages]


def _joined(pages: list[str]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The pages one under the other, and where each begins and ends, with its number from 1."""
    places: list[tuple[int, int, int]] = []
    at = 0
    for number, text in enumerate(pages, start=1):
        if text:
            places.append((at, at + len(text), number))
        at += len(text) + 1
    return "\n".join(pages), tuple(places)
