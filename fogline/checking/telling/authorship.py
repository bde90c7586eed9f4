"""Who wrote, signed or issued a document (C110): one voice gives one paper two authors.

A document is compared with itself only: the report has one of its noun (a second letter, "letters" or "another letter"
keep it silent). Writing, signing and issuing are three different things. Silent where one author may be part of the
other, its office or its people: a person against a body, a name against a description, a government against a ministry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from fogline.checking.story import Story, Verdict, capital, clean, story_of
from fogline.checking.voices import OUTLET
from fogline.records import Fact, Finding, Ledger, Span
from fogline.tables.lexicon_happenings import kinds_of, mark_words

ROLES = {
    "writing": r"written|drafted|compiled|drawn\s+up|penned|authored|composed|drew\s+up|wrote",
    "signing": r"signed",
    "issuing": r"issued|put\s+out|by|from",
}
MARKS = r"(?:is|was|bears|bore|carries|carried|over|under)\s+the\s+(?P<mark>work|signature|handiwork)\s+of"
DETERMINER = r"\b(?P<det>an?|the|this|that|its|their|his|her|\w+['’]s)\s+(?:[\w’'-]+\s+){0,3}?"
WHO = r"(?P<who>(?:[\w’'.-]+\s+){0,9}[\w’'-]+)"
UNDONE = re.compile(
    r"\b(?:not|never|to be|will|would|could|should|may|might|being|if|allegedly|purportedly|yet)\b", re.I
)
ENDS = re.compile(
    r"\s(?:in|on|at|to|with|from|after|before|that|which|who|when|while|as|was|were|is|are|has|had|said|says|but|during"
    r"|asks|asked|calls|called|runs|gave|gives|has|have|says|read|reads)\b|[,;:.]",
    re.I,
)
MANY = re.compile(
    r"\b(?:and|others?|several|both|jointly|together|including|it|he|she|they|him|her|them|one|who)\b", re.I
)
BODIES = ("organisation", "force", "government", "group", "country")
OFFICES = frozenset(["minister", "ministry", "secretary", "department"])
CAPITAL = re.compile(r"\b[A-Z]\w+")
LITTLE = frozenset(
    ["the", "a", "an", "of", "for", "its", "their", "his", "her", "this", "that", "former", "senior", "in’s"]
)


@dataclass(frozen=True, slots=True)
class Author:
    """One telling of who made a document."""

    noun: str
    role: str
    at: Span
    who: Span
    words: str
    entity: str
    type: str
    named: bool


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    noun = rf"(?P<noun>{kinds_of('documents')[0].pattern})"
    verbs = "|".join(ROLES.values()).removesuffix("|by|from")
    return (
        re.compile(rf"{DETERMINER}{noun}(?P<mid>[^.;:“”\n]{{0,110}}?)\b(?P<verb>{verbs})\s+by\s+{WHO}", re.I),
        re.compile(rf"{DETERMINER}{noun}(?P<mid>[^.;:“”\n]{{0,110}}?)\b{MARKS}\s+{WHO}", re.I),
        re.compile(
            rf"{DETERMINER}{noun},?\s+(?P<mid>(?:which|that)\s+){WHO.replace('{0,9}', '{0,6}?')}"
            rf"\s+(?:had\s+|has\s+)?(?P<verb>{verbs})\b",
            re.I,
        ),
        re.compile(
            rf"{DETERMINER}(?P<noun>statement|leaflet|communiqué|press release)(?P<mid>)\s+(?P<verb>by|from)\s+{WHO}",
            re.I,
        ),
        re.compile(
            rf"(?P<who>(?:[\w’'.-]+\s+){{0,6}}?[\w’'-]+)\s+(?P<mid>(?:had\s+|has\s+)?)(?P<verb>{verbs})\s+{DETERMINER}{noun}",
            re.I,
        ),
    )


def check_authorship(ledger: Ledger, facts: Sequence[Fact]) -> Iterator[Finding]:
    """C110: the letter that one sentence has written, signed or issued by one, and another by someone else."""
    story = story_of(ledger)
    spoken = dict.fromkeys(story.sentence(m.start()) for m in kinds_of("documents")[0].finditer(story.text))
    told = [a for sentence in spoken for a in _authors(story, sentence)]
    seen: set[tuple[str, str]] = set()
    for a, b in combinations(told, 2):
        same = a.noun == b.noun and a.role == b.role and story.sentence(a.at.start) != story.sentence(b.at.start)
        if (
            same
            and (a.noun, a.role) not in seen
            and _one_voice(story, a, b)
            and _one_of(story, a.noun)
            and _exclude(a, b)
        ):
            seen.add((a.noun, a.role))
            yield _finding(story, a, b)


def _authors(story: Story, sentence: Span) -> Iterator[Author]:
    words = story.words(sentence)
    for pattern in _patterns():
        for match in pattern.finditer(words):
            one = _author(story, sentence, match)
            if one and not UNDONE.search(match["mid"].rpartition(",")[2]):
                yield one


def _author(story: Story, sentence: Span, match: re.Match[str]) -> Author | None:
    start, who = sentence.start + match.start("who"), match["who"]
    if match.start("who") < match.start("noun"):  # the subject: what stands straight before the verb
        cut = [m.end() for m in ENDS.finditer(who)]
        start, who = (start + cut[-1], who[cut[-1] :]) if cut else (start, who)
    else:
        ends = ENDS.search(" " + who)
        who = who[: max(0, ends.start() - 1)] if ends else who
    if not who.strip() or MANY.search(who):
        return None
    start += len(who) - len(who.lstrip())
    span = Span(start, start + len(who.strip()))
    mark = match.groupdict().get("mark")
    verb = re.sub(
        r"\s+", r" ", match.groupdict().get("verb") or {"work": "wrote", "handiwork": "wrote"}.get(mark or "", "signed")
    )
    role = next(r for r, forms in ROLES.items() if re.fullmatch(forms, verb, re.I))
    entity, kind, named = _is(story, span)
    return Author(
        match["noun"].lower(), role, Span(sentence.start + match.start(), sentence.start + match.end("noun")), span,
        clean(story.words(span)), entity, kind, named,
    )  # fmt: skip


def _is(story: Story, span: Span) -> tuple[str, str, bool]:
    """The entity, its type and if it is named, of the mention that covers most of the words."""
    here = [m for m in story.ledger.mentions if span.start <= m.start and m.end <= span.end and m.kind != "pronoun"]
    if not here:
        return "", "", False
    most = max(here, key=lambda m: (m.end - m.start, -m.start))
    kind = next(e.type for e in story.ledger.entities if e.id == most.entity)
    return most.entity, kind, most.kind == "name" and most.end - most.start >= 0.6 * (span.end - span.start)


def _one_voice(story: Story, a: Author, b: Author) -> bool:
    (one, passed), (two, passed2) = story.voice_at(a.at.start), story.voice_at(b.at.start)
    return one == two or (one == OUTLET and passed2) or (two == OUTLET and passed)


def _one_of(story: Story, noun: str) -> bool:
    """The report has one document of the noun."""
    others = "another|second|other|both|each|every|earlier|previous|similar|separate"
    more = rf"\b(?:{others})\s+(?:[\w-]+\s+){{0,2}}{noun}|\b{noun}s\b"
    first = {story.number(m.start()) for m in re.finditer(rf"\ban?\s+(?:[\w-]+\s+){{0,3}}{noun}\b", story.text, re.I)}
    return len(first) <= 1 and not re.search(more, story.text, re.I)


def _exclude(a: Author, b: Author) -> bool:
    """Two authors of whom neither can be the other, or part of it."""
    words, others = (_content(x.words) - OFFICES for x in (a, b))
    names, last = ([set(CAPITAL.findall(x.words)) for x in (a, b)], {x.words.split()[-1].lower() for x in (a, b)})
    if len(last) == 1 and last <= mark_words("faction") and all(names):
        return not names[0] & names[1]
    if (
        words & others
        or not words
        or not others
        or (words | others) & mark_words("broad")
        or (a.entity and a.entity == b.entity)
    ):
        return False
    if not a.type or not b.type:
        return False
    if (a.type in BODIES) != (b.type in BODIES):
        return False
    return a.named == b.named or a.type in BODIES


def _content(words: str) -> set[str]:
    return {re.sub(r"['’]s?$", "", w).rstrip("s") for w in re.findall(r"[\w’'-]+", words.lower())} - LITTLE


def _finding(story: Story, a: Author, b: Author) -> Finding:
    done = {"writing": "written", "signing": "signed", "issuing": "issued"}[a.role]
    verdict = Verdict(
        "C110", "contradiction", "authorship", "medium",
        f"{capital(a.noun)} {done} by {a.words}, and elsewhere by {b.words}.",
        f"the report has one {a.noun} only, and neither of the two can be the other",
        f"two who both had a hand in it, or a second {a.noun}",
    )  # fmt: skip
    return story.finding(verdict, (a.at, b.at))
