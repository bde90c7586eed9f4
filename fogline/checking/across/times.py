"""When it was: two days, two hours, two parts of the day or two lengths of time for one thing (C405).

Days of statements ("the ministry said on Monday") are left out, a night belongs to both its days, hours in other zones
can be one, and "about" and "shortly before" have room. Compared is only what the other report has nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from fogline.checking.across.aligning import Pair
from fogline.checking.across.clock import DAY, Hour, hours, same_hour
from fogline.checking.across.incident import (
    AS_OF,
    CARRIED,
    PART,
    Incident,
    Moment,
    Range,
    ahead_of_gmt,
    meet,
    narrowest,
    reach,
    spans,
)
from fogline.checking.across.lineage import differing
from fogline.checking.across.measures import SPANS
from fogline.checking.across.telling import Passage, Telling, near_days
from fogline.checking.dating.calendar import LENGTHS
from fogline.checking.story import Days, disjoint
from fogline.records import Finding, Quantity, Timex

SURE = 0.2
PHASES = (("point", "point"), ("begin", "begin"), ("end", "end"), ("begin", "point"), ("point", "begin"))
OTHER_THING = 24  # a length so many times another is of something else
COUNTED_FROM = re.compile(
    r",?\s+(?:\w+\s+){1,2}(?:hours?|days?|weeks?|months?)\s+(?:after|before|later|earlier)\b", re.I
)
LASTED = re.compile(
    r"\b(?:last(?:ed|s|ing)|for|after|during|over|took|went on|long|in less than|of fighting|within)\b", re.I
)
UNITS = {"second": 1 / 60, "minute": 1.0, "hour": 60.0, **{k: v * 1440 for k, v in LENGTHS.items()}}


def compare_times(pair: Pair) -> Iterator[Finding]:
    """C405: one thing on two days, at two hours, or for two lengths of time."""
    other_days = disjoint(pair.a.lead_days, pair.b.lead_days)
    ways = (_incidents, _days) if other_days else (_incidents, _days, _hours, _parts)
    found = (next(way(pair), None) for way in ways)
    yield from islice(filter(None, found), 1)
    yield from _lengths(pair)


def _incidents(pair: Pair) -> Iterator[Finding]:
    """Two days or hours that the reports give the incident itself, or its beginning or end."""
    ahead = ahead_of_gmt(pair.a, pair.b)
    here, there = (Incident(t, ahead).moments for t in (pair.a, pair.b))
    for one, two in PHASES:
        mine, other = [m for m in here if m.phase == one], [m for m in there if m.phase == two]
        if one == two or _begins_after(*((mine, other) if one == "begin" else (other, mine))):
            for x, y in islice(_rivals(mine, other), 1):
                yield differing(pair, ("C405", "time"), (x.words, y.words), (x.at, y.at))


def _begins_after(begin: Sequence[Moment], point: Sequence[Moment]) -> bool:
    """It is told to have begun when, by the other report, it had happened."""
    later, earlier = spans(begin), spans(point)
    if not (later and earlier):
        later, earlier = narrowest(begin), narrowest(point)
    return bool(later and earlier) and later[0][0] > earlier[-1][1]


def _rivals(here: Sequence[Moment], there: Sequence[Moment]) -> Iterator[tuple[Moment, Moment]]:
    """The two sentences that differ most plainly: by their days, else by their hours."""
    mine, other, clocks = spans(here), spans(there), (narrowest(here), narrowest(there))
    dated = [[m for m in told if m.days] for told in (here, there)]
    if any(days and not spans(days) for days in dated) or (mine and other and meet(mine, other)):
        return
    if all(clocks) and not meet(clocks[0], clocks[1], DAY) and not (mine and other and _gap(mine, other) > DAY // 2):
        yield from product(*([m for m in told if m.clocks == c] for told, c in zip((here, there), clocks, strict=True)))
    elif mine and other:
        yield from ((x, y) for x, y in product(*dated) if x.days and y.days and x.days[0] != y.days[0])


def _gap(here: Sequence[Range], there: Sequence[Range]) -> int:
    """The fewest minutes between two of the ranges, where none meet."""
    return min(max(c - b, a - d) for a, b in here for c, d in there)


def _days(pair: Pair) -> Iterator[Finding]:
    """Two days for one thing, where neither report knows the other's day."""
    here, there = list(_dated(pair.a)), list(_dated(pair.b))
    rivals = sorted(
        ((pair.affinity(p, q), s, t) for p, s, d in here for q, t, e in there if _two_days(pair, (p, d), (q, e))),
        key=lambda r: -r[0],
    )
    for _, s, t in rivals[:1]:
        words = tuple(x.ledger.text[y.start : y.end] for x, y in ((pair.a, s), (pair.b, t)))
        yield differing(pair, ("C405", "time"), (words[0], words[1]), (s.start, t.start))


def _dated(telling: Telling) -> Iterator[tuple[Passage, Timex, Days]]:
    for time in telling.ledger.times:
        passage, day = telling.at(time.start), telling.day(time)
        counted = COUNTED_FROM.match(telling.ledger.text, time.end) or CARRIED.match(telling.ledger.text, time.start)
        counted = counted or AS_OF.search(telling.ledger.text, max(0, time.start - 16), time.start)
        if passage and day and not (counted or passage.aside or telling.of_saying(time)) and day in telling.days:
            yield passage, time, day


def _two_days(pair: Pair, x: tuple[Passage, Days], y: tuple[Passage, Days]) -> bool:
    known = any(near_days(x[1], d) for d in pair.b.days) or any(near_days(y[1], d) for d in pair.a.days)
    sure = pair.affinity(x[0], y[0]) >= SURE or pair.best(x[0], y[0])
    return not known and (sure or max(x[0].number, y[0].number) <= 1)


def _hours(pair: Pair) -> Iterator[Finding]:
    """Two hours for one thing."""
    here, there = list(hours(pair.a.ledger.text)), list(hours(pair.b.ledger.text))
    mine = [h for h in here if not any(same_hour(h, o) for o in there)]
    other = [h for h in there if not any(same_hour(o, h) for o in here)]
    ranked = sorted((f for h in mine for o in other if (f := _two_hours(pair, h, o))), key=lambda f: -f[0])
    for _, h, o in ranked[:1]:
        yield differing(pair, ("C405", "time"), (h.words, o.words), (h.at, o.at))


def _two_hours(pair: Pair, h: Hour, o: Hour) -> tuple[float, Hour, Hour] | None:
    p, q = pair.a.at(h.at), pair.b.at(o.at)
    if p is None or q is None or p.aside or q.aside or not pair.close(p, q):
        return None
    return pair.affinity(p, q), h, o


def _parts(pair: Pair) -> Iterator[Finding]:
    """The morning in one report, the evening in the other, where neither tells of the other's part or hour."""
    here, there = _told_parts(pair.a), _told_parts(pair.b)
    for p, words, part, at in here:
        for q, words2, part2, at2 in there:
            alone = not any(_meet(part, x[2]) for x in there) and not any(_meet(x[2], part2) for x in here)
            if alone and _one_happening(pair, p, q):
                yield differing(pair, ("C405", "time"), (words, words2), (at, at2))
                return


def _one_happening(pair: Pair, p: Passage, q: Passage) -> bool:
    """Neither sentence of another time, near each other, and of one kind of happening or of the same people hurt."""
    sure = pair.affinity(p, q) >= SURE or pair.best(p, q)
    return sure and not p.aside and not q.aside and any(s.startswith("#") for s in p.stems & q.stems)


def _told_parts(telling: Telling) -> list[tuple[Passage, str, tuple[int, int], int]]:
    found = []
    for match in PART.finditer(telling.ledger.text):
        passage = telling.at(match.start())
        if passage and not _of_saying(telling, passage, match.start()):
            found.append((passage, match[0].strip(), reach(match), match.start()))
    for hour in hours(telling.ledger.text):
        if (passage := telling.at(hour.at)) and not hour.half_open and hour.zone is None:
            found.append((passage, hour.words, (hour.first, hour.last), hour.at))
    return found


def _of_saying(telling: Telling, passage: Passage, at: int) -> bool:
    time = next((t for t in telling.ledger.times if t.start <= at < t.end), None)
    return bool(time and telling.of_saying(time))


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return any(a[0] + s <= b[1] and b[0] <= a[1] + s for s in (0, 1440, -1440))


def _lengths(pair: Pair) -> Iterator[Finding]:
    """How long it lasted: numbers of hours or days that exclude each other by far."""
    here, there = (list(_lasting(t)) for t in (pair.a, pair.b))
    for p, x in here:
        for q, y in there:
            alone = not any(_as_long(x, o) for _, o in there) and not any(_as_long(o, y) for _, o in here)
            if alone and not p.aside and not q.aside and (pair.affinity(p, q) >= SURE or pair.best(p, q)):
                words = pair.a.ledger.text[x.start : x.end], pair.b.ledger.text[y.start : y.end]
                yield differing(pair, ("C405", "time"), words, (x.start, y.start))
                return


def _lasting(telling: Telling) -> Iterator[tuple[Passage, Quantity]]:
    for q in telling.ledger.quantities:
        passage = telling.at(q.start) if q.unit in SPANS and q.unit in UNITS and q.what != "age" and q.low else None
        if passage and LASTED.search(telling.ledger.text[max(passage.span.start, q.start - 30) : q.end + 14]):
            yield passage, q


def _as_long(a: Quantity, b: Quantity) -> bool:
    """One may be the other, rounded, or they are too far apart to be of one thing; an open side reaches far."""
    (a_low, a_high), (b_low, b_high) = _reaches(a), _reaches(b)
    near = a_low <= b_high * 1.3 and b_low <= a_high * 1.3
    return near or not 1 / OTHER_THING < a_low / b_low < OTHER_THING


def _reaches(q: Quantity) -> tuple[float, float]:
    unit, low = UNITS[q.unit], q.low or 0.0
    return low * unit, (low * 3 if q.high is None else q.high) * unit
