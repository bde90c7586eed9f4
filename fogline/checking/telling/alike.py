"""Sentences that say nearly the same: their words as stems, names as entities, weighed by how rare they are here.

No check of its own: `opposed` and `counted` ask it how far two passages share what they say. A word that many sentences
of the report have weighs little; names count by whom they mean; numbers, days, negations and small words do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import log
from typing import NamedTuple

from fogline.checking.story import Story
from fogline.checking.telling.stems import alike, openers, opposed, phrase, stem
from fogline.records import Attribution, Mention, Quantity, Span
from fogline.tables.lexicon_checks import small_words
from fogline.tables.lexicon_numbers import number_words

WORD = re.compile(r"\$?\d[\d,.]*\d|\d|[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
NEGATIVE = frozenset(("not", "never", "no", "none", "nobody", "neither", "nor", "cannot", "without"))
CONTRACTED = re.compile(r"\w+n[’']t")
CUT = re.compile(
    r"[;:()“”\"?]|''|\s[—–-]+\s|[—–]|, (?:and|but|while|although|which|who|as|when|because|after|before|if|since|though"
    r"|whereas|where)\b|\s(?:because|although|whereas|unless)\b"
)
ASIDE = re.compile(
    r", ((?:an?|the|who|which|whose|where|including|facing|according)\b[^,;:“”\"()]{5,120}),"
    r" (?=[a-z])(?!(?:and|or|but|who|which|whose|where|as|while|an?|the|including|with|in|on)\b)"
)
ORDER = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|another|others?|separate|former"
    r"|remaining|\d+(?:st|nd|rd|th))\b", re.I
)  # fmt: skip
FEW = 20  # sentences: in a shorter report a word is no less rare than here
REACH = 9  # words on each side that belong to what is compared


class Token(NamedTuple):
    """A word of a sentence: its stem, whom it names, and whether it counts when sentences are compared."""

    start: int
    end: int
    stem: str
    entity: str = ""
    counts: bool = True
    negative: bool = False
    quantity: Quantity | None = None

    @property
    def key(self) -> str:
        """What two tokens share when they say one thing."""
        return self.entity or self.stem


class Word(NamedTuple):
    """A token by its place: the sentence's number and the token's number in it."""

    sentence: int
    at: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far the words around two tokens are the same, by weight: of the poorer passage and of the richer."""

    share: float
    least: float
    weight: float
    shared: frozenset[str]
    strangers: bool
    turned: bool
    elsewhere: bool

    @property
    def of_one_thing(self) -> bool:
        """Two things at least are shared on the same side, and nothing left over tells two things apart."""
        return len(self.shared) > 1 and not (self.strangers or self.turned or self.elsewhere)


class Wording:
    """The sentences of one report as tokens, with the weight of each."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.sentences = [Span(s.start, s.end) for s in story.ledger.sentences]
        self._windows: dict[Word, list[int]] = {}

    @cached_property
    def tokens(self) -> list[list[Token]]:
        """The tokens of each sentence."""
        return [list(self._tokens(s)) for s in self.sentences]

    @cached_property
    def weights(self) -> dict[str, float]:
        """How rare each key is among the sentences of the report."""
        found = Counter(key for tokens in self.tokens for key in {t.key for t in tokens if t.counts})
        n = max(FEW, len(self.tokens))
        return {key: log(1 + n / count) for key, count in found.items()}

    @cached_property
    def entities(self) -> frozenset[str]:
        """The ids of everybody and everything named."""
        return frozenset(t.entity for tokens in self.tokens for t in tokens if t.entity)

    def token(self, word: Word) -> Token:
        """The token at a place."""
        return self.tokens[word.sentence][word.at]

    @cached_property
    def keys(self) -> list[frozenset[str]]:
        """What counts in each sentence."""
        return [frozenset(t.key for t in tokens if t.counts) for tokens in self.tokens]

    def near(self, a: Word, b: Word) -> bool:
        """A cheap first test: the sentences share two things besides the words themselves."""
        shared = self.keys[a.sentence] & self.keys[b.sentence]
        return len(shared - {self.token(a).key, self.token(b).key}) > 1

    def window(self, word: Word) -> list[int]:
        """The places of the tokens around one, up to a break in the sentence; an aside between commas is left out."""
        if word not in self._windows:
            self._windows[word] = self._around(word)
        return self._windows[word]

    def _around(self, word: Word) -> list[int]:
        back = range(word.at - 1, max(-1, word.at - 3 * REACH), -1)
        on = range(word.at + 1, min(len(self.tokens[word.sentence]), word.at + 3 * REACH))
        return [*reversed(self._run(word, back)), word.at, *self._run(word, on)]

    def _run(self, word: Word, places: range) -> list[int]:
        """The places from a token on in one direction, up to a break."""
        tokens, asides = self.tokens[word.sentence], self._asides[word.sentence]
        own = next((a for a in asides if a.start <= tokens[word.at].start < a.end), None)
        found, last = [word.at], word.at
        for k in places:
            aside = next((a for a in asides if a.start <= tokens[k].start < a.end), None)
            if aside is not own and own is None:
                last = k
                continue
            left, right = sorted((last, k))
            cut = aside is not own or CUT.search(self.story.text, tokens[left].end, tokens[right].start + 9)
            if (cut and last == found[-1]) or len(found) > REACH:
                break
            found.append(k)
            last = k
        return found[1:]

    @cached_property
    def _asides(self) -> list[list[Span]]:
        text = self.story.text
        return [[Span(*m.span(1)) for m in ASIDE.finditer(text, s.start, s.end)] for s in self.sentences]

    def words(self, word: Word, *, up_to_comma: bool = False) -> str:
        """The text of the window, whole or up to the first comma behind the token."""
        tokens, window = self.tokens[word.sentence], self.window(word)
        end = tokens[window[-1]].end
        comma = self.story.text.find(",", tokens[word.at].end, end) if up_to_comma else -1
        return self.story.text[tokens[window[0]].start : end if comma < 0 else comma]

    def overlap(self, a: Word, b: Word) -> Overlap:
        """How far the passages around two tokens say the same."""
        here, there = self._sides(a), self._sides(b)
        first, second = self._share(here, b), self._share(there, a)
        shared = frozenset(k for k, _ in here) & {k for k, _ in there}
        crossed = {k for k in shared if not {s for x, s in here if x == k} & {s for x, s in there if x == k}}
        return Overlap(
            max(first[0], second[0]), min(first[0], second[0]), max(first[1], second[1]), shared,
            self._stranger(a, b) or self._stranger(b, a),
            2 * len(crossed) > len(shared) or bool(crossed and len(shared) == 2),
            self._elsewhere(a, b),
        )  # fmt: skip

    def _elsewhere(self, a: Word, b: Word) -> bool:
        """What is left over on both sides stands behind one preposition ("in Syria", "in Iraq") or is opposed too."""
        here, there = self._rest(a, b), self._rest(b, a)
        if self._order(a) != self._order(b):
            return True
        slots = {lead for _, lead in here if lead} & {lead for _, lead in there if lead}
        return bool(slots) or any(opposed(x, y) for x, _ in here for y, _ in there)

    def _order(self, word: Word) -> set[str]:
        """Which of several the passage speaks of ("the first match", "another poll")."""
        return {m[0].lower() for m in ORDER.finditer(self.words(word))}

    def _rest(self, word: Word, other: Word) -> list[tuple[str, str]]:
        """The keys around a token that are not in the other sentence, each with the preposition before it."""
        tokens, keys = self.tokens[word.sentence], {t.key for t in self.tokens[other.sentence]}
        left = [k for k in self.window(word) if tokens[k].counts and k != word.at and tokens[k].key not in keys]
        leads = [
            next((t.stem for t in tokens[max(0, k - 3) : k][::-1] if t.stem in small_words("lead")), "") for k in left
        ]
        return [(tokens[k].key, lead) for k, lead in zip(left, leads, strict=True)]

    def _sides(self, word: Word) -> list[tuple[str, bool]]:
        """The keys around a token, each with whether it stands before it; who says it is left out."""
        tokens, said = self.tokens[word.sentence], self._said(word)
        return [
            (tokens[k].key, k < word.at)
            for k in self.window(word)
            if tokens[k].counts and k != word.at and not any(s.start <= tokens[k].start < s.end for s in said)
        ]

    def _said(self, word: Word) -> list[Span]:
        """The words that name the voice of what a token stands in."""
        sentence, at = self.sentences[word.sentence], self.token(word).start
        return [
            span
            for voice in self._voices.get(word.sentence, ())
            if any(s.start <= at < s.end for s in voice.content)
            for span in (*voice.source, *voice.cue)
            if sentence.start <= span.start < sentence.end
        ]

    @cached_property
    def _voices(self) -> dict[int, list[Attribution]]:
        found: dict[int, list[Attribution]] = {}
        for voice in self.story.ledger.attributions:
            for number in {self.story.number(s.start) for s in (*voice.source, *voice.cue)}:
                found.setdefault(number, []).append(voice)
        return found

    def _share(self, these: Sequence[tuple[str, bool]], other: Word) -> tuple[float, float]:
        """The share and the weight of these keys that stand around the other token, or are named in its sentence."""
        keys = {k for k, _ in self._sides(other)} | self._named(other)
        weigh = [(self.weights.get(k, 1.0), k in keys or any(alike(k, o) for o in keys)) for k, _ in these]
        total, met = sum(w for w, _ in weigh), sum(w for w, same in weigh if same)
        return (met / total if total else 0.0), met

    def _named(self, word: Word) -> set[str]:
        return {t.entity for t in self.tokens[word.sentence] if t.entity}

    def _stranger(self, word: Word, other: Word) -> bool:
        """The name nearest before the token, or one just behind it, is not named in the other sentence."""
        tokens, window, keys = self.tokens[word.sentence], self.window(word), self._named(other)
        before = [k for k in window if k < word.at and tokens[k].entity][-1:]
        before = [k for k in before if k == 0 or tokens[k - 1].stem not in small_words("lead")]
        behind = [k for k in window if k > word.at and tokens[k].counts][:2]
        return any(tokens[k].entity and tokens[k].entity not in keys for k in (*before, *behind))

    def _tokens(self, sentence: Span) -> Iterator[Token]:
        words = [(*m.span(), form(m[0])) for m in WORD.finditer(self.story.text, *sentence)]
        k = 0
        while k < len(words):
            start, end, word = words[k]
            name, n = self._names.get(start), 1
            entity = self._same.get(name.entity, name.entity) if name else ""
            if name and name.kind == "name":
                n = max(1, sum(1 for w in words[k:] if w[0] < name.end))
                yield Token(start, words[k + n - 1][1], word.low, entity)
            elif word.number:
                yield Token(start, end, word.low, "", False, False, self._quantity(sentence, start))
            elif word.negative or start in self._dated:
                yield Token(start, end, word.low, "", False, word.negative)
            elif word.pronoun:
                yield Token(start, end, word.low, entity, bool(entity))
            else:
                n, key = phrase([w.stem for _, _, w in words[k : k + 3]]) if word.opens else (1, word.stem)
                yield Token(start, words[k + n - 1][1], key, "", n > 1 or not word.small)
            k += n

    def _quantity(self, sentence: Span, at: int) -> Quantity | None:
        """The quantity of the sentence that holds a character."""
        here = (q for q in self.story.ledger.quantities if sentence.start <= q.start < sentence.end)
        return next((q for q in here if q.start <= at < q.end), None)

    @cached_property
    def _dated(self) -> frozenset[int]:
        """The characters of the dates."""
        return frozenset(k for t in self.story.ledger.times for k in range(t.start, t.end))

    @cached_property
    def _same(self) -> dict[str, str]:
        """Entities whose name ends with another's whole name of two words or more ("Dr Ana Ruiz", "Ana Ruiz")."""
        names = {e.id: e.name for e in self.story.ledger.entities}
        tails = {name: key for key, name in names.items() if " " in name}
        ends = {key: name.split(" ", 1)[-1] for key, name in names.items()}
        return {key: tails[end] for key, end in ends.items() if end in tails}

    @cached_property
    def _names(self) -> dict[int, Mention]:
        """Names and pronouns by where they begin; of two that begin together, the longer."""
        kinds = [m for m in self.story.ledger.mentions if m.kind in ("name", "pronoun")]
        return {m.start: m for m in sorted(kinds, key=lambda m: (m.start, m.end))}


class Form(NamedTuple):
    """What a word is wherever it stands."""

    low: str
    stem: str
    number: bool
    negative: bool
    pronoun: bool
    small: bool
    opens: bool  # a phrase of the scales may begin with it


@cache
def form(word: str) -> Form:
    """A word as it counts when sentences are compared.

    >>> form("Couldn't").negative, form("Seven").number, form("hailed").stem
    (True, True, 'hail')
    """
    low, bare = word.lower(), stem(word)
    small = bool({low, bare} & (small_words("small") | small_words("possessive")))
    negative = low in NEGATIVE or bool(CONTRACTED.fullmatch(low))
    number = low[-1].isdigit() or low in number_words()
    return Form(low, bare, number, negative, low in small_words("pronoun"), small, bare in openers())
