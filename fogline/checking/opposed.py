"""One voice says a thing and its opposite, in nearly the same words (C104, C156, C158).

Two passages of one voice that share what they speak of - by the rare words and the names in them - are held against
each other where the word that differs is negated in one of them ("respond", "did not respond", "refused to respond":
C104; "no", "never", "nobody": C158), or stands at the other end of a scale ("hailed", "condemned"; "open", "closed":
C156). Silent in questions and conditions, on what may be, will be or used to be, on a negation of a part ("not only"),
where the nearest name differs, where the days or places exclude each other, and where numbers beside the two differ.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from fogline.checking.alike import Overlap, Token, Word, Wording
from fogline.checking.stems import positive, scales
from fogline.checking.story import Story, Verdict, capital, clean
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.lexicon_checks import check_words, turning

UNIVERSAL = frozenset(("no", "none", "nobody", "neither", "nor", "never"))
NOBODY = UNIVERSAL - {"never"}
REFUSED = frozenset(("refus", "fail", "declin"))
SURE, FAIR, ALL = 0.8, 0.7, 0.9  # shares of the poorer passage that the other has
HEAVY = 3.5  # weight of the shared words: two rare ones
MODAL = re.compile(r"\b(will|won[’']t|would|wouldn[’']t|shall|can|cannot|can[’']t|could|couldn[’']t|must|(?:\w+ )?to)\b", re.I)
DECIDED = re.compile(r"\b(?:decisions?|decid(?:ed|es)|vot(?:ed?|es)|moved?|agreed|chose|went on|rul(?:ed|ing))\s+to\b", re.I)
PAST_PERFECT = re.compile(r"(?<!has )(?<!have )\bhad(?:n[’']t)?\s+(?:\w+\s+)?$", re.I)
QUOTED = re.compile(r"[“\"]|''")


@dataclass(frozen=True, slots=True)
class Pole:
    """A word, the end of the scale that it says where it stands, and the negation that turned it, if any."""

    word: Word
    end: bool
    negation: str


def check_opposed(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C104, C156, C158: one voice says of one thing that it is so and that it is not so."""
    story = Story(ledger)
    wording = Wording(story)
    seen: set[tuple[int, int]] = set()
    for scale, poles in _poles(wording).items():
        for a, b in _against(poles):
            key = a.word.sentence, b.word.sentence
            if key not in seen and _excludes(wording, scale, a, b):
                seen.add(key)
                yield _finding(wording, scale, a, b)


def _poles(wording: Wording) -> dict[str, list[Pole]]:
    """Every word that can be turned, by its stem and by each scale it stands on."""
    found: dict[str, list[Pole]] = defaultdict(list)
    known = frozenset(t.stem for tokens in wording.tokens for t in tokens if t.counts and not t.entity)
    for s, tokens in enumerate(wording.tokens):
        turned = _turned(wording.story.text, tokens)
        for k, token in enumerate(tokens):
            if token.counts and not token.entity and turned.get(k) != "partly":
                negation = turned.get(k, "")
                bare = positive(token.stem, known)
                found[bare or token.stem].append(Pole(Word(s, k), (not bare) != bool(negation), negation))
                for scale, side in scales().get(token.stem, {}).items():
                    found["/" + scale].append(Pole(Word(s, k), (side == "+") != bool(negation), negation))
    return found


def _turned(text: str, tokens: Sequence[Token]) -> dict[int, str]:
    """The places that a negation turns, with the word that does; "partly" where it denies only a part."""
    found: dict[int, str] = {}
    for k, token in enumerate(tokens):
        refused = token.stem in REFUSED and k + 1 < len(tokens) and tokens[k + 1].stem == "to"
        if not token.negative and not refused:
            continue
        partly = check_words("partly").match("not" + text[token.end : token.end + 20]) or (
            check_words("partly").match(text, token.start)
        )
        for j in _behind(text, tokens, k)[: 3 if partly else 2 if token.stem in NOBODY else 1]:
            found[j] = "partly" if partly or j in found else token.stem
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


def _against(poles: Sequence[Pole]) -> Iterator[tuple[Pole, Pole]]:
    ends = [[p for p in poles if p.end is end][:40] for end in (True, False)]
    for a, b in product(*ends):
        if a.word.sentence != b.word.sentence and not (a.negation and b.negation):
            yield (a, b) if a.word.sentence < b.word.sentence else (b, a)


def _excludes(wording: Wording, scale: str, a: Pole, b: Pole) -> bool:
    """The passages speak of one thing, in one voice, of one time, and nothing in them explains the difference."""
    spans = [wording.sentences[p.word.sentence] for p in (a, b)]
    if wording.story.words(spans[0]) == wording.story.words(spans[1]):
        return False
    overlap = wording.overlap(a.word, b.word)
    if not _one_thing(wording, scale, a, b, overlap):
        return False
    plain = all(_plain(wording, p) for p in (a, b)) and _mood(wording, a) == _mood(wording, b)
    return plain and _one_voice(wording, a, b, overlap) and not wording.story.apart(*spans)


def _one_thing(wording: Wording, scale: str, a: Pole, b: Pole, overlap: Overlap) -> bool:
    if overlap.strangers or overlap.turned or overlap.elsewhere or overlap.weight < HEAVY or len(overlap.shared) < 2:
        return False
    if _says_both(wording, a, b) or _numbers(wording, a.word) ^ _numbers(wording, b.word) and _numbers(wording, a.word) and _numbers(wording, b.word):
        return False
    if scale.removeprefix("/") in turning() and overlap.least < 0.5:
        return False
    return overlap.share >= (SURE if len(overlap.shared) < 3 else FAIR)


def _says_both(wording: Wording, a: Pole, b: Pole) -> bool:
    """Either passage has the other's word too."""
    words = [wording.token(p.word).stem for p in (a, b)]
    around = [{wording.tokens[p.word.sentence][k].stem for k in wording.window(p.word)} for p in (a, b)]
    return words[0] != words[1] and (words[1] in around[0] or words[0] in around[1])


def _numbers(wording: Wording, word: Word) -> set[str]:
    tokens = wording.tokens[word.sentence]
    return {tokens[k].stem for k in wording.window(word) if tokens[k].quantity}


def _plain(wording: Wording, pole: Pole) -> bool:
    """Told as so: no question, condition or possibility, and no word of another time."""
    sentence = wording.story.words(wording.sentences[pole.word.sentence])
    words = wording.words(pole.word, up_to_comma=True)
    asked = sentence.rstrip("”\"' ").endswith("?")
    return not asked and not check_words("iffy").search(words) and not check_words("reversal").search(words)


def _mood(wording: Wording, pole: Pole) -> tuple[str, bool]:
    """The modal before the word and whether it is told of a time before another ("had left")."""
    token = wording.token(pole.word)
    before = wording.story.text[max(wording.sentences[pole.word.sentence].start, token.start - 30) : token.start]
    modal = MODAL.findall(DECIDED.sub("", re.split(r"[,;:“\"]", before)[-1]))
    found = modal[-1].lower().replace("won", "wil") if modal and not pole.negation.startswith(tuple(REFUSED)) else ""
    return found, bool(PAST_PERFECT.search(before))


def _one_voice(wording: Wording, a: Pole, b: Pole, overlap: Overlap) -> bool:
    """One voice says both; inside quotation marks only what is word for word the same is compared."""
    voices = [_voice(wording.story, wording.token(p.word).start) for p in (a, b)]
    quoted = any(_in_quotation(wording, p.word) for p in (a, b))
    same = overlap.share >= ALL and len(overlap.shared) > 3 and any(k in wording.entities for k in overlap.shared)
    return voices[0] == voices[1] and (not quoted or same)


def _in_quotation(wording: Wording, word: Word) -> bool:
    start = wording.sentences[word.sentence].start
    before = wording.story.text[max(0, start - 400) : wording.token(word).start]
    line = before[before.rfind("\n") + 1 :]
    return line.count("“") > line.count("”") or len(re.findall(r"\"|''", line)) % 2 == 1


def _voice(story: Story, at: int) -> str:
    """Whose words stand at a character: the innermost claim that holds it."""
    holds = [c for c in story.ledger.claims if any(s.start <= at < s.end for s in c.content)]
    inner = min(holds, key=lambda c: sum(s.end - s.start for s in c.content), default=None)
    return story.voice(inner.id) if inner else OUTLET


def _finding(wording: Wording, scale: str, a: Pole, b: Pole) -> Finding:
    tokens = [wording.token(p.word) for p in (a, b)]
    negation = a.negation or b.negation
    code = ("C158" if negation in UNIVERSAL else "C104") if negation else "C156"
    voice = _voice(wording.story, tokens[0].start)
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
