"""The stretch of a sentence that belongs to one word of it, and the things named there; grammar without a parse.

A noun has what stands before it up to its article, and behind it up to the next verb, comma or conjunction; with a verb
of taking place ("happened", "was held") also what that verb has. A verb has what lies between the verbs around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from fogline.checking.story import Story
from fogline.records import Span
from fogline.tables.lexicon_checks import check_words
from fogline.tables.lexicon_happenings import happening_words, mark_words

NOUN_ENDS = re.compile(
    r"[,;:“”\"()—–]|\b(?:and|but|or|after|before|when|while|since|until|that|which|who|whose|as|because|than|if"
    r"|was|were|is|are|be|been|has|had|have|will|would|could|may|can|did|does|said|says|to)\b|\n",
    re.I,
)
VERB_ENDS = re.compile(
    r"[;:“”\"()—–\n]|,\s*(?:and|but|who|which|whose|where|after|before|while|because|although|though|until|so|according"
    r"|with)\b|\b(?:(?:after|before)(?!\s+(?:dawn|dusk|midnight|midday|noon|sunrise|sunset|nightfall|dark|\d))|while|since|until|because|although|though|as|that|who|which|whose|where|amid|than"
    r"|following|and then|to)\b",
    re.I,
)
LEFT_ENDS = re.compile(
    r"[;:“”\"()—–\n]|,\s*(?:and|but|while|so)\b|\b(?:(?:after|before)(?!\s+(?:dawn|dusk|midnight|midday|noon|sunrise|sunset|nightfall|dark|\d))|while|since|until|because)\b",
    re.I,
)
TOOK_PLACE = re.compile(
    r"(?:,?\s+(?:which|that))?\s+(?:had\s+|has\s+)?(?:happened|occurred|took\s+place|came(?=\s+(?:early|late|on\s+(?-i:[A-Z\d])|\w+day\b))|(?:was|were|been)\s+"
    r"(?:carried\s+out|held|committed|staged|launched|made|reported)|(?:\w+ly\s+)?(?:hit|struck|killed|targeted)|left|opened|began|(?:\w+ly\s+)?(?:damaged|destroyed|wounded|injured|hurt|burned|set\s+fire\s+to)"
    r"|started|kicked\s+off|got\s+under\s+way)\b",
    re.I,
)
WHERE = re.compile(r",?\s+where\s+(?:the|this|that|an?)\s+(?:[\w’'-]+\s+){0,2}$", re.I)
ARTICLE = re.compile(r"\b(?P<det>an?|the|this|that|its|their|his|her|our|my|one|\w+['’]s)\s+", re.I)
NAMED = re.compile(
    r"(?:\s+(?:for|of)\s+[a-z]+(?:\s+[a-z]+)?)?\s+(?:at|in|of|near|outside)\s+(?:the\s+(?:town|village|city)\s+of\s+)?"
    r"(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)
WORD = re.compile(r"[\w’'-]+")


class Thing(NamedTuple):
    """A noun phrase: its head, if it is definite, the words before the head, and the name tied to it behind."""

    head: str
    definite: bool
    mods: frozenset[str]
    names: frozenset[str]

    def may_be(self, other: Thing) -> bool:
        """One head, and nothing told of both that differs; names aside."""
        short, long = sorted((self.head, other.head), key=len)
        same = short == long or (len(short) > 5 and long.startswith(short))
        alike = not self.mods or not other.mods or bool((self.mods | self.names) & (other.mods | other.names))
        return same and alike


class Stretches:
    """The stretches of one report's sentences."""

    def __init__(self, story: Story) -> None:
        self._story, self._text = story, story.text

    @cached_property
    def _verbs(self) -> list[Span]:
        """Verbs in a past form and words that bring in speech."""
        acts = [a.trigger for a in self._story.ledger.acts if self._verb(a.trigger)]
        return sorted({*acts, *(cue for a in self._story.ledger.attributions for cue in a.cue)})

    def _verb(self, at: Span) -> bool:
        word = self._text[at.start : at.end].lower()
        past = word.endswith("ed") or check_words("past").fullmatch(word) or word in happening_words("verb")
        return bool(past) and self._text[at.end : at.end + 1] != "-"

    def of_noun(self, at: Span, sentence: Span) -> Span:
        """What belongs to a noun: its own words, and its clause if it is said to have taken place there."""
        text = self._text
        before = [m.start() for m in ARTICLE.finditer(text, sentence.start, at.start)]
        where = WHERE.search(text, sentence.start, at.start)
        if where and TOOK_PLACE.match(text, at.end):
            return Span(max([sentence.start, *(b for b in before if b < where.start())]), self._right(at.end, sentence))
        start = max([sentence.start, at.start - 45, *before[-1:]])
        ends = (
            NOUN_ENDS.search(text, at.end, sentence.end) if self._goes_on(at) else re.compile("").search(text, at.end)
        )
        verb = next((v.start for v in self._verbs if v.start >= at.end), sentence.end)
        end = min(sentence.end, verb, ends.start() if ends else sentence.end)
        took = TOOK_PLACE.match(text, len(text[:end].rstrip()), sentence.end)
        return Span(start, self._right(took.end(), sentence) if took else end)

    def _goes_on(self, at: Span) -> bool:
        """A preposition or a time straight behind the noun: what stands there is the noun's."""
        follows = WORD.match(self._text, at.end + 1)
        time = any(t.start == at.end + 1 for t in self._story.times((at.end, at.end + 2)))
        return time or self._verb(at) or bool(follows and follows[0].lower() in mark_words("belongs"))

    def took_place(self, at: Span, scope: Span) -> bool:
        """True if a verb of taking place brings in what stands behind a noun."""
        return bool(TOOK_PLACE.search(self._text, at.end, scope.end))

    def governed(self, at: Span, scope: Span) -> bool:
        """True if a verb before a noun, of another kind than killing or hitting, may have the day behind it."""
        sentence = self._story.sentence(at.start)
        before = [v for v in self._verbs if sentence.start <= v.start and v.end <= at.start]
        return bool(before) and self._text[before[-1].start : before[-1].end].lower() not in mark_words("harm")

    def of_verb(self, at: Span, sentence: Span) -> Span:
        """What belongs to a verb: from the verb before it, or where its own clause begins, to the next."""
        where = WHERE.search(self._text, sentence.start, at.start)
        before = [m.start() for m in ARTICLE.finditer(self._text, sentence.start, where.start())] if where else []
        return Span(before[-1] if before else self._left(at, sentence), self._right(at.end, sentence))

    def _right(self, at: int, sentence: Span) -> int:
        ends = VERB_ENDS.search(self._text, at, sentence.end)
        verb = next((v.start for v in self._verbs if v.start >= at), sentence.end)
        return min(sentence.end, verb, ends.start() if ends else sentence.end)

    def _left(self, at: Span, sentence: Span) -> int:
        start = max((m.end() for m in LEFT_ENDS.finditer(self._text, sentence.start, at.start)), default=sentence.start)
        before = [v for v in self._verbs if start <= v.start and v.end <= at.start]
        if not before:
            return start
        start = before[-1].end
        between = self._text[start : at.start]
        if re.search(r"\bwhen\b", between):
            return start
        cut = [m.end() for m in re.finditer(r",|\band\b", between)]
        if cut:
            return start + cut[-1]
        times = [t for t in self._story.times((start, at.start)) if t.start - start < 6]
        start = max([start, *(t.end for t in times)])
        article = [m.start() for m in ARTICLE.finditer(self._text, start, at.start)]
        return article[-1] if article else start

    def things(self, scope: Span) -> Iterator[Thing]:
        """The noun phrases with an article in a stretch."""
        stops = self._stops | {t.start for t in self._story.times(scope)}
        for match in ARTICLE.finditer(self._text, scope.start, scope.end):
            words = self._phrase(match.end(), scope.end, stops)
            if words:
                definite = match["det"].lower() not in ("a", "an", "one")
                whose = re.findall(r"\w{3,}(?=['’]s)", match["det"].lower())
                yield Thing(words[-1], definite, frozenset((*words[:-1], *whose)), self._named(words[-1], match.end()))

    def _named(self, head: str, at: int) -> frozenset[str]:
        """The name that a preposition ties to the head: "the site at Lodha"."""
        behind = NAMED.match(self._text, self._low.find(head, at) + len(head))
        return frozenset(re.findall(r"\w{3,}", behind["name"].lower()) if behind else ())

    @cached_property
    def _low(self) -> str:
        return self._text.lower()

    @cached_property
    def _stops(self) -> set[int]:
        """Where verbs begin, and other words that tell of an act."""
        nouns = happening_words("noun")
        acts = (a.trigger for a in self._story.ledger.acts)
        told = {a.start for a in acts if self._text[a.start : a.end].lower() not in nouns}
        return told | {v.start for v in self._verbs}

    def _phrase(self, at: int, end: int, stops: set[int]) -> list[str]:
        words: list[str] = []
        for match in WORD.finditer(self._text, at, end):
            gap = self._text[at : match.start()]
            if gap.strip() or match.start() in stops or match[0].lower() in mark_words("phrase end") or len(words) > 4:
                break
            words.append(match[0].lower())
            at = match.end()
        nouns = happening_words("noun")
        while words and words[-1] in nouns:
            words.pop()
        return words if len(words) <= 4 else []
