"""What counting from a date to now says of the day of writing: "six years ago, in 2018"; "born in 1970, turned 44".

"N years have passed since ... November 2016" was written about then; a round number may be off by a year more, "nearly"
goes below and "more than" above. An age beside a year of birth gives a year or two. Silent inside quotation marks and
where the counting is told in the past ("had passed", "turned 18 when ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fogline.checking.dating.presupposed import Presupposed
from fogline.checking.dating.written import Written, moved, periods, quoted, written_in
from fogline.checking.story import Days, Story, clean
from fogline.records import Span
from fogline.tables.lexicon_numbers import number_words

UNIT_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0, "decade": 3652.5}
LOOSE = {"year": (120, 330), "month": (31, 31), "week": (7, 7), "day": (1, 1), "decade": (900, 900)}
BLUR = r"(?:(?P<blur>nearly|almost|just under|close to|about|around|some|roughly|more than|over|just over|exactly)\s+)?"
BIRTH = re.compile(r"\bborn\b[^.;:“”\"]{0,60}?\b(?:in|on)\s+$")
AGE = re.compile(
    r"\b(?:(?P<turned>turned|turns|will\s+turn|will\s+be|is\s+turning)\s+(?P<n>[a-z-]+|\d{1,3})\b(?!\s+(?:when|as|in\s+\d|during|kilo|per|%))"
    r"(?P<when>\s+(?:\w+\s+(?:days?|weeks?|months?)\s+ago|(?:last|this|next)\s+\w+|yesterday|today|tomorrow"
    r"|on\s+\w+day|in\s+[A-Z]\w+))"
    r"|(?:is|who\s+is|he\s+is|she\s+is)\s+(?:now\s+)?(?P<is>\d\d)(?=[,.;]|\s+(?:years\s+old|and)\b)"
    r"|\bnow\s+(?:aged\s+)?(?P<now>\d\d)(?=[,.;]))"
)


@cache
def _number() -> str:
    return rf"(?P<n>\d{{1,3}}|(?:(?:{'|'.join(_tens())})[- ])?(?:{'|'.join(_small())}))"


@cache
def _small() -> tuple[str, ...]:
    return tuple(w for w, (_, kind) in number_words().items() if kind in ("small", "ten"))


@cache
def _tens() -> tuple[str, ...]:
    return tuple(w for w, (_, kind) in number_words().items() if kind == "ten")


def value(word: str) -> int | None:
    """The number of a short numeral in figures or words.

    >>> value("44"), value("Twenty-two"), value("next")
    (44, 22, None)
    """
    if word.isdigit():
        return int(word)
    parts = [number_words().get(p, (None, ""))[0] for p in re.split(r"[- ]", word.lower())]
    return int(sum(p for p in parts if p)) if all(p is not None for p in parts) else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    counted = rf"\b{BLUR}{_number()}\s+(?P<unit>year|month|week|day|decade)s?"
    return tuple(
        re.compile(p, re.I)
        for p in (
            rf"{counted}\s+ago(?:\s+(?P<now>this\s+(?:week|month)|today|now))?\s*[,(]?\s*(?:(?:now|back)\s*,\s*)?(?:on|in)\s+(?:the\s+)?$",
            rf"{counted}\s+ha(?:ve|s)\s+(?:now\s+|already\s+|just\s+)?(?:passed|gone\s+by|elapsed|gone)(?:\s+by)?\s+since\b[^.;“”\"]{{0,160}}?$",
            rf"\b(?:it\s+(?:is|has\s+been)|it['’]s(?:\s+been)?)\s+(?:now\s+)?{counted}\s+(?:now\s+)?since\b[^.;“”\"]{{0,160}}?$",
        )
    )


AFTER = re.compile(
    rf"\s*[,)]?\s+(?:and\s+)?(?:which\s+)?is\s+(?:now\s+)?{BLUR}(?P<n>\w+)\s+(?P<unit>year|month|week)s\s+old\b"
    rf"|\s*[,(]\s*{BLUR.replace('blur', 'blur2')}(?P<n2>\w+)\s+(?P<unit2>year|month|week)s\s+ago\b"
)


def elapsed(story: Story) -> Iterator[Presupposed]:
    """Every count from an explicit date to the day of writing."""
    for sentence in story.ledger.sentences:
        words = story.words((sentence.start, sentence.end))
        if re.search(r"\bago\b|\bsince\b|\bold\b|\bborn\b", words, re.I):
            yield from _counts(story, Span(sentence.start, sentence.end))


def _counts(story: Story, sentence: Span) -> Iterator[Presupposed]:
    for one in written_in(story, sentence):
        if one.year and not quoted(story, one.span.start):
            found = _before(story, sentence, one) or _after(story, sentence, one) or _age(story, sentence, one)
            if found:
                span, allowed = found
                yield Presupposed(span, allowed, f"“{clean(story.words(span))}”")
                return


def _before(story: Story, sentence: Span, one: Written) -> tuple[Span, tuple[Days, ...]] | None:
    before = story.words((sentence.start, one.span.start))
    match = next((m for p in _patterns() if (m := p.search(before))), None)
    n = value(match["n"]) if match else None
    if not match or n is None:
        return None
    exact = match.groupdict().get("now") or ""
    blur = exact if exact and exact != "now" else match["blur"]
    span = Span(sentence.start + match.start(), one.span.end)
    return span, periods(one, lambda d: _counted(d, n, match["unit"].lower(), blur))


def _after(story: Story, sentence: Span, one: Written) -> tuple[Span, tuple[Days, ...]] | None:
    match = AFTER.match(story.words((one.span.end, sentence.end)))
    n = value(match["n"] or match["n2"]) if match else None
    if not match or n is None:
        return None
    unit, blur = match["unit"] or match["unit2"], match["blur"] or match["blur2"]
    return Span(one.span.start, one.span.end + match.end()), periods(one, lambda d: _counted(d, n, unit, blur))


def _counted(period: Days, n: int, unit: str, blur: str | None) -> Days:
    """The days from which so many units can be counted back to a period."""
    step, (low, high) = UNIT_DAYS[unit] * n, LOOSE[unit]
    word = (blur or "").lower()
    if word.startswith(("this", "today")):
        return moved(period, step - 32, step + 32) if "month" in word else moved(period, step - 10, step + 10)
    if word in ("nearly", "almost", "just under", "close to"):
        return moved(period, step - max(0.9 * UNIT_DAYS[unit], low), step + low)
    if (n % 5 == 0 and n >= 10) or word in ("about", "around", "some", "roughly"):
        return moved(period, step - max(low, 0.1 * step, 365 if unit == "year" else 0), step + max(high, 0.1 * step))
    return moved(period, step - low, step + (2 * high if word in ("more than", "over") else high))


def _age(story: Story, sentence: Span, one: Written) -> tuple[Span, tuple[Days, ...]] | None:
    birth = BIRTH.search(story.words((sentence.start, one.span.start)))
    after = story.words((one.span.end, sentence.end))
    match = AGE.search(after) if birth else None
    n = value(match["n"] or match["is"] or match["now"]) if match else None
    if not birth or not match or n is None or not 5 <= n <= 110 or "“" in after[: match.start()]:
        return None
    year = (one.year or 0) + n
    span = Span(sentence.start + birth.start(), one.span.end + match.end())
    return span, ((f"{year - 1 if _coming(match) else year}-01-01", _latest(match, year)),)


def _coming(match: re.Match[str]) -> bool:
    return bool(match["turned"]) and match["turned"].lower() != "turned"


def _latest(match: re.Match[str], year: int) -> str:
    if match["turned"] is None:
        return f"{year + 1}-12-31"
    return f"{year}-12-31" if _coming(match) else f"{year + 1}-03-01"
