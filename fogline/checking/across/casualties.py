"""One event, two reports, two numbers of people: an update (C401), a dispute (C402) or a contradiction (C403).

A number that the other report has too, or that sums of its numbers explain, is left alone; what is left over of one
role is compared, only of one incident, and only where the ranges exclude each other: "about", "at least" and "more
than" are given room. A later report that says a toll has risen is compared also where it tells the old number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from fogline.checking.across.aligning import Pair, later
from fogline.checking.across.lineage import cited, one_voice, told_by
from fogline.checking.across.telling import Passage, Telling, stem
from fogline.checking.counts.groups import CREW
from fogline.checking.counts.numbers import GENERIC
from fogline.checking.story import Verdict, amount
from fogline.checking.telling.tellings import clock_of
from fogline.records import Finding, Quantity

ROLES = {
    "killed": re.compile(
        r"\b(?:soldiers|men|troops|fighters|marines) fell\b(?! back)|\blost [\w,-]+ (?:soldiers|men|troops|fighters)\b"
        r"|\b(?:cost|claimed|took) the li(?:fe|ves) of\b|\bburied\b(?! (?:under|beneath|in|alive))"
        r"|\b(?:bodies|corpses)\b",
        re.I,
    ),
    "injured": re.compile(r"\b(?:hospitals?|clinics?|treated|admitted|wounded|injured|patients|casualties)\b", re.I),
    "displaced": re.compile(
        r"\b(?:displaced|fled|flee|evacuated|shelter\w*|homeless|arrived|reached|moved away|left their)\b", re.I
    ),
    "captured": re.compile(
        r"\b(?:kidnap\w*|abduct\w*|hostages?|captive|taken away|surrender\w*|gave (?:themselves|himself) up|laid down"
        r"|carried off|led (?:away|off)|marched (?:away|off)|seized|held|kept|trapped|freed|released"
        r"|took (?:\w+ ){1,3}(?:from|at|away|with)"
        r"|taken(?! (?:to|in|for|by ambulance)\b))\b",
        re.I,
    ),
}
PEOPLE = frozenset((None, "person", "people", "resident", "casualty", "civilian", "villager", "inhabitant", "customer"))
TALLY = re.compile(
    r"\b(?:(?:by|as of|until) (?:late )?(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|noon|mid\w+|nightfall"
    r"|(?:this |the )?(?:morning|afternoon|evening|night)|dawn|dusk)|(?:at|by|before) (?:noon|mid\w+)|so far)\b",
    re.I,
)
RISEN = re.compile(
    r"\b(?:ris\w+|rose|climb\w*|increas\w*|now stands?|updated|revised|up from|down from|corrected|grown|lowered)\b",
    re.I,
)
STAFF = re.compile(r"\b(?:(?:crew|staff) of|population|inhabitants|home to|members of the security|reward)\b", re.I)
AGED = re.compile(r"\b(?:man|woman|boy|girl|child|aged?)(?: of)?(?: \d+ and)?\s$", re.I)
STILL = re.compile(r"\b(?:still|remain(?:s|ed)?)\b", re.I)
AMONG = re.compile(r"\b(?:among (?:them|the dead|the victims)|including)(?:\s+(?:were|was|at least))*\s+$", re.I)
OF_THEM = re.compile(
    r"[\w-]+ (?:of (?:them|the (?:dead|victims|killed|wounded|injured)) )(?:(?:were|was|are) )?(?P<kind>[a-z]+)", re.I
)
LETHAL = re.compile(r"\b(?:killed|died|dead|deaths?|fatalit\w*|lives)\b", re.I)
SLACK, MOST = 0.12, 1.6  # "about" is told within this share; "at least" hardly of numbers this many times as high


@dataclass(frozen=True, slots=True)
class Count:
    """People of one role as a report counts them."""

    quantity: Quantity
    role: str
    passage: Passage
    telling: Telling

    @property
    def specific(self) -> bool:
        """True if it counts one kind of people."""
        what = self.quantity.what
        return what not in GENERIC and what not in PEOPLE

    @property
    def kind(self) -> str:
        """The stem of what is counted; sailors are crew."""
        what = self.quantity.what or ""
        return "crew" if what in CREW else stem(what)

    @property
    def at(self) -> int:
        """Where the number stands."""
        return self.quantity.start


Sides = tuple[Sequence[Count], Sequence[Count]]


def compare_casualties(pair: Pair) -> Iterator[Finding]:
    """C401: a later report counts more or fewer. C402: two voices differ. C403: one voice differs from itself."""
    here, there = counts(pair.a), counts(pair.b)
    for role in dict.fromkeys(c.role for c in here):
        left = [[c for c in side if c.role == role] for side in (here, there)]
        found = _risen(pair, *left) or _unmatched(pair, *left) or _parts(pair, *left)
        for x, y in found:
            yield number_finding(pair, x.quantity, y.quantity, role)


def counts(telling: Telling) -> list[Count]:
    """The numbers of people with a role, also where only the words around give it."""
    found = []
    for q in telling.ledger.quantities:
        passage = telling.at(q.start) if q.unit == "person" and q.low is not None and q.bound != "vague" else None
        role = _role(telling, q) if passage else None
        if passage and role:
            found.append(Count(q, role, passage, telling))
    return found


def _role(telling: Telling, q: Quantity) -> str | None:
    words = telling.ledger.text[max(telling.story.sentence(q.start).start, q.start - 60) : q.end + 60]
    if q.high == 0:
        return _nobody(q, words)
    if q.what in ("casualty", "patient"):
        return "injured"
    if q.role:
        return q.role
    return next((role for role, around in ROLES.items() if around.search(words)), None)


def _nobody(q: Quantity, words: str) -> str | None:
    """The role of "nobody", where the words around speak of people hurt at all."""
    hurt = re.search(r"\b(?:hurt|injur\w*|wound\w*|casualt\w*|victims?|harm\w*)\b", words, re.I)
    return "injured" if hurt else "killed" if q.role == "killed" and LETHAL.search(words) else None


def _unmatched(pair: Pair, here: Sequence[Count], there: Sequence[Count]) -> list[tuple[Count, Count]]:
    """What each report alone has, by how near the sentences are; each number once."""
    mine = [x for x in here if _open(x) and not _met(x, there)]
    other = [y for y in there if _open(y) and not _met(y, here)]
    one_slot = partial(_one_slot, pair, told=(here, there), left=(mine, other))
    ranked = sorted(
        ((_nearness(pair, x, y), x, y) for x in mine for y in other if one_slot(x, y)),
        key=lambda found: (-found[0], found[1].at, found[2].at),
    )
    taken: set[int] = set()
    best: list[tuple[Count, Count]] = []
    for _, x, y in ranked:
        if not {id(x), id(y)} & taken:
            taken |= {id(x), id(y)}
            best.append((x, y))
    return best


def _parts(pair: Pair, here: Sequence[Count], there: Sequence[Count]) -> list[tuple[Count, Count]]:
    """What each report counts once of one kind of people, among the rest: "two of them children"."""
    told = [{(kind, c.quantity.low): c for c in side if (kind := _kind(c))} for side in (here, there)]
    kinds = {kind for side in told for kind, _ in side}
    sides = (
        [[c for (k, _), c in side.items() if k == kind and not c.passage.aside] for side in told] for kind in kinds
    )
    once = ((a[0], b[0]) for a, b in sides if len(a) == len(b) == 1)
    return [(x, y) for x, y in once if excludes(x.quantity, y.quantity) and (pair.same_day or not later(pair))]


def _kind(x: Count) -> str | None:
    """The kind of people that a number tells of a larger one: "two children", "three of the dead were children"."""
    text = x.telling.ledger.text
    behind = OF_THEM.match(text, x.at)
    if behind:
        return stem(behind["kind"])
    among = x.quantity.part_of is not None or AMONG.search(text, max(0, x.at - 40), x.at)
    return stem(x.quantity.what or "") if among and x.specific else None


def _open(x: Count) -> bool:
    """A number of its own: no part of another, not added to one, none of a whole town or crew."""
    words = x.telling.ledger.text[max(x.passage.span.start, x.at - 30) : x.quantity.end + 12]
    some = re.match(
        r"\S+(?: more)? of (?:the|its|their|those|them)\b", x.telling.ledger.text[x.at : x.quantity.end + 12]
    )
    extra = some or re.search(r"\b(?:separate(?:ly)?|elsewhere|earlier)\b", words)
    aged = AGED.search(x.telling.ledger.text[max(0, x.at - 24) : x.at])
    return x.quantity.part_of is None and not aged and not extra and not STAFF.search(words)


def _met(x: Count, others: Sequence[Count]) -> bool:
    """The other report has the number too, or numbers that it sums."""
    values = [y.quantity for y in others if _open(y) or y.quantity.part_of is None]
    exact = [int(q.low or 0) for q in values if q.low == q.high][:12]
    sums = {sum(some) for n in (2, 3) for some in combinations(exact, n)}
    return any(not excludes(x.quantity, q) for q in values) or x.quantity.low in sums


def _one_slot(pair: Pair, x: Count, y: Count, told: Sides, left: Sides) -> bool:
    """One kind of people, told of one incident, and numbers that exclude each other."""
    a, b = x.quantity, y.quantity
    sides = a.civilian is not None and b.civilian is not None and a.civilian != b.civilian
    lasting = [bool(STILL.search(c.telling.ledger.text, c.at, c.quantity.end + 30)) for c in (x, y)]
    if sides or lasting[0] != lasting[1] or x.passage.aside != y.passage.aside or not excludes(a, b):
        return False
    only = all(len({c.quantity.low for c in side if not c.passage.aside}) == 1 for side in told)
    if _fewer_of_a_kind(x, y) and not only:
        return False
    if x.specific and y.specific and x.kind != y.kind:
        return pair.affinity(x.passage, y.passage) >= 0.3
    first = all(c is next((o for o in side if not o.passage.aside), None) for c, side in zip((x, y), told, strict=True))
    alone = [len([c for c in side if not c.passage.aside]) for side in left] == [1, 1]
    named = {c.kind for c in (x, y) if c.specific} <= x.passage.stems & y.passage.stems
    return (
        _counted_at_once(x, y)
        or pair.close(x.passage, y.passage)
        or (not x.passage.aside and (first or (alone and named)))
    )


def _counted_at_once(x: Count, y: Count) -> bool:
    """Both are tolls as of one day: "by Thursday evening", "at midnight on Monday"."""
    days = [[d for d in c.telling.story.days(c.passage.span) if d[0][:4] != "0000"] for c in (x, y)]
    as_of = all(TALLY.search(c.passage.words) for c in (x, y))
    return as_of and all(len(set(d)) == 1 for d in days) and days[0][0] == days[1][0]


def _fewer_of_a_kind(x: Count, y: Count) -> bool:
    """As in "two soldiers" beside "five people"."""
    kind, whole = (x, y) if x.specific else (y, x)
    return x.specific != y.specific and (kind.quantity.low or 0) <= (whole.quantity.low or 0)


def _nearness(pair: Pair, x: Count, y: Count) -> float:
    return pair.affinity(x.passage, y.passage) + (0.1 if x.specific == y.specific else 0.0)


def excludes(a: Quantity, b: Quantity) -> bool:
    """True if two numbers cannot be of one thing told with the usual roundings.

    >>> told = lambda low, high, bound: Quantity("q", 0, 2, low, high, bound, "person")
    >>> excludes(told(12.0, None, "at_least"), told(15.0, 15.0, "exact"))
    False
    >>> excludes(told(900.0, None, "at_least"), told(2500.0, 2500.0, "about"))
    True
    """
    if a.bound == b.bound == "at_least" and (a.low or 0) % 10 and (b.low or 0) % 10:
        return a.low != b.low
    (a_low, a_high), (b_low, b_high) = _range(a), _range(b)
    return a_low > b_high or b_low > a_high


def _range(q: Quantity) -> tuple[float, float]:
    low = q.low or 0.0
    if q.high is None:
        return low * (1 - SLACK / 4), low * MOST + 1
    if q.bound == "about" or (low == q.high and low >= 50 and low % 10 == 0):
        slack = SLACK if q.bound == "about" else SLACK / 4
        return low * (1 - slack), q.high * (1 + slack)
    return low, q.high


def _risen(pair: Pair, here: Sequence[Count], there: Sequence[Count]) -> list[tuple[Count, Count]]:
    """A toll that a later report says has changed, against the toll of the earlier one."""
    if not later(pair) or not here:
        return []
    changed = [y for y in there if RISEN.search(y.passage.words) and not y.passage.aside and not _met(y, here)]
    mine = next((x for x in here if _open(x) and not x.passage.aside), None)
    if not changed or mine is None or not excludes(mine.quantity, changed[0].quantity):
        return []
    return [(mine, changed[0])]


def number_finding(pair: Pair, a: Quantity, b: Quantity, noun: str) -> Finding:
    """The finding of two numbers for one thing: who gave which, in which report, as of when."""
    times = _as_of(pair.a, a), _as_of(pair.b, b)
    told = f"{_count(pair.a, a, noun)}, {_count(pair.b, b, noun)}"
    same = one_voice(told_by(pair.a, a.start, a), told_by(pair.b, b.start, b)) or cited(pair)
    grown = _grown(pair, a, b)
    if grown or (times[0] and times[1] and times[0] != times[1]):
        verdict = Verdict(
            "C401", "update", "number", "high" if not grown and (times[0] or "") < (times[1] or "") else "medium",
            f"The number changed between two reports: {told}.",
            "both reports tell of one event, the second is the later count",
            "two incidents of one kind at one place",
        )  # fmt: skip
    elif same and all(times):
        verdict = Verdict(
            "C403", "contradiction", "number", "medium",
            f"One voice is given with two numbers on one day: {told}{_lineage(pair)}.",
            "both reports tell of one event as of one day",
            "a later hour of the same day, or a slip in passing the number on",
        )  # fmt: skip
    else:
        verdict = Verdict(
            "C402", "dispute", "number", "medium" if all(times) else "low",
            f"Two voices count differently: {told}{_lineage(pair)}.",
            "both reports tell of one event",
            "different ways or hours of counting",
        )  # fmt: skip
    return pair.finding(verdict, (a.start, b.start))


def _grown(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """One report says that the higher number is what a lower one has risen to, and the other gives an earlier hour."""
    low, high = ((pair.a, a), (pair.b, b)) if (a.low or 0) < (b.low or 0) else ((pair.b, b), (pair.a, a))
    words = [telling.story.words(telling.story.sentence(q.start)) for telling, q in (low, high)]
    first, then = (clock_of(sentence) for sentence in words)
    return first is not None and then is not None and first < then and bool(RISEN.search(words[1]))


def _lineage(pair: Pair) -> str:
    return "; one report names the other as its source" if cited(pair) else ""


def _as_of(telling: Telling, q: Quantity) -> str | None:
    return q.as_of or telling.published


def _count(telling: Telling, q: Quantity, noun: str) -> str:
    who = told_by(telling, q.start, q).name
    where = f"{telling.outlet}, " if telling.outlet and telling.outlet != who else ""
    return f"{amount(q)} {noun} ({who}; {where}{_as_of(telling, q) or 'undated'})"
