"""Whether two passages are told as so, of one time and in one voice; `opposed` and `counted` ask it."""

from __future__ import annotations

import re

from fogline.checking.alike import Overlap, Word, Wording
from fogline.checking.story import Story
from fogline.checking.voices import OUTLET
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


def plainly_told(wording: Wording, word: Word) -> bool:
    """Told as so: no question, condition or possibility, and no word of another time."""
    sentence = wording.story.words(wording.sentences[word.sentence])
    words = wording.words(word, up_to_comma=True)
    asked = sentence.rstrip("”\"' ").endswith("?")
    iffy = any(m[0] != "May" for m in check_words("iffy").finditer(words))
    return not asked and not iffy and not check_words("reversal").search(words)


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
    """One voice says both, or the report says flatly what it also has from another.

    Of the latter, and of quotations, only what is nearly word for word the same, and names somebody, is compared.
    """
    voices = [voice_of(wording.story, wording.token(w).start) for w in (a, b)]
    if voices[0] == voices[1] and not any(_in_quotation(wording, w) for w in (a, b)):
        return True
    same = overlap.share >= ALL and len(overlap.shared) > 3 and any(k in wording.entities for k in overlap.shared)
    return same and (voices[0] == voices[1] or OUTLET in voices)


def _in_quotation(wording: Wording, word: Word) -> bool:
    start = wording.sentences[word.sentence].start
    before = wording.story.text[max(0, start - 400) : wording.token(word).start]
    line = before[before.rfind("\n") + 1 :]
    return line.count("“") > line.count("”") or len(re.findall(r"\"|''", line)) % 2 == 1


def voice_of(story: Story, at: int) -> str:
    """Whose words stand at a character: the innermost claim that holds it, or the outlet."""
    holds = [c for c in story.ledger.claims if any(s.start <= at < s.end for s in c.content)]
    inner = min(holds, key=lambda c: sum(s.end - s.start for s in c.content), default=None)
    return story.voice(inner.id) if inner else OUTLET
