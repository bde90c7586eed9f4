"""What is plainly told as past on a day and month that the words name, whatever year they were resolved to.

The date stands in one clause with a finite past verb of an act told as done: "on 6 February its members voted", "the
bridge fell on 11 June", "lasted from Tuesday until 19 January". Silent on verbs that set a date ("scheduled", "called",
"agreed"), beside words of plan or condition, and where the sentences before speak of another year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from fogline.checking.dating.written import Written, written, written_in
from fogline.checking.story import Story
from fogline.records import Act, Span
from fogline.tables.lexicon_checks import check_words

ENDS = re.compile(r"[;:()“”\"—–]|,\s+(?:and|but|which|who|whose|while|after|before|when|because|as|with|where|so)\b")
AHEAD = re.compile(
    r"\b(?:will|would|shall|could|can|may|might|should|must|if|unless|to be|(?:is|are|was|were|be|been|being) to"
    r"|due|(?<!the )next|upcoming|ahead|deadline|invit\w+|plan\w*|schedul\w+|expect\w*|set (?:for|to)|slated|hop\w+)\b"
)
NOT_FINITE = re.compile(
    r"\b(?:to|will|would|shall|could|can|may|might|should|must|is|are|be|being|ha[sv]e?|if|not|never)"
    r"(?:\s+been|\s+be)?(?:\s+\w+ly)?\s*$"
)
PART = r"(?:the\s+(?:night|morning|evening|afternoon)\s+of\s+)?"
NAMED = re.compile(rf"(?:^|\s)(?:on|from)\s+(?:\d{{1,2}}\s+(?:and|to|or)\s+)?{PART}$", re.I)
OPENS = re.compile(rf"\s*(?:(?:and|but|then|early|late|later),?\s+)*(?:on|from)\s+{PART}", re.I)
TO_DO = re.compile(
    r"\bto\s+(?!(?:the|an?|his|her|its|their|this|that|power|office|court)\b)[a-z]+\b"
    r"|\b(?:from|of|for|about|against|on|with)\s+(?!evening|morning)[a-z]+ing\b"
)
ANOTHER = re.compile(rf"{TO_DO.pattern}|\b(?:and|but|or)\s+[a-z]+(?:s|ed)\b")
"""Between an act and a date: another act that the date may be of."""
LASTED = re.compile(
    r"\b(?:lasted|ran|continued|went\s+on|stayed|remained)\b(?:\s+[\w’']+){0,5}?\s+(?:until|till|to|through)\s+$", re.I
)
BY_YEAR = re.compile(
    r"\b(?:last|previous|following|that|every|each|earlier|next)\s+(?:year|century|decade)|\byears?\s+(?:ago|earlier|before"
    r"|later|after|to the day)|\banniversary\b|\bannual(?:ly)?\b|\btraditionally\b",
    re.I,
)
BACK = 1  # sentences before, whose other year may be meant


def told_past(story: Story) -> Iterator[tuple[Span, Written]]:
    """Acts told as done on a written day and month, with the date."""
    for one in written(story):
        if one.day and one.month:
            act = _act(story, one)
            if act and not _schedules(story, act):
                yield act.trigger, one


def _act(story: Story, one: Written) -> Act | None:
    sentence = story.sentence(one.span.start)
    before, after = story.words((sentence.start, one.span.start)), story.words((one.span.end, sentence.end))
    start = max((m.end() for m in ENDS.finditer(before)), default=0)
    end = next((m.start() for m in ENDS.finditer(after)), len(after))
    if AHEAD.search(before[start:] + " — " + after[:end]) and not LASTED.search(before[start:]):
        return None
    acts = _acts(story, Span(sentence.start + start, one.span.end + end))
    finite = [a for a in acts if _past(story, a, sentence.start + start)]
    return _behind(before[start:], finite, one) or _leading(before[start:], after[:end], finite, one)


def _behind(before: str, acts: list[Act], one: Written) -> Act | None:
    """The act before the date: "the bridge fell on 11 June", without another name or comma between."""
    earlier = [a for a in acts if a.trigger.end <= one.span.start]
    if not earlier:
        return None
    between = before[len(before) - (one.span.start - earlier[-1].trigger.end) :]
    near = NAMED.search(between) and len(between) < 60 and ", " not in between and not ANOTHER.search(between)
    return earlier[-1] if near or LASTED.search(before) else None


def _leading(before: str, after: str, acts: list[Act], one: Written) -> Act | None:
    """The first act after a date that opens its clause: "On 6 February its members voted"."""
    later = [a for a in acts if a.trigger.start >= one.span.end]
    if not later or not OPENS.fullmatch(before):
        return None
    between = after[: later[0].trigger.start - one.span.end].removeprefix(",")
    return later[0] if len(between) < 70 and "," not in between else None


def _past(story: Story, act: Act, clause: int) -> bool:
    """A done act in a past form that no helper verb makes future, perfect or infinitive."""
    word = story.words(act.trigger).lower()
    form = check_words("past").fullmatch(word.split()[0]) or word.split()[0].endswith("ed") or word.endswith("ed")
    done = act.status == "done" and act.factuality in ("CT+", "PR+")
    return bool(form) and done and not NOT_FINITE.search(story.words((clause, act.trigger.start)))


def _schedules(story: Story, act: Act) -> bool:
    return bool(check_words("schedules").fullmatch(story.words(act.trigger).lower()))


def _acts(story: Story, span: Span) -> list[Act]:
    acts = story.ledger.acts
    first = bisect_left(acts, span.start, key=lambda a: a.trigger.start)
    return list(acts[first : bisect_left(acts, span.end, key=lambda a: a.trigger.start)])


def other_year_near(story: Story, one: Written, year: int, back: int = BACK) -> bool:
    """True if this sentence or one of those before speaks of another year, or counts in years."""
    at = story.number(one.span.start)
    first = story.ledger.sentences[max(0, at - back)].start if at >= 0 else 0
    stretch = Span(first, story.sentence(one.span.start).end)
    named = any(w.year and w.year != year for w in written_in(story, stretch))
    return named or bool(BY_YEAR.search(story.words(stretch)))
