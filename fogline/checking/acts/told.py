"""The acts of a report as its predicates tell them: sense, arguments, days, voice, and how they are taken up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from fogline.checking.acts.parts import Part, joined, low, part
from fogline.checking.dating.told_days import Day, told_days
from fogline.checking.story import Days, Story, gap, per_story
from fogline.checking.telling.stems import stem
from fogline.checking.voices import OUTLET
from fogline.records import Argument, Place, Predicate, Span, Timex
from fogline.tables.lexicon_happenings import happening_marks, kinds_of
from fogline.tables.lexicon_senses import Sense, act_kinds, senses

WITH = frozenset(("with", "using", "kind"))
FROM = frozenset(("from", "out of"))
DETERMINER = re.compile(
    r".*\b(?P<det>the|this|that|these|those|its|their|his|her|both|an?|another|one|some|several|two|three|[\w.]+['’]s?(?=\s))\s+"
    r"(?:[\w’'-]+\s+){0,4}?$", re.I | re.S
)  # fmt: skip
OF_THE = re.compile(r"\b(?:the|this|that|those)\s+(?:[\w-]+\s+){1,4}of\s+(?:[\w-]+\s+){0,2}$", re.I)
OPENING = frozenset(("a", "an", "another", "one", "some", "several", "two", "three"))
BESIDE = re.compile(
    r"\bMay\b|\b(?:will|would|could|might|may)\b|\b(?:next|last|previous|each|every|same|earlier|later|second|third|fourth)\s+(?:day|morning|night|evening|afternoon|week|month|year|hour|floor|storey"
    r"|minutes?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)\b|\b(?:every\s+)?one\s+of\s+(?:the|them)\b|\bfurther\s+(?:down|up|north|south|east|west|along|inland|away|on)\b|\bto\s+the\s+other\b|\beach\s+other\b|\bthe\s+other\s+side\b",
    re.I,
)
BESIDE_VERBS = re.compile(rf"{BESIDE.pattern}|\blast\s+(?!time\b)|\byet\b", re.I)  # "the last soldier left"
AFTER = re.compile(r"\b(?:after|before|following)\s+(?:the|an?|his|her|its|their)\s+[^,;]*$", re.I)
IS_TO = re.compile(r"\b(?:is|are|was|were)\s+(?:due\s+|set\s+)?to\s+(?:be\s+)?$", re.I)
UP_TO = re.compile(r"\b(?:by|until|till|since)\s+(?:\w+\s+)?$", re.I)
DAY_OF = re.compile(r"\bthe\s+(?:day|date|night|evening|morning)\s+of\s+(?:the|that|this)\s+(?:[\w-]+\s+){0,2}$")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
PAST = frozenset(("past", "perfect", "pluperfect"))
CARRIED = frozenset(("in", "during", "by"))
WHEN = re.compile(r"when\b", re.I)


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an act."""

    at: Span
    word: str
    predicate: Predicate
    how: str  # definite, indefinite, bare (nouns); main, relative, adverbial, complement, participle (verbs)
    days: tuple[Day, ...]
    periods: tuple[Days, ...]
    number: int
    voice: str
    passed_on: bool
    speaker: str  # whose words they are, also where the outlet takes the act for granted
    words: str
    marked: bool
    senses: frozenset[str] = frozenset()
    parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    means: frozenset[str] = frozenset()
    before: dict[str, tuple[Part, ...]] = field(default_factory=dict)

    def slot(self, name: str) -> tuple[Part, ...]:
        """The parts in a slot: who, whom, to, from, with, where."""
        return self.parts.get(name, ())


def happened(t: Told) -> bool:
    """True if it is told as past; a main verb without a tense is one that was read as a participle."""
    p = t.predicate
    return p.mood == "told" and (p.tense in PAST or (not p.tense and p.clause_type == "main"))


def planned(story: Story, t: Told) -> bool:
    """True if it will be, or "is to" be."""
    return t.predicate.tense == "future" or bool(IS_TO.search(story.text, max(0, t.at.start - 24), t.at.start))


@per_story
def told(story: Story) -> tuple[Told, ...]:
    """Every act of the report that can be compared, in text order."""
    found = story.ledger.predicates
    plain = [t for p in found if p.lemma not in act_kinds("skipped verb") for t in _readings(story, p)]
    return tuple(_taken_up(_when(story, _carried(story, t, plain), plain), plain[:i]) for i, t in enumerate(plain))


def _carried(story: Story, t: Told, every: Sequence[Told]) -> Told:
    """A noun has the day, and the mark, of what happened in it ("hit again in the attack on Monday").

    What an attack hits is its own too ("Monday's air strike hit a school").
    """
    if t.predicate.clause_type != "noun":
        return t
    for over in every:
        between = _named_between(story, t, over)
        if between and not t.days:
            return replace(t, days=between)
        roles = {a.role for a in over.predicate.arguments if a.head == t.at and over.predicate.kind == "verb"}
        if over.number == t.number and roles & CARRIED:
            return replace(t, days=t.days or over.days, marked=t.marked or over.marked)
        if over.number == t.number and "agent" in roles and "assault" in over.senses & t.senses:
            spots = {k: v for k, v in over.parts.items() if k in ("whom", "where") and not t.slot(k)}
            where = t.places or over.places
            return replace(t, days=t.days or over.days, parts={**t.parts, **spots}, places=where, words=over.words)
    return t


def _named_between(story: Story, t: Told, over: Told) -> tuple[Day, ...]:
    """The day between a noun and its verb in a tense that goes with none ("a strike on Monday has reopened ...")."""
    after = over.number == t.number and t.at.end < over.at.start and over.predicate.tense in ("perfect", "present")
    does = after and any(p.span.start <= t.at.start < p.span.end for p in (*over.slot("who"), *over.slot("with")))
    return told_days(story, story.times((t.at.end, over.at.start))) if does else ()


def _when(story: Story, t: Told, every: Sequence[Told]) -> Told:
    """A clause with "when" has the day of the clause it stands beside ("were at work on Sunday when it was hit")."""
    first = min(piece.start for piece in t.predicate.clause)
    beside = [o.days for o in every if o.number == t.number and o.predicate.clause_type in ("main", "complement")]
    known = {days for days in beside if days}
    if t.days or t.how != "adverbial" or not WHEN.match(story.text, first) or len(known) != 1:
        return t
    return replace(t, days=known.pop())


def _taken_up(t: Told, before: Sequence[Told]) -> Told:
    """A definite noun that stands alone ("the attack began at four") is told of what was told last of its sense."""
    alone = not any(any(c.isalpha() for c in p.head) for name in ("whom", "where") for p in t.slot(name))
    if t.predicate.kind != "noun" or t.how != "definite" or not alone:
        return t
    last = next(
        (b for b in reversed(before) if b.senses & t.senses and 0 < t.number - b.number < 4 and not b.marked), None
    )
    return t if last is None else replace(t, before={k: v for k, v in last.parts.items() if k in ("whom", "where")})


def _readings(story: Story, p: Predicate) -> Iterator[Told]:
    """A telling for each way in which the arguments of a lemma may be meant ("go": who goes, what is given)."""
    parts = [(a.role, part(story, a)) for a in p.arguments if not _dated(story, a)]
    by_roles: dict[tuple[tuple[str, str], ...], list[Sense]] = {}
    for sense in _senses(story, p):
        if "with" not in sense.roles.values() or _weapon(p, parts, sense):
            by_roles.setdefault(tuple(sense.roles.items()), []).append(sense)
    first: Told | None = None
    for each in by_roles.values() or [[]]:
        names = frozenset(s.name for s in each) or frozenset((f"={stem(p.lemma.split()[0])}",))
        slots = _slots(parts, each[0].roles if each else {}, p.kind)
        first = first or _told(story, p)
        places, means = _places(story, p, slots), _means(first.word, slots)
        if means and names & act_kinds("done by weapons") and any(one.weapon for one in slots.get("with", ())):
            names |= {"assault"}
        yield replace(first, senses=names, parts=slots, places=places, means=means)


def _dated(story: Story, argument: Argument) -> bool:
    near = story.times((argument.span.start - 30, argument.span.end))
    return any(t.start <= argument.head.start < t.end for t in near)


def _slots(parts: Sequence[tuple[str, Part]], roles: Mapping[str, str], kind: str) -> dict[str, tuple[Part, ...]]:
    slots: dict[str, list[Part]] = {}
    for role, one in parts:
        slots.setdefault(_slot(role, one, roles, kind), []).append(one)
    if "whose" in slots:
        slots["who"] = [joined(one, slots["whose"][0]) for one in slots.get("who", ())]
    if "who" not in slots and (sent := [one for one in slots.get("with", ()) if _sender(one)]):
        slots["who"] = sent  # "an Israeli tank shell", "a Sudanese army drone"
    return {name: tuple(found) for name, found in slots.items()}


def _sender(one: Part) -> bool:
    return any(e.type in ("force", "group", "country") and e.name[:1].isupper() for e in one.entities)


def _told(story: Story, p: Predicate) -> Told:
    """What is the same however the arguments are meant."""
    words = " ".join(story.words(s) for s in p.clause)
    how = _how(story, p)
    speaker, indirect = story.voice_at(p.trigger.start)
    voice = speaker
    if indirect and (p.clause_type == "noun" or how == "relative"):
        voice, indirect = OUTLET, False
    return Told(
        at=p.trigger,
        word=story.words(p.trigger),
        predicate=p,
        how=how,
        days=_past(story, told_days(story, _times(story, p)) or _day_of(story, p)),
        periods=_periods(story, p),
        number=story.number(p.trigger.start),
        voice=voice,
        passed_on=indirect,
        speaker=speaker,
        words=words,
        marked=_marked(story, p),
    )


def _times(story: Story, p: Predicate) -> list[Timex]:
    """The times in its clause that say when it was: not until when, and not when what it came after was."""
    named = (t for s in p.clause for t in story.times(s) if not AFTER.search(story.text, s.start + 7, t.start))
    return [t for t in named if p.kind != "noun" or not UP_TO.search(story.text, max(0, t.start - 14), t.start)]


def _day_of(story: Story, p: Predicate) -> tuple[Day, ...]:
    """As in "on the day of the attack, 9 September 2012"."""
    named = p.kind == "noun" and DAY_OF.search(story.text, max(0, p.trigger.start - 40), p.trigger.start)
    return told_days(story, story.times((p.trigger.end, p.trigger.end + 6))) if named else ()


def _marked(story: Story, p: Predicate) -> bool:
    """Its clause names another occasion, or one of many; "the last soldier" is none."""
    cut = p.trigger.end if p.kind == "noun" else 0
    pieces = (
        [(s.start, min(s.end, max(cut, s.start))) for s in p.clause],
        [(max(cut, s.start), s.end) for s in p.clause],
    )
    own, beside = (" ".join(story.words(x) for x in each if x[0] < x[1]) for each in pieces)
    if p.tense == "future":
        beside = re.sub(r"\bwill\b", "", beside)
    return any(
        happening_marks("occasion").search(pattern.sub("", words))
        for pattern, words in ((BESIDE, own), (BESIDE_VERBS, beside))
    )


def _senses(story: Story, p: Predicate) -> tuple[Sense, ...]:
    kind = "n" if p.kind == "noun" else "v"
    lemma = low(p.lemma) if kind == "n" else p.lemma
    things = [low(story.words(a.head)) for a in p.arguments if a.role in ("patient", "is")]
    own = lemma if kind == "n" or lemma in senses(kind) else lemma.split()[0]
    return tuple(s for key in (*(f"{lemma} {t}" for t in things), own) for s in senses(kind).get(key, ()))


IN = re.compile(r"\b(?:in|at|on|near|outside|inside|off|around)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}(?:of\s+)?$", re.I)


def _periods(story: Story, p: Predicate) -> tuple[Days, ...]:
    """The weeks and months that its clause names, none longer than two months."""
    named = (d for piece in p.clause for d in story.days(piece))
    return tuple(d for d in named if 2 < gap((d[0], d[0]), (d[1], d[1])) < 62)


def _places(story: Story, p: Predicate, slots: Mapping[str, tuple[Part, ...]]) -> tuple[Place, ...]:
    """Where its clause says that it happened; not where its doers come from."""
    who = [part.span for name in ("who", "whose", "to", "from") for part in slots.get(name, ())]
    where = {place.start for part in slots.get("where", ()) for place in part.places}
    led = [place for part in slots.get("where", ()) for place in part.places]
    found = [*(place for piece in p.clause for place in story.places(piece)), *led]
    return tuple(
        place for place in dict.fromkeys(found)
        if place.role != "affiliation" and not any(s.start <= place.start < s.end for s in who)
        and (place.start in where or IN.search(story.text, max(p.clause[0].start, place.start - 40), place.start))
    )  # fmt: skip


def _means(word: str, slots: Mapping[str, tuple[Part, ...]]) -> frozenset[str]:
    """The kinds of means that its words name: what stands with it, and "mortar shelling", "shelled", "drone strike"."""
    own = " ".join((*(one.words for one in slots.get("kind", ())), word))
    pattern, kinds = kinds_of("means")
    acts = [one for one in slots.get("where", ()) if any(s.name == "assault" for s in senses("n").get(one.head, ()))]
    bearers = [*slots.get("with", ()), *acts, *(one for one in slots.get("who", ()) if one.weapon)]
    named = [m[0] for words in (*(one.words for one in bearers), own) for m in pattern.finditer(words)]
    forms = [kinds.get(n) or kinds.get(n.lower()) or kinds.get(n.lower().removesuffix("s")) for n in named]
    return frozenset(f for f in forms if f)


def _past(story: Story, days: tuple[Day, ...]) -> tuple[Day, ...]:
    """A day without a year that the reading put after the report, as the year before has it: what is told is past."""
    published = story.ledger.report.published
    if not published or len(published) < 10:
        return days
    today = date.fromisoformat(published[:10]).toordinal()
    late = [d.scale == "date" and d.first > today + 30 and not YEAR.search(d.words) for d in days]
    return tuple(_year_before(d) if shift else d for d, shift in zip(days, late, strict=True))


def _year_before(day: Day) -> Day:
    first = date.fromordinal(day.first)
    moved = first.replace(year=first.year - 1, day=min(first.day, 28) if first.month == 2 else first.day).toordinal()
    return day._replace(first=moved, last=moved + day.last - day.first)


def _weapon(p: Predicate, parts: Sequence[tuple[str, Part]], sense: Sense) -> bool:
    """What lands or falls is a weapon, not a roof."""
    falling = (one for role, one in parts if sense.roles.get(role) == "with")
    return p.lemma in act_kinds("theme verb") or any(one.weapon for one in falling)


def _slot(role: str, one: Part, roles: Mapping[str, str], kind: str) -> str:
    if role in roles:
        role = roles[role]
    elif role in act_kinds("where"):
        return "where"
    elif role in FROM:
        return "from"
    elif role == "kind" and kind == "noun" and any(p.role != "affiliation" for p in one.places):
        return "where"
    elif role in WITH:
        return "with" if kinds_of("means")[0].search(one.words) else "kind"
    elif role == "agent":
        role = "who"
    elif role == "patient" or (role, kind) in (("is", "copula"), ("of", "noun")):
        role = "whom"
    elif role == "by":
        role = "who"
    if role == "who" and one.weapon and not one.head.endswith(("man", "er")):
        return "with"
    return role


def _how(story: Story, p: Predicate) -> str:
    if p.kind != "noun":
        return p.clause_type
    before = story.text[max(story.sentence(p.trigger.start).start, p.trigger.start - 60) : p.trigger.start]
    found = DETERMINER.match(before)
    if OF_THE.search(before) or (found and found["det"].lower() not in OPENING):
        return "definite"
    return "indefinite" if found else "bare"
