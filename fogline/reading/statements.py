"""Statements that a line announces: "X released the following statement:", "X said:", a name with a dash or colon."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.reading.endings import paragraph_end, stands_below
from fogline.reading.noun_phrases import head, noun_of, phrase
from fogline.reading.releases import issuer as office_of
from fogline.reading.sources import passive, speaker
from fogline.reading.transcripts import LONGEST_NAME, speaks
from fogline.reading.voices import Page, Tokens, Voice
from fogline.tables.lexicon_voices import cues

OWN = {"i", "we", "my", "our", "us", "me"}
STATING = {"say", "state", "add", "comment", "declare", "write", "continue", "conclude", "tell", "reply", "respond"}
TEXTS = {
    "statement", "communique", "communiqué", "message", "declaration", "account", "announcement", "answer", "reply",
    "response", "remark", "comment", "word", "explanation", "update", "notice", "letter", "appeal", "post", "note",
}  # fmt: skip
ISSUING = {
    "release", "issue", "put", "publish", "give", "make", "provide", "send", "read", "share", "deliver", "offer",
    "circulate", "carry", "post", "write", "say", "state", "distribute", "broadcast", "record", "include", "begin",
}  # fmt: skip
POINTING = {"following", "this", "these"}
SPOKEN = TEXTS - {"announcement", "account", "update", "notice", "note", "word"}  # one text, told from end to end
CLOSING = {'"', "”", "''"}
LONGEST_STATEMENT = 8  # paragraphs


def announcing(page: Page, n: int, mark: int | None = None) -> int | None:
    """The verb of a sentence that announces what comes next: "issued the following statement", "said this:".

    ``mark`` is the token that ends the announcement, if not the sentence's last.
    """
    parse = page.parse
    first, stop = parse.sents[n]
    end = _last(page, n) if mark is None else mark
    if parse.word(end) not in {":", ".", "—", "–"} or page.quoted(end):
        return None
    marked = next((i for i in range(first, stop) if _announces(page, i, end)), None)
    above = [] if marked is None else [i for i in (marked, *parse.ancestors(marked)) if parse.pos[i] == "VERB"]
    verb = next((i for i in above if parse.lower(i) != "following"), None)
    if verb is None and marked is not None:
        verb = next((i for i in range(marked, first, -1) if parse.lemmas[i] in ISSUING), None)
    return verb if verb is not None and parse.lemmas[verb] in ISSUING | STATING else None


def _announces(page: Page, i: int, end: int) -> bool:
    """A token that points to the next words: "the following (statement)", "this account", "a statement ...:"."""
    parse = page.parse
    if page.quoted(i) or i >= end:
        return False
    if parse.lower(i) == "follows" and parse.lower(i - 1) == "as":
        return True
    ahead = range(i + 1, min(i + 4, end))
    text = next((k for k in ahead if parse.lemmas[k] in TEXTS), None)
    if parse.lower(i) == "following" and parse.lower(i - 1) == "the":
        return text is not None or i + 1 == end or parse.pos[i + 1] in ("ADP", "PUNCT")
    pointing = parse.lower(i) in POINTING and text is not None
    return pointing or (parse.word(end) == ":" and parse.lemmas[i] in TEXTS and parse.deps[i] in ("dobj", "nsubjpass"))


def _last(page: Page, n: int) -> int:
    """The last token of a sentence that is not white space."""
    first, stop = page.parse.sents[n]
    return next((i for i in range(stop - 1, first, -1) if page.parse.word(i).strip()), first)


def announced(page: Page, tokens: range) -> int | None:
    """The verb that announces a passage which opens a sentence of its own, from the sentence before."""
    parse = page.parse
    n = parse.sent_of[tokens[0]]
    if not n or page.words(range(parse.sents[n][0], tokens[0])) or page.paragraph_of[n] - page.paragraph_of[n - 1] > 1:
        return None
    return announcing(page, n - 1)


def issuer(page: Page, verb: int) -> Tokens:
    """Whose statement it is, where the verb has no doer: "a statement from the junta was read out"."""
    parse = page.parse
    text = parse.child(verb, "nsubjpass") if passive(parse, verb) else None
    owners = () if text is None else (*parse.children(text, "poss"), *_givers(page, text))
    owner = next(iter(owners), None)
    return () if owner is None else tuple(i for i in phrase(page, owner, text) if parse.tags[i] != "POS")


def _givers(page: Page, text: int) -> Iterator[int]:
    parse = page.parse
    for prep in parse.children(text, "prep"):
        if parse.lower(prep) in ("from", "by", "of"):
            yield from parse.children(prep, "pobj")


def statements(page: Page) -> Iterator[Voice]:
    """As in "The minister said:" at the end of a paragraph: the unquoted paragraphs behind it are the statement."""
    parse = page.parse
    release = _is_release(page)
    for n, (first, _) in enumerate(parse.sents[:-1]):
        last, opens = _last(page, n), parse.sents[n + 1][0]
        left_open = _left_open(page, opens)
        if left_open is None and (page.quoted(opens) or page.paragraph_of[n] == page.paragraph_of[n + 1]):
            continue
        colon = parse.word(last) == ":"
        says = next((i for i in range(last - 1, first, -1) if colon and _says(page, i)), None)
        verb = announcing(page, n) if says is None else says
        if verb is None:
            continue
        whole = colon and any(parse.lemmas[i] in SPOKEN and parse.tags[i] == "NN" for i in range(verb, last))
        told = _told(page, n + 1, _who(page, verb), sure=says is not None or whole, release=release or whole)
        end = left_open or told
        if end > opens:
            yield _stated(page, verb, range(opens, end))


def inline_statements(page: Page) -> Iterator[Voice]:
    """As in "Reeve said: The port is open. We will rebuild it.": in the first person, to the paragraph's end."""
    parse = page.parse
    release = _is_release(page)
    for n, (first, stop) in enumerate(parse.sents):
        colon = next((i for i in range(first + 1, stop - 2) if parse.word(i) == ":"), None)
        if colon is None or page.quoted(colon):
            continue
        verb = next((i for i in range(colon - 1, max(first, colon - 6), -1) if _says(page, i)), None)
        left_open = _left_open(page, colon + 1)
        announces = announcing(page, n, colon) if left_open is not None else None
        if left_open is not None and (verb or announces):
            yield _stated(page, verb or announces or colon, range(colon + 1, left_open))
        if page.quoted(colon + 1) or not parse.word(colon + 1)[0].isupper():
            continue
        told = range(colon + 1, paragraph_end(page, n))
        plain = all(page.quotations[page.quote_of[i]].scare for i in told if page.quoted(i))
        if verb is not None and plain and any(parse.lower(i) in OWN for i in told):
            yield _stated(page, verb, range(colon + 1, _told(page, n, _who(page, verb), sure=True, release=release)))


def _is_release(page: Page) -> bool:
    """An office's own release; also a report of no outlet in which nobody's words stand in marks."""
    plain = page.report.outlet is None and all(q.scare for q in page.quotations)
    return plain or office_of(page.report, ()) is not None


def _stated(page: Page, verb: int, told: range) -> Voice:
    known = cues("verb").get(page.parse.lemmas[verb])
    act, kind = (known.act, known.kind) if known is not None else ("say", "speech")
    return Voice(verb, _who(page, verb), (verb,), tuple(told), act, kind, "statement")


def _who(page: Page, verb: int) -> Tokens:
    return speaker(page, verb) or issuer(page, verb)


def _says(page: Page, i: int) -> bool:
    cue = cues("verb").get(page.parse.lemmas[i])
    return cue is not None and cue.lemma in STATING and page.parse.pos[i] == "VERB" and not page.quoted(i)


def _told(page: Page, n: int, who: Tokens, *, sure: bool, release: bool) -> int:
    """Where a statement ends that begins in the n-th sentence, if sure at least behind its paragraph.

    In an office's own release it goes on to the first paragraph that cannot be the speaker's; else to the last
    paragraph near by in the first person.
    """
    parse = page.parse
    end = paragraph_end(page, n) if sure else parse.sents[n][0]
    for k in range(n, len(parse.sents)):
        below = page.paragraph_of[k] - page.paragraph_of[n]
        begins = below > 0 and page.paragraph_of[k] != page.paragraph_of[k - 1]
        if below > LONGEST_STATEMENT or page.quoted(parse.sents[k][0]) or (begins and _another(page, k, who)):
            break
        own = any(parse.lower(i) in OWN for i in range(*parse.sents[k]))
        if own or (sure and release):
            end = paragraph_end(page, k)
    return end


def _another(page: Page, n: int, who: Tokens) -> bool:
    """A paragraph that is not the speaker's: another voice's, a heading, a note, or one that tells of the speaker."""
    parse = page.parse
    tokens = range(parse.sents[n][0], paragraph_end(page, n))
    if stands_below(page, n) or any(page.quoted(i) and not page.quotations[page.quote_of[i]].scare for i in tokens):
        return True
    sentences = range(n, parse.sent_of[tokens[-1]] + 1)
    announced_here = any(parse.word(_last(page, k)) == ":" or announcing(page, k) is not None for k in sentences)
    return announced_here or any(_is_told_of(page, i, who) for i in tokens)


def _is_told_of(page: Page, i: int, who: Tokens) -> bool:
    """The speaker, in the third person, as a subject: "Mr Reeve will travel", "The minister arrived"."""
    parse = page.parse
    if parse.deps[i] not in ("nsubj", "nsubjpass") or not who:
        return False
    main = noun_of(parse.lemmas[head(page, who)])
    body = main is not None and main.voice in ("named_organisation", "document")
    titles = {parse.lower(k) for k in who if parse.pos[k] in ("PROPN", "NOUN") and _names_a_person(page, k)}
    return not body and parse.lower(i) in titles


def _names_a_person(page: Page, k: int) -> bool:
    """A word of a person's name or office; "Office" in "a Foreign Office spokesman" is neither."""
    noun = noun_of(page.parse.lemmas[k])
    office = noun is not None and noun.voice not in ("named_organisation", "document")
    return office or page.parse.label(k) == "PERSON"


def _left_open(page: Page, opens: int) -> int | None:
    """Behind the paragraph that closes a passage whose first paragraph left it open; None if nothing does."""
    parse = page.parse
    if not page.quoted(opens):
        return None
    passage = page.quotations[page.quote_of[opens]]
    n = parse.sent_of[opens]
    if passage.runs_on or parse.text[passage.end - 1] in CLOSING:
        return None
    for k in range(n, len(parse.sents)):
        if page.paragraph_of[k] - page.paragraph_of[n] > LONGEST_STATEMENT:
            return None
        last = _last(page, k)
        begins = page.paragraph_of[k] != page.paragraph_of[n] and page.paragraph_of[k] != page.paragraph_of[k - 1]
        if begins and page.quoted(parse.sents[k][0]):
            return None
        if parse.word(last) in CLOSING and paragraph_end(page, k) == parse.sents[k][1]:
            return parse.sents[k][1]
    return None


def block_quotations(page: Page) -> Iterator[Voice]:
    """A paragraph that ends in a name and a colon, and the quoted paragraph behind it."""
    parse = page.parse
    for n, (first, _) in enumerate(parse.sents[:-1]):
        last, opens = _last(page, n), parse.sents[n + 1][0]
        if parse.word(last) != ":" or page.quoted(last) or not page.quoted(opens):
            continue
        if any(parse.lemmas[i] in cues("verb") for i in range(first, last)) or announcing(page, n) is not None:
            continue
        name = [i for i in range(max(first, last - LONGEST_NAME), last) if parse.pos[i] == "PROPN"]
        if name and name[-1] == last - 1 and parse.label(last - 1) in ("PERSON", "ORG"):
            quoted = tuple(page.quote_tokens(page.quote_of[opens]))
            yield Voice(last, tuple(name), (last,), quoted, "say", "speech")


def signatures(page: Page) -> Iterator[Voice]:
    """A quoted paragraph with its speaker's name behind a dash."""
    parse = page.parse
    for n, quotation in enumerate(page.quotations):
        tokens = page.quote_tokens(n)
        if not tokens or quotation.scare or tokens[-1] + 2 >= len(parse):
            continue
        dash, end = tokens[-1] + 1, paragraph_end(page, parse.sent_of[tokens[-1]])
        name = tuple(i for i in range(dash + 1, min(end, len(parse))) if parse.word(i).strip(" .\n"))
        if parse.word(dash) in {"—", "–", "--", "―"} and 0 < len(name) <= LONGEST_NAME and speaks(page, name):
            yield Voice(dash, name, (dash,), tuple(tokens), "say", "speech", "statement")
