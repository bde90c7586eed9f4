"""Who is given which office where in the text: the title or the administration beside a name, and in which state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.checking.story import Story, per_story
from fogline.records import Fact, Span
from fogline.tables.facts import per_record

TITLES = (
    r"Vice President|Deputy Prime Minister|President|Prime Minister|Premier|Chancellor|Secretary[- ]General|King"
    r"|Queen|Emir|(?:Foreign|Defen[cs]e|Interior|Finance|Justice|Health) (?:Minister|Secretary)"
    r"|Secretary of (?:State|Defense)|Governor|Mayor"
)
STATE = (
    r"(?P<state>[Ff]ormer|[Tt]hen|[Ee]x|[Aa]cting|[Ii]nterim|[Ll]ate|[Ii]ncoming|[Oo]utgoing|[Ff]uture|[Dd]eputy"
    r"|[Nn]ew)?"
)
PLACE = r"(?P<place>(?:[A-Z][\w.’'-]+\s+){0,3}?)"
NAME = r"(?P<name>[A-Z][\w’'-]+(?:\s+(?:[A-Z]\.|al|bin|van|von|de|der)(?=\s))*(?:[\s-]+[A-Z][\w’'-]+){0,2})"
TITLED = re.compile(rf"(?:\b{STATE}[-\s]+)?{PLACE}\b(?P<title>{TITLES})(?P<elect>[- ][Ee]lect)?\s+{NAME}")
COUNTRY = r"(?P<place>[A-Z][\w’-]+(?:\s+[A-Z][\w-]+)?)"
ANY_CASE = rf"(?P<title>(?i:{TITLES}))"
APPOSED = re.compile(rf"\b{COUNTRY}['’]s\s+{STATE}[-\s]*{ANY_CASE}(?P<elect>[- ][Ee]lect)?,\s+{NAME}(?=,)")
BEHIND = re.compile(
    rf"{NAME},\s+(?:who\s+is\s+)?(?:the\s+)?{STATE}[-\s]*(?P<elect>designate\s+)?{ANY_CASE}\s+of\s+{COUNTRY}(?=,)"
)
OF_COUNTRY = re.compile(
    rf"\b{STATE}[-\s]*{ANY_CASE}(?P<elect>[- ][Ee]lect)?\s+of\s+(?:the\s+)?{COUNTRY},\s+{NAME}(?=,)"
)
BY_PEOPLE = re.compile(
    rf"\b[Tt]he\s+{STATE}[-\s]*(?P<place>[A-Z]\w+)\s+{ANY_CASE}(?P<elect>[- ][Ee]lect)?,\s+{NAME}(?=,)"
)
BEHIND_ITS = re.compile(
    rf"{NAME},\s+(?:the\s+)?{STATE}[-\s]*(?P<place>[A-Z][\w-]+)(?:['’]s)?\s+(?P<elect>designate\s+)?{ANY_CASE}(?=,)"
)
PATTERNS = (TITLED, APPOSED, BEHIND, OF_COUNTRY, BY_PEOPLE, BEHIND_ITS)
SPEAKS = re.compile(
    r"^(?:['’]s\s+(?:office|spokes\w+))?,?\s*(?:offered|pledged|proposed|wrote|repeated|said|says|told|announced|warned|vowed|ordered|called|insisted|added|promised"
    r"|signed|met|flew|received|spoke|travelled|hosted|thanked|arrived|visited|addressed|condemned|praised|denied|accused|urged|will|is|has|are|have|plans|wants|meets)\b"
)
GOVERNS = re.compile(
    r"(?:['’]s)?\s+(?:administration|government)\b(?P<then>,?\s*(?:which\s+)?(?:is|are|has|have)\b(?:\s+currently)?)?"
)
GOVERNMENT = re.compile(r"administration|government")
BEFORE_ADMIN = re.compile(
    r"\b(?P<state>former|previous|last|outgoing|incoming|first|second|earlier|then|past|next|under)\s+"
    r"(?:the\s+)?(?:[A-Z]\w*\s+)?$",
    re.I,
)
OTHER_STATES = {
    "former": "former",
    "ex": "former",
    "late": "former",
    "outgoing": "held",
    "acting": "acting",
    "interim": "acting",
}


@dataclass(frozen=True, slots=True)
class Holding:
    """One place where the report gives a person an office: state held, former, acting, elect or other."""

    name: str
    title: str
    country: str
    state: str
    span: Span
    present: bool  # told as going on now: "is currently", "said", "has"


@per_story
def titled(story: Story) -> tuple[Holding, ...]:
    """Every title with a name: "Ukrainian President X said", "Brazil's president, Z, said"."""
    return tuple(_holding(story, m) for pattern in PATTERNS for m in pattern.finditer(story.text))


def _holding(story: Story, match: re.Match[str]) -> Holding:
    told = OTHER_STATES.get((match["state"] or "").lower(), "other" if match["state"] else "held")
    state = "elect" if match["elect"] else told
    name = re.sub(r"['’]s?$", "", match["name"])
    place = re.sub(r"^(?:The|A|An|When|As|But|And|On|In|While|After|Before)\s+", "", match["place"]).strip()
    end = match.start("name") + len(name)
    speaks = bool(SPEAKS.match(story.text[max(end, match.end()) :][:30]))
    span = Span(min(match.start("title"), match.start("name")), max(end, match.end("title")))
    return Holding(name, _title(match["title"]), place, state, span, speaks)


def _title(words: str) -> str:
    return words.lower().replace("premier", "prime minister").replace("defence", "defense").replace("-", " ")


def administrations(story: Story, people: dict[str, tuple[Fact, ...]]) -> Iterator[Holding]:
    """As in "the X administration, which is currently", "X's administration has": for people on record."""
    before_word = " ".join(story.text[max(0, m.start() - 40) : m.start()] for m in GOVERNMENT.finditer(story.text))
    for surname, rows in people.items():
        if surname not in before_word:
            continue
        title = rows[0].subject.split(":")[1]
        for match in re.finditer(rf"\b{re.escape(surname)}{GOVERNS.pattern}", story.text):
            before = BEFORE_ADMIN.search(story.text[max(0, match.start() - 40) : match.start()])
            state = ("held" if before["state"].lower() == "outgoing" else "other") if before else "held"
            country = rows[0].subject.split(":")[0]
            yield Holding(surname, title, country, state, Span(*match.span()), bool(match["then"]))


@per_record
def people_on_record(facts: tuple[Fact, ...]) -> dict[str, tuple[Fact, ...]]:
    """Office rows by the holder's surname, where one person only has it."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "office":
            found[surname(fact.value)].append(fact)
    return {name: tuple(rows) for name, rows in sorted(found.items()) if len({r.value for r in rows}) == 1}


def on_record(story: Story, facts: Sequence[Fact]) -> dict[str, tuple[Fact, ...]]:
    """The people of the record whose surnames stand in this report."""
    people, by_word = people_on_record(facts), _by_first_word(facts)
    known = (name for word in by_word.keys() & story.vocabulary for name in by_word[word])
    return {name: people[name] for name in sorted(known) if name in story.text}


@per_record
def _by_first_word(facts: tuple[Fact, ...]) -> dict[str, list[str]]:
    """The surnames of the record by the word that they begin with."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in people_on_record(facts):
        found[(re.match(r"\w*", name) or name)[0]].append(name)
    return found


def surname(name: str) -> str:
    """The last word of a name.

    >>> surname("Bashar al-Assad"), surname("Ban Ki-moon")
    ('Assad', 'Ki-moon')
    """
    return name.rsplit(maxsplit=1)[-1].removeprefix("al-")


def same_person(told: str, fact: Fact) -> bool:
    """True if the words can name this person: one surname, and no other first name.

    >>> from fogline.tables.facts import shipped
    >>> row = next(f for f in shipped() if f.value == "Joe Biden")
    >>> same_person("Biden", row), same_person("Hunter Biden", row)
    (True, False)
    """
    first, rest = fact.value.split()[0], told.split()
    if surname(told) != surname(fact.value):
        return False
    return len(rest) == 1 or rest[0] == first or rest[0].rstrip(".") == first[:1] or rest[0] in fact.value
