"""What is told to have lasted how long, by grammar: "the five hours they met", "rose after three hours at the table".

A length belongs to the noun or phrase it leads to ("the two-day outage", "61 days behind bars", "six hours of
fighting"), to what lasted ("the trip took four days", "it was over within 90 minutes"), or to the verb it stands with
("held for 47 days", "freed after 19 months", "the weeks they were held"). ``whole`` is False for what may be a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.checking.acts.parts import low
from fogline.checking.dating import length_grammar as grammar
from fogline.checking.dating.amounts import Amount, amounts
from fogline.checking.story import Story
from fogline.records import Argument, Predicate, Span
from fogline.tables.lexicon_lasting import lasting, lasting_nouns, lasting_phrases, when_words


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length told of a happening: what kinds, if it is the whole length, if it is a known happening."""

    amount: Amount
    kinds: frozenset[str]
    whole: bool
    known: bool
    number: int
    predicate: Predicate | None = None


def lastings(story: Story) -> Iterator[Lasting]:
    """Every length in the report that is told of a happening."""
    for amount in amounts(story):
        found = _Reader(story, amount).read()
        if found:
            yield found


class _Reader:
    """One length among the words and predicates of its sentence."""

    def __init__(self, story: Story, amount: Amount) -> None:
        self.story, self.amount, self.number = story, amount, story.number(amount.span.start)
        self.sentence = story.sentence(amount.span.start)
        before = story.words(Span(self.sentence.start, amount.span.start))
        self.blur = len(before) - len(grammar.BLUR.sub("", before))
        self.before = grammar.BLUR.sub("", before).rstrip() + " "
        self.after = story.words(Span(amount.span.end, self.sentence.end))

    def read(self) -> Lasting | None:
        """What the length is told of, by the nearest grammar first."""
        beside = grammar.RELATIVE.match(self.after) and not (
            grammar.LASTED.search(self.before) and grammar.THEN.match(self.after)
        )
        if grammar.PART.search(self.before) or beside:
            return None
        return (
            self._noun()
            or self._phrase()
            or self._phrase_before()
            or self._noun_of()
            or self._relative()
            or self._it_took()
            or self._verb()
        )

    def _noun(self) -> Lasting | None:
        """As in "six hours of fighting", "the two-day outage", "four months in captivity"."""
        match = lasting_nouns().search(self.after[:70])
        if (
            not match
            or not grammar.LINK.fullmatch(self.after[: match.start()])
            or grammar.crossed(self.after[: match.start()])
        ):
            return None
        return self._of(lasting("n")[match[0].lower()], self._known(match[0]))

    def _phrase(self) -> Lasting | None:
        match = lasting_phrases().match(self.after)
        return self._of(lasting("p")[match["form"].lower()], True) if match else None

    def _of(self, kinds: frozenset[str], known: bool) -> Lasting | None:
        """After a length of it, it may have gone on; what was endured until release had not."""
        whole = not grammar.AFTER.search(self.before) or "captivity" in kinds
        return self._made(kinds, whole, known or not whole)

    def _known(self, noun: str) -> bool:
        bare = not re.search(r"\b(?:an?|another)\s+$", self.before, re.I)
        closing = grammar.CLOSING.search(self.before) and not re.match(r".{0,40}?\bwith\b", self.after)
        return bool(grammar.OWN.search(self.before) or closing) or (bare and noun.lower() in when_words("mass"))

    def _phrase_before(self) -> Lasting | None:
        """As in "in custody for 17 days", "had been underground for nine days"."""
        lead = grammar.FOR.search(self.before)
        if not lead:
            return None
        words = self.before[: lead.start()]
        phrase = next((m for m in lasting_phrases().finditer(words) if m.end() == len(words)), None)
        noun = None if phrase else next((m for m in lasting_nouns().finditer(words) if m.end() == len(words)), None)
        if phrase:
            return self._of(lasting("p")[phrase["form"].lower()], True)
        held = (
            noun
            and "captivity" in lasting("n")[noun[0].lower()]
            and re.search(r"\b(?:in|under)\s+(?:\w+\s+)?$", words[: noun.start()])
        )
        return self._of(frozenset(("captivity",)), True) if held else None

    def _noun_of(self) -> Lasting | None:
        """As in "a battle of six hours", "talks lasting two days"."""
        lead = grammar.NOUN_OF.search(self.before.rstrip())
        nouns = (
            [m for m in lasting_nouns().finditer(self.before[: lead.start()]) if m.end() == lead.start()]
            if lead
            else []
        )
        if not nouns:
            return None
        return self._made(
            lasting("n")[nouns[-1][0].lower()], True, bool(grammar.OWN.search(self.before[: nouns[-1].start()]))
        )

    def _relative(self) -> Lasting | None:
        """As in "the eleven weeks they were held", "the five hours the two sides spent together"."""
        if not grammar.OWN.search(self.before) or not grammar.CLAUSE.match(self.after):
            return None
        for p in self.story.ledger.predicates:
            start = min(s.start for s in p.clause)
            if (
                self.amount.span.end <= start <= self.amount.span.end + 12
                and p.trigger.start < self.amount.span.end + 60
            ):
                kinds = lasting("v").get(p.lemma) or self._together(p)
                if kinds and p.mood != "open":
                    return self._made(grammar.fitting(self.story, p, kinds), True, True, p)
        return None

    def _it_took(self) -> Lasting | None:
        """As in "it took the brigade ten hours to put out the blaze"."""
        if grammar.NEEDED.search(self.before) and grammar.WAY.match(self.after):
            return self._made(frozenset(("journey",)), True, True)
        to = (
            re.match(r"\s+(?:for\s+[^,.]{2,40}?\s+)?to\s+", self.after) if grammar.IT_TOOK.search(self.before) else None
        )
        at = self.amount.span.end + to.end() if to else -1
        done = next((p for p in self.story.ledger.predicates if p.trigger.start == at), None)
        return self._made(lasting("e").get(done.lemma, frozenset()), True, True, done) if done else None

    def _together(self, p: Predicate) -> frozenset[str] | None:
        spent = p.lemma == "spend" and "together" in self.after
        return lasting("v")["spend together"] if spent else None

    def _verb(self) -> Lasting | None:
        """What stands with the predicate whose argument the length is."""
        p = self._governor()
        if p is None or p.mood != "told":
            return None
        return self._lasted(p) or self._did(p) or self._of_thing(p)

    def _governor(self) -> Predicate | None:
        here = self.amount.span
        inside = [p for p in self.story.ledger.predicates
            if self.sentence.start <= p.trigger.start < self.sentence.end and p.kind != "noun"
            and any(s.start <= here.start < s.end for s in p.clause)]  # fmt: skip
        going = grammar.LASTING.search(self.before)
        if going:
            at = self.sentence.start + going.start()
            return next((p for p in self.story.ledger.predicates if at <= p.trigger.start < at + 3), None)
        direct = [p for p in inside if any(grammar.meet(a.span, here) for a in p.arguments)]
        before = [p for p in inside if p.trigger.start < here.start]
        return next((found[-1] for found in (direct, before, inside) if found), None)

    def _lasted(self, p: Predicate) -> Lasting | None:
        """As in "the trip took four days", "it was over in ten minutes", "the search was called off after a day"."""
        held = p.lemma == "hold" and any(
            a.role == "patient" and not grammar.meet(a.span, self.amount.span) for a in p.arguments
        )
        going = p.lemma in when_words("goes on") and not held and not grammar.ENDED.search(self.before)
        ended = p.lemma in when_words("comes to an end") and (
            grammar.OVER.search(self.before) if p.lemma == "be" else grammar.ENDED.search(self.before)
        )
        if not going and not ended:
            return None
        sides = (grammar.subject_of(p), *(a for a in p.arguments if ended and a.role == "patient"))
        kinds, known = next((k for a in sides if (k := self._subject(a))[0]), (frozenset[str](), False))
        if not kinds:
            return None
        return self._made(kinds, not (going and p.tense in ("perfect", "present")), known, p)

    def _subject(self, a: Argument | None) -> tuple[frozenset[str], bool]:
        """The kinds of happening that a subject names or takes up."""
        if a is None:
            return frozenset(), False
        words = self.story.words(a.head).lower()
        if words in when_words("stands for"):
            return self._taken_up(a.head.start), True
        kinds = self._nouns(Span(a.span.start, a.head.end))
        before = self.story.words(Span(self.sentence.start, a.head.start))
        return (kinds[-1], bool(grammar.OWN.search(before))) if kinds else (frozenset(), False)

    def _nouns(self, span: Span) -> list[frozenset[str]]:
        """The kinds of the nouns of happenings in a passage; names are none, and gunfire is no blaze."""
        found = [
            m for m in lasting_nouns().finditer(self.story.text, *span) if m[0][0].islower() or m.start() == span.start
        ]
        fire = (
            m[0] == "fire" and grammar.WEAPON.search(self.story.text[max(0, m.start() - 20) : m.start()]) for m in found
        )
        return [lasting("n")[m[0].lower()] for m, weapon in zip(found, fire, strict=True) if not weapon]

    def _taken_up(self, at: int) -> frozenset[str]:
        """The happening that a pronoun takes up: the subject before it, else the last one named or done."""
        former = self.story.ledger.sentences[max(0, self.number - 1)]
        for span in (Span(self.sentence.start, at), Span(former.start, min(former.end, at))):
            inside = [
                p for p in self.story.ledger.predicates if span.start <= p.trigger.start < span.end and p.kind != "noun"
            ]
            subjects = [
                k for p in inside if (a := grammar.subject_of(p)) and a.head.end < at for k in self._nouns(a.head)
            ]
            done = [kinds for p in inside if (kinds := self._done(p))]
            if named := subjects or self._nouns(span) or done:
                return named[-1]
        return frozenset()

    def _done(self, p: Predicate) -> frozenset[str]:
        """The kinds of what lasts that a verb does, alone or with its object ("trade shots")."""
        objects = (low(self.story.words(a.head)) for a in p.arguments if a.role == "patient")
        return next(
            (lasting("v")[f] for f in (*(f"{p.lemma} {o}" for o in objects), p.lemma) if f in lasting("v")), frozenset()
        )

    def _did(self, p: Predicate) -> Lasting | None:
        """As in "held for 47 days", "beaten back in a quarter of an hour", "freed after 19 months"."""
        lead = self.before.rstrip()
        if p.lemma in lasting("e") and grammar.ENDED.search(lead):
            return self._made(grammar.fitting(self.story, p, lasting("e")[p.lemma]), True, self._of_known(p), p)
        if p.lemma in lasting("v") and re.search(r"\b(?:for|through|over)$", lead, re.I):
            whole = p.tense not in ("perfect", "present") and not re.search(
                r"\b(?:before|until|and\s+then|at\s+first)\b", self.after
            )
            return self._made(grammar.fitting(self.story, p, lasting("v")[p.lemma]), whole, self._of_known(p), p)
        return None

    def _of_known(self, p: Predicate) -> bool:
        """What is done to, or by, somebody taken up."""
        subject = grammar.subject_of(p)
        words = self.story.words(subject.span) if subject else ""
        return bool(subject) and not grammar.NEW.match(words)

    def _of_thing(self, p: Predicate) -> Lasting | None:
        """As in "electricity was off for 20 minutes"."""
        if not re.search(r"\b(?:for|after|within|in)$", self.before.rstrip(), re.I):
            return None
        words = set(re.findall(r"[a-z]+", " ".join(self.story.words(s) for s in p.clause).lower()))
        kinds = next((k for form, k in lasting("c").items() if words.issuperset(form.split())), None)
        return self._made(kinds, p.tense not in ("perfect", "present"), True, p) if kinds else None

    def _made(self, kinds: frozenset[str], whole: bool, known: bool, p: Predicate | None = None) -> Lasting | None:
        amount = self.amount
        if whole and grammar.WITHIN.search(self.before):
            amount = Amount(amount.span, 0.0, amount.high)
        if not whole:
            amount = Amount(amount.span, amount.low, float("inf"))
        return Lasting(amount, kinds, whole, known, self.number, p or self._governor()) if kinds else None
