"""Two heads of one named office or body, each named beside it (part of C131).

"Commissioner A, the police chief of B" and "the police chief of B, Commissioner C"; "the head of the district
administration, A" and "C, who heads the district administration". A post is its head noun and the words that say what
it is of; a post of nothing ("the mayor") is not compared. Silent on deputies, former, acting and coming holders, where
a sentence about either tells of a change or of another time, in lists of posts, and on two spellings of a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from fogline.checking.story import Story, Verdict, clean
from fogline.records import Finding, Span
from fogline.tables.lexicon_checks import check_words

MANY_SEATS = frozenset(
    ("representative", "councillor", "senator", "judge", "prosecutor", "secretary", "inspector", "magistrate", "envoy",
     "consul", "superintendent", "registrar", "treasurer", "dean", "coordinator", "commissioner")
)  # fmt: skip
HEADS = {"chief": "head", "leader": "head", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair"}
LEADS = {"heads": "head", "leads": "head", "chairs": "chair", "runs": "head", "commands": "commander"}
RANK = (
    r"(?:(?:Commissioner|Colonel|General|Major|Captain|Lieutenant|Brigadier|Inspector|Dr|Mr|Mrs|Ms|Sheikh|Father|Bishop"
    r"|Judge|Professor)\.?\s+)*"
)
NAME = rf"{RANK}(?P<name>[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|al-[A-Z]\w+|bin|de|van|von|ould)){{1,3}})"
NOT_HELD = re.compile(
    r"\b(?:deputy|vice|former|ex|acting|interim|then|late|outgoing|incoming|designate|elect|assistant|previous|new"
    r"|first|second|old|co|joint|self-styled|exiled|rival|parallel|regional\s+and|and|or|both)\b",
    re.I,
)
LOOSE = frozenset(("until", "ago", "earlier", "new", "then", "previous"))
BESIDE = 30  # characters
IDLE = frozenset(
    (
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "of",
        "for",
        "in",
        "at",
        "a",
        "an",
        "local",
        "town",
        "city",
        "on",
        "side",
    )
)
WORDS = r"(?:[\w’'-]+\s+){0,4}?"
BODY = r"(?:[\w’'-]+\s+){0,7}?[\w’'-]+"


@dataclass(frozen=True, slots=True)
class Post:
    """A post with the one who is named beside it."""

    head: str
    of: frozenset[str]
    name: str
    span: Span


def two_heads(story: Story) -> Iterator[Finding]:
    """C131: two people are named beside one post."""
    held = [p for p in _posts(story) if p.of]
    for a, b in combinations(held[:40], 2):
        if (
            a.head == b.head
            and _one_body(story, held, (a, b))
            and _two_people(a.name, b.name)
            and _both_now(story, a, b)
        ):
            yield _finding(story, a, b)
            return


def _one_body(story: Story, held: list[Post], two: tuple[Post, Post]) -> bool:
    """The same words; or one leaves out a name that the other has, where no other post of the kind is told."""
    a, b = two
    if a.of == b.of:
        return True
    name = all(w.capitalize() in story.text for w in a.of ^ b.of) or len(a.of & b.of) > 1
    return name and (a.of < b.of or b.of < a.of) and all(p.of in (a.of, b.of) for p in held if p.head == a.head)


def _two_people(a: str, b: str) -> bool:
    """No word in common, and no surname spelt in two ways."""
    words, others = a.lower().split(), b.lower().split()
    return not set(words) & set(others) and SequenceMatcher(None, words[-1], others[-1]).ratio() < 0.7


def _both_now(story: Story, a: Post, b: Post) -> bool:
    """No sentence that names either tells of a change of holder, and neither stands in another year."""
    names = {p.name.split()[-1] for p in (a, b)}
    told = [Span(s.start, s.end) for s in story.ledger.sentences]
    about = [s for s in told if any(n in story.words(s) for n in names)]
    changes = any(_tells_change(m, (a, b)) for s in about for m in check_words("succession").finditer(story.text, *s))
    year = (story.ledger.report.published or "")[:4]
    other = re.compile(rf"\b(?!{year or 'x'})(?:19|20)\d\d\b")
    return not changes and not any(other.search(story.words(story.sentence(p.span.start))) for p in (a, b))


def _tells_change(word: re.Match[str], posts: tuple[Post, Post]) -> bool:
    """A word of succession; "until", "ago" and the like only beside the post."""
    near = any(word.start() < p.span.end + BESIDE and p.span.start - BESIDE < word.end() for p in posts)
    return near or word[0].lower() not in LOOSE


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    head = check_words("office").pattern.removeprefix(r"\b").removesuffix(r"\b")
    post = rf"(?P<before>{WORDS})(?P<head>{head})(?:\s+(?:of|for)\s+(?P<of>{BODY}))?"
    leads = "|".join(LEADS)
    return (
        re.compile(rf"\b{NAME},\s+(?:who\s+is\s+)?(?:the\s+)?{post}(?=[,.;:”]|\s+who\b)"),
        re.compile(rf"\b(?:[Tt]he|[Ii]ts|(?=[A-Z][\w-]+['’]s))\s*{post},\s+{NAME}"),
        re.compile(rf"\b{NAME},\s+who\s+(?P<head>{leads})\s+(?P<before>)(?:the|its)\s+(?P<of>{BODY})(?=[,.;:”])"),
        re.compile(rf"\b(?P<head>Mayor|Governor|Prefect|Administrator|Sheriff)(?P<before>)\s+{NAME}\s+of\s+(?P<of>[A-Z][\w-]+(?:\s[A-Z]\w+)*)"),
    )  # fmt: skip


def _posts(story: Story) -> list[Post]:
    """Every post with a name beside it; a name or a post that stands with two is in a list and left out."""
    if not (
        check_words("office").search(story.text) or re.search(r"\bwho\s+(?:heads|leads|chairs|runs)\b", story.text)
    ):
        return []
    found = [(m.span("name"), m.span("head"), m) for p in _patterns() for m in p.finditer(story.text)]
    names, heads = Counter(n for n, _, _ in found), Counter(h for _, h, _ in found)
    alone = [m for n, h, m in found if names[n] == 1 and heads[h] == 1]
    return [p for m in sorted(alone, key=lambda m: m.start()) if (p := _post(m))]


def _post(match: re.Match[str]) -> Post | None:
    head = match["head"].lower()
    words = f"{match['before']} {match['of'] or ''}"
    if head.split()[-1] in MANY_SEATS or NOT_HELD.search(words) or "\n" in match[0]:
        return None
    *kind, last = LEADS.get(head, head).split()
    of = {re.sub(r"['’]s?$", "", w).lower() for w in (*kind, *re.findall(r"[\w’'-]+", words))} - IDLE
    name = re.sub(r"['’]s$", "", clean(match["name"]))
    return Post(HEADS.get(last, last), frozenset(of), name, Span(*match.span()))


def _finding(story: Story, a: Post, b: Post) -> Finding:
    of = clean(story.words(b.span))
    verdict = Verdict(
        "C131", "contradiction", "office", "medium",
        f"Both {a.name} and {b.name} are named as the holder of one post (“{of}”).",
        "both are named beside the same post, and the report tells of no change",
        "a change of holder between the two, or two posts of that name",
    )  # fmt: skip
    return story.finding(verdict, (a.span, b.span))
