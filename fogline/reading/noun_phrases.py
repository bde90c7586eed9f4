"""Noun phrases that name a voice: their edges, titles and offices, and the person that a "who" stands for."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading.voices import Page, Tokens, entities_in
from fogline.tables import actors
from fogline.tables.lexicon_voices import SourceNoun, source_nouns

NOUNS = {"NOUN", "PROPN", "PRON"}
OF_OFFICES = ("NOUN", "PROPN", "ADJ", "DET", "PART", "NUM")
LONGEST_OFFICE = 10  # words before the comma
NICKNAME = 4  # tokens, marks included


def phrase(page: Page, noun: int, stop: int | None = None) -> Tokens:
    """The noun's phrase with appositions, without relative clauses; it never crosses ``stop``."""
    parse = page.parse
    hidden: set[int] = set()
    for child in parse.subtree(noun):
        if child != noun and parse.deps[child] in ("relcl", "advcl", "ccomp", "parataxis"):
            hidden.update(parse.subtree(child))
    tokens = [i for i in parse.subtree(noun) if i not in hidden]
    if stop is not None:
        tokens = [i for i in tokens if (i < stop) == (noun < stop) and i != stop]
    return _around(page, tokens, noun)


def _around(page: Page, tokens: list[int], noun: int) -> Tokens:
    """The unbroken stretch around the noun, with commas inside it but not at its ends or outside its quotation."""
    own = -1 if _nickname(page, noun) else page.quote_of[noun]
    held = {i for i in tokens if page.quote_of[i] == own or _nickname(page, i)}
    first = last = noun
    while first - 1 in held:
        first -= 1
    while last + 1 in held:
        last += 1
    while last > noun and not page.is_word(last) and page.parse.word(last) != ")":
        last -= 1
    while first < noun and not page.is_word(first):
        first += 1
    return tuple(range(_with_title(page.parse, first), last + 1))


def _nickname(page: Page, i: int) -> bool:
    """Inside the marks of "Mary “Kit” Lowe": part of the name, no quotation."""
    parse, n = page.parse, page.quote_of[i]
    inside = page.quote_tokens(n) if n >= 0 else range(0)
    if not 0 < len(inside) <= NICKNAME or inside.start == 0 or inside.stop >= len(parse):
        return False
    return parse.pos[inside.start - 1] == parse.pos[inside.stop] == "PROPN"


def with_office(page: Page, source: Tokens) -> Tokens:
    """The whole of "port operations director Capt. Ivan Petrov", where the parser cut off the office."""
    parse = page.parse
    if not source or parse.pos[source[0]] != "PROPN":
        return source
    first, start = source[0], parse.sentence(source[0]).start
    if first > start and parse.word(first - 1) == ",":
        return _with_opening_office(page, source)
    while first > start and parse.pos[first - 1] in ("NOUN", "PROPN", "ADJ", "PART") and not page.quoted(first - 1):
        first -= 1
    before = parse.word(first - 1) if first > start else ","
    dated = {"DATE", "TIME"} & set(entities_in(parse, first, source[0] - 1)) if first < source[0] else True
    nouns = any(parse.lemmas[i] in source_nouns() for i in range(first, source[0]))
    return source if dated or not nouns or before != "," else (*range(first, source[0]), *source)


def _with_opening_office(page: Page, source: Tokens) -> Tokens:
    """As in "Minister for the Gulf, Ann Reeve said": the office that opens the sentence is the speaker's."""
    parse = page.parse
    opening = range(parse.sentence(source[0]).start, source[0] - 1)
    words = [i for i in opening if not parse.word(i).isspace()]
    office = next((n for n, i in enumerate(words) if parse.lower(i) in actors.office_ends()), None)
    if office is None or len(words) > LONGEST_OFFICE or any(page.quoted(i) for i in words):
        return source
    told = all(parse.pos[i] in (*OF_OFFICES, "ADP", "CCONJ") for i in words[office:])
    led = all(parse.pos[i] in OF_OFFICES for i in words[:office])
    return (*range(words[0], source[0]), *source) if told and led else source


def _with_title(parse: Parse, first: int) -> int:
    """Where "Staff Sgt. Ivan Petrov" begins, if the parser split it at the abbreviation's stop."""
    start = parse.sentence(first).start
    while first - 2 >= start and parse.word(first - 1) == "." and parse.pos[first] == parse.pos[first - 2] == "PROPN":
        first = parse.lefts[first - 2]
    return first


def name_to(page: Page, i: int, step: int, sentence: range) -> Tokens:
    """The run of nouns, names and their determiners from a token on."""
    parse = page.parse
    found = []
    while i in sentence and parse.pos[i] in (*NOUNS, "DET", "ADJ", "NUM", "PART") and not page.quoted(i):
        found.append(i)
        i += step
    return tuple(sorted(found))


def person(page: Page, noun: int) -> int:
    """As in "an analyst at an institute in Bucharest, who": the nearest noun up the arcs that can be a "who"."""
    parse = page.parse
    at = noun
    while not _is_person(page, at):
        above = parse.heads[parse.heads[at]]
        if parse.deps[at] != "pobj" or parse.pos[above] not in NOUNS:
            return noun
        at = above
    return at


def _is_person(page: Page, noun: int) -> bool:
    parse = page.parse
    known = source_nouns().get(parse.lemmas[noun])
    person = known is not None and known.voice not in ("named_organisation", "document")
    return person or parse.pos[noun] == "PRON" or parse.label(noun) == "PERSON"


def noun_before(page: Page, i: int) -> int | None:
    """The nearest noun in the words before a token."""
    back = range(i - 1, max(page.parse.sentence(i).start, i - 8) - 1, -1)
    return next((k for k in back if page.parse.pos[k] in NOUNS), None)


def head(page: Page, source: Tokens) -> int:
    """The source's main noun: the first word whose head stands outside it."""
    held = set(source)
    outside = (i for i in source if page.parse.heads[i] not in held or page.parse.heads[i] == i)
    nouns = (i for i in outside if page.parse.pos[i] in ("NOUN", "PROPN", "PRON"))
    return next(nouns, source[0])


def noun_of(lemma: str) -> SourceNoun | None:
    """What the table says of a noun that heads a voice, capital letter or not."""
    return source_nouns().get(lemma.lower()) or source_nouns().get(lemma.lower().removesuffix("s"))
