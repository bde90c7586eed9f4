"""Weekdays: which week a bare "Friday" means is told by the verb; "last", "next" and "this" tell it themselves."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fogline.reading.timex.calendar import weekday_after, weekday_before
from fogline.reading.timex.dates import edge, weekday_number
from fogline.reading.timex.sense import Rule, Scene, Sense, dated, unresolved
from fogline.reading.timex.tense import AHEAD, direction
from fogline.tables import lexicon_times as lexicon


def part_value(words: str | None) -> str:
    """The TIMEX3 suffix of a part of the day: "TNI" for night, "" for none.

    >>> part_value("early morning"), part_value(None)
    ('TMO', '')
    """
    return "T" + lexicon.words("part")[words.lower()] if words else ""


def weekday(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "Sunday", "early Tuesday", "last Friday", "Monday morning", "Tuesday of last week"."""
    number = weekday_number(m["w"])
    part, mod = part_value(m["part"]), edge(m["edge"])
    if m["night"]:
        part = "TNI"
    if m["plural"]:
        return Sense("SET", f"XXXX-WXX-{number}{part}", "each week on that day")
    if re.search(r"\ba $", scene.text[max(0, m.start() - 3) : m.start()], re.I) and not re.match(
        " [a-z]", scene.text[m.end() : m.end() + 2]
    ):
        return unresolved(f"XXXX-WXX-{number}{part}", "some such weekday", mod=mod, kind=_kind(part))
    if scene.now.day is None:
        return unresolved(f"XXXX-WXX-{number}{part}", "weekday; report's day unknown", mod=mod, kind=_kind(part))
    det = (m["det"] or "").lower().strip()
    week = (m["week"] or "").lower()
    when = _of_week(number, scene.now.day, week) if week else _by_word(number, det, scene, m)
    why = f"weekday by {week or det}" if week or det else "weekday by tense"
    sense = dated(f"{when}{part}", why, anchor="published")
    return Sense(sense.type, sense.value, sense.why, sense.interval, mod, sense.anchor)


def _kind(part: str) -> str:
    return "TIME" if part else "DATE"


def _of_week(number: int, now: date, week: str) -> date:
    step = -1 if "last" in week else 1 if "next" in week else 0
    return now - timedelta(days=now.isoweekday() - number) + timedelta(weeks=step)


def _by_word(number: int, det: str, scene: Scene, m: re.Match[str]) -> date:
    now = scene.now.day
    assert now is not None
    back, ahead = (now.isoweekday() - number) % 7, (number - now.isoweekday()) % 7
    if det in ("last", "previous", "past", "this past", "the past"):
        return weekday_before(now, number)
    if det in ("coming", "this coming", "this upcoming", "the coming", "upcoming"):
        return weekday_after(now, number)
    if det in ("next", "the next"):
        return _of_week(number, now, "next")
    looks = direction(scene, m.start(), m.end())
    if det == "this" and (looks == AHEAD or ahead <= 7 - now.isoweekday()):
        return now + timedelta(days=ahead)
    return now + timedelta(days=ahead) if looks == AHEAD else now - timedelta(days=back)


def from_day(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the following Monday", "the previous Friday": counted from the last day told."""
    number, previous = weekday_number(m["w"]), scene.previous()
    if previous is None or previous.value is None:
        return unresolved(f"XXXX-WXX-{number}", "weekday from a day that is not told", anchor="previous")
    start = date.fromisoformat(previous.value[:10])
    step = weekday_after if m["det"].lower() in ("following", "next") else weekday_before
    when = step(start, number)
    return dated(str(when), "weekday from the last day told", anchor="previous")


DET = r"(?:(?P<det>last|previous|next|this(?: past| coming| upcoming)?|past|coming|upcoming|the coming|the past) )?"
RULES: tuple[Rule, ...] = (
    (
        "week_weekday",
        r"(?P<week>last week|this week|next week),?(?: on)? (?P<w><weekdays>)(?: (?P<part><part>))?"
        r"(?P<edge>)(?P<night>)(?P<plural>)(?P<det>)",
        weekday,
    ),
    ("from_day", r"the (?P<det>following|previous|preceding|next) (?P<w><weekday>)", from_day),
    (
        "weekday",
        rf"(?P<edge><edge>)?{DET}(?P<edge2>early |late )?(?P<w><weekdays>)(?P<plural>s)?"
        r"(?: (?P<part><part>)|(?P<night> overnight))?(?: (?:of )?(?P<week>last week|this week|next week))?",
        weekday,
    ),
)
