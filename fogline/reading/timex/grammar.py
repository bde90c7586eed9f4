"""Finds time expressions: one compiled pattern over all rules, tried only where a time word can begin.

Rules write their patterns with blocks in angle brackets (``<month> <day>``); a blank stands for one to three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fogline.reading.timex import (
    clock,
    dates,
    durations,
    holidays,
    lists,
    numerals,
    ordinals,
    periods,
    pointed,
    previous,
    relative,
    sets,
    weekdays,
    years,
)
from fogline.reading.timex.sense import Found, Rule, Scene, Sense
from fogline.tables import lexicon_times as lexicon
from fogline.tables.caseless import caseless, lowered

RULES: tuple[Rule, ...] = (
    *pointed.RULES,
    *lists.RULES,
    *dates.RULES,
    *holidays.RULES,
    *sets.RULES,
    *ordinals.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *previous.RULES,
    *periods.RULES,
    *clock.RULES,
    *durations.RULES,
    *dates.LATE_RULES,
    *years.RULES,
)
WORD = re.compile(r"(?<![\w,.-])(?:[^\W\d_]+|[’'‘]?\d)|(?<=[-–/])\d")


@cache
def blocks() -> dict[str, str]:
    """The named parts that patterns are built of."""
    short = lexicon.alternatives("month_short")
    month = rf"(?:(?:{lexicon.alternatives('month')}|{short}\.?)(?!\w)|{short}\.(?=\d))"
    weekday = rf"(?:{lexicon.alternatives('weekday')}|{lexicon.alternatives('weekday_short')}\.)(?!\w)"
    short_weekday = rf"(?:{lexicon.alternatives('weekday')}|{lexicon.alternatives('weekday_short')}\.?)(?!\w)"
    modifier = lexicon.alternatives("modifier")
    return {
        "month": month,
        "mon": short,
        "weekday": weekday,
        "weekdays": rf"(?:{lexicon.alternatives('weekday')}|{lexicon.alternatives('weekday_short')}\.)(?=s?(?!\w))",
        "anyweekday": short_weekday,
        "dd": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w])(?!,\d{3}|\.\d)",
        "year": r"(?:1[0-9]|20)\d\d(?![\d])(?!,\d)(?!\.\d)",
        "c": " ?, ?",
        "num": numerals.pattern(),
        "two": numerals.two_pattern(),
        "vague": lexicon.alternatives("vague"),
        "unit": rf"(?:{lexicon.alternatives('unit')}s?)(?!\w)",
        "units": rf"(?:{lexicon.alternatives('unit')}s)(?!\w)",
        "season": lexicon.alternatives("season"),
        "part": lexicon.alternatives("part"),
        "edge": r"(?:very )?(?:early|late|mid(?:dle)?)(?: in| of| on)?[ -]",
        "border": rf"(?:very )?{lexicon.alternatives('border')} of ",
        "ord": numerals.ordinal_pattern(),
        "mod": rf"(?:(?:just|only) )?{modifier} (?:the )?",
        "zone": lexicon.alternatives("zone"),
        "refword": lexicon.alternatives("reference"),
        "freq": lexicon.alternatives("frequency"),
        "holiday": "(?:" + "|".join(sorted(lexicon.holidays(), key=lambda h: (-len(h), h))) + ")",
    }


def expand(pattern: str) -> str:
    """A rule's pattern with its blocks filled in."""
    filled = re.sub(r"<(\w+)>", lambda m: blocks()[m[1]], re.sub(r"\(\?P<", "(?P\x00", pattern))
    return re.sub(r"(?<!\[) (?![?*+{\]-])", " {1,3}", filled.replace("(?P\x00", "(?P<"))


@cache
def compiled() -> dict[str, re.Pattern[str]]:
    """Each rule's own pattern, with its named parts."""
    return {name: re.compile(rf"(?:{expand(pattern)})(?!\w)", re.I) for name, pattern, _ in RULES}


@cache
def any_rule() -> re.Pattern[str]:
    """All rules in one pattern for text in small letters, the first that fits wins; the empty group names the rule.

    It may fit where no rule does ("may"), never the other way round. Groups stand behind their patterns because the
    engine passes over a rule by its first letter only where no group comes first.
    """
    bare = ((name, re.sub(r"\(\?P<\w+>", "(?:", caseless(expand(pattern)))) for name, pattern, _ in RULES)
    return re.compile("|".join(rf"(?:{pattern})(?!\w)(?P<{name}>)" for name, pattern in bare))


@cache
def starters() -> frozenset[str]:
    """The words (lower case) with which an expression can begin, besides digits."""
    return lexicon.first_words()


def scan(scene: Scene) -> Iterator[Found]:
    """Time expressions from left to right; each rule may look at those before it in ``scene.held``."""
    after, first_words = 0, starters()
    small = lowered(scene.text)
    for word in WORD.finditer(small):
        if word.start() < after or not (word[0] in first_words or word[0][-1].isdigit()):
            continue
        found = _at(scene, small, word.start())
        if found is not None:
            scene.held.append(found)
            after = found.end
            yield found


def _at(scene: Scene, small: str, start: int) -> Found | None:
    """What the first rule says that fits here and does not decline."""
    match = any_rule().match(small, start)
    if match is None or not match.lastgroup:
        return None
    for name, _, read in RULES[order()[match.lastgroup] :]:
        own = compiled()[name].match(scene.text, start)
        sense = read(own, scene) if own else None
        if own and sense:
            return Found(*own.span("x" if "x" in own.re.groupindex else 0), name, sense)
    return None


def read_again(found: Found, scene: Scene) -> Sense | None:
    """What the same rule says of the same words, the scene being another one."""
    name, _, read = RULES[order()[found.rule]]
    own = compiled()[name].match(scene.text, found.start)
    return read(own, scene) if own else None


@cache
def order() -> dict[str, int]:
    """The place of each rule among the rules."""
    return {rule[0]: n for n, rule in enumerate(RULES)}
