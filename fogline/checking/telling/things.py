"""The definite thing that words speak of: its noun, what tells it from others of that noun, and if two are one.

No check of its own: `tellings` finds what is told of a thing. "The small bridge at the Lathan crossing" has the noun
bridge, told apart by small, Lathan and crossing; "the bridge there" is that one where the report knows no other bridge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.checking.story import Story
from fogline.checking.telling.stems import stem
from fogline.tables.lexicon_checks import small_words
from fogline.tables.lexicon_numbers import number_words

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
DEFINITE = frozenset((
    "the", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "every", "each",
    "all", "both", "no", "none", "not", "any", "same",
))  # fmt: skip
LEADS = frozenset((
    "of", "to", "at", "in", "on", "over", "near", "between", "from", "for", "into", "under", "across", "along",
    "around", "behind", "beside", "beyond", "by", "inside", "outside", "through", "towards", "toward", "with",
    "against", "within", "off", "onto", "above", "below", "during", "after", "before", "since", "until",
))  # fmt: skip
OPENING = re.compile(
    r"^(?:In|On|At|By|Towards?|During|After|Since|From|With|Throughout|Near|Until|For|As|Under|Despite)\s+\S+\s+", re.I
)
TIME = re.compile(r"\s(?:on|by|since|in|until|from|at|late|early)\s(?:the\s)?(?:(?:evening|morning|night"
    r"|afternoon|early|late)\s(?:of\s|on\s)?)?(?:(?:Mon|Tues|Wednes" r"|Thurs|Fri|Satur|Sun)day|\d|January"
    r"|February|March|April|May|June|July|August|September|October|November|December|noon|dawn)")  # fmt: skip
NEXT_THING = re.compile(r"(?<!\bof )\b(?:the|its|his|her|their|our|every|each|all|no|not|this|that)\s", re.I)
BARE = re.compile(
    r"(?:[A-Z][a-z]+\s)?[\w-]+\s(?:of|to|on|at)\s(?:the|its|his|her|their|all|[A-Z])"
)  # "repair of the line"
APART = frozenset((
    "new", "old", "other", "another", "second", "third", "fourth", "next", "former", "last", "remain", "rest",
    "east", "west", "north", "south", "eastern", "western", "northern", "southern", "upp", "low", "upper", "lower",
    "inner", "outer", "left", "right", "temporary", "civilian", "military",
))  # fmt: skip
EMPTY = frozenset((
    "direction", "directions", "way", "moment", "there", "here", "itself", "themselves", "himself", "herself",
    "too", "alone", "also", "same", "own", "single", "whole", "entire",
))  # fmt: skip
VAGUE = frozenset((
    "it", "he", "she", "they", "them", "this", "that", "these", "those", "who", "which", "what", "one", "part",
    "rest", "half", "most", "some", "people", "man", "men", "woman", "women", "thing", "time", "day", "week",
    "month", "year", "number", "other", "situation", "place", "side", "way", "area",
))  # fmt: skip
OTHERS = (r"\b(?:an?other|second|third|fourth|other|others|new|two|three|four|five|six|several|some|many|most"
    r"|few|half|part" r"|parts|rest|both|different|temporary|pontoon|replacement|old|former|one"
    r"|\d+)\b(?:\s+(?:of\s+(?:the\s+)?)?[\w-]+)?\s+")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun, what tells it from others, how it is picked out, and its words."""

    head: str
    marks: frozenset[str]
    determiner: str
    words: str
    noun: str

    @property
    def definite(self) -> bool:
        """One the reader knows: behind an article or a possessive, a name, or "repair of the line"."""
        bare = not self.determiner and BARE.match(self.words)
        return self.determiner in DEFINITE or self.noun[:1].isupper() or bool(bare)

    @property
    def none(self) -> bool:
        """Told of no single one ("no house", "not a single house")."""
        return self.determiner in ("no", "none", "not")


def thing(words: str) -> Thing | None:
    """The thing that the words of a subject or an object name.

    >>> found = thing("The small bridge at the Lathan crossing")
    >>> found.head, sorted(found.marks)
    ('bridg', ['cross', 'lathan', 'small'])
    """
    words = re.sub(r"\s+", " ", words).strip(" ,.—–-")
    words = TIME.split(words)[0]
    opening = OPENING.match(words)
    if opening:
        on = NEXT_THING.search(words, opening.end())
        words = words[on.start() :] if on else ""
    tokens = _from_article([m[0] for m in WORD.finditer(words)])
    first = tokens[0].lower() if tokens else ""
    determiner = first if first in DEFINITE or first in ("a", "an", "some", "several") else ""
    body = [t for t in tokens if t.lower() not in DEFINITE | EMPTY and t.lower() not in ("a", "an", "some", "several")]
    cut = next((k for k, t in enumerate(body) if t.lower() in LEADS), len(body))
    own, rest = body[:cut], body[cut:]
    lower = [t for t in own if t[:1].islower()] or ([t for t in own if t is tokens[0]] if len(own) == 1 else [])
    noun = (lower or own or [""])[-1]
    if not noun or noun.lower() in VAGUE or noun.lower() in small_words("small") or noun.lower() in number_words():
        return None
    return Thing(stem(noun), _marks(own, noun) | _marks(rest, ""), determiner, words, noun)


def _from_article(tokens: list[str]) -> list[str]:
    """The words from the last article on that no preposition leads: "that moment the footbridge" is the footbridge."""
    cut = next((k for k, t in enumerate(tokens) if t.lower() in LEADS), len(tokens))
    starts = [k for k in range(1, cut) if tokens[k].lower() in ("the", "its", "his", "her", "their", "our")]
    return tokens[starts[-1] :] if starts and tokens[0].lower() not in ("all", "both", "none") else tokens


def _marks(words: list[str], noun: str) -> frozenset[str]:
    return frozenset(
        stem(w)
        for w in words
        if w != noun
        and w.lower() not in LEADS | EMPTY | frozenset(number_words())
        and w.lower() not in small_words("small")
        and len(w) > 2
    )


def one_thing(story: Story, a: Thing, b: Thing) -> bool:
    """One noun, both definite, and nothing that tells two of it apart in the words or anywhere in the report."""
    if a.head != b.head or not (a.definite and b.definite):
        return False
    if (a.marks ^ b.marks) & APART:
        return False
    if a.marks and b.marks:
        return a.marks <= b.marks or b.marks <= a.marks or 2 * len(a.marks & b.marks) > len(a.marks ^ b.marks)
    quantified = all(t.none or t.determiner in ("every", "each", "all") for t in (a, b))
    return quantified or _only_one(story, a if a.marks else b)


def _only_one(story: Story, known: Thing) -> bool:
    """The report speaks of no other thing of that noun."""
    noun = re.escape(known.noun.lower())
    every = known.determiner in ("every", "each", "all") or known.none
    if not every and re.search(rf"{OTHERS}{noun}s?\b", story.text, re.I):
        return False
    if not every and not noun.endswith("s") and re.search(rf"\b{noun}e?s\b", story.text, re.I):
        return False
    around = (
        rf"\b(?:the|its|his|her|their|an?)\s+((?:[\w’'-]+\s+){{0,2}}?){noun}\b"
        rf"(?:\s+(?:of|at|in|over|near|on|to)\s+(?:the\s+)?([\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+)?))?"
    )
    named = (_marks(" ".join(filter(None, m.groups())).split(), "") for m in re.finditer(around, story.text, re.I))
    return all(not known.marks or not marks or marks & known.marks for marks in named)
