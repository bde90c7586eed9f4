"""Publication dates: ISO 8601 prefixes in, ISO 8601 prefixes out; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, datetime

from fogline.errors import InputError

ACCEPTED = "2025, 2025-11, 2025-11-20 or a full ISO 8601 time"
CLOCK = r"[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?Z|[+-]\d{2}:?\d{2})?"
PREFIX = re.compile(rf"(\d{{4}})(?:-(\d{{2}})(?:-(\d{{2}})(?:{CLOCK})?)?)?")


def iso_prefix(value: str | date | None, *, where: str | None = None) -> str | None:
    """The date as precisely as it was given; of a full time the day as printed, in its own time zone.

    Raises:
        InputError: F108, if the value is no date or no such day exists.

    >>> iso_prefix("2025-11"), iso_prefix("2025-11-20T23:30:00-05:00"), iso_prefix(" ")
    ('2025-11', '2025-11-20', None)
    """
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    if value is not None and not isinstance(value, str):
        raise InputError("F108", f"the date {value!r:.40} is no string", where=where, accepted=ACCEPTED)
    text = (value or "").strip()
    if not text:
        return None
    match = PREFIX.fullmatch(text)
    if match is None or not match[0].isascii():
        raise InputError("F108", f"the date {text[:40]!r} is not an ISO 8601 date", where=where, accepted=ACCEPTED)
    parts = [int(part) for part in match.groups() if part is not None]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError as error:
        raise InputError("F108", f"no such date: {text[:40]!r} ({error})", where=where, accepted=ACCEPTED) from error
    return "-".join(part for part in match.groups() if part is not None)
