"""What a report calls the first of its kind: which act, of whom and where, and within which period it would be alone.

Read are "the first raid on the port since 2014", "for the first time this year", "the first time that", "the first
ship to dock there", "the release was the first by the rebels", and what had never, or not since a day, been done
before. A claim has the senses of its act and the parts that narrow it; its period ends with its own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from fogline.checking.acts.first_kinds import clause_behind, in_office, kinds, narrowing, of_all, wide_senses
from fogline.checking.acts.first_scopes import before, opened
from fogline.checking.acts.parts import Part, low, part
from fogline.checking.acts.slots import NARROW
from fogline.checking.acts.told import Told, told
from fogline.checking.story import Story
from fogline.records import Argument, Predicate, Span
from fogline.tables.lexicon_senses import head_words

FIRST = re.compile(
    r"\bfor\s+(?P<for>(?:only\s+)?the\s+(?:very\s+)?first\s+time)\b|\b(?P<time>first\s+time)\b|\b(?P<never>never\s+(?:before|(?=ha[ds]\b|have\b))|(?-i:Not\s+since))\b"
    r"|(?<![-\w])first(?!-|\s+(?:person|lady|minister|quarter|half|aid|place|phase|round|stage|part|responders?|and|of\s+(?:all|three"
    r"|two|four|several|many|a\s+series)|look|glimpse|step|sign|\d+|two|three|four|five|six|ten|few|hours?|days?|weeks?|months?"
    r"|years?|light|group|batch|tranche)\b)(?P<ever>-ever)?", re.I
)  # fmt: skip
NOT = re.compile(
    r"\b(?:not|n['’]t|hardly|among|one\s+of|at|from\s+the|who|when\s+he|when\s+she)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?$",
    re.I,
)
NEVER = re.compile(
    r"\b(?:never|ever|before|until|since|previously|so\s+far|in\s+(?:all|\w+)\s+(?:years|months))\b", re.I
)
NP = re.compile(r"\s+(?:(?!(?:of|in|on|at|by|since|to|for|from|with|that|after|and)\b)[\w’'-]+\s+){0,4}$")
TO_DO = re.compile(r"\s+(?P<who>(?:[\w’'-]+\s+){0,4}?)(?:to\s+(?:have\s+)?(?:be\s+|been\s+)?|(?:that|who)\s+)$")
SCOPED = frozenset(("since", "for", "in", "kind", "before", "until", "after", "when", "as", "during"))


@dataclass(frozen=True, slots=True)
class First:
    """A claim of the first: what of, whose and where, and the days between which no other should lie."""

    span: Span
    at: Span
    number: int
    voice: str
    senses: frozenset[str]
    parts: Parts
    kind: frozenset[str]  # the words that narrow it: "air", "joint", "ship"
    towns: frozenset[str]
    loose: bool  # told by a verb, whose place need not narrow it
    after: str
    before: str


Parts = tuple[tuple[str, Part], ...]


class What(NamedTuple):
    """What is called the first: an act and the parts of it that narrow the claim."""

    act: Told
    parts: Parts
    loose: bool
    kind: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()  # senses of what the act takes up


def first_claims(story: Story) -> Iterator[First]:
    """Every claim of the first, or of nothing of the kind before, in text order."""
    seen: set[int] = set()
    for match in FIRST.finditer(story.text):
        sentence = story.sentence(match.start())
        if NOT.search(story.text, sentence.start, match.start("for") if match["for"] else match.start()):
            continue
        if not (match["for"] or match["time"] or match["never"] or of_all(story, sentence, match)):
            continue
        what = _what(story, sentence, match)
        made = what and _claim(story, Span(match.start(), match.end()), what)
        if made and what and what.act.at.start not in seen:
            seen.add(what.act.at.start)
            yield made
    yield from (c for t in told(story) if t.at.start not in seen and (c := _never(story, t)))


def _claim(story: Story, span: Span, what: What) -> First | None:
    sentence, act = story.sentence(span.start), what.act
    after, own = opened(story, sentence, span), before(story, sentence, span)
    if after is None or own is None:
        return None
    ways = {low(p.head) for k, p in what.parts if p.head in head_words("way")}
    kind = what.kind | narrowing(story, span, act) | ways
    fights = [p.span for k, p in what.parts if k != "whom" and p.head in head_words("fight")]
    named = (
        w.lower() for f in fights for w in re.findall(r"\b[A-Z]\w+", story.text[f.start : f.end + 40].split(",")[0])
    )
    parts = tuple((k, p) for k, p in what.parts if p.head not in head_words("way") and p.span not in fights)
    towns = _towns(story, act, parts)
    number = story.number(span.start)
    kind |= frozenset(named) | in_office(story, span) | (clause_behind(story, span) if not what.loose else frozenset())
    return First(
        span, act.at, number, act.voice, wide_senses(story, act) | what.also, parts, kind, towns, what.loose, after, own
    )


def _towns(story: Story, act: Told, parts: Parts) -> frozenset[str]:
    """The narrow places of the claim's clause; a court of Bangui tries what was done elsewhere."""
    whose = [p.span for k, p in parts if k == "who"]
    spans = (*act.predicate.clause, *(p.span for _, p in parts))
    found = {x for s in spans for x in story.places(s) if x.precision in NARROW and x.role != "affiliation"}
    return frozenset(x.name for x in found if not any(w.start <= x.start < w.end for w in whose))


def _kept(t: Told) -> Parts:
    """The parts of an act that narrow a claim of it; of a list only the whole."""
    every = [
        (k, p)
        for k, ps in t.parts.items()
        for p in ps
        if k not in (*SCOPED, "is") and not p.empty and p.head not in head_words("idle")
    ]
    return tuple((k, p) for k, p in every if "first" not in p.words and not any(
        q is not p and q.span.start <= p.span.start and p.span.end < q.span.end for _, q in every))  # fmt: skip


def _what(story: Story, sentence: Span, match: re.Match[str]) -> What | None:
    """The act that a first is told of, with the parts that narrow it."""
    here = [t for t in told(story) if sentence.start <= t.at.start < sentence.end]
    if match["for"] or match["never"]:
        return next((What(t, _kept(t), True) for t in _clause_of(here, match.start())), None)
    behind = [t for t in here if t.at.start >= match.end()]
    if match["time"]:
        found = [t for t in behind if t.predicate.kind == "verb" and t.predicate.mood != "open"]
        acts = found or _before_it(story, here, sentence, match)
        return next((What(t, _kept(t) or _main(here, match), True) for t in acts), None)
    return _noun(story, sentence, (here, behind), match) or _copula(story, here, sentence, match)


def _clause_of(here: list[Told], at: int) -> list[Told]:
    """The verbs of the clause in which a character stands, the nearest before it first."""
    verbs = [t for t in here if t.predicate.kind == "verb" and any(s.start <= at < s.end for s in t.predicate.clause)]
    verbs = verbs or [t for t in here if t.predicate.kind == "verb" and t.predicate.mood == "told"]
    return sorted(verbs, key=lambda t: (t.at.start > at, abs(at - t.at.start)))


def _before_it(story: Story, here: list[Told], sentence: Span, match: re.Match[str]) -> list[Told]:
    """What "it was the first time since March" takes up: the main act before it."""
    ahead = [t for t in here if t.at.start < match.start() and t.predicate.kind == "verb"]
    number = story.number(sentence.start)
    return ahead or [t for t in told(story) if t.number == number - 1 and t.how in ("main", "complement")][:1]


def _noun(story: Story, sentence: Span, acts: tuple[list[Told], list[Told]], match: re.Match[str]) -> What | None:
    """The act noun that "first" stands before, the verb of "the first ship to dock there", or of what it is done to."""
    here, behind = acts
    for t in behind:
        between = story.text[match.end() : t.at.start]
        if t.predicate.kind == "noun" and NP.match(between) and "," not in between:
            own = tuple((k, p) for k, p in _kept(t) if k != "whom" or p.span.start > match.start())
            sums_up = re.match(r"\s+such\b", between) or (not own and _apposed(story, sentence, match))
            return What(t, (*own, *(_main(here, match) if sums_up else ())), False)
        to_do = TO_DO.match(between)
        if t.predicate.kind == "verb" and to_do:
            return What(t, _kept(t), True, kinds(to_do["who"]) or _before_that(here, match))
    return _done_to(story, here, match)


def _done_to(story: Story, here: list[Told], match: re.Match[str]) -> What | None:
    """As in "captured their first district capital of the war"."""
    for t in here:
        for p in (*t.slot("whom"), *t.slot("with")):
            if p.span.start <= match.start() < p.span.end and t.predicate.kind == "verb":
                words = re.split(
                    r"\b(?:of|in|on|at|since|for|to|by|from|with)\b", story.text[match.end() : p.span.end]
                )[0]
                return What(t, tuple((k, q) for k, q in _kept(t) if q is not p), True, kinds(words))
    return None


def _before_that(here: list[Told], match: re.Match[str]) -> frozenset[str]:
    """What "the first to be found" stands behind: the wreck."""
    whom = [p for t in here if t.at.start < match.start() for p in t.slot("whom") if p.span.end <= match.start()]
    return frozenset(p.head for p in whom[-1:])


def _apposed(story: Story, sentence: Span, match: re.Match[str]) -> bool:
    return bool(re.search(r",\s+(?:the|its|their|his|her)\s+$", story.text[sentence.start : match.start()]))


def _main(here: list[Told], match: re.Match[str]) -> Parts:
    """Who and to whom, of the clause that "the first such handover" sums up."""
    verbs = [t for t in here if t.at.start < match.start() and t.predicate.kind == "verb"]
    return tuple(
        (k, p) for t in verbs[-1:] for k, p in _kept(t) if k in ("who", "to", "with", "whom") and "first" not in p.words
    )


def _copula(story: Story, here: list[Told], sentence: Span, match: re.Match[str]) -> What | None:
    """As in "the release was the first by the rebels": the subject is the act, the rest narrows it."""
    be = next((p for p in story.ledger.predicates if p.lemma in ("be", "call") and any(
        a.role == "is" and a.span.start <= match.start() < a.span.end for a in p.arguments)), None)  # fmt: skip
    if be is None:
        return None
    before = [a for a in be.arguments if a.head.start < match.start() and be.trigger.start < a.head.start]
    subject = next(iter(before if be.lemma == "call" else [a for a in be.arguments if a.role == "agent"]), None)
    named = [t for t in here if subject and subject.span.start <= t.at.start < subject.span.end]
    thing = next(a for a in be.arguments if a.role == "is" and a.span.start <= match.start() < a.span.end)
    if not named:
        rest = [(a.role, part(story, a)) for a in be.arguments if a.role not in ("agent", "is", "when", *SCOPED)]
        return _thing(story, be, thing, match, tuple((k, p) for k, p in rest if not p.empty))
    modifiers = frozenset(p.head for p in named[-1].slot("kind"))
    words = story.text[thing.span.start : sentence.end]
    told_of = re.split(
        r"\b(?:since|in\s+(?:\w+\s+){1,3}(?:years?|months|history)|this|ever|of\s+(?:the|its))\b|[,;.—–]", words
    )[0]
    kind = kinds(re.sub(r"['’]s\b|\b(?:first|by|in|on|at|against|from|within|inside|across|to|for)\b", " ", told_of))
    act = replace(named[-1], senses=frozenset(s for t in named if t.at == named[-1].at for s in t.senses))
    own = tuple((k, p) for k, p in _kept(act) if k != "who")
    return What(act, own, False, kind - head_words("broad") | modifiers, _taken_up(story, act))


def _taken_up(story: Story, act: Told) -> frozenset[str]:
    """What "the airdrop" right behind "the army dropped food" may be: the main acts of the sentence before it."""
    before = [t for t in told(story) if t.number == act.number - 1 and t.how in ("main", "complement")]
    return frozenset(s for t in before[:1] for s in t.senses) if act.how == "definite" else frozenset()


def _thing(story: Story, be: Predicate, thing: Argument, match: re.Match[str], rest: Parts) -> What | None:
    """As in "it was the first Mass in the cathedral": what is no act, but can be held, sent or seen."""
    if thing.head.start < match.end() or not rest or part(story, thing).count:
        return None
    voice, indirect = story.voice_at(be.trigger.start)
    name = frozenset(("the " + low(story.words(thing.head)),))
    word = story.words(thing.head)
    act = Told(
        at=thing.head, word=word, predicate=be, how="definite", days=(), periods=(),
        number=story.number(thing.head.start), voice=voice, passed_on=indirect, speaker=voice, words=word, marked=False,
        senses=name,
    )  # fmt: skip
    return What(act, rest, False, kinds(story.text[match.end() : thing.head.start]))


def _never(story: Story, t: Told) -> First | None:
    """What had never been done, or not since a day."""
    if t.predicate.mood != "not" or t.predicate.tense not in ("perfect", "pluperfect") or t.predicate.kind != "verb":
        return None
    words = " ".join(story.words(s) for s in t.predicate.clause)
    if (
        any(p.empty for p in t.slot("who"))
        or not NEVER.search(words)
        or re.search(r"\b(?:yet|only|just|without)\b", words)
    ):
        return None
    return _claim(story, t.at, What(t, _kept(t), True))
