"""The whole of a group against the number it was given: "killed six", "all nine of the dead" (C102).

A definite number takes up a group told before if the same befell it (a role, or the sense of its verb), or if it is of
the same noun and its words behind name something that the first passage names. The group had one number in one voice
until then. Silent where the later words narrow the group (another day, place or name), and where the new number is a
sum or a rest of those told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.checking.acts.told import told
from fogline.checking.counts.figures import figures
from fogline.checking.story import Story, Verdict, amount, capital, clean, disjoint, story_of
from fogline.checking.tellers import one_source
from fogline.checking.telling.stems import stem
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Quantity, Span
from fogline.tables.lexicon_checks import check_words, irregular_forms, sense
from fogline.tables.lexicon_numbers import number_words
from fogline.tables.lexicon_senses import act_kinds, senses

WHOLE = re.compile(r"(?:all|both)\b", re.I)
DEFINITE = re.compile(r"\b(?:all(?:\s+(?:of\s+)?(?:the|these|those))?|both|the|these|those|whose|its|their)\s+$", re.I)
BEHIND = re.compile(r"[^.;:!?“”\"()\n]*")
TAIL_ENDS = re.compile(
    r",|\s(?:was|were|is|are|has|have|had|will|would|can|could|may|and|but|said|says|while|because)\b"
)
ELSEWHEN = re.compile(
    r"\b(?:another|other|others|more|further|remaining|rest|so\s+far"
    r"|since\s+(?:19|20)\d\d|in\s+(?:19|20)\d\d|ago|last\s+(?:year|month|week)"
    r"|first|second|third|until|by\s+then|later|rose|risen|raised|revised|up\s+from|initially|earlier|previous"
    r"|each|every|per|only|contains?|includ\w+|exclud\w+|neither|besides)\b", re.I,
)  # fmt: skip
PARTICIPLE = re.compile(
    r"\s*(?:(?:who|that|which)\s+)?(?:(?:had|have|were|was|are|been)\s+)*(\w+ed|\w+en|sent|held|taken|shot|hit|lost)\b"
)
INSIDE = re.compile(r"\b(?:in|at|on|near|aboard|inside)\s+(?:the|an?)\s+(?P<noun>(?:[a-z][\w-]*\s?){1,2})")
OF_THESE = re.compile(r"\bof\s+(?:these|those|them|its|their)\b", re.I)
AGED = re.compile(r"\b(?:aged|(?:man|woman|boy|girl|child|one)\s+of)\s+$", re.I)
ROLES = {"killed": "killing", "injured": "wounding", "captured": "held", "arrested": "arrest"}
FAR = 25  # sentences


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a group, what befell the group, its noun, and the words around it."""

    quantity: Quantity
    noun: str
    befell: frozenset[str]
    definite: bool
    sentence: Span
    tail: str
    number: int

    @property
    def value(self) -> float:
        """How many."""
        return self.quantity.low or 0.0


def check_wholes(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C102: a definite number of a group that was given one other number before."""
    story = story_of(ledger)
    every = [c for q in story.ledger.quantities if (c := _counted(story, q))]
    for i, again in enumerate(every):
        if not again.definite or again.value < 2:
            continue
        before = [c for c in every[:i] if again.number - c.number in range(1, FAR) and _one_kind(c, again)]
        first = [c for c in before if not c.definite and _tied(story, c, again)]
        if len({c.value for c in first}) == 1 and not _told_before(again, every[:i]) and not _reckoned(story, again):
            yield _finding(story, first[0], again)


def _counted(story: Story, q: Quantity) -> Counted | None:
    if q.low is None or q.low != q.high or q.bound != "exact" or q.low < 2 or q.unit in ("year", "percent"):
        return None
    sentence, words = story.sentence(q.start), story.words((q.start, q.end))
    lead = story.text[max(sentence.start, q.start - 25) : q.start]
    definite = bool(WHOLE.match(words) or DEFINITE.search(lead) or words.lower().startswith("the "))
    if q.part_of is not None and not definite:
        return None
    behind = BEHIND.match(story.text, q.end, sentence.end)
    tail = behind[0] if behind else ""
    stop = TAIL_ENDS.search(tail)
    befell = {ROLES[q.role]} if q.role in ROLES else set()
    befell |= {
        s for t in told(story) for p in t.slot("whom") if p.count is q and t.predicate.mood != "not" for s in t.senses
    }
    if AGED.search(lead):
        return None
    noun = _noun(q)
    return Counted(
        q, noun, frozenset(befell), definite, sentence, tail[: stop.start()] if stop else tail, story.number(q.start)
    )


def _one_kind(a: Counted, b: Counted) -> bool:
    """One noun, or people of whom the same is told."""
    people = a.quantity.unit == b.quantity.unit == "person"
    return (a.noun == b.noun != "") or (people and bool(a.befell & b.befell) and _nouns_fit(a.noun, b.noun))


def _nouns_fit(a: str, b: str) -> bool:
    """One names no kind of people, or only men and women."""
    general = ("", "man", "person", "people", "victim", "captive", "hostage", "prisoner", "body")
    return a in general or b in general or a == b


def _tied(story: Story, first: Counted, again: Counted) -> bool:
    voices = [story.teller(c.quantity) for c in (first, again)]
    taken = voices[1] == OUTLET or one_source(story.voices, *voices)
    if not taken or any(ELSEWHEN.search(_around(story, c)) for c in (first, again)):
        return False
    if not _told_of(story, first, again):
        return False
    near = story.text[max(0, first.sentence.start - 300) : first.sentence.end]
    if any(n.lower() not in near.lower() for n in re.findall(r"\b[A-Z][\w-]{2,}", again.tail)):
        return False
    days, known = (
        story.days((again.quantity.end, again.quantity.end + len(again.tail))),
        story.days((max(0, first.sentence.start - 300), first.sentence.end)),
    )
    own = story.days(first.sentence)
    if days and (not known or disjoint(days, own or known)):
        return False
    same = first.befell & again.befell
    words = _stems(again.tail) & _stems(story.words(first.sentence))
    return bool(same or words)


def _told_of(story: Story, first: Counted, again: Counted) -> bool:
    """What the later words say of the group, before the noun or behind it, is told of the first."""
    here = story.words(first.sentence)
    known, near = _stems(here), _stems(story.text[max(0, first.sentence.start - 300) : again.quantity.start])
    inside = re.findall(r"[a-z][\w’'-]+", story.words((again.quantity.start, again.quantity.end)).lower())
    before = {stem(w) for w in inside[:-1] if len(w) > 3 and w not in number_words() and w not in ("these", "those")}
    done = PARTICIPLE.match(again.tail)
    acts = {s.name for s in senses("v").get(_lemma(done[1]), ())} if done else set()
    if done and not acts and stem(done[1]) not in known and done[1].lower() not in act_kinds("neutral participle"):
        return False
    places = {stem(m["noun"].split()[-1]) for m in INSIDE.finditer(again.tail)}
    return (
        before <= known
        and places <= near
        and not OF_THESE.search(story.words((again.quantity.start, again.quantity.end + 12)))
        and (not acts or bool(acts & first.befell) or bool(done and stem(done[1]) in known))
    )


def _lemma(word: str) -> str:
    """The verb of a participle among those that acts are known by."""
    low = word.lower()
    forms = (
        low,
        low.removesuffix("d"),
        low.removesuffix("ed"),
        irregular_forms().get(low, low),
        low[:-3] if low.endswith("ed") else low,
    )
    return next((f for f in forms if f in senses("v")), low)


def _stems(words: str) -> set[str]:
    small = check_words("idle")
    return {stem(w) for w in re.findall(r"[A-Za-z][\w’'-]{3,}", words) if not small.fullmatch(w)}


def _around(story: Story, c: Counted) -> str:
    """The words before the number, from the last comma, and those behind that belong to it."""
    end = c.quantity.end + len(c.tail) if c.definite else min(c.sentence.end, c.quantity.end + 60)
    return story.text[max(c.sentence.start, c.quantity.start - 40) : end]


def _told_before(again: Counted, before: Sequence[Counted]) -> bool:
    return any(c.value == again.value and _one_kind(c, again) for c in before)


def _reckoned(story: Story, again: Counted) -> bool:
    """The number is a sum or a difference of numbers told of such things, or of nothing named ("two escaped")."""
    units = (None, "person", again.quantity.unit)
    near = [f.value for f in figures(story) if f.start < again.quantity.start and f.unit in units][-10:]
    sums = {sum(some) for n in (2, 3) for some in combinations(near, n)}
    return again.value in sums | {abs(a - b) for a, b in combinations(near, 2)}


def _noun(q: Quantity) -> str:
    return "" if q.what in (None, "person") else sense(q.what or "") or q.what or ""


def _finding(story: Story, first: Counted, again: Counted) -> Finding:
    teller = story.teller(first.quantity)
    voice = "The report" if teller == OUTLET else capital(story.voices.name(teller))
    words = clean(story.words((again.quantity.start, again.quantity.end)) + again.tail)
    verdict = Verdict(
        "C102", "contradiction", "number", "medium",
        f"{voice} first gives {amount(first.quantity)}, then takes the same group up as “{words}”.",
        "the definite words take up a group that was given one number before",
        "a second group of the kind, or a part of it",
    )  # fmt: skip
    return story.finding(verdict, [(c.quantity.start, c.quantity.end) for c in (first, again)])
