"""Voices that no rule heard: the encoder's, where it is sure and the words allow it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.models.encoded import CueGuess
from fogline.models.parse import Parse
from fogline.reading.contents import content
from fogline.reading.cues import FIRST_PERSON
from fogline.reading.sources import speaker
from fogline.reading.speakers import is_abstract
from fogline.reading.voices import Page, Tokens, Voice
from fogline.records import Spans
from fogline.tables.lexicon_voices import Cue

SURE = 0.97
WHOLE = 2  # pieces: a content in more of them is guesswork
ANY = frozenset("cqx")
"""How a cue that no table knows may take its content."""

NOBODY = FIRST_PERSON | {"you", "it", "this", "that", "one", "who", "which"}
"""Whose thinking is no voice of its own: "I think" is said by the voice around it."""

EMPTY = frozenset(("have", "be", "do", "give", "go", "get", "make", "take"))


def unheard(here: Page, found: Sequence[Voice]) -> Iterator[Voice]:
    """The encoder's voices whose cue no voice of the rules holds.

    A content that a voice has already is left to it, unless the new cue stands inside: then one voice quotes another.
    """
    encoded = here.parse.encoded
    cues = {i for voice in found for i in (*voice.cue, voice.head)}
    for guess in encoded.cues if encoded is not None else ():
        words = _tokens(here, (guess.cue,))
        if guess.sure < SURE or not words or not cues.isdisjoint(words):
            continue
        voice = _voice(here, guess, words)
        if voice is not None and not any(_disputed(voice, other) for other in found):
            yield voice


def _voice(here: Page, guess: CueGuess, words: Tokens) -> Voice | None:
    parse = here.parse
    head = next((i for i in reversed(words) if parse.pos[i] == "VERB"), words[-1])
    source, told = (_tokens(here, part) if len(part) <= WHOLE else () for part, _ in (guess.source, guess.content))
    if parse.pos[head] == "VERB":
        cue = Cue(parse.lemmas[head], guess.speech_act.label, "speech", ANY)
        told = content(here, head, cue)[0] or told
        source = speaker(here, head) or source
    told = tuple(i for i in told if i not in words and i not in source)
    speaks = any(parse.lower(i) not in NOBODY for i in here.words(source))
    tells = any(parse.pos[i] in ("VERB", "AUX") for i in told)
    if not speaks or not tells or not _can_carry(parse, head) or is_abstract(here, source):
        return None
    return Voice(head, source, words, told, guess.speech_act.label, "speech", "encoder")


def _can_carry(parse: Parse, head: int) -> bool:
    """A verb or noun with a meaning of its own; in "did not say how many" nothing was said."""
    negated = parse.child(head, "neg") is not None
    return parse.pos[head] in ("VERB", "NOUN") and parse.lemmas[head] not in EMPTY and not negated


def _disputed(new: Voice, other: Voice) -> bool:
    """True where both would have the same words, and neither cue stands in the other's content."""
    held = set(other.content)
    return not held.isdisjoint(new.content) and new.head not in held and other.head not in new.content


def _tokens(here: Page, spans: Spans) -> Tokens:
    return tuple(i for span in spans for i in here.parse.tokens(*span))
