"""One line is one test: the marking is both the input and the expectation, one voice a line unless two are marked."""

from __future__ import annotations

import re

import pytest

from fogline.models.english import parse
from fogline.reading.attribution import find_attributions
from fogline.reading.sentences import sentences
from fogline.records import Attribution, Entity, Mention, Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")

CASES = """
[The port authority|source] [said|cue] [that two ferries had left Odesa|content].
[The port authority|source] [said|cue] [two ferries had left Odesa on Friday|content].
[Two ferries had left Odesa|content], [the port authority|source] [said|cue].
[“Two ferries left Odesa,”|content] [the harbour master|source] [said|cue].
[“Two ferries left Odesa,”|content] [said|cue] [the harbour master|source].
[The harbour master|source] [said|cue]: [“Two ferries left Odesa.”|content]
[The harbour master|source] [called|cue] [the order “a grave mistake”|content].
[The junta|source] [has denied|cue] [shelling the market in Goma|content].
[The junta|source] [has vowed|cue] [to retake the bridge|content].
[The junta|source] [threatened|cue] [to close the strait|content].
[The junta|source] [denied|cue] [that its troops had shelled the market|content].
[Rebel commanders|source] [accused|cue] [the army of burning three villages|content].
[The bloc|source] [urged|cue] [both sides to halt the shelling|content].
[The bloc|source] [condemned|cue] [the attack on the convoy|content].
[Analysts|source] [warned|cue] [that the truce could collapse|content].
The truce held overnight, with [analysts|source] [warning|cue] [that it could collapse|content].
The budget has split the cabinet, with [critics|source] [arguing|cue] [that the fleet is too costly|content].
The raid has raised tensions, with [Norwegian officials|source] [accusing|cue] [Sweden of piracy|content].
The move drew protests, with [critics|source] [highlighting|cue] [the risks of the plan|content].
[According to|cue] [the coastguard|source], [two trawlers sank off Odesa|content].
[Two trawlers sank off Odesa|content], [according to|cue] [officials in the coastguard|source].
[The envoy|source] [declined to say|cue] [who had signed the note|content].
[Two trawlers|content] [have been described|cue] [as spy ships|content] by [the navy|source].
[The junta|source] [denied|cue] [having fired on the convoy|content].
[Staff Sgt. Ivan Petrov, a gunner|source], [said|cue] [the road was open|content].
[The Ministry|source] [rejects|cue] [as baseless the allegation of a raid on the port|content].
09:40 [Residents of Goma|source] [say|cue] [that the road has been closed since noon|content].
However, [a spokesman|source] [said|cue] [the port was open|content].
[The council|source] [condemns|cue] [the raid on the post, in which two guards died and five others were hurt|content].
[The mayor|source] [denied|cue] [ordering the attack|content].
[The junta|source] [threatened|cue] [attacks on shipping unless the blockade was lifted|content].
[The governor|source] [put|cue] [the number of dead at nine|content].
[The navy|source] [said|cue] on Sunday [it had struck a depot in Goma|content].
Asked about it in parliament, [the envoy|source] [said|cue], [“That is for the court.”|content]
[Said|cue] [the envoy|source]: [“That is for the court.”|content]
[“He must go. The port is ours.”|content] [—|cue] [Karen Hansen|source]
[“Are we safe? Probably not,”|content] [the harbour master|source] [said|cue].
[According to|cue] [the envoy|source], [“The port is closed. It is a risk.”|content]
[The port authority|source] [urged|cue] [the crews to say who had fired|content].
[The port will ask the navy for tugs|content], [a spokeswoman|source] [said|cue].
Traders shrugged at [the navy|source]’s [claim|cue] [that two trawlers were spy ships|content].
"""


def unmark(line: str) -> tuple[str, list[tuple[str, str]]]:
    return MARK.sub(r"\1", line), [(m[2], m[1]) for m in MARK.finditer(line)]


def read(text: str, so_far: Reading | None = None) -> tuple[Attribution, ...]:
    ready = sentences(text)
    found = so_far or Reading(sentences=ready)
    return find_attributions(Report(id="r1", text=text), parse(text, ready), found)


def words(text: str, a: Attribution, role: str) -> str:
    parts = (text[start:end] for start, end in getattr(a, role))
    return " ".join(re.findall(r"\w+", " ".join(parts)))


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_voice(line: str) -> None:
    text, marks = unmark(line)
    (found,) = read(text)
    for role in ("source", "content"):
        expected = " ".join(re.findall(r"\w+", " ".join(w for r, w in marks if r == role)))
        assert words(text, found, role) == expected
    cue = " ".join(re.findall(r"\w+", next(w for r, w in marks if r == "cue")))
    assert cue in words(text, found, "cue")


def test_while_begins_another_voice() -> None:
    text = "Rebel officials have claimed that the raid destroyed a depot, while Ankara has vowed to send more drones."
    first, second = read(text)
    assert words(text, first, "content") == "that the raid destroyed a depot"
    assert words(text, second, "source") == "Ankara" and second.parent is None


def test_a_denied_claim_stands_for_the_clause_before_it() -> None:
    text = "The junta has threatened to close the strait, a claim that has been denied by the foreign ministry."
    denial = next(a for a in read(text) if "denied" in words(text, a, "cue"))
    assert words(text, denial, "source") == "the foreign ministry"
    assert words(text, denial, "content").startswith("The junta has threatened to close the strait")


def test_a_joined_verb_keeps_the_first_ones_subject() -> None:
    text = (
        "The defence ministry denied that its forces had shelled the port and accused the rebels of storing drones"
        " in the silos, an accusation that was rejected by their commander."
    )
    denied, accused, rejected = read(text)
    assert words(text, denied, "content") == "that its forces had shelled the port"
    assert words(text, accused, "source") == "The defence ministry"
    assert words(text, accused, "content") == "the rebels of storing drones in the silos"
    assert words(text, rejected, "source") == "their commander"
    assert words(text, rejected, "content").startswith("accused the rebels of storing drones")
    assert (denied.parent, accused.parent, rejected.parent) == (None, rejected.id, None)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The junta says it holds the port, a claim the rebels deny.",
            "the rebels",
            "The junta says it holds the port a claim",
        ),
        ("The crew left, two aides said, and denied it on air.", "The crew", "it"),
        ("It said he was dead; the movement denied this on Sunday.", "the movement", "this"),
    ],
)
def test_denials_know_their_voice(text: str, source: str, content: str) -> None:
    denial = next(a for a in read(text) if words(text, a, "cue").startswith("den"))
    assert (words(text, denial, "source"), words(text, denial, "content")) == (source, content)


def test_parents_never_run_in_a_circle() -> None:
    text = "The navy, the mayor said, denied that the army had said, in a claim the navy rejected, that it had left."
    parents = {a.id: a.parent for a in read(text)}
    assert len(parents) > 1
    for parent in parents.values():
        at, steps = parent, 0
        while at is not None:
            at, steps = parents[at], steps + 1
            assert steps < len(parents)


def test_who_is_a_person_and_no_town() -> None:
    text = "“It is a risk,” said an analyst at an institute in Bucharest, who called the raid “a test of nerves.”"
    _, called = read(text)
    assert words(text, called, "source").startswith("an analyst") and called.source_class == "analysts"


def test_quoted_as_saying_is_a_chain_of_voices() -> None:
    text = "State radio quoted the army as saying several rockets landed in the camp."
    radio, army = read(text)
    assert (words(text, radio, "source"), words(text, army, "source")) == ("State radio", "the army")
    assert army.parent == radio.id


def test_soldiers_speak_inside_a_shopkeepers_words() -> None:
    text = "“Soldiers told us to go home,” says a shopkeeper."
    outer, inner = sorted(read(text), key=lambda a: a.parent is not None)
    assert words(text, outer, "source") == "a shopkeeper" and inner.parent == outer.id
    assert words(text, inner, "source") == "Soldiers"


def test_voices_nest() -> None:
    text = "The mayor said that the army had denied shelling the market."
    outer, inner = read(text)
    assert inner.parent == outer.id and outer.parent is None
    assert words(text, inner, "source") == "the army"


def test_participle_behind_a_comma_speaks_for_the_subject() -> None:
    text = "The minister opposed the law in parliament, arguing that it risks a wider war."
    argued = next(a for a in read(text) if words(text, a, "cue") == "arguing")
    assert words(text, argued, "source") == "The minister"


def test_a_quotation_goes_on_in_its_paragraph() -> None:
    text = "“We left at dawn,” the captain said. “Nobody was hurt on the ship.”\n\nThe ship sank."
    (voice,) = read(text)
    assert [text[a:b] for a, b in voice.content] == ["“We left at dawn,”", "“Nobody was hurt on the ship.”"]
    assert voice.style == "direct"


def test_a_headline_names_its_voice_before_a_colon() -> None:
    text = "Kyiv: Depot destroyed near Kharkiv\n\nThe depot burned for two days."
    (voice,) = read(text)
    assert words(text, voice, "source") == "Kyiv" and words(text, voice, "content").startswith("Depot destroyed")


def test_a_statement_behind_a_colon_is_the_speakers() -> None:
    text = "The foreign minister said:\n\nI welcome the truce.\n\nWe shall help the ferry crews.\n\nThe minister left."
    (voice,) = read(text)
    assert words(text, voice, "source") == "The foreign minister"
    assert words(text, voice, "content") == "I welcome the truce We shall help the ferry crews"


def test_a_reaction_names_its_voice_behind_from_or_by() -> None:
    text = "The new tax has drawn criticism from the fishing unions."
    (voice,) = read(text)
    assert words(text, voice, "source") == "the fishing unions" and words(text, voice, "content") == "The new tax"


def test_as_and_glosses_end_what_was_said() -> None:
    text = "The port said two ships had sunk, which the navy had leased, according to a letter."
    said = next(a for a in read(text) if words(text, a, "cue") == "said")
    assert words(text, said, "content") == "two ships had sunk"


def test_we_inside_anothers_words_is_that_voice() -> None:
    text = "Russian officials said that we had denied nothing and that the port was open."
    outer, *inner = read(text)
    assert all(a.source_class == outer.source_class for a in inner)


def test_hearsay_has_no_source() -> None:
    text = "Two trawlers were reportedly boarded off Odesa."
    (voice,) = read(text)
    assert not voice.source and voice.source_class == "unattributed"


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Russian officials said the bridge was open.", "unnamed_official", "RUS"),
        ("Witnesses said the bridge was open.", "witnesses", None),
        ("Residents said the bridge was open.", "residents", None),
        ("Analysts said the bridge was open.", "analysts", None),
        ("The report said the bridge was open.", "document", None),
        ("The defence minister said the bridge was open.", "office_holder", None),
    ],
)
def test_source_class(text: str, kind: str, country: str | None) -> None:
    (voice,) = read(text)
    assert (voice.source_class, voice.country) == (kind, country)


def test_a_source_takes_the_entity_of_its_mention() -> None:
    text = "The harbour agency said the bridge was open."
    agency = Entity("e1", "harbour agency", "organisation", "UKR", "GOV")
    so_far = Reading(sentences=sentences(text), entities=(agency,), mentions=(Mention("m1", 0, 18, "e1", "nominal"),))
    (voice,) = read(text, so_far)
    assert (voice.source_entity, voice.country, voice.sector) == ("e1", "UKR", "GOV")


@pytest.mark.parametrize(
    "text",
    [
        "The ship left the harbour at noon.",
        "The “special mission” ended in May.",
        "The war shows no signs of ending.",
        "It is hard to say.",
        "The liberation of the port denied the rebels a haven.",
        "The ministry did not say how many had reached the town.",
        "The port authority has not commented.",
        "Kinshasa could also ask the regional force to return.",
        "The reversal of the policy was announced at a conference.",
        "I asked him.",
        "No group claimed responsibility.",
        "The president dismissed the general.",
        "The ceasefire announced by the two armies held.",
        "He flew to an airfield, also called “the Barn”, in the north.",
        "The ceasefire in eastern Congo: what holds and what does not\n\nThe text was signed in May.",
    ],
)
def test_the_outlets_own_prose_is_no_voice(text: str) -> None:
    assert read(text) == ()


def test_the_same_text_gives_the_same_ids() -> None:
    text = "The mayor said the bridge was open. “It is open,” he added."
    assert [a.id for a in read(text)] == [a.id for a in read(text)]
