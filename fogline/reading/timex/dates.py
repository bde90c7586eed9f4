"""Dates with a number: ISO and numeric dates, days of a month, months, years, year ranges, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fogline.reading.timex import calendar, passage
from fogline.reading.timex.calendar import Interval, exactly
from fogline.reading.timex.numerals import ordinal
from fogline.reading.timex.sense import Rule, Scene, Sense, dated, unresolved
from fogline.reading.timex.tense import AHEAD, BEHIND, direction
from fogline.tables import lexicon_times as lexicon

EDGES = {"early": "START", "late": "END", "mid": "MID", "middle": "MID"}


NEAR = timedelta(days=2)  # a report may be dated a day or two before the day it tells of


def edge(words: str | None) -> str | None:
    """The mod of "early", "mid-", "late"."""
    return next((mod for word, mod in EDGES.items() if word in (words or "").lower()), None)


def border(words: str | None) -> str | None:
    """The mod of "the end of", "the beginning of", "the middle of"."""
    return next((mod for word, mod in lexicon.words("border").items() if word in (words or "").lower()), None)


def month_number(words: str) -> int:
    """1..12 for a month's name or short form."""
    form = words.lower().rstrip(".")
    return int(lexicon.words("month").get(form) or lexicon.words("month_short")[form])


def weekday_number(words: str) -> int:
    """1 (Monday) .. 7 for a weekday's name or short form."""
    form = words.lower().rstrip(".")
    return int(lexicon.words("weekday").get(form) or lexicon.words("weekday_short")[form])


def full_year(words: str) -> int:
    """A year of two digits as this or the last century's: 68 is 2068, 69 is 1969."""
    year = int(words.lstrip("'"))
    return year + (2000 if year < 69 else 1900) if year < 100 else year


def iso(m: re.Match[str], scene: Scene) -> Sense | None:
    """2025-11-20, with or without a time of day."""
    when = calendar.day(int(m["y"]), int(m["mo"]), int(m["d"]))
    if when is None:
        return unresolved(None, "no such day in the calendar")
    return dated(f"{when}T{m['t']}" if m["t"] else str(when), "date in full")


def numeric(m: re.Match[str], scene: Scene) -> Sense | None:
    """20/11/2025 or 11/20/25: the order that gives a day; of two the one nearer to the report, else month first."""
    a, b, year = int(m["a"]), int(m["b"]), full_year(m["y"])
    orders = ((b, a),) if "." in m[0] else ((a, b), (b, a))
    days = [when for when in (calendar.day(year, *order) for order in orders) if when]
    if not days:
        return None
    now = scene.now.day
    best = min(days, key=lambda when: abs((when - now).days)) if now else days[0]
    sense = dated(str(best), "date in figures")
    if len(set(days)) == 1 or now:
        return sense
    low, high = min(days), max(days)
    return Sense("DATE", str(year), "date in figures, day and month in doubt", Interval(low, high, low, high))


def day_of_month(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "5 November", "Nov. 5, 2025", "Friday, 21 November": without a year the one that fits tense and report."""
    number, month = ordinal(m["d"]), month_number(m["m"])
    if m["y"]:
        when = calendar.day(full_year(m["y"]), month, number)
        why, anchor = "date in full", "none"
    elif near_year(m, scene):
        when = calendar.day(near_year(m, scene), month, number)
        why, anchor = "day and month; year by the report's", "published"
    else:
        when, why, anchor = of_year(number, month, scene, m)
    if when is None:
        possible = calendar.day(2024, month, number)
        value = f"XXXX-{month:02d}-{number:02d}" if possible and not m["y"] else None
        return unresolved(value, "year unknown" if value else "no such day in the calendar")
    return dated(str(when), why + _weekday_misfit(m, when), anchor=anchor)


def near_year(m: re.Match[str], scene: Scene) -> int:
    """The year that "of last year" after a date names, or 0."""
    words = (m.groupdict().get("ry") or "").lower()
    step = {"last": -1, "this": 0, "next": 1}.get(words)
    return scene.now.year + step if step is not None and scene.now.year else 0


def _weekday_misfit(m: re.Match[str], when: date) -> str:
    named = m.groupdict().get("w")
    if not named or weekday_number(named) == when.isoweekday():
        return ""
    return f"; but that day is a {when:%A}"


def of_year(number: int, month: int, scene: Scene, m: re.Match[str]) -> tuple[date | None, str, str]:
    """The day with its year told by an event's name, by the passage, or by tense and report; why; and the anchor."""
    if event := known_event(number, month, scene.text[m.end() : m.end() + 40]):
        return event, passage.EVENT, "none"
    if year := passage.year_of(month, number, scene, m.start()):
        return calendar.day(year, month, number), passage.WHY, "previous"
    return _by_report(number, month, scene, m), "day and month; year by tense and report", "published"


def _by_report(number: int, month: int, scene: Scene, m: re.Match[str]) -> date | None:
    now = scene.now
    if now.day is None:
        return _in_known_year(number, month, scene, m)
    days = [when for y in (-1, 0, 1) if (when := calendar.day(now.day.year + y, month, number))]
    looks = direction(scene, m.start(), m.end())
    fitting = [d for d in days if (looks != BEHIND or d <= now.day + NEAR) and (looks != AHEAD or d >= now.day - NEAR)]
    today = now.day
    return min(fitting or days, key=lambda when: abs((when - today).days), default=None)


def _in_known_year(number: int, month: int, scene: Scene, m: re.Match[str]) -> date | None:
    """With only the report's month known, the year can still be told for most dates; with less, not."""
    now = scene.now
    if now.year is None or now.month is None:
        return None
    looks = direction(scene, m.start(), m.end())
    away = (month - now.month) % 12
    if looks == AHEAD or (looks != BEHIND and away <= 5):
        return calendar.day(now.year + (month < now.month), month, number)
    return calendar.day(now.year - (month > now.month), month, number)


EVENTS = {
    (11, 9): (2001, r"(?:terror(?:ist)? )?attacks?\b"),
    (7, 10): (2023, r"(?:Hamas )?(?:attacks?|massacre|assault)\b"),
}


def known_event(number: int, month: int, after: str) -> date | None:
    """As in "the September 11 attacks": a day that has become the name of what happened on it."""
    year, words = EVENTS.get((number, month), (None, ""))
    return date(year, month, number) if year and re.match(r"(?:'s)? ?" + words, after, re.I) else None


def day_range(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "5-8 November", "Nov. 5 to 8, 2025": one stretch of days."""
    month = month_number(m["m"])
    first, last = (int(re.match(r"\d+", m[part])[0]) for part in ("d", "e"))  # type: ignore[index]
    if last <= first or last - first > 30:
        return None
    known, why, anchor = (None, "first to last day", "none") if m["y"] else of_year(first, month, scene, m)
    year = full_year(m["y"]) if m["y"] else known.year if known else 0
    begin, finish = (calendar.day(year, month, number) if year else None for number in (first, last))
    if begin is None or finish is None:
        possible = calendar.day(2024, month, last) and not year
        value = f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}" if possible else None
        return unresolved(value, "days of a month, year unknown" if possible else "no such day in the calendar")
    value = f"P{last - first + 1}D"
    return Sense("DURATION", value, why, exactly(begin, finish), None, anchor, framed=True)


def month(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "March", "late March 2022", "mid-June", "the end of March", "last March"."""
    if not _is_month(m, scene):
        return None
    number = month_number(m["m"])
    mod = edge(m["edge"]) or border(m["border"])
    tight = bool(m["border"])
    if m["y"]:
        return dated(f"{full_year(m['y']):04d}-{number:02d}", "month and year", mod=mod, tight=tight)
    told = None if m["det"] or m["ry"] else passage.year_of(number, 1, scene, m.start())
    if told:
        return dated(f"{told:04d}-{number:02d}", passage.WHY, anchor="previous", mod=mod, tight=tight)
    year = near_year(m, scene) or _year_of_month(number, (m["det"] or "").lower().strip(), scene, m)
    if year is None:
        return unresolved(f"XXXX-{number:02d}", "month; year unknown", mod=mod)
    return dated(
        f"{year:04d}-{number:02d}", "month; year by tense and report", anchor="published", mod=mod, tight=tight
    )


BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|between|through|throughout|for|and|to|around|"
    r"about|on|over|or|than|every|each) $|[-–—/] ?$",
    re.I,
)


def _is_month(m: re.Match[str], scene: Scene) -> bool:
    """May, March, April, June and August are also verbs, names and marches: alone they need company."""
    if m["y"] or m["edge"] or m["border"] or m["det"] or len(m["m"]) > 6 or month_number(m["m"]) not in (3, 4, 5, 6, 8):
        return True
    if re.match(r" [A-Z][a-z]", scene.text[m.end() : m.end() + 3]) and month_number(m["m"]) != 3:
        return False
    return bool(BEFORE_MONTH.search(scene.text[max(0, m.start() - 12) : m.start()])) or m["m"].endswith(".")


def _year_of_month(number: int, det: str, scene: Scene, m: re.Match[str]) -> int | None:
    now = scene.now
    if now.year is None or now.month is None:
        return None
    if det in ("last", "past", "this past"):
        return now.year - (number >= now.month)
    if det in ("next", "coming", "this coming"):
        return now.year + (number <= now.month)
    if det == "this":
        return now.year
    ahead = direction(scene, m.start(), m.end()) == AHEAD
    return now.year + (number < now.month) if ahead else now.year - (number > now.month)


def day_alone(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "on the 24th": in the month that fits tense and report and has such a day."""
    number, now = int(m["d"]), scene.now.day
    if re.match(
        r" (?:century|anniversary|birthday|floor|brigade|[A-Z]|\w+ (?:brigade|division|army))",
        m.string[m.end() : m.end() + 40],
    ):
        return None
    if now is None:
        return unresolved(f"XXXX-XX-{number:02d}", "day of a month; month unknown")
    step = 1 if direction(scene, m.start(), m.end()) == AHEAD else -1
    starts = (calendar.shift(now.replace(day=1), step * back, "M") for back in range(4))
    days = (calendar.day(start.year, start.month, number) for start in starts if start)
    when = next((day for day in days if day and (day - now).days * step >= 0), None)
    return dated(str(when), "day of the month; month by tense and report", anchor="published") if when else None


DET = r"(?:(?P<det>last|next|this past|this coming|this|past|coming) )?"


RULES: tuple[Rule, ...] = (
    (
        "iso",
        r"(?P<y>(?:19|20)\d\d)[-/](?P<mo>\d\d)[-/](?P<d>\d\d)(?:[T ](?P<t>\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?))"
        r"?",
        iso,
    ),
    ("numeric", r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<y>(?:19|20)\d\d|\d\d)(?![/.-]?\d)", numeric),
    ("slashed", r"(?P<d>\d{1,2})[/-](?P<m><month>)[/-](?P<y><year>)", day_of_month),
    ("slashed_us", r"(?P<m><month>)[/-](?P<d>\d{1,2})[/-](?P<y><year>)", day_of_month),
    ("year_first", r"(?P<y><year>)[/-](?P<m><month>)[/-](?P<d>\d{1,2})", day_of_month),
    ("word_day", r"(?:the )?(?P<d><ord>) of (?P<m><month>)(?:(?: ?,)? ?(?P<y><year>))?", day_of_month),
    (
        "days_month",
        r"(?:<anyweekday><c>)?(?P<d><dd>) ?(?:-|–|to|and|until|through) ?(?:the )?(?P<e><dd>)"
        r" (?:of )?(?P<m><month>)(?:(?: ?,)? ?(?P<y><year>))?",
        day_range,
    ),
    (
        "month_days",
        r"(?P<m><month>) (?P<d><dd>) ?(?:-|–|to|and|through|until) ?(?P<e><dd>)(?: ?,? ?(?P<y><year>))?",
        day_range,
    ),
    (
        "day_month",
        r"(?:(?P<w><anyweekday>)(?:<c>| )(?:the )?)?(?:the (?=\d+[a-z]))?(?P<d><dd>)(?: of)?[ -](?P<m><month>)(?:(?:"
        r" ?,)?(?: of| in)?[ -](?P<y><year>)|(?: of)? (?P<ry>last|next|this) year)?",
        day_of_month,
    ),
    (
        "month_day",
        r"(?:(?P<w><anyweekday>)(?:<c>| ))?(?P<m><month>)(?: |(?<=[.]))(?:the )?(?P<d><dd>)(?:(?: ?,)?(?: of| in)?"
        r" ?(?P<y><year>)|(?: of)? (?P<ry>last|next|this) year)?",
        day_of_month,
    ),
    (
        "month",
        rf"(?:(?:the )?(?P<border><border>)|(?P<edge><edge>))?{DET}(?P<m><month>)(?:(?: ?,)?(?: of|"
        r" in)? (?P<y><year>)|(?: of)? (?P<ry>last|next|this) year)?",
        month,
    ),
)


LATE_RULES: tuple[Rule, ...] = (("day_alone", r"the (?P<d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)", day_alone),)
