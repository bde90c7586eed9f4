"""Times of day: clock times with zones, noon and midnight, parts of a day. Their day is found in `frame`."""

from __future__ import annotations

import re

from fogline.reading.timex.dates import edge
from fogline.reading.timex.sense import Rule, Scene, Sense
from fogline.reading.timex.weekdays import part_value
from fogline.tables import lexicon_times as lexicon

NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
NOT_CLOCK = re.compile(r"^ ?(?:%|percent|per cent|km|points?|million|billion|[-–]\d|[:.]\d)", re.I)


def clock(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "18:00 UTC", "6:40 p.m.", "9 a.m. local time", "0600 GMT", "14:30"."""
    hour, minute = int(m["h"]), int(m["min"] or 0)
    half = (m["half"] or "").lower().replace(".", "").replace(" ", "")
    if NOT_CLOCK.match(scene.text[m.end() : m.end() + 12]) or hour > 24 or minute > 59:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return _at(f"T{hour % 24:02d}:{minute:02d}", m)


def _at(time: str, m: re.Match[str]) -> Sense:
    zone = m.groupdict().get("zone")
    offset = lexicon.words("zone").get((zone or "").lower(), "")
    why = f"clock time, {zone}" if zone else "clock time"
    return Sense("TIME", None, why, clock=time + offset)


def military(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "0600 GMT", "1430 hours"."""
    hour, minute = int(m["h"]), int(m["min"])
    return _at(f"T{hour:02d}:{minute:02d}", m) if hour < 24 and minute < 60 else None


def oclock(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "five o'clock": morning or afternoon is not told."""
    return (
        Sense("TIME", None, "clock time; half of the day not told", clock=f"T{int(m['h']):02d}:00") if m["h"] else None
    )


def named(m: re.Match[str], scene: Scene) -> Sense | None:
    """Noon, midnight; "after midnight" is the day's beginning, "until midnight" its end."""
    opens = m["word"].lower() == "midnight" and re.search(
        r"\b(?:after|past|from|since) $", scene.text[: m.start()][-7:]
    )
    return _at("T00:00" if opens else NAMED[m["word"].lower()], m)


def part(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "in the evening", "at dawn", "at night", "the night of"."""
    return Sense("TIME", None, "part of a day", mod=edge(m[0]), clock=part_value(m["part"] or "morning"))


HALF = r"(?P<half>[ap]\. ?m\.|[ap]m)"
ZONE = r"(?: ?\(? ?(?P<zone><zone>)(?: ?[+-]\d{1,2})?(?!\w)(?: ?\))?)?"
RULES: tuple[Rule, ...] = (
    ("clock_half", rf"(?P<h>\d{{1,2}})(?:[:.](?P<min>[0-5]\d))? ?{HALF}{ZONE}", clock),
    ("clock", rf"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?P<half>)(?: ?(?:hours|hrs|h))?{ZONE}", clock),
    ("military", r"(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d) ?(?:(?P<zone><zone>)|hours|hrs)", military),
    ("clock_zone", r"(?P<h>\d{1,2})(?P<min>)(?P<half>) (?P<zone>GMT|UTC)", clock),
    ("oclock", r"(?P<h>\d{1,2}) o['’]clock", oclock),
    ("named_hour", rf"(?P<word>noon|midday|midnight){ZONE}", named),
    (
        "part",
        r"(?:the )?(?:early |late )?(?:(?P<part>morning|afternoon|evening|night|dawn|dusk|daytime)"
        r"|(?P<hours>(?:early|small|pre-?dawn|morning) hours))(?= (?:of|on) (?:the )?(?:<month>|<weekday>"
        r"|<dd>|yesterday|today))",
        part,
    ),
)
