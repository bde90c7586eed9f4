"""The words around an expression: since, until, by, after; ranges of two; clock times and their day; quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from fogline.reading.timex.calendar import Interval, covered
from fogline.reading.timex.sense import Found, Now, Sense, day_of

DAY = timedelta(days=1)
PREPOSITION = re.compile(
    r"\b(?P<word>(?:ever )?since|no later than|not later than|until|till|up to|up until|by|before|prior to|ahead of|after|"
    r"as of|starting|starting on|starting from|beginning|effective|from|through|following|onwards? from|not before|not? (?:earlier|sooner) than)"
    r"(?: (?:at least|about|around|early|late|on|in))?(?: the)? ?$",
    re.I,
)
TO = re.compile(r" ?(?:to|until|till|through|up to|-|–|—)(?: the)? ?", re.I)
AND = re.compile(r" and(?: the)? ", re.I)
JOINED = re.compile(
    r" |, | at | at around | at about | at approximately | on | of | around | about | before | on the | in the ", re.I
)


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
    (r"(?:ever )?since|as of|starting.*|beginning|effective|from|onwards? from|not before|not? (?:earlier|sooner) than", since, None),
    (r"until|till|up to|up until", until, None),
    (r"by|no(?:t)? later than", by, None),
    (r"before|prior to|ahead of", before, "BEFORE"),
    (r"after|following", after, "AFTER"),
    (r"through", through, None),
)


def settle(found: Sequence[Found], text: str, now: Now, quoted: Callable[[int], bool]) -> list[Found]:
    """The findings with their clock times dated, ranges and prepositions read, and quotations marked."""
    dated = _clocks(found, text, now)
    ranges = _ranges(dated, text)
    framed = [ranges.get(n) or _framed(f, text) for n, f in enumerate(dated)]
    return [_anchored(f, now, quoted) for f in framed]


def _framed(found: Found, text: str) -> Found:
    """The finding with the preposition before it read into its interval."""
    sense = found.sense
    match = PREPOSITION.search(text[max(0, found.start - 32) : found.start])
    if match is None or sense.type not in ("DATE", "TIME") or sense.interval.begin is None:
        return found
    if sense.framed and re.fullmatch(r"until|till|by|through|before", match["word"], re.I):
        known = None if match["word"].lower() in ("by", "before") else sense.interval.finish
        ends = Interval(None, None, known, sense.interval.finish_latest)
        return replace(found, sense=replace(sense, interval=ends))
    for pattern, move, mod in FRAMES:
        if re.fullmatch(pattern, match["word"], re.I) and not _names_an_event(found, text, mod or match["word"]):
            sense = replace(sense, interval=move(sense.interval), mod=sense.mod or mod)
            return replace(found, sense=replace(sense, why=f"{sense.why}; {match['word'].lower()}"))
    return found


def _names_an_event(found: Found, text: str, word: str) -> bool:
    """As in "after Sunday's vote", "by Tuesday's raid": the preposition belongs to the event, the day is its own."""
    follows = text[found.end : found.end + 12]
    loose = word in ("BEFORE", "AFTER") or word.lower() == "by"
    return loose and bool(re.match(r"['’]s\b", follows) or re.search(r"\bthe $", text[: found.start][-5:]))


def _ranges(found: Sequence[Found], text: str) -> dict[int, Found]:
    """As in "from X to Y", "between X and Y", "X-Y": both ends carry the whole range."""
    out: dict[int, Found] = {}
    for n, (a, b) in enumerate(pairwise(found)):
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


def _can_bound(found: Found) -> bool:
    return found.sense.type in ("DATE", "TIME") and found.sense.interval.begin is not None


def _same_grain(a: Found, b: Found) -> bool:
    return len(a.sense.value or "") == len(b.sense.value or "") and not (a.sense.value or "X").startswith("P")


def _clocks(found: Sequence[Found], text: str, now: Now) -> list[Found]:
    """Clock times joined to the day beside them, or dated by the day told in their sentence or by the report's."""
    out: list[Found] = []
    skip = -1
    for n, f in enumerate(found):
        if n <= skip:
            continue
        if f.sense.clock is None:
            following = found[n + 1] if n + 1 < len(found) else None
            if following and following.sense.clock and _touch(f, following, text) and _is_day(f):
                out.append(_joined(f, following))
                skip = n + 1
                continue
            out.append(f)
            continue
        following = found[n + 1] if n + 1 < len(found) else None
        if following and _is_day(following) and _touch(f, following, text):
            out.append(_joined(following, f))
            skip = n + 1
        else:
            out.append(_lone(f, out, found[n + 1 :], text, now))
    return out


def _touch(a: Found, b: Found, text: str) -> bool:
    return bool(JOINED.fullmatch(text[a.end : b.start]))


def _is_day(found: Found) -> bool:
    return found.sense.type == "DATE" and bool(
        re.fullmatch(r"\d{4}-\d\d-\d\d|XXXX-XX-XX|XXXX-WXX-\d|XXXX-\d\d-\d\d", found.sense.value or "")
    )


def _joined(day: Found, clock: Found) -> Found:
    start, end = min(day.start, clock.start), max(day.end, clock.end)
    return Found(start, end, clock.rule, _timed(clock.sense, day.sense.value or "", day.sense))


def _timed(clock: Sense, value: str, day: Sense | None) -> Sense:
    full = f"{value}{clock.clock}"
    anchor = day.anchor if day else "none"
    return replace(clock, value=full, interval=covered(full), anchor=anchor, clock=None)


def _lone(found: Found, past: Sequence[Found], coming: Sequence[Found], text: str, now: Now) -> Found:
    """A clock time without a day beside it: the nearest day told in its sentence, else the report's day."""
    left, right = text.rfind("\n", 0, found.start), text.find("\n", found.end)
    stop = max(
        left,
        max(
            (m.end() for m in re.finditer(r"[.!?] (?=[A-Z])", text[max(0, found.start - 400) : found.start])), default=0
        )
        + max(0, found.start - 400)
        - 1,
    )
    near = [f for f in reversed(past) if f.start >= stop and day_of(f.sense.value or "")]
    near += [
        f for f in coming if f.start < (right if right >= 0 else len(text)) and f.start - found.end < 60 and _is_day(f)
    ]
    if near and day_of(near[0].sense.value or ""):
        return replace(found, sense=_timed(found.sense, str(near[0].sense.value)[:10], near[0].sense))
    if now.day:
        sense = _timed(found.sense, str(now.day), None)
        return replace(found, sense=replace(sense, anchor="published", why=sense.why + " on the report's day"))
    return replace(found, sense=_timed(found.sense, "XXXX-XX-XX", None))


def _anchored(found: Found, now: Now, quoted: Callable[[int], bool]) -> Found:
    """Times in a quotation count from when it was spoken; with a dateline, from its day."""
    if found.sense.anchor != "published":
        return found
    anchor = "spoken" if quoted(found.start) else now.anchor if now.anchor != "none" else "none"
    return replace(found, sense=replace(found.sense, anchor=anchor))
