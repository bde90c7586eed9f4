"""Whether something said can be checked, and the words that decide it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from fogline.models.parse import Parse
from fogline.records import Span, Spans
from fogline.tables import files

Verdict = tuple[bool, Spans]
UNCHECKABLE_ACTS = {
    "threaten", "vow", "promise", "order", "demand", "urge", "offer", "praise", "ask", "forecast",
}  # fmt: skip
HARD = (
    "CARDINAL",
    "DATE",
    "TIME",
    "QUANTITY",
    "MONEY",
    "PERCENT",
    "ORDINAL",
    "GPE",
    "LOC",
    "FAC",
    "PERSON",
    "ORG",
    "NORP",
)
MOST = 4  # spans of evidence


@cache
def _words() -> dict[str, str]:
    return {row["form"]: row["decides"] for row in files.rows("languages/en/checkworthy.tsv", ("form", "decides"))}


def checkable(parse: Parse, content: Spans, act: str, cue: Spans) -> Verdict:
    """True with the facts that can be looked up, or False with the words that make it prediction or opinion.

    What a threat, vow, demand or praise puts forward is nothing to check; its cue then decided.
    """
    if act in UNCHECKABLE_ACTS and cue:
        return False, cue
    tokens = [i for start, end in content for i in parse.tokens(start, end)]
    against = _against(parse, tokens)
    if against:
        return False, against
    facts = tuple(_facts(parse, tokens))[:MOST]
    return (True, facts) if facts else (False, ())


def _against(parse: Parse, tokens: Sequence[int]) -> Spans:
    """The words that take it out of what can be checked: a question, a modal on its main verb, a judgement."""
    if tokens and parse.word(_last(parse, tokens)) == "?":
        return (Span(*parse.span(_last(parse, tokens), _last(parse, tokens))),)
    main = _main(parse, tokens)
    for i in tokens:
        kind = _words().get(parse.lower(i))
        if kind == "prediction" and parse.tags[i] in ("", "MD", "JJ", "RB") and _on_main(parse, i, main):
            return (Span(*parse.span(i, i)),)
        if kind == "opinion" and _on_main(parse, i, main) and not _counted(parse, tokens):
            return (Span(*parse.span(i, i)),)
        if kind == "experience" and _first_person(parse, tokens):
            return (Span(*parse.span(i, i)),)
    return ()


def _last(parse: Parse, tokens: Sequence[int]) -> int:
    marks = (i for i in reversed(tokens) if parse.word(i).strip("\"'“”’» \n"))
    return next(marks, tokens[-1])


def _main(parse: Parse, tokens: Sequence[int]) -> set[int]:
    """The words that the content hangs by: heads outside of it, and what is coordinated with them."""
    held = set(tokens)
    return {i for i in tokens if parse.heads[i] not in held or parse.heads[i] == i}


def _on_main(parse: Parse, i: int, main: set[int]) -> bool:
    """The word belongs to the main clause: an arc or two below its verb."""
    if not parse.parsed or i in main:
        return True
    up = [parse.heads[i], parse.heads[parse.heads[i]], parse.heads[parse.heads[parse.heads[i]]]]
    return any(k in main for k in up[:2]) or (up[2] in main and parse.deps[up[1]] in ("attr", "dobj", "acomp", "conj"))


def _counted(parse: Parse, tokens: Sequence[int]) -> bool:
    return any(parse.pos[i] == "NUM" or parse.word(i)[0].isdigit() for i in tokens)


def _first_person(parse: Parse, tokens: Sequence[int]) -> bool:
    return any(parse.lower(i) in ("i", "we", "my", "our") for i in tokens)


def _facts(parse: Parse, tokens: Sequence[int]) -> Iterator[Span]:
    """Numbers, dates and names, else the verb that tells it."""
    if not tokens:
        return
    held = set(tokens)
    first, last = tokens[0], tokens[-1]
    found = False
    begin = bisect_left(parse.ents, first, key=lambda e: e[0])
    for start, end, label in parse.ents[begin : begin + len(held)]:
        if start > last:
            break
        if end - 1 <= last and label in HARD and start in held:
            found = True
            yield Span(*parse.span(start, end - 1))
    if not found:
        yield from _plain_facts(parse, tokens)


def _plain_facts(parse: Parse, tokens: Sequence[int]) -> Iterator[Span]:
    digits = [i for i in tokens if parse.word(i)[0].isdigit()]
    told = [i for i in tokens if parse.tags[i] in ("VBD", "VBZ", "VBP", "VBN") and parse.pos[i] == "VERB"]
    for i in (digits or told)[:MOST]:
        yield Span(*parse.span(i, i))
