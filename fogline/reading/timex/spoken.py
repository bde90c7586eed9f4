"""Times inside a quotation count from when it was spoken, as far as the sentence around it tells that day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from fogline.reading.timex import grammar
from fogline.reading.timex.sense import Found, Now, Scene, day_of

Quoted = Callable[[int], bool]
FROM_SPEECH = "counted from the day the words were spoken"
OPEN = re.compile(r"XXXX|(?:PAST|PRESENT|FUTURE)_REF")  # values that wait for a day to count from
REACH = 400  # characters around a quotation in which its day may be told
SPEECH = re.compile(
    r"\b(?:said|say|says|saying|told|tells|wrote|writes|announced|warned|vowed|added|declared|posted|shouted|stated|"
    r"insisted|replied|recalled|explained|argued|claimed|asked|demanded|pledged|promised|tweeted|speaking|spoke|speech|"
    r"statement|interview|address|briefing|sermon|broadcast|message|letter)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(r"\b(?:after|before|since|until|till|following|by|from|ahead of|during)(?: the)? $", re.IGNORECASE)


def respoken(found: Sequence[Found], scene: Scene, quoted: Quoted) -> list[Found]:
    """The findings, those inside quotations read again as on the day on which the words were spoken."""
    return [_respoken(n, found, scene, quoted) for n in range(len(found))]


def anchored(found: Sequence[Found], now: Now, quoted: Quoted) -> list[Found]:
    """The findings with their last anchor: the report's day, its dateline, or the time of speaking."""
    return [_anchored(f, now, quoted(f.start)) for f in found]


def _anchored(f: Found, now: Now, spoken: bool) -> Found:
    """A relative time inside a quotation counts from its speaker's day, known or not."""
    relative = f.sense.anchor == "published"
    open_ = f.sense.anchor == "none" and OPEN.match(f.sense.value or "") is not None and f.sense.type != "SET"
    anchor = "spoken" if spoken and (relative or open_) else now.anchor if relative else f.sense.anchor
    return replace(f, sense=replace(f.sense, anchor=anchor))


def _respoken(n: int, found: Sequence[Found], scene: Scene, quoted: Quoted) -> Found:
    f = found[n]
    if f.sense.anchor != "published" or scene.now.day is None or not quoted(f.start):
        return f
    day = _day_of_speech(f, found[max(0, n - 6) : n + 7], scene, quoted)
    if day is None or day >= scene.now.day:
        return f
    then = Now(day.year, day.month, day, scene.now.anchor)
    sense = grammar.read_again(f, replace(scene, now=then, held=list(found[:n])))
    return replace(f, sense=replace(sense, why=FROM_SPEECH)) if sense else f


def _day_of_speech(f: Found, around: Sequence[Found], scene: Scene, quoted: Quoted) -> date | None:
    """The day told beside the words of speech, outside the quotation, of the sentences that hold its two ends."""
    text = scene.text
    first, last = _frame(f, text, quoted)
    said = [m.start() for m in SPEECH.finditer(text, first, last) if not quoted(m.start())]
    told = [(o, day) for o in around if first <= o.start < last and (day := _plain_day(o, text, quoted))]
    near = ((min(abs(o.start - at) for at in said), day) for o, day in told if said)
    return min(near, default=(0, None))[1]


def _plain_day(other: Found, text: str, quoted: Quoted) -> date | None:
    """The day of a time that stands by itself: not "after Monday's raid"."""
    own = text[other.end : other.end + 2] not in ("'s", "s'") and not ANOTHER.search(text[: other.start][-14:])
    return day_of(other.sense.value or "") if own and not quoted(other.start) else None


def _frame(f: Found, text: str, quoted: Quoted) -> tuple[int, int]:
    """From the start of the sentence in which the quotation opens to the end of the one in which it closes."""
    opens = next((k for k in range(f.start, max(0, f.start - 2000), -1) if not quoted(k)), f.start)
    closes = next((k for k in range(f.end, min(len(text), f.end + 2000)) if not quoted(k)), f.end)
    first = max(text.rfind("\n", 0, opens) + 1, opens - REACH)
    end = text.find("\n", closes + 1)
    return first, min(end if end >= 0 else len(text), closes + REACH)
