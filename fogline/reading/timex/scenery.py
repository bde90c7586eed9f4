"""The stage on which times are read: the text with plain blanks, the dateline, the report's day, quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from fogline.reading.timex import grammar
from fogline.reading.timex.calendar import day
from fogline.reading.timex.dates import full_year, month_number
from fogline.reading.timex.sense import Now
from fogline.records import Sentence

PLAIN = str.maketrans({"\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‑": "-", "‐": "-", "\r": " "})
QUOTATION = re.compile(r"“[^”\n]{1,2000}”|(?<!\w)\"[^\"\n]{1,2000}\"|(?<!\w)‘[^‘\n]{1,2000}?’(?!\w)|«[^»\n]{1,2000}»")
HEAD = 600  # characters in which a dateline can stand
NEAR = timedelta(days=12)


def plain(text: str, sentences: Sequence[Sentence]) -> str:
    r"""The text, the same length, with all blanks inside a sentence as plain ones; sentences end at a line break.

    >>> plain("on\n5 May. Then", [Sentence(0, 9), Sentence(10, 14)])
    'on 5 May.\nThen'
    """
    flat = text.translate(PLAIN)
    out, at = [], 0
    for sentence in sentences:
        gap = flat[at : sentence.start]
        out += ["\n" * len(gap), flat[sentence.start : sentence.end].replace("\n", " ")]
        at = sentence.end
    return "".join(out) + flat[at:] if sentences else flat


def quotations(text: str) -> Callable[[int], bool]:
    """A test whether a position lies inside a quotation."""
    spans = [m.span() for m in QUOTATION.finditer(text)]
    starts = [a for a, _ in spans]

    def inside(at: int) -> bool:
        n = bisect_right(starts, at) - 1
        return n >= 0 and spans[n][0] < at < spans[n][1]

    return inside


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    date_part = r"(?:(?P<d>\d{1,2}) (?P<m><month>)|(?P<m2><month>) (?P<d2>\d{1,2}))(?:(?: ?, ?| )(?P<y><year>))?"
    place = r"(?-i:[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,3})(?:, ?(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)?)?"
    named = rf"(?:^|\n){place},? (?P<x>{date_part})(?: ?\([^)\n]{{2,40}}\)| ?/[^/\n]{{2,30}}/)? ?(?:-|–|—|--|:|/|\()"
    alone = (
        rf"(?:^|\n) ?(?:(?:published|updated|posted|date)(?: on)?:? )?(?:<anyweekday>,? )?(?P<x>{date_part}) ?(?=\n|$)"
    )
    return tuple(re.compile(grammar.expand(pattern), re.I) for pattern in (named, alone))


def dateline(flat: str) -> tuple[re.Match[str], bool] | None:
    """The dateline's date at the head of a report, and whether it stands with a place."""
    for n, pattern in enumerate(_datelines()):
        match = pattern.search(flat[:HEAD])
        if match and (n == 0 or match["y"]):
            return match, n == 0
    return None


def reference(published: str | None, flat: str) -> tuple[Now, int | None]:
    """The day from which the report's relative times count, and where its dateline's date begins.

    The dateline's day if it has one that fits the publication date, else the publication date, else unknown.
    """
    now = _published(published)
    line = dateline(flat)
    if line is None:
        return now, None
    match, _ = line
    when = _dateline_day(match, now)
    if when is None or (now.day and not -NEAR <= when - now.day <= timedelta(days=1)) or when == now.day:
        return now, match.start("x")
    return Now(when.year, when.month, when, "dateline"), match.start("x")


def _dateline_day(match: re.Match[str], now: Now) -> date | None:
    number, month = int(match["d"] or match["d2"]), month_number(match["m"] or match["m2"])
    if match["y"]:
        return day(full_year(match["y"]), month, number)
    if now.day is None:
        return None
    days = [when for y in (-1, 0, 1) if (when := day(now.day.year + y, month, number))]
    today = now.day
    return min(days, key=lambda when: abs((when - today).days), default=None)


def _published(published: str | None) -> Now:
    """What a publication date says; one outside the years 1000 to 9000 or the calendar says nothing."""
    parts = [int(part) for part in (published or "")[:10].split("-") if part.isdigit()]
    year, month, number = (*parts, 0, 0, 0)[:3]
    if not 1000 < year < 9000 or month > 12:
        return Now()
    return Now(year, month or None, day(year, month, number) if number else None, "published")
