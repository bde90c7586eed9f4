"""Bytes to characters: byte-order mark, then UTF-8, then what the bytes themselves show; never a silent repair."""

from __future__ import annotations

import codecs
import re

from fogline.errors import InputError
from fogline.ingest.building import MOST_CONTROLS, READABLE

MARKS = (  # the longer marks first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HIGH = re.compile(rb"[\x80-\xff]")
LEGACY = [  # what reports were written in before Unicode; a longer list finds sense in any bytes
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "mac_cyrillic", "cp866",
    "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
SAMPLE = 200_000  # bytes shown to the detector
RUN = re.compile(rb"[\x80-\xff]{3}")  # three in a row are letters of another script
ACCEPTED = "UTF-8, or UTF-16 with a byte-order mark"


def decoded(raw: bytes, place: str | None = None, *, declared: str | None = None) -> str:
    r"""The characters of ``raw``, line ends and all; only the decoder's own byte-order mark is taken off.

    Raises:
        InputError: F102 if the bytes are no text, F103 naming the offset if they cannot be decoded as they stand.

    >>> decoded(b"\xff\xfeO\x00d\x00"), decoded("“Odesa”".encode("cp1252"))
    ('Od', '“Odesa”')
    """
    encoding = encoding_of(raw, place, declared=declared)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"byte 0x{raw[error.start]:02x} at offset {error.start} is not {encoding.removesuffix('-sig').upper()}"
        raise InputError("F103", what, where=place, accepted=ACCEPTED) from error


def encoding_of(raw: bytes, place: str | None = None, *, declared: str | None = None) -> str:
    """The encoding in which ``raw`` must be read; "utf-8" also where it is UTF-8 with faults in it.

    ``declared`` (an HTML page's own word) counts where the bytes are not UTF-8 and it is a known encoding.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return name
    if looks_binary(raw):
        hint = "this is binary data, or UTF-16 without its byte-order mark"
        raise InputError("F102", hint, where=place, accepted=READABLE)
    if _meant_as_utf8(raw):
        return "utf-8"
    return _declared(declared, raw) or _western(raw) or _detected(raw, place)


def looks_binary(raw: bytes) -> bool:
    """True of bytes with too many control characters for a text; a stray one is left for the report's own check."""
    sample = raw[:SAMPLE]
    marked = any(raw.startswith(mark) for mark, _ in MARKS)
    return not marked and len(CONTROL.findall(sample)) > 1 + MOST_CONTROLS * len(sample)


def _meant_as_utf8(raw: bytes) -> bool:
    """True if most bytes beyond ASCII form UTF-8 sequences: single bad bytes among them are then faults."""
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        cut_off = error.end == len(raw) and error.end - error.start > 1
        return cut_off or sum(map(len, MULTIBYTE.findall(raw))) > len(HIGH.findall(raw)) / 2
    return True


def _declared(name: str | None, raw: bytes) -> str | None:
    """The declared encoding, if Python knows it, it is one of characters, and it fits; Latin-1 means windows-1252."""
    try:
        known = codecs.lookup(name).name if name else None
        known = "cp1252" if known == "iso8859-1" else known
        return known if known and isinstance(raw.decode(known), str) else None
    except (LookupError, UnicodeError):
        return None


def _western(raw: bytes) -> str | None:
    """ASCII with single other bytes is Western: the curly quotes, dashes and accents of windows-1252."""
    return None if RUN.search(raw) else _declared("windows-1252", raw)


def _detected(raw: bytes, place: str | None) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE], cp_isolation=LEGACY).best()
    if best is not None and _declared(best.encoding, raw):
        return str(best.encoding)
    at = _first_fault(raw)
    what = f"byte 0x{raw[at]:02x} at offset {at} is not UTF-8, and no other encoding fits"
    raise InputError("F103", what, where=place, accepted=ACCEPTED)


def _first_fault(raw: bytes) -> int:
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start
    return 0
