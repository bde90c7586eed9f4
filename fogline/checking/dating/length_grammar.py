"""The words around a length by which it is tied to what lasted, and what a predicate is about."""

from __future__ import annotations

import re

from fogline.checking.story import Story
from fogline.records import Argument, Predicate, Span
from fogline.tables.lexicon_lasting import when_words

BLUR = re.compile(
    r"(?:\s*\b(?:(?:well\s+)?(?:more|less|fewer)\s+than|over|under|just|about|around|some|roughly|nearly|almost|at\s+least|close\s+to"
    r"|only|barely|no|not|exactly|precisely|a\s+total\s+of|as\s+(?:little|long)\s+as|up\s+to|a\s+full|all\s+of|a\s+mere))*\s*$",
    re.I,
)
RELATIVE = re.compile(
    r"[\s-]*(?:ago|later|before|earlier|old|away|from\s+now|into|in\s+advance|notice|per|a\s+(?:day|week|month)|each|every|ahead|after|apart|behind\s+schedule|beforehand|sooner|longer|more|on\s+end\b.*\beach)\b",
    re.I,
)
LASTED = re.compile(r"\b(?:lasted|for|took|raged|continued|endured)\s+$", re.I)
THEN = re.compile(r"\s+(?:before|after)\s+(?!dawn|dusk|nightfall)", re.I)
PART = re.compile(
    r"\b(?:first|last|next|another|other|final|past|each|every|second|third|fourth|further|additional|extra|opening|closing|same|following|additional)\s+$",
    re.I,
)
LINK = re.compile(
    r"(?:[- ]long)?[-\s]+(?:of\s+|in\s+|under\s+)?(?:(?:the|their|his|her|its|this|that|such)\s+)?"
    r"(?:[\w’'-]+\s+){0,3}?$"
)
NOUN_OF = re.compile(r"\s+(?:of|lasting|that\s+lasted|which\s+lasted)\s*$", re.I)
AFTER = re.compile(r"\b(?:after|following|since)\s+(?:the\s+|their\s+|his\s+|her\s+)?$", re.I)
OVER = re.compile(
    r"\b(?:over|at\s+an\s+end|through|finished|off|done)\s+(?:again\s+)?(?:after|within|in|inside)\s*$", re.I
)
WITHIN = re.compile(r"\b(?:within|inside)\s*$", re.I)
ENDED = re.compile(r"\b(?:after|within|in|inside)\s*$", re.I)
OWN = re.compile(r"\b(?:the|this|that|these|those|his|her|its|their|whose)\s+(?:[\w’'-]+\s+){0,2}$", re.I)
WEAPON = re.compile(
    r"\b(?:mortar|artillery|gun|rocket|tank|shell|sniper|machine-gun|rifle|small-arms|hostile|under|opened|open|returned|return"
    r"|enemy|of|cease|friendly|covering|came|drone|missile|hold)\s+$",
    re.I,
)
LASTING = re.compile(r"\b(?:lasted|took|(?:went|dragged)\s+on\s+for|(?:raged|continued|endured|held)\s+for)\s+$", re.I)
NEW = re.compile(
    r"(?:an?|some|several|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens|hundreds|many|one|another|others|no)\b",
    re.I,
)
CLOSING = re.compile(r"\b(?:at\s+the\s+end\s+of|after|following|during|end(?:ed|ing)|throughout|in)\s+an?\s+$", re.I)
FOR = re.compile(r"\s+(?:for|over|some)\s+$", re.I)
NEEDED = re.compile(r"\b(?:needed|took|spent|required)\s+$")
WAY = re.compile(
    r"\s+(?:for|on|over)\s+(?:the|their|its|his|her)\s+(?:[\w.,-]+\s+)?(?:kilomet(?:re|er)s?|km|miles?|stretch|way|distance|road)\b"
)
IT_TOOK = re.compile(r"\b[Ii]t\s+(?:had\s+)?(?:took|taken)\s+(?:[\w’'-]+\s+){0,6}$")
CLAUSE = re.compile(
    r"\s+(?:that\s+|which\s+|(?:in|during|for)\s+which\s+|when\s+)?(?:the|they|he|she|it|his|her|their|[A-Z]\w+|both|two|all)\b"
)


def fitting(story: Story, p: Predicate, kinds: frozenset[str]) -> frozenset[str]:
    """Of the kinds of a verb, those that its object allows: persons are held captive, a building is occupied."""
    if "captivity" not in kinds and "occupation" not in kinds:
        return kinds
    whom = [a for a in p.arguments if a.role == "patient"]
    excluded = (
        {"captivity"}
        if any(a_place(story, a) for a in whom)
        else {"occupation"}
        if whom
        else {"captivity", "occupation"}
    )
    return kinds - excluded


def a_place(story: Story, a: Argument) -> bool:
    """True if an object is a place that is held, and no captive."""
    return story.words(a.head).lower() not in when_words("stands for") and (
        bool(story.places(a.span)) or story.words(a.head).lower() in when_words("held place")
    )


def crossed(words: str) -> bool:
    """True if another clause or phrase begins between a length and a noun.

    >>> crossed(" of heavy "), crossed(" after the ")
    (False, True)
    """
    return bool(re.search(r"\b(?:and|or|but|after|before|when|while|until|for|to|from|was|were|had|with|by)\b", words))


def subject_of(p: Predicate) -> Argument | None:
    """Who or what a clause is about: its subject, in the passive what it befalls."""
    return next((a for a in p.arguments if a.role == ("patient" if passive(p) else "agent")), None)


def passive(p: Predicate) -> bool:
    """True if nobody is said to do it."""
    return not any(a.role == "agent" for a in p.arguments)


def meet(a: Span, b: Span) -> bool:
    """True if two spans have a character in common.

    >>> meet(Span(0, 4), Span(3, 6)), meet(Span(0, 4), Span(4, 6))
    (True, False)
    """
    return a.start < b.end and b.start < a.end
