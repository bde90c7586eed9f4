"""One voice says a thing and its opposite, in nearly the same words (C104, C156, C158).

Two passages of one voice that share what they speak of - by the rare words and the names in them - are held against
each other where the word that differs is negated in one of them ("respond", "did not respond", "refused to respond":
C104; "no", "never", "nobody": C158), or stands at the other end of a scale ("hailed", "condemned"; "open", "closed":
C156). Silent in questions and conditions, on what may be, will be or used to be, on a negation of a part ("not only"),
where the nearest name differs, where the days or places exclude each other, and where numbers beside the two differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from fogline.checking.story import Verdict, capital, clean
from fogline.checking.telling.alike import Overlap, Token, Word, Wording
from fogline.checking.telling.asserted import one_voice, plainly_told, same_mood
from fogline.checking.telling.stems import positive, scales
from fogline.checking.voices import OUTLET
from fogline.records import Finding
from fogline.tables.lexicon_checks import check_words, turning

UNIVERSAL = frozenset(("no", "none", "nobody", "neither", "nor", "never"))
NOBODY = UNIVERSAL - {"never"}
REFUSED = frozenset(("refus", "fail", "declin"))
NOT_ONE = re.compile(r"not (?:one|a single)\b", re.I)
SURE, FAIR = 0.7, 0.6  # shares of the poorer passage that the other has
HEAVY = 3.5  # weight of the shared words: two rare ones


class Pole(NamedTuple):
    """A word, the end of the scale that it says where it stands, and the negation that turned it, if any."""

    word: Word
    end: bool
    negation: str


def both_ways(wording: Wording) -> Iterator[Finding]:
    """C104, C156, C158: one voice says of one thing that it is so and that it is not so."""
    seen: set[tuple[int, int]] = set()
    for scale, poles in _poles(wording).items():
        for a, b in _against(wording, poles):
            key = a.word.sentence, b.word.sentence
            if key not in seen and _excludes(wording, scale, a, b):
                seen.add(key)
                yield _finding(wording, scale, a, b)


def _poles(wording: Wording) -> dict[str, list[Pole]]:
    """The words told at both ends of a scale, or turned and not turned, by scale; each stem is a scale too."""
    turned = [_turned(wording.story.text, tokens) for tokens in wording.tokens]
    told = [
        (Word(s, k), token.stem, turned[s].get(k, ""))
        for s, tokens in enumerate(wording.tokens)
        for k, token in enumerate(tokens)
        if token.counts and not token.entity
    ]
    known = frozenset(stem for _, stem, _ in told)
    sides = {stem: _sides(stem, known) for stem in known}
    forms = {(stem, bool(negation)) for _, stem, negation in told if negation != "partly"}
    ends = {(scale, end != negated) for stem, negated in forms for scale, end in sides[stem]}
    found: dict[str, list[Pole]] = defaultdict(list)
    for word, stem, negation in told:
        for scale, end in sides[stem] if negation != "partly" else ():
            if (scale, end == bool(negation)) in ends:
                found[scale].append(Pole(word, end != bool(negation), negation))
    return found


def _sides(stem: str, known: frozenset[str]) -> list[tuple[str, bool]]:
    """The scales of a stem, its own first, with the end where it stands."""
    bare = positive(stem, known)
    return [(bare or stem, not bare), *(("/" + scale, side == "+") for scale, side in scales().get(stem, {}).items())]


def _turned(text: str, tokens: Sequence[Token]) -> dict[int, str]:
    """The places that a negation turns, with the word that does; "partly" where it denies only a part."""
    found: dict[int, str] = {}
    for k, token in enumerate(tokens):
        if not (token.negative or (token.stem in REFUSED and tokens[k + 1 : k + 2] and tokens[k + 1].stem == "to")):
            continue
        partly = check_words("partly").match("not" + text[token.end : token.end + 20]) or (
            check_words("partly").match(text, token.start)
        )
        negation = "none" if NOT_ONE.match(text, token.start) else token.stem
        for j in _behind(text, tokens, k)[: 3 if partly else 2 if negation in NOBODY else 1]:
            again = j in found and (negation, found[j]) != ("nor", "neither")
            found[j] = "partly" if partly or again else found.get(j, negation)
    return found


def _behind(text: str, tokens: Sequence[Token], at: int) -> list[int]:
    """The places of the words that count behind a negation, names left out, up to a break or the seventh word."""
    found: list[int] = []
    for k in range(at + 1, min(at + 7, len(tokens))):
        if re.search(r"[,;:.!?—–“”\"()]", text[tokens[k - 1].end : tokens[k].start]):
            break
        if tokens[k].counts and not tokens[k].entity:
            found.append(k)
    return found


def _against(wording: Wording, poles: Sequence[Pole]) -> Iterator[tuple[Pole, Pole]]:
    ends = [[p for p in poles if p.end is end][:40] for end in (True, False)]
    for a, b in product(*ends):
        if a.word.sentence != b.word.sentence and not (a.negation and b.negation) and wording.near(a.word, b.word):
            yield (a, b) if a.word.sentence < b.word.sentence else (b, a)


def _excludes(wording: Wording, scale: str, a: Pole, b: Pole) -> bool:
    """The passages speak of one thing, in one voice, of one time, and nothing in them explains the difference."""
    spans = [wording.sentences[p.word.sentence] for p in (a, b)]
    if wording.story.words(spans[0]) == wording.story.words(spans[1]):
        return False
    overlap = wording.overlap(a.word, b.word)
    if not _one_thing(wording, scale, a, b, overlap):
        return False
    plain = plainly_told(wording, a.word, b.word) and same_mood(wording, a.word, b.word)
    return plain and one_voice(wording, a.word, b.word, overlap) and not wording.story.apart(*spans)


def _one_thing(wording: Wording, scale: str, a: Pole, b: Pole, overlap: Overlap) -> bool:
    if not overlap.of_one_thing or overlap.weight < HEAVY or _says_both(wording, a, b):
        return False
    numbers = [_numbers(wording, p.word) for p in (a, b)]
    if any(numbers[0][unit] != numbers[1][unit] for unit in numbers[0].keys() & numbers[1].keys()):
        return False
    if scale.removeprefix("/") in turning() and overlap.least < 0.5:
        return False
    return overlap.share >= (SURE if len(overlap.shared) < 3 else FAIR)


def _says_both(wording: Wording, a: Pole, b: Pole) -> bool:
    """Either passage has the other's word too."""
    words = [wording.token(p.word).stem for p in (a, b)]
    around = [{wording.tokens[p.word.sentence][k].stem for k in wording.window(p.word)} for p in (a, b)]
    return words[0] != words[1] and (words[1] in around[0] or words[0] in around[1])


def _numbers(wording: Wording, word: Word) -> dict[str, float | None]:
    """The numbers around a word, by their unit."""
    tokens = wording.tokens[word.sentence]
    return {q.unit: q.low for k in wording.window(word) if (q := tokens[k].quantity)}


def _finding(wording: Wording, scale: str, a: Pole, b: Pole) -> Finding:
    tokens = [wording.token(p.word) for p in (a, b)]
    negation = a.negation or b.negation
    code = ("C158" if negation in UNIVERSAL else "C104") if negation else "C156"
    voice = wording.story.voice_at(tokens[0].start)[0]
    who = "The report" if voice == OUTLET else capital(wording.story.voices.name(voice))
    first, second = (_told(wording, p) for p in (a, b))
    verdict = Verdict(
        code, "contradiction", "state" if code == "C156" else "polarity", "medium",
        f"{who} says both “{first}” and “{second}”.",
        "both passages speak of the same in nearly the same words, and neither names another time",
        "two occasions, or two things of one name, that the report does not tell apart",
    )  # fmt: skip
    return wording.story.finding(verdict, [(t.start, t.end) for t in tokens])


def _told(wording: Wording, pole: Pole) -> str:
    """The words around the word, for an explanation."""
    return clean(wording.words(pole.word)).strip(" ,.")
