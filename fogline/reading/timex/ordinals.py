"""Ordinals and counted days as claims about a beginning: "its third year", "day 1,000", "the tenth anniversary".

A thing in its n-th year at day D began between D - n years and D - (n-1) years: a statement that can be checked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from fogline.reading.timex.calendar import UNKNOWN, Interval, shift
from fogline.reading.timex.lengths import unit_code
from fogline.reading.timex.numerals import number, ordinal
from fogline.reading.timex.sense import Rule, Scene, Sense
from fogline.reading.timex.tense import BEHIND, direction, verb_form

COUNTED = re.compile(
    r"(?:^|[\n.,;:“\"(—–-] ?|\b(?:on|of|by|to|as|was|is|marks?|marked|for|until|enters|entered|and|its|now) )$", re.I
)
ONGOING = {"enter", "begin", "start", "mark", "reach", "approach", "near"}
CLOSE = timedelta(days=31)  # a report on an anniversary appears within a month of it


def nth_unit(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "enters its eighth year", "a third straight day of talks"."""
    count, straight = ordinal(m["o"]), re.search(r"straight|consecutive|successive", m[0], re.I)
    form, lemma = verb_form(scene, m.start(), m.end())
    over = form in ("past", "pluperfect") and lemma not in ONGOING and not straight
    why = f"ordinal claim: {m['u'].lower()} {count}"
    sense = _claim(count, unit_code(m["u"]), scene, why)
    return replace(sense, interval=UNKNOWN, anchor="none", why=why + ", told of the past") if over else sense


def day_number(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "day 1,000 of the war"."""
    count = int(number(m["n"]))
    if not COUNTED.search(scene.text[max(0, m.start() - 20) : m.start()]) or not count:
        return None
    return _claim(count, unit_code(m["u"]), scene, f"ordinal claim: {m['u'].lower()} {count}")


def _claim(count: int, unit: str, scene: Scene, why: str) -> Sense:
    now = scene.now.range
    interval = _began(count, unit, now) if now else UNKNOWN
    return Sense("DURATION", None, why, interval, anchor="published" if now else "none", framed=True)


def _began(count: int, unit: str, now: tuple[date, date]) -> Interval:
    return Interval(shift(now[0], -count, unit), shift(now[1], -(count - 1), unit))


def anniversary(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the tenth anniversary": what it recalls lies that many years back, within a month of the report's day."""
    count, now = ordinal(m["o"]), scene.now.day
    why = f"ordinal claim: {count} years since"
    back = shift(now, -count, "Y") if now else None
    if back is None or count > 1000:
        return Sense("DATE", None, why, framed=True)
    late = back if direction(scene, m.start(), m.end()) == BEHIND else back + CLOSE
    return Sense("DATE", None, why, Interval(back - CLOSE, late), anchor="published", framed=True)


UNIT = r"(?P<u>day|night|week|weekend|month|quarter|year|decade)"
STRAIGHT = r"(?: (?:straight|consecutive|successive|full))"
RULES: tuple[Rule, ...] = (
    ("anniversary", r"(?:(?:the|its|their) )?(?P<o><ord>)(?: |-year )anniversary", anniversary),
    ("nth_unit", rf"(?:(?:its|their|his|her|our|a|the) )?(?P<o><ord>){STRAIGHT} {UNIT}", nth_unit),
    ("nth_of", rf"(?:its|their|a|an|his|her|the war['’]s) (?P<o><ord>) {UNIT}", nth_unit),
    (
        "the_nth",
        rf"the (?P<o><ord>) {UNIT}(?= of (?:the |a |its |their )?(?:war|conflict|fighting|siege|invasion"
        r"|protests?|talks|strikes?|offensive|operation|truce|ceasefire|campaign|blockade|unrest|clashes"
        r"|occupation))",
        nth_unit,
    ),
    (
        "day_number",
        r"(?P<u>day) (?:number )?(?P<n>\d{1,3}(?:,\d{3})+|\d{1,4}|one|two|three|four|five|six|seven"
        r"|eight|nine|ten)(?= (?:of|since|into)\b|[:,.]|$)",
        day_number,
    ),
)
