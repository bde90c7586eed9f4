"""An effect before its cause by what the report tells of the cause elsewhere: its day, or its hour.

Behind "after", "in answer to", "enraged by", "victims of" stands what came first. The effect's moment is the one told
in that sentence outside the cause; the cause is the happening of its kind that the report tells of elsewhere, and every
telling of it with a moment must lie later. Silent on "an attack", "an earlier attack", and where one tells it at no
clear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from fogline.checking.acts.parts import Part, low, part, same
from fogline.checking.dating.moments import (
    Moment,
    Telling,
    earlier,
    kinds_told,
    moment_of,
    noun_kinds,
    stamped,
    tellings,
)
from fogline.checking.dating.written import quoted
from fogline.checking.story import Story, Verdict, clean
from fogline.records import Argument, Finding, Predicate, Span, Timex
from fogline.tables.lexicon_lasting import cause_links, when_words

DEFINITE = re.compile(r"\s+(?:the|this|that|these|those|his|her|its|their|[A-Z][\w.]+(?:\s[A-Z]\w+)*['’]s?)\s", re.I)
OPEN = re.compile(
    r"\s+(?:an?|one|two|three|four|five|\d+|another|several|some|more|repeated|recent|earlier|previous|similar|new|further|past|other|many|months|years|weeks|days|hours|decades)\b",
    re.I,
)
CUT = re.compile(r"\s(?:(?:to|from|into|with|for|by)\b|at\s+(?:about\s+|around\s+)?\d)")
PIECE = re.compile(r"(?<=[ap]\.m\.)\s+(?=[A-Z])")
STOP = re.compile(r"[.;:,“”\"()]|\s[-–—]\s")
ANOTHER = re.compile(
    r"\b(?:another|second|third|earlier|previous(?:ly)?|other|new|separate|similar|last|anniversary|again|former|morning’s|recent|series|wave|spate)\b",
    re.I,
)
RUINS = re.compile(
    r"\b(?:(?:in|from|under|among|through|out\s+of|of)\s+(?:the|its)\s+(?:\w+\s+)?(?:ruins|rubble|debris|wreckage|wreck|crater)"
    r"|the\s+(?:first\s+|last\s+)?(?:wounded|injured|casualties|survivors|victims|bodies|corpses))\b",
    re.I,
)
BEGUN = re.compile(r"\b(?:began|started|begun|told|ordered|forced|urged|advised|rushed|made|obliged|had)\s+to\s+$")
TARGETS = ("of", "on", "against", "at", "patient")
OF = re.compile(
    r"\s(?:of|on|against|at)\s+(?P<np>(?:(?:the|his|her|its|their|an?)\s+)?(?:[\w’'-]+\s+){0,3}?(?P<head>[\w’'-]+))\s*(?=$|[,.;]|\b(?:in|on|at|of|near|from|and|who|which|outside)\b)"
)
LATER = re.compile(r"\s*(?:after|following|later)\b")
UNIT = re.compile(r"\b(?:minute|hour|day|night|week|month|year)s?$", re.I)
NOUNS = re.compile(r"[A-Za-z-]+")


class Link(NamedTuple):
    """An effect and its cause as one sentence tells them."""

    kinds: frozenset[str]
    effect: Moment
    span: Span
    cause: Span


def out_of_order(story: Story) -> Iterator[Finding]:
    """C134: effects that are told to have come before their cause."""
    for link in _links(story):
        later = _later(story, link)
        if later:
            yield _finding(story, link, later)


def _later(story: Story, link: Link) -> Telling | None:
    """The happening that was the cause, if every telling of it lies after the effect."""
    told = [
        t
        for t in tellings(story)
        if not link.span.start <= t.predicate.trigger.start < link.span.end and t.kinds & link.kinds
    ]
    if any(t.vague or _marked(story, t) for t in told):
        return None
    told = [t for t in told if _may_be(story, link, t)]
    if any(t.moment and earlier(t.moment, link.effect) for t in told):
        return None
    return next((t for t in told if t.moment and earlier(link.effect, t.moment)), None)


def _may_be(story: Story, link: Link, t: Telling) -> bool:
    """The cause names no other victim and no other place than the telling does."""
    here = {p.name for p in story.places(link.cause)}
    there = {p.name for s in t.predicate.clause for p in story.places(s)}
    if here and there and not here & there:
        return False
    of = OF.search(story.words(link.cause))
    whom = _targets(story, t)
    if not of or not whom:
        return True
    head = Span(link.cause.start + of.start("head"), link.cause.start + of.end("head"))
    named = part(story, Argument("of", head, head))
    if noun_kinds(named.head) or named.head in when_words("generic"):
        return True
    return any(w.empty or w.head in when_words("generic") or same(named, w) > 0 for w in whom)


def _targets(story: Story, t: Telling) -> list[Part]:
    """Whom or what a telling says the happening befell, also as the target of its noun."""
    nouns = [p for p in story.ledger.predicates if p.kind == "noun" and p.trigger != t.predicate.trigger
        and any(s.start <= p.trigger.start < s.end for s in t.predicate.clause)]  # fmt: skip
    found = [
        a
        for p in (t.predicate, *nouns)
        for a in p.arguments
        if a.role in (TARGETS if p.kind == "noun" else ("patient",))
    ]
    return [
        part(story, a)
        for a in found
        if not story.times(a.span) and low(story.words(a.head)) != "place" and not noun_kinds(low(story.words(a.head)))
    ]


def _marked(story: Story, t: Telling) -> bool:
    """A word of repetition straight before the telling, or in its clause if it is a verb's."""
    before = story.text[
        max(story.sentence(t.predicate.trigger.start).start, t.predicate.trigger.start - 30) : t.predicate.trigger.start
    ]
    return bool(ANOTHER.search(before))


def _links(story: Story) -> Iterator[Link]:
    if not any(cause_links(kind).search(story.text) for kind in ("any", "sudden", "clause")) and not RUINS.search(
        story.text
    ):
        return
    for span in _pieces(story):
        times = [t for t in story.times(span) if t.type in ("DATE", "TIME") and not stamped(story, t)]
        effect = _effect(story, span, times) if times and not quoted(story, span.start) else None
        if effect:
            yield effect


def _pieces(story: Story) -> Iterator[Span]:
    """The sentences; "at 6 p.m. Delighted by" begins a new one."""
    for s in story.ledger.sentences:
        cuts = [m.end() for m in PIECE.finditer(story.text, s.start, s.end)]
        yield from (Span(a, b) for a, b in pairwise((s.start, *cuts, s.end)))


def _effect(story: Story, span: Span, times: Sequence[Timex]) -> Link | None:
    """What a sentence tells as an effect, with its moment."""
    for cause, kinds in _causes(story, span):
        outside = [t for t in times if not cause.start <= t.start < cause.end and not _counted(story, t)]
        effect = moment_of(story, outside)
        if effect and kinds and _told(story, effect):
            return Link(kinds, effect, span, cause)
    return None


def _counted(story: Story, time: Timex) -> bool:
    """As in "a day after the raid": counted from the cause, and no moment of its own."""
    return bool(LATER.match(story.text, time.end) and UNIT.search(story.words((time.start, time.end))))


def _told(story: Story, effect: Moment) -> bool:
    """The verb that the moment belongs to is told as so."""
    at = effect.span.start
    own = [p for p in story.ledger.predicates if p.kind != "noun" and any(s.start <= at < s.end for s in p.clause)]
    if not own or own[-1].tense == "future":
        return False
    begun = BEGUN.search(story.words(Span(story.sentence(at).start, own[-1].trigger.start)))
    return own[-1].mood == "told" or (own[-1].mood == "open" and bool(begun))


def _causes(story: Story, span: Span) -> Iterator[tuple[Span, frozenset[str]]]:
    """The causes that a sentence names: where they stand, and of what kinds they are."""
    words = story.words(span)
    verbs = [p for p in story.ledger.predicates if p.kind == "verb" and span.start <= p.trigger.start < span.end]
    for kind in ("any", "sudden"):
        for match in cause_links(kind).finditer(words):
            cause = _noun_phrase(story, Span(span.start + match.end(), span.end), verbs)
            kinds = _named(story, cause) & (when_words("sudden") if kind == "sudden" else _named(story, cause))
            if kinds:
                yield cause, kinds
    for match in cause_links("clause").finditer(words):
        stop = STOP.search(words, match.end())
        cause = Span(span.start + match.end(), span.start + (stop.start() if stop else len(words)))
        verb = next((p for p in verbs if cause.start <= p.trigger.start < cause.end), None)
        if verb and verb.mood == "told":
            opened = OPEN.match(story.words(cause))
            yield cause, frozenset(k for k in kinds_told(story, verb) if " " in k or not opened)
    ruins = RUINS.search(words)
    if ruins:
        yield Span(span.start + ruins.start(), span.start + ruins.end()), when_words("wrecks")


def _noun_phrase(story: Story, rest: Span, verbs: list[Predicate]) -> Span:
    """The noun phrase at the beginning of some words, up to a stop or a verb."""
    ends = (m.start() for m in (STOP.search(story.text, *rest), CUT.search(story.text, *rest)) if m)
    return Span(rest.start, min([rest.end, *ends, *(p.trigger.start for p in verbs if p.trigger.start > rest.start)]))


def _named(story: Story, cause: Span) -> frozenset[str]:
    """The kinds of the first act noun of a definite phrase without a time of its own."""
    words = story.words(cause)
    if not DEFINITE.match(words) or OPEN.match(words) or ANOTHER.search(words):
        return frozenset()
    of = OF.search(words)
    own = (
        frozenset(f"{low(of['head'])} {w.lower()}" for w in NOUNS.findall(words[: of.start()])[-1:])
        if of
        else frozenset[str]()
    )
    return own | next((kinds for w in NOUNS.findall(words) if (kinds := noun_kinds(w.lower()))), frozenset())


def _finding(story: Story, link: Link, later: Telling) -> Finding:
    moment = later.moment or link.effect
    when, then = (clean(story.words(m.span)) for m in (link.effect, moment))
    verdict = Verdict(
        "C134", "contradiction", "order", "medium",
        f"What came of it is told for {when} (“{clean(story.words(link.span))}”), and what it followed for {then}.",
        "both moments stand in the report, and it tells of one happening of the kind",
        "two happenings of one kind",
    )  # fmt: skip
    return story.finding(verdict, (link.span, later.predicate.trigger))
