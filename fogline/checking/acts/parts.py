"""Whom and what an act is told of: an argument of a predicate as it can be compared with another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from fogline.checking.story import Story
from fogline.checking.telling.stems import stem
from fogline.records import Argument, Entity, Mention, Place, Quantity, Span
from fogline.tables.lexicon_checks import sense
from fogline.tables.lexicon_happenings import kinds_of
from fogline.tables.lexicon_numbers import singular
from fogline.tables.lexicon_senses import act_kinds, like_heads

WORD = re.compile(r"[\w’'-]+")
DEFINITE = re.compile(
    r"(?:all\s+(?:of\s+)?)?(?:the|this|that|these|those|its|their|his|her|both|[\w-]+(?:\s[A-Z]\w+)*['’]s?)\s|both\b|all\s",
    re.I,
)
OF = re.compile(r"\s+of\b.*", re.S)
GROUP = re.compile(
    r"^[\w-]+\s+of\s+(?:the|these|those|its|their|his|her|our)\s+(?:[\w’'-]+\s+)*?([\w-]+)(?=$|,|\s+(?:of|in|at|from|on|near|to"
    r"|with|by|for|who|which|that|still|[a-z]+(?:ed|ing))\b)"
)
LOAD = re.compile(r"\bof\s+(?:[\w’'-]+\s+)*?([\w-]+)(?=$|,|\s+(?:of|in|at|from|on|near|to|with|by|for|that|which)\b)")
OPEN = re.compile(r"(?:an?|some|several|many|no|any|another|other|more|most)\b", re.I)
WHOLE = re.compile(r"(?:all|both)\b", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """An argument: its head in the singular, the words before it, what it names, how many, and if it is definite."""

    span: Span
    words: str
    head: str
    mods: frozenset[str]
    entities: tuple[Entity, ...]
    proper: bool
    definite: bool
    indefinite: bool
    count: Quantity | None
    places: tuple[Place, ...]

    @property
    def weapon(self) -> bool:
        """Its head, with the words before it, is a means of attack ("a mortar round")."""
        return _weapon(OF.sub("", self.words))

    @property
    def plural(self) -> bool:
        """More than one, by a number or the plural."""
        last = WORD.findall(OF.sub("", self.words))[-1:]
        return self.count is not None or not last or low(last[0]) != last[0].lower()

    @property
    def empty(self) -> bool:
        """A pronoun that stands for nobody known."""
        return self.head in act_kinds("pronoun") and not self.entities


@lru_cache(maxsize=4096)
def _weapon(phrase: str) -> bool:
    return any(m.end() >= len(phrase) for m in kinds_of("means")[0].finditer(phrase))


def part(story: Story, argument: Argument) -> Part:
    """The argument as it can be compared."""
    words, head = story.words(argument.span), story.words(argument.head)
    before = [w.lower() for w in WORD.findall(story.text[argument.span.start : argument.head.start])]
    before = [w for w in before if w not in act_kinds("determiner") and not w[0].isdigit()]
    mentions = list(story.mentions(argument.span)) or _around(story, argument.head)
    count = next((q for q in story.quantities(argument.span) if _counts(q)), None)
    proper = head[:1].isupper() and not story.text[argument.span.start - 2 : argument.span.start].startswith(
        (".", "\n")
    )
    return Part(
        argument.span,
        words,
        _of_a_group(words, low(head)),
        frozenset(map(stem, before)),
        tuple({m.entity: story.entities[m.entity] for m in mentions}.values()),
        head[:1].isupper(),
        bool(DEFINITE.match(words)) or proper,
        bool(OPEN.match(words)),
        count,
        tuple(p for p in story.places(argument.span) if p.role != "affiliation"),
    )


def _of_a_group(words: str, head: str) -> str:
    """The noun behind "none of the", "22 of the", "a shipment of"; else the head itself."""
    part_of = head[:1].isdigit() or head in act_kinds("quantifier")
    found = GROUP.search(words) if part_of else LOAD.search(words) if head in act_kinds("container") else None
    return low(found[1]) if found else head


def joined(one: Part, owner: Part) -> Part:
    """A part with what it belongs to ("whose team")."""
    return replace(one, words=owner.words, entities=tuple(dict.fromkeys((*one.entities, *owner.entities))))


@cache
def low(word: str) -> str:
    """A head in lower case and in the singular."""
    return singular(re.sub(r"['’]s?$", "", word.lower()))


def _around(story: Story, head: Span) -> Sequence[Mention]:
    """The mentions that hold a head word."""
    sentence = story.sentence(head.start)
    return [m for m in story.mentions(sentence) if m.start <= head.start and head.end <= m.end]


def _counts(q: Quantity) -> bool:
    """An exact number of things, no measure."""
    return q.low is not None and q.low == q.high and q.unit not in act_kinds("unit of measure")


def same(a: Part, b: Part) -> int:
    """2 if two parts are one by name or by their own words, 1 if they may well be, 0 if nothing says so."""
    if (a.empty or b.empty) and "it" not in (a.head, b.head):
        people = act_kinds("pronoun of people") | act_kinds("person")
        return int(a.head in people and b.head in people)
    if shared(a, b, but="country"):
        return 2
    if stem(a.head) == stem(b.head) or (sense(a.head) or a.head) == (sense(b.head) or b.head):
        of = [{p.name for p in one.places} for one in (a, b)]
        apart = (a.mods and b.mods and not a.mods & b.mods) or (of[0] and of[1] and not of[0] & of[1])
        return (0 if a.proper and b.proper else 1) if apart else 2
    if shared(a, b) and (a.head in act_kinds("pronoun") or b.head in act_kinds("pronoun")):
        return 2
    if (a.head == "it") != (b.head == "it") and not {a.head, b.head} & act_kinds("person"):
        return 1
    alike = b.head in like_heads().get(a.head, ()) or a.head in like_heads().get(b.head, ())
    return int(alike or (a.head in act_kinds("person") and b.head in act_kinds("person")))


def shared(a: Part, b: Part, but: str = "") -> bool:
    """True if both name one entity, of one report or by one name."""
    here, there = ({(e.type, e.name.lower()) for e in p.entities if e.type != but} for p in (a, b))
    return bool(here & there)
