"""One thing in two states that exclude each other, or one act done to it and not done (C104, C156, C158).

The definite thing is compared, not the words around it: "the bridge at the crossing was closed all morning" against
"the bridge there was open from six until noon"; "the repair of the line was completed on Tuesday" against "crews had
not finished the repair on Wednesday"; "the patrol was fired at" against "was not fired at". The report's own prose and
a source it passes on are one voice, two sources are not. What a state can turn into (open, closed) must be told of one
day; what nothing leads back from (completed, destroyed) of an earlier or the same one. Silent beside words of a turn,
a part or a plan, and where the report knows two things of the noun.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from fogline.checking.dating.written import WEEKDAYS
from fogline.checking.story import Story, Verdict, clean
from fogline.checking.telling.alike import Wording
from fogline.checking.telling.stems import stem
from fogline.checking.telling.tellings import Telling, acts_told, clock_of, day_of, tellings
from fogline.checking.telling.things import LEADS, TIME, one_thing
from fogline.checking.voices import OUTLET
from fogline.records import Finding
from fogline.tables.lexicon_checks import small_words

WHOLE = re.compile(r"\b(?:all|throughout|without\s+(?:interruption|a\s+break)|the\s+whole|entire"
    r"|around\s+the\s+clock|day\s+and\s+night|never|since" r"|at\s+no\s+time|continuously"
    r"|from\s+\w+\s+(?:until|till|to))\b", re.I)  # fmt: skip
TURNED = re.compile(r"\b(?:again|later|reopen\w*|re-open\w*|resum\w+|briefly|for\s+(?:\w+\s+)?(?:hours?"
    r"|minutes|days|weeks)|(?<!^)until|before(?!\s+(?:the|his|its|their)\b)|earlier|then|used\s+to|former\w*"
    r"|no\s+longer|previous\w*|once|den(?:y|ied|ies)|false\w*|wrong\w*|mistak\w+|correct(?:ed|ion)|disput\w+|alleg\w+|claim(?:s|ed"
    r"|ing)?" r"|yet\s+to|some|most|half|partly|partially|except|apart\s+from|other|another|rumou?rs?"
    r"|first\s+reports|initial\w*|if|unless)\b", re.I)  # fmt: skip
LASTING = re.compile(r"\bfrom\s+[\w:.]+\s+until\b", re.I)
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def told_both_ways(wording: Wording) -> Iterator[Finding]:
    """C104, C156, C158: one voice tells one thing in two states, or one act on it done and not done."""
    story = wording.story
    by: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in (*tellings(story), *acts_told(wording)):
        by[telling.scale, telling.thing.head].append(telling)
    seen: set[tuple[int, int]] = set()
    for group in by.values():
        for a, b in combinations(group[:12], 2):
            key = a.sentence.start, b.sentence.start
            if a.end != b.end and key not in seen and _excludes(story, a, b):
                seen.add(key)
                yield _finding(story, a, b)


def _excludes(story: Story, a: Telling, b: Telling) -> bool:
    """Another sentence tells the other end of the same thing, in one voice and one time."""
    if a.sentence == b.sentence or not one_thing(story, a.thing, b.thing):
        return False
    if a.scale.startswith("act ") and not _same_object(story, a, b):
        return False
    if a.scale.startswith("phase") and a.thing.noun[:1].isupper() and not a.thing.marks:
        return False
    if any(TURNED.search(LASTING.sub("", story.words(t.clause))) for t in (a, b)):
        return False
    return one_voice(story, a, b) and _one_time(story, a, b)


def _same_object(story: Story, a: Telling, b: Telling) -> bool:
    """What stands behind the two verbs is of one thing; a passive needs nothing behind it."""
    here, there = (_behind(story, t) for t in (a, b))
    if not here or not there:
        return a.scale.endswith("passive") or here == there
    return 2 * len(here & there) > min(len(here), len(there))


def _behind(story: Story, t: Telling) -> set[str]:
    words = story.words((t.span.end, t.clause.end))
    dated = TIME.split(words)[0] if not TIME.match(words) else ""
    found = (w.lower() for w in re.findall(r"[A-Za-z][\w’'-]+", dated))
    return {stem(w) for w in found if w not in small_words("small") and w not in LEADS}


def one_voice(story: Story, a: Telling, b: Telling) -> bool:
    """One source tells both, by its key or by its noun; the report's own prose is one with a source it passes on."""
    here, there = (story.voice_at(t.span.start)[0] for t in (a, b))
    if here == there or OUTLET in (here, there):
        return True
    names = [_names(story.voices.name(v)) for v in (here, there)]
    return bool(names[0] & names[1]) or any(_in_one_name(story, x, y) for x in names[0] for y in names[1])


def _in_one_name(story: Story, x: str, y: str) -> bool:
    """The report calls one source by both words: "the UN force UNIFIL"."""
    return bool(
        re.search(rf"\b(?:{re.escape(x)}\s+{re.escape(y)}|{re.escape(y)}\s+{re.escape(x)})\b", story.text, re.I)
    )


def _names(words: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[A-Za-z]{3,}", words)} - small_words("small") - {"same", "the", "local"}


def _one_time(story: Story, a: Telling, b: Telling) -> bool:
    """What is final is told of a day not after the other's; what turns, of the same day and hour."""
    if a.final or b.final:
        return _not_after(story, *((a, b) if a.final else (b, a)))
    days = [day_of(story, t) for t in (a, b)]
    whole = any(WHOLE.search(story.words(t.clause)) for t in (a, b))
    if days[0] and days[1]:
        return _meet(days[0], days[1]) and (whole or not _hours_apart(story, a, b))
    if days[0] or days[1]:
        return whole
    return whole or (a.now == b.now and not _hours_apart(story, a, b))


def _not_after(story: Story, final: Telling, other: Telling) -> bool:
    first, then = day_of(story, final), day_of(story, other)
    act = final.scale.startswith("act ")
    if first and then and first != then:
        return first[1] <= then[0] if not act or other.perfect else _meet(first, then)
    days_on = _weekdays_on(story, final, other)
    if days_on:
        return days_on <= 3 and (not act or other.perfect)
    if then and not first and days_on is None:
        return act and not other.now
    hours = [clock_of(story.words(t.clause)) or clock_of(story.words(t.sentence)) for t in (final, other)]
    if hours[0] is not None and hours[1] is not None:
        return hours[0] <= hours[1]
    return True


def _weekdays_on(story: Story, a: Telling, b: Telling) -> int | None:
    """How many days after the weekday of one telling the weekday of the other is, where each names one."""
    named = [WEEKDAY.findall(story.words(t.clause)) for t in (a, b)]
    if not all(len(n) == 1 for n in named):
        return None
    return (WEEKDAYS.index(named[1][0]) - WEEKDAYS.index(named[0][0])) % 7


def _meet(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _hours_apart(story: Story, a: Telling, b: Telling) -> bool:
    hours = [clock_of(story.words(t.clause)) for t in (a, b)]
    return None not in hours and hours[0] != hours[1]


def _finding(story: Story, a: Telling, b: Telling) -> Finding:
    a, b = sorted((a, b), key=lambda t: t.span)
    negation = a.negation or b.negation or ("no" if a.thing.none or b.thing.none else "")
    act = a.scale.startswith("act ")
    universal = negation in ("no", "never") or a.thing.none or b.thing.none
    code = "C156" if not act else "C158" if universal else "C104"
    what = clean(max(a.thing.words, b.thing.words, key=len))
    told = [clean(story.words(t.clause)).strip(" ,.") for t in (a, b)]
    verdict = Verdict(
        code, "contradiction", "polarity" if act else "state", "medium",
        f"Of one thing ({what}) it is told that “{told[0]}” and that “{told[1]}”.",
        "both sentences speak of the same definite thing in one voice, and no other time is named",
        "two occasions, or two things of one noun, that the report does not tell apart",
    )  # fmt: skip
    return story.finding(verdict, [a.span, b.span])
