"""What each voice puts forward, the outlet's own prose included: speech act, and whether it can be checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from fogline.models.parse import Parse
from fogline.reading import opinions
from fogline.reading.checkable import checkable
from fogline.reading.speech_acts import speech_act
from fogline.records import Attribution, Claim, Reading, Report, Sentence, Span, Spans, identify


def find_claims(report: Report, parse: Parse, so_far: Reading) -> tuple[Claim, ...]:
    """One claim for each attribution, and one for each sentence's words that no voice but the outlet's carries.

    ``checkworthy`` separates what can be checked from prediction, opinion and experience, in the sense of
    Hassan et al. 2017 (ClaimBuster); ``because`` holds the words that decided.
    """
    claims = [_voiced(report, parse, a) for a in so_far.attributions]
    claims += _own_prose(report, parse, so_far)
    return tuple(sorted(claims, key=lambda c: (c.content[0], c.attribution is None, c.id)))


def _voiced(report: Report, parse: Parse, a: Attribution) -> Claim:
    act = opinions.speech_act(parse, speech_act(parse, a), a.source, a.cue)
    verdict, because = opinions.checkworthy(parse, checkable(parse, a.content, act, a.cue), a.source, a.cue)
    return Claim(identify("claim", report.id, a.id), a.content, a.id, act, verdict, because)


def _own_prose(report: Report, parse: Parse, so_far: Reading) -> Iterator[Claim]:
    voiced = _merged(span for a in so_far.attributions for role in (a.source, a.cue, a.content) for span in role)
    sources = _merged(span for a in so_far.attributions for span in a.source)
    at = 0
    for sentence in so_far.sentences:
        while at < len(voiced) and voiced[at][1] <= sentence.start:
            at += 1
        stop = bisect_left(voiced, sentence.end, lo=at, key=lambda span: span[0])
        content = _left(parse, sentence, voiced[at:stop])
        if content:
            near = sources[
                bisect_left(sources, sentence.start, key=_start) : bisect_left(sources, sentence.end, key=_start)
            ]
            content = _with_subjects(parse, content, near)
            verdict, because = checkable(parse, content, "say", ())
            yield Claim(identify("claim", report.id, *content), content, None, "say", verdict, because)


def _start(span: Span) -> int:
    return span.start


def _with_subjects(parse: Parse, content: Spans, sources: list[Span]) -> Spans:
    """As in "The group carried out raids and claimed a victory": the raids are the group's, a voice of its own."""
    if not parse.parsed:
        return content
    subjects = (_subject_of(parse, span, sources) for span in content)
    out: list[Span] = []
    for start, end in _merged([*content, *(subject for subject in subjects if subject)]):
        joined = bool(out) and not parse.text[out[-1].end : start].strip()
        out[-1:] = [Span(out[-1].start, end)] if joined else [*out[-1:], Span(start, end)]
    return tuple(out)


def _subject_of(parse: Parse, span: Span, sources: list[Span]) -> Span | None:
    """The subject of a stretch's first verb, where the stretch itself has none: mostly a voice of the sentence."""
    tokens = parse.tokens(*span)
    first = next((i for i in tokens if parse.tags[i] in ("VBD", "VBZ", "VBP", "MD")), None)
    if first is None:
        return None
    verb = parse.heads[first] if parse.deps[first] in ("aux", "auxpass") else first
    while parse.deps[verb] == "conj" and parse.child(verb, *SUBJECTS) is None:
        verb = parse.heads[verb]
    described = parse.heads[verb] if parse.deps[verb] == "relcl" else None
    subject = described if described is not None else parse.child(verb, *SUBJECTS)
    if subject is None or subject >= tokens[0]:
        return None
    named = next((s for s in sources if s.start <= parse.starts[subject] < s.end), None)
    return named or (Span(*parse.span(parse.lefts[subject], subject)) if described is None else None)


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
    trimmed = (_trimmed(parse.text, start, end, opens=start == sentence.start) for start, end in stretches)
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
OPENING = re.compile(r"(?:(?:and|but|or|then|while)\b[\s,]*)+", re.IGNORECASE)
SUBJECTS = ("nsubj", "nsubjpass")
EDGES = " \t\r\n\u00a0,;:.—–-\"'“”‘’«»"


def _trimmed(text: str, start: int, end: int, *, opens: bool) -> Span | None:
    """Without white space and punctuation at the edges, nor the "and" that joined it to what a voice holds."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(EDGES))
    joined = None if opens else OPENING.match(text, start, end)
    start = joined.end() if joined else start
    words = DANGLING.sub("", text[start:end]).rstrip(EDGES)
    return Span(start, start + len(words)) if words else None


def _tells(parse: Parse, span: Span, *, whole: bool) -> bool:
    tokens = [i for i in parse.tokens(*span) if any(map(str.isalnum, parse.word(i)))]
    if not parse.parsed:
        return len(tokens) >= 3
    finite = any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in tokens)
    return len(tokens) >= 3 and (finite or whole)
