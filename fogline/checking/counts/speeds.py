"""Speed, time and distance of one trip that cannot all be so (C118): "the 180 km in two hours at a steady 60 km/h".

The three must stand within a few sentences that hold no second figure of their kind, with a word for going and a word
that makes the speed the trip's (average, steady, never above). An average may be off by a fifth; "never above" only
bounds the distance from above. Silent on what something can do, on limits, and on distances from a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.checking.story import Story, Verdict, amount, measure, story_of
from fogline.records import Fact, Finding, Ledger, Quantity

KM = {"km": 1.0, "mile": 1.609344, "nautical mile": 1.852, "metre": 0.001}
KM_H = {"km/h": 1.0, "mph": 1.609344, "knot": 1.852}
HOURS = {"hour": 1.0, "minute": 1 / 60}
WINDOW = 5  # sentences
SLACK = 0.2
STEADY = re.compile(
    r"\b(?:average|averag\w+|steady|steadily|constant|constantly|even|uniform|throughout|entire|whole|made|exactly|at)\b",
    re.I,
)
NEVER_ABOVE = re.compile(
    r"\b(?:never|not|did not|didn[’']t|no)\s+(?:\w+\s+){0,3}?"
    r"(?:above|over|exceed(?:ed|ing)?|faster than|more than|beyond|topped)\b"
    r"|\b(?:at most|top speed of|maximum speed of|a maximum of|no more than)\b",
    re.I,
)
CAN = re.compile(
    r"\b(?:can|could|capable|able to|limits?|limited|allowed|range|gusts?|winds?|waves?|would|will|up to|designed"
    r"|may|might)\b",
    re.I,
)
WENT = re.compile(
    r"\b(?:drove|driven|flew|flown|sailed|ran|went|made|cover(?:ed)?|travell?ed|walked|marched|rode|steamed|crossed"
    r"|moved|rolled|leg|trip|journey|voyage|flight|distance|needed|took|advanced|crawled|came|reached)\b",
    re.I,
)
LYING = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:away|off|inland|deep|long|wide|high|apart)\b", re.I)
STRAIGHT = re.compile(r"\s+(?:away\s+)?from\b(?![^.;]*\bto\b)")


def check_speeds(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C118: a distance that its speed and its time do not make."""
    story = story_of(ledger)
    for speed in ledger.quantities:
        if speed.unit in KM_H and speed.low and speed.bound != "range":
            found = _trip(story, speed)
            if found and not _fits(story, speed, *found):
                yield _finding(story, (speed, *found), _hours(story, found[0]))


def _trip(story: Story, speed: Quantity) -> tuple[Quantity, Quantity] | None:
    """The one time and the one distance near a speed of the trip."""
    sentence = story.words(story.sentence(speed.start))
    if CAN.search(sentence) and not NEVER_ABOVE.search(sentence):
        return None
    if not (STEADY.search(story.text, max(0, speed.start - 60), speed.end + 30) or NEVER_ABOVE.search(sentence)):
        return None
    near = _near(story, speed)
    times = _closest(story, speed, [q for q in near if q.unit in HOURS])
    ways = _closest(story, speed, [q for q in near if q.unit in KM and not LYING.match(story.text, q.end)])
    others = [q for q in near if q.unit in KM_H and q.bound != "about" and q is not speed]
    plain = all(q.bound in ("exact", "about") for q in (*times, *ways))
    if others or len({q.low for q in times}) != 1 or len({q.low for q in ways}) != 1 or not plain:
        return None
    return (times[0], ways[0]) if _one_trip(story, times[0], ways[0]) else None


def _near(story: Story, speed: Quantity) -> list[Quantity]:
    """The figures of the sentences around a speed."""
    number = story.number(speed.start)
    return [q for q in story.ledger.quantities if abs(story.number(q.start) - number) < WINDOW]


def _closest(story: Story, speed: Quantity, some: list[Quantity]) -> list[Quantity]:
    """Those of the speed's own sentence, where it has any."""
    return [q for q in some if story.number(q.start) == story.number(speed.start)] or some


def _one_trip(story: Story, time: Quantity, way: Quantity) -> bool:
    """Both sentences tell of going, and the time is no part of it."""
    words = [story.words(story.sentence(q.start)) for q in (time, way)]
    ago = re.match(
        r"\s*(?:ago|later|earlier|before|after|a day|to (?:go|spare))\b", story.text[time.end : time.end + 12]
    )
    return all(WENT.search(w) and not CAN.search(w) for w in words) and not ago


def _hours(story: Story, time: Quantity) -> float:
    """The time in hours, with "an hour and a half"."""
    half = re.match(r"\s+and\s+a\s+half\b", story.text[time.end : time.end + 12])
    return (time.low or 0.0) * HOURS[time.unit] + (HOURS[time.unit] / 2 if half else 0.0)


def _fits(story: Story, speed: Quantity, time: Quantity, way: Quantity) -> bool:
    made = (speed.low or 0.0) * KM_H[speed.unit] * _hours(story, time)
    told = (way.low or 0.0) * KM[way.unit]
    above = told > made * (1 + SLACK)
    return (
        not above if NEVER_ABOVE.search(story.words(story.sentence(speed.start))) else not above and told * 1.2 >= made
    )


def _finding(story: Story, trip: tuple[Quantity, Quantity, Quantity], hours: float) -> Finding:
    speed, time, way = trip
    made = (speed.low or 0.0) * KM_H[speed.unit] * hours / KM[way.unit]
    verdict = Verdict(
        "C118", "contradiction", "speed", "medium",
        f"At {measure(speed.low or 0.0, speed.unit)}, {story.words((time.start, time.end))} make "
        f"{measure(round(made, 1), way.unit)}, not {amount(way)}.",
        "speed, time and distance are told of one trip",
        "stops, another leg of the trip, or another speed meant",
    )  # fmt: skip
    return story.finding(verdict, tuple((q.start, q.end) for q in (way, speed, time)))
