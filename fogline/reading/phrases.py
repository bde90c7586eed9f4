"""Voices without a verb of their own: "according to", "reportedly", "the accusation that", "drew criticism from"."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.models.parse import Parse
from fogline.reading.asides import as_told
from fogline.reading.contents import whole_quotes
from fogline.reading.cues import negated, nouns
from fogline.reading.noun_phrases import phrase
from fogline.reading.repairs import cut_at_contrast, summary_noun
from fogline.reading.sources import speaker
from fogline.reading.speakers import can_testify
from fogline.reading.statements import block_quotations, inline_statements, signatures, statements
from fogline.reading.transcripts import colons
from fogline.reading.voices import Page, Tokens, Voice
from fogline.tables.lexicon_voices import Cue, cue_phrases, cues

LIGHT = {
    "make", "issue", "express", "voice", "raise", "release", "deliver", "repeat", "hold", "have", "give", "reiterate",
    "level", "file",
}  # fmt: skip
LINKING = ("be", "remain", "seem", "sound")
FRAMING = {"begin", "open", "start", "end", "close", "conclude"}
REACTIONS = {"criticise", "praise", "doubt"}
MEETING = {"meet", "draw", "face", "prompt", "spark", "provoke", "attract", "win", "earn", "receive", "trigger"}


def phrase_voices(page: Page) -> Iterator[Voice]:
    """All voices that no cue verb with its own content brings."""
    yield from fixed_phrases(page)
    yield from colons(page)
    yield from block_quotations(page)
    yield from signatures(page)
    yield from statements(page)
    yield from inline_statements(page)
    yield from nominal(page)
    yield from qualities(page)
    yield from reactions(page)


def fixed_phrases(page: Page) -> Iterator[Voice]:
    """As in "according to sources within the ministry", "reportedly"."""
    parse = page.parse
    openings = {words[0] for words, _, _ in cue_phrases()}
    for i in range(len(parse)):
        if parse.lower(i) not in openings:
            continue
        for words, place, act in cue_phrases():
            cue = tuple(range(i, min(i + len(words), len(parse))))
            if tuple(parse.lower(k) for k in cue) == words:
                voice = _adverb(page, cue, act) if place == "adverb" else _source_after(page, cue, act)
                yield from () if voice is None else (voice,)


def _source_after(page: Page, cue: Tokens, act: str) -> Voice | None:
    parse = page.parse
    last = cue[-1]
    noun = next((k for c in reversed(cue) for k in parse.children(c, "pobj", "dobj") if k > last), None)
    if noun is None:
        ahead = range(last + 1, min(last + 8, parse.sentence(last).stop))
        noun = next((k for k in ahead if parse.pos[k] in ("NOUN", "PROPN", "PRON")), None)
    if noun is None or parse.lefts[noun] < last:
        return None
    source = phrase(page, noun, last)
    if cue[0] - parse.sentence(cue[0]).start <= 1:
        source = _to_comma(page, source)
        noun = source[-1]
    opening = cue[0] - parse.sentence(cue[0]).start <= 1
    own = range(cue[0], (source[-1] if opening else max(parse.rights[noun], source[-1])) + 1)
    content = whole_quotes(page, cue[0], _clause_around(page, cue[0], own))
    return Voice(cue[0], source, cue, content, act, "speech", "phrase") if content else None


def _to_comma(page: Page, source: Tokens) -> Tokens:
    """Behind "According to" at the head of a sentence, the voice ends where the sentence itself begins.

    That is its first comma, or the second, behind an apposition: "According to Ann Lowe, an envoy to Goma, ...".
    """
    parse = page.parse
    comma = next((i for i in source if parse.word(i) == ","), None)
    if comma is None:
        return source
    second = next((i for i in range(comma + 1, parse.sentence(comma).stop) if parse.word(i) == ","), comma)
    between = range(comma + 1, second)
    noun = any(parse.deps[i] == "appos" and parse.heads[i] < comma for i in between)
    told = any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in between)
    return tuple(range(source[0], second)) if noun and not told else tuple(i for i in source if i < comma)


def _clause_around(page: Page, cue: int, own: range) -> Tokens:
    """The clause that the phrase hangs on, without the phrase; cut where another voice's clause begins."""
    parse = page.parse
    verb = next((a for a in parse.ancestors(cue) if parse.pos[a] in ("VERB", "AUX")), None)
    whole = parse.subtree(verb) if verb is not None else parse.sentence(cue)
    if parse.deps[verb] in ("ccomp", "advcl", "relcl", "acl", "conj") if verb is not None else False:
        whole = parse.sentence(cue) if parse.rights[verb or 0] == parse.rights[cue] else whole
    kept = [i for i in whole if i not in own and page.quote_of[i] in (page.quote_of[cue], *_near(page, whole, cue))]
    side = [i for i in kept if i < cue]
    if len(page.words(side)) >= 3:
        return tuple(kept) if cue - 1 in side or own.stop in kept else tuple(side)
    return cut_at_contrast(page, kept, cue)


def _near(page: Page, whole: range, cue: int) -> set[int]:
    return {page.quote_of[i] for i in whole} if not page.quoted(cue) else set()


def _adverb(page: Page, cue: Tokens, act: str) -> Voice | None:
    parse = page.parse
    verb = parse.heads[cue[0]]
    if parse.pos[verb] in ("AUX", "VERB", "ADJ", "NOUN"):
        opening = [k for k in parse.children(verb, "mark") if parse.lower(k) != "that"]  # "after the bridge was ..."
        tree = [i for i in parse.subtree(verb) if i not in (*cue, *opening)]
        return Voice(cue[0], (), cue, tuple(tree), act, "hearsay")
    return None


def nominal(page: Page) -> Iterator[Voice]:
    """As in "Kyiv's accusation that ...", "threats from the group to ...", "made a claim that ..."."""
    for noun, cue in nouns(page):
        content, preposition = _noun_content(page, noun, cue)
        if len(page.words(content)) >= 2 and not page.quoted(noun):
            source = _noun_source(page, noun)
            whole = "c" in cue.frames and preposition is None and page.parse.lower(content[0]) == "that"
            if source or (whole and not _medium(page, noun)):
                words = (noun,) if preposition is None else (noun, preposition)
                yield Voice(noun, source, words, tuple(i for i in content if i not in source), cue.act, cue.kind)


def qualities(page: Page) -> Iterator[Voice]:
    """As in "The envoy was clear that ...", "made it clear that ...", "is critical of ...": who says or thinks it."""
    parse = page.parse
    known = cues("adj")
    for i, lemma in enumerate(parse.lemmas):
        verb = _being(page, i) if lemma in known and not page.quoted(i) else None
        content = _quality_content(page, i, verb, known[lemma]) if verb is not None else ()
        if verb is None or not content or negated(page, verb) or _modal(page, verb):
            continue
        source = tuple(k for k in speaker(page, verb) if k not in content)
        if source and can_testify(page, source):
            first = min([verb, *parse.children(verb, "aux", "neg")])
            last = i + 1 if content[0] == i + 2 else i  # "critical of"
            words = tuple(k for k in range(first, last + 1) if k not in source)
            yield Voice(i, source, words, content, known[lemma].act, known[lemma].kind, "clause")


def _being(page: Page, i: int) -> int | None:
    """The "was" or "made (it)" before "clear"."""
    parse = page.parse
    near = range(i - 1, max(parse.sentence(i).start, i - 4) - 1, -1)
    verb = next((k for k in near if parse.lemmas[k] in (*LINKING, "make")), None)
    if verb is None or any(parse.deps[k] == "neg" or page.parse.word(k) == "," for k in range(verb, i)):
        return None
    return verb if parse.lemmas[verb] in LINKING or parse.lemmas[i] == "clear" else None


def _quality_content(page: Page, i: int, verb: int, cue: Cue) -> Tokens:
    parse = page.parse
    for k in (*parse.children(i, "ccomp", "advcl", "prep"), *parse.children(verb, "ccomp")):
        if k < i or parse.lefts[k] > i + 3:
            continue
        if parse.deps[k] == "prep" and parse.lower(k) in cue.prepositions:
            return tuple(n for n in parse.subtree(k) if n > k)
        if parse.deps[k] != "prep" and parse.child(k, "nsubj", "nsubjpass", "expl") is not None:
            return cut_at_contrast(page, (n for n in parse.subtree(k) if n > i), i)
    return as_told(page, verb, cue)


def _modal(page: Page, verb: int) -> bool:
    return any(page.parse.tags[k] == "MD" for k in page.parse.children(verb, "aux"))


def _medium(page: Page, noun: int) -> bool:
    """As in "said in a statement that": the verb's voice, and not the statement's."""
    parse = page.parse
    prep = parse.heads[noun]
    above = parse.heads[prep]
    inside = parse.deps[noun] == "pobj" and parse.lower(prep) in ("in", "on", "at", "during")
    return inside and parse.lemmas[above] in cues("verb") and parse.pos[above] == "VERB"


def reactions(page: Page) -> Iterator[Voice]:
    """As in "the order drew criticism from the unions", "was met with scepticism by analysts"."""
    parse = page.parse
    for noun, cue in nouns(page):
        verb = next((a for a in parse.ancestors(noun) if parse.pos[a] == "VERB"), None)
        if cue.act not in REACTIONS or verb is None or verb > noun or parse.lemmas[verb] not in MEETING:
            continue
        subject = parse.child(verb, "nsubj", "nsubjpass")
        preps = (*parse.children(noun, "prep", "agent"), *parse.children(verb, "prep", "agent"))
        by = next((k for k in preps if k > noun and parse.lower(k) in ("from", "by", "among")), None)
        giver = parse.child(by, "pobj") if by is not None else None
        if by is not None and giver is not None and subject is not None and subject < verb:
            words = tuple(range(min([verb, *parse.children(verb, "aux", "auxpass")]), noun + 1))
            content = tuple(i for i in parse.subtree(subject) if i < verb)
            yield Voice(noun, phrase(page, giver), (*words, by), content, cue.act, "speech")


def _noun_content(page: Page, noun: int, cue: Cue) -> tuple[Tokens, int | None]:
    parse = page.parse
    if summary_noun(parse, noun - 1) == noun:  # "..., a promise that aid groups doubt"
        return (), None
    for child in parse.children(noun, "acl", "relcl", "ccomp", "xcomp"):
        if child > noun and parse.lefts[child] - noun <= 6:
            words = [parse.lower(i) for i in range(parse.lefts[child], min(parse.lefts[child] + 2, len(parse)))]
            infinitive = "x" in cue.frames and any(parse.tags[k] == "TO" for k in parse.kids[child])
            if infinitive or ("c" in cue.frames and words[0] == "that" and _complete(parse, child)):
                return cut_at_contrast(page, parse.subtree(child), noun), None
    for prep in parse.children(noun, "prep"):
        if parse.lower(prep) in cue.prepositions:
            return cut_at_contrast(page, (i for i in parse.subtree(prep) if i > prep), noun), prep
    return (), None


def _complete(parse: Parse, verb: int) -> bool:
    """A clause with a subject of its own beside "that": a content, and no relative clause."""
    return any(parse.lower(k) != "that" for k in parse.children(verb, "nsubj", "nsubjpass", "expl", "csubj"))


def _noun_source(page: Page, noun: int) -> Tokens:
    parse = page.parse
    owner = parse.child(noun, "poss")
    if owner is None and noun > 1 and parse.lower(noun - 1) in ("’s", "'s"):
        owner = noun - 2
    if owner is not None:
        return tuple(i for i in phrase(page, owner, noun) if parse.tags[i] != "POS")
    for prep in parse.children(noun, "prep"):
        giver = parse.child(prep, "pobj") if parse.lower(prep) in ("from", "by") else None
        if giver is not None:
            return phrase(page, giver)
    for child in parse.children(noun, "amod", "compound"):
        if parse.label(child) in ("NORP", "GPE"):
            return (child,)
    head = parse.heads[noun]
    if parse.deps[noun] == "dobj" and parse.lemmas[head] in LIGHT:
        return speaker(page, head)
    if parse.lower(head) == "with" and parse.lemmas[parse.heads[head]] in FRAMING:
        return speaker(page, parse.heads[head])
    return ()
