"""The words around an expression: since, until, by, after; ranges of two; clock times and their day; quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from fogline.reading.timex.calendar import Interval, covered, shift
from fogline.reading.timex.days import clocks, is_day
from fogline.reading.timex.passage import year_ahead
from fogline.reading.timex.sense import Found, Scene
from fogline.reading.timex.spoken import anchored, respoken

DAY = timedelta(days=1)
PREPOSITION = re.compile(
    r"\b(?P<word>(?:ever )?since|not? later than|until|till|up to|up until|by|before|prior to|ahead of|after|"
    r"starting|starting on|starting from|beginning|effective|from|through|following|not before|"
    r"not? (?:earlier|sooner) than)"
    r"(?: (?:at least|about|around|early|late|on|in))?(?: the)? ?$",
    re.I,
)
TO = re.compile(r" ?(?:to|until|till|through|up to|-|–|—)(?: the)? ?", re.I)
AND = re.compile(r" and(?: the)? ", re.I)


CHANGED_FROM = re.compile(  # "has halved from last year" compares, it does not begin
    r"\b(?:halved|doubled|trebled|tripled|quadrupled|rose|risen|fell|fallen|up|down|(?:increas|decreas|chang|declin)\w+|"
    r"grew|grown|climbed|dropped|drop|rise|differ\w*|unchanged) from (?:the )?$",
    re.I,
)
AT_LEAST = re.compile(r"\b(?:until|till|up to|up until) at least", re.I)
CLOCK = re.compile(r"T\d\d:\d\d")
SHORTLY = re.compile(
    r"\b(?:shortly|just|soon|right|immediately|moments|minutes|seconds|little) \w+ (?:about |around )?$", re.I
)
COUNTS = re.compile(r" (before|after|from|following) (?:the )?", re.I)
YEARLESS = ("month", "day_month", "month_day")


def since(i: Interval) -> Interval:
    """Begins within the period, has no known end."""
    return Interval(i.begin, i.finish_latest)


def until(i: Interval) -> Interval:
    """Ends within the period."""
    return Interval(None, None, i.begin, i.finish_latest)


def by(i: Interval) -> Interval:
    """Ends within the period at the latest."""
    return Interval(None, None, None, i.finish_latest)


def before(i: Interval) -> Interval:
    """Ends before the period begins."""
    return Interval(None, None, None, i.begin and i.begin - DAY)


def after(i: Interval) -> Interval:
    """Begins after the period is over."""
    return Interval(i.finish_latest and i.finish_latest + DAY)


def through(i: Interval) -> Interval:
    """Ends with the period's own end."""
    return Interval(None, None, i.finish, i.finish_latest)


FRAMES: tuple[tuple[str, Callable[[Interval], Interval], str | None], ...] = (
    (
        r"(?:ever )?since|starting.*|beginning|effective|from|not before|not? (?:earlier|sooner) than",
        since,
        None,
    ),
    (r"until|till|up to|up until", until, None),
    (r"by|no(?:t)? later than", by, None),
    (r"before|prior to|ahead of", before, "BEFORE"),
    (r"after|following", after, "AFTER"),
    (r"through", through, None),
)


def settle(found: Sequence[Found], scene: Scene, quoted: Callable[[int], bool]) -> list[Found]:
    """The findings with quotations counted from when they were spoken, clock times dated, prepositions read."""
    text, now = scene.text, scene.now
    found = respoken(found, scene, quoted)
    dated = _counted(clocks(year_ahead(list(found), text), scene), text)
    ranges = _ranges(dated, text)
    framed = [ranges.get(n) or _framed(f, text) for n, f in enumerate(dated)]
    return anchored(framed, now, quoted)


def _counted(found: list[Found], text: str) -> list[Found]:
    """As in "two weeks before 13 May": the length counts from the day beside it, and names a day too."""
    out = list(found)
    for n, (a, b) in enumerate(pairwise(found)):
        link = COUNTS.fullmatch(text[a.end : b.start])
        start = b.sense.interval.begin
        match = re.fullmatch(r"P(\d+)([DWMY])", a.sense.value or "")
        if link and match and a.rule == "duration" and is_day(b) and start:
            when = shift(start, int(match[1]) * (-1 if link[1].lower() == "before" else 1), match[2])
            interval = Interval(when, when, when, when)
            sense = replace(a.sense, interval=interval, anchor=b.sense.anchor, why="counted from the day beside it")
            out[n] = replace(a, sense=sense)
            out[n + 1] = replace(b, sense=replace(b.sense, framed=True))
    return out


def _framed(found: Found, text: str) -> Found:
    """The finding with the preposition before it read into its interval."""
    sense = found.sense
    lead = text[max(0, found.start - 32) : found.start]
    match = PREPOSITION.search(lead)
    settled = (sense.framed and sense.type == "DATE" and sense.mod is None) or CHANGED_FROM.search(lead)
    if settled or match is None or sense.type not in ("DATE", "TIME") or sense.interval.begin is None:
        return found
    if sense.framed and re.fullmatch(r"until|till|by|through|before", match["word"], re.I):
        known = None if match["word"].lower() in ("by", "before") else sense.interval.finish
        ends = Interval(None, None, known, sense.interval.finish_latest)
        return replace(found, sense=replace(sense, interval=ends))
    if CLOCK.search(sense.value or ""):
        return _about_the_hour(found, match["word"].lower(), lead)
    return _moved(found, match, text)


def _moved(found: Found, match: re.Match[str], text: str) -> Found:
    """The finding with its interval as its preposition means it."""
    sense, word = found.sense, match["word"]
    if AT_LEAST.search(match[0]):
        return replace(found, sense=replace(sense, interval=Interval(None, None, sense.interval.begin, None)))
    for pattern, move, mod in FRAMES:
        if re.fullmatch(pattern, word, re.I) and not _names_an_event(found, text, mod or word):
            sense = replace(sense, interval=move(sense.interval), mod=sense.mod or mod)
            return replace(found, sense=replace(sense, why=f"{sense.why}; {word.lower()}"))
    return found


def _about_the_hour(found: Found, word: str, before: str) -> Found:
    """As in "shortly after 2 a.m.", "since noon": what follows an hour begins on its day, not on the next one."""
    i = found.sense.interval
    mod = {"before": "BEFORE", "prior to": "BEFORE", "after": "AFTER", "following": "AFTER"}.get(word)
    if SHORTLY.search(before):
        interval = i
    elif mod == "AFTER":
        interval = since(i)
    elif mod == "BEFORE":
        interval = by(i)
    else:
        interval = next((move(i) for pattern, move, _ in FRAMES if re.fullmatch(pattern, word)), i)
    sense = replace(found.sense, interval=interval, mod=found.sense.mod or mod)
    return replace(found, sense=replace(sense, why=f"{sense.why}; {word}"))


def _names_an_event(found: Found, text: str, word: str) -> bool:
    """As in "after Sunday's vote", "by Tuesday's raid": the preposition belongs to the event, the day is its own."""
    follows = text[found.end : found.end + 12]
    loose = word in ("BEFORE", "AFTER") or word.lower() == "by"
    return loose and bool(
        re.match(r"['’]s\b", follows) or re.search(r"\bthe $", text[max(0, found.start - 5) : found.start])
    )


def _ranges(found: Sequence[Found], text: str) -> dict[int, Found]:
    """As in "from X to Y", "between X and Y", "X-Y": both ends carry the whole range."""
    out: dict[int, Found] = {}
    for n, (a, b) in enumerate(pairwise(found)):
        a, b = _same_year(a, b), _past_midnight(a, _week_on(a, b))  # noqa: PLW2901
        if not (_can_bound(a) and _can_bound(b)):
            continue
        lead, link = text[max(0, a.start - 16) : a.start], text[a.end : b.start]
        opened = re.search(r"\b(from|between)(?: the)?(?: early| late)? $", lead, re.I)
        joined = (TO.fullmatch(link) and (opened or _same_grain(a, b))) or (
            AND.fullmatch(link) and opened and opened[1].lower() == "between"
        )
        if joined and (a.sense.interval.begin or date.min) <= (b.sense.interval.finish_latest or date.max):
            whole = Interval(*a.sense.interval[:2], *b.sense.interval[2:])
            if opened and len(a.sense.value or "") < 10:
                whole = Interval(
                    a.sense.interval.begin,
                    a.sense.interval.finish,
                    b.sense.interval.begin_latest,
                    b.sense.interval.finish_latest,
                )
            for k, f in ((n, a), (n + 1, b)):
                out[k] = replace(f, sense=replace(f.sense, interval=whole, why=f"{f.sense.why}; one end of a range"))
    return out


def _same_year(a: Found, b: Found) -> Found:
    """As in "from March to June 2022", "1 to 10 December": the first end takes its year from the second."""
    one, two = a.sense.value or "", b.sense.value or ""
    fits = (
        re.fullmatch(r"\d{4}(-\d\d)+", one)
        and re.fullmatch(r"\d{4}(-\d\d)+", two)
        and len(one) == len(two)
        and "published" in (a.sense.anchor, b.sense.anchor)
    )
    if not fits or a.sense.anchor == "none" or a.rule not in YEARLESS or one[:4] == two[:4]:
        return a
    year = int(two[:4]) - (one[4:] > two[4:])
    value = f"{year}{one[4:]}"
    interval = covered(value)
    return replace(a, sense=replace(a.sense, value=value, interval=interval)) if interval.begin else a


def _week_on(a: Found, b: Found) -> Found:
    """As in "from next Monday to Friday": the second weekday follows the first."""
    first, last = a.sense.interval.begin, b.sense.interval.begin
    if a.rule != "weekday" or b.rule != "weekday" or not first or not last or not timedelta() < first - last < 7 * DAY:
        return b
    when = last + 7 * DAY
    value = f"{when}{(b.sense.value or '')[10:]}"
    return replace(b, sense=replace(b.sense, value=value, interval=covered(value)))


def _past_midnight(a: Found, b: Found) -> Found:
    """As in "from 8pm until 6am": an earlier hour of the same day is the next day's."""
    one, two = a.sense.value or "", b.sense.value or ""
    start = b.sense.interval.begin
    later = CLOCK.search(one) and CLOCK.search(two) and one[:10] == two[:10] and one[10:16] > two[10:16]
    if not later or not start or "T24" in two:
        return b
    value = f"{start + DAY}{two[10:]}"
    return replace(b, sense=replace(b.sense, value=value, interval=covered(value)))


def _can_bound(found: Found) -> bool:
    return found.sense.type in ("DATE", "TIME") and found.sense.interval.begin is not None


def _same_grain(a: Found, b: Found) -> bool:
    return len(a.sense.value or "") == len(b.sense.value or "") and not (a.sense.value or "X").startswith("P")
