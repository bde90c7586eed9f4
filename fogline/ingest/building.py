"""From text to `Report`: what a text must be, its id, its date and its language. Every format ends here."""

from __future__ import annotations

import re
from datetime import date

from fogline.errors import InputError
from fogline.ingest.dates import iso_prefix
from fogline.ingest.languages import identified, language_code
from fogline.ingest.meta import Meta, where
from fogline.records import Origin, Report, identify

LONGEST_TEXT = 5_000_000  # characters of one report
MOST_BYTES = 50_000_000  # of one file that is read whole, and of one row of the others
SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
MOST_CONTROLS = 0.02  # share of control characters above which bytes are not text


def report_from_text(  # noqa: PLR0913 - the words of fogline.read
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | date | None = None,
    language: str | None = None,
    origin: Origin = Origin(),  # noqa: B008 - frozen
) -> Report:
    """The report of a text, kept unchanged code point for code point.

    The id is made of text, title, outlet and date: the same report twice has the same id. A language that is not
    given is identified where the letters show it clearly.

    Raises:
        InputError: F101 empty, F102 not text, F104 NUL, F105 lone surrogate, F107 too long, F108 date, F109 language.

    >>> report = report_from_text("Two boats sank off Odesa, the ministry said.", published="2025-11")
    >>> report.published, report.language
    ('2025-11', 'en')
    """
    return build(text, Meta(origin.path, published, outlet, language, title), origin)


def build(text: str, meta: Meta, origin: Origin) -> Report:
    """The report of ``text`` that came from ``origin``, or an `InputError` that names the origin."""
    place = where(origin)
    check_text(text, place)
    published = iso_prefix(meta.published, where=place)
    title, outlet = (_field(value, name, place) for value, name in ((meta.title, "title"), (meta.outlet, "outlet")))
    language = language_code(meta.language, where=place) or identified(text)
    key = identify("report", text, title, outlet, published)
    return Report(key, text, title, outlet, published, language, origin=origin)


def check_text(text: str, place: str | None = None) -> None:
    """Refuse what is not the text of a report: nothing, too much, NUL, halves of surrogate pairs, binary."""
    if len(text) > LONGEST_TEXT:
        most = f"at most {LONGEST_TEXT:,} characters a report"
        raise InputError("F107", f"the report has {len(text):,} characters", where=place, accepted=most)
    if not text or text.isspace():
        raise InputError("F101", "the report is empty", where=place, accepted="text with words in it")
    check_characters(text, "the report", place)
    if len(CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise InputError("F102", "this is binary data, not text", where=place, accepted=READABLE)


READABLE = "text, Markdown, HTML, PDF, JSONL or CSV"


def check_characters(text: str, what: str, place: str | None) -> None:
    """Refuse NUL characters and lone surrogates, which no text of a report holds and no UTF-8 can carry."""
    nul = text.find("\0")
    if nul >= 0:
        raise InputError(
            "F104", f"{what} has a NUL character at offset {nul}", where=place, accepted="text without NUL"
        )
    half = SURROGATE.search(text)
    if half:
        what = f"{what} has half a surrogate pair (U+{ord(half[0]):04X}) at offset {half.start()}"
        raise InputError("F105", what, where=place, accepted="whole Unicode characters")


def _field(value: str | None, name: str, place: str | None) -> str | None:
    if value is None or not value.strip():
        return None
    check_characters(value, f"the {name}", place)
    return value
