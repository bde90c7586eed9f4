"""Units of measure, money and ages beside a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from fogline.reading.quantities_numbers import GAP, Number
from fogline.tables import lexicon_numbers as lexicon

AGE_AFTER = re.compile(
    r"(?:[-‑\s](?P<of>years?|months?|weeks?|days?)[-‑\s]olds?\b|\s+(?P<age>years?)\s+of\s+age\b|-year-olds?\b)", re.I
)
AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages)\s+(?:between\s+|from\s+|of\s+|under\s+|over\s+)?$|\bthe age of\s+$|\bas (?:young|old) as\s+$",
    re.I,
)
APPOSED_AGE = re.compile(r"[A-Z][\w’'-]+,\s+$")


@dataclass(frozen=True, slots=True)
class Counting:
    """A number with what it counts: ``unit`` None is not known (yet); ``kind`` count, measure, money, age or bare."""

    number: Number
    start: int
    end: int
    unit: str | None
    what: str | None
    kind: str
    civilian: bool | None = None
    role: str | None = None
    premodifiers: tuple[int, int] = (0, 0)

    @property
    def person(self) -> bool:
        """True where people are counted."""
        return self.unit == "person"


def age(text: str, number: Number) -> Counting | None:
    """A 7-year-old, aged 7, Ivanov, 45: years that no person's role goes with."""
    before, after = text[max(0, number.start - 30) : number.start], text[number.end : number.end + 30]
    match = AGE_AFTER.match(after)
    if match:
        unit = (match["of"] or match["age"] or "year").lower().rstrip("s")
        return Counting(number, number.start, number.end + match.end(), unit, "age", "age")
    leads = AGE_BEFORE.search(before)
    if leads or (
        not number.worded
        and APPOSED_AGE.search(before)
        and re.match(r"[,;.)]", after)
        and 1 <= (number.low or 0) <= 110
    ):
        start = number.start - (len(leads[0]) if leads else 0)
        return Counting(number, start, number.end, "year", "age", "age")
    return None


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{lexicon.alternatives(lexicon.currencies('before'))}){GAP}?$")


@cache
def _money_after() -> re.Pattern[str]:
    forms = lexicon.alternatives(lexicon.currencies("after")).replace(r"\ ", rf"{GAP}+")
    return re.compile(rf"(?:{GAP}+of{GAP}+|{GAP}+|-)?(?P<form>{forms})(?!\w)", re.I)


def money(text: str, number: Number) -> Counting | None:
    """Money, by ISO 4217: a sign before the number or the currency's name after it."""
    start = number.core[0]
    sign = _sign().search(text[max(0, start - 6) : start])
    if sign:
        code = lexicon.currencies("before")[sign[0].strip()]
        return Counting(
            number, min(number.start, start - len(sign[0])), number.end, _dollar(text, code, sign[0]), None, "money"
        )
    if local := _local_money(text, number):
        return Counting(number, number.start, local[0], local[1], None, "money")
    after = _money_after().match(text, number.end, number.end + 40)
    if after:
        code = lexicon.currencies("after")[re.sub(rf"{GAP}+", " ", after["form"].lower())]
        return Counting(number, number.start, after.end(), _dollar(text, code, after["form"]), None, "money")
    pounds = re.match(r"\s+pounds\b(?!\s+of)", text[number.end : number.end + 20])
    if pounds and ((number.high or number.low or 0) >= 1e5 or "£" in text):
        return Counting(number, number.start, number.end + pounds.end(), "GBP", None, "money")
    return None


@cache
def _local() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+|-)({lexicon.alternatives(lexicon.local_currencies())})s?\b(?!\s+of\b)", re.I)


def _local_money(text: str, number: Number) -> tuple[int, str] | None:
    """As in "192bn shillings", "one dinar": that of the country named nearest to it, in the text about it."""
    match = _local().match(text, number.end, number.end + 20)
    if not match or (match[1].lower() == "pound" and (number.high or number.low or 0) < 1e5):
        return None
    first = max(0, number.start - NEARBY)
    around = text[first : match.end() + NEARBY]
    named = (
        (abs(m.end() + first - number.start), -len(m[0]), code)
        for names, code in lexicon.local_currencies()[match[1].lower()]
        for m in names.finditer(around)
    )
    best = min(named, default=None)
    return (match.end(), best[2]) if best else None


NEARBY = 600  # characters within which a country's name tells whose money is meant
OTHER_DOLLARS = {
    "AUD": r"Australian dollar|A\$|AU\$",
    "CAD": r"Canadian dollar|C\$|CA\$",
    "NZD": r"New Zealand dollar|NZ\$",
}


def _dollar(text: str, code: str, words: str) -> str:
    """A bare dollar is the one that the report names elsewhere, if it names just one; else the American."""
    if code != "USD" or re.search(r"U|us|u\.s|american", words):
        return code
    named = [c for c, form in OTHER_DOLLARS.items() if re.search(form, text)]
    american = re.search(r"US\$|U\.S\.\$|US dollars|U\.S\. dollars|American dollars", text)
    return named[0] if len(named) == 1 and not american else code


@cache
def _unit() -> re.Pattern[str]:
    forms = lexicon.alternatives(f for f in lexicon.units() if len(f) > 1 or not f.isalpha()).replace(r"\ ", rf"{GAP}+")
    glued = lexicon.alternatives(lexicon.units()).replace(r"\ ", rf"{GAP}+")
    between = rf"{GAP}+(?:(?:more|full|further|consecutive|straight|long|short){GAP}+)?|[-‑]{GAP}*"
    return re.compile(
        rf"(?:(?P<gap>{between})(?P<form>{forms})|(?P<glued>{glued}))(?!\w)",
        re.I,
    )


def measure(text: str, number: Number) -> Counting | None:
    """A unit of measure after the number, with a space, a hyphen, or written on to it."""
    core = text[slice(*number.core)]
    if re.search(r"\dm$", core) and not _millions(text[number.end : number.end + 24]):
        metres = replace(number, low=_shrunk(number.low), high=_shrunk(number.high))
        return Counting(metres, number.start, number.end, "metre", None, "measure")
    if number.bound.startswith("none"):
        return None
    match = _unit().match(text, number.end, number.end + 40)
    if not match:
        return None
    form = re.sub(rf"{GAP}+", " ", (match["form"] or match["glued"]).lower())
    unit, kind = lexicon.units()[form]
    if not _fits(text, number, match, (form, kind)):
        return None
    return Counting(number, number.start, match.end(), unit, None, "measure")


def _millions(after: str) -> bool:
    """True if "50m" counts what follows ("50m people", "50m barrels"); else it is a length."""
    following = re.match(rf"{GAP}+([a-z]+)", after)
    word = following[1] if following else ""
    return (
        lexicon.singular(word) in lexicon.counted_nouns()
        or word in lexicon.units()
        or bool(re.fullmatch(r"[a-z]{3,}[^su\W]s", word) and word not in ("metres", "towards", "across"))
    )


def _fits(text: str, number: Number, match: re.Match[str], unit: tuple[str, str]) -> bool:
    """Forms that are other words too: "two stories" of a paper, "one second", "ten pounds" of money."""
    form, kind = unit
    hyphen = bool(match["gap"]) and match["gap"][0] in "-‑"
    after = text[match.end() : match.end() + 20]
    if kind == "storey":
        return (
            hyphen
            or bool(re.match(r"\s+(?:high|tall|building|house|block|apartment|above|below|up|down|of)", after))
            or "orey" in form
        )
    if form in ("second", "minute", "foot", "yard", "pound", "degree", "g", "t", "pc", "min"):
        return hyphen or bool(match["glued"]) or (number.low in (1, 0.5)) or form == "foot"
    return True


def _shrunk(amount: float | None) -> float | None:
    return None if amount is None else amount / 1e6 if amount >= 1e5 else amount
