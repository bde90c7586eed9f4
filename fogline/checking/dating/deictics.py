"""What words that count from the day of writing say of it, beside an explicit date.

"Yesterday, Sunday 9 June 2019" was written on 10 June; "next month, in May 2016" in April 2016; "last year, 2023" in
2024; "in the quarter just ended, the second of 2017" that summer; a dateline, "we are writing this on ..." and
"figures run to ..." on the day named or after it. Silent inside quotation marks and behind "the" ("the next year,
2020, he ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.checking.dating.presupposed import LAST, Presupposed
from fogline.checking.dating.written import Written, moved, periods, quoted, written
from fogline.checking.story import Days, Story, clean
from fogline.records import Span

WEEK = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
POINTER = re.compile(
    r"(?<!the )(?<!ago )(?<!that )(?<!his )(?<!her )(?<!its )(?<!their )(?<!every )\b"
    r"(?:(?P<day>yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening))"
    r"(?:\s+(?:morning|evening|night|afternoon))?"
    rf"|(?P<which>last|this|next|(?:the )?coming)\s+(?P<unit>week|month|year|{WEEK})(?:['’]s\s+(?:\w+\s+){{1,2}})?)"
    r"(?P<gap>\s*(?:[,(–—-]\s*)?(?:(?:on|in|for)\s+)?(?:the\s+)?(?:(?:night|evening|morning)\s+of\s+)?)$",
    re.I,
)
NEXT_MONTH_WHICH = re.compile(
    r"(?<!the )\b(?P<which>last|this|next)\s+(?P<unit>week|month|year)['’]s\b[^.;:“”\"]{3,60}?"
    r"\b(?:whose|which|falls|fell|held|scheduled|due|set)\b[^.;:“”\"]{0,40}?\b(?:on|for|in)\s+$",
    re.I,
)
DAYS_OFF = {"yesterday": 1, "tomorrow": -1}
STEPS = {"last": 1, "this": 0, "next": -1, "coming": -1, "the coming": -1}
DATELINE = re.compile(
    r"(?:^|\n)\s*[A-Z][A-Z.’' -]{2,40}(?:,\s*[A-Z][\w. ]{2,20})?(?:\s*\([^)\n]{2,30}\))?\s*[,–—-]?\s*$"
)
WRITING = re.compile(
    r"\b(?:(?:we|I)\s+(?:are\s+|am\s+)?writ(?:e|ing)(?:\s+this)?|(?:at|as of)\s+(?:the\s+time\s+of\s+|this\s+)writing"
    r"|this\s+(?:report|article|text|dispatch|bulletin|update|note)\s+(?:was|is)\s+(?:\w+\s+)?"
    r"(?:written|filed|completed|closed|finished|compiled))"
    r"\b[,(]?\s*(?:on\s+)?(?:the\s+)?(?:(?:evening|morning|night|afternoon)\s+of\s+)?$",
    re.I,
)
CUT = re.compile(
    r"\b(?:figures|data|numbers|counts?|tall(?:y|ies)|information|statistics|records)\b[^.;:]{0,40}?\b"
    r"(?:run|runs|go|goes|reach(?:es)?|are|is|stand|extend)s?\s+(?:(?:correct|current|updated|valid|complete)\s+)?"
    r"(?:up\s+)?(?:to|until|through|as\s+of)\s+(?:the\s+)?$",
    re.I,
)
QUARTER = re.compile(
    r"\bquarter\s+(?:that\s+(?:has\s+)?)?just\s+(?:ended|over|gone|past),\s+the\s+(?P<a>first|second|third|fourth|last)"
    r"\s+(?:of|in)\s+$"
    r"|\b(?P<b>first|second|third|fourth|last)\s+quarter\s+of\s+$",
    re.I,
)
JUST = re.compile(r",\s+(?:which\s+(?:has\s+)?)?just\s+(?:ended|over|gone)\b", re.I)
QUARTER_ENDS = {"first": "03-31", "second": "06-30", "third": "09-30"}


def pointed(story: Story) -> Iterator[Presupposed]:
    """All that points from the day of writing to a date, or gives the day of writing itself."""
    for one in written(story):
        if not quoted(story, one.span.start):
            before = story.text[max(0, one.span.start - 130) : one.span.start]
            found = _pointer(before, one) or _own_day(before, one) or _quarter(story, before, one)
            if found:
                start, allowed = found
                span = Span(one.span.start - len(before) + start, one.span.end)
                yield Presupposed(span, allowed, f"“{clean(story.words(span))}”")


def _pointer(before: str, one: Written) -> tuple[int, tuple[Days, ...]] | None:
    match = POINTER.search(before) or NEXT_MONTH_WHICH.search(before)
    if not match or (not one.month and not re.search(r"[,(–—]\s*(?:in\s+)?$", before)):
        return None
    names = match.groupdict()
    if names.get("day"):
        step = DAYS_OFF.get(names["day"].lower(), 0)
        return (match.start(), periods(one, lambda d: moved(d, step - 1, step + 1))) if one.day else None
    which, unit = re.sub(r"\s+", " ", match["which"].lower()), match["unit"].lower()
    if unit in ("week", "month") and not one.month:
        return None
    return match.start(), periods(one, lambda d: _stepped(d, unit, STEPS[which]))


def _stepped(period: Days, unit: str, step: int) -> Days:
    """The days on which "last", "this" or "next" week, month, year or weekday can point to a period."""
    if unit == "year":
        year = int(period[0][:4]) + step
        return moved((f"{year:04d}-01-01", f"{year:04d}-12-31"), -3, 3)
    if unit == "month":
        first, last = _month(period[0], step)[0], _month(period[1], step)[1]
        return moved((first, last), -2, 2)
    ahead = {1: (1, 14), 0: (-7, 7), -1: (-14, -1)}[step]
    return moved(period, ahead[0], ahead[1])


def _month(day: str, step: int) -> Days:
    count = int(day[:4]) * 12 + int(day[5:7]) - 1 + step
    first = f"{count // 12:04d}-{count % 12 + 1:02d}-01"
    return first, moved((f"{(count + 1) // 12:04d}-{(count + 1) % 12 + 1:02d}-01",) * 2, -1, -1)[0]


def _own_day(before: str, one: Written) -> tuple[int, tuple[Days, ...]] | None:
    """A dateline, the day of writing, or the day that figures run to."""
    if not one.day:
        return None
    line = DATELINE.search(before) if one.year else None
    match = line or WRITING.search(before)
    if match:
        return match.start() + len(match[0]) - len(match[0].lstrip()), periods(one, lambda d: moved(d, -1, 2))
    cut = CUT.search(before) if one.year else None
    return (cut.start(), periods(one, lambda d: (d[0], LAST))) if cut else None


def _quarter(story: Story, before: str, one: Written) -> tuple[int, tuple[Days, ...]] | None:
    match = QUARTER.search(before) if one.year and not one.month else None
    if not match or not (match["a"] or JUST.match(story.text[one.span.end : one.span.end + 30])):
        return None
    last = QUARTER_ENDS.get((match["a"] or match["b"]).lower(), "12-31")
    return match.start(), (moved((f"{one.year}-{last}",) * 2, -3, 75),)
