"""Years in figures and their ranges, kept apart from numbers that only look like years."""

from __future__ import annotations

import re

from fogline.reading.timex import calendar, passage
from fogline.reading.timex.calendar import Interval
from fogline.reading.timex.dates import border, edge
from fogline.reading.timex.sense import Rule, Scene, Sense, dated
from fogline.tables import lexicon_times as lexicon


def year_range(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "2014-2016", "2014-16", "the 2024/25 season"."""
    first = int(m["y"])
    last = int(m["z"]) if len(m["z"]) == 4 else first // 100 * 100 + int(m["z"])
    if not first < last <= first + 120:
        return None
    a, b = calendar.covered(f"{first:04d}"), calendar.covered(f"{last:04d}")
    interval = Interval(a.begin, a.finish, b.begin, b.finish)
    return Sense("DURATION", f"P{last - first}Y", "first to last year", interval, framed=True)


BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|during|before|after|between|through|and|to|the|year|early|late|mid|"
    r"circa|throughout|spring|summer|autumn|fall|winter|both|back)|[-–(—,/])[ -]?$",
    re.I,
)


MEASURED = re.compile(
    r" ?(?:%|percent|per cent|(?:square |nautical )?(?:km|kilomet|met(?:re|er)|mile|ton|kg|feet|yards)|troops|soldiers|"
    r"people|men|women|civilians|houses|homes|times|hours|days|dollars|euros)",
    re.I,
)


def year(m: re.Match[str], scene: Scene) -> Sense | None:
    """A year in figures, "early 2022", "the end of 2022"; numbers that only look like one are left alone."""
    if not (m["edge"] or m["border"] or m["word"]) and not looks_like_year(m, scene):
        return None
    mod = edge(m["edge"]) or border(m["border"])
    if re.search(r"\b(?:around|about|circa|c\.) $", scene.text[max(0, m.start() - 8) : m.start()], re.I):
        mod = mod or "APPROX"
    return dated(m["y"], "year", mod=mod, tight=bool(m["border"]))


def looks_like_year(m: re.Match[str], scene: Scene) -> bool:
    """True if a four-digit number stands where years stand and counts or names nothing else."""
    before, after = scene.text[max(0, m.start() - 30) : m.start()], scene.text[m.end() : m.end() + 40]
    word = re.search(r"([\w.]+) $", before)
    if re.search(r"[$£€#№]\s?$|\d[-/.:]$|\w-$", before) or MEASURED.match(after) or re.match(r"[-/.:]\d|-[a-z]", after):
        return False
    if word and word[1].lower().rstrip(".") in lexicon.words("not_a_year"):
        return False
    if 1900 <= int(m["y"]) < 2100:
        stands = bool(BEFORE_YEAR.search(before)) and not m["y"].endswith("00")
        round_count = m["y"].endswith("00") and re.match(r" (?:[a-z-]+ )?[a-z]+s\b", after)
        return stands or not (round_count or _counts(scene, m.start(), after))
    if re.search(r"\b(?:to|until|of|by|from|between|before|after) $", before):
        return bool(re.match(r"[.,;:)]|$|\n| (?:to|and)\b", after)) and int(m["y"]) % 50 != 0
    return bool(re.search(r"\b(?:in|since|year) $", before)) and not re.match(r" [a-z]+s\b", after)


def _counts(scene: Scene, start: int, after: str) -> bool:
    """Is this number the count of a plural noun ("killed 2000 fighters")?"""
    if not scene.parse.parsed:
        return bool(re.match(r" (?:[a-z-]+ )?[a-z]+s\b", after))
    token = next(iter(scene.parse.tokens(start, start + 4)), None)
    if token is None or scene.parse.deps[token] != "nummod":
        return False
    return scene.parse.tags[scene.parse.heads[token]] == "NNS"


def nine_eleven(m: re.Match[str], scene: Scene) -> Sense | None:
    """9/11 as a name."""
    return dated("2001-09-11", passage.EVENT)


RULES: tuple[Rule, ...] = (
    ("nine_eleven", r"9/11(?![/\d])", nine_eleven),
    ("year_range", r"(?P<y><year>)(?:-|–|/)(?P<z><year>|\d\d)(?![-\d/])", year_range),
    ("year", r"(?:(?:the )?(?P<border><border>)|(?P<edge><edge>))?(?P<word>the year )?(?P<y><year>)", year),
)
