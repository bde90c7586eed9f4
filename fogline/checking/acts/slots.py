"""In what two tellings of an act exclude each other: day, place, doer, whom, to whom, means, number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from fogline.checking.acts.parts import WHOLE, Part, same
from fogline.checking.acts.told import Told
from fogline.checking.dating.told_days import days_apart, near_in_time
from fogline.checking.story import Story
from fogline.checking.telling.doers import Doer, exclude
from fogline.checking.telling.ties import places_apart
from fogline.records import Place
from fogline.tables.lexicon_happenings import kinds_of, means_together

BODIES = frozenset(("group", "organisation", "force", "government", "person"))
NARROW = frozenset(("town", "near", "exact", "unknown", "district"))


def at_odds(story: Story, a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    """Every slot in which two tellings exclude each other: its name and both values."""
    if days_apart(a.days, b.days) and near_in_time(a.days, b.days):
        yield "day", a.days[0].words, b.days[0].words
    elif days_apart(a.days, b.days):
        yield "far day", a.days[0].words, b.days[0].words
    here, there = _places(a), _places(b)
    if places_apart(here, there) or _unknown_apart(here, there):
        yield "where", here[0].name, there[0].name
    yield from _people(story, a, b, "who")
    yield from _people(story, a, b, "to")
    yield from _people(story, a, b, "from")
    yield from _things(story, a, b)
    yield from _means(story, a, b)
    yield from _counts(story, a, b)


def _places(t: Told) -> list[Place]:
    found = [p for part in t.slot("where") for p in part.places]
    return [p for p in found if p.precision in NARROW]


def _unknown_apart(a: Sequence[Place], b: Sequence[Place]) -> bool:
    if len(a) != 1 or len(b) != 1 or (a[0].geonameid and b[0].geonameid):
        return False
    names = [set(re.findall(r"\w{3,}", p[0].name.lower())) for p in (a, b)]
    return not names[0] & names[1]


def _people(story: Story, a: Told, b: Told, name: str) -> Iterator[tuple[str, str, str]]:
    here, there = a.slot(name), b.slot(name)
    if not here or not there or any(x.empty for x in (*here, *there)):
        return
    if all(differ(story, x, y) for x, y in product(here, there)):
        yield name, here[0].words, there[0].words


def differ(story: Story, a: Part, b: Part) -> bool:
    """True if two doers or recipients can be neither one nor part of one another."""
    if same(story, a, b) > 0 or a.entities & b.entities:
        return False
    ones, others = _doers(story, a), _doers(story, b)
    persons = [[d for d in ds if story.entities[d.entity].type == "person"] for ds in (ones, others)]
    if persons[0] and persons[1] and a.head != b.head:
        return all(x.named and y.named and x.words.split()[-1] != y.words.split()[-1] for x, y in product(*persons))
    kinds = [_kind(a), _kind(b)]
    if kinds[0] and kinds[1] and kinds[0] != kinds[1]:
        return True
    return bool(ones and others) and all(exclude(x, y) for x, y in product(ones, others))


def _doers(story: Story, p: Part) -> list[Doer]:
    found = [story.entities[e] for e in sorted(p.entities)]
    return [Doer(p.words, e.id, e.country, e.sector, e.name[:1].isupper()) for e in found if e.type in (*BODIES, "country")]


def _kind(p: Part) -> str:
    return next((kind for kind, heads in KINDS.items() if p.head in heads), "")


KINDS = {
    "army": {"army", "soldier", "troop", "military", "infantry", "paratrooper", "battalion", "brigade", "marine"},
    "navy": {"navy", "frigate", "corvette"},
    "air force": {"air force"},
    "police": {"police", "policeman", "gendarme", "gendarmerie", "constable"},
    "parliament": {"deputy", "lawmaker", "mp", "senator", "parliament", "parliamentarian", "legislator"},
    "ministry": {"ministry", "minister", "cabinet"},
    "court": {"court", "judge", "tribunal"},
    "coastguard": {"coastguard"},
    "rebels": {"rebel", "militant", "gunman", "insurgent", "jihadist", "fighter", "militiaman", "militia"},
    "residents": {"resident", "villager", "neighbour", "fisherman", "shepherd", "farmer"},
    "rescuers": {"rescuer", "firefighter", "fireman"},
    "company": {"company", "firm", "contractor"},
    "church": {"church", "bishop", "priest"},
    "president": {"president"}, "commission": {"commission"}, "team": set(),
}  # fmt: skip


def _things(story: Story, a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    """Two kinds of buildings or vehicles hit, or two kinds of things."""
    spots = [[*t.slot("whom"), *t.slot("where")] for t in (a, b)]
    kinds = [{k: p.words for p in each if (k := _target(p))} for each in spots]
    if len(kinds[0]) == len(kinds[1]) == 1 and kinds[0].keys() != kinds[1].keys():
        yield "target", next(iter(kinds[0].values())), next(iter(kinds[1].values()))
    whom = a.slot("whom"), b.slot("whom")
    if whom[0] and whom[1] and all(_modified_apart(x, y) for x, y in product(*whom)):
        yield "kind", whom[0][0].words, whom[1][0].words


def _target(p: Part) -> str:
    pattern, kinds = kinds_of("target_kinds")
    found = [m[0].lower() for m in pattern.finditer(p.words)]
    forms = [kinds.get(f) or kinds.get(f.removesuffix("s")) or kinds.get(f.removesuffix("es")) for f in found]
    return next((f for f in reversed(forms) if f), "")


APART = [{"ballistic", "cruise"}, {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}, {"primary", "secondary"}, {"boys", "girls"}]


def _modified_apart(a: Part, b: Part) -> bool:
    mods = [set(re.findall(r"[a-z]+", p.words.lower())) for p in (a, b)]
    return a.head == b.head and any((mods[0] & g) and (mods[1] & g) and not mods[0] & mods[1] & g for g in APART)


def _means(story: Story, a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    here, there = a.slot("with"), b.slot("with")
    if not here or not there:
        return
    if any(_modified_apart(x, y) for x, y in product(here, there)):
        yield "means", here[0].words, there[0].words
        return
    pattern, table = kinds_of("means")
    kinds = [{table.get(m[0].lower(), table.get(m[0], m[0].lower())) for p in each for m in pattern.finditer(p.words)} for each in (here, there)]
    if all(x != y and frozenset((x, y)) not in means_together() for x, y in product(*kinds)):
        yield "means", here[0].words, there[0].words


def _counts(story: Story, a: Told, b: Told) -> Iterator[tuple[str, str, str]]:
    for name in ("whom", "who", "with"):
        here, there = [p for p in a.slot(name) if p.count], [p for p in b.slot(name) if p.count]
        if len(here) == len(there) == 1 and len(a.slot(name)) == len(b.slot(name)) == 1:
            x, y = here[0], there[0]
            if x.count and y.count and x.count.low != y.count.low and same(story, x, y) > 0 and (y.definite or x.definite):
                yield "count", x.words, y.words
