"""Lengths of time: "for three months", "weeks", "a 27-year contract", "within 48 hours", "in two weeks"."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.reading.timex.calendar import UNKNOWN, Interval, shift
from fogline.reading.timex.lengths import (
    SHIFT,
    count_of,
    duration_value,
    modifier_of,
    unit_code,
    vague_ends,
    vague_value,
)
from fogline.reading.timex.relative import from_report
from fogline.reading.timex.sense import Now, Rule, Scene, Sense
from fogline.reading.timex.tense import verb_form

AGE = re.compile(r"[ -]+old\b| of age\b|,? aged? ", re.I)
FOR = re.compile(r"\b(?:for|over|in)(?: (?:about|at least|almost|nearly|some|around|the))* $", re.I)
FIRST_IN = re.compile(
    r"\b(?:first|second|third|only|worst|best|most|least|\w{3,}est)\b[^.,;]{0,30} in (?:the )?$", re.I
)
WITHIN = re.compile(r"\b(?:within|inside|in under|in less than)(?: the)? $", re.I)
TIMELY = re.compile(
    r"\b(?:for|in|within|after|than|over|during|every|about|nearly|almost|under|once|of|lasted|lasts|last|took|takes|take|"
    r"by|to|spent|half|until|wait|waited|only|just|another|throughout) $",
    re.I,
)
PLURAL = re.compile(
    r"\b(for|in|over|after|within|during|lasts?|lasted|lasting|takes?|taken|took|of|spent)(?: the)? $", re.I
)
RATED = re.compile(r"(?:\d|\b(?:twice|once|percent|million|billion|trillion|people|\w+s)) $", re.I)


def duration(m: re.Match[str], scene: Scene) -> Sense | None:
    """A counted length; "for" with a perfect verb reaches up to the report, "within" and "in" from it."""
    unit = unit_code(m["u"])
    before, after = scene.text[max(0, m.start() - 50) : m.start()], scene.text[m.end() : m.end() + 12]
    if AGE.match(after) or re.search(r"\b(?:aged|age of) $", before) or _not_a_length(m, before, unit):
        return None
    value = vague_value(unit, m["v"]) if m["v"] else duration_value(count_of(m), unit)
    sense = Sense("DURATION", value, "length of time", UNKNOWN, modifier_of(m), framed=True)
    return _placed(sense, m, scene, before)


def _not_a_length(m: re.Match[str], before: str, unit: str) -> bool:
    """Seconds that are ordinals, "a second", "one day" as some day, articles without a length's company."""
    words = m[0].lower()
    if words == "one day" and not TIMELY.search(before):
        return True
    article = not m["mod"] and m["n"] and m["n"].lower() in ("a", "an") and not m["plus"]
    if article and (unit in ("S", "MN", "N") or not TIMELY.search(before)):
        return True
    return bool(unit == "S" and re.search(r"\bsecond$", words)) or bool(re.search(r"[$£€]$|-$", before))


def _placed(sense: Sense, m: re.Match[str], scene: Scene, before: str) -> Sense:
    now = scene.now.day
    if now is None:
        return sense
    form, _ = verb_form(scene, m.start(), m.end())
    unit = unit_code(m["u"])
    if WITHIN.search(before):
        return _within(sense, m, scene) if form not in ("past", "pluperfect") else sense
    if re.search(r"\bin $", before) and form == "future":
        return from_report(m, scene, 1) or sense
    if FIRST_IN.search(before):
        return replace(sense, interval=_since(m, scene.now, unit), anchor="published", why="nothing like it so long")
    if FOR.search(before) and (form == "perfect" or (form == "none" and not re.search(r"\bin $", before))):
        return replace(sense, interval=_since(m, scene.now, unit), anchor="published", why="length up to the report")
    return sense


def _within(sense: Sense, m: re.Match[str], scene: Scene) -> Sense:
    assert scene.now.day
    unit = unit_code(m["u"])
    end = vague_ends(scene.now.day, 1, unit, m["v"])[1] if m["v"] else shift(scene.now.day, count_of(m), unit)
    return replace(sense, interval=Interval(None, None, None, end), anchor="published", why="within, from the report")


def _since(m: re.Match[str], now: Now, unit: str) -> Interval:
    """The begin of a length that lasts until the report."""
    assert now.day
    if not m["v"]:
        begin = shift(now.day, -count_of(m), unit)
        return Interval(begin, begin)
    near, far = vague_ends(now.day, -1, unit, m["v"])
    return Interval(far, near)


def bare_plural(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "for months", "in years", "over decades", "within days": a length that is not counted."""
    unit, now = unit_code(m["u"]), scene.now.day
    lead = PLURAL.search(scene.text[max(0, m.start() - 30) : m.start()])
    if lead is None or (lead[1].lower() in ("in", "of") and scene.text[m.end() : m.end() + 3] == " of"):
        return None
    value, prep = vague_value(unit), lead[1].lower()
    sense = Sense("DURATION", value, "length that is not counted", framed=True)
    if now is None:
        return sense
    form, _ = verb_form(scene, m.start(), m.end())
    near, far = vague_ends(now, -1 if prep != "within" else 1, unit, None)
    if prep == "within" and form not in ("past", "pluperfect"):
        return replace(sense, interval=Interval(None, None, None, far), anchor="published")
    if prep in ("for", "in", "over") and form in ("perfect", "present", "none"):
        why = "length that is not counted, up to the report"
        return replace(sense, interval=Interval(far, near), anchor="published", why=why)
    return sense


def lasting(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "a months-long siege", "year-long", "decades-old"."""
    unit = unit_code(m["u"])
    plural = m["u"].lower().endswith("s")
    return Sense("DURATION", vague_value(unit) if plural else duration_value(1, unit), "length of time", framed=True)


def attributive(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "a 27-year contract", "the two-week truce", "his four-month-long detention"."""
    if AGE.match(scene.text[m.end() : m.end() + 12]):
        return None
    return Sense("DURATION", duration_value(count_of(m), unit_code(m["u"])), "length of time", framed=True)


def rate(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "15 a year", "per day": a set."""
    before = scene.text[max(0, m.start() - 20) : m.start()]
    if m["per"].lower() in ("a", "an") and (
        not RATED.search(before) or re.search(r"\b(?:was|is|has|as|this|his|its) $", before)
    ):
        return None
    unit = unit_code(m["u"])
    return Sense("SET", duration_value(1, unit), "rate: each such period", framed=True)


RULES: tuple[Rule, ...] = (
    ("attributive", r"(?P<n><num>)-(?P<u><unit>)(?:[ -]long)?(?! later| ago| earlier)", attributive),
    ("lasting", r"(?P<u><unit>)(?:[- ]long|-old)", lasting),
    (
        "rate",
        r"(?P<per>a|an|per|each) (?P<u>second|minute|hour|day|week|month|quarter|year|decade)(?!s|"
        r" ago| later| earlier| and a half| before| after)",
        rate,
    ),
    ("duration", rf"{SHIFT}(?:'s? time)?", duration),
    ("bare_plural", r"(?P<u><units>)", bare_plural),
)
