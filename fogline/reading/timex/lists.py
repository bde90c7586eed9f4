"""One time told in several parts: "Nov. 5, 6 and 7", "two years and four months"."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.reading.timex.calendar import Interval, shift, value_at
from fogline.reading.timex.dates import day_range
from fogline.reading.timex.durations import AGE, FOR
from fogline.reading.timex.lengths import count_of, duration_value, modifier_of, unit_code
from fogline.reading.timex.numerals import number
from fogline.reading.timex.sense import Rule, Scene, Sense, dated
from fogline.reading.timex.tense import verb_form

SMALLER = ("CE", "DE", "Y", "M", "W", "D", "H", "MN", "S")


def day_list(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "Nov. 5, 6 and 7": days in a row are one stretch; others are left to the day alone."""
    days = [int(d) for d in re.findall(r"\d+", f"{m['d']} {m['mid']} {m['e']}")]
    return day_range(m, scene) if days == list(range(days[0], days[0] + len(days))) else None


def compound(m: re.Match[str], scene: Scene) -> Sense | None:
    """As in "two years and four months": one length; "for" with a perfect verb reaches up to the report."""
    units = unit_code(m["u"]), unit_code(m["u2"])
    if AGE.match(scene.text[m.end() : m.end() + 12]) or not set(units) <= set(SMALLER):
        return None
    if SMALLER.index(units[0]) >= SMALLER.index(units[1]):
        return None
    counts = count_of(m), number(m["n2"])
    first, second = (duration_value(count, unit) for count, unit in zip(counts, units, strict=True))
    rest = second.removeprefix("PT" if first.startswith("PT") else "P")
    sense = Sense("DURATION", first + rest, "length of time in two units", mod=modifier_of(m), framed=True)
    some = shift(scene.now.day, -counts[0], units[0]) if scene.now.day else None
    begin = shift(some, -counts[1], units[1]) if some else None
    before = scene.text[max(0, m.start() - 50) : m.start()]
    if m["ago"]:
        return dated(value_at(begin, units[1]), "counted from the report's day", anchor="published") if begin else None
    if begin and FOR.search(before) and verb_form(scene, m.start(), m.end())[0] == "perfect":
        return replace(sense, interval=Interval(begin, begin), anchor="published", why=f"{sense.why}, up to the report")
    return sense


LIST = r"(?P<d><dd>)(?P<mid>(?: ?, ?<dd>)+) ?,? ?(?:and|&) (?:the )?(?P<e><dd>)"
RULES: tuple[Rule, ...] = (
    ("month_list", rf"(?P<m><month>) {LIST}(?: ?,? ?(?P<y><year>))?", day_list),
    ("list_month", rf"(?:the )?{LIST} (?:of )?(?P<m><month>)(?:(?: ?,)? ?(?P<y><year>))?", day_list),
    (
        "compound",
        r"(?:(?P<mod><mod>))?(?P<n><num>|an?) (?P<u><unit>)(?:,? and | )(?P<n2><num>|an?) (?P<u2><unit>)"
        r"(?P<ago> ago)?(?! (?:later|earlier|before|after))",
        compound,
    ),
)
