"""Which of the two decides, the rules or the encoder: the encoder's answers are made up here, word by word."""

from __future__ import annotations

from dataclasses import replace

import numpy
import pytest

from fogline.models import english
from fogline.models.encoded import CueGuess, Encoded, Guess, answers
from fogline.models.heads import LABELS, columns
from fogline.models.parse import Parse
from fogline.reading.attribution import find_attributions
from fogline.reading.claims import find_claims
from fogline.reading.factuality import judge
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report, Span

COLUMNS = columns(LABELS)
SURE, UNSURE = 20.0, 1.0


def told(text: str, word: str, status: str, value: str, logit: float = SURE) -> tuple[Parse, int]:
    """The parse of a text whose encoder says of one word that it has a status and a FactBank value."""
    at = text.index(word)
    row = numpy.zeros(COLUMNS["entity"].stop, dtype="float32")
    row[COLUMNS["status"].start + LABELS["status"].index(status)] = logit
    row[COLUMNS["factuality"].start + LABELS["factuality"].index(value)] = logit
    spans = (Span(at, at), Span(at, at + len(word)), Span(at + len(word), at + len(word)))
    parse = english.parse(text, sentences(text))
    return replace(parse, encoded=Encoded((answers(spans, numpy.stack([row] * 3)),), ())), parse.tokens(*spans[1])[0]


def voiced(text: str, guess: CueGuess) -> tuple[Report, Parse, Reading]:
    ready = sentences(text)
    parse = replace(english.parse(text, ready), encoded=Encoded((), (guess,)))
    return Report(id="t", text=text), parse, Reading(sentences=ready)


def cue(text: str, words: str, source: str, content: str, **labels: str) -> CueGuess:
    def at(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    said = {"speech_act": "say", "source_class": "unnamed_person", "worth": "fact", **labels}
    sure = {head: Guess(label, 0.99) for head, label in said.items()}
    return CueGuess(at(words), 0.99, ((at(source),), 0.99), ((at(content),), 0.99), **sure)


def test_the_encoder_decides_where_no_word_does() -> None:
    parse, at = told("The army shelled the port at dawn.", "shelled", "not_done", "CT-")
    state = judge(parse, at)
    assert (state.status, state.value) == ("not_done", "CT-")
    assert state.score < -1


def test_unsure_it_decides_nothing() -> None:
    parse, at = told("The army shelled the port at dawn.", "shelled", "not_done", "CT-", UNSURE)
    assert judge(parse, at).status == "done"


def test_it_never_makes_an_act_done() -> None:
    parse, at = told("The column may shell the town.", "shell", "done", "CT+")
    assert judge(parse, at).status == "possible"


@pytest.mark.parametrize("text", ["The army denied that it shelled the port.", "The army never shelled the port."])
def test_words_that_decide_are_kept(text: str) -> None:
    ruled = judge(english.parse(text, sentences(text)), english.parse(text, sentences(text)).tokens(*_at(text))[0])
    parse, at = told(text, "shelled", "planned", "Uu")
    assert (judge(parse, at).status, judge(parse, at).because) == (ruled.status, ruled.because)


def _at(text: str) -> tuple[int, int]:
    return text.index("shelled"), text.index("shelled") + len("shelled")


def test_scores_are_mixed_and_stay_on_the_scale() -> None:
    parse, at = told("The army shelled the port.", "shelled", "done", "PS+")
    ruled = judge(replace(parse, encoded=None), at).score
    assert 0 < judge(parse, at).score < ruled <= 3


def test_a_voice_that_no_rule_heard() -> None:
    text = "The harbour master griped that the cranes had been seized."
    report, parse, so_far = voiced(text, cue(text, "griped", "The harbour master", "the cranes had been seized"))
    (voice,) = find_attributions(report, parse, so_far)
    assert [text[a:b] for a, b in voice.source] == ["The harbour master"]
    assert text[voice.content[0].start : voice.content[-1].end].endswith("the cranes had been seized")


@pytest.mark.parametrize(
    ("text", "words", "source", "content"),
    [
        ("I griped that the cranes had been seized.", "griped", "I", "the cranes had been seized"),
        ("The storm had emptied the port of ships.", "had", "The storm", "emptied the port of ships"),
        ("The envoy did not gripe that cranes were seized.", "gripe", "The envoy", "cranes were seized"),
        ("The envoy griped about the port.", "griped", "The envoy", "the port"),
    ],
)
def test_no_voice_of_nobody_or_of_nothing(text: str, words: str, source: str, content: str) -> None:
    assert find_attributions(*voiced(text, cue(text, words, source, content))) == ()


def test_class_and_act_where_the_words_are_plain() -> None:
    text = "The Left said the raid was a disgrace."
    guess = cue(
        text, "said", "The Left", "the raid was a disgrace",
        source_class="named_organisation", speech_act="criticise", worth="opinion",
    )  # fmt: skip
    report, parse, so_far = voiced(text, guess)
    (voice,) = find_attributions(report, parse, so_far)
    claim = next(c for c in find_claims(report, parse, replace(so_far, attributions=(voice,))) if c.attribution)
    assert (voice.source_class, claim.speech_act, claim.checkworthy) == ("named_organisation", "criticise", False)
    assert claim.because


def test_an_act_that_the_cue_names_is_kept() -> None:
    text = "The navy denied that it had sunk the ferry."
    report, parse, so_far = voiced(text, cue(text, "denied", "The navy", "it had sunk the ferry", speech_act="praise"))
    (voice,) = find_attributions(report, parse, so_far)
    claim = next(c for c in find_claims(report, parse, replace(so_far, attributions=(voice,))) if c.attribution)
    assert claim.speech_act == "deny"
