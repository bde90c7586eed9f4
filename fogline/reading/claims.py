"""What each voice puts forward, the outlet's own prose included: speech act, and whether it can be checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from fogline.models.parse import Parse
from fogline.reading.checkable import checkable
from fogline.records import Attribution, Claim, Reading, Report, Sentence, Span, Spans, identify
from fogline.tables.lexicon_voices import Cue, cue_phrases, cues

SELF = {"it", "they", "we", "i", "he", "she"}
NEGATIONS = {"not", "never", "neither", "nor"}
UNSURE_WHEN_NEGATED = {"confirm", "admit", "deny"}


def find_claims(report: Report, parse: Parse, so_far: Reading) -> tuple[Claim, ...]:
    """One claim for each attribution, and one for each sentence's words that no voice but the outlet's carries.

    ``checkworthy`` separates what can be checked from prediction, opinion and experience, in the sense of
    Hassan et al. 2017 (ClaimBuster); ``because`` holds the words that decided.
    """
    claims = [_voiced(report, parse, a) for a in so_far.attributions]
    claims += _own_prose(report, parse, so_far)
    return tuple(sorted(claims, key=lambda c: (c.content[0], c.attribution is None, c.id)))


def _voiced(report: Report, parse: Parse, a: Attribution) -> Claim:
    act = speech_act(parse, a)
    verdict, because = checkable(parse, a.content, act, a.cue)
    return Claim(identify("claim", report.id, a.id), a.content, a.id, act, verdict, because)


def speech_act(parse: Parse, a: Attribution) -> str:
    """What the voice does by saying it, from its cue: say, deny, accuse, threaten, vow, warn ...

    A warning that something may happen is no threat; "warned it would strike" is one, for the speaker is to act.
    """
    tokens = [i for start, end in a.cue for i in parse.tokens(start, end)]
    found = _lexical(parse, tokens)
    if found is None:
        return _phrase_act(parse, tokens)
    if _withheld(parse, tokens) and (found.act in UNSURE_WHEN_NEGATED or not _negated(parse, tokens)):
        return "other"
    return _refined(parse, a, found, tokens)


def _withheld(parse: Parse, tokens: list[int]) -> bool:
    """As in "has not confirmed", "neither confirmed nor denied", "declined to say"."""
    declined = any(parse.lemmas[i] in ("decline", "refuse") for i in tokens)
    return _negated(parse, tokens) or (declined and any(parse.lower(i) == "to" for i in tokens))


def _negated(parse: Parse, tokens: list[int]) -> bool:
    return any(parse.deps[i] == "neg" or parse.lower(i) in NEGATIONS for i in tokens)


def _lexical(parse: Parse, tokens: list[int]) -> Cue | None:
    """The last cue verb among the cue's words, else its cue noun."""
    verbs = (cues("verb").get(parse.lemmas[i]) for i in reversed(tokens) if parse.pos[i] not in ("NOUN", "PROPN"))
    nouns = (cues("noun").get(parse.lemmas[i]) for i in reversed(tokens))
    mistagged = (cues("verb").get(parse.lemmas[i]) for i in tokens)
    return next((c for found in (verbs, nouns, mistagged) for c in found if c), None)


def _phrase_act(parse: Parse, tokens: list[int]) -> str:
    words = {parse.lower(i) for i in tokens}
    return next((act for phrase, _, act in cue_phrases() if set(phrase) <= words), "say")


def _refined(parse: Parse, a: Attribution, cue: Cue, tokens: list[int]) -> str:
    """Constructions that change the act: "told to", "called for", "warned it would"."""
    words = {parse.lower(i) for i in tokens}
    content = [i for start, end in a.content for i in parse.tokens(start, end)]
    first = next((parse.lower(i) for i in content if parse.word(i).isalpha()), "")
    if cue.lemma == "tell" and first in ("to", "not") and parse.parsed:
        return "order"
    if cue.lemma == "call" and words & {"for", "on"}:
        return "demand" if "for" in words else "urge"
    if cue.act == "warn" and _own_doing(parse, content):
        return "threaten"
    return cue.act


def _own_doing(parse: Parse, content: list[int]) -> bool:
    """The content's first words are the speaker with "will" or "would"."""
    words = [parse.lower(i) for i in content if any(map(str.isalnum, parse.word(i)))][:4]
    words = words[1:] if words[:1] == ["that"] else words
    return len(words) > 1 and words[0] in SELF and words[1] in {"will", "would", "’ll", "'ll", "’d", "'d"}


def _own_prose(report: Report, parse: Parse, so_far: Reading) -> Iterator[Claim]:
    voiced = _merged(span for a in so_far.attributions for role in (a.source, a.cue, a.content) for span in role)
    at = 0
    for sentence in so_far.sentences:
        while at < len(voiced) and voiced[at][1] <= sentence.start:
            at += 1
        stop = bisect_left(voiced, sentence.end, lo=at, key=lambda span: span[0])
        content = _left(parse, sentence, voiced[at:stop])
        if content:
            verdict, because = checkable(parse, content, "say", ())
            yield Claim(identify("claim", report.id, *content), content, None, "say", verdict, because)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Overlapping stretches as one, in order."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = Span(out[-1][0], max(end, out[-1][1]))
        else:
            out.append(Span(start, end))
    return out


def _left(parse: Parse, sentence: Sentence, voiced: list[Span]) -> Spans:
    """The sentence's stretches that no voice holds and that tell something: at least a verb, or three words."""
    stretches = _gaps(sentence, voiced)
    trimmed = (_trimmed(parse.text, start, end) for start, end in stretches)
    kept = [span for span in trimmed if span is not None and _tells(parse, span, whole=not voiced)]
    return tuple(kept)


def _gaps(sentence: Sentence, voiced: list[Span]) -> Iterator[tuple[int, int]]:
    start = sentence.start
    for first, last in voiced:
        if first > start:
            yield start, first
        start = max(start, last)
    if start < sentence.end:
        yield start, sentence.end


DANGLING = re.compile(r"(?:[\s,;:—–-]+(?:with|and|but|while|by|that|as|or|from|to|of))+[\s,;:.—–-]*$", re.IGNORECASE)
EDGES = " \t\r\n\u00a0,;:.—–-\"'“”‘’«»"


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without white space and punctuation at the edges, but with a full stop at the sentence's end left alone."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(EDGES))
    words = DANGLING.sub("", text[start:end]).rstrip(EDGES)
    return Span(start, start + len(words)) if words else None


def _tells(parse: Parse, span: Span, *, whole: bool) -> bool:
    tokens = [i for i in parse.tokens(*span) if any(map(str.isalnum, parse.word(i)))]
    if not parse.parsed:
        return len(tokens) >= 3
    finite = any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in tokens)
    return len(tokens) >= 3 and (finite or whole)
