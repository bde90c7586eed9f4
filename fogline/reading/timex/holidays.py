"""Named days: Christmas, Orthodox Easter, New Year's Eve, the eve of a holiday, Independence Day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fogline.reading.timex import calendar
from fogline.reading.timex.sense import Rule, Scene, Sense, dated, unresolved
from fogline.reading.timex.tense import AHEAD, BEHIND, direction
from fogline.tables import lexicon_times as lexicon


def holiday(m: re.Match[str], scene: Scene) -> Sense | None:
    """A holiday, or the day before it, in the year told, else the one that fits tense and report.

    Days that every country or creed keeps on its own date (`-` in time_holidays.tsv) are named, but not dated.
    """
    name, eve = m["h"].lower(), timedelta(days=1 if m["eve"] else 0)
    if lexicon.holidays()[name] == "-":
        return unresolved(m["y"] or "XXXX-XX-XX", "holiday; its date differs by country or year")
    if m["y"]:
        return dated(str(calendar.holiday(name, int(m["y"])) - eve), "holiday and year")
    now = scene.now.day
    if now is None:
        return unresolved(_any_year(name, eve), "holiday; year unknown")
    days = [calendar.holiday(name, now.year + y) - eve for y in (-1, 0, 1)]
    return dated(str(_fitting(days, now, m, scene)), "holiday; year by tense and report", anchor="published")


def _any_year(name: str, eve: timedelta) -> str:
    """The day of the month where it is the same each year."""
    days = {f"{calendar.holiday(name, year) - eve:%m-%d}" for year in range(2001, 2005)}
    return f"XXXX-{days.pop()}" if len(days) == 1 else "XXXX-XX-XX"


def _fitting(days: list[date], now: date, m: re.Match[str], scene: Scene) -> date:
    det = (m["det"] or "").lower().strip()
    looks = {"last": BEHIND, "next": AHEAD}.get(det) or direction(scene, m.start(), m.end())
    fitting = [d for d in days if (looks != BEHIND or d <= now) and (looks != AHEAD or d >= now)]
    return min(fitting or days, key=lambda when: abs((when - now).days))


RULES: tuple[Rule, ...] = (
    (
        "holiday",
        r"(?P<eve>the eve of (?:an? |the )?)?(?:(?P<det>last|next|this past|this coming|this|past|coming) )?"
        r"(?P<h><holiday>)(?!\w| (?:trees?|cards?|gifts?|presents?|carols?)\b| (?-i:Island|Rising))"
        r"(?:,? (?P<y><year>))?",
        holiday,
    ),
)
