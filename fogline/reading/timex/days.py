"""The day of a clock time: beside it ("9 a.m. on Monday"), told in its sentence, or the report's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.reading.timex.calendar import covered
from fogline.reading.timex.sense import Found, Scene, Sense, day_of
from fogline.reading.timex.tense import AHEAD, direction

JOINED = re.compile(
    r" |, | at | at around | at about | at approximately | on | of | around | about | before | on the | in the ", re.I
)
DAYLIKE = r"(?:\d{4}-\d\d-\d\d|XXXX-XX-XX|XXXX-WXX-\d|XXXX-\d\d-\d\d)(?:T(?:MO|AF|EV|NI|DT))?"
NEAR = 60  # characters after a clock time in which its day may follow


def clocks(found: Sequence[Found], scene: Scene) -> list[Found]:
    """The findings with each clock time joined to the day beside it, or dated."""
    text = scene.text
    out: list[Found] = []
    taken = -1
    for n, one in enumerate(found):
        if n <= taken:
            continue
        other = found[n + 1] if n + 1 < len(found) else None
        joined = _joined(one, other, text) if other else None
        if joined:
            taken = n + 1
        out.append(joined or (_lone(one, (out, found[n + 1 : n + 3]), scene) if one.sense.clock else one))
    return out


def is_day(found: Found) -> bool:
    """True for a day, known or not, perhaps with its morning or night."""
    return bool(re.fullmatch(DAYLIKE, found.sense.value or ""))


def _joined(a: Found, b: Found, text: str) -> Found | None:
    """Two neighbours as one time if one is a day and the other a clock time."""
    day, clock = (b, a) if a.sense.clock else (a, b)
    if not clock.sense.clock or not is_day(day) or not JOINED.fullmatch(text[a.end : b.start]):
        return None
    return Found(a.start, b.end, clock.rule, _timed(clock.sense, day.sense.value or "", day.sense.anchor))


def _timed(clock: Sense, value: str, anchor: str) -> Sense:
    full = f"{value.partition('T')[0]}{clock.clock}"
    return replace(clock, value=full, interval=covered(full), anchor=anchor, clock=None)


def _lone(found: Found, around: tuple[Sequence[Found], Sequence[Found]], scene: Scene) -> Found:
    """A clock time without a day beside it: the nearest day of its sentence or the one before, else the report's."""
    text, now = scene.text, scene.now
    first = text.rfind("\n", max(0, found.start - 600), found.start)
    last = text.find("\n", found.end, found.end + NEAR)
    last = last if last >= 0 else found.end + NEAR
    near = [f for f in around[0][:-4:-1] if f.start > first] + [f for f in around[1] if f.start < last and is_day(f)]
    day = next((f.sense for f in near if day_of(f.sense.value or "")), None) or _day_before(found, around[0], scene)
    if day is not None:
        return replace(found, sense=_timed(found.sense, str(day.value)[:10], day.anchor))
    if now.day is None:
        return replace(found, sense=_timed(found.sense, "XXXX-XX-XX", "none"))
    sense = _timed(found.sense, str(now.day), "published")
    return replace(found, sense=replace(sense, why=sense.why + " on the report's day"))


def _day_before(found: Found, before: Sequence[Found], scene: Scene) -> Sense | None:
    """The one day of the sentence before, of what is told there and goes on here: "At 02:10 the shelling stopped"."""
    text = scene.text
    end = text.rfind("\n", 0, found.start)
    first = text.rfind("\n", 0, max(0, end)) + 1
    goes_on = end > 0 and text[end - 1 : end] != "\n" and text[end + 1 : found.start].strip(" [(") != ""
    days = [f.sense for f in before[:-6:-1] if first <= f.start < end and is_day(f) and day_of(f.sense.value or "")]
    same = len({(sense.value or "")[:10] for sense in days}) == 1
    return days[0] if goes_on and same and direction(scene, found.start, found.end) != AHEAD else None
