"""How it ended: released or still held, open or shut, repelled or taken (C408).

An end of a scale that one report tells of something, and the other end that the other report tells of the same thing:
the clauses share what they speak of, and neither report tells the other's end of it. "Not" turns an end round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.across.aligning import CLOSE, Pair
from fogline.checking.across.lineage import differing
from fogline.checking.across.telling import EMPTY, WORD, Passage, Telling, stem
from fogline.checking.story import disjoint
from fogline.records import Finding
from fogline.tables.lexicon_checks import outcome_states

NOT = re.compile(
    r"(?:\b(?:not|never|nobody|none|neither|without|failed to|unable to|yet to)|n[’']t)\s+(?:\w+\s+){0,2}$", re.I
)
NONE = re.compile(r"\bno\s+(?:\w+\s+){1,3}(?:was|were|had been|has been|have been|is|are)?\s*$", re.I)
ALONE = re.compile(r"\b(?:no one|nobody|none)\b", re.I)
AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|plan\w*|set to|due to|expect\w*|if|could|(?-i:may)|might|should|must|until|vow\w*"
    r"|threat\w*|promis\w*|demand\w*|call\w* for|ask\w*|to)\s+(?:\w+\s+){0,2}$",
    re.I,
)
STOP = re.compile(r"[;:]|,\s+(?:and|but|while|whereas)\s|[“”\"]")


@dataclass(frozen=True, slots=True)
class Ended:
    """One end of a scale, where it stands, and what the clause around it speaks of."""

    scale: str
    end: str
    turned: bool
    words: str
    at: int
    subject: frozenset[str]
    about: frozenset[str]
    passage: Passage


def compare_outcomes(pair: Pair) -> Iterator[Finding]:
    """C408: opposite ends told of one thing."""
    here, there = endings(pair.a), endings(pair.b)
    found = [(_nearness(pair, x, y), x, y) for x in here for y in there if _against(pair, x, y, (here, there))]
    taken: set[object] = set()
    for _, x, y in sorted(found, key=lambda f: (-f[0], f[1].at, f[2].at)):
        if not taken & {(0, x.passage.number), (1, y.passage.number), x.scale}:
            taken |= {(0, x.passage.number), (1, y.passage.number), x.scale}
            yield differing(pair, ("C408", "outcome"), (x.words, y.words), (x.at, y.at))


def endings(telling: Telling) -> list[Ended]:
    """How things ended in a report, without what is only ahead."""
    pattern, states = outcome_states()
    found = []
    for match in pattern.finditer(telling.ledger.text):
        passage = telling.at(match.start())
        if passage is None or passage.aside:
            continue
        start, stop = _clause(telling, passage, match.span())
        before = telling.ledger.text[start : match.start()]
        if AHEAD.search(before):
            continue
        around = f"{before} {telling.ledger.text[match.end() : stop]}"
        subject = _stems(" ".join(before.split()[-7:]))
        turned = bool(NOT.search(before) or NONE.search(before))
        told = (turned, _told(before, match[0]), match.start(), subject, _stems(around), passage)
        found += [Ended(scale, end, *told) for scale, end in states[match[0].lower()]]
    return found


def _stems(words: str) -> frozenset[str]:
    return frozenset(s for s in map(stem, WORD.findall(words)) if len(s) > 2) - EMPTY


def _clause(telling: Telling, passage: Passage, span: tuple[int, int]) -> tuple[int, int]:
    text = telling.ledger.text
    before = [m.end() for m in STOP.finditer(text, passage.span.start, span[0])]
    after = STOP.search(text, span[1], passage.span.end)
    return max(before, default=passage.span.start), after.start() if after else passage.span.end


def _told(before: str, word: str) -> str:
    lead = re.search(r"(?:\S+\s+){0,3}$", before)
    return f"{lead[0] if lead else ''}{word}".strip()


def opposite(x: Ended, y: Ended) -> bool:
    """True if two ends of one scale exclude each other; the same end told and denied does so too."""
    if x.scale != y.scale:
        return False
    return (x.end != y.end) if x.turned == y.turned else (x.end == y.end)


def _against(pair: Pair, x: Ended, y: Ended, told: tuple[Sequence[Ended], Sequence[Ended]]) -> bool:
    if not opposite(x, y) or (x.turned and y.turned) or not _of_one(pair, x, y):
        return False
    mirrored = any(_like(pair, o, y) and o.subject & y.subject for o in told[0])
    return not mirrored and not any(_like(pair, x, o) and o.subject & x.subject for o in told[1])


def _like(pair: Pair, x: Ended, y: Ended) -> bool:
    """One end, told of no other day."""
    days = pair.a.story.days(x.passage.span), pair.b.story.days(y.passage.span)
    return x.scale == y.scale and not opposite(x, y) and not disjoint(*days)


def _of_one(pair: Pair, x: Ended, y: Ended) -> bool:
    near = pair.affinity(x.passage, y.passage)
    nobody = x.end == y.end and near >= CLOSE and ALONE.search(f"{x.words} {y.words}")
    return bool(nobody) or (_about(pair, x, y) and (near >= 0.2 or pair.best(x.passage, y.passage)))


def _about(pair: Pair, x: Ended, y: Ended) -> bool:
    """The clauses share a thing that both reports do not speak of all the time."""
    here, there = pair.a.weights, pair.b.weights
    return sum(min(here.get(s, 0.0), there.get(s, 0.0)) for s in x.about & y.about) >= 0.8


def _nearness(pair: Pair, x: Ended, y: Ended) -> float:
    return pair.affinity(x.passage, y.passage) + len(x.about & y.about) / 10
