"""The cue words of a report: verbs and nouns that give a content to a voice, with the words that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.models.parse import Parse
from fogline.reading.asides import trailing_speaker
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_voices import Cue, cues

FIRST_PERSON = {"i", "we", "you", "me", "us"}
WITH_CUE = ("aux", "auxpass", "neg", "prt")
FINITE = {"VBD", "VBP", "VBZ"}
OBJECT_OPENERS = {"that", "as", "the", "its", "any", "all", "to"}
NEGATIONS = {"not", "n't", "n’t", "never", "neither", "nor"}


def verbs(page: Page) -> Iterator[tuple[int, Cue]]:
    """Cue verbs in text order."""
    parse = page.parse
    known = cues("verb")
    for i, lemma in enumerate(parse.lemmas):
        if lemma in known and (parse.pos[i] == "VERB" or _mistagged(parse, i) or _noun_tagged(page, i)):
            yield i, known[lemma]


def _mistagged(parse: Parse, i: int) -> bool:
    """A verb of saying that the tagger takes for a noun or adjective but hangs clauses on."""
    return parse.pos[i] in ("AUX", "ADJ") and any(True for _ in parse.children(i, "ccomp", "nsubj"))


def _noun_tagged(page: Page, i: int) -> bool:
    """As in "the ministry rejects as baseless", "..., an agency reports": what the tagger took for a plural."""
    parse = page.parse
    if parse.tags[i] != "NNS" or i == parse.sentence(i).start or i + 1 >= len(parse):
        return False
    if parse.deps[i] != "ROOT":
        last = not page.words(range(i + 1, parse.sentence(i).stop))
        return last and bool(trailing_speaker(page, i))
    if parse.pos[i - 1] not in ("NOUN", "PROPN"):
        return False
    return parse.child(i, "ccomp") is not None or parse.lower(i + 1) in OBJECT_OPENERS


def negated(page: Page, verb: int) -> bool:
    """True for "did not say", "never said", "neither confirmed nor denied"."""
    parse = page.parse
    near = (k for k in parse.kids[verb] if verb - 4 <= k < verb and page.quote_of[k] == page.quote_of[verb])
    if any(parse.lower(k) in NEGATIONS for k in near):
        return True
    return parse.lower(verb - 1) in ("nor", "never", "not") if verb else False


def verb_words(page: Page, verb: int, content: Tokens, source: Tokens) -> Tokens:
    """The cue as PolNeAR marks it: auxiliaries, negation, verb, particle, preposition, "by" of a passive."""
    parse = page.parse
    taken = set(content) | set(source)
    own = [k for k in parse.children(verb, *WITH_CUE) if k not in taken and abs(k - verb) <= 6]
    own = [k for k in own if page.quote_of[k] == page.quote_of[verb]]
    own += [k for k in parse.children(verb, "agent", "prep") if k + 1 in taken and k not in taken and k - verb <= 12]
    first, last = min([verb, *own, *_neither(parse, verb)]), max([verb, *(k for k in own if k <= verb + 2)])
    middle = [i for i in range(first, last + 1) if i not in taken and page.quote_of[i] == page.quote_of[verb]]
    return tuple(sorted({*middle, *own}))


def _neither(parse: Parse, verb: int) -> Iterator[int]:
    """The first words of "has neither confirmed nor denied", from the second verb."""
    if verb < 3 or parse.lower(verb - 1) != "nor":
        return
    back = range(verb - 2, max(parse.sentence(verb).start, verb - 6) - 1, -1)
    neither = next((i for i in back if parse.lower(i) == "neither"), None)
    if neither is not None:
        yield neither
        yield from parse.children(neither + 1, "aux")


def nouns(page: Page) -> Iterator[tuple[int, Cue]]:
    """Cue nouns in text order ("the accusation that", "threats to")."""
    parse = page.parse
    known = cues("noun")
    for i, lemma in enumerate(parse.lemmas):
        if lemma in known and parse.pos[i] == "NOUN":
            yield i, known[lemma]
