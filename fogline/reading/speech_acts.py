"""What a voice does by saying it: say, deny, accuse, ask ... from its cue, what it puts forward, and how."""

from __future__ import annotations

import re

from fogline.models.parse import Parse
from fogline.reading.noun_phrases import noun_of
from fogline.records import Attribution
from fogline.tables import actors
from fogline.tables.lexicon_acts import hostile
from fogline.tables.lexicon_numbers import counted_nouns
from fogline.tables.lexicon_voices import Cue, cue_phrases, cues

SELF = {"it", "they", "we", "i", "he", "she"}
NEGATIONS = {"not", "never", "neither", "nor"}
UNSURE_WHEN_NEGATED = {"confirm", "admit", "deny"}
WITHHOLDING = {"refuse", "decline", "refusal"}
REFUSING = {"reject", "rebuff", "refute", "dismiss"}  # a claim is denied by it, a proposal or a person is not
TOLD = {
    "version", "notion", "idea", "account", "story", "narrative", "link", "involvement", "evidence", "figure", "role",
}  # fmt: skip
ASKING = {"question", "q", "reporter", "interviewer", "moderator"}  # labels of a turn
ASSERTED = {"say", "claim", "accuse", "criticise", "confirm", "announce", "forecast"}
OTHERWISE = {"request": "ask", "agree": "say"}  # by lemma, whatever the cue's own act


def speech_act(parse: Parse, a: Attribution) -> str:
    """What the voice does by saying it, from its cue: say, deny, accuse, threaten, vow, warn ...

    A warning that something may happen is no threat; "warned it would strike" is one, for the speaker is to act.
    """
    tokens = [i for start, end in a.cue for i in parse.tokens(start, end)]
    if _questions(parse, a):
        return "ask"
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
    qualities = (cues("adj").get(parse.lemmas[i]) for i in tokens if parse.pos[i] == "ADJ")
    mistagged = (cues("verb").get(parse.lemmas[i]) for i in tokens)
    return next((c for found in (verbs, qualities, nouns, mistagged) for c in found if c), None)


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
    return _by_what_is_said(parse, cue, content)


def _by_what_is_said(parse: Parse, cue: Cue, content: list[int]) -> str:
    """Acts that hang on the content: who is welcomed, what is rejected, what is alleged."""
    if cue.lemma in WITHHOLDING or (cue.lemma in REFUSING and not _is_told(parse, content)):
        return "other"
    if cue.lemma == "welcome" and _is_person(parse, content):
        return "other"  # guests, not news
    if cue.lemma in ("express", "voice"):  # "expressed doubts": what is expressed says what is done
        noun = head_noun(parse, content)
        told = cues("noun").get(parse.lemmas[noun]) if noun is not None else None
        return told.act if told else cue.act
    if cue.lemma in ("allege", "allegation") and any(parse.lemmas[i] in hostile() for i in content):
        return "accuse"
    return OTHERWISE.get(cue.lemma, cue.act)


def _questions(parse: Parse, a: Attribution) -> bool:
    """The turn of a transcript's questioner, or words that are one question from beginning to end."""
    if " ".join(parse.text[s:e] for s, e in a.source).lower() in ASKING:
        return True
    words = "".join(parse.text[s:e] for s, e in a.content).strip(" \n\"'“”‘’")
    return words.endswith("?") and a.style != "indirect" and not re.search(r"[.!]\s", words)


def _is_told(parse: Parse, content: list[int]) -> bool:
    """A clause or quotation, or a noun for what is said: "the claim", "the allegation of a raid"."""
    nouns = [i for i in content if parse.pos[i] in ("NOUN", "PROPN")]
    cue = (cues("noun").get(parse.lemmas[i]) for i in nouns)
    told = any(known is not None and known.act in ASSERTED for known in cue) or any(
        parse.lemmas[i] in TOLD for i in nouns
    )
    clause = bool(content) and (parse.lower(content[0]) == "that" or head_noun(parse, content) is None)
    return told or clause


def _is_person(parse: Parse, content: list[int]) -> bool:
    noun = head_noun(parse, content)
    if noun is None:
        return False
    known = counted_nouns().get(parse.lemmas[noun])
    actor = actors.sector_nouns().get(parse.lemmas[noun])
    voice = noun_of(parse.lemmas[noun])
    speaks = voice is not None and voice.voice not in ("document", "named_organisation", "social_media")
    people = (
        speaks
        or (known is not None and known.unit == "person")
        or (actor is not None and actor.type in ("person", "force"))
    )
    return people or parse.label(noun) == "PERSON"


def head_noun(parse: Parse, tokens: list[int]) -> int | None:
    """The noun that a content which is no clause hangs by."""
    held = set(tokens)
    outside = [i for i in tokens if parse.heads[i] not in held or parse.heads[i] == i]
    return next((i for i in outside if parse.pos[i] in ("NOUN", "PROPN")), None)


def _own_doing(parse: Parse, content: list[int]) -> bool:
    """The content's first words are the speaker with "will" or "would"."""
    words = [parse.lower(i) for i in content if any(map(str.isalnum, parse.word(i)))][:4]
    words = words[1:] if words[:1] == ["that"] else words
    return len(words) > 1 and words[0] in SELF and words[1] in {"will", "would", "’ll", "'ll", "’d", "'d"}
