"""Voices without a verb of their own: "according to", "reportedly", "the accusation that", "Kyiv: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.models.parse import Parse
from fogline.reading.contents import whole_quotes
from fogline.reading.cues import nouns
from fogline.reading.noun_phrases import phrase
from fogline.reading.repairs import cut_at_contrast, summary_noun
from fogline.reading.sources import speaker
from fogline.reading.speakers import known_country
from fogline.reading.voices import Page, Tokens, Voice, entities_in
from fogline.tables.lexicon_voices import Cue, cue_phrases, cues, source_nouns

LIGHT = frozenset(
    [
        "make",
        "issue",
        "express",
        "voice",
        "raise",
        "release",
        "deliver",
        "repeat",
        "hold",
        "have",
        "give",
        "reiterate",
        "level",
        "file",
    ]
)
REACTIONS = {"criticise", "praise", "doubt"}
MEETING = {"meet", "draw", "face", "prompt", "spark", "provoke", "attract", "win", "earn", "receive", "trigger"}
OWN = {"i", "we", "my", "our", "us", "me"}
STATING = {"say", "state", "add", "comment", "declare", "write", "continue", "conclude", "tell", "reply", "respond"}
LONGEST_STATEMENT = 8  # paragraphs
LONGEST_NAME = 7  # tokens before the colon of a headline or a transcript


def phrase_voices(page: Page) -> Iterator[Voice]:
    """All voices of this module."""
    yield from fixed_phrases(page)
    yield from colons(page)
    yield from block_quotations(page)
    yield from signatures(page)
    yield from statements(page)
    yield from nominal(page)
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
    """Behind "According to" at the head of a sentence, the voice ends where the sentence itself begins."""
    comma = next((i for i in source if page.parse.word(i) == ","), None)
    return tuple(i for i in source if comma is None or i < comma)


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
        tree = [i for i in parse.subtree(verb) if i not in cue]
        return Voice(cue[0], (), cue, tuple(tree), act, "hearsay")
    return None


def colons(page: Page) -> Iterator[Voice]:
    """As in "Kyiv: depot destroyed" in a headline or transcript, "Depot destroyed: ministry" in a headline."""
    parse = page.parse
    previous = -1
    for n, (first, stop) in enumerate(parse.sents):
        begins, previous = page.paragraph_of[n] != previous, page.paragraph_of[n]
        colon = next((i for i in range(first, stop) if parse.word(i) == ":"), None)
        if colon is None or not begins or page.quoted(colon) or colon + 1 >= stop:
            continue
        name = tuple(range(first, colon))
        told = page.words(range(colon + 1, stop))
        if 0 < len(name) <= LONGEST_NAME and len(told) > 1 and _speaks(page, name):
            yield Voice(colon, name, (colon,), tuple(range(colon + 1, _paragraph_end(page, n))), "say", "speech")
        elif _headline(page, first, stop) and stop - colon - 1 <= 4 and _speaks(page, tuple(range(colon + 1, stop))):
            yield Voice(colon, tuple(range(colon + 1, stop)), (colon,), name, "say", "speech")


def block_quotations(page: Page) -> Iterator[Voice]:
    """A paragraph that ends in a name and a colon, and the quoted paragraph behind it."""
    parse = page.parse
    for n, (first, stop) in enumerate(parse.sents[:-1]):
        last = next((i for i in range(stop - 1, first, -1) if parse.word(i).strip()), first)
        opens = parse.sents[n + 1][0]
        if parse.word(last) != ":" or page.quoted(last) or not page.quoted(opens):
            continue
        if any(parse.lemmas[i] in cues("verb") for i in range(first, last)):
            continue
        name = [i for i in range(max(first, last - LONGEST_NAME), last) if parse.pos[i] == "PROPN"]
        if name and name[-1] == last - 1 and {"PERSON", "ORG"} & set(entities_in(parse, last - 1, last - 1)):
            quoted = tuple(page.quote_tokens(page.quote_of[opens]))
            yield Voice(last, tuple(name), (last,), quoted, "say", "speech")


def signatures(page: Page) -> Iterator[Voice]:
    """A quoted paragraph with its speaker's name behind a dash."""
    parse = page.parse
    for n, quotation in enumerate(page.quotations):
        tokens = page.quote_tokens(n)
        if not tokens or quotation.scare or tokens[-1] + 2 >= len(parse):
            continue
        dash, end = tokens[-1] + 1, _paragraph_end(page, parse.sent_of[tokens[-1]])
        name = tuple(i for i in range(dash + 1, min(end, len(parse))) if parse.word(i).strip(" .\n"))
        if parse.word(dash) in {"—", "–", "--", "―"} and 0 < len(name) <= LONGEST_NAME and _speaks(page, name):
            yield Voice(dash, name, (dash,), tuple(tokens), "say", "speech", "statement")


def statements(page: Page) -> Iterator[Voice]:
    """As in "The minister said:" at the end of a paragraph: the unquoted paragraphs behind it are the statement."""
    parse = page.parse
    for n, (first, stop) in enumerate(parse.sents[:-1]):
        last = next((i for i in range(stop - 1, first, -1) if parse.word(i).strip()), first)
        opens = parse.sents[n + 1][0]
        if parse.word(last) != ":" or page.quoted(opens) or page.paragraph_of[n] == page.paragraph_of[n + 1]:
            continue
        verb = next((i for i in range(last - 1, first, -1) if _says(page, i)), None)
        end = _statement_end(page, n + 1)
        if verb is not None and end > opens:
            cue = cues("verb")[parse.lemmas[verb]]
            statement = tuple(range(opens, end))
            yield Voice(verb, speaker(page, verb), (verb,), statement, cue.act, cue.kind, "statement")


def _says(page: Page, i: int) -> bool:
    cue = cues("verb").get(page.parse.lemmas[i])
    return cue is not None and cue.lemma in STATING and page.parse.pos[i] == "VERB" and not page.quoted(i)


def _statement_end(page: Page, n: int) -> int:
    """The end of the last paragraph near by that speaks in the first person, at least of the next one."""
    parse = page.parse
    end = _paragraph_end(page, n)
    for k in range(n, len(parse.sents)):
        if page.paragraph_of[k] - page.paragraph_of[n] > LONGEST_STATEMENT or page.quoted(parse.sents[k][0]):
            break
        if any(parse.lower(i) in OWN for i in range(*parse.sents[k])):
            end = _paragraph_end(page, k)
    return end


def _paragraph_end(page: Page, n: int) -> int:
    """The token behind the paragraph that holds the n-th sentence."""
    while n + 1 < len(page.parse.sents) and page.paragraph_of[n + 1] == page.paragraph_of[n]:
        n += 1
    return page.parse.sents[n][1]


def _speaks(page: Page, name: Tokens) -> bool:
    """A name or a noun for a voice, with no verb in it; "The truce in Congo" names a subject, and no voice."""
    parse = page.parse
    words = page.words(name)
    if not words or any(mark in parse.word(i) for i in name for mark in "(["):
        return False
    if any(parse.pos[i] in ("VERB", "AUX") for i in words):
        return False
    edge = next((i for i in name if i > name[0] and (parse.pos[i] == "ADP" or parse.word(i) == ",")), name[-1] + 1)
    main = max(i for i in words if i < edge) if words[0] < edge else words[0]
    entity = bool({"PERSON", "ORG", "GPE", "NORP"} & set(entities_in(parse, main, main)))
    proper = all(parse.word(i)[0].isupper() or i in words[1:-1] for i in words)
    return parse.lemmas[main] in source_nouns() or ((entity or known_country(parse.word(main)) is not None) and proper)


def _headline(page: Page, first: int, stop: int) -> bool:
    """A line without a final stop, at the top of the text."""
    last = next((i for i in range(stop - 1, first, -1) if page.parse.word(i).strip()), first)
    return page.parse.word(last) not in {".", "!", "?"} and page.parse.sent_of[first] < 3


def nominal(page: Page) -> Iterator[Voice]:
    """As in "Kyiv's accusation that ...", "threats from the group to ...", "made a claim that ..."."""
    for noun, cue in nouns(page):
        content, preposition = _noun_content(page, noun, cue)
        if len(page.words(content)) >= 2 and not page.quoted(noun):
            source = _noun_source(page, noun)
            if source or ("c" in cue.frames and preposition is None and page.parse.lower(content[0]) == "that"):
                words = (noun,) if preposition is None else (noun, preposition)
                yield Voice(noun, source, words, tuple(i for i in content if i not in source), cue.act, cue.kind)


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
        if {"NORP", "GPE"} & set(entities_in(parse, child, child)):
            return (child,)
    head = parse.heads[noun]
    if parse.deps[noun] == "dobj" and parse.lemmas[head] in LIGHT:
        return speaker(page, head)
    return ()
