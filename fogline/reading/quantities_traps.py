"""Numbers that count nothing: names, dates, clock times, coordinates, telephone and street numbers, scores, lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fogline.models.parse import Parse
from fogline.reading.quantities_numbers import Number
from fogline.records import Span, Timex
from fogline.tables import lexicon_numbers as lexicon

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
MONTH_BEFORE = re.compile(rf"\b{MONTHS}\s*(?:the\s+)?$")
MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?[\s-]*(?:of\s+)?{MONTHS}")
CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|h\b|hours?\s+(?:local|GMT|UTC)|GMT|UTC|Zulu|BST|EET|CET)", re.I)
COORDINATE_AFTER = re.compile(
    r"\s*(?:°(?!\s?[CF]\b)|º|[′″]|degrees?\s+(?:north|south|east|west|latitude|longitude))|\s?[NSEW]\b(?!\.)"
)
STREET_AFTER = re.compile(
    r"[A-Za-z]?,?\s+(?:[A-Z][\w’']+\s+){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Lane|Square|Drive|Prospekt)"
)
LIST_BEFORE = re.compile(r"(?:^|\n)[ \t]*\(?$")
WORD_BEFORE = re.compile(r"(?:^|[^\w])([\w.]+?)[\s ]+$")
MONEY_BEFORE = re.compile(rf"(?:[$€£¥₽₴₪₹₺₩₦]|(?<!\w)(?:{lexicon.alternatives(lexicon.currencies('before'))}))\s?$")
FRACTION_AFTER = re.compile(
    r"[-‑\s](?:thirds?|quarters|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b", re.I
)
YEAR_LEADS = re.compile(
    r"\b(?:in|since|during|until|till|by|before|after|year|late|early|mid|spring|summer|autumn|fall|winter|of|the|and"
    rf"|to|from|between|around|fiscal|{MONTHS}),?\s+(?:late\s+|early\s+|mid-)?$|['’]s\s+$|[-–—(]$", re.I
)  # fmt: skip
FEW = "one|two|three|four|five|six|seven|eight|nine|ten|20|100|1,000|[1-9]|10"
IDIOM_AFTER = re.compile(
    r"\s+(?:another\b|day\s+(?:when|after|in)\b|hand\b|of\s+(?:the|its|his|her|their|our|my|those|these)\s+"
    r"(?:\w+\s+)?(?:most|\w+est|main|key|few|world|first|last|only|reasons?|things?|ways?)\b|side\b|way\b|thing\b|point\b)"
    r"|-(?:sided|time|off|way|upmanship|another)\b"
)


@dataclass(frozen=True, slots=True)
class Around:
    """A number where it stands: the text, the parse, and the spans of dates and times."""

    text: str
    parse: Parse
    dates: Sequence[Span]
    number: Number

    @property
    def before(self) -> str:
        """Up to 40 characters before the number itself, without its modifier's help."""
        core = self.number.core[0]
        return self.text[max(0, core - 40) : core]

    @property
    def after(self) -> str:
        """Up to 60 characters after the number itself."""
        return self.text[self.number.core[1] : self.number.core[1] + 60]

    @property
    def bare(self) -> bool:
        """True for digits without a modifier."""
        return not self.number.worded and (self.number.start, self.number.end) == self.number.core


def in_a_date(at: Around) -> bool:
    """The number is part of a date, clock time or set ("12 May", "two weeks ago", "every three hours")."""
    start, end = at.number.core
    k = bisect_left(at.dates, (start + 1, 0)) - 1
    return k >= 0 and at.dates[k].end >= end


def by_a_month(at: Around) -> bool:
    """A day of the month, where no date was found."""
    low = at.number.low or 0
    return low <= 31 and bool(MONTH_BEFORE.search(at.before) or (MONTH_AFTER.match(at.after)))


def clock_time(at: Around) -> bool:
    """02:10, 6 p.m., 0300 GMT."""
    return bool(re.search(r"\d[:.]$", at.before) or re.match(r":\d", at.after) or CLOCK_AFTER.match(at.after)) and not (
        at.number.worded and not re.match(r"\s?(?:[ap]\.?m\b|o['’]clock)", at.after)
    )


def coordinates(at: Around) -> bool:
    """48.01°N, 37°48′E."""
    return not at.number.worded and bool(COORDINATE_AFTER.match(at.after) or re.search(r"[°º′]\s*$", at.before))


def glued(at: Around) -> bool:
    """Part of a longer sign: Su-35, 155th, 9/11, 2.0.1, 4x4, #12, P5+1, a score of 3-1, a telephone number."""
    if at.number.worded:
        return bool(re.search(r"\w[-‑]$", at.before))
    if re.search(r"(?<!\d)(?:[\w)][-‑–/]|[#№@_\\])$|\d[-‑–/.]$|\+\d*[\s-]?$|\+[\d\s-]+\s$", at.before):
        return not re.search(r"\b(?:some|about|under|over|mid|near)[-‑]$", at.before)
    letters = re.match(r"[A-Za-z]+", at.after)
    if letters:
        form = letters[0].lower()
        return (
            letters[0] == "G"
            or (  # "the 5G network"
                form not in lexicon.units()
                and form not in lexicon.currencies("after")
                and not at.text[at.number.core[0] : at.number.core[1]].endswith("m")
            )
        )
    return bool(re.match(r"[/\\_@]\w|\.\d|[-‑–]\d|\+\d|[-‑][A-Z]{1,3}\d|\s*[-–]\s*\d{3,}", at.after))


def designated(at: Around) -> bool:
    """A name's number: Resolution 1701, Unit 8200, Flight 17, Group of 20."""
    word = WORD_BEFORE.search(at.before)
    if at.number.start != at.number.core[0] or not word:
        return False
    forms = lexicon.designations()
    return word[1] in forms or word[1].lower() in forms or bool(re.search(r"\bGroup of\s+$", at.before))


def numbered_name(at: Around) -> bool:
    """A capitalised name straight before, and no counted noun after: Boeing 737, World War Two, Kh 101."""
    p, start = at.parse, at.number.core[0]
    i = bisect_left(p.starts, start)
    if at.number.start != start or i == 0 or not p.parsed or p.sent_of[i - 1] != p.sent_of[min(i, len(p) - 1)]:
        return False
    name = p.tags[i - 1] in ("NNP", "NNPS") and p.ends[i - 1] < start and p.word(i - 1)[0].isupper()
    if not name or re.match(r"[.:;]", p.word(i - 1)[-1:]):
        return False
    if at.number.worded:
        return at.text[start].isupper()
    nxt = bisect_left(p.starts, at.number.end)
    return nxt >= len(p) or p.tags[nxt] not in ("NN", "NNS", "JJ", "NNPS", "$") or p.heads[i] == i - 1


def one_in_so_many(at: Around) -> bool:
    """As in "one in five people" is a share, not a count of people."""
    if (at.number.low or 0) > 20 and not re.search(r"\bin\s+(?:every\s+)?$", at.before):
        return False
    ratio = re.match(rf"\s+in\s+(?:every\s+)?(?:{FEW})\b", at.after, re.I)
    return bool(ratio or re.search(rf"\b(?:{FEW})\s+in\s+(?:every\s+)?$", at.before, re.I))


def fraction(at: Around) -> bool:
    """Two-thirds, three quarters: a share of something, not a count."""
    return bool(FRACTION_AFTER.match(at.after)) and (at.number.low or 0) < 20


def capital_name(at: Around) -> bool:
    """A number word inside a name: the Five Eyes, the Six Day War."""
    start, text = at.number.core[0], at.text
    if not at.number.worded or not text[start].isupper() or at.number.bound == "vague":
        return False
    opens = not text[:start].rstrip() or text[:start].rstrip()[-1:] in '.!?:\n“"‘'
    return not opens and bool(re.match(r"[\s-]+[A-Z]", at.after))


def year(at: Around) -> bool:
    """A year that the dates did not cover: a bare four-digit number where years stand."""
    words = at.text[slice(*at.number.core)]
    pair = re.fullmatch(r"(1[5-9]|20)\d\d(?:\s*(?:[-–—]|to|and)\s*(?:(?:1[5-9]|20)?\d\d))?", words)
    if not pair or (not at.bare and at.number.bound != "range"):
        return False
    if re.match(r"[-‑](?:km|mile|metre|meter|kg|ton)", at.after) or re.search(r"[$€£¥]\s?$", at.before):
        return False
    return bool(YEAR_LEADS.search(at.before)) or not _plural_follows(at)


def _plural_follows(at: Around) -> bool:
    words = re.findall(r"[A-Za-z]+", re.match(r"[^.,;:()\n]*", at.after)[0])[:3]  # type: ignore[index]
    nouns, units = lexicon.counted_nouns(), lexicon.units()
    return any(lexicon.singular(w) in nouns and lexicon.singular(w) != w for w in words) or any(
        w.lower() in units for w in words[:1]
    )


def street(at: Around) -> bool:
    """221 Harbour Street."""
    return at.bare and bool(STREET_AFTER.match(at.after))


def list_number(at: Around) -> bool:
    """The number of an item at the beginning of a line: "2. The bridge", "(3)"."""
    return at.bare and bool(LIST_BEFORE.search(at.before) and re.match(r"[.)]\s", at.after))


def idiom(at: Around) -> bool:
    """As in "one another", "one of the most", "ground zero"."""
    words = at.text[slice(*at.number.core)].lower()
    if words == "zero":
        return bool(re.search(r"\bground\s+$", at.before, re.I) or re.match(r"[\s-]tolerance", at.after))
    if words != "one":
        return words == "two" and bool(re.match(r"[-\s]+(?:state|way|fold|thirds)\b", at.after))
    return bool(
        IDIOM_AFTER.match(at.after)
        or re.search(r"\b(?:no|any|every|some|each|the|this|that|day|number|at|this)[\s-]+$", at.before, re.I)
    )


TRAPS: tuple[Callable[[Around], bool], ...] = (
    in_a_date, glued, by_a_month, clock_time, coordinates, designated, year, street, list_number, idiom, capital_name,
    numbered_name, one_in_so_many, fraction,
)  # fmt: skip


def counts_nothing(at: Around) -> bool:
    """True if the number is no quantity at all; money always is one."""
    if MONEY_BEFORE.search(at.before):
        return in_a_date(at)
    return any(trap(at) for trap in TRAPS)


def date_spans(times: Sequence[Timex]) -> tuple[Span, ...]:
    """Where dates, clock times and sets stand; durations are quantities too."""
    return tuple(sorted(Span(t.start, t.end) for t in times if t.type != "DURATION"))
