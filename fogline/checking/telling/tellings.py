"""What is told of a definite thing, sentence by sentence: a state by the table, or an act done or not done to it.

No check of its own: `told_both_ways` holds two tellings of one thing against each other. Each tells a thing and an end
of a scale: "the bridge was closed all morning", "cars were crossing the bridge", "crews had not finished the repair of
the line". Left out is what may be, will be or was meant to be, what is nearly or no longer so, and a condition.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.checking.story import Days, Story
from fogline.checking.telling.alike import Token, Wording
from fogline.checking.telling.things import Thing, thing
from fogline.records import Span
from fogline.tables.lexicon_checks import check_words, states_told, thing_states

BREAK = re.compile(r"[;“”\"()—–]|:(?!\d)|,\s|(?<=\d\d)\s-\s|\b(?:that|because|while|although|though|when"
    r"|where|as|if|but|and|or|who|which|said|says" r"|so|than)\b", re.I)  # fmt: skip
BE = (r"(?:is|are|was|were|be|been|being|has|have|had|remain(?:s|ed)?|stay(?:s|ed)?|la(?:y|in)|lies|stood"
    r"|stands|kept|did|does|do|went)")  # fmt: skip
ADVERB = r"(?:not|never|still|now|already|yet|also|all|even|long|both|fully|\w+ly|just|then|there|itself)"
VERBAL = re.compile(rf"(?:^|\s)(?P<aux>(?:\b(?:{BE}(?:n[’']t)?|{ADVERB})\b\s*)+)$", re.I)
BEING = re.compile(rf"\b{BE}", re.I)
BETWEEN = re.compile(r"\bbetween\s+[^,;:.]{2,40}$")
RELATIVE = re.compile(r"(?P<np>[^,;:]+?),?\s+(?:which|who|that)(?:\s+\w+(?:\s+\w+)?\s+(?:said|says))?\s*$")
ASIDE = re.compile(r"(?:^|[,;:“]\s|\b(?:that|said|says)\s)(?P<np>(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:(?!\b(?:the"
    r"|that|said|says)\s(?=the\s))[^,;:“”])+)," r"\s(?!which\b|who\b|and\b|but\b)[^,;:“”]{3,70},\s*$")  # fmt: skip
UNREAL = re.compile(r"\b(?:will|would|shall|can|could|may|might|must|should|to(?=\s+(?:be|have|remain|stay)\b"
    r"|\s*$)|if|unless|whether|cannot|can[’']t|almost|nearly|partly|partially|half|mostly|largely|no longer"
    r"|briefly|temporarily|later|again|before|previously|initially|reportedly|allegedly)\b", re.I)  # fmt: skip
NEGATIVE = re.compile(r"\b(?:not|never|neither|nor)\b|n[’']t\b|\byet to\b", re.I)
OBJECT = re.compile(r"^\s+(?P<to>to\s+)?(?P<np>(?:(?!all\s+(?:day|night|morning|week|afternoon|evening|year"
    r"|summer|winter)|the\s+(?:day|night|morning|week))(?:the|its|his|her|their|our|this|that|every|each"
    r"|all)\s|(?-i:[A-Z]))" r"(?:(?!\b(?:and|but|when|by|after|while|because|which|who|that|was|were|is|has"
    r"|had|as|or|until|since|before)\b)[^,;:.“”\"()—–]){2,90})", re.I)  # fmt: skip
ATTRIBUTIVE = re.compile(r"\b(?:the|its|his|her|their)\s+$", re.I)
OPENER = re.compile(r"^\s*\d{1,2}[:.]\d\d\b\s*(?:[-–—]\s*)?")
CLOCK = re.compile(
    r"\b(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)\b\s*(?P<half>[ap]\.?m)?|\b(?P<hour>\d{1,2})\s*(?P<ap>[ap]\.?m)\b"
    r"|\b(?P<part>dawn|sunrise|daybreak|morning|noon|midday|afternoon|dusk|evening|nightfall|midnight)\b", re.I
)  # fmt: skip
PARTS = {"dawn": 300, "sunrise": 330, "daybreak": 300, "morning": 540, "noon": 720, "midday": 720, "afternoon":
    900, "dusk": 1110, "evening": 1140, "nightfall": 1170, "midnight": 1439,}  # fmt: skip
VERB = re.compile(r"\w+(?:ed|ing)\b|(?:burnt|put|hit|struck|brought|sank|sunk|blown|swept|shut|set|got|broke"
    r"|ha[sd]|have|with|without|continues?|overrun|taken|(?:were|was|are)\s+in(?:side)?)\b", re.I)  # fmt: skip
DENIED = re.compile(r"\b(?:(?:(?:was|were|is|are|has|have|had|did|does|do)(?:\s+not|n[’']t)"
    r"|never)\s+(?:been\s+|being\s+|(?:\w+ly|yet|ever)\s+)*" r"|(?:[Nn]o|[Nn]ot\s+(?:one|a\s+single)"
    r"|[Nn]one\s+of\s+the)\s+(?:[\w-]+\s+){1,3}?(?:(?:was|were|has|have|had|been)\s+)*)(?P<verb>(?!(?:was"
    r"|were|has|have|had|been|are)\b)[a-z]{3,})\b")  # fmt: skip
LIGHT = frozenset((
    "be", "hav", "do", "mak", "say", "know", "want", "tak", "go", "com", "get", "giv", "seem", "see", "us", "need",
    "tell", "think", "becom", "includ", "remain", "ask", "call", "work",
))  # fmt: skip
DENIAL = re.compile(r"\b(?:[Nn]o|[Nn]ot|[Nn]ever|[Nn]either|[Nn]one|yet to)\b|n[’']t\b")
PERFECT = re.compile(r"\bha(?:s|ve|d)", re.I)
PRESENT = re.compile(r"\b(?:is|are|has|have|remains?|lies|stands|still)\b", re.I)


@dataclass(frozen=True, slots=True)
class Telling:
    """A thing, the end of the scale where it is told to stand, when, and where in the text."""

    thing: Thing
    scale: str
    end: bool
    final: bool
    negation: str
    span: Span
    sentence: Span
    clause: Span
    aux: str

    @property
    def now(self) -> bool:
        """Told of the time of telling ("is", "has been", "still")."""
        return bool(PRESENT.search(self.aux))

    @property
    def perfect(self) -> bool:
        """Told of all the time up to another ("has not", "had never")."""
        return bool(PERFECT.search(self.aux))


def tellings(story: Story) -> Iterator[Telling]:
    """Every state of the table that is told of a definite thing."""
    for at, form in _worth_reading(story.text):
        sentence, word = story.sentence(at), Span(at, at + len(form))
        found = told_of(story, word, sentence)
        if found:
            what, negation, clause, aux = found
            turned = bool(negation or what.none)
            for scale, side, final in thing_states()[form]:
                end, ends = (side == "+") != turned, bool(final) and not turned
                yield Telling(what, scale, end, ends, negation, word, sentence, clause, aux)


def _worth_reading(text: str) -> Iterator[tuple[int, str]]:
    """The states on scales of which the report has both ends, or one of them with a negation near before."""
    table, found = thing_states(), states_told(text)
    ends: dict[str, set[str]] = defaultdict(set)
    for at, form in found:
        denied = DENIAL.search(text, max(0, at - 80), at)
        for scale, side, _ in table[form]:
            ends[scale] |= {"+", "-"} if denied else {side}
    return ((at, form) for at, form in found if any(len(ends[scale]) > 1 for scale, _, _ in table[form]))


def told_of(
    story: Story, word: Span, sentence: Span, *, subject_only: bool = False
) -> tuple[Thing, str, Span, str] | None:
    """The thing that a word tells something of, the negation before the word, its clause, and its helper verbs."""
    before, after = story.words((sentence.start, word.start)), story.words((word.end, sentence.end))
    start = _clause_start(before)
    clause = Span(sentence.start + start, word.end + (m.start() if (m := BREAK.search(after)) else len(after)))
    left = before[start:]
    if UNREAL.search(left) or before[start - 3 : start].lower() == "if ":
        return None
    verbal = VERBAL.search(left)
    aux = verbal["aux"] if verbal else ""
    if not (BEING.search(aux) or ATTRIBUTIVE.search(left) or VERB.match(story.words(word))):
        return None
    subject = left[: verbal.start()] if verbal else left
    found = thing(_words(before[:start], subject, "" if subject_only else after, aux, story.words(word)))
    if not found:
        return None
    negation = NEGATIVE.search(aux)
    return found, negation[0].lower() if negation else "", clause, aux


def _clause_start(before: str) -> int:
    """Where the clause begins that these words lead up to; "between the mill and the bridge" is no break."""
    breaks = (m for m in BREAK.finditer(before) if m[0].lower() != "and" or not BETWEEN.search(before, 0, m.start()))
    return max((m.end() for m in breaks), default=0)


def _words(before: str, subject: str, after: str, aux: str, word: str) -> str:
    """The words of the thing: behind the word as its object or its noun, else before it, or before "which"."""
    behind = None if word.endswith("lain in") else OBJECT.match(after)
    if behind and (
        word.endswith((" in", " inside", "into"))
        or not BEING.search(aux)
        or word.split(maxsplit=1)[0].endswith("ing")
        or re.search(r"\bha[sd]|have", aux)
    ):
        return behind["np"]
    if ATTRIBUTIVE.search(subject):
        return re.split(r"[,;:.]|\s(?:was|were|is|are|has|had|and)\b", "the " + after.strip())[0]
    if subject.strip():
        return subject
    aside = ASIDE.search(before)
    if aside:
        return aside["np"]
    relative = RELATIVE.search(before)
    return _last_thing(relative["np"]) if relative else ""


def _last_thing(words: str) -> str:
    """The last definite thing of some words: "sheets for [the school]"."""
    found = re.search(r"\b(?:the|its|his|her|their|our)\s+(?!.*\b(?:the|its|his|her|their|our)\s).*$", words, re.I)
    return found[0] if found else words


def day_of(story: Story, telling: Telling) -> Days | None:
    """The day told in the clause of a telling, else at the beginning of its sentence."""
    here = _days(story, telling.clause)
    if here:
        return min(here, key=lambda d: d[0])
    first = story.text.find(",", telling.sentence.start, telling.clause.start)
    leading = re.match(r"(?:On|By|In|Towards|At)\b", story.words(telling.sentence))
    found = _days(story, (telling.sentence.start, first)) if first > 0 and leading else []
    return found[0] if len(found) == 1 else None


def _days(story: Story, span: tuple[int, int]) -> list[Days]:
    found = []
    for t in story.times(span):
        first, last = t.begin[0] or t.finish[0], t.finish[1] or t.begin[1]
        if t.type in ("DATE", "TIME") and first and last and first <= last:
            found.append((first, last))
    return found


def clock_of(words: str) -> int | None:
    """The minutes since midnight that words tell, by the clock or by the part of the day.

    >>> clock_of("at 8:15 because of the shots"), clock_of("at 7.30 p.m."), clock_of("towards evening")
    (495, 1170, 1140)
    """
    opener = OPENER.match(words)
    found = CLOCK.search(words, opener.end() if opener else 0)
    if not found:
        return None
    if found["part"]:
        return PARTS[found["part"].lower()]
    hours, minutes = int(found["h"] or found["hour"]), int(found["m"] or 0)
    half = (found["half"] or found["ap"] or "")[:1].lower()
    return (hours % 12 + (12 if half == "p" else 0) if half else hours) * 60 + minutes


def acts_told(wording: Wording) -> Iterator[Telling]:
    """Acts told as done and not done: every clause with a verb that is negated somewhere in the report."""
    story = wording.story
    verbs = {t.stem for match in DENIED.finditer(story.text) for t in _verb_at(wording, match.start("verb"))}
    verbs = {v for v in verbs if not check_words("light").fullmatch(v) and v not in LIGHT}
    if not verbs:
        return
    for number, tokens in enumerate(wording.tokens):
        for token in tokens:
            if token.stem in verbs and token.counts:
                yield from _act_told(story, Span(token.start, token.end), token.stem, wording.sentences[number])


def _verb_at(wording: Wording, at: int) -> Iterator[Token]:
    tokens = wording.tokens[wording.story.number(at)]
    return (t for t in tokens if t.start == at and t.counts)


def _act_told(story: Story, word: Span, key: str, sentence: Span) -> Iterator[Telling]:
    """A verb with its subject, its negation and the words behind it; the verb must stand in a past or perfect form."""
    low = story.words(word).lower()
    found = told_of(story, word, sentence, subject_only=True)
    if not found or (low.endswith("s") and not low.endswith("ss")):
        return
    what, negation, clause, aux = found
    passive = bool(re.search(r"\b(?:is|are|was|were|been|being)\b", aux, re.I))
    if passive and low.endswith("ing"):
        return
    if not (aux.strip() or low.endswith("ed") or check_words("past").fullmatch(low)):
        return
    positive = not (negation or what.none)
    yield Telling(
        what, f"act {key} {'passive' if passive else 'active'}", positive, positive, negation, word, sentence, clause,
        aux,
    )  # fmt: skip
