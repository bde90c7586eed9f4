"""Names before a colon: the turns of a transcript ("QUESTION:", "GEN. OKORO:"), and headlines ("Kyiv: ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.reading.endings import paragraph_end, stands_below
from fogline.reading.speakers import known_country
from fogline.reading.voices import Page, Tokens, Voice
from fogline.tables.lexicon_voices import source_nouns

LONGEST_NAME = 7  # tokens before the colon of a headline or a transcript
TURN = re.compile(  # "QUESTION:", "Q.", "MR. KIRBY:", "Answer:"
    r"(?P<asks>Q(?=[:.]? )|(?:QUESTION|Question|Reporter|Interviewer|Moderator)(?=:))"
    r"|(?P<answers>A(?=[:.] )|(?:ANSWER|Answer)(?=:))"
    r"|(?P<named>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}(?: \([A-Z][\w ,.]+\))?(?=:))"
)
RUBRICS = {  # what capitals before a colon say where nobody speaks
    "analysis", "also", "background", "breaking", "caption", "contact", "correction", "credit", "date", "editor",
    "exclusive", "figure", "image", "key", "listen", "live", "location", "map", "more", "note", "opinion", "photo",
    "photos", "quote", "read", "related", "see", "source", "stat", "subject", "summary", "table", "the", "update",
    "updated", "video", "watch",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn in a transcript: the sentence that opens it, the name, and the token behind the name."""

    sentence: int
    name: Tokens
    mark: int  # the colon, or the name's last token
    kind: str


def labels(page: Page) -> Iterator[Voice]:
    """Whoever speaks in a transcript: at least two turns that are not all answers."""
    turns = tuple(_turns(page))
    if len(turns) < 2 or all(turn.kind == "answers" for turn in turns):
        return
    for n, turn in enumerate(turns):
        after = turns[n + 1].sentence if n + 1 < len(turns) else _last_end(page, turn.sentence)
        end = page.parse.sents[after][0] if after < len(page.parse.sents) else len(page.parse)
        told = tuple(range(turn.mark + 1, end))
        if page.words(told):
            act = "ask" if turn.kind == "asks" else "say"
            yield Voice(turn.mark, turn.name, (turn.mark,), told, act, "speech", "turn")


def _last_end(page: Page, n: int) -> int:
    """The sentence behind the last turn: that of the first paragraph that stands below the transcript."""
    firsts = (k for k in range(n + 1, len(page.parse.sents)) if page.paragraph_of[k] != page.paragraph_of[k - 1])
    below = (k for k in firsts if page.quoted(page.parse.sents[k][0]) or stands_below(page, k))
    return next(below, len(page.parse.sents))


def _turns(page: Page) -> Iterator[Turn]:
    parse, previous = page.parse, -1
    for n, (first, _) in enumerate(parse.sents):
        begins, previous = page.paragraph_of[n] != previous, page.paragraph_of[n]
        match = TURN.match(parse.text, parse.starts[first]) if begins and not page.quoted(first) else None
        if match is None or match.lastgroup is None or RUBRICS & set(match[0].lower().split()):
            continue
        name = tuple(i for i in parse.tokens(match.start(), match.end()) if page.is_word(i))
        behind = name[-1] + 1
        mark = behind if behind < len(parse) and parse.word(behind) in {":", "."} else name[-1]
        yield Turn(n, name, mark, match.lastgroup)


def headlines(page: Page) -> Iterator[Voice]:
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
        if 0 < len(name) <= LONGEST_NAME and len(told) > 1 and speaks(page, name):
            yield Voice(colon, name, (colon,), tuple(range(colon + 1, paragraph_end(page, n))), "say", "speech")
        elif _headline(page, first, stop) and stop - colon - 1 <= 4 and speaks(page, tuple(range(colon + 1, stop))):
            yield Voice(colon, tuple(range(colon + 1, stop)), (colon,), name, "say", "speech")


def colons(page: Page) -> Iterator[Voice]:
    """The turns of a transcript, and headlines that are none of them."""
    turns = list(labels(page))
    yield from turns
    heads = {turn.head for turn in turns}
    yield from (voice for voice in headlines(page) if voice.head not in heads)


def speaks(page: Page, name: Tokens) -> bool:
    """A name or a noun for a voice, with no verb in it; "The truce in Congo" names a subject, and no voice."""
    parse = page.parse
    words = page.words(name)
    if not words or any(mark in parse.word(i) for i in name for mark in "(["):
        return False
    if any(parse.pos[i] in ("VERB", "AUX") for i in words):
        return False
    edge = next((i for i in name if i > name[0] and (parse.pos[i] == "ADP" or parse.word(i) == ",")), name[-1] + 1)
    main = max(i for i in words if i < edge) if words[0] < edge else words[0]
    entity = parse.label(main) in ("PERSON", "ORG", "GPE", "NORP")
    proper = all(parse.word(i)[0].isupper() or i in words[1:-1] for i in words)
    return parse.lemmas[main] in source_nouns() or ((entity or known_country(parse.word(main)) is not None) and proper)


def _headline(page: Page, first: int, stop: int) -> bool:
    """A line without a final stop, at the top of the text."""
    last = next((i for i in range(stop - 1, first, -1) if page.parse.word(i).strip()), first)
    return page.parse.word(last) not in {".", "!", "?"} and page.parse.sent_of[first] < 3
