"""Numbers in the words they stand in: digits, number words, vague words, ranges, and what opens or blurs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from fogline.tables import lexicon_numbers as lexicon
from fogline.tables.caseless import caseless, lowered

GAP = r"[\s ]"
DIGITS = (
    r"(?:(?<![\w])|(?<=USD)|(?<=EUR)|(?<=GBP))(?<!\d[.,])"
    r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[   ]\d{3})+(?!\d)"
    r"|\d{1,3}(?: 000)+(?!\d)|\d+(?:\.\d+)?|(?<!\d)\.\d+)"
)
MINUS = re.compile(r"(?<!\d)(?:\bminus\s+|(?<=[^\w\n)-])[-−](?=$))$", re.I)
TOKEN = re.compile(r"[^\W\d_]+|\d+|\.(?=\d)")
CURRENCY = r"(?:(?:[A-Z]{1,3})?[$€£¥₽₴₪₹₺₩₦])?"
JOINT = re.compile(rf"(?:{GAP}*(?P<dash>[-–—‑]){GAP}*|{GAP}+(?P<to>to|or){GAP}+|{GAP}+(?P<and>and){GAP}+){CURRENCY}")
MOVED = re.compile(
    r"\b(?:r[oi]s|rais|increas|grow|grew|climb|jump|soar|f[ea]ll|drop|declin|decreas|revis|reduc|cut|went|up|down|chang"
    r"|expand|doubl|updat|lower)\w*\b[^.;]*\b(?:from|by)\s+$"
)
OPENING = re.compile(rf"(?P<word>between|from|anywhere from|anywhere between){GAP}+{CURRENCY}$", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its modifier; ``core`` is the number alone; an open side is None."""

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    bound: str
    worded: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon.number_words()
    kinds = {k: lexicon.alternatives(w for w, (_, kind) in words.items() if kind == k) for k in _kinds()}
    small, ten, scale, suffix = (kinds[k] for k in _kinds())
    below100 = rf"(?:(?:{ten})(?:[-‑ ](?:{small}))?|(?:{small}))"
    below1000 = rf"(?:{below100}(?:[- ]hundred(?:{GAP}+(?:and{GAP}+)?{below100})?)?)"
    tail = rf"(?:{GAP}+(?:and{GAP}+)?{below1000}(?:[- ](?:{scale}))?)"
    one = rf"\ba(?={GAP}+(?:hundred|thousand|million|billion|trillion)\b)"
    atom = rf"(?:{DIGITS}(?:{GAP}?(?:{suffix})\b)?|\b{below1000}\b|{one})"
    scaled = rf"(?:(?:[-‑]|{GAP}+)(?:{scale})\b)"
    vague = lexicon.alternatives(f for f, v in lexicon.vague_numbers().items())
    half = rf"(?:{GAP}+and{GAP}+a{GAP}+half(?![- ]day))"
    number = rf"{atom}{half}?(?:{scaled}+(?:{tail})*)?{half}?"
    return re.compile(caseless(rf"\b(?:{vague})\b(?P<vague>)|{number}".replace(r"\ ", rf"{GAP}+")))


def _kinds() -> tuple[str, ...]:
    return ("small", "ten", "scale", "suffix")


def numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in order, ranges joined, modifiers taken in; counts and names not yet told apart.

    >>> [(n.low, n.high, n.bound) for n in numbers("at least 12 of 20-30 boats, half a million in all")]
    [(12.0, None, 'at_least'), (20.0, 30.0, 'range'), (500000.0, 500000.0, 'exact')]
    """
    small = lowered(text)
    return tuple(_modified(text, small, n) for n in _ranges(text, tuple(_bare(small))))


def _bare(small: str) -> Iterator[Number]:
    """The numbers of a text in small letters."""
    at, first_words, pattern = 0, _first_words(), _pattern()
    for token in TOKEN.finditer(small):
        if token.start() < at or not (token[0] in first_words or token[0][0] in "0123456789."):
            continue
        if match := pattern.match(small, token.start()):
            at = match.end()
            found = _vague(match) if match["vague"] is not None else _counted(match)
            if found:
                yield found


@cache
def _first_words() -> frozenset[str]:
    """The words with which a number can begin."""
    forms = (*lexicon.number_words(), *lexicon.vague_numbers(), "a")
    return frozenset(re.split(r"[^a-z]", form.lower())[0] for form in forms)


def _vague(match: re.Match[str]) -> Number:
    entry = lexicon.vague_numbers()[re.sub(rf"{GAP}+", " ", match[0])]
    return Number(*match.span(), match.span(), entry.low, entry.high, entry.bound, worded=True)


def _counted(match: re.Match[str]) -> Number | None:
    found = value(match[0])
    worded = not match[0][0].isdigit()
    if found is None:
        return None
    bound = "about" if match[0].endswith("dozen") else "exact"
    return Number(*match.span(), match.span(), found, found, bound, worded)


def value(words: str) -> float | None:
    """The number that digits and number words say.

    >>> value("1.2bn"), value("two hundred and fifty thousand"), value("one and a half million"), value("12,500")
    (1200000000.0, 250000.0, 1500000.0, 12500.0)
    >>> value("a million and a half")
    1500000.0
    """
    low = re.sub(r"(?<=\d)[,   ](?=\d)|(?<=\d) (?=000)", "", words.lower())
    total = current = last = 0.0
    for token in re.findall(r"\d*\.?\d+|[a-z]+", re.sub(r"\band\s+a\s+half\b", "andahalf", low)):
        if token[0].isdigit() or token[0] == ".":
            current += float(token)
        elif token == "andahalf" and total and not current:
            total += last / 2
        elif token in ("andahalf", "half"):
            current += 0.5
        elif token == "a" and not current:
            current = 1
        elif token not in ("and", "a"):
            amount, kind = lexicon.number_words()[token]
            if kind in ("small", "ten"):
                current += amount
            elif amount <= 100:
                current = (current or 1) * amount
            else:
                last = amount
                total, current = _scaled(total, current, amount)
    return round(total + current, 6)


def _scaled(total: float, current: float, amount: float) -> tuple[float, float]:
    """As in "two hundred thousand", "three thousand million": a bare scale after a scale multiplies the whole."""
    return (total + current * amount, 0.0) if current else ((total or 1) * amount, 0.0)


def _ranges(text: str, bare: tuple[Number, ...]) -> Iterator[Number]:
    i = 0
    while i < len(bare):
        joined = _joined(text, bare[i], bare[i + 1]) if i + 1 < len(bare) else None
        yield joined or bare[i]
        i += 2 if joined else 1


def _joined(text: str, left: Number, right: Number) -> Number | None:
    """One range out of "20-30", "two to three", "between 20 and 30", "20,000 to 30,000"; None if they are two."""
    joint = JOINT.fullmatch(text[left.end : right.start])
    if not joint or left.low is None or right.high is None or not left.low:
        return None
    opening = OPENING.search(text[max(0, left.start - 20) : left.start])
    between = opening and opening["word"].lower().endswith("between")
    if (joint["and"] and not between) or (joint["to"] == "to" and _changed(text, left)):
        return None
    low = _same_scale(text, left, right)
    if low >= right.high or (joint["to"] == "or" and right.high > low * 2 + 1):
        return None
    return Number(left.start, right.end, (left.start, right.end), low, right.high, "range", left.worded)


def _changed(text: str, left: Number) -> bool:
    """As in "rose from 38 to 41" is two values, not a range; "ranged from 20 to 30" is one."""
    before = text[max(0, left.start - 50) : left.start].lower()
    return bool(MOVED.search(before))


def _same_scale(text: str, left: Number, right: Number) -> float:
    """As in "two to three million": the scale of the right side holds for the left one too."""
    assert left.low is not None and right.low is not None
    words = text[right.start : right.end].lower()
    scale = re.search(r"(?:hundred|thousand|million|billion|trillion|dozen|bn|mn|m|k)$", words)
    bare = text[left.start : left.end]
    if (scale and left.low < 1000 and not re.search(r"[a-z]{2,}$", bare.lower().replace("-", ""))) or (
        scale and left.worded and left.low < 20
    ):
        amount = lexicon.number_words()[scale[0]][0]
        return left.low * amount if left.low * amount < (right.low or 0) else left.low
    return left.low


@cache
def _before() -> re.Pattern[str]:
    forms = lexicon.alternatives(lexicon.modifiers("before")).replace(r"\ ", rf"{GAP}+")
    return re.compile(caseless(rf"(?<![\w-])(?:{forms})(?P<end>){GAP}*(?:the{GAP}+|[A-Z]{{0,3}}[$€£¥₽₴₪₹₺₩₦]{GAP}?)?$"))


@cache
def _after() -> re.Pattern[str]:
    forms = lexicon.alternatives(lexicon.modifiers("after")).replace(r"\ ", rf"{GAP}+")
    return re.compile(caseless(rf"{GAP}*(?P<form>{forms})(?!\w)"))


def _modified(text: str, small: str, number: Number) -> Number:
    """The number with the words before and after it that open or blur it, and "between" of a range."""
    if number.bound == "range":
        opening = OPENING.search(text[max(0, number.start - 20) : number.start])
        if opening:
            number = replace(number, start=number.start - len(opening[0]))
    number = _after_it(small, number)
    return _before_it(small, _below_nought(text, number))


def _below_nought(text: str, number: Number) -> Number:
    """As in "minus 20 degrees"."""
    minus = MINUS.search(text[max(0, number.start - 8) : number.start])
    if not minus or number.low is None or number.low != number.high:
        return number
    start = number.start - len(minus[0])
    return replace(number, start=start, core=(start, number.core[1]), low=-number.low, high=-number.low)


def _after_it(small: str, number: Number) -> Number:
    match = _after().match(small, number.end, number.end + 24)
    if not match or number.bound.startswith("none"):
        return number
    bound = lexicon.modifiers("after")[re.sub(rf"{GAP}+", " ", match["form"])]
    return _bounded(replace(number, end=match.end()), bound)


def _before_it(small: str, number: Number) -> Number:
    while match := _before().search(small, max(0, number.start - 40), number.start):
        form = small[match.start() : match.end("end")]
        if form == "over" and _throughout(small, match.start(), number.end):
            break
        if form in ("over", "up to") and PARTICLE.search(small[max(0, match.start() - 9) : match.end("end")]):
            break
        bound = lexicon.modifiers("before")[re.sub(rf"{GAP}+", " ", form)]
        number = _bounded(replace(number, start=match.start()), bound)
    return number


PARTICLE = re.compile(r"\b(?:(?:hand|turn)(?:s|ed|ing)?\s+over|(?:goes|gone|going|went)\s+up\s+to)$")  # of the verb
LENGTH = re.compile(r"[\s-]+(?:days?|weeks?|months?|years?|decades?|hours?)\b")
LASTING = re.compile(  # what makes "over five years" more than five
    r"\b(?:for|after|since|by|last(?:ed|ing)?|spen[dt]|t[ao]ke?n?|took|of|to|been|in|was|is|were|within|than|and|with|"
    r"just|well|slightly|little|served?|serving|waited|wait)\s+$"
)


def _throughout(small: str, at: int, end: int) -> bool:
    """As in "40 million, to be paid over five years": all the while, not more than that."""
    told = re.search(r"[\d$€£][^.;!?\n]*$", small[max(0, at - 120) : at])
    return bool(told and LENGTH.match(small, end) and not LASTING.search(small[max(0, at - 12) : at]))


def _bounded(number: Number, bound: str) -> Number:
    """As in "at least": open above; "up to": from nought; "about": as told. Ranges and vague words keep their ends."""
    if bound == "same" or (number.bound in ("range", "vague") and bound == "about"):
        return number
    if bound == "at_least":
        return replace(number, high=None, bound="at_least")
    if bound == "at_most":
        return replace(number, low=0.0, bound="at_most")
    return replace(number, bound=bound) if number.bound in ("exact", "about") else number
