"""Times inside a quotation count from when it was spoken, as far as the sentence tells that day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from fogline.reading.timex.calendar import Interval
from fogline.reading.timex.sense import Found, Now, day_of

BY_DAY = ("near_day", "night")  # rules whose answer moves with the day of speech
FROM_SPEECH = "counted from the day the words were spoken"
SAID = re.compile(r"\b(?:said|told|wrote|announced|warned|vowed|added|declared|posted)\b[^.\n]{0,40}$")


def anchored(found: Sequence[Found], text: str, now: Now, quoted: Callable[[int], bool]) -> list[Found]:
    """The findings with their last anchor: the report's day, its dateline, or the time of speaking."""
    return [_one(f, found[max(0, n - 4) : n + 5], (text, now), quoted) for n, f in enumerate(found)]


def _one(f: Found, around: Sequence[Found], known: tuple[str, Now], quoted: Callable[[int], bool]) -> Found:
    text, now = known
    if f.sense.anchor != "published":
        return f
    if not quoted(f.start):
        return replace(f, sense=replace(f.sense, anchor=now.anchor))
    said = next((o for o in around if _is_speech(f, o, text) and not quoted(o.start)), None)
    moved = _moved(f, said, now) if said and f.rule in BY_DAY else f
    return replace(moved, sense=replace(moved.sense, anchor="spoken"))


def _is_speech(f: Found, other: Found, text: str) -> bool:
    """Is the other time the day on which this sentence's words were said?"""
    low, high = min(f.end, other.end), max(f.start, other.start)
    near = high - low < 400 and "\n" not in text[low:high]
    return near and bool(SAID.search(text[max(0, other.start - 60) : other.start]))


def _moved(f: Found, said: Found, now: Now) -> Found:
    """The same words, counted from the day of speech instead of the report's."""
    spoken, own = day_of(said.sense.value or ""), day_of(f.sense.value or "")
    if spoken is None or own is None or now.day is None:
        return f
    by = spoken - now.day
    value = f"{own + by}{(f.sense.value or '')[10:]}"
    return replace(f, sense=replace(f.sense, value=value, interval=_shifted(f.sense.interval, by), why=FROM_SPEECH))


def _shifted(interval: Interval, by: timedelta) -> Interval:
    return Interval(*(day and day + by for day in interval))
