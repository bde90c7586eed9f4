"""Whether two passages are told as so, of one time and in one voice; `opposed` and `counted` ask it."""

from __future__ import annotations

import re

from fogline.checking.story import Story
from fogline.checking.telling.alike import Overlap, Word, Wording
from fogline.checking.voices import OUTLET
from fogline.records import Claim
from fogline.tables.lexicon_checks import check_words

MODAL = re.compile(
    r"\b(will|won[’']t|would|wouldn[’']t|shall|can|cannot|can[’']t|could|couldn[’']t|must|(?:[\w’']+ )?to)\b", re.I
)
PAST_PERFECT = re.compile(r"(?<!has )(?<!have )\bhad(?:n[’']t)?\s+(?:\w+\s+)?$", re.I)
DECIDED = re.compile(
    r"\b(?:decisions?|decid(?:ed|es)|vot(?:ed?|es)|moved?|agreed|chose|went on|rul(?:ed|ing)"
    r"|refus(?:ed|es|al)|fail(?:ed|s|ure)?|declin(?:ed|es))\s+to\b", re.I
)  # fmt: skip
ALL = 0.9  # the share of a quotation that the other passage has


def plainly_told(wording: Wording, *words: Word) -> bool:
    """Told as so: no question, condition or possibility, and no word of another time in one of them only."""
    for word in words:
        asked = wording.story.words(wording.sentences[word.sentence]).rstrip("”\"' ").endswith("?")
        if asked or any(m[0] != "May" for m in check_words("iffy").finditer(_up_to_comma(wording, word))):
            return False
    turns = [{m[0].lower() for m in check_words("reversal").finditer(_up_to_comma(wording, w))} for w in words]
    return all(turn == turns[0] for turn in turns)


def _up_to_comma(wording: Wording, word: Word) -> str:
    return wording.words(word, up_to_comma=True)


def same_mood(wording: Wording, a: Word, b: Word) -> bool:
    """True if one modal, or none, stands before both, and both or neither are told of a time before another."""
    here, there = _mood(wording, a), _mood(wording, b)
    return here == there and here[0] != "to"


def _mood(wording: Wording, word: Word) -> tuple[str, bool]:
    token = wording.token(word)
    before = wording.story.text[max(wording.sentences[word.sentence].start, token.start - 30) : token.start]
    modal = MODAL.findall(DECIDED.sub("", re.split(r"[,;:“\"]", before)[-1]))
    return modal[-1].lower().replace("won", "wil")[:12] if modal else "", bool(PAST_PERFECT.search(before))


def one_voice(wording: Wording, a: Word, b: Word, overlap: Overlap) -> bool:
    """One voice says both, or the report says flatly what it also has as announced or confirmed.

    Of the latter, and of quotations, only what is nearly word for word the same, and names somebody, is compared.
    """
    claims = [claim_at(wording.story, wording.token(w).start) for w in (a, b)]
    voices = [wording.story.voice_at(wording.token(w).start)[0] for w in (a, b)]
    if voices[0] == voices[1] and not any(_in_quotation(wording, w) for w in (a, b)):
        return True
    same = overlap.share >= ALL and len(overlap.shared) > 3 and any(k in wording.entities for k in overlap.shared)
    given_out = any(c and c.speech_act in ("announce", "confirm") for c in claims)
    return same and (voices[0] == voices[1] or (OUTLET in voices and given_out))


def _in_quotation(wording: Wording, word: Word) -> bool:
    start = wording.sentences[word.sentence].start
    before = wording.story.text[max(0, start - 400) : wording.token(word).start]
    line = before[before.rfind("\n") + 1 :]
    return line.count("“") > line.count("”") or len(re.findall(r"\"|''", line)) % 2 == 1


def claim_at(story: Story, at: int) -> Claim | None:
    """The innermost claim that holds a character."""
    holds = [c for c in story.ledger.claims if any(s.start <= at < s.end for s in c.content)]
    return min(holds, key=lambda c: sum(s.end - s.start for s in c.content), default=None)
