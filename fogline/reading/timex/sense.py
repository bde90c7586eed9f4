"""What a rule answers about one time expression, and what it may look at to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from re import Match

from fogline.models.parse import Parse
from fogline.reading.timex import calendar
from fogline.reading.timex.calendar import UNKNOWN, Interval

LOOK_BACK = 40  # times before an expression among which the last one told is sought


@dataclass(frozen=True, slots=True)
class Sense:
    """The reading of one expression: TIMEX3 type, value and mod, the days it covers, its anchor and the reason.

    ``clock`` is a time of day ("T09:00Z") that still looks for its day. ``framed`` is True where prepositions around
    the expression have been read already and must not move the interval again.
    """

    type: str
    value: str | None
    why: str
    interval: Interval = UNKNOWN
    mod: str | None = None
    anchor: str = "none"
    clock: str | None = None
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Now:
    """What is known of the day from which relative times count: a day, or only its month or year."""

    year: int | None = None
    month: int | None = None
    day: date | None = None
    anchor: str = "none"

    @property
    def range(self) -> tuple[date, date] | None:
        """The first and last day that the report's day can be, if its year is known."""
        if self.day:
            return self.day, self.day
        value = f"{self.year:04d}" + (f"-{self.month:02d}" if self.month else "") if self.year else ""
        days = calendar.covered(value)
        return (days.begin, days.finish_latest) if days.begin and days.finish_latest else None


def now_unknown() -> Now:
    """Nothing is known of the report's day."""
    return Now()


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in the text with its sense."""

    start: int
    end: int
    rule: str
    sense: Sense


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at: the text with plain blanks, the parse, the day of the report, the times before."""

    text: str
    parse: Parse
    now: Now
    held: list[Found] = field(default_factory=list)

    def previous_is_coarse(self) -> bool:
        """True if the last date told names no single day."""
        last = next(
            (f.sense for f in self.held[: -LOOK_BACK - 1 : -1] if f.sense.type in ("DATE", "TIME") and f.sense.value),
            None,
        )
        return last is not None and not _has_day(last)

    def previous(self) -> Sense | None:
        """The last time before this one that has a known day."""
        return next((f.sense for f in self.held[: -LOOK_BACK - 1 : -1] if _has_day(f.sense)), None)


def _has_day(sense: Sense) -> bool:
    return sense.type in ("DATE", "TIME") and sense.value is not None and day_of(sense.value) is not None


def day_of(value: str) -> date | None:
    """The day that a value of day or finer precision names."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None


Rule = tuple[str, str, Callable[[Match[str], Scene], Sense | None]]  # name, pattern, what it says of a match


def dated(value: str, why: str, *, anchor: str = "none", mod: str | None = None, tight: bool = False) -> Sense:
    """A date or time with the days that its value covers, narrowed by its early, middle or late part."""
    narrow = mod in ("START", "MID", "END")
    interval = calendar.narrowed(value, str(mod), tight) if narrow else calendar.covered(value)
    kind = "TIME" if "T" in value else "DATE"
    return Sense(kind, value, why, interval, mod, anchor, framed=tight and mod == "END")


def unresolved(
    value: str | None, why: str, *, kind: str = "DATE", mod: str | None = None, anchor: str = "none"
) -> Sense:
    """A time whose day cannot be told: its value stays relative."""
    return Sense(kind, value, why, UNKNOWN, mod, anchor)
