"""What the small parser is known to get wrong about who says what, and how far a content may then reach.

Never trust attachment across "while" and "as": a new subject with a finite verb behind a comma begins the outlet's
own clause, or another voice's.
"""

from __future__ import annotations

from collections.abc import Iterable

from fogline.models.parse import Parse
from fogline.reading.voices import Page, Tokens
from fogline.tables.lexicon_voices import cues

CONTRAST = {"while", "whereas", "although", "though"}
FINITE = {"VBD", "VBP", "VBZ", "MD"}


def cut_at_contrast(page: Page, tokens: Iterable[int], cue: int) -> Tokens:
    """The content up to ", while Moscow has vowed" or ", with critics arguing": what follows is not this voice's."""
    kept: list[int] = []
    for i in sorted(tokens):
        if kept and i > cue and _new_clause(page, i):
            break
        kept.append(i)
    return tuple(kept)


def _new_clause(page: Page, i: int) -> bool:
    parse = page.parse
    if page.quoted(i) or i == 0 or not _after_comma(page, i):
        return False
    word = parse.lower(i)
    if word in CONTRAST:
        return _finite_ahead(parse, i, 14)
    if word == "with":
        return _cue_ahead(parse, i, ("VBG",), 14)
    if word in ("as", "but", "and"):
        return _cue_ahead(parse, i, ("VBD", "VBZ", "VBP", "VBN"), 8) and _noun_first(parse, i)
    return False


def _after_comma(page: Page, i: int) -> bool:
    return page.parse.word(i - 1) in {",", ";", "—", "–", "-"} or page.parse.word(i - 1).strip() == ""


def _noun_first(parse: Parse, i: int) -> bool:
    """A subject stands between the conjunction and the verb ("and the ministry said", not "and said")."""
    return i + 1 < len(parse) and parse.pos[i + 1] in ("NOUN", "PROPN", "PRON", "DET", "ADJ")


def _ahead(parse: Parse, i: int, far: int) -> range:
    return range(i + 1, min(i + 1 + far, parse.sentence(i).stop))


def _finite_ahead(parse: Parse, i: int, far: int) -> bool:
    return any(parse.tags[k] in FINITE for k in _ahead(parse, i, far)) and _noun_first(parse, i)


def _cue_ahead(parse: Parse, i: int, tags: tuple[str, ...], far: int) -> bool:
    for k in _ahead(parse, i, far):
        if parse.word(k) in {",", ";"}:
            return False
        if parse.tags[k] in tags and parse.lemmas[k] in cues("verb"):
            return cues("verb")[parse.lemmas[k]].kind != "thought"
    return False
