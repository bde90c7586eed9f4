"""So many of each, and how many of all (C117): "six buses, each with two drivers and a steward ... a crew of twelve".

A number of carriers, what each of them holds or costs, and a total that says it is one ("all 24 soldiers", "a total of
$72 million", "one for every member of the crews") must multiply out. All are exact and of one passage. Silent where
another number of the same kind stands near, and for a total that may count others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.checking.counts.counting import number_pattern, whole
from fogline.checking.story import Story, Verdict, capital, plain, story_of
from fogline.records import Fact, Finding, Ledger, Quantity, Span
from fogline.tables.lexicon_numbers import counted_nouns, singular

EACH = re.compile(r"\beach\b(?!\s+other)", re.I)
FAR = 12  # sentences from what each holds to the whole crew
NEAR = 4  # ... to a total of the same noun
TOTAL = re.compile(r"\b(?:all|total|totalled|totalling|altogether|together|whole|entire|combined|sum)\b", re.I)
ALL = re.compile(
    r"\ball\s+(?:of\s+)?(?:the\s+)?[\w-]+|\bin\s+(?:all|total)\b|\b(?:altogether|together|whole|entire)\b", re.I
)
BLUR = re.compile(
    r"\b(?:at least|more|up to|about|(?<!each )others?|except|apart from|plus|also|another|additional|joined|spare)\b",
    re.I,
)
HOLDS = re.compile(
    r"\b(?:with|has|had|have|carr(?:ied|ies|ying)|h[eo]ld(?:s|ing)?|seated|contain(?:s|ed)|manned\s+by|staffed\s+by"
    r"|needs?|needed|are|is|were|was|assigned|got|received|employs?|s[ia]t)\b",
    re.I,
)
CREW = r"(?:crews?|crew\s+members?|staff|members?|man\s+and\s+woman|of\s+them)\b"
PEOPLE = re.compile(r"(?:er|or|ist|ian|man|men|ard|attendant|assistant|boy|girl|ic|mate)$")
OF_TIME = ("percent", "year", "day", "hour", "week", "month", "minute", "km", "metre", "mile")


@dataclass(frozen=True, slots=True)
class Share:
    """How many carriers, how many each holds, the words that say so, and the kinds of what is held."""

    carriers: Quantity
    n: float
    span: Span
    kinds: frozenset[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Total:
    """A total told, with its words."""

    n: float
    span: Span


def check_crews(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C117: carriers times what each holds is not the total told."""
    story = story_of(ledger)
    for share in (*_each(story), *_of(story)):
        total = _same_kind(story, share) or _whole_crew(story, share)
        if total and total.n != (share.carriers.low or 0) * share.n:
            yield _finding(story, share, total)


def _exact(q: Quantity) -> bool:
    return q.bound == "exact" and bool(q.low) and q.low == q.high and q.unit not in OF_TIME


def _each(story: Story) -> Iterator[Share]:
    """As in "five boats, each with eight rowers", "Six buses came. Each had two drivers and a steward"."""
    for match in EACH.finditer(story.text):
        sentence, carriers = story.sentence(match.start()), _carriers(story, match)
        if not carriers or BLUR.search(story.words((match.end(), sentence.end))):
            continue
        held = [q for q in story.ledger.quantities if match.end() <= q.start < sentence.end and _held(story, match, q)]
        people = list(_people(story, sentence))
        if len(people) > 1 and (not held or held[0].unit in ("person", held[0].what)):
            yield Share(carriers, sum(people), Span(match.start(), sentence.end), frozenset())
        elif len(held) == 1 and _exact(held[0]):
            kinds = frozenset({(held[0].unit, held[0].what)})
            yield Share(carriers, held[0].low or 0, Span(match.start(), held[0].end), kinds)


def _carriers(story: Story, match: re.Match[str]) -> Quantity | None:
    """The number straight before, in the sentence or, where it opens with "each", in the one before."""
    sentence, number = story.sentence(match.start()), story.number(match.start())
    opens = match.start() - sentence.start < 12 or len(story.words((sentence.start, match.start())).split()) < 9
    before = [q for q in story.ledger.quantities if q.end <= match.start() and number - story.number(q.start) <= 1]
    here = [q for q in before if q.start >= sentence.start]
    some = here[-1:] or (before if opens and len(before) == 1 else [])
    return some[0] if some and _exact(some[0]) and some[0].unit != "person" and (some[0].low or 0) > 1 else None


def _held(story: Story, match: re.Match[str], q: Quantity) -> bool:
    """Behind "each" and a verb of holding."""
    between = story.text[match.end() : q.start]
    return len(between) < 50 and bool(HOLDS.search(between)) and not re.search(r"[.;:,]|\b(?:who|which|for)\b", between)


def _people(story: Story, sentence: Span) -> Iterator[int]:
    """The people that a list names: "a driver, two nurses and a boy"."""
    n = number_pattern()
    lead = rf"(?:^|,\s+(?:and\s+)?|\band\s+|{HOLDS.pattern}\s+)"
    item = rf"{lead}(?P<n>an?|{n})\s+(?P<first>[a-z-]+)(?=(?:\s+(?P<second>[a-z-]+))?)"
    for match in re.finditer(item, story.words(sentence), re.I):
        if any(_person(singular(word)) for word in (match["first"], match["second"] or "")):
            yield 1 if match["n"].lower() in ("a", "an") else whole(match["n"]) or 0


def _person(noun: str) -> bool:
    known = counted_nouns().get(noun)
    return bool((known and known.unit == "person") or PEOPLE.search(noun))


def _of(story: Story) -> Iterator[Share]:
    """As in "four teams of five doctors", "12 helicopters at $5 million each"."""
    for a, b in pairwise(story.ledger.quantities):
        between, after = story.text[a.end : b.start], story.text[b.end : b.end + 12]
        teams = re.fullmatch(r"\s+of\s+", between)
        priced = re.fullmatch(r"\s+(?:at|for|costing|worth)\s+", between) and re.match(r"\s+(?:each|apiece)\b", after)
        if (teams or priced) and _exact(a) and _exact(b) and (a.low or 0) > 1:
            yield Share(a, b.low or 0, Span(a.start, b.end), frozenset({(b.unit, b.what)}))


def _same_kind(story: Story, share: Share) -> Total | None:
    """The one total of what each holds that follows, if nothing else of its kind does."""
    number = story.number(share.span.start)
    near = [q for q in story.ledger.quantities if abs(story.number(q.start) - number) <= NEAR]
    alike = [q for q in near if (q.unit, q.what) in share.kinds and not share.span.start <= q.start < share.span.end]
    if len(alike) != 1 or not _exact(alike[0]) or alike[0].start < share.span.end:
        return None
    q = alike[0]
    clause = story.text[max(story.sentence(q.start).start, q.start - 25) : q.end + 14]
    alone = not [o for o in near if share.span.end <= o.start < q.start and o.unit not in OF_TIME]
    money = q.unit.isupper() or ALL.search(clause)
    told = alone and money and TOTAL.search(clause) and not BLUR.search(story.words((share.span.end, q.start)))
    return Total(q.low or 0, Span(q.start, q.end)) if told else None


def _whole_crew(story: Story, share: Share) -> Total | None:
    """As in "twelve envelopes for the whole crew", "24, one for every member of the crews"."""
    number, n = story.number(share.span.start), number_pattern()
    if share.kinds:
        return None
    last = story.ledger.sentences[min(number + FAR, len(story.ledger.sentences) - 1)].end
    told = re.compile(
        rf"(?<![\d$£€.,-])\b(?P<n>{n})(?!\s+(?:dollars|euros|pounds))(?=\s|,)[^.;:]{{0,40}}?"
        rf"\b(?:whole|entire|every|each|all)\b"
        rf"[^.;:]{{0,20}}?\b{CREW}",
        re.I,
    )
    found = [m for m in told.finditer(story.text, share.span.end, last) if (whole(m["n"]) or 0) > 1]
    return Total(whole(found[0]["n"]) or 0, Span(*found[0].span())) if len(found) == 1 else None


def _finding(story: Story, share: Share, total: Total) -> Finding:
    words, made = story.words((share.carriers.start, share.carriers.end)), (share.carriers.low or 0) * share.n
    verdict = Verdict(
        "C117", "contradiction", "total", "medium",
        f"{capital(words)} with {plain(share.n)} each make {plain(made)}, not {plain(total.n)}.",
        "the total counts what each of them holds",
        "some that hold more or fewer, or another total meant",
    )  # fmt: skip
    return story.finding(verdict, ((share.carriers.start, share.carriers.end), share.span, total.span))
