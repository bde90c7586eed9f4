"""Where the encoder is heard beside the rules: which of the two decides, and how their scores are joined.

The rules name the words that decide and are kept where they found some; they are blind where nothing in the clause
says what a word means ("hesitated", "was spared"). The thresholds were chosen on a tenth of our own corpus held out
of the training (`fogline.tuning.recipe`), the shares on public factuality sets' development parts.
"""

from __future__ import annotations

from fogline.models.encoded import CueGuess, Guess
from fogline.models.parse import Parse
from fogline.reading.factuality_states import State, value
from fogline.records import Spans, touch

OVERRULED = 0.9
"""The chance from which the encoder's status stands against that of the rules."""

OPEN = ("possible", "planned", "forecast", "unknown")
"""Statuses that the rules give for words that leave open what comes of it."""

SHARE, SHARE_UNMARKED, SHARE_OVERRULED = 0.3, 0.5, 0.8
"""How much the encoder's score counts where the rules found a reason, where they found none, where it overrules."""

READER = 0.3
"""How much the reader's score counts in the encoder's own, beside the value in the eyes of the voice."""

WEIGHT = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "Uu": -2.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0}
"""The score of each FactBank value; what is only planned, asked or supposed is on the whole not so."""

CLASSES = {"unnamed_person": 0.6, "unattributed": 0.6, "unnamed_official": 0.9, "office_holder": 0.9}
"""The chance from which the encoder's class of a voice stands against these of the rules; the others stand on words."""

PLAIN_ACTS, PLAIN = ("say", "claim"), 0.7
"""What the rules say of a cue that names no other act, and the chance from which the encoder's speech act stands."""

EVENT, CONTENT = 0.6, ("VERB", "NOUN", "ADJ")
"""The chance from which a word tells an event that the rules take for none ("They let us pass", "was in custody")."""

WORTH = 0.7
"""The chance from which the encoder says what can be checked."""


def weighed(parse: Parse, i: int, state: State) -> State:
    """The state of the act at token ``i`` after the encoder was asked."""
    guess = parse.encoded.act(parse.starts[i]) if parse.encoded is not None else None
    if guess is None:
        return state
    inside = sum(WEIGHT[name] * chance for name, chance in guess.factuality)
    expected = mixed(inside, guess.reader, READER)
    if parse.child(i, "neg") is None and _overruled(state, guess.status):  # the rules see how far a "not" reaches
        likeliest = max(guess.factuality, key=lambda each: each.chance).label
        return State(guess.status.label, mixed(state.score, expected, SHARE_OVERRULED), state.because, likeliest)
    share = SHARE if state.because else SHARE_UNMARKED
    return State(state.status, mixed(state.score, expected, share), state.because, value(state.score))


def tells_event(parse: Parse, i: int) -> bool:
    """True if the encoder is sure of an event at token ``i``, of whatever type."""
    if parse.encoded is None or parse.pos[i] not in CONTENT or not parse.word(i).isalpha():
        return False
    return parse.encoded.told(parse.starts[i]) >= EVENT


def _overruled(state: State, guess: Guess) -> bool:
    """Where the rules had no reason, or one that leaves much open; the encoder never makes an act done.

    A deed too many costs more than one too few.
    """
    doubtful = state.status in OPEN if state.because else state.status == "done"
    return doubtful and guess.label not in (state.status, "done") and guess.chance >= OVERRULED


def mixed(first: float, second: float, share: float) -> float:
    """Two scores, by the share of the second.

    >>> mixed(3.0, 1.0, 0.25)
    2.5
    """
    return (1 - share) * first + share * second


def source_class(parse: Parse, ruled: str, source: Spans, cue: Spans) -> str:
    """The class of a voice: nobody named, nobody speaks; and only a name, or a pronoun for one, makes it named."""
    guess = _heard(parse, source, cue)
    if guess is None or guess.source_class.label == "unattributed":
        return ruled
    label, chance = guess.source_class
    if label.startswith("named") and not _named(parse, source):
        return ruled
    return label if chance >= CLASSES.get(ruled, 1.1) else ruled


def _named(parse: Parse, source: Spans) -> bool:
    return any(parse.pos[i] in ("PROPN", "PRON") for span in source for i in parse.tokens(*span))


def speech_act(parse: Parse, ruled: str, source: Spans, cue: Spans) -> str:
    """What a voice does by saying it: the cue's own word decides, the encoder where it is a plain one."""
    guess = _heard(parse, source, cue)
    sure = guess is not None and ruled in PLAIN_ACTS and guess.speech_act.chance >= PLAIN
    return guess.speech_act.label if guess is not None and sure else ruled


def checkworthy(parse: Parse, ruled: tuple[bool, Spans], source: Spans, cue: Spans) -> tuple[bool, Spans]:
    """Whether what is said can be checked, with its reason: the rules' words, or the cue where the encoder differs."""
    guess = _heard(parse, source, cue)
    if guess is None or guess.worth.chance < WORTH:
        return ruled
    verdict = guess.worth.label == "fact"
    return verdict, (ruled[1] if verdict == ruled[0] and ruled[1] else cue)


def _heard(parse: Parse, source: Spans, cue: Spans) -> CueGuess | None:
    """The encoder's voice with the same cue and a word of the same source."""
    if parse.encoded is None:
        return None
    guesses = [guess for span in cue if (guess := parse.encoded.cue(*span)) is not None]
    return next((guess for guess in guesses if touch(guess.source[0], source)), None)
