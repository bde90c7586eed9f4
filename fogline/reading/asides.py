"""Voices beside the clause they tell: "as X said", "..., an agency reported on Friday", "quoted X as saying"."""

from __future__ import annotations

from fogline.models.parse import Parse
from fogline.reading.noun_phrases import NOUNS, phrase
from fogline.reading.sources import own_subject, passive
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_voices import Cue

QUOTING = {"quote", "cite"}
TRAILING = {"say", "report", "add", "announce", "write", "claim", "note", "state", "tell", "confirm", "declare", "warn"}
LONGEST_TAIL = 9  # words behind a trailing cue: its day, place and medium


def quoted_as(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "P, the agency quoted X as saying": P is what X says, and with "X as saying" what the agency does."""
    parse = page.parse
    quoting, saying = (verb, said_through(parse, verb)) if cue.lemma in QUOTING else (_quoting(parse, verb), verb)
    if quoting is None or saying is None or page.words(range(saying + 1, parse.sentence(verb).stop)):
        return ()
    subject = own_subject(page, quoting)
    first = quoting if subject is None else min(quoting, parse.lefts[subject])
    before = tuple(range(parse.sentence(verb).start, first))
    if len(page.words(before)) < 2:
        return ()
    return before if verb == saying else (*before, *range(verb + 1, saying + 1))


def said_through(parse: Parse, verb: int) -> int | None:
    """The "saying" of "quoted X as saying", from the quoting verb."""
    for prep in parse.children(verb, "prep"):
        if parse.lower(prep) == "as" and parse.lemmas[verb] in QUOTING:
            return parse.child(prep, "pcomp")
    return None


def _quoting(parse: Parse, verb: int) -> int | None:
    above = parse.heads[parse.heads[verb]]
    as_saying = parse.deps[verb] == "pcomp" and parse.lower(parse.heads[verb]) == "as"
    return above if as_saying and parse.lemmas[above] in QUOTING else None


def as_told(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "As the mayor said on Monday, P" and "P, as the report notes": the clause that the aside hangs on."""
    parse = page.parse
    head, first = parse.heads[verb], parse.lefts[verb]
    if "c" not in cue.frames or cue.kind == "thought" or head == verb or parse.lower(first) != "as":
        return ()
    subject = own_subject(page, verb)
    told = any(parse.pos[i] in ("VERB", "AUX") for i in range(verb + 1, parse.rights[verb] + 1))
    if subject is None or passive(parse, verb) or told or parse.lower(first + 1) in ("if", "though", "well"):
        return ()
    own = range(first, parse.rights[verb] + 1)
    return tuple(i for i in parse.subtree(head) if i not in own and page.quote_of[i] == page.quote_of[verb])


def trailing(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "P, the agency reported on Friday": by its place, where the parser made something else of it."""
    source = trailing_speaker(page, verb)
    return tuple(range(page.parse.sentence(verb).start, source[0])) if source else ()


def hung_inside(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "A quoted B as saying P, the agency reports", if the arcs hang the last cue inside what B says."""
    parse = page.parse
    hung = (parse.deps[verb] == "ccomp" or parse.tags[verb] == "NNS") and parse.heads[verb] < verb
    return trailing(page, verb, cue) if hung else ()


def trailing_speaker(page: Page, verb: int) -> Tokens:
    """The noun phrase between a comma and a verb of saying that ends its sentence, save for a day or a medium."""
    parse = page.parse
    if parse.lemmas[verb] not in TRAILING or parse.tags[verb] not in ("VBD", "VBZ", "VBN", "VBP", "NNS"):
        return ()
    sentence, first, subject = parse.sentence(verb), verb, own_subject(page, verb)
    while first - 1 > sentence.start and _names(page, first - 1):
        first -= 1
    if subject is not None and subject < verb:
        first = min(first, parse.lefts[subject])
    behind = page.words(range(verb + 1, _citing(page, verb)))
    if first == verb or first - sentence.start < 4 or parse.word(first - 1) != "," or len(behind) > LONGEST_TAIL:
        return ()
    if any(parse.pos[i] in ("VERB", "AUX", "SCONJ") for i in behind) or not _loose(page, verb):
        return ()
    told = range(sentence.start, first)
    finite = any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in told)
    nouns = any(parse.pos[i] in NOUNS for i in range(first, verb))
    return tuple(range(first, verb)) if nouns and finite and not _opens(page, sentence.start) else ()


def _opens(page: Page, first: int) -> bool:
    """As in "After the raid began, the mayor said": a clause that only leads up to what is said."""
    return page.parse.tags[first] in ("IN", "WRB", "VBG", "VBN") or page.quoted(first)


def _names(page: Page, i: int) -> bool:
    parse = page.parse
    return parse.pos[i] in (*NOUNS, "DET", "ADJ", "NUM", "PART") and not page.quoted(i) and parse.lower(i) != "that"


def _loose(page: Page, verb: int) -> bool:
    """Nothing behind the verb that could be what it says: it ends, or goes on with a preposition, a day, a comma."""
    parse = page.parse
    behind = verb + 1
    if behind >= len(parse) or not page.is_word(behind):
        return True
    if parse.lemmas[verb] == "tell":
        return parse.pos[behind] in ("DET", "PROPN", "NOUN", "ADJ")
    return parse.pos[behind] in ("ADP", "ADV") or parse.lower(behind).endswith("day")


def _citing(page: Page, verb: int) -> int:
    """The end of the words that belong to a trailing cue: the sentence's, or before ", citing"."""
    parse = page.parse
    stop = parse.sentence(verb).stop
    return next((i for i in range(verb + 1, stop) if parse.lower(i) in ("citing", "quoting", "adding")), stop)


def cited(page: Page, citing: int, content: Tokens) -> Tokens:
    """Whom "..., citing two officials" names, as a voice of its own."""
    nouns = [i for i in content if page.parse.heads[i] == citing and page.parse.pos[i] in NOUNS]
    return phrase(page, nouns[0]) if nouns else ()


def interrupted(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "In 2022, the envoy said, the ministry lost two ships": by commas, where the arcs split the clause."""
    parse = page.parse
    if not cue.frames & {"c", "q"} or cue.kind == "evidence" or passive(parse, verb):
        return ()
    sentence = parse.sentence(verb)
    subject = parse.child(verb, "nsubj")
    edges = [verb] if subject is None else [verb, parse.lefts[subject], parse.rights[subject]]
    first, last = min(edges), max(edges)
    if last - first > 25 or first - 1 <= sentence.start or last + 2 >= sentence.stop:
        return ()
    if {parse.word(first - 1), parse.word(last + 1)} - {",", "—", "–"} or page.quoted(first - 1) != page.quoted(verb):
        return ()
    if parse.tags[last + 2] in ("VBG", "CC", "VBN") or parse.lower(last + 2) in NOT_ITS_CLAUSE:
        return ()
    start = first - 2 if parse.lower(first - 2) in ("that", "which", "who") else sentence.start
    return tuple(i for i in sentence if i >= start and not first <= i <= last and page.quoted(i) >= page.quoted(verb))


NOT_ITS_CLAUSE = {
    "while", "as", "who", "which", "when", "after", "before", "with", "whose", "where", "a", "an", "though",
}  # fmt: skip


def around(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "The strike, he said, hit a depot": the clause that the cue interrupts."""
    parse = page.parse
    head = parse.heads[verb]
    if not cue.frames & {"c", "q"} or head == verb or parse.deps[verb] not in ("parataxis", "ccomp"):
        return ()
    if parse.deps[verb] == "ccomp" and (verb > head or parse.lefts[verb] == parse.sentence(verb).start):
        return ()
    own = set(parse.subtree(verb))
    outside = [i for i in parse.subtree(head) if i not in own]
    return tuple(outside) if _set_off(page, verb) else ()


def _set_off(page: Page, verb: int) -> bool:
    """A comma, dash or mark parts the cue's own words from the clause around it."""
    parse = page.parse
    edges = (parse.lefts[verb] - 1, parse.rights[verb] + 1)
    return any(0 <= i < len(parse) and not page.is_word(i) for i in edges)


def for_whom(page: Page, verb: int, cue: Cue) -> Tokens:
    """As in "called for the rebels to leave": whom, and what is to be done, where the parser made a clause of it."""
    parse = page.parse
    if "for" not in cue.prepositions:
        return ()
    for child in parse.children(verb, "advcl", "xcomp", "ccomp"):
        first = parse.lefts[child]
        if child > verb and parse.lower(first) == "for" and parse.deps[first] == "mark":
            return tuple(range(first + 1, parse.rights[child] + 1))
    if not calling(page, verb):
        return ()
    opening = next(i for i in range(verb + 1, verb + 5) if parse.lower(i) == "for")
    return tuple(range(opening + 1, parse.sentence(verb).stop))


def calling(page: Page, verb: int) -> Tokens:
    """Who calls, in "the envoy called for all sides to leave", if the parser took the call for a participle."""
    parse = page.parse
    sentence, noun = parse.sentence(verb), parse.heads[verb]
    if parse.deps[verb] != "acl" or parse.tags[verb] not in ("VBD", "VBN") or not verb - 3 < noun < verb:
        return ()
    opening = next((i for i in range(verb + 1, min(verb + 5, sentence.stop)) if parse.lower(i) == "for"), None)
    ahead = range(0) if opening is None else range(opening + 2, min(opening + 12, sentence.stop))
    to = any(parse.tags[i] == "TO" for i in ahead)
    finite = any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") and i != verb for i in sentence)
    return phrase(page, noun, verb) if to and not finite else ()
