"""Periods: the past two weeks, the coming days, weekends, seasons, quarters, decades, centuries, fiscal years."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from fogline.reading.timex import numerals
from fogline.reading.timex.calendar import Interval, covered, exactly, shift, value_at
from fogline.reading.timex.dates import border, edge
from fogline.reading.timex.lengths import (
    CLOCK_UNITS,
    count_of,
    duration_value,
    known_to,
    modifier_of,
    unit_code,
    vague_ends,
    vague_value,
)
from fogline.reading.timex.sense import Rule, Scene, Sense, dated, unresolved
from fogline.reading.timex.tense import AHEAD, direction
from fogline.tables import lexicon_times as lexicon

LASTS = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not) $", re.I)
BACK = re.compile(r"\b(?:last|past|previous|preceding)\b", re.I)
DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
WORDS_YEARS = {word: n for n, word in enumerate(DECADES, 2)}


def span_to_now(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the past two weeks", "the next six months", "the last 48 hours": a length that touches the report."""
    unit = unit_code(m["u"])
    if LASTS.search(scene.text[max(0, m.start() - 12) : m.start()]) and m["det"].lower() == "last":
        return None
    if m["v"]:
        return near_plural(m, scene, m["v"])
    count = count_of(m) if m["n"] else 1
    value, sign = duration_value(count, unit), -1 if BACK.search(m["det"]) else 1
    now, mod = scene.now.day, modifier_of(m)
    end = shift(now, sign * count, unit) if now else None
    if now is None or end is None:
        return unresolved(value, "a length up to the report's day, which is unknown", kind="DURATION", mod=mod)
    if unit in CLOCK_UNITS and end == now:
        end = now + timedelta(days=sign) if unit == "H" else now
    first, last = min(now, end), max(now, end)
    interval = Interval(first, first, last, last)
    return Sense("DURATION", value, "a length up to or from the report's day", interval, mod, "published", framed=True)


def near_plural(m: re.Match[str], scene: Scene, words: str | None = None) -> Sense | None:
    """As in "recent days", "the coming weeks", "the past few months": vague stretches up to or from the report."""
    unit, past = unit_code(m["u"]), bool(re.search(r"recent|last|past|previous", m["det"], re.I))
    value = vague_value(unit) if words else "PAST_REF" if past else "FUTURE_REF"
    kind = "DURATION" if words else "DATE"
    now = scene.now.day
    if now is None:
        return unresolved(value, "a vague stretch by the report's day, which is unknown", kind=kind)
    near, far = vague_ends(now, -1 if past else 1, unit, words)
    day = timedelta(days=1)
    if past:
        interval = Interval(far, near, now - day, now)
    else:
        interval = Interval(now, now + day, None if not words else near, far)
    return Sense(kind, value, "a vague stretch by the report's day", interval, None, "published", framed=True)


def weekend(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the weekend", "at the weekend": the last one, or the next where the verb looks ahead."""
    now = scene.now.day
    if now is None:
        return unresolved("XXXX-WXX-WE", "weekend; report's day unknown")
    ahead = direction(scene, m.start(), m.end()) == AHEAD or now.isoweekday() > 5
    when = now if ahead else now - timedelta(days=7)
    return dated(value_at(when, "E"), "weekend by tense", anchor="published")


def border_of(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the end of the year", "the start of next week", "late this year": a part of a period near the report."""
    unit = unit_code(m["u"])
    now = known_to(unit, scene.now)
    step = {"next": 1, "last": -1, "the past": -1}.get(" ".join((m["det"] or "").lower().split()), 0)
    mod = border(m["border"])
    start = shift(now, step, unit) if now else None
    if start is None:
        return unresolved("XXXX" if unit == "Y" else None, "part of a period that is not told", mod=mod)
    return dated(value_at(start, unit), "part of a period by the report's day", anchor="published", mod=mod, tight=True)


def season(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "last winter", "the summer of 2023", "this spring": northern seasons, winter dated by its December."""
    code = lexicon.words("season")[m["s"].lower()]
    if m["s"].lower() == "fall" and not m["y"] and scene.text[m.end() : m.end() + 4] == " of ":
        return None
    mod = edge(m["edge"])
    if m["y"]:
        return dated(f"{m['y']}-{code}", "season and year (north)", mod=mod)
    now = scene.now.day
    det = (m["det"] or "").lower().split()[-1:] or [""]
    if m["det"] is None and not re.search(
        r"\b(?:in|since|until|by|during|through|over|before|after|of|into) $",
        scene.text[max(0, m.start() - 8) : m.start()],
    ):
        return None
    if now is None:
        return unresolved(f"XXXX-{code}", "season; year unknown", mod=mod)
    year = _season_year(code, det[0], now, scene, m)
    return dated(f"{year}-{code}", "season by tense and report (north)", anchor="published", mod=mod)


def _season_year(code: str, det: str, now: date, scene: Scene, m: re.Match[str]) -> int:
    """The year of the nearest such season, behind or ahead."""
    years = (now.year - 2, now.year - 1, now.year, now.year + 1)
    ends = {y: covered(f"{y}-{code}") for y in years}
    over = [y for y in years if (ends[y].finish_latest or now) < now]
    begun = [y for y in years if (ends[y].begin or now) <= now]
    if det in ("last", "past", "previous"):
        return over[-1]
    if det in ("next", "coming") or (det != "this" and direction(scene, m.start(), m.end()) == AHEAD):
        return next(y for y in years if (ends[y].begin or now) > now)
    if det == "this":
        in_winter = code == "WI" and now.month <= 3
        return now.year - 1 if in_winter else now.year
    return begun[-1]


def part_of_year(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the second quarter of 2024", "the first half of the year", "Q3 2025"."""
    parts = m.groupdict()
    size = "H" if (parts.get("what") or "").lower() == "half" or (parts.get("what") or "").lower() == "h" else "Q"
    last = (parts.get("o") or "").lower() in ("last", "final")
    number = (
        (2 if size == "H" else 4) if last else numerals.ordinal(parts["o"]) if parts.get("o") else int(parts["q"] or 0)
    )
    if not 1 <= number <= (2 if size == "H" else 4):
        return None
    year = parts.get("y") or (_nearest_year(parts.get("of") or "", number, size, scene))
    if year is None:
        return unresolved(f"XXXX-{size}{number}", "part of a year that is not told")
    return dated(f"{year}-{size}{number}", "part of a year", anchor="none" if parts.get("y") else "published")


def _nearest_year(words: str, number: int, size: str, scene: Scene) -> str | None:
    now = scene.now
    if now.year is None:
        return None
    if words:
        return f"{now.year + (-1 if 'last' in words.lower() else 1 if 'next' in words.lower() else 0)}"
    begun = covered(f"{now.year}-{size}{number}").begin
    return f"{now.year - 1}" if now.day and begun and begun > now.day else f"{now.year}"


def decade(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the 1990s", "the mid-1980s", "the nineties"."""
    digits = m["digits"] or m["short"]
    if digits and len(digits) == 4 and digits.endswith("00") and not digits.startswith("20"):
        return dated(digits[:2], "century", mod=edge(m["edge"]))
    if digits:
        value = digits[:3] if len(digits) == 4 else ("20" if digits[0] in "012" else "19") + digits[0]
    else:
        value = f"19{WORDS_YEARS[m['word'].lower()]}"
    return dated(value, "decade", mod=edge(m["edge"]))


def century(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the 19th century"."""
    number = numerals.ordinal(m["o"])
    return dated(f"{number - 1:02d}", "century", mod=edge(m["edge"])) if 2 <= number <= 22 else None


def fiscal(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "fiscal year 2024", "the 2024-25 financial year": edges differ by country, so they are ranges."""
    year = int(m["y"] or m["y2"])
    return dated(f"FY{year}", "fiscal year; its first month differs by country")


def academic(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the 2024-25 school year": from late summer to early summer."""
    year = int(m["y"])
    interval = Interval(date(year, 8, 1), date(year, 10, 1), date(year + 1, 5, 1), date(year + 1, 7, 31))
    return Sense("DATE", f"{year}", "school year, north", interval, framed=True)


def part_of_period(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the first week of March", "the last days of 2024", "the first three months of the year"."""
    skipped = {"second": 1, "third": 2, "fourth": 3}.get(m["det"].lower(), 0)
    if not (m["m"] or m["of"] or m["y"]) or (skipped and (m["n"] or m["u"].lower() != "week")):
        return None
    whole = f"{m['y'] or scene.now.year or ''}" + (f"-{_month(m['m'])}" if m["m"] else "")
    period, first = covered(whole), m["det"].lower() not in ("last", "final")
    if period.begin is None or period.finish is None:
        return unresolved(None, "part of a period that is not told")
    if m["n"] is None and m["u"].lower().endswith("s"):
        return dated(whole, "part of a period", mod="START" if first else "END", tight=True)
    count, unit = numerals.number(m["n"]) if m["n"] else 1, unit_code(m["u"])
    start = period.begin + timedelta(weeks=skipped)
    ends = _first_units(start, count, unit) if first else _last_units(period.finish, count, unit)
    anchor = "none" if m["y"] else "published"
    return ends and _part(ends, count, unit, anchor)


def _first_units(start: date, count: float, unit: str) -> tuple[date, date] | None:
    end = shift(start, count, unit)
    return (start, end - timedelta(days=1)) if end else None


def _last_units(finish: date, count: float, unit: str) -> tuple[date, date] | None:
    start = shift(finish + timedelta(days=1), -count, unit)
    return (start, finish) if start else None


def _part(ends: tuple[date, date], count: float, unit: str, anchor: str) -> Sense:
    """One unit is a date (a week by its Thursday, as ISO counts weeks), several are a length with known ends."""
    middle = ends[0] + timedelta(days=3 if unit == "W" else 0)
    kind, value = ("DATE", value_at(middle, unit)) if count == 1 else ("DURATION", duration_value(count, unit))
    return Sense(kind, value, "part of a period", exactly(*ends), None, anchor, framed=True)


def _month(words: str) -> str:
    return (
        lexicon.words("month").get(words.lower().rstrip(".")) or lexicon.words("month_short")[words.lower().rstrip(".")]
    )


def decade_to_now(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "the past decade", "the last year": a length, unlike "last year"."""
    sense = span_to_now(m, scene)
    return sense and replace(sense, mod=None)


DET = r"(?P<det>the past|the last|the previous|the next|the coming|past|last|next|coming|the preceding|the following)"
RULES: tuple[Rule, ...] = (
    (
        "part_of_period",
        r"the (?P<det>first|second|third|fourth|last|final) (?:(?P<n><num>) )?(?P<u>(?:hour|day|week"
        r"|month)s?) of (?:(?P<m><month>) ?)?(?:(?P<of>the year|this year)|(?P<y><year>))?(?<![ ])",
        part_of_period,
    ),
    ("span_to_now", rf"{DET} (?:(?P<mod><mod>))?(?:(?P<v><vague>)|(?P<n><num>)) (?P<u><unit>)", span_to_now),
    (
        "count_to_now",
        r"(?:the )?(?P<v>)(?P<n><num>) (?P<det>past|last|previous|next|coming|upcoming|preceding) (?P<u><unit>)",
        span_to_now,
    ),
    (
        "decade_to_now",
        r"(?P<det>the past|the last|the next|the coming) (?P<v>)(?P<n>)(?P<u>hour|day|week|fortnight"
        r"|month|year|decade|century)(?!s)",
        decade_to_now,
    ),
    (
        "near_plural",
        r"(?:the )?(?P<det>recent|most recent|more recent|coming|last|past|next|previous|upcoming)"
        r" (?P<u>hours|days|weeks|weekends|months|quarters|years|decades|centuries)",
        near_plural,
    ),
    (
        "border_of",
        r"(?:the )?(?P<border><border>)(?P<det>the|this|next|last|the past|the current) (?P<u>day|week"
        r"|weekend|month|quarter|year|decade|century)(?!s)",
        border_of,
    ),
    ("weekend", r"the weekend", weekend),
    (
        "season",
        r"(?:(?P<edge><edge>)(?:the )?)?(?P<det>(?:last|this past|this coming|this|next|past|coming"
        r"|the coming|the past|the previous|the) )?(?P<s><season>)(?:(?: of)? (?P<y><year>)(?:[-–/]\d\d(?:\d\d)?(?!"
        r"\d))?)?",
        season,
    ),
    (
        "part_of_year",
        r"(?:the )?(?P<o>first|second|third|fourth|last|final) (?P<what>quarter|half) of (?:(?P<y><year>)|(?P<of>the"
        r" year|this year|last year|next year))",
        part_of_year,
    ),
    ("this_quarter", r"the (?P<o>first|second|third|fourth) (?P<what>quarter)(?! of\b)", part_of_year),
    ("year_quarter", r"(?P<y><year>)[ -]?(?P<what>[QH])(?P<q>[1-4])", part_of_year),
    ("quarter", r"(?P<what>[QH])(?P<q>[1-4])(?: (?:of )?(?P<y><year>))?", part_of_year),
    (
        "decade",
        r"(?:the )?(?P<edge><edge>)?(?:the )?(?:(?P<digits>1[0-9]\d0|20\d0)['’]?s"
        r"|(?:['’]|(?<=the[ ]))(?P<short>[1-9]0)['’]?s"
        r"|(?:nineteen[- ])?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        decade,
    ),
    ("century", r"(?:the )?(?P<edge><edge>)?(?P<o><ord>)[ -]century", century),
    (
        "fiscal",
        r"(?:the )?(?:(?:fiscal|financial)(?: year)? (?P<y><year>)|(?:\d{4}[-–/])?(?P<y2><year>) (?:fiscal"
        r"|financial) year)",
        fiscal,
    ),
    ("academic", r"(?:the )?(?P<y><year>)[-–/]\d\d(?:\d\d)? (?:academic|school) year", academic),
)
