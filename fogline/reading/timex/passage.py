"""The year, and the day, that the passage has just given: "In early November 2005 ... On 5 November ...".

Prose that tells a story dates it once and then leaves the year out. A day or month without a year takes the year in
which it follows the last full date told, if it follows it soon; otherwise its year stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from fogline.reading.timex import calendar
from fogline.reading.timex.calendar import covered
from fogline.reading.timex.sense import Found, Scene

REACH, REACH_DATED = 1200, 400  # characters back: in a report without a day of its own, and in one with
AFTER, BEFORE = timedelta(days=150), timedelta(days=45)  # how far the story moves on, or looks back
SOON = timedelta(days=62)
LONG_AGO = timedelta(days=240)  # a story of the report's own year is dated by the report
OPENS = re.compile(
    r"(?:^|[.!?\n][\"”)]? ?|\n)(?:(?:early|late|later) )?(?:in|during|by)(?: (?:early|late|mid))?[ -]$", re.I
)
HEADING = re.compile(r"(?:^|\n)[A-Z][A-Z ]{2,18}$")  # "TIMELINE 2013."
BORN = re.compile(r"\bborn(?: on| in)? $", re.I)
WHY = "day and month; year of the passage"
EVENT = "the dated name of an event"  # "the September 11 attacks" are no story's beginning


def year_of(month: int, number: int, scene: Scene, start: int) -> int | None:
    """The year of a month's day (or, with 1, of the month) at ``start`` by the last full date told before it."""
    known = scene.now.day
    found = _last_told(scene, start, REACH_DATED if known else REACH)
    whole = covered(found.sense.value or "") if found else None
    if whole is None or whole.begin is None or whole.finish_latest is None:
        return None
    if found and len(found.sense.value or "") == 4:
        return whole.begin.year
    if known and known - whole.begin < LONG_AGO:
        return None
    years = (whole.begin.year - 1, whole.begin.year, whole.begin.year + 1)
    days = [when for year in years if (when := calendar.day(year, month, number))]
    near = [d for d in days if whole.begin - BEFORE <= d <= whole.finish_latest + (SOON if known else AFTER)]
    return near[0].year if near else None


def _last_told(scene: Scene, start: int, reach: int) -> Found | None:
    """The last date before with a year of its own, as fine as a month; a bare year only where it opens a sentence."""
    for found in scene.held[:-12:-1]:
        sense, value = found.sense, found.sense.value or ""
        if start - found.end > reach or (sense.anchor == "published" and re.match(r"\d{4}-", value)):
            return None
        lead = scene.text[max(0, found.start - 20) : found.start]
        if sense.type == "DURATION" or sense.anchor not in ("none", "previous") or sense.why == EVENT:
            continue
        if re.match(r"\d{4}-(?:\d\d|SP|SU|FA|WI)(?!\d)", value):
            return None if BORN.search(lead) or _is_aside(scene.text, found, start) else found
        heads = HEADING.search(lead) and scene.text[found.end : found.end + 1] in (".", ":", "\n")
        opens = scene.now.day is None and (OPENS.search(lead) or heads)
        if re.fullmatch(r"\d{4}", value) and (opens or sense.anchor == "previous"):  # "In 2005"; "Two years later"
            return found
    return None


def _is_aside(text: str, found: Found, start: int) -> bool:
    """As in "the camp, built in May 1998, was hit in June": a month between commas dates nothing else."""
    opened = text.rfind("\n", 0, found.start) + 1
    inside = text.startswith(",", found.end) and "," in text[opened : found.start]
    return inside and "\n" not in text[found.end : start] and len(found.sense.value or "") < 10


def year_ahead(found: list[Found], text: str) -> list[Found]:
    """As in "in Turkey on 4 April and in Oslo on 5 April 2016": an unknown year is that of the date that follows."""
    out = list(found)
    for n in range(len(found) - 2, -1, -1):
        a, b = found[n], out[n + 1]
        begin, match = b.sense.interval.begin, re.fullmatch(r"XXXX(-(\d\d)(?:-\d\d)?)", a.sense.value or "")
        near = b.start - a.end < 80 and "\n" not in text[a.end : b.start] and b.sense.anchor == "none"
        later = begin.month - int(match[2]) if match and begin else -1
        if match and begin and near and 0 <= later <= (b.start - a.end < 20):  # "from late March to early April 2011"
            value = f"{begin.year}{match[1]}"
            narrow = a.sense.mod in ("START", "MID", "END")
            days = calendar.narrowed(value, str(a.sense.mod)) if narrow else covered(value)
            out[n] = replace(a, sense=replace(a.sense, value=value, interval=days, why=WHY, anchor="none"))
    return out


def yearless_day(scene: Scene) -> date | None:
    """The last day told, where it is a day of a month of an unknown year; in a year that stands for any."""
    last = next((f.sense for f in scene.held[:-5:-1] if f.sense.type in ("DATE", "TIME") and f.sense.value), None)
    match = re.match(r"XXXX-(\d\d)-(\d\d)", last.value or "") if last else None
    return calendar.day(2001, int(match[1]), int(match[2])) if match else None


def yearless(start: date, days: int) -> str | None:
    """The value of the day so many days from another of an unknown year; None where a leap day may lie between."""
    when = start + timedelta(days=days)
    low, high = sorted((start, when))
    leap = low <= date(high.year, 2, 28) < high
    return None if leap or when.year != start.year else f"XXXX-{when:%m-%d}"
